"""Which dates tell about an image: all of few, some of many, so that the cost grows with their number alone."""

from dataclasses import fields

import numpy as np
import pytest
from scipy import ndimage as ndi

from geoinpaint_engine.quality.contamination import Series, judge, judged_dates, learn
from geoinpaint_engine.quality.contamination.series import MOST_OTHERS, others_of
from geoinpaint_engine.quality.contamination.signals import MOST_AGAIN, Signal, Signals

SIZE = 64


@pytest.mark.parametrize("count", [1, 2, 3, 4, MOST_OTHERS + 1])
def test_of_few_dates_all_tell(count):
    assert others_of(0, count) == list(range(1, count))


def test_dates_tell_about_dates_without_the_scene_where_there_are_three():
    assert others_of(1, 2) == [0]
    assert others_of(1, 3) == [0, 2]
    assert others_of(2, 5) == [1, 3, 4]


@pytest.mark.parametrize("count", [MOST_OTHERS + 2, 40, 201])
def test_of_many_dates_some_of_all_tell_about_the_scene_and_the_next_about_a_date(count):
    assert len(others_of(0, count)) == len(set(others_of(0, count))) == min(MOST_OTHERS, count - 1)
    assert others_of(0, count)[0] == 1
    assert others_of(0, count)[-1] == count - 1
    middle = others_of(count // 2, count)
    assert len(middle) == min(MOST_OTHERS, count - 2)
    assert middle == sorted(middle)
    assert count // 2 not in middle
    assert 0 not in middle
    assert max(abs(one - count // 2) for one in middle) <= MOST_OTHERS // 2 + 1
    assert others_of(1, count)[:3] == [2, 3, 4]


def test_cloud_beside_the_mask_is_found_by_many_dates(rng):
    count = 20
    ground = ndi.gaussian_filter(rng.standard_normal((2, SIZE, SIZE)), (0, 3, 3)) * 6000 + 2500
    images = [ground * (1 + 0.02 * number) + 40 * rng.standard_normal(ground.shape) for number in range(count)]
    hole = np.zeros((SIZE, SIZE), bool)
    hole[24:40, 24:40] = True
    rim = ndi.binary_dilation(hole, iterations=3) & ~hole
    images[0][:, rim] += 0.4 * (9000 - images[0][:, rim])
    series = Series(np.float32(images), np.stack([~hole, *[np.ones_like(hole)] * (count - 1)]), hole)
    model = learn([series], [series.valid], clear=[~ndi.binary_dilation(hole, iterations=8)], trust=0.75, seed=0)
    features = (2 * MOST_OTHERS + 1) * 2  # of each predictor, however many dates there are
    assert {len(one.slopes) for one in model.predictors if one is not None} == {features}
    assert judged_dates(model, series)[1:].mean() > 0.95
    assert (judge(model, series).cloud & rim).sum() > 0.9 * rim.sum()


@pytest.mark.parametrize("count", [3, 6])
@pytest.mark.parametrize("share", [0.0, 0.002, 0.3])
def test_signals_told_again_are_those_told_anew(rng, count, share):
    ground = ndi.gaussian_filter(rng.standard_normal((2, SIZE, SIZE)), (0, 3, 3)) * 6000 + 2500
    images = np.float32([ground + 40 * rng.standard_normal(ground.shape) for _ in range(count)])
    hole = np.zeros((SIZE, SIZE), bool)
    hole[24:40, 24:40] = True
    series = Series(images, np.stack([~hole, *[np.ones_like(hole)] * (count - 1)]), hole)
    model = learn([series], [series.valid], clear=[~hole], trust=0.75, seed=0)
    valid = series.valid & (rng.random(series.valid.shape) >= share)
    valid[0] = series.valid[0]
    valid[1, 0, :3] = valid[2, -2:, -1] = share == 0  # at the edge too
    before = Signals.of(model, series, series.valid)
    again, anew = before.again(valid, range(count)), Signals.of(model, series, valid)
    around = ndi.binary_dilation((valid != series.valid).any(axis=0), np.ones((5, 5)))
    assert (around.mean() > MOST_AGAIN) == (share > 0.1)
    for found, wanted in zip(again.signals, anew.signals, strict=True):
        for name in (field.name for field in fields(Signal) if field.name != "cell"):
            np.testing.assert_allclose(getattr(found, name), getattr(wanted, name), rtol=1e-3, atol=1e-3)
    assert before.again(valid, [0]).alone[1] is before.alone[1]

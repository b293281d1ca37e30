"""Cloud, haze and shadow beside the mask and in references: found, not used, told, and filled where that is wanted."""

from dataclasses import replace
from functools import partial

import numpy as np
import pytest
from scipy import ndimage as ndi

from geoinpaint_engine.quality.contamination import Series, believed_dates, coarse_findings, judge, learn
from geoinpaint_engine.quality.contamination.beside_gaps import fine_changes, scores_beside_gaps
from geoinpaint_engine.quality.contamination.growth import Flags
from geoinpaint_engine.quality.contamination.neighbourhoods import revised
from geoinpaint_engine.quality.contamination.series import FINE, Standard, predicted, predicted_at, smoothed
from geoinpaint_engine.quality.contamination.signals import Signal
from tests.engine.clouded_scenes import (
    SIZE,
    blob,
    clouded,
    fields,
    judged,
    soft_edged,
)
from tests.engine.conftest import field


@pytest.fixture
def place(rng, request):
    """See `soft_edged`; the parameter: how much ground changes between the dates."""
    return soft_edged(rng, *([request.param] if hasattr(request, "param") else []))


@pytest.mark.parametrize("unit", [1e-2, 1e-4])
def test_units_do_not_matter(place, unit):
    images, *_, mask = place
    _, dn = judged(images, mask)
    _, other = judged(images * unit, mask)
    for name in ("cloud", "shadow", "restorable", "valid"):
        assert (getattr(dn, name) == getattr(other, name)).mean() > 0.9999, name
    np.testing.assert_allclose(other.opacity, dn.opacity, atol=1e-3)


@pytest.mark.parametrize("masked", [True, False])
def test_haze_and_shadow_are_found_and_told_apart_from_ground_that_changed(place, masked):
    images, _, opacity, shade, mask = place
    hole = mask if masked else np.zeros_like(mask)
    _, found = judged(images, hole)
    haze = (opacity > 0.1) & ~hole
    assert found.cloud[haze].mean() > 0.95
    assert found.shadow[(shade > 0.25)].mean() > 0.95
    untouched = ndi.distance_transform_edt(~((opacity > 0) | (shade > 0.01))) > 3
    assert (found.cloud | found.shadow)[untouched].mean() < 0.02
    # the sign of the opacity tells them apart
    assert (found.opacity[found.cloud] > 0).all()
    assert (found.opacity[found.shadow] < 0).all()
    near = found.cloud & (opacity > 0.1) & (opacity < 0.5)
    assert abs(np.median(found.opacity[near] - opacity[near])) < 0.05


def test_what_is_restored_is_nearer_to_the_ground_than_what_was_seen(place):
    images = fields(np.random.default_rng(5), change=0.5)  # where ground changes little, little is restored
    truth, opacity, mask = images[0].copy(), place[2], place[4]
    images[0] = clouded(truth, opacity)
    _, found = judged(images, mask)
    there = found.restorable & (opacity > 0.02)
    assert there.sum() > 20
    seen, restored = (np.sqrt(((one - truth)[:, there] ** 2).mean()) for one in (images[0], found.restored))
    assert restored < 0.8 * seen
    flagged = found.cloud | found.shadow
    assert (found.restored[:, ~flagged] == images[0][:, ~flagged].astype(np.float32)).all()


def test_a_shadow_is_told_by_the_light_that_is_missing_where_chance_is_wide(rng):
    images = fields(rng, dates=2, change=0.5)
    _, clear = judged(images, np.zeros((SIZE, SIZE), bool))
    shade = ndi.gaussian_filter((blob(60, 60, 30) > 0.3).astype(float), 1.5) * 0.55
    images[0] *= 1 - shade
    _, found = judged(images, np.zeros((SIZE, SIZE), bool))
    assert clear.shadow.mean() < 0.05
    assert found.shadow[shade > 0.3].mean() > 0.9
    assert found.shadow[shade == 0].mean() < 0.05


@pytest.mark.parametrize("towards", [0.9, 0.3])
def test_a_shadow_differs_towards_darkness_more_than_in_other_ways(towards):
    flat, bands = np.zeros((60, 60), np.float32), np.zeros((4, 60, 60), np.float32)
    dark = flat.copy()
    dark[10:40, 10:40] = 1
    signal = Signal(flat, 3 * dark, flat, 0.5 * dark, 9 * dark / towards, bands, bands, flat + 1, flat == 0)
    found = revised(Flags(flat > 0, flat > 0, flat, flat), signal).shadow
    assert found[25, 25] == (towards > 0.5)
    assert not found[50, 50]


def test_of_two_images_only_what_is_certain_as_a_whole_is_cloud(rng):
    def signal(cloud, total):
        flat = np.zeros((60, 60), np.float32)
        bands = np.zeros((4, 60, 60), np.float32)
        opacity = (cloud / 20).astype(np.float32)
        return Signal(cloud, flat, opacity, flat, total, bands, bands, flat + 1, flat == 0)

    large, small = np.zeros((60, 60), np.float32), np.zeros((60, 60), np.float32)
    large[10:30, 10:30], small[42:46, 42:46] = 9, 9
    nothing = np.zeros((60, 60), np.float32)
    for towards, kept in ((large, True), (small, False), (large + small, True)):
        told = signal(towards, towards**2 + 1)
        found = revised(Flags(towards > 4, towards < 0, nothing, nothing), told, two_images=True)
        assert found.cloud[15:25, 15:25].all() == kept
        assert not found.cloud[40:48, 40:48].any()
    # with dates enough a small cloud is one, and what differs in another way than cloud does is none
    told = signal(small, small**2 + 1)
    assert revised(Flags(small > 4, small < 0, nothing, nothing), told).cloud[42:46, 42:46].all()
    changed = signal(large, 4 * large**2 + 1)
    assert not revised(Flags(large > 4, large < 0, nothing, nothing), changed, two_images=True).cloud.any()


def test_a_veil_that_hangs_on_a_cloud_belongs_to_it():
    cols = np.mgrid[:60, :60][1]
    veil = np.clip(12 - 0.5 * cols, 0, None).astype(np.float32)  # falls off over 24 px
    flat, bands = np.zeros((60, 60), np.float32), np.zeros((4, 60, 60), np.float32)
    told = Signal(veil, flat, veil / 20, flat, veil**2 + 1, bands, bands, flat + 1, flat == 0)
    found = revised(Flags(veil > 6, flat > 1, flat, flat), told).cloud
    assert found[:, :16].all()
    assert not found[:, 26:].any()
    alone = revised(Flags(flat > 1, flat > 1, flat, flat), told).cloud
    assert not alone.any()


def test_a_small_dim_cloud_is_told_by_several_dates_alone():
    rows, cols = np.mgrid[:60, :60]
    dim = np.clip(4 - 0.3 * np.hypot(rows - 30, cols - 30), 0, 4).astype(np.float32)
    flat, bands = np.zeros_like(dim), np.zeros((4, *dim.shape), np.float32)
    nothing = Flags(flat > 1, flat > 1, flat, flat)
    for total, told in ((dim**2, True), (4 * dim**2, False)):  # changed ground differs in other ways too
        signal = Signal(dim, flat, dim / 60, flat, total, bands, bands, flat + 1, flat == 0)
        assert revised(nothing, signal, close=True).cloud[26:34, 26:34].all() == told
        assert not revised(nothing, signal, close=True, two_images=True).cloud.any()
        assert not revised(nothing, signal).cloud.any()


def test_without_what_was_found_the_scene_is_learned_as_if_it_were_clear(rng):
    """Haze that is learned as ground hides itself, and makes the ground seem to change more than it does."""
    images = fields(rng, dates=2, change=0.12).astype(np.float32)
    rows, cols = np.mgrid[:SIZE, :SIZE]
    opacity = np.clip(1 - np.hypot(rows - 40, cols - 50) / 70, 0, 0.8) ** 1.5
    hazy = np.concatenate([clouded(images[:1], opacity).astype(np.float32), images[1:]])
    every = np.ones((len(images), SIZE, SIZE), bool)
    models, found = {}, {}
    for name, shown, again in (("clear", images, True), ("once", hazy, False), ("again", hazy, True)):
        series = Series(shown, every, ~every[0])
        looked = partial(coarse_findings, windows=[series]) if again else None
        models[name] = learn([series], [every], clear=[every[0]], trust=0.5, seed=0, found=looked)
        found[name] = judge(models[name], series, masked=False, ragged=False)
    change = {name: np.sqrt(np.trace(model.change)) for name, model in models.items()}
    assert change["again"] < 0.6 * change["once"], change
    haze = (opacity > 0.1) & (opacity < 0.25)
    recall = {name: one.cloud[haze].mean() for name, one in found.items()}
    assert recall["once"] < 0.9 < recall["again"], recall
    assert (found["clear"].cloud | found["clear"].shadow).mean() < 0.02


def test_clear_dates_are_told_to_be_clear(rng):
    _, found = judged(fields(rng), np.zeros((SIZE, SIZE), bool))
    assert (found.cloud | found.shadow).mean() < 0.01
    assert found.dates.mean() < 0.01


def test_a_date_that_is_one_value_over_half_the_scene_is_learned_from_all_the_same(rng):
    """Zeros that nobody declared as nodata are predicted without any error, and so have no spread."""
    images = fields(rng, dates=2)
    images[1][:, :, : SIZE * 5 // 8] = 0
    _, found = judged(images, np.zeros((SIZE, SIZE), bool))
    assert np.isfinite(found.opacity).all()


def test_steep_ground_beside_a_clean_mask_is_told_to_be_clear(rng):
    """The scene's mean beside its hole is one-sided; a date's, from both sides, would lie uphill or downhill of it."""
    truth = field(rng, rows=SIZE, cols=SIZE)
    images = np.stack([truth, *(truth * gain + 3000 + rng.normal(0, 20, truth.shape) for gain in (0.8, 1.2))])
    hole = np.zeros((SIZE, SIZE), bool)
    hole[40:75, 50:95] = True
    images[0][:, hole] = 9000
    _, found = judged(images, hole)
    assert (found.cloud | found.shadow).mean() < 0.001


def test_a_cloudy_date_is_not_believed_where_another_is_clear(rng):
    images = fields(rng)
    opacity = blob(64, 64, 30)
    images[2] = clouded(images[2], opacity)
    series, found = judged(images, np.zeros((SIZE, SIZE), bool))
    believed = believed_dates(series, found.dates)
    assert not believed[2][opacity > 0.2].any()
    assert believed[[0, 1, 3]].mean() > 0.98
    assert believed[2][opacity == 0].mean() > 0.9


def test_the_last_date_that_shows_the_ground_is_kept_whatever_it_shows(rng):
    images = fields(rng, dates=3)
    opacity = blob(64, 64, 30)
    images[1:] = [clouded(image, opacity) for image in images[1:]]
    series, found = judged(images, np.zeros((SIZE, SIZE), bool))
    assert believed_dates(series, found.dates)[1:].any(axis=0).all()


def test_scores_change_beside_gaps_only_and_there_to_means_over_jointly_valid_pixels(rng):
    images = np.asarray(fields(rng), np.float32)
    valid = np.ones((len(images), SIZE, SIZE), dtype=bool)
    valid[0] = blob(SIZE // 2, SIZE // 2, 12) == 0
    valid[2, :9, :9] = False
    series = Series(images, valid, ~valid[0])
    standard = Standard.of([series])
    plain = standard.scores(series)
    beside = scores_beside_gaps(standard, series, plain)
    near = [ndi.binary_dilation(where, np.ones((9, 9))) for where in (valid[0], ~valid[0])]
    edge = near[0] & near[1]
    assert 0 < edge.sum() < 0.2 * SIZE**2
    assert beside.fine[0] is plain.fine[0]
    assert beside.wide is plain.wide
    for number in range(1, len(images)):
        joint = standard.score(smoothed(images[number], valid[number] & valid[0], FINE), number)
        np.testing.assert_array_equal(beside.fine[number], np.where(edge, joint, plain.fine[number]))
        assert (beside.fine[number] != plain.fine[number]).any()


def test_scores_of_a_scene_without_gaps_do_not_change(rng):
    images = np.asarray(fields(rng), np.float32)
    series = Series(images, np.ones((len(images), SIZE, SIZE), dtype=bool), np.zeros((SIZE, SIZE), dtype=bool))
    standard = Standard.of([series])
    plain = standard.scores(series)
    after = scores_beside_gaps(standard, series, plain).fine
    assert all(one is other for one, other in zip(after, plain.fine, strict=True))


def test_what_is_predicted_from_changes_is_what_is_predicted_from_whole_images(rng, monkeypatch):
    monkeypatch.setattr("geoinpaint_engine.quality.contamination.series.CHUNK", 1000)  # gaps lie in several
    images = np.asarray(fields(rng), np.float32)
    valid = np.ones((len(images), SIZE, SIZE), dtype=bool)
    valid[0] = blob(SIZE // 2, SIZE // 2, 12) == 0
    valid[2, SIZE // 2 : SIZE // 2 + 9, :40] = False
    series = Series(images, valid, ~valid[0])
    standard = Standard.of([series])
    plain = standard.scores(series)
    whole = scores_beside_gaps(standard, series, plain)
    changed = replace(plain, changes=fine_changes(standard, series))
    slopes = rng.standard_normal(((2 * (len(images) - 1) + 1) * images.shape[1], images.shape[1]))
    for one, other in zip(predicted(changed, 0, valid, slopes), predicted(whole, 0, valid, slopes), strict=True):
        np.testing.assert_array_equal(one, other)
    assert (predicted(changed, 0, valid, slopes)[0] != predicted(plain, 0, valid, slopes)[0]).any()
    places, around = np.arange(50 * SIZE, 60 * SIZE), np.arange(48 * SIZE, 62 * SIZE)
    there = [predicted_at(places, around, scores, 0, valid, slopes) for scores in (changed, whole)]
    for one, other in zip(*there, strict=True):
        np.testing.assert_array_equal(one, other)

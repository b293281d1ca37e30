"""Which dates are chosen by how well they predict the scene's clear ground."""

import numpy as np

from geoinpaint_engine.sources.date_selection import comparison_bands, select_dates

CLEAR = np.ones((40, 50), bool)
SHOWN = dict.fromkeys(range(5), 1.0)
BEFORE = dict.fromkeys(range(5), True)


def ground(seed):
    return np.random.default_rng(seed).standard_normal((40, 50)).astype(np.float32)


def scene_and_dates():
    """A scene of two grounds; dates that show one of them, the other, the first again, both faintly, and nothing."""
    first, second, noise = ground(1), ground(2), ground(3)
    scene = np.stack([first + second, first - 2 * second])
    dates = [first, second, first + 0.01 * noise, first + second + 1.5 * noise, noise]
    return scene, {number: np.stack([one, one]) for number, one in enumerate(dates)}


def test_a_date_that_tells_what_another_does_not_is_chosen_before_the_same_again():
    scene, dates = scene_and_dates()
    assert set(select_dates(scene, CLEAR, dates, SHOWN, BEFORE, 2)) == {0, 1}
    assert select_dates(scene, CLEAR, dates, SHOWN, BEFORE, 1) == [1]  # there is more of it
    assert sorted(select_dates(scene, CLEAR, dates, SHOWN, BEFORE, 9)) == [0, 1, 2, 3, 4]


def test_what_shows_little_of_the_hole_counts_little_and_next_to_nothing_not_at_all():
    scene, dates = scene_and_dates()
    assert select_dates(scene, CLEAR, dates, {**SHOWN, 1: 0.1}, BEFORE, 1) != [1]
    assert 1 not in select_dates(scene, CLEAR, dates, {**SHOWN, 1: 0.01}, BEFORE, 5)


def test_of_several_dates_some_are_before_the_scene_and_some_after_it():
    scene, dates = scene_and_dates()
    after = {**BEFORE, 4: False}  # the one that shows nothing of it
    assert select_dates(scene, CLEAR, dates, SHOWN, after, 3)[-1] == 4
    assert select_dates(scene, CLEAR, dates, SHOWN, after, 1) == [1]


def test_a_date_tells_nothing_where_it_is_cloudy():
    scene, dates = scene_and_dates()
    dates[1][:, :, 5:] = np.nan
    assert select_dates(scene, CLEAR, dates, SHOWN, BEFORE, 1) != [1]
    dates[1][:] = np.nan
    assert select_dates(scene, CLEAR, dates, SHOWN, BEFORE, 4)[-1] != 1


def test_a_constant_and_a_factor_of_a_date_do_not_matter():
    scene, dates = scene_and_dates()
    other = {number: 700 * values + 9000 for number, values in dates.items()}
    order = select_dates(scene, CLEAR, dates, SHOWN, BEFORE, 3)
    assert select_dates(scene * 3000 + 100, CLEAR, other, SHOWN, BEFORE, 3)[:2] == order[:2]


def test_without_clear_ground_nothing_is_told():
    scene, dates = scene_and_dates()
    assert select_dates(scene, np.zeros_like(CLEAR), dates, SHOWN, BEFORE, 3) == []


def test_red_and_near_infrared_are_looked_at():
    assert comparison_bands(("B02", "B03", "B04", "B08")) == ("B04", "B08")
    assert comparison_bands(("B02", "B04", "B8A")) == ("B04", "B8A")
    assert comparison_bands(("B11",)) == ("B11",)

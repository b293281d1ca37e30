"""Wrong offsets and scales of a date: what fills make of them, and how they are noticed."""

import json

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import geoinpaint_engine as gi
from geoinpaint_engine.raster.spec import Radiometry
from geoinpaint_engine.sentinel.items import item_of, radiometry_of
from geoinpaint_engine.sources.offsets import checked_offset
from tests.engine.conftest import field

OFFSETS = st.integers(-2500, 2500)
FORGIVING = {"mt": {"mode": "mt"}, "regression": {"mode": "classical", "fill": "regression"}}


@pytest.fixture(scope="module")
def place():
    """A scene of 128 px with a hole, and two other dates of it, as float32 DN."""
    rng = np.random.default_rng(4)
    truth = field(rng, rows=128, cols=128).astype("uint16")
    hole = np.zeros(truth.shape[1:], bool)
    hole[40:75, 50:95] = True
    dates = [truth * gain + 3000 + 20 * rng.standard_normal(truth.shape) for gain in (0.8, 1.2)]
    return np.where(hole, np.uint16(9000), truth), hole, [date.astype("float32") for date in dates]


def filled(place, dates, **way):
    scene, hole, _ = place
    # references declare the scene's units by their levels alone; a wrong offset must not look like another unit
    return gi.fill(scene, hole, references=dates, holdout=False, **way).filled.astype(int)


@pytest.fixture(scope="module")
def right(place):
    return {name: filled(place, place[2], **way) for name, way in FORGIVING.items()}


@pytest.mark.parametrize("name", FORGIVING)
@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(OFFSETS, min_size=3, max_size=3), st.floats(0.9, 1.1), st.sampled_from([0, 1]))
def test_a_wrong_offset_and_scale_change_no_fill_that_learns(place, right, name, offsets, scale, which):
    """Each band of one date by another constant, and all of it by up to a tenth more or less: within 1 DN."""
    dates = list(place[2])
    dates[which] = (dates[which] * scale + np.array(offsets, "float32")[:, None, None]).astype("float32")
    assert np.abs(filled(place, dates, **FORGIVING[name]) - right[name]).max() <= 1


def test_ratio_and_paste_do_not_forgive_offsets(place):
    """Which is why they are checked; docs/evidence.md says it."""
    for fill in ("ratio", "paste"):
        one, other = (
            filled(place, [date + shift for date in place[2]], mode="classical", fill=fill) for shift in (0, 1000)
        )
        assert np.abs(one - other).max() > 50


def item(properties, **asset):
    document = {
        "type": "Feature", "id": "a", "properties": {"datetime": "2023-06-04T10:00:00Z", **properties},
        "assets": {"red": {"href": "https://host.example/red.tif", "type": "image/tiff", **asset}},
    }  # fmt: skip
    return item_of(json.loads(json.dumps(document)), "https://host.example/items/a")


@pytest.mark.parametrize(
    ("properties", "asset", "own", "offset"),
    [
        # Earth Search: its files have been shifted, and its items declare the offset all the same
        ({"earthsearch:boa_offset_applied": True}, {"raster:bands": [{"scale": 1e-4, "offset": -0.1}]}, (1, 0), 0.0),
        ({"earthsearch:boa_offset_applied": False}, {"raster:bands": [{"scale": 1e-4, "offset": -0.1}]}, (1, 0), -0.1),
        # Planetary Computer: nothing but the baseline tells
        ({"s2:processing_baseline": "05.09"}, {}, (1, 0), -0.1),
        ({"s2:processing_baseline": "02.12"}, {}, (1, 0), 0.0),
        # STAC 1.1: in the asset or its bands
        ({}, {"raster:scale": 1e-4, "raster:offset": -0.1}, (1, 0), -0.1),
        ({}, {"bands": [{"name": "B04", "raster:scale": 1e-4, "raster:offset": -0.1}]}, (1, 0), -0.1),
        # the file's own word, where the item is silent
        ({}, {}, (1e-4, -0.1), -0.1),
        ({}, {}, (1, 0), 0.0),
    ],
)  # fmt: skip
def test_where_the_offset_is_read(properties, asset, own, offset):
    found = item(properties, **asset)
    radiometry, _ = radiometry_of(found, found.bands["B04"], Radiometry(*own))
    assert (radiometry.scale, radiometry.offset) == (1e-4, offset)


def ground(rng, count=5000):
    """(4, count) reflectance with dark water and bright soil."""
    base = rng.gamma(2.0, 0.04, (1, count)) + 0.01
    return base * np.array([[0.6], [0.8], [1.0], [2.0]]) + 0.003 * rng.standard_normal((4, count))


def test_a_wrong_offset_is_noticed_on_clear_ground(rng):
    ours = ground(rng)
    season = ours * 1.1 + 0.01 + 0.004 * rng.standard_normal(ours.shape)
    declared = (Radiometry(1e-4, -0.1),) * 4
    plain = (Radiometry(1e-4, 0.0),) * 4
    assert checked_offset(ours, season, declared) == (declared, "")
    assert checked_offset(ours, season, plain) == (plain, "")
    corrected, note = checked_offset(ours, season - 0.1, declared)
    assert corrected == plain
    assert note
    corrected, note = checked_offset(ours, season + 0.1, plain)
    assert corrected == declared
    assert note


def test_darkness_that_both_share_is_no_offset(rng):
    ours = ground(rng) - 0.1
    declared = (Radiometry(1e-4, -0.1),) * 4
    assert checked_offset(ours, ours + 0.002, declared) == (declared, "")

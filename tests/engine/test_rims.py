"""Rims that a mask leaves, told by the image alone: found where there are some, and not used; else nothing."""

import numpy as np
import pytest
from scipy import ndimage as ndi

from geoinpaint_engine.errors import Cancelled
from geoinpaint_engine.quality.rims import View, rim_width
from tests.engine.conftest import read_raster, write_raster
from tests.engine.runs import run_here

SIZE, NAMES = 200, ("B02", "B03", "B04", "B08")


def ground(rng, size=SIZE):
    noise = ndi.gaussian_filter(rng.standard_normal((4, size, size)), (0, 3, 3)) * 4000
    return (np.array([600, 900, 1000, 2500])[:, None, None] + noise + 40 * rng.standard_normal(noise.shape)).clip(50)


def cloudy(truth, rng, *, dark=False):
    """The scene under soft clouds or shadows, and a mask of their cores that misses 3 px of their edges."""
    rough = ndi.gaussian_filter(rng.standard_normal(truth.shape[1:]), 12)
    core = rough > np.quantile(rough, 0.8)
    opacity = np.clip(1 - ndi.distance_transform_edt(~core) / 7, 0, 1) * 0.7
    scene = truth * (1 - opacity) + (0 if dark else 7000) * opacity
    return scene, ndi.binary_dilation(core, iterations=2)


@pytest.mark.parametrize("dark", [False, True])
def test_a_soft_edge_is_found_and_a_clean_one_is_not(rng, dark):
    truth = ground(rng)
    scene, hole = cloudy(truth, rng, dark=dark)
    assert 2 <= rim_width([View(scene, hole, ~hole)], seed=0) <= 6
    alarms = [rim_width([View(ground(rng), cloudy(truth, rng)[1], ~cloudy(truth, rng)[1])], seed=n) for n in range(8)]
    assert sum(width > 0 for width in alarms) == 0


def test_units_do_not_matter_and_little_ground_says_nothing(rng):
    truth = ground(rng)
    scene, hole = cloudy(truth, rng)
    width = rim_width([View(scene, hole, ~hole)], seed=0)
    assert rim_width([View(scene / 1e4, hole, ~hole)], seed=0) == width
    assert rim_width([View(-scene, hole, ~hole)], seed=0) is None  # no brightness
    assert rim_width([View(scene[:, :24, :24], hole[:24, :24], ~hole[:24, :24])], seed=0) is None
    assert rim_width([View(scene, hole, ~hole & (ndi.distance_transform_edt(~hole) < 9))], seed=0) is None
    assert rim_width([], seed=0) is None


@pytest.mark.parametrize("document", [{"mode": "classical", "fill": "harmonic"}, {"mode": "basic"}])
def test_no_fill_starts_from_it(tmp_path, rng, fill, document):
    truth = ground(rng).astype("uint16")
    scene, hole = cloudy(truth, rng)
    write_raster(tmp_path / "scene.tif", scene.astype("uint16"), names=NAMES)
    write_raster(tmp_path / "mask.tif", hole[None].astype("uint8"))

    def error(**more):
        events = fill(**document, **more)
        filled = read_raster(tmp_path / "filled.tif")
        told = [event["message"] for event in events if event.get("code") == "contaminated-rim"]
        return filled, np.sqrt(((filled.astype(float) - truth)[:, hole] ** 2).mean()), told

    filled, ours, told = error()
    np.testing.assert_array_equal(filled[:, ~hole], scene.astype("uint16")[:, ~hole])
    assert len(told) == 1
    assert "by the image alone" in told[0]
    # the mask that leaves nothing beside it
    _, best, _ = error(dilate=6)
    assert ours < 1.3 * best
    write_raster(tmp_path / "scene.tif", truth, names=NAMES)
    clean, least, told = error()
    assert not told
    assert ours < 1.5 * least
    np.testing.assert_array_equal(clean[:, ~hole], truth[:, ~hole])


@pytest.mark.parametrize(("size", "by_date"), [(64, True), (44, False)])
def test_a_small_scene_is_judged_by_its_date_where_that_can_be_learned(tmp_path, rng, fill, size, by_date):
    truth = ground(rng, size)
    scene, hole = cloudy(truth, rng)
    date = truth * 1.1 + 20 * rng.standard_normal(truth.shape)
    for name, image in (("scene", scene), ("date", date)):
        write_raster(tmp_path / f"{name}.tif", image.astype("uint16"), names=NAMES)
    write_raster(tmp_path / "mask.tif", hole[None].astype("uint8"))
    events = fill(mode="mt", references=[{"path": "date.tif", "date": "2024-05-01"}])
    told = [event["message"] for event in events if event.get("code") == "contaminated-rim"]
    assert len(told) == 1
    assert ("by the image alone" in told[0]) == (not by_date)
    error = np.sqrt(((read_raster(tmp_path / "filled.tif").astype(float) - truth)[:, hole] ** 2).mean())
    assert error < 150


def test_a_run_that_goes_on_finds_the_same(tmp_path, rng):
    scene, hole = cloudy(ground(rng, 450), rng)
    write_raster(tmp_path / "scene.tif", scene.astype("uint16"), names=NAMES)
    write_raster(tmp_path / "mask.tif", hole[None].astype("uint8"))
    job = {"mode": "classical", "fill": "harmonic", "references": [], "tile": 64}
    whole = run_here(tmp_path, "whole.tif", **job)
    with pytest.raises(Cancelled):
        run_here(tmp_path, "parts.tif", cancel_after=3, **job)
    parts = run_here(tmp_path, "parts.tif", **job)
    np.testing.assert_array_equal(read_raster(tmp_path / "parts.tif"), read_raster(tmp_path / "whole.tif"))
    assert parts["clear_pixels"] == whole["clear_pixels"] < (~hole).sum()

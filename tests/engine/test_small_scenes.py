"""Scenes with few clear pixels: they use what they have, and say what was used."""

import numpy as np
import pytest
from scipy import ndimage as ndi

from tests.engine.conftest import read_raster, write_raster

NAMES = ("B02", "B03", "B04")
REFERENCES = [{"path": "reference_1.tif"}]


def crop(folder, rng, *, size=30, clear=400):
    """A crop of a rough scene in which so many pixels are clear, another date and Sentinel-1; its truth and hole."""
    ground = ndi.gaussian_filter(rng.standard_normal((3, size, size)), (0, 1.5, 1.5)) * 2500 + 2500
    truth = (1.3 * ground + 40 * rng.standard_normal(ground.shape)).astype("uint16")
    rough = ndi.gaussian_filter(rng.standard_normal((size, size)), 4)
    hole = rough > np.sort(rough, axis=None)[clear - 1]
    write_raster(folder / "scene.tif", np.where(hole, np.uint16(9000), truth), names=NAMES)
    write_raster(folder / "mask.tif", hole[None].astype("uint8"))
    write_raster(folder / "reference_1.tif", ground.astype("uint16"), names=NAMES)
    radar = ground[:2] / 400 - 18 + 0.3 * rng.standard_normal((2, size, size))
    write_raster(folder / "sar.tif", radar.astype("float32"), names=("VV", "VH"))
    return truth.astype(float), hole


def told(events):
    return next((event["message"] for event in events if event.get("code") == "few-clear-pixels"), None)


@pytest.mark.parametrize("clear", [450, 150, 60, 8])
@pytest.mark.parametrize("wish", [{"mode": "mt"}, {"mode": "mt-r"}, {"mode": "classical", "fill": "regression"}])
def test_the_references_are_used_however_small_the_scene(tmp_path, rng, fill, wish, clear):
    truth, hole = crop(tmp_path, rng, clear=clear)

    def error(**document):
        events = fill(**document)
        return np.sqrt(((read_raster(tmp_path / "filled.tif") - truth)[:, hole] ** 2).mean()), told(events)

    ours, message = error(references=REFERENCES, **wish)
    harmonic, _ = error(mode="classical", fill="harmonic")
    assert ours < 0.5 * harmonic
    plain = clear < (500 if wish["mode"] == "classical" else 100)
    assert (message is not None) == plain
    if plain:
        assert message.startswith(f"Other dates or Sentinel-1 show only {clear} px of the clear ground, so ")
        assert message.endswith("expect a coarse fill, or give a larger part of the scene.")
        assert ("scaled" in message) == (clear < 20)


@pytest.mark.parametrize(("size", "judged"), [(30, False), (90, True)])
def test_a_rim_that_nothing_can_judge_is_told(tmp_path, rng, fill, size, judged):
    crop(tmp_path, rng, size=size, clear=size * size * 3 // 4)
    said = [event["message"] for event in fill(references=REFERENCES) if event.get("code") == "rim-not-judged"]
    assert len(said) == (not judged)
    assert judged or said[0].startswith("Too few pixels of the scene are clear (675)")
    assert not [event for event in fill(fill="harmonic") if event.get("code") == "rim-not-judged"]


@pytest.mark.parametrize("mode", ["ms", "ms-r", "ms-mt"])
def test_sentinel_1_is_not_believed_on_so_few(tmp_path, rng, fill, mode):
    crop(tmp_path, rng, clear=80)
    references = REFERENCES if mode == "ms-mt" else []
    message = told(fill(mode=mode, references=references, sar=[{"path": "sar.tif"}]))
    assert message.startswith("Other dates or Sentinel-1 show only 80 px of the clear ground")
    assert ("edge alone" in message) == (not references)
    found = read_raster(tmp_path / "filled.tif")
    fill(mode="classical", fill="regression" if references else "harmonic", references=references)
    np.testing.assert_array_equal(found, read_raster(tmp_path / "filled.tif"))


@pytest.mark.parametrize("wish", [{"mode": "classical", "fill": "harmonic"}, {"mode": "basic"}])
def test_a_fill_of_next_to_nothing_is_told(tmp_path, rng, fill, wish):
    crop(tmp_path, rng, size=64, clear=4)
    assert told(fill(**wish)) == (
        "4,092 px are filled from 4 px of clear ground alone: expect hardly more than their mean, or give another "
        "date or a larger part of the scene."
    )
    crop(tmp_path, rng, size=64, clear=150)
    assert told(fill(**wish)) is None

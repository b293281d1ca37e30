"""Cloud, haze and shadow that the mask leaves, in whole runs: told, pictured, and filled where that is wanted."""

import base64

import cv2
import numpy as np
import pytest
from scipy import ndimage as ndi

from geoinpaint_engine.pipeline import contamination_cells, contamination_picture, contamination_run, holdout_run
from geoinpaint_engine.pipeline.contamination_picture import CLOUD as CLOUDY
from geoinpaint_engine.pipeline.contamination_picture import SHADOW as SHADED
from geoinpaint_engine.raster import source
from tests.engine.clouded_scenes import (
    NAMES,
    REFERENCES,
    SIZE,
    blob,
    clouded,
    errors,
    judged,
    soft_edged,
    warnings_of,
)
from tests.engine.conftest import read_raster, write_raster


@pytest.fixture
def place(rng, request):
    """See `soft_edged`; the parameter: how much ground changes between the dates."""
    return soft_edged(rng, *([request.param] if hasattr(request, "param") else []))


@pytest.fixture
def files(place, tmp_path):
    images, *_, mask = place
    write_raster(tmp_path / "scene.tif", images[0].round().astype("uint16"), names=NAMES)
    for number, image in enumerate(images[1:], 1):
        write_raster(tmp_path / f"reference_{number}.tif", image.round().astype("uint16"), names=NAMES)
    write_raster(tmp_path / "mask.tif", mask[None].astype("uint8"))
    return tmp_path


@pytest.mark.parametrize(("mode", "large"), [("mt", False), ("classical", False), ("classical", True)])
def test_a_mask_that_misses_the_soft_edge_fills_about_as_well_as_one_that_does_not(
    files, place, fill, mode, large, monkeypatch
):
    if large:  # judged in cells
        monkeypatch.setattr("geoinpaint_engine.pipeline.contamination_cells.LARGE", 1000)
    _, truth, opacity, shade, mask = place
    events = fill(mode=mode, references=REFERENCES)
    scene = read_raster(files / "scene.tif")
    assert (read_raster(files / "filled.tif")[:, ~mask] == scene[:, ~mask]).all()
    loose = errors(files, truth, mask)
    said = warnings_of(events)["contaminated-rim"]
    assert "beside the mask look like cloud" in said
    assert "growing the mask by" in said
    write_raster(files / "mask.tif", ((opacity > 0.01) | (shade > 0.02))[None].astype("uint8"))
    fill(mode=mode, references=REFERENCES)
    assert loose < 1.3 * errors(files, truth, mask)


def test_the_mask_grows_by_what_was_found_where_that_is_wanted(files, place, fill):
    _, truth, opacity, shade, _ = place
    plain = fill(references=REFERENCES)[-1]["figures"]
    events = fill(references=REFERENCES, grow="auto")
    figures = events[-1]["figures"]
    added = figures["hole_pixels"] - plain["hole_pixels"]
    said = warnings_of(events)["contaminated-rim"]
    assert said.startswith(f"{added:,} px that the mask leaves out look like ")
    assert "added to the mask" in said
    assert figures["hole_pixels"] > 1.2 * plain["hole_pixels"]
    affected = (opacity > 0.1) | (shade > 0.2)
    scene = read_raster(files / "scene.tif").astype(float)
    assert errors(files, truth, affected) < 0.3 * np.sqrt(((scene - truth)[:, affected] ** 2).mean())


@pytest.mark.parametrize("document", [{"mode": "mt"}, {"mode": "classical", "fill": "regression"}])
def test_the_hole_is_filled_the_same_whether_or_not_what_was_found_is_added_to_the_mask(
    files, place, fill, document
):
    mask = place[-1]
    told = fill(**document, references=REFERENCES)[-1]["figures"]
    alone = read_raster(files / "filled.tif")
    added = fill(**document, references=REFERENCES, grow="auto")[-1]["figures"]
    filled = read_raster(files / "filled.tif")
    np.testing.assert_array_equal(filled[:, mask], alone[:, mask])
    assert (filled != alone).any(axis=0)[~mask].sum() > 500
    assert told["holdout_rmse"] == added["holdout_rmse"]


def test_what_is_added_to_the_mask_is_told_however_little_it_is(files, fill, monkeypatch):
    monkeypatch.setattr(contamination_run, "leaves_rims", lambda *_: False)
    assert "contaminated-rim" not in warnings_of(fill(references=REFERENCES))
    events = fill(references=REFERENCES, grow="auto")
    told = next(event for event in events if event["event"] == "contamination")
    assert warnings_of(events)["contaminated-rim"].startswith(f"{told['beside'] + told['elsewhere']:,} px ")


@pytest.mark.parametrize("place", [0.3], indirect=True)
def test_through_thin_cloud_that_is_added_to_the_mask_the_ground_is_seen(files, place, fill, monkeypatch):
    _, truth, opacity, shade, mask = place
    thin = ~mask & (((opacity > 0.05) & (opacity < 0.4)) | (shade > 0.2))
    scene = read_raster(files / "scene.tif")
    fill(mode="mt", references=REFERENCES, grow="auto")
    seen, filled = errors(files, truth, thin), read_raster(files / "filled.tif")
    monkeypatch.setattr(source, "SEEN_THROUGH", 0.0)
    fill(mode="mt", references=REFERENCES, grow="auto")
    guessed = read_raster(files / "filled.tif")
    assert seen < 0.9 * errors(files, truth, thin)
    np.testing.assert_array_equal(filled[:, mask], guessed[:, mask])  # in the mask only shadow is looked at
    unchanged = (guessed == scene).all(axis=0)
    np.testing.assert_array_equal(filled[:, unchanged], scene[:, unchanged])


def test_ground_that_hardly_varies_is_not_looked_at_through_cloud(rng):
    images = np.array([900.0, 700.0, 500.0, 300.0])[:, None, None] + rng.normal(0, 2, (4, 4, SIZE, SIZE))
    opacity = blob(40, 40, 26)
    images[0] = clouded(images[0], opacity)
    _, sea = judged(images, opacity > 0.5)
    assert sea.cloud.any()
    assert not sea.seen.any()
    land, *_, mask = soft_edged(rng, 0.3)
    _, found = judged(land, mask)
    assert found.seen.any()
    assert not (found.seen & ~(found.cloud | found.shadow)).any()
    assert (np.abs(found.opacity[found.seen]) < 0.6).all()


def test_what_was_judged_in_cells_is_smooth_between_them():
    ramp = np.arange(24, dtype=np.float32)[None, :, None] + 3 * np.arange(23, dtype=np.float32)[None, None, :]
    cells = np.stack([contamination_cells.means(ramp, np.ones((24, 23), bool), 2)[0][0]])
    inner = (slice(2, 6), slice(3, 9))
    within = contamination_cells.spread_smoothly(cells, inner, 2, (7, 12))
    np.testing.assert_allclose(within, ramp[:, 4:11, 6:18], atol=1e-4)


def test_beside_a_mask_that_leaves_rims_more_is_expected_than_the_patches_in_the_clear_tell(
    files, place, fill, monkeypatch
):
    _, _, opacity, shade, _ = place
    told = fill(references=REFERENCES)[-1]["figures"]["hole_rmse"]
    write_raster(files / "exact.tif", ((opacity > 0.01) | (shade > 0.02))[None].astype("uint8"))
    exact = fill(references=REFERENCES, mask=[{"path": "exact.tif"}])[-1]["figures"]["hole_rmse"]
    monkeypatch.setattr(holdout_run, "DOUBTED", 1.0)
    assert told == pytest.approx(1.25 * fill(references=REFERENCES)[-1]["figures"]["hole_rmse"], rel=1e-3)
    assert exact == fill(references=REFERENCES, mask=[{"path": "exact.tif"}])[-1]["figures"]["hole_rmse"]


def test_ground_beside_a_mask_that_leaves_rims_is_not_taken_for_sure(files, place, fill, monkeypatch):
    _, _, opacity, shade, _ = place
    write_raster(files / "exact.tif", ((opacity > 0.01) | (shade > 0.02))[None].astype("uint8"))
    masks = [{"path": name} for name in ("mask.tif", "exact.tif")]

    def fills():
        for mask in masks:
            fill(mode="mt", references=REFERENCES, mask=[mask], holdout=False)
            yield read_raster(files / "filled.tif")

    loose, exact = fills()
    monkeypatch.setattr(source, "NEAR_RIMS", 0)
    sure_loose, sure_exact = fills()
    assert (loose != sure_loose).any()
    np.testing.assert_array_equal(exact, sure_exact)


@pytest.mark.parametrize("grow", ["none", "auto"])
def test_what_was_found_is_told_as_a_picture(files, place, fill, grow):
    _, _, opacity, shade, mask = place
    events = fill(references=REFERENCES, grow=grow)
    told = next(event for event in events if event["event"] == "contamination")
    assert (told["added"], told["step"]) == (grow == "auto", 1)
    codes = cv2.imdecode(np.frombuffer(base64.b64decode(told["picture"]), np.uint8), cv2.IMREAD_UNCHANGED)
    assert codes.shape == mask.shape
    assert not codes[mask].any()
    assert (codes[~mask & (opacity > 0.25)] == CLOUDY).mean() > 0.95
    assert (codes[~mask & (shade > 0.3) & (opacity < 0.01)] == SHADED).mean() > 0.9
    assert told["beside"] + told["elsewhere"] == np.count_nonzero(codes)


def test_a_large_scene_is_told_as_a_small_picture_that_keeps_thin_rims(files, place, fill, monkeypatch):
    monkeypatch.setattr(contamination_picture, "SIDE", 40)
    told = next(event for event in fill(references=REFERENCES) if event["event"] == "contamination")
    codes = cv2.imdecode(np.frombuffer(base64.b64decode(told["picture"]), np.uint8), cv2.IMREAD_UNCHANGED)
    assert max(codes.shape) <= 40 < SIZE
    assert codes.shape[0] * told["step"] >= SIZE
    assert np.count_nonzero(codes) * told["step"] ** 2 > told["beside"] + told["elsewhere"]


def test_clouds_are_detected_without_any_mask(files, place, geoinpaint):
    _, _, opacity, shade, _ = place
    options = [word for one in REFERENCES for word in ("--reference", one["path"])]
    done = geoinpaint("mask", "scene.tif", "--detect", *options, "-o", "found.tif", "--json")
    assert done.code == 0, done.stderr
    found = read_raster(files / "found.tif")[0] > 0
    assert found[(opacity > 0.1) | (shade > 0.25)].mean() > 0.95
    untouched = ndi.distance_transform_edt(~((opacity > 0) | (shade > 0.01))) > 3
    assert found[untouched].mean() < 0.02
    assert geoinpaint("mask", "scene.tif", "--detect", "-o", "x.tif", "--json").last["code"] == (
        "detect-without-references"
    )


def test_a_scene_without_a_cloud_is_told_as_that(files, geoinpaint):
    (files / "clear.tif").write_bytes((files / "reference_1.tif").read_bytes())
    done = geoinpaint("mask", "clear.tif", "--detect", "--reference", "reference_1.tif", "-o", "found.tif", "--json")
    assert (done.code, done.last["code"]) == (3, "mask-empty")
    assert done.last["message"] == "Nothing in clear.tif looks like cloud or shadow."
    assert not (files / "found.tif").exists()


def test_cirrus_and_water_vapour_tell_nothing_of_the_ground(files, place, geoinpaint, rng):
    """They are among the 13 bands of a whole image, and no cloud is bright in all of them."""
    opacity = place[2]
    for name in ("scene", *(f"reference_{number}" for number in (1, 2, 3))):
        ground = read_raster(files / f"{name}.tif")
        air = rng.integers(10, 40, (2, SIZE, SIZE)).astype("uint16")
        write_raster(files / f"{name}.tif", np.concatenate([ground, air]), names=(*NAMES, "B09", "B10"))
    words = [word for number in (1, 2, 3) for word in ("--reference", f"reference_{number}.tif")]
    done = geoinpaint("mask", "scene.tif", "--detect", *words, "-o", "found.tif", cwd=files)
    assert done.code == 0, done.stderr
    assert read_raster(files / "found.tif")[0][opacity > 0.25].mean() > 0.95


def test_a_reference_that_is_mostly_cloud_is_told_by_name(files, place, fill, rng):
    images, *_ = place
    haze = np.full((SIZE, SIZE), 0.7)
    haze[:, :40] = 0
    write_raster(files / "reference_2.tif", clouded(images[2], haze).round().astype("uint16"), names=NAMES)
    said = warnings_of(fill(references=REFERENCES))["reference-cloudy"]
    assert "reference_2" in said


def test_the_report_shows_what_was_found(files, fill):
    fill(references=REFERENCES, report="report.html")
    page = (files / "report.html").read_text(encoding="utf-8")
    assert "outside the mask" in page
    assert "beside the mask look like cloud" in page
    # beside a good mask there is nothing to show
    rows, cols = np.mgrid[:SIZE, :SIZE]
    truth = read_raster(files / "reference_1.tif")
    write_raster(files / "scene.tif", truth, names=NAMES)
    write_raster(files / "mask.tif", (np.hypot(rows - 40, cols - 40) < 15)[None].astype("uint8"))
    fill(references=REFERENCES[1:], report="report.html")
    assert "beside the mask look like" not in (files / "report.html").read_text(encoding="utf-8")

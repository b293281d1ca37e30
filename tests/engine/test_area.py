"""An area limits the fill to its exact shape: the rest of a hole, and of the scene, stays as it is."""

import json

import numpy as np
import pytest
from rasterio.features import rasterize
from rasterio.transform import from_origin

from geoinpaint_engine.errors import EngineError, InputError, UsageError
from tests.engine.conftest import read_raster, write_raster
from tests.engine.measured import WAYS, place
from tests.engine.vectors import polygon_wkb, ring_of, write_vector

PLACE = from_origin(500_000, 4_600_000, 10, 10)
SLANTED = [(10, 8), (33.2, 17.7), (24.1, 34.9), (12, 30)]  # (column, row) in the job_files' scene; cuts a hole
RINGED = [(16, 15), (20, 15), (20, 19), (16, 19)]  # lies in it, and is left out


def covered(*rings, shape=(48, 56)):
    return rasterize([{"type": "Polygon", "coordinates": list(rings)}], out_shape=shape).astype(bool)


def area(folder, *rings, crs="EPSG:32633", name="area.gpkg", **kwargs):
    """A vector of one polygon, its rings in pixels."""
    placed = [ring_of(PLACE, ring, None if crs == "EPSG:32633" else crs) for ring in rings]
    return write_vector(folder / name, [polygon_wkb(*placed)], crs=crs, **kwargs)


@pytest.mark.parametrize("crs", ["EPSG:32633", "EPSG:4326"])
def test_an_area_limits_the_fill_to_its_shape(job_files, fill, crs):
    folder, _, hole = job_files
    area(folder, SLANTED, RINGED, crs=crs)
    scene = read_raster(folder / "scene.tif")
    fill(fill="harmonic", output={"path": "whole.tif"})
    events = fill(fill="harmonic", area={"path": "area.gpkg"}, output={"path": "filled.tif", "fill_flag": "flag.tif"})
    inside = covered([*SLANTED, SLANTED[0]], [*RINGED, RINGED[0]])
    wanted = hole & inside
    assert 50 < wanted.sum() < 0.7 * hole.sum()
    result, whole = read_raster(folder / "filled.tif"), read_raster(folder / "whole.tif")
    np.testing.assert_array_equal(result[:, ~wanted], scene[:, ~wanted])
    # the same values as without the area: it limits what is changed, not what is learned
    np.testing.assert_array_equal(result[:, wanted], whole[:, wanted])
    assert (result[:, wanted] != scene[:, wanted]).all()
    np.testing.assert_array_equal(read_raster(folder / "flag.tif")[0], wanted)
    told = [next(event for event in events if event["event"] == "started"), events[-1]["figures"]]
    assert [event["hole_pixels"] for event in told] == [wanted.sum()] * 2
    assert events[-1]["figures"]["filled_pixels"] == wanted.sum()


def test_an_area_and_an_extent_limit_together(job_files, fill):
    folder, _, hole = job_files
    area(folder, SLANTED)
    scene = read_raster(folder / "scene.tif")
    fill(fill="harmonic", area={"path": "area.gpkg"}, extent=[500_000, 4_599_800, 500_250, 4_600_000])
    wanted = hole & covered([*SLANTED, SLANTED[0]])
    wanted[20:] = wanted[:, 25:] = False
    assert wanted.any()
    np.testing.assert_array_equal((read_raster(folder / "filled.tif") != scene).any(axis=0), wanted)


@pytest.mark.parametrize(
    "area", [{"extent": [5, -25, 30, 0]}, {"extent": [5, 0, 30, 25]}, {"area": {"path": "a.gpkg"}}]
)
def test_a_scene_without_georeference_has_its_rows_at_negative_y_too(job_files, fill, area):
    """As QGIS shows it, where boxes and shapes are drawn."""
    folder, _, hole = job_files
    for name in ("scene.tif", "mask.tif"):
        data = read_raster(folder / name)
        (folder / name).unlink()
        write_raster(folder / name, data, crs=None)
    write_vector(folder / "a.gpkg", [polygon_wkb([(5, 0), (30, 0), (30, -25), (5, -25), (5, 0)])], crs=None)
    fill(fill="harmonic", **area)
    wanted = hole.copy()
    wanted[25:] = wanted[:, 30:] = False
    changed = (read_raster(folder / "filled.tif") != read_raster(folder / "scene.tif")).any(axis=0)
    np.testing.assert_array_equal(changed, wanted)


def test_all_shapes_of_the_chosen_layer_count(job_files, geoinpaint):
    folder, _, hole = job_files
    left = [(18, 14), (20, 14), (20, 30), (18, 30)]
    area(folder, [(0, 0), (9, 0), (9, 9), (0, 9)], layer="other")
    shapes = [polygon_wkb(ring_of(PLACE, ring)) for ring in (left, [(5, 40), (9, 40), (9, 44), (5, 44)])]
    write_vector(folder / "area.gpkg", shapes, layer="here", append=True)
    common = ("inpaint", "scene.tif", "--mask", "mask.tif", "--mode", "classical", "--fill", "harmonic")
    done = geoinpaint(*common, "-o", "filled.tif", "--area", "area.gpkg,layer=here")
    assert done.code == 0, done
    wanted = hole.copy()
    wanted[14:30, 20:] = False
    scene = read_raster(folder / "scene.tif")
    np.testing.assert_array_equal((read_raster(folder / "filled.tif") != scene).any(axis=0), wanted)
    recipe = json.loads((folder / "filled.tif.recipe.json").read_text())
    assert recipe["job"]["area"] == {"path": str(folder / "area.gpkg"), "layer": "here"}
    assert str(folder / "area.gpkg") in [entry["path"] for entry in recipe["inputs"]]


@pytest.mark.parametrize("way", ["fast", "regression"])
def test_report_and_uncertainty_go_with_an_area(tmp_path, fill, way):
    _, hole = place(tmp_path)
    ring = [(30, 20), (120, 50.5), (70, 140)]
    area(tmp_path, ring)
    wanted = hole & covered([*ring, ring[0]], shape=hole.shape)
    assert wanted.any()
    fill(
        **WAYS[way], area={"path": "area.gpkg"}, report="report.html",
        output={"path": "filled.tif", "uncertainty": "doubt.tif"},
    )  # fmt: skip
    np.testing.assert_array_equal(np.isfinite(read_raster(tmp_path / "doubt.tif")[0]), wanted)
    assert f"{wanted.sum():,} pixels in" in (tmp_path / "report.html").read_text()


def no_shapes(folder):
    write_vector(folder / "area.gpkg", [])


def empty_shapes(folder):
    write_vector(folder / "area.gpkg", [polygon_wkb(), None])


def points(folder):
    write_vector(folder / "area.gpkg", [b"\x01\x01\x00\x00\x00" + np.array([5e5 + 9, 4.6e6 - 9]).tobytes()],
                 geometry_type="Point")  # fmt: skip


CASES = {
    "missing": ("file-missing", InputError, None),
    "no vector": ("area-unreadable", InputError, lambda f: (f / "area.gpkg").write_text("no vector")),
    "a raster": ("area-unreadable", InputError, lambda f: (f / "mask.tif").rename(f / "area.gpkg")),
    "no layer of that name": ("area-layer-missing", InputError, lambda f: area(f, SLANTED, layer="there")),
    "no shape": ("area-empty", InputError, no_shapes),
    "shapes that are empty": ("area-empty", InputError, empty_shapes),
    "points": ("area-no-polygons", InputError, points),
    "elsewhere": ("area-no-overlap", InputError, lambda f: area(f, [(900, 900), (910, 900), (910, 910)])),
    "no hole in it": ("area-without-hole", UsageError, lambda f: area(f, [(0, 0), (5, 0), (5, 5)])),
    "between the pixels' centres": (
        "area-without-hole", UsageError, lambda f: area(f, [(20, 20), (20.3, 20), (20.3, 20.3)])
    ),
    "outside the extent": ("area-no-overlap", InputError, lambda f: area(f, SLANTED)),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_an_area_that_cannot_be_used_is_told_and_leaves_nothing(job_files, fill, case):
    code, kind, prepare = CASES[case]
    folder = job_files[0]
    if prepare:
        prepare(folder)
    document = {"area": {"path": "area.gpkg"}}
    if case == "no layer of that name":
        document["area"]["layer"] = "here"
    if case == "a raster":
        write = read_raster(folder / "area.gpkg")
        assert write.any()
        document["mask"] = [{"path": "area.gpkg"}]
    if case == "outside the extent":
        document["extent"] = [500_400, 4_599_520, 500_560, 4_600_000]
    before = {path.name for path in folder.iterdir()}
    with pytest.raises(EngineError) as caught:
        fill(fill="harmonic", **document)
    assert (type(caught.value), caught.value.code) == (kind, code), str(caught.value)
    assert "mask" not in caught.value.message or code == "area-without-hole"
    assert caught.value.message.endswith(".")
    assert caught.value.hint.endswith(".")
    assert {path.name for path in folder.iterdir()} == before

"""The rules that hold for every output, for every method and every dtype: exact outside the mask, like its scene."""

import json

import numpy as np
import pytest
import rasterio
from affine import Affine
from rasterio.enums import ColorInterp

from tests.engine.conftest import field, read_raster, write_raster

REFERENCES = [{"path": "reference_1.tif"}, {"path": "reference_2.tif"}]
SAR = [{"path": "sar.tif"}]
METHODS = {
    "harmonic": {"fill": "harmonic"},
    "telea": {"fill": "telea"},
    "coherent": {"fill": "coherent"},
    "regression": {"fill": "regression", "references": REFERENCES, "sar": SAR},
    "ratio": {"fill": "ratio", "references": REFERENCES},
    "paste": {"fill": "paste", "references": REFERENCES},
    "fast basic": {"mode": "basic"},
    "fast ms": {"mode": "ms", "sar": SAR},
    "fast mt": {"mode": "mt", "references": REFERENCES},
    "fast ms-mt": {"mode": "ms-mt", "references": REFERENCES, "sar": SAR},
    "fast ms-r": {"mode": "ms-r", "sar": SAR},
    "fast mt-r": {"mode": "mt-r", "references": REFERENCES},
    "paper basic": {"mode": "basic", "preset": "paper", "steps": 2},
    "paper ms": {"mode": "ms", "preset": "paper", "steps": 2, "sar": SAR},
    "paper mt": {"mode": "mt", "preset": "paper", "steps": 2, "references": REFERENCES},
    "paper ms-mt": {"mode": "ms-mt", "preset": "paper", "steps": 2, "references": REFERENCES, "sar": SAR},
    "paper ms-r": {"mode": "ms-r", "preset": "paper", "steps": 2, "sar": SAR},
    "paper mt-r": {"mode": "mt-r", "preset": "paper", "steps": 2, "references": REFERENCES, "reference_use": "latest"},
}
DTYPES = ("uint8", "int8", "uint16", "int16", "uint32", "int32", "float32", "float64")
TOP = {"uint8": 200, "int8": 100}


def as_dtype(image, dtype):
    """A (bands, rows, cols) image of about 300 to 3000 in the range of a dtype."""
    return (image / 3000 * TOP.get(dtype, 3000)).astype(dtype)


def place(folder, rng, dtype="uint16", **profile):
    """scene.tif, mask.tif, references and SAR of 64 x 72 pixels in `folder`; returns scene and hole."""
    truth = field(rng, bands=2, rows=64, cols=72)
    hole = np.zeros((64, 72), bool)
    hole[20:40, 24:50] = True
    hole[60:, 66:] = True
    scene = as_dtype(truth, dtype)
    scene[:, hole] = scene.max()
    write_raster(folder / "scene.tif", scene, names=("B03", "B08"), **profile)
    where = {key: profile[key] for key in ("transform", "crs") if key in profile}
    write_raster(folder / "mask.tif", hole[None].astype("uint8"), **where)
    for number in (1, 2):
        other = as_dtype(truth * (0.7 + 0.1 * number) + 100, dtype)
        write_raster(folder / f"reference_{number}.tif", other, names=("B03", "B08"), **profile)
    sar = (-25 + truth / 200).astype("float32")
    write_raster(folder / "sar.tif", sar, names=("VV", "VH"), **where)
    return scene, hole


def assert_like_scene(output, scene):
    with rasterio.open(output) as out, rasterio.open(scene) as src:
        for name in (
            "crs",
            "transform",
            "dtypes",
            "descriptions",
            "nodatavals",
            "scales",
            "offsets",
            "units",
            "colorinterp",
            "shape",
            "count",
            "gcps",
        ):
            assert getattr(out, name) == getattr(src, name), name
        kept = src.tags()
        assert {key: out.tags().get(key) for key in kept} == kept


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("dtype", ["uint16", "float32"])
def test_every_method_changes_the_mask_alone(tmp_path, rng, fill, method, dtype):
    scene, hole = place(tmp_path, rng, dtype)
    fill(**METHODS[method], threads=1)
    result = read_raster(tmp_path / "filled.tif")
    assert (result[:, ~hole] == scene[:, ~hole]).all()
    assert (result[:, hole] != scene[:, hole]).mean() > 0.9
    assert np.isfinite(result.astype("float64")).all()
    assert_like_scene(tmp_path / "filled.tif", tmp_path / "scene.tif")


@pytest.mark.parametrize("dtype", DTYPES)
@pytest.mark.parametrize("method", ["harmonic", "telea", "coherent", "regression"])
def test_every_dtype_comes_back_as_it_was(tmp_path, rng, fill, method, dtype):
    scene, hole = place(tmp_path, rng, dtype)
    fill(**METHODS[method])
    result = read_raster(tmp_path / "filled.tif")
    assert result.dtype == scene.dtype
    assert (result[:, ~hole] == scene[:, ~hole]).all()
    # a fill from its surroundings stays within their range, up to the overshoot of a regression
    low, high = scene[:, ~hole].astype("float64").min(), scene[:, ~hole].astype("float64").max()
    margin = 0.25 * (high - low)
    assert result[:, hole].min() >= low - margin
    assert result[:, hole].max() <= high + margin


@pytest.mark.parametrize("output_format", ["gtiff", "cog"])
def test_metadata_is_the_scenes(tmp_path, rng, fill, output_format):
    place(tmp_path, rng, nodata=0, tags={"MISSION": "Sentinel-2"}, photometric="minisblack")
    with rasterio.open(tmp_path / "scene.tif", "r+") as dst:
        dst.scales, dst.offsets = (1e-4, 1e-4), (-0.1, -0.1)
        dst.units = ("reflectance", "reflectance")
        dst.update_tags(1, WAVELENGTH="560")
    fill(fill="harmonic", output={"path": "filled.tif", "format": output_format})
    assert_like_scene(tmp_path / "filled.tif", tmp_path / "scene.tif")
    with rasterio.open(tmp_path / "filled.tif") as out:
        assert out.tags(1)["WAVELENGTH"] == "560"
        assert out.profile["tiled"]
        assert out.compression.name == "deflate"
        if output_format == "cog":
            assert out.tags(ns="IMAGE_STRUCTURE")["LAYOUT"] == "COG"
        assert json.loads(out.tags()["GEOINPAINT_JOB"])["fill"] == "harmonic"
    recipe = json.loads((tmp_path / "filled.tif.recipe.json").read_text())
    assert recipe["job"]["scene"]["path"].endswith("scene.tif")
    assert {len(entry["sha256"]) for entry in recipe["inputs"]} == {64}


@pytest.mark.parametrize(
    "transform",
    [
        Affine(10, 0, 500_000, 0, 10, 4_600_000),  # south-up
        Affine.translation(500_000, 4_600_000) @ Affine.rotation(30) @ Affine.scale(10, -10),
        Affine(0.0001, 0, 12.5, 0, -0.0001, 42.0),
    ],
    ids=["south-up", "rotated", "degrees"],
)
@pytest.mark.parametrize("method", ["harmonic", "regression"])
def test_odd_grids_stay_as_they_are(tmp_path, rng, fill, transform, method):
    crs = "EPSG:4326" if abs(transform.a) < 1 else "EPSG:32633"
    scene, hole = place(tmp_path, rng, transform=transform, crs=crs)
    fill(**METHODS[method])
    assert (read_raster(tmp_path / "filled.tif")[:, ~hole] == scene[:, ~hole]).all()
    assert_like_scene(tmp_path / "filled.tif", tmp_path / "scene.tif")


def test_no_georeference_is_kept_with_a_warning(tmp_path, rng, fill):
    scene, hole = place(tmp_path, rng, crs=None)
    events = fill(**METHODS["regression"])
    assert [e["code"] for e in events if e["event"] == "warning"] == ["no-georeference"]
    assert (read_raster(tmp_path / "filled.tif")[:, ~hole] == scene[:, ~hole]).all()
    assert_like_scene(tmp_path / "filled.tif", tmp_path / "scene.tif")


def test_alpha_is_copied_and_not_filled(tmp_path, rng, fill):
    scene, hole = place(tmp_path, rng)
    alpha = np.full((1, *hole.shape), 65535, "uint16")
    alpha[:, :5] = 0
    write_raster(tmp_path / "scene.tif", np.concatenate([scene, alpha]), names=("B03", "B08", "alpha"))
    with rasterio.open(tmp_path / "scene.tif", "r+") as dst:
        dst.colorinterp = (ColorInterp.gray, ColorInterp.undefined, ColorInterp.alpha)
    fill(fill="harmonic")
    result = read_raster(tmp_path / "filled.tif")
    assert (result[2] == alpha[0]).all()
    assert (result[:2, ~hole] == scene[:, ~hole]).all()
    assert (result[:2, hole] != scene[:, hole]).mean() > 0.9


@pytest.mark.parametrize("nodata", [0, 65535, 1200])
def test_nodata_stays_and_no_fill_equals_it(tmp_path, rng, fill, nodata):
    scene, hole = place(tmp_path, rng)
    scene[:, ~hole] = np.where(scene[:, ~hole] == nodata, nodata + 1 if nodata < 65535 else nodata - 1, scene[:, ~hole])
    scene[:, 22:26, 20:30] = nodata  # partly under the mask
    write_raster(tmp_path / "scene.tif", scene, names=("B03", "B08"), nodata=nodata)
    fill(fill="harmonic")
    result = read_raster(tmp_path / "filled.tif")
    assert ((result == nodata) == (scene == nodata)).all()


@pytest.mark.parametrize("method", ["harmonic", "regression", "paste", "fast basic", "fast ms-mt", "paper basic"])
@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_nan_that_no_file_declares_stays_and_is_filled_where_nodata_is_named(tmp_path, rng, fill, method, dtype):
    scene, hole = place(tmp_path, rng, dtype)
    scene[:, 22:26, 20:30] = np.nan  # partly under the mask
    scene[0, 5:9, 5] = np.nan  # in one band alone
    write_raster(tmp_path / "scene.tif", scene, names=("B03", "B08"))
    for nodata in (False, True):
        fill(**METHODS[method], mask=[{"path": "mask.tif"}, {"nodata": True}][: 1 + nodata])
        result = read_raster(tmp_path / "filled.tif")
        assert (np.isnan(result) == (np.isnan(scene) & (not nodata))).all()
        kept = ~hole & ~np.isnan(scene).any(axis=0)
        assert (result[:, kept] == scene[:, kept]).all()
        assert_like_scene(tmp_path / "filled.tif", tmp_path / "scene.tif")


def test_nodata_is_filled_where_it_is_named(tmp_path, rng, fill):
    scene, _hole = place(tmp_path, rng)
    scene[:, 2:6, 4:30] = 0
    write_raster(tmp_path / "scene.tif", scene, names=("B03", "B08"), nodata=0)
    fill(fill="harmonic", mask=[{"path": "mask.tif"}, {"nodata": True}])
    assert (read_raster(tmp_path / "filled.tif") != 0).all()


def test_fill_flag_tells_kept_filled_and_unfilled(tmp_path, rng, fill):
    scene, hole = place(tmp_path, rng)
    # an island of mask in a sea of nodata: nothing reaches it
    scene[:, :12, :12] = 0
    mask = hole.copy()
    mask[2:8, 2:8] = True
    write_raster(tmp_path / "scene.tif", scene, names=("B03", "B08"), nodata=0)
    write_raster(tmp_path / "mask.tif", mask[None].astype("uint8"))
    fill(fill="harmonic", output={"path": "filled.tif", "fill_flag": "flag.tif"})
    flag = read_raster(tmp_path / "flag.tif")[0]
    assert (flag[hole] == 1).all()
    assert (flag[~mask] == 0).all()
    assert set(np.unique(flag[2:8, 2:8])) <= {0, 2}


def test_bands_choose_what_is_filled_and_written(tmp_path, rng, fill):
    scene, hole = place(tmp_path, rng)
    fill(fill="harmonic", bands=["B08"])
    with rasterio.open(tmp_path / "filled.tif") as out:
        assert out.descriptions == ("B08",)
        assert (out.read(1)[~hole] == scene[1][~hole]).all()


def test_extent_limits_the_fill_not_the_output(tmp_path, rng, fill):
    scene, _hole = place(tmp_path, rng)
    events = fill(fill="harmonic", extent=[500_000, 4_600_000 - 500, 500_250, 4_600_000])
    result = read_raster(tmp_path / "filled.tif")
    assert (result[:, :, 25:] == scene[:, :, 25:]).all()
    # what is told is what is filled: one column of one hole
    told = [next(event for event in events if event["event"] == "started"), events[-1]["figures"]]
    assert [(it["hole_pixels"], it["holes"], it["largest_hole_pixels"]) for it in told] == [(20, 1, 20)] * 2
    assert events[-1]["figures"]["filled_pixels"] == 20
    fill(fill="harmonic", extent=[500_000, 4_600_000 - 500, 500_600, 4_600_000])
    result = read_raster(tmp_path / "filled.tif")
    assert (result[:, :, 66:] == scene[:, :, 66:]).all()
    assert (result[:, 20:40, 24:50] != scene[:, 20:40, 24:50]).mean() > 0.9


@pytest.mark.parametrize("method", ["regression", "telea", "coherent", "fast ms-mt", "paper mt"])
def test_same_job_same_bytes(tmp_path, rng, fill, method):
    place(tmp_path, rng)
    for name in ("one.tif", "two.tif"):
        fill(**METHODS[method], output={"path": name}, threads=2)
    assert (tmp_path / "one.tif").read_bytes() == (tmp_path / "two.tif").read_bytes()


def test_inputs_are_untouched_and_nothing_else_is_left(tmp_path, rng, fill):
    place(tmp_path, rng)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    fill(**METHODS["regression"])
    after = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert {name: after[name] for name in before} == before
    assert set(after) - set(before) == {"filled.tif", "filled.tif.recipe.json"}


def test_outputs_that_differ_in_their_ending_have_a_recipe_each(tmp_path, rng, fill):
    place(tmp_path, rng)
    for seed, name in enumerate(("x.tif", "x.tiff", "x.TIF"), 1):
        fill(fill="harmonic", seed=seed, output={"path": name})
    for seed, name in enumerate(("x.tif", "x.tiff", "x.TIF"), 1):
        recipe = json.loads((tmp_path / f"{name}.recipe.json").read_text())
        assert (recipe["job"]["seed"], recipe["job"]["output"]["path"]) == (seed, str(tmp_path / name))


@pytest.mark.parametrize("dtype", ["uint16", "float32"])
@pytest.mark.parametrize("name", ["regression", "ratio", "paste", "fast mt", "fast ms-mt", "paper mt"])
def test_nodata_that_no_evidence_shows_stays_nodata_where_it_is_to_be_filled(tmp_path, rng, fill, name, dtype):
    """The edge of the swath, which scene and dates share."""
    _, hole = place(tmp_path, rng, dtype, nodata=0)
    edge, shown = np.zeros_like(hole), np.zeros_like(hole)
    edge[:, :12] = shown[:10, :6] = True
    for file, gap in (("scene", edge), ("reference_1", edge), ("reference_2", edge & ~shown), ("sar", edge)):
        data = read_raster(tmp_path / f"{file}.tif")
        data[:, gap] = 0
        names = ("VV", "VH") if file == "sar" else ("B03", "B08")
        write_raster(tmp_path / f"{file}.tif", data, names=names, nodata=0)
    scene = read_raster(tmp_path / "scene.tif")
    output = {"path": "filled.tif", "fill_flag": "flag.tif"}
    options = {**METHODS[name], "mask": [{"path": "mask.tif"}, {"nodata": True}], "output": output, "holdout": False}
    events = fill(**options)
    filled, flag = read_raster(tmp_path / "filled.tif"), read_raster(tmp_path / "flag.tif")[0]
    nothing = edge & ~shown
    assert (filled[:, nothing] == 0).all()
    assert (flag[nothing] == 2).all()
    assert (flag[shown | hole] == 1).all()
    assert (filled[:, shown] > 0).all()
    np.testing.assert_array_equal(filled[:, ~(edge | hole)], scene[:, ~(edge | hole)])
    assert events[-1]["figures"]["unfilled_pixels"] == nothing.sum()

"""References in other units than the scene, told from the ground that both show."""

import numpy as np
import pytest
import rasterio

from geoinpaint_engine.sentinel.unit_check import undeclared_offset, unit_factor
from tests.engine.conftest import field, read_raster, write_job_files, write_raster

NAMES = ("B02", "B03", "B04")


def warnings(events):
    codes = [event["code"] for event in events if event["event"] == "warning"]
    return [code for code in codes if code.startswith(("reference-", "radiometry-"))]


def rewrite(folder, name, change, **options):
    """A raster of the folder with its values changed."""
    return write_raster(folder / name, change(read_raster(folder / name)), names=NAMES, **options)


def reflectance(data):
    return (data / 1e4).astype("float32")


def dn(data):
    return data


@pytest.mark.parametrize(("ours", "theirs"), [(dn, reflectance), (reflectance, dn)])
@pytest.mark.parametrize("way", ["paste", "ratio", "regression", "mt"])
def test_reflectance_and_dn_are_brought_together(job_files, fill, ours, theirs, way):
    folder, _, hole = job_files
    chosen = {"mode": "mt"} if way == "mt" else {"fill": way}
    references = [{"path": "reference_1.tif"}, {"path": "reference_2.tif"}]
    rewrite(folder, "scene.tif", ours)
    for name in ("reference_1.tif", "reference_2.tif"):
        rewrite(folder, name, ours)
    fill(**chosen, references=references)
    expected = read_raster(folder / "filled.tif")
    for name in ("reference_1.tif", "reference_2.tif"):
        rewrite(folder, name, (lambda data: data) if theirs is ours else theirs if theirs is reflectance else back)
    events = fill(**chosen, references=references)
    assert warnings(events).count("reference-units-assumed") == 2
    found = read_raster(folder / "filled.tif")
    np.testing.assert_allclose(found[:, hole], expected[:, hole], rtol=2e-3, atol=1 if ours is dn else 1e-4)
    np.testing.assert_array_equal(found[:, ~hole], read_raster(folder / "scene.tif")[:, ~hole])


def back(data):
    return (data * 1e4).round().astype("uint16")


def test_workers_read_the_references_alike(job_files, geoinpaint):
    folder, _, _ = job_files
    rewrite(folder, "reference_1.tif", reflectance)
    common = ["inpaint", "scene.tif", "--mask", "mask.tif", "--mode", "classical", "--fill", "paste", "--reference",
              "reference_1.tif"]  # fmt: skip
    assert geoinpaint(*common, "-o", "one.tif").code == 0
    assert geoinpaint(*common, "-o", "two.tif", "--workers", 1).code == 0
    np.testing.assert_array_equal(read_raster(folder / "one.tif"), read_raster(folder / "two.tif"))


@pytest.mark.parametrize("statistic", ["mean", "median"])
def test_a_clear_sky_reference_of_both_is_in_the_first_ones(job_files, geoinpaint, statistic):
    folder, _, _ = job_files
    common = ["reference", "reference_1.tif", "reference_2.tif", "--statistic", statistic]
    assert geoinpaint(*common, "-o", "same.tif").code == 0
    rewrite(folder, "reference_2.tif", reflectance)
    done = geoinpaint(*common, "-o", "mixed.tif")
    assert warnings(done.events) == ["reference-units-assumed"]
    np.testing.assert_allclose(read_raster(folder / "mixed.tif"), read_raster(folder / "same.tif"), atol=1)
    rewrite(folder, "reference_2.tif", lambda data: read_raster(folder / "reference_1.tif") + np.uint16(1000))
    assert warnings(geoinpaint(*common, "-o", "mixed.tif").events) == ["reference-offset"]


def test_declared_scales_are_taken_at_their_word(job_files, fill):
    folder, _, _ = job_files
    rewrite(folder, "reference_1.tif", lambda data: data)
    for name, scale in (("scene.tif", 1e-4), ("reference_1.tif", 1e-2)):
        with rasterio.open(folder / name, "r+") as dst:
            dst.scales = (scale,) * 3
    assert warnings(fill(fill="paste", references=[{"path": "reference_1.tif"}])) == []


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda data: (data / 3000 * 255).clip(1, 255).astype("uint8"), "reference-units"),  # a picture
        (lambda data: (data / 250.0).astype("float32"), "reference-units"),
        (lambda data: (data * 1.3 / 100.0).astype("float32"), "reference-units"),  # percent, of a brighter date
        (lambda data: (data / 2500.0).astype("float32"), "reference-units-assumed"),
        (lambda data: data + np.uint16(1000), "reference-offset"),
        (lambda data: (data * 0.1).astype("uint16"), None),  # the same ground, ten times as dark
        (lambda data: (data * 3.0).clip(0, 60_000).astype("uint16"), None),
    ],
)
def test_levels_that_do_not_go_together_are_told(job_files, fill, change, code):
    folder, _, _ = job_files
    rewrite(folder, "reference_1.tif", change)
    told = warnings(fill(fill="regression", references=[{"path": "reference_1.tif"}]))
    assert told == ([] if code is None else [code])


def test_a_dark_scene_before_a_snowy_reference_is_nothing_odd(job_files, fill, rng):
    folder, truth, _ = job_files
    dark = (truth / 20).clip(30, None).astype("uint16")  # water and shadow: reflectance 0.003 to 0.015
    write_raster(folder / "scene.tif", dark, names=NAMES)
    snow = (8500 + 300 * rng.standard_normal(truth.shape)).astype("uint16")
    write_raster(folder / "reference_1.tif", snow, names=NAMES)
    assert warnings(fill(fill="paste", references=[{"path": "reference_1.tif"}])) == []


def test_factor_needs_evidence_without_doubt():
    ground = np.random.default_rng(0).uniform(200, 4000, (3, 400))
    assert unit_factor(ground, ground / 1e4) == 1e4
    assert unit_factor(ground / 1e4, ground) == 1e-4
    assert unit_factor(ground, ground / 1e2) == 1
    assert unit_factor(ground, np.zeros_like(ground)) == 1
    assert unit_factor(np.full((1, 400), 60.0), np.full((1, 400), 0.9)) == 1  # told, but not converted
    half = np.where(np.arange(400) % 2, ground / 1e4, 0)  # nodata that nobody declared
    assert unit_factor(ground, half) == 1e4


@pytest.mark.parametrize("unit", [1.0, 1e-4])
def test_offset_is_told_from_a_change_of_season(unit):
    rng = np.random.default_rng(3)
    ground = field(rng, bands=4, rows=60, cols=60, low=250, high=2500).reshape(4, -1)
    later = ground * np.array([0.9, 1.0, 1.1, 1.2])[:, None] + 20 * rng.standard_normal(ground.shape)
    assert undeclared_offset((later + 1000) * unit, ground * unit) == 1
    assert undeclared_offset(later * unit, (ground + 1000) * unit) == -1
    assert undeclared_offset(later * unit, ground * unit) == 0
    assert undeclared_offset(1.8 * ground * unit, ground * unit) == 0
    assert undeclared_offset((ground + 1000 + 800 * np.arange(4)[:, None]) * unit, ground * unit) == 0
    assert undeclared_offset((later + 1000)[:2] * unit, ground[:2] * unit) == 0  # too few bands to tell


@pytest.mark.parametrize("way", ["ratio", "mt"])
def test_a_reference_that_is_zero_in_places_is_empty_there(job_files, fill, way):
    """As its exporter meant it, and did not declare it."""
    folder, _, _ = job_files
    chosen = {"mode": "mt"} if way == "mt" else {"fill": way}
    references = [{"path": "reference_1.tif"}, {"path": "reference_2.tif"}]

    def cut(data):
        return np.where(np.arange(data.shape[2]) < 26, 0, data).astype(data.dtype)  # through the hole

    rewrite(folder, "reference_1.tif", cut, nodata=0)
    assert "reference-zeros" not in warnings(fill(**chosen, references=references))
    expected = read_raster(folder / "filled.tif")
    rewrite(folder, "reference_1.tif", cut, nodata=None)
    assert warnings(fill(**chosen, references=references)).count("reference-zeros") == 1
    np.testing.assert_array_equal(read_raster(folder / "filled.tif"), expected)


def test_dark_pixels_of_a_reference_and_a_band_of_zeros_are_no_empty_ground(job_files, fill):
    folder, _, _ = job_files

    def darkened(data):
        data = data.copy()
        data[:, :2, :10] = 0  # under a hundredth of it
        data[0] = 0
        return data

    rewrite(folder, "reference_1.tif", darkened)
    assert "reference-zeros" not in warnings(fill(fill="regression", references=[{"path": "reference_1.tif"}]))


def test_an_earlier_fill_named_as_a_reference_is_told(job_files, fill):
    fill(fill="regression", references=[{"path": "reference_1.tif"}])
    (job_files[0] / "filled.tif").rename(job_files[0] / "earlier.tif")
    assert "reference-is-fill" in warnings(fill(fill="regression", references=[{"path": "earlier.tif"}]))
    assert "reference-is-fill" not in warnings(fill(fill="regression", references=[{"path": "reference_2.tif"}]))


@pytest.mark.parametrize("name", ["scene", "reference_1"])
def test_a_narrow_border_of_zeros_is_empty_at_each_edge(tmp_path, rng, fill, name):
    """A twentieth of the image, which windows in the middle of large cells would miss."""
    write_job_files(tmp_path, rng, rows=128, cols=136)
    whole = read_raster(tmp_path / f"{name}.tif")
    rows, cols = np.mgrid[:128, :136]
    for edge in (rows < 7, rows >= 121, cols < 7, cols >= 129):
        rewrite(tmp_path, f"{name}.tif", lambda _, edge=edge: np.where(edge, 0, whole).astype(whole.dtype))
        events = fill(fill="regression", references=[{"path": "reference_1.tif"}])
        codes = [event["code"] for event in events if event["event"] == "warning"]
        assert codes.count(f"{name.partition('_')[0]}-zeros") == 1


def test_a_scene_that_is_zero_in_places_is_empty_there(tmp_path, rng, fill):
    """What nobody has declared is learned from as little as what is declared; under the mask 0 is what is filled."""
    write_job_files(tmp_path, rng, rows=128, cols=136)

    def cut(data):
        data = np.pad(data, ((0, 0), (0, 0), (0, 120)))  # a swath that ends
        data[:, 14:30, 18:37] = 0  # in the mask
        return data

    rewrite(tmp_path, "scene.tif", cut)
    write_raster(tmp_path / "mask.tif", np.pad(read_raster(tmp_path / "mask.tif"), ((0, 0), (0, 0), (0, 120))))
    references = [{"path": "reference_1.tif"}, {"path": "reference_2.tif"}]
    events = fill(mode="mt", references=references)
    assert [event["message"].partition("scene.tif ")[2] for event in events if event.get("code") == "scene-zeros"] == [
        "outside the mask are 0 in every band, and it declares no nodata: they are taken to be empty "
        "(gdal_edit.py -a_nodata 0 declares it)."
    ]
    assert events[-1]["figures"]["clear_pixels"] == 128 * 136 - 320
    also_nodata = fill(mode="mt", references=references, mask=[{"path": "mask.tif"}, {"nodata": True}])
    told = [event["message"] for event in also_nodata if event.get("code") == "scene-zeros"]
    assert [message.partition("no nodata: ")[2] for message in told] == [
        "they are taken to be empty, but are not filled as nodata before it is declared (gdal_edit.py -a_nodata 0)."
    ]
    assert also_nodata[-1]["figures"]["filled_pixels"] == 320
    undeclared, error = read_raster(tmp_path / "filled.tif"), events[-1]["figures"]["holdout_rmse"]
    assert (undeclared[:, :, :136] > 0).all()
    rewrite(tmp_path, "scene.tif", lambda data: np.where(data == 0, np.uint16(7), data))  # as ground
    rewrite(tmp_path, "scene.tif", lambda data: np.where(np.arange(256) < 136, data, 0).astype(data.dtype), nodata=0)
    events = fill(mode="mt", references=references)
    assert not [event for event in events if event.get("code") == "scene-zeros"]
    np.testing.assert_array_equal(read_raster(tmp_path / "filled.tif"), undeclared)
    assert events[-1]["figures"]["holdout_rmse"] == error

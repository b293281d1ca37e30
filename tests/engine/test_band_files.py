"""Images with one file a band: folders, files of one beginning and STAC items are scenes and dates like any other."""

import json

import numpy as np
import pytest
import rasterio

from geoinpaint_engine import fill_series
from geoinpaint_engine.errors import InputError
from geoinpaint_engine.raster.scene import open_scene
from geoinpaint_engine.sentinel.band_files import band_of, beginnings, is_band_set
from geoinpaint_engine.sentinel.product_spec import resolve_scene
from tests.engine.conftest import field, read_raster, write_raster

DATES = ("2024-04-05", "2024-04-15", "2024-05-02")
NAMES = ("B02", "B03", "B04", "B08")
ROWS, COLS = 80, 72
COARSE = {"transform": rasterio.transform.from_origin(500_000, 4_600_000, 20, 20)}


def images():
    """Of each date (bands, rows, cols) uint16, a band of 20 m, and a classification of 20 m with a cloud."""
    truth = field(np.random.default_rng(5), bands=5, rows=ROWS, cols=COLS)
    for number in range(len(DATES)):
        rng = np.random.default_rng(number)
        image = (truth * (0.8 + 0.1 * number) + 50 + 5 * rng.standard_normal(truth.shape)).clip(1, 60_000)
        classes = np.full((ROWS // 2, COLS // 2), 4, np.uint8)
        classes[6 + 8 * number : 14 + 8 * number, 5:20] = 9
        hole = classes.repeat(2, axis=0).repeat(2, axis=1) == 9
        image = np.where(hole, 9000, image).astype("uint16")
        yield image[:4], image[4:, ::2, ::2], classes


def write_bands(folder, beginning, image, coarse, classes, **options):
    folder.mkdir(parents=True, exist_ok=True)
    for name, band in zip(NAMES, image, strict=True):
        write_raster(folder / f"{beginning}{name}.tif", band[None], **options)
    write_raster(folder / f"{beginning}B11.tif", coarse, **COARSE)
    write_raster(folder / f"{beginning}SCL.tif", classes[None], **COARSE)


@pytest.fixture(scope="module")
def places(tmp_path_factory):
    """The same dates as one raster each, a folder each, all in one folder, and items with their files."""
    place = tmp_path_factory.mktemp("bands")
    for date, (image, coarse, classes) in zip(DATES, images(), strict=True):
        (place / "stacks").mkdir(exist_ok=True)
        write_raster(place / "stacks" / f"S2_{date}.tif", image, names=NAMES, nodata=0)
        write_raster(place / "stacks" / f"S2_{date}_SCL.tif", classes[None], **COARSE)
        compact = date.replace("-", "")
        write_bands(place / "folders" / f"S2A_33TTG_{compact}_0_L2A", "", image, coarse, classes)
        write_bands(place / "flat", f"S2_{date}_", image, coarse, classes)
        write_item(place / "items" / date, date, image, coarse, classes)
    return place


def write_item(folder, date, image, coarse, classes, *, offset=0.0, **properties):
    write_bands(folder, "part_", image, coarse, classes)
    assets = {
        key: {"href": f"./part_{name}.tif", "type": "image/tiff; application=geotiff", "roles": ["data"],
              "raster:bands": [{"scale": 0.0001, "offset": offset}]}
        for key, name in (("blue", "B02"), ("green", "B03"), ("red", "B04"), ("nir", "B08"), ("swir16", "B11"))
    }  # fmt: skip
    assets["scl"] = {"href": "part_SCL.tif", "type": "image/tiff; application=geotiff", "roles": ["data"]}
    item = {"type": "Feature", "id": f"S2_{date}", "properties": {"datetime": f"{date}T10:00:00Z", **properties},
            "assets": assets}  # fmt: skip
    (folder / "item.json").write_text(json.dumps(item))


def series(scenes, output, **way):
    return fill_series(scenes, output=output, mode="classical", threads=1, **way)


@pytest.fixture(scope="module")
def stacks(places):
    """The series of the dates as one raster each."""
    series(places / "stacks", places / "out", scl_suffix="_SCL")
    return places / "out"


@pytest.mark.parametrize("kind", ["folders", "flat", "items"])
def test_they_are_filled_as_one_raster_with_the_same_bands(places, stacks, tmp_path, kind):
    named = [places / "items" / date / "item.json" for date in DATES] if kind == "items" else places / kind
    result = series(named, tmp_path / "out")
    assert list(result.figures) == list(DATES)
    for date in DATES:
        assert result.figures[date]["state"] == "filled"
        for name in ("filled.tif", "fill_flag.tif", "mask.tif"):
            ours, theirs = (read_raster(out / date / name) for out in (tmp_path / "out", stacks))
            assert np.array_equal(ours, theirs), (date, name)
        with rasterio.open(tmp_path / "out" / date / "filled.tif") as dataset:
            assert dataset.descriptions == NAMES
            assert dataset.scales[0] == (0.0001 if kind == "items" else 1.0)
    again = series(named, tmp_path / "out", append=True)
    assert [one["state"] for one in again.figures.values()] == ["filled"] * 3


def test_coarser_bands_are_brought_to_the_grid(places):
    folder = places / "folders" / "S2A_33TTG_20240405_0_L2A"
    with open_scene(resolve_scene(folder, bands=["B04", "B11"])) as scene:
        assert scene.band_names == ("B04", "B11")
        assert scene.grid.shape == (ROWS, COLS)
        assert scene.date == "2024-04-05"
    with open_scene(resolve_scene(folder, resolution=20)) as scene:
        assert (scene.band_names, scene.grid.shape) == (("B11",), (ROWS // 2, COLS // 2))


def test_an_item_says_scale_and_offset(tmp_path):
    image, coarse, classes = next(images())
    write_item(tmp_path / "a", DATES[0], image, coarse, classes, offset=-0.1)
    write_item(tmp_path / "b", DATES[0], image, coarse, classes, offset=-0.1,
               **{"earthsearch:boa_offset_applied": True})  # fmt: skip
    for name, offset in (("a", -0.1), ("b", 0.0)):
        for path in (tmp_path / name / "item.json", tmp_path / name):
            assert {(one.scale, one.offset) for one in resolve_scene(path).radiometry} == {(0.0001, offset)}
        assert resolve_scene(tmp_path / name).date == DATES[0]


def test_names_tell_bands():
    assert band_of("T33TTG_20240405T100031_B8A_20m") == ("T33TTG_20240405T100031_", "B8A", 20)
    assert band_of("nir") == ("", "B08", 0)
    assert band_of("S2_2024-04-05_SCL") == ("S2_2024-04-05_", "SCL", 0)
    assert band_of("scene_2024-04-05") is None
    assert band_of("AB02") is None


def test_what_is_no_such_image(places, tmp_path):
    assert not is_band_set(places / "stacks")
    assert not is_band_set(places / "flat"), "several dates are no image"
    assert set(beginnings(places / "flat")) == {f"S2_{date}_" for date in DATES}
    for date in DATES:  # a series of one band
        write_raster(tmp_path / f"{date}_B04.tif", np.ones((1, 8, 8), "uint16"))
    assert beginnings(tmp_path) == {}
    assert not is_band_set(tmp_path / "nowhere" / "S2_*")


def test_an_item_of_one_raster_is_no_scene_by_itself(tmp_path):
    write_raster(tmp_path / "all.tif", np.ones((4, 8, 8), "uint16"))
    document = {"type": "Feature", "id": "one", "properties": {"datetime": "2024-04-05T10:00:00Z"},
                "assets": {"data": {"href": "all.tif", "roles": ["data"]}}}  # fmt: skip
    for name, text in (("one.json", json.dumps(document)), ("none.json", "[]"), ("empty.json", "")):
        (tmp_path / name).write_text(text)
        with pytest.raises(InputError, match=f"{name} is not a STAC item with one file") as raised:
            resolve_scene(tmp_path / name)
        assert raised.value.code == "item-assets"


def test_bands_that_do_not_go_together_are_refused(tmp_path):
    image, coarse, classes = next(images())
    for name in ("type", "ground", "virtual", "item"):
        write_bands(tmp_path / name, "", image, coarse, classes)
    write_raster(tmp_path / "type" / "B03.tif", image[:1].astype("float32"))
    write_raster(tmp_path / "ground" / "B03.tif", image[:1], transform=rasterio.transform.from_origin(0, 0, 10, 10))
    (tmp_path / "virtual" / "B03.tif").write_text("<VRTDataset rasterXSize='72' rasterYSize='80'></VRTDataset>")
    for name, word in (("type", "data type"), ("ground", "same area"), ("virtual", "virtual raster")):
        with pytest.raises(InputError, match=word) as raised:
            resolve_scene(tmp_path / name)
        assert raised.value.code == "bands-unreadable"
    # an item leads to no file elsewhere
    write_item(tmp_path / "item", DATES[0], image, coarse, classes)
    document = (tmp_path / "item" / "item.json").read_text().replace("./part_", "../type/")
    (tmp_path / "item" / "item.json").write_text(document)
    assert not is_band_set(tmp_path / "item" / "item.json")

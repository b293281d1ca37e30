"""Sentinel-2 products: recognition, bands on one resolution, radiometry, files that are missing or broken."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
import rasterio

from geoinpaint_engine.errors import InputError, UsageError
from geoinpaint_engine.raster.align import open_aligned, to_scene_dn
from geoinpaint_engine.raster.bands import match_bands
from geoinpaint_engine.raster.grid import Window
from geoinpaint_engine.raster.scene import open_scene
from geoinpaint_engine.raster.spec import Radiometry, RasterSpec
from geoinpaint_engine.sentinel.product_spec import product_spec, resolve_scene
from geoinpaint_engine.sentinel.products import is_product, open_product
from tests.engine.old_safe_maker import make_old_safe
from tests.engine.safe_maker import EPSG, METRES, ULX, ULY, MadeProduct, make_safe


def pixels(spec: RasterSpec) -> np.ndarray:
    with rasterio.open(spec.path) as source:
        return source.read()


@pytest.fixture(scope="module")
def new(tmp_path_factory: pytest.TempPathFactory) -> MadeProduct:
    return make_safe(tmp_path_factory.mktemp("new"), baseline="05.09", nodata_rows=2)


@pytest.fixture(scope="module")
def old(tmp_path_factory: pytest.TempPathFactory) -> MadeProduct:
    return make_safe(tmp_path_factory.mktemp("old"), baseline="02.14", date="20190620")


def test_folder_metadata_file_and_zip_are_the_same_product(new: MadeProduct, tmp_path: Path) -> None:
    archive = new.zipped(tmp_path / "as downloaded.zip")
    specs = [resolve_scene(path) for path in (new.folder, new.metadata, archive)]
    assert all(is_product(path) for path in (new.folder, new.metadata, str(archive)))
    first = pixels(specs[0])
    assert first.shape == (4, 120, 120)
    for spec in specs:
        assert spec.names == ("B02", "B03", "B04", "B08")
        assert spec.date == "2022-06-15"
        assert spec.nodata == 0
        assert np.array_equal(pixels(spec), first)
    assert specs[2].title == str(archive)


def test_a_stored_zip_without_folder_entries_opens_too(new: MadeProduct, tmp_path: Path) -> None:
    path = tmp_path / "stored.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        for file in new.folder.rglob("*"):
            if file.is_file():
                archive.write(file, file.relative_to(new.folder.parent))
    assert np.array_equal(pixels(resolve_scene(path)), pixels(resolve_scene(new.folder)))


def test_grid_names_and_radiometry_are_in_the_virtual_raster(new: MadeProduct) -> None:
    with rasterio.open(resolve_scene(new.folder).path) as source:
        assert source.crs.to_epsg() == EPSG
        assert source.transform[:6] == (10, 0, ULX, 0, -10, ULY)
        assert source.descriptions == ("B02", "B03", "B04", "B08")
        assert source.nodata == 0
        assert source.dtypes == ("uint16",) * 4
        assert source.scales == pytest.approx([1e-4] * 4)
        assert source.offsets == pytest.approx([-0.1] * 4)
        assert source.tags()["ACQUISITIONDATETIME"] == "2022-06-15"


@pytest.mark.parametrize("level", ["1C", "2A"])
@pytest.mark.parametrize(("baseline", "offset"), [("02.14", 0.0), ("04.00", -0.1)])
def test_reflectance_of_every_band_is_what_was_made(level: str, baseline: str, offset: float, tmp_path: Path) -> None:
    made = make_safe(tmp_path, level=level, baseline=baseline, size=60)
    product = open_product(made.folder)
    assert (product.level, product.baseline) == (level, baseline)
    assert tuple(band.name for band in product.bands) == tuple(made.reflectance)
    for metres in (10, 20, 60):
        spec = product_spec(product, resolution=metres)
        assert spec.names is not None
        assert spec.radiometry is not None
        for name, radiometry, dn in zip(spec.names, spec.radiometry, pixels(spec), strict=True):
            assert radiometry == pytest.approx(Radiometry(1e-4, offset)) or (
                radiometry.scale == pytest.approx(1e-4) and radiometry.offset == pytest.approx(offset)
            )
            assert np.abs(radiometry.value_of(dn) - made.reflectance[name]).max() <= 0.51e-4


def test_a_reference_before_baseline_4_agrees_with_a_scene_after_it(new: MadeProduct, old: MadeProduct) -> None:
    scene, reference = resolve_scene(new.folder), resolve_scene(old.folder)
    assert scene.radiometry is not None
    assert reference.radiometry is not None
    scene_dn, reference_dn = pixels(scene)[:, 12:], pixels(reference)[:, 12:]
    assert np.abs(scene_dn.astype(int) - reference_dn).min() >= 999
    for band, (mine, theirs) in enumerate(zip(scene.radiometry, reference.radiometry, strict=True)):
        gain, shift = theirs.to(mine)
        assert np.abs(reference_dn[band] * gain + shift - scene_dn[band]).max() < 1e-6


def test_the_rooms_of_raster_open_a_product(new: MadeProduct, old: MadeProduct, tmp_path: Path) -> None:
    archive = old.zipped(tmp_path / "old.zip")
    window = Window(20, 30, 40, 50)
    with open_scene(resolve_scene(new.folder, bands=["B08", "B11"])) as scene:
        assert scene.band_names == ("B08", "B11")
        assert scene.grid.shape == (120, 120)
        data, valid = scene.read(window)
        assert valid.all()
        assert not scene.read(Window(0, 0, 11, 5))[1].any()
        reference = open_aligned(resolve_scene(archive, bands=["B11", "B08"]), scene.grid)
        assert reference.exact
        match = match_bands(scene.band_names, scene.numbers, scene.all_count, reference.names, title="old")
        theirs = tuple(reference.radiometry[i] for i in match)
        gain, shift = to_scene_dn(theirs, scene.radiometry, integers=True, title="old")
        got = reference.read(window)[0][list(match)] * gain[:, None, None] + shift[:, None, None]
        assert np.abs(got - data).max() <= 1  # the interpolated band rounds once in each product
        assert np.abs(got - data)[0].max() < 1e-2
        reference.close()


def test_twenty_metre_bands_on_the_ten_metre_grid(new: MadeProduct) -> None:
    product = open_product(new.folder)
    spec = product_spec(product, bands=["B11", "B2", "b8a"], resolution=10)
    assert spec.names == ("B11", "B02", "B8A")
    got = pixels(spec)
    assert got.shape == (3, 120, 120)
    assert np.array_equal(got[1], pixels(product_spec(product))[0])
    for band, name in ((0, "B11"), (2, "B8A")):
        native = np.rint(new.reflectance[name] * 1e4 + 1000)
        # away from nodata and borders: bilinear weights 3/4 and 1/4 in each direction
        rows = 0.75 * native[10:-1] + 0.25 * native[9:-2], 0.75 * native[10:-1] + 0.25 * native[11:]
        for offset, half in enumerate(rows):
            expected = 0.75 * half[:, 1:-1] + 0.25 * half[:, :-2]
            assert np.abs(got[band, 20 + offset : 118 + offset : 2, 2:118:2] - expected).max() <= 0.51
        # nodata (120 m at the top) does not mix into the values beside it; they reach half a coarse pixel into it
        assert (got[band, :11] == 0).all()
        assert got[band, 12:].min() >= native[6:].min()


def test_windows_of_an_interpolated_band_equal_the_whole(new: MadeProduct) -> None:
    spec = product_spec(open_product(new.folder), bands=["B05", "B01"], resolution=10)
    whole = pixels(spec)
    random = np.random.default_rng(3)
    with rasterio.open(spec.path) as source:
        for _ in range(20):
            row, col = (int(v) for v in random.integers(0, 100, 2))
            height, width = (int(v) for v in random.integers(1, 21, 2))
            part = source.read(window=((row, row + height), (col, col + width)))
            assert np.array_equal(part, whole[:, row : row + height, col : col + width])


def test_ten_metre_bands_averaged_on_the_twenty_metre_grid(old: MadeProduct) -> None:
    product = open_product(old.folder)
    spec = product_spec(product, bands=["B02", "B05"], resolution=20)
    fine = pixels(product_spec(product, bands=["B02"])).astype(float)[0]
    expected = fine.reshape(60, 2, 60, 2).mean((1, 3))
    assert np.abs(pixels(spec)[0] - expected).max() <= 0.51
    with rasterio.open(spec.path) as source:
        assert source.transform.a == 20
    assert pixels(product_spec(product, bands=["B02"], resolution=60)).shape == (1, 20, 20)


def test_bands_by_number_count_in_the_default_order(old: MadeProduct) -> None:
    assert product_spec(open_product(old.folder), bands=[3, "1"]).names == ("B04", "B02")


def test_a_given_date_wins(old: MadeProduct) -> None:
    assert resolve_scene(old.folder, date="2020-01-02").date == "2020-01-02"
    assert resolve_scene(old.folder).date == "2019-06-20"


def test_a_plain_raster_passes_through(tmp_path: Path) -> None:
    path = tmp_path / "S2_2018-10-08.tif"
    with rasterio.open(path, "w", driver="GTiff", width=4, height=4, count=1, dtype="uint16") as target:
        target.write(np.ones((1, 4, 4), np.uint16))
    spec = resolve_scene(path)
    assert (spec.path, spec.date, spec.radiometry) == (str(path), "2018-10-08", None)


def copy_of(made: MadeProduct, to: Path) -> Path:
    return Path(shutil.copytree(made.folder, to / made.folder.name))


def test_a_missing_band_file_is_named(old: MadeProduct, tmp_path: Path) -> None:
    folder = copy_of(old, tmp_path)
    next(folder.rglob("*_B03_10m.jp2")).unlink()
    with pytest.raises(InputError, match="file of band B03 is missing") as caught:
        resolve_scene(folder)
    assert caught.value.code == "product-incomplete"
    assert resolve_scene(folder, bands=["B02", "B04"]).names == ("B02", "B04")


@pytest.mark.parametrize("share", [0.0, 0.005, 0.5, 0.98])
def test_a_truncated_band_file_is_told_and_never_read_as_zeros(share: float, old: MadeProduct, tmp_path: Path) -> None:
    folder = copy_of(old, tmp_path)
    file = next(folder.rglob("*_B03_10m.jp2"))
    file.write_bytes(file.read_bytes()[: int(file.stat().st_size * share)])
    for _ in range(2):
        with pytest.raises(InputError) as caught, open_scene(resolve_scene(folder)) as scene:
            scene.read(scene.grid.window)
        assert caught.value.code in ("product-incomplete", "raster-unreadable")


def test_a_band_of_another_size_is_told(old: MadeProduct, tmp_path: Path) -> None:
    folder = copy_of(old, tmp_path)
    shutil.copy(next(folder.rglob("*_B05_20m.jp2")), next(folder.rglob("*_B03_10m.jp2")))
    with pytest.raises(InputError, match="differs in size"):
        resolve_scene(folder)


def test_a_truncated_zip_is_told(old: MadeProduct, tmp_path: Path) -> None:
    archive = old.zipped(tmp_path / "cut.zip")
    archive.write_bytes(archive.read_bytes()[: archive.stat().st_size // 2])
    with pytest.raises(InputError, match="not a complete zip") as caught:
        resolve_scene(archive)
    assert caught.value.code == "product-unreadable"


@pytest.mark.parametrize("kind", ["folder", "zip"])
def test_what_is_no_product_is_told(kind: str, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("no product")
    path = tmp_path
    if kind == "zip":
        path = tmp_path / "other.zip"
        with zipfile.ZipFile(path, "w") as archive:
            archive.write(tmp_path / "notes.txt", "notes.txt")
    assert not is_product(path)
    with pytest.raises(InputError, match="not a Sentinel-2 product") as caught:
        resolve_scene(path)
    assert caught.value.code == "not-a-product"
    with pytest.raises(InputError, match="not a Sentinel-2 product"):
        open_product(path)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        resolve_scene(tmp_path / "none.tif")
    assert caught.value.code == "file-missing"


def test_broken_metadata_is_told(old: MadeProduct, tmp_path: Path) -> None:
    folder = copy_of(old, tmp_path)
    metadata = folder / old.metadata.name
    text = metadata.read_text()
    metadata.write_text(text[: len(text) // 2])
    with pytest.raises(InputError) as caught:
        resolve_scene(folder)
    assert caught.value.code == "xml-invalid"
    metadata.write_text(text.replace("<n1:Level", '<!DOCTYPE a [<!ENTITY b "c">]>\n<n1:Level', 1))
    with pytest.raises(InputError, match="document type"):
        resolve_scene(folder)


def test_a_product_without_granule_metadata_is_told(old: MadeProduct, tmp_path: Path) -> None:
    folder = copy_of(old, tmp_path)
    next(folder.rglob("MTD_TL.xml")).unlink()
    with pytest.raises(InputError) as caught:
        resolve_scene(folder)
    assert caught.value.code == "product-incomplete"


def test_choices_that_do_not_exist_are_told(old: MadeProduct) -> None:
    product = open_product(old.folder)
    for bands in (["B10"], [5], ["nonsense"]):
        with pytest.raises(InputError) as caught:
            product_spec(product, bands=bands)
        assert caught.value.code == "band-missing"
    with pytest.raises(UsageError) as usage:
        product_spec(product, resolution=30)
    assert usage.value.code == "resolution-invalid"
    with pytest.raises(UsageError) as usage:
        product_spec(product, bands=["B02", 3, "b2"])
    assert usage.value.code == "band-twice"


def test_threads_read_the_same(new: MadeProduct) -> None:
    with open_scene(resolve_scene(new.folder, bands=["B02", "B05", "B01"])) as scene:
        whole = scene.read(scene.grid.window)[0]
        windows = list(scene.grid.window.blocks(17))

        def same(window: Window) -> bool:
            return np.array_equal(scene.read(window)[0], whole[(slice(None), *window.slices)])

        with ThreadPoolExecutor(6) as pool:
            assert all(pool.map(same, windows))


def test_a_gdal_without_the_driver_is_told_in_one_sentence(new: MadeProduct) -> None:
    code = (
        "import sys\n"
        "from geoinpaint_engine.errors import ResourceError\n"
        "from geoinpaint_engine.sentinel.product_spec import resolve_scene\n"
        "try:\n    resolve_scene(sys.argv[1])\n"
        "except ResourceError as error:\n    print(error.code, error.message)\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", code, str(new.folder)],
        env={**os.environ, "GDAL_SKIP": "SENTINEL2", "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert run.stdout.startswith("driver-missing This build of GDAL has no SENTINEL2 driver")


@pytest.fixture(scope="module")
def old_ground() -> dict[str, np.ndarray]:
    generator = np.random.default_rng(3)
    return {
        band: generator.integers(500, 4000, (600 // metres, 960 // metres)).astype(np.uint16)
        for band, metres in METRES.items()
    }


def test_old_products_of_several_granules_are_one_scene(old_ground: dict[str, np.ndarray], tmp_path: Path) -> None:
    folder = make_old_safe(tmp_path, old_ground, shift_m=360)
    spec = resolve_scene(folder)
    assert spec.names == ("B02", "B03", "B04", "B08")
    assert spec.date == "2016-02-05"
    assert np.array_equal(pixels(spec), np.stack([old_ground[name] for name in spec.names]))
    coarse = resolve_scene(folder, resolution=20)
    assert np.array_equal(pixels(coarse)[0], old_ground["B05"])


def test_an_old_product_that_lacks_a_granules_file_is_told(old_ground: dict[str, np.ndarray], tmp_path: Path) -> None:
    folder = make_old_safe(tmp_path, old_ground, shift_m=360)
    next(folder.glob("GRANULE/*TUF*/IMG_DATA/*_B03.jp2")).unlink()
    with pytest.raises(InputError, match="missing in 1 of the 2 granules") as caught:
        resolve_scene(folder)
    assert caught.value.code == "product-incomplete"
    assert resolve_scene(folder, bands=["B02"]).names == ("B02",)


def test_parts_of_an_old_product_are_told_for_what_they_are(old_ground: dict[str, np.ndarray], tmp_path: Path) -> None:
    folder = make_old_safe(tmp_path / "one", old_ground, shift_m=360)
    for part in (next(folder.glob("GRANULE/*")), next(folder.glob("GRANULE/*/*.xml"))):
        with pytest.raises(InputError, match="is a granule of the product") as caught:
            resolve_scene(part)
        assert caught.value.code == "not-a-product"
        assert str(folder) in (caught.value.hint or "")
    zones = make_old_safe(tmp_path / "two", old_ground, shift_m=360, epsgs=(32633, 32634))
    with pytest.raises(InputError, match="several UTM zones"):
        resolve_scene(zones)
    next(folder.glob("*.xml")).unlink()
    with pytest.raises(InputError, match="before 2016-12"):
        resolve_scene(folder)

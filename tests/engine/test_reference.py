"""Clear-sky references: mean and median of the valid pixels, radiometry, grids, counts, bad input."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import rasterio
from affine import Affine

from geoinpaint_engine.errors import Cancelled, InputError, UsageError
from geoinpaint_engine.raster.spec import RasterSpec
from geoinpaint_engine.sentinel import reference as module
from geoinpaint_engine.sentinel.classes import CloudSource, cloud_source
from geoinpaint_engine.sentinel.product_spec import product_spec, resolve_scene
from geoinpaint_engine.sentinel.products import open_product
from geoinpaint_engine.sentinel.reference import SceneInput, build_reference
from tests.engine.safe_maker import make_safe

TRANSFORM = Affine(10, 0, 600_000, 0, -10, 4_700_000)


def write(path: Path, data: np.ndarray, *, names: tuple[str, ...] = (), **more: object) -> Path:
    profile = {
        "driver": "GTiff", "width": data.shape[2], "height": data.shape[1], "count": data.shape[0],
        "dtype": data.dtype, "crs": "EPSG:32633", "transform": TRANSFORM,
    } | more  # fmt: skip
    with rasterio.open(path, "w", **profile) as target:
        target.write(data)
        if names:
            target.descriptions = names
    return path


def dates(folder: Path, number: int = 5, side: int = 40) -> tuple[list[SceneInput], np.ndarray, np.ndarray]:
    """Scenes with masks, their (dates, bands, rows, cols) values and the (dates, rows, cols) clear pixels."""
    random = np.random.default_rng(1)
    values = random.integers(1, 5000, (number, 3, side, side)).astype(np.uint16)
    clear = random.random((number, side, side)) > 0.4
    clear[:, :2, :3] = False
    inputs = []
    for i in range(number):
        scene = write(folder / f"scene{i}.tif", values[i], names=("B02", "B03", "B04"), nodata=0)
        mask = write(folder / f"mask{i}.tif", (~clear[i])[None].astype(np.uint8))
        inputs.append(SceneInput(scene, (CloudSource(RasterSpec(str(mask))),)))
    return inputs, values, clear


def read(path: Path) -> np.ndarray:
    with rasterio.open(path) as source:
        return source.read()


@pytest.mark.parametrize("statistic", ["mean", "median"])
@pytest.mark.parametrize("number", [1, 4, 5])
def test_statistic_of_the_valid_pixels(statistic: str, number: int, tmp_path: Path) -> None:
    inputs, values, clear = dates(tmp_path, number)
    output = tmp_path / "reference.tif"
    fractions: list[float] = []
    figures = build_reference(inputs, output, statistic=statistic, progress=fractions.append)  # type: ignore[arg-type]
    data = read(output)
    count = clear.sum(0)
    masked = np.where(clear[:, None], values, np.nan)
    covered = count > 0
    function = np.nanmean if statistic == "mean" else np.nanmedian
    expected = np.rint(function(masked[:, :, covered], axis=0))
    assert np.array_equal(data[:3, covered], expected)
    assert (data[:3, ~covered] == 0).all()
    assert np.array_equal(data[3], count)
    assert (figures.dates, figures.covered) == (number, int(covered.sum()))
    assert figures.mean_count == pytest.approx(count[covered].mean())
    assert fractions[-1] == 1
    with rasterio.open(output) as result:
        assert result.descriptions == ("B02", "B03", "B04", "count")
        assert (result.nodata, result.dtypes[0]) == (0, "uint16")
        assert result.transform == TRANSFORM
    assert not list(tmp_path.glob("*.partial")) + list(tmp_path.glob("*.xml"))


@pytest.mark.parametrize("statistic", ["mean", "median"])
def test_small_windows_give_the_same(statistic: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inputs, _, _ = dates(tmp_path, 3, side=300)
    whole, parts = tmp_path / "whole.tif", tmp_path / "parts.tif"
    build_reference(inputs, whole, statistic=statistic)  # type: ignore[arg-type]
    monkeypatch.setattr(module, "STACK_BYTES", 1)
    build_reference(inputs, parts, statistic=statistic)  # type: ignore[arg-type]
    assert np.array_equal(read(whole), read(parts))


def test_windows_are_small_enough_for_many_dates() -> None:
    for number in (1, 10, 100, 300):
        side = module._block_size(number, 13, "median")
        assert 128 <= side <= 1024
        assert side == 128 or side * side * 4 * 13 * number <= module.STACK_BYTES
    assert module._block_size(300, 4, "mean") == 1024


def test_products_before_and_after_the_offset(tmp_path: Path) -> None:
    scl = np.full((60, 60), 4, np.uint8)
    scl[10:20, 10:20] = 9
    new = make_safe(tmp_path, baseline="05.09", date="20230615", scl=scl)
    old = make_safe(tmp_path, baseline="02.14", date="20190615")
    inputs = [SceneInput(resolve_scene(made.folder), (cloud_source(open_product(made.folder)),)) for made in (old, new)]
    output = tmp_path / "reference.tif"
    build_reference(inputs, output, statistic="mean")
    data = read(output)
    with rasterio.open(output) as result:
        assert result.scales[:4] == pytest.approx([1e-4] * 4)  # the newest scene's DN
        assert result.offsets[:4] == pytest.approx([-0.1] * 4)
        assert (result.scales[4], result.offsets[4]) == (1, 0)
        assert result.tags()["REFERENCE_DATES"] == "2019-06-15,2023-06-15"
    assert np.abs(data[0] * 1e-4 - 0.1 - new.reflectance["B02"]).max() <= 0.51e-4
    assert (data[4, 20:40, 20:40] == 1).all()
    assert (data[4] == 2).sum() == 120 * 120 - 400


def test_bands_are_chosen_and_matched_by_name(tmp_path: Path) -> None:
    made = make_safe(tmp_path, size=60, baseline="02.14")
    bands = list(product_spec(open_product(made.folder), bands=["B04", "B02"]).names or ())
    first = SceneInput(product_spec(open_product(made.folder), bands=bands))
    swapped = (np.arange(2 * 3600).reshape(2, 60, 60) % 900 + 100).astype(np.uint16)
    path = write(
        tmp_path / "other.tif", swapped, names=("B2", "B4"), transform=Affine(10, 0, 600_000, 0, -10, 4_700_040)
    )
    output = tmp_path / "reference.tif"
    build_reference([first, SceneInput(path)], output, statistic="mean", bands=["B02"])
    with rasterio.open(output) as result:
        assert result.descriptions == ("B02", "count")
    blue = np.rint(made.reflectance["B02"] * 1e4)
    assert np.abs(read(output)[0] - (blue + swapped[0]) / 2).max() <= 0.51


def test_another_grid_on_request(tmp_path: Path) -> None:
    inputs, values, clear = dates(tmp_path, 2)
    transform = Affine(10, 0, 600_050, 0, -10, 4_699_930)
    like = write(tmp_path / "like.tif", np.zeros((1, 10, 12), np.uint8), transform=transform)
    output = tmp_path / "reference.tif"
    build_reference(inputs, output, like=like, statistic="mean")
    data = read(output)
    assert data.shape == (4, 10, 12)
    assert np.array_equal(data[3], clear.sum(0)[7:17, 5:17])
    both = clear.all(0)[7:17, 5:17]
    assert np.abs(data[:3, both] - values.mean(0)[:, 7:17, 5:17][:, both]).max() <= 0.5


def test_float_scenes_get_nan_as_nodata(tmp_path: Path) -> None:
    data = np.random.default_rng(0).random((2, 20, 20)).astype(np.float32)
    data[:, 3:5] = np.nan
    path = write(tmp_path / "a.tif", data, nodata=np.nan)
    output = tmp_path / "reference.tif"
    build_reference([SceneInput(path)], output)
    got = read(output)
    assert np.isnan(got[:2, 3:5]).all()
    assert np.array_equal(got[2], np.isfinite(data[0]).astype(np.float32))
    keep = np.isfinite(data[0])
    assert np.array_equal(got[:2, keep], data[:, keep])


def test_a_value_never_becomes_nodata(tmp_path: Path) -> None:
    path = write(tmp_path / "a.tif", np.zeros((1, 20, 20), np.uint8))
    output = tmp_path / "reference.tif"
    build_reference([SceneInput(path)], output)
    assert (read(output) == 1).all()  # 0 is the nodata the output declares; the count is 1


def test_no_valid_pixel_leaves_no_file(tmp_path: Path) -> None:
    path = write(tmp_path / "a.tif", np.zeros((1, 20, 20), np.uint8), nodata=0)
    with pytest.raises(InputError) as caught:
        build_reference([SceneInput(path)], tmp_path / "reference.tif")
    assert caught.value.code == "reference-no-valid-pixel"
    assert [p.name for p in tmp_path.iterdir()] == ["a.tif"]


def test_a_cancel_leaves_no_file(tmp_path: Path) -> None:
    inputs, _, _ = dates(tmp_path, 2)
    before = sorted(tmp_path.iterdir())

    def check() -> None:
        raise Cancelled()

    with pytest.raises(Cancelled):
        build_reference(inputs, tmp_path / "reference.tif", check=check)
    assert sorted(tmp_path.iterdir()) == before


def test_calls_that_do_not_fit(tmp_path: Path) -> None:
    inputs, _, _ = dates(tmp_path, 1)
    output = tmp_path / "reference.tif"
    with pytest.raises(UsageError) as caught:
        build_reference([], output)
    assert caught.value.code == "reference-none"
    with pytest.raises(UsageError) as caught:
        build_reference(inputs, output, statistic="mode")  # type: ignore[arg-type]
    assert caught.value.code == "statistic-invalid"
    with pytest.raises(UsageError) as caught:
        build_reference(inputs, Path(str(inputs[0].source)))
    assert caught.value.code == "output-is-input"
    zipped = make_safe(tmp_path, size=60).zipped(tmp_path / "product.zip")
    with pytest.raises(UsageError) as caught:
        build_reference([SceneInput(resolve_scene(zipped))], zipped)
    assert caught.value.code == "output-is-input"
    with pytest.raises(InputError) as missing:
        build_reference([SceneInput(tmp_path / "none.tif")], output)
    assert missing.value.code == "file-missing"

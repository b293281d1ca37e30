"""Sentinel-1: polarisations, units, the mean of dates, the speckle filter, the paper's scaling."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import rasterio
from affine import Affine
from rasterio.crs import CRS

from geoinpaint_engine.errors import InputError, UsageError
from geoinpaint_engine.raster.grid import Grid, Window
from geoinpaint_engine.sentinel.reference import build_sar_reference
from geoinpaint_engine.sentinel.sar import (
    SarInput,
    SpeckleFilter,
    find_polarisations,
    lee_filter,
    open_sar,
    power_of,
)

SIDE = 64
GRID = Grid(CRS.from_epsg(32633), Affine(10, 0, 600_000, 0, -10, 4_700_000), SIDE, SIDE)
WHOLE = GRID.window


def scene_db(seed: int = 0) -> np.ndarray:
    y, x = np.mgrid[0:SIDE, 0:SIDE]
    random = np.random.default_rng(seed)
    vv = -11 + 4 * np.sin(x / 9) + random.normal(0, 1, (SIDE, SIDE))
    return np.stack([vv, vv - 7 + np.cos(y / 7)]).astype(np.float32)


def write(
    path: Path, data: np.ndarray, *, names: tuple[str, ...] = ("VV", "VH"), nodata: float | None = None, **more: object
) -> Path:
    profile = {
        "driver": "GTiff", "width": data.shape[2], "height": data.shape[1], "count": data.shape[0],
        "dtype": data.dtype, "nodata": nodata, "crs": GRID.crs, "transform": GRID.transform,
    } | more  # fmt: skip
    with rasterio.open(path, "w", **profile) as target:
        target.write(data)
        if names:
            target.descriptions = names
    return path


def read(*paths: Path, units: str = "auto", **more: object) -> tuple[np.ndarray, np.ndarray]:
    composite = open_sar([SarInput(path, units) for path in paths], GRID, **more)  # type: ignore[arg-type]
    try:
        return composite.read(WHOLE)
    finally:
        composite.close()


@pytest.mark.parametrize(
    ("names", "title", "found"),
    [
        (("VV", "VH"), "a", (0, 1)), (("Sigma0_VH_db", "Sigma0_VV_db"), "a", (1, 0)), (("", ""), "a", (0, 1)),
        (("vv", "vh", "angle"), "a", (0, 1)), (("VV/VH", "VH", "VV"), "a", (2, 1)), (("VV",), "a", (0, None)),
        (("",), "/vv/s1_vh_2020.tif", (None, 0)), (("VV", "VH", "count"), "a", (0, 1)),
    ],
)  # fmt: skip
def test_polarisations(names: tuple[str, ...], title: str, found: tuple[int | None, int | None]) -> None:
    assert find_polarisations(names, title) == found


@pytest.mark.parametrize("names", [("",), ("", "", ""), ("HH", "HV"), ("intensity",)])
def test_polarisations_that_cannot_be_told(names: tuple[str, ...]) -> None:
    with pytest.raises(InputError) as caught:
        find_polarisations(names, "s1.tif")
    assert caught.value.code == "sar-bands"


def test_db_and_linear_power_are_the_same_scene(tmp_path: Path) -> None:
    db = scene_db()
    paths = [write(tmp_path / "db.tif", db), write(tmp_path / "linear.tif", power_of(db).astype(np.float32))]
    for path in paths:
        got, valid = read(path)
        assert got.dtype == np.float32
        assert valid.all()
        assert np.abs(got - db).max() < 1e-4
    scaled = write(tmp_path / "scaled.tif", np.rint(db * 100).astype(np.int16))
    with rasterio.open(scaled, "r+") as target:
        target.scales = (0.01, 0.01)
    assert np.abs(read(scaled)[0] - db).max() < 0.0051


def test_given_units_win(tmp_path: Path) -> None:
    path = write(tmp_path / "bright.tif", np.full((2, SIDE, SIDE), 3.0, np.float32))
    assert np.allclose(read(path)[0], 10 * np.log10(3))
    assert np.allclose(read(path, units="db")[0], 3)


def test_dates_are_averaged_in_linear_power_over_the_valid_ones(tmp_path: Path) -> None:
    first, second = scene_db(1), scene_db(2)
    second[:, :5] = np.nan
    paths = [write(tmp_path / "a.tif", first), write(tmp_path / "b.tif", second, nodata=np.nan)]
    got, valid = read(*paths)
    assert valid.all()
    assert np.allclose(got[:, :5], first[:, :5], atol=1e-4)
    expected = 10 * np.log10((power_of(first.astype(float)) + power_of(second.astype(float))) / 2)
    assert np.allclose(got[:, 5:], expected[:, 5:], atol=1e-4)
    assert np.abs(got[:, 5:] - (first + second)[:, 5:] / 2).max() > 0.1  # not the mean of dB


def test_vv_and_vh_may_lie_in_files_of_their_own(tmp_path: Path) -> None:
    db = scene_db()
    vh = write(tmp_path / "s1_20200101_vh.tif", db[1:], names=())
    vv = write(tmp_path / "s1_20200101_vv.tif", db[:1], names=())
    assert np.abs(read(vh, vv)[0] - db).max() < 1e-4
    with pytest.raises(InputError, match="no VV"):
        read(vh)


def test_undeclared_zeros_are_nodata(tmp_path: Path) -> None:
    for db in (scene_db(), power_of(scene_db()).astype(np.float32)):
        db[:, :, -9:] = 0
        got, valid = read(write(tmp_path / "s1.tif", db))
        assert valid[:, :-9].all()
        assert not valid[:, -9:].any()
        assert (got[:, :, -9:] == 0).all()


def test_bright_ground_clipped_at_zero_db_is_valid(tmp_path: Path) -> None:
    db = scene_db()
    db[0, 10:13, 20:40] = 0
    db[1, 10:12, 24:30] = 0  # VH is some 6 dB darker: both are clipped on the brightest part alone
    got, valid = read(write(tmp_path / "s1.tif", db))
    assert valid.all()
    assert (got[:, 10:12, 24:30] == 0).all()


def test_a_small_gap_of_undeclared_zeros_in_db_is_nodata(tmp_path: Path) -> None:
    db = scene_db()
    db[0, 40, 40:44] = 0  # bright ground
    db[:, 10:13, 20:30] = 0
    _, valid = read(write(tmp_path / "s1.tif", db))
    assert not valid[10:13, 20:30].any()
    assert valid[:10].all()
    one_band = [write(tmp_path / f"s1_{name}.tif", db[n : n + 1], names=(name,)) for n, name in enumerate(("VV", "VH"))]
    assert np.array_equal(read(*one_band)[1], valid)


def test_bright_ground_clipped_in_files_of_their_own_is_valid(tmp_path: Path) -> None:
    db = scene_db()
    db[0, 10:13, 20:40] = 0
    db[1, 10:12, 24:30] = 0
    vv, vh = (write(tmp_path / f"{name}.tif", db[n : n + 1], names=(name,)) for n, name in enumerate(("VV", "VH")))
    assert read(vv, vh)[1].all()


def test_zeros_beside_values_above_zero_db_are_no_clipped_ground(tmp_path: Path) -> None:
    db = scene_db()
    db[0, 10:13, 20:30] = 0  # a gap of VV alone
    db[0, 50, 50] = 4.2
    assert not read(write(tmp_path / "s1.tif", db))[1][10:13, 20:30].any()


@pytest.mark.parametrize("zoom", [1, 0.8])
def test_a_small_gap_is_seen_in_the_scene_s_part_of_a_large_raster(tmp_path: Path, zoom: float) -> None:
    rows = cols = 3100  # over 9 megapixels, without overviews
    db = np.full((2, rows, cols), -11, np.float32)
    db[:, 700:720, 800:820] = 0
    own = Affine(10 * zoom, 0, 600_000 - 8000 * zoom, 0, -10 * zoom, 4_700_000 + 7000 * zoom)
    valid = read(write(tmp_path / "s1.tif", db, transform=own))[1]
    assert not valid[1:15, 1:15].any()
    assert valid[21:].all()


def test_a_gap_is_seen_between_the_places_that_tell_the_units(tmp_path: Path) -> None:
    side = 1200
    db = np.random.default_rng(0).normal(-11, 2, (2, side, side)).astype(np.float32)
    db[:, 300:400, 300:400] = 0
    composite = open_sar([SarInput(write(tmp_path / "s1.tif", db))], Grid(GRID.crs, GRID.transform, side, side))
    try:
        valid = composite.read(Window(280, 280, 140, 140))[1]
    finally:
        composite.close()
    assert not valid[20:120, 20:120].any()
    assert valid.sum() == 140**2 - 100**2


def test_units_of_a_raster_that_is_mostly_empty(tmp_path: Path) -> None:
    db = np.zeros((2, 900, 900), np.float32)
    db[:, 300:305, 260:265] = -9
    path = write(tmp_path / "s1.tif", db)
    composite = open_sar([SarInput(path)], GRID)
    composite.close()
    with pytest.raises(InputError) as caught:
        open_sar([SarInput(write(tmp_path / "empty.tif", db * 0))], GRID)
    assert caught.value.code == "sar-empty"


def test_unlikely_units_are_warned_of(tmp_path: Path) -> None:
    told: list[str] = []
    path = write(tmp_path / "dn.tif", np.full((2, SIDE, SIDE), 4000, np.uint16))
    open_sar([SarInput(path)], GRID, warn=lambda code, message: told.append(code)).close()
    assert told == ["sar-units-unlikely"]


def test_units_that_cannot_be_are_refused_and_power_as_db_is_told(tmp_path: Path) -> None:
    told: list[str] = []
    path = write(tmp_path / "db.tif", np.full((2, SIDE, SIDE), -11, np.float32))
    with pytest.raises(UsageError) as caught:
        open_sar([SarInput(path, "linear")], GRID)
    assert caught.value.code == "sar-units-wrong"
    path = write(tmp_path / "power.tif", np.full((2, SIDE, SIDE), 0.07, np.float32))
    open_sar([SarInput(path, "db")], GRID, warn=lambda code, message: told.append(code)).close()
    assert told == ["sar-units-unlikely"]


def test_complex_numbers_are_refused(tmp_path: Path) -> None:
    path = write(tmp_path / "slc.tif", np.full((2, SIDE, SIDE), 3 + 4j, np.complex64))
    with pytest.raises(InputError) as caught:
        open_sar([SarInput(path, "auto")], GRID)
    assert caught.value.code == "complex-dtype"


def test_another_grid_is_warped(tmp_path: Path) -> None:
    constant = np.full((2, 50, 50), -10, np.float32)
    path = write(tmp_path / "s1.tif", constant, transform=Affine(20, 0, 599_803, 0, -20, 4_700_207))
    got, valid = read(path)
    assert valid.all()
    assert np.allclose(got, -10, atol=1e-3)


def speckled(looks: float, seed: int = 5) -> tuple[np.ndarray, np.ndarray]:
    truth = np.full((128, 128), 0.05)
    truth[:, 64:] = 0.4
    return truth, truth * np.random.default_rng(seed).gamma(looks, 1 / looks, truth.shape)


def test_the_filter_removes_speckle_and_keeps_edges() -> None:
    truth, noisy = speckled(4)
    out = lee_filter(noisy, valid=np.ones(truth.shape, bool), looks=4)
    flat = (slice(8, -8), slice(8, 56))
    assert out[flat].std() < 0.45 * noisy[flat].std()
    assert out[flat].mean() == pytest.approx(0.05, rel=0.02)
    # a box mean of the same size would put about 0.25 on either side of the edge
    assert out[8:-8, 62].mean() < 0.16
    assert out[8:-8, 65].mean() > 0.3


def test_the_filter_takes_only_valid_pixels() -> None:
    truth, noisy = speckled(4)
    valid = np.ones(truth.shape, bool)
    valid[40:60, 20:40] = False
    broken = np.where(valid, noisy, 1e6)
    out = lee_filter(broken, valid=valid, looks=4)
    assert (out[~valid] == 0).all()
    assert out[valid].max() < 2
    assert np.array_equal(lee_filter(noisy, valid=valid, looks=4), out)


def test_constant_ground_stays() -> None:
    flat = np.full((20, 20), 0.1)
    assert np.allclose(lee_filter(flat, valid=np.ones(flat.shape, bool), looks=4.4), 0.1, rtol=1e-12)


def test_a_filtered_window_is_a_part_of_the_whole(tmp_path: Path) -> None:
    db = scene_db()
    db[:, 20:24, 30:35] = np.nan
    path = write(tmp_path / "s1.tif", db, nodata=np.nan)
    composite = open_sar([SarInput(path)], GRID, speckle=SpeckleFilter())
    whole, valid = composite.read(WHOLE)
    assert np.array_equal(valid, np.isfinite(db).all(0))
    assert np.abs(whole - np.nan_to_num(db))[:, valid].mean() > 0.1
    random = np.random.default_rng(0)
    for _ in range(15):
        row, col = (int(v) for v in random.integers(0, SIDE - 12, 2))
        window = Window(row, col, int(random.integers(1, 12)), int(random.integers(1, 12)))
        part, known = composite.read(window)
        assert np.array_equal(part, whole[(slice(None), *window.slices)])
        assert np.array_equal(known, valid[window.slices])
    composite.close()


@pytest.mark.parametrize(("side", "looks"), [(4, 4.0), (1, 4.0), (99, 4.0), (7, 0.0)])
def test_filters_that_make_no_sense(side: int, looks: float) -> None:
    with pytest.raises(UsageError):
        SpeckleFilter(side, looks)


def test_a_sar_reference_is_written_and_read_again(tmp_path: Path) -> None:
    first, second = scene_db(1), scene_db(2)
    first[:, :4] = np.nan
    second[:, :7] = np.nan
    paths = [write(tmp_path / f"{i}.tif", db, nodata=np.nan) for i, db in enumerate((first, second))]
    output = tmp_path / "mean.tif"
    figures = build_sar_reference([SarInput(p) for p in paths], output)
    assert (figures.dates, figures.covered) == (2, 60 * SIDE)
    assert figures.mean_count == pytest.approx((3 + 2 * 57) / 60)
    with rasterio.open(output) as result:
        assert result.descriptions == ("VV", "VH", "count")
        assert np.isnan(result.nodata)
        data = result.read()
    assert np.isnan(data[:2, :4]).all()
    assert (data[2, :, 0] == [0] * 4 + [1] * 3 + [2] * 57).all()
    assert np.allclose(data[:2, 4:], read(*paths)[0][:, 4:])
    again, valid = read(output)
    assert np.array_equal(valid, data[2] > 0)
    assert np.allclose(again[:, 4:], data[:2, 4:], atol=1e-4)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["0.tif", "1.tif", "mean.tif"]


def test_no_input_and_an_input_as_output(tmp_path: Path) -> None:
    path = write(tmp_path / "s1.tif", scene_db())
    with pytest.raises(UsageError):
        open_sar([], GRID)
    with pytest.raises(UsageError) as caught:
        build_sar_reference([SarInput(path)], path)
    assert caught.value.code == "output-is-input"

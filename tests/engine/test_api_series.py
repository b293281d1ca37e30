"""Series from Python: cubes of NumPy and xarray, and files; each date as `fill` fills it from its neighbours."""

import datetime
import json

import numpy as np
import pytest

import geoinpaint_engine as gi
from tests.engine.conftest import field, read_raster, write_raster

DATES = ["2024-04-05", "2024-04-15", "2024-05-02", "2024-05-12"]
WAY = {"mode": "classical", "threads": 1}


@pytest.fixture(scope="module")
def cube():
    """(dates, bands, rows, cols) uint16 and (dates, rows, cols) bool; the second date is clear."""
    truth = field(np.random.default_rng(5), rows=72, cols=80)
    images, masks = [], np.zeros((4, 72, 80), bool)
    for number in range(4):
        rng = np.random.default_rng(number)
        images.append((truth * (0.8 + 0.1 * number) + 50 + 5 * rng.standard_normal(truth.shape)).clip(1, 60_000))
        if number != 1:
            masks[number, 8 + 9 * number : 26 + 9 * number, 10 + 8 * number : 34 + 8 * number] = True
    data = np.stack(images)
    return np.where(masks[:, None], 9000, data).astype("uint16"), masks


def test_every_date_is_filled_as_fill_does_it(cube):
    data, masks = cube
    before = data.copy()
    result = gi.fill_series(data, masks, dates=DATES, uncertainty=True, **WAY)
    assert np.array_equal(data, before)
    assert result.filled.dtype == data.dtype
    assert np.array_equal(result.filled.transpose(1, 0, 2, 3)[:, ~masks], data.transpose(1, 0, 2, 3)[:, ~masks])
    assert (result.filled.transpose(1, 0, 2, 3)[:, masks] < 8000).all()
    references = [gi.Reference(data[i], mask=masks[i] if i != 1 else None, date=DATES[i]) for i in (0, 1, 3)]
    alone = gi.fill(data[2], masks[2], references=references, **WAY)
    assert np.array_equal(result.filled[2], alone.filled)
    assert set(result.figures) == {DATES[0], DATES[2], DATES[3]}
    assert np.isfinite(result.uncertainty[0][:, masks[0]]).all()
    assert np.isnan(result.uncertainty[1]).all()


def test_dates_and_numbers_may_be_told_as_they_come(cube):
    data, masks = cube
    expected = gi.fill_series(data, masks, dates=DATES, **WAY).filled
    for dates in (np.array(DATES, "datetime64[ns]"), [datetime.date.fromisoformat(date) for date in DATES]):
        assert np.array_equal(gi.fill_series(data, masks, dates=dates, **WAY).filled, expected)
    expected = gi.fill_series(data, masks, dates=DATES, dates_around=1, dilate=1, **WAY).filled
    numbers = {"dates_around": np.uint8(1), "dilate": np.uint8(1), "threads": np.uint8(1), "seed": np.uint8(0)}
    assert np.array_equal(gi.fill_series(data, masks, dates=DATES, **{**WAY, **numbers}).filled, expected)
    with pytest.raises(gi.UsageError, match="'April' is not a date"):
        gi.fill_series(data, masks, dates=[*DATES[:3], "April"], **WAY)


def test_a_masked_cube_is_filled_as_files_that_declare_their_nodata(cube, tmp_path):
    data, masks = cube[0].copy(), cube[1]
    for number, date in enumerate(DATES):
        data[number, :, : 6 + number] = 0  # beyond the edge of a swath
        write_raster(tmp_path / f"{date}.tif", data[number], names=("B02", "B04", "B08"), nodata=0)
        write_raster(tmp_path / f"{date}_mask.tif", masks[number][None].astype("uint8"))
    written = gi.fill_series(tmp_path, output=tmp_path / "out", mask_suffix="_mask", **WAY).filled
    filled = gi.fill_series(np.ma.masked_equal(data, 0), masks, dates=DATES, **WAY).filled
    assert isinstance(filled, np.ma.MaskedArray)
    for number, date in enumerate(DATES):
        assert np.array_equal(filled.filled(0)[number], read_raster(written / date / "filled.tif"))


def test_a_masked_cube_stays_as_it_is(cube):
    data, masks = cube
    given = np.ma.array(data.copy(), mask=np.zeros(data.shape, bool))
    given[0, :, :3] = np.ma.masked
    before, gaps = given.data.copy(), given.mask.copy()
    result = gi.fill_series(given, masks, dates=DATES, nodata=True, **WAY)
    assert np.array_equal(given.data, before)
    assert np.array_equal(given.mask, gaps)
    assert not np.shares_memory(result.filled.data, given.data)
    assert not np.shares_memory(result.filled.mask, given.mask)
    assert not result.filled.mask.any()
    assert (result.filled.data.transpose(1, 0, 2, 3)[:, masks] < 8000).all()


def test_a_data_array_comes_back_as_one(cube):
    xr = pytest.importorskip("xarray")
    data, masks = cube
    times = np.array(DATES, dtype="datetime64[ns]")
    coords = {"time": times, "band": ["B02", "B03", "B04"], "y": 4.6e6 - 10.0 * np.arange(72),
              "x": 5e5 + 10.0 * np.arange(80), "spatial_ref": ((), 0, {"crs_wkt": "EPSG:32633"})}  # fmt: skip
    scene = xr.DataArray(data, dims=("time", "band", "y", "x"), coords=coords, attrs={"title": "t"})
    hole = xr.DataArray(masks, dims=("time", "y", "x"), coords={"time": times})
    turned = scene.transpose("y", "x", "time", "band")
    result = gi.fill_series(turned, hole, uncertainty=True, **WAY)
    assert result.filled.dims == turned.dims
    assert result.filled.attrs == turned.attrs
    plain = gi.fill_series(data, masks, dates=DATES, **WAY).filled
    assert np.array_equal(result.filled.transpose(*scene.dims).values, plain)
    assert result.uncertainty.dtype == np.float32
    import geoinpaint_engine.xarray  # noqa: F401

    again = scene.geoinpaint.fill_series(hole.isel(time=slice(None, None, -1)), **WAY)
    assert np.array_equal(again.filled.values, plain)


def test_clouds_are_detected_in_a_cube():
    rng = np.random.default_rng(2)
    truth = field(rng, rows=128, cols=136)
    data = np.stack([(truth * gain + 5 * rng.standard_normal(truth.shape)) for gain in (0.9, 1.0, 1.1)])
    data[1][:, 20:60, 30:80] = 7000 + 300 * rng.standard_normal((3, 40, 50))
    result = gi.fill_series(data.astype("uint16"), dates=DATES[:3], detect=True, **WAY)
    assert (result.filled[1][:, 22:58, 32:78] < 5000).all()


def test_a_date_that_cannot_be_filled_stays_and_is_told(cube):
    data, masks = cube
    masks = masks.copy()
    masks[3] = True
    result = gi.fill_series(data, masks, dates=DATES, **WAY)
    assert np.array_equal(result.filled[3], data[3])
    assert [date for date, code, _ in result.warnings if code == "date-skipped"] == [DATES[3]]
    assert (result.filled[0][:, masks[0]] < 8000).all()


@pytest.mark.parametrize("fault", [np.inf, np.nan])
def test_a_date_that_cannot_be_read_is_left_out_also_as_evidence(cube, fault):
    data, masks = cube
    broken = data.astype("float32")
    broken[(2, 0, 5, 5) if np.isinf(fault) else 2] = fault
    result = gi.fill_series(broken, masks, dates=DATES, uncertainty=True, **WAY)
    code = "scene-not-finite" if np.isinf(fault) else "scene-no-valid-pixel"
    skipped = [(date, message[-len(code) - 2 :]) for date, told, message in result.warnings if told == "date-skipped"]
    assert skipped == [(DATES[2], f"[{code}]")]
    assert np.array_equal(result.filled[2], broken[2], equal_nan=True)
    assert np.isnan(result.uncertainty[2]).all()
    others = [0, 1, 3]
    alone = gi.fill_series(broken[others], masks[others], dates=[DATES[number] for number in others], **WAY)
    assert np.array_equal(result.filled[others], alone.filled)
    assert set(result.figures) == {DATES[0], DATES[3]}


def test_a_date_without_a_usable_neighbour_is_told(cube):
    data, masks = cube
    data, masks = data[:2], masks[:2].copy()
    masks[1, 2:] = True
    result = gi.fill_series(data, masks, dates=DATES[:2], mode="mt", threads=1)
    skipped = [(date, message) for date, code, message in result.warnings if code == "date-skipped"]
    assert [date for date, _ in skipped] == DATES[:1]
    assert "[evidence-missing]" in skipped[0][1]
    assert np.array_equal(result.filled[0], data[0])
    assert set(result.figures) == {DATES[1]}


def test_where_no_date_can_be_filled_it_is_said_why(cube):
    data, masks = cube
    masks = np.ones_like(masks)
    events = []
    with pytest.raises(gi.InputError, match=r"could be filled. Of 2024-04-05: .*\[evidence-missing\]") as raised:
        gi.fill_series(data, masks, dates=DATES, on_event=events.append, **WAY)
    assert raised.value.code == "series-failed"
    told = [event["message"] for event in events if event["event"] == "warning"]
    assert [message[:10] for message in told] == DATES
    with pytest.raises(gi.UsageError) as raised:
        gi.fill_series(data, masks, dates=DATES, mode="mt", fill="ratio")  # of the whole call
    assert raised.value.code == "fill-without-classical"


def test_clear_dates_are_none_that_could_not_be_filled(cube):
    data, masks = cube
    result = gi.fill_series(data, np.zeros_like(masks), dates=DATES, nodata=True, **WAY)
    assert np.array_equal(result.filled, data)
    assert result.warnings == ()


def test_files_go_to_a_folder(cube, tmp_path):
    data, masks = cube
    for number, date in enumerate(DATES):
        write_raster(tmp_path / f"{date}.tif", data[number], names=("B02", "B04", "B08"))
        write_raster(tmp_path / f"{date}_mask.tif", masks[number][None].astype("uint8"))
    result = gi.fill_series(tmp_path, output=tmp_path / "out", mask_suffix="_mask", **WAY)
    assert result.filled == tmp_path / "out"
    assert result.figures[DATES[1]]["state"] == "clear"
    assert len(json.loads((tmp_path / "out" / "collection.json").read_text())["links"]) == 5
    bands = np.array(["B08", "B02"])
    told = {**WAY, "bands": bands, "seed": np.int64(0), "threads": np.int32(1), "dates_around": np.uint8(4)}
    gi.fill_series(tmp_path, output=tmp_path / "two", mask_suffix="_mask", **told)
    filled = [read_raster(tmp_path / name / DATES[0] / "filled.tif") for name in ("out", "two")]
    assert np.array_equal(filled[0][[2, 0]], filled[1])


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"dates": DATES[:3]}, "array-date"),
        ({"dates": ["April"] * 4}, "array-date"),
        ({"dates": [*DATES[:3], np.datetime64("NaT")]}, "array-date"),
        ({"masks": np.zeros((3, 72, 80), bool)}, "array-shape"),
        ({"masks": np.zeros((4, 72, 81), bool)}, "array-shape"),
        ({"scenes": np.zeros((72, 80), "uint16")}, "array-shape"),
        ({"scenes": np.zeros((1, 3, 72, 80), "uint16"), "masks": None, "dates": DATES[:1]}, "series-short"),
        ({"resume": True}, "array-in-process"),
        ({"dilate": 2.5}, "dilate-range"),
        ({"dilate": -1}, "dilate-range"),
        ({"scenes": "here"}, "output-missing"),
        ({"scenes": "here", "output": ""}, "path-invalid"),
    ],
)
def test_what_does_not_fit_is_refused(cube, change, code):
    call = {"scenes": cube[0], "masks": cube[1], "dates": DATES, **change}
    with pytest.raises(gi.EngineError) as raised:
        gi.fill_series(call.pop("scenes"), call.pop("masks"), **call)
    assert raised.value.code == code

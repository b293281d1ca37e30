"""Dates of a series filled again: those that added ones improve, or that are named; the others stay byte for byte."""

import json

import numpy as np
import pytest

from geoinpaint_engine import fill_series
from geoinpaint_engine.errors import EngineError
from tests.engine.conftest import write_raster
from tests.engine.series_maker import CLEAR, DATES, contents, make_dates

WAY = {"mask_suffix": "_mask", "mode": "classical", "threads": 1}


def fill(place, output, **way):
    return fill_series(place / "in", output=place / output, **{**WAY, **way})


def rasters(folder):
    return {name: data for name, data in contents(folder).items() if name.endswith(".tif")}


def sources(folder, date):
    job = json.loads((folder / date / "filled.tif.recipe.json").read_text())["job"]
    return [one["date"] for one in job["references"]]


@pytest.fixture(scope="module")
def added(tmp_path_factory):
    """`all`: a series of four dates, each filled from one on either side; `out`: three of them."""
    place = tmp_path_factory.mktemp("redo")
    make_dates(place / "in", range(4), rows=64, cols=72)
    fill(place, "all", dates_around=1)
    for ending in ("", "_mask"):
        (place / "in" / f"scene_{DATES[3]}{ending}.tif").rename(place / f"later{ending}.tif")
    fill(place, "out", dates_around=1)
    for ending in ("", "_mask"):
        (place / f"later{ending}.tif").rename(place / "in" / f"scene_{DATES[3]}{ending}.tif")
    return place


def test_what_added_dates_improve_is_filled_again_and_nothing_else(added):
    place = added
    out, whole = place / "out", place / "all"
    stamps = {path: path.stat().st_mtime_ns for path in out.rglob("*.tif")}
    assert sources(out, DATES[2]) == [DATES[0], DATES[1]]
    fill(place, "out", dates_around=1, append=True)
    assert sources(out, DATES[2]) == [DATES[0], DATES[1]], "it is not asked for"
    assert {path: path.stat().st_mtime_ns for path in stamps} == stamps
    fill_series([], output=out, redo_improved=True, **WAY)
    assert sources(out, DATES[2]) == [DATES[1], DATES[3]]
    assert rasters(out) == rasters(whole)
    changed = {path.parent.name for path, stamp in stamps.items() if path.stat().st_mtime_ns != stamp}
    assert changed == {DATES[2]}, "the others have not been written"
    assert (out / DATES[2] / "mask.tif").stat().st_mtime_ns == stamps[out / DATES[2] / "mask.tif"]
    # again there is nothing to do
    stamps = {path: path.stat().st_mtime_ns for path in out.rglob("*.tif")}
    fill_series([], output=out, redo_improved=True, **WAY)
    assert {path: path.stat().st_mtime_ns for path in stamps} == stamps


def test_a_date_that_is_named_is_filled_again(tmp_path):
    make_dates(tmp_path / "in", range(3), rows=64, cols=72)
    fill(tmp_path, "out")
    before = rasters(tmp_path / "out")
    make_dates(tmp_path / "in", [3], rows=64, cols=72)
    with pytest.raises(EngineError, match="has no date 2024-01-01") as raised:
        fill(tmp_path, "out", append=True, redo=["2024-01-01"])
    assert raised.value.code == "redo-unknown"
    assert rasters(tmp_path / "out") == before
    fill(tmp_path, "out", append=True, redo=[DATES[2]])
    after = rasters(tmp_path / "out")
    assert {name for name in before if after[name] != before[name]} == {
        f"{DATES[2]}/{name}.tif" for name in ("filled", "uncertainty")
    }
    assert sources(tmp_path / "out", DATES[2]) == [DATES[0], DATES[1], DATES[3]]
    assert sources(tmp_path / "out", DATES[0]) == [DATES[1], DATES[2]]


def test_a_date_that_cannot_be_filled_again_keeps_what_it_has(tmp_path):
    make_dates(tmp_path / "in", range(3), rows=64, cols=72)
    fill(tmp_path, "out")
    before = rasters(tmp_path / "out")
    make_dates(tmp_path / "in", [3], rows=64, cols=72)
    fill(tmp_path, "out", append=True)
    broken = tmp_path / "in" / f"scene_{DATES[3]}.tif"
    whole = broken.read_bytes()
    broken.write_bytes(whole[:4000])
    result = fill_series([], output=tmp_path / "out", redo=[DATES[2]], **WAY)
    told = [message for _, code, message in result.warnings if code == "date-skipped"]
    assert any("keeps its fill: " in message for message in told), told
    assert result.figures[DATES[2]]["state"] == "filled"
    after = rasters(tmp_path / "out")
    assert {name for name in before if after[name] != before[name]} == set()
    assert sources(tmp_path / "out", DATES[2]) == [DATES[0], DATES[1]]
    broken.write_bytes(whole)
    fill_series([], output=tmp_path / "out", redo=[DATES[2]], **WAY)
    assert sources(tmp_path / "out", DATES[2]) == [DATES[0], DATES[1], DATES[3]]


@pytest.mark.parametrize("cube", [False, True])
def test_scenes_that_are_gone_leave_their_fills(tmp_path, cube):
    make_dates(tmp_path / "in", range(3), rows=64, cols=72)
    fill(tmp_path, "out", cube=cube)
    before = rasters(tmp_path / "out")
    (tmp_path / "in" / f"scene_{DATES[0]}.tif").unlink()
    result = fill_series([], output=tmp_path / "out", resume=True, points=[("field", 500_155, 4_599_795)], **WAY)
    assert [one["state"] for one in result.figures.values()] == ["filled", "clear", "filled"]
    assert rasters(tmp_path / "out") == before
    rows = (tmp_path / "out" / "curves.csv").read_text().splitlines()
    assert rows[1].split(",")[4] == "filled"
    assert rows[1].split(",")[8] == "", "what the cloud showed is not known any more"


def test_what_is_refused_leaves_no_folder(tmp_path):
    make_dates(tmp_path / "in", range(2), rows=24, cols=24)
    (tmp_path / "empty").mkdir()
    (tmp_path / "mine").mkdir()
    for scenes, output, code in (("empty", "new/out", "series-empty"), ("empty", "mine", "series-empty")):
        with pytest.raises(EngineError) as raised:
            fill_series(tmp_path / scenes, output=tmp_path / output, **WAY)
        assert raised.value.code == code
    assert not (tmp_path / "new").exists()
    assert list((tmp_path / "mine").iterdir()) == [], "a folder that was there stays"


def test_a_date_that_is_skipped_leaves_no_folder(tmp_path):
    make_dates(tmp_path / "in", range(3), rows=64, cols=72)
    broken = tmp_path / "in" / f"scene_{DATES[0]}_mask.tif"
    write_raster(broken, np.ones((1, 64, 72), "uint8"))
    broken.write_bytes(broken.read_bytes()[:300])
    result = fill(tmp_path, "out")
    assert result.figures[DATES[0]]["state"] == "skipped"
    assert result.figures[DATES[CLEAR]]["state"] == "clear"
    assert not (tmp_path / "out" / DATES[0]).exists()

"""Dates that a series leaves out, and series that cannot be begun: each told in a sentence."""

import json
from pathlib import Path

import numpy as np
import pytest
import rasterio

from geoinpaint_engine.errors import EngineError
from geoinpaint_engine.events import Control, Reporter
from geoinpaint_engine.pipeline.series.series import fill_series
from geoinpaint_engine.pipeline.series.state import Options
from geoinpaint_engine.pipeline.workspace import Workspace
from tests.engine.conftest import write_raster
from tests.engine.series_maker import (
    DATES,
    NAMES,
    OPTIONS,
    last,
    make_dates,
    run,
)


def test_a_bad_date_is_told_and_skipped(tmp_path):
    make_dates(tmp_path / "in", range(4))
    broken = tmp_path / "in" / f"scene_{DATES[0]}.tif"
    broken.write_bytes(broken.read_bytes()[:6000])
    (tmp_path / "in" / f"scene_{DATES[3]}_mask.tif").unlink()
    write_raster(tmp_path / "in" / "undated.tif", np.ones((4, 96, 104), "uint16"))
    done = run(tmp_path, "in", "-o", "out", *OPTIONS)
    assert done.returncode == 0, done.stdout
    warnings = [e for e in map(json.loads, done.stdout.splitlines()) if e["event"] == "warning"]
    told = " ".join(one["message"] for one in warnings if one["code"] == "date-skipped")
    assert all(code in told for code in ("raster-unreadable", "date-unmasked", "date-unknown"))
    states = {one["name"]: one["state"] for one in last(done)["figures"]["dates"]}
    assert states == {DATES[1]: "clear", DATES[2]: "filled"}
    left = {Path(one["scene"]).name: one["code"] for one in last(done)["figures"]["left_out"]}
    assert left[broken.name] == "raster-unreadable"
    assert broken.name in (tmp_path / "out" / "series.html").read_text()


def test_a_date_that_is_damaged_inside_is_no_evidence_either(tmp_path):
    make_dates(tmp_path / "in", range(3))
    broken = tmp_path / "in" / f"scene_{DATES[0]}.tif"
    with rasterio.open(broken) as dataset:
        data = dataset.read()
    write_raster(broken, data, names=NAMES, compress="deflate")
    content = bytearray(broken.read_bytes())
    content[len(content) // 3 : len(content) // 2] = bytes(len(content) // 2 - len(content) // 3)
    broken.write_bytes(content)
    done = run(tmp_path, "in", "-o", "out", *OPTIONS)
    assert done.returncode == 0, done.stdout
    dates = {one["name"]: (one["state"], one["code"]) for one in last(done)["figures"]["dates"]}
    assert dates[DATES[0]] == ("skipped", "raster-unreadable")
    assert dates[DATES[2]][0] == "filled"
    recipe = json.loads((tmp_path / "out" / DATES[2] / "filled.tif.recipe.json").read_text())
    assert [one["date"] for one in recipe["job"]["references"]] == [DATES[1]]


def test_a_date_that_is_all_cloud_is_told_and_the_others_are_filled(tmp_path):
    make_dates(tmp_path / "in", range(3))
    write_raster(tmp_path / "in" / f"scene_{DATES[2]}_mask.tif", np.ones((1, 96, 104), "uint8"))
    done = run(tmp_path, "in", "-o", "out", *OPTIONS)
    assert done.returncode == 0, done.stdout
    dates = {one["name"]: (one["state"], one["code"]) for one in last(done)["figures"]["dates"]}
    assert dates[DATES[2]] == ("failed", "mask-covers-all")
    assert dates[DATES[0]][0] == "filled"


@pytest.mark.parametrize(
    ("inputs", "output", "options", "way", "code"),
    [
        (["in"], "out", {}, {}, "mask-missing"),
        (["in"], "out", {"mask_suffix": "_mask"}, {"append": True}, "series-missing"),
        ([], "out", {}, {"resume": True}, "series-missing"),
        (["in"], "in", {"mask_suffix": "_mask"}, {}, "series-taken"),
        (["in"], "in", {"mask_suffix": "_mask"}, {"resume": True}, "series-taken"),
        (["empty"], "out", {"mask_suffix": "_mask"}, {}, "series-empty"),
        (["nowhere"], "out", {"mask_suffix": "_mask"}, {}, "file-missing"),
        (["broken.json"], "out", {"mask_suffix": "_mask"}, {}, "item-unreadable"),
        (["bands.json"], "out", {"mask_suffix": "_mask"}, {}, "item-assets"),
        (["circle.json"], "out", {"mask_suffix": "_mask"}, {}, "item-unreadable"),
        (["odd.json"], "out", {"mask_suffix": "_mask"}, {}, "item-assets"),
        ([f"in/scene_{DATES[0]}.tif"], "out", {"mask_suffix": "_mask"}, {}, "series-short"),
    ],
)
def test_what_does_not_fit_is_told_in_one_sentence(tmp_path, inputs, output, options, way, code):
    make_dates(tmp_path / "in", range(2), rows=24, cols=24)
    (tmp_path / "empty").mkdir()
    (tmp_path / "broken.json").write_text("{")
    assets = {name: {"href": f"{name}.tif", "roles": ["data"]} for name in ("red", "nir")}
    (tmp_path / "bands.json").write_text(json.dumps({"type": "Feature", "assets": assets}))
    circle = {"type": "Collection", "links": ["none", {"rel": "item", "href": "circle.json"}]}
    (tmp_path / "circle.json").write_text(json.dumps(circle))
    odd = {"type": "Feature", "properties": ["none"], "assets": {"a": {"href": "a.tif", "roles": 5}}}
    (tmp_path / "odd.json").write_text(json.dumps({"type": "FeatureCollection", "features": ["none", odd]}))
    with pytest.raises(EngineError) as raised:
        fill_series(
            [str(tmp_path / name) for name in inputs], tmp_path / output, Options(**options), reporter=Reporter(),
            control=Control(), workspace=Workspace(), **way,
        )  # fmt: skip
    assert raised.value.code == code
    assert raised.value.exit_code in (2, 3)
    assert not (tmp_path / "out" / "series.json").exists()
    assert not list(tmp_path.rglob("geoinpaint.lock"))


def test_dates_that_make_no_cube_are_told_before_they_are_filled(tmp_path):
    make_dates(tmp_path / "in", range(3))
    make_dates(tmp_path / "in", [3], rows=80)
    done = run(tmp_path, "in", "-o", "out", *OPTIONS, "--cube")
    assert (done.returncode, last(done)["code"]) == (3, "cube-grids"), done.stdout
    assert f"{DATES[3]} and {DATES[0]} differ" in last(done)["message"]
    assert not list((tmp_path / "out").glob("*/filled.tif"))
    done = run(tmp_path, "in", "-o", "out", *OPTIONS)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("arguments", "code"),
    [(("in", "-o", "out", "--fill", "paste"), "fill-without-classical"),
     (("in", "-o", "out", "--point", "here"), "option-point"), (("-o", "out"), "usage")],
)  # fmt: skip
def test_options_that_do_not_fit_are_told(tmp_path, arguments, code):
    done = run(tmp_path, *arguments)
    assert (done.returncode, last(done)["event"], last(done)["code"]) == (2, "error", code)


def test_an_item_names_no_folder_elsewhere(tmp_path):
    """What an item calls its date would be the name of the folder in which the mask is made anew."""
    make_dates(tmp_path / "in", range(2), rows=24, cols=24)
    assets = {date: {"data": {"href": f"in/scene_{date}.tif", "roles": ["data"]}} for date in DATES[:2]}
    told = {DATES[0]: "../notes", DATES[1]: f"{DATES[1]}T10:00:00Z"}
    items = [{"type": "Feature", "properties": {"datetime": told[date]}, "assets": assets[date]} for date in told]
    (tmp_path / "items.json").write_text(json.dumps({"type": "FeatureCollection", "features": items}))
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "mask.tif").write_text("mine")
    done = run(tmp_path, "items.json", "-o", "out", "--detect", "--mode", "classical", "--threads", "1")
    assert (tmp_path / "notes" / "mask.tif").read_text() == "mine"
    assert [one["name"] for one in last(done)["figures"]["dates"]] == [*DATES[:2]]

    state = json.loads((tmp_path / "out" / "series.json").read_text())
    state["dates"][0]["name"] = "../notes"
    (tmp_path / "out" / "series.json").write_text(json.dumps(state))
    assert last(run(tmp_path, "-o", "out", "--resume"))["code"] == "series-unreadable"
    assert (tmp_path / "notes" / "mask.tif").read_text() == "mine"


def test_a_series_of_which_nothing_was_filled_is_begun_anew(tmp_path):
    make_dates(tmp_path / "in", range(3))
    failed = run(tmp_path, "in", "-o", "out", *OPTIONS, "--bands", "B11")
    assert failed.returncode == 3
    done = run(tmp_path, "in", "-o", "out", *OPTIONS)
    assert done.returncode == 0, done.stdout
    assert (tmp_path / "out" / DATES[0] / "filled.tif").exists()


def test_what_is_called_as_the_mask_of_another_scene_is_no_date(tmp_path):
    from geoinpaint_engine.pipeline.series.dates import scenes_of

    for name in ("S2_2024-04-05", "S2_2024-04-05_mask", "S2_2024-04-05_SCL", "S2_2024-05-05_mask",
                 "B_2024-06-01_B02", "B_2024-06-01_B03", "B_2024-06-01_mask"):  # fmt: skip
        write_raster(tmp_path / f"{name}.tif", np.ones((1, 4, 4), "uint8"))
    whole = scenes_of([str(tmp_path)], Options(detect=True))
    assert [Path(one.path).name for one in whole] == ["B_2024-06-01_*", "S2_2024-04-05.tif", "S2_2024-05-05_mask.tif"]
    named = scenes_of([str(path) for path in sorted(tmp_path.glob("S2*"))], Options(detect=True))
    assert [Path(one.path).name for one in named] == ["S2_2024-04-05.tif", "S2_2024-05-05_mask.tif"]


def test_of_dates_whose_bands_differ_the_few_are_left_out(tmp_path):
    """As many masks as scenes, by names that nothing knows; the scenes have more bands."""
    make_dates(tmp_path / "in", range(3))
    for path in (tmp_path / "in").glob("*_mask.tif"):
        path.rename(path.with_name(path.name.replace("_mask", "_c")))
    done = run(tmp_path, "in", "-o", "out", "--detect", "--mode", "classical", "--threads", "1")
    assert done.returncode == 0, done.stdout
    dates = {Path(one["scene"]).stem: (one["state"], one["code"]) for one in last(done)["figures"]["dates"]}
    assert {dates[f"scene_{date}_c"] for date in DATES[:3]} == {("skipped", "bands-unmatched")}
    assert {dates[f"scene_{date}"][0] for date in DATES[:3]} <= {"filled", "clear"}
    told = [event for event in map(json.loads, done.stdout.splitlines()) if event["event"] == "warning"]
    assert sum(one["code"] == "date-skipped" and "_c.tif (1)" in one["message"] for one in told) == 3

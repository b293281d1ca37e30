"""`geoinpaint find` against a server on 127.0.0.1: from a cloudy scene to a fill, and what may go wrong on the way."""

import json
import shutil

import numpy as np
import pytest
import rasterio
from demo_catalogue import Answer
from demo_place import write_cog

from tests.engine.conftest import read_raster
from tests.engine.finding.conftest import files_of, rows

pytest.importorskip("pystac_client", reason="needs the extra [stac]")


def test_from_a_cloudy_scene_to_its_fill(geoinpaint, place, server, tmp_path):
    """The command line, as a user calls it."""

    def find(*options):
        return geoinpaint("find", place / "scene.tif", "--mask", place / "mask.tif", "-o", "evidence", "--catalogue",
                          server.url, "--sar", *options)  # fmt: skip

    listed = find()
    assert listed.code == 0, listed.stderr
    assert listed.last["outputs"] == {}
    assert not list((tmp_path / "evidence").glob("*.tif"))
    assert {path.rpartition("_")[2] for path in files_of(server)} == {"SCL.tif", "B04.tif", "B08.tif"}
    assert len({path for path in files_of(server) if "_B04" in path}) == 8  # of two dates more than are wanted
    everything = rows(listed, chosen=False)
    assert [row["worth"] for row in everything] == sorted((row["worth"] for row in everything), reverse=True)
    assert all(row["days"] for row in everything)  # not the scene itself

    before = len(files_of(server))
    fetched = find("--yes", "--max-dates", "3", "--max-sar", "1")
    assert fetched.code == 0, fetched.stderr
    chosen = rows(fetched)
    assert len(chosen) == 3
    assert {row["days"] < 0 for row in chosen} == {True, False}
    assert min(row["clear_hole"] for row in chosen) > 0.5
    asked = [path for path in files_of(server)[before:] if path.endswith("SCL.tif")]
    assert asked == []  # the survey is kept
    record = json.loads((tmp_path / "evidence" / "evidence.json").read_text())
    assert record["attribution"] == ["Contains modified Copernicus Sentinel data 2023"]
    assert (len(record["references"]), len(record["sar"])) == (3, 1)

    filled = geoinpaint(
        "inpaint", place / "scene.tif", "--mask", place / "mask.tif", "--evidence", "evidence", "--mode", "ms-mt",
        "-o", "filled.tif", "--report", "page.html",
    )  # fmt: skip
    assert filled.code == 0, filled.stderr
    assert "Contains modified Copernicus Sentinel data 2023." in (tmp_path / "page.html").read_text()
    hole = read_raster(place / "mask.tif")[0] > 0
    paths = place / "scene.tif", place / "truth.tif", tmp_path / "filled.tif"
    scene, truth, ours = (read_raster(path) for path in paths)
    assert (ours[:, ~hole] == scene[:, ~hole]).all()
    error = np.sqrt(np.mean((ours[:, hole].astype(float) - truth[:, hole]) ** 2))
    assert error < 150  # DN; the noise alone is 40
    recipe = json.loads((tmp_path / "filled.tif.recipe.json").read_text())
    assert recipe["attribution"] == ["Contains modified Copernicus Sentinel data 2023"]
    with rasterio.open(tmp_path / "filled.tif") as result:
        assert "Contains modified Copernicus" in result.tags()["GEOINPAINT_ATTRIBUTION"]


def test_a_second_call_fetches_only_what_is_missing(find, server):
    first = find(fetch=True, most=2)
    before = len(files_of(server))
    again = find(fetch=True, most=3)
    new = {row["date"] for row in rows(again)} - {row["date"] for row in rows(first)}
    assert len(new) == 1
    bands = {path for path in files_of(server)[before:] if "SCL" not in path}
    assert len(bands) == 4
    assert all(next(iter(new)).replace("-", "") in path for path in bands)
    before = len(files_of(server))
    find(fetch=True, most=3)
    assert files_of(server)[before:] == []


def test_the_files_hold_the_catalogue_s_own_values(find, place, tmp_path):
    assert not find(dates=("2023-06-04",)).error
    with rasterio.open(tmp_path / "evidence" / "S2_2023-06-04.tif") as got, rasterio.open(place / "scene.tif") as scene:
        assert got.descriptions == ("B02", "B03", "B04", "B08")
        assert got.scales == (1e-4,) * 4
        assert got.offsets == (-0.1,) * 4
        assert got.profile["tiled"]
        assert got.tags()["ATTRIBUTION"] == "Contains modified Copernicus Sentinel data 2023"
        assert got.tags()["ACQUISITIONDATETIME"].startswith("2023-06-04")
        row, col = scene.index(*got.xy(0, 0))
        shape = got.shape
        data = got.read()
        for number, name in enumerate(got.descriptions):
            with rasterio.open(place / "catalogue" / f"S2A_20230604_33TUG_{name}.tif") as source:
                at = source.index(*got.xy(0, 0))
                assert (source.read(1)[at[0] : at[0] + shape[0], at[1] : at[1] + shape[1]] == data[number]).all()
    assert (row, col) >= (0, 0)
    item = json.loads((tmp_path / "evidence" / "S2_2023-06-04.json").read_text())["features"][0]
    assert item["id"] == "S2A_20230604_33TUG"


def test_a_folder_of_items_is_a_catalogue_too(find, place, server):
    outcome = find(fetch=True, most=2, catalogue=place / "catalogue")
    assert not outcome.error
    assert len(outcome.figures["references"]) == 2
    assert outcome.figures["hosts"] == []
    assert server.log == []


def test_what_was_fetched_for_other_bands_is_no_evidence(find, tmp_path):
    for bands in (("B02",), ("B03",), ("B02",)):
        assert not find(dates=("2023-06-04",), bands=bands).error
        with rasterio.open(tmp_path / "evidence" / "S2_2023-06-04.tif") as got:
            assert got.descriptions == bands


def test_of_two_passes_of_a_date_one_is_fetched(find, place, tmp_path):
    shutil.copytree(place / "catalogue", tmp_path / "two")
    path = next((tmp_path / "two").glob("S1A_*.json"))
    item = json.loads(path.read_text())
    date = item["properties"]["datetime"][:10]
    item |= {"id": "another", "properties": {**item["properties"], "sat:relative_orbit": 7}}
    (tmp_path / "two" / "another.json").write_text(json.dumps(item))
    outcome = find(catalogue=tmp_path / "two", fetch=True, radar_dates=(date,), most_radar=1)
    assert [row["date"] for row in rows(outcome, "radar")] == [date]
    assert len(outcome.figures["sar"]) == 1


def test_an_interrupted_fetch_goes_on(find, server, tmp_path):
    server.fault = lambda path, number: Answer(403) if path.endswith("B08.tif") else None
    assert find(dates=("2023-06-04",)).error == "source-denied"
    assert [path.name for path in (tmp_path / "evidence").iterdir()] == [".chips"]  # nothing half-written
    server.fault = lambda path, number: None
    before = len(files_of(server))
    assert not find(dates=("2023-06-04",)).error
    assert {path.rpartition("_")[2] for path in files_of(server)[before:]} == {"B08.tif"}


def test_a_date_that_cannot_be_had_is_replaced_and_told(find, server):
    wanted = {row["date"] for row in rows(find(most=2))}
    bad = sorted(wanted)[0].replace("-", "")
    server.fault = lambda path, number: Answer(404) if bad in path and "B03" in path else None
    outcome = find(fetch=True, most=2)
    assert outcome.warnings == ["evidence-left-out"]
    assert len(outcome.figures["references"]) == 2
    assert not any(sorted(wanted)[0] in path for path in outcome.figures["references"])


def test_an_offset_that_is_applied_already_is_noticed(find, place, server, tmp_path):
    """The item of a date says -0.1 while its values have been shifted, as some catalogues do."""
    name = "S2A_20230604_33TUG"
    original = {}
    for band in ("B02", "B03", "B04", "B08"):
        path = place / "catalogue" / f"{name}_{band}.tif"
        original[path] = path.read_bytes()
        with rasterio.open(path) as source:
            data, transform, crs = source.read(), source.transform, source.crs
        write_cog(path, data - 1000, transform, crs)
    try:
        outcome = find(dates=("2023-06-04",))
    finally:
        for path, content in original.items():
            path.write_bytes(content)
    assert outcome.warnings == ["evidence-offset"]
    with rasterio.open(tmp_path / "evidence" / "S2_2023-06-04.tif") as got:
        assert got.offsets == (0.0,) * 4


def test_for_clouds_that_are_to_be_detected_the_whole_scene_is_fetched(geoinpaint, place, server, tmp_path):
    """Without a mask: `find --detect`, and then `inpaint --detect` by what it has fetched."""
    found = geoinpaint("find", place / "scene.tif", "--detect", "-o", "evidence", "--catalogue", server.url, "--yes",
                       "--max-dates", "3")  # fmt: skip
    assert found.code == 0, found.stderr
    assert len(found.figures["references"]) == 3
    shapes = {read_raster(path).shape for path in found.figures["references"]}
    assert shapes == {read_raster(place / "scene.tif").shape}
    filled = geoinpaint("inpaint", place / "scene.tif", "--detect", "--evidence", "evidence", "--mode", "mt", "-o",
                        "filled.tif", "--fill-flag", "flag.tif")  # fmt: skip
    assert filled.code == 0, filled.stderr
    clouds = read_raster(place / "mask.tif")[0] > 0
    assert (read_raster(tmp_path / "flag.tif")[0] > 0)[clouds].mean() > 0.8


def test_from_python(place, server, tmp_path):
    import geoinpaint_engine as gi

    scene, mask = place / "scene.tif", place / "mask.tif"
    told = gi.find_evidence(scene, mask, catalogue=server.url, fetch=False, max_sar=1)
    assert told.references == ()
    assert any(row["chosen"] for row in told.candidates)
    dates = [row["date"] for row in told.candidates[:2]]
    found = gi.find_evidence(scene, mask, tmp_path / "evidence", catalogue=server.url, dates=dates, max_sar=1)
    assert sorted(reference.date for reference in found.references) == sorted(dates)
    result = gi.fill(scene, mask, references=found.references, mode="classical", output=tmp_path / "filled.tif")
    assert result.figures["filled_pixels"]
    with pytest.raises(gi.InputError):
        gi.find_evidence(scene, mask, tmp_path / "evidence", catalogue=server.url, dates=["2020-01-01"])
    with pytest.raises(gi.UsageError, match="No folder is named"):
        gi.find_evidence(scene, mask, catalogue=server.url)

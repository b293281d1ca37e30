"""`geoinpaint find` against a server on 127.0.0.1: from a cloudy scene to a fill, and what may go wrong on the way."""

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, field

import numpy as np
import pytest
import rasterio

from geoinpaint_engine.errors import EngineError
from geoinpaint_engine.events import Control, Reporter
from geoinpaint_engine.job import MaskSource
from geoinpaint_engine.pipeline.evidence_run import find_evidence
from geoinpaint_engine.pipeline.workspace import Workspace
from geoinpaint_engine.sources.find import Wanted
from geoinpaint_engine.sources.ranking import worth
from geoinpaint_engine.sources.remote_raster import FIRST_BYTES
from geoinpaint_engine.sources.secrets import unsigned
from geoinpaint_engine.sources.survey import Candidate
from tests.engine.conftest import ROOT, read_raster

sys.path.insert(0, str(ROOT / "scripts"))
from demo_catalogue import Answer, CatalogueServer, make_place, write_cog

pytest.importorskip("pystac_client", reason="needs the extra [stac]")


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """A cloudy scene of 128 px, and a catalogue of 16 images around it."""
    folder = tmp_path_factory.mktemp("place")
    make_place(folder, size=128, items=16, tile=256)
    return folder


@pytest.fixture
def server(place):
    with CatalogueServer(place / "catalogue") as running:
        yield running


@dataclass
class Outcome:
    """What a search told; `error` is the code of its end, or ""."""

    figures: dict = field(default_factory=dict)
    warnings: list = field(default_factory=list)
    error: str = ""


@pytest.fixture
def find(place, server, tmp_path):
    """Finds evidence in this process; it goes to `evidence` in the test's folder."""

    def run(*, catalogue=None, fetch=False, bands=(), date=None, **wanted):
        reporter, workspace, out = Reporter(), Workspace(), Outcome()
        try:
            out.figures = find_evidence(
                str(place / "scene.tif"), [MaskSource(path=str(place / "mask.tif"))], str(tmp_path / "evidence"),
                catalogue=str(catalogue or server.url), wanted=Wanted(**wanted),
                fetch=fetch or bool(wanted.get("dates")), bands=bands, date=date, reporter=reporter,
                control=Control(), workspace=workspace,
            )  # fmt: skip
        except EngineError as error:
            out.error = error.code
        finally:
            workspace.sweep()
        out.warnings = [code for code, _ in reporter.warnings]
        return out

    return run


def rows(outcome, kind="candidates", *, chosen=True):
    return [row for row in outcome.figures[kind] if row["chosen"] or not chosen]


def files_of(server):
    return [path for _, path, _ in server.log if path.startswith("/files/")]


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


@pytest.mark.parametrize("name", ["S2_2023-06-04.tif", "S2_2023-06-04_scl.tif", "S2_2023-06-04.json"])
def test_files_of_others_are_not_replaced(find, place, tmp_path, name):
    (tmp_path / "evidence").mkdir()
    mine = tmp_path / "evidence" / name
    mine.write_bytes((place / "scene.tif").read_bytes() if name.endswith("tif") else b"{}")
    before = mine.read_bytes()
    assert find(dates=("2023-06-04",)).error == "output-is-input"
    assert mine.read_bytes() == before
    mine.unlink()
    assert not find(dates=("2023-06-04",)).error
    assert not find(dates=("2023-06-04",), bands=("B02",)).error  # its own it may


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


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (Answer(403), "source-denied"),
        (Answer(body=b"<html>a page</html>"), "catalogue-invalid"),
        (Answer(body=b'{"type": "Catalog"}'), "catalogue-invalid"),
        (Answer(body=b"[1, 2"), "catalogue-invalid"),
        (Answer(body=b'{"type": "FeatureCollection", "features": [3], "links": 7}'), "catalogue-invalid"),
    ],
)
def test_a_catalogue_that_is_none_is_told(find, server, answer, code):
    server.fault = lambda path, number: answer
    assert find().error == code


def test_what_is_not_there_is_told(find, place, geoinpaint, tmp_path):
    assert find(dates=("2020-01-01",)).error == "evidence-date-missing"
    assert find(before=0, after=0).error == "evidence-none"
    assert find(megabytes=0, fetch=True).error == "evidence-none"
    assert find(catalogue="nowhere").error == "catalogue-unknown"
    assert find(catalogue="./nowhere").error == "file-missing"
    assert find(catalogue="http://[::1/").error == "catalogue-unknown"
    for date in ("0001-01-01", "9999-12-31"):
        assert find(date=date).error == "evidence-none"
    assert geoinpaint("inpaint", place / "scene.tif", "--mask", place / "mask.tif", "--mode", "mt", "-o", "f.tif",
                      "--evidence", tmp_path).last["code"] == "evidence-unreadable"  # fmt: skip


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


def test_files_of_this_computer_are_not_read_for_a_server(find, server, place):
    """An item of a server that names a local file, or one of a folder that leaves it."""
    from geoinpaint_engine.sentinel.items import item_of

    document = json.loads((place / "catalogue" / "S2A_20230604_33TUG.json").read_text())
    for href in ("file:///etc/passwd.tif", "/vsicurl/http://x/a.tif", "s3://bucket/a.tif"):
        document["assets"] = {"B02": {"href": href, "type": "image/tiff"}}
        item = item_of(document, "https://catalogue.example/items/1")
        assert item is None or item.bands["B02"].href.startswith("https://catalogue.example/")
    for href in ("/etc/a.tif", "../../a.tif", "/vsizip/a.zip/a.tif"):
        document["assets"] = {"B02": {"href": href, "type": "image/tiff"}}
        assert item_of(document, str(place / "catalogue" / "item.json")) is None


def test_no_secret_of_an_address_is_written_down(find, server, tmp_path):
    named = server.url.replace("http://", "http://me:pa55word@") + "?key=pa55word"
    outcome = find(catalogue=named, dates=("2023-06-04",))
    assert not outcome.error
    assert "pa55word" not in json.dumps(outcome.figures)
    written = [path for path in (tmp_path / "evidence").rglob("*") if path.is_file()]
    assert not [path for path in written if b"pa55word" in path.read_bytes()]


def test_no_signature_of_a_file_s_address_is_written_down(find, server, tmp_path):
    """Signed addresses are asked as they are, and another signature of the same file fetches nothing anew."""
    server.query = "?v=2&sv=2024&sig=s3cr3t"
    assert not find(dates=("2023-06-04",)).error
    written = [path for path in (tmp_path / "evidence").rglob("*") if path.is_file()]
    assert not [path for path in written if b"s3cr3t" in path.read_bytes()]
    item = json.loads((tmp_path / "evidence" / "S2_2023-06-04.json").read_text())["features"][0]
    assert item["assets"]["B02"]["href"].endswith("B02.tif?v=2")
    before = len(files_of(server))
    server.query = "?v=2&sv=2024&sig=s3cr3t_of_later"
    assert not find(dates=("2023-06-04",)).error
    assert files_of(server)[before:] == []


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://a.example/b.tif?X-Amz-Signature=s&X-Amz-Date=1&v=2", "https://a.example/b.tif?v=2"),
        ("https://me:pw@a.example:8/b.tif", "https://a.example:8/b.tif"),
        ("https://a.example/b.tif?access_token=s", "https://a.example/b.tif"),
        ("https://a.example/b?collections=s2&bands=B02", "https://a.example/b?collections=s2&bands=B02"),
        ("s3://bucket/b.tif", "s3://bucket/b.tif"), ("./b.tif?sig=1", "./b.tif?sig=1"), ("http://[1/a", "http://[1/a"),
    ],
)  # fmt: skip
def test_what_lets_in_is_taken_off_an_address(url, kept):
    assert unsigned(url) == kept


def test_no_more_is_fetched_than_allowed_whatever_the_items_say(find, place, tmp_path):
    shutil.copytree(place / "catalogue", tmp_path / "modest")
    for path in (tmp_path / "modest").glob("S2*.json"):
        item = json.loads(path.read_text())
        for asset in item["assets"].values():
            asset["file:size"] = 1000
        path.write_text(json.dumps(item))
    with CatalogueServer(tmp_path / "modest") as server:
        listed = find(catalogue=server.url, megabytes=1.2)
        assert len(rows(listed)) == 6
        before = server.sent
        some = find(catalogue=server.url, megabytes=1.2, fetch=True)
        assert (some.error, some.warnings) == ("", ["evidence-limit"])
        assert 1 <= len(some.figures["references"]) < 6
        assert server.sent - before < 1.4e6  # with the search
        another = next(row["date"] for row in rows(listed, chosen=False) if not row["chosen"])
        assert find(catalogue=server.url, megabytes=0.001, dates=(another,)).error == "source-limit"


def test_that_there_are_too_many_images_to_look_at_is_told(find, monkeypatch):
    assert "evidence-many" not in find().warnings
    monkeypatch.setattr("geoinpaint_engine.sources.search.MOST_ITEMS", 5)
    few = find()
    assert few.warnings == ["evidence-many"]
    assert len(rows(few, chosen=False)) <= 5


def test_a_record_of_another_program_is_not_replaced(find, tmp_path):
    (tmp_path / "evidence").mkdir()
    mine = tmp_path / "evidence" / "evidence.json"
    for text in ('{"my": "own"}', "[1]", "no JSON"):
        mine.write_text(text)
        assert find().error == find(dates=("2023-06-04",)).error == "output-is-input"
        assert mine.read_text() == text


def test_pictures_of_others_are_not_replaced(geoinpaint, place, server, tmp_path):
    def look():
        return geoinpaint(
            "find", place / "scene.tif", "--mask", place / "mask.tif", "-o", "evidence", "--catalogue", server.url,
            "--pictures", "pictures",
        )  # fmt: skip

    assert look().code == 0
    mine = next((tmp_path / "pictures").glob("*.png"))
    assert look().code == 0  # its own it may
    with rasterio.open(mine, "w", driver="PNG", dtype="uint8", count=3, height=8, width=8) as out:
        out.write(np.full((3, 8, 8), 7, np.uint8))
    before = mine.read_bytes()
    assert look().last["code"] == "output-is-input"
    assert mine.read_bytes() == before


@pytest.mark.parametrize(
    ("output", "code"), [("mine.txt", "output-no-folder"), ("mine.txt/below", "output-no-folder"),
                         ("/proc/evidence", "output-folder-read-only")],
)  # fmt: skip
def test_a_place_that_is_no_folder_is_told_as_that(geoinpaint, place, tmp_path, output, code):
    (tmp_path / "mine.txt").write_text("mine")
    done = geoinpaint("find", place / "scene.tif", "--mask", place / "mask.tif", "-o", output, "--catalogue", place)
    assert (done.code, done.last["code"]) == (2, code)
    assert (tmp_path / "mine.txt").read_text() == "mine"


@pytest.mark.parametrize(
    ("where", "value"),
    [
        (("bbox",), ["west", "south", "east", "north"]),
        (("bbox",), [None] * 4),
        (("id",), "a\ud800b"),
        (("id",), ""),
        (("assets", "B02", "file:size"), float("inf")),
        (("assets", "B02", "file:size"), 10**400),
        (("assets", "B02", "proj:shape"), [float("nan"), 3]),
        (("assets", "B02", "roles"), [["data"], {}]),
        (("assets", "B02", "href"), "./a\0.tif"),
        (("assets", "B02", "href"), "http://[1/a.tif"),
        (("assets", "B02", "href"), "./gone.tif"),
        (("assets", "B02", "href"), "./"),
        (("properties", "eo:cloud_cover"), float("nan")),
        (("properties", "sat:relative_orbit"), ["\x1b[31m"]),
    ],
)
def test_an_item_that_lies_keeps_no_other_away(find, place, tmp_path, where, value):
    """Of a catalogue with two items one says what no item should."""
    (tmp_path / "lies").mkdir()
    for name in ("S2A_20230604_33TUG", "S2A_20230609_33TUG"):
        for path in (place / "catalogue").glob(f"{name}*"):
            shutil.copy(path, tmp_path / "lies")
    path = tmp_path / "lies" / "S2A_20230604_33TUG.json"
    document = json.loads(path.read_text())
    part = document
    for key in where[:-1]:
        part = part[key]
    part[where[-1]] = value
    path.write_text(json.dumps(document))
    outcome = find(catalogue=tmp_path / "lies", fetch=True)
    assert outcome.error == ""
    assert "2023-06-09" in outcome.figures["references"][-1]


def test_of_dates_that_show_as_much_the_nearer_season_counts_more():
    worths = [worth(Candidate((), days, None, 1.0, 1.0)) for days in (-5, 20, 350, 90, 250, 180)]
    assert worths[1] < worths[0]
    assert worths[2] > worths[1]
    assert worths[2] > worths[3]  # 350 days later is 15 days of the season
    assert worths[3] > worths[4] > worths[5]
    assert worth(Candidate((), 365, None, 1.0, 1.0)) < worth(Candidate((), 5, None, 1.0, 1.0))  # a year counts a little


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
    told = gi.find_evidence(scene, mask, tmp_path / "evidence", catalogue=server.url, fetch=False, max_sar=1)
    assert told.references == ()
    assert any(row["chosen"] for row in told.candidates)
    dates = [row["date"] for row in told.candidates[:2]]
    found = gi.find_evidence(scene, mask, tmp_path / "evidence", catalogue=server.url, dates=dates, max_sar=1)
    assert sorted(reference.date for reference in found.references) == sorted(dates)
    result = gi.fill(scene, mask, references=found.references, mode="classical", output=tmp_path / "filled.tif")
    assert result.figures["filled_pixels"]
    with pytest.raises(gi.InputError):
        gi.find_evidence(scene, mask, tmp_path / "evidence", catalogue=server.url, dates=["2020-01-01"])


def test_where_a_search_may_take_no_more_dates_are_chosen_without_a_look(find, monkeypatch):
    with monkeypatch.context() as without:
        without.setattr("geoinpaint_engine.sources.find.MOST_LOOKED_AT", 0)
        find(most=3)
        ranked = find(most=3)  # the survey is kept, so that it asks for the catalogue alone
    left = ranked.figures["megabytes"] + 0.05
    monkeypatch.setattr("geoinpaint_engine.pipeline.evidence_run.SEARCHED", left - Wanted().megabytes)
    outcome = find(most=3)
    assert (outcome.error, outcome.warnings) == ("", [])
    assert outcome.figures["candidates"] == ranked.figures["candidates"]


def test_a_search_that_ends_while_dates_are_looked_at_tells_it_once(find, tmp_path, monkeypatch):
    monkeypatch.setattr("geoinpaint_engine.sources.find.MOST_LOOKED_AT", 0)
    monkeypatch.setattr("geoinpaint_engine.sources.find.THREADS", 1)  # one after the other: the first is looked at
    whole = find(most=6)
    asked = find(most=6)  # the survey is kept, so that it asks for the catalogue alone
    shutil.rmtree(tmp_path / "evidence")
    left = asked.figures["megabytes"] + FIRST_BYTES / 1e6 + 0.001
    monkeypatch.setattr("geoinpaint_engine.pipeline.evidence_run.SEARCHED", left - Wanted().megabytes)
    outcome = find(most=6)
    assert (outcome.error, outcome.warnings) == ("", ["evidence-limit"])
    assert 0 < len(outcome.figures["candidates"]) < len(whole.figures["candidates"])


def said(place, server, tmp_path, *options):
    """What `geoinpaint find` says to a person, as it goes on one line."""
    command = [sys.executable, "-m", "geoinpaint_engine", "find", str(place / "scene.tif"), "-o", "evidence"]
    done = subprocess.run(
        [*command, "--catalogue", server.url, *options], cwd=tmp_path, capture_output=True, text=True, timeout=120,
        env={**os.environ, "PYTHONPATH": str(ROOT / "engine")}, check=False,
    )  # fmt: skip
    return " ".join((done.stdout + done.stderr).split())


def test_the_limit_that_keeps_all_dates_away_is_named(find, place, server, tmp_path):
    mask = ("--mask", str(place / "mask.tif"))
    small = said(place, server, tmp_path, *mask, "--max-mb", "0", "--list")
    assert "0 MB may be fetched. Raise --max-mb." in small
    none = said(place, server, tmp_path, *mask, "--max-dates", "0", "--yes")
    assert "since --max-dates is 0. Raise --max-dates." in none
    assert not [word for word in ("* = chosen", "--before", "the same command") if word in small + none]
    for limit in ({"megabytes": 0}, {"most": 0}):
        assert find(**limit).warnings == ["evidence-none"]
        assert find(**limit, fetch=True).error == "evidence-none"


def test_the_command_that_fills_is_told_with_what_said_where(place, server, tmp_path):
    common = ("--yes", "--max-dates", "1")
    assert "--mode mt --detect -o filled.tif" in said(place, server, tmp_path, "--detect", *common)
    mask = tmp_path / "the clouds.tif"
    shutil.copy(place / "mask.tif", mask)
    told = said(place, server, tmp_path, "--mask", str(mask), "--dilate", "2", *common)
    assert f"--mode mt --mask '{mask}' --dilate 2 -o filled.tif" in told

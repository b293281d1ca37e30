"""What `geoinpaint find` refuses, and whose files it leaves alone."""

import json
import shutil

import numpy as np
import pytest
import rasterio
from demo_catalogue import Answer

pytest.importorskip("pystac_client", reason="needs the extra [stac]")


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

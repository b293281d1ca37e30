"""`geoinpaint find` against a STAC API that others have written, its files behind a server that is read in parts."""

import json
import os
import sys
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import numpy as np
import pytest

import geoinpaint_engine as gi
from geoinpaint_engine.sources.catalogues import catalogue_of
from geoinpaint_engine.sources.search import PAGE, find_items
from geoinpaint_engine.sources.transport import Transport
from tests.engine.conftest import ROOT, read_raster
from tests.engine.processes import started

sys.path.insert(0, str(ROOT / "scripts"))
from demo_catalogue import CatalogueServer
from demo_place import make_place

pytest.importorskip("pystac_client", reason="needs the extra [stac]")
PYTHON = Path(os.environ.get("GEOINPAINT_STAC_PYTHON", ROOT / ".venv" / "stac" / "bin" / "python"))
pytestmark = pytest.mark.skipif(not PYTHON.exists(), reason="needs stac-fastapi-geoparquet in .venv/stac (make stac)")

OLD = 140  # items of years before, so that the optical ones are more than a page
BROKEN = {"20230604": "no file", "20230609": "no TIFF", "20230619": "no address"}


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """A cloudy scene of 128 px, and files of 24 images around it."""
    folder = tmp_path_factory.mktemp("place")
    make_place(folder, size=128, items=24, tile=256)
    return folder


@pytest.fixture(scope="module")
def files(place):
    """The server of the files."""
    with CatalogueServer(place / "catalogue") as running:
        yield running


@contextmanager
def served(items, folder):
    """The address of a STAC API that serves items, in a process of its own."""
    folder.mkdir()
    (folder / "items.json").write_text(json.dumps(items))
    command = [PYTHON, ROOT / "tests" / "engine" / "stac_api.py", folder / "items.json", folder]
    with started(command) as process:
        address = process.process.stdout.readline().strip()
        assert address, process.stderr
        yield address


def older(items):
    """Items of other years, whose files are those of the images."""
    out = []
    for number in range(OLD):
        item = json.loads(json.dumps(items[number % len(items)]))
        time = item["properties"]["datetime"]
        item["id"] = f"{item['id']}_{number}"
        item["properties"]["datetime"] = f"{int(time[:4]) - 1 - number // len(items)}{time[4:]}"
        out.append(item)
    return out


def broken(items):
    """Items of which three lack what a fill needs of them."""
    out = json.loads(json.dumps(items))
    for item in out:
        what = next((said for day, said in BROKEN.items() if f"S2A_{day}" in item["id"]), "")
        asset = item["assets"].get("B03", {})
        if what == "no file":
            asset["href"] += ".gone.tif"
        elif what == "no TIFF":
            asset["href"] = asset["href"].rpartition("_")[0] + ".json"
        elif what == "no address":
            asset["href"] = "s3://nobody/B03.tif"
    return out


@pytest.fixture(scope="module")
def api(files, tmp_path_factory):
    with served([*files.items(), *older(files.items())], tmp_path_factory.mktemp("api") / "good") as address:
        yield address


def dates_of(figures, kind="candidates", *, chosen=True):
    return [row["date"] for row in figures[kind] if row["chosen"] or not chosen]


def test_from_a_cloudy_scene_to_its_fill(geoinpaint, api, files, place, tmp_path):
    """The command line, as a user calls it."""
    found = geoinpaint(
        "find", place / "scene.tif", "--mask", place / "mask.tif", "-o", "evidence", "--catalogue", api, "--sar",
        "--collection", "sentinel-2-l2a", "--yes", "--max-dates", "3", "--max-sar", "1",
    )  # fmt: skip
    assert found.code == 0, found.stderr
    assert found.last["figures"]["hosts"] == sorted([api.removeprefix("http://"), files.url.removeprefix("http://")])
    chosen = dates_of(found.figures)
    assert len(chosen) == 3
    assert {day < "2023-06-14" for day in chosen} == {True, False}
    assert all("2023-03-16" <= day <= "2023-09-12" for day in dates_of(found.figures, chosen=False))
    assert len(dates_of(found.figures, "radar")) == 1
    item = json.loads((tmp_path / "evidence" / f"S2_{chosen[0]}.json").read_text())["features"][0]
    assert item["links"][0]["href"].startswith(api)
    filled = geoinpaint("inpaint", place / "scene.tif", "--mask", place / "mask.tif", "--evidence", "evidence",
                        "--mode", "ms-mt", "-o", "filled.tif")  # fmt: skip
    assert filled.code == 0, filled.stderr
    hole = read_raster(place / "mask.tif")[0] > 0
    truth, ours = read_raster(place / "truth.tif"), read_raster(tmp_path / "filled.tif")
    assert np.sqrt(np.mean((ours[:, hole].astype(float) - truth[:, hole]) ** 2)) < 150  # DN; the noise alone is 40


def test_pages_are_turned_to_the_last(api, files):
    """Of ten years every item of the time that was asked for comes once, from several pages."""
    items = [item for item in [*files.items(), *older(files.items())] if item["collection"] == "sentinel-2-l2a"]
    transport = Transport()

    def asked(first, last):
        known = find_items(catalogue_of(api), tuple(items[0]["bbox"]), date.fromisoformat(first),
                           date.fromisoformat(last), radar=False, transport=transport)  # fmt: skip
        return [item.id for item in known]

    every = asked("2013-01-01", "2023-12-31")
    assert len(every) > PAGE
    assert sorted(every) == sorted(item["id"] for item in items)
    assert transport.requests > 2  # the API's root, and pages
    some = sorted(item["properties"]["datetime"][:10] for item in items)[7:60]
    between = {item["id"] for item in items if some[0] <= item["properties"]["datetime"][:10] <= some[-1]}
    assert set(asked(some[0], some[-1])) == between


def test_broken_items_are_told_and_others_taken(files, place, tmp_path):
    scene, mask, folder = place / "scene.tif", place / "mask.tif", tmp_path / "evidence"
    with served(broken(files.items()), tmp_path / "api") as address:
        found = gi.find_evidence(scene, mask, folder, catalogue=address)
        known = dates_of(found.figures, chosen=False)
        assert "2023-06-19" not in known  # an item without an address that may be read has not all bands
        assert {"2023-06-04", "2023-06-09"} <= set(dates_of(found.figures))
        got = {reference.date for reference in found.references}
        assert not got & {"2023-06-04", "2023-06-09"}
        assert len(got) == 6  # the next best instead
        told = {message[:10] for code, message in found.warnings if code == "evidence-left-out"}
        assert told == {"2023-06-04", "2023-06-09"}
        with pytest.raises(gi.InputError) as raised:
            gi.find_evidence(scene, mask, folder, catalogue=address, dates=["2023-06-09"])
        assert raised.value.code == "source-content"


@pytest.mark.parametrize(
    ("below", "collections", "code"),
    [("/collections", (), "catalogue-invalid"), ("/nowhere", (), "source-missing"), ("", ("nobody",), "evidence-none")],
)
def test_what_the_api_refuses_is_told(api, place, tmp_path, below, collections, code):
    with pytest.raises(gi.InputError) as raised:
        gi.find_evidence(place / "scene.tif", place / "mask.tif", tmp_path, catalogue=api + below, fetch=False,
                         collections=collections)  # fmt: skip
    assert raised.value.code == code

"""Which dates `geoinpaint find` chooses within its limits, and what it says of them."""

import json
import shutil

import pytest
from demo_catalogue import CatalogueServer

from geoinpaint_engine.sources.ranking import worth
from geoinpaint_engine.sources.remote_raster import FIRST_BYTES
from geoinpaint_engine.sources.survey import Candidate
from geoinpaint_engine.sources.wanted import Wanted
from tests.engine import warm_engine
from tests.engine.finding.conftest import rows

pytest.importorskip("pystac_client", reason="needs the extra [stac]")


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


def test_of_dates_that_show_as_much_the_nearer_season_counts_more():
    worths = [worth(Candidate((), days, None, 1.0, 1.0)) for days in (-5, 20, 350, 90, 250, 180)]
    assert worths[1] < worths[0]
    assert worths[2] > worths[1]
    assert worths[2] > worths[3]  # 350 days later is 15 days of the season
    assert worths[3] > worths[4] > worths[5]
    assert worth(Candidate((), 365, None, 1.0, 1.0)) < worth(Candidate((), 5, None, 1.0, 1.0))  # a year counts a little


def test_where_a_search_may_take_no_more_dates_are_chosen_without_a_look(find, monkeypatch):
    with monkeypatch.context() as without:
        without.setattr("geoinpaint_engine.sources.find.MOST_EXAMINED", 0)
        find(most=3)
        ranked = find(most=3)  # the survey is kept, so that it asks for the catalogue alone
    left = ranked.figures["megabytes"] + 0.05
    monkeypatch.setattr("geoinpaint_engine.pipeline.evidence_run.SEARCHED", left - Wanted().megabytes)
    outcome = find(most=3)
    assert (outcome.error, outcome.warnings) == ("", [])
    assert outcome.figures["candidates"] == ranked.figures["candidates"]


def test_a_search_that_ends_while_dates_are_looked_at_tells_it_once(find, tmp_path, monkeypatch):
    monkeypatch.setattr("geoinpaint_engine.sources.find.MOST_EXAMINED", 0)
    monkeypatch.setattr("geoinpaint_engine.sources.find.THREADS", 1)  # one after the other: the first is looked at
    whole = find(most=6)
    asked = find(most=6)  # the survey is kept, so that it asks for the catalogue alone
    shutil.rmtree(tmp_path / "evidence")
    left = asked.figures["megabytes"] + FIRST_BYTES / 1e6 + 0.001
    monkeypatch.setattr("geoinpaint_engine.pipeline.evidence_run.SEARCHED", left - Wanted().megabytes)
    outcome = find(most=6)
    assert (outcome.error, outcome.warnings) == ("", ["evidence-limit"])
    assert 0 < len(outcome.figures["candidates"]) < len(whole.figures["candidates"])


def said(place, server, tmp_path, *options, into=("-o", "evidence")):
    """What `geoinpaint find` says to a person, as it goes on one line."""
    done = warm_engine.run(
        ["find", place / "scene.tif", *into, "--catalogue", server.url, *options], cwd=tmp_path
    )
    return " ".join((done.stdout + done.stderr).split())


def test_the_limit_that_keeps_all_dates_away_is_named(find, place, server, tmp_path):
    mask = ("--mask", str(place / "mask.tif"))
    small = said(place, server, tmp_path, *mask, "--max-mb", "0", "--list")
    assert "0 MB may be fetched. Raise --max-mb." in small
    none = said(place, server, tmp_path, *mask, "--max-dates", "0", "--yes")
    assert "because --max-dates is 0. Raise --max-dates." in none
    assert not [word for word in ("* = chosen", "--before", "the same command") if word in small + none]
    for limit in ({"megabytes": 0}, {"most": 0}):
        assert find(**limit).warnings == ["evidence-none"]
        assert find(**limit, fetch=True).error == "evidence-none"


def test_a_list_needs_no_folder_and_leaves_none(place, server, tmp_path, monkeypatch):
    (tmp_path / "temporary").mkdir()
    monkeypatch.setenv("TMPDIR", str(tmp_path / "temporary"))
    mask = ("--mask", str(place / "mask.tif"))
    for listing in ((), ("--list",)):
        told = said(place, server, tmp_path, *mask, *listing, into=())
        assert "* = chosen, about" in told
        assert "the same command with -o FOLDER and --yes, or with -o FOLDER and --dates and dates" in told
    refused = said(place, server, tmp_path, *mask, "--yes", into=())
    assert refused == "Error: No folder is named for what is fetched. Name one: -o FOLDER, in Python folder=. [usage]"
    assert [path.name for path in tmp_path.rglob("*")] == ["temporary"]


def test_the_command_that_fills_is_told_with_what_said_where(place, server, tmp_path):
    common = ("--yes", "--max-dates", "1")
    assert "--mode mt --detect -o filled.tif" in said(place, server, tmp_path, "--detect", *common)
    mask = tmp_path / "the clouds.tif"
    shutil.copy(place / "mask.tif", mask)
    told = said(place, server, tmp_path, "--mask", str(mask), "--dilate", "2", *common)
    assert f"--mode mt --mask '{mask}' --dilate 2 -o filled.tif" in told

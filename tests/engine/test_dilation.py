"""By how much a mask may be grown is one rule, told by one sentence, whichever way the number comes."""

import numpy as np
import pytest

import geoinpaint_engine as gi
from geoinpaint_engine import job as jobs
from geoinpaint_engine.cli.main import cli
from geoinpaint_engine.dilation import MAX_DILATION

CUBE, HOLE = np.arange(4800, dtype="uint16").reshape(3, 1, 40, 40), np.zeros((3, 40, 40), bool)
DATES = ["2024-04-05", "2024-05-20", "2024-06-14"]


def of_job(pixels):
    document = {"scene": {"path": "s"}, "mask": [{"path": "m"}], "mode": "basic", "output": {"path": "o"}}
    return jobs.from_dict({**document, "dilate": pixels})


def of_command(*words):
    return lambda pixels: cli.main([*words, "--dilate", str(pixels)], standalone_mode=False)


WAYS = {
    "job": of_job,
    "fill": lambda pixels: gi.fill(CUBE[0], HOLE[0], dilate=pixels),
    "detect_clouds": lambda pixels: gi.detect_clouds(CUBE[0], CUBE[1], dilate=pixels),
    "fill_series of a cube": lambda pixels: gi.fill_series(CUBE, HOLE, dates=DATES, dilate=pixels),
    "fill_series of files": lambda pixels: gi.fill_series("none", output="nowhere", dilate=pixels),
    "inpaint": of_command("inpaint", "s.tif", "--mask", "m.tif", "-o", "o.tif"),
    "mask": of_command("mask", "s.tif", "--mask", "m.tif", "-o", "o.tif"),
    "find": of_command("find", "s.tif", "--mask", "m.tif", "-o", "folder"),
    "series": of_command("series", "folder", "-o", "filled"),
}


@pytest.mark.parametrize("pixels", [-1, 2.5, MAX_DILATION + 1])
@pytest.mark.parametrize("way", WAYS)
def test_it_is_refused_by_the_same_sentence(way, pixels, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(gi.UsageError) as told:
        WAYS[way](pixels)
    assert (told.value.code, told.value.message, told.value.hint) == (
        "dilate-range", f"A mask cannot be grown by {pixels} px.", "Give whole px from 0 to 500."
    )  # fmt: skip


@pytest.mark.parametrize(("pixels", "told"), [("", "''"), (" ", "''"), ("3px", "3px"), ("9" * 5000, "[...]")])
def test_what_is_no_number_of_px_is_refused_in_short(pixels, told):
    with pytest.raises(gi.UsageError) as caught:
        WAYS["inpaint"](pixels)
    assert (caught.value.code, caught.value.message) == ("dilate-range", f"A mask cannot be grown by {told} px.")


@pytest.mark.parametrize("way", ["job", "fill", "detect_clouds", "fill_series of a cube", "fill_series of files"])
def test_a_number_of_thousands_of_digits_is_refused_as_any_other(way):
    with pytest.raises(gi.UsageError, match=r"cannot be grown by \[\.\.\.\] px") as caught:
        WAYS[way](10**5000)
    assert caught.value.code == "dilate-range"


def test_a_job_may_say_the_most():
    told = jobs.schema()["$defs"]["Job"]["properties"]["dilate"]
    assert of_job(MAX_DILATION).dilate == MAX_DILATION == told["maximum"]

"""What `geoinpaint find` prints to be typed next: quoted for the shell at hand."""

import shlex
import subprocess

import numpy as np
import pytest

from geoinpaint_engine.cli.find import command_line
from tests.engine.conftest import write_raster

WORDS = ["geoinpaint", "C:\\My data\\", "a&b.tif", "--scl-classes", "3,8-10", 'say "x"', "", "C:\\a\\b.tif"]


def test_in_a_posix_shell_the_words_come_back():
    assert shlex.split(command_line(WORDS, windows=False)) == WORDS


def test_on_windows_words_are_in_double_quotes_where_a_shell_would_part_or_take_them():
    told = command_line(WORDS, windows=True)
    assert told == (
        r'geoinpaint "C:\My data\\" "a&b.tif" --scl-classes "3,8-10" "say \"x\"" "" C:\a\b.tif'
    )  # fmt: skip


@pytest.mark.parametrize("word", ["a b", "a b\\", 'a "b\\" c', "x\ty", ""])
def test_quotes_and_backslashes_are_as_windows_reads_them(word):
    assert command_line([word], windows=True) == subprocess.list2cmdline([word])


def test_a_search_that_fails_leaves_no_folder(geoinpaint, tmp_path):
    write_raster(tmp_path / "scene.tif", np.full((3, 40, 40), 500, "uint16"))
    write_raster(tmp_path / "mask.tif", np.ones((1, 40, 40), "uint8"))
    (tmp_path / "items").mkdir()
    call = ("find", "scene.tif", "--mask", "mask.tif", "-o", "found/evidence", "--catalogue", "items")
    assert geoinpaint(*call).last["code"] == "scene-date-missing"
    assert geoinpaint(*call, "--date", "2024-04-05").last["event"] == "error"
    assert not (tmp_path / "found").exists()
    (tmp_path / "found").mkdir()
    geoinpaint(*call)
    assert list((tmp_path / "found").iterdir()) == []

"""What `geoinpaint find` prints to be typed next: quoted for the shell at hand."""

import shlex
import subprocess

import pytest

from geoinpaint_engine.cli.find import command_line

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

"""The user guide: its pictures are there and small, and what it names exists."""

import json
import re
from pathlib import Path

import pytest

from geoinpaint_qgis.runner.bundle import engine_folder

ROOT = Path(__file__).parents[2]
GUIDE = ROOT / "docs" / "guide.md"
pytestmark = pytest.mark.skipif(not GUIDE.exists(), reason="the guide is not among the files under test")


def test_pictures_are_there_and_small():
    pictures = re.findall(r"!\[[^]]+\]\(([^)]+)\)", GUIDE.read_text(encoding="utf-8"))
    assert len(pictures) >= 6
    for picture in pictures:
        assert (ROOT / "docs" / picture).stat().st_size < 200_000, picture


def test_sizes_told_are_those_measured():
    measured = json.loads((engine_folder() / "requirements" / "downloads.json").read_text())["bytes"]
    text = GUIDE.read_text(encoding="utf-8")
    for system, stage in (("linux-x86_64", "light"), ("windows-x86_64", "light"), ("windows-x86_64", "full")):
        megabytes = round(measured[system]["3.12"][stage] / 1e6)
        assert f"{megabytes} MB" in text, (system, stage)

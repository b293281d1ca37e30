"""The zip for the plugin repository, and the folder that QGIS loads."""

import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SCRIPT = ROOT / "scripts" / "package_plugin.py"


def package(what, folder):
    answer = subprocess.run(
        [sys.executable, str(SCRIPT), what, str(folder)], capture_output=True, text=True, check=True
    )
    return Path(answer.stdout.strip())


@pytest.fixture(scope="module")
def packed(tmp_path_factory):
    return package("zip", tmp_path_factory.mktemp("dist"))


def test_same_files_give_the_same_bytes(packed, tmp_path):
    file = ROOT / "geoinpaint_qgis" / "icons" / "compare.svg"
    before = file.stat()
    os.utime(file)  # a later time must not show
    assert package("zip", tmp_path).read_bytes() == packed.read_bytes()
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))


def test_layout_is_what_the_repository_takes(packed):
    names = zipfile.ZipFile(packed).namelist()
    assert packed.stat().st_size < 25_000_000
    assert {name.split("/")[0] for name in names} == {"geoinpaint_qgis"}
    for needed in (
        "__init__.py",
        "LICENSE",
        "metadata.txt",
        "runner/launch.py",
        "bundled/geoinpaint_engine/pipeline/run.py",
        "bundled/requirements/light.txt",
        "bundled/requirements/downloads.json",
    ):
        assert f"geoinpaint_qgis/{needed}" in names
    for name in names:
        parts = name.split("/")
        assert not any(part.startswith(".") or part == "__pycache__" for part in parts), name
        assert not name.endswith((".pyc", ".so", ".dll", ".sh", ".bat", ".exe")), name


def test_staged_engine_runs_from_the_plugin(tmp_path, engine_python):
    staged = package("stage", tmp_path / "plug ins")
    answer = subprocess.run(
        [engine_python, "-E", str(staged / "runner/launch.py"), str(staged / "bundled"), "--version"],
        capture_output=True, text=True, check=True, cwd=tmp_path,
    )  # fmt: skip
    assert "0.1.0" in answer.stdout


def test_staging_again_takes_away_what_is_gone(tmp_path):
    staged = package("stage", tmp_path)
    (staged / "old.py").write_text("")
    package("stage", tmp_path)
    assert not (staged / "old.py").exists()


def test_interface_holds_nothing_that_a_scan_takes_for_a_secret():
    """The plugin repository refuses a zip with long hexadecimal texts, such as the hash of a model's weights."""
    text = (ROOT / "geoinpaint_qgis" / "interface.json").read_text(encoding="utf-8")
    assert re.findall(r"[0-9a-f]{32,}", text) == []


def test_metadata_names_every_package_that_the_set_up_fetches():
    text = (ROOT / "metadata.txt").read_text(encoding="utf-8")
    wanted = (ROOT / "engine" / "requirements" / "light.in").read_text(encoding="utf-8").split()
    assert len(wanted) > 8
    assert [name for name in [*wanted, "torch"] if name.removesuffix("-python-headless") not in text] == []

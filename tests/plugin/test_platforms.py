"""The rules of each system, looked at from any system."""

import subprocess
import sys

import pytest

from geoinpaint_qgis.runner import platforms
from geoinpaint_qgis.runner.platforms import Platform

LINUX, MACOS, WINDOWS = Platform("linux"), Platform("macos"), Platform("windows")


def test_the_engines_environment_is_cleaned():
    environ = {
        "PATH": "/bin",
        "LD_LIBRARY_PATH": "/qgis/lib",
        "PYTHONHOME": "/qgis",
        "PYTHONPATH": "/qgis/python",
        "QGIS_PREFIX_PATH": "/qgis",
        "PROJ_LIB": "/qgis/proj",
        "GDAL_DATA": "/qgis/gdal",
        "VIRTUAL_ENV": "/venv",
        "PIP_INDEX_URL": "x",
        "DYLD_LIBRARY_PATH": "y",
        "HOME": "/me",
    }
    assert LINUX.clean_environment(environ) == {"PATH": "/bin", "HOME": "/me"}
    assert LINUX.clean_environment(environ, keep_pip=True) == {"PATH": "/bin", "HOME": "/me", "PIP_INDEX_URL": "x"}


def test_windows_does_not_care_about_case():
    assert WINDOWS.clean_environment({"PythonHome": "x", "Path": "y", "gdal_data": "z"}) == {"Path": "y"}
    assert "gdal_data" in LINUX.clean_environment({"gdal_data": "z"})


def test_a_process_gets_a_group_of_its_own():
    assert LINUX.popen_options() == {"start_new_session": True}
    flags = WINDOWS.popen_options()["creationflags"]
    assert flags & platforms.CREATE_NO_WINDOW
    assert flags & platforms.CREATE_NEW_PROCESS_GROUP


def test_flags_have_windows_values():
    if sys.platform == "win32":
        assert subprocess.CREATE_NO_WINDOW == platforms.CREATE_NO_WINDOW
    assert platforms.CREATE_NO_WINDOW == 0x08000000


def test_windows_ends_a_whole_tree_and_only_by_force():
    commands = []
    WINDOWS.end(123, hard=False, run=commands.append)
    assert commands == []
    WINDOWS.end(123, hard=True, run=commands.append)
    assert commands == [["taskkill", "/T", "/F", "/PID", "123"]]


def test_ending_what_is_gone_is_quiet():
    process = subprocess.Popen([sys.executable, "-c", ""], start_new_session=True)
    process.wait()
    LINUX.end(process.pid, hard=True)


@pytest.mark.parametrize(
    ("platform", "environ", "folder"),
    [
        (LINUX, {"HOME": "/home/me"}, "/home/me/.local/share/geoinpaint"),
        (LINUX, {"HOME": "/home/me", "XDG_DATA_HOME": "/data"}, "/data/geoinpaint"),
        (MACOS, {"HOME": "/Users/me"}, "/Users/me/Library/Application Support/GeoInpaint"),
        (
            WINDOWS,
            {"LOCALAPPDATA": "C:\\Users\\Jörg M\\AppData\\Local"},
            "C:\\Users\\Jörg M\\AppData\\Local\\GeoInpaint",
        ),
        (WINDOWS, {"USERPROFILE": "C:\\Users\\me"}, "C:\\Users\\me\\AppData\\Local\\GeoInpaint"),
    ],
)
def test_data_folder(platform, environ, folder):
    assert platform.data_folder(environ) == folder


def test_python_of_an_environment():
    assert LINUX.python_in("/env") == "/env/bin/python"
    assert WINDOWS.python_in("C:\\env") == "C:\\env\\Scripts\\python.exe"


def test_pythons_to_try():
    assert ("py", "-3.12") in WINDOWS.base_pythons("C:\\OSGeo4W\\apps\\Python312")
    assert ("C:\\OSGeo4W\\apps\\Python312\\python.exe",) in WINDOWS.base_pythons("C:\\OSGeo4W\\apps\\Python312")
    assert LINUX.base_pythons("/usr")[-1] == ("python3",)
    assert ("/opt/homebrew/bin/python3",) in MACOS.base_pythons("/Applications/QGIS.app/Contents/MacOS")

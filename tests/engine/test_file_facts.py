"""What is remembered of files: as long as they are as they were, and no longer."""

import os
import time

import numpy as np
import pytest

from geoinpaint_engine.errors import InputError
from geoinpaint_engine.pipeline.provenance import Provenance
from geoinpaint_engine.raster import file_facts
from geoinpaint_engine.raster.checkpoint import sha256_of_file
from geoinpaint_engine.raster.file_facts import remembered
from geoinpaint_engine.raster.scene import open_scene
from geoinpaint_engine.raster.source import open_reference
from tests.engine.raster_maker import values, write_raster

LONG_AGO = 10**9  # seconds since 1970


@pytest.fixture
def settled(tmp_path):
    """A file whose last change is long enough ago for the next one to show."""
    file = tmp_path / "a.bin"
    file.write_bytes(b"first")
    os.utime(file, (LONG_AGO, LONG_AGO))
    time.sleep(2.1)  # the time of its last change of any kind cannot be set
    return file


def test_a_fact_is_found_once_until_the_file_changes(settled):
    found = []

    def find():
        found.append(settled.read_bytes())
        return found[-1]

    assert [remembered([settled], "content", find) for _ in range(3)] == [b"first"] * 3
    assert remembered([settled], "other", lambda: 7) == 7
    assert len(found) == 1
    settled.write_bytes(b"other")  # of the same size, and with its old time of change put back
    os.utime(settled, (LONG_AGO, LONG_AGO))
    assert remembered([settled], "content", find) == b"other"
    assert len(found) == 2


def test_nothing_is_remembered_of_a_file_that_was_just_written_or_is_missing(tmp_path):
    file, found = tmp_path / "new.bin", []
    assert [remembered([file], "x", lambda: found.append(1) or len(found)) for _ in range(2)] == [1, 2]
    file.write_bytes(b"new")
    assert [remembered([file], "x", lambda: found.append(1) or len(found)) for _ in range(2)] == [3, 4]


def test_on_windows_a_change_that_no_time_tells_is_still_seen(settled, monkeypatch):
    """There, `st_ctime` is the time of creation, so that this change would show in nothing that is compared."""
    created = [(*one[:4], LONG_AGO * 10**9) for one in file_facts.state_of([settled])]
    monkeypatch.setattr(file_facts, "state_of", lambda files: created)
    monkeypatch.setattr(file_facts, "TIMES_TELL", False)
    before = sha256_of_file(settled)
    settled.write_bytes(b"third")
    os.utime(settled, (LONG_AGO, LONG_AGO))
    assert sha256_of_file(settled) != before


def test_a_change_that_size_and_time_do_not_show_is_still_seen(settled):
    noted, before = Provenance(), sha256_of_file(settled)
    noted.note([str(settled)])
    noted.check()
    settled.write_bytes(b"third")
    os.utime(settled, (LONG_AGO, LONG_AGO))
    assert sha256_of_file(settled) != before
    with pytest.raises(InputError, match="changed while it was read"):
        noted.check()


def test_a_reference_that_has_become_empty_is_warned_of(tmp_path):
    scene_path = write_raster(tmp_path / "scene.tif", values((2, 90, 90)))
    path, told = tmp_path / "reference.tif", []
    for data in (values((2, 90, 90)) + np.uint16(1), np.zeros((2, 90, 90), np.uint16)):
        write_raster(path, data)
        with open_scene(scene_path) as scene:
            open_reference(str(path), scene, warn=lambda code, message: told.append(code)).layer.close()
    assert "reference-zeros" in told

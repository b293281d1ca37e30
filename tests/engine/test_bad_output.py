"""Outputs that cannot be written: read-only, full, busy, in the way, or given up half-way; the inputs stay."""

import errno
import os
import signal
import subprocess

import numpy as np
import pytest
from rasterio._err import CPLE_AppDefinedError

from geoinpaint_engine.errors import EngineError, ResourceError, UsageError
from geoinpaint_engine.raster.output import writing
from geoinpaint_engine.raster.work_folder import WorkFolder
from tests.engine.conftest import write_raster
from tests.engine.processes import engine


def test_a_read_only_folder(job_files, fill):
    locked = job_files[0] / "locked"
    locked.mkdir(mode=0o500)
    # root may write to any folder, but not to a disk that is mounted for reading
    mount = ["mount", "-t", "tmpfs", "-o", "ro,size=64k", "tmpfs", locked]
    if os.geteuid() == 0 and subprocess.run(mount, capture_output=True).returncode:
        pytest.skip("root that may not mount can write anywhere")
    try:
        with pytest.raises(UsageError, match="Nothing can be written") as caught:
            fill(fill="harmonic", output={"path": "locked/filled.tif"})
        assert caught.value.code == "output-folder-read-only"
    finally:
        if os.geteuid() == 0:
            subprocess.run(["umount", locked], check=True)


def test_an_error_of_gdal_is_not_taken_for_a_folder_without_rights(tmp_path):
    with pytest.raises(ResourceError, match="could not be written: some tile") as caught, writing(tmp_path / "o.tif"):
        raise CPLE_AppDefinedError(3, errno.EPERM, "some tile")  # GDAL's own 1, as EPERM is
    assert caught.value.code == "write-failed"


def test_a_full_disk(job_files, fill, geoinpaint, tmp_path_factory):
    small = tmp_path_factory.mktemp("small")
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", small], capture_output=True)
    if mounted.returncode:
        pytest.skip("mounting a small disk needs root")
    try:
        # noise cannot be compressed: the output is larger than the disk
        rng = np.random.default_rng(1)
        write_raster(job_files[0] / "scene.tif", rng.integers(1, 60_000, (3, 160, 160), dtype="uint16"))
        mask = np.zeros((1, 160, 160), "uint8")
        mask[0, 20:30, 20:30] = 1
        write_raster(job_files[0] / "mask.tif", mask)
        with pytest.raises(ResourceError) as caught:
            fill(fill="harmonic", output={"path": str(small / "filled.tif")})
        assert caught.value.code == "disk-full"
        assert not list(small.iterdir())
        done = geoinpaint("inpaint", "scene.tif", "--mask", "mask.tif", "--mode", "classical", "--fill", "harmonic",
                          "-o", small / "filled.tif")  # fmt: skip
        assert (done.code, done.last["code"]) == (4, "disk-full")
        assert done.stderr == ""  # nothing of what libtiff has to say
    finally:
        subprocess.run(["umount", small], check=True)


@pytest.mark.parametrize(("number", "exit_code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_signals_in_the_middle_of_a_fill(job_files, number, exit_code):
    folder = job_files[0]
    before = sorted(path.name for path in folder.iterdir())
    words = ("inpaint", "scene.tif", "--mask", "mask.tif", "--mode", "classical", "--fill", "harmonic", "-o", "o.tif")
    with engine(*words, cwd=folder, hold="filling") as run:
        run.until("filling")
        assert (folder / "o.tif.partial").exists()
        run.signal(number)
        assert run.end()[0] == exit_code
    assert sorted(path.name for path in folder.iterdir()) == before


def test_a_dry_run_finds_a_busy_output(job_files, fill):
    folder, _, _ = job_files
    with WorkFolder(folder / "filled.tif"), pytest.raises(UsageError) as caught:
        fill(fill="harmonic", dry_run=True)
    assert caught.value.code == "output-busy"
    fill(fill="harmonic", dry_run=True)
    assert not (folder / "filled.tif.partial").exists()


def test_a_dry_run_leaves_an_interrupted_run_alone(job_files, fill):
    from geoinpaint_engine.raster.work_folder import LOCK

    folder = job_files[0] / "filled.tif.partial"
    folder.mkdir()
    (folder / LOCK).touch()
    (folder / "journal.json").write_text("{}")
    fill(fill="harmonic", dry_run=True)
    assert (folder / "journal.json").exists()


def test_a_second_run_keeps_away_from_the_first(job_files, fill):
    from pathlib import Path

    from geoinpaint_engine.raster.work_folder import WorkFolder

    with WorkFolder(job_files[0] / "filled.tif") as folder:
        (folder / "mask.tif").write_text("of the first")
        with pytest.raises(UsageError) as caught:
            fill(fill="harmonic")
        assert caught.value.code == "output-busy"
        assert Path(folder / "mask.tif").read_text() == "of the first"
    fill(fill="harmonic")


def test_a_publish_that_fails_puts_the_older_files_back(tmp_path):
    from geoinpaint_engine.raster.publication import publish

    (tmp_path / "recipe.json").write_text("old recipe")
    (tmp_path / "new_recipe").write_text("new recipe")
    (tmp_path / "new_output").write_text("new output")
    with pytest.raises(EngineError):
        publish([(tmp_path / "new_recipe", tmp_path / "recipe.json"), (tmp_path / "new_output", tmp_path / "no" / "x")])
    assert (tmp_path / "recipe.json").read_text() == "old recipe"


def test_the_grid_of_a_reference_is_no_place_to_write_it(job_files, geoinpaint):
    before = (job_files[0] / "sar.tif").read_bytes()
    done = geoinpaint("reference", "reference_1.tif", "--like", "sar.tif", "-o", "sar.tif")
    assert (done.code, done.last["code"]) == (2, "output-is-input")
    assert (job_files[0] / "sar.tif").read_bytes() == before

"""Where outputs go: checked beforehand, whole or not there, nothing of others touched."""

import os
import shutil
import subprocess
from contextlib import suppress

import numpy as np
import pytest

from geoinpaint_engine.errors import Cancelled, ResourceError, UsageError
from geoinpaint_engine.raster.output import check_output, check_tiff
from geoinpaint_engine.raster.publication import publish
from geoinpaint_engine.raster.work_folder import LOCK, WorkFolder
from geoinpaint_engine.raster.write import finish
from tests.engine.composing import constant, fill_scene, holes
from tests.engine.raster_maker import values, write_raster


def test_outputs_are_checked_beforehand(tmp_path):
    scene = write_raster(tmp_path / "s.tif", values((1, 20, 20)))
    (tmp_path / "hard.tif").hardlink_to(scene)
    (tmp_path / "soft.tif").symlink_to(scene)
    check_output(tmp_path / "new.tif", [scene, "/vsizip/x.zip/y.jp2", "SENTINEL2_L1C:x.xml:10m:EPSG_32633"])
    assert sorted(p.name for p in tmp_path.iterdir()) == ["hard.tif", "s.tif", "soft.tif"]
    cases = {"s.tif": "output-is-input", "hard.tif": "output-is-input", "soft.tif": "output-is-input"}
    cases |= {"sub/../s.tif": "output-is-input", "gone/new.tif": "output-folder-missing", ".": "output-is-folder"}
    (tmp_path / "sub").mkdir()
    for name, code in cases.items():
        with pytest.raises(UsageError) as caught:
            check_output(tmp_path / name, [scene])
        assert caught.value.code == code, name


def test_the_work_folder_is_removed_unless_resumed(tmp_path):
    output = tmp_path / "o.tif"
    partial = tmp_path / "o.tif.partial"

    def left():
        return sorted(path.name for path in partial.iterdir())

    def interrupted(name, **options):
        with suppress(Cancelled), WorkFolder(output, **options) as work:
            (work / name).touch()
            raise Cancelled()

    interrupted("stale", resume=True)
    with WorkFolder(output) as work:
        assert work == partial
        assert left() == [LOCK]
    assert not partial.exists()
    interrupted("gone")
    assert not partial.exists()
    interrupted("kept", resume=True)
    with WorkFolder(output, resume=True):
        assert left() == [LOCK, "kept"]
    assert not partial.exists()


def test_a_folder_of_someone_elses_is_not_touched(tmp_path):
    partial = tmp_path / "o.tif.partial"
    partial.mkdir()
    (partial / "thesis.txt").touch()
    for resume in (False, True):
        with pytest.raises(UsageError, match="in the way"), WorkFolder(tmp_path / "o.tif", resume=resume):
            pass
    assert (partial / "thesis.txt").exists()


def test_cancelling_leaves_nothing(tmp_path):
    path = write_raster(tmp_path / "s.tif", values((1, 60, 60)))
    before = path.read_bytes()

    def cancel(window, bands):
        raise Cancelled()

    with pytest.raises(Cancelled):
        fill_scene(tmp_path, path, holes((60, 60)), cancel)
    assert [p.name for p in tmp_path.iterdir()] == ["s.tif"]
    assert path.read_bytes() == before


def test_publishing_is_all_or_nothing_and_drops_stale_side_files(tmp_path):
    work = tmp_path / "work"
    work.mkdir()
    for name in ("a", "b"):
        (work / name).write_text("new")
    for ending in (".aux.xml", ".ovr", ".msk"):
        (tmp_path / ("b.tif" + ending)).write_text("of the old one")
    (tmp_path / "b.tif").write_text("old")
    publish([(work / "a", tmp_path / "a.tif"), (work / "b", tmp_path / "b.tif")])
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.tif", "b.tif", "work"]
    assert (tmp_path / "b.tif").read_text() == "new"
    (work / "c").write_text("new")
    with pytest.raises(ResourceError):
        publish([(work / "c", tmp_path / "c.tif"), (work / "gone", tmp_path / "d.tif")])
    assert not (tmp_path / "c.tif").exists()


def test_incomplete_tiffs_are_found(tmp_path):
    path = write_raster(tmp_path / "s.tif", values((2, 600, 600)), tiled=True, compress="deflate")
    check_tiff(path)
    os.truncate(path, path.stat().st_size - 500_000)
    with pytest.raises(OSError, match="incomplete"):
        check_tiff(path)


@pytest.fixture
def small_disk(tmp_path):
    """A file system of 1 MiB, and a function that remounts it read-only."""
    place = tmp_path / "disk"
    place.mkdir()
    if os.name != "posix" or os.geteuid() != 0:
        pytest.skip("mounting a small file system needs root")
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", place], capture_output=True).returncode:
        pytest.skip("no file system can be mounted here")
    yield place
    subprocess.run(["umount", "-l", place], check=True)


@pytest.mark.parametrize("cog", [False, True])
@pytest.mark.parametrize("spare", [0, 300_000, 900_000])
def test_a_full_disk_is_told_and_leaves_nothing(tmp_path, small_disk, cog, spare):
    data = np.random.default_rng(0).integers(1, 60000, (3, 400, 400)).astype("uint16")
    path = write_raster(tmp_path / "s.tif", data)
    (small_disk / "ballast").write_bytes(bytes(1_000_000 - spare))
    with pytest.raises(ResourceError, match="full") as caught:
        fill_scene(small_disk, path, holes((400, 400)), constant(90), cog=cog, given=tmp_path / "given.tif")
    assert caught.value.code == "disk-full"
    assert [p.name for p in small_disk.iterdir()] == ["ballast"]


def test_a_disk_that_fills_while_a_cog_is_made_is_full_though_gdal_frees_it_again(tmp_path, small_disk):
    subprocess.run(["mount", "-o", "remount,size=24m", small_disk], check=True)
    path = write_raster(tmp_path / "s.tif", np.random.default_rng(0).integers(1, 60000, (4, 1024, 1024), "uint16"))
    output = small_disk / "output.tif"
    for spare in range(1_000_000, 12_000_000, 1_500_000):  # it takes 8 MB for the COG, and some for overviews
        output.write_bytes(path.read_bytes())
        (small_disk / "ballast").write_bytes(bytes(shutil.disk_usage(small_disk).free - spare))
        with pytest.raises(ResourceError) as caught:
            finish(output, cog=True)
        assert caught.value.code == "disk-full", spare
        for left in small_disk.iterdir():
            left.unlink()


def test_a_read_only_folder_is_told(small_disk):
    subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)
    with pytest.raises(UsageError) as caught:
        check_output(small_disk / "o.tif", [])
    assert caught.value.code == "output-folder-read-only"

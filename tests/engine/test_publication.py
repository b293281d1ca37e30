"""Nothing is lost: a set of files is all old or all new after a kill or a failure at any of its file operations."""

import json
import os
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest

from geoinpaint_engine import job as jobs
from geoinpaint_engine.errors import EngineError, InputError, UsageError
from geoinpaint_engine.events import Control, Reporter
from geoinpaint_engine.pipeline.run import run
from geoinpaint_engine.pipeline.workspace import Workspace
from geoinpaint_engine.raster.output import check_output
from geoinpaint_engine.raster.publication import MANIFEST, complete
from geoinpaint_engine.raster.work_folder import LOCK, locked, scratch_folder
from tests.engine.conftest import ROOT, field, write_raster
from tests.engine.crashed_sets import put_set

sys.path.insert(0, str(ROOT / "scripts"))
CRASHED = str(Path(__file__).with_name("crashed_sets.py"))
needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs os.fork")


@needs_fork
@pytest.mark.parametrize("older", [True, False])
def test_a_set_is_all_old_or_all_new_after_every_crash_point(tmp_path, older):
    words = [sys.executable, CRASHED, str(tmp_path), "old" if older else "new"]
    tally = json.loads(subprocess.run(words, capture_output=True, text=True, check=True, timeout=600).stdout)
    assert tally["faults"] == []
    assert tally["points"] > 20
    assert tally["mixed_at_once"] > 3, "the points between the first and the last rename are among them"


def test_a_replaced_file_passes_its_permissions_on(tmp_path):
    put_set(tmp_path)
    (tmp_path / "filled.tif").chmod(0o640)
    put_set(tmp_path, b"newer")
    assert stat.S_IMODE((tmp_path / "filled.tif").stat().st_mode) == 0o640
    assert (tmp_path / "filled.tif").read_bytes() == b"newer"


def test_a_foreign_manifest_moves_nothing_elsewhere(tmp_path):
    """A work folder that came with someone's data must not overwrite files of the user."""
    (tmp_path / "home").mkdir()
    (tmp_path / "data").mkdir()
    target = tmp_path / "home" / "profile"
    target.write_text("mine")
    folder = tmp_path / "data" / "filled.tif.partial"
    folder.mkdir()
    (folder / LOCK).touch()
    (folder / "evil").write_text("theirs")
    for name, place in (("evil", target), ("../filled.tif.partial/evil", tmp_path / "data" / "x"), ("evil", "x")):
        (folder / MANIFEST).write_text(json.dumps([{"name": name, "place": str(place), "replaces": True}]))
        try:
            complete(folder, [tmp_path / "data" / "filled.tif"])
        except UsageError as error:
            assert error.code == "publication-elsewhere"  # noqa: PT017
        assert target.read_text() == "mine"
        assert not (tmp_path / "data" / "x").exists()


def test_a_killed_clean_up_does_not_block_the_next_run(tmp_path):
    folder = tmp_path / "filled.tif.partial"
    folder.mkdir()  # all but the folder itself was removed
    put_set(tmp_path)
    assert not folder.exists()


def test_what_killed_runs_have_left_is_swept(tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    code = (
        "import os, signal, sys\nfrom geoinpaint_engine.raster.work_folder import scratch_folder\n"
        "with scratch_folder() as folder:\n (folder / 'x').touch(); os.kill(os.getpid(), signal.SIGKILL)"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "engine"), "TMPDIR": str(tmp_path)}
    assert subprocess.run([sys.executable, "-c", code], env=environment).returncode == -signal.SIGKILL
    (tmp_path / "geoinpaint-other").mkdir()  # of a run that is about to lock it
    assert len(list(tmp_path.glob("geoinpaint-*"))) == 2
    with scratch_folder() as alive, scratch_folder():
        assert alive.exists()
    assert [path.name for path in tmp_path.glob("geoinpaint-*")] == ["geoinpaint-other"]


def test_a_folder_that_only_has_such_a_name_stays(tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    theirs = tmp_path / "geoinpaint-results"
    theirs.mkdir()
    (theirs / "filled.tif").write_text("the user's")
    old = time.time() - 10 * 24 * 3600
    os.utime(theirs, (old, old))
    with scratch_folder():
        pass
    assert (theirs / "filled.tif").read_text() == "the user's"
    (tmp_path / ".filled.tif.123.probe").touch()
    check_output(tmp_path / "filled.tif", [])
    assert not list(tmp_path.glob(".*.probe"))


def test_a_lock_is_held_by_one_process(tmp_path):
    held = locked(tmp_path / LOCK)
    code = "import sys\nfrom geoinpaint_engine.raster.work_folder import locked\nfrom pathlib import Path\n" \
           "sys.exit(locked(Path(sys.argv[1])) is not None)"  # fmt: skip
    command = [sys.executable, "-c", code, str(tmp_path / LOCK)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "engine")}
    assert subprocess.run(command, env=environment).returncode == 0
    held.release()
    assert subprocess.run(command, env=environment).returncode == 1


# --- whole runs -----------------------------------------------------------------------------------


def small_job(folder, **changes):
    rng = np.random.default_rng(3)
    truth = field(rng, rows=90, cols=100).astype("uint16")
    y, x = np.mgrid[:90, :100]
    hole = (x - 40) ** 2 + (y - 50) ** 2 < 150
    write_raster(folder / "scene.tif", np.where(hole, np.uint16(9000), truth))
    write_raster(folder / "mask.tif", hole[None].astype("uint8"))
    document = {
        "scene": {"path": "scene.tif"}, "mask": [{"path": "mask.tif"}], "mode": "classical", "fill": "harmonic",
        "output": {"path": "filled.tif"}, **changes,
    }  # fmt: skip
    return jobs.resolved(jobs.from_dict(document), folder)


class Listening(Reporter):
    """Does something at the first event of a kind."""

    def __init__(self, kind, act):
        self.events = []
        super().__init__(self._take)
        self._kind, self._act = kind, act

    def _take(self, event):
        self.events.append(event)
        if event["event"] == self._kind and self._act is not None:
            act, self._act = self._act, None
            act()


def carry_out(job, reporter=None, **options):
    workspace = Workspace()
    try:
        return run(job, reporter=reporter or Reporter(), control=Control(), workspace=workspace, **options)
    finally:
        workspace.sweep()


@pytest.mark.parametrize("name", ["scene.tif", "mask.tif"])
@pytest.mark.parametrize("way", ["replaced", "same size and time", "touched"])
def test_an_input_replaced_in_mid_run_gives_no_output(tmp_path, name, way):
    job = small_job(tmp_path)
    file = tmp_path / name

    def change():
        data, state = bytearray(file.read_bytes()), file.stat()
        if way != "touched":
            data[-1] ^= 1
        other = tmp_path / "other"
        other.write_bytes(data)
        if way == "same size and time":
            os.utime(other, ns=(state.st_atime_ns, state.st_mtime_ns))
        other.replace(file)

    reporter = Listening("started", change)
    if way == "touched":  # the content counts
        carry_out(job, reporter)
        assert (tmp_path / "filled.tif").exists()
        return
    with pytest.raises(InputError) as caught:
        carry_out(job, reporter)
    assert caught.value.code == "input-changed"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["mask.tif", "scene.tif"]


def test_a_recipe_makes_its_result_again(geoinpaint, tmp_path):
    job = small_job(tmp_path)
    carry_out(job)
    before = (tmp_path / "filled.tif").read_bytes()
    (tmp_path / "filled.tif").unlink()
    done = geoinpaint("run", "filled.tif.recipe.json")
    assert done.code == 0, done.stderr
    assert (tmp_path / "filled.tif").read_bytes() == before


class Stopped(Exception):
    """Stands for a death in the middle."""


def interrupted(job, kind="progress"):
    def die():
        raise Stopped

    with pytest.raises(Stopped):
        carry_out(job, Listening(kind, die), resume=True)


@pytest.mark.parametrize("part", ["fills/*.npy", "mask.tif", "mask.json", "journal.json", "notes/*.safetensors"])
@pytest.mark.parametrize("way", ["empty", "flipped", "cut"])
def test_a_damaged_part_is_made_again_or_refused_in_a_sentence(tmp_path, part, way):
    (tmp_path / "a").mkdir()
    job = small_job(tmp_path / "a", tile=64, holdout=True)
    carry_out(job)
    expected = (tmp_path / "a" / "filled.tif").read_bytes()
    (tmp_path / "a" / "filled.tif").unlink()
    seen = []

    def die():
        raise Stopped

    class Late(Listening):
        def _take(self, event):
            seen.append(event.get("message"))
            if event.get("message") == "writing":
                die()

    with pytest.raises(Stopped):
        carry_out(job, Late("progress", None), resume=True)
    files = sorted((tmp_path / "a" / "filled.tif.partial").glob(part))
    assert files, seen
    data = bytearray(files[0].read_bytes())
    data[len(data) // 2] ^= 4
    files[0].write_bytes({"empty": b"", "flipped": data, "cut": data[: len(data) // 2]}[way])
    try:
        carry_out(job, resume=True)
    except EngineError as error:
        assert error.code == "resume-mismatch"  # noqa: PT017
        assert part == "journal.json"
    else:
        assert (tmp_path / "a" / "filled.tif").read_bytes() == expected


def test_a_preview_that_cannot_be_written_ends_no_run(tmp_path, monkeypatch):
    monkeypatch.setattr("geoinpaint_engine.pipeline.preview.INTERVAL_S", 0.0)
    job = small_job(tmp_path)

    def bar():  # a folder where the picture would go: as good as a full disk
        for letter in "ab":
            (tmp_path / "filled.tif.partial" / f"preview_{letter}.new.tif").mkdir()

    reporter = Listening("started", bar)
    from geoinpaint_engine.pipeline import preview

    monkeypatch.setattr(preview.Preview.__init__, "__kwdefaults__", {"area": None, "interval_s": 0.0})
    carry_out(job, reporter)
    assert [event["code"] for event in reporter.events if event["event"] == "warning"].count("preview-failed") == 1
    assert (tmp_path / "filled.tif").exists()


def test_a_disk_that_fails_has_a_code_of_its_own():
    from geoinpaint_engine.errors import as_engine_error

    for name, code in (("ENOSPC", "disk-full"), ("EDQUOT", "disk-full"), ("EIO", "file-failed"),
                       ("EACCES", "file-denied"), ("EROFS", "file-denied"), ("EMFILE", "files-too-many")):  # fmt: skip
        told = as_engine_error(OSError(getattr(__import__("errno"), name), "text", "x.tif"))
        assert (told.code, told.exit_code) == (code, 4)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="counts what /proc tells")
def test_many_jobs_leave_nothing_behind(tmp_path):
    from many_jobs import WARM_UP, many

    _, before, after = many(WARM_UP + 12, tmp_path)
    assert after == {**before, "work folders": 0}


@pytest.mark.parametrize("command", ["mask", "reference"])
def test_masks_and_references_of_inputs_that_change_are_not_written(tmp_path, command):
    from geoinpaint_engine.job import MaskSource
    from geoinpaint_engine.pipeline.mask_file import write_mask
    from geoinpaint_engine.pipeline.reference_file import write_reference

    small_job(tmp_path)
    file = tmp_path / "scene.tif"

    before = file.read_bytes()

    class Changing(Control):
        def check(self):  # called while the inputs are read
            file.write_bytes(before[:-1] + bytes([before[-1] ^ 1]))

    common = {"reporter": Reporter(), "control": Changing(), "workspace": Workspace()}
    out = str(tmp_path / "out.tif")

    def write():
        if command == "mask":
            write_mask(str(file), [MaskSource(path=str(tmp_path / "mask.tif"))], out, dilate_px=0, **common)
        else:
            write_reference(
                [(str(file), None, None)], out, statistic="mean", like=None, bands=[], sar=False, sar_units="auto",
                speckle="none", **common,
            )  # fmt: skip

    with pytest.raises(InputError) as caught:
        write()
    assert caught.value.code == "input-changed"
    assert not (tmp_path / "out.tif").exists()


def test_a_result_may_lie_in_the_folder_of_the_scene_that_it_fills(tmp_path):
    image = field(np.random.default_rng(3), bands=2, rows=60, cols=70).astype("uint16")
    (tmp_path / "scene").mkdir()
    for name, band in zip(("B03", "B04"), image, strict=True):
        write_raster(tmp_path / "scene" / f"{name}.tif", band[None])
    job = small_job(tmp_path, scene={"path": "scene"}, output={"path": "scene/filled.tif"})
    hole = np.zeros((1, 60, 70), "uint8")
    hole[:, 20:30, 20:30] = 1
    write_raster(tmp_path / "mask.tif", hole)
    other = tmp_path / "scene" / "notes.txt"
    carry_out(job, Listening("started", lambda: other.write_text("of somebody else")))
    carry_out(job, resume=True)  # the result that is there now is no part of the scene
    recipe = json.loads((tmp_path / "scene" / "filled.tif.recipe.json").read_text())
    with pytest.raises(InputError) as caught:
        carry_out(job, Listening("started", (tmp_path / "scene" / "B03.tif").touch))
    assert caught.value.code == "input-changed"
    assert recipe == json.loads((tmp_path / "scene" / "filled.tif.recipe.json").read_text())

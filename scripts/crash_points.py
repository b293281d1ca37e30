"""Kills a run, or fails it, before each of its file operations in turn, and looks at what is left.

The idea is that of SQLite's tests: an operation is let fail, the files are examined, and so on with the next operation
until the work comes through. The engine is loaded once; every attempt is a fork of it. An audit hook of Python sees
each operation before it is done (opening, renaming, linking, removing, changing, making a folder; flushing is wrapped);
those of GDAL's own library are not among them.

    python scripts/crash_points.py [--every N] [--failures kill,ENOSPC,...]
"""

from __future__ import annotations

import argparse
import contextlib
import errno
import os
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geoinpaint_engine.job import Job

EVENTS = frozenset(
    ("open", "os.rename", "os.remove", "os.link", "os.mkdir", "os.rmdir", "os.chmod", "os.truncate", "shutil.copyfile")
)
FAILURES = ("kill", "ENOSPC", "EIO", "EACCES")
UNEXPECTED = 99  # exit code of an attempt that failed otherwise than with an error of the engine


def attempt(work: Callable[[], None], folder: Path, at: int, failure: str) -> tuple[int, int]:
    """Do the work in a fork of this process, disturbed before its operation number `at` (from 0) within a folder.

    Returns:
        (operations counted, or -1 where it was killed; how the process ended: 0, an exit code, or minus a signal).
    """
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        code = UNEXPECTED
        with contextlib.suppress(BaseException):
            os.close(reading)
            counted = _arm(folder, at, failure)
            code = _ended(work)
            os.write(writing, str(counted[0]).encode())
        os._exit(code)
    os.close(writing)
    with os.fdopen(reading, "rb") as stream:
        text = stream.read()
    _, status = os.waitpid(child, 0)
    return int(text or b"-1"), os.waitstatus_to_exitcode(status)


def _ended(work: Callable[[], None]) -> int:
    from geoinpaint_engine.errors import as_engine_error

    try:
        work()
    except Exception as error:
        told = as_engine_error(error)
        return UNEXPECTED if told.code == "internal" else told.exit_code
    return 0


def _arm(folder: Path, at: int, failure: str) -> list[int]:
    """Disturb this process before its operation number `at`; returns where they are counted."""
    counted = [0]
    real = os.path.realpath(folder)

    def count() -> None:
        number, counted[0] = counted[0], counted[0] + 1
        if number == at:
            if failure == "kill":
                os.kill(os.getpid(), signal.SIGKILL)
            raise OSError(getattr(errno, failure), f"{failure} on purpose")

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        if event not in EVENTS or not isinstance(arguments[0], str | os.PathLike):
            return
        if event == "open" and not _writes(arguments):
            return
        if os.path.realpath(os.path.dirname(os.fspath(arguments[0]))).startswith(real):  # noqa: PTH120
            count()

    flush = os.fsync

    def fsync(descriptor: int) -> None:
        count()
        flush(descriptor)

    os.fsync = fsync
    sys.addaudithook(hook)
    return counted


def _writes(arguments: tuple[object, ...]) -> bool:
    mode, flags = arguments[1], arguments[2]
    return (isinstance(mode, str) and bool(set(mode) & set("wa+x"))) or (
        isinstance(flags, int) and bool(flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))
    )


@dataclass
class Tally:
    """What came of the attempts."""

    attempts: int = 0
    points: int = 0
    mixed_at_once: int = 0
    faults: list[str] = field(default_factory=list)


def every_point(
    work: Callable[[], None],
    following: Callable[[], None],
    reset: Callable[[], None],
    fault: Callable[[], str],
    folder: Path,
    *,
    failures: tuple[str, ...] = FAILURES,
    step: int = 1,
) -> Tally:
    """Disturb the work at each of its operations, each time from the same beginning.

    Args:
        work: writes a set of files.
        following: a next run towards the same output, which may fail.
        reset: makes the beginning.
        fault: what is wrong with what is left; "" = nothing.
        folder: only operations in it count.
        failures: see FAILURES.
        step: every how many operations.
    """
    tally = Tally()
    reset()
    tally.points, code = attempt(work, folder, -1, "kill")
    assert code == 0, code
    for failure in failures:
        for at in range(0, tally.points, step):
            reset()
            _, code = attempt(work, folder, at, failure)
            tally.attempts += 1
            if code == UNEXPECTED or (failure == "kill" and code not in (-signal.SIGKILL, 0)):
                tally.faults.append(f"{failure} at {at}: ended with {code}")
            tally.mixed_at_once += bool(fault())
            attempt(following, folder, -1, "kill")
            if wrong := fault():
                tally.faults.append(f"{failure} at {at}: {wrong}")
    return tally


# --- a whole run --------------------------------------------------------------------------------------------------

OLD = b"old"


def make_scene(folder: Path) -> None:
    """A scene, a mask and an empty mask."""
    import numpy as np
    import rasterio

    rng = np.random.default_rng(1)
    y, x = np.mgrid[:160, :160]
    ground = (2000 + 500 * np.sin(x / 17) + 400 * np.cos(y / 23) + rng.normal(0, 20, (2, 160, 160))).astype("uint16")
    hole = (x - 60) ** 2 + (y - 70) ** 2 < 400
    profile = {"driver": "GTiff", "height": 160, "width": 160, "crs": "EPSG:32633",
               "transform": rasterio.Affine(10, 0, 5e5, 0, -10, 5e6)}  # fmt: skip
    mask = hole[None].astype("uint8")
    for name, data in (("scene", ground), ("mask", mask), ("empty", 0 * mask)):
        with rasterio.open(folder / f"{name}.tif", "w", count=len(data), dtype=data.dtype, **profile) as out:
            out.write(data)


def make_job(folder: Path, mask: str, *, threads: int = 1) -> Job:
    """A job on the scene with all companions."""
    from geoinpaint_engine import job as jobs

    document = {
        "scene": {"path": "scene.tif"}, "mask": [{"path": f"{mask}.tif"}], "mode": "classical", "fill": "harmonic",
        "report": "out/report.html", "threads": threads,
        "output": {"path": "out/filled.tif", "fill_flag": "out/flag.tif", "uncertainty": "out/uncertainty.tif"},
    }  # fmt: skip
    return jobs.resolved(jobs.from_dict(document), folder)


def _running(job: Job) -> Callable[[], None]:
    """Runs a job, as a command does."""
    from geoinpaint_engine.events import Control, Reporter
    from geoinpaint_engine.pipeline.run import run
    from geoinpaint_engine.pipeline.workspace import Workspace

    def work() -> None:
        workspace = Workspace()
        try:
            run(job, reporter=Reporter(), control=Control(), workspace=workspace)
        finally:
            workspace.sweep()

    return work


def main() -> None:
    """Disturb a run with all its companions at every point."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--every", type=int, default=1, help="only every so many operations")
    parser.add_argument("--failures", default=",".join(FAILURES))
    options = parser.parse_args()
    started = time.monotonic()
    names = ("filled.tif", "filled.tif.recipe.json", "report.html", "flag.tif", "uncertainty.tif")
    with tempfile.TemporaryDirectory(prefix="crash-points-") as name:
        folder = Path(name)
        out = folder / "out"
        make_scene(folder)

        def reset() -> None:
            shutil.rmtree(out, ignore_errors=True)
            out.mkdir()
            for name in names:
                (out / name).write_bytes(OLD)
            (out / "filled.tif.aux.xml").write_bytes(OLD)

        def fault() -> str:
            old = {name: (out / name).exists() and (out / name).read_bytes() == OLD for name in names}
            there = {name: (out / name).exists() for name in (*names, "filled.tif.aux.xml")}
            old["filled.tif.aux.xml"] = there["filled.tif.aux.xml"]
            if not all(there[name] for name in names):
                return f"gone: {[name for name in names if not there[name]]}"
            if len(set(old.values())) > 1:
                return f"old and new together: {old}"
            rest = {path.name for path in out.iterdir()} - {*names, "filled.tif.aux.xml"}
            return f"left: {rest}" if rest else ""

        tally = every_point(
            _running(make_job(folder, "mask")), _running(make_job(folder, "empty")), reset, fault, out,
            failures=tuple(options.failures.split(",")), step=options.every,
        )  # fmt: skip
    for line in tally.faults:
        print(line)
    print(
        f"{tally.attempts} attempts at {tally.points} operations, {len(tally.faults)} faults; "
        f"{tally.mixed_at_once} needed the next run to complete or undo; {time.monotonic() - started:.0f} s"
    )
    sys.exit(bool(tally.faults))


if __name__ == "__main__":
    main()

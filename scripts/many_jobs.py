"""Runs many jobs in one process - done, failed, cancelled in the middle - and counts what they leave behind.

python scripts/many_jobs.py [--jobs 200 | --hours 24]
"""

from __future__ import annotations

import argparse
import contextlib
import gc
import os
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path

import crash_points

WAYS = ("done", "failed", "cancelled", "signalled")
WARM_UP = 8  # jobs after which whatever is kept for good is there


class _Signalled(BaseException):
    """Comes out of the middle of a run, as a signal's exception does."""


def job(folder: Path, way: str) -> Callable[[], None]:
    """A job that ends in one of the ways."""
    from geoinpaint_engine.events import Control, Event, Reporter
    from geoinpaint_engine.pipeline.run import run
    from geoinpaint_engine.pipeline.workspace import Workspace

    made = crash_points.make_job(folder, "empty" if way == "failed" else "mask", threads=2)

    def work() -> None:
        control, workspace = Control(), Workspace()

        def listen(event: Event) -> None:
            if event["event"] == "progress" and event["fraction"] > 0.2:
                if way == "cancelled":
                    control.cancel()
                elif way == "signalled":
                    raise _Signalled

        try:
            run(made, reporter=Reporter(listen), control=control, workspace=workspace)
        finally:
            workspace.sweep()

    return work


def held() -> dict[str, int]:
    """What this process holds: threads, open files, children."""
    gc.collect()
    children = Path(f"/proc/self/task/{os.getpid()}/children")
    return {
        "threads": threading.active_count(),
        "files": len(list(Path("/proc/self/fd").iterdir())),
        "children": len(children.read_text().split()) if children.exists() else 0,
    }


def many(jobs: int, folder: Path, *, until: float = 0.0) -> tuple[int, dict[str, int], dict[str, int]]:
    """Run jobs in turn in every way; returns (how many, what was held after the first few, what at the end)."""
    from geoinpaint_engine.errors import EngineError

    crash_points.make_scene(folder)
    (folder / "out").mkdir(exist_ok=True)
    before: dict[str, int] = {}
    count = 0
    while count < jobs or time.monotonic() < until:
        with contextlib.suppress(EngineError, _Signalled):
            job(folder, WAYS[count % len(WAYS)])()
        count += 1
        if count == WARM_UP:
            before = held()
    deadline = time.monotonic() + 5  # threads that were told to end are given time to
    while (after := held()) != before and time.monotonic() < deadline:
        time.sleep(0.1)
    left = [path.name for path in (folder / "out").iterdir() if path.name.endswith(".partial")]
    return count, before, {**after, "work folders": len(left)}


def main() -> None:
    """Run jobs and say what they have left."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--jobs", type=int, default=200)
    parser.add_argument("--hours", type=float, default=0.0)
    options = parser.parse_args()
    started = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="many-jobs-") as folder:
        until = started + 3600 * options.hours
        count, before, after = many(options.jobs, Path(folder), until=until)
    grown = {name: after[name] for name in after if after[name] > before.get(name, 0)}
    print(f"{count} jobs, {time.monotonic() - started:.0f} s; held after {WARM_UP}: {before}, at the end: {after}")
    sys.exit(bool(grown))


if __name__ == "__main__":
    main()

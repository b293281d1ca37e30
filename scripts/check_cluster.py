"""Whether many scenes, or many series, on Dask workers all finish with the bytes of one process, whatever dies.

    python scripts/check_cluster.py work/cluster --tiles 100
    python scripts/check_cluster.py work/cluster --tiles 12 --kind series

Tiles are made (smooth ground, other dates, a cloud) and filled by one process without Dask, by one worker of this
machine, by several, and by several of which one has half the memory while workers are killed (SIGKILL) and, half-way,
the scheduler, which is started again at its address with new workers. A tile is a task of its own that runs the engine
in its worker, with resume; the driver hands out again what is not done. Needs the extra `distributed`. Prints a table
and writes check.json; ends with 1 where a tile lacks or differs.
"""

from __future__ import annotations

import argparse
import json
import logging
import os
import re
import resource
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path

import numpy as np
import rasterio
from rasterio.transform import from_origin

from geoinpaint_engine import fill_series, run
from geoinpaint_engine.errors import EngineError

DATES = ("2024-04-05", "2024-04-15", "2024-04-25")
NAMES = ("B02", "B03", "B04", "B08")
TRIES = 20  # that the driver begins anew
BUSY_S = 60.0  # that a task waits for a tile which a worker that has lost its scheduler still holds


def smooth(rng: np.random.Generator, side: int) -> np.ndarray:
    """(bands, rows, cols) of ground: waves of several lengths, bands alike."""
    y, x = np.mgrid[:side, :side] / 16
    waves = sum(np.sin(x * rng.uniform(0.2, 2) + y * rng.uniform(0.2, 2) + rng.uniform(0, 6)) for _ in range(6))
    return np.stack([1500 + 250 * gain * waves + 12 * rng.standard_normal((side, side)) for gain in (0.8, 1, 1.2, 2)])


def make_tile(folder: Path, seed: int, side: int) -> None:
    """Scenes of three dates, each with a cloud of its own, and their masks beside them."""
    rng = np.random.default_rng(seed)
    truth = smooth(rng, side)
    folder.mkdir(parents=True)
    for number, date in enumerate(DATES):
        image = (truth * (0.9 + 0.1 * number) + 40 + 6 * rng.standard_normal(truth.shape)).clip(1, 60_000)
        row, col = rng.integers(0, side // 2, 2)
        hole = np.zeros((side, side), bool)
        hole[row : row + side // 3, col : col + side // 3] = True
        image[:, hole] = 9000
        write(folder / f"scene_{date}.tif", image.astype("uint16"), NAMES)
        write(folder / f"scene_{date}_mask.tif", hole[None].astype("uint8"), ("mask",))


def write(path: Path, data: np.ndarray, names: tuple[str, ...]) -> None:
    """A GeoTIFF."""
    count, height, width = data.shape
    with rasterio.open(
        path, "w", driver="GTiff", count=count, height=height, width=width, dtype=data.dtype, crs="EPSG:32633",
        transform=from_origin(500_000, 4_600_000, 10, 10),
    ) as out:  # fmt: skip
        out.write(data)
        out.descriptions = names


def fill_tile(folder: str, output: str, kind: str, mode: str) -> str:
    """The task: fill a tile, or go on with it, in this process; returns its folder."""
    until = time.monotonic() + BUSY_S
    while True:
        try:
            (fill_dates if kind == "series" else fill_date)(Path(folder), Path(output), mode)
            return output
        except EngineError as error:
            if error.code != "output-busy" or time.monotonic() > until:
                raise
            time.sleep(1)


def fill_dates(place: Path, out: Path, mode: str) -> None:
    """Fill every date of a tile."""
    fill_series(place, output=out, mask_suffix="_mask", mode=mode, threads=1, resume=True)


def fill_date(place: Path, out: Path, mode: str) -> None:
    """Fill the middle date of a tile from the others."""
    out.mkdir(parents=True, exist_ok=True)
    others = [date for date in DATES if date != DATES[1]]
    run({
        "scene": {"path": str(place / f"scene_{DATES[1]}.tif")},
        "mask": [{"path": str(place / f"scene_{DATES[1]}_mask.tif")}], "mode": mode, "threads": 1,
        "references": [
            {"path": str(place / f"scene_{date}.tif"), "mask": str(place / f"scene_{date}_mask.tif")} for date in others
        ],
        "output": {"path": str(out / "filled.tif"), "uncertainty": str(out / "uncertainty.tif")},
    }, resume=True)  # fmt: skip


def rasters(folder: Path) -> dict[str, bytes]:
    """The results of a tile."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*.tif"))}


def done(folder: Path, kind: str) -> bool:
    """Whether a tile is whole: what is written last is there."""
    return (folder / ("collection.json" if kind == "series" else "filled.tif")).exists()


@dataclass
class Row:
    """What one way of filling all tiles took and left."""

    way: str
    workers: int
    seconds: float = 0.0
    processor_seconds: float = 0.0
    peak_mib: int = 0
    workers_killed: int = 0
    schedulers_killed: int = 0
    missing: int = 0
    different: int = 0


class Machines:
    """A scheduler and workers of this machine, as `dask scheduler` and `dask worker` start them.

    Args:
        memories: of each worker, as Dask writes it.
        scratch: folder for what Dask spills.
    """

    def __init__(self, memories: list[str], scratch: Path) -> None:
        self._memories, self._scratch = memories, scratch
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.address = f"tcp://127.0.0.1:{free.getsockname()[1]}"  # kept, also by a scheduler that starts again
        self.scheduler: subprocess.Popen[bytes] | None = None
        self.nannies: list[subprocess.Popen[bytes]] = []
        self.peak_kib: dict[int, int] = {}
        self.busy_s: dict[int, float] = {}

    def start(self) -> None:
        """Start them all. Workers that have lost an earlier scheduler are left to end by themselves."""
        port = self.address.rpartition(":")[2]
        self.scheduler = self._dask("scheduler", "--host", "127.0.0.1", "--port", port, "--no-dashboard")
        options = ("--nthreads", "1", "--no-dashboard", "--local-directory", str(self._scratch))
        self.nannies += [
            self._dask("worker", self.address, "--memory-limit", memory, *options) for memory in self._memories
        ]

    def _dask(self, *arguments: str) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [sys.executable, "-m", "dask", *arguments], env={**os.environ, "OMP_NUM_THREADS": "1"},
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip

    def worker_processes(self) -> list[int]:
        """The processes that do the work: the children of the nannies. What they have used so far is noted."""
        parents, found = {nanny.pid for nanny in self.nannies}, []
        for folder in Path("/proc").glob("[0-9]*"):
            try:
                state = (folder / "stat").read_text().rsplit(")", 1)[1].split()
                if int(state[1]) not in parents or b"spawn_main" not in (folder / "cmdline").read_bytes():
                    continue
                status = (folder / "status").read_text()
            except (OSError, IndexError):  # it has ended meanwhile
                continue
            found.append(pid := int(folder.name))
            self.busy_s[pid] = (int(state[11]) + int(state[12])) / os.sysconf("SC_CLK_TCK")
            if peak := re.search(r"VmHWM:\s+(\d+)", status):
                self.peak_kib[pid] = int(peak[1])
        return found

    def end(self) -> None:
        """End them all, at once."""
        for nanny in self.nannies:
            nanny.send_signal(signal.SIGSTOP)  # it starts no other worker
        for pid in self.worker_processes():
            os.kill(pid, signal.SIGKILL)
        for process in [*self.nannies, *([self.scheduler] if self.scheduler else [])]:
            process.kill()
            process.wait()
        self.nannies, self.scheduler = [], None


@dataclass
class Attack:
    """Kills workers as the tiles are done, and half-way the scheduler."""

    kills: int
    restarts: int
    chance: np.random.Generator = field(default_factory=lambda: np.random.default_rng(1))

    def strike(self, machines: Machines, row: Row, whole: int, tiles: int) -> bool:
        """Kill what is due; whether it was the scheduler."""
        working = machines.worker_processes()
        due = (row.workers_killed + 1) * tiles // (self.kills + 2)
        if working and row.workers_killed < self.kills and whole >= due:
            os.kill(int(self.chance.choice(working)), signal.SIGKILL)
            row.workers_killed += 1
        if row.schedulers_killed < self.restarts and whole >= tiles // 2 and machines.scheduler is not None:
            machines.scheduler.kill()
            machines.scheduler.wait()
            row.schedulers_killed += 1
            return True
        return False


def on_workers(
    way: str, memories: list[str], tiles: list[Path], out: Path, attack: Attack, kind: str, mode: str
) -> Row:
    """Fill all tiles on workers, of which some die, under a scheduler that may die; timed once they have started."""
    from distributed import Client

    row, machines = Row(way, len(memories)), Machines(memories, out.parent)
    start = started_s = 0.0
    try:
        for _ in range(TRIES):
            left = [tile for tile in tiles if not done(out / tile.name, kind)]
            if not left:
                break
            machines.start()
            client = Client(machines.address, timeout=60, set_as_default=False)
            try:
                client.wait_for_workers(len(memories), timeout=120)
                if not start:
                    machines.worker_processes()
                    start, started_s = time.monotonic(), sum(machines.busy_s.values())
                futures = [client.submit(fill_tile, str(tile), str(out / tile.name), kind, mode, pure=False, retries=5)
                           for tile in left]  # fmt: skip
                while any(not future.done() for future in futures):
                    time.sleep(0.3)
                    whole = sum(done(out / tile.name, kind) for tile in tiles)
                    if attack.strike(machines, row, whole, len(tiles)):
                        break
                if failed := [future for future in futures if future.status == "error"]:
                    raise SystemExit(f"a tile has failed: {failed[0].exception()!r}")
            finally:
                client.close(timeout=5)
        row.seconds = round(time.monotonic() - start, 1)
    finally:
        machines.end()
    row.processor_seconds = round(sum(machines.busy_s.values()) - started_s, 1)
    row.peak_mib = round(max(machines.peak_kib.values(), default=0) / 1024)
    return row


def alone(fill: Callable[[Path], object], tiles: list[Path]) -> Row:
    """Fill all tiles in this process, without Dask."""
    row, start, busy = Row("one process", 0), time.monotonic(), time.process_time()
    for tile in tiles:
        fill(tile)
    row.seconds = round(time.monotonic() - start, 1)
    row.processor_seconds = round(time.process_time() - busy, 1)
    row.peak_mib = round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    return row


def table(rows: list[Row], tiles: int) -> str:
    """Rows in Markdown."""
    lines = [
        "| way | workers | seconds | tiles a minute | processor time a tile | peak memory of one | workers killed "
        "| schedulers killed | missing | different |",
        "|" + "---|" * 10,
    ]
    lines += [
        f"| {row.way} | {row.workers or '-'} | {row.seconds:.0f} | {60 * tiles / row.seconds:.1f} "
        f"| {row.processor_seconds / tiles:.2f} s | {row.peak_mib} MiB | {row.workers_killed} "
        f"| {row.schedulers_killed} | {row.missing} | {row.different} |"
        for row in rows
    ]
    return "\n".join(lines)


def main() -> None:
    """Make tiles, fill them in every way, compare."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("work", type=Path)
    parser.add_argument("--tiles", type=int, default=100)
    parser.add_argument("--side", type=int, default=256, help="px")
    parser.add_argument("--kind", choices=("scene", "series"), default="scene")
    parser.add_argument("--mode", choices=("classical", "mt"), default="classical")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--memory", default="2GiB", help="of a worker")
    parser.add_argument("--half", default="1GiB", help="of the one that has less, where workers are killed")
    parser.add_argument("--kills", type=int, default=3, help="workers that are killed")
    wanted = parser.parse_args()
    # schedulers and workers that die are what is wanted
    logging.disable()
    work, kind, mode = wanted.work.resolve(), wanted.kind, wanted.mode
    shutil.rmtree(work / "filled", ignore_errors=True)
    shutil.rmtree(work / "tiles", ignore_errors=True)
    tiles = [work / "tiles" / f"tile_{number:03}" for number in range(wanted.tiles)]
    for number, tile in enumerate(tiles):
        make_tile(tile, number, wanted.side)
    first = work / "filled" / "one process"
    rows = [alone(lambda tile: fill_tile(str(tile), str(first / tile.name), kind, mode), tiles)]
    full = [wanted.memory] * wanted.workers
    for way, memories, attack in (
        ("Dask", full[:1], Attack(0, 0)),
        ("Dask", full, Attack(0, 0)),
        ("attacked, one with half the memory", [wanted.half, *full[1:]], Attack(wanted.kills, 1)),
    ):
        out = work / "filled" / f"{len(rows)} {way}"
        row = on_workers(way, memories, tiles, out, attack, kind, mode)
        row.missing = sum(not done(out / tile.name, kind) for tile in tiles)
        row.different = sum(rasters(first / tile.name) != rasters(out / tile.name) for tile in tiles)
        rows.append(row)
    print(
        f"{wanted.tiles} tiles of {wanted.side} px, {kind}, {mode}; load {os.getloadavg()[0]:.1f}\n\n"
        + table(rows, len(tiles))
    )
    (work / "check.json").write_text(json.dumps([asdict(row) for row in rows], indent=1) + "\n")
    sys.exit(any(row.missing or row.different for row in rows))


if __name__ == "__main__":
    main()

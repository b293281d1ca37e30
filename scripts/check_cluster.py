"""Whether many scenes, or many series, on Dask workers all finish with the bytes of one process, whatever dies.

    python scripts/check_cluster.py work/cluster --tiles 100
    python scripts/check_cluster.py work/cluster --tiles 12 --kind series

Tiles are made (smooth ground, other dates, a cloud), filled by one process, then by Dask workers of this machine: one
has half the memory of the others, workers are killed (SIGKILL), and half-way the scheduler is killed, with all that
hangs on it, and started again. A tile is a task of its own that runs the engine in its worker, with resume; the driver
hands out again what is not done. Needs the extra `distributed`. Writes check.json; ends with 1 where a tile lacks or
differs.
"""

from __future__ import annotations

import argparse
import json
import logging
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import rasterio
from rasterio.transform import from_origin

from geoinpaint_engine import fill_series, run

DATES = ("2024-04-05", "2024-04-15", "2024-04-25")
NAMES = ("B02", "B03", "B04", "B08")
TRIES = 20  # that the driver begins anew


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
    place, out = Path(folder), Path(output)
    if kind == "series":
        fill_series(place, output=out, mask_suffix="_mask", mode=mode, threads=1, resume=True)
        return output
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
    return output


def rasters(folder: Path) -> dict[str, bytes]:
    """The results of a tile."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*.tif"))}


def done(folder: Path, kind: str) -> bool:
    """Whether a tile is whole: what is written last is there."""
    return (folder / ("collection.json" if kind == "series" else "filled.tif")).exists()


class Machines:
    """A scheduler and workers of this machine, as `dask scheduler` and `dask worker` start them."""

    def __init__(self, workers: int, memory: str, half: str, scratch: Path) -> None:
        self._scratch = scratch
        self._workers, self._memory, self._half = workers, memory, half
        self.scheduler: subprocess.Popen[str] | None = None
        self.nannies: list[subprocess.Popen[str]] = []
        self.address, self.peak_kib = "", {}

    def start(self) -> None:
        """Start them all."""
        self.scheduler = self._dask("scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard")
        lines = self.scheduler.stderr or ()
        self.address = next(found[0] for line in lines if (found := re.findall(r"tcp://[\d.]+:\d+", line)))
        for number in range(self._workers):
            memory = self._half if number == 0 else self._memory
            options = ("--nthreads", "1", "--no-dashboard", "--local-directory", str(self._scratch))
            self.nannies.append(self._dask("worker", self.address, "--memory-limit", memory, *options))

    def _dask(self, *arguments: str) -> subprocess.Popen[str]:
        quiet = {**os.environ, "OMP_NUM_THREADS": "1", "DASK_DISTRIBUTED__LOGGING__DISTRIBUTED": "info"}
        errors = subprocess.PIPE if arguments[0] == "scheduler" else subprocess.DEVNULL
        return subprocess.Popen([sys.executable, "-m", "dask", *arguments], env=quiet, text=True,
                                stdout=subprocess.DEVNULL, stderr=errors)  # fmt: skip

    def worker_processes(self) -> list[int]:
        """The processes that do the work: the children of the nannies."""
        parents, found = {nanny.pid for nanny in self.nannies}, []
        for folder in Path("/proc").glob("[0-9]*"):
            try:
                parent = int((folder / "stat").read_text().rsplit(")", 1)[1].split()[1])
                command = (folder / "cmdline").read_bytes()
                status = (folder / "status").read_text()
            except (OSError, IndexError):  # it has ended meanwhile
                continue
            if parent in parents and b"spawn_main" in command:
                found.append(int(folder.name))
                peak = re.search(r"VmHWM:\s+(\d+)", status)
                self.peak_kib[folder.name] = int(peak.group(1)) if peak else 0
        return found

    def end(self) -> None:
        """End them all, at once."""
        for pid in self.worker_processes():
            os.kill(pid, signal.SIGKILL)
        for process in [*self.nannies, *([self.scheduler] if self.scheduler else [])]:
            process.kill()
            process.wait()
        self.nannies, self.scheduler = [], None


def on_workers(wanted: argparse.Namespace, tiles: list[Path], out: Path, told: dict[str, object]) -> None:
    """Fill all tiles on workers that die, under a scheduler that dies."""
    from distributed import Client

    logging.getLogger("distributed").setLevel(logging.CRITICAL)  # a scheduler that dies is what is wanted
    chance, machines = np.random.default_rng(1), Machines(wanted.workers, wanted.memory, wanted.half, wanted.work)
    kills, restarts = 0, 0
    start = time.monotonic()
    try:
        for _ in range(TRIES):
            left = [tile for tile in tiles if not done(out / tile.name, wanted.kind)]
            if not left:
                break
            machines.start()
            client = Client(machines.address, timeout=10, set_as_default=False)
            try:
                client.wait_for_workers(wanted.workers, timeout=60)
                futures = [client.submit(fill_tile, str(tile), str(out / tile.name), wanted.kind, wanted.mode,
                                         pure=False, retries=5) for tile in left]  # fmt: skip
                while any(not future.done() for future in futures):
                    time.sleep(0.3)
                    working = machines.worker_processes()
                    whole = sum(done(out / tile.name, wanted.kind) for tile in tiles)
                    if working and kills < wanted.kills and whole >= (kills + 1) * len(tiles) // (wanted.kills + 2):
                        os.kill(int(chance.choice(working)), signal.SIGKILL)
                        kills += 1
                    if not restarts and whole >= len(tiles) // 2 and machines.scheduler is not None:
                        machines.scheduler.kill()
                        restarts += 1
                        break
                failed = [future for future in futures if future.status == "error"]
                if failed:
                    raise SystemExit(f"a tile has failed: {failed[0].exception()!r}")
            finally:
                machines.end()
                client.close(timeout=5)
    finally:
        machines.end()
    told |= {"seconds": round(time.monotonic() - start, 1), "workers_killed": kills, "schedulers_killed": restarts,
             "peak_mib_of_a_worker": round(max(machines.peak_kib.values(), default=0) / 1024)}  # fmt: skip


def main() -> None:
    """Make tiles, fill them twice, compare."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("work", type=Path)
    parser.add_argument("--tiles", type=int, default=100)
    parser.add_argument("--side", type=int, default=192, help="px")
    parser.add_argument("--kind", choices=("scene", "series"), default="scene")
    parser.add_argument("--mode", choices=("classical", "mt"), default="classical")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--memory", default="2GiB", help="of a worker")
    parser.add_argument("--half", default="1GiB", help="of the one that has less")
    parser.add_argument("--kills", type=int, default=3, help="workers that are killed")
    wanted = parser.parse_args()
    wanted.work = wanted.work.resolve()
    for name in ("tiles", "alone", "workers"):
        shutil.rmtree(wanted.work / name, ignore_errors=True)
    tiles = [wanted.work / "tiles" / f"tile_{number:03}" for number in range(wanted.tiles)]
    for number, tile in enumerate(tiles):
        make_tile(tile, number, wanted.side)
    start = time.monotonic()
    for tile in tiles:
        fill_tile(str(tile), str(wanted.work / "alone" / tile.name), wanted.kind, wanted.mode)
    told: dict[str, object] = {
        "tiles": wanted.tiles, "kind": wanted.kind, "side": wanted.side, "mode": wanted.mode, "workers": wanted.workers,
        "seconds_alone": round(time.monotonic() - start, 1),
    }  # fmt: skip
    on_workers(wanted, tiles, wanted.work / "workers", told)
    pairs = [(rasters(wanted.work / one / tile.name) for one in ("alone", "workers")) for tile in tiles]
    told["missing"] = sum(not done(wanted.work / "workers" / tile.name, wanted.kind) for tile in tiles)
    told["different"] = sum(ours != theirs for ours, theirs in pairs)
    (wanted.work / "check.json").write_text(json.dumps(told, indent=1) + "\n")
    print(json.dumps(told, indent=1))
    sys.exit(bool(told["missing"] or told["different"]))


if __name__ == "__main__":
    main()

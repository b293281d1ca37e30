"""A whole Sentinel-2 tile, made of the benchmark's scenes, filled and measured: time, memory, linearity, seams.

    python scripts/bench_tile.py make ../shared/data/s2bench work/tile --size 10980
    python scripts/bench_tile.py run work/tile [--mode classical --fill regression] [--preset fast --mode ms-mt]
    python scripts/bench_tile.py sizes ../shared/data/s2bench work/tiles --sizes 2048,4096,6144,8192

`make` writes scene.tif (4 bands, uint16), truth.tif, two references, sar.tif and mask.tif (real cloud shapes over
20 %); `run` fills it in a process of its own and prints wall and CPU seconds and the peak of the resident memory of
each phase, the error, and the gradients across the windows' edges against those inside; `sizes` does both at several
sizes and fits a line through the times.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import rasterio
from rasterio.transform import from_origin

BANDS = ("B02", "B03", "B04", "B08")
PIECE = 512  # px of a piece of the mosaic
SHARE = 0.2  # of the scene is hidden
CLOUD_DN = 9000
PHASES = (("mask", 0.05), ("hold-out", 0.25), ("fit", 0.3), ("fill", 0.9), ("write", 1.0))


# --- making the scene ----------------------------------------------------------------------------------------------


def read_dates(data: Path) -> list[np.ndarray]:
    """Three clear dates of Rome, (4, rows, cols) uint16 each: two references and the scene."""
    folder = data / "ts_rome"
    dates = []
    for name in ("S2_2018-06-25", "S2_2018-07-20", "S2_2018-08-24"):
        with rasterio.open(folder / f"{name}.tif") as src:
            dates.append(src.read([src.descriptions.index(band) + 1 for band in BANDS]))
    return dates


def read_masks(data: Path) -> list[np.ndarray]:
    """Real cloud masks, (rows, cols) bool each."""
    masks = []
    for path in sorted((data / "masks").glob("*.png")):
        with rasterio.open(path) as src:
            masks.append(src.read(1) > 0)
    return masks


def tiled(image: np.ndarray, rows: int, cols: int, row: int, col: int) -> np.ndarray:
    """(bands, rows, cols) of the image mirrored over the whole plane, from (row, col)."""

    def places(start: int, count: int, size: int) -> np.ndarray:
        turned = np.arange(start, start + count) % (2 * size)
        return np.where(turned < size, turned, 2 * size - 1 - turned)

    return image[:, places(row, rows, image.shape[1])[:, None], places(col, cols, image.shape[2])[None, :]]


def mosaic_mask(masks: list[np.ndarray], size: int, seed: int, share: float = SHARE) -> np.ndarray:
    """(size, size) bool: cloud masks enlarged two- to sixfold and laid down until a share is covered."""
    generator = np.random.default_rng(seed)
    hole = np.zeros((size, size), dtype=bool)
    while hole.mean() < share:
        mask = masks[int(generator.integers(len(masks)))]
        scale = int(generator.integers(2, 7))
        mask = np.rot90(mask, int(generator.integers(4))).repeat(scale, 0).repeat(scale, 1)
        row, col = (int(generator.integers(-side // 2, size - side // 2)) for side in mask.shape)
        top, left = max(row, 0), max(col, 0)
        part = mask[top - row : size - row, left - col : size - col]
        part = part[: size - top, : size - left]
        hole[top : top + part.shape[0], left : left + part.shape[1]] |= part
    return hole


def make(data: Path, folder: Path, size: int, *, seed: int = 1) -> None:
    """Writes the scene and its evidence, strip by strip."""
    folder.mkdir(parents=True, exist_ok=True)
    dates, hole = read_dates(data), mosaic_mask(read_masks(data), size, seed)
    generator = np.random.default_rng(seed)
    common = {
        "driver": "GTiff", "height": size, "width": size, "crs": "EPSG:32633", "tiled": True, "blockxsize": 512,
        "blockysize": 512, "compress": "deflate", "zlevel": 1, "transform": from_origin(300_000, 4_700_040, 10, 10),
    }  # fmt: skip
    with rasterio.open(folder / "mask.tif", "w", count=1, dtype="uint8", **common) as out:
        out.write(hole.astype(np.uint8), 1)
    files = {
        name: rasterio.open(folder / f"{name}.tif", "w", count=4, dtype="uint16", predictor=2, **common)
        for name in ("reference_1", "reference_2", "truth", "scene")
    }
    sar_file = rasterio.open(folder / "sar.tif", "w", count=2, dtype="float32", **common)
    for file in files.values():
        file.descriptions = BANDS
    sar_file.descriptions = ("VV", "VH")
    for row in range(0, size, PIECE):
        rows = min(PIECE, size - row)
        window = ((row, row + rows), (0, size))
        # the dates change with the place beside what the land does: a slow wave of 3 % and noise of 10 DN
        wave = 1 + 0.03 * np.sin((np.arange(size) + row) / 900.0)
        for name, image in zip(("reference_1", "reference_2", "truth"), dates, strict=True):
            piece = tiled(image, rows, size, row + 77, 133) * (wave if name == "truth" else 1.0)
            piece = (piece + 10 * generator.standard_normal((4, rows, size), dtype=np.float32)).clip(1, 20_000)
            piece = piece.astype(np.uint16)
            files[name].write(piece, window=window)
        files["scene"].write(np.where(hole[row : row + rows], np.uint16(CLOUD_DN), piece), window=window)
        power = 0.02 + 0.2 * (piece[[2, 3]] / 4000.0)
        speckle = generator.gamma(4.0, 0.25, power.shape)
        sar_file.write((10 * np.log10(power * speckle)).astype(np.float32), window=window)
    for file in (*files.values(), sar_file):
        file.close()


# --- running -------------------------------------------------------------------------------------------------------


def resident(pid: int) -> int:
    """Bytes in memory of a process and its children."""
    total = 0
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            fields = (folder / "stat").read_text().rpartition(")")[2].split()
            if pid in (int(folder.name), int(fields[1])):
                total += int((folder / "statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
        except (OSError, ValueError):
            continue
    return total


def cpu_seconds(pid: int) -> float:
    """Seconds of processor time of a process, its threads included."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def run(folder: Path, options: list[str]) -> dict:
    """Fills the scene; returns the figures of each phase and of the whole."""
    references = [x for n in (1, 2) for x in ("--reference", str(folder / f"reference_{n}.tif"))]
    command = [
        sys.executable, "-m", "geoinpaint_engine", "inpaint", str(folder / "scene.tif"), "--mask",
        str(folder / "mask.tif"), *references, "--sar", str(folder / "sar.tif"), "-o", str(folder / "filled.tif"),
        "--json", *options,
    ]  # fmt: skip
    return measured(command, PHASES)


def measured(command: list[str], parts: Sequence[tuple[str, float]], *, until: float = 1.0) -> dict:
    """Runs the engine with `--json`; returns wall and CPU seconds and memory of each phase and of the whole.

    Args:
        command: the program and its arguments.
        parts: names of the phases, and the progress at which each ends; those of one name are summed up.
        until: progress beyond which the run is stopped.
    """
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    state: dict[str, Any] = {"phase": "start", "result": None, "error": None, "stopped": False}

    def listen() -> None:
        for line in process.stdout or ():
            event = json.loads(line)
            if event["event"] == "progress":
                state["phase"] = next((name for name, end in parts if event["fraction"] < end), parts[-1][0])
                if event["fraction"] > until:
                    state["stopped"] = True
                    process.terminate()
            elif event["event"] in ("result", "error"):
                state[event["event"]] = event

    threading.Thread(target=listen, daemon=True).start()
    phases: dict[str, dict[str, float]] = {}
    began = last = time.monotonic()
    used = 0.0
    while process.poll() is None:
        try:
            memory, cpu = resident(process.pid), cpu_seconds(process.pid)
        except OSError:
            break
        now = time.monotonic()
        phase = phases.setdefault(str(state["phase"]), {"wall": 0.0, "cpu": 0.0, "peak_gib": 0.0})
        phase["wall"] += now - last
        phase["cpu"] += cpu - used
        phase["peak_gib"] = max(phase["peak_gib"], memory / 2**30)
        last, used = now, cpu
        time.sleep(0.5)  # more often costs the run more than it tells
    process.wait()
    if process.returncode and not state["stopped"]:
        raise SystemExit(f"the run failed: {state['error']}")
    total = {"wall": time.monotonic() - began, "cpu": used, "peak_gib": max(p["peak_gib"] for p in phases.values())}
    return {"phases": phases, "total": total, "figures": (state["result"] or {}).get("figures", {})}


def show(made: dict) -> None:
    """Prints the figures of `run`."""
    for name, phase in (*made["phases"].items(), ("total", made["total"])):
        print(f"{name:>9}: {phase['wall']:8.1f} s wall {phase['cpu']:8.1f} s CPU {phase['peak_gib']:6.2f} GiB")


# --- what came of it -----------------------------------------------------------------------------------------------


def strips(folder: Path) -> Iterator[tuple[int, np.ndarray, np.ndarray, np.ndarray, np.ndarray]]:
    """(first row, filled, truth, scene, hole) of strips of rows that share one row with the next."""
    with (
        rasterio.open(folder / "filled.tif") as filled, rasterio.open(folder / "truth.tif") as truth,
        rasterio.open(folder / "scene.tif") as scene, rasterio.open(folder / "mask.tif") as mask,
    ):  # fmt: skip
        for row in range(0, filled.height, PIECE):
            window = ((row, min(row + PIECE + 1, filled.height)), (0, filled.width))
            yield row, *(src.read(window=window) for src in (filled, truth, scene)), mask.read(1, window=window) > 0


def check(folder: Path, tile: int) -> dict[str, float]:
    """The error in the hole, whether all else is the scene's, and the steps of the error across windows' edges.

    The steps are of filled - truth between neighbouring pixels, both in the hole: across the edges of the windows'
    cores, and everywhere else. A seam would make the former larger.
    """
    squares, count = 0.0, 0
    same = True
    steps: dict[str, list[float]] = {"edge": [0.0, 0], "inside": [0.0, 0]}
    for row, filled, truth, scene, hole in strips(folder):
        error = filled.astype(np.float32) - truth
        own = slice(None, PIECE)
        same &= bool((filled[:, ~hole] == scene[:, ~hole]).all())
        squares += float((error[:, own][:, hole[own]].astype(np.float64) ** 2).sum())
        count += int(hole[own].sum()) * error.shape[0]
        for axis in (0, 1):
            step = np.abs(np.diff(error, axis=axis + 1)).mean(axis=0)
            both = hole[1:] & hole[:-1] if axis == 0 else hole[:, 1:] & hole[:, :-1]
            place = np.arange(step.shape[axis]) + 1 + (row if axis == 0 else 0)
            at_edge = np.broadcast_to(
                (place % tile == 0)[:, None] if axis == 0 else (place % tile == 0)[None], both.shape
            )
            for name, where in (("edge", both & at_edge), ("inside", both & ~at_edge)):
                steps[name][0] += float(step[where].sum(dtype=np.float64))
                steps[name][1] += int(where.sum())
    edge, inside = (steps[name][0] / max(steps[name][1], 1) for name in ("edge", "inside"))
    return {
        "rmse_dn": (squares / max(count, 1)) ** 0.5, "same_outside": float(same), "step_at_edges_dn": edge,
        "step_inside_dn": inside, "ratio": edge / inside,
    }  # fmt: skip


def sizes(data: Path, folder: Path, wanted: list[int], options: list[str], tile: int) -> None:
    """Runs at several sizes and fits a line through CPU seconds over windows."""
    rows = []
    for size in wanted:
        place = folder / str(size)
        if not (place / "sar.tif").exists():
            make(data, place, size)
        made = run(place, options)
        windows = made["figures"]["windows"]
        rows.append((windows, made["total"]["cpu"]))
        print(
            f"{size:6} px {windows:5} windows {made['total']['wall']:8.1f} s wall {made['total']['cpu']:8.1f} s CPU "
            f"{made['total']['cpu'] / windows:7.3f} s a window {made['total']['peak_gib']:6.2f} GiB "
            f"seam {check(place, tile)['ratio']:.3f}", flush=True,
        )  # fmt: skip
    windows, seconds = np.array(rows, dtype=float).T
    slope, offset = np.polyfit(windows, seconds, 1)
    left = seconds - (slope * windows + offset)
    print(f"line: {slope:.3f} s a window + {offset:.1f} s, r2 {1 - left.var() / seconds.var():.4f}")


def main() -> None:
    """See the head of this file; options that are not listed go to `geoinpaint inpaint`."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("what", choices=("make", "run", "check", "sizes"))
    parser.add_argument(
        "places", nargs="+", type=Path, help="make, sizes: data and work folder; run, check: work folder"
    )
    parser.add_argument("--size", type=int, default=10_980)
    parser.add_argument("--sizes", default="2048,3072,4096,6144")
    parser.add_argument("--window", type=int, default=768, help="side of the method's windows, for the seams")
    parser.add_argument("--mode", default="classical")
    arguments, options = parser.parse_known_args()
    options = ["--mode", arguments.mode, *options]
    if arguments.what == "make":
        make(*arguments.places, arguments.size)
    elif arguments.what == "sizes":
        sizes(*arguments.places, [int(size) for size in arguments.sizes.split(",")], options, arguments.window)
    else:
        if arguments.what == "run":
            made = run(arguments.places[0], options)
            show(made)
            print(json.dumps(made["figures"]))
        print(json.dumps(check(arguments.places[0], arguments.window)))


if __name__ == "__main__":
    main()

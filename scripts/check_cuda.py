"""Whether the engine computes on this machine's GPU what it computes on the CPU, and how fast, in three minutes.

    python scripts/check_cuda.py [--json FILE]      on a machine with an NVIDIA GPU
    python scripts/check_cuda.py --device cpu       a rehearsal without one, in a few steps

Needs no data. Exits with 1 where a figure is not as it should be. Modes: the six of the paper preset are fitted with
several seeds on the GPU and with one on the CPU, whose error in the hole must lie within the GPU's spread; a trained
model's fill must be the CPU's; the command line fills a raster in several windows, by itself and by two workers, to the
same values. Times are of mode mt with four bands and one reference (8 channels).
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess  # nosec B404 # the engine's own command line, called by lists
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path

from geoinpaint_engine.cli.bootstrap import set_up_libraries

set_up_libraries()  # before they are loaded

import numpy as np  # noqa: E402
import rasterio  # noqa: E402
import torch  # noqa: E402
from affine import Affine  # noqa: E402

from geoinpaint_engine.methods.base import Context  # noqa: E402
from geoinpaint_engine.methods.dip.fit import DipOptions  # noqa: E402
from geoinpaint_engine.methods.dip.method import DipMethod  # noqa: E402
from geoinpaint_engine.methods.dip.optim.loop import LoopOptions  # noqa: E402
from geoinpaint_engine.methods.dip.precision import step_seconds  # noqa: E402
from geoinpaint_engine.methods.dip.stacks import MODES  # noqa: E402
from geoinpaint_engine.methods.network.inference import open_model  # noqa: E402
from geoinpaint_engine.raster.chip import Chip, ReferenceChip, SarChip  # noqa: E402
from geoinpaint_engine.raster.grid import Grid, Window  # noqa: E402

BANDS = ("B02", "B03", "B04", "B08")
MODEL, MODEL_BANDS = "rgb-task", ("B04", "B03", "B02")
SIDE, SMALL = 256, 128
PAPER_STEPS = 4000
SEEDS = 4
SIGMAS = 4.0  # the CPU's error may be so many standard deviations of the GPU's seeds away from their mean


@dataclass
class Table:
    """The rows so far; printed as they come."""

    rows: list[dict] = field(default_factory=list)

    def add(self, name: str, value: str, *, good: bool | None = None, **figures: float | bool | str) -> None:
        """One row; `good` is whether it is as it should be, None where it is a figure without a bound."""
        self.rows.append({"name": name, "good": good, **figures})
        print(f"{name:44} {value:58} {'' if good is None else 'ok' if good else 'NOT AS IT SHOULD BE'}", flush=True)

    @property
    def good(self) -> bool:
        """Whether nothing is wrong."""
        return all(row["good"] is not False for row in self.rows)


class ArraySource:
    """A chip source of one chip in memory."""

    def __init__(self, chip: Chip, names: tuple[str, ...] = BANDS) -> None:
        self._chip, self.band_names = chip, names
        self.grid = Grid(None, Affine.identity(), *chip.shape)

    def chip(self, window: Window, *, hidden: bool = False) -> Chip:
        """The chip, whatever the window."""
        return self._chip


def make_chip(side: int, bands: int = len(BANDS)) -> tuple[Chip, np.ndarray]:
    """A chip of fields with a hole, one reference and SAR, and its truth (bands, side, side) in DN."""
    rng = np.random.default_rng(0)
    rows, cols = np.mgrid[:side, :side] / side
    parcels = np.kron(rng.uniform(400, 2600, (bands, 8, 8)), np.ones((side // 8, side // 8)))
    truth = (parcels + 300 * np.sin(40 * rows) * np.cos(31 * cols)).astype(np.float32)
    hole = np.hypot(rows - 0.5, cols - 0.45) < 0.22
    earlier = (0.85 * truth + rng.normal(0, 40, truth.shape) + 120).astype(np.float32)
    sar = (np.stack([truth[0], truth[-1]]) / 200 - np.array([22.0, 29.0])[:, None, None]).astype(np.float32)
    everywhere = np.ones_like(hole)
    chip = Chip(
        Window(0, 0, side, side), np.where(hole, 9000, truth).astype(np.float32), ~hole, hole,
        (ReferenceChip(earlier, everywhere, tuple(range(bands))),), SarChip(sar, everywhere),
    )  # fmt: skip
    return chip, truth


def told(code: str, message: str) -> None:
    """A warning of the engine, printed."""
    print(f"{code}: {message}")


def fitted(mode: str, chip: Chip, *, device: str, steps: int, seed: int = 0, windows: int = 1) -> DipMethod:
    """The paper preset, ready to fill."""
    method = DipMethod(mode, options=DipOptions(LoopOptions(steps=steps, every=10)), device=device, seed=seed)
    method.fit(ArraySource(chip), Context(windows=[chip.window] * windows, warn=told))
    return method


def hole_error(job: tuple[str, str, int, int]) -> float:
    """RMSE in DN in the hole of (mode, device, steps, seed); a process of its own runs it on the CPU."""
    mode, device, steps, seed = job
    if device == "cpu":
        torch.set_num_threads(1)
    chip, truth = make_chip(SMALL)
    fill = fitted(mode, chip, device=device, steps=steps, seed=seed).fill(chip)
    return float(np.sqrt(np.mean((fill - truth)[:, chip.hole] ** 2)))


def check_modes(table: Table, device: str, steps: int, seeds: int) -> None:
    """A row for each of the paper's modes."""
    jobs = [(mode, "cpu", steps, 0) for mode in MODES]
    workers = max(1, min(len(jobs), (os.cpu_count() or 2) - 1))
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        on_cpu = pool.map(hole_error, jobs)
        on_gpu = {mode: [hole_error((mode, device, steps, seed)) for seed in range(seeds)] for mode in MODES}
        for mode, cpu in zip(MODES, on_cpu, strict=True):
            mean = statistics.mean(on_gpu[mode])
            spread = statistics.stdev(on_gpu[mode]) if seeds > 1 else mean
            table.add(
                f"mode {mode}, {steps} steps, {SMALL} px",
                f"hole RMSE {mean:.0f} +- {spread:.0f} DN, CPU {cpu:.0f}",
                good=abs(cpu - mean) <= SIGMAS * spread + 0.02 * mean, mean=mean, spread=spread, cpu=cpu,
            )  # fmt: skip


def check_model(table: Table, device: str) -> None:
    """A row for mode model."""
    chip, truth = make_chip(SIDE, len(MODEL_BANDS))
    fills = {}
    for where in ("cpu", device):
        method = open_model(
            MODEL, band_names=MODEL_BANDS, dtype="uint16", device=where, warn=lambda code, message: None
        )
        method.fit(ArraySource(chip, MODEL_BANDS), Context(windows=[chip.window]))
        fills[where] = method.fill(chip)[:, chip.hole]
    off = float(np.sqrt(np.mean((fills[device] - fills["cpu"]) ** 2)))
    error = float(np.sqrt(np.mean((fills["cpu"] - truth[:, chip.hole]) ** 2)))
    table.add(
        f"mode model, {MODEL}, {SIDE} px", f"{off:.2f} DN from the CPU's fill, whose error is {error:.0f}",
        good=off <= 0.02 * error, off=off, error=error,
    )  # fmt: skip


def write_rasters(folder: Path, side: int) -> list[str]:
    """The chip as GeoTIFFs; the arguments of the command line that name them."""
    chip, _ = make_chip(side)
    profile = {"driver": "GTiff", "width": side, "height": side, "crs": "EPSG:32633",
               "transform": Affine(10, 0, 500000, 0, -10, 4600000)}  # fmt: skip
    layers = {"scene": chip.scene, "reference": chip.references[0].data, "mask": chip.hole[None]}
    for name, values in layers.items():
        values = values.astype(np.uint8 if name == "mask" else np.uint16)
        with rasterio.open(folder / f"{name}.tif", "w", count=len(values), dtype=values.dtype, **profile) as file:
            file.write(values)
            file.descriptions = BANDS if len(values) > 1 else ("mask",)
    scene, mask, reference = (str(folder / f"{name}.tif") for name in ("scene", "mask", "reference"))
    return [scene, "--mask", mask, "--reference", reference]


def check_command_line(table: Table, device: str, side: int, steps: int) -> None:
    """Rows of a raster filled in several windows by the command line, alone and by two workers."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        command = [sys.executable, "-m", "geoinpaint_engine", "inpaint", *write_rasters(folder, side),
                   "--mode", "mt", "--preset", "paper", "--device", device, "--steps", str(steps)]  # fmt: skip
        fills, seconds = [], []
        for extra in ([], ["--workers", "2"]):
            result, started = folder / f"result{len(extra)}.tif", time.perf_counter()
            run = subprocess.run([*command, *extra, "-o", str(result)], capture_output=True, text=True)  # nosec B603 # a list, no shell
            seconds.append(time.perf_counter() - started)
            if run.returncode:
                said = (run.stderr.strip().splitlines() or [f"ended with {run.returncode}"])[-1]
                table.add(f"command line{' '.join(['', *extra])}", said, good=False)
                return
            with rasterio.open(result) as file:
                fills.append(file.read())
    table.add(f"command line, {side} px, {steps} steps", f"{seconds[0]:.1f} s", seconds=seconds[0])
    table.add(
        "the same with two workers", f"{seconds[1]:.1f} s, {np.count_nonzero(fills[0] != fills[1])} values differ",
        good=np.array_equal(*fills), seconds=seconds[1],
    )  # fmt: skip


def time_steps(table: Table, device: torch.device, sides: tuple[int, ...], steps: int) -> None:
    """Rows of step times: one by one and recorded, in float32 and bfloat16."""
    for side in sides:
        for recorded in (False, True):
            for precision in ("fp32", "bf16"):
                if device.type == "cuda":
                    torch.cuda.empty_cache()
                    torch.cuda.reset_peak_memory_stats(device)
                count = max(1, steps * SIDE // side)
                ms = step_seconds(device, (side, side), precision, recorded=recorded, steps=count) * 1e3
                held = torch.cuda.max_memory_allocated(device) / 2**20 if device.type == "cuda" else 0.0
                table.add(
                    f"step, {side} px, {'graph' if recorded else 'eager'}, {precision}",
                    f"{ms:.2f} ms, {held:.0f} MiB",
                    ms=ms,
                    mib=held,
                )


def filled(chip: Chip, device: str, *, steps: int, windows: int = 1) -> tuple[list[np.ndarray], float, DipMethod]:
    """So many windows of the same chip, as many at a time as the device takes; seconds; and the method."""
    started = time.perf_counter()
    method = fitted("mt", chip, device=device, steps=steps, windows=windows)
    context = Context(windows=[chip.window] * windows, warn=told)
    with ThreadPoolExecutor(min(method.at_once(context.windows, 1), windows)) as pool:
        fills = list(pool.map(method.fill, [chip] * windows, [context] * windows))
    return fills, time.perf_counter() - started, method


def time_chips(table: Table, device: str, side: int, steps: tuple[int, int], most: int) -> None:
    """Rows of whole chips: alone, and as many as the card takes at a time; company must not change a byte.

    Seconds of the paper's steps are taken along the line through those of two shorter runs, so that the time a run
    needs before its first step counts once.
    """
    chip, _ = make_chip(side)
    short, long = steps
    on_card = device.startswith("cuda")
    filled(chip, device, steps=2)  # the first run of all loads libraries

    def paper_seconds(seconds: list[float]) -> float:
        return seconds[1] + (seconds[1] - seconds[0]) / (long - short) * (PAPER_STEPS - long)

    measured = f"measured: {short} and {long} steps"
    runs = [filled(chip, device, steps=count) for count in steps]
    alone, seconds = runs[0][0][0], paper_seconds([run[1] for run in runs])
    name = f"chip, {side} px, {PAPER_STEPS} steps"
    table.add(f"{name}, alone", f"{seconds:.1f} s ({measured})", seconds=seconds)
    again = filled(chip, device, steps=short)[0][0]
    table.add(f"chip, {side} px, {short} steps, again", "the same bytes", good=np.array_equal(alone, again))
    at_once = min(fitted("mt", chip, device=device, steps=short).at_once([chip.window] * most, 1), most)
    if on_card:
        torch.cuda.empty_cache()
        torch.cuda.reset_peak_memory_stats()
    runs = [filled(chip, device, steps=count, windows=at_once) for count in steps]
    seconds = paper_seconds([run[1] for run in runs]) / at_once
    held = torch.cuda.max_memory_reserved() / 2**20 if on_card else 0.0
    table.add(
        f"{name}, {at_once} at a time",
        f"{seconds:.2f} s each ({measured}), {held:.0f} MiB",
        seconds=seconds,
        mib=held,
        at_once=at_once,
        precision=runs[1][2].options.precision,
    )
    same = all(np.array_equal(alone, fill) for fill in runs[0][0])
    table.add(f"chip, {side} px, in company and alone", "the same bytes", good=same)


def main() -> None:
    """Fill the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--device", default="cuda", help="cuda, cuda:1, or cpu for a rehearsal")
    parser.add_argument("--json", type=Path, help="file for the figures")
    options = parser.parse_args()
    on_card = options.device != "cpu"
    if on_card and not torch.cuda.is_available():
        sys.exit(f"torch {torch.__version__} finds no GPU here. Install a CUDA build of it, or rehearse: --device cpu.")
    table, device, started = Table(), torch.device(options.device), time.monotonic()
    card = torch.cuda.get_device_name(device) if on_card else "no GPU: a rehearsal on the CPU"
    table.add("card", f"{card}, torch {torch.__version__}", card=card, torch=torch.__version__)
    time_steps(table, device, (SIDE, 2 * SIDE, 4 * SIDE) if on_card else (SMALL,), 60 if on_card else 1)
    if on_card:
        time_chips(table, options.device, SIDE, (200, 1000), 64)
        time_chips(table, options.device, 2 * SIDE, (50, 200), 16)
        time_chips(table, options.device, 4 * SIDE, (50, 200), 4)
    else:
        time_chips(table, options.device, SMALL, (2, 3), 1)
    check_modes(table, options.device, 150 if on_card else 3, SEEDS if on_card else 1)
    check_model(table, options.device)
    check_command_line(table, options.device, *((2 * SIDE, 200) if on_card else (SIDE + SMALL, 2)))
    seconds = time.monotonic() - started
    table.add("all of this", f"{seconds:.0f} s", seconds=seconds)
    if options.json:
        options.json.write_text(json.dumps(table.rows, indent=1) + "\n", encoding="utf-8")
    sys.exit(not table.good)


if __name__ == "__main__":
    main()

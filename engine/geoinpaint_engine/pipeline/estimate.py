"""The estimate of a run's duration, from what its steps were measured to take on one processor core."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from geoinpaint_engine.job import Job, measures_holdout
from geoinpaint_engine.pipeline import contamination_cells
from geoinpaint_engine.raster.windows import FillWindow

# Seconds on one core (docs/performance.md; rgb-task: docs/task-driven.md): from the start to the first pixel; a million
# pixels to fill; a million pixels of the scene or of one of its dates to screen for cloud, pixel by pixel and in cells;
# a million pixels of the scene to write; the fast preset's fit to one image of evidence, to so many megapixels at most.
START_S = 2.0
PER_MEGAPIXEL_S = {"classical": 15.0, "fast": 7.0, "ms": 22.0, "basic": 70.0, "model": 40.0}
SCREENED_S, SCREENED_IN_CELLS_S, WRITTEN_S = 1.2, 0.27, 0.5
FITTED_S, FITTED_MEGAPIXELS = 2.0, 0.25
HIDDEN, MOST_HIDDEN = 1.3, 3.1  # hidden pixels that are filled as a share of the hole, and in megapixels at most
STEP_S, STEP_PIXELS = 0.195, 256 * 256  # of a network: a step, for so many pixels (docs/paper-preset.md)


@dataclass(frozen=True)
class Extent:
    """How much there is to do.

    Args:
        pixels: of the scene.
        hole: pixels to be filled.
        dates: number of references.
        radar: whether there is Sentinel-1.
    """

    pixels: int
    hole: int
    dates: int
    radar: bool


def seconds_of(job: Job, extent: Extent, *, windows: int, threads: int) -> float:
    """Estimated duration of a whole run in seconds, of any method that is not fitted step by step.

    Args:
        job: the job.
        extent: how much there is to do.
        windows: number of windows.
        threads: number of threads; they fill windows side by side, one each.
    """
    hole, whole = extent.hole / 1e6, extent.pixels / 1e6
    hidden = min(HIDDEN * hole, MOST_HIDDEN) if measures_holdout(job) else 0.0
    core_seconds = PER_MEGAPIXEL_S[_kind(job)] * (hole + hidden) + WRITTEN_S * whole + _screening_s(extent)
    if _kind(job) in ("fast", "ms"):
        core_seconds += FITTED_S * (extent.dates + extent.radar) * min(whole / FITTED_MEGAPIXELS, 1.0)
    return _wall_seconds(core_seconds, windows, threads)


def seconds_of_steps(steps: int, plan: Sequence[FillWindow], *, threads: int) -> float:
    """Estimated duration in seconds of a run that fits so many steps to each window of a plan."""
    pixels = sum(window.read.area for window in plan if not window.lacks_clear)
    return _wall_seconds(steps * STEP_S * pixels / STEP_PIXELS, len(plan), threads)


def _wall_seconds(core_seconds: float, windows: int, threads: int) -> float:
    """Duration on so many threads, start included; a thread without a window of its own is of no use."""
    return round(START_S + core_seconds / max(1, min(threads, windows)), 1)


def _kind(job: Job) -> str:
    """The key of the job's method in PER_MEGAPIXEL_S."""
    mode = job.mode.removesuffix("-r")
    return mode if mode in PER_MEGAPIXEL_S else "fast"


def _screening_s(extent: Extent) -> float:
    """Seconds that screening the scene and its dates for cloud takes; 0 without dates."""
    if not extent.dates:
        return 0.0
    in_cells = extent.dates > 1 and extent.pixels > contamination_cells.LARGE
    return (SCREENED_IN_CELLS_S if in_cells else SCREENED_S) * extent.pixels / 1e6 * (1 + extent.dates)

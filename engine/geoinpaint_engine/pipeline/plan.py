"""The plan of a run: its method, its windows, and an estimate of its duration."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from geoinpaint_engine.errors import UsageError
from geoinpaint_engine.job import Job, evidence_of
from geoinpaint_engine.methods.base import Method
from geoinpaint_engine.methods.registry import choose_fallback, choose_method
from geoinpaint_engine.pipeline.estimate import Extent, seconds_of, seconds_of_steps
from geoinpaint_engine.pipeline.holdout_run import WINDOWS
from geoinpaint_engine.pipeline.opening import Inputs
from geoinpaint_engine.pipeline.unshown import unshown_share, warn_of_unshown
from geoinpaint_engine.raster.area import Area
from geoinpaint_engine.raster.mask_stats import MaskStats
from geoinpaint_engine.raster.masks import HoleMask
from geoinpaint_engine.raster.scene import Scene, Warn
from geoinpaint_engine.raster.source import JobSource
from geoinpaint_engine.raster.windows import LARGEST, FillWindow, plan_windows, spread, with_clear_ground

FEW_CLEAR = 100  # clear pixels below which a fill from the scene alone is hardly more than their mean


@dataclass(frozen=True)
class Plan:
    """Which windows are filled, and by what.

    Args:
        method: fills them.
        fallback: fills those that have too little clear ground, or None.
        windows: those that touch the hole.
        overlap: px by which neighbouring windows overlap.
        stats: of the mask, in the job's area.
        unshown: about which share of the hole no other date shows, 0 to 1; 0 without other dates.
        figures: for the event `started`.
    """

    method: Method
    fallback: Method | None
    windows: list[FillWindow]
    overlap: int
    stats: MaskStats
    unshown: float
    figures: dict[str, Any]


def make_plan(job: Job, inputs: Inputs, *, threads: int, warn: Warn) -> Plan:
    """The plan of a job.

    Raises:
        UsageError: `extent-without-hole`, `area-without-hole`; and what choosing the method raises.
    """
    method = choose_method(job, inputs.scene, warn=warn)
    windows, overlap = windows_of(method, inputs.scene, inputs.mask, inputs.area, tile=job.tile)
    if not windows:
        raise _no_hole_error(job)
    stats = inputs.mask.stats_in(inputs.area)
    _warn_of_few_clear(inputs, warn=warn)
    cores = [window.core for window in spread(windows, WINDOWS)]
    unshown = unshown_share(inputs.source, cores, inputs.area) if inputs.source.references else 0.0
    figures = plan_figures(job, method, inputs, stats, windows, threads=threads)
    if inputs.source.references and evidence_of(job).references:
        figures["unshown_share"] = round(unshown, 4)
        warn_of_unshown(unshown, sar=inputs.source.sar is not None, warn=warn)
    fallback = _fallback(method, inputs.source, windows, warn=warn)
    return Plan(method, fallback, windows, overlap, stats, unshown, figures)


def _warn_of_few_clear(inputs: Inputs, *, warn: Warn) -> None:
    """Warns where a scene without other evidence has hardly any clear pixels: `few-clear-pixels`."""
    stats, source = inputs.mask.stats, inputs.source
    if source.references or source.sar is not None or stats.clear_pixels >= min(FEW_CLEAR, stats.hole_pixels):
        return
    warn(
        "few-clear-pixels",
        f"{stats.hole_pixels:,} px are filled from {stats.clear_pixels:,} px of clear ground alone: expect hardly more "
        "than their mean, or give another date or a larger part of the scene.",
    )


def _no_hole_error(job: Job) -> UsageError:
    """The error of an extent or an area that holds no hole."""
    code, name = ("extent-without-hole", "extent") if job.area is None else ("area-without-hole", "area")
    return UsageError(code, f"No pixel of the mask lies in the {name}.", f"Choose another {name}, or leave it out.")


def _fallback(method: Method, source: JobSource, windows: Sequence[FillWindow], *, warn: Warn) -> Method | None:
    """The method for windows without enough clear ground; None where there are none, or the main method copes."""
    lacking = sum(window.lacks_clear for window in windows)
    if not lacking or method.fills_without_clear:
        return None
    fallback = choose_fallback(source)
    warn(
        "window-starved",
        f"{lacking} of {len(windows)} windows have under 10 % clear ground, even grown to {LARGEST} px: they get the "
        f"classical fill {fallback.name} instead.",
    )
    return fallback


def windows_of(
    method: Method, scene: Scene, mask: HoleMask, area: Area | None, *, tile: int | None
) -> tuple[list[FillWindow], int]:
    """The windows that touch the hole, and their overlap in px.

    A scene that fits into one chip is one window. Windows with too little clear ground grow.
    """
    size, bounds = tile or method.tile, scene.grid.window
    overlap = min(method.overlap, size)
    chip = size + overlap + 2 * method.halo
    if max(bounds.shape) <= chip:
        size, overlap = max(bounds.shape), 0
    plan = plan_windows(
        bounds, tile=size, halo=method.halo, overlap=overlap,
        hole_count=lambda window: mask.hole_count(window, area), extent=None if area is None else area.window,
    )  # fmt: skip
    return [with_clear_ground(window, bounds, mask.clear_count, least=method.least_clear) for window in plan], overlap


def mask_figures(stats: MaskStats) -> dict[str, Any]:
    """The mask's statistics, for the events."""
    return {
        "hole_pixels": stats.hole_pixels, "hole_share": round(stats.share, 6), "holes": stats.holes,
        "largest_hole_pixels": stats.largest_hole, "clear_pixels": stats.clear_pixels,
    }  # fmt: skip


def plan_figures(
    job: Job, method: Method, inputs: Inputs, stats: MaskStats, plan: Sequence[FillWindow], *, threads: int
) -> dict[str, Any]:
    """The plan, for the event `started`."""
    device = method.device
    return {
        "mode": job.mode, "method": job.fill or ("regression" if job.mode == "classical" else job.model or job.preset),
        "windows": len(plan), "device": device, "threads": threads, "steps": method.steps,
        "stoppable": method.steps is not None,  # iterative methods have a best result so far
        "seconds": _seconds(job, method, inputs, stats, plan, threads=threads) if device == "cpu" else None,
        **mask_figures(stats),
    }  # fmt: skip


def _seconds(
    job: Job, method: Method, inputs: Inputs, stats: MaskStats, plan: Sequence[FillWindow], *, threads: int
) -> float:
    """Estimated duration of the run in seconds on this many processor cores."""
    if method.steps is not None:
        return seconds_of_steps(method.steps, plan, threads=threads)
    source = inputs.source
    extent = Extent(source.grid.window.area, stats.hole_pixels, len(source.references), source.sar is not None)
    return seconds_of(job, extent, windows=len(plan), threads=threads)

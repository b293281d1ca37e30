"""Fits the method and fills the windows of a plan: the hold-out run, the fit and the fill, resumable."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from contextlib import suppress
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path
from typing import Protocol

import numpy as np
from safetensors import SafetensorError

from geoinpaint_engine.errors import Cancelled, ParentGone
from geoinpaint_engine.events import Control, Reporter
from geoinpaint_engine.methods.base import Context, Method, Nobody, Viewer, none_decide
from geoinpaint_engine.pipeline.holdout_run import HoldoutRun
from geoinpaint_engine.pipeline.journal import Journal
from geoinpaint_engine.pipeline.lighting import change_of, with_shadow_lit
from geoinpaint_engine.pipeline.stages import FILL_END, FIT_END, HOLDOUT_END, MASK_END, QUICK_FIT_END
from geoinpaint_engine.pipeline.step_progress import StepProgress
from geoinpaint_engine.raster.checkpoint import SpacedSyncs, packed, sealed, unpacked, unsealed, write_whole
from geoinpaint_engine.raster.decoded import in_bands
from geoinpaint_engine.raster.fills import FillStore, MemoryFillStore, hole_values
from geoinpaint_engine.raster.grid import Window
from geoinpaint_engine.raster.holes import holes_reaching, sight_of
from geoinpaint_engine.raster.source import JobSource
from geoinpaint_engine.raster.thread_pool import thread_pool
from geoinpaint_engine.raster.windows import FillWindow


@dataclass(frozen=True)
class Filled:
    """The results of a window.

    Args:
        values: the fill's `hole_values`, or None if not wanted.
        deviations: `hole_values` of the method's own standard deviation in DN, or None if not wanted or unavailable.
        notes: the hold-out run's `notes` on the patches in the window.
        lit: `hole_values` of the weight of relit shadow, 0 to 1, or None if shadow is not relit.
    """

    values: np.ndarray | None
    deviations: np.ndarray | None = None
    notes: dict[str, np.ndarray] = field(default_factory=dict)
    lit: np.ndarray | None = None


@dataclass(frozen=True)
class Task:
    """The function applied to each window.

    Args:
        source: reads the chips, with the hold-out patches if these are hidden.
        method: the fitted method.
        context: the method's inputs besides the pixels.
        holdout: the hold-out run whose patches are evaluated, or None.
        hidden: whether the patches count as hole.
        keep: whether the fill is wanted; if not, no more of the hole is filled than the hidden patches need.
        deviations_wanted: whether the method's own standard deviation is wanted.
        fallback: the fitted method for windows with too little clear ground. None: the method fills these too.
    """

    source: JobSource
    method: Method
    context: Context
    holdout: HoldoutRun | None
    hidden: bool
    keep: bool
    deviations_wanted: bool = False
    fallback: Method | None = None

    @property
    def patches_alone(self) -> bool:
        """Whether only the hidden patches are evaluated, and no fill is kept."""
        return self.hidden and not self.keep

    def __call__(self, window: FillWindow) -> Filled:
        """Fills one window; thread-safe."""
        if self.patches_alone and not self._patches(window):
            return Filled(None, None)
        method = self.fallback if window.lacks_clear and self.fallback is not None else self.method
        read = self._read_window(window, method)
        reach = window.reach.intersection(read) or window.reach
        inner = reach.within(read)
        chip = self.source.chip(read, hidden=self.hidden)
        used = np.zeros(chip.shape, dtype=bool)
        used[inner] = self._written(reach)
        chip = replace(chip, used=used)
        nothing = ~(chip.hole | chip.clear) if self.source.mask.fills_nodata else None  # nodata without any evidence
        if method.holes_apart:
            # other holes lie only in the surroundings, and no wanted value depends on theirs
            chip = replace(chip, hole=holes_reaching(chip.hole, inner))
        deviation = None
        if self.deviations_wanted:
            fill, deviation = method.fill_and_deviation(chip, self.context)
        else:
            fill = method.fill(chip, self.context)
        notes = self.holdout.notes(window, chip, fill, deviation) if self.holdout is not None and self.hidden else {}
        if not self.keep:
            return Filled(None, None, notes)
        fill, lit = with_shadow_lit(self.source, fill, read)
        if nothing is not None and nothing.any():
            fill = np.where(nothing, np.float32(np.nan), fill)
            deviation = None if deviation is None else np.where(nothing, np.float32(np.nan), deviation)
        mask, inside = self.source.mask, read.within(window.read)
        deviations = None if deviation is None else hole_values(mask, window, _placed(deviation, inside, window))
        relit = None if lit is None else hole_values(mask, window, _placed(lit[None], inside, window))
        return Filled(hole_values(mask, window, _placed(fill, inside, window)), deviations, notes, relit)

    def _written(self, window: Window) -> np.ndarray:
        """(rows, cols) bool: pixels whose fill is written or evaluated, without contamination beside the mask."""
        if self.patches_alone:
            return self.source.hidden_pixels(window)
        written = self.source.mask.hole(window)
        return written | self.source.hidden_pixels(window) if self.hidden else written

    def _read_window(self, window: FillWindow, method: Method) -> Window:
        """The part of a window that is read: no more than its holes need."""
        if method.sight is None or self.source.mask.fills_nodata:
            return window.read
        if self.patches_alone:
            hole = np.zeros(window.read.shape, dtype=bool)
        else:
            inner = window.reach.within(window.read)
            hole = holes_reaching(self.source.hole(window.read, hidden=self.hidden), inner)
            hole[inner] |= self.source.mask.hole(window.reach)
        for part in self._patches(window):
            hole[part.within(window.read)] = True
        return sight_of(hole, window.read, method.sight)

    def _patches(self, window: FillWindow) -> list[Window]:
        """The parts of the hidden patches that are evaluated in a window."""
        return list(self.holdout.parts(window).values()) if self.holdout is not None and self.hidden else []


def _placed(values: np.ndarray, inside: tuple[slice, slice], window: FillWindow) -> np.ndarray:
    """Pads (bands, rows, cols) of a part of a window's chip to the whole chip, with NaN."""
    if values.shape[1:] == window.read.shape:
        return values
    out = np.full((len(values), *window.read.shape), np.nan, np.float32)
    out[(slice(None), *inside)] = values
    return out


@dataclass(frozen=True)
class Fills:
    """The stored results of a plan's windows.

    Args:
        values: fills in DN.
        deviations: the method's own standard deviations in DN, or None if not wanted or unavailable.
        lit: weight of relit shadow, 0 to 1, or None if shadow is not relit.
    """

    values: FillStore
    deviations: FillStore | None
    lit: FillStore | None = None


Deliver = Callable[[FillWindow, Filled], None]


class Pool(Protocol):
    """Executes a task for many windows, in parallel."""

    def each(self, task: Task, windows: Sequence[FillWindow], *, deliver: Deliver, control: Control) -> None:
        """Runs the task for every window, in any order, and delivers each result; the first failure ends it."""


@dataclass(frozen=True)
class Threads:
    """A pool of threads of this process, each filling a window of its own.

    Args:
        count: number of threads, unless the method asks for another (`Method.at_once`).
    """

    count: int

    def each(self, task: Task, windows: Sequence[FillWindow], *, deliver: Deliver, control: Control) -> None:
        """See `Pool`; delivers from the calling thread only."""
        workers = min(task.method.at_once([window.read for window in windows], self.count), len(windows))
        if workers <= 1:
            for window in windows:
                control.check()
                deliver(window, task(window))
            return
        pending: dict[Future[Filled], FillWindow] = {}
        queue = iter(windows)
        # leave only when running windows have ended: they read the run's files, which are closed afterwards
        with thread_pool(workers, name="window") as submit:
            try:
                while True:
                    # submit at most two windows per worker: bounds memory, and failures surface early
                    for window in islice(queue, 2 * workers - len(pending)):
                        pending[submit(task, window)] = window
                    if not pending:
                        break
                    finished, _ = wait(pending, timeout=0.2, return_when=FIRST_COMPLETED)
                    control.check()
                    for future in finished:
                        deliver(pending.pop(future), future.result())
            except BaseException as error:
                if not isinstance(error, Exception) or isinstance(error, Cancelled | ParentGone):
                    control.cancel()  # running windows end at their next step
                raise


@dataclass
class WindowRunner:
    """Fits a method and fills the windows of a plan, except for what an interrupted run left in the journal.

    If the method itself uses the hold-out patches (`learns_from_holdout`), they stay hidden throughout, and one pass
    yields both the fills and the hold-out errors. For other methods the hold-out run comes first, and the method is
    then fitted again on all clear ground, unless the patches are no loss to it (`fitted_once`).

    Args:
        method: fills the windows.
        fallback: fills those with too little clear ground, or None.
        source: reads the chips.
        windows: the plan's windows.
        holdout: the hold-out run, or None.
        deviations_wanted: whether to store the method's own standard deviations too, if it has any.
        folder: where results are stored; None: in memory.
        pool: executes the windows.
        journal: of a resumable run, or None.
        threads: of the whole run.
        viewer: receives each fill.
        reporter: receives progress and warnings.
        control: requests of the user (cancel, stop).
    """

    method: Method
    fallback: Method | None
    source: JobSource
    windows: Sequence[FillWindow]
    holdout: HoldoutRun | None
    deviations_wanted: bool
    folder: Path | None
    pool: Pool
    journal: Journal | None
    threads: int
    viewer: Viewer
    reporter: Reporter
    control: Control

    def __post_init__(self) -> None:
        self.deviations_wanted &= self.method.tells_deviation
        self._viewed = not isinstance(self.viewer, Nobody)
        self._fills = self._store("fills")
        self._deviations = None
        if self.deviations_wanted:
            self._deviations = self._store("deviations")
        self._lit = None if change_of(self.source) is None else self._store("lit")
        self._notes = _Notes(self.folder / "notes" if self.journal and self.folder else None, self.holdout)
        # one source for both fits, with and without the patches hidden: the second may reuse what the first has learned
        self._fit_source = self.source if self.holdout is None else self.holdout.source

    def _store(self, name: str) -> FillStore:
        if self.folder is None:
            return MemoryFillStore(self.source.mask)
        return FillStore(self.folder / name, self.source.mask, durable=self.journal is not None)

    def run(self) -> Fills:
        """Runs the hold-out, the fit and the fill; returns the fills, stored in the folder or in memory."""
        in_one_pass = self.holdout is not None and self.method.learns_from_holdout
        fit_end, fitted = QUICK_FIT_END, False
        if self.holdout is not None and not in_one_pass:
            windows, fit_end = self.holdout.windows, FIT_END
            fitted = self.fallback is None and self.method.fitted_once(self.source.grid.shape)
            self._fit(self.windows if fitted else windows, hidden=True)
            self._fill(
                windows, hidden=True, keep=False, span=(MASK_END, HOLDOUT_END),
                message="measuring the error on hidden ground",
            )  # fmt: skip
        if not fitted:
            self._fit(self.windows, hidden=in_one_pass)
        self.reporter.progress(fit_end)
        self._fill(self.windows, hidden=in_one_pass, keep=True, span=(fit_end, FILL_END), message="filling")
        return Fills(self._fills, self._deviations, self._lit)

    def _context(self, windows: Sequence[FillWindow], *, hidden: bool) -> Context:
        return Context(
            windows=[window.read for window in windows], hidden=hidden, threads=self.threads, control=self.control,
            viewer=self.viewer, warn=self.reporter.warning,
            deciding=none_decide if self.holdout is None else self.holdout.deciding,
        )  # fmt: skip

    def _fit(self, windows: Sequence[FillWindow], *, hidden: bool) -> None:
        lacking_clear = [window for window in windows if window.lacks_clear and self.fallback is not None]
        regular = [window for window in windows if not window.lacks_clear or self.fallback is None]
        for method, chosen, name in ((self.method, regular, "fit"), (self.fallback, lacking_clear, "fallback")):
            if method is not None and chosen:
                self._fit_one(method, self._context(chosen, hidden=hidden), name=f"{name}_hidden" if hidden else name)

    def _fit_one(self, method: Method, context: Context, *, name: str) -> None:
        """Fits, or restores the fit that an interrupted run stored under `name`."""
        checkpoint = None if self.journal is None else self.journal.checkpoint(name)
        state = None if checkpoint is None else checkpoint.load()
        if state is not None:
            method.restore(state)
            return
        method.fit(self._fit_source, context)
        if checkpoint is not None:
            checkpoint.save(method.state())

    def _fill(
        self, windows: Sequence[FillWindow], *, hidden: bool, keep: bool, span: tuple[float, float], message: str
    ) -> None:
        task = Task(
            self._fit_source, self.method, self._context(windows, hidden=hidden), self.holdout, hidden=hidden,
            keep=keep, deviations_wanted=self.deviations_wanted, fallback=self.fallback,
        )  # fmt: skip
        done = {window for window in windows if self._is_done(window, task)}
        for window in done:
            fill = self._fills.get(window) if keep and self._viewed else None
            if fill is not None:
                self.viewer.show(window.reach, fill)
        start, end = span
        count = len(done)

        def deliver(window: FillWindow, filled: Filled) -> None:
            nonlocal count
            self._keep(window, filled)
            count += 1
            self.reporter.progress(start + (end - start) * count / len(windows), message=message)

        remaining = in_bands((window for window in windows if window not in done), lambda window: window.read)
        if not remaining:
            return
        if self.method.steps is not None:
            resumed_at = start + (end - start) * len(done) / len(windows)
            steps = StepProgress(self.reporter, windows=len(remaining), steps=self.method.steps, span=(resumed_at, end))
            task = replace(task, context=replace(task.context, on_step=steps))
        self.pool.each(task, remaining, deliver=deliver, control=self.control)

    def _is_done(self, window: FillWindow, task: Task) -> bool:
        optional_stores = (self._fills, self._deviations, self._lit) if task.keep else ()
        stores = [store for store in optional_stores if store is not None]
        return all(store.has(window) for store in stores) and self._notes.has(window, task)

    def _keep(self, window: FillWindow, filled: Filled) -> None:
        self._notes.take(window, filled.notes)
        if filled.deviations is not None and self._deviations is not None:
            self._deviations.keep(window, filled.deviations)
        if filled.lit is not None and self._lit is not None:
            self._lit.keep(window, filled.lit)
        if filled.values is not None:
            self._fills.keep(window, filled.values)
            if self._viewed:
                self.viewer.show(window.reach, self._fills.spread(window, filled.values))


class _Notes:
    """Passes the windows' notes to the hold-out run, and stores them, a file per window, if the run is resumable."""

    def __init__(self, folder: Path | None, holdout: HoldoutRun | None) -> None:
        self._folder, self._holdout = folder if holdout is not None else None, holdout
        self._expected = set() if holdout is None else {window.index for window in holdout.windows}
        self._syncs = SpacedSyncs()
        if self._folder is not None:
            self._folder.mkdir(parents=True, exist_ok=True)

    @staticmethod
    def _path(folder: Path, window: FillWindow) -> Path:
        return folder / f"{window.index:07d}.safetensors"

    def has(self, window: FillWindow, task: Task) -> bool:
        """Whether no notes of the window are missing; stored notes of an interrupted run are passed on."""
        if self._holdout is None or not task.hidden or window.index not in self._expected:
            return True
        if self._folder is None:
            return False
        with suppress(OSError, SafetensorError):
            data = unsealed(self._path(self._folder, window))
            if data is None:
                return False
            notes = unpacked(data)
            # an earlier run may have stored notes without the deviations that this one needs
            if task.deviations_wanted and not any(name.startswith("deviation.") for name in notes):
                return False
            self._holdout.take(window, notes)
            return True
        return False

    def take(self, window: FillWindow, notes: Mapping[str, np.ndarray]) -> None:
        """Passes on the notes of a window, and stores them."""
        if self._holdout is None or not notes:
            return
        self._holdout.take(window, notes)
        if self._folder is not None:
            write_whole(self._path(self._folder, window), sealed(packed(notes)), durable=self._syncs.due())

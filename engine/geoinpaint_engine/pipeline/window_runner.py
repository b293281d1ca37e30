"""The work on the windows of a plan: a method tried on hidden ground, fitted, and applied to each."""

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
from geoinpaint_engine.methods.base import Context, Method, Viewer, none_decide
from geoinpaint_engine.pipeline.holdout_run import HoldoutRun
from geoinpaint_engine.pipeline.journal import Journal
from geoinpaint_engine.pipeline.lighting import change_of, with_shadow_lit
from geoinpaint_engine.pipeline.stages import FILL_END, FIT_END, HOLDOUT_END, MASK_END, QUICK_FIT_END
from geoinpaint_engine.pipeline.step_progress import StepProgress
from geoinpaint_engine.raster.checkpoint import packed, sealed, unpacked, unsealed, write_whole
from geoinpaint_engine.raster.decoded import in_bands
from geoinpaint_engine.raster.fills import FillStore, MemoryFillStore, hole_values
from geoinpaint_engine.raster.grid import Window
from geoinpaint_engine.raster.holes import holes_reaching, sight_of
from geoinpaint_engine.raster.source import JobSource
from geoinpaint_engine.raster.thread_pool import thread_pool
from geoinpaint_engine.raster.windows import FillWindow


@dataclass(frozen=True)
class Filled:
    """What came of a window.

    Args:
        values: the fill's `hole_values`, None where they are not wanted.
        deviations: those of the method's own standard deviation, None where it is not wanted or there is none.
        notes: the hold-out run's, of the patches in the window.
        lit: the `hole_values` of by how much shadow was lit, 0 to 1; None where that was not looked for.
    """

    values: np.ndarray | None
    deviations: np.ndarray | None = None
    notes: dict[str, np.ndarray] = field(default_factory=dict)
    lit: np.ndarray | None = None


@dataclass(frozen=True)
class Task:
    """What is done with each window.

    Args:
        source: reads the chips; with the hidden patches where they are hidden.
        method: fitted.
        context: what the method is given beside the pixels.
        holdout: whose patches are noted, or None.
        hidden: whether the patches count as hole.
        keep: whether the fill is wanted; if not, no more of the hole is filled than the hidden patches need.
        deviations_wanted: whether the method's own standard deviation is.
        fallback: fitted; fills the windows that have too little clear ground for the method. None = it fills them too.
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
        """Whether the hidden patches alone are looked at."""
        return self.hidden and not self.keep

    def __call__(self, window: FillWindow) -> Filled:
        """Fill one window; may be called from several threads at once."""
        if self.patches_alone and not self._patches(window):
            return Filled(None, None)
        method = self.fallback if window.lacks_clear and self.fallback is not None else self.method
        seen = self._seen(window, method)
        reach = window.reach.intersection(seen) or window.reach
        inner = reach.within(seen)
        chip = self.source.chip(seen, hidden=self.hidden)
        used = np.zeros(chip.shape, dtype=bool)
        used[inner] = self._written(reach)
        chip = replace(chip, used=used)
        if method.holes_apart:
            # the others lie in the surroundings alone, and no value that is wanted depends on theirs
            chip = replace(chip, hole=holes_reaching(chip.hole, inner))
        deviation = None
        if self.deviations_wanted:
            fill, deviation = method.fill_and_deviation(chip, self.context)
        else:
            fill = method.fill(chip, self.context)
        notes = self.holdout.notes(window, chip, fill, deviation) if self.holdout is not None and self.hidden else {}
        if not self.keep:
            return Filled(None, None, notes)
        fill, lit = with_shadow_lit(self.source, fill, seen)
        mask, inside = self.source.mask, seen.within(window.read)
        deviations = None if deviation is None else hole_values(mask, window, _placed(deviation, inside, window))
        shown = None if lit is None else hole_values(mask, window, _placed(lit[None], inside, window))
        return Filled(hole_values(mask, window, _placed(fill, inside, window)), deviations, notes, shown)

    def _written(self, window: Window) -> np.ndarray:
        """(rows, cols) bool: where a fill is written or looked at: not on cloud beside the mask."""
        if self.patches_alone:
            return self.source.hidden_pixels(window)
        written = self.source.mask.hole(window)
        return written | self.source.hidden_pixels(window) if self.hidden else written

    def _seen(self, window: FillWindow, method: Method) -> Window:
        """What is read of a window: no more than its holes need."""
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
        """The parts of the hidden patches that are noted in a window."""
        return list(self.holdout.parts(window).values()) if self.holdout is not None and self.hidden else []


def _placed(values: np.ndarray, inside: tuple[slice, slice], window: FillWindow) -> np.ndarray:
    """(bands, rows, cols) of a part of a window's chip as of all of it; NaN elsewhere."""
    if values.shape[1:] == window.read.shape:
        return values
    out = np.full((len(values), *window.read.shape), np.nan, np.float32)
    out[(slice(None), *inside)] = values
    return out


@dataclass(frozen=True)
class Fills:
    """The fills of a plan's windows, and the method's own standard deviations of them (None: not wanted, or none).

    `lit` is 0 to 1 by how much shadow was lit; None where that was not looked for.
    """

    values: FillStore
    deviations: FillStore | None
    lit: FillStore | None = None


Deliver = Callable[[FillWindow, Filled], None]


class Pool(Protocol):
    """Those who do the work."""

    def each(self, task: Task, windows: Sequence[FillWindow], *, deliver: Deliver, control: Control) -> None:
        """Do every window, in whatever order, and deliver what came of it; the first failure ends it."""


@dataclass(frozen=True)
class Threads:
    """The threads of this process, each on a window of its own.

    Args:
        count: of them, where the method does not want more or fewer.
    """

    count: int

    def each(self, task: Task, windows: Sequence[FillWindow], *, deliver: Deliver, control: Control) -> None:
        """See `Pool`; delivers from this thread alone."""
        workers = min(task.method.at_once([window.read for window in windows], self.count), len(windows))
        if workers <= 1:
            for window in windows:
                control.check()
                deliver(window, task(window))
            return
        waiting: dict[Future[Filled], FillWindow] = {}
        queue = iter(windows)
        # the windows under way read the run's files, which are closed next
        with thread_pool(workers, name="window") as submit:
            try:
                while True:
                    # no more than two windows a worker are under way: memory is bounded, a failure is noticed soon
                    for window in islice(queue, 2 * workers - len(waiting)):
                        waiting[submit(task, window)] = window
                    if not waiting:
                        break
                    ready, _ = wait(waiting, timeout=0.2, return_when=FIRST_COMPLETED)
                    control.check()
                    for future in ready:
                        deliver(waiting.pop(future), future.result())
            except BaseException as error:
                if not isinstance(error, Exception) or isinstance(error, Cancelled | ParentGone):
                    control.cancel()  # so that a window under way ends at its next step
                raise


@dataclass
class WindowRunner:
    """Fits a method and fills the windows of a plan; what an earlier run has left in the journal is not done again.

    With a hold-out run whose patches the method itself looks at (`learns_from_holdout`), they stay hidden all through,
    and one pass gives both the fills and the errors. Other methods are tried first, and then see all clear ground.

    Args:
        method: fills the windows.
        fallback: fills those that have too little clear ground, or None.
        source: reads the chips.
        windows: of the plan.
        holdout: the hold-out run, or None.
        deviations_wanted: keep the method's own deviations beside the fills, if it tells them.
        folder: where the fills are kept; None = in memory.
        pool: does the work.
        journal: of a run that may be resumed, or None.
        threads: of the whole run.
        viewer: shown each fill.
        reporter: told the progress.
        control: the user's wishes.
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
        self._fills = self._store("fills")
        self._deviations = None
        if self.deviations_wanted:
            self._deviations = self._store("deviations")
        self._lit = None if change_of(self.source) is None else self._store("lit")
        self._notes = _Notes(self.folder / "notes" if self.journal and self.folder else None, self.holdout)
        # the source with the patches reads the same without them: a method may use what it has seen of it
        self._seen = self.source if self.holdout is None else self.holdout.source

    def _store(self, name: str) -> FillStore:
        if self.folder is None:
            return MemoryFillStore(self.source.mask)
        return FillStore(self.folder / name, self.source.mask, durable=self.journal is not None)

    def run(self) -> Fills:
        """Fits and fills; returns the fills, which lie in the folder or in memory."""
        in_one_pass = self.holdout is not None and self.method.learns_from_holdout
        fit_end = QUICK_FIT_END
        if self.holdout is not None and not in_one_pass:
            windows, fit_end = self.holdout.windows, FIT_END
            self._fit(windows, hidden=True)
            self._fill(
                windows, hidden=True, keep=False, span=(MASK_END, HOLDOUT_END),
                message="measuring the error on hidden ground",
            )  # fmt: skip
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
        left = [window for window in windows if window.lacks_clear and self.fallback is not None]
        own = [window for window in windows if not window.lacks_clear or self.fallback is None]
        for method, chosen, name in ((self.method, own, "fit"), (self.fallback, left, "fallback")):
            if method is not None and chosen:
                self._fit_one(method, self._context(chosen, hidden=hidden), name=f"{name}_hidden" if hidden else name)

    def _fit_one(self, method: Method, context: Context, *, name: str) -> None:
        """Fit, or take the fit that an earlier run has come to and has kept under `name`."""
        place = None if self.journal is None else self.journal.checkpoint(name)
        found = None if place is None else place.load()
        if found is not None:
            method.restore(found)
            return
        method.fit(self._seen, context)
        if place is not None:
            place.save(method.state())

    def _fill(
        self, windows: Sequence[FillWindow], *, hidden: bool, keep: bool, span: tuple[float, float], message: str
    ) -> None:
        task = Task(
            self._seen, self.method, self._context(windows, hidden=hidden), self.holdout, hidden=hidden, keep=keep,
            deviations_wanted=self.deviations_wanted, fallback=self.fallback,
        )  # fmt: skip
        done = {window for window in windows if self._is_done(window, task)}
        for window in done:
            fill = self._fills.get(window) if keep else None
            if fill is not None:
                self.viewer.show(window.reach, fill)
        start, end = span
        count = len(done)

        def deliver(window: FillWindow, filled: Filled) -> None:
            nonlocal count
            self._keep(window, filled)
            count += 1
            self.reporter.progress(start + (end - start) * count / len(windows), message=message)

        left = in_bands((window for window in windows if window not in done), lambda window: window.read)
        if not left:
            return
        if self.method.steps is not None:
            begun = start + (end - start) * len(done) / len(windows)
            steps = StepProgress(self.reporter, windows=len(left), steps=self.method.steps, span=(begun, end))
            task = replace(task, context=replace(task.context, on_step=steps))
        self.pool.each(task, left, deliver=deliver, control=self.control)

    def _is_done(self, window: FillWindow, task: Task) -> bool:
        kept = (self._fills, self._deviations, self._lit) if task.keep else ()
        stores = [store for store in kept if store is not None]
        return all(store.has(window) for store in stores) and self._notes.has(window, task)

    def _keep(self, window: FillWindow, filled: Filled) -> None:
        self._notes.take(window, filled.notes)
        if filled.deviations is not None and self._deviations is not None:
            self._deviations.keep(window, filled.deviations)
        if filled.lit is not None and self._lit is not None:
            self._lit.keep(window, filled.lit)
        if filled.values is not None:
            self._fills.keep(window, filled.values)
            self.viewer.show(window.reach, self._fills.spread(window, filled.values))


class _Notes:
    """The notes of a hold-out run: taken down, and kept in a file a window where the run may be resumed."""

    def __init__(self, folder: Path | None, holdout: HoldoutRun | None) -> None:
        self._folder, self._holdout = folder if holdout is not None else None, holdout
        self._expected = set() if holdout is None else {window.index for window in holdout.windows}
        if self._folder is not None:
            self._folder.mkdir(parents=True, exist_ok=True)

    @staticmethod
    def _path(folder: Path, window: FillWindow) -> Path:
        return folder / f"{window.index:07d}.safetensors"

    def has(self, window: FillWindow, task: Task) -> bool:
        """Whether nothing of the window is left to note; what an earlier run has noted is taken down."""
        if self._holdout is None or not task.hidden or window.index not in self._expected:
            return True
        if self._folder is None:
            return False
        with suppress(OSError, SafetensorError):
            data = unsealed(self._path(self._folder, window))
            if data is None:
                return False
            found = unpacked(data)
            # an earlier run may not have asked for the deviations that this one wants
            if task.deviations_wanted and not any(name.startswith("deviation.") for name in found):
                return False
            self._holdout.take(window, found)
            return True
        return False

    def take(self, window: FillWindow, notes: Mapping[str, np.ndarray]) -> None:
        """Take down the notes of a window."""
        if self._holdout is None or not notes:
            return
        self._holdout.take(window, notes)
        if self._folder is not None:
            write_whole(self._path(self._folder, window), sealed(packed(notes)))

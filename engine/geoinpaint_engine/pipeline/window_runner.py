"""The work on the windows of a plan: tried on hidden ground, fitted, filled; what is done already is not done again."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import suppress
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path
from typing import Protocol, runtime_checkable

import numpy as np
from safetensors import SafetensorError

from geoinpaint_engine.errors import Cancelled, EngineError, ParentGone
from geoinpaint_engine.events import Control, Reporter
from geoinpaint_engine.methods.base import Doubting, Fill, Method
from geoinpaint_engine.pipeline.holdout_run import Trial
from geoinpaint_engine.pipeline.journal import Journal
from geoinpaint_engine.pipeline.preview import Preview
from geoinpaint_engine.raster.checkpoint import Checkpoint, packed, unpacked, write_whole
from geoinpaint_engine.raster.fills import FillStore, hole_values
from geoinpaint_engine.raster.grid import Window
from geoinpaint_engine.raster.holes import holes_reaching
from geoinpaint_engine.raster.source import JobSource
from geoinpaint_engine.raster.windows import FillWindow

# where in the run each part ends, as told by the progress
MASK_END, HOLDOUT_END, FIT_END, FILL_END = 0.05, 0.25, 0.3, 0.9
QUICK_FIT_END = 0.07  # of the fit where nothing was tried on hidden ground before


@runtime_checkable
class Keeping(Protocol):
    """A method whose fit can be kept in a file or sent to a worker."""

    def state(self) -> dict[str, np.ndarray]:
        """All that `fit` has learned, and what a fit that follows may use of it."""

    def restore(self, state: Mapping[str, np.ndarray]) -> None:
        """Takes a `state` in place of a fit: every fill is the same, byte for byte."""


@runtime_checkable
class Checkpointed(Protocol):
    """A method that saves its way through a long fit, and goes on from there: the place is set before the fit."""

    checkpoint: Checkpoint | None


@dataclass(frozen=True)
class Filled:
    """What came of a window.

    Args:
        values: the fill's `hole_values`, None where they are not wanted.
        deviations: those of the method's own standard deviation, None where it is not wanted or there is none.
        notes: the trial's, of the patches in the window.
    """

    values: np.ndarray | None
    deviations: np.ndarray | None = None
    notes: dict[str, np.ndarray] = field(default_factory=dict)


@dataclass(frozen=True)
class Task:
    """What is done with each window.

    Args:
        source: reads the chips; with the trial's patches where they are hidden.
        method: fitted.
        trial: the patches to note, or None.
        hidden: whether the patches count as hole.
        keep: whether the fill is wanted.
        doubt: whether the method's own standard deviation is wanted, if it has one.
        fallback: fitted; fills the windows that have too little clear ground for the method. None = it fills them too.
    """

    source: JobSource
    method: Method
    trial: Trial | None
    hidden: bool
    keep: bool
    doubt: bool = False
    fallback: Method | None = None

    def __call__(self, window: FillWindow) -> Filled:
        """Fill one window; may be called from several threads at once."""
        method = self.fallback if window.starved and self.fallback is not None else self.method
        inner = window.reach.within(window.read)
        chip = replace(self.source.chip(window.read, hidden=self.hidden), used=inner)
        if getattr(method, "holes_apart", False):
            # the others lie in the surroundings alone, and no value that is wanted depends on theirs
            chip = replace(chip, hole=holes_reaching(chip.hole, inner))
        deviation = None
        if self.doubt and isinstance(method, Doubting):
            fill, deviation = method.fill_and_deviation(chip)
        else:
            fill = method.fill(chip)
            if self.doubt and isinstance(self.method, Doubting):  # the fallback cannot tell
                deviation = np.full_like(fill, np.nan)
        notes = self.trial.notes(window, chip, fill, deviation) if self.trial is not None and self.hidden else {}
        if not self.keep:
            return Filled(None, None, notes)
        mask = self.source.mask
        doubt = None if deviation is None else hole_values(mask, window, deviation)
        return Filled(hole_values(mask, window, fill), doubt, notes)


@dataclass(frozen=True)
class Fills:
    """The fills of a plan's windows, and the method's own standard deviations of them (None: not wanted, or none)."""

    values: FillStore
    deviations: FillStore | None


Deliver = Callable[[FillWindow, Filled], None]


class Pool(Protocol):
    """Those who do the work."""

    def each(self, task: Task, windows: Sequence[FillWindow], *, deliver: Deliver, control: Control) -> None:
        """Do every window, in whatever order, and deliver what came of it; the first failure ends it."""


@dataclass(frozen=True)
class Threads:
    """The threads of this process, each on a window of its own."""

    count: int

    def each(self, task: Task, windows: Sequence[FillWindow], *, deliver: Deliver, control: Control) -> None:
        """See `Pool`; delivers from this thread alone."""
        workers = min(self.count, len(windows))
        if workers <= 1:
            for window in windows:
                control.check()
                deliver(window, task(window))
            return
        pool = ThreadPoolExecutor(workers, thread_name_prefix="window")
        waiting: dict[Future[Filled], FillWindow] = {}
        queue = iter(windows)
        try:
            while True:
                # no more than two windows a worker are under way: memory is bounded, a failure is noticed soon
                for window in islice(queue, 2 * workers - len(waiting)):
                    waiting[pool.submit(task, window)] = window
                if not waiting:
                    break
                ready, _ = wait(waiting, timeout=0.2, return_when=FIRST_COMPLETED)
                control.check()
                for future in ready:
                    deliver(waiting.pop(future), future.result())
        except BaseException as error:
            # who wants the run to end does not wait for the windows under way; a failure does, they read its files
            failed = isinstance(error, Exception) and not isinstance(error, Cancelled | ParentGone)
            pool.shutdown(wait=failed, cancel_futures=True)
            raise
        pool.shutdown()


def simple_fill(source: JobSource) -> Fill:
    """The fill that the method is compared with: the nearest date pasted in, or the harmonic fill without one."""
    from geoinpaint_engine.methods.classical.methods import make

    return make("paste" if source.references else "harmonic", scene_date=source.scene.date).fill


def fill_plan(
    method: Method,
    source: JobSource,
    plan: Sequence[FillWindow],
    folder: Path,
    *,
    trial: Trial | None,
    pool: Pool,
    journal: Journal | None,
    preview: Preview,
    reporter: Reporter,
    control: Control,
    doubt: bool = False,
    fallback: Method | None = None,
) -> Fills:
    """Fit and fill; returns the fills, which lie in `folder`; with `doubt` the method's own deviations beside them.

    Starved windows are filled by the fallback, where there is one.

    With a trial whose patches the method itself looks at (`learns_from_trial`), they stay hidden all through, and one
    pass gives both the fills and the trial's figures. Other methods are tried first, and then see all clear ground.
    With a journal, what an earlier run has left is taken, and what is done is left for a later one.
    """
    one_pass = trial is not None and method.learns_from_trial
    store = FillStore(folder / "fills", source.mask, durable=journal is not None)
    doubt = doubt and isinstance(method, Doubting)
    deviations = FillStore(folder / "deviations", source.mask, durable=journal is not None) if doubt else None
    notes = _Notes(folder / "notes", trial, kept=journal is not None)
    # the source with the patches reads the same without them: a method may use what it has seen of it
    seen = source if trial is None else trial.source

    def work(windows: Sequence[FillWindow], task: Task, *, start: float, end: float, message: str) -> None:
        stores = [kept for kept in (store, deviations) if kept is not None] if task.keep else []
        done = [window for window in windows if all(kept.has(window) for kept in stores) and notes.has(window, task)]
        for window in done:
            fill = store.get(window) if task.keep else None
            if fill is not None:
                preview.show(window.reach, fill)
        left, count = [window for window in windows if window not in set(done)], len(done)

        def deliver(window: FillWindow, filled: Filled) -> None:
            nonlocal count
            notes.take(window, filled.notes)
            if filled.deviations is not None and deviations is not None:
                deviations.keep(window, filled.deviations)
            if filled.values is not None:
                store.keep(window, filled.values)
                preview.show(window.reach, store.spread(window, filled.values))
            count += 1
            reporter.progress(start + (end - start) * count / len(windows), message=message)

        if left:
            pool.each(task, left, deliver=deliver, control=control)

    def fit(windows: Sequence[FillWindow], *, hidden: bool) -> None:
        left = [window.read for window in windows if window.starved and fallback is not None]
        own = [window.read for window in windows if not window.starved or fallback is None]
        for one, reads, name in ((method, own, "fit"), (fallback, left, "fallback")):
            if one is not None and reads:
                name = f"{name}_hidden" if hidden else name
                _fit(one, seen, reads, name, journal=journal, reporter=reporter, control=control, hidden=hidden)

    if trial is not None and not one_pass:
        fit(trial.windows, hidden=True)
        task = Task(seen, method, trial, hidden=True, keep=False, doubt=doubt, fallback=fallback)
        work(trial.windows, task, start=MASK_END, end=HOLDOUT_END, message="measuring the error on hidden ground")
    fit(plan, hidden=one_pass)
    fit_end = FIT_END if trial is not None and not one_pass else QUICK_FIT_END
    reporter.progress(fit_end)
    task = Task(seen, method, trial, hidden=one_pass, keep=True, doubt=doubt, fallback=fallback)
    work(plan, task, start=fit_end, end=FILL_END, message="filling")
    return Fills(store, deviations)


def _fit(
    method: Method,
    source: JobSource,
    reads: Sequence[Window],
    name: str,
    *,
    journal: Journal | None,
    reporter: Reporter,
    control: Control,
    hidden: bool,
) -> None:
    """Fit, or take the fit that an earlier run has come to and has kept under `name`."""
    place = journal.checkpoint(name) if journal is not None and isinstance(method, Keeping) else None
    found = place.load() if place is not None else None
    if found is not None and isinstance(method, Keeping):
        method.restore(found)
        return
    if journal is not None and isinstance(method, Checkpointed):
        method.checkpoint = journal.checkpoint(f"{name}_on_the_way")
    method.fit(source, reads, reporter=reporter, control=control, hidden=hidden)
    if place is not None and isinstance(method, Keeping):
        place.save(method.state())


class _Notes:
    """The notes of a trial: taken down, and kept in a file a window where the run may be resumed."""

    def __init__(self, folder: Path, trial: Trial | None, *, kept: bool) -> None:
        self._folder, self._trial = folder, trial
        self._kept = kept and trial is not None
        self._expected = set() if trial is None else {window.index for window in trial.windows}
        if self._kept:
            folder.mkdir(parents=True, exist_ok=True)

    def _path(self, window: FillWindow) -> Path:
        return self._folder / f"{window.index:07d}.safetensors"

    def has(self, window: FillWindow, task: Task) -> bool:
        """Whether nothing of the window is left to note; what an earlier run has noted is taken down."""
        if self._trial is None or not task.hidden or window.index not in self._expected:
            return True
        with suppress(OSError, SafetensorError):
            found = unpacked(self._path(window).read_bytes())
            # an earlier run may not have asked for the deviations that this one wants
            if task.doubt and not any(name.startswith("deviation.") for name in found):
                return False
            self._trial.take(window, found)
            return True
        return False

    def take(self, window: FillWindow, notes: Mapping[str, np.ndarray]) -> None:
        """Take down the notes of a window."""
        if self._trial is None or not notes:
            return
        self._trial.take(window, notes)
        if self._kept:
            write_whole(self._path(window), packed(notes))


def not_keeping(method: Method) -> EngineError:
    """The fault of a method that cannot be sent to workers."""
    return EngineError("internal", f"{type(method).__name__} cannot be sent to workers.", "Leave --workers out.")

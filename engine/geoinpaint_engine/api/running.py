"""Runs a job from Python, with the pipeline of the command line, and cleans up on failure."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Generic, TypeVar

from geoinpaint_engine import job as jobs
from geoinpaint_engine.api.words import PythonReporter, error_in_python
from geoinpaint_engine.errors import EngineError, known_error
from geoinpaint_engine.events import Control, Event
from geoinpaint_engine.job import Job
from geoinpaint_engine.paths import current_folder
from geoinpaint_engine.pipeline.destination import Destination
from geoinpaint_engine.pipeline.run import run as run_job
from geoinpaint_engine.pipeline.workspace import Workspace
from geoinpaint_engine.raster.handles import process_borrowed

T = TypeVar("T")
OnEvent = Callable[[Event], None]


@dataclass(frozen=True)
class Result(Generic[T]):
    """The result of a fill.

    Attributes:
        filled: the filled scene: an array of the scene's type, dtype, dims, coords and attrs, equal to it bit for bit
            outside the mask; with `output=`, the path of the file.
        uncertainty: the standard deviation of each filled pixel in the scene's units, float32, NaN elsewhere, in the
            form of `filled`; None unless requested. ±1.645 of them cover 90 % of hidden clear ground.
        figures: the measurements of the event `result` (docs/events.md): `holdout_rmse`, `hole_rmse`, ...
        warnings: (code, message) each; docs/errors.md lists the codes.
    """

    filled: T
    uncertainty: T | None = None
    figures: Mapping[str, Any] = field(default_factory=dict, repr=False)
    warnings: tuple[tuple[str, str], ...] = ()


@contextmanager
def engine_at_work() -> Iterator[None]:
    """Prepares this process for reading rasters while entered, and restores its settings afterwards.

    Exhausted memory or disk is raised as the engine's error, and the engine's errors name keywords instead of
    command-line options; other errors pass unchanged.
    """
    try:
        with process_borrowed:
            yield
    except Exception as error:
        known = known_error(error)
        told = None if known is None else error_in_python(known)
        if told is None or told is error:
            raise
        if isinstance(error, EngineError):  # the same error, in terms of the API
            raise told.with_traceback(error.__traceback__) from error.__cause__
        raise told from error


def carry_out(
    job: Job, *, on_event: OnEvent | None, control: Control | None, destination: Destination | None = None, **way: Any
) -> tuple[dict[str, Any], tuple[tuple[str, str], ...]]:
    """Runs a job; returns (figures, warnings). If it fails, no files are left behind."""
    reporter, workspace = PythonReporter(on_event), Workspace()
    try:
        with engine_at_work():
            figures = run_job(
                job, reporter=reporter, control=control or Control(), workspace=workspace, destination=destination,
                **way,
            )  # fmt: skip
    finally:
        workspace.sweep()
    return figures, tuple(reporter.warnings)


def read_job(path: str | os.PathLike[str]) -> Job:
    """Reads a job from its JSON file (docs/job.md); relative paths refer to the file's folder.

    Raises:
        InputError: `job-unreadable`.
        UsageError: `job-invalid` and others for invalid or inconsistent fields.
    """
    with engine_at_work():
        return jobs.load(path)


def run(
    job: Job | Mapping[str, Any] | str | os.PathLike[str],
    *,
    on_event: OnEvent | None = None,
    control: Control | None = None,
    dry_run: bool = False,
    resume: bool = False,
    workers: int = 0,
    scheduler: str | None = None,
) -> Result[Path]:
    """Runs a job on files, which may be larger than memory, exactly as the command line does.

    Args:
        job: from `read_job`, or the path of its file; or a mapping with the fields of docs/job.md, whose relative paths
            refer to the current folder.
        on_event: called with each event, a dict (docs/events.md).
        control: to stop or cancel the run from another thread.
        dry_run: check and plan, but fill nothing; the figures are the plan's.
        resume: continue from what an interrupted run of the same job left next to the output.
        workers: number of processes that fill the windows; 0 = threads of this process. Needs the extra `distributed`.
        scheduler: address of a Dask scheduler whose workers fill the windows.

    Returns:
        The paths of the output and of its uncertainty, the figures and the warnings.

    Raises:
        EngineError: with a stable code (docs/errors.md); no output has been written then.
    """
    job = read_job(job) if isinstance(job, str | os.PathLike) else job
    with engine_at_work():
        made = job if isinstance(job, Job) else jobs.resolved(jobs.from_dict(job), current_folder())
    figures, warnings = carry_out(
        made, on_event=on_event, control=control, dry_run=dry_run, resume=resume, workers=workers, scheduler=scheduler
    )
    uncertainty = made.output.uncertainty
    return Result(Path(made.output.path), None if uncertainty is None else Path(uncertainty), figures, warnings)

"""Fills series from Python: every date of a cube, or of files, from the dates before and after it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, Literal, TypedDict, TypeVar, overload

import msgspec
import numpy as np

from geoinpaint_engine.api.cubes import Cube, Dates, fill_cube
from geoinpaint_engine.api.data_arrays import is_data_array
from geoinpaint_engine.api.entries import builtin, several
from geoinpaint_engine.api.filling import PathLike
from geoinpaint_engine.api.running import OnEvent, engine_at_work
from geoinpaint_engine.api.words import PythonReporter
from geoinpaint_engine.dilation import whole_dilation
from geoinpaint_engine.errors import UsageError
from geoinpaint_engine.events import Control
from geoinpaint_engine.job import Area
from geoinpaint_engine.paths import absolute, checked, current_folder
from geoinpaint_engine.pipeline.series.curves import Place
from geoinpaint_engine.pipeline.series.series import fill_series as fill_files
from geoinpaint_engine.pipeline.series.state import Options
from geoinpaint_engine.pipeline.workspace import Workspace

if TYPE_CHECKING:
    from typing_extensions import Unpack
    from xarray import DataArray

T = TypeVar("T")


@dataclass(frozen=True)
class SeriesResult(Generic[T]):
    """The result of filling a series.

    Attributes:
        filled: the cube with every date filled, of its type, dtype, dims, coords and attrs, equal to it bit for bit
            outside the masks; for files, the path of the folder.
        uncertainty: the standard deviation of each filled pixel, float32, NaN elsewhere, in the form of `filled`; None
            unless requested, and for files, where each date has its own.
        figures: the figures of `fill` for each date, by ISO date; empty where nothing was filled.
        warnings: (date, code, message) of each warning; the date is "" if it concerns none in particular.
    """

    filled: T
    uncertainty: T | None = None
    figures: Mapping[str, Mapping[str, Any]] = field(default_factory=dict, repr=False)
    warnings: tuple[tuple[str, str, str], ...] = ()


class SeriesOptions(TypedDict, total=False):
    """The options of `fill_series` beside the scenes, their masks and the output, for type checkers."""

    dates: Dates
    dates_around: int
    detect: bool
    detector: str | None
    nodata: bool
    dilate: int
    grow: Literal["none", "auto"]
    mode: Literal["basic", "mt", "mt-r", "classical"]
    preset: str
    fill: str | None
    bands: str | int | Iterable[str | int]
    resolution: int | None
    mask_suffix: str | None
    scl_suffix: str | None
    scl_classes: Sequence[int]
    points: Sequence[tuple[str, float, float]]
    polygons: PathLike | None
    cube: bool
    uncertainty: bool
    seed: int
    threads: int
    append: bool
    resume: bool
    redo: Sequence[str]
    redo_improved: bool
    workers: int
    scheduler: str | None
    on_event: OnEvent | None
    control: Control | None


@overload
def fill_series(
    scenes: PathLike | Sequence[PathLike], masks: None = None, *, output: PathLike, **options: Unpack[SeriesOptions]
) -> SeriesResult[Path]: ...


@overload
def fill_series(
    scenes: DataArray, masks: Any = None, *, output: None = None, **options: Unpack[SeriesOptions]
) -> SeriesResult[DataArray]: ...


@overload
def fill_series(
    scenes: np.ndarray, masks: Any = None, *, output: None = None, **options: Unpack[SeriesOptions]
) -> SeriesResult[np.ndarray]: ...


def fill_series(
    scenes: Any,
    masks: Any = None,
    *,
    output: PathLike | None = None,
    dates: Dates = None,
    dates_around: int = 4,
    detect: bool = False,
    detector: str | None = None,
    nodata: bool = False,
    dilate: int = 0,
    grow: Literal["none", "auto"] = "none",
    mode: Literal["basic", "mt", "mt-r", "classical"] = "mt",
    preset: str = "fast",
    fill: str | None = None,
    bands: str | int | Iterable[str | int] = (),
    resolution: int | None = None,
    mask_suffix: str | None = None,
    scl_suffix: str | None = None,
    scl_classes: Sequence[int] = (),
    points: Sequence[tuple[str, float, float]] = (),
    polygons: PathLike | None = None,
    cube: bool = False,
    uncertainty: bool = False,
    seed: int = 0,
    threads: int = 0,
    append: bool = False,
    resume: bool = False,
    redo: Sequence[str] = (),
    redo_improved: bool = False,
    workers: int = 0,
    scheduler: str | None = None,
    on_event: OnEvent | None = None,
    control: Control | None = None,
) -> SeriesResult[Any]:
    """Fills every date of a place from the dates before and after it; everything else is unchanged, bit for bit.

    A date of a cube that cannot be filled is left unchanged, with a warning that says why.

    Args:
        scenes: a DataArray with a dimension `time`; a NumPy array (dates, bands, rows, cols) or (dates, rows, cols); or
            with `output`, a folder, or paths of rasters, Sentinel-2 products and STAC items. In integer arrays, 0 is a
            value like any other: mask nodata (`numpy.ma.masked_equal(cube, 0)`), which files declare.
        masks: cubes only: what to fill in each date: (dates, rows, cols), not zero = fill; a DataArray with the same
            times; or one mask per date, None where there is none. Masked pixels are not used for the other dates.
        output: folder to write a series of files to (docs/series.md).
        dates: of a NumPy array: YYYY-MM-DD, or dates of Python, NumPy or pandas.
        dates_around: number of dates before, and as many after, that a date is filled from.
        detect: whether cloud and shadow detected from the other dates are filled too.
        detector: a network, such as ukis-csmask (extra `clouds`), whose detections in each date are filled too.
        nodata: whether nodata is filled too.
        dilate: px by which masks are grown.
        grow: auto also fills cloud and shadow found beside the masks, and keeps the ground that is visible in shadow,
            under the masks too, relit to the brightness of the fill.
        mode, preset, fill, bands, seed, threads: as in `geoinpaint_engine.fill`; other dates are the evidence.
        resolution, mask_suffix, scl_suffix, scl_classes: files only, see docs/series.md.
        points: files only: (name, x, y) in the scenes' CRS units, for time series of the vegetation index.
        polygons: files only: a vector file, for time series of the mean index in each polygon.
        cube: files only: whether to write a Zarr cube of all dates too (extra `xarray`).
        uncertainty: cubes only: whether to return the standard deviation.
        append: files only: add dates to the series in `output`.
        resume: files only: continue the series in `output`.
        redo: files only: dates of the series in `output` to fill again, from the dates it has now.
        redo_improved: files only: fill again every date whose neighbouring dates have changed.
        workers, scheduler: files only: what fills the windows, as in `geoinpaint_engine.fill`.
        on_event: called with each event, a dict (docs/events.md), one at a time, also from other threads.
        control: to stop or cancel the run from another thread.

    Returns:
        The filled series, the figures of each date, and the warnings.

    Raises:
        UsageError: `array-shape`, `array-date`, `dilate-range`, `output-missing`, `series-exists`, ...
        InputError: `series-empty`, `series-short`, `series-failed`, ...
        Cancelled: by `control`.
    """
    chosen, dilate = several(bands), whole_dilation(dilate)
    if output is not None or not (isinstance(scenes, np.ndarray) or is_data_array(scenes)):
        if output is None:
            raise UsageError("output-missing", "A series of files needs an output folder.", "Give it as output.")
        wanted = _options(
            mode=mode, preset=preset, fill=fill, bands=chosen, resolution=resolution, seed=seed, threads=threads,
            mask_suffix=mask_suffix, scl_suffix=scl_suffix, scl_classes=list(scl_classes), detect=detect,
            detector=detector, nodata=nodata, dilate=dilate, grow=grow, around=dates_around,
        )  # fmt: skip
        return _filled_files(
            scenes, Path(checked(os.fspath(output))), wanted, on_event=on_event, control=control, append=append,
            resume=resume, redo=tuple(redo), redo_improved=redo_improved, workers=workers, scheduler=scheduler,
            cube=cube, places=[Place(*point) for point in points],
            polygons=None if polygons is None else Area(absolute(os.fspath(polygons), current_folder())),
        )  # fmt: skip
    if chosen or append or resume or redo or redo_improved or workers or scheduler is not None:
        raise UsageError(
            "array-in-process", "Bands, workers and resuming apply to files only.",
            "Select the bands from the cube, or give paths and an output.",
        )  # fmt: skip
    taken = Cube.of(scenes, masks, dates)
    return SeriesResult(*fill_cube(
        taken, around_each=builtin(dates_around), detect=detect, detector=detector, uncertainty=uncertainty,
        on_event=on_event, control=control, nodata=nodata, dilate=dilate, grow=grow, mode=mode, preset=preset,
        fill=fill, seed=seed, threads=threads,
    ))  # fmt: skip


def _options(**document: Any) -> Options:
    """Raises UsageError `job-invalid`."""
    try:
        return msgspec.convert({name: builtin(value) for name, value in document.items() if value is not None}, Options)
    except msgspec.ValidationError as error:
        raise UsageError("job-invalid", f"The series is not valid: {error}.", "See docs/series.md.") from error


def _filled_files(
    scenes: Any, folder: Path, options: Options, *, on_event: OnEvent | None, control: Control | None, **way: Any
) -> SeriesResult[Path]:
    named = [scenes] if isinstance(scenes, str | os.PathLike) else list(scenes)
    reporter, workspace = PythonReporter(on_event), Workspace()
    here = current_folder()
    try:
        with engine_at_work():
            figures = fill_files(
                [absolute(os.fspath(one), here) for one in named], Path(absolute(os.fspath(folder), here)), options,
                reporter=reporter, control=control or Control(), workspace=workspace, **way,
            )  # fmt: skip
    finally:
        workspace.sweep()
    told = tuple(("", code, message) for code, message in reporter.warnings)
    return SeriesResult(folder, None, {one["name"]: one for one in figures["dates"]}, told)

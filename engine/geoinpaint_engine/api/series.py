"""A whole series from Python: every date of a cube, or of files, filled from the dates before and after it."""

from __future__ import annotations

import datetime
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, Literal, TypedDict, TypeVar, overload

import msgspec
import numpy as np

from geoinpaint_engine.api.data_arrays import TIME, axes_of, by_date, date_of, is_data_array
from geoinpaint_engine.api.detecting import detect_clouds
from geoinpaint_engine.api.entries import Reference
from geoinpaint_engine.api.filling import PathLike
from geoinpaint_engine.api.filling import fill as fill_one
from geoinpaint_engine.api.running import OnEvent, engine_at_work
from geoinpaint_engine.errors import InputError, UsageError
from geoinpaint_engine.events import Control, Reporter
from geoinpaint_engine.job import Area
from geoinpaint_engine.paths import absolute, current_folder
from geoinpaint_engine.pipeline.series.curves import Place
from geoinpaint_engine.pipeline.series.neighbours import MOST_CLOUDY, around
from geoinpaint_engine.pipeline.series.series import LEAST_DATES
from geoinpaint_engine.pipeline.series.series import fill_series as fill_files
from geoinpaint_engine.pipeline.series.state import Options
from geoinpaint_engine.pipeline.workspace import Workspace
from geoinpaint_engine.raster.masks import dilated

if TYPE_CHECKING:
    from typing_extensions import Unpack
    from xarray import DataArray

T = TypeVar("T")


@dataclass(frozen=True)
class SeriesResult(Generic[T]):
    """What a series of fills gives.

    Attributes:
        filled: the cube with every date filled, of its type, dtype, dims, coords and attrs, equal to it bit for bit
            outside the masks; of files the path of the folder.
        uncertainty: the standard deviation of each filled pixel, float32, NaN elsewhere, in the form of `filled`; None
            where it was not asked for, and of files, which have one beside each date.
        figures: of each date, by its name (its ISO date), what `fill` tells; empty where nothing was filled.
        warnings: (date, code, message) of what there is to know, "" where it is of no one date.
    """

    filled: T
    uncertainty: T | None = None
    figures: Mapping[str, Mapping[str, Any]] = field(default_factory=dict, repr=False)
    warnings: tuple[tuple[str, str, str], ...] = ()


class SeriesOptions(TypedDict, total=False):
    """The options of `fill_series` beside the scenes, their masks and the output, for type checkers."""

    dates: Sequence[str] | None
    dates_around: int
    detect: bool
    detector: str | None
    nodata: bool
    dilate: int
    grow: Literal["none", "auto"]
    mode: Literal["basic", "mt", "mt-r", "classical"]
    preset: str
    fill: str | None
    bands: Sequence[str | int]
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
    dates: Sequence[str] | None = None,
    dates_around: int = 4,
    detect: bool = False,
    detector: str | None = None,
    nodata: bool = False,
    dilate: int = 0,
    grow: Literal["none", "auto"] = "none",
    mode: Literal["basic", "mt", "mt-r", "classical"] = "mt",
    preset: str = "fast",
    fill: str | None = None,
    bands: Sequence[str | int] = (),
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
    """Fills every date of a place from the dates before and after it; all else stays as it is, bit for bit.

    Of a cube a date that cannot be filled stays as it is, and a warning tells why.

    Args:
        scenes: a DataArray with a dimension `time`; a NumPy array (dates, bands, rows, cols) or (dates, rows, cols); or
            with `output` a folder, or paths of rasters, Sentinel-2 products and STAC items.
        masks: of a cube what is filled of each date: (dates, rows, cols), not zero = fill; a DataArray with the same
            times; or one mask a date, None where there is none. What is masked is not used for the other dates.
        output: folder to write a series of files to (docs/series.md).
        dates: ISO dates of a NumPy array.
        dates_around: dates before, and as many after, that a date is filled from.
        detect: whether what the other dates tell to be cloud or shadow is filled too.
        detector: a network, such as ukis-csmask (extra `clouds`): what it tells of each date alone is filled too.
        nodata: whether nodata is filled too.
        dilate: px by which masks are grown.
        grow: auto also fills cloud and shadow that is found beside the masks.
        mode, preset, fill, bands, seed, threads: as in `geoinpaint_engine.fill`; other dates are the evidence.
        resolution, mask_suffix, scl_suffix, scl_classes: of files, see docs/series.md.
        points: of files, (name, x, y) in the scenes' CRS units, whose vegetation index is told over time.
        polygons: of files, a vector file, of whose polygons the mean index is told over time.
        cube: of files, whether one Zarr cube of all dates is written too (extra `xarray`).
        uncertainty: of a cube whether the standard deviation is wanted.
        append: of files, add dates to the series in `output`.
        resume: of files, go on with the series in `output`.
        redo: of files, dates of the series in `output` that are filled again, from the dates there are now.
        redo_improved: of files, the same of every date that is now filled from other dates than it was.
        workers, scheduler: of files, who fills the windows.
        on_event: called with each event, a dict (docs/events.md).
        control: to stop or cancel the run from another thread.

    Returns:
        The filled series, the figures of each date, and the warnings.

    Raises:
        UsageError: `array-shape`, `array-date`, `output-missing`, `series-exists`, ...
        InputError: `series-empty`, `series-short`, `series-failed`, ...
        Cancelled: by `control`.
    """
    if output is not None or not (isinstance(scenes, np.ndarray) or is_data_array(scenes)):
        if output is None:
            raise UsageError("output-missing", "A series of files needs a folder to go to.", "Name it as output.")
        wanted = _options(
            mode=mode, preset=preset, fill=fill, bands=list(bands), resolution=resolution, seed=seed, threads=threads,
            mask_suffix=mask_suffix, scl_suffix=scl_suffix, scl_classes=list(scl_classes), detect=detect,
            detector=detector, nodata=nodata, dilate=dilate, grow=grow, around=dates_around,
        )  # fmt: skip
        return _filled_files(
            scenes, Path(output), wanted, on_event=on_event, control=control, append=append, resume=resume,
            redo=tuple(redo), redo_improved=redo_improved, workers=workers, scheduler=scheduler, cube=cube,
            places=[Place(*point) for point in points],
            polygons=None if polygons is None else Area(absolute(os.fspath(polygons), current_folder())),
        )  # fmt: skip
    if bands or append or resume or redo or redo_improved or workers or scheduler is not None:
        raise UsageError(
            "array-in-process", "Bands are chosen, and a run is shared or carried on, of files alone.",
            "Select the bands from the cube, or give paths and an output.",
        )  # fmt: skip
    taken = _Cube.of(scenes, masks, dates)
    return _filled_cube(
        taken, around_each=dates_around, detect=detect, detector=detector, uncertainty=uncertainty,
        on_event=on_event, control=control, nodata=nodata, dilate=dilate, grow=grow, mode=mode, preset=preset,
        fill=fill, seed=seed, threads=threads,
    )  # fmt: skip


def _options(**document: Any) -> Options:
    """Raises UsageError `job-invalid`."""
    try:
        return msgspec.convert({name: value for name, value in document.items() if value is not None}, Options)
    except msgspec.ValidationError as error:
        raise UsageError("job-invalid", f"The series is not valid: {error}.", "See docs/series.md.") from error


def _filled_files(
    scenes: Any, folder: Path, options: Options, *, on_event: OnEvent | None, control: Control | None, **way: Any
) -> SeriesResult[Path]:
    named = [scenes] if isinstance(scenes, str | os.PathLike) else list(scenes)
    reporter, workspace = Reporter(on_event), Workspace()
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


@dataclass(frozen=True)
class _Cube:
    """A cube taken apart.

    Args:
        whole: the cube.
        axis: of its dates.
        images: of each date an array, in the cube's order.
        dates: ISO dates.
        masks: (rows, cols) bool of each date.
    """

    whole: Any
    axis: int
    images: list[Any]
    dates: list[str]
    masks: list[np.ndarray]

    @classmethod
    def of(cls, cube: Any, masks: Any, dates: Sequence[str] | None) -> _Cube:
        """Raises UsageError: `array-shape`, `array-date`."""
        if is_data_array(cube):
            if TIME not in cube.dims:
                raise UsageError("array-date", "The cube has no dimension time.", "Name the one of its dates so.")
            images = list(by_date(cube))
            named = [date_of(image) for image in images]
            axis = list(cube.dims).index(TIME)
        else:
            if cube.ndim not in (3, 4) or not cube.size:
                raise UsageError("array-shape", f"The cube has the shape {cube.shape}.",
                                 "Give (dates, bands, rows, cols).")  # fmt: skip
            images, axis, named = list(cube), 0, list(dates or ())
        if len(named) != len(images) or not all(map(_is_date, named)):
            raise UsageError(
                "array-date", f"The cube has {len(images)} dates, and not as many are told.",
                "Give an ISO date (YYYY-MM-DD) for each.",
            )  # fmt: skip
        if len(images) < LEAST_DATES:
            raise InputError("series-short", f"A series needs {LEAST_DATES} dates, and 1 is given.", "Give more.")
        given = _masks(masks, named)
        return cls(cube, axis, images, named, [_plain(*pair) for pair in zip(given, images, strict=True)])

    def with_images(self, filled: Sequence[Any]) -> Any:
        """The cube with other images, in its type."""
        values = np.ma.array(self.whole) if isinstance(self.whole, np.ma.MaskedArray) else np.array(self.whole)
        view = np.moveaxis(values, self.axis, 0)
        for number, image in enumerate(filled):
            view[number] = image.values if is_data_array(image) else image
        return self.whole.copy(data=values) if is_data_array(self.whole) else values


def _is_date(text: str) -> bool:
    try:
        return datetime.date.fromisoformat(text).isoformat() == text
    except (ValueError, TypeError):
        return False


def _masks(masks: Any, dates: Sequence[str]) -> list[Any]:
    """The mask of each date.

    Raises:
        UsageError: `array-shape`, `array-date`.
    """
    if masks is None:
        return [None] * len(dates)
    if is_data_array(masks) and TIME in masks.dims:
        found = {date_of(one): one for one in by_date(masks)}
        lacking = [date for date in dates if date not in found]
        if lacking:
            raise UsageError("array-date", f"The masks have none of {lacking[0]}.", "Give one for each date.")
        return [found[date] for date in dates]
    if len(masks) != len(dates):
        raise UsageError(
            "array-shape", f"There are {len(masks)} masks, and {len(dates)} dates.", "Give one for each date."
        )
    return list(masks)


def _plain(mask: Any, image: Any) -> np.ndarray:
    """(rows, cols) bool on the pixels of an image.

    Raises:
        UsageError: `array-shape`, `array-dims`.
    """
    shape = image.shape[-2:]
    if is_data_array(image):
        axes = axes_of(image, title="cube")
        shape = image.sizes[axes.y], image.sizes[axes.x]
        if is_data_array(mask) and set(mask.dims) == {axes.y, axes.x}:
            mask = mask.transpose(axes.y, axes.x)
    if mask is None:
        return np.zeros(shape, bool)
    values = np.asarray(mask)
    if values.shape != shape:
        raise UsageError(
            "array-shape", f"A mask has the shape {values.shape}, and the dates have {shape[0]} x {shape[1]} pixels.",
            "Give (dates, rows, cols).",
        )  # fmt: skip
    return np.asarray(np.nan_to_num(values) != 0)


def _filled_cube(
    cube: _Cube, *, around_each: int, detect: bool, detector: str | None, dilate: int, uncertainty: bool,
    on_event: OnEvent | None, control: Control | None, **options: Any,
) -> SeriesResult[Any]:  # fmt: skip
    wishes, warnings = control or Control(), []
    masks = [dilated(mask, dilate) for mask in cube.masks]
    if detect or detector is not None:
        told = _detected(cube, around_each if detect else 0, detector, dilate, wishes)
        masks = [mask | found for mask, found in zip(masks, told, strict=True)]
    filled, deviations = list(cube.images), [_no_deviation(image) for image in cube.images]
    figures: dict[str, Mapping[str, Any]] = {}
    for number, date in enumerate(cube.dates):
        wishes.check()
        if not options["nodata"] and not masks[number].any():
            continue
        serving = [i for i, mask in enumerate(masks) if i == number or mask.mean() < MOST_CLOUDY]
        near = around([cube.dates[i] for i in serving], serving.index(number), around_each)
        references = [_reference(cube, serving[place], masks) for place in near]
        try:
            result = fill_one(
                cube.images[number], masks[number] if masks[number].any() else None, references=references,
                uncertainty=uncertainty, on_event=on_event, control=wishes, **options,
            )  # fmt: skip
        except InputError as error:
            warnings.append((date, "date-skipped", f"{error} [{error.code}]"))
            continue
        filled[number], figures[date] = result.filled, result.figures
        warnings += [(date, code, message) for code, message in result.warnings]
        if result.uncertainty is not None:
            deviations[number] = result.uncertainty
    spread = None
    if uncertainty:
        empty = _Cube(_no_deviation(cube.whole), cube.axis, [], [], [])
        spread = empty.with_images(deviations)
    return SeriesResult(cube.with_images(filled), spread, figures, tuple(warnings))


def _no_deviation(image: Any) -> Any:
    """NaN in the form of an image, float32."""
    if is_data_array(image):
        return image.copy(data=np.full(image.shape, np.nan, np.float32))
    return np.full(image.shape, np.nan, np.float32)


def _reference(cube: _Cube, number: int, masks: Sequence[np.ndarray]) -> Reference:
    """A date as a reference of others: used where its mask says that it is clear."""
    mask = masks[number] if masks[number].any() else None
    return Reference(cube.images[number], mask=mask, date=cube.dates[number])


def _detected(cube: _Cube, around_each: int, detector: str | None, dilate: int, control: Control) -> list[np.ndarray]:
    """(rows, cols) bool of each date: what so many others on each side, or a detector, tell to be cloud or shadow."""
    made = []
    for number, image in enumerate(cube.images):
        witnesses = [_reference(cube, place, cube.masks) for place in around(cube.dates, number, around_each)]
        try:
            found = detect_clouds(image, references=witnesses, detector=detector, dilate=dilate, control=control)
        except InputError as error:
            if error.code != "mask-empty":
                raise
            found = None
        made.append(_plain(found, image))
    return made

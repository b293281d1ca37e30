"""Fills a cube of dates: splits it into dates, screens them jointly, fills each, and reassembles the cube."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np

from geoinpaint_engine.api.cube_progress import CubeProgress
from geoinpaint_engine.api.data_arrays import TIME, axes_of, by_date, date_of, is_data_array
from geoinpaint_engine.api.detecting import detect_clouds
from geoinpaint_engine.api.entries import Reference, iso_date
from geoinpaint_engine.api.filling import fill_judged
from geoinpaint_engine.api.judging import fault_of, judge_cube
from geoinpaint_engine.api.running import OnEvent, Result
from geoinpaint_engine.errors import InputError, UsageError
from geoinpaint_engine.events import Control
from geoinpaint_engine.job import is_date
from geoinpaint_engine.pipeline.series.masking import NOTHING_MASKED
from geoinpaint_engine.pipeline.series.neighbours import around, neighbours
from geoinpaint_engine.pipeline.series.series import LEAST_DATES
from geoinpaint_engine.raster.masks import dilated
from geoinpaint_engine.raster.memory import MemoryFolder

Dates: TypeAlias = Sequence[str | datetime.date | np.datetime64] | np.ndarray | None
# the filled cube; its deviations in the same form, or None; figures by date; warnings as (date, code, message)
FilledCube: TypeAlias = tuple[Any, Any, Mapping[str, Mapping[str, Any]], tuple[tuple[str, str, str], ...]]


@dataclass(frozen=True)
class Cube:
    """A cube split into its dates.

    Args:
        whole: the cube in its original type.
        axis: index of the dimension of the dates.
        images: array of each date, in the order of the cube.
        dates: ISO dates.
        masks: (rows, cols) bool of each date.
    """

    whole: Any
    axis: int
    images: list[Any]
    dates: list[str]
    masks: list[np.ndarray]

    def part(self, masks: Mapping[int, np.ndarray]) -> Cube:
        """A subset of its dates, by index, with other masks; `whole` is kept."""
        images, dates = [self.images[number] for number in masks], [self.dates[number] for number in masks]
        return Cube(self.whole, self.axis, images, dates, list(masks.values()))

    @classmethod
    def of(cls, cube: Any, masks: Any, dates: Dates) -> Cube:
        """Raises UsageError: `array-shape`, `array-date`."""
        if is_data_array(cube):
            if TIME not in cube.dims:
                raise UsageError("array-date", "The cube has no dimension time.", "Rename that of its dates to time.")
            images = list(by_date(cube))
            named = [date_of(image) for image in images]
            axis = list(cube.dims).index(TIME)
        else:
            if cube.ndim not in (3, 4) or not cube.size:
                raise UsageError("array-shape", f"The cube has the shape {cube.shape}.",
                                 "Give (dates, bands, rows, cols).")  # fmt: skip
            images, axis, named = list(cube), 0, [str(iso_date(date)) for date in (() if dates is None else dates)]
        wrong = next((date for date in named if not is_date(date)), None)
        if len(named) != len(images) or wrong is not None:
            why = f"The cube has {len(images)} dates, but {len(named)} are given."
            why = why if wrong is None else f"{wrong!r} is not a date." if wrong else "A date of the cube is missing."
            raise UsageError("array-date", why, "Give a date (YYYY-MM-DD) for each.")
        if len(images) < LEAST_DATES:
            raise InputError("series-short", f"A series needs {LEAST_DATES} dates, but 1 is given.", "Give more.")
        given = _masks(masks, named)
        return cls(cube, axis, images, named, [_plain(*pair) for pair in zip(given, images, strict=True)])

    def with_images(self, filled: Sequence[Any]) -> Any:
        """The cube with its images replaced, in its own type."""
        values = self.whole.copy() if isinstance(self.whole, np.ma.MaskedArray) else np.array(self.whole)
        view = np.moveaxis(values, self.axis, 0)
        for number, image in enumerate(filled):
            view[number] = image.values if is_data_array(image) else image
        return self.whole.copy(data=values) if is_data_array(self.whole) else values


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
            raise UsageError("array-date", f"The masks lack the date {lacking[0]}.", "Give one for each date.")
        return [found[date] for date in dates]
    if len(masks) != len(dates):
        raise UsageError(
            "array-shape", f"There are {len(masks)} masks for {len(dates)} dates.", "Give one for each date."
        )
    return list(masks)


def _plain(mask: Any, image: Any) -> np.ndarray:
    """Converts a mask to (rows, cols) bool on the pixels of an image.

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


def fill_cube(
    cube: Cube, *, around_each: int, detect: bool, detector: str | None, dilate: int, uncertainty: bool,
    on_event: OnEvent | None, control: Control | None, **options: Any,
) -> FilledCube:  # fmt: skip
    """Fills every date from its neighbours, after screening all dates jointly where possible.

    A date that cannot be read is left out, also as evidence; one that cannot be filled is still used for the others.

    Raises:
        InputError: `series-failed`.
    """
    wishes, progress = control or Control(), CubeProgress(on_event)
    masks = {number: dilated(cube.masks[number], dilate) for number in _readable(cube, progress, wishes)}
    if detect or detector is not None:
        masks = _with_detected(cube, masks, around_each if detect else 0, detector, dilate, progress, wishes)
    numbers, part = list(masks), cube.part(masks)
    filled, deviations = list(cube.images), [_no_deviation(image) for image in cube.images]
    figures: dict[str, Mapping[str, Any]] = {}
    for place, result in _filled_dates(part, around_each, progress, wishes, uncertainty=uncertainty, **options):
        filled[numbers[place]], figures[part.dates[place]] = result.filled, result.figures
        if result.uncertainty is not None:
            deviations[numbers[place]] = result.uncertainty
    if progress.skipped == len(cube.dates):
        date, _, why = progress.warnings[0]
        raise InputError("series-failed", "No date of the series could be filled.", f"Of {date}: {why}")
    spread = None
    if uncertainty:
        empty = Cube(_no_deviation(cube.whole), cube.axis, [], [], [])
        spread = empty.with_images(deviations)
    return cube.with_images(filled), spread, figures, tuple(progress.warnings)


def _filled_dates(
    cube: Cube, around_each: int, progress: CubeProgress, control: Control, **options: Any
) -> Iterator[tuple[int, Result[Any]]]:
    """Fills the dates that have something to fill, by index; warns about those that cannot be filled."""
    shares = [float(mask.mean()) for mask in cube.masks]
    near = [neighbours(cube.dates, shares, number, around_each) for number in range(len(cube.dates))]
    with MemoryFolder() as memory:
        judged = None
        if options["mode"] != "basic" and any(mask.any() for mask in cube.masks):
            judged = judge_cube(
                cube.images, cube.masks, near, memory, seed=options["seed"], threads=options["threads"],
                control=control, progress=progress.judged,
            )  # fmt: skip
        for number, date in enumerate(cube.dates):
            control.check()
            mask = cube.masks[number] if cube.masks[number].any() else None
            if mask is None and not options["nodata"]:
                continue
            found = judged if mask is not None else None
            try:
                result = fill_judged(
                    cube.images[number], mask, [_reference(cube, other, cube.masks, found) for other in near[number]],
                    None if found is None else found[number],
                    on_event=progress.of_date(date, number, len(cube.dates)), control=control, **options,
                )  # fmt: skip
            except (InputError, UsageError) as error:
                if error.code not in NOTHING_MASKED:
                    progress.skip(date, error)
                continue
            progress.warnings += [(date, code, message) for code, message in result.warnings]
            yield number, result


def _no_deviation(image: Any) -> Any:
    """An image-shaped array of NaN, float32."""
    if is_data_array(image):
        return image.copy(data=np.full(image.shape, np.nan, np.float32))
    return np.full(image.shape, np.nan, np.float32)


def _reference(
    cube: Cube, number: int, masks: Sequence[np.ndarray], judged: Sequence[str] | None = None
) -> Reference:
    """A date as a reference for others, masked by its own mask, or by its findings if it was screened."""
    mask: Any = masks[number] if masks[number].any() else None
    mask = mask if judged is None else judged[number]
    return Reference(cube.images[number], mask=mask, date=cube.dates[number])


def _readable(cube: Cube, progress: CubeProgress, control: Control) -> list[int]:
    """Indices of the dates that can be used; warns about the others."""
    found = []
    for number, (image, date) in enumerate(zip(cube.images, cube.dates, strict=True)):
        fault = fault_of(image, date, control=control)
        if fault is None:
            found.append(number)
        else:
            progress.skip(date, fault)
    return found


def _with_detected(
    cube: Cube, masks: Mapping[int, np.ndarray], around_each: int, detector: str | None, dilate: int,
    progress: CubeProgress, control: Control,
) -> dict[int, np.ndarray]:  # fmt: skip
    """The masks combined with cloud and shadow detected from the neighbouring dates or by a network, by date index.

    A date in which nothing can be detected is left out.
    """
    left, made = list(masks), {}
    for number, mask in masks.items():
        near = around([cube.dates[other] for other in left], left.index(number), around_each)
        witnesses = [_reference(cube, left[place], cube.masks) for place in near]
        try:
            found = detect_clouds(
                cube.images[number], references=witnesses, detector=detector, dilate=dilate, control=control
            )
        except (InputError, UsageError) as error:
            if error.code not in NOTHING_MASKED:
                progress.skip(cube.dates[number], error)
                left.remove(number)
                continue
            found = None
        made[number] = mask | _plain(found, cube.images[number])
    return made

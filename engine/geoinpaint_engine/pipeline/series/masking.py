"""Makes the mask of every date of a series once: it says what to fill, and where the date may be used for others."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from geoinpaint_engine.errors import EngineError, InputError, UsageError, known_error
from geoinpaint_engine.job import MaskSource, Reference
from geoinpaint_engine.pipeline.mask_file import write_mask
from geoinpaint_engine.pipeline.series.common_bands import Bands, common_bands, require_match
from geoinpaint_engine.pipeline.series.neighbours import around
from geoinpaint_engine.pipeline.series.state import MASK, Date, Series
from geoinpaint_engine.pipeline.series.steps import Place, Steps, between, make_folder
from geoinpaint_engine.raster.grid import Window
from geoinpaint_engine.raster.handles import gdal_env
from geoinpaint_engine.raster.parallel_map import parallel_map
from geoinpaint_engine.raster.scene import Scene, open_scene
from geoinpaint_engine.sentinel.product_spec import resolve_scene
from geoinpaint_engine.sentinel.products import is_product

NOTHING_MASKED = ("mask-empty", "mask-no-polygons")  # errors that stand for a date without any cloud


def make_masks(series: Series, folder: Path, steps: Steps, *, threads: int, span: tuple[float, float]) -> None:
    """Makes the missing masks; a date that cannot be read or masked is skipped with a warning.

    Args:
        series: the series; its dates' states and figures are set.
        folder: of the series.
        steps: the run.
        threads: number of threads that read the scenes and detect clouds.
        span: start and end of the progress, 0 to 1.
    """
    left = [date for date in series.dates if date.state == "new"]
    start, length = span[0], (span[1] - span[0]) / max(2 * len(left), 1)
    for number, date in enumerate(left):
        with steps.step(date.name, between(start + number * length, start + (number + 1) * length)) as step:
            try:
                date.figures = _surveyed(series, date, threads=threads, check=step.control.check)
            except Exception as error:
                skip(date, error, steps)
                continue
            step.reporter.progress(1.0, message="reading")
    start += len(left) * length
    if series.options.detect or series.options.mode != "basic":
        _skip_other_bands(series, left, steps)
    for number, date in enumerate(one for one in left if one.state == "new"):
        place = between(start + number * length, start + (number + 1) * length)
        _make_mask(series, date, folder, steps, threads, place)
        series.save(folder)


def skip(date: Date, error: Exception, steps: Steps, *, means: str = "is left out") -> None:
    """Skips a date with a warning that says why; raises errors that are not due to the date's own files.

    Args:
        date: the date.
        error: what was raised.
        steps: the run.
        means: what becomes of the date, for the warning.
    """
    known = error if isinstance(error, EngineError) else known_error(error)
    if not isinstance(known, InputError | UsageError):
        raise error
    date.state, date.code, date.message = "skipped", known.code, str(known)
    steps.reporter.warning("date-skipped", f"{date.name} {means}: {known} [{known.code}]")


def _skip_other_bands(series: Series, new: Sequence[Date], steps: Steps) -> None:
    """Skips new dates whose bands do not match those of most dates, because the others cannot be filled from them."""
    surveyed = [date for date in series.dates if date.state != "skipped" and "band_names" in date.figures]
    if not surveyed:
        return
    most = common_bands([_bands_of(date) for date in surveyed])
    for date in (one for one in surveyed if any(one is other for other in new)):
        try:
            require_match(_bands_of(date), most, title=Path(date.path).name)
        except InputError as error:
            skip(date, error, steps)


def _bands_of(date: Date) -> Bands:
    return Bands(tuple(date.figures["band_names"]), tuple(date.figures["bands"]))


def survey(scene: Scene, *, threads: int = 1, check: Callable[[], None]) -> tuple[int, int]:
    """(number of pixels with data in any band, in all bands); reads the whole scene, so that damage shows up here.

    Args:
        scene: the scene.
        threads: number of blocks read in parallel.
        check: called for each block; raises to cancel.

    Raises:
        InputError: those of reading it; `scene-no-valid-pixel`.
    """
    some = every = 0

    def counted(block: Window) -> tuple[int, int]:
        valid = scene.read_bands(block)[1]
        return int(np.count_nonzero(valid.any(axis=0))), int(np.count_nonzero(valid.all(axis=0)))

    with parallel_map(counted, list(scene.grid.window.blocks(scene.block)), threads, name="survey") as counts:
        for in_some, in_every in counts:
            check()
            some, every = some + in_some, every + in_every
    if not some:
        raise InputError(
            "scene-no-valid-pixel", f"{scene.title} has no valid pixel.", "Check its nodata value, mask or alpha."
        )
    return some, every


def _surveyed(series: Series, date: Date, *, threads: int, check: Callable[[], None]) -> dict[str, Any]:
    """`survey` of a date's scene as figures, and its bands."""
    options = series.options
    spec = resolve_scene(date.path, bands=options.bands, resolution=options.resolution)
    with gdal_env(), open_scene(spec, bands=() if is_product(date.path) else options.bands) as scene:
        valid, clear = survey(scene, threads=threads, check=check)
    return {
        "valid_pixels": valid, "clear_pixels": clear,
        "band_names": list(scene.all_descriptions), "bands": list(scene.positions),
    }  # fmt: skip


def _make_mask(
    series: Series, date: Date, folder: Path, steps: Steps, threads: int, place: Place
) -> None:
    options, target = series.options, make_folder(folder / date.name) / MASK
    target.unlink(missing_ok=True)  # of a run that was ended before it noted it
    with steps.step(date.name, place) as step:
        try:
            write_mask(
                date.path, date.mask, str(target), references=_witnesses(series, date) if options.detect else (),
                dilate_px=options.dilate, threads=threads, reporter=step.reporter, control=step.control,
                workspace=step.workspace,
            )  # fmt: skip
        except Exception as error:
            if isinstance(error, EngineError) and error.code in NOTHING_MASKED:
                date.state = "clear"
                date.figures |= {"hole_pixels": 0, "hole_share": 0.0, "holes": 0}
            else:
                skip(date, error, steps)
            return
    date.state = "masked"
    date.figures |= step.figures


def _witnesses(series: Series, date: Date) -> Sequence[Reference]:
    """The dates by which a date's clouds are detected, with what masks them already."""
    others = [one for one in series.dates if one.state != "skipped"]
    near = around([one.date for one in others], others.index(date), series.options.around)
    return [_witness(others[number]) for number in near]


def _witness(date: Date) -> Reference:
    known: MaskSource | None = next((source for source in date.mask if source.path is not None), None)
    if known is None:
        return Reference(path=date.path, date=date.date)
    return Reference(path=date.path, mask=known.path, classes=known.classes, date=date.date)

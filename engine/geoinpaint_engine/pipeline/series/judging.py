"""Joint screening of all dates of a series for cloud and shadow that their masks leave out (docs/clouds.md).

A date's findings are stored in its folder (`clouds.tif`): its own fill uses them, and the other dates are not used
there. Finished blocks are stored until all are done, so that an interrupted run can resume. Large dates are screened
in cells of 2 x 2 pixels, which clouds exceed, in a third of the time.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePath

import msgspec
import numpy as np
import rasterio
from safetensors import SafetensorError

from geoinpaint_engine import __version__
from geoinpaint_engine.pipeline import contamination_cells as of_cells
from geoinpaint_engine.pipeline.contamination_run import LEAST_JUDGED, SIDE, WHOLE
from geoinpaint_engine.pipeline.memory_return import return_memory
from geoinpaint_engine.pipeline.series.neighbours import neighbours
from geoinpaint_engine.pipeline.series.state import CLOUDS, MASK, Date, Series
from geoinpaint_engine.pipeline.series.steps import Steps, make_folder
from geoinpaint_engine.quality.contamination import (
    HALO,
    LEAST_NEIGHBOURS,
    MutualModels,
    MutualWindow,
    learn_mutually,
)
from geoinpaint_engine.quality.contamination import Series as Images
from geoinpaint_engine.raster.checkpoint import packed, sealed, unpacked, unsealed, write_whole
from geoinpaint_engine.raster.grid import Grid, Window
from geoinpaint_engine.raster.handles import Handles, gdal_env, open_raster
from geoinpaint_engine.raster.judged import FOUND, MASKED, findings_profile, tags_of
from geoinpaint_engine.raster.output import check_tiff, flush, writing
from geoinpaint_engine.raster.parallel_map import parallel_map
from geoinpaint_engine.raster.scene import Scene, open_scene
from geoinpaint_engine.raster.spec import in_memory
from geoinpaint_engine.raster.work_folder import remove
from geoinpaint_engine.sentinel.product_spec import resolve_scene
from geoinpaint_engine.sentinel.products import is_product
from geoinpaint_engine.sentinel.radiometry import bands_of_ground

FOLDER = ".judging-"  # prefix of the temporary folder in the series' folder
WINDOWS = 8  # sampled windows that a large scene is learned from
LEARNT = 0.1  # progress when that is done
LEAST_CLEAR = 0.3  # clear share that a window must have in half of the dates
FEW_BANDS, LARGE_BLOCK, SMALL_BLOCK = 4, 512, 256  # px a side of a block: large up to this number of bands
MOST_AT_ONCE = {LARGE_BLOCK: 2, SMALL_BLOCK: 4}  # blocks in parallel: each holds some twenty images


def judge_dates(series: Series, folder: Path, steps: Steps, *, threads: int, span: tuple[float, float]) -> None:
    """Screens the dates that have no findings yet; where the dates are not comparable, each run screens its own.

    Args:
        series: with its masks made, and the jobs of its new dates not planned yet.
        folder: of the series.
        steps: the run.
        threads: number of blocks screened in parallel.
        span: start and end of the progress, 0 to 1.

    Raises:
        InputError: those of reading the scenes.
        ResourceError: `disk-full`, `write-failed`.
    """
    dates = [date for date in series.dates if date.usable]
    names = [date.name for date in dates]
    work = folder / f"{FOLDER}{_identity(series, dates)}"
    for other in folder.glob(f"{FOLDER}*"):
        if other != work:
            remove(other)
    wanted = [n for n, date in enumerate(dates) if date.job is None and not (folder / date.name / CLOUDS).exists()]
    days, shares = [date.date for date in dates], [date.cloudy_share for date in dates]
    near = [neighbours(days, shares, number, series.options.around) for number in range(len(dates))]
    if not wanted or series.options.mode == "basic":
        return
    with ExitStack() as stack:
        stack.enter_context(gdal_env())
        place = _opened(series, dates, folder, stack)

        def report(share: float) -> None:
            steps.reporter.progress(span[0] + (span[1] - span[0]) * share, message="looking for cloud in all dates")

        if not judge_together(
            place, names, near, wanted, work, seed=series.options.seed, threads=threads, check=steps.control.check,
            progress=report,
        ):  # fmt: skip
            return
    for number in wanted:
        (work / f"{names[number]}.tif").replace(make_folder(folder / names[number]) / CLOUDS)
    remove(work)


def judge_together(
    place: Place, names: Sequence[str], near: Sequence[Sequence[int]], wanted: Sequence[int], folder: PurePath, *,
    seed: int, threads: int, check: Callable[[], None], progress: Callable[[float], None],
) -> bool:  # fmt: skip
    """Screens the dates jointly and writes their findings; False where they are not comparable, or too few.

    Args:
        place: the dates.
        names: of each date.
        near: for each date, the indices of its neighbours in time.
        wanted: the indices of the dates whose findings are written.
        folder: for `<name>.tif` of each of them (`raster.judged`); on disk, it is created and blocks of an earlier run
            are reused; or one in memory.
        seed: of the random sample of pixels.
        threads: number of blocks screened in parallel.
        check: raises to cancel.
        progress: called with the share done, 0 to 1.

    Raises:
        InputError: those of reading the scenes.
        ResourceError: `disk-full`, `write-failed`.
    """
    if min(map(len, near)) < LEAST_NEIGHBOURS or not place.alike or place.grid.window.area < LEAST_JUDGED:
        return False
    progress(0.0)
    training = [[place.part(number, cells) for number in range(len(names))] for cells in place.learned_from()]
    models = learn_mutually(training, near, seed=seed, cell=place.cell, check=check)
    del training
    return_memory()  # of this thread's: those that screen would not reuse it
    if models is None:
        return False
    progress(LEARNT)
    side = LARGE_BLOCK if place.bands <= FEW_BANDS else SMALL_BLOCK
    blocks, numbers = list(place.grid.window.blocks(side * place.cell)), [str(number) for number in wanted]
    stored = None if in_memory(folder) else make_folder(Path(folder))

    def screened_block(block: Window) -> dict[str, np.ndarray]:
        if stored is None:
            return _judged(place, models, wanted, block)
        return _kept(stored, numbers, block, lambda: _judged(place, models, wanted, block))

    def report(block: Window) -> None:
        check()
        done = (block.row * place.grid.width + block.col * block.height) / place.grid.window.area
        progress(LEARNT + (1 - LEARNT) * done)

    with parallel_map(screened_block, blocks, min(threads, MOST_AT_ONCE[side]), name="judge") as judged:
        _write(names, place, models, wanted, folder, zip(blocks, judged, strict=True), report)
    return True


def _identity(series: Series, dates: Sequence[Date]) -> str:
    """A hash of everything that the findings depend on."""
    known = [[date.name, date.path, date.stamp, date.figures] for date in dates]
    text = json.dumps([__version__, repr(msgspec.structs.replace(series.options, threads=0)), known], sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


@dataclass(frozen=True)
class Place:
    """The opened dates of a place.

    Args:
        scenes: one per date.
        masks: one per date, not zero where it is to be filled; None where nothing is.
    """

    scenes: Sequence[Scene]
    masks: Sequence[Handles | None]

    @property
    def grid(self) -> Grid:
        """The grid of the first date."""
        return self.scenes[0].grid

    @property
    def bands(self) -> int:
        """Number of bands of each date."""
        return len(self.scenes[0].band_names)

    @property
    def cell(self) -> int:
        """Px a side of the cells that are screened."""
        return of_cells.CELL if self.grid.window.area > of_cells.LARGE else 1

    @property
    def cells(self) -> Window:
        """The whole place, in cells."""
        return of_cells.cells_of(self.grid.window, self.cell)

    def pixels_of(self, cells: Window) -> Window:
        """The window of pixels that cells cover; those of the last row and column may be incomplete."""
        return of_cells.pixels_of(cells, self.cell, self.grid.window)

    @property
    def alike(self) -> bool:
        """Whether all dates share grid, bands, dtype and radiometry."""
        first = self.scenes[0]
        return all(
            (one.grid, one.band_names, one.dtype, one.radiometry)
            == (first.grid, first.band_names, first.dtype, first.radiometry)
            for one in self.scenes
        )

    def masked(self, number: int, window: Window) -> np.ndarray:
        """(rows, cols) bool: where a date is to be filled."""
        mask = self.masks[number]
        if mask is None:
            return np.zeros(window.shape, dtype=bool)
        return np.asarray(mask.get().read(1, window=window.ranges) > 0)

    def part(self, number: int, cells: Window) -> Images:
        """A date in a window of cells, each the mean of its valid, unmasked pixels."""
        window = self.pixels_of(cells)
        data, valid = self.scenes[number].read_bands(window)
        hole = self.masked(number, window)
        seen = valid.all(axis=0) & ~hole
        image = np.where(valid.all(axis=0), data, 0).astype(np.float32)[bands_of_ground(self.scenes[0].descriptions)]
        image, seen = of_cells.means(image, seen, self.cell)
        return Images(image[None], seen[None], of_cells.holes(hole, seen, self.cell))

    def spread(self, values: np.ndarray, block: Window) -> np.ndarray:
        """Upsamples (..., rows, cols) cells of a block to its pixels."""
        return of_cells.spread(values, self.cell, block.shape)

    def without(self, number: int, block: Window, added: np.ndarray | None) -> np.ndarray:
        """(bands, rows, cols) float32 DN: a date minus the contribution of cloud and shadow, by cells; None: zeros."""
        if added is None:
            return np.zeros((self.bands, *block.shape), np.float32)
        return np.asarray(self.scenes[number].read_bands(block)[0] - self.spread(added, block), dtype=np.float32)

    def learned_from(self) -> list[Window]:
        """Sampled windows of cells in which most dates are clear; the whole place if it is small."""
        bounds = self.cells
        if max(bounds.shape) <= WHOLE:
            return [bounds]
        blocks = list(bounds.blocks(SIDE))
        order = np.random.default_rng(np.random.SeedSequence((0, 6))).permutation(len(blocks))
        found: list[Window] = []
        for index in order:
            window = self.pixels_of(blocks[index])
            clear = [1 - self.masked(number, window).mean() for number in range(len(self.scenes))]
            if np.median(clear) >= LEAST_CLEAR:
                found.append(blocks[index])
            if len(found) == WINDOWS:
                break
        return sorted(found) or [blocks[index] for index in sorted(order[:WINDOWS])]


def _opened(series: Series, dates: Sequence[Date], folder: Path, stack: ExitStack) -> Place:
    """Opens the dates, until the stack is closed."""
    options, scenes = series.options, []
    masks: list[Handles | None] = []
    for date in dates:
        spec = resolve_scene(date.path, bands=options.bands, resolution=options.resolution)
        bands = () if is_product(date.path) else options.bands
        scenes.append(stack.enter_context(open_scene(spec, bands=bands)))
        mask = None
        if date.state == "masked":
            path = str(folder / date.name / MASK)
            mask = Handles(partial(open_raster, path))
            stack.callback(mask.close)
        masks.append(mask)
    return Place(scenes, masks)


def _judged(place: Place, models: MutualModels, wanted: Sequence[int], block: Window) -> dict[str, np.ndarray]:
    """The findings of the dates in a block, keyed by "<index of the date>.<field>"."""
    own = of_cells.cells_of(block, place.cell)
    outer = own.padded(HALO, place.cells)
    inner = own.within(outer)
    window = MutualWindow(models, lambda number: place.part(number, outer))
    needed = [_reach(models, number) for number in wanted]
    found: dict[str, np.ndarray] = {}
    for turn, number in enumerate(wanted):
        judged, unused = window.judged(number)
        judged = judged.of_bands(place.bands)
        opacity = place.spread(np.where(judged.cloud | judged.shadow, judged.opacity, np.float32(0))[inner], block)
        places = np.flatnonzero(opacity)
        veiled = place.spread(judged.restorable[inner], block).ravel()[places]
        restored = judged.restored[(slice(None), *inner)]
        if place.cell > 1:
            # only the contribution of cloud and shadow is smooth and may be upsampled; the ground is not
            added = window.image(number)[(slice(None), *inner)] - restored if veiled.any() else None
            restored = place.without(number, block, added)
        restored = restored.reshape(place.bands, -1)[:, places]
        found[f"{number}.places"] = places.astype(np.int32)
        found[f"{number}.opacity"] = opacity.ravel()[places] * np.float32(100)
        found[f"{number}.restored"] = np.where(veiled, restored, np.float32(0)).astype(np.float32)
        found[f"{number}.unused"] = np.packbits(place.spread(unused[inner], block))
        window.forget(set().union(*needed[turn + 1 :]))
    return found


def _reach(models: MutualModels, number: int) -> set[int]:
    """The dates that a date's screening reads: its neighbours, and theirs."""
    near = {number, *models.neighbours[number]}
    return near.union(*(models.neighbours[one] for one in near))


def _kept(
    work: Path, dates: Sequence[str], block: Window, make: Callable[[], dict[str, np.ndarray]]
) -> dict[str, np.ndarray]:
    """A block's findings, reused from the work folder where an earlier run stored them for all wanted dates."""
    path = work / f"{block.row}_{block.col}.safetensors"
    with suppress(OSError, SafetensorError):
        data = unsealed(path)
        if data is not None:
            found = unpacked(data)
            if all(f"{name}.places" in found for name in dates):
                return found
    found = make()
    write_whole(path, sealed(packed(found)), durable=False)
    return found


def _write(
    names: Sequence[str], place: Place, models: MutualModels, wanted: Sequence[int], work: PurePath,
    parts: Iterable[tuple[Window, dict[str, np.ndarray]]], report: Callable[[Window], None],
) -> None:  # fmt: skip
    """Writes the findings of each date into the work folder, under its name."""
    profile = findings_profile(place.grid, bands=place.bands)
    with ExitStack() as stack:
        stack.enter_context(writing(work / CLOUDS))
        outs = {}
        for number in wanted:
            out = stack.enter_context(rasterio.open(work / f"{names[number]}.tif", "w", **profile))
            out.update_tags(**tags_of(ragged=models.ragged[number], change=models.models[number].change))
            out.descriptions = ("unused", "opacity", *place.scenes[number].band_names)
            outs[number] = out
        for block, found in parts:
            report(block)
            for number, out in outs.items():
                values = np.zeros((place.bands + 2, block.area), np.float32)
                unused = np.unpackbits(found[f"{number}.unused"], count=block.area) > 0
                masked = place.masked(number, block).ravel()
                values[0] = np.where(masked, np.float32(MASKED), np.where(unused, np.float32(FOUND), np.float32(0)))
                places = found[f"{number}.places"]
                values[1, places], values[2:, places] = found[f"{number}.opacity"], found[f"{number}.restored"]
                if values.any():
                    out.write(values.reshape(-1, *block.shape), window=block.ranges)
    for number in () if in_memory(work) else wanted:
        check_tiff(work / f"{names[number]}.tif", sparse=True)
        flush(Path(work / f"{names[number]}.tif"))

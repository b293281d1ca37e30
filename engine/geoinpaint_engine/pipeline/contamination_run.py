"""The scene and its references judged once before a run: what beside the mask, or in a date, is cloud or shadow."""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from functools import partial
from pathlib import Path, PurePath

import numpy as np
import rasterio

from geoinpaint_engine.pipeline import contamination_cells as of_cells
from geoinpaint_engine.pipeline.contamination_counts import JudgedBlock, Tally
from geoinpaint_engine.pipeline.contamination_found import Found, tell_of_dates
from geoinpaint_engine.quality.contamination import (
    HALO,
    RELEARNT,
    TRUST,
    TRUST_UNMASKED,
    Judgement,
    Model,
    Series,
    far_from_hole,
    found_roughly,
    judge,
    judged_dates,
    learn,
    leaves_rims,
)
from geoinpaint_engine.quality.single_date_cloud import brightest_ground, cloud_under_hole
from geoinpaint_engine.raster.checkpoint import sha256_of_file, write_whole
from geoinpaint_engine.raster.decoded import in_bands
from geoinpaint_engine.raster.distance import distance_to
from geoinpaint_engine.raster.grid import Grid, Window
from geoinpaint_engine.raster.handles import gdal_env
from geoinpaint_engine.raster.holes import HoleCounter
from geoinpaint_engine.raster.judged import (
    BLOCK,
    DATES,
    JUDGED,
    Judged,
    dates_profile,
    judged_profile,
    opened_findings,
    tags_of,
)
from geoinpaint_engine.raster.mask_layers import MaskLayer, open_mask
from geoinpaint_engine.raster.masks import (
    CLEAR,
    CONTAMINATED,
    FILLED,
    VEILED,
    MaskStats,
    mask_profile,
    reopen_mask,
    unmasked_scene,
)  # fmt: skip
from geoinpaint_engine.raster.output import check_tiff, flush, make_folder, move_raster, writing
from geoinpaint_engine.raster.parallel_map import parallel_map
from geoinpaint_engine.raster.scene import Scene, Warn
from geoinpaint_engine.raster.source import JobSource, Reference
from geoinpaint_engine.raster.spec import in_memory
from geoinpaint_engine.sentinel.harmonisation import in_scene_units

WHOLE = 512  # px: a scene of at most this size on each side is learned from as one window
SIDE, WINDOWS = 192, 12  # px of the windows that a larger one is learned from, and how many
BLOCK_VALUES = 13_000_000  # values of all images that are held for a block at once
# Clear pixels under which dates do not judge a scene unasked: they are too few to learn what ground does without cloud.
LEAST_JUDGED = 2_000
NOTED = "contamination.json"


@dataclass(frozen=True)
class Judge:
    """A scene's model, learned without what a first one has found in the dates.

    Args:
        model: the model.
        masked: whether there is a mask, and
        ragged: whether it leaves cloud or shadow beside it.
        brightest: (bands,) DN of the brightest ground of a date that is the only one; else None.
    """

    model: Model
    masked: bool
    ragged: bool
    brightest: np.ndarray | None = None

    @property
    def cell(self) -> int:
        """Px of the side of the cells that it judges."""
        return self.model.cell

    @classmethod
    def of(cls, source: JobSource, *, seed: int, check: Callable[[], None]) -> Judge:
        """Learned from windows of the scene: all of a small one; of a large one some near the hole, some anywhere."""
        series, masked = [], source.mask.stats.hole_pixels > 0
        # a mask is told pixel by pixel, and so is a single date, which is looked at under the hole too
        large = source.grid.window.area > of_cells.LARGE and masked and len(source.references) > 1
        cell = of_cells.CELL if large else 1
        for window in _learned_from(source, seed):
            check()
            series.append(of_cells.series_of(source, window, cell))
        trust = TRUST if masked else TRUST_UNMASKED
        clear = [far_from_hole(one) for one in series]
        if sum(int(one.sum()) for one in clear) < 0.1 * sum(int(one.valid[0].sum()) for one in series):
            clear = [one.valid[0] for one in series]
        found = None if masked else partial(found_roughly, windows=series)
        model = learn(series, [one.valid for one in series], clear=clear, trust=trust, seed=seed, found=found)
        model = replace(model, cell=cell)
        valid = []
        for one in series:
            check()
            valid.append(judged_dates(model, one))
        if _unbelieved(series, valid) > RELEARNT:
            model = replace(learn(series, valid, clear=clear, trust=trust, seed=seed, found=found), cell=cell)
        brightest = None
        if masked and len(source.references) == 1:
            seen = [one.fine[1][:, far & clean[1]] for one, far, clean in zip(series, clear, valid, strict=True)]
            brightest = brightest_ground(np.concatenate(seen, axis=1))
        return cls(model, masked, masked and leaves_rims(model, series, valid), brightest)

    def __call__(self, series: Series) -> Judgement:
        """The judgement of a window."""
        return judge(self.model, series, masked=self.masked, ragged=self.ragged)


def judge_scene(
    source: JobSource,
    folder: PurePath,
    *,
    seed: int,
    grow: bool,
    threads: int,
    check: Callable[[], None],
    told: Callable[[float], None] = lambda share: None,
) -> tuple[JobSource, Found]:
    """Judges a scene and its references, and stores what was found in the work folder.

    Args:
        source: the scene and its references, its mask in `folder`, which is replaced.
        folder: the work folder.
        seed: of the pixels that are learned from.
        grow: whether cloud and shadow found in the scene are filled too.
        threads: that judge blocks side by side.
        check: called for each block; raises to end.
        told: the share of the work that is done.

    Returns:
        The source that uses none of what was found, and what it was.

    Raises:
        InputError: those of reading the scene and the references.
        ResourceError: `disk-full`, `write-failed`.
    """
    seen = source.without_sar()
    judged = Judge.of(seen, seed=seed, check=check)
    dates, bands = len(source.references), len(source.band_names)
    blocks = in_bands(source.grid.window.blocks(_block_side(bands * (dates + 1), judged.cell)), lambda block: block)
    with parallel_map(lambda w: _judged(judged, seen, w), blocks, threads, name="judge") as parts:
        return _stored(
            source, folder, blocks, parts, grow=grow, ragged=judged.ragged, change=judged.model.change, check=check,
            told=told,
        )  # fmt: skip


def taken_over(
    source: JobSource, folder: PurePath, path: str, *, grow: bool, check: Callable[[], None]
) -> tuple[JobSource, Found]:
    """The same of a scene that was judged with the other dates of its series, which are masked accordingly.

    Args:
        source: the scene and its references, its mask in `folder`, which is replaced.
        folder: the work folder.
        path: of what the series has stored, see `raster.judged`.
        grow: whether cloud and shadow found in the scene are filled too.
        check: called for each block; raises to end.

    Raises:
        InputError: `judged-mismatch`, `raster-unreadable`.
        ResourceError: `disk-full`, `write-failed`.
    """
    with opened_findings(path, source.grid, bands=len(source.band_names)) as found:
        blocks = list(source.grid.window.blocks(BLOCK))
        parts = (_taken_over(source, block, *found.read(block)) for block in blocks)
        return _stored(
            source, folder, blocks, parts, grow=grow, ragged=found.ragged, change=found.change, check=check
        )


def _stored(
    source: JobSource, folder: PurePath, blocks: Sequence[Window], parts: Iterable[JudgedBlock], *, grow: bool,
    ragged: bool, change: np.ndarray | None, check: Callable[[], None],
    told: Callable[[float], None] = lambda share: None,
) -> tuple[JobSource, Found]:  # fmt: skip
    grid, dates, bands = source.grid, len(source.references), len(source.band_names)
    codes_path, tally, holes = folder / "codes.tif", Tally(dates), _Holes(grid, blocks) if grow else None
    with (
        writing(codes_path), gdal_env(),
        rasterio.open(codes_path, "w", **mask_profile(grid)) as codes,
        rasterio.open(folder / JUDGED, "w", **judged_profile(grid, bands=bands)) as restored,
        rasterio.open(folder / DATES, "w", **dates_profile(grid, dates=dates)) as cloudy,
    ):  # fmt: skip
        restored.update_tags(**tags_of(ragged=ragged, change=change if grow else None))
        for number, (block, part) in enumerate(zip(blocks, parts, strict=True), 1):
            check()
            told(number / len(blocks))
            part = part.grown() if grow else part
            tally.add(part)
            if holes is not None:
                holes.add(block, np.isin(part.codes, FILLED))
            for out, values in ((codes, part.codes[None]), (restored, part.restored), (cloudy, part.dates)):
                if values.any():  # what was never written reads as 0
                    out.write(values, window=block.ranges)
    for path in (codes_path, folder / JUDGED, folder / DATES):
        check_tiff(path, sparse=True)
    source.mask.close()
    move_raster(codes_path, source.mask.path)
    old = source.mask.stats
    number, largest = (old.holes, old.largest_hole) if holes is None else holes.result()
    stats = MaskStats(tally.hole, old.valid_pixels, tally.clear, number, largest)
    found = tally.found(ragged=ragged)
    if not in_memory(folder):
        _note(Path(folder), found)
    mask = reopen_mask(source.mask.path, grid, stats=stats, fills_nodata=source.mask.fills_nodata)
    return source.with_judged(mask, Judged(folder)), found


class _Holes:
    """Counts the holes of blocks that come in any order; those that come early are kept, a bit a pixel."""

    def __init__(self, grid: Grid, blocks: Sequence[Window]) -> None:
        self._counter, self._left = HoleCounter(grid.width), deque(sorted(blocks))
        self._early: dict[Window, np.ndarray] = {}

    def add(self, block: Window, hole: np.ndarray) -> None:
        """Takes in the (rows, cols) bool hole of a block."""
        self._early[block] = np.packbits(hole)
        while self._left and self._left[0] in self._early:
            following = self._left.popleft()
            bits = np.unpackbits(self._early.pop(following), count=following.area)
            self._counter.add(following, bits.reshape(following.shape) > 0)

    def result(self) -> tuple[int, int]:
        """(number of holes, size of the largest in px)."""
        return self._counter.result()


def judged_before(source: JobSource, folder: PurePath) -> tuple[JobSource, Found] | None:
    """What an earlier run has judged and left in the work folder, None where it had not come so far, or is damaged."""
    with suppress(OSError, ValueError, TypeError, KeyError, AttributeError):
        document = json.loads((Path(folder) / NOTED).read_text(encoding="utf-8"))
        if all(sha256_of_file(Path(folder) / name) == document["sha256"][name] for name in (JUDGED, DATES)):
            noted = document["found"]
            found = Found(**{**noted, "dates": tuple(noted["dates"])})
            return source.with_judged(source.mask, Judged(folder)), found
    return None


def _note(folder: Path, found: Found) -> None:
    """Notes what was found, and of what files, for a run that goes on from it."""
    for name in (JUDGED, DATES):
        flush(folder / name)
    hashes = {name: sha256_of_file(folder / name) for name in (JUDGED, DATES)}
    write_whole(folder / NOTED, json.dumps({"found": asdict(found), "sha256": hashes}).encode())


def detected(
    scene: Scene, references: Sequence[Reference], folder: PurePath, *, seed: int = 0, threads: int, warn: Warn,
    check: Callable[[], None],
) -> MaskLayer:  # fmt: skip
    """A mask source: what the references tell to be cloud or shadow in a scene.

    Args:
        scene: the scene.
        references: its other dates, opened on its grid.
        folder: the work folder, where it is stored.
        seed: of the pixels that are learned from.
        threads: that judge blocks side by side.
        warn: told (code, message): `reference-cloudy`, `reference-units`, ...
        check: called for each block; raises to end.
    """
    place = make_folder(folder / "detected")
    unmasked = unmasked_scene(scene, place / "mask.tif", check=check)
    source = in_scene_units(JobSource(scene, unmasked, references=references), warn=warn)
    source, found = judge_scene(source, place, seed=seed, grow=True, threads=threads, check=check)
    tell_of_dates(source, found, warn=warn)
    source.mask.close()
    if source.judged is not None:
        source.judged.close()
    return open_mask(str(source.mask.path), scene.grid, classes=FILLED)


def _judged(judged: Judge, source: JobSource, block: Window) -> JudgedBlock:
    cell, bounds = judged.cell, source.grid.window
    own = of_cells.cells_of(block, cell)
    seen_around = own.padded(HALO, of_cells.cells_of(bounds, cell))
    outer = of_cells.pixels_of(seen_around, cell, bounds)
    codes = source.mask.read(block)
    if judged.masked and source.grid.window.area > of_cells.LARGE and source.mask.hole_blocks.at_most(outer) == 0:
        return _untouched(codes, bands=len(source.band_names), dates=len(source.references))
    series = of_cells.series_of(source, outer, cell)
    inner = own.within(seen_around)
    found = judged(series).of_bands(len(source.band_names))

    def of_pixels(values: np.ndarray) -> np.ndarray:
        return of_cells.spread(values[(..., *inner)], cell, block.shape)

    flagged = of_pixels(found.cloud | found.shadow) & (codes == CLEAR)
    veiled = flagged & of_pixels(found.restorable)
    thin, ground = flagged & of_pixels(found.seen), of_pixels(found.restored)
    if cell > 1 and thin.any():
        # what cloud and shadow add is smooth, the ground is not
        added = of_cells.spread_smoothly(series.images[0] - found.restored, inner, cell, block.shape)
        ground = source.scene.read_bands(block)[0] - added
    restored = np.where(thin, ground, np.float32(0)).astype(np.float32, copy=False)
    opacity = np.where(flagged, of_pixels(found.opacity), np.float32(0)) * np.float32(100)
    new = np.where(veiled, np.uint8(VEILED), np.where(flagged, np.uint8(CONTAMINATED), codes))
    hole = series.hole if cell == 1 else source.hole(outer)
    within = block.within(outer)
    far = distance_to(hole)[within] if hole.any() else np.full(block.shape, np.inf)
    seen = of_pixels(series.valid[1:])
    unused = ~found.valid[1:]
    under = np.zeros(series.shape, dtype=bool)
    if judged.brightest is not None and hole.any():
        under = cloud_under_hole(series.fine[1], hole & series.valid[1], judged.brightest, judged.model.white)
        unused[0] |= under
    dates = (seen & of_pixels(unused)).astype(np.uint8)
    if not len(dates):
        dates = np.zeros((1, *block.shape), np.uint8)
    restored = np.concatenate([restored, opacity[None]])
    return JudgedBlock(new, restored, dates, far, seen, int(np.count_nonzero(under[inner])))


def _taken_over(source: JobSource, block: Window, opacity: np.ndarray, restored: np.ndarray) -> JudgedBlock:
    """A block of which (rows, cols) opacity in percent and (bands, rows, cols) restored DN, else 0, are known."""
    codes = source.mask.read(block)
    part = _untouched(codes, bands=len(restored), dates=len(source.references))
    outer = block.padded(HALO, source.grid.window)
    if source.mask.hole_blocks.at_most(outer):
        hole = source.mask.hole(outer)
        if hole.any():
            part = replace(part, distance=distance_to(hole)[block.within(outer)])
    flagged = (opacity != 0) & (codes == CLEAR)
    if not flagged.any():
        return part
    veiled = flagged & restored.any(axis=0)
    new = np.where(veiled, np.uint8(VEILED), np.where(flagged, np.uint8(CONTAMINATED), codes))
    kept = np.concatenate([np.where(veiled, restored, np.float32(0)), np.where(flagged, opacity, np.float32(0))[None]])
    return replace(part, codes=new, restored=kept)


def _untouched(codes: np.ndarray, *, bands: int, dates: int) -> JudgedBlock:
    """A block far from every hole, which is not looked at."""
    return JudgedBlock(
        codes, np.zeros((bands + 1, *codes.shape), np.float32), np.zeros((max(dates, 1), *codes.shape), np.uint8),
        np.full(codes.shape, np.inf), np.zeros((dates, *codes.shape), dtype=bool),
    )  # fmt: skip


def _learned_from(source: JobSource, seed: int) -> list[Window]:
    bounds = source.grid.window
    if max(bounds.shape) <= WHOLE:
        return [bounds]
    generator = np.random.default_rng(np.random.SeedSequence((seed, 6)))
    blocks = [block for block in bounds.blocks(SIDE) if source.mask.clear_blocks.at_most(block) >= 0.2 * block.area]
    near = [block for block in blocks if source.mask.hole_blocks.at_most(block.padded(SIDE, bounds))]
    chosen = [blocks[i] for i in generator.permutation(len(blocks))[: WINDOWS // 2]]
    chosen += [near[i] for i in generator.permutation(len(near))[: WINDOWS // 2]]
    return sorted(set(chosen)) or [Window(0, 0, min(WHOLE, bounds.height), min(WHOLE, bounds.width))]


def _unbelieved(series: Sequence[Series], valid: Sequence[np.ndarray]) -> float:
    """The largest share of an image's valid pixels that is not believed."""
    seen, left = (np.sum([one.sum(axis=(1, 2)) for one in all_], axis=0) for all_ in ([s.valid for s in series], valid))
    return float((1 - left / np.maximum(seen, 1)).max())


def _block_side(layers: int, cell: int = 1) -> int:
    """Px of a block's side, so that a block of so many layers stays within what is held at once.

    Of a block of cells one pixel in four is kept, so it may be larger; the halo around it is in cells too.
    """
    for side in (1024, 512, 256) if cell > 1 else (512, 256):
        if layers * (side + 2 * cell * HALO) ** 2 <= cell * BLOCK_VALUES:
            return side
    return 128

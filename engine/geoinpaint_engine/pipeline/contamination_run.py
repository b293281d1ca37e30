"""Screens the scene and its references for cloud and shadow that the mask leaves out, once, before anything is learned.

Findings are stored in the work folder: codes in the mask, the opacity and the ground seen through it, and where each
date is not used (docs/clouds.md).
"""

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
from geoinpaint_engine.pipeline.contamination_found import Found, warn_of_dates
from geoinpaint_engine.quality.contamination import (
    HALO,
    RELEARNT,
    TRUST,
    TRUST_UNMASKED,
    Judgement,
    Model,
    Series,
    coarse_findings,
    far_from_hole,
    judge,
    judged_dates,
    learn,
    leaves_rims,
)
from geoinpaint_engine.quality.single_date_cloud import bright_ground, cloud_of_date
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
from geoinpaint_engine.raster.mask_layers import MaskLayer, open_detected
from geoinpaint_engine.raster.mask_stats import MaskStats
from geoinpaint_engine.raster.masks import (
    CLEAR,
    CONTAMINATED,
    FILLED,
    VEILED,
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

WHOLE = 512  # px: a scene up to this size on each side is learned from as a single window
SIDE, WINDOWS = 192, 12  # px a side and number of the windows that a larger scene is learned from
BLOCK_VALUES = 13_000_000  # values of all images held in memory for a block
# With fewer clear pixels, the scene is not screened by default: too few to learn how cloud-free ground varies.
LEAST_JUDGED = 2_000
SUMMARY = "contamination.json"


@dataclass(frozen=True)
class Screening:
    """The fitted screening of a scene: call it with the images of a window.

    Args:
        model: the fitted predictions.
        masked: whether the scene has a mask.
        ragged: whether that mask leaves cloud or shadow along its edge.
        ground: (2, bands) DN of the bright clear ground of a single reference, see `bright_ground`; else None.
    """

    model: Model
    masked: bool
    ragged: bool
    ground: np.ndarray | None = None

    @property
    def cell(self) -> int:
        """Px a side of the cells that are screened."""
        return self.model.cell

    @classmethod
    def of(cls, source: JobSource, *, seed: int, check: Callable[[], None]) -> Screening:
        """Fits the screening on a small scene, or on sampled windows of a large one, half of them near the hole."""
        series, masked = [], source.mask.stats.hole_pixels > 0
        # full resolution for `--detect`, whose mask is written, and for a single date, screened under the hole too
        large = source.grid.window.area > of_cells.LARGE and masked and len(source.references) > 1
        cell = of_cells.CELL if large else 1
        for window in _training_windows(source, seed):
            check()
            series.append(of_cells.series_of(source, window, cell))
        trust = TRUST if masked else TRUST_UNMASKED
        clear = [far_from_hole(one) for one in series]
        if sum(int(one.sum()) for one in clear) < 0.1 * sum(int(one.valid[0].sum()) for one in series):
            clear = [one.valid[0] for one in series]
        found = None if masked else partial(coarse_findings, windows=series)
        model = learn(series, [one.valid for one in series], clear=clear, trust=trust, seed=seed, found=found)
        model = replace(model, cell=cell)
        valid = []
        for one in series:
            check()
            valid.append(judged_dates(model, one))
        if _rejected_share(series, valid) > RELEARNT:
            model = replace(learn(series, valid, clear=clear, trust=trust, seed=seed, found=found), cell=cell)
        ground = None
        if masked and len(source.references) == 1:
            seen = [one.fine[1][:, far & clean[1]] for one, far, clean in zip(series, clear, valid, strict=True)]
            ground = bright_ground(np.concatenate(seen, axis=1))
        return cls(model, masked, masked and leaves_rims(model, series, valid), ground)

    def __call__(self, series: Series) -> Judgement:
        """Screens a window."""
        return judge(self.model, series, masked=self.masked, ragged=self.ragged)


def screen_scene(
    source: JobSource,
    folder: PurePath,
    *,
    seed: int,
    grow: bool,
    threads: int,
    check: Callable[[], None],
    progress: Callable[[float], None] = lambda share: None,
) -> tuple[JobSource, Found]:
    """Screens a scene and its references, and stores the findings in the work folder.

    Args:
        source: the scene and its references; its mask in `folder` is replaced.
        folder: the work folder.
        seed: of the random sample of pixels.
        grow: whether cloud and shadow found in the scene are filled too.
        threads: number of blocks screened in parallel.
        check: called for each block; raises to cancel.
        progress: called with the share of the work done, 0 to 1.

    Returns:
        The source that excludes the findings, and their summary.

    Raises:
        InputError: those of reading the scene and the references.
        ResourceError: `disk-full`, `write-failed`.
    """
    optical = source.without_sar()
    screening = Screening.of(optical, seed=seed, check=check)
    dates, bands = len(source.references), len(source.band_names)
    blocks = in_bands(source.grid.window.blocks(_block_side(bands * (dates + 1), screening.cell)), lambda block: block)
    with parallel_map(lambda w: _screened(screening, optical, w), blocks, threads, name="judge") as parts:
        return _stored(
            source, folder, blocks, parts, grow=grow, ragged=screening.ragged, change=screening.model.change,
            threads=threads, check=check, progress=progress,
        )  # fmt: skip


def with_series_findings(
    source: JobSource, folder: PurePath, path: str, *, grow: bool, threads: int, check: Callable[[], None]
) -> tuple[JobSource, Found]:
    """As `screen_scene`, with findings of a series' joint screening, whose dates are masked accordingly already.

    Args:
        source: the scene and its references; its mask in `folder` is replaced.
        folder: the work folder.
        path: of the findings that the series has stored, see `raster.judged`.
        grow: whether cloud and shadow found in the scene are filled too.
        threads: number of blocks read in parallel.
        check: called for each block; raises to cancel.

    Raises:
        InputError: `judged-mismatch`, `raster-unreadable`.
        ResourceError: `disk-full`, `write-failed`.
    """
    blocks = list(source.grid.window.blocks(BLOCK))
    with (
        opened_findings(path, source.grid, bands=len(source.band_names)) as found,
        parallel_map(lambda b: _block_of_series(source, b, *found.read(b)), blocks, threads, name="found") as parts,
    ):
        return _stored(
            source, folder, blocks, parts, grow=grow, ragged=found.ragged, change=found.change, threads=threads,
            check=check,
        )  # fmt: skip


def _stored(
    source: JobSource, folder: PurePath, blocks: Sequence[Window], parts: Iterable[JudgedBlock], *, grow: bool,
    ragged: bool, change: np.ndarray | None, threads: int, check: Callable[[], None],
    progress: Callable[[float], None] = lambda share: None,
) -> tuple[JobSource, Found]:  # fmt: skip
    grid, dates, bands = source.grid, len(source.references), len(source.band_names)
    codes_path, tally, holes = folder / "codes.tif", Tally(dates), _Holes(grid, blocks) if grow else None
    with (
        writing(codes_path), gdal_env(),
        rasterio.open(codes_path, "w", **mask_profile(grid)) as codes,
        rasterio.open(folder / JUDGED, "w", **judged_profile(grid, bands=bands), num_threads=threads) as restored,
        rasterio.open(folder / DATES, "w", **dates_profile(grid, dates=dates)) as cloudy,
    ):  # fmt: skip
        restored.update_tags(**tags_of(ragged=ragged, change=change if grow else None))
        for number, (block, part) in enumerate(zip(blocks, parts, strict=True), 1):
            check()
            progress(number / len(blocks))
            part = part.grown() if grow else part
            tally.add(part)
            if holes is not None:
                holes.add(block, np.isin(part.codes, FILLED))
            for out, values in ((codes, part.codes[None]), (restored, part.restored), (cloudy, part.dates)):
                if values.any():  # sparse file: blocks that are never written read as 0
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
        _record(Path(folder), found)
    mask = reopen_mask(source.mask.path, grid, stats=stats, fills_nodata=source.mask.fills_nodata)
    return source.with_judged(mask, Judged(folder)), found


class _Holes:
    """Counts holes in blocks that arrive in any order; early ones are held back, packed to a bit a pixel."""

    def __init__(self, grid: Grid, blocks: Sequence[Window]) -> None:
        self._counter, self._left = HoleCounter(grid.width), deque(sorted(blocks))
        self._early: dict[Window, np.ndarray] = {}

    def add(self, block: Window, hole: np.ndarray) -> None:
        """Adds the (rows, cols) bool hole of a block."""
        self._early[block] = np.packbits(hole)
        while self._left and self._left[0] in self._early:
            following = self._left.popleft()
            bits = np.unpackbits(self._early.pop(following), count=following.area)
            self._counter.add(following, bits.reshape(following.shape) > 0)

    def result(self) -> tuple[int, int]:
        """(number of holes, size of the largest in px)."""
        return self._counter.result()


def resumed_findings(source: JobSource, folder: PurePath) -> tuple[JobSource, Found] | None:
    """Findings of an interrupted run in the work folder; None where there are none, or they are damaged."""
    with suppress(OSError, ValueError, TypeError, KeyError, AttributeError):
        document = json.loads((Path(folder) / SUMMARY).read_text(encoding="utf-8"))
        if all(sha256_of_file(Path(folder) / name) == document["sha256"][name] for name in (JUDGED, DATES)):
            noted = document["found"]
            found = Found(**{**noted, "dates": tuple(noted["dates"])})
            return source.with_judged(source.mask, Judged(folder)), found
    return None


def _record(folder: Path, found: Found) -> None:
    """Writes the summary and the files' hashes, for a run that resumes from them."""
    for name in (JUDGED, DATES):
        flush(folder / name)
    hashes = {name: sha256_of_file(folder / name) for name in (JUDGED, DATES)}
    write_whole(folder / SUMMARY, json.dumps({"found": asdict(found), "sha256": hashes}).encode())


def detected(
    scene: Scene, references: Sequence[Reference], folder: PurePath, *, seed: int = 0, threads: int, warn: Warn,
    check: Callable[[], None],
) -> MaskLayer:  # fmt: skip
    """The mask source of `--detect`: cloud and shadow in a scene, detected from its references.

    Args:
        scene: the scene.
        references: its other dates, opened on its grid.
        folder: the work folder, where it is stored.
        seed: of the random sample of pixels.
        threads: number of blocks screened in parallel.
        warn: called with (code, message): `reference-cloudy`, `reference-units`, ...
        check: called for each block; raises to cancel.
    """
    place = make_folder(folder / "detected")
    unmasked = unmasked_scene(scene, place / "mask.tif", check=check)
    source = in_scene_units(JobSource(scene, unmasked, references=references), warn=warn)
    source, found = screen_scene(source, place, seed=seed, grow=True, threads=threads, check=check)
    warn_of_dates(source, found, warn=warn)
    source.mask.close()
    if source.judged is not None:
        source.judged.close()
    return open_detected(source.mask.path, scene.grid, classes=FILLED)


def _screened(screening: Screening, source: JobSource, block: Window) -> JudgedBlock:
    cell, bounds = screening.cell, source.grid.window
    own_cells = of_cells.cells_of(block, cell)
    outer_cells = own_cells.padded(HALO, of_cells.cells_of(bounds, cell))
    outer = of_cells.pixels_of(outer_cells, cell, bounds)
    codes = source.mask.read(block)
    if screening.masked and source.grid.window.area > of_cells.LARGE and source.mask.hole_blocks.at_most(outer) == 0:
        return _untouched(codes, bands=len(source.band_names), dates=len(source.references))
    series = of_cells.series_of(source, outer, cell)
    inner = own_cells.within(outer_cells)
    judgement = screening(series).of_bands(len(source.band_names))

    def of_pixels(values: np.ndarray) -> np.ndarray:
        return of_cells.spread(values[(..., *inner)], cell, block.shape)

    of_date = np.zeros(series.shape, dtype=bool)
    if screening.ground is not None:
        of_date = cloud_of_date(series.fine[1], series.valid[1], screening.ground, screening.model.white)
    # beside a cloud in the only other date, the scene looks shaded
    flagged = of_pixels((judgement.cloud | judgement.shadow) & ~of_date) & (codes == CLEAR)
    veiled = flagged & of_pixels(judgement.restorable)
    thin, ground = flagged & of_pixels(judgement.seen), of_pixels(judgement.restored)
    if cell > 1 and thin.any():
        # only the cloud's and shadow's contribution is smooth and may be interpolated; the ground is not
        added = of_cells.spread_smoothly(series.images[0] - judgement.restored, inner, cell, block.shape)
        ground = source.scene.read_bands(block)[0] - added
    restored = np.where(thin, ground, np.float32(0)).astype(np.float32, copy=False)
    opacity = np.where(flagged, of_pixels(judgement.opacity), np.float32(0)) * np.float32(100)
    new_codes = np.where(veiled, np.uint8(VEILED), np.where(flagged, np.uint8(CONTAMINATED), codes))
    hole = series.hole if cell == 1 else source.hole(outer)
    within = block.within(outer)
    far = distance_to(hole)[within] if hole.any() else np.full(block.shape, np.inf)
    seen = of_pixels(series.valid[1:])
    unused = ~judgement.valid[1:]
    unused[:1] |= of_date
    dates = (seen & of_pixels(unused)).astype(np.uint8)
    if not len(dates):
        dates = np.zeros((1, *block.shape), np.uint8)
    restored = np.concatenate([restored, opacity[None]])
    return JudgedBlock(new_codes, restored, dates, far, seen, int(np.count_nonzero((of_date & series.hole)[inner])))


def _block_of_series(source: JobSource, block: Window, opacity: np.ndarray, restored: np.ndarray) -> JudgedBlock:
    """A block from stored findings: (rows, cols) opacity in percent, (bands, rows, cols) restored DN; 0 where clear."""
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
    """A block far from every hole, which is not screened."""
    return JudgedBlock(
        codes, np.zeros((bands + 1, *codes.shape), np.float32), np.zeros((max(dates, 1), *codes.shape), np.uint8),
        np.full(codes.shape, np.inf), np.zeros((dates, *codes.shape), dtype=bool),
    )  # fmt: skip


def _training_windows(source: JobSource, seed: int) -> list[Window]:
    bounds = source.grid.window
    if max(bounds.shape) <= WHOLE:
        return [bounds]
    generator = np.random.default_rng(np.random.SeedSequence((seed, 6)))
    blocks = [block for block in bounds.blocks(SIDE) if source.mask.clear_blocks.at_most(block) >= 0.2 * block.area]
    near = [block for block in blocks if source.mask.hole_blocks.at_most(block.padded(SIDE, bounds))]
    chosen = [blocks[i] for i in generator.permutation(len(blocks))[: WINDOWS // 2]]
    chosen += [near[i] for i in generator.permutation(len(near))[: WINDOWS // 2]]
    return sorted(set(chosen)) or [Window(0, 0, min(WHOLE, bounds.height), min(WHOLE, bounds.width))]


def _rejected_share(series: Sequence[Series], valid: Sequence[np.ndarray]) -> float:
    """The largest share, over the images, of valid pixels that were rejected."""
    seen, left = (np.sum([one.sum(axis=(1, 2)) for one in all_], axis=0) for all_ in ([s.valid for s in series], valid))
    return float((1 - left / np.maximum(seen, 1)).max())


def _block_side(layers: int, cell: int = 1) -> int:
    """Px a side of a block, so that all layers of a block stay within BLOCK_VALUES.

    Blocks of cells may be larger, because downsampling keeps a quarter of the values; their halo is in cells too.
    """
    for side in (1024, 512, 256) if cell > 1 else (512, 256):
        if layers * (side + 2 * cell * HALO) ** 2 <= cell * BLOCK_VALUES:
            return side
    return 128

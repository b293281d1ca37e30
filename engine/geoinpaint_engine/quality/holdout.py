"""Hold-out patches: cloud-shaped pieces of clear ground that are hidden, filled like the hole, and compared with truth.

Their error is the announced error of a fill and calibrates its uncertainty.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
import scipy.ndimage as ndi

from geoinpaint_engine.quality.metrics import REFLECTANCE, Unit, mae, rmse, ssim_map
from geoinpaint_engine.raster.grid import Window

Role = Literal["decide", "report"]
# Reads a window of the scene: (clear, hole), each (rows, cols) bool.
MaskReader = Callable[[Window], tuple[np.ndarray, np.ndarray]]

MOST_SHARE = 0.15  # of the clear pixels may be hidden
LEAST_PIXELS = 500  # hidden in total; with fewer, an error estimate is meaningless and none are hidden
MOST_PIXELS = 1_000_000  # hidden in total; more cost time without improving the estimate
MARGIN = 6  # px between a patch and hole or nodata
BLOCK = 256  # px a side of the blocks in which the scene is read
SMALLEST = 12  # px of a patch
MOST_PATCHES = 64
TRIES = 3000  # random placements tried in total


@dataclass(frozen=True)
class Patch:
    """One hidden piece of clear ground.

    Args:
        window: the box around it on the scene's grid.
        hidden: (rows, cols) bool of that box, True where hidden.
        role: "decide" (early stopping, choice of the fill) or "report" (error and calibration only).
        blind: whether the other dates are hidden too, as they are where none of them shows the ground under the hole.
    """

    window: Window
    hidden: np.ndarray
    role: Role
    blind: bool = False

    @property
    def pixels(self) -> int:
        """Number of hidden pixels."""
        return int(np.count_nonzero(self.hidden))


def draw_patches(read: MaskReader, bounds: Window, *, seed: int, most_share: float = MOST_SHARE) -> list[Patch]:
    """Draws cloud-shaped patches of clear ground: pieces of the real hole, mirrored, rotated and moved.

    At most `most_share` of the clear pixels and MOST_PIXELS are hidden, each at least MARGIN px from hole and nodata
    (the scene's edge is no limit); half of the hidden pixels decide, half report. The same seed draws the same patches.
    The scene is read in blocks, three times at most; memory is bounded by the block.

    Args:
        read: returns the clear ground and the hole of a window.
        bounds: the whole scene.
        seed: of the random generator.
        most_share: largest share of the clear pixels to hide, 0 to 1.

    Returns:
        Patches in row-major order of their windows, disjoint; empty where fewer than 500 px could be hidden, or
        where there are not two patches, one for each role.
    """
    clear_counts, hole_counts = _counts(read, bounds)
    budget = min(int(most_share * sum(clear_counts.values())), MOST_PIXELS)
    # hiding as many pixels as the hole has is enough to estimate its error
    budget = min(budget, max(sum(hole_counts.values()), 4 * LEAST_PIXELS))
    if budget < LEAST_PIXELS or not hole_counts:
        return []
    generator = np.random.default_rng(seed)
    # several small patches rather than a large one: each role needs patches of its own, on several kinds of ground
    largest = max(budget // 8, LEAST_PIXELS // 4)
    shapes = _shapes(read, list(hole_counts), largest, generator)
    placed = _place(read, bounds, clear_counts, shapes, budget, generator)
    if len(placed) < 2 or sum(int(hidden.sum()) for _, hidden in placed) < LEAST_PIXELS:
        return []
    placed.sort(key=lambda item: item[0])
    return _with_roles(placed, generator)


def blinded(patches: Sequence[Patch], unshown: Sequence[int], share: float) -> list[Patch]:
    """Makes patches blind until a share of each role's pixels is filled without other dates, as in the hole.

    Args:
        patches: the patches.
        unshown: for each, the number of its pixels that no other date shows anyhow.
        share: of the hole's pixels that no other date shows, 0 to 1.

    Returns:
        The patches, of each role at least one blind where the share is not reached without, and one as it is.
    """
    chosen: set[int] = set()
    for role in ("decide", "report"):
        numbers = [number for number, patch in enumerate(patches) if patch.role == role]
        missing = share * sum(patches[number].pixels for number in numbers) - sum(unshown[number] for number in numbers)
        # those that are shown most first, every other one, so that the blind lie on all kinds of ground
        order = sorted(numbers, key=lambda number: unshown[number] / patches[number].pixels)
        for number in [*order[::2], *order[1::2]][: len(numbers) - 1]:
            gain = patches[number].pixels - unshown[number]
            if missing <= 0 or (gain > 2 * missing and chosen & set(numbers)):
                break
            chosen.add(number)
            missing -= gain
    return [replace(patch, blind=number in chosen) for number, patch in enumerate(patches)]


def hidden_mask(patches: Iterable[Patch], window: Window, *, role: Role | None = None) -> np.ndarray:
    """The hidden pixels of a window: (rows, cols) bool, of one role or of both."""
    out = np.zeros(window.shape, dtype=bool)
    for patch in patches:
        common = patch.window.intersection(window)
        if common is not None and role in (None, patch.role):
            out[common.within(window)] |= patch.hidden[common.within(patch.window)]
    return out


@dataclass(frozen=True)
class PatchFill:
    """The fill of one patch, beside the truth.

    Args:
        patch: the patch; it lies within `window`.
        window: the pixels that the arrays cover.
        truth: (bands, rows, cols) DN.
        fill: (bands, rows, cols) DN, evaluated where hidden and finite.
        simple: (bands, rows, cols) DN of a baseline fill to compare with, or None.
    """

    patch: Patch
    window: Window
    truth: np.ndarray
    fill: np.ndarray
    simple: np.ndarray | None = None

    @property
    def hidden_truth(self) -> np.ndarray:
        """(bands, n) DN: the true values under the patch."""
        return self.truth[:, hidden_mask([self.patch], self.window)]


def holdout_figures(
    fills: Sequence[PatchFill],
    *,
    role: Role = "report",
    unit: Unit = REFLECTANCE,
    known_scale: bool = True,
    white: float = 2000.0,
) -> dict[str, float | int | None]:
    """The error of a fill on the hidden patches of a role, and that of the baseline.

    SSIM is the mean of the map over the hidden pixels, of the filled patch within its true surroundings.

    Args:
        fills: one entry a patch.
        role: which patches count.
        unit: the scene's scale from DN to reflectance.
        known_scale: whether that scale is known; otherwise the figures in reflectance are None.
        white: DN scaled to 1 for SSIM; the default is that of Czerkawski et al. 2022 for Sentinel-2.

    Returns:
        pixels and patches evaluated, rmse_dn, mae_dn, rmse_reflectance, mae_reflectance, ssim, and the same with the
        prefix `simple_` for the baseline; None where nothing was measured.
    """
    chosen = [fill for fill in fills if fill.patch.role == role]
    figures: dict[str, float | int | None] = {"patches": len(chosen), "pixels": 0}
    for prefix, name in (("", "fill"), ("simple_", "simple")):
        results, truths, similarities = [], [], []
        for entry in chosen:
            filled = getattr(entry, name)
            if filled is None:
                continue
            where = hidden_mask([entry.patch], entry.window) & np.isfinite(filled).all(axis=0)
            results.append(filled[:, where])
            truths.append(entry.truth[:, where])
            composite = np.where(where, filled, entry.truth) / white
            similarities.append(ssim_map(composite, entry.truth / white, data_range=1.0)[:, where])
        count = sum(result.shape[1] for result in results)
        if not prefix:
            figures["pixels"] = count
        empty = count == 0
        result, truth = (np.zeros((0, 0)),) * 2 if empty else (np.concatenate(a, axis=1) for a in (results, truths))
        for measure, function in (("rmse", rmse), ("mae", mae)):
            error = None if empty else function(result, truth)
            figures[f"{prefix}{measure}_dn"] = error
            figures[f"{prefix}{measure}_reflectance"] = (
                error * unit.scale if error is not None and known_scale else None
            )
        figures[f"{prefix}ssim"] = None if empty else float(np.concatenate(similarities, axis=1).mean())
    return figures


def _counts(read: MaskReader, bounds: Window) -> tuple[dict[Window, int], dict[Window, int]]:
    """Numbers of clear and of hole pixels, by block, for blocks that have any."""
    clear_counts, hole_counts = {}, {}
    for block in bounds.blocks(BLOCK):
        clear, hole = read(block)
        if count := int(np.count_nonzero(clear & ~hole)):
            clear_counts[block] = count
        if count := int(np.count_nonzero(hole)):
            hole_counts[block] = count
    return clear_counts, hole_counts


def _shapes(read: MaskReader, blocks: list[Window], largest: int, generator: np.random.Generator) -> list[np.ndarray]:
    """Pieces of the real hole of at most `largest` pixels, the largest first; (rows, cols) bool each."""
    side = int(np.clip(np.sqrt(2 * largest), 8, BLOCK // 2))
    chosen = generator.permutation(len(blocks))[:64]
    shapes = []
    for index in chosen.tolist():
        block = blocks[index]
        hole = read(block)[1]
        labels, _ = ndi.label(hole)
        for number, box in enumerate(ndi.find_objects(labels), start=1):
            piece = labels[box] == number
            for row in range(0, piece.shape[0], side):
                for col in range(0, piece.shape[1], side):
                    part = _trim(piece[row : row + side, col : col + side])
                    if part.sum() < SMALLEST:  # specks are filled too easily to be representative: dilated
                        part = ndi.binary_dilation(np.pad(part, 2), iterations=2)
                    shapes += _cut(part, largest)
        if len(shapes) >= 16 * MOST_PATCHES:
            break
    # the largest first: places for them are rare, and small holes are easy to fill
    order = np.lexsort((generator.random(len(shapes)), np.array([-int(shape.sum()) for shape in shapes])))
    return [shapes[index] for index in order]


def _cut(piece: np.ndarray, largest: int) -> list[np.ndarray]:
    """The piece, halved across its longer side until no part has more than `largest` pixels."""
    if piece.sum() <= largest:
        return [piece] if piece.sum() >= SMALLEST else []
    axis = int(piece.shape[1] > piece.shape[0])
    halves = np.array_split(piece, 2, axis=axis)
    return [part for half in halves for part in _cut(_trim(half), largest)]


def _place(
    read: MaskReader,
    bounds: Window,
    clear_counts: dict[Window, int],
    shapes: list[np.ndarray],
    budget: int,
    generator: np.random.Generator,
) -> list[tuple[Window, np.ndarray]]:
    """Moves the pieces to clear ground at random, proportionally to each block's clear pixels; see `_free`."""
    blocks = list(clear_counts)
    share = np.cumsum(np.array([clear_counts[block] for block in blocks], dtype=np.float64))
    placed: list[tuple[Window, np.ndarray]] = []
    budget_left, tries = budget, 0
    while shapes and budget_left > 0 and len(placed) < MOST_PATCHES and tries < TRIES:
        shape = shapes[tries % len(shapes)]
        tries += 1
        shape = _turned(shape, generator)
        if shape.sum() > budget_left:
            continue
        block = blocks[int(np.searchsorted(share, generator.random() * share[-1], side="right"))]
        row = block.row + int(generator.integers(block.height)) - shape.shape[0] // 2
        col = block.col + int(generator.integers(block.width)) - shape.shape[1] // 2
        window = Window(
            int(np.clip(row, bounds.row, max(bounds.row_stop - shape.shape[0], bounds.row))),
            int(np.clip(col, bounds.col, max(bounds.col_stop - shape.shape[1], bounds.col))),
            *shape.shape,
        )
        if not bounds.contains(window):
            continue
        hidden = shape & _free(read, bounds, window, placed)
        # a piece clipped by the hole's surroundings is still cloud-shaped, unless most of it is gone
        if hidden.sum() < max(SMALLEST, shape.sum() // 2):
            continue
        box = _trim_box(hidden)
        inner = Window(window.row + box[0].start, window.col + box[1].start, *hidden[box].shape)
        placed.append((inner, hidden[box]))
        budget_left -= int(hidden.sum())
    return placed


def _free(read: MaskReader, bounds: Window, window: Window, placed: list[tuple[Window, np.ndarray]]) -> np.ndarray:
    """Pixels of a window that may be hidden: MARGIN px or more from hole, nodata and the patches placed so far."""
    outer = window.padded(MARGIN, bounds)
    clear, hole = read(outer)
    blocked = ~clear | hole
    for other, hidden in placed:
        common = other.intersection(outer)
        if common is not None:
            blocked[common.within(outer)] |= hidden[common.within(other)]
    # no margin is needed to the scene's edge
    distance = ndi.distance_transform_edt(~blocked) if blocked.any() else np.full(outer.shape, np.inf)
    return np.asarray(distance >= MARGIN)[window.within(outer)]


def _with_roles(placed: list[tuple[Window, np.ndarray]], generator: np.random.Generator) -> list[Patch]:
    """Splits the patches into halves of equal pixels: in random order, each goes to the role that has fewer so far."""
    roles: dict[int, Role] = {}
    totals: dict[Role, int] = {"decide": 0, "report": 0}
    for index in generator.permutation(len(placed)).tolist():
        role: Role = "decide" if totals["decide"] < totals["report"] else "report"
        roles[index] = role
        totals[role] += int(placed[index][1].sum())
    return [Patch(window, hidden, roles[index]) for index, (window, hidden) in enumerate(placed)]


def _turned(shape: np.ndarray, generator: np.random.Generator) -> np.ndarray:
    turned = np.rot90(shape, int(generator.integers(4)))
    return turned[:, ::-1] if generator.random() < 0.5 else turned


def _trim(piece: np.ndarray) -> np.ndarray:
    """The piece cropped to the bounding box of its pixels."""
    return piece[_trim_box(piece)] if piece.any() else piece[:0, :0]


def _trim_box(piece: np.ndarray) -> tuple[slice, slice]:
    rows, cols = (np.flatnonzero(piece.any(axis=axis)) for axis in (1, 0))
    return slice(int(rows[0]), int(rows[-1]) + 1), slice(int(cols[0]), int(cols[-1]) + 1)

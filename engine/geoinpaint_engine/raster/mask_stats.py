"""What a mask holds, and whether a scene can be filled under it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from geoinpaint_engine.errors import InputError
from geoinpaint_engine.raster.mask_layers import MaskLayer
from geoinpaint_engine.raster.scene import Scene, Warn


@dataclass(frozen=True)
class MaskStats:
    """Statistics of a mask.

    Args:
        hole_pixels: pixels to be filled.
        valid_pixels: pixels of the scene that hold data in any band, masked or not.
        clear_pixels: pixels that hold data in all bands and are not masked; undeclared empty ones do not count.
        holes: number of connected holes (8 neighbours).
        largest_hole: size of the largest in px.
    """

    hole_pixels: int
    valid_pixels: int
    clear_pixels: int
    holes: int
    largest_hole: int

    @property
    def share(self) -> float:
        """Hole pixels as a share of the hole and the clear pixels, 0 to 1."""
        return self.hole_pixels / max(self.hole_pixels + self.clear_pixels, 1)


def require_usable(
    stats: MaskStats, layers: Sequence[MaskLayer], scene: Scene, *, masked_nodata: int, needs_clear: bool
) -> None:
    """Raises InputError where there is nothing to fill, or nothing to fill from.

    Args:
        stats: of the mask.
        layers: its sources.
        scene: the scene.
        masked_nodata: number of masked nodata pixels that stay unchanged.
        needs_clear: whether a mask that leaves no clear ground is an error.
    """
    if stats.valid_pixels == 0:
        raise InputError(
            "scene-no-valid-pixel", f"{scene.title} has no valid pixel.", "Check its nodata value, mask or alpha band."
        )
    if stats.hole_pixels == 0:
        raise _nothing_to_fill(layers, scene, masked_nodata=masked_nodata)
    if needs_clear and stats.clear_pixels == 0:
        cure = "Leave some clear ground to learn from."
        unsorted = _unsorted(layers)
        if unsorted:
            cure = f"{unsorted[0]} has many values: name those that are to be filled, such as classes=3,8-10."
        raise InputError("mask-covers-all", f"The mask covers every valid pixel of {scene.title}.", cure)


def warn_of_sources(layers: Sequence[MaskLayer], warn: Warn) -> None:
    """Warns of sources that are no mask, `mask-many-values`, or add nothing to it, `mask-source-outside`."""
    for title in _unsorted(layers):
        warn(
            "mask-many-values",
            f"The mask {title} has many values, and all but zero are filled; of a classification (SCL) name those that "
            "are cloud, such as classes=3,8-10.",
        )
    empty = _empty(layers)
    for title in _outside(layers):
        what = "holds no shapes" if title in empty else "does not overlap the scene"
        warn("mask-source-outside", f"The mask source {title} {what}.")


def _nothing_to_fill(layers: Sequence[MaskLayer], scene: Scene, *, masked_nodata: int) -> InputError:
    """Why a mask leaves nothing to fill."""
    empty, outside = _empty(layers), _outside(layers)
    if layers and len(empty) == len(layers):
        return InputError(
            "mask-no-polygons", f"The mask {', '.join(empty)} holds no shapes.", "Draw some, or name another mask."
        )
    if layers and len(outside) == len(layers):
        return InputError(
            "mask-no-overlap", f"The mask {', '.join(outside)} does not overlap {scene.title}.",
            "Check its coordinate reference system and extent.",
        )  # fmt: skip
    if masked_nodata:
        return InputError(
            "mask-empty", f"The mask covers only pixels of {scene.title} that hold no data.",
            "To fill those too, name nodata as a source of the mask (--mask-nodata).",
        )  # fmt: skip
    if layers and all(getattr(layer, "detected", False) for layer in layers):
        return InputError(
            "mask-empty", f"Nothing in {scene.title} looks like cloud or shadow.",
            "Then there is nothing to fill; else name a mask.",
        )  # fmt: skip
    cure = "Pixels that are not zero, or of the listed classes, are filled; nodata only where named as a source."
    if not layers:
        cure = "All of its pixels hold data: name another mask."
        if not scene.tells_nodata:
            cure = "It declares no nodata: do so (gdal_edit.py -a_nodata 0), or name another mask."
    cure = next((reason for layer in layers if (reason := getattr(layer, "nothing", None))), cure)
    return InputError("mask-empty", f"The mask leaves nothing to fill in {scene.title}.", cure)


def _empty(layers: Sequence[MaskLayer]) -> list[str]:
    return [layer.title for layer in layers if getattr(layer, "empty", False)]


def _outside(layers: Sequence[MaskLayer]) -> list[str]:
    return [layer.title for layer in layers if not layer.overlaps]


def _unsorted(layers: Sequence[MaskLayer]) -> list[str]:
    return [layer.title for layer in layers if getattr(layer, "unsorted", False)]

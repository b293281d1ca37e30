"""Reads the chips of a job: the scene, its hole, its references and SAR in one window. Implements `ChipSource`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

import numpy as np
from scipy import ndimage as ndi

from geoinpaint_engine.raster.align import AlignedLayer, open_aligned, to_scene_dn
from geoinpaint_engine.raster.bands import match_bands
from geoinpaint_engine.raster.chip import Chip, ReferenceChip, SarChip
from geoinpaint_engine.raster.file_facts import remembered
from geoinpaint_engine.raster.grid import Grid, Window
from geoinpaint_engine.raster.judged import Judged
from geoinpaint_engine.raster.mask_layers import MaskLayer
from geoinpaint_engine.raster.masks import ADDED, ADDED_VEIL, CLEAR, CONTAMINATED, HOLE, VEILED, HoleMask, coded
from geoinpaint_engine.raster.scene import EMPTY, Scene, Warn, as_spec, ignore_warnings, zero_share
from geoinpaint_engine.raster.spec import Radiometry, RasterSpec

COUNT_BAND = "count"  # of a clear-sky reference: the number of dates behind each pixel, not evidence on the ground
NEAR_RIMS = 3  # px around a mask that leaves rims, and around findings, where haze may have been missed
FEW_VALUES = 50  # valid pixels from which on a raster of one value is no ground
BLOCK = 256  # px a side of what is read at once to see a second value
SEEN_THROUGH = 0.7  # weight, against the fill, of ground seen through thin cloud or shadow that is filled too


class SarLayer(Protocol):
    """A SAR composite on the scene's grid. Safe to read from several threads."""

    def read(self, window: Window) -> tuple[np.ndarray, np.ndarray]:
        """(2, rows, cols) float32 VV and VH in dB, and (rows, cols) bool where they are valid."""


@dataclass(frozen=True)
class Reference:
    """Another date, opened on the scene's grid. Use `open_reference`.

    Args:
        layer: the raster.
        match: for each selected band of the scene, the index of the raster's corresponding band.
        gain, shift: (bands,) float32 each: scene DN = raster's DN * gain + shift.
        clouds: masks of its own date.
        date: ISO date or "".
        factor: the factor applied to its values, beyond what the files declare (harmonisation).
        blank: whether it holds one value only; then none of its pixels is valid.
    """

    layer: AlignedLayer
    match: tuple[int, ...]
    gain: np.ndarray
    shift: np.ndarray
    clouds: tuple[MaskLayer, ...] = ()
    date: str = ""
    factor: float = 1.0
    blank: bool = False

    def times(self, factor: float, scene: Scene) -> Reference:
        """A copy with its values (reflectance, not DN) multiplied by a factor."""
        targets = _targets(scene, self.match, self.layer.count)
        zero = np.array([target.offset / target.scale for target in targets], dtype=np.float32)
        shift = (self.shift + zero) * np.float32(factor) - zero
        return replace(self, gain=self.gain * np.float32(factor), shift=shift, factor=self.factor * factor)

    def read(self, window: Window) -> tuple[np.ndarray, np.ndarray]:
        """(bands, rows, cols) float32 in the scene's DN, 0 where not valid, and (rows, cols) bool."""
        data, valid = self.layer.read(window)
        if self.blank:
            valid[:] = False
        for cloud in self.clouds:
            valid &= ~cloud.read(window)
        missing = None if valid.all() else ~valid
        for band, gain, shift in zip(data, self.gain, self.shift, strict=True):  # per band, to stay in cache
            if (gain, shift) != (1, 0):
                band *= gain
                band += shift
            if missing is not None:
                np.copyto(band, 0, where=missing)
        return data, valid


def open_reference(
    source: str | Path | RasterSpec,
    scene: Scene,
    *,
    clouds: Sequence[MaskLayer] = (),
    date: str = "",
    warn: Warn = ignore_warnings,
) -> Reference:
    """Opens a reference on the scene's grid and in its DN.

    Args:
        source: a path that GDAL opens, or a RasterSpec.
        scene: the scene.
        clouds: masks of the reference's own date, opened on the scene's grid.
        date: ISO date; "" = the spec's.
        warn: called with (code, message): `reference-zeros`, `reference-unused`, and those of `open_aligned`.

    Raises:
        InputError: `bands-unmatched`, and those of `open_aligned`.
    """
    spec = as_spec(source)
    layer = open_aligned(spec, scene.grid, without=(COUNT_BAND,), warn=warn)
    if (share := _empty_share(layer)) >= EMPTY:
        warn(
            "reference-zeros",
            f"About {share:.0%} of the reference {layer.title} is 0 in every band, and it declares no nodata: these "
            "pixels are taken to be empty (gdal_edit.py -a_nodata 0 declares it).",
        )
        layer.close()
        layer = open_aligned(replace(spec, nodata=0.0), scene.grid, without=(COUNT_BAND,))
    match = match_bands(scene.descriptions, scene.positions, scene.all_count, layer.names, title=layer.title)
    gain, shift = to_scene_dn(
        layer.radiometry,
        _targets(scene, match, layer.count),
        integers=(np.dtype(layer.dtype).kind in "iu", scene.dtype.kind in "iu"),
        title=layer.title,
        warn=warn,
    )
    blank = holds_one_value(layer)
    if blank:
        warn(
            "reference-unused",
            f"The reference {layer.title} holds one value only, which shows nothing of the ground: it is not used.",
        )
    return Reference(layer, match, gain, shift, tuple(clouds), date or layer.date, blank=blank)


def _empty_share(layer: AlignedLayer) -> float:
    """Sampled share of a raster's pixels that are empty without being declared so: see `zero_share`."""
    if layer.tells_nodata:
        return 0.0
    grid = layer.grid
    return remembered(
        layer.files, ("zeros", layer.numbers, grid), lambda: zero_share(grid.window, layer.read, layer.count)
    )


def holds_one_value(layer: AlignedLayer) -> bool:
    """Whether all valid pixels of a raster have the same values (but for rounding); reads until two differ."""
    first, pixels = None, 0
    for block in layer.grid.window.blocks(BLOCK):
        data, valid = layer.read(block)
        seen = data[:, valid]
        if not seen.size:
            continue
        first = seen[:, :1] if first is None else first
        if not np.allclose(seen, first, rtol=1e-6, atol=0):
            return False
        pixels += seen.shape[1]
    return pixels >= FEW_VALUES


def _targets(scene: Scene, match: Sequence[int], count: int) -> tuple[Radiometry, ...]:
    """The radiometry that each of a reference's bands is converted to."""
    # bands that the scene lacks are predictors only: they are converted to the DN of its first band
    ours = {theirs: scene.radiometry[i] for i, theirs in enumerate(match)}
    return tuple(ours.get(i, scene.radiometry[0]) for i in range(count))


def _without(reference: ReferenceChip, pixels: np.ndarray) -> ReferenceChip:
    """The reference where it is not hidden; `pixels` (rows, cols) bool."""
    if not pixels.any():
        return reference
    return replace(reference, data=np.where(pixels, np.float32(0), reference.data), valid=reference.valid & ~pixels)


def _to_predict(codes: np.ndarray) -> np.ndarray:
    """(rows, cols) bool: the pixels that fills predict: the hole, and contamination beside it, which is not written.

    Otherwise the hole would be connected to known ground only where the screening has missed something.
    """
    return coded(codes, (HOLE, CONTAMINATED, ADDED))


def _near_rims(codes: np.ndarray) -> np.ndarray:
    """(rows, cols) bool: pixels so near to the mask or to findings that haze may have been missed there."""
    rims = coded(codes, (HOLE, CONTAMINATED, VEILED, ADDED, ADDED_VEIL))
    if not rims.any():
        return rims
    return np.asarray(ndi.distance_transform_edt(~rims) <= NEAR_RIMS)


@dataclass(frozen=True)
class HiddenPatch:
    """Clear pixels hidden for the hold-out: a window, and (rows, cols) bool, which of its pixels.

    `blind`: whether the other dates are hidden there too.
    """

    window: Window
    pixels: np.ndarray
    blind: bool = False


class JobSource:
    """Reads the chips of one job. Safe to read from several threads.

    Args:
        scene: the opened scene.
        mask: its stored mask.
        references: opened on the scene's grid; sorted here, oldest first, if all of them have a date.
        sar: the SAR composite, or None.
        hidden: the hold-out patches.
        judged: findings of the screening, or None.
    """

    def __init__(
        self,
        scene: Scene,
        mask: HoleMask,
        *,
        references: Sequence[Reference] = (),
        sar: SarLayer | None = None,
        hidden: Sequence[HiddenPatch] = (),
        judged: Judged | None = None,
    ) -> None:
        self.scene = scene
        self.mask = mask
        dated = all(reference.date for reference in references)
        self.references = tuple(sorted(references, key=lambda r: r.date) if dated else references)
        self.sar = sar
        self.hidden = tuple(hidden)
        self.judged = judged

    def with_references(self, references: Sequence[Reference]) -> JobSource:
        """A copy with other references."""
        return JobSource(
            self.scene, self.mask, references=references, sar=self.sar, hidden=self.hidden, judged=self.judged
        )

    def with_hidden(self, hidden: Sequence[HiddenPatch]) -> JobSource:
        """A copy with other hold-out patches."""
        return JobSource(
            self.scene, self.mask, references=self.references, sar=self.sar, hidden=hidden, judged=self.judged
        )

    def with_mask(self, mask: HoleMask) -> JobSource:
        """A copy with another mask."""
        return JobSource(
            self.scene, mask, references=self.references, sar=self.sar, hidden=self.hidden, judged=self.judged
        )

    def without_sar(self) -> JobSource:
        """A copy that does not read Sentinel-1, for uses of the dates only; the same where nodata is to be filled."""
        if self.sar is None or self.mask.fills_nodata:
            return self
        return JobSource(self.scene, self.mask, references=self.references, hidden=self.hidden, judged=self.judged)

    def with_judged(self, mask: HoleMask, judged: Judged) -> JobSource:
        """A copy with findings of the screening, and the mask that codes them."""
        references = [
            replace(reference, clouds=(*reference.clouds, judged.date(number)))
            for number, reference in enumerate(self.references)
        ]
        return JobSource(self.scene, mask, references=references, sar=self.sar, hidden=self.hidden, judged=judged)

    @property
    def grid(self) -> Grid:
        """The scene's grid."""
        return self.scene.grid

    @property
    def band_names(self) -> tuple[str, ...]:
        """Names of the bands that are filled, in order."""
        return self.scene.band_names

    def hidden_pixels(self, window: Window, *, blind: bool = False) -> np.ndarray:
        """(rows, cols) bool: the pixels of the hold-out patches in a window; `blind`: of the blind ones alone."""
        out = np.zeros(window.shape, dtype=bool)
        for patch in self.hidden:
            if blind and not patch.blind:
                continue
            part = patch.window.intersection(window)
            if part is not None:
                out[part.within(window)] |= patch.pixels[part.within(patch.window)]
        return out

    def hole(self, window: Window, *, hidden: bool = False) -> np.ndarray:
        """(rows, cols) bool: the hole of the window's chip; reads the evidence only where nodata is to be filled."""
        if self.mask.fills_nodata and (self.references or self.sar is not None):
            return self.chip(window, hidden=hidden).hole
        hole = _to_predict(self.mask.read(window))
        if hidden and self.hidden:
            hole = hole | self.hidden_pixels(window)
        return hole

    def chip(self, window: Window, *, hidden: bool = False) -> Chip:
        """The chip of a window; `hidden=True`: the hold-out patches count as hole, not as clear ground.

        A pixel that is nodata in all bands of the scene and in all evidence is neither hole nor clear.

        Raises:
            InputError: a file cannot be read, `scene-not-finite`.
        """
        data, valid = self.scene.read_bands(window)
        codes = self.mask.read(window)
        hole, clear = _to_predict(codes), (codes == CLEAR) & valid.all(axis=0)
        references = tuple(
            ReferenceChip(*reference.read(window), match=reference.match, date=reference.date)
            for reference in self.references
        )
        sar = SarChip(*self.sar.read(window)) if self.sar is not None else None
        if self.mask.fills_nodata and (references or sar is not None):
            evidence = valid.any(axis=0)
            for part in (*references, *((sar,) if sar is not None else ())):
                evidence = evidence | part.valid
            hole &= evidence
        if hidden and self.hidden:
            references = tuple(_without(one, self.hidden_pixels(window, blind=True)) for one in references)
            patches = self.hidden_pixels(window) & clear
            hole, clear = hole | patches, clear & ~patches
        scene = np.where(valid, data, 0).astype(np.float32)
        if self.judged is None:
            return Chip(window, scene, clear, hole, references, sar)
        added = codes == ADDED_VEIL
        rough = added | (codes == VEILED)
        if rough.any():
            scene[:, rough] = self.judged.restored(window)[:, rough]
        if self.judged.ragged:
            rough |= clear & _near_rims(codes)
        return Chip(
            window, scene, clear | rough, hole, references, sar, rough=rough, veiled=added if added.any() else None
        )

    def may_be_shaded(self, window: Window) -> np.ndarray:
        """(rows, cols) bool: where shadow may be relit: the given mask, and shadow that was added to it."""
        codes = self.mask.read(window)
        added = coded(codes, (ADDED, ADDED_VEIL))
        if self.judged is not None and added.any():
            added &= self.judged.opacity(window) < 0
        return (codes == HOLE) | added

    def with_ground_seen(self, fill: np.ndarray, window: Window) -> np.ndarray:
        """A fill blended with the ground seen through thin cloud or shadow, where that was added to the mask.

        Args:
            fill: (bands, rows, cols) float32 DN.
            window: the window of the fill.
        """
        added = coded(self.mask.read(window), (ADDED, ADDED_VEIL))
        if self.judged is None or not added.any():
            return fill
        ground = self.judged.restored(window)
        visible = ground.any(axis=0) & added
        return np.where(visible, SEEN_THROUGH * ground + (1 - SEEN_THROUGH) * fill, fill) if visible.any() else fill

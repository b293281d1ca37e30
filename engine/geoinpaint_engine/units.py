"""Whether a reference is in the scene's units, told from clear ground that both show, where a file declares none."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from geoinpaint_engine.raster.grid import Window
from geoinpaint_engine.raster.masks import CLEAR, HoleMask
from geoinpaint_engine.raster.scene import Scene, Warn
from geoinpaint_engine.raster.source import JobSource, Reference

QUANTIFICATION = 1e4  # Sentinel-2's DN of reflectance 1
REFLECTANCE_BELOW = 2.0  # the brightest clouds and snow come to about 1.5
DN_ABOVE = 20.0  # reflectance 0.002: what is bright in a scene, its 0.9 quantile, is brighter at night only
SURE = 1e3  # no ground changes its brightness so much; dark water under fresh snow comes to about 50
ODD = 1e2
OFFSET = 0.1  # of reflectance, that products since processing baseline 04.00 add
ENOUGH, PLACES, TRIES = 100, 8, 48  # common clear pixels for a verdict; windows with some; windows looked at


def in_scene_units(source: JobSource, *, warn: Warn) -> JobSource:
    """The source with each reference that is plainly in other units brought into the scene's.

    Only where a side declares no scale: reflectance against DN (a factor of 10,000) is converted, and `warn` is told
    `reference-units-assumed`; other levels that do not go together are told as `reference-units`, an offset of 1,000 DN
    on all ground as `reference-offset`.

    Args:
        source: the scene, its mask and its references.
        warn: told (code, message).
    """
    references = list(source.references)
    for number, sample in enumerate(_samples(source)):
        if sample is None:
            continue
        reference, (ours, theirs) = references[number], sample
        declared = [all(not r.plain for r in part) for part in (source.scene.radiometry, reference.layer.radiometry)]
        if all(declared):
            continue
        factor = unit_factor(ours, theirs)
        if factor != 1:
            references[number] = reference.times(factor, source.scene)
            warn("reference-units-assumed", _assumed(reference, factor))
            theirs = theirs * factor
        elif odd := _odd(source.scene, reference, ours, theirs):
            warn("reference-units", odd)
        if side := undeclared_offset(ours, theirs):
            warn("reference-offset", _offset(reference, side))
    return source.with_references(references)


def unit_factor(ours: np.ndarray, theirs: np.ndarray) -> float:
    """What brings a reference's values into the scene's units: 1e4 or 1e-4 where the evidence leaves no doubt, else 1.

    Args:
        ours: (bands, n) values of the scene, its scale and offset applied.
        theirs: the reference's of the same ground and bands.
    """
    levels = [_level(values) for values in (ours, theirs)]
    if min(levels) <= 0 or min(levels) > REFLECTANCE_BELOW or max(levels) < DN_ABOVE:
        return 1.0
    ratio = levels[0] / levels[1]
    if max(ratio, 1 / ratio) < SURE or max(levels) > 10 * QUANTIFICATION:
        return 1.0
    return QUANTIFICATION if ratio > 1 else 1 / QUANTIFICATION


def undeclared_offset(ours: np.ndarray, theirs: np.ndarray) -> int:
    """1 where the reference lacks the offset of 0.1 that the scene has, -1 where the scene lacks it, else 0.

    A season changes bands by different factors; an offset shifts all bands alike, and leaves nothing darker than
    itself. Of 3,020 pairs of real dates of one place, many cloudy, none was taken for one; of the pairs that are alike
    (correlation over .8 in all bands) about half were told when 1,000 DN were added to one of them.

    Args:
        ours: (bands, n) values of the scene, in reflectance or in DN.
        theirs: the reference's in the same units.
    """
    unit = OFFSET if max(_level(ours), _level(theirs)) <= REFLECTANCE_BELOW else OFFSET * QUANTIFICATION
    if len(ours) < 3 or ours.shape[1] < 5 * ENOUGH:
        return 0
    if _shifted(ours / unit, theirs / unit):
        return 1
    return -1 if _shifted(theirs / unit, ours / unit) else 0


def _shifted(bright: np.ndarray, dark: np.ndarray) -> bool:
    """Whether one is the other plus 1 in every band."""
    if (np.quantile(bright, 0.005, axis=1) < 0.95).any():
        return False
    deviations = bright.std(axis=1), dark.std(axis=1)
    if min(map(np.min, deviations)) == 0:
        return False
    means = bright.mean(axis=1), dark.mean(axis=1)
    centred = [values - mean[:, None] for values, mean in zip((bright, dark), means, strict=True)]
    correlation = (centred[0] * centred[1]).mean(axis=1) / (deviations[0] * deviations[1])
    slope = deviations[0] / deviations[1]  # of the reduced major axis: both sides are noisy
    shifts = means[0] - slope * means[1], np.median(bright - dark, axis=1)
    alike = (correlation > 0.7) & (np.abs(np.log(slope)) < 0.35)
    return bool(alike.all() and all(((shift > 0.6) & (shift < 1.4)).all() for shift in shifts))


def _level(values: np.ndarray) -> float:
    """The 0.9 quantile of what is above 0 (which may be nodata that nobody declared); 0 where nothing is."""
    lit = values[values > 0]
    return float(np.quantile(lit, 0.9)) if lit.size else 0.0


def _samples(source: JobSource) -> list[tuple[np.ndarray, np.ndarray] | None]:
    """For each reference (bands, n) values of the scene and of the reference; None where too little is common."""
    found: list[list[tuple[np.ndarray, np.ndarray]]] = [[] for _ in source.references]
    scale, offset = (
        np.array([getattr(r, name) for r in source.scene.radiometry], dtype=np.float32)[:, None]
        for name in ("scale", "offset")
    )
    for window in _places(source.mask):
        open_ones = [number for number, parts in enumerate(found) if len(parts) < PLACES]
        if not open_ones:
            break
        clear = source.mask.read(window) == CLEAR
        data, valid = source.scene.read_bands(window)
        clear &= valid.all(axis=0)
        for number in open_ones:
            reference = source.references[number]
            theirs, valid = reference.read(window)
            both = clear & valid
            if both.any():
                parts = data[:, both], theirs[list(reference.match)][:, both]
                found[number].append((parts[0] * scale + offset, parts[1] * scale + offset))
    joined = [[np.concatenate(side, axis=1) for side in zip(*parts, strict=True)] for parts in found]
    return [(parts[0], parts[1]) if parts and parts[0].shape[1] >= ENOUGH else None for parts in joined]


def _places(mask: HoleMask) -> Iterator[Window]:
    """Windows with clear ground, from all over the scene."""
    blocks = mask.clear_blocks
    rows, cols = np.nonzero(blocks.counts * 2 >= max(int(blocks.counts.max()), 1))
    # multiples of the golden ratio spread evenly however many are taken
    order = dict.fromkeys(int(number * 0.6180339887 % 1 * len(rows)) for number in range(min(len(rows), TRIES)))
    for at in order:
        window = Window(int(rows[at]) * blocks.size, int(cols[at]) * blocks.size, blocks.size, blocks.size)
        inside = window.intersection(mask.grid.window)
        if inside is not None:
            yield inside


def _odd(scene: Scene, reference: Reference, ours: np.ndarray, theirs: np.ndarray) -> str:
    """What is odd about the levels, "" where nothing is."""
    levels = _level(ours), _level(theirs)
    if min(levels) <= 0:
        return ""
    bytes_only = [np.dtype(dtype).itemsize == 1 for dtype in (scene.dtype, reference.layer.dtype)]
    beyond = bytes_only[0] != bytes_only[1] and levels[bytes_only.index(False)] > 255
    beyond |= min(levels) <= REFLECTANCE_BELOW and max(levels) >= DN_ABOVE
    ratio = levels[1] / levels[0]
    if not beyond and max(ratio, 1 / ratio) < ODD:
        return ""
    than = f"about {max(ratio, 1 / ratio):,.0f} times as {'bright' if ratio > 1 else 'dark'} as the scene"
    return (
        f"The reference {reference.layer.title} is {than} on the ground that both show, and a scale is declared on one "
        f"side at most: give both in the same units, or declare their scales (gdal_edit.py -a_scale)."
    )


def _assumed(reference: Reference, factor: float) -> str:
    holds, wants = ("reflectance", "DN") if factor > 1 else ("DN", "reflectance")
    return (
        f"The reference {reference.layer.title} holds {holds} and the scene {wants}, as their levels on common clear "
        f"ground show: it was {'multiplied' if factor > 1 else 'divided'} by 10,000."
    )


def _offset(reference: Reference, side: int) -> str:
    brighter, other = ("scene", "reference") if side > 0 else ("reference", "scene")
    return (
        f"The {brighter} is brighter than the {other} by about 1,000 DN in every band ({reference.layer.title}), as if "
        f"it had the offset of processing baseline 04.00 without declaring it: declare scale and offset of both "
        f"(gdal_edit.py -a_scale 0.0001 -a_offset -0.1)."
    )


def factors(source: JobSource) -> tuple[float, ...]:
    """The factor of each reference, oldest first: what a worker needs to read them alike."""
    return tuple(reference.factor for reference in source.references)


def with_factors(source: JobSource, given: tuple[float, ...]) -> JobSource:
    """The source with the references brought into the scene's units as `factors` says."""
    pairs = zip(source.references, given, strict=True)
    return source.with_references([r if f == 1 else r.times(f, source.scene) for r, f in pairs])

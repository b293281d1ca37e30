"""Checks whether two rasters of a place have the same units, by the levels of ground that is clear in both."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

import numpy as np

from geoinpaint_engine.raster.grid import Window

QUANTIFICATION = 1e4  # Sentinel-2's DN of reflectance 1
REFLECTANCE_BELOW = 2.0  # the brightest clouds and snow come to about 1.5
DN_ABOVE = 20.0  # reflectance 0.002: what is bright in a scene, its 0.9 quantile, is brighter at night only
SURE = 1e3  # no ground changes its brightness so much; dark water under fresh snow comes to about 50
# Percent is a factor of 100 below DN, times what lies between the dates: 65 to 188 on 20 real pairs of one place.
ODD, ODD_FLOATS = 1e2, 50.0  # the second for floats beside integers, as percent and DN are
OFFSET = 0.1  # of reflectance, that products since processing baseline 04.00 add
ENOUGH, PLACES, TRIES = 100, 8, 48  # common clear pixels for a verdict; windows with some; windows tried


Read = Callable[[Window], tuple[np.ndarray, np.ndarray]]  # (bands, rows, cols) values, (rows, cols) bool valid


def checked_units(
    ours: np.ndarray, theirs: np.ndarray, *, names: tuple[str, str], dtypes: tuple[np.dtype, np.dtype]
) -> tuple[float, list[tuple[str, str]]]:
    """The factor that converts a raster to another's units, and the (code, message) of a warning.

    Args:
        ours: (bands, n) values of common clear ground, scale and offset applied as far as they are declared.
        theirs: the other's, of the same bands.
        names: how to call both, at the start of a sentence.
        dtypes: those of their files.
    """
    factor, told = unit_factor(ours, theirs), []
    if factor != 1:
        told.append(("reference-units-assumed", _assumed(names, factor)))
    elif odd := _odd(ours, theirs, names=names, dtypes=dtypes):
        told.append(("reference-units", odd))
    if side := undeclared_offset(ours, theirs * factor):
        told.append(("reference-offset", _offset(names, side)))
    return factor, told


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


def common_ground(
    windows: Iterable[Window], ours: Read, others: Sequence[Read]
) -> list[tuple[np.ndarray, np.ndarray] | None]:
    """For each other (bands, n) of ours and (bands, n) of its values, where both are valid; None where too few are.

    Args:
        windows: where to look; no more of them are read than a verdict takes.
        ours: reads one raster.
        others: read the others, in the same bands.
    """
    found: list[list[tuple[np.ndarray, np.ndarray]]] = [[] for _ in others]
    for window in windows:
        lacking = [number for number, parts in enumerate(found) if len(parts) < PLACES]
        if not lacking:
            break
        data, clear = ours(window)
        if not clear.any():
            continue
        for number in lacking:
            theirs, valid = others[number](window)
            both = clear & valid
            if both.any():
                found[number].append((data[:, both], theirs[:, both]))
    joined = [tuple(np.concatenate(side, axis=1) for side in zip(*parts, strict=True)) for parts in found]
    return [(parts[0], parts[1]) if parts and parts[0].shape[1] >= ENOUGH else None for parts in joined]


def spread(count: int) -> Iterator[int]:
    """Some of the numbers below `count`, spread evenly however many of them are taken."""
    golden = 0.6180339887
    yield from dict.fromkeys(int(number * golden % 1 * count) for number in range(min(count, TRIES)))


def _odd(ours: np.ndarray, theirs: np.ndarray, *, names: tuple[str, str], dtypes: tuple[np.dtype, np.dtype]) -> str:
    """What is odd about the levels, "" where nothing is."""
    levels = _level(ours), _level(theirs)
    if min(levels) <= 0:
        return ""
    pictures = [dtype.itemsize == 1 for dtype in dtypes]
    beyond = pictures[0] != pictures[1] and levels[pictures.index(False)] > 255
    beyond |= min(levels) <= REFLECTANCE_BELOW and max(levels) >= DN_ABOVE
    ratio = levels[1] / levels[0]
    floats = [dtype.kind == "f" for dtype in dtypes]
    if not beyond and max(ratio, 1 / ratio) < (ODD if floats[0] == floats[1] else ODD_FLOATS):
        return ""
    return (
        f"{names[1]} is about {max(ratio, 1 / ratio):,.0f} times as {'bright' if ratio > 1 else 'dark'} as "
        f"{_within(names[0])} on the ground that both show, and not both declare a scale: give both in the same units, "
        f"or declare their scales (gdal_edit.py -a_scale)."
    )


def _assumed(names: tuple[str, str], factor: float) -> str:
    holds, wants = ("reflectance", "DN") if factor > 1 else ("DN", "reflectance")
    return (
        f"{names[1]} holds {holds} and {_within(names[0])} {wants}, as their levels on common clear ground show: it "
        f"was {'multiplied' if factor > 1 else 'divided'} by 10,000."
    )


def _offset(names: tuple[str, str], side: int) -> str:
    brighter, other = names if side > 0 else names[::-1]
    return (
        f"{brighter} is brighter than {_within(other)} by about 1,000 DN in every band, as if it had the offset of "
        f"processing baseline 04.00 without declaring it: declare scale and offset of both "
        f"(gdal_edit.py -a_scale 0.0001 -a_offset -0.1)."
    )


def _within(name: str) -> str:
    """A name within a sentence."""
    return f"the {name[4:]}" if name.startswith("The ") else name

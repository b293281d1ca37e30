"""Checks whether two rasters of a place are in the same units, by their levels on ground that is clear in both."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

import numpy as np

from geoinpaint_engine.raster.grid import Window

QUANTIFICATION = 1e4  # DN per unit of reflectance in Sentinel-2 products
REFLECTANCE_BELOW = 2.0  # an upper bound of reflectance; the brightest clouds and snow reach about 1.5
LARGEST_BYTE = 255
DN_ABOVE = 20.0  # a lower bound of the level in DN: reflectance 0.002, which daylight scenes exceed
SURE = 1e3  # a ratio beyond any change of the ground; dark water under fresh snow reaches about 50
# Ratios from which units are reported as implausible; the second if one side has floats (such as percent) and the other
# integers (such as DN). Percent is 100 times below DN, times the change between the dates: 65 to 188 on 20 real pairs.
IMPLAUSIBLE, IMPLAUSIBLE_FLOATS = 1e2, 50.0
OFFSET = 0.1  # reflectance; the offset of DN since processing baseline 04.00
ENOUGH, PLACES, TRIES = 100, 8, 48  # common clear pixels needed; windows with some needed; windows read at most


Read = Callable[[Window], tuple[np.ndarray, np.ndarray]]  # (bands, rows, cols) values, (rows, cols) bool valid


def checked_units(
    ours: np.ndarray, theirs: np.ndarray, *, names: tuple[str, str], dtypes: tuple[np.dtype, np.dtype]
) -> tuple[float, list[tuple[str, str]]]:
    """Compares the levels of two rasters, and finds the factor that converts the second to the units of the first.

    Args:
        ours: (bands, n) values of common clear ground, with declared scale and offset applied.
        theirs: likewise, of the other raster in the same bands.
        names: names of both for messages, as at the start of a sentence.
        dtypes: data types of both files.

    Returns:
        The factor (1 where in doubt), and the (code, message) of each warning.
    """
    factor, warnings = unit_factor(ours, theirs), []
    if factor != 1:
        warnings.append(("reference-units-assumed", _assumed_message(names, factor)))
    elif implausible := _implausible(ours, theirs, names=names, dtypes=dtypes):
        warnings.append(("reference-units", implausible))
    if offset_sign := undeclared_offset(ours, theirs * factor):
        warnings.append(("reference-offset", _offset_message(names, offset_sign)))
    return factor, warnings


def unit_factor(ours: np.ndarray, theirs: np.ndarray) -> float:
    """Factor that converts a reference to the scene's units: 1e4 or 1e-4 where the evidence leaves no doubt, else 1.

    Args:
        ours: (bands, n) values of the scene, with scale and offset applied.
        theirs: those of the reference, same ground and bands.
    """
    levels = [_level(values) for values in (ours, theirs)]
    if min(levels) <= 0 or min(levels) > REFLECTANCE_BELOW or max(levels) < DN_ABOVE:
        return 1.0
    ratio = levels[0] / levels[1]
    if max(ratio, 1 / ratio) < SURE or max(levels) > 10 * QUANTIFICATION:
        return 1.0
    return QUANTIFICATION if ratio > 1 else 1 / QUANTIFICATION


def picture_of(ours: np.ndarray, theirs: np.ndarray, dtypes: Sequence[np.dtype]) -> int | None:
    """Which of two rasters is an 8-bit picture of what the other holds in DN: 0 or 1, None if neither.

    Args:
        ours: (bands, n) values of the first raster.
        theirs: those of the second, same ground and bands.
        dtypes: data types of both files.
    """
    is_byte = [dtype.itemsize == 1 for dtype in dtypes]
    if is_byte[0] == is_byte[1] or _level(theirs if is_byte[0] else ours) <= LARGEST_BYTE:
        return None
    return is_byte.index(True)


def undeclared_offset(ours: np.ndarray, theirs: np.ndarray) -> int:
    """Detects an offset of 0.1 (reflectance) that only one of two rasters includes.

    Seasonal change scales bands by different factors, whereas the offset shifts all bands equally and leaves no value
    below itself. Among 3,020 real pairs of dates of the same place, many cloudy, there was no false detection; of the
    similar pairs (correlation above 0.8 in all bands), about half were detected after adding 1,000 DN to one of them.

    Args:
        ours: (bands, n) values of the scene, reflectance or DN.
        theirs: those of the reference in the same units.

    Returns:
        1 if only the scene includes the offset, -1 if only the reference does, else 0.
    """
    unit = OFFSET if max(_level(ours), _level(theirs)) <= REFLECTANCE_BELOW else OFFSET * QUANTIFICATION
    if len(ours) < 3 or ours.shape[1] < 5 * ENOUGH:
        return 0
    if _is_shifted(ours / unit, theirs / unit):
        return 1
    return -1 if _is_shifted(theirs / unit, ours / unit) else 0


def _is_shifted(bright: np.ndarray, dark: np.ndarray) -> bool:
    """Whether `bright` equals `dark` plus 1 in every band, approximately."""
    if (np.quantile(bright, 0.005, axis=1) < 0.95).any():
        return False
    deviations = bright.std(axis=1), dark.std(axis=1)
    if min(map(np.min, deviations)) == 0:
        return False
    means = bright.mean(axis=1), dark.mean(axis=1)
    centred = [values - mean[:, None] for values, mean in zip((bright, dark), means, strict=True)]
    correlation = (centred[0] * centred[1]).mean(axis=1) / (deviations[0] * deviations[1])
    slope = deviations[0] / deviations[1]  # reduced major axis regression, as both sides are noisy
    shifts = means[0] - slope * means[1], np.median(bright - dark, axis=1)
    alike = (correlation > 0.7) & (np.abs(np.log(slope)) < 0.35)
    return bool(alike.all() and all(((shift > 0.6) & (shift < 1.4)).all() for shift in shifts))


def _level(values: np.ndarray) -> float:
    """0.9 quantile of the positive values (0 may be undeclared nodata); 0 if there are none."""
    positive = values[values > 0]
    return float(np.quantile(positive, 0.9)) if positive.size else 0.0


def common_ground(
    windows: Iterable[Window], ours: Read, others: Sequence[Read]
) -> list[tuple[np.ndarray, np.ndarray] | None]:
    """Samples values of several rasters where each is valid together with a first one.

    Args:
        windows: candidate windows; no more are read than needed.
        ours: reads the first raster.
        others: read the other rasters, in the same bands.

    Returns:
        For each other raster (bands, n) values of the first and (bands, n) of its own; None if too few are valid in
        both.
    """
    found: list[list[tuple[np.ndarray, np.ndarray]]] = [[] for _ in others]
    for window in windows:
        incomplete = [number for number, parts in enumerate(found) if len(parts) < PLACES]
        if not incomplete:
            break
        data, clear = ours(window)
        if not clear.any():
            continue
        for number in incomplete:
            theirs, valid = others[number](window)
            both = clear & valid
            if both.any():
                found[number].append((data[:, both], theirs[:, both]))
    joined = [tuple(np.concatenate(side, axis=1) for side in zip(*parts, strict=True)) for parts in found]
    return [(parts[0], parts[1]) if parts and parts[0].shape[1] >= ENOUGH else None for parts in joined]


def spread(count: int) -> Iterator[int]:
    """Yields up to TRIES numbers below `count`, of which any prefix is evenly spread (golden ratio sequence)."""
    golden = 0.6180339887
    yield from dict.fromkeys(int(number * golden % 1 * count) for number in range(min(count, TRIES)))


def _implausible(
    ours: np.ndarray, theirs: np.ndarray, *, names: tuple[str, str], dtypes: tuple[np.dtype, np.dtype]
) -> str:
    """The message of implausible levels, "" if they are plausible."""
    levels = _level(ours), _level(theirs)
    if min(levels) <= 0:
        return ""
    certain = picture_of(ours, theirs, dtypes) is not None
    certain |= min(levels) <= REFLECTANCE_BELOW and max(levels) >= DN_ABOVE
    ratio = levels[1] / levels[0]
    is_float = [dtype.kind == "f" for dtype in dtypes]
    if not certain and max(ratio, 1 / ratio) < (IMPLAUSIBLE if is_float[0] == is_float[1] else IMPLAUSIBLE_FLOATS):
        return ""
    return (
        f"{names[1]} is about {max(ratio, 1 / ratio):,.0f} times as {'bright' if ratio > 1 else 'dark'} as "
        f"{_within(names[0])} on the ground that both show, and at least one declares no scale: give both in the same "
        f"units, or declare their scales (gdal_edit.py -a_scale)."
    )


def _assumed_message(names: tuple[str, str], factor: float) -> str:
    holds, wants = ("reflectance", "DN") if factor > 1 else ("DN", "reflectance")
    return (
        f"{names[1]} holds {holds} and {_within(names[0])} {wants}, as their levels on common clear ground show; it "
        f"was {'multiplied' if factor > 1 else 'divided'} by 10,000."
    )


def _offset_message(names: tuple[str, str], sign: int) -> str:
    brighter, other = names if sign > 0 else names[::-1]
    return (
        f"{brighter} is brighter than {_within(other)} by about 1,000 DN in every band, as if it had the offset of "
        f"processing baseline 04.00 without declaring it: declare the scale and offset of both "
        f"(gdal_edit.py -a_scale 0.0001 -a_offset -0.1)."
    )


def _within(name: str) -> str:
    """A name as within a sentence."""
    return f"the {name[4:]}" if name.startswith("The ") else name

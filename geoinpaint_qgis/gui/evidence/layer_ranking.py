"""Ranks the extra layers by usefulness, and selects those that are ticked by default."""

from __future__ import annotations

import math
from typing import Optional, Sequence, Tuple, TypeVar

from geoinpaint_qgis.gui.evidence.layer_coverage import LayerCoverage

CLOUDY, HIDDEN = 0.5, 0.5  # share of cloud, and of the hole shown, beyond or under which a layer comes last
DATES, DATE_DAYS = 4, 60  # so many dates are ticked, and none that is farther away
RADAR, RADAR_DAYS = 2, 12
FEW_CLOUDS, MOST_SHOWN = 0.3, 0.7  # of a layer that is ticked unasked

Item = TypeVar("Item")


def rank(days: Optional[int], coverage: Optional[LayerCoverage]) -> Tuple[float, ...]:
    """What comes first: the cloudy ones and those that show little of the hole last, else the nearest in days first."""
    poor = coverage is not None and ((coverage.cloud or 0.0) > CLOUDY or coverage.shown < HIDDEN)
    return float(poor), math.inf if days is None else float(abs(days))


def layers_to_tick(
    layers: Sequence[Tuple[Item, Optional[int], Optional[LayerCoverage]]], *, most: int, within: int
) -> Sequence[Item]:
    """Of layers with their days and coverages those to tick: near in time, seen to show the hole, with few clouds."""
    fit = [
        (abs(days), number, item)
        for number, (item, days, coverage) in enumerate(layers)
        if days is not None and coverage is not None and abs(days) <= within
        if (coverage.cloud or 0.0) <= FEW_CLOUDS and coverage.shown >= MOST_SHOWN
    ]
    return [item for _, _, item in sorted(fit, key=lambda entry: entry[:2])[:most]]

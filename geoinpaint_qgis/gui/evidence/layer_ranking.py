"""Ranks evidence layers by usefulness, and selects those ticked by default."""

from __future__ import annotations

import math
from typing import Optional, Sequence, Tuple, TypeVar

from geoinpaint_qgis.gui.evidence.layer_coverage import LayerCoverage

CLOUDY, HIDDEN = 0.5, 0.5  # layers with more cloud, or showing less of the hole, are ranked last
DATES, DATE_DAYS = 4, 60  # number of dates ticked by default at most, and their distance in days at most
RADAR, RADAR_DAYS = 2, 12
FEW_CLOUDS, MOST_SHOWN = 0.3, 0.7  # cloud at most, and share of the hole shown at least, for ticking by default

Item = TypeVar("Item")


def rank(days: Optional[int], coverage: Optional[LayerCoverage]) -> Tuple[float, ...]:
    """Sort key: cloudy layers and those that show little of the hole last, else by distance in days."""
    poor = coverage is not None and ((coverage.cloud or 0.0) > CLOUDY or coverage.shown < HIDDEN)
    return float(poor), math.inf if days is None else float(abs(days))


def layers_to_tick(
    layers: Sequence[Tuple[Item, Optional[int], Optional[LayerCoverage]]], *, most: int, within: int
) -> Sequence[Item]:
    """Selects the layers to tick, given days and coverages: close in time, showing the hole, and with few clouds."""
    fit = [
        (abs(days), number, item)
        for number, (item, days, coverage) in enumerate(layers)
        if days is not None and coverage is not None and abs(days) <= within
        if (coverage.cloud or 0.0) <= FEW_CLOUDS and coverage.shown >= MOST_SHOWN
    ]
    return [item for _, _, item in sorted(fit, key=lambda entry: entry[:2])[:most]]

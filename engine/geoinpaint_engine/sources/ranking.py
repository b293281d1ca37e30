"""Ranks dates for a fill: clear at the hole, close in season, on both sides of the scene's date, of the same orbit."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from geoinpaint_engine.sources.survey import Candidate, Place

FADING_DAYS = 60.0  # time constant: distance in days at which a date's weight falls to 1/e
YEAR, OF_A_YEAR = 365, 30  # days; the distance that each whole year adds
SAME_ORBIT = 1.1  # weight of dates from the scene's own orbit, which share its viewing and illumination geometry
AGAIN_SAME_SIDE, AGAIN_OTHER_SIDE = 0.6, 0.8  # weight of ground that a chosen date already shows, per side in time
LEAST_CLEAR = 0.05  # share of the hole that a date must show clearly to be chosen


@dataclass(frozen=True)
class Ranked:
    """A candidate, its worth (1 = a clear date on the scene's day), and whether it is chosen for fetching."""

    candidate: Candidate
    worth: float
    chosen: bool


def apart(days: int) -> int:
    """Seasonal distance in days: February resembles October more than June.

    >>> [apart(days) for days in (-20, 90, 250, 350, 730)]
    [20, 90, 115, 15, 60]
    """
    years, remaining = divmod(abs(days), YEAR)
    return min(remaining, YEAR - remaining) + OF_A_YEAR * years


def worth(candidate: Candidate, *, orbit: str = "") -> float:
    """Worth of a candidate by itself, 1 for a clear date on the scene's day.

    Args:
        candidate: a surveyed candidate.
        orbit: orbit of the scene, "" if unknown.
    """
    proximity = math.exp(-apart(candidate.days) / FADING_DAYS)
    # without clear ground around the hole, the relation between the dates cannot be learnt
    visible = candidate.clear_hole * (0.25 + 0.75 * candidate.clear_around)
    return visible * proximity * (SAME_ORBIT if orbit and candidate.orbit == orbit else 1.0)


def rank(
    candidates: Sequence[Candidate], place: Place, *, most: int, megabytes: float = math.inf, orbit: str = ""
) -> list[Ranked]:
    """Ranks candidates by worth, and chooses among them by greedy selection.

    Each step chooses the date that adds most to the hole: ground that a chosen date already shows counts less, and
    still less if that date is on the same side of the scene's date.

    Args:
        candidates: surveyed candidates.
        place: where evidence is needed.
        most: number of dates to choose at most.
        megabytes: total download size of the chosen dates at most.
        orbit: orbit of the scene, "" if unknown.

    Returns:
            All candidates, the best first.
    """
    worths = [worth(candidate, orbit=orbit) for candidate in candidates]
    remaining = [number for number, candidate in enumerate(candidates) if candidate.clear_hole >= LEAST_CLEAR]
    shown = {side: np.ones(place.hole.shape, dtype=np.float32) for side in (True, False)}
    total = float(place.hole.sum()) or 1.0
    chosen: set[int] = set()
    spent = 0.0
    while remaining and len(chosen) < most:
        gains = {n: worths[n] * _novelty(candidates[n], place, shown[candidates[n].days < 0], total) for n in remaining}
        best = max(remaining, key=lambda n: (gains[n], -abs(candidates[n].days), -n))
        remaining.remove(best)
        if spent + candidates[best].megabytes > megabytes:
            continue
        spent += candidates[best].megabytes
        chosen.add(best)
        before = candidates[best].days < 0
        clear = _clear(candidates[best], place)
        shown[before] *= np.where(clear, AGAIN_SAME_SIDE, 1)
        shown[not before] *= np.where(clear, AGAIN_OTHER_SIDE, 1)
    order = sorted(range(len(candidates)), key=lambda n: (-worths[n], abs(candidates[n].days), candidates[n].date))
    return [Ranked(candidates[n], round(worths[n], 4), n in chosen) for n in order]


def rank_radar(candidates: Sequence[Candidate], *, most: int, megabytes: float = math.inf) -> list[Ranked]:
    """Ranks radar passes, terrain-corrected ones first; chooses the nearest dates of a single orbit."""
    by_orbit: dict[str, list[Candidate]] = {}
    for candidate in candidates:
        by_orbit.setdefault(candidate.orbit, []).append(candidate)

    def cost(group: list[Candidate]) -> tuple[bool, float]:
        nearest = sorted(abs(candidate.days) for candidate in group)[:most]
        # missing passes count as 60 days away
        return not group[0].items[0].terrain_corrected, sum(nearest) + 60.0 * (most - len(nearest))

    best = min(by_orbit.values(), key=cost, default=[])
    chosen: list[Candidate] = []
    for candidate in sorted(best, key=lambda one: (abs(one.days), one.days)):
        if len(chosen) < most and sum(one.megabytes for one in chosen) + candidate.megabytes <= megabytes:
            chosen.append(candidate)
    order = sorted(candidates, key=lambda one: (one.orbit != (best[0].orbit if best else ""), abs(one.days), one.days))
    return [
        Ranked(one, round(math.exp(-abs(one.days) / FADING_DAYS), 4), any(one is picked for picked in chosen))
        for one in order
    ]


def _clear(candidate: Candidate, place: Place) -> np.ndarray:
    return np.full(place.hole.shape, True) if candidate.clear is None else candidate.clear


def _novelty(candidate: Candidate, place: Place, shown: np.ndarray, total: float) -> float:
    """Novelty of what a date shows of the hole: 1 where no chosen date shows it."""
    clear = _clear(candidate, place)
    visible = float((place.hole * clear).sum())
    return float((place.hole * clear * shown).sum()) / visible if visible else 0.0

"""Ranks dates for a fill: clear at the hole, near in season, on both sides of the scene's date, of one orbit."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from geoinpaint_engine.sources.survey import Candidate, Place

FADING_DAYS = 60.0  # after which a date counts for 1/e
YEAR, OF_A_YEAR = 365, 30  # days; those that each whole year counts for
SAME_ORBIT = 1.1  # what a date of the scene's own orbit counts more: the same view, the same light
AGAIN_SAME_SIDE, AGAIN_OTHER_SIDE = 0.6, 0.8  # what ground that a chosen date shows already counts for once more
LEAST_CLEAR = 0.05  # of the hole; a date that shows less is not chosen


@dataclass(frozen=True)
class Ranked:
    """A candidate and its worth, 1 being that of a clear date on the same day; `chosen`: among those to be fetched."""

    candidate: Candidate
    worth: float
    chosen: bool


def apart(days: int) -> int:
    """How far away a date counts, in days: by the season, since ground in February is more like October than June.

    >>> [apart(days) for days in (-20, 90, 250, 350, 730)]
    [20, 90, 115, 15, 60]
    """
    years, left = divmod(abs(days), YEAR)
    return min(left, YEAR - left) + OF_A_YEAR * years


def worth(candidate: Candidate, *, orbit: str = "") -> float:
    """Of a candidate by itself."""
    near = math.exp(-apart(candidate.days) / FADING_DAYS)
    # without clear ground around the hole nothing can be learned of how the dates go together
    seen = candidate.clear_hole * (0.25 + 0.75 * candidate.clear_around)
    return seen * near * (SAME_ORBIT if orbit and candidate.orbit == orbit else 1.0)


def rank(
    candidates: Sequence[Candidate], place: Place, *, most: int, megabytes: float = math.inf, orbit: str = ""
) -> list[Ranked]:
    """Candidates by worth, the best first, and which of them are chosen together.

    Each choice takes the date that adds most to the hole: ground that is shown already counts less, and less still
    where that was on the same side of the scene's date.

    Args:
        candidates: surveyed.
        place: where evidence is needed.
        most: how many are chosen at most.
        megabytes: that they may take together.
        orbit: the scene's own.
    """
    worths = [worth(candidate, orbit=orbit) for candidate in candidates]
    left = [number for number, candidate in enumerate(candidates) if candidate.clear_hole >= LEAST_CLEAR]
    shown = {side: np.ones(place.hole.shape, dtype=np.float32) for side in (True, False)}
    total = float(place.hole.sum()) or 1.0
    chosen: set[int] = set()
    spent = 0.0
    while left and len(chosen) < most:
        gains = {n: worths[n] * _gain(candidates[n], place, shown[candidates[n].days < 0], total) for n in left}
        best = max(left, key=lambda n: (gains[n], -abs(candidates[n].days), -n))
        left.remove(best)
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
    """Radar passes by worth: terrain corrected before others, all of one orbit direction, the nearest dates."""
    by_orbit: dict[str, list[Candidate]] = {}
    for candidate in candidates:
        by_orbit.setdefault(candidate.orbit, []).append(candidate)

    def cost(group: list[Candidate]) -> tuple[bool, float]:
        nearest = sorted(abs(candidate.days) for candidate in group)[:most]
        # an orbit with fewer passes than asked for counts as if the rest were far away
        return not group[0].items[0].terrain_corrected, sum(nearest) + 60.0 * (most - len(nearest))

    best = min(by_orbit.values(), key=cost, default=[])
    chosen: list[Candidate] = []
    for candidate in sorted(best, key=lambda one: (abs(one.days), one.days)):
        if len(chosen) < most and sum(one.megabytes for one in chosen) + candidate.megabytes <= megabytes:
            chosen.append(candidate)
    order = sorted(candidates, key=lambda one: (one.orbit != (best[0].orbit if best else ""), abs(one.days), one.days))
    return [
        Ranked(one, round(math.exp(-abs(one.days) / FADING_DAYS), 4), any(one is other for other in chosen))
        for one in order
    ]


def _clear(candidate: Candidate, place: Place) -> np.ndarray:
    return np.full(place.hole.shape, True) if candidate.clear is None else candidate.clear


def _gain(candidate: Candidate, place: Place, shown: np.ndarray, total: float) -> float:
    """How new what a date shows of the hole is: 1 where nothing has shown it yet."""
    clear = _clear(candidate, place)
    seen = float((place.hole * clear).sum())
    return float((place.hole * clear * shown).sum()) / seen if seen else 0.0

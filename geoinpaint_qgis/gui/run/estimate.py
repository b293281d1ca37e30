"""Estimates a fill's duration from the amount of work, and from the durations of the user's earlier runs.

Each completed run is recorded: its kind, its work by the table below, its duration, and its progress over time. A new
run is estimated from the records of its kind, weighted by similarity in size.
"""

from __future__ import annotations

import json
import math
from bisect import bisect_right
from dataclasses import asdict, dataclass
from typing import Any, List, Mapping, Optional, Sequence, Tuple

from qgis.core import QgsSettings

from geoinpaint_qgis import settings
from geoinpaint_qgis.gui.mask.mask_query import MaskSurvey
from geoinpaint_qgis.gui.request import MODEL, Request
from geoinpaint_qgis.interface import TIMES
from geoinpaint_qgis.translate import tr

SIMPLE, FAST, PAPER = "simple", "fast", "paper"
BASIC = "basic"  # this image alone, in the fast preset
START_S = TIMES["start_s"]  # before the first pixel
# per million pixels to fill on one processor core; for networks fitted step by step: their steps, and seconds per step
PER_MEGAPIXEL_S = TIMES["per_megapixel_s"]
STEPS = {PAPER: TIMES["steps"]}
STEP_S, WINDOW_PIXELS, HOLE_SHARE = TIMES["step_s"], TIMES["step_pixels"], 0.2
# Seconds per million pixels of the scene and of each of its dates that are screened for cloud (in cells, with several
# dates and more pixels than LARGE), per million pixels to write, and per image that the fast preset is fitted to.
SCREENED_S, SCREENED_IN_CELLS_S, LARGE = (TIMES[name] for name in ("screened_s", "screened_in_cells_s", "large_pixels"))
WRITTEN_S, FITTED_S, FITTED_MEGAPIXELS = (TIMES[name] for name in ("written_s", "fitted_s", "fitted_megapixels"))
HIDDEN, MOST_HIDDEN = TIMES["hidden"], TIMES["most_hidden"]  # hold-out: share of the hole, and most megapixels
LEAST_PIXELS = 500  # runs with fewer pixels say nothing about the speed
LARGEST_FACTOR = 100.0
KEPT = 60  # number of records kept
OTHER_KIND = 0.5  # weight of runs of other kinds in the estimate of this computer's speed
KNOTS = (0.05, 0.25, 0.3, 0.9, 0.98)  # of the engine's progress, at the ends of its stages


@dataclass(frozen=True)
class Record:
    """A completed run.

    Attributes:
        kind: kind of run, see `kind_of`.
        work: seconds according to the table.
        seconds: actual duration.
        shares: share of the duration at which the progress reached each of KNOTS.
    """

    kind: str
    work: float
    seconds: float
    shares: Tuple[float, ...] = ()


def kind_of(request: Request) -> str:
    """The kind of a run for comparing durations: each classical fill, each mode of a preset, trained models."""
    if request.evidence == MODEL:
        return MODEL
    return f"{request.preset}-{request.label}" if request.network else f"{SIMPLE}-{request.label}"


def estimate(request: Request, pixels: float) -> float:
    """Expected duration in seconds of a fill with the given number of pixels."""
    work = _work(request, pixels)
    return work * _factor(kind_of(request), work)


def expected(request: Request, seen: Optional[MaskSurvey]) -> Optional[float]:
    """Expected duration in seconds of a fill with the given mask; None if unknown."""
    return estimate(request, seen.pixels) if seen is not None and seen.holes else None


def learn(request: Request, pixels: Optional[float], seconds: Optional[float], shares: Sequence[float] = ()) -> None:
    """Records the duration of a completed run, and the shares of time at which its progress reached KNOTS."""
    if not pixels or not seconds or pixels < LEAST_PIXELS:
        return
    record = Record(kind_of(request), _work(request, pixels), seconds, tuple(round(share, 4) for share in shares))
    kept = [*records(), record][-KEPT:]
    QgsSettings().setValue(_key(), json.dumps([asdict(one) for one in kept]))


def timeline(request: Request) -> Sequence[float]:
    """Shares of time at which the progress reached each of KNOTS in the last run of the same kind."""
    kind = kind_of(request)
    known = [record.shares for record in records() if record.kind == kind and len(record.shares) == len(KNOTS)]
    return known[-1] if known else ()


def share_of_time(fraction: float, shares: Sequence[float]) -> float:
    """Share of time at a fraction of the progress; without shares, the fraction itself."""
    if len(shares) != len(KNOTS):
        return fraction
    at, gone = (0.0, *KNOTS, 1.0), (0.0, *shares, 1.0)
    place = min(max(bisect_right(at, fraction), 1), len(at) - 1)
    width = at[place] - at[place - 1]
    return gone[place - 1] + (gone[place] - gone[place - 1]) * min((fraction - at[place - 1]) / width, 1.0)


def records() -> List[Record]:
    """Records of earlier runs, oldest first; invalid ones are left out."""
    try:
        entries = json.loads(QgsSettings().value(_key(), "[]", type=str))
    except ValueError:
        return []
    return [one for one in map(_record, entries if isinstance(entries, list) else []) if one is not None]


def forget() -> None:
    """Deletes all records."""
    QgsSettings().remove(_key())


def _record(entry: Any) -> Optional[Record]:
    if not isinstance(entry, Mapping):
        return None
    try:
        found = Record(
            str(entry["kind"]), float(entry["work"]), float(entry["seconds"]), tuple(map(float, entry["shares"]))
        )
    except (KeyError, TypeError, ValueError):
        return None
    return found if found.work > 0 and found.seconds > 0 else None


def _factor(kind: str, work: float) -> float:
    """Ratio of this computer's durations to the table's, for work of a kind and size."""
    total = weights = 0.0
    known = records()
    own = any(record.kind == kind for record in known)
    for age, record in enumerate(reversed(known)):
        if own and record.kind != kind:
            continue
        near = 1.0 / (0.1 + abs(math.log(work / record.work)))
        weight = near * 0.9**age
        slower = math.log(record.seconds / record.work) * (1.0 if own else OTHER_KIND)
        total, weights = total + weight * slower, weights + weight
    factor = math.exp(total / weights) if weights else 1.0
    return min(max(factor, 1 / LARGEST_FACTOR), LARGEST_FACTOR)


def _work(request: Request, pixels: float) -> float:
    """Seconds of work on one processor core."""
    scene = request.scene
    whole = scene.width() * scene.height() if scene is not None else WINDOW_PIXELS
    found = START_S + _screening_seconds(request, whole)
    if request.network and request.preset in STEPS:
        windows = max(pixels / (HOLE_SHARE * WINDOW_PIXELS), min(whole / WINDOW_PIXELS, 1.0))
        return float(found + (request.steps or STEPS[request.preset]) * STEP_S * windows)
    kind = MODEL if request.evidence == MODEL else "classical" if not request.network else (
        {"image": BASIC, "radar": "ms"}.get(request.evidence, FAST))  # fmt: skip
    filled = pixels / 1e6 + min(HIDDEN * pixels / 1e6, MOST_HIDDEN)
    if kind in (FAST, "ms"):
        images = len(request.references) * (kind == FAST) + bool(request.radar and request.evidence != "dates")
        found += FITTED_S * images * min(whole / 1e6 / FITTED_MEGAPIXELS, 1.0)
    return float(found + PER_MEGAPIXEL_S[kind] * filled + WRITTEN_S * whole / 1e6)


def _screening_seconds(request: Request, whole: float) -> float:
    """Seconds for screening a scene of so many pixels and its dates; 0 if no dates are used."""
    if not request.uses_dates or request.scene is None:
        return 0.0
    dates = len(request.references)
    in_cells = dates > 1 and whole > LARGE
    return float((SCREENED_IN_CELLS_S if in_cells else SCREENED_S) * whole / 1e6 * (1 + dates))


def about(seconds: float) -> str:
    """A duration in words, with appropriate precision."""
    if seconds < 10:
        return tr("a few seconds")
    if seconds < 90:
        return tr("about {count} s").format(count=int(round(seconds, -1)))
    if seconds < 5400:
        return tr("about {count} min").format(count=max(round(seconds / 60), 2))
    return tr("about {count:.0f} h").format(count=max(seconds / 3600, 2))


def _key() -> str:
    return f"{settings.PREFIX}/runs"

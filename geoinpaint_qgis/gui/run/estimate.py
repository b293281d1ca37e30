"""A rough estimate of a fill's duration, from the amount of work and from the durations of the user's own runs.

Each run that has gone its full way leaves a record: its kind, the work by the table below, the seconds, and when it had
come how far. Of a new run the records of its kind count, those of a like size most.
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
BASIC = "basic"  # this image alone, in the fast preset: several surfaces, weighed
START_S = TIMES["start_s"]  # before the first pixel
# For a million pixels to fill on one processor core; a network that is fitted step by step: its steps, and one of them.
PER_MEGAPIXEL_S = {
    kind: TIMES["per_megapixel_s"]["classical" if kind == SIMPLE else kind] for kind in (SIMPLE, FAST, BASIC, MODEL)
}
STEPS = {PAPER: TIMES["steps"]}
STEP_S, WINDOW_PIXELS, HOLE_SHARE = TIMES["step_s"], TIMES["step_pixels"], 0.2
# Seconds for a million values of all images: the scene and its dates are searched for cloud before the fill, around the
# hole alone where the scene is large.
JUDGED_S, JUDGED_WHOLE, AROUND_HOLE = 0.45, 4_000_000, 8.0
HIDDEN_S, MOST_HIDDEN = 60.0, 1_000_000  # the fast preset is tried on hidden ground first, on no more than so much
LEAST_PIXELS = 500  # fewer say nothing about the speed
LARGEST_FACTOR = 100.0
KEPT = 60  # records
OTHER_KIND = 0.5  # weight of a run of another kind in the estimate of this computer's speed
KNOTS = (0.05, 0.25, 0.3, 0.9, 0.98)  # of the engine's progress: where its parts end


@dataclass(frozen=True)
class Record:
    """A run that has gone its full way.

    Attributes:
        kind: what it was; see `kind_of`.
        work: the seconds that the table gives it.
        seconds: those that it took.
        shares: of these, when the progress had come to each of KNOTS.
    """

    kind: str
    work: float
    seconds: float
    shares: Tuple[float, ...] = ()


def kind_of(request: Request) -> str:
    """What runs are alike in speed: each classical fill, each mode of a preset, trained models."""
    if request.evidence == MODEL:
        return MODEL
    return f"{request.preset}-{request.label}" if request.network else f"{SIMPLE}-{request.label}"


def estimate(request: Request, pixels: float) -> float:
    """The seconds that a fill of so many pixels is likely to take."""
    work = _work(request, pixels)
    return work * _factor(kind_of(request), work)


def expected(request: Request, seen: Optional[MaskSurvey]) -> Optional[float]:
    """The seconds that a fill of what a mask covers is likely to take; None where that is not known."""
    return estimate(request, seen.pixels) if seen is not None and seen.holes else None


def learn(request: Request, pixels: Optional[float], seconds: Optional[float], shares: Sequence[float] = ()) -> None:
    """Remember how fast a run was that has gone its full way, and when its progress had come to each of KNOTS."""
    if not pixels or not seconds or pixels < LEAST_PIXELS:
        return
    record = Record(kind_of(request), _work(request, pixels), seconds, tuple(round(share, 4) for share in shares))
    kept = [*records(), record][-KEPT:]
    QgsSettings().setValue(_key(), json.dumps([asdict(one) for one in kept]))


def timeline(request: Request) -> Sequence[float]:
    """The share of the time that has gone when the progress comes to each of KNOTS, as the last run alike had it."""
    kind = kind_of(request)
    known = [record.shares for record in records() if record.kind == kind and len(record.shares) == len(KNOTS)]
    return known[-1] if known else ()


def share_of_time(fraction: float, shares: Sequence[float]) -> float:
    """The share of the time that has gone at a fraction of the progress; without shares the fraction itself."""
    if len(shares) != len(KNOTS):
        return fraction
    at, gone = (0.0, *KNOTS, 1.0), (0.0, *shares, 1.0)
    place = min(max(bisect_right(at, fraction), 1), len(at) - 1)
    width = at[place] - at[place - 1]
    return gone[place - 1] + (gone[place] - gone[place - 1]) * min((fraction - at[place - 1]) / width, 1.0)


def records() -> List[Record]:
    """What earlier runs have left, the oldest first; what cannot be read is left out."""
    try:
        entries = json.loads(QgsSettings().value(_key(), "[]", type=str))
    except ValueError:
        return []
    return [one for one in map(_record, entries if isinstance(entries, list) else []) if one is not None]


def forget() -> None:
    """Forget all earlier runs."""
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
    """How much slower this computer is than the table says, for work of a kind and size."""
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
    """The seconds of one processor core."""
    scene = request.scene
    whole = scene.width() * scene.height() if scene is not None else WINDOW_PIXELS
    found = START_S + _judging(request, pixels, whole)
    if request.network and request.preset in STEPS:
        windows = max(pixels / (HOLE_SHARE * WINDOW_PIXELS), min(whole / WINDOW_PIXELS, 1.0))
        return found + (request.steps or STEPS[request.preset]) * STEP_S * windows
    kind = MODEL if request.evidence == MODEL else SIMPLE if not request.network else (
        BASIC if request.evidence == "image" else FAST)  # fmt: skip
    hidden = HIDDEN_S * min(pixels, MOST_HIDDEN) if kind == FAST else 0.0
    return float(found + (PER_MEGAPIXEL_S[kind] * pixels + hidden) / 1e6)


def _judging(request: Request, pixels: float, whole: float) -> float:
    """The seconds that screening the scene and its dates takes; 0 where no dates are used."""
    if not request.uses_dates or request.scene is None:
        return 0.0
    looked_at = whole if whole <= JUDGED_WHOLE else min(whole, AROUND_HOLE * pixels)
    bands = len(request.bands) or request.scene.bandCount()
    return JUDGED_S * looked_at * bands * (1 + len(request.references)) / 1e6


def about(seconds: float) -> str:
    """A time in words, no more precise than it is known."""
    if seconds < 10:
        return tr("a few seconds")
    if seconds < 90:
        return tr("about {count} s").format(count=int(round(seconds, -1)))
    if seconds < 5400:
        return tr("about {count} min").format(count=max(round(seconds / 60), 2))
    return tr("about {count:.0f} h").format(count=max(seconds / 3600, 2))


def _key() -> str:
    return f"{settings.PREFIX}/runs"

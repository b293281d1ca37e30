"""How long a fill will take, roughly: from the pixels to fill, and from what earlier runs took on this computer."""

from __future__ import annotations

from typing import Optional

from qgis.core import QgsSettings

from geoinpaint_qgis import settings
from geoinpaint_qgis.gui.request import MODEL, Request
from geoinpaint_qgis.translate import tr

# Seconds before the first pixel, and seconds for a million pixels of hole, as measured on one processor core
# (docs/performance.md, docs/experiments.md); the first run on a computer replaces the second figure.
START_S = {"simple": 2.0, "fast": 4.0, "paper": 4.0, MODEL: 4.0}
PER_MEGAPIXEL_S = {"simple": 35.0, "fast": 150.0, "paper": 130_000.0, MODEL: 120.0}
PAPER_STEPS = 4000
LEAST_PIXELS = 500  # fewer say nothing about the speed


def kind_of(request: Request) -> str:
    """What runs are alike in speed: classical fills, each preset of the network, trained models."""
    if request.evidence == MODEL:
        return MODEL
    return request.preset if request.network else "simple"


def estimate(kind: str, pixels: float, *, steps: Optional[int] = None) -> float:
    """The seconds that a fill of so many pixels is likely to take."""
    rate = QgsSettings().value(_key(kind), PER_MEGAPIXEL_S[kind], type=float)
    share = steps / PAPER_STEPS if steps and kind == "paper" else 1.0
    return START_S[kind] + share * rate * pixels / 1e6


def learn(request: Request, pixels: Optional[float], seconds: Optional[float]) -> None:
    """Remember how fast a run was that has gone its full way."""
    kind = kind_of(request)
    if not pixels or not seconds or pixels < LEAST_PIXELS or (kind == "paper" and request.steps is not None):
        return
    rate = max(seconds - START_S[kind], 0.1 * seconds) / pixels * 1e6
    QgsSettings().setValue(_key(kind), rate)


def about(seconds: float) -> str:
    """A time in words, no more precise than it is known."""
    if seconds < 10:
        return tr("a few seconds")
    if seconds < 90:
        return tr("about {count} s").format(count=int(round(seconds, -1)))
    if seconds < 5400:
        return tr("about {count} min").format(count=max(round(seconds / 60), 2))
    return tr("about {count:.0f} h").format(count=max(seconds / 3600, 2))


def _key(kind: str) -> str:
    return f"{settings.PREFIX}/seconds_per_megapixel_{kind}"

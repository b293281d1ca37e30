"""How long a fill will take, roughly: from the pixels to fill, and from what earlier runs took on this computer."""

from __future__ import annotations

from typing import Optional

from qgis.core import QgsSettings

from geoinpaint_qgis import settings
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
LEAST_PIXELS = 500  # fewer say nothing about the speed
LARGEST_FACTOR = 100.0


def kind_of(request: Request) -> str:
    """What runs are alike in speed: classical fills, each preset of the network, trained models."""
    if request.evidence == MODEL:
        return MODEL
    if not request.network:
        return SIMPLE
    return BASIC if request.evidence == "image" and request.preset == FAST else request.preset


def estimate(request: Request, pixels: float) -> float:
    """The seconds that a fill of so many pixels is likely to take."""
    kind = kind_of(request)
    return START_S + QgsSettings().value(_key(kind), 1.0, type=float) * _work(kind, request, pixels)


def learn(request: Request, pixels: Optional[float], seconds: Optional[float]) -> None:
    """Remember how fast a run was that has gone its full way."""
    if not pixels or not seconds or pixels < LEAST_PIXELS:
        return
    kind = kind_of(request)
    factor = max(seconds - START_S, 0.1 * seconds) / _work(kind, request, pixels)
    QgsSettings().setValue(_key(kind), min(max(factor, 1 / LARGEST_FACTOR), LARGEST_FACTOR))


def _work(kind: str, request: Request, pixels: float) -> float:
    """The seconds of one processor core."""
    if kind not in STEPS:
        return PER_MEGAPIXEL_S[kind] * pixels / 1e6
    scene = request.scene
    whole = scene.width() * scene.height() if scene is not None else WINDOW_PIXELS
    windows = max(pixels / (HOLE_SHARE * WINDOW_PIXELS), min(whole / WINDOW_PIXELS, 1.0))
    return (request.steps or STEPS[kind]) * STEP_S * windows


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
    return f"{settings.PREFIX}/slowness_{kind}"

"""The table of modes, presets and classical fills, and of the evidence that each uses.

The job's schema, the command line, the report and the plugin's interface are made from it; nothing is imported here, so
that `geoinpaint --help` stays quick.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Evidence:
    """The evidence that a mode or a fill uses besides the scene.

    Args:
        title: what it fills from, in words.
        references: whether it uses other dates.
        sar: whether it uses Sentinel-1.
    """

    title: str
    references: bool = False
    sar: bool = False


@dataclass(frozen=True)
class ClassicalFill(Evidence):
    """A classical fill.

    Args:
        method: "module:class" of the method, a `methods.classical.base.ClassicalFill`.
    """

    method: str = ""


_CLASSICAL = "geoinpaint_engine.methods.classical"

# the six modes of Czerkawski et al. 2022
EVIDENCE_MODES = {
    "basic": Evidence("this image alone"),
    "ms-r": Evidence("Sentinel-1 (residual variant)", sar=True),
    "mt-r": Evidence("other dates (residual variant)", references=True),
    "ms": Evidence("Sentinel-1", sar=True),
    "mt": Evidence("other dates", references=True),
    "ms-mt": Evidence("other dates and Sentinel-1", references=True, sar=True),
}
MODES = (*EVIDENCE_MODES, "classical", "model")


def mode_using(*, references: bool, sar: bool) -> str:
    """The mode that uses all the evidence given; the default where none is named."""
    if references:
        return "ms-mt" if sar else "mt"
    return "ms" if sar else "basic"


PRESETS = ("fast", "paper")
# The first is the default. To add one: its module, and its line here.
FILLS = {
    "regression": ClassicalFill(
        "other dates and Sentinel-1", references=True, sar=True, method=f"{_CLASSICAL}.regression_fill:RegressionFill"
    ),
    "harmonic": ClassicalFill("this image alone", method=f"{_CLASSICAL}.harmonic:HarmonicFill"),
    "ratio": ClassicalFill("other dates", references=True, method=f"{_CLASSICAL}.ratio:RatioFill"),
    "paste": ClassicalFill("the nearest date", references=True, method=f"{_CLASSICAL}.paste:PasteFill"),
    "telea": ClassicalFill("this image alone", method=f"{_CLASSICAL}.telea:TeleaFill"),
    "coherent": ClassicalFill("this image alone", method=f"{_CLASSICAL}.coherent:CoherentFill"),
}
DEFAULT_FILL = next(iter(FILLS))


@dataclass(frozen=True)
class CloudDetector:
    """A network that detects cloud and shadow in a single image, from a package of its own.

    Args:
        title: what it is, with the licence of its code and weights.
        packages: the distributions that it needs.
        detector: "module:class", a `sentinel.detectors.Detector`.
    """

    title: str
    packages: tuple[str, ...]
    detector: str


DETECTORS = {
    "ukis-csmask": CloudDetector(
        "clouds and their shadows, by a network of the German Aerospace Center (code and weights Apache-2.0)",
        ("ukis-csmask", "onnxruntime"),
        "geoinpaint_engine.sentinel.csmask:CsMask",
    ),
}

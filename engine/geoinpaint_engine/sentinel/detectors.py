"""Packaged networks that detect cloud and shadow in a single image: their inputs and outputs."""

from __future__ import annotations

import importlib
import re
from typing import Literal, Protocol

import numpy as np

from geoinpaint_engine.errors import ResourceError, UsageError
from geoinpaint_engine.modes import DETECTORS
from geoinpaint_engine.raster.handles import examined
from geoinpaint_engine.sentinel.products import is_product, open_product

CLOUD, SHADOW = 1, 2  # classes; 0 is neither
Level = Literal["1C", "2A"]
_LEVEL_1C = re.compile(r"(?<![0-9A-Z])(?:S2MSI|MSI|LEVEL[ _-]?)?L?1C(?![0-9A-Z])")
_TOLD_BY = ("PROCESSING_LEVEL", "PRODUCT_TYPE", "PRODUCT_URI", "PRODUCT_URI_1C", "PRODUCT_URI_2A")


class Detector(Protocol):
    """Tells cloud and shadow from one image.

    Attributes:
        needed: Sentinel-2 names of the bands that it requires.
        better_with: further bands that it uses where a scene has all of them.
        metres: the side of the pixels at which it does best; finer ones are averaged.
        side: px of the blocks that it is given, without the halo.
        halo: px of context around them.
    """

    needed: tuple[str, ...]
    better_with: tuple[str, ...]
    metres: float
    side: int
    halo: int

    def classes(self, reflectance: np.ndarray, bands: tuple[str, ...], level: Level) -> np.ndarray:
        """(rows, cols) uint8: 0, CLOUD or SHADOW.

        Args:
            reflectance: (bands, rows, cols) float32, 0 where nothing is known.
            bands: their names.
            level: of the product: 1C at the top of the atmosphere, 2A at its bottom.
        """


def open_detector(name: str) -> Detector:
    """The detector of that name.

    Raises:
        UsageError: `detector-unknown`.
        ResourceError: `detector-missing`.
    """
    known = DETECTORS.get(name)
    if known is None:
        raise UsageError("detector-unknown", f"There is no detector {name}.", f"Name one of {', '.join(DETECTORS)}.")
    module, _, kind = known.detector.partition(":")
    detector: Detector = getattr(importlib.import_module(module), kind)
    try:
        return detector()  # type: ignore[operator]
    except ImportError as error:
        raise ResourceError(
            "detector-missing",
            f"The detector {name} needs the packages {' and '.join(known.packages)}, and they cannot be loaded: "
            f"{error}.",
            f'Install them: pip install "geoinpaint-engine[clouds]", or {" ".join(known.packages)}.',
        ) from error


def level_of(path: str) -> Level:
    """The level of the product that a scene is, or was cut from, by its tags or name; 2A by default.

    Raises:
        InputError: those of opening it.
    """
    if is_product(path):
        return "1C" if open_product(path).level == "1C" else "2A"
    with examined(path) as source:
        tags = {key.upper(): value for key, value in source.tags().items()}
    told = [tags[key] for key in _TOLD_BY if tags.get(key)] or [re.split(r"[/\\]", path)[-1]]
    return "1C" if any(_LEVEL_1C.search(text.upper().replace("_", " ")) for text in told) else "2A"

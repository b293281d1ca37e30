"""Packaged networks that detect cloud and shadow in a single image: their interface, and how to open one."""

from __future__ import annotations

import importlib
import re
from typing import Literal, Protocol

import numpy as np

from geoinpaint_engine.errors import ResourceError, UsageError
from geoinpaint_engine.modes import DETECTORS
from geoinpaint_engine.raster.handles import examined
from geoinpaint_engine.sentinel.products import is_product, open_product

CLOUD, SHADOW = 1, 2  # classes of a detection; 0 is neither
Level = Literal["1C", "2A"]
_LEVEL_1C = re.compile(r"(?<![0-9A-Z])(?:S2MSI|MSI|LEVEL[ _-]?)?L?1C(?![0-9A-Z])")
_LEVEL_TAGS = ("PROCESSING_LEVEL", "PRODUCT_TYPE", "PRODUCT_URI", "PRODUCT_URI_1C", "PRODUCT_URI_2A")


class Detector(Protocol):
    """Detects cloud and shadow in a single image.

    Attributes:
        needed: Sentinel-2 names of the bands that it requires.
        better_with: optional bands, used if a scene has all of them.
        metres: pixel size in metres for which it is most accurate; finer images are averaged to it.
        side: side in pixels of the blocks passed to it, without the halo.
        halo: context in pixels around each block.
    """

    needed: tuple[str, ...]
    better_with: tuple[str, ...]
    metres: float
    side: int
    halo: int

    def classes(self, reflectance: np.ndarray, bands: tuple[str, ...], level: Level) -> np.ndarray:
        """Classifies an image.


        Args:
            reflectance: (bands, rows, cols) float32, 0 where unknown.
            bands: names of the bands.
            level: processing level: 1C, top-of-atmosphere, or 2A, surface reflectance.

        Returns:
            (rows, cols) uint8: 0, CLOUD or SHADOW.
        """


def open_detector(name: str) -> Detector:
    """Loads the detector of the given name.

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
            f"The detector {name} needs the packages {' and '.join(known.packages)}, which cannot be loaded: "
            f"{error}.",
            f'Install them: pip install "geoinpaint-engine[clouds]", or {" ".join(known.packages)}.',
        ) from error


def level_of(path: str) -> Level:
    """Processing level of the product that a scene is, or was cut from, by its tags or file name; 2A by default.

    Raises:
        InputError: the errors of opening it.
    """
    if is_product(path):
        return "1C" if open_product(path).level == "1C" else "2A"
    with examined(path) as source:
        tags = {key.upper(): value for key, value in source.tags().items()}
    texts = [tags[key] for key in _LEVEL_TAGS if tags.get(key)] or [re.split(r"[/\\]", path)[-1]]
    return "1C" if any(_LEVEL_1C.search(text.upper().replace("_", " ")) for text in texts) else "2A"

"""The classical fills by name: other methods start from them, or complete what they cannot fill."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

from geoinpaint_engine.errors import UsageError
from geoinpaint_engine.modes import FILLS
from geoinpaint_engine.solvers.overview import OVERVIEW_PIXELS

if TYPE_CHECKING:
    from geoinpaint_engine.methods.classical.base import ClassicalFill


def classical_fill(name: str, *, scene_date: str = "", overview_pixels: int = OVERVIEW_PIXELS) -> ClassicalFill:
    """A classical fill by its name in `modes.FILLS`.

    Args:
        name: regression, harmonic, ...
        scene_date: ISO date of the scene, "" where unknown.
        overview_pixels: largest number of cells on which holes larger than a window are solved.

    Raises:
        UsageError: there is no such fill.
    """
    if name not in FILLS:
        raise UsageError("unknown-fill", f"There is no classical fill '{name}'.", f"Choose one of {', '.join(FILLS)}.")
    module, _, kind = FILLS[name].method.partition(":")
    return getattr(importlib.import_module(module), kind)(scene_date=scene_date, overview_pixels=overview_pixels)

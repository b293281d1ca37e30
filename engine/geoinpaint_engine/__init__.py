"""GeoInpaint's engine: fills the cloud-covered part of a Sentinel-2 image. Knows no Qt and no QGIS.

Importing it costs next to nothing and changes nothing: what is named in `__all__` is loaded at its first use.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geoinpaint_engine.api import (
        Cancelled,
        Control,
        EngineError,
        Evidence,
        InputError,
        Job,
        Mask,
        Reference,
        ResourceError,
        Result,
        Sar,
        SeriesResult,
        UsageError,
        detect_clouds,
        fill,
        fill_series,
        find_evidence,
        read_job,
        run,
        score,
    )

__version__ = "0.1.0"
__all__ = [
    "Cancelled",
    "Control",
    "EngineError",
    "Evidence",
    "InputError",
    "Job",
    "Mask",
    "Reference",
    "ResourceError",
    "Result",
    "Sar",
    "SeriesResult",
    "UsageError",
    "__version__",
    "detect_clouds",
    "fill",
    "fill_series",
    "find_evidence",
    "read_job",
    "run",
    "score",
]


def __getattr__(name: str) -> object:
    """A public name, loaded at its first use."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from geoinpaint_engine import api

    return getattr(api, name)


def __dir__() -> list[str]:
    """The public names."""
    return __all__

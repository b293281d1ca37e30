"""Cloud detection from Python, from other dates or by a network."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, overload

import msgspec
import numpy as np

from geoinpaint_engine import job as jobs
from geoinpaint_engine.api.entries import Entries, Raster
from geoinpaint_engine.api.filling import References
from geoinpaint_engine.api.result_arrays import mask_like
from geoinpaint_engine.api.running import OnEvent, engine_at_work
from geoinpaint_engine.api.words import PythonReporter
from geoinpaint_engine.errors import UsageError
from geoinpaint_engine.events import Control
from geoinpaint_engine.pipeline.library_threads import one_thread_each
from geoinpaint_engine.pipeline.mask_file import stored_mask
from geoinpaint_engine.pipeline.run import thread_count
from geoinpaint_engine.raster.handles import gdal_env
from geoinpaint_engine.raster.memory import MemoryFolder
from geoinpaint_engine.raster.scene import open_scene
from geoinpaint_engine.sentinel.product_spec import resolve_scene

if TYPE_CHECKING:
    from xarray import DataArray


@overload
def detect_clouds(
    scene: DataArray, references: References = None, *, detector: str | None = None, dilate: int = 0, threads: int = 0,
    on_event: OnEvent | None = None, control: Control | None = None,
) -> DataArray: ...  # fmt: skip


@overload
def detect_clouds(
    scene: str | os.PathLike[str] | np.ndarray, references: References = None, *, detector: str | None = None,
    dilate: int = 0, threads: int = 0, on_event: OnEvent | None = None, control: Control | None = None,
) -> np.ndarray: ...  # fmt: skip


def detect_clouds(
    scene: Raster,
    references: References = None,
    *,
    detector: str | None = None,
    dilate: int = 0,
    threads: int = 0,
    on_event: OnEvent | None = None,
    control: Control | None = None,
) -> Any:
    """Detects cloud and shadow in a scene, as `geoinpaint mask` with `--detect` or `--detector` does.

    Detection uses other dates, a network on the scene alone, or both, whose masks are combined.

    Args:
        scene: an array or a path; see `fill`.
        references: other dates of the same place.
        detector: name of a network, such as ukis-csmask (extra `clouds`).
        dilate: number of pixels by which the mask is grown.
        threads: 0 = all processors.
        on_event: called with each event; the only way to receive warnings.
        control: to cancel from another thread.

    Returns:
        (rows, cols) bool, True where cloudy; for a DataArray, a DataArray with its coordinates.

    Raises:
        UsageError: `detect-without-references`, `detector-unknown`, `array-shape`, ...
        InputError: `mask-empty` if the scene shows no cloud; `detector-bands`.
        ResourceError: `detector-missing`.
    """
    reporter, wishes = PythonReporter(on_event), control or Control()
    with engine_at_work(), gdal_env(), one_thread_each, MemoryFolder() as memory:
        entries = Entries(memory, scene)
        place = entries.scene()["path"]
        dates = [msgspec.convert(entry, jobs.Reference) for entry in entries.references(references)]
        sources = [jobs.MaskSource(detect=True)] * bool(dates)
        sources += [] if detector is None else [jobs.MaskSource(detector=detector)]
        if not sources:
            raise UsageError(
                "detect-without-references", "Detecting clouds compares other dates, and none is given.",
                "Give some as references, or a detector.",
            )  # fmt: skip
        with open_scene(resolve_scene(place), warn=reporter.warning) as opened:
            mask = stored_mask(
                opened, place, sources, memory.path, references=dates, dilate_px=dilate,
                threads=thread_count(threads), warn=reporter.warning, check=wishes.check,
            )  # fmt: skip
            found = mask.hole(opened.grid.window)
            mask.close()
        return mask_like(scene, found)

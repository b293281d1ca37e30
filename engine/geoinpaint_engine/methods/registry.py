"""Which method a job asks for: the one place that knows them all."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from geoinpaint_engine import job as jobs
from geoinpaint_engine.errors import ResourceError
from geoinpaint_engine.job import Job
from geoinpaint_engine.methods.base import Method, Viewer
from geoinpaint_engine.methods.classical.methods import Classical, make
from geoinpaint_engine.raster.grid import Window
from geoinpaint_engine.raster.scene import Scene
from geoinpaint_engine.raster.source import JobSource


def choose_method(
    job: Job,
    scene: Scene,
    *,
    threads: int,
    deciding: Callable[[Window], np.ndarray],
    preview: Viewer,
    warn: Callable[[str, str], None],
) -> Method:
    """The method that a job asks for; PyTorch is imported only where it is needed.

    Args:
        job: the job.
        scene: the scene.
        threads: of the whole run.
        deciding: which pixels of a window are hidden and may decide when to stop.
        preview: shown a window's fill as it forms.
        warn: told (code, message).
    """
    if job.mode == "classical":
        return make(job.fill or "regression", scene_date=scene.date, threads=threads)
    if job.mode in jobs.DIP_MODES and not jobs.takes_steps(job):
        if job.mode == "basic":
            from geoinpaint_engine.methods.ensemble.image import ImageMethod

            return ImageMethod(seed=job.seed, threads=threads)
        from geoinpaint_engine.methods.ensemble.method import GuidedMethod

        return GuidedMethod.of(job)
    try:
        if job.mode == "model":
            from geoinpaint_engine.methods.network.inference import open_model

            return open_model(
                job.model or "", band_names=scene.descriptions, dtype=scene.dtype.name, device=job.device,
                threads=threads, warn=warn,
            )  # fmt: skip
        from geoinpaint_engine.methods.dip.method import DipMethod
    except ModuleNotFoundError as error:
        if error.name != "torch":
            raise
        raise ResourceError(
            "torch-missing", f"Mode {job.mode} needs PyTorch, which is not installed.",
            "Install it (the full stage of the engine), or use --mode classical.",
        ) from error  # fmt: skip
    return DipMethod.of(job, threads=threads, deciding=deciding, preview=preview.show)


def choose_fallback(source: JobSource, *, threads: int) -> Classical:
    """What fills the windows that have too little clear ground for a method to learn from.

    The regression where there is evidence, else the harmonic fill: both learn from the whole scene, and carry what
    surrounds a hole into it however large it is.
    """
    evidence = source.references or source.sar is not None
    return make("regression" if evidence else "harmonic", scene_date=source.scene.date, threads=threads)

"""Creates the method of a job; the only module that knows all methods."""

from __future__ import annotations

from geoinpaint_engine import job as jobs
from geoinpaint_engine.errors import ResourceError
from geoinpaint_engine.job import Job
from geoinpaint_engine.methods.base import Fill, Method
from geoinpaint_engine.methods.fills import classical_fill
from geoinpaint_engine.modes import DEFAULT_FILL, EVIDENCE_MODES
from geoinpaint_engine.raster.scene import Scene, Warn
from geoinpaint_engine.raster.source import JobSource


def choose_method(job: Job, scene: Scene, *, warn: Warn) -> Method:
    """Creates the method that a job asks for; PyTorch is imported only if it is needed.

    Args:
        job: the job.
        scene: the scene.
        warn: called with (code, message).

    Raises:
        ResourceError: `torch-missing`.
    """
    if job.mode == "classical":
        return classical_fill(job.fill or DEFAULT_FILL, scene_date=scene.date)
    if job.mode in EVIDENCE_MODES and not jobs.takes_steps(job):
        if job.mode == "basic":
            from geoinpaint_engine.methods.ensemble.image import ImageMethod

            return ImageMethod(seed=job.seed)
        from geoinpaint_engine.methods.ensemble.method import EnsembleMethod

        return EnsembleMethod.of(job)
    try:
        if job.mode == "model":
            from geoinpaint_engine.methods.network.inference import open_model

            return open_model(
                job.model or "", band_names=scene.descriptions, dtype=scene.dtype.name, device=job.device, warn=warn
            )
        from geoinpaint_engine.methods.dip.method import DipMethod
    except ModuleNotFoundError as error:
        if error.name != "torch":
            raise
        raise ResourceError(
            "torch-missing", f"Mode {job.mode} needs PyTorch, which is not installed.",
            "Install it (the full stage of the engine), or use --mode classical.",
        ) from error  # fmt: skip
    return DipMethod.of(job)


def choose_fallback(source: JobSource) -> Method:
    """Creates the method for windows with too little clear ground.

    The regression if there is evidence, else the harmonic fill: both are fitted to the whole scene, and continue the
    surroundings of a hole into it, however large it is.
    """
    evidence = source.references or source.sar is not None
    return classical_fill("regression" if evidence else "harmonic", scene_date=source.scene.date)


def simple_fill(source: JobSource) -> Fill:
    """The baseline that a method is compared with: the nearest date pasted in, or the harmonic fill without dates."""
    return classical_fill("paste" if source.references else "harmonic", scene_date=source.scene.date).fill

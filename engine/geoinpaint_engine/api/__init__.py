"""The public Python API: fills of arrays and files, jobs, scores. `import geoinpaint_engine as gi`."""

from geoinpaint_engine.api.detecting import detect_clouds
from geoinpaint_engine.api.entries import Mask, Reference, Sar
from geoinpaint_engine.api.filling import fill
from geoinpaint_engine.api.finding import Evidence, find_evidence
from geoinpaint_engine.api.running import Result, read_job, run
from geoinpaint_engine.api.scoring import score
from geoinpaint_engine.api.series import SeriesResult, fill_series
from geoinpaint_engine.errors import Cancelled, EngineError, InputError, ResourceError, UsageError
from geoinpaint_engine.events import Control
from geoinpaint_engine.job import Job

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
    "detect_clouds",
    "fill",
    "fill_series",
    "find_evidence",
    "read_job",
    "run",
    "score",
]

"""Detects cloud, haze and shadow that the mask leaves out, in the scene and in its dates (docs/clouds.md).

Each image is predicted from the others; what deviates from the prediction towards cloud or shadow is flagged. `learn`
fits the predictions on sampled windows, `judge` screens any window with them.
"""

from geoinpaint_engine.quality.contamination.judgement import (
    HALO,
    Judgement,
    believed_dates,
    coarse_findings,
    judge,
    judged_dates,
    leaves_rims,
)
from geoinpaint_engine.quality.contamination.learning import (
    RELEARNT,
    TRUST,
    TRUST_UNMASKED,
    Model,
    far_from_hole,
    learn,
)
from geoinpaint_engine.quality.contamination.mutual import (
    LEAST_NEIGHBOURS,
    MutualModels,
    MutualWindow,
    learn_mutually,
)
from geoinpaint_engine.quality.contamination.series import Series

__all__ = [
    "HALO",
    "LEAST_NEIGHBOURS",
    "RELEARNT",
    "TRUST",
    "TRUST_UNMASKED",
    "Judgement",
    "Model",
    "MutualModels",
    "MutualWindow",
    "Series",
    "believed_dates",
    "coarse_findings",
    "far_from_hole",
    "judge",
    "judged_dates",
    "learn",
    "learn_mutually",
    "leaves_rims",
]

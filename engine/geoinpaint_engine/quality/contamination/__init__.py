"""What beside the mask, or in another date, is cloud, haze or shadow: what does not follow from the other dates.

`learn` fits a scene's and its dates' prediction from each other on sampled windows; `judge` applies it to any window.
"""

from geoinpaint_engine.quality.contamination.judgement import (
    HALO,
    Judgement,
    believed_dates,
    found_roughly,
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
    "far_from_hole",
    "found_roughly",
    "judge",
    "judged_dates",
    "learn",
    "learn_mutually",
    "leaves_rims",
]

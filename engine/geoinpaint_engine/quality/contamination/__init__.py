"""What beside the mask, or in another date, is cloud, haze or shadow: what does not follow from the other dates.

`learn` fits a scene's and its dates' prediction from each other on sampled windows; `judge` applies it to any window.
"""

from geoinpaint_engine.quality.contamination.judgement import (
    HALO,
    Judgement,
    believed_dates,
    judge,
    judged_dates,
    leaves_rims,
)
from geoinpaint_engine.quality.contamination.learning import Model, learn
from geoinpaint_engine.quality.contamination.series import Series

__all__ = ["HALO", "Judgement", "Model", "Series", "believed_dates", "judge", "judged_dates", "learn", "leaves_rims"]

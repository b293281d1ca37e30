"""Scores beside the gaps of the image that is predicted.

Beside its gaps, an image's mean is one-sided. Against another date's two-sided mean, every gradient of the ground would
look like a change; so there, the others' fine means are taken only over pixels where the image is valid too.
"""

from __future__ import annotations

import math

import cv2
import numpy as np

from geoinpaint_engine.quality.contamination.series import (
    FINE,
    TRUNCATE,
    FineChanges,
    Scores,
    Series,
    Standard,
    smoothed_at,
)


def fine_changes(standard: Standard, series: Series) -> FineChanges | None:
    """The fine scores that predict the scene, near both valid pixels and gaps of it; None where it has no gaps.

    Args:
        standard: of the images.
        series: the images, the scene first.
    """
    clear = series.valid[0]
    if clear.all():
        return None
    square = np.ones((2 * math.ceil(TRUNCATE * FINE) + 1,) * 2, np.uint8)
    near_clear, near_gap = (
        np.asarray(cv2.dilate(where.view(np.uint8), square)).view(bool) for where in (clear, ~clear)
    )
    places = np.flatnonzero(near_clear & near_gap)  # elsewhere both means are the same
    values = [
        standard.score(smoothed_at(places, image, valid & clear, FINE), number)
        for number, (image, valid) in enumerate(zip(series.images[1:], series.valid[1:], strict=True), 1)
    ]
    return FineChanges(places, [None, *values])


def scores_beside_gaps(standard: Standard, series: Series, scores: Scores) -> Scores:
    """The scores that predict the scene, as whole images.

    Args:
        standard: of the images.
        series: the images, the scene first.
        scores: of the series, `Standard.scores`.
    """
    changes = fine_changes(standard, series)
    if changes is None:
        return scores
    fine = [scores.fine[0], *(image.copy() for image in scores.fine[1:])]
    for number, image in enumerate(fine):
        changes.put(number, 0, image.reshape(len(image), -1))
    return Scores(tuple(fine), scores.wide)

"""Scores beside the gaps of the image that is predicted.

Beside its gaps, an image's mean is one-sided. Against another date's two-sided mean, every gradient of the ground would
look like a change; so there, the others' fine means are taken only over pixels where the image is valid too.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import cv2
import numpy as np

from geoinpaint_engine.quality.contamination.series import FINE, TRUNCATE, Scores, Series, Standard, smoothed_at


@dataclass(frozen=True)
class FineChanges:
    """The fine scores beside the scene's gaps, a small part of a window, where they differ from those elsewhere.

    Args:
        places: the row-major indices of the pixels near both valid ones and gaps of the scene.
        values: of each image, (bands, n) float32 at these; None: as they were.
    """

    places: np.ndarray
    values: Sequence[np.ndarray | None]

    @classmethod
    def of(cls, standard: Standard, series: Series) -> FineChanges:
        """The changes of a series' scores.

        Args:
            standard: of its images.
            series: the images, the scene first.
        """
        clear = series.valid[0]
        if clear.all():
            return cls(np.zeros(0, np.int64), [None] * len(series.images))
        square = np.ones((2 * math.ceil(TRUNCATE * FINE) + 1,) * 2, np.uint8)
        near_clear, near_gap = (
            np.asarray(cv2.dilate(where.view(np.uint8), square)).view(bool) for where in (clear, ~clear)
        )
        places = np.flatnonzero(near_clear & near_gap)  # elsewhere both means are the same
        values = [
            standard.score(smoothed_at(places, image, valid & clear, FINE), number)
            for number, (image, valid) in enumerate(zip(series.images[1:], series.valid[1:], strict=True), 1)
        ]
        return cls(places, [None, *values])

    def applied(self, scores: Scores) -> Scores:
        """The changed scores; images that do not differ are shared."""
        fine = []
        for old, values in zip(scores.fine, self.values, strict=True):
            new = old if values is None else old.copy()
            if values is not None:
                new.reshape(len(new), -1)[:, self.places] = values
            fine.append(new)
        return replace(scores, fine=tuple(fine))


def scores_beside_gaps(standard: Standard, series: Series, scores: Scores) -> Scores:
    """The scores that predict the scene.

    Args:
        standard: of the images.
        series: the images, the scene first.
        scores: of the series, `Standard.scores`.
    """
    return FineChanges.of(standard, series).applied(scores)

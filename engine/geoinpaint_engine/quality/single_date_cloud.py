"""Cloud under the hole in a single reference: brighter, in every band, than all of that date's clear ground.

Where the scene is hidden and there is no third image, brightness is the only evidence that separates the reference's
cloud from its ground.
"""

from __future__ import annotations

import numpy as np
import scipy.ndimage as ndi

BRIGHTEST = 0.999  # quantile of the clear ground that counts as its brightest
PLAIN = 0.15  # of the way from it to bright cloud: threshold of a core
NEAREST = 0.25  # smallest distance from ground to bright cloud, as a fraction of the latter
LEAST = 150  # px of a core: roofs, sand and quarries that lie under the hole alone are smaller
EDGE = 4  # px around cloud that are flagged too
LEAST_GROUND = 1000  # px of clear ground needed for the quantile


def brightest_ground(values: np.ndarray) -> np.ndarray | None:
    """(bands,) DN of a date's brightest ground from its clear pixels (bands, n); None with fewer than LEAST_GROUND."""
    if values.shape[1] < LEAST_GROUND:
        return None
    return np.asarray(np.quantile(values, BRIGHTEST, axis=1))


def cloud_under_hole(image: np.ndarray, hole: np.ndarray, brightest: np.ndarray, white: np.ndarray) -> np.ndarray:
    """(rows, cols) bool: the pixels of a hole where a single reference shows cloud.

    Args:
        image: (bands, rows, cols) DN of the reference, smoothed by about a pixel.
        hole: (rows, cols) bool, of the scene, where the reference has data.
        brightest: (bands,) DN of the date's brightest ground.
        white: (bands,) DN of bright cloud.
    """
    span = np.maximum(white - brightest, NEAREST * white)[:, None, None]
    share = ((image - brightest[:, None, None]) / span).min(axis=0)
    labels, count = ndi.label((share > PLAIN) & hole)
    core = np.append(False, np.bincount(labels.ravel(), minlength=count + 1)[1:] >= LEAST)[labels]
    if not core.any():
        return np.asarray(core)
    cloud = ndi.binary_propagation(core, mask=(share > 0) & hole)
    return np.asarray(hole & (ndi.distance_transform_edt(~cloud) <= EDGE))

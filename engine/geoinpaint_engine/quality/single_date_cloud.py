"""Cloud in a single reference: brighter, in every band, than all of that date's clear ground, and its soft edges.

Where the scene is hidden and there is no third image, brightness is the only evidence that separates the reference's
cloud from its ground. Where the scene is seen, it separates the reference's cloud from shadow in the scene.
"""

from __future__ import annotations

import numpy as np
import scipy.ndimage as ndi

BRIGHTEST, BRIGHT = 0.999, 0.99  # quantiles of the clear ground: its brightest, and what the edge of a cloud exceeds
PLAIN = 0.15  # of the way from the brightest ground to bright cloud: threshold of a core
NEAREST = 0.25  # smallest distance from ground to bright cloud, as a fraction of the latter
LEAST = 150  # px of a core: roofs, sand and quarries that lie under the hole alone are smaller
REACH = 30  # px, largest width of a cloud's edge
EDGE = 4  # px around cloud that are flagged too
LEAST_GROUND = 1000  # px of clear ground needed for the quantiles


def bright_ground(values: np.ndarray) -> np.ndarray | None:
    """(2, bands) DN of a date's brightest and of its bright ground.

    Args:
        values: (bands, n) DN of its clear pixels.

    Returns:
        None with fewer than LEAST_GROUND pixels.
    """
    if values.shape[1] < LEAST_GROUND:
        return None
    return np.asarray(np.quantile(values, (BRIGHTEST, BRIGHT), axis=1))


def cloud_of_date(image: np.ndarray, seen: np.ndarray, ground: np.ndarray, white: np.ndarray) -> np.ndarray:
    """(rows, cols) bool: where a single reference shows cloud.

    Args:
        image: (bands, rows, cols) DN of the reference, smoothed by about a pixel.
        seen: (rows, cols) bool, where it has data.
        ground: (2, bands) DN, see `bright_ground`.
        white: (bands,) DN of bright cloud.
    """
    brightest, bright = ground[:, :, None, None]
    span = np.maximum(white[:, None, None] - brightest, NEAREST * white[:, None, None])
    share = ((image - brightest) / span).min(axis=0)
    labels, count = ndi.label((share > PLAIN) & seen)
    core = np.append(False, np.bincount(labels.ravel(), minlength=count + 1)[1:] >= LEAST)[labels]
    if not core.any():
        return np.asarray(core)
    cloud = ndi.binary_propagation(core, mask=(share > 0) & seen)
    edge = (image > bright).all(axis=0) & (ndi.distance_transform_edt(~cloud) <= REACH)
    cloud = ndi.binary_propagation(cloud, mask=(cloud | edge) & seen)
    return np.asarray(seen & (ndi.distance_transform_edt(~cloud) <= EDGE))

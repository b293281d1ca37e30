"""A scene with clouds and one noisy reference, and three ways to fill it with an uncertainty."""

import numpy as np
import rasterio

from tests.engine.conftest import write_raster
from tests.engine.scenes import clouds, smooth_noise

SIZE = 200


NAMES = ("B02", "B08")


REFERENCES = [{"path": "reference_1.tif"}]


WAYS = {
    "fast": {"mode": "mt", "references": REFERENCES},
    "regression": {"fill": "regression", "references": REFERENCES},
    "harmonic": {"fill": "harmonic"},
}


def place(folder, size=SIZE, *, share=0.2):
    """A scene with clouds over `share` of it and one noisy reference; returns (truth, hole)."""
    kind = smooth_noise((2, size, size), seed=4, smooth=4, deviation=300)
    truth = (2500 + kind + smooth_noise((2, size, size), seed=5, smooth=0.4, deviation=60)).astype("uint16")
    hole = clouds(size, share, seed=6)
    scene = np.where(hole, np.uint16(9000), truth)
    write_raster(folder / "scene.tif", scene, names=NAMES)
    with rasterio.open(folder / "scene.tif", "r+") as out:
        out.scales, out.offsets = (1e-4, 1e-4), (-0.1, -0.1)
    write_raster(folder / "mask.tif", hole[None].astype("uint8"))
    other = 0.7 * truth + 400 + smooth_noise(truth.shape, seed=7, smooth=0.4, deviation=80)
    write_raster(folder / "reference_1.tif", other.astype("uint16"), names=NAMES)
    with rasterio.open(folder / "reference_1.tif", "r+") as out:
        out.scales, out.offsets = (1e-4, 1e-4), (-0.1, -0.1)
    return truth, hole

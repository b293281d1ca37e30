"""Cloud and shadow detector of the package ukis-csmask (Wieland et al. 2019, doi:10.1016/j.rse.2019.05.022).

Code and weights are Apache-2.0 and ship with the package; the network runs in ONNX Runtime (MIT). It was trained on
30 m images; on Sentinel-2 it is nearly as accurate at 20 m as at 10 m, in a quarter of the time (docs/clouds.md).
"""

from __future__ import annotations

import warnings
from typing import Any

import numpy as np

from geoinpaint_engine.sentinel.detectors import Level

NAMES = {"B02": "blue", "B03": "green", "B04": "red", "B08": "nir", "B11": "swir16", "B12": "swir22"}  # the package's
TILE = 256  # px; the network's input size, to which smaller images are padded by reflection


class CsMask:
    """Loads the network of the package.

    Raises:
        ImportError: ukis-csmask or ONNX Runtime is not installed.
    """

    needed = ("B02", "B03", "B04", "B08")
    better_with = ("B11", "B12")
    metres = 20.0
    side = 1024
    halo = 128

    def __init__(self) -> None:
        import onnxruntime
        from ukis_csmask.mask import CSmask

        onnxruntime.disable_telemetry_events()  # Windows builds send telemetry to the system
        onnxruntime.set_default_logger_severity(3)  # errors only: it warns about devices that it cannot list
        self._network: Any = CSmask

    def classes(self, reflectance: np.ndarray, bands: tuple[str, ...], level: Level) -> np.ndarray:
        """See `Detector`."""
        rows, cols = reflectance.shape[1:]
        padding = [(0, max(0, TILE - size)) for size in (rows, cols)]
        image = np.pad(reflectance, [(0, 0), *padding], mode="symmetric").transpose(1, 2, 0)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            result = self._network(
                img=np.ascontiguousarray(image, dtype=np.float32), band_order=[NAMES[band] for band in bands],
                product_level=f"l{level.lower()}", intra_op_num_threads=1, inter_op_num_threads=1,
                providers=["CPUExecutionProvider"],
            )  # fmt: skip
        return np.asarray(result.csm, dtype=np.uint8).reshape(image.shape[:2])[:rows, :cols]

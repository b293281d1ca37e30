"""The uncertainty file: the fill's standard deviation at each filled pixel, on the scene's grid and in its units."""

from __future__ import annotations

import json
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

import numpy as np
import rasterio

from geoinpaint_engine.errors import InputError
from geoinpaint_engine.pipeline.holdout_run import HoldoutRun
from geoinpaint_engine.quality.holdout import MARGIN
from geoinpaint_engine.quality.shade import RemainingError
from geoinpaint_engine.quality.uncertainty import Calibration, calibrate
from geoinpaint_engine.raster.distance import distance_to_clear
from geoinpaint_engine.raster.fills import FillStore, blended
from geoinpaint_engine.raster.grid import Window
from geoinpaint_engine.raster.handles import gdal_env
from geoinpaint_engine.raster.masks import HoleMask
from geoinpaint_engine.raster.output import check_tiff, writing
from geoinpaint_engine.raster.profile import TILE, zlevel
from geoinpaint_engine.raster.scene import Scene
from geoinpaint_engine.raster.windows import FillWindow

CORRELATION = "GEOINPAINT_ERROR_CORRELATION"  # tag: JSON, a row a band, of the errors on hidden clear ground
DIGITS = 12  # binary digits of a deviation that are written: 0.025 %, in a quarter less bytes than all 24
MEANING = "standard deviation of the fill in the scene's units; +-1.645 of them cover 90 % of hidden clear ground"


def unmeasured() -> InputError:
    """The error of a run whose uncertainty is requested but cannot be measured."""
    return InputError(
        "uncertainty-unmeasured",
        f"Too little clear ground lies {MARGIN} px or more from mask and nodata to measure the uncertainty on.",
        "Leave --uncertainty out, or fill fewer pixels.",
    )  # fmt: skip


def calibration_of(holdout: HoldoutRun | None) -> Calibration:
    """Calibrates on the hidden patches of a run.

    Raises:
        InputError: `uncertainty-unmeasured`.
    """
    calibration = calibrate(holdout.errors()) if holdout is not None else None
    if calibration is None:
        raise unmeasured()
    return calibration


def rounded(values: np.ndarray) -> np.ndarray:
    """Float32 values to DIGITS binary digits; what is not finite stays so."""
    dropped = 24 - DIGITS
    bits = np.ascontiguousarray(values, np.float32).view(np.uint32) + np.uint32(1 << dropped - 1)
    return (bits >> dropped << dropped).view(np.float32)


@dataclass(frozen=True)
class Deviations:
    """The standard deviations of a fill, block by block.

    Args:
        scene: the scene.
        mask: its stored mask.
        calibration: of the run.
        own: the method's own deviations, or None where it predicts none.
        overlap: of the plan, in px.
        lit: weight of relit ground in each pixel, as a fraction of its largest; None: nothing was relit.
        left: remaining error after relighting; None: unchanged.
    """

    scene: Scene
    mask: HoleMask
    calibration: Calibration
    own: FillStore | None
    overlap: int
    lit: FillStore | None = None
    left: RemainingError | None = None

    def block(self, block: Window, filled: np.ndarray, windows: Sequence[FillWindow]) -> np.ndarray:
        """(bands, rows, cols) float32 in the scene's units, NaN where not filled; arguments as in `write.Beside`."""
        bands, bounds = self.scene.count, self.scene.grid.window
        pixels = np.any(filled, axis=0)
        own = np.full((bands, int(np.count_nonzero(pixels))), np.nan)
        distance = np.zeros(own.shape[1], np.float32)
        if self.calibration.needs_distance:
            distance = distance_to_clear(self.mask, block)[pixels]
        elif self.own is not None:
            own = blended(self.own, windows, block, bounds, pixels, bands=bands, overlap=self.overlap)
        deviation = self.calibration.deviation(own, distance)
        if self.lit is not None and self.left is not None:
            lit = blended(self.lit, windows, block, bounds, pixels, bands=1, overlap=self.overlap)[0]
            deviation *= self.left.factor(np.nan_to_num(lit))
        out = np.full((bands, *block.shape), np.nan, dtype=np.float32)
        out[:, pixels] = rounded(deviation)
        out[~filled] = np.nan
        return out


class UncertaintyFile:
    """A float32 GeoTIFF with one band per filled band, written block by block; NaN where not filled.

    Args:
        path: GeoTIFF to write (a temporary file; see `finish` and `publish`).
        deviations: what is written; the file has their scene's grid, band names and scale; the offset is 0, as of any
            difference.
        threads: number of threads that compress; they do not change the bytes.

    Raises:
        ResourceError: `disk-full`, `write-failed`; from every method.
    """

    def __init__(self, path: Path, deviations: Deviations, *, threads: int = 1) -> None:
        self._path, self._deviations, self._threads = path, deviations, threads
        self._stack = ExitStack()

    def __enter__(self) -> UncertaintyFile:
        scene = self._deviations.scene
        profile = {
            "driver": "GTiff", "dtype": "float32", "count": scene.count, "nodata": float("nan"), "tiled": True,
            "height": scene.grid.height, "width": scene.grid.width, "blockxsize": TILE, "blockysize": TILE,
            "interleave": "band", "photometric": "minisblack", "compress": "deflate",
            "zlevel": zlevel(np.dtype("float32")), "sparse_ok": True, "bigtiff": "if_safer",
            "num_threads": self._threads,
        }  # fmt: skip
        if scene.grid.georeferenced:
            profile |= {"crs": scene.grid.crs, "transform": scene.grid.transform}
        gcps, gcps_crs = scene.handles.get().gcps
        with writing(self._path), gdal_env(GDAL_PAM_ENABLED=False):
            out = self._out = self._stack.enter_context(rasterio.open(self._path, "w", **profile))
            out.descriptions = tuple(name or None for name in scene.descriptions)
            out.scales = tuple(radiometry.scale for radiometry in scene.radiometry)
            out.offsets = (0.0,) * scene.count
            correlation = self._deviations.calibration.correlation.round(3).tolist()
            out.update_tags(**{"GEOINPAINT_MEANING": MEANING, CORRELATION: json.dumps(correlation)})
            if gcps and not scene.grid.georeferenced:
                out.gcps = (gcps, gcps_crs)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is not None:
            self._stack.close()
            return
        with writing(self._path):
            self._stack.close()
            check_tiff(self._path, sparse=True)

    def computed(self, block: Window, filled: np.ndarray, windows: Sequence[FillWindow]) -> np.ndarray:
        """A block of the file; arguments as in `write.Beside`."""
        return self._deviations.block(block, filled, windows)

    def write(self, block: Window, values: np.ndarray) -> None:
        """Writes a block."""
        with writing(self._path):
            self._out.write(values, window=block.ranges)

"""A fill of a few seconds that shows that the engine works from end to end, and how fast it is."""

from __future__ import annotations

import json
import os
import tempfile
from dataclasses import dataclass
from typing import Callable, Tuple

from osgeo import gdal

from geoinpaint_qgis import engine
from geoinpaint_qgis.runner.diagnosis import Diagnosis, EnvironmentFailure, SetupCancelled
from geoinpaint_qgis.translate import tr

SIZE = 256
HOLE = range(SIZE // 3, 2 * SIZE // 3)


@dataclass(frozen=True)
class Trial:
    """What came of it: pixels filled, and seconds from the start of the engine to its end."""

    pixels: int
    seconds: float

    def sentence(self) -> str:
        """For people."""
        return tr("The engine works: a test fill of {pixels} pixels took {seconds:.1f} s.").format(
            pixels=self.pixels, seconds=self.seconds
        )


def try_engine(python: str, *, cancelled: Callable[[], bool] = lambda: False) -> Trial:
    """Fill a small scene with the engine under a Python.

    Raises:
        EnvironmentFailure: it failed, or what it gave back is not a fill.
        SetupCancelled: the user ended it.
    """
    with tempfile.TemporaryDirectory(prefix="geoinpaint_") as folder:
        scene, mask, output = (os.path.join(folder, name) for name in ("scene.tif", "mask.tif", "filled.tif"))
        _write(scene, gdal.GDT_UInt16, lambda row, col: 0xFFFF if _in_hole(row, col) else 1000 + 4 * row + 2 * col)
        _write(mask, gdal.GDT_Byte, lambda row, col: int(_in_hole(row, col)))
        job = {
            "scene": {"path": scene},
            "mask": [{"path": mask}],
            "mode": "classical",
            "fill": "harmonic",
            "holdout": False,
            "output": {"path": output},
        }
        file = os.path.join(folder, "job.json")
        with open(file, "w", encoding="utf-8") as stream:
            json.dump(job, stream)
        outcome = engine.run(["run", file], on_event=lambda event: None, cancelled=cancelled, python=python)
        if outcome.cancelled:
            raise SetupCancelled
        if outcome.failure is not None:
            raise EnvironmentFailure(outcome.failure)
        if not _is_filled(output):
            raise EnvironmentFailure(
                Diagnosis(
                    "self-test",
                    tr("The engine runs, but its test fill is wrong."),
                    tr("Set the engine up again."),
                    "setup",
                    details=outcome.log,
                )
            )
        return Trial(pixels=len(HOLE) ** 2, seconds=outcome.seconds)


def _in_hole(row: int, col: int) -> bool:
    return row in HOLE and col in HOLE


def _write(path: str, kind: int, value: Callable[[int, int], int]) -> None:
    """Write a band of SIZE x SIZE values."""
    width = 2 if kind == gdal.GDT_UInt16 else 1
    data = b"".join(value(row, col).to_bytes(width, "little") for row in range(SIZE) for col in range(SIZE))
    dataset = gdal.GetDriverByName("GTiff").Create(path, SIZE, SIZE, 1, kind, ["ENDIANNESS=LITTLE"])
    dataset.SetGeoTransform((0.0, 10.0, 0.0, 0.0, 0.0, -10.0))
    dataset.GetRasterBand(1).WriteRaster(0, 0, SIZE, SIZE, data)


def _is_filled(path: str) -> bool:
    """Whether the middle is near the slope that the scene is made of, and a corner is as it was."""

    def pixel(row: int, col: int) -> Tuple[int, int]:
        raw = dataset.GetRasterBand(1).ReadRaster(col, row, 1, 1)
        return int.from_bytes(raw, "little"), 1000 + 4 * row + 2 * col

    dataset = gdal.Open(path) if os.path.exists(path) else None
    if dataset is None:
        return False
    corner, was = pixel(5, 7)
    middle, slope = pixel(SIZE // 2, SIZE // 2)
    return corner == was and abs(middle - slope) < 50

"""A self-test of a few seconds: short fills that check the engine end to end, and measure its speed."""

from __future__ import annotations

import json
import os
import tempfile
from dataclasses import dataclass
from typing import Any, Callable, Dict, Tuple

from osgeo import gdal

from geoinpaint_qgis import engine
from geoinpaint_qgis.figure import Figure
from geoinpaint_qgis.runner import client
from geoinpaint_qgis.runner.diagnosis import Diagnosis, EnvironmentFailure, SetupCancelled
from geoinpaint_qgis.translate import tr

SIZE = 256
HOLE = range(SIZE // 3, 2 * SIZE // 3)


CLASSICAL = {"mode": "classical", "fill": "harmonic"}
NETWORK = {"mode": "basic", "preset": "paper", "steps": 3}


@dataclass(frozen=True)
class Trial:
    """Result of a fill: pixels filled, seconds from start to end of the engine, and the device.

    `steps` is the number of network steps, and `device` "cpu", "cuda" or "mps"; 0 and "" for a classical fill.
    """

    pixels: int
    seconds: float
    steps: int = 0
    device: str = ""

    def sentence(self) -> str:
        """A sentence for the user."""
        if self.steps:
            place = tr("the processor") if self.device == "cpu" else tr("the graphics card")
            return tr("A network works too: {steps} steps on {place} took {seconds:.1f} s.").format(
                steps=self.steps, place=place, seconds=Figure(self.seconds)
            )
        return tr("The engine works: a test fill of {pixels} pixels took {seconds:.1f} s.").format(
            pixels=self.pixels, seconds=Figure(self.seconds)
        )


def try_stage(python: str, stage: str, *, cancelled: Callable[[], bool] = lambda: False) -> str:
    """Tests everything that a stage can do; returns a sentence for the user.

    Raises:
        EnvironmentFailure: a fill failed, or gave a wrong result.
        SetupCancelled: the user cancelled.
    """
    sentences = [try_engine(python, cancelled=cancelled).sentence()]
    if stage == "full":
        sentences.append(try_network(python, cancelled=cancelled).sentence())
    return " ".join(sentences)


def try_engine(python: str, *, cancelled: Callable[[], bool] = lambda: False) -> Trial:
    """Fills a small scene with the engine under a Python, without a network.

    Raises:
        EnvironmentFailure: it failed, or gave a wrong result.
        SetupCancelled: the user cancelled.
    """
    with tempfile.TemporaryDirectory(prefix="geoinpaint_") as folder:
        outcome, output = _run(CLASSICAL, folder, python, cancelled)
        if not _is_filled(output):
            raise _wrong(outcome)
        return Trial(pixels=len(HOLE) ** 2, seconds=outcome.seconds)


def try_network(python: str, *, cancelled: Callable[[], bool] = lambda: False) -> Trial:
    """Takes a few steps of the paper preset on a small scene; too few for a good fill, so only its edges are checked.

    Raises:
        EnvironmentFailure: it failed, or changed pixels outside the mask.
        SetupCancelled: the user cancelled.
    """
    with tempfile.TemporaryDirectory(prefix="geoinpaint_") as folder:
        outcome, output = _run(NETWORK, folder, python, cancelled)
        if not _is_kept(output):
            raise _wrong(outcome)
        figures = (outcome.result or {}).get("figures") or {}
        device = str(figures.get("device") or "cpu").split(":")[0]
        return Trial(len(HOLE) ** 2, outcome.seconds, steps=int(NETWORK["steps"]), device=device)


def _run(how: Dict[str, Any], folder: str, python: str, cancelled: Callable[[], bool]) -> Tuple[client.Outcome, str]:
    """Runs a fill in a folder; returns its outcome, and the path of its output."""
    scene, mask, output = (os.path.join(folder, name) for name in ("scene.tif", "mask.tif", "filled.tif"))
    _write(scene, gdal.GDT_UInt16, lambda row, col: 0xFFFF if _in_hole(row, col) else 1000 + 4 * row + 2 * col)
    _write(mask, gdal.GDT_Byte, lambda row, col: int(_in_hole(row, col)))
    job = {**how, "scene": {"path": scene}, "mask": [{"path": mask}], "holdout": False, "output": {"path": output}}
    file = os.path.join(folder, "job.json")
    with open(file, "w", encoding="utf-8") as stream:
        json.dump(job, stream)
    outcome = engine.run(["run", file], on_event=lambda event: None, cancelled=cancelled, python=python)
    if outcome.cancelled:
        raise SetupCancelled
    if outcome.failure is not None:
        raise EnvironmentFailure(outcome.failure)
    return outcome, output


def _wrong(outcome: client.Outcome) -> EnvironmentFailure:
    return EnvironmentFailure(
        Diagnosis(
            "self-test",
            tr("The engine runs, but its test fill is wrong."),
            tr("Set the engine up again."),
            "setup",
            details=outcome.log,
        )
    )


def _in_hole(row: int, col: int) -> bool:
    return row in HOLE and col in HOLE


def _write(path: str, kind: int, value: Callable[[int, int], int]) -> None:
    """Writes a one-band raster of SIZE x SIZE pixels."""
    width = 2 if kind == gdal.GDT_UInt16 else 1
    data = b"".join(value(row, col).to_bytes(width, "little") for row in range(SIZE) for col in range(SIZE))
    dataset = gdal.GetDriverByName("GTiff").Create(path, SIZE, SIZE, 1, kind, ["ENDIANNESS=LITTLE"])
    dataset.SetGeoTransform((0.0, 10.0, 0.0, 0.0, 0.0, -10.0))
    dataset.GetRasterBand(1).WriteRaster(0, 0, SIZE, SIZE, data)


def _pixel(dataset: gdal.Dataset, row: int, col: int) -> Tuple[int, int]:
    """The value of a pixel, and its value on the gradient that the scene consists of."""
    raw = dataset.GetRasterBand(1).ReadRaster(col, row, 1, 1)
    return int.from_bytes(raw, "little"), 1000 + 4 * row + 2 * col


def _is_kept(path: str) -> bool:
    """Whether a corner is unchanged."""
    dataset = gdal.Open(path) if os.path.exists(path) else None
    if dataset is None:
        return False
    corner, was = _pixel(dataset, 5, 7)
    return corner == was


def _is_filled(path: str) -> bool:
    """Whether a corner is unchanged, and the middle is close to the gradient that the scene consists of."""
    if not _is_kept(path):
        return False
    middle, slope = _pixel(gdal.Open(path), SIZE // 2, SIZE // 2)
    return abs(middle - slope) < 50

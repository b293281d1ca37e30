"""Opens the dataset of a task by the task's name."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from geoinpaint_engine.errors import UsageError
from geoinpaint_training.data import Cvusa, ImageFolder, LoveDa, Samples
from geoinpaint_training.rasters import RasterTiles

RASTER = "raster"
DATA_SETS = ("scene", "segmentation", "geolocation", RASTER)


def open_samples(
    task: str,
    root: Path,
    *,
    train: bool,
    size: int,
    classes: int | None = None,
    bands: Sequence[str] = (),
    least: int = 1,
) -> Samples:
    """Opens an image folder (scene), LoveDA (segmentation), CVUSA (geolocation) or own scenes of any bands (raster).

    Args:
        task: one of `DATA_SETS`.
        root: the dataset's folder.
        train: whether to open the training part, if the layout has parts.
        size: side in px of the images, or of the tiles of own scenes.
        classes: required number of scene classes; None: any number.
        bands: names of the bands of own scenes, in order.
        least: least side of own scenes in px.

    Raises:
        UsageError: `raster-bands`: bands are given for data other than own scenes, or none for own scenes.
        InputError: errors of the dataset.
    """
    if bands and task != RASTER:
        raise UsageError("raster-bands", f"Bands cannot be chosen for the task {task}.", "Leave --bands out.")
    if task == "scene":
        return ImageFolder(root, size=size, classes=classes)
    if task == "segmentation":
        return LoveDa(root, "Train" if train else "Val", size=size)
    if task == RASTER:
        return RasterTiles(root, bands, size=size, least=least)
    return Cvusa(root, "train" if train else "val", size=(size, size))

"""The data set of a task, opened by the task's name."""

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
    """An image folder (scene), LoveDA (segmentation), CVUSA (geolocation) or own scenes with any bands (raster).

    Args:
        task: one of `DATA_SETS`.
        root: the folder.
        train: the part to train on, where the layout has parts.
        size: side in px of the images, or of the tiles of own scenes.
        classes: how many classes of scenes there have to be; None: any number.
        bands: of own scenes, in order.
        least: shortest side of own scenes, px.

    Raises:
        UsageError: `raster-bands`: bands are named for other data than own scenes, or none for them.
        InputError: as the data sets.
    """
    if bands and task != RASTER:
        raise UsageError("raster-bands", f"Data of the task {task} have no bands to name.", "Leave --bands out.")
    if task == "scene":
        return ImageFolder(root, size=size, classes=classes)
    if task == "segmentation":
        return LoveDa(root, "Train" if train else "Val", size=size)
    if task == RASTER:
        return RasterTiles(root, bands, size=size, least=least)
    return Cvusa(root, "train" if train else "val", size=(size, size))

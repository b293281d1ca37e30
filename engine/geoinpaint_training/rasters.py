"""Own scenes as a dataset: a folder of GeoTIFFs with any bands, cut into tiles without nodata and cloud."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch

from geoinpaint_engine.errors import InputError, UsageError
from geoinpaint_engine.methods.network.card import Scaling
from geoinpaint_engine.methods.network.scaling import SHOWN_RANGE, quantile_range, stride_of
from geoinpaint_engine.raster.grid import Window
from geoinpaint_engine.raster.scene import Scene, open_scene
from geoinpaint_training.data import Sample

SCENES = (".tif", ".tiff", ".jp2", ".vrt")
MASK_ENDING = "_mask"


@dataclass(frozen=True)
class Tile:
    """A clear part of a scene.

    Args:
        scene: index of the scene's file.
        window: window in the scene.
    """

    scene: int
    window: Window


class RasterTiles:
    """The clear tiles of all scenes in a folder, scaled as in mode model.

    A folder in `root` is a place and contains its dates, possibly in further folders; a file directly in `root` is a
    place by itself. In `NAME_mask.tif` beside `NAME.tif`, non-zero pixels are cloud or otherwise unusable.

    Args:
        root: the folder.
        bands: names of the bands, in the networks' order.
        size: side of a tile in px; smaller scenes are cropped to a single tile of their shorter side.
        least: least side of a scene in px.

    Raises:
        UsageError: `raster-bands` if no bands are given.
        InputError: `dataset-missing`, `dataset-layout`, `dataset-size`, `dataset-clear`, and those of `open_scene`
            (`band-missing`).
    """

    def __init__(self, root: Path, bands: Sequence[str], *, size: int = 256, least: int = 1) -> None:
        if not bands:
            raise UsageError("raster-bands", "The bands of the scenes are not named.", "Add --bands B02 B03 B04 B08.")
        self._bands, self._files = list(bands), _scenes(root)
        names = [root / path.relative_to(root).parts[0] for path in self._files]
        order = {name: place for place, name in enumerate(dict.fromkeys(names))}
        self.classes = tuple(name.name for name in order)
        self._ranges: list[tuple[np.ndarray, np.ndarray]] = []
        self._tiles: list[Tile] = []
        for number, path in enumerate(self._files):
            with open_scene(path, bands=self._bands) as scene:
                if min(scene.grid.height, scene.grid.width) < least:
                    raise InputError(
                        "dataset-size",
                        f"{path} has {scene.grid.height} x {scene.grid.width} px, less than the {least} px of a crop.",
                        "Choose a smaller --crop, or take the file out.",
                    )
                self._ranges.append(_range(scene, path))
                windows = tile_windows(scene.grid.height, scene.grid.width, size)
                self._tiles += [Tile(number, window) for window in windows if _clear(scene, path, window).all()]
        if not self._tiles:
            raise InputError(
                "dataset-clear",
                f"No scene of {len(self._files)} in {root} has {size} x {size} px without nodata and cloud.",
                "Give clearer scenes, or a smaller --image-size.",
            )
        self.places = [order[names[tile.scene]] for tile in self._tiles]

    def __len__(self) -> int:
        return len(self._tiles)

    def __getitem__(self, index: int) -> Sample:
        """A tile (bands, rows, cols), whose scene's 0.5 and 99.5 % quantiles are 0 and 1; the target is its place."""
        tile = self._tiles[index]
        with open_scene(self._files[tile.scene], bands=self._bands) as scene:
            values, _ = scene.read(tile.window)
        low, high = self._ranges[tile.scene]
        scaled = (values.astype(np.float32) - low) / np.maximum(high - low, 1e-6)
        return Sample(torch.from_numpy(scaled.clip(*SHOWN_RANGE)), torch.tensor(self.places[index]))


def tile_windows(rows: int, cols: int, size: int) -> list[Window]:
    """Non-overlapping squares of `size` px (at most the shorter side), spread over the scene."""
    side = min(size, rows, cols)
    return [Window(row, col, side, side) for row in _spread(rows, side) for col in _spread(cols, side)]


def _spread(length: int, side: int) -> list[int]:
    """Starts of as many parts of `side` as fit into `length`, from end to end; a single one is centred."""
    count = length // side
    return [(length - side) // 2] if count == 1 else [i * (length - side) // (count - 1) for i in range(count)]


def _scenes(root: Path) -> list[Path]:
    if not root.is_dir():
        raise InputError("dataset-missing", f"There is no folder {root} (scenes, or places with scenes).")
    files = sorted(path for path in root.rglob("*") if path.suffix.lower() in SCENES)
    masks = {_mask_of(path) for path in files}
    scenes = [path for path in files if path not in masks]
    if not scenes:
        raise InputError("dataset-layout", f"{root} holds no scenes ({', '.join(SCENES)}).", "Check the folder.")
    return scenes


def _mask_of(scene: Path) -> Path | None:
    """The mask beside a scene, in any of the formats."""
    candidate = (scene.with_name(scene.stem + MASK_ENDING + ending) for ending in (scene.suffix, *SCENES))
    return next((path for path in candidate if path.is_file()), None)


def _clear(scene: Scene, path: Path, window: Window) -> np.ndarray:
    """(rows, cols) bool: pixels valid in all bands and not masked."""
    valid = np.asarray(scene.read_valid(window).all(axis=0))
    mask_path = _mask_of(path)
    if mask_path is None:
        return valid
    with open_scene(mask_path) as mask:
        if mask.grid.shape != scene.grid.shape:
            raise InputError("dataset-layout", f"{mask_path} and {path.name} differ in size.")
        return valid & (mask.read(window)[0][0] == 0)


def _range(scene: Scene, path: Path) -> tuple[np.ndarray, np.ndarray]:
    """DN of each band that are mapped to 0 and 1: (bands, 1, 1) each."""
    return quantile_range(np.concatenate(list(_sampled(scene, path)), axis=1), Scaling())


def _sampled(scene: Scene, path: Path) -> Iterator[np.ndarray]:
    """Yields clear pixels (bands, n) of a scene block by block, of every n-th row and column."""
    bounds = scene.grid.window
    stride = stride_of(bounds.area)
    for block in bounds.blocks(scene.block):
        values, _ = scene.read(block)
        rows, cols = slice(-block.row % stride, None, stride), slice(-block.col % stride, None, stride)
        yield values[:, rows, cols][:, _clear(scene, path, block)[rows, cols]]

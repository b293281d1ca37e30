"""Cut seed masks for training out of the masks or class rasters of cloudy scenes.

    python scripts/prepare_masks.py SCL.tif ... --classes 3,8-10 --folder work/masks
    python scripts/prepare_masks.py masks/*.png --folder work/masks

Each raster is cut into squares; those whose cloud covers 15 to 60 % (the paper's bounds) are written as PNG. Where a
file has many, the ones are kept whose clouds are in the fewest, largest pieces.
"""

from __future__ import annotations

import warnings
from pathlib import Path

import click
import cv2
import numpy as np
import rasterio
from PIL import Image

from geoinpaint_engine.errors import InputError
from geoinpaint_engine.raster.classes import parse_classes
from geoinpaint_training.maskmix import PAPER_AREA
from geoinpaint_training.script_errors import exit_on_known_errors


def read_cloud(path: Path, classes: str) -> np.ndarray:
    """Where band 1 is non-zero, or one of the classes: (rows, cols) bool."""
    try:
        with warnings.catch_warnings():
            # a mask need not lie anywhere
            warnings.simplefilter("ignore", rasterio.errors.NotGeoreferencedWarning)
            with rasterio.open(path) as file:
                values = file.read(1)
    except rasterio.errors.RasterioError as error:
        raise InputError("dataset-image", f"{path} cannot be read as a raster ({error}).") from error
    return np.isin(values, sorted(parse_classes(classes))) if classes else values > 0


def squares(cloud: np.ndarray, size: int) -> list[np.ndarray]:
    """Disjoint squares of `size` px, and those between them (steps of half a square)."""
    step = max(size // 2, 1)
    rows, cols = range(0, cloud.shape[0] - size + 1, step), range(0, cloud.shape[1] - size + 1, step)
    return [cloud[row : row + size, col : col + size] for row in rows for col in cols]


def pieces(mask: np.ndarray) -> int:
    """Number of connected clouds."""
    return cv2.connectedComponents(mask.astype(np.uint8))[0] - 1


@click.command(help=(__doc__ or "").split("\n", 1)[0])
@click.argument("rasters", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--folder", required=True, type=click.Path(path_type=Path), help="Where the PNG files go.")
@click.option("--classes", default="", help="Class numbers that are cloud, such as 3,8-10 of an SCL; else non-zero.")
@click.option("--size", default=256, show_default=True, help="Side of a seed mask in px.")
@click.option("--least", default=PAPER_AREA[0], show_default=True, help="Smallest share of cloud.")
@click.option("--most", default=PAPER_AREA[1], show_default=True, help="Largest share of cloud.")
@click.option("--per-raster", default=4, show_default=True, help="Most masks kept of one raster.")
def main(
    rasters: tuple[Path, ...], folder: Path, classes: str, size: int, least: float, most: float, per_raster: int
) -> None:
    """Write the seed masks and say how many there are."""
    folder.mkdir(parents=True, exist_ok=True)
    written = 0
    for path in rasters:
        fitting = [mask for mask in squares(read_cloud(path, classes), size) if least <= mask.mean() <= most]
        for number, mask in enumerate(sorted(fitting, key=pieces)[:per_raster]):
            name = f"{path.stem}_{number}_{round(100 * mask.mean()):02d}.png"
            Image.fromarray(mask.astype(np.uint8) * 255).save(folder / name)
            written += 1
    if not written:
        raise InputError(
            "mask-area",
            f"No square of {size} px in {len(rasters)} rasters has {least:.0%} to {most:.0%} of cloud.",
            "Give cloudier or clearer scenes, a smaller --size, or other bounds.",
        )
    click.echo(f"{written} seed masks in {folder}")


if __name__ == "__main__":
    with exit_on_known_errors():
        main(standalone_mode=False)

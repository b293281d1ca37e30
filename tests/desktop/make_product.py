"""Makes a Sentinel-2 product of full size with little in it, for the tour: fields, one cloud with its shadow, its SCL.

    python make_product.py FOLDER SIZE     in the engine's Python; SIZE in pixels of 10 m, a multiple of 6

Writes the path of the .SAFE folder to stdout.
"""

import sys
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.engine.safe_maker import METRES, make_safe

LEVELS = {"B02": 0.06, "B03": 0.08, "B04": 0.07, "B08": 0.28}
CLOUD, SHADOW = (0.42, 0.40, 0.06), (0.47, 0.46, 0.05)  # centre (x, y) and radius as shares of the side


def disk(side, shape):
    y, x = (np.arange(side, dtype=np.float32) + 0.5) / side, (np.arange(side, dtype=np.float32) + 0.5) / side
    return (x[None] - shape[0]) ** 2 + (y[:, None] - shape[1]) ** 2 < shape[2] ** 2


def ground(band, size):
    """Flat fields of 1.2 km, bright under the cloud, dark in its shadow."""
    side = size * 10 // METRES[band]
    field = np.arange(side) * METRES[band] // 1200
    value = LEVELS[band] * (1 + 0.25 * ((field[:, None] * 7 + field[None] * 3) % 4))
    value = np.where(disk(side, SHADOW), 0.3 * value, value)
    return np.where(disk(side, CLOUD), 0.85, value)


def main(folder, size):
    side = size // 2
    classes = np.full((side, side), 4, np.uint8)
    classes[disk(side, SHADOW)] = 3
    classes[disk(side, CLOUD)] = 9
    print(make_safe(folder, size=size, bands=tuple(LEVELS), scl=classes, ground=ground).folder)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))

"""Small data sets in the exact layouts of RSSCN7, CVUSA and LoveDA, and seed masks, made for the tests."""

from pathlib import Path

import numpy as np
from PIL import Image


def save_image(path: Path, pixels: np.ndarray) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray(pixels).save(path)


def _picture(generator: np.random.Generator, size: int, low: int, high: int) -> np.ndarray:
    coarse = generator.integers(low, high, (8, 8, 3), dtype=np.uint8)
    return np.asarray(Image.fromarray(coarse).resize((size, size), Image.Resampling.BICUBIC))


def make_scenes(root: Path, *, classes: int, images: int, size: int = 64) -> Path:
    """A folder per class, as RSSCN7 has it; each class has its own brightness."""
    generator = np.random.default_rng(0)
    for label in range(classes):
        low = 20 + 200 * label // classes
        for i in range(images):
            save_image(root / f"class{label}" / f"a{i:03d}.png", _picture(generator, size, low, low + 30))
    return root


def make_cvusa(root: Path, *, train: int, val: int) -> Path:
    """splits/, bingmap/19 and streetview/panos."""
    generator = np.random.default_rng(1)
    number = 0
    for split, count in (("train", train), ("val", val)):
        rows = []
        for _ in range(count):
            satellite, ground = f"bingmap/19/{number:07d}.jpg", f"streetview/panos/{number:07d}.jpg"
            save_image(root / satellite, _picture(generator, 75, 150, 250))
            save_image(root / ground, _picture(generator, 64, 10, 90))
            rows.append(f"{satellite},{ground},streetview/annotations/{number:07d}.png\n")
            number += 1
        (root / "splits").mkdir(exist_ok=True)
        (root / "splits" / f"{split}-19zl.csv").write_text("".join(rows))
    return root


def make_loveda(root: Path, *, images: int, size: int = 64) -> Path:
    """{Train,Val}/{Urban,Rural}/{images_png,masks_png}, labels from 0 to 7."""
    generator = np.random.default_rng(2)
    labels = np.repeat(np.repeat(np.arange(8, dtype=np.uint8), size // 8)[None], size, axis=0)
    for split in ("Train", "Val"):
        for area in ("Urban", "Rural"):
            for i in range(images):
                save_image(root / split / area / "images_png" / f"{i}.png", _picture(generator, size, 0, 255))
                save_image(root / split / area / "masks_png" / f"{i}.png", labels)
    return root


def make_masks(root: Path, *, size: int = 64) -> Path:
    """Two seed masks that cover a third."""
    rows, cols = np.mgrid[:size, :size] / size
    for name, shape in (("round", (rows - 0.5) ** 2 + (cols - 0.5) ** 2 < 0.11), ("bar", abs(rows - cols) < 0.17)):
        save_image(root / f"{name}.png", shape.astype(np.uint8) * 255)
    return root

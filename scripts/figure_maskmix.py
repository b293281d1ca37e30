"""Draw MaskMix (Eq. 7) like Fig. 4 of the paper: three chains of three operations, their weights, sum and result.

python scripts/figure_maskmix.py MASKS docs/images/maskmix.png --seed 1
"""

from __future__ import annotations

from pathlib import Path

import click
import numpy as np
from PIL import Image, ImageDraw

from geoinpaint_training.maskmix import THRESHOLD, Mix, mix_masks, read_seed_masks
from geoinpaint_training.script_errors import exit_on_known_errors

TILE, GAP, HEAD = 96, 24, 18


def draw_mix(seed_mask: np.ndarray, mix: Mix) -> Image.Image:
    """Seed on the left, the chains from left to right, sum and result on the right."""
    columns, rows = 6, len(mix.chains) + 1
    image = Image.new("RGB", (columns * (TILE + GAP) + GAP, rows * (TILE + GAP + HEAD) + GAP), "white")
    draw = ImageDraw.Draw(image)

    def put(mask: np.ndarray, row: float, column: int, title: str) -> None:
        left, top = GAP + column * (TILE + GAP), round(GAP + row * (TILE + GAP + HEAD))
        tile = Image.fromarray((np.asarray(mask, dtype=np.float32) * 255).astype(np.uint8)).resize((TILE, TILE))
        image.paste(tile.convert("RGB"), (left, top + HEAD))
        draw.rectangle((left, top + HEAD, left + TILE - 1, top + HEAD + TILE - 1), outline="gray")
        draw.text((left, top + 3), title, fill="black")

    middle = (rows - 1) / 2
    put(seed_mask, middle, 0, "seed mask")
    for row, chain in enumerate(mix.chains):
        for column, mask in enumerate(chain, 1):
            end = f", w{row + 1} = {mix.weights[row]:.2f}" if column == len(chain) else ""
            put(mask, row, column, f"A{row + 1}{column}{end}")
    put(seed_mask, rows - 1, 3, f"seed, w4 = {mix.weights[-1]:.2f}")
    put(mix.summed, middle, 4, "weighted sum")
    put(mix.mask, middle, 5, f"sum >= {THRESHOLD}")
    return image


@click.command(help=(__doc__ or "").split("\n", 1)[0])
@click.argument("masks", type=click.Path(path_type=Path))
@click.argument("output", type=click.Path(path_type=Path))
@click.option("--number", default=0, show_default=True, help="Which of the seed masks.")
@click.option("--seed", default=1, show_default=True, help="Of the draw.")
def main(masks: Path, output: Path, number: int, seed: int) -> None:
    """Draw one mix."""
    seeds = read_seed_masks(masks)
    mask = seeds[number % len(seeds)]
    output.parent.mkdir(parents=True, exist_ok=True)
    draw_mix(mask, mix_masks(mask, np.random.default_rng(seed))).save(output)


if __name__ == "__main__":
    with exit_on_known_errors():
        main(standalone_mode=False)

"""Fill real cloudy dates of Rome, whose truth nobody knows, and draw them (section 3.3 of Czerkawski et al. 2022).

    python scripts/real_clouds.py FOLDER [--steps 1500] [--threads 1] [--picture docs/images/rome_clouds.png]

Two dates of ../shared/data/s2bench/ts_rome under their own cloud masks, filled by regression, by the fast preset and by
the paper preset (mode mt, mean of the references) from the clear dates around them. A fill that lies in FOLDER is not
made again.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import numpy as np
import rasterio
from PIL import Image

sys.path.insert(0, str(Path(__file__).parent))
import demo

BANDS = ("B02", "B03", "B04", "B08")
DATES = {
    "2018-02-25": ("ts_2018-02-25_38.png", ("2018-03-07", "2018-04-26", "2018-05-31")),
    "2018-07-05": ("ts_2018-07-05_16.png", ("2018-05-31", "2018-06-10", "2018-07-20", "2018-07-30")),
}


def cloud_mask(date: str, target: Path) -> None:
    """Write a date's cloud mask on the scene's grid."""
    picture = Image.open(demo.ROME.parent / "masks" / DATES[date][0]).convert("L")
    with rasterio.open(demo.ROME / f"S2_{date}.tif") as src:
        profile = {**src.profile, "count": 1, "dtype": "uint8"}
        mask = (np.asarray(picture)[: src.height, : src.width] > 127).astype("uint8")
    with rasterio.open(target, "w", **profile) as dst:
        dst.write(mask, 1)


def main() -> None:
    """Fill and draw both dates."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--steps", type=int, default=1500)
    parser.add_argument("--threads", type=int, default=0, help="0: all cores")
    parser.add_argument("--picture", type=Path)
    arguments = parser.parse_args()
    rows = []
    for date, (_, references) in DATES.items():
        folder = arguments.folder / date
        folder.mkdir(parents=True, exist_ok=True)
        cloud_mask(date, folder / "clouds.tif")
        evidence: list = ["--bands", ",".join(BANDS), "--threads", arguments.threads]
        for other in references:
            evidence += ["--reference", f"{demo.ROME / f'S2_{other}.tif'},date={other}"]
        runs = {
            "regression": ["--mode", "classical", *evidence],
            "mt, fast preset": ["--mode", "mt", *evidence],
            f"mt, paper preset, {arguments.steps} steps": [
                "--mode", "mt", "--preset", "paper", "--steps", arguments.steps, *evidence,
            ],
        }  # fmt: skip
        images = {f"cloudy {date}": demo.ROME / f"S2_{date}.tif"}
        for name, options in runs.items():
            output = folder / f"{name.replace(',', '').replace(' ', '_')}.tif"
            if not output.exists():
                demo.geoinpaint("inpaint", demo.ROME / f"S2_{date}.tif", "--mask", folder / "clouds.tif", "--dilate", 2,
                                *options, "-o", output)  # fmt: skip
            images[name] = output
        demo.picture(folder / "side_by_side.png", images, folder / "clouds.tif")
        rows.append(np.asarray(Image.open(folder / "side_by_side.png")))
    if arguments.picture:
        arguments.picture.parent.mkdir(parents=True, exist_ok=True)
        Image.fromarray(np.vstack(rows)).save(arguments.picture, quality=85)


if __name__ == "__main__":
    main()

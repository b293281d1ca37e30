"""`make run`: fill cloudy scenes whose truth is known, score them, and draw them side by side.

    python scripts/demo.py FOLDER [--paper]

Makes the demo scene (scripts/demo_scene.py) and fills it through the command line by regression and by mode ms-mt of
the fast preset; the same with a real scene where ../shared/data lies beside the project. With --paper (`make
run-paper`) the demo scene is filled by the paper preset instead, for a few of its 4000 steps: far from its best.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from pathlib import Path

import cv2
import numpy as np
import rasterio
from scipy import ndimage

sys.path.insert(0, str(Path(__file__).parent))
import demo_scene

ROOT = Path(__file__).parents[1]
ROME = ROOT.parent / "shared" / "data" / "s2bench" / "ts_rome"
STEPS = 60


def geoinpaint(*arguments: str | Path) -> dict:
    """Run the command line and return the figures of its result; its progress goes to the terminal."""
    command = [sys.executable, "-m", "geoinpaint_engine", *map(str, arguments), "--json"]
    print("$ geoinpaint", *map(str, arguments), flush=True)
    figures: dict = {}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        for line in process.stdout or ():
            event = json.loads(line)
            if event["event"] in ("warning", "error"):
                print(f"  {event['event']}: {event['message']}", flush=True)
            elif event["event"] == "result":
                figures = event["figures"]
    if process.returncode:
        sys.exit(process.returncode)
    return figures


def fill_and_score(folder: Path, truth: Path | None, mask: Path, runs: dict[str, list]) -> dict[str, Path]:
    """Fill `folder`/scene.tif once per run; returns the results by title. Scores are printed where a truth is given."""
    results = {}
    for name, options in runs.items():
        output = folder / f"scene_inpainted_{name.replace(',', '').replace(' ', '_')}.tif"
        started = time.monotonic()
        page = output.with_suffix(".html")
        geoinpaint("inpaint", folder / "scene.tif", "--mask", mask, *options, "--report", page, "-o", output)
        line, title = f"  {name}: {time.monotonic() - started:.0f} s", name
        if truth:
            figures = geoinpaint("score", output, truth, "--mask", mask)
            paper, reflectance = figures["dn2000"]["hole"], figures["reflectance"]["hole"]
            line += f", in the hole SSIM {paper['ssim']:.3f}, RMSE {reflectance['rmse']:.4f} reflectance"
            title += f"\nRMSE {reflectance['rmse']:.4f}, SSIM {paper['ssim']:.3f} in the hole"
        print(line, flush=True)
        results[title] = output
    return results


def true_colour(file: Path) -> np.ndarray:
    """(3, rows, cols) float32: red, green and blue, by band name."""
    with rasterio.open(file) as src:
        return src.read([src.descriptions.index(name) + 1 for name in ("B04", "B03", "B02")]).astype("float32")


def picture(path: Path, images: dict[str, Path], mask: Path) -> None:
    """Draw images by title side by side in true colour with one stretch, the mask's outline in red on the fills."""
    with rasterio.open(mask) as src:
        hole = src.read(1) > 0
    arrays = {title: true_colour(file) for title, file in images.items()}
    clear = np.stack([array[:, ~hole] for array in arrays.values()])
    low, high = np.percentile(clear, (1, 99), axis=(0, 2))[:, :, None, None]
    edge = hole & ~ndimage.binary_erosion(hole)
    lines = max(title.count("\n") + 1 for title in images)
    tiles = []
    for title, array in arrays.items():
        rgb = np.moveaxis(np.clip((array - low) / (high - low), 0, 1) ** 0.8 * 255, 0, -1).astype("uint8")
        if not title.startswith(("cloudy", "truth")):
            rgb[edge] = (255, 60, 60)
        tiles.append(framed(rgb, title, lines))
    cv2.imwrite(str(path), cv2.cvtColor(np.hstack(tiles), cv2.COLOR_RGB2BGR))
    print(f"  picture: {path}", flush=True)


def framed(rgb: np.ndarray, title: str, lines: int) -> np.ndarray:
    """(rows, cols, 3) uint8: a picture enlarged to about 512 px, under a title of so many lines."""
    scale = max(1, 512 // rgb.shape[1])
    tile = cv2.resize(rgb, None, fx=scale, fy=scale, interpolation=cv2.INTER_NEAREST)
    head = np.full((10 + 19 * lines, tile.shape[1], 3), 255, np.uint8)
    for number, line in enumerate(title.split("\n")):
        cv2.putText(head, line, (3, 18 + 19 * number), cv2.FONT_HERSHEY_SIMPLEX, 0.48, (0, 0, 0), 1, cv2.LINE_AA)
    return np.pad(np.vstack([head, tile]), ((0, 3), (3, 3), (0, 0)), constant_values=255)


def demo_runs(folder: Path, *, paper: bool) -> dict[str, list]:
    """Options of the runs on the demo scene."""
    evidence: list = []
    for date, _ in demo_scene.DATES:
        clouds = folder / f"reference_{date}_clouds.tif"
        own = f",mask={clouds}" if clouds.exists() else ""
        evidence += ["--reference", f"{folder / f'reference_{date}.tif'}{own}"]
    evidence += ["--sar", folder / "sar.tif"]
    if paper:
        options = ["--mode", "ms-mt", "--preset", "paper", "--steps", STEPS, *evidence]
        return {f"ms-mt, paper preset, {STEPS} of 4000 steps": options}
    return {
        "regression": ["--mode", "classical", "--fill", "regression", *evidence],
        "ms-mt, fast preset": ["--mode", "ms-mt", *evidence],
    }


def real_scene(folder: Path) -> None:
    """Fill a real date of Rome under a mask of shared/data, from the three dates before it."""
    folder.mkdir(parents=True, exist_ok=True)
    with rasterio.open(ROME / "S2_2018-10-08.tif") as src:
        truth = src.read([src.descriptions.index(name) + 1 for name in demo_scene.BANDS])
        profile = {**src.profile, "count": 4}
    hole = cv2.imread(str(ROME.parent / "masks" / "csmask_01_42.png"), cv2.IMREAD_GRAYSCALE)[:256, :256] > 127
    scene = np.where(hole, np.uint16(9000), truth)
    for name, data in (("truth", truth), ("scene", scene), ("clouds", hole[None].astype("uint8"))):
        with rasterio.open(folder / f"{name}.tif", "w", **{**profile, "count": len(data), "dtype": data.dtype}) as dst:
            dst.write(data)
            if len(data) == 4:
                dst.descriptions = demo_scene.BANDS
    evidence: list = []
    for date in ("2018-07-30", "2018-08-09", "2018-09-28"):
        evidence += ["--reference", f"{ROME / f'S2_{date}.tif'},date={date}"]
    runs = {"regression": ["--mode", "classical", *evidence], "mt, fast preset": ["--mode", "mt", *evidence]}
    results = fill_and_score(folder, folder / "truth.tif", folder / "clouds.tif", runs)
    images = {"cloudy": folder / "scene.tif", **results, "truth": folder / "truth.tif"}
    picture(folder / "side_by_side.png", images, folder / "clouds.tif")


def main(folder: Path, *, paper: bool = False) -> None:
    """Everything `make run`, or `make run-paper`, does."""
    demo_scene.make(folder)
    results = fill_and_score(folder, folder / "truth.tif", folder / "clouds.tif", demo_runs(folder, paper=paper))
    sheet = folder / ("paper_preset_begun.png" if paper else "side_by_side.png")
    images = {"cloudy": folder / "scene.tif", **results, "truth": folder / "truth.tif"}
    picture(sheet, images, folder / "clouds.tif")
    if ROME.exists() and not paper:
        print("A real scene: Rome, 8 October 2018", flush=True)
        real_scene(folder / "rome")
    print(f"Look at {sheet}, and at the report beside each fill (.html)", flush=True)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", default=Path("work/demo"))
    parser.add_argument("--paper", action="store_true", help="the paper preset for a few steps (needs PyTorch)")
    options = parser.parse_args()
    main(options.folder, paper=options.paper)

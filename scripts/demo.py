"""`make run`: fill cloudy scenes whose truth is known, score them, and draw them side by side.

    python scripts/demo.py FOLDER

Makes the demo scene (scripts/demo_scene.py) and fills it through the command line: by regression, by mode ms-mt with
the fast preset, and with the paper preset for a few of its 4000 steps (far from its best, so in a picture of its own).
Does the same with a real scene where ../shared/data lies beside the project.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import rasterio
from PIL import Image, ImageDraw, ImageFont
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
    scale = max(1, 512 // hole.shape[1])
    tiles, lines = [], max(title.count("\n") + 1 for title in images)
    for title, array in arrays.items():
        rgb = np.moveaxis(np.clip((array - low) / (high - low), 0, 1) ** 0.8 * 255, 0, -1).astype("uint8")
        if not title.startswith(("cloudy", "truth")):
            rgb[edge] = (255, 60, 60)
        tile = Image.fromarray(rgb).resize((hole.shape[1] * scale, hole.shape[0] * scale), Image.Resampling.NEAREST)
        head = 8 + 17 * lines
        framed = Image.new("RGB", (tile.width + 6, tile.height + head + 3), "white")
        framed.paste(tile, (3, head))
        ImageDraw.Draw(framed).text((5, 4), title, fill="black", font=ImageFont.load_default(14))
        tiles.append(np.asarray(framed))
    Image.fromarray(np.hstack(tiles)).save(path)
    print(f"  picture: {path}", flush=True)


def demo_runs(folder: Path) -> dict[str, list]:
    """Options of the runs on the demo scene."""
    evidence: list = []
    for date, _ in demo_scene.DATES:
        clouds = folder / f"reference_{date}_clouds.tif"
        own = f",mask={clouds}" if clouds.exists() else ""
        evidence += ["--reference", f"{folder / f'reference_{date}.tif'}{own}"]
    evidence += ["--sar", folder / "sar.tif"]
    return {
        "regression": ["--mode", "classical", "--fill", "regression", *evidence],
        "ms-mt, fast preset": ["--mode", "ms-mt", *evidence],
        f"ms-mt, paper preset, {STEPS} of 4000 steps": [
            "--mode",
            "ms-mt",
            "--preset",
            "paper",
            "--steps",
            STEPS,
            *evidence,
        ],
    }


def real_scene(folder: Path) -> None:
    """Fill a real date of Rome under a mask of shared/data, from the three dates before it."""
    folder.mkdir(parents=True, exist_ok=True)
    with rasterio.open(ROME / "S2_2018-10-08.tif") as src:
        truth = src.read([src.descriptions.index(name) + 1 for name in demo_scene.BANDS])
        profile = {**src.profile, "count": 4}
    hole = np.asarray(Image.open(ROME.parent / "masks" / "csmask_01_42.png").convert("L"))[:256, :256] > 127
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


def main(folder: Path) -> None:
    """Everything `make run` does."""
    demo_scene.make(folder)
    results = fill_and_score(folder, folder / "truth.tif", folder / "clouds.tif", demo_runs(folder))
    ends = {"cloudy": folder / "scene.tif"}, {"truth": folder / "truth.tif"}
    for name, early in (("side_by_side.png", False), ("paper_preset_begun.png", True)):
        chosen = {title: path for title, path in results.items() if ("paper preset" in title) == early}
        picture(folder / name, {**ends[0], **chosen, **ends[1]}, folder / "clouds.tif")
    if ROME.exists():
        print("A real scene: Rome, 8 October 2018", flush=True)
        real_scene(folder / "rome")
    print(f"Look at {folder / 'side_by_side.png'}, and at the report beside each fill (.html)", flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "work/demo"))

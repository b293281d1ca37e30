"""Tries the catalogues that GeoInpaint knows by name, over your network: what only they can show.

    python scripts/verify_sources.py [--catalogue earth-search]... [--fetch]

For each: does it answer, has it images of a place and time, can their classification be read in parts, and, with
--fetch (about 10 MB), can a date and a radar image be fetched, with which scale and offset. The result is a table to be
sent along with a report; docs/evidence.md says what was never verified. GEOINPAINT_CATALOGUE_TOKEN counts.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import numpy as np
import rasterio
from rasterio.transform import from_origin

ENGINE = Path(__file__).resolve().parents[1] / "engine"
sys.path.insert(0, str(ENGINE))

from geoinpaint_engine.sources.catalogues import PRESETS  # noqa: E402

CORNER, SIDE, DATE = (290_000, 4_645_000), 256, "2023-07-10"  # Rome, in UTM zone 33N


def make_scene(folder: Path) -> tuple[Path, Path]:
    """A scene of nothing but its place, its date and its bands, and a mask of its middle."""
    profile = {"driver": "GTiff", "height": SIDE, "width": SIDE, "crs": "EPSG:32633",
               "transform": from_origin(*CORNER, 10, 10)}  # fmt: skip
    scene, mask = folder / "scene.tif", folder / "mask.tif"
    with rasterio.open(scene, "w", dtype="uint16", count=3, **profile) as out:
        out.write(np.random.default_rng(1).integers(500, 3000, (3, SIDE, SIDE)).astype("uint16"))
        out.descriptions = ("B02", "B03", "B04")
    hole = np.zeros((1, SIDE, SIDE), dtype="uint8")
    hole[0, 96:160, 96:160] = 1
    with rasterio.open(mask, "w", dtype="uint8", count=1, **profile) as out:
        out.write(hole)
    return scene, mask


def find(scene: Path, mask: Path, folder: Path, catalogue: str, *more: str) -> tuple[dict[str, Any], list[str]]:
    """The last event of `geoinpaint find`, and its warnings."""
    command = [sys.executable, "-m", "geoinpaint_engine", "find", str(scene), "--mask", str(mask), "-o", str(folder)]
    command += ["--catalogue", catalogue, "--date", DATE, "--before", "30", "--after", "30", "--json", *more]
    environment = {**os.environ, "PYTHONPATH": str(ENGINE)}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    events = [json.loads(line) for line in done.stdout.splitlines()]
    warnings = [event["code"] for event in events if event["event"] == "warning"]
    return (events[-1] if events else {"event": "error", "code": "internal", "message": done.stderr[-300:]}), warnings


def verify(catalogue: str, scene: Path, mask: Path, folder: Path, *, fetch: bool) -> list[tuple[str, str]]:
    """(what was tried, what came of it) of a catalogue."""
    last, warnings = find(scene, mask, folder, catalogue)
    if last["event"] == "error":
        return [("search", f"FAILED {last['code']}: {last['message']}")]
    rows = last["figures"]["candidates"]
    surveyed = sum(row["surveyed"] for row in rows)
    out = [("search", f"{len(rows)} dates from {', '.join(last['figures']['hosts'])}")]
    out.append(("classification", f"read of {surveyed} dates" if surveyed else f"NOT READ {' '.join(warnings)}"))
    last, warnings = find(scene, mask, folder, catalogue, "--sar", "--max-sar", "1")
    if last["event"] == "error":
        out.append(("radar", f"FAILED {last['code']}: {last['message']}"))
    else:
        out.append(("radar", f"{len(last['figures']['radar'])} passes"))
    if not fetch:
        return out
    last, warnings = find(scene, mask, folder, catalogue, "--yes", "--max-dates", "1", "--sar", "--max-sar", "1")
    if last["event"] == "error":
        return [*out, ("fetch", f"FAILED {last['code']}: {last['message']}")]
    figures = last["figures"]
    out.append(("fetch", f"{figures['megabytes']:.1f} MB in {figures['requests']} requests {' '.join(warnings)}"))
    for path in (*figures["references"], *figures["sar"]):
        with rasterio.open(path) as image:
            levels = [round(float(np.median(band))) if band.dtype.kind == "u" else f"{np.nanmedian(band):.4f}"
                      for band in image.read()]  # fmt: skip
            out.append((Path(path).name, f"scale {image.scales[0]:g}, offset {image.offsets[0]:g}, medians {levels}"))
    if not figures["sar"]:
        out.append(("radar", "NOT FETCHED"))
    return out


def main() -> None:
    """Tries each."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--catalogue", action="append", help="by name, or the URL of another; all known ones")
    parser.add_argument("--fetch", action="store_true", help="fetch a date and a radar image of each")
    options = parser.parse_args()
    failed = False
    with tempfile.TemporaryDirectory() as name:
        scene, mask = make_scene(Path(name))
        for number, catalogue in enumerate(options.catalogue or PRESETS):
            print(catalogue)
            for what, said in verify(catalogue, scene, mask, Path(name) / f"evidence_{number}", fetch=options.fetch):
                print(f"  {what:24} {said}", flush=True)
                failed |= said.startswith(("FAILED", "NOT"))
    sys.exit(failed)


if __name__ == "__main__":
    main()

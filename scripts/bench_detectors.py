"""Packaged single-image cloud detectors on the scenes of `bench_clouds.py` and on Rome's clear dates.

    python scripts/bench_detectors.py work/clouds ../shared/data/s2bench

Runs in an environment of its own that holds `ukis-csmask[cpu]`, `s2cloudless`, rasterio and scipy: neither is shipped.
ukis-csmask reads four bands (blue, green, red, NIR) and tells cloud and shadow; s2cloudless needs ten bands of L1C and
tells cloud alone, so it is run on Rome's dates only. Both with their own defaults. `bench_clouds.py --detectors PYTHON`
calls this.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import rasterio
from scipy import ndimage as ndi

FOUR = ("B02", "B03", "B04", "B08")
TEN = ("B01", "B02", "B04", "B05", "B08", "B8A", "B09", "B10", "B11", "B12")
L2A = ("ftw_", "gee_")  # places whose scenes are surface reflectance
CLOUDY = ("2018-01-21", "2018-02-25", "2018-03-07", "2018-07-05", "2018-09-18")


def read(path: Path, bands: tuple[str, ...] = ()) -> np.ndarray:
    """(bands, rows, cols) float32."""
    with rasterio.open(path) as src:
        indexes = [next(i for i, name in enumerate(src.descriptions, 1) if name[:3] == band) for band in bands]
        return src.read(indexes or None).astype(np.float32)


def csmask(image: np.ndarray, level: str) -> np.ndarray:
    """(rows, cols) bool: cloud or shadow in (4, rows, cols) DN, by ukis-csmask."""
    from ukis_csmask.mask import CSmask

    made = CSmask(
        img=image.transpose(1, 2, 0) / 1e4, band_order=["blue", "green", "red", "nir"], product_level=level,
        intra_op_num_threads=1,
    )  # fmt: skip
    return np.asarray(made.csm).reshape(image.shape[1:]) > 0


def s2cloudless(image: np.ndarray) -> np.ndarray:
    """(rows, cols) bool: cloud in (10, rows, cols) DN, by s2cloudless."""
    from s2cloudless import S2PixelCloudDetector

    detector = S2PixelCloudDetector(threshold=0.4, average_over=4, dilation_size=2, all_bands=False)
    return np.asarray(detector.get_cloud_masks(image.transpose(1, 2, 0)[None] / 1e4)[0]) > 0


def main() -> None:
    """Prints recalls and false alarms."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("tasks", type=Path)
    parser.add_argument("data", type=Path)
    arguments = parser.parse_args()
    means: dict[str, list[float]] = {}
    for task in sorted(path.parent for path in arguments.tasks.glob("*/scene.tif")):
        level = "l2a" if task.name.startswith(L2A) else "l1c"
        opacity, light = read(task / "layer.tif") / 100
        found, clear = (csmask(read(task / f"{name}.tif", FOUR), level) for name in ("scene", "truth"))
        affected = (opacity > 0.02) | (light < 0.97)
        kinds = {
            "haze": (opacity > 0.1) & (opacity <= 0.25), "cloud": opacity > 0.25,
            "shadow": (light < 0.75) & (opacity <= 0.25),
        }  # fmt: skip
        row = {kind: float(found[there].mean()) for kind, there in kinds.items() if there.any()}
        row["false"] = float(found[ndi.distance_transform_edt(~affected) > 2].mean())
        row["clear"] = float(clear.mean())
        for key, value in row.items():
            means.setdefault(key, []).append(value)
        print("ukis-csmask", task.name, " ".join(f"{key} {value:.3f}" for key, value in row.items()), flush=True)
    print("ukis-csmask, mean: " + ", ".join(
        f"{key} {np.mean(values):.3f} (worst {(max if key in ('false', 'clear') else min)(values):.3f})"
        for key, values in means.items()
    ))  # fmt: skip
    told: dict[str, list[float]] = {"ukis-csmask": [], "s2cloudless": []}
    for path in sorted((arguments.data / "ts_rome").glob("S2_*.tif")):
        shares = {
            "ukis-csmask": float(csmask(read(path, FOUR), "l1c").mean()),
            "s2cloudless": float(s2cloudless(read(path, TEN)).mean()),
        }
        cloudy = path.stem[3:] in CLOUDY
        for name, share in shares.items():
            if not cloudy:
                told[name].append(share)
        print(f"Rome, {'cloudy' if cloudy else 'clear'} {path.stem[3:]}: "
              + ", ".join(f"{name} {share:.2%}" for name, share in shares.items()), flush=True)  # fmt: skip
    for name, values in told.items():
        print(f"Rome, clear dates, {name}: mean {np.mean(values):.2%}, worst {max(values):.2%}")


if __name__ == "__main__":
    main()

"""A scene of a whole Sentinel-2 tile goes through with bounded memory."""

import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import rasterio

from geoinpaint_engine.raster.grid import Window
from tests.engine.raster_maker import NORTH_UP, values

SIZE, BANDS, HOLES = 10980, 4, 200

SCRIPT = """
import json, sys, time
from pathlib import Path
import numpy as np
from geoinpaint_engine.raster.fills import FillStore
from geoinpaint_engine.raster.handles import own_process
from geoinpaint_engine.raster.mask_layers import open_mask
from geoinpaint_engine.raster.masks import materialise_mask
from geoinpaint_engine.raster.publication import publish
from geoinpaint_engine.raster.work_folder import WorkFolder
from geoinpaint_engine.raster.scene import open_scene
from geoinpaint_engine.raster.source import JobSource
from geoinpaint_engine.raster.windows import plan_windows
from geoinpaint_engine.raster.write import compose, finish

own_process()  # as every command does: GDAL's cache of blocks is bounded
folder, seconds, start = Path(sys.argv[1]), {}, time.monotonic()
output = folder / "filled.tif"

def lap(name):
    global start
    seconds[name], start = round(time.monotonic() - start, 1), time.monotonic()

with open_scene(folder / "scene.tif") as scene, WorkFolder(output) as work:
    layer = open_mask(folder / "holes.tif", scene.grid)
    mask = materialise_mask([layer], scene, work / "mask.tif", dilate=3)
    lap("mask")
    plan = plan_windows(scene.grid.window, tile=512, halo=64, overlap=32, hole_count=mask.hole_count)
    lap("plan")
    source, store = JobSource(scene, mask), FillStore(work / "fills", mask)
    for window in plan:
        chip = source.chip(window.read)
        mean = chip.scene[:, chip.clear].mean(axis=1)
        store.put(window, np.broadcast_to(mean[:, None, None], chip.scene.shape), chip.hole)
    lap("fill")
    done = compose(scene, mask, store, plan, work / "out.tif", overlap=32)
    lap("compose")
    publish([(finish(work / "out.tif"), output)])
    lap("finish")
# the peak of this program itself: getrusage would count that of the process it was started from
status = dict(line.split(":", 1) for line in open("/proc/self/status"))
peak = int(status["VmHWM"].split()[0]) / 2**20
print(json.dumps({"peak_gib": round(peak, 3), "seconds": seconds, "windows": len(plan), "holes": mask.stats.holes,
                  "filled": done.filled, "unfilled": done.unfilled}))
"""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="/proc/self/status is there on Linux only")
def test_a_whole_tile_stays_within_memory(tmp_path):
    profile = {
        "driver": "GTiff",
        "height": SIZE,
        "width": SIZE,
        "crs": "EPSG:32633",
        "transform": NORTH_UP,
        "tiled": True,
        "blockxsize": 512,
        "blockysize": 512,
        "compress": "deflate",
        "zlevel": 1,
    }
    ground = values((BANDS, 1024, 1024)) // 64 * 64
    bounds = Window(0, 0, SIZE, SIZE)
    generator = np.random.default_rng(0)
    hole = np.zeros((SIZE, SIZE), dtype=np.uint8)
    for row in range(300, SIZE - 400, 730):
        for col in range(300, SIZE - 400, 730):
            if hole.sum() < HOLES * 900:
                hole[row : row + 30, col : col + 30] = 1
    with rasterio.open(tmp_path / "scene.tif", "w", count=BANDS, dtype="uint16", **profile) as out:
        for block in bounds.blocks(1024):
            out.write(ground[:, : block.height, : block.width], window=block.ranges)
    with rasterio.open(tmp_path / "holes.tif", "w", count=1, dtype="uint8", **profile) as out:
        out.write(hole, 1)
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(tmp_path)],
        env={**os.environ, "PYTHONPATH": str(root / "engine")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    figures = json.loads(done.stdout)
    print(figures)
    assert figures["peak_gib"] <= 1.5
    assert figures["holes"] == int(hole.sum()) // 900
    assert figures["unfilled"] == 0
    with rasterio.open(tmp_path / "filled.tif") as filled:
        for corner in generator.integers(0, SIZE - 600, (6, 2)):
            window = Window(int(corner[0]), int(corner[1]), 500, 500)
            rows, cols = (np.arange(start, start + 500) % 1024 for start in (window.row, window.col))
            keep = hole[Window(*window.__dict__.values()).padded(4, bounds).slices].max() == 0
            if keep:
                expected = ground[:, rows][:, :, cols]
                np.testing.assert_array_equal(filled.read(window=window.ranges), expected)

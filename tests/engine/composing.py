"""A scene taken all the way: mask, windows, fills, composed and published."""

import numpy as np

from geoinpaint_engine.raster.area import Area
from geoinpaint_engine.raster.fills import FillStore
from geoinpaint_engine.raster.mask_layers import open_mask
from geoinpaint_engine.raster.masks import materialise_mask
from geoinpaint_engine.raster.publication import publish
from geoinpaint_engine.raster.scene import open_scene
from geoinpaint_engine.raster.windows import plan_windows
from geoinpaint_engine.raster.work_folder import WorkFolder
from geoinpaint_engine.raster.write import compose, finish
from tests.engine.raster_maker import write_raster


def holes(shape, seed=0):
    """(rows, cols) bool with a few blobs."""
    generator = np.random.default_rng(seed)
    hole = np.zeros(shape, dtype=bool)
    for _ in range(4):
        row, col = (int(generator.integers(0, n - 20)) for n in shape)
        hole[row : row + 19, col : col + 17] = True
    return hole


def fill_scene(
    folder,
    path,
    hole,
    fill,
    *,
    bands=(),
    nodata=False,
    overlap=16,
    extent=None,
    cog=False,
    compressed=None,
    order=1,
    skip=(),
    given=None,
    threads=1,
):
    """Takes a scene all the way: mask, windows, fills (a function of the window), composed and published."""
    output = folder / "filled.tif"
    with open_scene(path, bands=bands) as scene, WorkFolder(output) as work:
        mask_file = given or work / "given.tif"
        grid = scene.grid
        write_raster(mask_file, hole[None].astype("uint8"), crs=grid.crs, transform=grid.transform)
        mask = materialise_mask([open_mask(mask_file, grid)], scene, work / "mask.tif", nodata=nodata)
        plan = plan_windows(grid.window, tile=48, halo=8, overlap=overlap, hole_count=mask.hole_count, extent=extent)
        store = FillStore(work / "fills", mask)
        for window in plan[::order]:
            if window.index not in skip:
                store.put(window, fill(window.read, scene.count))
        assert all(store.has(window) == (window.index not in skip) for window in plan)
        flag = work / "flag.tif"
        area = None if extent is None else Area(extent)
        done = compose(
            scene, mask, store, plan, work / "out.tif", overlap=overlap, area=area, flag=flag, threads=threads,
            compressed=not cog if compressed is None else compressed,
        )  # fmt: skip
        publish([(flag, folder / "flag.tif"), (finish(work / "out.tif", cog=cog, threads=threads), output)])
        mask.close()
    assert not list(folder.glob("*.partial"))
    assert not list(folder.glob("*.aux.xml"))
    return output, done


def constant(value):
    return lambda window, bands: np.full((bands, *window.shape), value, dtype=np.float32)

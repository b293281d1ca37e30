"""How well the panel predicts the time of runs: ten kinds, each learned from a small one, then told for a larger.

    .venv/plugin/bin/python scripts/bench_estimates.py [--torch] [PART OF A KIND]

Needs QGIS's Python, and the engine in .venv/engine (or GEOINPAINT_PYTHON). Prints what was told before the run and at a
half of it, over what was true.
"""

from __future__ import annotations

import math
import os
import random
import sys
import tempfile
import time
from array import array
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
KINDS = (  # what is shown, fields of the request, dates, radar
    ("regression, 2 dates", {"fill": "regression"}, 2, 0),
    ("regression, radar", {"fill": "regression"}, 0, 1),
    ("harmonic", {"fill": "harmonic"}, 0, 0),
    ("telea", {"fill": "telea"}, 0, 0),
    ("coherent", {"fill": "coherent"}, 0, 0),
    ("paste, 1 date", {"fill": "paste"}, 1, 0),
    ("ratio, 2 dates", {"fill": "ratio"}, 2, 0),
    ("fast, this image", {"evidence": "image"}, 0, 0),
    ("fast, 2 dates", {"evidence": "dates"}, 2, 0),
    ("fast, dates and radar", {"evidence": "both"}, 2, 1),
)
TORCH = (("paper, 60 steps", {"evidence": "image", "preset": "paper", "steps": 60}, 0, 0),)
SIDES = (256, 480)  # px of the run that is learned from, and of the one that is foretold


def write(path: Path, side: int, planes: int, kind: int, value: Any, names: tuple[str, ...] = ()) -> str:
    """A GeoTIFF of `value(row, col, plane)`."""
    from osgeo import gdal, osr

    code = {gdal.GDT_UInt16: "H", gdal.GDT_Byte: "B", gdal.GDT_Float32: "f"}[kind]
    dataset = gdal.GetDriverByName("GTiff").Create(str(path), side, side, planes, kind)
    dataset.SetGeoTransform((500000.0, 10.0, 0, 5000000.0, 0, -10.0))
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(32633)
    dataset.SetProjection(reference.ExportToWkt())
    for plane in range(planes):
        band = dataset.GetRasterBand(plane + 1)
        flat = array(code, [value(row, col, plane) for row in range(side) for col in range(side)])
        band.WriteRaster(0, 0, side, side, flat.tobytes())
        if names:
            band.SetDescription(names[plane])
    return str(path)


def place(folder: Path, side: int) -> dict[str, Any]:
    """Scene, mask, two dates and radar of a made-up place."""
    from osgeo import gdal

    drawn = random.Random(0)  # noqa: S311 - the noise of a made-up place
    noise = [drawn.gauss(0, 20) for _ in range(4099)]

    def ground(row: int, col: int, plane: int, date: int) -> int:
        field = 400 * ((row // 24 + col // 32) % 3)
        rough = noise[(row * 131 + col * 7 + plane * 17 + date * 57) % 4099]
        return int(1200 + 250 * plane + field + 300 * math.sin(row / 40) + date * (60 + 0.05 * field) + rough)

    def hole(row: int, col: int) -> bool:
        return math.sin(row / 35) + math.cos(col / 31) > 0.9

    folder.mkdir()
    names = ("B02", "B03", "B04", "B08")
    short, real, byte = gdal.GDT_UInt16, gdal.GDT_Float32, gdal.GDT_Byte
    return {
        "scene": write(folder / "scene_20180705.tif", side, 4, short,
                       lambda r, c, p: 9000 if hole(r, c) else ground(r, c, p, 0), names),
        "mask": write(folder / "mask.tif", side, 1, byte, lambda r, c, p: int(hole(r, c))),
        "dates": [write(folder / f"date_2018{day}.tif", side, 4, short, lambda r, c, p, d=d: ground(r, c, p, d), names)
                  for d, day in ((1, "0625"), (2, "0715"))],
        "radar": [write(folder / "radar_20180704.tif", side, 2, real,
                        lambda r, c, p: -9.0 - 6 * p + ground(r, c, 0, 0) / 900, ("VV", "VH"))],
    }  # fmt: skip


def run(files: dict[str, Any], wish: dict[str, Any], dates: int, radar: int, output: Path) -> tuple[float, float, Any]:
    """One run: seconds foretold, true, and (time left as told, true) at half of the time."""
    from qgis.core import QgsProject, QgsRasterLayer
    from qgis.PyQt.QtCore import QCoreApplication

    from geoinpaint_qgis.gui.mask.mask_query import MaskQuery, RasterMask
    from geoinpaint_qgis.gui.mask.survey import survey
    from geoinpaint_qgis.gui.request import Request
    from geoinpaint_qgis.gui.run import estimate
    from geoinpaint_qgis.gui.run.background_run import Run
    from geoinpaint_qgis.gui.run.progress import RunState

    project = QgsProject.instance()

    def add(path: str) -> Any:
        layer = QgsRasterLayer(path, Path(path).stem)
        project.addMapLayer(layer)
        return layer

    request = Request(scene=add(files["scene"]), masks=[add(files["mask"])], output=str(output), **wish)
    request.references = [add(path) for path in files["dates"][:dates]]
    request.radar = [add(path) for path in files["radar"][:radar]]
    pixels = survey(MaskQuery(files["scene"], (RasterMask(files["mask"]),))).pixels
    foretold = estimate.estimate(request, pixels)
    state = RunState(expected=foretold, shares=estimate.timeline(request))
    one, told, ended = Run(request, project), [], []
    begun = time.monotonic()
    one.event_received.connect(state.take)
    one.ended.connect(lambda fine, results, problem: ended.append((fine, problem)))
    why = one.start()
    assert why is None, why
    while not ended:
        QCoreApplication.processEvents()
        told.append((time.monotonic() - begun, state.seconds_left))
        time.sleep(0.02)
    assert ended[0][0], ended[0][1]
    true = time.monotonic() - begun
    estimate.learn(request, pixels, true, state.shares())
    half = next(((left, true - now) for now, left in told if now >= true / 2 and left is not None), None)
    project.clear()
    return foretold, true, half


def main(torch: bool, part: str) -> int:
    """Prints the table of the kinds whose names hold `part`; 1 where a foretold time is off by more than 2."""
    kinds = [kind for kind in (*KINDS, *(TORCH if torch else ())) if part in kind[0]]
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("GEOINPAINT_PYTHON", str(ROOT / ".venv/engine/bin/python"))
    sys.path.insert(0, str(ROOT))
    with tempfile.TemporaryDirectory() as work:
        os.environ["QGIS_CUSTOM_CONFIG_PATH"] = work  # the user's own records stay as they are
        from qgis.core import QgsApplication

        application = QgsApplication([], False)
        application.initQgis()
        from geoinpaint_qgis.gui.run import estimate
        from geoinpaint_qgis.plugin import GeoInpaintPlugin

        plugin = GeoInpaintPlugin(None)
        plugin.initProcessing()
        estimate.forget()
        small, large = (place(Path(work) / f"place_{side}", side) for side in SIDES)
        off = 0
        print(f"{'kind':24} {'told':>7} {'true':>7} {'ratio':>6}   left at half: told / true")
        for name, wish, dates, radar in kinds:
            run(small, wish, dates, radar, Path(work) / f"{abs(hash(name))}_small.tif")
            told, true, half = run(large, wish, dates, radar, Path(work) / f"{abs(hash(name))}.tif")
            off += not 0.5 <= told / true <= 2
            left = "-" if half is None else f"{half[0]:.1f} / {half[1]:.1f} s = {half[0] / max(half[1], 0.1):.2f}"
            print(f"{name:24} {told:6.1f}s {true:6.1f}s {told / true:6.2f}   {left}", flush=True)
        print(f"{off} of {len(kinds)} off by more than 2")
        estimate.forget()
        plugin.unload()
        application.exitQgis()
    return int(off > 0)


if __name__ == "__main__":
    raise SystemExit(main("--torch" in sys.argv[1:], " ".join(word for word in sys.argv[1:] if word[:2] != "--")))

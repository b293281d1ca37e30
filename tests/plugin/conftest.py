"""What the plugin's tests share: the engine's Python, and small scenes made with QGIS's own GDAL."""

import gc
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MAKE_PRODUCT = """
import json, sys
from pathlib import Path
import numpy as np
from tests.engine.safe_maker import make_safe
classes = np.full((60, 60), 4, np.uint8)
classes[10:20, 10:30] = 9
product = make_safe(Path(sys.argv[1]), level="2A", scl=classes)
zipped = product.zipped(Path(sys.argv[1]) / "product.SAFE.zip")
print(json.dumps([str(product.folder), str(product.metadata), str(zipped)]))
"""
MAKE_SOFT_EDGED = """
import sys
from pathlib import Path
import numpy as np
from tests.engine.conftest import write_raster
from tests.engine.clouded_scenes import NAMES, soft_edged
images, _, _, _, mask = soft_edged(np.random.default_rng(0))
folder = Path(sys.argv[1])
for name, image in zip(("scene_20180705", "clear_20180625", "clear_20180710", "clear_20180720"), images):
    write_raster(folder / f"{name}.tif", image.round().astype("uint16"), names=NAMES)
write_raster(folder / "mask.tif", mask[None].astype("uint8"))
"""
sys.path.insert(0, str(ROOT))


@pytest.fixture(autouse=True)
def _no_late_layers():
    """An exception kept by its own frame keeps layers, which must not outlive QGIS."""
    yield
    gc.collect()


@pytest.fixture(scope="session")
def engine_python():
    """The engine's interpreter; the tests that need it are skipped by name where it is not built."""
    path = Path(os.environ.get("GEOINPAINT_PYTHON") or ROOT / ".venv/engine/bin/python")
    if not path.exists():
        pytest.skip(f"no engine at {path}")
    return str(path)


@pytest.fixture(scope="session")
def place(tmp_path_factory):
    """Files of one place: `scene` (cloudy), `clear` (the same date without clouds), `earlier`, `mask`, `scl`, `sar`."""
    from tests.plugin import scenes

    folder = tmp_path_factory.mktemp("place with spaces ä")
    return {
        "scene": scenes.scene(folder / "scene_20181008.tif"),
        "clear": scenes.scene(folder / "clear.tif", cloudy=False),
        "earlier": scenes.scene(folder / "earlier_20180928.tif", date=3, cloudy=False),
        "earliest": scenes.scene(folder / "earliest_20180918.tif", date=5, cloudy=False),
        "mask": scenes.mask(folder / "mask.tif"),
        "scl": scenes.classification(folder / "scl.tif"),
        "sar": scenes.radar(folder / "sar.tif"),
    }


@pytest.fixture(scope="module")
def provider(qgis_app, engine_python):
    """The plugin's provider, registered, with the engine's Python known."""
    os.environ["GEOINPAINT_PYTHON"] = engine_python
    from qgis.core import QgsApplication

    from geoinpaint_qgis.plugin import GeoInpaintPlugin

    plugin = GeoInpaintPlugin(None)
    plugin.initProcessing()
    yield QgsApplication.processingRegistry().providerById("geoinpaint")
    plugin.unload()


@pytest.fixture
def fill(provider, place, tmp_path):
    """Run the classical fill on the place; keywords replace or (None) take away parameters."""

    from tests.plugin.algorithms import run

    def call(name="classicalfill", **changes):
        parameters = {
            "INPUT": place["scene"],
            "MASKS": [place["mask"]],
            "REFERENCES": [place["earlier"]],
            "OUTPUT": str(tmp_path / "out.tif"),
        }
        options = {key: changes.pop(key) for key in ("feedback", "context") if key in changes}
        parameters.update(changes)
        return run(provider, name, {k: v for k, v in parameters.items() if v is not None}, **options)

    return call


@pytest.fixture(scope="module")
def soft_edged(tmp_path_factory, engine_python):
    """Files of a place whose mask leaves the soft edge of a cloud and a shadow: `scene`, `mask`, `dates` (clear)."""
    if not (ROOT / "tests/engine/clouded_scenes.py").exists():
        pytest.skip("the engine's tests are not here")
    folder = tmp_path_factory.mktemp("soft edges")
    subprocess.run([engine_python, "-c", MAKE_SOFT_EDGED, str(folder)], cwd=ROOT, check=True)
    dates = [str(file) for file in sorted(folder.glob("clear_*.tif"))]
    return {"scene": str(folder / "scene_20180705.tif"), "mask": str(folder / "mask.tif"), "dates": dates}


@pytest.fixture
def project(place, tmp_path, qgis_app):
    """A project with the place's layers; the scene is a copy in a folder of its own."""
    from qgis.core import QgsProject, QgsRasterLayer

    scene = tmp_path / "scene.tif"
    scene.write_bytes(Path(place["scene"]).read_bytes())
    project = QgsProject.instance()
    layers = {"scene": scene, **{name: place[name] for name in ("mask", "scl", "earlier", "sar")}}
    for name, path in layers.items():
        project.addMapLayer(QgsRasterLayer(str(path), name))
    yield project
    project.clear()


@pytest.fixture
def dock(provider, project, qgis_iface):
    """The panel, open in QGIS's window, with the scene chosen and on the map."""
    from qgis.PyQt.QtCore import QCoreApplication, QEvent, Qt

    from geoinpaint_qgis.gui.dock import GeoInpaintDock

    dock = GeoInpaintDock(qgis_iface, qgis_iface.mainWindow())
    scene = project.mapLayersByName("scene")[0]
    dock.raster.choose(scene)
    qgis_iface.mainWindow().addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
    qgis_iface.mainWindow().show()
    dock.show()
    qgis_iface.mapCanvas().setExtent(scene.extent())
    yield dock
    dock.close_down()
    dock.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def said(dock, monkeypatch):
    """What the message bar was given."""
    texts = []
    monkeypatch.setattr(dock, "_say", lambda text, level, log=False: texts.append(text))
    return texts


@pytest.fixture(scope="module")
def product(tmp_path_factory, engine_python):
    """Folder, metadata and zip of a small product, made with the engine's own test tool."""
    if not (ROOT / "tests/engine/safe_maker.py").exists():
        pytest.skip("the engine's tests are not here")
    folder = tmp_path_factory.mktemp("products")
    answer = subprocess.run(
        [engine_python, "-c", MAKE_PRODUCT, str(folder)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return dict(zip(("folder", "metadata", "zip"), json.loads(answer.stdout)))  # noqa: B905 - Python 3.9

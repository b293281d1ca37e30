"""What the plugin's tests share: the engine's Python, and small scenes made with QGIS's own GDAL."""

import gc
import os
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
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

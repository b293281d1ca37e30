"""What the engine may read beside local files: by the user's settings alone, never by a project, a file or a name."""

import http.server
import os
import threading
from pathlib import Path

import pytest
from osgeo import gdal
from qgis.core import QgsExpressionContextUtils, QgsProject

from geoinpaint_qgis import engine, settings
from tests.plugin import scenes


@pytest.fixture(autouse=True)
def _as_before(monkeypatch):
    for name in ("GEOINPAINT_NETWORK", "GEOINPAINT_SOURCES"):
        monkeypatch.delenv(name, raising=False)
    yield
    for name in ("network", "source_folders"):
        settings.save(name, getattr(settings.Preferences(), name))
    QgsProject.instance().clear()


@pytest.fixture
def server(tmp_path):
    """The address of a raster on a server of this machine, and what it was asked for."""
    scenes.scene(tmp_path / "scene.tif")
    asked = []

    class Handler(http.server.SimpleHTTPRequestHandler):
        def __init__(self, *args):
            super().__init__(*args, directory=str(tmp_path))

        def log_message(self, *args):
            asked.append(self.path)

    serving = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=serving.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{serving.server_address[1]}/scene.tif", asked
    serving.shutdown()
    serving.server_close()
    thread.join()


def turned_on_in_a_project(folder, source_folder):
    """A project that says what the settings would, in every way that a project carries anything, read from a file."""
    project = QgsProject.instance()
    for scope in (settings.PREFIX, "GeoInpaint", "geoinpaint_qgis"):
        project.writeEntry(scope, "/network", True)
        project.writeEntry(scope, "/source_folders", source_folder)
    QgsExpressionContextUtils.setProjectVariables(
        project, {"geoinpaint_network": "1", "GEOINPAINT_NETWORK": "1", "GEOINPAINT_SOURCES": source_folder}
    )
    assert project.write(str(folder / "project.qgz"))
    project.clear()
    assert project.read(str(folder / "project.qgz"))
    assert project.readBoolEntry(settings.PREFIX, "/network")[0]


def info(path):
    return engine.run(["info", str(path)], on_event=lambda event: None)


def test_nothing_is_asked_of_a_server_unless_the_user_allows_it(provider, server, tmp_path):
    address, asked = server
    assert settings.load().allowances() == []
    outcome = info(address)
    assert outcome.failure.code == "path-network"
    assert "options of GeoInpaint" in outcome.failure.sentence()
    turned_on_in_a_project(tmp_path, "/")
    assert settings.load().allowances() == []
    assert info(address).failure.code == "path-network"
    assert asked == []
    settings.save("network", True)
    outcome = info(address)
    assert outcome.failure is None, outcome.log
    assert asked


def test_sources_of_a_virtual_raster_lie_in_its_folder_or_one_that_the_user_names(provider, fill, place, tmp_path):
    """From the toolbox: INPUT is a VRT, whose source lies elsewhere."""
    elsewhere = tmp_path / "elsewhere, with ü"
    elsewhere.mkdir()
    scenes.scene(elsewhere / "scene.tif")
    (tmp_path / "vrt").mkdir()
    vrt = str(tmp_path / "vrt" / "scene.vrt")
    gdal.Translate(vrt, str(elsewhere / "scene.tif"), format="VRT")
    with pytest.raises(Exception, match="options of GeoInpaint"):
        fill(INPUT=vrt)
    turned_on_in_a_project(tmp_path, str(elsewhere))
    with pytest.raises(Exception, match="options of GeoInpaint"):
        fill(INPUT=vrt)
    settings.save("source_folders", os.pathsep.join((str(tmp_path / "none"), str(elsewhere))))
    answer = fill(INPUT=vrt)
    assert Path(answer["OUTPUT"]).exists()

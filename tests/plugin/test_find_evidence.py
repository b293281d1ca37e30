"""Finding dates and radar from QGIS: the algorithm and the window, against a catalogue's server on 127.0.0.1."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from osgeo import gdal
from qgis.core import (
    QgsApplication,
    QgsAuthMethodConfig,
    QgsProcessingException,
    QgsProject,
    QgsRasterLayer,
    QgsSettings,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtNetwork import QSslCertificate
from qgis.PyQt.QtTest import QTest

from geoinpaint_qgis import settings
from geoinpaint_qgis.gui.evidence import finding
from geoinpaint_qgis.gui.evidence.catalogue_window import CatalogueWindow
from geoinpaint_qgis.gui.evidence.section import EvidenceSection
from geoinpaint_qgis.gui.request import Request
from geoinpaint_qgis.gui.run.footer import DONE
from geoinpaint_qgis.processing import layers, values, web_access
from geoinpaint_qgis.processing.fetched import mask_beside
from tests.plugin.algorithms import run
from tests.plugin.waiting import wait

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory, engine_python):
    """(folder with scene.tif and mask.tif, URL): a catalogue that is served while the tests run."""
    lacks = subprocess.run([engine_python, "-c", "import pystac_client"], capture_output=True, check=False)
    if lacks.returncode:
        pytest.skip("the engine has no pystac-client")
    folder = tmp_path_factory.mktemp("place with a space")
    server = subprocess.Popen(
        [engine_python, str(ROOT / "scripts" / "demo_catalogue.py"), str(folder), "--size", "128", "--items", "12"],
        stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    try:
        yield folder, server.stdout.readline().split()[-1]
    finally:
        server.kill()
        server.communicate()


def asked(catalogue, **more):
    folder, url = catalogue
    return {"INPUT": str(folder / "scene.tif"), "MASKS": [str(folder / "mask.tif")], "CATALOGUE": url, **more}


def test_from_a_catalogue_to_a_fill(provider, catalogue, tmp_path):
    evidence = tmp_path / "evidence"
    told = run(provider, "findevidence", asked(catalogue, FETCH=False, MAX_SAR=1, OUTPUT=str(evidence)))
    offers = json.loads(told["CANDIDATES"])
    assert told["REFERENCES"] == []
    best = [row for row in offers["candidates"] if row["chosen"]][:2]
    assert Path(best[0]["picture"]).exists()
    radar = [row["date"] for row in offers["radar"] if row["chosen"]]
    dates = ",".join(row["date"] for row in best)
    got = run(
        provider, "findevidence",
        asked(catalogue, DATES=dates, RADAR_DATES=",".join(radar), OUTPUT=str(evidence)),
    )  # fmt: skip
    assert len(got["REFERENCES"]) == 2
    assert len(got["SAR"]) == 1
    assert got["ATTRIBUTION"] == "Contains modified Copernicus Sentinel data 2023"
    beside = mask_beside(got["REFERENCES"][0])
    assert beside["classes"] == [3, 8, 9, 10]
    part = values.reference_part([layers.Source(path=got["REFERENCES"][0])], [], "")
    assert part[0]["mask"] == beside["mask"]
    filled = run(
        provider, "inpaint",
        {"INPUT": str(catalogue[0] / "scene.tif"), "MASKS": [str(catalogue[0] / "mask.tif")], "MODE": "ms-mt",
         "PRESET": "fast", "REFERENCES": got["REFERENCES"], "SAR": got["SAR"], "OUTPUT": str(tmp_path / "filled.tif")},
    )  # fmt: skip
    recipe = json.loads((tmp_path / "filled.tif.recipe.json").read_text())
    assert filled["FILLED_PIXELS"] > 0
    assert all("mask" in entry for entry in recipe["job"]["references"])


def test_what_is_wrong_is_said(provider, catalogue, tmp_path):
    with pytest.raises(QgsProcessingException, match="what is to be filled"):
        run(provider, "findevidence", asked(catalogue, MASKS=[], OUTPUT=str(tmp_path)))
    with pytest.raises(QgsProcessingException, match="2020-01-01"):
        run(provider, "findevidence", asked(catalogue, DATES="2020-01-01", OUTPUT=str(tmp_path)))


def test_the_window_finds_fetches_and_ticks(provider, catalogue):
    folder, url = catalogue
    project = QgsProject()
    scene, mask = (QgsRasterLayer(str(folder / f"{name}.tif"), name) for name in ("scene", "mask"))
    project.addMapLayers([scene, mask])
    section = EvidenceSection(project)
    section.set_scene(scene)
    window = CatalogueWindow(Request(scene=scene, masks=[mask]), project)
    window.fetched.connect(section.take_files)
    window.catalogue.setEditText(url)
    assert "127.0.0.1" in window.said.text()
    window.dates.setValue(2)
    window.radar.setValue(1)
    window.show()
    QTest.mouseClick(window.look, Qt.MouseButton.LeftButton)
    wait(lambda: window.table.rowCount() > 3)
    ticked = [date for date, radar in window._ticked() if not radar]
    assert len(ticked) == 2
    assert not window.table.item(0, 1).icon().isNull()
    assert "MB" in window.run.text()
    row = next(r for r in range(window.table.rowCount()) if window.table.item(r, 0).text() == ticked[1])
    window.table.item(row, 0).setCheckState(Qt.CheckState.Unchecked)
    if os.environ.get("SCREENSHOT"):
        QTest.qWait(300)
        window.grab().save(os.environ["SCREENSHOT"])
    QTest.mouseClick(window.fetch, Qt.MouseButton.LeftButton)
    wait(lambda: not window.isVisible())
    assert [layer.name() for layer in section.references.ticked()] == [f"S2_{ticked[0]}"]
    assert len(section.radar.ticked()) == 1
    section.detach()


def test_in_four_clicks_from_a_cloudy_raster_to_its_fill(dock, catalogue):
    """Nothing says what is cloud: the dates are found for the whole raster, and tell it."""
    folder, url = catalogue
    settings.save("catalogue", url)
    try:
        scene = QgsRasterLayer(str(folder / "scene.tif"), "cloudy")
        QgsProject.instance().addMapLayer(scene)
        dock.raster.choose(scene)
        assert not dock.request().says_what_to_fill
        assert dock.mask.find.isVisibleTo(dock)
        QTest.mouseClick(dock.mask.find.button, Qt.MouseButton.LeftButton)
        window = dock.findChild(CatalogueWindow)
        wait(lambda: window.table.rowCount() > 3 and window.run.isEnabled())
        assert "127.0.0.1" in window.said.text()
        ticked = [row for row in range(window.table.rowCount())
                  if window.table.item(row, 0).checkState() == Qt.CheckState.Checked]  # fmt: skip
        window.table.item(ticked[-1], 0).setCheckState(Qt.CheckState.Unchecked)
        QTest.mouseClick(window.run, Qt.MouseButton.LeftButton)
        wait(lambda: dock.last is not None and not dock.running, 300)
    finally:
        settings.save("catalogue", "")
    assert dock.footer.state == DONE, dock.footer.summary.text()
    assert "127.0.0.1" in dock.evidence.find.asks.text()
    assert dock.mask.detect.isChecked()
    assert len(dock.evidence.references.ticked()) + len(dock.evidence.radar.ticked()) == len(ticked) - 1
    before, after, clouds = (gdal.Open(path).ReadAsArray() for path in (
        str(folder / "scene.tif"), dock.last.output, str(folder / "mask.tif")))  # fmt: skip
    changed = (before != after).any(axis=0)
    assert changed[clouds > 0].mean() > 0.8
    assert changed[clouds == 0].mean() < 0.3  # the rims of many small clouds


def test_a_password_in_an_address_is_not_kept():
    for text in ("https://me:pw@a.example/v1", "https://a.example/v1?key=x"):
        finding.store_catalogue(text)
        assert finding.catalogue() == "earth-search"
    assert finding.host("https://me:pw@a.example/v1") == "a.example"


def test_a_failure_is_said_in_the_window(provider, catalogue):
    folder, _ = catalogue
    project = QgsProject()
    scene, mask = (QgsRasterLayer(str(folder / f"{name}.tif"), name) for name in ("scene", "mask"))
    project.addMapLayers([scene, mask])
    window = CatalogueWindow(Request(scene=scene, masks=[mask]), project)
    window.catalogue.setEditText("/nowhere/at/all")
    QTest.mouseClick(window.look, Qt.MouseButton.LeftButton)
    wait(lambda: "nowhere" in window.said.text())
    assert window.look.isEnabled()


def test_qgis_s_proxy_becomes_variables():
    settings = QgsSettings()
    assert "HTTPS_PROXY" not in web_access.proxy_variables(settings)
    given = {"Enabled": True, "Type": "HttpProxy", "Host": "proxy.example", "Port": "3128", "User": "me",
             "Password": "a@b"}  # fmt: skip
    for name, value in given.items():
        settings.setValue(f"proxy/proxy{name}", value)
    settings.setValue("proxy/noProxyUrls", ["http://inside.example/x"])
    try:
        found = web_access.proxy_variables(settings)
    finally:
        for name in (*(f"proxy{name}" for name in given), "noProxyUrls"):
            settings.remove(f"proxy/{name}")
    assert found["HTTPS_PROXY"] == "http://me:a%40b@proxy.example:3128"
    assert found["NO_PROXY"] == "inside.example"


def test_a_token_of_the_authentication_manager(qgis_app):
    manager = QgsApplication.authManager()
    manager.setMasterPassword("of the test", True)
    entry = QgsAuthMethodConfig("Basic")
    entry.setName("catalogue")
    entry.setConfig("username", "me")
    entry.setConfig("password", "secret")
    if not manager.storeAuthenticationConfig(entry)[0]:
        pytest.skip("QGIS stores no authentication here")
    try:
        assert web_access.variables(entry.id())[web_access.TOKEN] == "secret"
        with pytest.raises(QgsProcessingException):
            web_access.token_of("nothing")
    finally:
        manager.removeAuthenticationConfig(entry.id())


def test_authorities_that_qgis_has_of_its_own_go_to_the_engine(qgis_app, tmp_path):
    """And none where it has none: the system's are the engine's too."""
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("needs openssl to make a certificate")
    assert web_access.certificates() == ""
    pem = tmp_path / "authority.pem"
    subprocess.run(
        [openssl, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", tmp_path / "key.pem", "-out", pem,
         "-days", "2", "-subj", "/CN=My company", "-addext", "basicConstraints=critical,CA:TRUE"],
        check=True, capture_output=True,
    )  # fmt: skip
    manager = QgsApplication.authManager()
    authority = QSslCertificate(pem.read_bytes())
    if not manager.storeCertAuthority(authority):
        pytest.skip("QGIS's authentication database cannot be written here")
    try:
        manager.rebuildCaCertsCache()
        manager.rebuildTrustedCaCertsCache()
        passed = web_access.variables()["GEOINPAINT_CERTIFICATES"]
        assert QSslCertificate(Path(passed).read_bytes()) == authority
    finally:
        manager.removeCertAuthority(authority)
        manager.rebuildCaCertsCache()
        manager.rebuildTrustedCaCertsCache()
    assert web_access.certificates() == ""

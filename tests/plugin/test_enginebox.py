"""The engine's place in the panel: says what is missing, asks before it fetches, checks what it is given, tries it."""

import time

import pytest
from osgeo import gdal
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtWidgets import QMessageBox, QWidget

from geoinpaint_qgis import selftest, settings
from geoinpaint_qgis.gui.enginebox import EngineBox
from geoinpaint_qgis.runner.client import wait_for_endings
from geoinpaint_qgis.runner.diagnosis import EnvironmentFailure, SetupCancelled


def wait(condition, seconds=60.0):
    """Keep the event loop running until something holds."""
    until = time.monotonic() + seconds
    while not condition() and time.monotonic() < until:
        QCoreApplication.processEvents()
        time.sleep(0.005)
    assert condition()


@pytest.fixture
def box(qgis_app, monkeypatch, tmp_path):
    """The box where no engine is set up."""
    monkeypatch.delenv("GEOINPAINT_PYTHON", raising=False)
    monkeypatch.setenv("GEOINPAINT_ENVIRONMENT", str(tmp_path / "environment"))
    parent = QWidget()
    box = EngineBox(parent)
    yield box
    box.cancel()
    wait(lambda: not box.busy)
    settings.save("interpreter", "")
    parent.deleteLater()


def test_without_an_engine_it_says_so_and_offers_three_ways(box):
    assert "not set up" in box.label.text()
    assert not box.buttons.isHidden()
    assert box.bar.isHidden()


def test_what_is_no_python_is_refused(box):
    box.use_python("/bin/true")
    assert box.busy
    wait(lambda: not box.busy)
    assert "not a Python" in box.label.text()
    assert settings.load().interpreter == ""
    assert not box.buttons.isHidden()


def test_an_existing_python_is_tried_before_it_is_used(box, engine_python):
    told = []
    box.changed.connect(lambda: told.append(settings.load().interpreter))
    box.use_python(engine_python)
    wait(lambda: not box.busy)
    assert told == [engine_python]
    assert box.label.text().startswith("Ready")
    assert "test fill of 7225 pixels" in box.label.text()
    assert box.buttons.isHidden()


def test_setting_up_asks_first(box, monkeypatch, tmp_path):
    asked = []

    def decline(question):
        asked.append(question.text())
        question.button(QMessageBox.StandardButton.Cancel).click()

    monkeypatch.setattr(QMessageBox, "exec", decline)
    box.set_up()
    assert str(tmp_path / "environment") in asked[0]
    assert "GB are free" in asked[0]
    assert not box.busy
    assert not (tmp_path / "environment").exists()


@pytest.mark.slow
def test_failed_set_up_is_one_sentence_with_a_way_on(box, tmp_path):
    wheels = tmp_path / "empty folder"
    wheels.mkdir()
    box.build("light", str(wheels))
    wait(lambda: not box.busy, 120)
    assert "lacks a package" in box.label.text()
    assert not box.buttons.isHidden()


def test_trial_of_a_python_without_packages_is_explained(qgis_app):
    with pytest.raises(EnvironmentFailure) as failure:
        selftest.try_engine("/usr/bin/python3")
    assert failure.value.diagnosis.action == "setup"


def test_trial_can_be_ended(engine_python):
    with pytest.raises(SetupCancelled):
        selftest.try_engine(engine_python, cancelled=lambda: True)
    assert wait_for_endings(3.0)


def test_trial_looks_at_what_it_is_given(tmp_path):
    """A file alone is not a fill: the hole must have been closed, and the rest left alone."""
    path = str(tmp_path / "scene.tif")
    assert not selftest._is_filled(path)

    def slope(row, col):
        return 1000 + 4 * row + 2 * col

    def cloudy(row, col):
        return 0xFFFF if selftest._in_hole(row, col) else slope(row, col)

    selftest._write(path, gdal.GDT_UInt16, cloudy)
    assert not selftest._is_filled(path)
    selftest._write(path, gdal.GDT_UInt16, lambda row, col: slope(row, col) + 1)
    assert not selftest._is_filled(path)
    selftest._write(path, gdal.GDT_UInt16, slope)
    assert selftest._is_filled(path)

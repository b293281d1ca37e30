"""The engine's place in the panel: says what is missing, asks before it fetches, checks what it is given, tries it."""

import os
import threading
from pathlib import Path

import pytest
from osgeo import gdal
from qgis.PyQt.QtWidgets import QWidget

from geoinpaint_qgis import selftest, settings
from geoinpaint_qgis.gui.setup.dialog import Computer, SetupDialog
from geoinpaint_qgis.gui.setup.section import EngineSection
from geoinpaint_qgis.gui.widgets import shortened
from geoinpaint_qgis.runner import platforms, pythons, setup_plan
from geoinpaint_qgis.runner.client import wait_for_endings
from geoinpaint_qgis.runner.diagnosis import EnvironmentFailure, SetupCancelled
from tests.plugin.waiting import PATIENCE_S, wait

gdal.UseExceptions()


@pytest.fixture
def box(qgis_app, monkeypatch, tmp_path):
    """The box where no engine is set up."""
    monkeypatch.delenv("GEOINPAINT_PYTHON", raising=False)
    monkeypatch.setenv("GEOINPAINT_ENVIRONMENT", str(tmp_path / "environment"))
    parent = QWidget()
    box = EngineSection(parent)
    yield box
    box.cancel()
    wait(lambda: not box.busy)
    for name in ("interpreter", "environment_folder"):
        settings.save(name, "")
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


def ask(box):
    """Press Set up and wait for the question."""
    box.set_up()
    wait(lambda: box.dialog is not None)
    return box.dialog


def test_setting_up_asks_first(box, tmp_path):
    dialog = ask(box)
    assert dialog.folder.filePath() == str(tmp_path / "environment")
    assert "MB to download" in dialog.light.text()
    assert dialog.free.text().endswith("GB")
    assert dialog.card.text()
    dialog.full.setChecked(True)
    assert "torch" in dialog.build.text()
    dialog.reject()
    wait(lambda: box.dialog is None)
    assert not box.busy
    assert not (tmp_path / "environment").exists()


def test_too_little_room_is_said_before_anything_is_fetched(box, monkeypatch):
    monkeypatch.setattr(setup_plan, "free_space", lambda folder: 10**8)
    dialog = ask(box)
    assert not dialog.go.isEnabled()
    assert "more room" in dialog.problem.text()
    assert not dialog.problem.isHidden()
    monkeypatch.undo()
    dialog.folder.setFilePath("/tmp")
    assert dialog.go.isEnabled()
    assert dialog.problem.isHidden()
    dialog.reject()


def test_folder_without_torch_offers_the_light_stage_only(qgis_app, tmp_path, base):
    def dialog():
        computer = Computer(base, None, platforms.current())
        return SetupDialog(computer, str(tmp_path / "env"), wheels=str(tmp_path), pip_options=(), parent=None)

    (tmp_path / "numpy-2.4.6-cp311-cp311-linux_x86_64.whl").write_bytes(b"x" * 5_300_000)
    assert "5.3 MB" in dialog().light.text()
    assert not dialog().full.isEnabled()
    (tmp_path / "torch-2.14.1-cp311-cp311-linux_x86_64.whl").write_bytes(b"x")
    assert dialog().full.isEnabled()


def test_full_stage_without_cuda_is_offered_where_no_graphics_card_is(qgis_app, tmp_path, base):
    def dialog(gpu, **options):
        computer = Computer(base, gpu, platforms.Platform("linux"))
        options = {"wheels": "", "pip_options": (), **options}
        return SetupDialog(computer, str(tmp_path / "env"), parent=None, **options)

    with_card = dialog(setup_plan.Gpu("cuda", "A4000", 16376, "580.95.05"))
    assert with_card.processor.parentWidget().isHidden()
    asked = dialog(None)
    assert not asked.processor.parentWidget().isHidden()
    assert "about" in asked.processor.text()
    asked.address.setText("somewhere")
    asked.processor.setChecked(True)
    assert not asked.light.isChecked()
    assert not asked.go.isEnabled()
    asked.address.setText(" https://packages.example.org/cpu ")
    assert asked.go.isEnabled()
    assert (asked.stage, asked.torch_index) == ("full", "https://packages.example.org/cpu")
    asked.full.setChecked(True)
    assert asked.torch_index == ""


def test_long_words_do_not_widen_the_panel(box):
    narrow = box.minimumSizeHint().width()
    box.label.setText("Fetching " + "x" * 300)
    assert box.minimumSizeHint().width() == narrow


def test_long_path_is_shortened_in_its_middle():
    path = "/home/somebody/.local/share/geoinpaint/environments/of/a/long/name/bin/python"
    assert len(shortened(path)) == 44
    assert shortened(path).startswith("/home/")
    assert shortened(path).endswith("/bin/python")
    assert shortened("/usr/bin/python3") == "/usr/bin/python3"


@pytest.fixture
def base(engine_python):
    platform = platforms.current()
    return pythons.find_base_python(str(Path(engine_python).resolve()), environ=os.environ, platform=platform)


@pytest.mark.slow
def test_failed_set_up_is_one_sentence_one_button_and_can_be_tried_again(box, tmp_path, base):
    wheels = tmp_path / "empty folder"
    wheels.mkdir()
    box.build("light", str(wheels), base)
    wait(lambda: not box.busy)
    assert "lacks a package" in box.label.text()
    assert not box.buttons.isHidden()
    assert not box.failure.isHidden()
    assert box.cure.text() == "Choose a folder…"
    assert not box.log.isHidden()
    assert box.needed
    box.cure.click()
    wait(lambda: box.dialog is not None)
    assert box.failure.isHidden()
    box.dialog.reject()


def test_unclosed_quotation_leads_to_the_settings(box):
    settings.save("pip_options", "--index-url 'x")
    wanted = []
    box.settings_wanted.connect(lambda: wanted.append(1))
    box.set_up()
    wait(lambda: not box.busy)
    settings.save("pip_options", "")
    assert "quotation mark" in box.label.text()
    box.cure.click()
    assert wanted


@pytest.mark.parametrize("moment", ["at once", "in the middle"])
def test_set_up_can_be_cancelled_and_said_so(box, monkeypatch, moment):
    begun, cancelled, look = threading.Event(), threading.Event(), pythons.find_base_python

    def slow(*words, **options):
        begun.set()
        assert cancelled.wait(PATIENCE_S)
        return look(*words, **options)

    if moment == "in the middle":
        monkeypatch.setattr(pythons, "find_base_python", slow)
    box.set_up()
    if moment == "in the middle":
        wait(begun.is_set)
    box.cancel()
    cancelled.set()
    wait(lambda: not box.busy)
    assert "cancelled" in box.label.text()
    assert box.dialog is None


def test_an_engine_that_is_ready_is_offered_another_on_request_only(box, engine_python):
    settings.save("interpreter", engine_python)
    box.refresh()
    assert not box.needed
    box.offer()
    assert box.needed
    assert not box.buttons.isHidden()


def test_fault_of_the_plugin_is_told_with_its_traceback(box, monkeypatch):
    """An exception in a thread of Qt's would end QGIS, or pass for a cancelled set-up."""

    def faulty(*_, **__):
        raise KeyError("unforeseen")

    monkeypatch.setattr(pythons, "find_base_python", faulty)
    box.set_up()
    wait(lambda: not box.busy)
    assert "KeyError: 'unforeseen'" in box.label.text()
    assert "Traceback" in box._failure.details


def test_trial_of_a_python_without_packages_is_explained(qgis_app):
    with pytest.raises(EnvironmentFailure) as failure:
        selftest.try_engine("/usr/bin/python3")
    assert failure.value.diagnosis.action == "setup"


@pytest.mark.torch
@pytest.mark.slow
def test_trial_of_the_full_stage_runs_a_network_and_names_the_device(engine_python, qgis_app):
    text = selftest.try_stage(engine_python, "full")
    assert "test fill of 7225 pixels" in text
    assert "3 steps on the processor" in text or "3 steps on the graphics card" in text


def test_trial_can_be_ended(engine_python):
    with pytest.raises(SetupCancelled):
        selftest.try_engine(engine_python, cancelled=lambda: True)
    assert wait_for_endings(PATIENCE_S)


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

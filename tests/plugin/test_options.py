"""The page in QGIS's options: shows the settings, saves them, and what they do to a run."""

import pytest
from qgis.PyQt.QtWidgets import QDialog, QWidget

from geoinpaint_qgis import settings
from geoinpaint_qgis.gui.setup.options_page import FILES, TEXTS, OptionsFactory
from geoinpaint_qgis.settings import Preferences

CHANGED = Preferences(
    interpreter="/opt/my python/bin/python",
    environment_folder="/data/engine ü",
    base_python="/usr/bin/python3.12",
    pip_options="--index-url 'https://example.org/a b'",
    wheels_folder="/data/wheels",
    device="cpu",
    threads=3,
    silence_s=120,
    torch_index="https://example.org/cpu",
    network=True,
    source_folders="/data/tiles:/data/more tiles",
)


@pytest.fixture(autouse=True)
def _as_before():
    yield
    for name, value in vars(Preferences()).items():
        settings.save(name, value)


@pytest.fixture
def page(qgis_app):
    parent = QWidget()
    calls = []
    factory = OptionsFactory(changed=lambda: calls.append("changed"), set_up=lambda: calls.append("set up"))
    page = factory.createWidget(parent)
    page.calls = calls
    page.factory = factory
    yield page
    parent.deleteLater()


def fill(page, wanted):
    for name in FILES:
        getattr(page, name).setFilePath(getattr(wanted, name))
    for name in TEXTS:
        getattr(page, name).setText(getattr(wanted, name))
    page.network.setChecked(wanted.network)
    page.device.setCurrentIndex(page.device.findData(wanted.device))
    page.threads.setValue(wanted.threads)
    page.silence.setValue(wanted.silence_s // 60)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", []),
        (r"--find-links C:\wheels --no-index", ["--find-links", r"C:\wheels", "--no-index"]),
        ("--find-links '/my wheels' # all", ["--find-links", "/my wheels", "#", "all"]),
    ],
)
def test_pip_options_keep_their_backslashes(text, words):
    assert Preferences(pip_options=text).pip_arguments() == words


def test_every_setting_goes_through_the_page(page):
    assert settings.load() == Preferences()
    fill(page, CHANGED)
    assert settings.load() == Preferences()  # not before it is applied
    page.apply()
    assert settings.load() == CHANGED
    assert page.calls == ["changed"]
    again = page.factory.createWidget(page.parentWidget())
    again.apply()
    assert settings.load() == CHANGED
    fill(again, Preferences())
    again.apply()
    assert settings.load() == Preferences()


def test_options_that_cannot_be_read_are_not_saved(page):
    fill(page, CHANGED)
    page.pip_options.setText("--index-url 'x")
    assert not page.problem.isHidden()
    page.apply()
    assert settings.load().pip_options == ""
    assert settings.load().threads == 3


def test_page_leads_to_the_set_up(page):
    page.set_up.click()
    assert page.calls == ["set up"]


def test_options_close_when_the_set_up_is_wanted(page):
    dialog = QDialog()
    page.setParent(dialog)
    dialog.open()
    page.set_up.click()
    assert not dialog.isVisible()
    assert page.calls == ["set up"]


def test_device_and_threads_of_the_settings_count_where_a_run_leaves_them_open():
    own = Preferences(device="cpu", threads=2)
    paper = {"mode": "basic", "preset": "paper"}
    assert own.applied({**paper, "threads": 0}) == {**paper, "threads": 2, "device": "cpu"}
    assert own.applied({**paper, "threads": 4, "device": "cuda"}) == {**paper, "threads": 4, "device": "cuda"}
    assert own.applied({"mode": "classical"}) == {"mode": "classical", "threads": 2}
    # the engine would warn of a device that nothing runs on
    for mode, preset in (("classical", None), ("basic", None), ("mt", "fast"), ("ms-mt", None)):
        job = {"mode": mode, "device": "auto", "threads": 2} | ({"preset": preset} if preset else {})
        assert own.applied(job) == job
    for job in ({"mode": "mt", "preset": "paper"}, {"mode": "model"}):
        assert own.applied(job)["device"] == "cpu"
    assert Preferences().applied({**paper, "device": "auto"}) == {**paper, "device": "auto"}

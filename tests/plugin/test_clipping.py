"""No text of the panel, the set-up's question or the page of options is cut off, in any language."""

import os
import sys
from pathlib import Path

import pytest
from qgis.core import QgsProject
from qgis.PyQt.QtCore import QCoreApplication, QEvent, Qt, QTranslator
from qgis.PyQt.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QScrollArea,
    QSpinBox,
    QStyle,
    QStyleOptionComboBox,
    QWidget,
)

from geoinpaint_qgis.gui.evidence.cards import Card
from geoinpaint_qgis.gui.evidence.catalogue_window import CatalogueWindow
from geoinpaint_qgis.gui.layer_list import LayerList
from geoinpaint_qgis.gui.request import EVIDENCE, Request
from geoinpaint_qgis.gui.run.progress import RunState
from geoinpaint_qgis.gui.setup.dialog import Computer, SetupDialog
from geoinpaint_qgis.gui.setup.options_page import OptionsFactory
from geoinpaint_qgis.gui.widgets import NARROWEST, Section
from geoinpaint_qgis.runner import platforms
from geoinpaint_qgis.runner.pythons import Probe

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "scripts"))

import translations  # noqa: E402

PICTURES = os.environ.get("GEOINPAINT_PICTURES")  # a folder for what was looked at
SLACK = 1  # px, of rounding


@pytest.fixture(params=["en", *dict(translations.languages())])
def language(request, qgis_app, tmp_path):
    """Each language in turn, as the plugin would install it."""
    translator = QTranslator()
    if request.param != "en":
        known = translations.translations(translations.FOLDER / f"geoinpaint_{request.param}.ts")
        (tmp_path / "texts.qm").write_bytes(translations.compiled(known))
        assert translator.load(str(tmp_path / "texts.qm"))
        QCoreApplication.installTranslator(translator)
    yield request.param
    QCoreApplication.removeTranslator(translator)


def settled(widget):
    for _ in range(4):
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)


def cut_off(whole):
    """What is cut off in a widget: kind and text of each."""
    found = []
    for widget in whole.findChildren(QWidget):
        if widget.isVisibleTo(whole) and _is_cut(widget):
            found.append((type(widget).__name__, _text(widget), widget.width(), widget.sizeHint().width()))
    return found


def _text(widget):
    if isinstance(widget, QComboBox):
        return [widget.itemText(row) for row in range(widget.count())]
    if isinstance(widget, QScrollArea):
        needed = ((inner.minimumSizeHint().width(), inner) for inner in widget.widget().findChildren(QWidget))
        return [(width, getattr(inner, "text", str)()) for width, inner in sorted(needed, key=lambda n: -n[0])[:5]]
    if isinstance(widget, LayerList):
        return widget._empty
    if isinstance(widget, QHeaderView):
        return [widget.model().headerData(n, widget.orientation()) for n in range(widget.count())]
    return widget.placeholderText() if isinstance(widget, QLineEdit) else widget.text()


def _is_cut(widget):
    if isinstance(widget, QLabel):
        if not widget.text() or not widget.isVisible():
            return False
        if widget.wordWrap():
            longest = max(widget.fontMetrics().horizontalAdvance(word) for word in widget.text().split())
            return widget.height() + SLACK < widget.heightForWidth(widget.width()) or longest > widget.width() + SLACK
        return widget.width() + SLACK < widget.sizeHint().width()
    if isinstance(widget, QComboBox):
        option = QStyleOptionComboBox()
        option.initFrom(widget)
        option.editable, option.frame = widget.isEditable(), widget.hasFrame()
        room = widget.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, widget
        )
        # layers and bands are called as the user calls them
        own = range(widget.count()) if type(widget) is QComboBox else ()
        return any(widget.fontMetrics().horizontalAdvance(widget.itemText(n)) > room.width() + SLACK for n in own)
    if isinstance(widget, QLineEdit):
        margins = 2 * 3 + widget.textMargins().left() + widget.textMargins().right()
        own = "" if os.sep in widget.placeholderText() else widget.placeholderText()  # a path is long
        return widget.fontMetrics().horizontalAdvance(own) > widget.width() - margins
    if isinstance(widget, LayerList):
        wide = widget.fontMetrics().horizontalAdvance(widget._empty)
        return not widget.count() and wide > widget.viewport().width() - 12 + SLACK
    if isinstance(widget, QSpinBox):
        return widget.width() + SLACK < widget.minimumSizeHint().width()
    if isinstance(widget, QHeaderView):
        sections = range(widget.count()) if widget.orientation() == Qt.Orientation.Horizontal else ()
        return any(widget.sectionSize(n) + SLACK < widget.sectionSizeHint(n) for n in sections)
    if isinstance(widget, QScrollArea):
        return widget.widget().width() > widget.viewport().width() + SLACK
    if isinstance(widget, QAbstractButton) and widget.text() and not isinstance(widget, Card):
        return widget.width() + SLACK < widget.sizeHint().width()
    return False


def keep_picture(widget, name):
    if PICTURES:
        Path(PICTURES).mkdir(parents=True, exist_ok=True)
        assert widget.grab().save(str(Path(PICTURES) / f"{name}.png"))


@pytest.fixture
def narrow_dock(language, dock):
    """The panel as narrow as it gets, with all that it can hold; high enough to look at."""
    dock.setFloating(True)
    return narrowed(dock)


def narrowed(dock):
    settled(dock)
    dock.resize(max(NARROWEST, dock.minimumSizeHint().width()), 1800)
    settled(dock)
    assert dock.width() < 520
    return dock


def test_panel(narrow_dock, language):
    dock = narrow_dock
    assert cut_off(dock) == []
    for part in dock.findChildren(Section):
        part.set_folded(False)
    for number, evidence in enumerate(EVIDENCE):
        card = dock.evidence.method.cards.card(evidence)
        if card.isEnabled():
            dock.evidence.method.cards.choose(evidence)
            dock.result.advanced.setChecked(True)
            narrowed(dock)
            keep_picture(dock, f"panel_{language}_{number}_{evidence}")
            assert cut_off(dock) == [], evidence


def test_panel_without_an_engine_and_with_grey_cards(narrow_dock, language, monkeypatch):
    dock = narrow_dock
    monkeypatch.delenv("GEOINPAINT_PYTHON", raising=False)
    dock.evidence.method.set_lacks_torch(True)
    dock.evidence.method.set_evidence(references=0, radar=0)
    dock.engine.refresh()
    dock.engine.offer()
    narrowed(dock)
    keep_picture(dock, f"panel_{language}_no_engine")
    assert cut_off(dock) == []


def test_panel_in_a_run_and_after_it(narrow_dock, language):
    footer, state = narrow_dock.footer, RunState()
    footer.begin()
    state.take({"event": "started", "hole_pixels": 123456, "stoppable": True, "device": "cuda:0"})
    state.take({"event": "progress", "fraction": 0.5, "step": 1500, "steps": 4000, "holdout_rmse": 0.0123,
                "seconds_left": 5000, "memory": 3.2e9})  # fmt: skip
    footer.show_run(state)
    narrowed(narrow_dock)
    keep_picture(narrow_dock, f"panel_{language}_running")
    assert cut_off(narrow_dock) == []
    state.take({"event": "warning", "code": "window-starved", "message": "Two windows of 9 have little clear ground."})
    state.take({"event": "result", "figures": {
        "filled_pixels": 123456, "unfilled_pixels": 12, "seconds": 34.5, "holdout_rmse": 0.0123, "hole_rmse": 0.02,
        "holdout_unit": "reflectance", "simple_rmse": 0.02, "simple_fill": "harmonic"}})  # fmt: skip
    footer.end(state)
    narrowed(narrow_dock)
    keep_picture(narrow_dock, f"panel_{language}_done")
    assert cut_off(narrow_dock) == []


def test_question_of_the_set_up(language, tmp_path):
    base = Probe("/usr/bin/python3.12", (3, 12, 4), 64, True, {}, "x86_64")
    computer = Computer(base, None, platforms.Platform("linux"))
    dialog = SetupDialog(computer, str(tmp_path), wheels="", pip_options=(), parent=None)
    dialog.full.setChecked(True)
    dialog.show()
    settled(dialog)
    keep_picture(dialog, f"set_up_{language}")
    assert cut_off(dialog) == []
    dialog.close()


def test_page_of_options(language):
    parent = QWidget()
    page = OptionsFactory(changed=lambda: None, set_up=lambda: None).createWidget(parent)
    page.setParent(None)
    page.setWindowFlags(Qt.WindowType.Window)
    page.resize(640, page.sizeHint().height())
    page.show()
    settled(page)
    keep_picture(page, f"options_{language}")
    assert cut_off(page) == []
    page.close()


def test_search_of_a_catalogue(language, provider, project):
    window = CatalogueWindow(Request(scene=project.mapLayersByName("scene")[0]), project)
    window.show()
    settled(window)
    keep_picture(window, f"catalogue_{language}")
    assert cut_off(window) == []
    window.close()


def test_panel_of_an_empty_project(narrow_dock):
    QgsProject.instance().clear()
    narrowed(narrow_dock)
    for part in narrow_dock.findChildren(Section):
        part.set_folded(False)
    narrowed(narrow_dock)
    assert cut_off(narrow_dock) == []

"""The plugin under PyQt6: every module is imported, and what needs no class of QGIS is built and painted."""

import ast
import importlib
import math
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MODULES = sorted(
    ".".join(path.relative_to(ROOT).with_suffix("").parts)
    for path in (ROOT / "geoinpaint_qgis").rglob("*.py")
    if path.name not in ("__init__.py", "launch.py", "probe.py")
)

BUILT_BY_OTHERS = {"Card", "PlotWidget"}  # by Cards, and as what plots have in common


@pytest.mark.parametrize("name", MODULES)
def test_every_module_is_imported(app, name):
    importlib.import_module(name)


def painted(widget, width=400, height=300):
    """The colours of a widget's picture."""
    widget.resize(width, height)
    image = widget.grab().toImage()
    assert not image.isNull()
    return {image.pixel(x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)}


def test_cards(app):
    from geoinpaint_qgis.gui.evidence.cards import Cards

    cards = Cards("How")
    for key in ("one", "two"):
        cards.add(key, key.title(), "What it does, in a sentence.", "card_dates")
    cards.card("two").set_reason("It lacks something.")
    cards.choose("one")
    assert cards.current() == "one"
    assert not cards.card("two").isEnabled()
    assert len(painted(cards)) > 5


def test_the_plot_of_a_profile(app):
    from geoinpaint_qgis.gui.compare.profile_data import Profile
    from geoinpaint_qgis.gui.compare.profile_plot import Plot

    plot = Plot()
    count = 50
    before = [[0.8 if 20 < index < 30 else 0.1 + index / 1000 for index in range(count)]]
    after = [[0.1 + index / 1000 for index in range(count)]]
    before[0][3] = math.nan
    filled = [20 < index < 30 for index in range(count)]
    plot.show_profile(Profile([10.0 * index for index in range(count)], before, after, filled, [[0.01] * count]), 0)
    assert len(painted(plot)) > 5


def test_the_plot_of_a_time_profile(app):
    from geoinpaint_qgis.gui.compare.time_data import CLEAR, CLOUDY, FILLED, Moment
    from geoinpaint_qgis.gui.compare.time_plot import TimePlot

    plot, nothing = TimePlot(), math.nan
    assert len(painted(plot)) > 0
    plot.show_moments([
        Moment("2024-04-05", CLEAR, [0.4], [nothing], [nothing]),
        Moment("2024-04-10", FILLED, [0.5], [0.05], [0.1]),
        Moment("2024-04-15", CLOUDY, [nothing], [nothing], [0.2]),
    ], 0)  # fmt: skip
    assert len(painted(plot)) > 5
    told = {plot.description_at(x) for x in range(plot.width())}
    assert any("90 % band 0.4178 to 0.5823" in text and "The scene shows 0.1" in text for text in told)
    assert "2024-04-05: 0.4, clear" in told
    assert any("not filled" in text for text in told)


def test_the_curve_of_the_error(app):
    from geoinpaint_qgis.gui.run.error_curve import Curve

    curve = Curve()
    curve.show_points([(0.1, 3.0), (0.5, 2.0), (0.9, 1.5)])
    assert len(painted(curve)) > 2


def test_the_footer_of_the_panel_through_a_run(app):
    from geoinpaint_qgis.gui.run.footer import RunFooter
    from geoinpaint_qgis.gui.run.progress import RunState

    footer, state = RunFooter(), RunState()
    footer.set_hint(None)
    footer.begin()
    state.take({"event": "started", "hole_pixels": 10, "stoppable": True, "device": "cpu"})
    state.take({"event": "progress", "fraction": 0.5, "step": 5, "steps": 10, "holdout_rmse": 0.1})
    footer.show_run(state)
    assert footer.keep.isVisibleTo(footer)
    assert len(painted(footer)) > 5
    state.take({"event": "result", "figures": {"filled_pixels": 10, "seconds": 2, "holdout_rmse": 0.1}})
    footer.end(state)
    assert "10 pixels filled" in footer.summary.text()
    assert len(painted(footer)) > 5


def test_the_legend_of_a_profile(app):
    from PyQt6.QtGui import QColor, QPen

    from geoinpaint_qgis.gui.compare.profile_legend import Entry, Legend

    pen, red = QPen(QColor("blue")), QColor(255, 0, 0, 60)
    legend = Legend([Entry("scene", ink=True), Entry("result", pen=pen), Entry("filled", fill=red)] * 3)
    assert legend.heightForWidth(120) > legend.heightForWidth(1200)
    assert len(painted(legend)) > 3


def test_a_section_folds_in_a_column(app):
    from PyQt6.QtWidgets import QLineEdit

    from geoinpaint_qgis.gui.widgets import Column, Section, labelled, shortened, small_print, tool

    section, field = Section("1", "Raster"), QLineEdit()
    section.row(labelled("&Bands", field), field, stretch=1)
    section.add(small_print(shortened("/a/long/path/" * 9)))
    section.add(tool("eye", "Show", "Show it on the map", checkable=True))
    column = Column(section)
    assert len(painted(column)) > 3
    section.set_folded(True)
    assert section.folded
    assert not field.isVisibleTo(section)


def test_parts_fold_where_there_is_no_room(app):
    from PyQt6.QtWidgets import QVBoxLayout, QWidget

    from geoinpaint_qgis.gui.folding import Folding
    from geoinpaint_qgis.gui.widgets import Column, Elided, Section, small_print

    first, second, inner = Section("1", "Raster"), Section("2", "Mask"), QWidget()
    rows = QVBoxLayout(inner)
    for part in (first, second):
        part.add(small_print("a line\n" * 12))
        rows.addWidget(part)
    column = Column(inner)
    folding = Folding(column, [(first, lambda: True), (second, lambda: False)])
    column.resize(300, 300)
    column.show()
    app.processEvents()
    folding._settle()
    assert first.folded
    assert not second.folded
    folding.shut_down()
    column.close()
    line = Elided()
    line.resize(60, 20)
    line.set_full_text("a very long line that has no room here")
    assert line.text().endswith("…")


def test_the_chooser_of_the_method(app):
    from PyQt6.QtWidgets import QComboBox

    from geoinpaint_qgis.gui.evidence.method_chooser import MethodChooser

    chooser = MethodChooser()
    chooser.set_evidence(references=1, radar=0)
    chooser.cards.choose("dates")
    assert chooser.preset.isVisibleTo(chooser)
    chooser.set_lacks_torch(True)
    assert chooser.preset.currentData() == "fast"
    assert len(chooser.findChildren(QComboBox)) > 1
    assert len(painted(chooser, height=700)) > 5


def test_a_line_that_is_cut_and_parts_that_fold(app):
    from PyQt6.QtWidgets import QVBoxLayout, QWidget

    from geoinpaint_qgis.gui.folding import Folding
    from geoinpaint_qgis.gui.widgets import Column, Elided, Section

    line = Elided()
    line.resize(80, 20)
    line.set_full_text("what is said here is longer than its line")
    assert line.text().endswith("…")
    assert line.toolTip().endswith("its line")
    inner = QWidget()
    rows, parts = QVBoxLayout(inner), [Section(str(number), "Part") for number in (1, 2)]
    for part in parts:
        rows.addWidget(part)
    column = Column(inner)
    folding = Folding(column, [(part, lambda: True) for part in parts])
    folding.settle()
    assert len(painted(column)) > 2
    folding.shut_down()


def test_the_button_that_finds_says_whom_it_asks(app):
    from geoinpaint_qgis.gui.evidence.find_button import FindButton

    hosts, pressed = ["a.example"], []
    button = FindButton(lambda: hosts[-1])
    button.wanted.connect(lambda: pressed.append(True))
    hosts.append("b.example")
    button.update_note()
    assert button.asks.text() == "b.example"
    button.button.click()
    assert pressed == [True]
    assert len(painted(button)) > 2


def widgets_without_qgis():
    """(module, class) of the panel's widgets in modules that import nothing of QGIS's but Qt."""
    for path in sorted((ROOT / "geoinpaint_qgis" / "gui").rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        imports = [node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
        if any(name in ("qgis.core", "qgis.gui", "osgeo") for name in imports):
            continue
        for node in tree.body:
            bases = [base.id for base in getattr(node, "bases", []) if isinstance(base, ast.Name)]
            if isinstance(node, ast.ClassDef) and any(name.startswith("Q") for name in bases):
                yield node.name


def test_every_widget_that_needs_no_class_of_qgis_is_built_here():
    text = Path(__file__).read_text(encoding="utf-8")
    found = list(widgets_without_qgis())
    assert len(found) > 5
    assert [name for name in found if f"{name}(" not in text and name not in BUILT_BY_OTHERS] == []

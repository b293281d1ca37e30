"""What the engine says, in words of the panel: every code has a sentence, and nothing of the command line leaks."""

import ast
import re
import sys
from pathlib import Path

import pytest
from qgis.core import Qgis
from qgis.gui import QgsMessageBar
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QTextBrowser

from geoinpaint_qgis import interface
from geoinpaint_qgis.gui.run.progress import RunState
from geoinpaint_qgis.runner import diagnosis, messages
from geoinpaint_qgis.runner.engine_sentences import SENTENCES

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "scripts"))

import translations  # noqa: E402

OF_THE_COMMAND_LINE = re.compile(r"--|classes=|\bmask=|\blayer=|\bgeoinpaint [a-z]")
COPY_AS = {"Copy as geoinpaint command", "Copy as qgis_process command"}
SPEAKS_FOR_ITSELF = {
    "not-fitted",
    "config-unreadable",
    "internal",
    "cancelled",
    "interrupted",
    "parent-gone",
    "model-note",
}


def text_of(node):
    """A text in the engine's source, with an X for what is filled in; None: it is put together elsewhere."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        parts = (part.value if isinstance(part, ast.Constant) else "X" for part in node.values)
        return "".join(map(str, parts))
    return None


def said_by_the_engine():
    """(code, message, hint) of the errors and warnings in the engine's source."""
    for file in sorted((ROOT / "engine" / "geoinpaint_engine").rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and len(node.args) > 1:
                code, message, *hint = (text_of(argument) for argument in node.args[:3])
                if code in interface.CODES and message:
                    yield code, message, (hint[0] if hint else None) or ""


def of_python_or_training():
    """The codes that a run from QGIS cannot meet, by docs/errors.md."""
    found = set()
    for line in (ROOT / "docs" / "errors.md").read_text(encoding="utf-8").splitlines():
        if "| in Python:" in line or "| training:" in line:
            found |= set(re.findall(r"`([a-z0-9-]+)`", line.split("|")[1]))
    return found


def test_every_code_that_qgis_can_meet_has_a_sentence():
    missing = set(interface.CODES) - set(messages.codes()) - of_python_or_training() - SPEAKS_FOR_ITSELF
    assert missing == set(), "give it a sentence in runner/engine_sentences.py or warning_sentences.py"


def test_no_code_has_two_sentences():
    given = [code for _, codes in SENTENCES for code in codes]
    assert sorted(given) == sorted(set(given))


def test_no_words_of_the_command_line_reach_the_panel():
    said = list(said_by_the_engine())
    assert len(said) > 150
    assert any("--" in hint for _, _, hint in said)
    for code, message, hint in said:
        shown = diagnosis.from_error_event({"code": code, "message": message, "hint": hint}).sentence()
        assert not OF_THE_COMMAND_LINE.search(shown), shown
        assert shown
        assert not OF_THE_COMMAND_LINE.search(messages.translated(code, f"{message} {hint}"))


def test_no_text_of_the_plugin_speaks_of_the_command_line():
    texts = set(translations.texts())
    assert texts >= COPY_AS
    assert [text for text in texts - COPY_AS if OF_THE_COMMAND_LINE.search(text)] == []


def test_one_word_for_one_thing():
    """Methods are classical fill, fast fit, network of the paper, trained model; presets are of classes."""
    texts = translations.texts()
    assert [text for text in texts if "preset" in text.lower()] == ["Presets", "Presets of classes"]
    assert [text for text in texts if re.search(r"quick fill|\bsimply\b|static", text.lower())] == []


@pytest.mark.parametrize(
    ("engine", "told"),
    [
        (
            "2024-05-06 is left out: No mask lies beside it. Name masks by --mask-pattern. [date-unmasked]",
            "2024-05-06 is left out of the series: A scene of the series tells no date, or has no mask: name its file "
            "with the date, or give a mask.",
        ),
        (
            "2024-05-06 cannot be filled: The disk is odd: really. [disk-odd]",
            "2024-05-06 cannot be filled: The disk is odd: really.",
        ),
        (
            "2024-05-06 keeps its fill: Leave out mask=FILE. [of-a-later-engine]",
            "2024-05-06 keeps the fill that it has: The engine cannot do this as it was asked (of-a-later-engine).",
        ),
        ("2024-05-06 is odd.", "2024-05-06 is odd."),
    ],
)
def test_a_date_that_a_series_leaves_out_is_named_with_the_reason(engine, told):
    assert messages.translated("date-skipped", engine) == told


def test_what_becomes_of_such_a_date_is_said_as_the_engine_says_it():
    series = ROOT / "engine" / "geoinpaint_engine" / "pipeline" / "series"
    text = "".join(file.read_text(encoding="utf-8") for file in series.glob("*.py"))
    assert [words for words in messages._BECOMES if f'"{words}"' not in text] == []
    assert 'f"{date.name} {means}: {known} [{known.code}]"' in text


def test_file_and_figures_stay_where_only_the_cure_is_of_the_command_line():
    event = {"code": "path-network", "message": "The scene /vsicurl/x lies on the network.", "hint": "Add --network."}
    shown = diagnosis.from_error_event(event).sentence()
    assert "/vsicurl/x" in shown
    assert "allow network sources in the options" in shown
    plain = {"code": "mask-empty", "message": "The mask leaves nothing to fill in x.tif.", "hint": "Draw one."}
    assert diagnosis.from_error_event(plain).sentence() == "The mask leaves nothing to fill in x.tif. Draw one."
    assert diagnosis.from_error_event({"code": "of-a-later-engine", "message": "Add --x."}).sentence() == (
        "The engine cannot do this as it was asked (of-a-later-engine)."
    )
    assert messages.mentions_options("(--scl SCL.tif)")
    assert not messages.mentions_options("/data/date=2020/geoinpaint work -- new.tif is gone")


def test_a_limit_that_keeps_all_dates_away_is_not_told_as_an_empty_catalogue():
    event = {"code": "evidence-none", "message": "No date is chosen, since --max-dates is 0.",
             "hint": "Raise --max-dates."}  # fmt: skip
    shown = diagnosis.from_error_event(event).sentence()
    assert "allow more dates or megabytes" in shown
    assert "nothing" not in shown


@pytest.mark.parametrize("name", ["\x1b[2Jx", "a\nb\tc", "\u202egpj.exe", "\x9b31m", "\u2028"])
def test_control_characters_of_names_are_written_out(name):
    event = {"code": "file-missing", "message": f"There is no file {name}.", "hint": f"Look for {name}."}
    for shown in (
        diagnosis.from_error_event(event).sentence(),
        messages.translated("of-a-later-engine", f"{name} is odd."),
        messages.activity(f"reading {name}"),
    ):
        assert shown.isprintable(), ascii(shown)
        assert "\\" in shown
    assert messages.plain("Füllung – “ok” 日本 😀") == "Füllung – “ok” 日本 😀"


def test_names_are_shown_as_they_are_written(dock, monkeypatch):
    """The message bar and labels would take the name of a file for HTML."""
    bar = QgsMessageBar()
    monkeypatch.setattr(dock._iface, "messageBar", lambda: bar)
    name = "<img src=x.png> <b>a</b> &amp;.tif"
    dock._say(f"{name}\x1b[2J is gone.", Qgis.MessageLevel.Warning)
    assert f"{name}\\x1b[2J is gone." in bar.findChild(QTextBrowser).toPlainText()
    state = RunState()
    state.take({"event": "warning", "code": "mask-source-outside", "message": f"{name} misses the scene."})
    state.take({"event": "result", "figures": {"filled_pixels": 10, "seconds": 2}})
    dock.footer.end(state)
    for label in (dock.footer.notes, dock.footer.summary, dock.footer.headline, dock.engine.label):
        assert label.textFormat() == Qt.TextFormat.PlainText
    assert name in dock.footer.notes.text()

"""The plugin in other languages: complete, consistent with the texts in the code, and shown by QGIS."""

import re
import sys
from pathlib import Path

import pytest
from qgis.core import QgsApplication, QgsSettings
from qgis.PyQt.QtCore import QCoreApplication, QTranslator

from geoinpaint_qgis import interface
from geoinpaint_qgis import plugin as plugin_module
from geoinpaint_qgis.plugin import GeoInpaintPlugin
from geoinpaint_qgis.runner import diagnosis, messages
from geoinpaint_qgis.translate import tr

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "scripts"))

import translations  # noqa: E402

LANGUAGES = dict(translations.languages())
PLACEHOLDER = re.compile(r"\{[^}]*\}|%\d|%(?= |$)")


def names(text):
    """What is filled in: the names in braces, without their formats; and signs of percent."""
    return sorted(re.sub(r":[^}]*", "", found) for found in PLACEHOLDER.findall(text))


def test_five_languages_are_there_beside_english():
    assert set(LANGUAGES) >= {"de", "es", "fr", "it", "pt"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_translated_and_no_other(language):
    """Else run: make strings, and translate what is marked as unfinished."""
    known = translations.translations(LANGUAGES[language])
    assert set(translations.texts()) - set(known) == set()
    assert set(known) - set(translations.texts()) == set()
    assert [text for text, translation in known.items() if not translation.strip()] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_translations_fill_in_what_the_texts_fill_in(language):
    for text, translation in translations.translations(LANGUAGES[language]).items():
        assert names(translation) == names(text), translation
        assert translation.count("&") == text.count("&"), translation  # a key for each key
        assert translation[:1].isspace() == text[:1].isspace(), translation
        assert translation.endswith("…") == text.endswith("…"), translation
        assert ("*." in translation) == ("*." in text), translation


@pytest.mark.parametrize("language", LANGUAGES)
def test_qt_reads_every_translation(language, tmp_path, qgis_app):
    known = translations.translations(LANGUAGES[language])
    file = tmp_path / "geoinpaint_xx.qm"
    file.write_bytes(translations.compiled(known))
    translator = QTranslator()
    assert translator.load(str(file))
    QCoreApplication.installTranslator(translator)
    try:
        for text, translation in known.items():
            assert tr(text) == translation
        assert tr("a text that nobody has translated") == "a text that nobody has translated"
    finally:
        QCoreApplication.removeTranslator(translator)


@pytest.fixture
def in_austria(qgis_app, tmp_path, monkeypatch):
    """QGIS set to the German of Austria, and the folder of a staged plugin."""
    known = translations.translations(LANGUAGES["de"])
    (tmp_path / "i18n").mkdir()
    (tmp_path / "i18n" / "geoinpaint_de.qm").write_bytes(translations.compiled(known))
    monkeypatch.setattr(plugin_module, "FOLDER", tmp_path)
    settings = QgsSettings()
    settings.setValue("locale/overrideFlag", True)
    settings.setValue("locale/userLocale", "de_AT")
    yield known
    settings.remove("locale/overrideFlag")
    settings.remove("locale/userLocale")


def test_plugin_speaks_the_language_of_qgis_until_it_is_unloaded(in_austria):
    plugin = GeoInpaintPlugin(None)
    plugin.initProcessing()
    provider = QgsApplication.processingRegistry().providerById("geoinpaint")
    assert provider.algorithm("cloudmask").displayName() == in_austria["Make a cloud mask"] == "Wolkenmaske erstellen"
    plugin.unload()
    assert tr("Make a cloud mask") == "Make a cloud mask"


def test_the_engines_words_come_with_a_sentence_in_qgis_language(in_austria):
    plugin = GeoInpaintPlugin(None)
    plugin.initProcessing()
    event = {"code": "mask-empty", "message": "The mask leaves nothing to fill in x.tif.", "hint": "Draw one."}
    german = diagnosis.from_error_event(event).sentence()
    warned = messages.translated("holdout-none", "There is none.")
    unknown = messages.translated("of-a-later-engine", "Something new.")
    doing = messages.activity("writing")
    plugin.unload()
    assert german == "Die Maske lässt nichts zu füllen übrig. (The mask leaves nothing to fill in x.tif)"
    assert warned.startswith("Es gibt zu wenig klaren Boden")
    assert unknown == "Something new."
    assert doing == "Schreiben"
    assert diagnosis.from_error_event(event).sentence() == "The mask leaves nothing to fill in x.tif. Draw one."
    assert messages.activity("writing") == "Writing"


def test_every_code_with_a_sentence_is_one_of_the_engines():
    assert set(messages.codes()) - set(interface.CODES) == set()
    # every warning; that of a model's card is in the card's own words
    warnings = (ROOT / "docs" / "errors.md").read_text(encoding="utf-8").partition("## Warnings")[2]
    assert set(re.findall(r"`([a-z]+(?:-[a-z0-9]+)+)`", warnings)) - set(messages.codes()) == {"model-note"}


def test_a_text_that_is_put_together_cannot_be_collected(tmp_path):
    import ast

    with pytest.raises(SystemExit, match="literal"):
        list(translations.texts_in(ast.parse("tr('a' + name)"), "x.py"))
    assert list(translations.texts_in(ast.parse("tr('a' 'b')"), "x.py")) == ["ab"]

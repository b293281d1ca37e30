"""The help pages: made from the algorithms as they are now, and opened from this plugin, without a network."""

import sys
from pathlib import Path

from qgis.PyQt.QtCore import QUrl

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "scripts"))

import help_pages  # noqa: E402

from geoinpaint_qgis.processing.provider import ALGORITHMS  # noqa: E402


def test_pages_are_those_of_the_algorithms(qgis_app):
    """Else run: make help-pages."""
    written = {file.name: file.read_text(encoding="utf-8") for file in help_pages.FOLDER.glob("*.html")}
    assert written == help_pages.pages()


def test_every_parameter_is_explained(provider):
    for name in ("inpaint", "classicalfill", "fillseries", "cloudmask", "clearskyreference", "compare"):
        text = (help_pages.FOLDER / f"{name}.html").read_text(encoding="utf-8")
        for parameter in provider.algorithm(name).parameterDefinitions():
            assert f"<code>{parameter.name()}</code>" in text


def test_help_button_opens_a_page_that_is_there(provider):
    for kind in ALGORITHMS:
        url = QUrl(provider.algorithm(kind.NAME).helpUrl())
        assert url.isLocalFile(), kind
        assert Path(url.toLocalFile()).exists(), url

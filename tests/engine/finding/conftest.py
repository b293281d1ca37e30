"""What the tests of finding evidence share: a cloudy scene with a catalogue around it, served on 127.0.0.1."""

import sys
from dataclasses import dataclass, field

import pytest

from geoinpaint_engine.errors import EngineError
from geoinpaint_engine.events import Control, Reporter
from geoinpaint_engine.job import MaskSource
from geoinpaint_engine.pipeline.evidence_run import find_evidence
from geoinpaint_engine.pipeline.workspace import Workspace
from geoinpaint_engine.sources.wanted import Wanted
from tests.engine.conftest import ROOT

sys.path.insert(0, str(ROOT / "scripts"))
from demo_catalogue import CatalogueServer
from demo_place import make_place


@pytest.fixture(scope="session")
def place(tmp_path_factory):
    """A cloudy scene of 128 px, and a catalogue of 16 images around it."""
    folder = tmp_path_factory.mktemp("place")
    make_place(folder, size=128, items=16, tile=256)
    return folder


@pytest.fixture
def server(place):
    with CatalogueServer(place / "catalogue") as running:
        yield running


@dataclass
class Outcome:
    """What a search told; `error` is the code of its end, or ""."""

    figures: dict = field(default_factory=dict)
    warnings: list = field(default_factory=list)
    error: str = ""


@pytest.fixture
def find(place, server, tmp_path):
    """Finds evidence in this process; it goes to `evidence` in the test's folder."""

    def run(*, catalogue=None, fetch=False, bands=(), date=None, **wanted):
        reporter, workspace, out = Reporter(), Workspace(), Outcome()
        try:
            out.figures = find_evidence(
                str(place / "scene.tif"), [MaskSource(path=str(place / "mask.tif"))], str(tmp_path / "evidence"),
                catalogue=str(catalogue or server.url), wanted=Wanted(**wanted),
                fetch=fetch or bool(wanted.get("dates")), bands=bands, date=date, reporter=reporter,
                control=Control(), workspace=workspace,
            )  # fmt: skip
        except EngineError as error:
            out.error = error.code
        finally:
            workspace.sweep()
        out.warnings = [code for code, _ in reporter.warnings]
        return out

    return run


def rows(outcome, kind="candidates", *, chosen=True):
    return [row for row in outcome.figures[kind] if row["chosen"] or not chosen]


def files_of(server):
    return [path for _, path, _ in server.log if path.startswith("/files/")]

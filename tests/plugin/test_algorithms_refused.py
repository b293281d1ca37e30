"""What does not fit, refused by an algorithm in one sentence."""

from pathlib import Path

import pytest
from qgis.core import (
    QgsProcessingContext,
    QgsProcessingException,
    QgsRasterLayer,
)

from geoinpaint_qgis.processing import layers
from geoinpaint_qgis.runner.client import wait_for_endings
from tests.plugin import scenes
from tests.plugin.algorithms import Messages
from tests.plugin.waiting import PATIENCE_S


def test_a_raster_that_is_gone_is_told_also_where_nobody_checks_first(provider, place):
    """A batch of QGIS 3.40 runs what it has not checked."""
    algorithm, messages = provider.algorithm("classicalfill").create(), Messages()
    for name in ("INPUT", "CLASSIFICATION"):
        values = {"INPUT": place["scene"], "MASKS": [place["mask"]], "OUTPUT": "TEMPORARY_OUTPUT", name: "/none.tif"}
        assert not algorithm.run(values, QgsProcessingContext(), messages, {}, False)[1]
    assert messages.errors == ["The layer /none.tif cannot be opened."] * 2


@pytest.mark.parametrize("options", ["|option:NUM_THREADS=2", ""])
def test_a_file_with_options_is_not_taken_for_one_that_is_gone(place, tmp_path, options):
    file = tmp_path / "a.tif"
    file.write_bytes(Path(place["scene"]).read_bytes())
    layer = QgsRasterLayer(f"{file}{options}", "a")
    assert layer.isValid()
    assert layers.problem_of(layer, "a") is None
    file.unlink()
    assert layers.problem_of(layer, "a") == f"The file of the layer a is not there any more: {file}"


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"MASKS": None}, "Nothing says what is to be filled"),
        ({"MASKS": ["/no/such/mask.tif"]}, "mask.tif"),
        ({"MASK_CLASSES": "3,x"}, "not a class"),
        ({"MASK_CLASSES": "10-8"}, "not a class"),
        ({"REFERENCES": None, "FILL": "regression"}, "needs a reference"),
        ({"REFERENCES": None, "FILL": "paste"}, "paste needs at least one reference"),
        ({"OUTPUT": "/tmp/out.png"}, ".tif"),
        ({"INPUT": "/no/such/scene.tif"}, "INPUT|scene.tif|Scene"),
        ({"REFERENCE_MASKS": "two"}, "2 masks for 1 references"),
        ({"OUTPUT": "scene"}, "overwrite"),
        ({"FILL": 1}, "FILL is one of the words "),
        ({"DILATE": 501}, "DILATE is a number from 0 to 500, and 501 is none of them."),
        ({"THREADS": "-1"}, "THREADS is a number from 0 to 1024, and -1 is none of them."),
        ({"HOLDOUT": "yes"}, "HOLDOUT is one of the words auto, on, off"),
    ],
)
def test_what_does_not_fit_is_one_sentence(fill, place, changes, words):
    if changes.get("REFERENCE_MASKS"):
        changes = {"REFERENCE_MASKS": [place["mask"], place["scl"]]}
    if changes.get("OUTPUT") == "scene":
        changes = {"OUTPUT": place["scene"]}
    with pytest.raises(QgsProcessingException) as failure:
        fill(**changes)
    assert any(word in str(failure.value) for word in words.split("|"))
    assert "\n" not in str(failure.value).strip()


def test_mode_without_its_evidence_is_refused(fill):
    with pytest.raises(QgsProcessingException, match="mt needs at least one reference"):
        fill("inpaint", MODE="mt", REFERENCES=None)
    with pytest.raises(QgsProcessingException, match="ms-mt needs a radar image"):
        fill("inpaint", MODE="ms-mt")


def test_what_the_engine_refuses_is_an_exception_with_its_sentence(fill, place, tmp_path):
    empty = scenes.write(tmp_path / "empty.tif", [scenes.grid(lambda row, col: 0)], dtype=1)
    with pytest.raises(QgsProcessingException) as failure:
        fill(MASKS=[empty])
    assert "mask" in str(failure.value).lower()
    assert not (tmp_path / "out.tif").exists()
    assert not list(tmp_path.glob("*.partial*"))


def test_engine_that_is_gone_is_an_exception(fill, monkeypatch):
    monkeypatch.setenv("GEOINPAINT_PYTHON", "/no/such/python")
    with pytest.raises(QgsProcessingException, match="/no/such/python cannot be started"):
        fill()


def test_engine_that_speaks_nonsense_is_an_exception(fill, monkeypatch, tmp_path):
    liar = tmp_path / "python"
    liar.write_text("#!/bin/sh\nyes nonsense\n")
    liar.chmod(0o755)
    monkeypatch.setenv("GEOINPAINT_PYTHON", str(liar))
    with pytest.raises(QgsProcessingException, match="could not be understood"):
        fill()
    assert wait_for_endings(PATIENCE_S)

"""Errors and warnings of the Python API advise its keywords, not options of the command line."""

import ast
import inspect
import re
from pathlib import Path

import numpy as np
import pytest

import geoinpaint_engine as gi
from geoinpaint_engine.api.words import in_python

ROOT = Path(gi.__file__).parent
OPTION = re.compile(r"(?<![\w-])--[a-z]|geoinpaint (?!models)[a-z]")  # models are listed in a terminal
# options in the text of a page, or what is printed to a terminal
APART = ("cli", "report")
APART_OPTIONS = {"scl", "network", "sources", "help", "list", "yes"}  # other words, or a whole command


def sentences():
    """The texts of the engine's code that speak of options: docstrings and the command line's own apart."""
    for path in ROOT.rglob("*.py"):
        if path.relative_to(ROOT).parts[0] in APART:
            continue
        tree = ast.parse(path.read_text())
        documents = {
            node.body[0].value for node in ast.walk(tree)
            if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and ast.get_docstring(node)
        }  # fmt: skip
        parts = {value for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for value in node.values}
        for node in ast.walk(tree):
            if isinstance(node, ast.JoinedStr):
                text = "".join(part.value if isinstance(part, ast.Constant) else "cpu" for part in node.values)
            elif isinstance(node, ast.Constant) and isinstance(node.value, str) and not {node} & (documents | parts):
                text = node.value
            else:
                continue
            if OPTION.search(text) and path.name != "words.py":
                yield text


def test_every_sentence_that_speaks_of_options_has_words_of_python():
    found = list(sentences())
    assert len(found) > 40
    assert [text for text in found if OPTION.search(in_python(text))] == []


def test_the_words_are_keywords_of_the_functions():
    known = {
        name
        for one in (gi.fill, gi.fill_series, gi.find_evidence, gi.run)
        for name in inspect.signature(one).parameters
    }
    options = {name for text in sentences() for name in re.findall(r"(?<![\w-])--([a-z-]+[a-z])", text)}
    words = {name: re.split(r"[= ]", in_python(f"--{name}"))[0] for name in options - APART_OPTIONS}
    assert {name: word for name, word in words.items() if word not in known} == {}


@pytest.mark.parametrize(
    ("told", "wanted"),
    [
        (
            "Use --mode classical with --fill, or leave --fill out.",
            'Use mode="classical" with fill, or leave fill out.',
        ),
        ("Leave --holdout off out, or --uncertainty.", "Leave holdout=False out, or uncertainty."),
        ("Choose its bands: --bands B02,B03.", 'Choose its bands: bands=["B02", "B03"].'),
        ("allow its folder with --sources FOLDER.", "allow its folder with GEOINPAINT_SOURCES=FOLDER."),
        ("was begun with --detect off, and now it is on.", "was begun with detect=False, and now it is on."),
        ("/data/--mask.tif is cut--off.", "/data/--mask.tif is cut--off."),
    ],
)
def test_values_are_those_of_python(told, wanted):
    assert in_python(told) == wanted


SCENE = np.random.default_rng(0).integers(500, 900, (4, 64, 64)).astype("uint16")
MASK = np.zeros((64, 64), bool)
MASK[20:40, 20:40] = True


def test_an_error_advises_keywords():
    with pytest.raises(gi.UsageError) as caught:
        gi.fill(SCENE, MASK, mode="mt")
    assert (caught.value.code, caught.value.hint) == (
        "evidence-missing", "Add references, or choose a mode without one.",
    )  # fmt: skip
    assert caught.value.__cause__ is None


def test_an_error_of_a_job_does_too(tmp_path):
    with pytest.raises(gi.UsageError, match="Add references, or choose a mode without one"):
        gi.run({"scene": {"path": "scene.tif"}, "mask": [{"path": "mask.tif"}], "mode": "mt",
                "output": {"path": str(tmp_path / "out.tif")}})  # fmt: skip


def test_a_warning_does_too():
    events = []
    result = gi.fill(SCENE, MASK, mode="basic", steps=3, on_event=events.append)
    [warning] = [message for code, message in result.warnings if code == "steps-unused"]
    assert warning.endswith("takes no steps; steps is ignored.")
    assert warning in [event["message"] for event in events if event["event"] == "warning"]

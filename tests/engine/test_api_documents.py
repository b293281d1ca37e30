"""The documents of the Python API: every example runs, the notebook too, and a user's file has its types."""

import json
import os
import re
import subprocess
import sys

import numpy as np
import pyogrio
import pytest

import geoinpaint_engine as gi
from tests.engine.conftest import ROOT


def clouds_gpkg(folder, hole):
    """A box around the mask of `wide_job_files`, in its CRS."""
    rows, cols = np.nonzero(hole)
    west, east = 5e5 + 10 * cols.min(), 5e5 + 10 * (cols.max() + 1)
    north, south = 4.6e6 - 10 * rows.min(), 4.6e6 - 10 * (rows.max() + 1)
    ring = [(west, south), (east, south), (east, north), (west, north), (west, south)]
    wkb = np.array([1, 3, 0, 0, 0, 1, 0, 0, 0, 5, 0, 0, 0], "uint8").tobytes() + np.array(ring, "<f8").tobytes()
    pyogrio.raw.write(folder / "clouds.gpkg", geometry=np.array([wkb], object), field_data=[], fields=[],
                      geometry_type="Polygon", crs="EPSG:32633")  # fmt: skip


@pytest.mark.slow
def test_every_example_of_the_how_to_runs(wide_job_files, monkeypatch, capsys):
    pytest.importorskip("xarray")
    folder, _, hole = wide_job_files
    clouds_gpkg(folder, hole)
    job = {"scene": {"path": "scene.tif"}, "mask": [{"path": "mask.tif"}], "mode": "classical", "fill": "harmonic",
           "output": {"path": "of_job.tif"}}  # fmt: skip
    (folder / "job.json").write_text(json.dumps(job))
    monkeypatch.chdir(folder)
    text = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
    examples = re.findall(r"```python\n(.*?)```", text, flags=re.DOTALL)
    assert len(examples) >= 9
    names: dict = {}
    for number, example in enumerate(examples):
        exec(compile(example, f"docs/api.md, example {number + 1}", "exec"), names)
    told = capsys.readouterr().out
    assert "cancelled" in told
    assert "array-shape" in told
    for name in ("filled.tif", "filled_uncertainty.tif", "report.html", "of_job.tif"):
        assert (folder / name).is_file()


def test_the_how_to_names_what_there_is():
    text = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
    named = set(re.findall(r"\bgi\.(\w+)", text))
    assert named <= set(gi.__all__)
    assert {name for name in gi.__all__ if name[0].islower()} <= named


@pytest.mark.slow
def test_the_notebook_runs():
    nbformat, nbclient = pytest.importorskip("nbformat"), pytest.importorskip("nbclient")
    pytest.importorskip("ipykernel")
    pytest.importorskip("xarray")
    path = ROOT / "docs" / "notebooks" / "fill.ipynb"
    notebook = nbformat.read(path, as_version=4)
    nbformat.validate(notebook)
    assert not any(cell.get("outputs") for cell in notebook.cells), "leave the outputs out of the repository"
    here = {"path": str(path.parent)}
    nbclient.NotebookClient(notebook, timeout=300, resources={"metadata": here}).execute()
    said = "".join(output.get("text", "") for cell in notebook.cells for output in cell.get("outputs", []))
    scores = {name: float(value) for name, value in re.findall(r"^(\w+) +([\d.]+)$", said, flags=re.MULTILINE)}
    assert scores["fast"] < scores["paste"]
    assert "announced" in said


def test_a_users_file_has_its_types(tmp_path):
    """As of an installed engine: mypy in strict mode, on the user's file alone."""
    pytest.importorskip("xarray")
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--config-file=", "--cache-dir", str(tmp_path),
         "--follow-imports=silent", str(ROOT / "tests" / "engine" / "user_sample.py")],
        capture_output=True, text=True, cwd=tmp_path, env={**os.environ, "MYPYPATH": str(ROOT / "engine")},
    )  # fmt: skip
    assert done.returncode == 0, done.stdout
    assert (ROOT / "engine" / "geoinpaint_engine" / "py.typed").exists()


def test_everything_public_is_documented():
    for name in gi.__all__:
        if name != "__version__":
            assert (getattr(gi, name).__doc__ or "").strip(), name

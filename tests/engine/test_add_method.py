"""CONTRIBUTING's "Add a method", followed literally: a file and a line, and the fill works."""

import os
import re
import shutil
import subprocess
import sys

from tests.engine.conftest import ROOT, read_raster

ENGINE = ROOT / "engine" / "geoinpaint_engine"


def test_a_fill_is_a_file_and_a_line(job_files, tmp_path):
    folder, truth, hole = job_files
    module, line = re.findall(r"```python\n(.*?)```", (ROOT / "CONTRIBUTING.md").read_text(), flags=re.DOTALL)
    package = tmp_path / "engine" / "geoinpaint_engine"
    shutil.copytree(ENGINE, package, ignore=shutil.ignore_patterns("__pycache__", "*.safetensors"))
    (package / "methods" / "classical" / "mean.py").write_text(module)
    modes = package / "modes.py"
    table, end, rest = modes.read_text().partition("}\nDEFAULT_FILL")
    modes.write_text(table + line + end + rest)
    done = subprocess.run(
        [sys.executable, "-m", "geoinpaint_engine", "inpaint", "scene.tif", "--mask", "mask.tif", "--mode", "classical",
         "--fill", "mean", "-o", "filled.tif"],
        cwd=folder, env={**os.environ, "PYTHONPATH": str(package.parent)}, capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    filled = read_raster(folder / "filled.tif")
    assert (filled[:, ~hole] == truth[:, ~hole]).all()
    expected = truth[:, ~hole].mean(axis=1)
    assert abs(filled[:, hole].mean(axis=1) - expected).max() <= 1

"""qgis_process with the staged plugin, as scripts and servers use it: list, help, run, a model, refuse, cancel."""

import contextlib
import json
import os
import shutil
import signal
import subprocess
import time

import pytest
from qgis.core import (
    QgsProcessing,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingModelParameter,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterRasterLayer,
)

from tests.plugin import scenes
from tests.plugin.test_package import package
from tests.plugin.waiting import PATIENCE_S

PROGRAM = shutil.which("qgis_process.bin") or shutil.which("qgis_process")


@pytest.fixture(scope="module")
def process(tmp_path_factory, engine_python):
    """Call qgis_process with the staged plugin in a profile of its own."""
    if PROGRAM is None:
        pytest.skip("no qgis_process")
    plugins, profile, runtime = (tmp_path_factory.mktemp(name) for name in ("plugins", "profile", "runtime"))
    runtime.chmod(0o700)
    package("stage", plugins)
    environ = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_RUNTIME_DIR": str(runtime),
        "QGIS_PLUGINPATH": str(plugins),
        "QGIS_CUSTOM_CONFIG_PATH": str(profile),
        "LC_ALL": "C.UTF-8",
        "GEOINPAINT_PYTHON": engine_python,
    }

    @contextlib.contextmanager
    def started(*arguments, **options):
        with subprocess.Popen(
            [PROGRAM, *arguments], env={**environ, **options}, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            text=True, cwd=str(runtime),
        ) as process:  # fmt: skip
            try:
                yield process
            finally:
                process.kill()

    def call(*arguments, **options):
        with started(*arguments, **options) as process:
            out, err = process.communicate(timeout=PATIENCE_S)
            return process.returncode, out, err

    call.started = started
    code, _, err = call("plugins", "enable", "geoinpaint_qgis")
    assert code == 0, err
    return call


def results(answer):
    code, out, err = answer
    assert code == 0, err
    return json.loads(out)["results"]


def test_all_algorithms_are_listed(process):
    _, out, err = process("list")
    listed = {line.split("\t")[1] for line in out.splitlines() if line.startswith("\tgeoinpaint:")}
    expected = ("inpaint", "inpaintwithmodel", "classicalfill", "fillseries", "cloudmask", "clearskyreference",
                "compare", "enginestatus", "findevidence", "fillbyclassification", "fillfromscenes",
                "filldatesofaplace")  # fmt: skip
    assert listed == {f"geoinpaint:{name}" for name in expected}, err
    assert "Traceback" not in err


def test_help_tells_parameters_and_outputs(process):
    code, out, _ = process("help", "geoinpaint:inpaint")
    assert code == 0
    for word in ("MASKS", "REFERENCES", "ms-mt", "HOLDOUT_RMSE", "FILLED_PIXELS"):
        assert word in out


def test_run_gives_clean_json(process, place, tmp_path):
    found = results(
        process(
            "--json",
            "run",
            "geoinpaint:classicalfill",
            f"--INPUT={place['scene']}",
            f"--MASKS={place['mask']}",
            f"--REFERENCES={place['earlier']}",
            f"--REFERENCES={place['earliest']}",
            "--FILL=paste",
            f"--OUTPUT={tmp_path / 'out.tif'}",
        )
    )
    assert found["FILLED_PIXELS"] == 780
    assert scenes.pixels(found["OUTPUT"])[40][50] == scenes.pixels(place["earlier"])[40][50]


def test_bad_parameters_are_refused_with_a_sentence(process, place, tmp_path):
    code, _, err = process(
        "--json",
        "run",
        "geoinpaint:classicalfill",
        f"--INPUT={place['scene']}",
        f"--MASKS={place['mask']}",
        "--FILL=regression",
        f"--OUTPUT={tmp_path / 'out.tif'}",
    )
    assert code == 1
    assert "needs a reference" in err


def test_missing_engine_is_told(process, place, tmp_path):
    code, _, err = process(
        "--json",
        "run",
        "geoinpaint:cloudmask",
        f"--INPUT={place['scene']}",
        f"--CLASSIFICATION={place['scl']}",
        f"--OUTPUT={tmp_path / 'out.tif'}",
        GEOINPAINT_PYTHON="",
        GEOINPAINT_ENVIRONMENT=str(tmp_path / "none"),
    )
    assert code == 1
    assert "not set up" in err


@pytest.mark.slow
@pytest.mark.torch
def test_interrupt_ends_the_engine_and_leaves_no_file(process, place, tmp_path):
    with process.started(
        "run", "geoinpaint:inpaint", f"--INPUT={place['scene']}", f"--MASKS={place['mask']}", "--MODE=basic",
        "--PRESET=paper", "--STEPS=1000000", f"--OUTPUT={tmp_path / 'out.tif'}",
    ) as running:  # fmt: skip
        assert soon((tmp_path / "out.tif.partial").exists)
        running.send_signal(signal.SIGINT)
        running.communicate(timeout=PATIENCE_S)
    # the engine, whose parent is gone, takes its folder away
    assert soon(lambda: not list(tmp_path.iterdir()))


def soon(condition):
    """Whether something holds before long; QGIS is another process here, so that no event loop is to be run."""
    until = time.monotonic() + PATIENCE_S
    while not condition() and time.monotonic() < until:
        time.sleep(0.05)
    return condition()


def model():
    """Scene classification -> mask -> fill, with another date as evidence."""
    made = QgsProcessingModelAlgorithm("scl to fill", "test")

    def ask(parameter):
        made.addModelParameter(parameter, QgsProcessingModelParameter(parameter.name()))

    def from_input(name):
        return QgsProcessingModelChildParameterSource.fromModelParameter(name)

    def value(thing):
        return QgsProcessingModelChildParameterSource.fromStaticValue(thing)

    ask(QgsProcessingParameterRasterLayer("scene", "Scene"))
    ask(QgsProcessingParameterRasterLayer("scl", "Classification"))
    ask(QgsProcessingParameterMultipleLayers("dates", "Other dates", QgsProcessing.SourceType.TypeRaster))

    mask = QgsProcessingModelChildAlgorithm("geoinpaint:cloudmask")
    mask.setChildId("mask")
    mask.addParameterSources("INPUT", [from_input("scene")])
    mask.addParameterSources("CLASSIFICATION", [from_input("scl")])
    mask.addParameterSources("CLASSES", [value("3,8-10")])
    made.addChildAlgorithm(mask)

    fill = QgsProcessingModelChildAlgorithm("geoinpaint:classicalfill")
    fill.setChildId("fill")
    fill.addParameterSources("INPUT", [from_input("scene")])
    fill.addParameterSources("MASKS", [QgsProcessingModelChildParameterSource.fromChildOutput("mask", "OUTPUT")])
    fill.addParameterSources("REFERENCES", [from_input("dates")])
    fill.addParameterSources("FILL", [value("paste")])
    output = QgsProcessingModelOutput("filled", "Filled")
    output.setChildId("fill")
    output.setChildOutputName("OUTPUT")
    fill.setModelOutputs({"filled": output})
    made.addChildAlgorithm(fill)
    return made


def test_model_joins_mask_and_fill(provider, process, place, tmp_path):
    file = tmp_path / "scl_to_fill.model3"
    assert model().toFile(str(file))
    code, out, err = process("help", str(file))
    assert code == 0, err
    name = "fill:filled" if "fill:filled" in out else "filled"  # before 3.40 a child's output carries its id
    output = tmp_path / "out.tif"
    answer = process(
        "--json",
        "run",
        str(file),
        f"--scene={place['scene']}",
        f"--scl={place['scl']}",
        f"--dates={place['earlier']}",
        f"--{name}={output}",
    )
    results(answer)
    assert scenes.pixels(output)[40][50] == scenes.pixels(place["earlier"])[40][50]
    assert scenes.pixels(output)[5][5] == scenes.pixels(place["scene"])[5][5]

"""What the panel asks for and says, without a window: request, commands, the state of a run, diagnostics."""

import json
import os
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest
from qgis.core import QgsRasterLayer, QgsRectangle, QgsSettings, QgsVectorLayer
from qgis.PyQt.QtCore import QLocale

from geoinpaint_qgis.gui.evidence.layer_facts import date_in, overlap
from geoinpaint_qgis.gui.mask.mask_query import MaskSurvey
from geoinpaint_qgis.gui.mask.overlay import sentence
from geoinpaint_qgis.gui.project_layers import looks_like_radar
from geoinpaint_qgis.gui.request import EVIDENCE, Request, fill_unavailable, free_name, unavailable
from geoinpaint_qgis.gui.run import commands, estimate, progress
from geoinpaint_qgis.gui.run.diagnostics import described, diagnostics
from geoinpaint_qgis.gui.run.progress import RunState
from geoinpaint_qgis.interface import PRESETS
from tests.plugin import scenes
from tests.plugin.algorithms import triangle

ROOT = Path(__file__).parents[2]
EXTENT = QgsRectangle(500000, 5000000 - 45 * 10, 500960, 5000000)  # the upper 45 rows


@pytest.fixture
def request_of(place, tmp_path):
    """A request on the place; keywords replace its fields."""

    def make(**changes):
        fields = {
            "scene": QgsRasterLayer(place["scene"], "scene"),
            "masks": [QgsRasterLayer(place["mask"], "mask")],
            "references": [QgsRasterLayer(place["earlier"], "earlier")],
            "output": str(tmp_path / "out put.tif"),
        }
        return Request(**{**fields, **changes})

    return make


# --- request ---------------------------------------------------------------------------------------------------------


def test_missing_names_the_first_thing_to_do(request_of, place):
    assert "raster" in Request().missing()
    assert "what to fill" in request_of(masks=[]).missing()
    assert request_of(masks=[], nodata=True).missing() is None
    scl = QgsRasterLayer(place["scl"], "scl")
    assert request_of(masks=[], classification=scl).missing() is None
    assert "which classes" in request_of(classification=scl, classes="").missing()
    assert "not a class" in request_of(classification=scl, classes="3-").missing()
    assert "another date" in request_of(references=[], evidence="dates").missing()
    assert "Sentinel-1" in request_of(evidence="both").missing()
    assert "another date" in request_of(references=[], fill="ratio").missing()
    assert request_of().missing() is None


def test_label_is_the_mode_or_the_fill(request_of, place):
    radar = [QgsRasterLayer(place["sar"], "sar")]
    assert request_of().label == "regression"
    assert request_of(references=[]).label == "coherent"
    assert request_of(references=[], radar=radar).label == "regression"
    assert request_of(fill="telea").label == "telea"
    modes = {"image": "basic", "dates": "mt", "radar": "ms", "both": "ms-mt"}
    for evidence, mode in modes.items():
        assert request_of(evidence=evidence, radar=radar).label == mode
    assert request_of(evidence="dates", residual=True).label == "mt-r"
    assert request_of(evidence="image", residual=True).label == "basic"
    assert request_of(evidence="model", model="rgb").label == "rgb"


def test_only_some_fills_need_torch(request_of):
    needing = {(e, p) for e in EVIDENCE for p in PRESETS if request_of(evidence=e, preset=p).needs_torch}
    networks = ("image", "dates", "radar", "both")
    assert needing == {*((e, "paper") for e in networks), ("model", "fast"), ("model", "paper")}


def test_only_the_evidence_of_the_card_is_passed_on(request_of, place):
    radar = [QgsRasterLayer(place["sar"], "sar")]
    given = {
        name: set(request_of(evidence=name, radar=radar).parameters("")) & {"REFERENCES", "SAR"} for name in EVIDENCE
    }
    assert given == {
        "simple": {"REFERENCES", "SAR"}, "image": set(), "dates": {"REFERENCES"}, "radar": {"SAR"},
        "both": {"REFERENCES", "SAR"}, "model": set(),
    }  # fmt: skip


def test_every_parameter_is_one_of_the_algorithm(provider, request_of, place):
    extra = {"classification": QgsRasterLayer(place["scl"], "scl"), "radar": [QgsRasterLayer(place["sar"], "sar")]}
    for evidence in EVIDENCE:
        request = request_of(evidence=evidence, steps=5, **extra)
        algorithm = provider.algorithm(request.algorithm.split(":")[1])
        known = {parameter.name() for parameter in algorithm.parameterDefinitions()}
        assert set(request.parameters("")) <= known


def test_result_lies_beside_the_scene_under_a_name_that_is_free(request_of, place, tmp_path):
    folder = Path(place["scene"]).parent
    assert request_of(output="").output_path() == str(folder / "scene_20181008_inpainted_regression.tif")
    assert request_of(output=str(tmp_path / "a")).output_path().endswith("a.tif")
    # a bare name as the proposed one is; QGIS's own working folder is nowhere in particular
    assert request_of(output="filled.tif").output_path() == str(folder / "filled.tif")
    assert request_of(output="~/filled").output_path() == str(Path.home() / "filled.tif")
    (tmp_path / "s_inpainted_mt.tif").touch()
    assert free_name(str(tmp_path), "s", "mt") == str(tmp_path / "s_inpainted_mt_2.tif")
    (tmp_path / "a_report.html").touch()
    asked = request_of(output=str(tmp_path / "a.tif"), report=True, uncertainty=True).parameters("")
    assert asked["REPORT"] == str(tmp_path / "a_report_2.html")
    assert asked["UNCERTAINTY"] == str(tmp_path / "a_uncertainty.tif")


def test_reasons_of_the_cards():
    assert unavailable("image", references=0, radar=0) is None
    assert unavailable("dates", references=1, radar=0) is None
    assert "Sentinel-1" in unavailable("both", references=1, radar=0)
    assert fill_unavailable("auto", references=0, radar=0) is None
    assert fill_unavailable("regression", references=0, radar=1) is None
    assert fill_unavailable("paste", references=0, radar=1)


# --- commands --------------------------------------------------------------------------------------------------------


def test_engine_command_is_understood_by_the_engine(request_of, place, engine_python):
    request = request_of(
        classification=QgsRasterLayer(place["scl"], "scl"), classes="3, 8-10", dilate=2, seed=7, nodata=True,
        radar=[QgsRasterLayer(place["sar"], "sar")], bands=[3, 1], extent=EXTENT, report=True,
    )  # fmt: skip
    words = shlex.split(commands.geoinpaint(request, windows=False))
    assert words[0] == "geoinpaint"
    # which a scene as small as this one has too little clear ground for
    uncertain = shlex.split(commands.geoinpaint(request_of(uncertainty=True), windows=False))
    assert uncertain[uncertain.index("--uncertainty") + 1].endswith("out put_uncertainty.tif")
    answer = subprocess.run(
        [engine_python, "-m", "geoinpaint_engine", *words[1:], "--dry-run"],
        cwd=ROOT / "engine", capture_output=True, text=True, env={**os.environ, "OMP_NUM_THREADS": "1"},
    )  # fmt: skip
    assert answer.returncode == 0, answer.stderr
    assert not Path(request.output).exists()


def test_engine_command_of_the_network_names_mode_and_steps(request_of):
    trained = shlex.split(commands.geoinpaint(request_of(evidence="model", model="rgb"), windows=False))
    assert trained[trained.index("--model") + 1] == "rgb"
    words = shlex.split(commands.geoinpaint(request_of(evidence="dates", steps=9), windows=False))
    assert words[words.index("--mode") + 1] == "mt"
    assert words[words.index("--steps") + 1] == "9"


@pytest.mark.slow
def test_qgis_process_command_makes_the_same_fill(request_of, place, tmp_path, engine_python):
    from tests.plugin.test_package import package

    program = shutil.which("qgis_process.bin") or shutil.which("qgis_process")
    if program is None:
        pytest.skip("no qgis_process")
    runtime = tmp_path / "run"
    runtime.mkdir(mode=0o700)
    package("stage", tmp_path / "plugins")
    environ = {
        **os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_RUNTIME_DIR": str(runtime), "LC_ALL": "C.UTF-8",
        "QGIS_PLUGINPATH": str(tmp_path / "plugins"), "QGIS_CUSTOM_CONFIG_PATH": str(tmp_path / "profile"),
        "GEOINPAINT_PYTHON": engine_python,
    }  # fmt: skip
    subprocess.run([program, "plugins", "enable", "geoinpaint_qgis"], env=environ, capture_output=True, check=False)
    request = request_of(bands=[3, 1], extent=EXTENT, report=True, masks=[triangle("Polygon?crs=EPSG:4326")],
                         classification=QgsRasterLayer(place["scl"], "scl"), dilate=1)  # fmt: skip
    request = commands.saved(request)
    words = shlex.split(commands.qgis_process(request, windows=False))
    answer = subprocess.run([program, *words[1:]], env=environ, capture_output=True, text=True, check=False)
    assert answer.returncode == 0, answer.stdout + answer.stderr
    layer = QgsRasterLayer(request.output)
    assert [layer.bandName(band)[-3:] for band in (1, 2)] == ["B04", "B02"]
    filled, scene = scenes.pixels(request.output, 1), scenes.pixels(place["scene"], 3)
    changed = {row for row in range(96) for col in range(96) if filled[row][col] != scene[row][col]}
    assert max(changed) == 44  # the hole goes on below the extent
    assert Path(request.output).with_name("out put_report.html").exists()


def test_an_area_is_named_in_both_commands(request_of, place, tmp_path):
    file = tmp_path / "area.geojson"
    file.write_text(json.dumps({"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1], [0, 0]]]}))
    layer = QgsVectorLayer(str(file), "area")
    words = shlex.split(commands.geoinpaint(request_of(area=layer), windows=False))
    assert words[words.index("--area") + 1].startswith(str(file))
    assert f"AREA={file}" in commands.qgis_process(request_of(area=layer), windows=False)
    for command in (commands.geoinpaint, commands.qgis_process):
        with pytest.raises(commands.NoFile):
            command(request_of(area=layer, area_selected=True))
    layer.selectAll()
    selected = commands.saved(request_of(area=layer, area_selected=True))
    assert ".area-" in commands.qgis_process(selected, windows=False)
    assert selected.area.featureCount() == 1


def test_no_command_for_a_layer_without_a_file(request_of):
    drawn = QgsVectorLayer("Polygon?crs=EPSG:32633", "drawn", "memory")
    assert "drawn" in commands.problem(request_of(masks=[drawn]))
    assert commands.problem(commands.saved(request_of(masks=[drawn]))) is None
    assert commands.problem(request_of()) is None


def test_windows_quotes_its_own_way(request_of):
    assert '"' in commands.geoinpaint(request_of(), windows=True)
    assert "'" not in commands.geoinpaint(request_of(), windows=True)


# --- the state of a run ----------------------------------------------------------------------------------------------


class Clock:
    now = 0.0

    def __call__(self):
        return self.now


def test_the_time_left_climbs_only_where_that_is_said():
    clock = Clock()
    state = RunState(clock)

    def told(now, left):
        clock.now = now
        state.take({"event": "progress", "fraction": 0.1, "seconds_left": left})
        return state.headline()

    assert told(10, 60).endswith("60 s left")
    assert told(20, 55).endswith("50 s left")  # a little later: not told
    assert told(30, 30).endswith("30 s left")
    assert told(40, 80).endswith("slower than expected · 80 s left")
    assert told(50, 72).endswith("70 s left")


def test_the_time_left_is_told_from_what_runs_alike_took():
    """A run whose first half of the progress takes nine tenths of its time."""
    clock, shares = Clock(), (0.1, 0.8, 0.9, 0.95, 0.98)
    state = RunState(clock, expected=80.0, shares=shares)
    assert state.headline().endswith("80 s left"), "from the very beginning"
    told = []
    for fraction, now in ((0.05, 10), (0.25, 80), (0.3, 90), (0.9, 95), (0.98, 98)):
        clock.now = now
        state.take({"event": "progress", "fraction": fraction})
        told.append((state.seconds_left, 100 - now))
    assert all(0.5 * left <= said <= 2 * left for said, left in told), told
    clock.now = 100.0
    state.take({"event": "progress", "fraction": 1.0})
    assert state.shares() == pytest.approx(list(shares), abs=1e-6), "what the next run is told by"
    blind = RunState(clock)
    assert blind.seconds_left is None
    clock.now += 5  # of screening for cloud, which the estimate includes
    blind.take({"event": "started", "seconds": 35.0})
    assert blind.seconds_left == pytest.approx(30.0), "the engine's own estimate where nothing was learned"
    assert blind.shares() == []


def test_records_of_runs_that_cannot_be_read_are_passed_over(qgis_app):
    whole = '{"kind": "a", "work": 1, "seconds": 2, "shares": []}'
    QgsSettings().setValue("geoinpaint/runs", f'[{{"kind": "x"}}, 3, {whole}]')
    assert [record.kind for record in estimate.records()] == ["a"]
    QgsSettings().setValue("geoinpaint/runs", "{")
    assert estimate.records() == []
    estimate.forget()


def test_state_estimates_the_time_left_when_the_engine_does_not():
    clock = Clock()
    state = RunState(clock)
    state.take({"event": "started", "device": "cpu", "hole_pixels": 12345})
    state.take({"event": "progress", "fraction": 0.5, "memory": 1_520_000_000})
    assert state.seconds_left is None  # too soon to say
    clock.now = 20.0
    assert state.seconds_left == pytest.approx(20.0)
    assert "20 s left" in state.headline()
    assert "12\u202f345" in state.detail()
    assert "on the processor, 1.5 GB of memory" in state.detail()
    state.take({"event": "progress", "fraction": 0.6})
    assert "1.5 GB" in state.detail()  # an engine that does not tell it again


def test_state_keeps_curve_warnings_and_figures():
    state = RunState(Clock())
    for step in (1, 10, 20):
        state.take({"event": "progress", "fraction": step / 20, "step": step, "steps": 20, "seconds_left": 120,
                    "holdout_rmse": 1 / step})  # fmt: skip
    for _ in range(2):
        state.take({"event": "warning", "code": "a", "message": "careful"})
    state.take({"event": "preview", "path": "x.tif"})
    assert [x for x, _ in state.curve] == [0.05, 0.5, 1.0]
    assert state.warnings == ["careful"]
    assert state.preview == "x.tif"
    assert state.headline() == "Step 20 of 20 · 2 min left"
    assert state.stopped_at() == ""
    state.take({"event": "progress", "fraction": 0.1, "step": 12, "steps": 4000})
    state.stop()
    state.take({"event": "progress", "fraction": 0.9, "step": 4000, "steps": 4000})
    assert state.stopped_at() == "Stopped early, after about 12 of 4\u202f000 steps."
    state.take({"event": "result", "figures": {"filled_pixels": 3}})
    assert state.figures == {"filled_pixels": 3}
    state.take({"event": "of a later version"})


def test_first_steps_say_nothing_about_the_time():
    clock = Clock()
    state = RunState(clock)
    clock.now = 20.0
    state.take({"event": "progress", "fraction": 0.3, "step": 1, "steps": 4000, "seconds_left": 40000})
    assert state.seconds_left is None
    state.take({"event": "progress", "fraction": 0.31, "step": 20, "steps": 4000, "seconds_left": 600})
    assert state.seconds_left == 600


def test_trust_is_told_beside_the_simple_fill():
    better = {"holdout_rmse": 0.01, "holdout_rmse_simple": 0.04, "holdout_unit": "reflectance"}
    worse = {"holdout_rmse": 0.05, "holdout_rmse_simple": 0.04, "holdout_unit": "reflectance"}
    assert "75 % less error" in progress.trust(better)
    assert "25 % more error" in progress.trust(worse)
    assert "about 0.018." in progress.trust({**better, "hole_rmse": 0.018})
    assert "about" not in progress.trust({**better, "hole_rmse": None})
    assert progress.worse_than_simple(worse)
    assert not progress.worse_than_simple(better)
    assert "not measured" in progress.trust({})
    assert "0.01 reflectance" in progress.trust({"holdout_rmse": 0.01, "holdout_unit": "reflectance"})
    assert "2 could not" in progress.summary({"filled_pixels": 5, "seconds": 2.0, "unfilled_pixels": 2})


@pytest.fixture(params=["de_DE", "fr_FR"])
def decimal_comma(request):
    """A language in which numbers have a comma."""
    before = QLocale()
    QLocale.setDefault(QLocale(request.param))
    yield
    QLocale.setDefault(before)


def test_people_read_the_numbers_of_their_language(decimal_comma, request_of):
    told = progress.trust({"holdout_rmse": 0.00936, "holdout_rmse_simple": 0.0123, "hole_rmse": 0.0251})
    assert [number in told for number in ("0,00936 ", "0,0123;", "about 0,0251.")] == [True] * 3
    state = RunState()
    state.take({"event": "progress", "fraction": 0.5, "holdout_rmse": 0.0125, "memory": 2.5e9})
    assert "0,0125" in state.detail()
    assert "2,5 GB" in state.detail()
    assert progress.time_text(7200) == "2,0 h left"
    survey = MaskSurvey(None, share=0.0412, holes=1, largest=1234, unit="m")
    assert sentence(survey) == "4,1 % will be filled: 1 hole, largest 1,2 km"
    words = shlex.split(commands.geoinpaint(request_of(extent=QgsRectangle(0.5, 0.5, 9.5, 9.5)), windows=False))
    assert "0.5" in words[words.index("--extent") + 1]  # which a program reads


@pytest.mark.parametrize(("seconds", "text"), [(0.2, "1 s"), (80, "80 s"), (600, "10 min"), (7200, "2.0 h")])
def test_time_left_in_words(seconds, text):
    assert progress.time_text(seconds) == f"{text} left"


# --- diagnostics, evidence -------------------------------------------------------------------------------------------


def test_diagnostics_hold_versions_parameters_and_log_but_no_home(request_of):
    home = str(Path.home())
    text = diagnostics(described(request_of()), problem="It broke.", warnings=["odd"], log=f"{home}/x\n" + "y" * 9000)
    assert "GeoInpaint 0." in text
    assert "QGIS 3." in text
    assert "DILATE = 0" in text
    assert "It broke." in text
    assert "odd" in text
    assert home not in text
    assert len(text) < 7000


def test_dates_radar_and_overlap_are_told_from_layers(place, tmp_path):
    assert date_in("S2_2018-07-05") == "2018-07-05"
    assert date_in("T33TWN_20181008T100031_B04") == "2018-10-08"
    assert date_in("tile 33 v 20189999") == ""
    assert looks_like_radar(QgsRasterLayer(place["sar"], "anything"))
    assert not looks_like_radar(QgsRasterLayer(place["scene"], "scene"))
    scene = QgsRasterLayer(place["scene"], "scene")
    half = scenes.scene(tmp_path / "half.tif", shift=scenes.SIZE * scenes.PIXEL / 2)
    assert overlap(scene, QgsRasterLayer(half, "half")) == pytest.approx(0.5)
    far = scenes.scene(tmp_path / "far.tif", shift=1e5)
    assert overlap(scene, QgsRasterLayer(far, "far")) == 0

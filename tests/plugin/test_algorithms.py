"""The fills in a real QGIS with the real engine: what they make, how they stop."""

import threading
import time
from pathlib import Path

import pytest
from qgis.core import (
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
)

from geoinpaint_qgis.processing.feedback import RunFeedback
from geoinpaint_qgis.runner.client import wait_for_endings
from tests.plugin import scenes
from tests.plugin.algorithms import HOLE, Messages, differences
from tests.plugin.waiting import PATIENCE_S, hung, wait

# --- classical fill --------------------------------------------------------------------------------------------------


def test_fill_changes_the_hole_alone_and_comes_near_the_truth(fill, place):
    results = fill()
    for band in (1, 2, 3):
        assert differences(results["OUTPUT"], place["scene"], band) <= HOLE
    filled, truth = scenes.pixels(results["OUTPUT"]), scenes.pixels(place["clear"])
    errors = [abs(filled[row][col] - truth[row][col]) for row, col in HOLE]
    assert sum(errors) / len(errors) < 100  # the cloud is about 7000 above the ground
    assert results["FILLED_PIXELS"] == len(HOLE)
    assert results["SECONDS"] > 0
    assert results["DEVICE"] == "cpu"


@pytest.mark.parametrize("name", ["regression", "harmonic", "ratio", "paste", "telea", "coherent"])
def test_every_fill_runs(fill, place, name):
    results = fill(FILL=name, SAR=[place["sar"]] if name == "regression" else None)
    assert differences(results["OUTPUT"], place["scene"]) <= HOLE
    assert max(scenes.pixels(results["OUTPUT"])[45]) < 9000


def test_bands_are_chosen_and_named(fill):
    results = fill(BANDS=[3, 1])
    layer = QgsRasterLayer(results["OUTPUT"])
    assert layer.bandCount() == 2
    assert "B04" in layer.bandName(1)
    assert "B02" in layer.bandName(2)


def test_classes_dilation_and_flag(fill, place, tmp_path):
    results = fill(MASKS=[place["scl"]], MASK_CLASSES="3, 8-10", DILATE=2, FILL_FLAG=str(tmp_path / "flag.tif"))
    assert results["FILLED_PIXELS"] > len(HOLE)
    flags = scenes.pixels(results["FILL_FLAG"])
    assert sum(value == 1 for line in flags for value in line) == results["FILLED_PIXELS"]


def test_uncertainty_and_report_are_written_on_request(fill, tmp_path):
    results = fill(UNCERTAINTY=str(tmp_path / "doubt.tif"), REPORT=str(tmp_path / "report.html"))
    doubt = QgsRasterLayer(results["UNCERTAINTY"])
    assert doubt.bandCount() == 3
    assert doubt.dataProvider().sample(doubt.extent().center(), 1)[0] > 0
    assert "data:image/png" in (tmp_path / "report.html").read_text(encoding="utf-8")
    assert results["REPORT"] == str(tmp_path / "report.html")
    with pytest.raises(QgsProcessingException, match="leave the hold-out on"):
        fill(UNCERTAINTY="TEMPORARY_OUTPUT", HOLDOUT="off")


def test_both_errors_are_told_in_the_log(fill):
    messages = Messages()
    results = fill(feedback=messages)
    told = [line for line in messages.infos if f"{results['HOLDOUT_RMSE']:.4g}" in line]
    told += [line for line in messages.infos if f"{results['HOLE_RMSE']:.4g}." in line]
    assert [line.split()[0] for line in told] == ["Error", "To"]


def test_extent_limits_what_is_filled(fill, place):
    west, north = scenes.ORIGIN
    half = QgsRectangle(west, north - 45 * 10, west + 960, north)  # down to row 45
    results = fill(EXTENT=half)
    changed = differences(results["OUTPUT"], place["scene"])
    assert changed
    assert max(row for row, _ in changed) < 46
    assert QgsRasterLayer(results["OUTPUT"]).height() == scenes.SIZE


def test_extent_in_another_crs_is_brought_to_the_scenes(fill, place):
    from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsReferencedRectangle

    west, north = scenes.ORIGIN
    half = QgsRectangle(west, north - 450, west + 960, north)
    utm, degrees = QgsCoordinateReferenceSystem("EPSG:32633"), QgsCoordinateReferenceSystem("EPSG:4326")
    there = QgsCoordinateTransform(utm, degrees, QgsProject.instance()).transformBoundingBox(half)
    results = fill(EXTENT=QgsReferencedRectangle(there, degrees))
    changed = differences(results["OUTPUT"], place["scene"])
    assert changed
    assert max(row for row, _ in changed) < 48


def test_masks_of_references_keep_their_clouds_out(fill, place):
    cloudy = fill(REFERENCES=[place["scene"], place["earlier"]], REFERENCE_MASKS=[place["mask"], place["scl"]],
                  REFERENCE_MASK_CLASSES="1,9", FILL="harmonic")  # fmt: skip
    assert cloudy["FILLED_PIXELS"] == len(HOLE)


def test_result_is_styled_named_and_grouped_like_the_scene(fill, place):
    project = QgsProject()
    scene = QgsRasterLayer(place["scene"], "My scene.tif")
    renderer = scene.renderer()
    from qgis.core import QgsContrastEnhancement

    enhancement = QgsContrastEnhancement(renderer.redContrastEnhancement())
    enhancement.setMinimumValue(123)
    enhancement.setMaximumValue(4567)
    renderer.setRedContrastEnhancement(enhancement)
    project.addMapLayer(scene)
    context = QgsProcessingContext()
    context.setProject(project)
    details = QgsProcessingContext.LayerDetails("x", project, "OUTPUT")
    path = str(Path(place["scene"]).parent / "styled.tif")
    context.addLayerToLoadOnCompletion(path, details)
    fill(INPUT=scene, OUTPUT=path, context=context)
    details = context.layerToLoadOnCompletionDetails(path)
    assert details.name == "My scene_inpainted_regression"
    result = QgsRasterLayer(path, details.name)
    project.addMapLayer(result)
    details.postProcessor().postProcessLayer(result, context, QgsProcessingFeedback(False))
    assert result.renderer().redContrastEnhancement().minimumValue() == 123
    assert result.renderer().redContrastEnhancement().maximumValue() == 4567
    if not hasattr(details, "groupName"):
        assert project.layerTreeRoot().findLayer(result.id()).parent().name() == "GeoInpaint"


# --- inpaint ---------------------------------------------------------------------------------------------------------


@pytest.mark.slow
@pytest.mark.torch
@pytest.mark.parametrize("mode", ["basic", "mt", "ms", "ms-mt", "mt-r", "ms-r"])
def test_every_mode_runs(fill, place, mode):
    results = fill("inpaint", MODE=mode, STEPS=3, SAR=[place["sar"]], DEVICE="cpu")
    assert differences(results["OUTPUT"], place["scene"]) <= HOLE
    assert results["FILLED_PIXELS"] == len(HOLE)


@pytest.mark.slow
@pytest.mark.torch
def test_stop_keeps_the_best_and_events_arrive(fill, place):
    feedback = RunFeedback()
    events = []

    def told(event):
        events.append(event)
        if event["event"] == "progress" and event.get("step"):
            feedback.request_stop()

    feedback.event_received.connect(told)
    results = fill("inpaint", MODE="mt", STEPS=1_000_000, feedback=feedback)
    assert results["FILLED_PIXELS"] == len(HOLE)
    assert {"started", "progress", "result"} <= {event["event"] for event in events}


@pytest.mark.slow
@pytest.mark.torch
def test_cancel_ends_task_and_engine_and_leaves_no_file(provider, place, tmp_path, qgis_app):
    """As the toolbox runs it: in a task on a thread, the event loop running; no gap may be felt."""
    from qgis.core import QgsApplication
    from qgis.PyQt.QtCore import QTimer

    feedback = RunFeedback()
    context = QgsProcessingContext()
    stepping = threading.Event()
    feedback.event_received.connect(lambda event: stepping.set() if event.get("step") else None)
    output = tmp_path / "out.tif"
    parameters = {
        "INPUT": place["scene"], "MASKS": [place["mask"]], "MODE": "basic", "PRESET": "paper",
        "STEPS": 100000, "OUTPUT": str(output),
    }  # fmt: skip
    task = QgsProcessingAlgRunnerTask(provider.algorithm("inpaint"), parameters, context, feedback)
    ended = []
    task.executed.connect(lambda fine, results: ended.append(fine))
    ticks = [time.monotonic()]
    timer = QTimer()
    timer.timeout.connect(lambda: ticks.append(time.monotonic()))
    timer.start(10)
    QgsApplication.taskManager().addTask(task)
    wait(stepping.is_set)
    feedback.cancel()
    wait(lambda: ended)
    timer.stop()
    assert ended == [False]
    assert hung(ticks) < 0.5
    assert wait_for_endings(PATIENCE_S)
    assert list(tmp_path.iterdir()) == []


def test_a_run_on_the_main_thread_keeps_the_window_alive(fill):
    """As batch does it before QGIS 3.40."""
    from qgis.PyQt.QtCore import QTimer

    ticks = []
    timer = QTimer()
    timer.timeout.connect(lambda: ticks.append(time.monotonic()))
    timer.start(10)
    fill()
    timer.stop()
    assert len(ticks) > 5
    assert hung(ticks) < 0.5

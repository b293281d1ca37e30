"""Every algorithm in a real QGIS with the real engine: what it makes, and how it refuses what does not fit."""

import json
import threading
import time
from pathlib import Path

import pytest
from qgis.core import (
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingFeedback,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsVectorFileWriter,
    QgsVectorLayer,
)

from geoinpaint_qgis.processing.feedback import RunFeedback
from geoinpaint_qgis.runner.client import wait_for_endings
from tests.plugin import scenes


class Messages(QgsProcessingFeedback):
    """Keeps what an algorithm says."""

    def __init__(self):
        super().__init__(False)
        self.errors, self.warnings, self.infos = [], [], []

    def reportError(self, error, fatalError=False):
        self.errors.append(error)

    def pushWarning(self, warning):
        self.warnings.append(warning)

    def pushInfo(self, info):
        self.infos.append(info)


def run(provider, name, parameters, *, feedback=None, context=None):
    """Check and run an algorithm as the toolbox does; the error is raised with its sentence."""
    algorithm = provider.algorithm(name).create()
    context = context or QgsProcessingContext()
    fine, problem = algorithm.checkParameterValues(parameters, context)
    if not fine:
        raise QgsProcessingException(problem)
    feedback = feedback or Messages()
    results, fine = algorithm.run(parameters, context, feedback, {}, False)
    assert fine
    return results


@pytest.fixture
def fill(provider, place, tmp_path):
    """Run the classical fill on the place; keywords replace or (None) take away parameters."""

    def call(name="classicalfill", **changes):
        parameters = {
            "INPUT": place["scene"],
            "MASKS": [place["mask"]],
            "REFERENCES": [place["earlier"]],
            "OUTPUT": str(tmp_path / "out.tif"),
        }
        options = {key: changes.pop(key) for key in ("feedback", "context") if key in changes}
        parameters.update(changes)
        return run(provider, name, {k: v for k, v in parameters.items() if v is not None}, **options)

    return call


def differences(path, other, band=1):
    """The pixels that differ, as (row, column)."""
    ours, theirs = scenes.pixels(path, band), scenes.pixels(other, band)
    return {(row, col) for row, line in enumerate(ours) for col, value in enumerate(line) if value != theirs[row][col]}


HOLE = {(row, col) for row in scenes.HOLE[0] for col in scenes.HOLE[1]}


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


def test_a_raster_that_is_gone_is_told_also_where_nobody_checks_first(provider, place):
    """A batch of QGIS 3.40 runs what it has not checked."""
    algorithm, messages = provider.algorithm("classicalfill").create(), Messages()
    for name in ("INPUT", "CLASSIFICATION"):
        values = {"INPUT": place["scene"], "MASKS": [place["mask"]], "OUTPUT": "TEMPORARY_OUTPUT", name: "/none.tif"}
        assert not algorithm.run(values, QgsProcessingContext(), messages, {}, False)[1]
    assert messages.errors == ["The layer /none.tif cannot be opened."] * 2


TRIANGLE = [(30, 20), (66, 45), (30, 70)]  # (column, row); cuts the hole


def triangle(uri="Polygon?crs=EPSG:4326"):
    """A layer of two polygons in degrees: a triangle over the hole, and one beside it."""
    from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform

    layer = QgsVectorLayer(uri, "areas", "memory")
    utm = QgsCoordinateReferenceSystem("EPSG:32633")
    west, north = scenes.ORIGIN
    for shape in (TRIANGLE, [(0, 0), (10, 0), (10, 10)]):
        points = [QgsPointXY(west + 10 * col, north - 10 * row) for col, row in shape]
        geometry = QgsGeometry.fromPolygonXY([[*points, points[0]]])
        geometry.transform(QgsCoordinateTransform(utm, layer.crs(), QgsProject.instance()))
        feature = QgsFeature(layer.fields())
        feature.setGeometry(geometry)
        layer.dataProvider().addFeatures([feature])
    return layer


def in_triangle(row, col):
    (left, top), (right, middle), (_, bottom) = TRIANGLE
    x, y = col + 0.5, row + 0.5
    return x > left and abs(y - middle) < (right - x) / (right - left) * (bottom - top) / 2


INSIDE = {(row, col) for row, col in HOLE if in_triangle(row, col)}


def test_classes_of_mask_rasters_leave_shapes_as_they_are(fill, place, tmp_path):
    alone = fill(MASKS=[place["scl"]], MASK_CLASSES="3, 8-10")["FILLED_PIXELS"]
    file = str(tmp_path / "beside.geojson")
    west, north = scenes.ORIGIN
    ring = [[west + 10 * col, north - 10 * row] for col, row in ((2, 2), (6, 2), (6, 6), (2, 6), (2, 2))]
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::32633"}}
    feature = {"type": "Feature", "properties": {}, "geometry": {"type": "Polygon", "coordinates": [ring]}}
    Path(file).write_text(json.dumps({"type": "FeatureCollection", "crs": crs, "features": [feature]}), "utf-8")
    memory = triangle()
    for shapes in (file, memory):
        results = fill(MASKS=[place["scl"], shapes], MASK_CLASSES="3, 8-10")
        assert results["FILLED_PIXELS"] > alone
        if shapes is file:
            assert results["FILLED_PIXELS"] == alone + 16


def test_an_area_limits_the_fill_to_its_shape(fill, place, tmp_path):
    assert 0 < len(INSIDE) < 0.9 * len(HOLE)
    file = tmp_path / "areas ä.gpkg"
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.layerName = "here"
    QgsVectorFileWriter.writeAsVectorFormatV3(triangle(), str(file), QgsProject.instance().transformContext(), options)
    for area in (triangle(), f"{file}|layername=here"):
        results = fill(AREA=area, OUTPUT=str(tmp_path / "limited.tif"))
        changed = differences(results["OUTPUT"], place["scene"])
        assert len(changed ^ INSIDE) < 5  # on the triangle's very edge
        assert results["FILLED_PIXELS"] == pytest.approx(len(INSIDE), abs=4)


def test_of_an_area_the_selected_shapes_count(provider, fill, place):
    layer = triangle()
    QgsProject.instance().addMapLayer(layer)
    layer.select([feature.id() for feature in layer.getFeatures()][:1])
    selected = QgsProcessingFeatureSourceDefinition(layer.id(), True)
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    results = fill(AREA=selected, context=context)
    assert len(differences(results["OUTPUT"], place["scene"]) ^ INSIDE) < 5
    layer.select([feature.id() for feature in layer.getFeatures()][1:])
    layer.deselect([feature.id() for feature in layer.getFeatures()][:1])
    with pytest.raises(QgsProcessingException, match=r"No pixel of the mask lies in the area"):
        fill(AREA=selected, context=context)
    layer.removeSelection()
    with pytest.raises(QgsProcessingException, match="Nothing is selected in the layer areas: select the polygons"):
        fill(AREA=selected, context=context)
    layer.dataProvider().truncate()
    with pytest.raises(QgsProcessingException, match="The layer areas holds no polygon to fill within: draw one"):
        fill(AREA=layer)
    layer.dataProvider().addFeatures([QgsFeature(layer.fields())])  # one without a geometry
    parameters = {"INPUT": place["scene"], "MASKS": [place["mask"]], "OUTPUT": "/x.tif", "AREA": layer}
    algorithm = provider.algorithm("classicalfill").create()  # as a batch runs it: without the check
    messages = Messages()
    assert not algorithm.run(parameters, context, messages, {}, False)[1]
    assert "The layer areas holds no polygon" in messages.errors[0]
    with pytest.raises(QgsProcessingException, match=r"none\.gpkg cannot be opened"):
        fill(AREA="/none.gpkg")
    QgsProject.instance().removeMapLayer(layer.id())


def test_masks_of_references_keep_their_clouds_out(fill, place):
    cloudy = fill(REFERENCES=[place["scene"], place["earlier"]], REFERENCE_MASKS=[place["mask"], place["scl"]],
                  REFERENCE_MASK_CLASSES="1,9", FILL="harmonic")  # fmt: skip
    assert cloudy["FILLED_PIXELS"] == len(HOLE)


def memory_mask(selected=None):
    layer = QgsVectorLayer("Polygon?crs=EPSG:32633", "drawn", "memory")
    west, north = scenes.ORIGIN
    feature = QgsFeature(layer.fields())
    rectangle = QgsRectangle(west + 400, north - 600, west + 660, north - 300)  # the hole
    feature.setGeometry(QgsGeometry.fromRect(rectangle))
    layer.dataProvider().addFeatures([feature])
    return layer


def test_a_drawn_mask_is_exported(fill, place):
    results = fill(MASKS=[memory_mask()])
    assert results["FILLED_PIXELS"] == len(HOLE)
    assert differences(results["OUTPUT"], place["scene"]) <= HOLE


def test_raster_and_vector_masks_add_up(fill, tmp_path):
    west, north = scenes.ORIGIN
    layer = memory_mask()
    feature = QgsFeature(layer.fields())
    feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(west, north - 50, west + 50, north)))
    layer.dataProvider().addFeatures([feature])
    both = fill(MASKS=[memory_mask(), layer])
    assert both["FILLED_PIXELS"] == len(HOLE) + 25


def test_a_filter_on_a_mask_layer_counts(fill, place, tmp_path):
    from qgis.core import QgsVectorFileWriter

    path = str(tmp_path / "masks.gpkg")
    options = QgsVectorFileWriter.SaveVectorOptions()
    layer = memory_mask()
    feature = QgsFeature(layer.fields())
    west, north = scenes.ORIGIN
    feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(west, north - 50, west + 50, north)))
    layer.dataProvider().addFeatures([feature])
    QgsVectorFileWriter.writeAsVectorFormatV3(layer, path, QgsProject.instance().transformContext(), options)
    whole = QgsVectorLayer(f"{path}|layername=masks", "masks", "ogr")
    assert fill(MASKS=[whole])["FILLED_PIXELS"] == len(HOLE) + 25
    whole.setSubsetString("fid = 2")
    assert fill(MASKS=[whole])["FILLED_PIXELS"] == 25


def test_a_raster_that_is_no_file_is_exported(fill, place):
    """A virtual raster calculated by QGIS: there is no file the engine could open."""
    from osgeo import gdal

    path = "/vsimem/geoinpaint_mask.tif"  # lives in this process alone
    gdal.GetDriverByName("GTiff").CreateCopy(path, gdal.Open(place["mask"])).FlushCache()
    layer = QgsRasterLayer(path, "in memory", "gdal")
    assert layer.isValid()
    assert fill(MASKS=[layer])["FILLED_PIXELS"] == len(HOLE)
    gdal.Unlink(path)


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


# --- what does not fit -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"MASKS": None}, "Nothing says what is to be filled"),
        ({"MASKS": ["/no/such/mask.tif"]}, "mask.tif"),
        ({"MASK_CLASSES": "3,x"}, "not a class"),
        ({"MASK_CLASSES": "10-8"}, "not a class"),
        ({"REFERENCES": None}, "needs a reference"),
        ({"REFERENCES": None, "FILL": "paste"}, "paste needs at least one reference"),
        ({"OUTPUT": "/tmp/out.png"}, ".tif"),
        ({"INPUT": "/no/such/scene.tif"}, "INPUT|scene.tif|Scene"),
        ({"REFERENCE_MASKS": "two"}, "2 masks for 1 references"),
        ({"OUTPUT": "scene"}, "overwrite"),
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
    assert wait_for_endings(4.0)


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

    feedback.told.connect(told)
    begun = time.monotonic()
    results = fill("inpaint", MODE="mt", STEPS=100000, feedback=feedback)
    assert time.monotonic() - begun < 60
    assert results["FILLED_PIXELS"] == len(HOLE)
    assert {"started", "progress", "result"} <= {event["event"] for event in events}


@pytest.mark.slow
@pytest.mark.torch
def test_cancel_ends_task_and_engine_and_leaves_no_file(provider, place, tmp_path, qgis_app):
    """As the toolbox runs it: in a task on a thread, the event loop running; no gap may be felt."""
    from qgis.core import QgsApplication
    from qgis.PyQt.QtCore import QCoreApplication, QTimer

    feedback = RunFeedback()
    context = QgsProcessingContext()
    stepping = threading.Event()
    feedback.told.connect(lambda event: stepping.set() if event.get("step") else None)
    output = tmp_path / "out.tif"
    parameters = {
        "INPUT": place["scene"], "MASKS": [place["mask"]], "MODE": "basic", "STEPS": 100000, "OUTPUT": str(output),
    }  # fmt: skip
    task = QgsProcessingAlgRunnerTask(provider.algorithm("inpaint"), parameters, context, feedback)
    ended = []
    task.executed.connect(lambda fine, results: ended.append((fine, time.monotonic())))
    ticks = [time.monotonic()]
    timer = QTimer()
    timer.timeout.connect(lambda: ticks.append(time.monotonic()))
    timer.start(10)
    QgsApplication.taskManager().addTask(task)

    def pump(until, seconds):
        limit = time.monotonic() + seconds
        while not until() and time.monotonic() < limit:
            QCoreApplication.processEvents()
            time.sleep(0.002)

    pump(stepping.is_set, 60)
    assert stepping.is_set()
    cancelled = time.monotonic()
    feedback.cancel()
    pump(lambda: bool(ended), 5)
    timer.stop()
    assert ended
    fine, when = ended[0]
    assert not fine
    assert when - cancelled < 0.4
    assert max(later - earlier for earlier, later in zip(ticks, ticks[1:])) < 0.2  # noqa: B905, RUF007 - Python 3.9
    assert wait_for_endings(2.5)
    assert list(tmp_path.iterdir()) == []


# --- the others ------------------------------------------------------------------------------------------------------


def test_mask_from_classification(provider, place, tmp_path):
    results = run(
        provider,
        "cloudmask",
        {"INPUT": place["scene"], "CLASSIFICATION": place["scl"], "OUTPUT": str(tmp_path / "mask.tif")},
    )
    assert results["MASKED_PIXELS"] == len(HOLE)
    assert results["MASKED_SHARE"] == pytest.approx(len(HOLE) / scenes.SIZE**2, abs=1e-5)
    assert results["HOLES"] == 1
    assert results["LARGEST_HOLE_PIXELS"] == len(HOLE)
    assert results["CLEAR_PIXELS"] == scenes.SIZE**2 - len(HOLE)
    assert scenes.pixels(results["OUTPUT"]) == scenes.pixels(place["mask"])


def test_mask_needs_a_source(provider, place, tmp_path):
    with pytest.raises(QgsProcessingException, match="Nothing says"):
        run(provider, "cloudmask", {"INPUT": place["scene"], "OUTPUT": str(tmp_path / "mask.tif")})


def test_reference_from_dates(provider, place, tmp_path):
    results = run(
        provider,
        "clearskyreference",
        {
            "INPUTS": [place["scene"], place["earlier"], place["earliest"]],
            "MASKS": [place["mask"], place["scl"], place["scl"]],
            "MASK_CLASSES": "1,9",
            "STATISTIC": "median",
            "OUTPUT": str(tmp_path / "reference.tif"),
        },
    )
    layer = QgsRasterLayer(results["OUTPUT"])
    assert layer.bandCount() == 4
    assert layer.bandName(4).endswith("count")
    assert results["SCENES"] == 3
    assert results["COVERED_SHARE"] == pytest.approx(1 - len(HOLE) / scenes.SIZE**2, abs=1e-3)
    reference, earlier = scenes.pixels(results["OUTPUT"]), scenes.pixels(place["earlier"])
    assert reference[5][5] == earlier[5][5]  # the middle one of three dates


def test_radar_reference(provider, place, tmp_path):
    results = run(
        provider,
        "clearskyreference",
        {"INPUTS": [place["sar"], place["sar"]], "IS_SAR": True, "OUTPUT": str(tmp_path / "sar.tif")},
    )
    averaged, one = scenes.pixels(results["OUTPUT"]), scenes.pixels(place["sar"])
    assert averaged[7][9] == pytest.approx(one[7][9], abs=1e-3)


def test_reference_masks_must_fit(provider, place, tmp_path):
    with pytest.raises(QgsProcessingException, match="1 masks for 2 scenes"):
        run(
            provider,
            "clearskyreference",
            {
                "INPUTS": [place["scene"], place["earlier"]],
                "MASKS": [place["mask"]],
                "OUTPUT": str(tmp_path / "reference.tif"),
            },
        )


def test_compare_scores_a_fill_above_the_cloud(provider, fill, place):
    filled = fill()["OUTPUT"]

    def score(path):
        return run(provider, "compare", {"INPUT": path, "TRUTH": place["clear"], "MASK": place["mask"]})

    ours, cloud = score(filled), score(place["scene"])
    assert ours["UNIT"] == "reflectance"
    assert ours["RMSE_HOLE"] < 0.02 < 0.5 < cloud["RMSE_HOLE"]
    assert ours["SSIM_HOLE"] > cloud["SSIM_HOLE"]
    assert score(place["clear"])["MAE_WHOLE"] == 0


def test_compare_refuses_other_sizes(provider, place, tmp_path):
    small = scenes.write(tmp_path / "small.tif", [[[1] * 8] * 8] * 3)
    with pytest.raises(QgsProcessingException):
        run(provider, "compare", {"INPUT": small, "TRUTH": place["clear"], "MASK": place["mask"]})


def test_status_tells_what_there_is(provider, engine_python, monkeypatch):
    results = run(provider, "enginestatus", {})
    assert results["INTERPRETER"] == engine_python
    assert results["STATUS"] in ("light", "full")
    assert results["VERSION"] == "0.1.0"
    assert results["PROBLEM"] == ""
    monkeypatch.setenv("GEOINPAINT_PYTHON", "/no/such/python")
    results = run(provider, "enginestatus", {})
    assert results["STATUS"] == "missing"
    assert "/no/such/python" in results["PROBLEM"]


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
    assert max(later - earlier for earlier, later in zip(ticks, ticks[1:])) < 0.2  # noqa: B905, RUF007 - Python 3.9

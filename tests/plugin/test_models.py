"""The ready-made models: listed with their outputs, run from end to end, in this QGIS and in qgis_process."""

import shutil
from pathlib import Path

import pytest
from osgeo import gdal
from qgis.core import QgsProcessingContext, QgsProcessingFeedback, QgsProcessingModelAlgorithm
from qgis.PyQt.QtCore import QRectF

from geoinpaint_qgis.processing.models import FOLDER
from tests.plugin import scenes
from tests.plugin.test_process import process, results  # noqa: F401 - a fixture


def name_of(algorithm, known=("filled", "fill:filled")):
    """The name of the model's one output: before QGIS 3.40 it carries the step's id."""
    (output,) = [output.name() for output in algorithm.outputDefinitions()]
    assert output in known
    return output


def run(provider, model, parameters, path, *, output=("filled", "fill:filled")):
    algorithm = provider.algorithm(model).create()
    name = name_of(algorithm, output)
    context = QgsProcessingContext()
    parameters = {**parameters, name: str(path)}
    fine, problem = algorithm.checkParameterValues(parameters, context)
    assert fine, problem
    answer, fine = algorithm.run(parameters, context, QgsProcessingFeedback(False), {}, False)
    assert fine
    return answer[name]


def test_models_are_listed_with_labels_in_order(provider):
    model = provider.algorithm("fillbyclassification")
    assert model.displayName() == "Fill by scene classification (model)"
    name_of(model)
    inputs = [parameter.description() for parameter in model.parameterDefinitions() if not parameter.isDestination()]
    assert inputs == [
        "Scene", "Scene classification", "Classes to fill", "Grow the mask by (pixels)", "Other dates",
    ]  # fmt: skip
    assert type(model.create()) is type(model)


def test_fill_by_classification(provider, place, tmp_path):
    output = run(
        provider,
        "fillbyclassification",
        {"scene": place["scene"], "classification": place["scl"], "grow": 2, "dates": [place["earlier"]]},
        tmp_path / "out.tif",
    )
    filled, truth, scene = (scenes.pixels(path) for path in (output, place["clear"], place["scene"]))
    assert abs(filled[45][50] - truth[45][50]) < 150
    assert filled[5][5] == scene[5][5]


def test_fill_from_scenes(provider, place, tmp_path):
    output = run(
        provider,
        "fillfromscenes",
        {"scene": place["scene"], "mask": place["mask"], "scenes": [place["earlier"], place["earliest"]]},
        tmp_path / "out.tif",
    )
    filled, truth = scenes.pixels(output), scenes.pixels(place["clear"])
    assert abs(filled[45][50] - truth[45][50]) < 150


def test_every_date_of_a_place(provider, place, tmp_path):
    """Two dates, one of them with a classification beside it by its name."""
    for name in ("scene_20181008", "earlier_20180928"):
        source = Path(place["scene" if name.startswith("scene") else "earlier"])
        shutil.copy(source, tmp_path / f"{name}.tif")
    shutil.copy(place["scl"], tmp_path / "scene_20181008_SCL.tif")
    shutil.copy(place["scl"], tmp_path / "earlier_20180928_SCL.tif")
    clear = gdal.Open(str(tmp_path / "earlier_20180928_SCL.tif"), gdal.GA_Update)
    clear.GetRasterBand(1).Fill(4)
    clear = None
    output = run(
        provider,
        "filldatesofaplace",
        {"series": [str(tmp_path / f"{name}.tif") for name in ("scene_20181008", "earlier_20180928")], "ending": "_SCL",
         "classes": "3,8-10", "grow": 2, "detect": False},
        tmp_path / "series",
        output=("filled", "series:filled"),
    )  # fmt: skip
    (filled,) = [path for path in Path(output).rglob("filled.tif") if "2018-10-08" in str(path)]
    truth, cloudy = scenes.pixels(place["clear"]), scenes.pixels(place["scene"])
    assert abs(scenes.pixels(str(filled))[45][50] - truth[45][50]) < 150
    assert scenes.pixels(str(filled))[5][5] == cloudy[5][5]


def test_a_step_that_fails_fails_the_model(provider, place, tmp_path):
    empty = scenes.write(tmp_path / "empty.tif", [scenes.grid(lambda row, col: 5)], dtype=1)
    with pytest.raises(Exception, match="mask"):
        run(
            provider,
            "fillbyclassification",
            {"scene": place["scene"], "classification": empty, "dates": [place["earlier"]]},
            tmp_path / "out.tif",
        )
    assert not (tmp_path / "out.tif").exists()


def test_model_runs_in_qgis_process(process, provider, place, tmp_path):  # noqa: F811 - the fixture
    output = tmp_path / "out.tif"
    answer = process(
        "--json",
        "run",
        "geoinpaint:fillfromscenes",
        f"--scene={place['scene']}",
        f"--mask={place['mask']}",
        f"--scenes={place['earlier']}",
        f"--scenes={place['earliest']}",
        f"--{name_of(provider.algorithm('fillfromscenes'))}={output}",
    )
    results(answer)
    assert scenes.pixels(output)[45][50] < 9000


@pytest.mark.parametrize("name", ["fillbyclassification", "fillfromscenes", "filldatesofaplace"])
def test_models_are_valid_and_their_steps_are_named_and_lie_apart(provider, name):
    """What the designer paints red is a step that does not validate, or whose algorithm is not there."""
    model = provider.algorithm(name).create()
    assert model.validate() == (True, [])
    boxes = []
    for step, child in model.childAlgorithms().items():
        assert model.validateChildAlgorithm(step) == (True, []), step
        assert child.algorithm() is not None, step
        assert child.description() not in ("", step), step
        boxes.append(child)
    boxes += list(model.parameterComponents().values())
    assert len(boxes) > 4
    areas = [_area(box) for box in boxes]
    for number, area in enumerate(areas):
        assert not any(area.intersects(other) for other in areas[:number])


def _area(component):
    size, middle = component.size(), component.position()
    return QRectF(middle.x() - size.width() / 2, middle.y() - size.height() / 2, size.width(), size.height())


def test_a_step_whose_algorithm_is_gone_does_not_validate(provider, tmp_path):
    """So that the test above can fail."""
    text = (FOLDER / "fillfromscenes.model3").read_text(encoding="utf-8")
    (tmp_path / "broken.model3").write_text(text.replace("geoinpaint:classicalfill", "geoinpaint:gone"), "utf-8")
    model = QgsProcessingModelAlgorithm()
    assert not model.fromFile(str(tmp_path / "broken.model3")) or not model.validate()[0]

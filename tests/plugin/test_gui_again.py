"""A result made again from its recipe, and the panel's wishes in QGIS's batch and modeler."""

import json
from pathlib import Path

import pytest
from qgis.core import (
    QgsFeature,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingUtils,
    QgsRasterLayer,
    QgsRectangle,
    QgsVectorLayer,
)

from geoinpaint_qgis.gui import dialogs
from geoinpaint_qgis.gui.run import recipes
from tests.plugin import scenes
from tests.plugin.algorithms import differences, run
from tests.plugin.panel import layer

VALUES = {
    "classicalfill": {"FILL": "ratio", "BANDS": [3, 1], "MASK_NODATA": True, "DILATE": 2, "SEED": 5, "HOLDOUT": "off",
                      "EXTENT": "500000,500960,4999500,5000000"},
    "inpaint": {"MODE": "mt", "PRESET": "fast", "REFERENCE_USE": "latest", "STOP": "auto", "DEVICE": "cpu"},
}  # fmt: skip


def job_of(provider, name, parameters):
    """The job that an algorithm makes of parameters, its outputs aside."""
    algorithm = provider.algorithm(name).create()
    context, feedback = QgsProcessingContext(), QgsProcessingFeedback(False)
    fine, problem = algorithm.checkParameterValues(parameters, context)
    assert fine, problem
    assert algorithm.prepare(parameters, context, feedback)
    job = algorithm.job(parameters, context, feedback)
    return {key: value for key, value in job.items() if key not in ("output", "report")}


def area_file(folder):
    """A file with a polygon over the left of the hole."""
    west, north = scenes.ORIGIN
    corners = [(west + 10 * col, north - 10 * row) for col, row in ((20, 20), (55, 20), (45, 70), (20, 20))]
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::32633"}}
    file = folder / "area.geojson"
    file.write_text(json.dumps({"type": "FeatureCollection", "crs": crs, "features": [
        {"type": "Feature", "properties": {}, "geometry": {"type": "Polygon", "coordinates": [corners]}}
    ]}))  # fmt: skip
    return str(file)


@pytest.mark.parametrize("name", list(VALUES))
def test_the_recipe_gives_back_the_same_job(provider, fill, place, tmp_path, name):
    output = str(tmp_path / "scene_inpainted_x.tif")
    values = {**VALUES[name], "CLASSIFICATION": place["scl"], "OUTPUT": output, "REPORT": str(tmp_path / "report.html"),
              "AREA": area_file(tmp_path)}  # fmt: skip
    fill(name, **values)
    again = recipes.read(recipes.recipe_of(QgsRasterLayer(output, "filled")))
    assert again.algorithm == f"geoinpaint:{name}"
    assert not again.notes
    before = {"INPUT": place["scene"], "MASKS": [place["mask"]], "REFERENCES": [place["earlier"]], **values}
    assert job_of(provider, name, again.parameters) == job_of(provider, name, before)
    assert again.parameters["OUTPUT"] == str(tmp_path / "scene_inpainted_x_2.tif")
    assert again.parameters["REPORT"] == str(tmp_path / "scene_inpainted_x_2_report.html")
    results = run(provider, name, again.parameters)
    assert not differences(results["OUTPUT"], output)


def close_qgis():
    """What is lost when QGIS closes: the temporary files, which are emptied here, as the folder serves other tests."""
    lost = [path for path in Path(QgsProcessingUtils.tempFolder()).rglob("*") if path.is_file()]
    for path in lost:
        path.unlink()
    return lost


def test_drawn_shapes_are_kept_for_another_day(provider, fill, tmp_path):
    output = tmp_path / "out.tif"
    drawn = {"MASKS": [drawn_layer("mask ä")], "AREA": drawn_layer("area"), "REFERENCES": None, "FILL": "harmonic"}
    count = fill(**drawn)["FILLED_PIXELS"]
    assert close_qgis()
    again = recipes.read(recipes.recipe_of(QgsRasterLayer(str(output), "filled")))
    assert not again.notes
    assert again.parameters["AREA"] == f"{output}.area.gpkg"
    assert again.parameters["MASKS"] == [f"{output}.mask.gpkg"]
    results = run(provider, "classicalfill", again.parameters)
    assert results["FILLED_PIXELS"] == count
    assert not differences(results["OUTPUT"], str(output))
    # shapes that a recipe names are not written over, and those of a run that failed are not left behind
    before = Path(f"{output}.area.gpkg").read_bytes()
    fill(**drawn)
    assert Path(f"{output}.area.gpkg").read_bytes() == before
    assert sorted(path.name for path in tmp_path.glob("*.gpkg")) == [
        "out.tif.area.gpkg", "out.tif.area_2.gpkg", "out.tif.mask.gpkg", "out.tif.mask_2.gpkg"
    ]  # fmt: skip
    with pytest.raises(QgsProcessingException):
        fill(**{**drawn, "AREA": drawn_layer("area", shift=90), "OUTPUT": str(tmp_path / "failed.tif")})
    assert not list(tmp_path.glob("failed*"))


def drawn_layer(name, shift=0):
    """A layer in memory, as the panel draws it, with a square over a part of the hole."""
    west, north = scenes.ORIGIN
    layer = QgsVectorLayer("MultiPolygon?crs=EPSG:32633", name, "memory")
    feature = QgsFeature(layer.fields())
    left = west + 10 * (45 if name == "area" else 35) + 10 * shift
    feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(left, north - 600, left + 200, north - 350)))
    layer.dataProvider().addFeatures([feature])
    return layer


def test_classes_beside_shapes_are_understood(provider, fill, place, tmp_path):
    shapes = area_file(tmp_path)
    values = {"MASK_CLASSES": "3,8-10", "MASKS": [place["scl"], shapes]}
    fill(**values)
    again = recipes.read(str(tmp_path / "out.tif.recipe.json"))
    assert again.parameters["MASKS"] == [place["scl"], shapes]
    assert again.parameters["MASK_CLASSES"] == "3,8,9,10"
    results = run(provider, "classicalfill", again.parameters)
    assert not differences(results["OUTPUT"], str(tmp_path / "out.tif"))
    # a raster without classes has none of its neighbour's
    path = tmp_path / "out.tif.recipe.json"
    recipe = json.loads(path.read_text(encoding="utf-8"))
    recipe["job"]["mask"].append({"path": place["mask"]})
    path.write_text(json.dumps(recipe), encoding="utf-8")
    with pytest.raises(recipes.NotRerunnable, match="different classes"):
        recipes.read(str(path))


def test_changed_and_lost_inputs_are_said(fill, tmp_path):
    fill()
    path = tmp_path / "out.tif.recipe.json"
    recipe = json.loads(path.read_text(encoding="utf-8"))
    recipe["inputs"][0]["bytes"] += 1
    recipe["inputs"][1]["path"] += "x"
    path.write_text(json.dumps(recipe), encoding="utf-8")
    notes = recipes.read(str(path)).notes
    assert "has changed" in notes[0]
    assert "is gone" in notes[1]
    recipe["job"]["references"][0]["date"] = "2020-01-01"
    path.write_text(json.dumps(recipe), encoding="utf-8")
    with pytest.raises(recipes.NotRerunnable, match="fill again"):
        recipes.read(str(path))
    path.write_text("{", encoding="utf-8")
    with pytest.raises(recipes.NotRerunnable, match="cannot be read"):
        recipes.read(str(path))


class Window:
    """What the menu asks of QGIS's window; the tour in a real desktop shows that QGIS has it."""

    def __init__(self, active):
        self.offered, self._active = [], active

    def activeLayer(self):
        return self._active

    def addCustomActionForLayer(self, action, layer):
        self.offered.append(layer.name())

    def removeCustomActionForLayerType(self, action):
        self.offered = []


def test_only_results_have_it_in_their_menu(dock, project, fill, tmp_path, monkeypatch):
    fill()
    result = QgsRasterLayer(str(tmp_path / "out.tif"), "out")
    shown, window = [], Window(result)
    monkeypatch.setattr(dialogs, "show_dialog", lambda *given: shown.append(given))
    monkeypatch.setattr(dock.menu, "_iface", window)
    project.addMapLayers([QgsRasterLayer(str(tmp_path / "scene.tif"), "another"), result])
    assert window.offered == ["out"]
    dock.menu.action.trigger()
    assert shown[0][0] == "geoinpaint:classicalfill"
    window._active = layer(project, "scene")
    dock.menu.action.trigger()
    assert len(shown) == 1


def select_area(dock, project, folder):
    """The panel's area is the one polygon of a layer, which is given back."""
    area = QgsVectorLayer(area_file(folder), "area")
    project.addMapLayer(area)
    area.selectAll()
    dock.raster.area.combo.setCurrentIndex(dock.raster.area.combo.findData("selection"))
    return area


def test_the_batch_has_the_wishes_in_its_first_row(dock, project, place, tmp_path):
    dock.mask.layers.tick([layer(project, "mask")])
    dock.evidence.references.tick([layer(project, "earlier")])
    dock.mask.dilate.setValue(3)
    area = select_area(dock, project, tmp_path)
    dialog = dialogs.show_batch(dock.request(), None)
    parameters, _ = dialog.mainWidget().parametersForRow(
        **({"row": 0, "warnOnInvalid": False} if not hasattr(dialog, "processingContext")
           else {"row": 0, "context": dialog.processingContext(), "warnOnInvalid": False})
    )  # fmt: skip
    assert parameters["DILATE"] == 3
    assert parameters["FILL"] == "regression"
    assert parameters["AREA"] in (area.id(), area.source())
    earlier = layer(project, "earlier")
    assert parameters["REFERENCES"] in ([earlier.id()], [earlier.source()], earlier.id())
    assert parameters["INPUT"] in (layer(project, "scene").id(), layer(project, "scene").source())
    dialog.close()
    dialog.deleteLater()


def test_the_model_of_the_wishes_runs(dock, project, place, tmp_path):
    dock.mask.layers.tick([layer(project, "mask")])
    dock.evidence.references.tick([layer(project, "earlier")])
    dock.mask.dilate.setValue(1)
    area = select_area(dock, project, tmp_path)
    model = dialogs.model_of(dock.request())
    inputs = {"input": place["scene"], "masks": [place["mask"]], "references": [place["earlier"]],
              "area": area.source()}  # fmt: skip
    output = str(tmp_path / "model.tif")
    name = next(p.name() for p in model.parameterDefinitions() if p.isDestination())
    assert {p.name() for p in model.parameterDefinitions()} == {*inputs, name}
    assert model.validate()[0], model.validate()[1]
    context, feedback = QgsProcessingContext(), QgsProcessingFeedback(False)
    _, fine = model.run({**inputs, name: output}, context, feedback)
    assert fine
    assert Path(output).exists()
    changed = differences(output, place["scene"])
    assert changed
    assert min(row for row, col in changed) == 29  # the mask begins at 30, and grows by one
    assert max(col for row, col in changed) < 55  # where the area ends

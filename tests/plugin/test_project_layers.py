"""What the panel starts with, what it offers, and what it makes of layers that a fill has made."""

import pytest
from osgeo import gdal
from qgis.core import QgsPointXY, QgsProcessingContext, QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest

from geoinpaint_qgis.gui.project_layers import has_pixels, is_own_result, looks_like_radar, start_layer
from tests.plugin import scenes
from tests.plugin.algorithms import run as run_algorithm
from tests.plugin.waiting import wait


def layer(project, name):
    return project.mapLayersByName(name)[0]


def run(dock):
    QTest.mouseClick(dock.footer.start, Qt.MouseButton.LeftButton)
    assert dock.running, dock.footer.hint.text()
    wait(lambda: not dock.running)
    assert dock.footer.state == "done", dock.footer.summary.text()


def tiles():
    made = QgsRasterLayer("type=xyz&url=file:///nowhere/%7Bz%7D/%7Bx%7D/%7By%7D.png&zmin=0&zmax=1", "tiles", "wms")
    assert made.isValid()
    return made


def test_tile_services_are_not_offered(dock, project):
    service = tiles()
    assert not has_pixels(service)
    project.addMapLayer(service)
    combos = (dock.raster.combo, dock.mask.classification)
    assert all("tiles" not in [combo.itemText(row) for row in range(combo.count())] for combo in combos)
    lists = (dock.mask.layers, dock.evidence.references, dock.evidence.radar)
    assert service not in [found for each in lists for found in each.listed()]


def test_the_panel_starts_with_the_active_layer_and_never_with_a_result(project, place):
    other = QgsRasterLayer(place["earliest"], "a raster before all others")
    project.addMapLayer(other)
    assert start_layer(project, other) is other
    assert start_layer(project, layer(project, "scene")) is layer(project, "scene")
    assert start_layer(project, tiles()).bandCount() > 1
    other.setCustomProperty("geoinpaint/made", "result")
    assert start_layer(project, other) is not other


def test_a_choice_is_kept_when_the_panel_is_shown_again(dock, project):
    dock.raster._forget_choice()
    dock.raster.start_with(layer(project, "earlier"))
    assert dock.raster.scene().name() == "earlier"
    dock.raster.choose(layer(project, "scene"))
    dock.raster.start_with(layer(project, "earlier"))
    assert dock.raster.scene().name() == "scene"


@pytest.mark.parametrize(
    ("bands", "values", "radar"),
    [
        (("VV", "VH"), 0.1, True),
        (("Sigma0_VH", "Sigma0_VV"), 0.1, True),
        (("", ""), -12.0, True),  # decibels
        (("", ""), 0.1, False),
        (("B02", "B03"), -1.0, False),
        (("B02", "B03", "B04"), -1.0, False),
    ],
)
def test_radar_is_told_by_bands_and_values_whatever_its_name(qgis_app, tmp_path, bands, values, radar):
    planes = [scenes.grid(lambda row, col: values + 0.001 * col)] * len(bands)
    path = scenes.write(tmp_path / "x.tif", planes, dtype=gdal.GDT_Float32, names=bands)
    for name in ("s12_rome", "S1A_IW_GRDH", "anything"):
        assert looks_like_radar(QgsRasterLayer(path, name)) is radar


def test_what_a_fill_makes_is_named_apart_styled_and_never_evidence(dock, project, tmp_path):
    dock.mask.layers.tick([layer(project, "mask")])
    dock.evidence.references.tick([layer(project, "earlier")])
    dock.result.uncertainty.setChecked(True)
    dock.result.fill_flag.setChecked(True)
    run(dock)
    run(dock)
    stem = "scene_inpainted_regression"
    names = {x.name() for x in project.mapLayers().values()}
    ends = ("", "_uncertainty", "_fill_flag")
    assert {f"{stem}{end}{number}" for end in ends for number in ("", "_2")} <= names
    assert (tmp_path / f"{stem}_fill_flag.tif").exists()
    uncertainty, flag = layer(project, f"{stem}_uncertainty"), layer(project, f"{stem}_fill_flag")
    assert uncertainty.renderer().type() == "singlebandpseudocolor"
    assert uncertainty.renderer().classificationMax() > 0
    assert flag.renderer().type() == "paletted"
    assert [item.color.alpha() for item in flag.renderer().classes()] == [0, 255, 255]
    for made in (layer(project, stem), uncertainty, flag):
        assert is_own_result(made)
        assert made not in [*dock.evidence.references.listed(), *dock.evidence.radar.listed()]
        assert made not in dock.mask.layers.listed()
    QTest.mouseClick(dock.footer.profile_button, Qt.MouseButton.LeftButton)
    extent = uncertainty.extent()
    ends = (QgsPointXY(x, extent.center().y()) for x in (extent.xMinimum(), extent.xMaximum()))
    dock._canvas.setDestinationCrs(uncertainty.crs())
    dock.comparisons.profile.look(*ends)
    profile = dock.comparisons.profile.profile
    spread = [value for value, filled in zip(profile.deviation[0], profile.filled) if filled]  # noqa: B905
    assert spread
    assert all(0 < value < 1000 for value in spread)
    dock.comparisons.profile.close()
    again = QgsRasterLayer(layer(project, stem).source(), "opened later")
    assert is_own_result(again)


def test_mask_and_scene_removed_at_once_raise_nothing(dock, project, recwarn, capsys):
    mask, scene = layer(project, "mask"), layer(project, "scene")
    dock.mask.layers.tick([mask])
    dock.mask.overlay.follow(dock.request(), again=True)
    project.removeMapLayer(mask.id())
    dock.mask.overlay._look()
    dock.mask.overlay.follow(dock.request(), again=True)
    project.removeMapLayers([scene.id()])
    dock.mask.overlay._look()
    wait(lambda: not dock.mask.overlay.busy)
    assert "Traceback" not in capsys.readouterr().err


def test_the_classical_fill_chooses_by_what_is_given(provider, place, tmp_path):
    wishes = {"INPUT": place["scene"], "MASKS": [place["mask"]], "OUTPUT": str(tmp_path / "out.tif")}
    for more, fill in (({}, "coherent"), ({"REFERENCES": [place["earlier"]]}, "regression")):
        context = QgsProcessingContext()
        context.setProject(QgsProject.instance())
        run_algorithm(provider, "classicalfill", {**wishes, **more}, context=context)
        recipe = (tmp_path / "out.tif.recipe.json").read_text(encoding="utf-8")
        assert f'"fill": "{fill}"' in recipe


def test_the_ready_made_models_are_whole(provider):
    from geoinpaint_qgis.processing.models import ready_models

    for model in ready_models():
        assert model.validate() == (True, []), model.name()
        steps = [child.description() for child in model.childAlgorithms().values()]
        assert not {"classicalfill", "cloudmask", "clearskyreference"} & set(steps)


def test_dates_are_told_with_their_days_and_ranked(dock, project, place):
    project.addMapLayer(QgsRasterLayer(place["earliest"], "a_first"))
    scene = QgsRasterLayer(place["scene"], "dated")
    project.addMapLayer(scene)
    dock.raster.choose(scene)
    dock.mask.layers.tick([layer(project, "mask")])
    wait(lambda: dock.mask.overlay.answer is not None and dock.mask.overlay.answer.holes and not dock.evidence.busy)
    rows = [dock.evidence.references.item(row).text() for row in range(dock.evidence.references.count())]
    dated = [row.replace("\n", " ") for row in rows if " d" in row.split("\n")[-1]]
    assert dated[0].startswith("earlier 2018-09-28, \u221210 d")
    assert dated[1].startswith("a_first 2018-09-18, \u221220 d")

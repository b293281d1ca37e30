"""Scenes whose values QGIS shows in other units than their results': products, COGs with scale and offset, floats."""

import shutil
from pathlib import Path

import pytest
from osgeo import gdal
from qgis.core import (
    QgsColorRampShader,
    QgsContrastEnhancement,
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsMultiBandColorRenderer,
    QgsPointXY,
    QgsRasterLayer,
    QgsRasterShader,
    QgsSingleBandGrayRenderer,
    QgsSingleBandPseudoColorRenderer,
)
from qgis.PyQt.QtCore import QSize, Qt
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtTest import QTest

from geoinpaint_qgis.gui.map_image import styled_image
from geoinpaint_qgis.processing.stretch import SceneStyle
from geoinpaint_qgis.processing.units import Units, translated
from tests.plugin import scenes
from tests.plugin.waiting import wait

STRETCH = QgsContrastEnhancement.ContrastEnhancementAlgorithm.StretchToMinimumMaximum


def declared(path, scale, offset, source):
    """A copy of a raster whose bands declare a scale and an offset."""
    shutil.copy(source, path)
    dataset = gdal.Open(str(path), gdal.GA_Update)
    for band in range(1, dataset.RasterCount + 1):
        dataset.GetRasterBand(band).SetScale(scale)
        dataset.GetRasterBand(band).SetOffset(offset)
    del dataset
    return QgsRasterLayer(str(path), Path(path).stem)


def stretched(layer, low, high, bands=(3, 2, 1)):
    renderer = QgsMultiBandColorRenderer(layer.dataProvider(), *bands)
    for color, band in zip(("Red", "Green", "Blue"), bands):  # noqa: B905 - Python 3.9
        enhancement = QgsContrastEnhancement(layer.dataProvider().dataType(band))
        enhancement.setContrastEnhancementAlgorithm(STRETCH)
        enhancement.setMinimumValue(low)
        enhancement.setMaximumValue(high)
        getattr(renderer, f"set{color}ContrastEnhancement")(enhancement)
    layer.setRenderer(renderer)


def rendered(layer):
    """A layer as the map shows it at its own resolution, as a list of colours."""
    side = layer.width()
    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setDestinationCrs(layer.crs())
    settings.setExtent(layer.extent())
    settings.setOutputSize(QSize(side, side))
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    return colours(job.renderedImage())


def colours(image):
    return [image.pixelColor(col, row) for row in range(image.height()) for col in range(image.width())]


def apart(one, other):
    """The mean difference of two pictures' channels, 0 to 255."""
    pairs = list(zip(one, other))  # noqa: B905
    return sum(abs(a.red() - b.red()) + abs(a.green() - b.green()) + abs(a.blue() - b.blue()) for a, b in pairs) / (
        3 * len(pairs)
    )


def spread(picture):
    lightness = [colour.lightness() for colour in picture]
    return max(lightness) - min(lightness)


def test_a_value_is_translated_through_what_is_stored():
    plain, reflectance = Units(), Units(0.0001, -0.1)
    assert translated(3000, plain, reflectance) == pytest.approx(0.2)
    assert translated(0.2, reflectance, plain) == pytest.approx(3000)
    assert translated(0.1, reflectance, reflectance) == 0.1


@pytest.mark.parametrize("units", [(1.0, 0.0), (0.0001, -0.1), (2.0, 7.0)])
@pytest.mark.parametrize("others", [(1.0, 0.0), (0.0001, -0.1)])
def test_a_picture_is_the_same_in_other_units(qgis_app, place, tmp_path, units, others):
    scene = declared(tmp_path / "scene.tif", *units, place["scene"])
    scale, offset = units
    stretched(scene, scale * 1000 + offset, scale * 3000 + offset)
    copy = declared(tmp_path / "copy.tif", *others, place["scene"])
    copy.setRenderer(SceneStyle(scene).renderer(copy.dataProvider(), [1, 2, 3]))
    assert spread(rendered(scene)) > 100
    assert apart(rendered(scene), rendered(copy)) < 1.5
    assert apart(colours(styled_image(str(tmp_path / "copy.tif"), scene)), rendered(scene)) < 3


def test_bands_are_followed_into_a_file_that_holds_some_of_them(qgis_app, place, tmp_path):
    scene = declared(tmp_path / "scene.tif", 0.0001, -0.1, place["scene"])
    stretched(scene, 0.0, 0.2)
    gdal.Translate(str(tmp_path / "turned.tif"), place["scene"], bandList=[3, 1, 2])
    turned = QgsRasterLayer(str(tmp_path / "turned.tif"))
    renderer = SceneStyle(scene).renderer(turned.dataProvider(), [3, 1, 2])
    assert (renderer.redBand(), renderer.greenBand(), renderer.blueBand()) == (1, 3, 2)
    turned.setRenderer(renderer)
    assert apart(rendered(scene), rendered(turned)) < 1.5
    assert SceneStyle(scene).renderer(turned.dataProvider(), [1, 2, 2]) is None  # band 3 is shown and not there


def test_gray_and_colour_ramps_are_translated_too(qgis_app, place, tmp_path):
    scene = declared(tmp_path / "scene.tif", 1.0, 0.0, place["scene"])
    copy = declared(tmp_path / "copy.tif", 0.0001, -0.1, place["scene"])
    gray = QgsSingleBandGrayRenderer(scene.dataProvider(), 2)
    enhancement = QgsContrastEnhancement(scene.dataProvider().dataType(2))
    enhancement.setContrastEnhancementAlgorithm(STRETCH)
    enhancement.setMinimumValue(1000)
    enhancement.setMaximumValue(3000)
    gray.setContrastEnhancement(enhancement)
    ramp = QgsColorRampShader(1000, 3000)
    ramp.setColorRampItemList(
        [QgsColorRampShader.ColorRampItem(v, QColor(c)) for v, c in ((1000, "black"), (3000, "yellow"))]
    )
    shader = QgsRasterShader(1000, 3000)
    shader.setRasterShaderFunction(ramp)
    for renderer in (gray, QgsSingleBandPseudoColorRenderer(scene.dataProvider(), 1, shader)):
        scene.setRenderer(renderer)
        copy.setRenderer(SceneStyle(scene).renderer(copy.dataProvider(), [1, 2, 3]))
        assert spread(rendered(scene)) > 30
        assert apart(rendered(scene), rendered(copy)) < 1.5


# --- the panel on a product ------------------------------------------------------------------------------------------


@pytest.fixture
def walked(dock, project, product):
    """The panel after a fill of the product's 10 m bands by its own classification."""
    dock.raster._ask_resolution = lambda found: found[0]
    dock.raster.open_product(product["folder"])
    dock.mask.preset.menu().actions()[0].trigger()
    scene = dock.raster.scene()
    assert "10m" in scene.name()
    stretched(scene, 2500, 4000)
    QTest.mouseClick(dock.footer.start, Qt.MouseButton.LeftButton)
    assert dock.running, dock.footer.hint.text()
    wait(lambda: not dock.running)
    assert dock.footer.state == "done", dock.footer.summary.text()
    yield dock, scene, dock.last.result()
    for path in Path(product["folder"]).parent.glob("*_inpainted_*"):
        path.unlink()


def test_a_products_result_is_shown_as_the_product_and_lies_beside_it(walked, product):
    _, scene, result = walked
    assert Path(result.source()).parent == Path(product["folder"]).parent
    assert result.name() == f"{Path(product['folder']).stem}_10m_inpainted_coherent"
    assert result.dataProvider().bandScale(1) == pytest.approx(0.0001)  # else this tests nothing
    assert spread(rendered(scene)) > 60
    assert apart(rendered(scene), rendered(result)) < 12  # the hole itself is another
    assert apart(colours(styled_image(result.source(), scene)), rendered(result)) < 3


def test_difference_and_profile_of_a_product_see_the_hole_alone(walked, project):
    dock, scene, result = walked
    QTest.mouseClick(dock.footer.difference_button, Qt.MouseButton.LeftButton)
    wait(lambda: dock.footer.difference_button.isEnabled())
    change = project.mapLayersByName(f"{result.name()}_minus_harmonic")[0].dataProvider()
    extent = scene.extent()
    middle, corner = QgsPointXY(extent.xMinimum() + 400, extent.yMaximum() - 300), extent.center()
    assert change.sample(middle, 1)[1]
    assert 0 < abs(change.sample(middle, 1)[0]) < 0.5  # in reflectance, as the result
    assert not change.sample(QgsPointXY(corner.x() + 200, corner.y() - 200), 1)[1]  # kept

    QTest.mouseClick(dock.footer.profile_button, Qt.MouseButton.LeftButton)
    start = QgsPointXY(extent.xMinimum(), middle.y())
    dock._canvas.setDestinationCrs(scene.crs())
    dock.comparisons.profile.look(start, QgsPointXY(extent.xMaximum(), middle.y()))
    profile = dock.comparisons.profile.profile
    assert 0.2 < sum(profile.filled) / len(profile.filled) < 0.6
    for before, after, filled in zip(profile.before[0], profile.after[0], profile.filled):  # noqa: B905
        assert filled or before == pytest.approx(after, nan_ok=True)  # the line ends where the scene does
    dock.comparisons.profile.close()


def test_a_result_of_some_bands_is_shown_as_its_scene(dock, project):
    scene = dock.raster.scene()
    stretched(scene, 1000, 3000, bands=(3, 3, 2))
    dock.mask.layers.tick([project.mapLayersByName("mask")[0]])
    for row in (1, 2):
        dock.raster.bands.setItemCheckState(row, Qt.CheckState.Checked)
    QTest.mouseClick(dock.footer.start, Qt.MouseButton.LeftButton)
    wait(lambda: not dock.running)
    renderer = dock.last.result().renderer()
    assert (renderer.redBand(), renderer.greenBand(), renderer.blueBand()) == (2, 2, 1)
    assert scenes.BANDS[1:] == ("B03", "B04")


# --- the stretch of the clear ground ---------------------------------------------------------------------------------


def ranges(layer):
    renderer = layer.renderer()
    return [
        (found.minimumValue(), found.maximumValue())
        for found in (
            renderer.redContrastEnhancement(),
            renderer.greenContrastEnhancement(),
            renderer.blueContrastEnhancement(),
        )
    ]


def run_with_mask(dock, project):
    dock.mask.layers.tick([project.mapLayersByName("mask")[0]])
    wait(lambda: dock.mask.overlay.answer is not None and dock.mask.overlay.answer.holes)
    QTest.mouseClick(dock.footer.start, Qt.MouseButton.LeftButton)
    wait(lambda: not dock.running and not dock.stretch.busy)
    assert dock.footer.state == "done", dock.footer.summary.text()


def test_scene_and_result_are_stretched_to_the_clear_ground(dock, project):
    scene = dock.raster.scene()
    scene.setDefaultContrastEnhancement()
    assert max(high for _, high in ranges(scene)) == 9000  # the cloud's
    run_with_mask(dock, project)
    assert ranges(dock.last.result()) == ranges(scene)
    assert all(700 < low < high < 4000 for low, high in ranges(scene))


@pytest.mark.parametrize("why", ["off", "own range"])
def test_the_scenes_own_stretch_is_kept_where_that_is_wanted(dock, project, why):
    scene = dock.raster.scene()
    scene.setDefaultContrastEnhancement()
    if why == "off":
        dock.result.clear_stretch.setChecked(False)
    else:
        stretched(scene, 100, 8000)
    before = ranges(scene)
    run_with_mask(dock, project)
    dock.result.clear_stretch.setChecked(True)
    assert ranges(scene) == ranges(dock.last.result()) == before

"""What masks and areas of the fills may be: rasters, shapes, drawn, selected, in memory."""

import json
from pathlib import Path

import pytest
from qgis.core import (
    QgsFeature,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsVectorFileWriter,
    QgsVectorLayer,
)

from tests.plugin import scenes
from tests.plugin.algorithms import HOLE, INSIDE, Messages, differences, run, triangle


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


def test_a_filter_on_a_mask_layer_counts(provider, fill, place, tmp_path):
    from qgis.core import QgsVectorFileWriter

    path = str(tmp_path / "masks.gpkg")
    options = QgsVectorFileWriter.SaveVectorOptions()
    layer = memory_mask()
    feature = QgsFeature(layer.fields())
    west, north = scenes.ORIGIN
    feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(west, north - 50, west + 50, north)))
    layer.dataProvider().addFeatures([feature])
    QgsVectorFileWriter.writeAsVectorFormatV3(layer, path, QgsProject.instance().transformContext(), options)
    # of the project, as what is raised in an algorithm keeps its layers, and the project's end with QGIS
    whole = QgsProject.instance().addMapLayer(QgsVectorLayer(f"{path}|layername=masks", "masks", "ogr"))
    assert fill(MASKS=[whole])["FILLED_PIXELS"] == len(HOLE) + 25
    whole.setSubsetString("fid = 2")
    assert fill(MASKS=[whole])["FILLED_PIXELS"] == 25
    whole.setSubsetString("fid > 2")
    with pytest.raises(QgsProcessingException, match=r"^The mask masks holds no shapes\. Draw some"):
        fill(MASKS=[whole])
    messages = Messages()
    assert fill(MASKS=[whole, memory_mask()], feedback=messages)["FILLED_PIXELS"] == len(HOLE)
    assert "The mask source masks holds no shapes." in messages.warnings
    given = {"INPUT": place["scene"], "MASKS": [whole], "OUTPUT": str(tmp_path / "mask.tif")}
    with pytest.raises(QgsProcessingException, match=r"^The mask masks holds no shapes\. Draw some"):
        run(provider, "cloudmask", given)
    QgsProject.instance().removeMapLayer(whole)


def test_a_raster_that_is_no_file_is_exported(fill, place):
    """A virtual raster calculated by QGIS: there is no file the engine could open."""
    from osgeo import gdal

    path = "/vsimem/geoinpaint_mask.tif"  # lives in this process alone
    gdal.GetDriverByName("GTiff").CreateCopy(path, gdal.Open(place["mask"])).FlushCache()
    layer = QgsRasterLayer(path, "in memory", "gdal")
    assert layer.isValid()
    assert fill(MASKS=[layer])["FILLED_PIXELS"] == len(HOLE)
    gdal.Unlink(path)

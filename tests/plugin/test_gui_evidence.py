"""The lists of dates and radar: what they tell of each layer, its rank, and what is ticked unasked."""

import pytest
from osgeo import gdal
from qgis.core import QgsRasterLayer

from geoinpaint_qgis.gui import panel_state
from geoinpaint_qgis.gui.evidence.layer_coverage import LayerCoverage, Place, coverages
from geoinpaint_qgis.gui.evidence.layer_ranking import layers_to_tick, rank
from geoinpaint_qgis.gui.mask.mask_query import MaskQuery, RasterMask
from geoinpaint_qgis.gui.mask.survey import survey
from geoinpaint_qgis.gui.raster import products
from tests.plugin.waiting import wait


def layer(project, name):
    return project.mapLayersByName(name)[0]


def test_a_layer_is_seen_by_its_pixels(qgis_app, place, tmp_path):
    seen = survey(MaskQuery(place["scene"], (RasterMask(place["mask"]),)))
    half = str(tmp_path / "half.tif")
    gdal.Translate(half, place["earlier"], srcWin=[0, 0, 53, 96])  # the hole: columns 40 to 65
    found = coverages(seen, [Place(place["earlier"]), Place(half), Place(str(tmp_path / "none.tif"))])
    assert found == {
        place["earlier"]: LayerCoverage(1.0, 1.0),
        half: LayerCoverage(pytest.approx(0.5), pytest.approx(53 / 96)),
    }


def test_a_products_clouds_are_those_of_its_classification(qgis_app, product):
    found = products.resolutions(product["metadata"])
    uri = dict(found)[10]
    classes = products.classification(product["folder"])
    seen = survey(MaskQuery(uri, (RasterMask(classes, (9,)),)))
    for kind in ("folder", "zip"):
        coverage = coverages(seen, [Place(uri, product[kind])])[uri]
        assert coverage.cloud == pytest.approx(200 / 3600, abs=0.005)
        assert coverage.shown < 0.02, "its own clouds lie on the hole"
        assert coverage.valid == 1.0
    assert coverages(seen, [Place(uri)])[uri] == LayerCoverage(1.0, 1.0), "of a plain raster nothing is known"


def test_the_nearest_come_first_and_the_cloudy_ones_last():
    clear, cloudy, hidden = LayerCoverage(1.0, 1.0, 0.02), LayerCoverage(0.9, 1.0, 0.8), LayerCoverage(0.3, 1.0)
    order = sorted([(3, cloudy), (-20, clear), (5, hidden), (10, clear), (None, clear)], key=lambda x: rank(*x))
    assert order == [(10, clear), (-20, clear), (None, clear), (3, cloudy), (5, hidden)]
    known = [("a", -20, clear), ("b", 3, cloudy), ("c", 10, clear), ("d", None, clear), ("e", 5, hidden),
             ("f", 300, clear), ("g", 1, None), ("h", -10, clear)]  # fmt: skip
    assert layers_to_tick(known, most=9, within=60) == ["c", "h", "a"]
    assert layers_to_tick(known, most=1, within=60) == ["c"]


@pytest.fixture
def dated(dock, project, place):
    """The panel with a scene whose date is known, two dates before it, and its mask."""
    project.addMapLayer(QgsRasterLayer(place["earliest"], "first"))
    scene = QgsRasterLayer(place["scene"], "dated")
    project.addMapLayer(scene)
    dock.raster.choose(scene)
    dock.mask.layers.tick([layer(project, "mask")])
    looked(dock)
    return dock


def looked(dock):
    wait(lambda: not dock.mask.overlay.busy and dock.mask.overlay.answer is not None and not dock.evidence.busy)


def test_the_likely_ones_are_ticked_until_the_user_chooses(dated, project):
    rows = [dated.evidence.references.item(row).text() for row in range(dated.evidence.references.count())]
    assert rows[0] == "earlier\n2018-09-28, \u221210 d · 100 % valid · shows 100 %"
    assert rows[1] == "first\n2018-09-18, \u221220 d · 100 % valid · shows 100 %"
    assert [x.name() for x in dated.evidence.references.ticked()] == ["earlier", "first"]
    assert dated.request().label == "regression"
    assert dated.evidence.radar.ticked() == [], "its date is not known"
    dated.evidence.references.tick([layer(project, "first")])
    dated.mask.dilate.setValue(2)
    looked(dated)
    assert [x.name() for x in dated.evidence.references.ticked()] == ["first"]


def test_a_choice_of_none_is_kept_with_the_project(dated, project):
    dated.evidence.references.tick([])
    panel_state.write(dated, project)
    dated.evidence.references.tick([layer(project, "first")])
    dated.evidence._forget_choice()
    panel_state.read(dated, project)
    dated.mask.dilate.setValue(1)
    looked(dated)
    assert dated.evidence.references.ticked() == []


def test_without_dates_nothing_is_ticked_unasked(dock, project):
    dock.mask.layers.tick([layer(project, "mask")])
    looked(dock)
    assert dock.evidence.references.ticked() == []
    assert "100 % valid" in dock.evidence.references.item(0).text()

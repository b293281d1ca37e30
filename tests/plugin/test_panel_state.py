"""The panel's choices live in the project: after reopening all is as it was."""

from qgis.core import QgsProject
from qgis.PyQt.QtCore import Qt

from tests.plugin.waiting import wait


def layer(project, name):
    return project.mapLayersByName(name)[0]


def choices(dock):
    request = dock.request()
    return {
        "scene": request.scene.name(), "bands": request.bands, "classes": request.classes, "dilate": request.dilate,
        "classification": request.classification.name(), "masks": [x.name() for x in request.masks],
        "references": [x.name() for x in request.references], "radar": [x.name() for x in request.radar],
        "evidence": request.evidence, "fill": request.fill, "preset": request.preset, "seed": request.seed,
        "more": (request.nodata, request.report, request.uncertainty, request.fill_flag),
    }  # fmt: skip


def test_everything_is_as_it_was_after_reopening(dock, project, tmp_path):
    dock.raster.bands.setItemCheckState(1, Qt.CheckState.Checked)
    dock.mask.classification.setLayer(layer(project, "scl"))
    dock.mask.classes.setText("9")
    dock.mask.layers.tick([layer(project, "mask")])
    dock.mask.dilate.setValue(5)
    dock.mask.nodata.setChecked(True)
    dock.evidence.references.tick([layer(project, "earlier")])
    dock.evidence.radar.tick([layer(project, "sar")])
    dock.evidence.fill.setCurrentIndex(dock.evidence.fill.findData("paste"))
    dock.evidence.cards.choose("both")
    dock.result.fill_flag.setChecked(True)
    dock.result.seed.setValue(11)
    dock.raster.fold.click()
    assert not dock.raster.combo.isVisibleTo(dock.raster)
    before = choices(dock)
    assert before["bands"] == [2]
    assert project.write(str(tmp_path / "project.qgz"))
    project.clear()
    wait(lambda: dock.raster.scene() is None)
    for spin in (dock.mask.dilate, dock.result.seed):
        spin.setValue(0)
    dock.result.fill_flag.setChecked(False)
    dock.raster.fold.click()
    assert dock.raster.combo.isVisibleTo(dock.raster)
    assert QgsProject.instance().read(str(tmp_path / "project.qgz"))
    assert choices(dock) == before
    assert (dock.raster.folded, dock.mask.folded) == (True, False)
    dock.result.fill_flag.setChecked(False)


def test_a_project_that_says_nothing_or_nonsense_changes_nothing(dock, project, tmp_path):
    dock.mask.dilate.setValue(4)
    for text in ("", "{", "[1]", '{"evidence": "x", "seed": "y"}'):
        project.writeEntry("GeoInpaint", "panel", text)
        dock.choices.restore()
        assert dock.mask.dilate.value() == 4

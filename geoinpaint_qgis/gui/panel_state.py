"""Stores the panel's settings in the project when it is saved, and restores them when it is opened."""

from __future__ import annotations

import contextlib
import json
from typing import Any, Dict, List

from qgis.core import QgsMapLayer, QgsProject
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QCheckBox, QComboBox

from geoinpaint_qgis.gui.request import EVIDENCE

SCOPE, ENTRY = "GeoInpaint", "panel"
SECTIONS = ("raster", "mask", "evidence", "method", "result")


class PanelState:
    """Saves a panel's choices with the project, and restores them when it is opened."""

    def __init__(self, dock: Any, project: QgsProject) -> None:
        self._dock, self._project = dock, project
        project.writeProject.connect(self._saved)
        project.readProject.connect(self.restore)

    def shut_down(self) -> None:
        """Stops following the project."""
        self._project.writeProject.disconnect(self._saved)
        self._project.readProject.disconnect(self.restore)

    def restore(self, *_: Any) -> None:
        """Restores the panel's state from the project that was opened."""
        read(self._dock, self._project)

    def _saved(self, *_: Any) -> None:
        write(self._dock, self._project)


def write(dock: Any, project: QgsProject) -> None:
    """Stores the panel's choices in a project."""
    project.writeEntry(SCOPE, ENTRY, json.dumps(_state(dock)))


def read(dock: Any, project: QgsProject) -> None:
    """Restores the panel's choices from a project; choices that are not stored or no longer possible stay unchanged."""
    text, there = project.readEntry(SCOPE, ENTRY, "")
    if not there or not text:
        return
    try:
        state = json.loads(text)
    except ValueError:
        return
    if isinstance(state, dict):
        with contextlib.suppress(TypeError, ValueError):  # invalid content
            _restore(dock, project, state)


def _state(dock: Any) -> Dict[str, Any]:
    scene, classification = dock.raster.scene(), dock.mask.classification.currentLayer()
    return {
        "scene": scene.id() if scene is not None else "",
        "bands": [dock.raster.bands.itemData(row) for row in _ticked_rows(dock)],
        "classification": classification.id() if classification is not None else "",
        "classes": dock.mask.classes.text(),
        "masks": _ids(dock.mask.layers.ticked()),
        "dilate": dock.mask.dilate.value(),
        "references": _ids(dock.evidence.references.ticked()),
        "radar": _ids(dock.evidence.radar.ticked()),
        "evidence": dock.evidence.cards.current(),
        "choices": {name: combo.currentData() for name, combo in _combos(dock).items()},
        "boxes": {name: box.isChecked() for name, box in _boxes(dock).items()},
        "folded": [name for name in SECTIONS if getattr(dock, name).folded],
        "steps": dock.result.steps.value(),
        "seed": dock.result.seed.value(),
    }


def _restore(dock: Any, project: QgsProject, state: Dict[str, Any]) -> None:
    scene = project.mapLayer(str(state.get("scene", "")))
    if scene is not None:
        dock.raster.choose(scene)
    bands = state.get("bands") or []
    for row in range(dock.raster.bands.count()):
        on = dock.raster.bands.itemData(row) in bands
        dock.raster.bands.setItemCheckState(row, Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
    dock.mask.classification.setLayer(project.mapLayer(str(state.get("classification", ""))))
    dock.mask.classes.setText(str(state.get("classes", dock.mask.classes.text())))
    lists = {"masks": dock.mask.layers, "references": dock.evidence.references, "radar": dock.evidence.radar}
    for name, layers in lists.items():
        found = (project.mapLayer(str(key)) for key in state.get(name) or [])
        layers.tick([layer for layer in found if layer is not None])
    dock.evidence.keep_choice()
    dock.mask.dilate.setValue(int(state.get("dilate", dock.mask.dilate.value())))
    for name, combo in _combos(dock).items():
        row = combo.findData((state.get("choices") or {}).get(name))
        if row >= 0:
            combo.setCurrentIndex(row)
    for name, box in _boxes(dock).items():
        box.setChecked(bool((state.get("boxes") or {}).get(name, box.isChecked())))
    for name in SECTIONS:
        getattr(dock, name).set_folded(name in (state.get("folded") or []))
    for name in ("steps", "seed"):
        spin = getattr(dock.result, name)
        spin.setValue(int(state.get(name, spin.value())))
    if state.get("evidence") in EVIDENCE:
        dock.evidence.cards.choose(state["evidence"])
        dock.evidence.method.grey()  # its requirements may no longer be met


def _ticked_rows(dock: Any) -> List[int]:
    bands = dock.raster.bands
    return [row for row in range(bands.count()) if bands.itemCheckState(row) == Qt.CheckState.Checked]


def _ids(layers: List[QgsMapLayer]) -> List[str]:
    return [layer.id() for layer in layers]


def _combos(dock: Any) -> Dict[str, QComboBox]:
    return {"fill": dock.evidence.fill, "preset": dock.evidence.preset}


def _boxes(dock: Any) -> Dict[str, QCheckBox]:
    result = dock.result
    return {
        "nodata": dock.mask.nodata,
        "detect": dock.mask.detect,
        "detector": dock.mask.detector,
        "grow": dock.mask.grow,
        "report": result.report,
        "uncertainty": result.uncertainty,
        "fill_flag": result.fill_flag,
        "residual": result.residual,
    }

"""The panel's section on the mask: classification, layers, drawing, nodata; the sources are combined."""

from __future__ import annotations

import math
from typing import Any, Dict, Mapping, Optional

from osgeo import osr
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsGeometry,
    QgsMapLayer,
    QgsMapLayerProxyModel,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.gui import QgsMapCanvas, QgsMapLayerComboBox
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QCheckBox, QFrame, QLabel, QLineEdit, QMenu, QPushButton, QSpinBox, QToolButton

from geoinpaint_qgis import engine
from geoinpaint_qgis.gui.evidence import finding
from geoinpaint_qgis.gui.evidence.find_button import FindButton
from geoinpaint_qgis.gui.layer_list import LayerList
from geoinpaint_qgis.gui.mask.contamination import ContaminationNote
from geoinpaint_qgis.gui.mask.drawing_tools import BRUSH, FREEHAND, POLYGON, MaskTool
from geoinpaint_qgis.gui.mask.drawn_mask import DrawnMask, is_drawn, stroke_crs
from geoinpaint_qgis.gui.mask.overlay import MaskOverlay
from geoinpaint_qgis.gui.project_layers import has_pixels, is_own_result, without_pixels
from geoinpaint_qgis.gui.request import Request
from geoinpaint_qgis.gui.widgets import Section, labelled, tool
from geoinpaint_qgis.interface import CLASS_PRESETS, DEFAULTS, DETECTORS, RANGES, SCL_CLOUDS
from geoinpaint_qgis.translate import tr


def presets() -> Any:
    """Named sets of classes of the Sentinel-2 scene classification."""
    texts = {
        "cloud-shadow-cirrus": tr("Cloud, shadow and cirrus"),
        "cloud-cirrus": tr("Cloud and cirrus"),
        "cloud": tr("Cloud"),
        "shadow": tr("Cloud shadow"),
        "cirrus": tr("Cirrus"),
        "snow": tr("Snow and ice"),
        "cloud-shadow-cirrus-snow": tr("Cloud, shadow, cirrus and snow"),
    }
    return tuple((texts.get(name, name), classes) for name, classes in CLASS_PRESETS.items())


def scl_growth(scene: Optional[QgsRasterLayer]) -> int:
    """Default dilation of masks from a classification in pixels, as in the engine: a length in metres, rounded up."""
    crs = scene.crs() if scene is not None else QgsCoordinateReferenceSystem()
    if scene is None or not crs.isValid() or crs.isGeographic():
        return int(DEFAULTS["scl_dilation"])
    reference = osr.SpatialReference()
    reference.ImportFromWkt(crs.toWkt())
    side = min(scene.rasterUnitsPerPixelX(), scene.rasterUnitsPerPixelY()) * (reference.GetLinearUnits() or 1.0)
    return min(max(math.ceil(round(DEFAULTS["scl_growth_m"] / side, 6)), 1), RANGES["dilate"][1])


class MaskSection(Section):
    """What is to be filled. `changed` signals changes, `proposed` changes of the detection outside the mask only.

    `wanted`: the section should be shown to the user; `detector_wanted`: the detection network should be installed;
    `find_wanted`: the search for dates should be opened.
    """

    changed = pyqtSignal()
    proposed = pyqtSignal()
    wanted = pyqtSignal()
    detector_wanted = pyqtSignal()
    find_wanted = pyqtSignal()

    def __init__(self, canvas: QgsMapCanvas, project: QgsProject) -> None:
        super().__init__("2", tr("What to fill"))
        self._canvas = canvas
        self._project = project
        self._scene_id = ""
        self.drawn = DrawnMask(project, self)
        self.overlay = MaskOverlay(canvas, self)
        self.contamination = ContaminationNote(canvas)
        self._tools: Dict[str, MaskTool] = {}

        self.eye = tool("eye", tr("Show the mask on the map"), tr("Show what will be filled in red on the map"),
                        self._show_on_map, checkable=True)  # fmt: skip
        self.eye.setChecked(True)
        self.head.addWidget(self.eye)
        self._classification_row()
        self._layer_rows()
        self._drawing_row()
        self._end_row()
        self.figures = QLabel()
        self.figures.setWordWrap(True)
        self.figures.setAccessibleName(tr("Figures of the mask"))
        self.swatch = QLabel()
        self.swatch.setFixedSize(12, 12)
        self.swatch.setStyleSheet("background: rgba(230, 40, 40, 160); border-radius: 2px")
        self.swatch.hide()
        row = self.row(self.swatch, self.figures, stretch=1)
        row.setAlignment(self.swatch, Qt.AlignmentFlag.AlignTop)
        self.add(self.contamination)
        self.grow = QCheckBox(tr("Also fill cloud &beside the mask"))
        self.grow.setToolTip(
            tr(
                "What looks like cloud, haze or shadow by the other dates and the mask has left out. In shadow, also "
                "in the mask, the ground that is seen is kept, made as bright as the fill."
            )
        )
        self.grow.toggled.connect(self.proposed)
        self.grow.hide()
        self.add(self.grow)

        self.overlay.said.connect(self._show_figures)
        self.drawn.changed.connect(self._drawing_changed)
        canvas.mapToolSet.connect(self._tool_set)
        project.layersAdded.connect(self._except)
        self._drawing_changed()

    # --- made ---

    def _classification_row(self) -> None:
        self.classification = QgsMapLayerComboBox()
        self.classification.setFilters(QgsMapLayerProxyModel.Filter.RasterLayer)
        self.classification.setAllowEmptyLayer(True, tr("none"))
        self.classification.setLayer(None)
        self.classification.setMinimumContentsLength(8)
        label = labelled(tr("&Classification"), self.classification, name=tr("Scene classification (SCL)"))
        self.classification.setToolTip(tr("A raster of classes, such as the SCL of a Sentinel-2 L2A product"))
        self.row(label, self.classification, stretch=1)
        self.classes = QLineEdit(SCL_CLOUDS)
        self.classes.setToolTip(tr("Classes to fill: numbers and ranges, such as 3,8-10"))
        self.preset = QToolButton()
        self.preset.setText(tr("Presets"))
        self.preset.setAccessibleName(tr("Presets of classes"))
        self.preset.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self.preset)
        for text, classes in presets():
            menu.addAction(f"{text} ({classes})").triggered.connect(
                lambda on=False, classes=classes: self.choose_classes(classes)
            )
        self.preset.setMenu(menu)
        self._classes_label = labelled(tr("C&lasses to fill"), self.classes)
        self.row(self._classes_label, self.classes, self.preset, stretch=1)
        self.classification.layerChanged.connect(self._classification_changed)
        self.classes.textChanged.connect(self.changed)
        self._classification_changed(self.classification.currentLayer())

    def _layer_rows(self) -> None:
        self.layers = LayerList(
            self._project, self._can_mask, tr("Mask layers"),
            empty=tr("No polygons or one-band rasters"),
        )  # fmt: skip
        self.layers.changed.connect(self.changed)
        self.add(labelled(tr("&Mask layers (any raster or polygons)"), self.layers, name=tr("Mask layers")))
        self.add(self.layers)

    def _drawing_row(self) -> None:
        keys = tr("Drag or click on the map; Shift cuts out, Ctrl+Z takes back")
        buttons = []
        for kind, name in ((POLYGON, tr("Draw a polygon")), (FREEHAND, tr("Draw freehand")), (BRUSH, tr("Brush"))):
            button = tool(f"draw_{kind}", name, f"{name}. {keys}", checkable=True)
            button.toggled.connect(lambda on, kind=kind: self._choose_tool(kind, on))
            buttons.append(button)
        self.tools = dict(zip((POLYGON, FREEHAND, BRUSH), buttons))
        self.size = QSpinBox()
        self.size.setRange(2, 200)
        self.size.setValue(12)
        self.size.setSuffix(tr(" px"))
        self.size.setAccessibleName(tr("Radius of the brush on the screen"))
        self.size.setToolTip(tr("Radius of the brush on the screen; [ and ] change it"))
        self.size.valueChanged.connect(self._brush_size)
        self.undo = tool("undo", tr("Take the last stroke back"), tr("Take the last stroke back"), self.drawn.undo)
        self.redo = tool("redo", tr("Make the stroke again"), tr("Make the stroke again"), self.drawn.redo)
        self.wipe = tool("wipe", tr("Clear the drawing"), tr("Clear the drawing"), self.drawn.clear)
        line = QFrame()
        line.setFrameShape(QFrame.Shape.VLine)
        label = labelled(tr("Draw"), buttons[0], name=tr("Draw a polygon"))
        self.row(label, *buttons, self.size, line, self.undo, self.redo, self.wipe)

    def _end_row(self) -> None:
        self.dilate = QSpinBox()
        self.dilate.setRange(*RANGES["dilate"])
        self.dilate.setSuffix(tr(" px"))
        self.dilate.setToolTip(tr("Grows the mask: the edges of clouds are often missed"))
        self.dilate.valueChanged.connect(self.changed)
        self.nodata = QCheckBox(tr("Fill &nodata too"))
        self.nodata.setToolTip(tr("Otherwise nodata stays nodata"))
        self.nodata.toggled.connect(self.changed)
        self.row(labelled(tr("&Grow by"), self.dilate, name=tr("Grow the mask by")), self.dilate, self.nodata)
        self._detection_row()

    def _detection_row(self) -> None:
        self.detect = QCheckBox(tr("from &dates"))
        self.detect.setToolTip(
            tr("Fills what the ticked dates tell to be cloud or shadow here; needs no classification")
        )
        self.detect.toggled.connect(self.changed)
        self.detector = QCheckBox(tr("by net&work"))
        tip = tr("Fills what a network tells to be cloud or shadow from this image alone; it is a package of its own")
        self.detector.setToolTip(f"{tip} ({next(iter(DETECTORS))})")
        self.detector.setAccessibleName(tr("Detect clouds by a network"))
        self.detector.toggled.connect(self.changed)
        self.get = QPushButton(tr("Get it…"))
        self.get.setToolTip(tr("Installs the network's package into the engine's environment; asks before it fetches"))
        self.get.clicked.connect(self.detector_wanted)
        self.get.hide()
        label = labelled(tr("Detect"), self.detect, name=tr("Detect clouds from the dates"))
        self.row(label, self.detect, self.detector)
        self.row(self.get)
        self.find = FindButton(finding.server_note)  # also here, as without a mask clouds are detected from dates
        self.find.wanted.connect(self.find_wanted)
        self.add(self.find)

    # --- queries and signals ---

    def apply_to(self, request: Request) -> None:
        """Adds this section's choices to a request."""
        classification = self.classification.currentLayer()
        request.classification = classification if isinstance(classification, QgsRasterLayer) else None
        request.classes = self.classes.text().strip()
        request.masks = self.layers.ticked()
        if not self.drawn.empty and self.drawn.layer is not None:
            request.masks.append(self.drawn.layer)
        request.nodata = self.nodata.isChecked()
        request.dilate = self.dilate.value()
        request.detect = self.detect.isChecked()
        request.detector = next(iter(DETECTORS)) if self.detector.isChecked() else ""
        request.grow = self.grow.isChecked()

    def offer(self, request: Request) -> None:
        """Offers detection from the dates, if the request uses them."""
        self.grow.setVisible(request.uses_dates)
        self.detect.setEnabled(self.detect.isChecked() or bool(request.references))
        self.find.setVisible(not request.says_what_to_fill and not request.references)
        self.get.setVisible(bool(request.detector) and engine.lacks(DETECTORS[request.detector]))

    def show_contamination(self, event: Mapping[str, Any], scene: QgsRasterLayer) -> None:
        """Shows the cloud that a run found outside the mask, and proposes to fill it too."""
        self.contamination.show_found(event, scene)
        self.wanted.emit()

    def _show_on_map(self, visible: bool) -> None:
        self.overlay.set_visible(visible)
        self.contamination.set_visible(visible)

    @property
    def _scene(self) -> Optional[QgsRasterLayer]:
        """The raster to fill, looked up in the project each time because it may be removed."""
        return self._project.mapLayer(self._scene_id) if self._scene_id else None

    def set_scene(self, scene: Optional[QgsRasterLayer]) -> None:
        """Sets another raster to fill, and resets what was proposed for the one before."""
        if self._scene_id and scene is not None and scene.id() != self._scene_id:
            self.dilate.setValue(DEFAULTS["dilate"])
        self._scene_id = scene.id() if scene is not None else ""
        self.find.update_note()
        self._except()
        self.layers.refresh()

    def _except(self, *_: object) -> None:
        """Excludes the scene itself from the classifications, and rasters without values."""
        scene = [self._scene] if self._scene is not None else []
        self.classification.setExceptedLayerList([*scene, *without_pixels(self._project)])

    def choose_classes(self, classes: str) -> None:
        """Applies a preset of classes."""
        self.classes.setText(classes)
        self._propose_growth()

    def _propose_growth(self) -> None:
        """Proposes the dilation that the command line uses for masks from a classification."""
        self.dilate.setValue(max(self.dilate.value(), scl_growth(self._scene)))

    def detach(self) -> None:
        """Removes tools and overlay from the map permanently."""
        self._canvas.mapToolSet.disconnect(self._tool_set)
        self._project.layersAdded.disconnect(self._except)
        for drawing in self._tools.values():
            drawing.detach()
        self._tools = {}
        self.overlay.detach()
        self.contamination.detach()
        self.drawn.shut_down()
        self.layers.shut_down()

    def stop_drawing(self) -> None:
        """Restores QGIS's default map tool."""
        for button in self.tools.values():
            button.setChecked(False)

    def _can_mask(self, layer: QgsMapLayer) -> bool:
        if layer is self._scene or is_drawn(layer) or is_own_result(layer):
            return False
        if isinstance(layer, QgsVectorLayer):
            return layer.geometryType() == QgsWkbTypes.GeometryType.PolygonGeometry
        return has_pixels(layer) and layer.bandCount() == 1

    def _show_figures(self, text: str) -> None:
        self.swatch.setVisible(bool(text))
        if self.detector.isChecked():
            text = f"{text} {tr('What the network tells to be cloud is added when it runs.')}".strip()
        if self.detect.isChecked():
            text = f"{text} {tr('What the dates tell to be cloud is added when it runs.')}".strip()
        self.figures.setText(text)

    def _classification_changed(self, layer: Optional[QgsMapLayer]) -> None:
        for widget in (self._classes_label, self.classes, self.preset):
            widget.setVisible(layer is not None)
        if layer is not None:
            self._propose_growth()
        self.changed.emit()

    # --- drawing ---

    def _choose_tool(self, kind: str, on: bool) -> None:
        if not on:
            drawing = self._tools.get(kind)
            if drawing is not None and self._canvas.mapTool() is drawing:
                self._canvas.unsetMapTool(drawing)
            return
        if kind not in self._tools:
            self._tools[kind] = MaskTool(self._canvas, kind, self._stroked, self._history)
        self._brush_size(self.size.value())
        self._canvas.setMapTool(self._tools[kind])
        self._canvas.setFocus()

    def _tool_set(self, new: Any, old: Any = None) -> None:
        for kind, button in self.tools.items():
            active = kind in self._tools and new is self._tools[kind]
            if button.isChecked() != active:
                button.setChecked(active)

    def _brush_size(self, pixels: int) -> None:
        if BRUSH in self._tools:
            self._tools[BRUSH].set_radius(pixels)

    def _stroked(self, shape: QgsGeometry, subtract: bool) -> None:
        crs = self._canvas.mapSettings().destinationCrs()
        if self.drawn.layer is None and not subtract:
            self.drawn.make_layer(stroke_crs(self._scene, self._project))
        self.drawn.stroke(shape, crs, subtract=subtract)
        if BRUSH in self._tools:
            self.size.setValue(self._tools[BRUSH].radius)

    def _history(self, forward: bool) -> None:
        (self.drawn.redo if forward else self.drawn.undo)()

    def _drawing_changed(self) -> None:
        self.undo.setEnabled(self.drawn.layer is not None and self.drawn.strokes.can_undo)
        self.redo.setEnabled(self.drawn.layer is not None and self.drawn.strokes.can_redo)
        self.wipe.setEnabled(not self.drawn.empty)
        self.changed.emit()

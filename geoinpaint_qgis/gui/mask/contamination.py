"""Shows the cloud and shadow that a run found outside the mask: coloured on the map, and as a sentence."""

from __future__ import annotations

import base64
import binascii
from typing import Any, Mapping, Optional

from qgis.core import QgsRasterLayer, QgsRectangle
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor, QImage
from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QWidget

from geoinpaint_qgis.gui.map_image import MapImage
from geoinpaint_qgis.gui.run.progress import grouped
from geoinpaint_qgis.translate import tr

CLOUD, SHADOW = QColor(255, 196, 0, 200), QColor(0, 120, 255, 200)  # as in the report


class ContaminationNote(QWidget):
    """A line of the panel and an image on the map, shown by `show_found` and hidden by `forget`."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__()
        self.picture = MapImage(canvas, z=6.0)
        swatch = QLabel()
        swatch.setFixedSize(12, 12)
        swatch.setStyleSheet(f"background: {CLOUD.name()}; border-radius: 2px")
        self.text = QLabel()
        self.text.setWordWrap(True)
        self.text.setAccessibleName(tr("What looks like cloud beside the mask"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(swatch)
        row.addWidget(self.text, 1)
        row.setAlignment(swatch, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def show_found(self, event: Mapping[str, Any], scene: QgsRasterLayer) -> None:
        """Shows the engine's event `contamination` for a scene."""
        image = picture_of(str(event.get("picture") or ""))
        step = int(event.get("step") or 1)
        if image is None:
            return
        self.picture.show_image(image, _extent(scene, image, step), scene.crs())
        text = tr("{count} pixels that the mask leaves out look like cloud (yellow) or shadow (blue)")
        count = sum(int(event.get(where) or 0) for where in ("beside", "elsewhere"))  # everything shown on the map
        self.text.setText(text.format(count=grouped(count)) + f": {_done(event)}")
        self.show()

    def set_visible(self, visible: bool) -> None:
        """Shows or hides the image on the map."""
        self.picture.setVisible(visible)

    def forget(self) -> None:
        """Hides the findings, because mask or scene have changed."""
        self.picture.clear()
        self.hide()

    def detach(self) -> None:
        """Removes the image from the map permanently."""
        self.picture.detach()


def _done(event: Mapping[str, Any]) -> str:
    """A sentence on how the findings were handled."""
    if event.get("added"):
        return tr("they were filled too.")
    return tr("they were neither filled nor learned from.")


def picture_of(text: str) -> Optional[QImage]:
    """Colours the event's PNG (0 nothing, 1 cloud, 2 shadow); None if it is invalid."""
    try:
        codes = QImage.fromData(base64.b64decode(text, validate=True))
    except (ValueError, binascii.Error):
        return None
    if codes.isNull():
        return None
    codes = codes.convertToFormat(QImage.Format.Format_Grayscale8)
    if not codes.reinterpretAsFormat(QImage.Format.Format_Indexed8):
        return None
    clear = QColor(0, 0, 0, 0).rgba()
    codes.setColorTable([clear, CLOUD.rgba(), SHADOW.rgba(), *[clear] * 253])
    return codes.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)


def _extent(scene: QgsRasterLayer, image: QImage, step: int) -> QgsRectangle:
    """Extent of the image, whose last cells may reach beyond the scene."""
    whole = scene.extent()
    width, height = (step * side for side in (scene.rasterUnitsPerPixelX(), scene.rasterUnitsPerPixelY()))
    west, north = whole.xMinimum(), whole.yMaximum()
    return QgsRectangle(west, north - image.height() * height, west + image.width() * width, north)

"""Images on the map canvas that are not layers: the mask in red, the live preview, one side of a swipe."""

from __future__ import annotations

from typing import Any, Optional, Sequence

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
)
from qgis.gui import QgsMapCanvas, QgsMapCanvasItem
from qgis.PyQt.QtCore import QPointF, QRectF
from qgis.PyQt.QtGui import QColor, QImage, QPainter, QPolygonF, QTransform
from qgis.PyQt.QtWidgets import QWidget

from geoinpaint_qgis.processing.stretch import SceneStyle
from geoinpaint_qgis.processing.units import matching_bands

LARGEST = 1024  # px; longer side of a preview


class MapImage(QgsMapCanvasItem):
    """A georeferenced image drawn over the map. Remove it by `detach`."""

    def __init__(self, canvas: QgsMapCanvas, *, z: float = 5.0) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._image: Optional[QImage] = None
        self._extent = QgsRectangle()
        self._crs = QgsCoordinateReferenceSystem()
        self.setZValue(z)

    def show_image(self, image: QImage, extent: QgsRectangle, crs: QgsCoordinateReferenceSystem) -> None:
        """Shows an image with the given extent in a CRS."""
        self._image, self._extent, self._crs = image, QgsRectangle(extent), crs
        self.updatePosition()
        self.show()
        self.update()

    def show_styled_as(self, scene: QgsRasterLayer, path: str, *, bands: Sequence[int] = ()) -> bool:
        """Shows a raster of a scene's extent in the scene's style; False if it cannot be read."""
        image = styled_image(path, scene, bands=bands)
        if image is not None:
            self.show_image(image, scene.extent(), scene.crs())
        return image is not None

    def clear(self) -> None:
        """Removes the image."""
        self._image = None
        self.update()

    @property
    def empty(self) -> bool:
        """Whether there is no image."""
        return self._image is None

    def detach(self) -> None:
        """Removes the item from the canvas permanently."""
        scene = self._canvas.scene()
        if scene is not None:
            scene.removeItem(self)

    def updatePosition(self) -> None:
        """Called by QGIS when the map extent changes."""
        self.setRect(self._canvas.extent())

    def boundingRect(self) -> QRectF:
        return QRectF(-2, -2, self._canvas.width() + 4, self._canvas.height() + 4)

    def paint(self, painter: QPainter, option: Any = None, widget: Optional[QWidget] = None) -> None:
        if self._image is None:
            return
        placed = self._placement()
        if placed is None:
            return
        painter.save()
        painter.setTransform(placed, True)
        painter.drawImage(0, 0, self._image)
        painter.restore()

    def _placement(self) -> Optional[QTransform]:
        """The transform from image to canvas pixels, by the positions of the corners; exact within one CRS."""
        settings = self._canvas.mapSettings()
        transform = QgsCoordinateTransform(self._crs, settings.destinationCrs(), QgsProject.instance())
        extent, to_pixel = self._extent, self._canvas.getCoordinateTransform()
        corners = QPolygonF()
        for x, y in (
            (extent.xMinimum(), extent.yMaximum()),
            (extent.xMaximum(), extent.yMaximum()),
            (extent.xMaximum(), extent.yMinimum()),
            (extent.xMinimum(), extent.yMinimum()),
        ):
            try:
                there = transform.transform(x, y)
            except QgsCsException:
                return None
            pixel = to_pixel.transform(there)
            corners.append(QPointF(pixel.x(), pixel.y()) - self.pos())
        width, height = self._image.width(), self._image.height()
        image = QPolygonF([QPointF(0, 0), QPointF(width, 0), QPointF(width, height), QPointF(0, height)])
        placed = QTransform()
        return placed if QTransform.quadToQuad(image, corners, placed) else None


def mask_image(mask: Any, color: QColor) -> QImage:
    """A (rows, cols) bool array as an image in one colour, transparent elsewhere."""
    rows, cols = mask.shape
    stride = (cols + 3) // 4 * 4
    buffer = bytearray(stride * rows)
    for row in range(rows):
        buffer[row * stride : row * stride + cols] = mask[row].astype("u1").tobytes()
    image = QImage(bytes(buffer), cols, rows, stride, QImage.Format.Format_Indexed8)
    image.setColorTable([0, color.rgba()])
    return image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)  # copies the temporary buffer


def styled_image(path: str, scene: QgsRasterLayer, *, bands: Sequence[int] = ()) -> Optional[QImage]:
    """Renders a raster file with a scene's stored values in the scene's style; None if that is not possible.

    `bands` are the 1-based numbers of the file's bands in the scene; empty: identified by name, else all.
    """
    layer = QgsRasterLayer(path, "preview")
    if not layer.isValid():
        return None
    provider = layer.dataProvider()
    numbers = matching_bands(scene, layer, chosen=bands)
    renderer = SceneStyle(scene).renderer(provider, numbers) or layer.renderer()
    shrink = max(provider.xSize(), provider.ySize(), LARGEST) / LARGEST
    columns, rows = max(int(provider.xSize() / shrink), 1), max(int(provider.ySize() / shrink), 1)
    block = renderer.block(1, provider.extent(), columns, rows)
    return block.image().copy() if block is not None and block.isValid() else None

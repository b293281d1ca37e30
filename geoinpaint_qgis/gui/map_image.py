"""Images on the map canvas that are not layers: the mask in red, the live preview, the other side of a swipe."""

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

LARGEST = 1024  # px of a preview's longer side


class MapImage(QgsMapCanvasItem):
    """An image laid over the map at its place. Remove it with `take_away`."""

    def __init__(self, canvas: QgsMapCanvas, *, z: float = 5.0) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._image: Optional[QImage] = None
        self._extent = QgsRectangle()
        self._crs = QgsCoordinateReferenceSystem()
        self.setZValue(z)

    def show_image(self, image: QImage, extent: QgsRectangle, crs: QgsCoordinateReferenceSystem) -> None:
        """Show an image whose edges are those of an extent in a CRS."""
        self._image, self._extent, self._crs = image, QgsRectangle(extent), crs
        self.updatePosition()
        self.show()
        self.update()

    def show_styled_as(self, scene: QgsRasterLayer, path: str, *, bands: Sequence[int] = ()) -> bool:
        """Show a raster of a scene's extent in the scene's style; False where it cannot be read."""
        image = styled_image(path, scene, bands=bands)
        if image is not None:
            self.show_image(image, scene.extent(), scene.crs())
        return image is not None

    def clear(self) -> None:
        """Show nothing."""
        self._image = None
        self.update()

    @property
    def empty(self) -> bool:
        """Whether there is nothing to show."""
        return self._image is None

    def take_away(self) -> None:
        """Remove it from the canvas for good."""
        scene = self._canvas.scene()
        if scene is not None:
            scene.removeItem(self)

    def updatePosition(self) -> None:
        """Called by QGIS when the map moves."""
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
        """From the image's pixels to those of the canvas: the corners' places, which is exact within one CRS."""
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
    """A (rows, cols) bool array as a see-through image in one colour."""
    rows, cols = mask.shape
    stride = (cols + 3) // 4 * 4
    buffer = bytearray(stride * rows)
    for row in range(rows):
        buffer[row * stride : row * stride + cols] = mask[row].astype("u1").tobytes()
    image = QImage(bytes(buffer), cols, rows, stride, QImage.Format.Format_Indexed8)
    image.setColorTable([0, color.rgba()])
    return image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)  # a copy: the buffer goes


def styled_image(path: str, scene: QgsRasterLayer, *, bands: Sequence[int] = ()) -> Optional[QImage]:
    """A raster file drawn as a scene is, of which it has the stored values; None where it cannot be.

    `bands` are the scene's bands (from 1) that are the file's, in its order; empty: told by names, else all.
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

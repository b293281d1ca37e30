"""A list of the project's layers with checkboxes, kept up to date with the project."""

from __future__ import annotations

from typing import Callable, List, Optional, Tuple

from qgis.core import QgsIconUtils, QgsMapLayer, QgsProject
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QPainter, QPalette
from qgis.PyQt.QtWidgets import QListWidget, QListWidgetItem, QWidget

ID = int(Qt.ItemDataRole.UserRole)
ROWS = 5  # rows visible without scrolling at most


class LayerList(QListWidget):
    """Checkable layers by name; `changed`: the ticked layers have changed; `touched`: the user has changed a tick.

    Args:
        project: project of the layers.
        accepts: returns whether a layer is listed.
        name: accessible name.
        empty: text shown if there are no layers.
        about: returns a description shown below a layer's name.
        rank: returns the primary sort key, before the name.
        icons: whether to show icons of the layers' kinds, which take up space.
    """

    changed = pyqtSignal()
    touched = pyqtSignal()

    def __init__(
        self,
        project: QgsProject,
        accepts: Callable[[QgsMapLayer], bool],
        name: str,
        *,
        empty: str = "",
        about: Callable[[QgsMapLayer], str] = lambda layer: "",
        rank: Callable[[QgsMapLayer], Tuple[float, ...]] = lambda layer: (),
        icons: bool = True,
        parent: Optional[QWidget] = None,
    ) -> None:
        super().__init__(parent)
        self._project = project
        self._accepts = accepts
        self._empty = empty
        self._about = about
        self._rank = rank
        self._icons = icons
        self.setAccessibleName(name)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemChanged.connect(self._item_changed)
        project.layersAdded.connect(self.refresh)
        project.layersRemoved.connect(self.refresh)
        self.refresh()

    def shut_down(self) -> None:
        """Stops following the project."""
        self._project.layersAdded.disconnect(self.refresh)
        self._project.layersRemoved.disconnect(self.refresh)

    def ticked(self) -> List[QgsMapLayer]:
        """The ticked layers."""
        layers = (self._project.mapLayer(str(item.data(ID))) for item in self._items() if self._on(item))
        return [layer for layer in layers if layer is not None]

    def tick(self, layers: List[QgsMapLayer]) -> None:
        """Ticks exactly these layers."""
        wanted = {layer.id() for layer in layers}
        for item in self._items():
            on = item.data(ID) in wanted
            item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)

    def tick_also(self, layer: QgsMapLayer) -> None:
        """Ticks another layer."""
        self.tick([*self.ticked(), layer])

    def refresh(self, *_: object) -> None:
        """Updates the list of layers."""
        before = {item.data(ID) for item in self._items() if self._on(item)}
        blocked = self.blockSignals(True)
        self.clear()
        for layer in sorted(self._project.mapLayers().values(), key=self._order):
            if layer.isValid() and self._accepts(layer):
                item = QListWidgetItem(self._text(layer))
                if self._icons:
                    item.setIcon(QgsIconUtils.iconForLayer(layer))
                item.setData(ID, layer.id())
                item.setToolTip(layer.publicSource())
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                item.setCheckState(Qt.CheckState.Checked if layer.id() in before else Qt.CheckState.Unchecked)
                self.addItem(item)
        self.blockSignals(blocked)
        self._fit()
        if before != {item.data(ID) for item in self._items() if self._on(item)}:
            self.changed.emit()

    def _order(self, layer: QgsMapLayer) -> Tuple[Tuple[float, ...], str]:
        return self._rank(layer), layer.name().lower()

    def describe(self) -> None:
        """Updates the descriptions."""
        blocked = self.blockSignals(True)
        for item in self._items():
            layer = self._project.mapLayer(str(item.data(ID)))
            if layer is not None:
                item.setText(self._text(layer))
        self.blockSignals(blocked)
        self._fit()

    def listed(self) -> List[QgsMapLayer]:
        """The layers in the list."""
        layers = (self._project.mapLayer(str(item.data(ID))) for item in self._items())
        return [layer for layer in layers if layer is not None]

    def _fit(self) -> None:
        """Adapts the height to the number of rows, up to a limit."""
        least = self.fontMetrics().height() + 6
        heights = [max(self.sizeHintForRow(row), least) for row in range(min(self.count(), ROWS))]
        self.setFixedHeight(sum(heights or [least]) + 6)
        self.viewport().update()

    def _text(self, layer: QgsMapLayer) -> str:
        about = self._about(layer)
        return f"{layer.name()}\n{about}" if about else layer.name()

    def paintEvent(self, event: object) -> None:
        super().paintEvent(event)
        if not self.count() and self._empty:
            painter = QPainter(self.viewport())
            painter.setPen(self.palette().color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text))
            box = self.viewport().rect().adjusted(6, 0, -6, 0)
            text = self.fontMetrics().elidedText(self._empty, Qt.TextElideMode.ElideRight, box.width())
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
            painter.end()

    def _item_changed(self, item: QListWidgetItem) -> None:
        self.touched.emit()
        self.changed.emit()

    def _items(self) -> List[QListWidgetItem]:
        return [self.item(row) for row in range(self.count())]

    @staticmethod
    def _on(item: QListWidgetItem) -> bool:
        return item.checkState() == Qt.CheckState.Checked

"""Small widgets shared by the panel's sections: a titled section, a row of tools, a line of small print."""

from __future__ import annotations

from typing import Any, Callable, Optional

from qgis.PyQt.QtCore import QEvent, QObject, QSize, Qt
from qgis.PyQt.QtGui import QFont, QIcon, QPalette, QResizeEvent
from qgis.PyQt.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from geoinpaint_qgis.icons import icon_path
from geoinpaint_qgis.translate import tr

NARROWEST, WIDEST = 360, 480  # px; width of the panel


class Section(QWidget):
    """A section of the panel: a number, a title that folds it, a summary line, and its content."""

    def __init__(self, number: str, title: str) -> None:
        super().__init__()
        self.setAccessibleName(title)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(5)
        self.head = QHBoxLayout()
        self.fold = QToolButton()
        self.fold.setText(f"{number}  {title}" if number else title)
        self.fold.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.fold.setAutoRaise(True)
        # checked means folded, which should not look pressed
        self.fold.setStyleSheet("QToolButton { border: 1px solid transparent; background: transparent; padding: 1px }"
                                "QToolButton:focus { border: 1px dotted palette(mid) }")  # fmt: skip
        self.fold.setCheckable(True)
        self.fold.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.fold.setAccessibleName(tr("Fold or unfold: {part}").format(part=title))
        self.fold.setToolTip(tr("Fold or unfold this part"))
        font = QFont(self.fold.font())
        font.setBold(True)
        font.setPointSizeF(font.pointSizeF() * 1.08)
        self.fold.setFont(font)
        self.head.addWidget(self.fold)
        self.summary = Elided()
        self.head.addWidget(self.summary, 1)
        whole.addLayout(self.head)
        line = QFrame()
        line.setFrameShape(QFrame.Shape.HLine)
        line.setFrameShadow(QFrame.Shadow.Sunken)
        whole.addWidget(line)
        self.body = QWidget()
        self.column = QVBoxLayout(self.body)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(5)
        whole.addWidget(self.body)
        self.fold.toggled.connect(self.set_folded)
        self.set_folded(False)

    @property
    def folded(self) -> bool:
        """Whether only the title is shown."""
        return self.fold.isChecked()

    def set_folded(self, folded: bool) -> None:
        """Folds or unfolds the section."""
        self.fold.setChecked(folded)
        self.fold.setArrowType(Qt.ArrowType.RightArrow if folded else Qt.ArrowType.DownArrow)
        self.body.setVisible(not folded)
        self.summary.setVisible(folded)

    def add(self, widget: QWidget) -> QWidget:
        """Appends a widget."""
        self.column.addWidget(widget)
        return widget

    def row(self, *widgets: QWidget, stretch: int = -1) -> QHBoxLayout:
        """Appends widgets in a row; the one with index `stretch` takes the remaining width."""
        row = QHBoxLayout()
        row.setSpacing(4)
        for index, widget in enumerate(widgets):
            row.addWidget(widget, 1 if index == stretch else 0)
        if stretch < 0:
            row.addStretch(1)
        self.column.addLayout(row)
        return row


class Elided(QLabel):
    """A line in a subdued colour, elided to the available width; keeps its space when hidden."""

    def __init__(self) -> None:
        super().__init__()
        self._whole = ""
        self.setTextFormat(Qt.TextFormat.PlainText)  # file names may resemble HTML
        _soften(self)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)

    def set_full_text(self, text: str) -> None:
        """Sets the full text, which is elided as needed."""
        self._whole = text
        self.setToolTip(text)
        self._cut()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._cut()

    def _cut(self) -> None:
        self.setText(self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, self.width() - 2))


class Column(QScrollArea):
    """Scrolls vertically, and is as wide as its content requires."""

    def __init__(self, inner: QWidget) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(inner)

    def minimumSizeHint(self) -> QSize:
        needed = self.widget().minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width()
        return QSize(min(max(needed, NARROWEST), WIDEST), super().minimumSizeHint().height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:  # the content has changed
            self.updateGeometry()
        return super().eventFilter(watched, event)


def labelled(text: str, widget: QWidget, *, name: str = "") -> QLabel:
    """A label whose mnemonic focuses a widget, and which is also its accessible name."""
    label = QLabel(text)
    label.setBuddy(widget)
    widget.setAccessibleName(name or text.replace("&", "").rstrip(":"))
    return label


def shortened(path: str, length: int = 44) -> str:
    """A path elided in the middle to the given number of characters."""
    if len(path) <= length:
        return path
    tail = 2 * length // 3
    return f"{path[: length - tail - 1]}…{path[-tail:]}"


def small_print(text: str = "") -> QLabel:
    """A wrapped line in a subdued colour."""
    label = QLabel(text)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)  # file names may resemble HTML
    _soften(label)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def _soften(label: QLabel) -> None:
    palette = label.palette()
    color = palette.color(QPalette.ColorRole.WindowText)
    color.setAlpha(180)
    palette.setColor(QPalette.ColorRole.WindowText, color)
    label.setPalette(palette)


def tool(
    icon: str, name: str, tip: str, pressed: Optional[Callable[..., Any]] = None, *, checkable: bool = False
) -> QToolButton:
    """A button with an icon of the plugin; `name` is its accessible name."""
    button = QToolButton()
    button.setIcon(QIcon(icon_path(icon)))
    button.setIconSize(QSize(18, 18))
    button.setAutoRaise(True)
    button.setCheckable(checkable)
    button.setAccessibleName(name)
    button.setToolTip(tip)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    if pressed is not None:
        (button.toggled if checkable else button.clicked).connect(pressed)
    return button

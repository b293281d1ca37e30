"""Choices as cards: a title and a sentence each, greyed with the reason where one cannot be chosen; one is chosen."""

from __future__ import annotations

from typing import Dict, Optional

from qgis.PyQt.QtCore import QRect, QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QFont, QIcon, QPainter, QPaintEvent, QPalette, QPen
from qgis.PyQt.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from geoinpaint_qgis.icons import icon_path

EDGE = 8
ICON = 24


class Card(QAbstractButton):
    """One choice. Drawn from the palette, so that it fits light and dark themes."""

    def __init__(self, title: str, text: str, icon: str) -> None:
        super().__init__()
        self._title = title
        self._text = text
        self._reason: Optional[str] = None
        self.setIcon(QIcon(icon_path(icon)))
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)

    def set_reason(self, reason: Optional[str]) -> None:
        """Grey the card with the reason why it cannot be chosen; None to offer it."""
        if reason == self._reason:
            return
        self._reason = reason
        self.setEnabled(reason is None)
        self.setAccessibleDescription(reason or self._text)
        self.setToolTip("" if reason is None else self._text)
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        text = self._text_box(width)
        return max(text.bottom() + EDGE, ICON + 2 * EDGE)

    def sizeHint(self) -> QSize:
        return QSize(240, self.heightForWidth(240))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, ICON + 2 * EDGE)

    def _title_font(self) -> QFont:
        font = QFont(self.font())
        font.setBold(True)
        return font

    def _text_box(self, width: int) -> QRect:
        left = 2 * EDGE + ICON
        top = EDGE + self.fontMetrics().height() + 2
        room = QRect(left, top, max(width - left - EDGE, 40), 1000)
        return self.fontMetrics().boundingRect(room, int(Qt.TextFlag.TextWordWrap), self._reason or self._text)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self.palette()
        group = QPalette.ColorGroup.Active if self.isEnabled() else QPalette.ColorGroup.Disabled
        accent = palette.color(QPalette.ColorGroup.Active, QPalette.ColorRole.Highlight)
        text = palette.color(group, QPalette.ColorRole.WindowText)
        fill = QColor(accent) if self.isChecked() else QColor(palette.color(group, QPalette.ColorRole.Base))
        if self.isChecked():
            fill.setAlpha(40)
        elif self.underMouse() and self.isEnabled():
            fill = QColor(accent)
            fill.setAlpha(20)
        edge = QColor(accent) if self.isChecked() else QColor(text)
        if not self.isChecked():
            edge.setAlpha(60)
        painter.setBrush(fill)
        painter.setPen(QPen(edge, 2 if self.isChecked() else 1))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -2, -2), 5, 5)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(text, 1, Qt.PenStyle.DotLine))
            painter.drawRoundedRect(self.rect().adjusted(4, 4, -5, -5), 3, 3)
        mode = QIcon.Mode.Normal if self.isEnabled() else QIcon.Mode.Disabled
        self.icon().paint(painter, QRect(EDGE, EDGE, ICON, ICON), Qt.AlignmentFlag.AlignCenter, mode)
        left = 2 * EDGE + ICON
        painter.setPen(text)
        painter.setFont(self._title_font())
        line = QRect(left, EDGE, self.width() - left - EDGE, self.fontMetrics().height())
        painter.drawText(line, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), self._title)
        painter.setFont(self.font())
        softer = QColor(text)
        softer.setAlpha(190)
        painter.setPen(softer)
        box = self._text_box(self.width())
        painter.drawText(box.adjusted(0, 0, 8, 2), int(Qt.TextFlag.TextWordWrap), self._reason or self._text)
        painter.end()


class Cards(QWidget):
    """Cards below each other, of which one is chosen; arrow keys move between them. `chosen` when another is."""

    chosen = pyqtSignal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._cards: Dict[str, Card] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)

    def add(self, key: str, title: str, text: str, icon: str) -> Card:
        """Add a card; the first is chosen."""
        card = Card(title, text, icon)
        card.setObjectName(f"card_{key}")
        card.setChecked(not self._cards)
        card.toggled.connect(lambda on, key=key: self.chosen.emit(key) if on else None)
        self._group.addButton(card)
        self._column.addWidget(card)
        self._cards[key] = card
        return card

    def card(self, key: str) -> Card:
        """A card."""
        return self._cards[key]

    def current(self) -> str:
        """The key of the chosen card."""
        return next(key for key, card in self._cards.items() if card.isChecked())

    def choose(self, key: str) -> None:
        """Choose a card."""
        self._cards[key].setChecked(True)

"""Exclusive choices as cards: a title and a sentence each, disabled with the reason where unavailable."""

from __future__ import annotations

from typing import Dict, Optional

from qgis.PyQt.QtCore import QRect, QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QFont, QIcon, QPainter, QPaintEvent, QPalette, QPen
from qgis.PyQt.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from geoinpaint_qgis.gui.widgets import Elided
from geoinpaint_qgis.icons import icon_path

EDGE = 8
ICON = 20
LOW = 34  # px; approximate height of a card that is not chosen


class Card(QAbstractButton):
    """A choice, shown with one line of its description, or all of it if chosen.

    Its texts are labels, so that they follow any theme's colours, including style sheets.
    """

    def __init__(self, title: str, text: str, icon: str) -> None:
        super().__init__()
        self._text = text
        self._reason: Optional[str] = None
        self.setIcon(QIcon(icon_path(icon)))
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(2 * EDGE + ICON, EDGE - 2, EDGE, EDGE - 2)
        rows.setSpacing(1)
        head = QLabel(title)
        font = QFont(head.font())
        font.setBold(True)
        head.setFont(font)
        self._brief = Elided()  # beside the title while the card is not chosen
        self._brief.set_full_text(text)
        self._label = QLabel(text)
        self._label.setWordWrap(True)
        self._label.hide()
        first = QHBoxLayout()
        first.setSpacing(EDGE)
        first.addWidget(head)
        first.addWidget(self._brief, 1)
        rows.addLayout(first)
        rows.addWidget(self._label)
        for label in (head, self._brief, self._label):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._label.setMinimumWidth(1)
        self.toggled.connect(self._unfold)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_reason(self, reason: Optional[str]) -> None:
        """Disables the card with a reason; None enables it."""
        if reason == self._reason:
            return
        self._reason = reason
        self.setEnabled(reason is None)
        self._label.setText(reason or self._text)
        self._brief.set_full_text(reason or self._text)
        self.setAccessibleDescription(reason or self._text)
        self.setToolTip(self._text if reason is None else f"{self._text} {reason}")

    def _unfold(self, chosen: bool) -> None:
        """Shows the whole description if the card is chosen, else one line."""
        self._label.setVisible(chosen)
        self._brief.setVisible(not chosen)
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        return bool(self.layout().hasHeightForWidth())  # False while the description is a single line

    def heightForWidth(self, width: int) -> int:
        layout = self.layout()
        wrapped = layout.hasHeightForWidth()
        return int(layout.totalHeightForWidth(width) if wrapped else layout.totalMinimumSize().height())

    def sizeHint(self) -> QSize:
        return QSize(240, self.heightForWidth(240))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, LOW - 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        accent = self.palette().color(QPalette.ColorGroup.Active, QPalette.ColorRole.Highlight)
        self._label.ensurePolished()
        text = self._label.palette().color(QPalette.ColorRole.WindowText)
        fill, edge = QColor(accent), QColor(accent if self.isChecked() else text)
        # translucent, to suit any background
        fill.setAlpha(40 if self.isChecked() else 20 if self.underMouse() and self.isEnabled() else 0)
        edge.setAlpha(255 if self.isChecked() else 70)
        painter.setBrush(fill)
        painter.setPen(QPen(edge, 2 if self.isChecked() else 1))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -2, -2), 5, 5)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(text, 1, Qt.PenStyle.DotLine))
            painter.drawRoundedRect(self.rect().adjusted(4, 4, -5, -5), 3, 3)
        mode = QIcon.Mode.Normal if self.isEnabled() else QIcon.Mode.Disabled
        self.icon().paint(
            painter, QRect(EDGE, (min(self.height(), LOW) - ICON) // 2, ICON, ICON), Qt.AlignmentFlag.AlignCenter, mode
        )
        painter.end()


class Cards(QWidget):
    """Exclusive cards in a column; arrow keys move between them. `chosen` signals another choice."""

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
        """Adds a card; the first one is chosen initially."""
        card = Card(title, text, icon)
        card.setObjectName(f"card_{key}")
        card.setChecked(not self._cards)
        card.toggled.connect(lambda on, key=key: self.chosen.emit(key) if on else None)
        self._group.addButton(card)
        self._column.addWidget(card)
        self._cards[key] = card
        return card

    def card(self, key: str) -> Card:
        """The card of a key."""
        return self._cards[key]

    def current(self) -> str:
        """Key of the chosen card."""
        return next(key for key, card in self._cards.items() if card.isChecked())

    def choose(self, key: str) -> None:
        """Chooses the card of a key."""
        self._cards[key].setChecked(True)

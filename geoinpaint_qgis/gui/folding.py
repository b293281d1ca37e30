"""Keeps the panel's sections within its height: finished and later ones are collapsed automatically."""

from __future__ import annotations

from typing import Any, Callable, List, Optional, Sequence, Tuple

from qgis.PyQt.QtCore import QObject, Qt, QTimer
from qgis.PyQt.QtWidgets import QApplication, QWidget

from geoinpaint_qgis.gui.widgets import Column, Section

PAUSE_MS = 250  # a part must not move away under a click


class Folding(QObject):
    """Folds parts where the panel is not high enough for all of them, and none where it is.

    Args:
        column: what scrolls.
        parts: from top to bottom, each with whether it is done.
    """

    def __init__(self, column: Column, parts: Sequence[Tuple[Section, Callable[[], bool]]]) -> None:
        super().__init__(column)
        self._column = column
        self._parts = list(parts)
        self._active: Optional[Section] = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self._settle)
        for section, _ in self._parts:
            section.fold.clicked.connect(lambda folded, section=section: self._clicked(section, folded))
        QApplication.instance().focusChanged.connect(self._focus_changed)

    def let_go(self) -> None:
        """Stop following the focus."""
        QApplication.instance().focusChanged.disconnect(self._focus_changed)
        self._timer.stop()

    def settle(self) -> None:
        """Fold what there is no room for, shortly."""
        self._timer.start()

    @property
    def busy(self) -> bool:
        """Whether something may still fold."""
        return self._timer.isActive()

    def enter(self, section: Section) -> None:
        """The user works in a part now."""
        self._active = section
        section.set_folded(False)
        self.settle()

    def leave(self) -> None:
        """The user works in none of them: any that is done may fold."""
        self._active = None
        self.settle()

    def _clicked(self, section: Section, folded: bool) -> None:
        if not folded:
            self.enter(section)

    def _focus_changed(self, old: Optional[QWidget], new: Optional[QWidget]) -> None:
        for section, _ in self._parts:
            if new is not None and new is not section.fold and section.isAncestorOf(new):
                self._active = section
                self.settle()

    def _settle(self) -> None:
        if QApplication.mouseButtons() != Qt.MouseButton.NoButton or QApplication.activePopupWidget() is not None:
            self._timer.start()
            return
        if not self._column.isVisible():
            return
        for section in self._foldable():
            if self._fits():
                return
            section.set_folded(True)
        if self._active is not None and not self._fits():
            self._column.ensureWidgetVisible(self._active, 0, 0)

    def _foldable(self) -> List[Section]:
        """What may be folded: the parts above that are done, then those below from the last one."""
        sections = [section for section, _ in self._parts]
        active = self._active
        if active is None or active.folded:
            active = next((section for section, done in self._parts if not done()), sections[0])
        place = sections.index(active)
        above = [section for section, done in self._parts[:place] if done()]
        return [section for section in (*above, *reversed(sections[place + 1 :])) if not section.folded]

    def _fits(self) -> bool:
        inner: Any = self._column.widget()
        inner.layout().invalidate()
        inner.layout().activate()
        space, layout = self._column.viewport(), inner.layout()
        wrapped = layout.totalHeightForWidth(space.width()) if layout.hasHeightForWidth() else 0
        return bool(max(wrapped, layout.totalMinimumSize().height()) <= space.height())

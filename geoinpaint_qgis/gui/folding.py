"""Keeps the panel's sections within its height by folding completed and later sections."""

from __future__ import annotations

from typing import Any, Callable, List, Optional, Sequence, Tuple

from qgis.PyQt.QtCore import QObject, Qt, QTimer
from qgis.PyQt.QtWidgets import QApplication, QWidget

from geoinpaint_qgis.gui.widgets import Column, Section

PAUSE_MS = 250  # a section must not move away under a click


class Folding(QObject):
    """Folds sections if the panel is not high enough for all of them.

    Args:
        column: the scrolling column of the sections.
        parts: sections from top to bottom, each with a function that tells whether it is completed.
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

    def shut_down(self) -> None:
        """Stops following the focus."""
        QApplication.instance().focusChanged.disconnect(self._focus_changed)
        self._timer.stop()

    def settle(self) -> None:
        """Schedules folding of what does not fit."""
        self._timer.start()

    @property
    def busy(self) -> bool:
        """Whether folding is scheduled."""
        return self._timer.isActive()

    def enter(self, section: Section) -> None:
        """Marks the section that the user works in."""
        self._active = section
        section.set_folded(False)
        self.settle()

    def leave(self) -> None:
        """Marks that the user works in none of the sections: any completed one may be folded."""
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
        """Sections that may be folded: completed ones above the current one, then those below from the last one up."""
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

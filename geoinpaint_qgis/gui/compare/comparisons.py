"""Comparisons after a run: swipe, blink, difference and profile between its scene and its result."""

from __future__ import annotations

import os
from typing import Any, Callable, List, Optional, Tuple

from qgis.core import Qgis, QgsProject, QgsRasterLayer
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject, QUrl
from qgis.PyQt.QtGui import QDesktopServices

from geoinpaint_qgis.gui.compare.difference_layer import DifferenceLayer
from geoinpaint_qgis.gui.compare.profile_window import ProfileWindow
from geoinpaint_qgis.gui.compare.simple_fill import NoSimpleFill
from geoinpaint_qgis.gui.compare.swipe import Comparison
from geoinpaint_qgis.gui.run.background_run import Run
from geoinpaint_qgis.gui.run.footer import RunFooter
from geoinpaint_qgis.translate import tr


class Comparisons(QObject):
    """Handles the comparison buttons of the panel's footer; `say` shows a message at a level."""

    def __init__(
        self, canvas: QgsMapCanvas, project: QgsProject, foot: RunFooter, say: Callable[[str, Any], None]
    ) -> None:
        super().__init__()
        self._canvas, self._project, self._foot, self._say = canvas, project, foot, say
        self._run: Optional[Run] = None
        self.comparison: Optional[Comparison] = None
        self._difference: Optional[DifferenceLayer] = None
        self.profile: Optional[ProfileWindow] = None
        foot.swipe.connect(lambda on: self.compare(on, blink=False))
        foot.blink.connect(lambda on: self.compare(on, blink=True))
        foot.difference.connect(self.add_difference)
        foot.profile.connect(self.show_profile)
        foot.report.connect(self.show_report)
        project.layersWillBeRemoved.connect(self._layers_go)

    def follow(self, run: Run) -> None:
        """Sets the run to compare."""
        self.end()
        self._run = run

    def compare(self, on: bool, *, blink: bool) -> None:
        """Starts or ends swiping or blinking between scene and result."""
        self._end_comparison()
        scene, result = self.pair()
        if not on or scene is None or result is None:
            return
        self.comparison = Comparison(self._canvas, self._project, scene, result, blink=blink)
        self.comparison.ended.connect(self._comparison_ended)
        button = self._foot.blink_button if blink else self._foot.swipe_button
        blocked = button.blockSignals(True)
        button.setChecked(True)
        button.blockSignals(blocked)

    def add_difference(self) -> None:
        """Adds a layer of the difference between the fill and a simple fill."""
        _, result = self.pair()
        if result is None or self._difference is not None:
            return
        try:
            self._difference = DifferenceLayer(result, self._project, self._difference_made)
        except NoSimpleFill as error:
            self._say(str(error), Qgis.MessageLevel.Info)
            return
        self._foot.difference_button.setEnabled(False)

    def show_profile(self, on: bool) -> None:
        """Opens or closes the profile window, for which a line is drawn on the map."""
        self._end_comparison()
        self._end_profile()
        scene, result = self.pair()
        if on and scene is not None and result is not None:
            beside = self._run.uncertainty() if self._run is not None else None
            dates = self._run.dates() if self._run is not None else []
            self.profile = ProfileWindow(
                self._canvas, scene, result, self._foot.window(), uncertainty=beside, dates=dates
            )
            self.profile.closed.connect(self._profile_closed)
            self.profile.show()

    def show_report(self) -> None:
        """Opens the run's report in the browser."""
        path = self._run.report if self._run is not None else ""
        if not os.path.exists(path):
            self._say(
                tr("The report is gone: {path} is not there any more.").format(path=path), Qgis.MessageLevel.Warning
            )
        elif not QDesktopServices.openUrl(QUrl.fromLocalFile(path)):
            self._say(
                tr("There is no program to show the report {path} with.").format(path=path), Qgis.MessageLevel.Warning
            )

    def pair(self) -> Tuple[Optional[QgsRasterLayer], Optional[QgsRasterLayer]]:
        """The run's scene and result, None if removed."""
        return (self._run.scene(), self._run.result()) if self._run is not None else (None, None)

    def end(self) -> None:
        """Ends the comparison shown on the map."""
        self._end_comparison()
        self._end_profile()

    def close_down(self) -> None:
        """Ends everything, before the panel is deleted."""
        self._project.layersWillBeRemoved.disconnect(self._layers_go)
        self.end()
        if self._difference is not None:
            self._difference.abandon()

    def _layers_go(self, ids: List[str]) -> None:
        """Ends comparisons of a result or scene that is being removed."""
        shown = [self._run.uncertainty(), *self._run.dates()] if self._run is not None else []
        if any(layer is not None and layer.id() in ids for layer in shown):
            self._end_profile()  # before its layers are gone
        if any(layer is not None and layer.id() in ids for layer in self.pair()):
            self.end()
            self._foot.forget()

    def _end_comparison(self) -> None:
        if self.comparison is not None:
            self.comparison.end()

    def _comparison_ended(self) -> None:
        self.comparison = None
        self._foot.comparison_ended()

    def _end_profile(self) -> None:
        if self.profile is not None:
            self.profile.close()

    def _profile_closed(self) -> None:
        self.profile = None
        self._foot.profile_ended()

    def _difference_made(self, problem: str) -> None:
        self._difference = None
        self._foot.difference_button.setEnabled(True)
        if problem:
            self._say(problem, Qgis.MessageLevel.Warning)

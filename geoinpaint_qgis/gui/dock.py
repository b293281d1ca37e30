"""The panel: raster, mask, evidence, result, run. Connects the sections; the algorithms do the work."""

from __future__ import annotations

import os
from typing import Any, Dict, List, Optional

from qgis.core import Qgis, QgsProject, QgsRasterLayer
from qgis.gui import QgsDockWidget
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QWidget

from geoinpaint_qgis import engine
from geoinpaint_qgis.gui import dialogs
from geoinpaint_qgis.gui.compare.comparisons import Comparisons
from geoinpaint_qgis.gui.compare.time_profiles import TimeProfiles
from geoinpaint_qgis.gui.evidence import finding
from geoinpaint_qgis.gui.evidence.section import EvidenceSection
from geoinpaint_qgis.gui.folding import Folding
from geoinpaint_qgis.gui.map_image import MapImage
from geoinpaint_qgis.gui.mask.mask_query import MaskSurvey
from geoinpaint_qgis.gui.mask.section import MaskSection
from geoinpaint_qgis.gui.message_bar import say
from geoinpaint_qgis.gui.panel_layout import lay_out_sections
from geoinpaint_qgis.gui.panel_state import PanelState
from geoinpaint_qgis.gui.raster.section import RasterSection
from geoinpaint_qgis.gui.request import Request
from geoinpaint_qgis.gui.run import clipboard, estimate
from geoinpaint_qgis.gui.run.background_run import Run
from geoinpaint_qgis.gui.run.clear_stretch import ClearStretch
from geoinpaint_qgis.gui.run.diagnostics import show_log
from geoinpaint_qgis.gui.run.footer import READY, RunFooter
from geoinpaint_qgis.gui.run.layer_menu import LayerMenu
from geoinpaint_qgis.gui.run.output_section import OutputSection
from geoinpaint_qgis.gui.run.progress import RunState
from geoinpaint_qgis.gui.setup.section import EngineSection
from geoinpaint_qgis.gui.setup.stage_watch import StageWatch
from geoinpaint_qgis.gui.widgets import Section
from geoinpaint_qgis.processing import layers as sources
from geoinpaint_qgis.processing.style import share_stretch
from geoinpaint_qgis.runner import models
from geoinpaint_qgis.translate import tr

AFTER_QGIS_MS = 400


class GeoInpaintDock(QgsDockWidget):
    """The panel. `iface` is QGIS's, for its map canvas and message bar."""

    def __init__(self, iface: Any, parent: Optional[QWidget] = None) -> None:
        super().__init__(tr("GeoInpaint"), parent)
        self.setObjectName("GeoInpaintDock")
        self._iface = iface
        self._canvas = iface.mapCanvas()
        self._project = QgsProject.instance()
        self._run: Optional[Run] = None
        self._state = RunState()
        self._last: Optional[Run] = None
        self._problem = ""
        self.stretch = ClearStretch()
        self._preview = MapImage(self._canvas, z=4.0)
        self._clock = QTimer(self, interval=1000)  # updates the time left between events
        self._clock.timeout.connect(lambda: self.footer.show_run(self._state))
        self._settle = QTimer(self, singleShot=True)
        self._settle.timeout.connect(self._project_is_closed)

        self.engine = EngineSection(self)
        self.mask = MaskSection(self._canvas, self._project)
        self.evidence = EvidenceSection(self._project)
        self.method = Section("4", tr("Fill with"))
        self.method.add(self.evidence.method)
        self.raster = RasterSection(self._canvas, self._project)
        self.result = OutputSection()
        self.footer = RunFooter()
        self.comparisons = Comparisons(
            self._canvas, self._project, self.footer, lambda text, level: self._say(text, level)
        )
        self.stage = StageWatch(self)
        self.menu = LayerMenu(iface, self._project, lambda text, level: self._say(text, level))
        self.times = TimeProfiles(iface, self._project, lambda text, level: self._say(text, level))
        self._lay_out()
        self._connect()
        self.choices = PanelState(self, self._project)
        self._scene_changed(self.raster.scene())

    # --- its parts ---------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        parts = (self.engine, self.raster, self.mask, self.evidence, self.method, self.result)
        whole, self.column = lay_out_sections(parts, self.footer)
        self.folding = Folding(
            self.column,
            (
                (self.raster, lambda: self.raster.scene() is not None),
                (self.mask, lambda: self.request().says_what_to_fill),
                (self.evidence, lambda: True),
                (self.method, lambda: True),
                (self.result, lambda: True),
            ),
        )
        self.setWidget(whole)

    def _connect(self) -> None:
        self.engine.changed.connect(self._engine_changed)
        self.stage.changed.connect(lambda: self.evidence.method.set_lacks_torch(self.stage.lacks_torch))
        self.raster.changed.connect(self._scene_changed)
        self.raster.narrowed.connect(self._narrowed)
        self.raster.classified.connect(self.mask.classification.setLayer)
        self.raster.problem.connect(lambda text: self._say(text, Qgis.MessageLevel.Warning))
        self.mask.changed.connect(self._mask_changed)
        self.mask.proposed.connect(self.refresh)
        self.mask.detector_wanted.connect(self.engine.add_detector)
        self.mask.wanted.connect(lambda: self.folding.enter(self.mask))
        self.mask.overlay.seen.connect(self._mask_seen)
        self.evidence.changed.connect(self._evidence_changed)
        for part in (self.mask, self.evidence):
            part.find_wanted.connect(self.find_evidence)
        self.evidence.build_wanted.connect(lambda: dialogs.show_dialog("geoinpaint:clearskyreference", {}))
        self.evidence.method.models.problem.connect(lambda text: self._say(text, Qgis.MessageLevel.Warning))
        self.result.changed.connect(self.refresh)
        foot = self.footer
        foot.run.connect(self.run)
        foot.stop.connect(self.stop)
        foot.cancel.connect(self.cancel)
        foot.log.connect(self.show_log)
        foot.diagnostics.connect(self.copy_diagnostics)
        foot.command.connect(self.copy_command)
        foot.batch.connect(lambda: dialogs.show_batch(self.request(), self._iface.mainWindow()))
        foot.modeler.connect(lambda: dialogs.show_modeler(self.request()))
        self.visibilityChanged.connect(self._visibility_changed)
        self._project.cleared.connect(self._project_closed)

    def find_evidence(self) -> Optional[QWidget]:
        """Shows the window that searches for dates and radar; returns it."""
        request = self.request()
        if (problem := finding.problem_of(request)) is not None:
            self._say(problem, Qgis.MessageLevel.Warning)
            return None
        window = finding.show_window(request, self._project, self._take_evidence, self.run, self)
        for button in (self.mask.find, self.evidence.find):
            window.finished.connect(lambda *_, button=button: button.update_note())
        return window

    def _take_evidence(self, references: List[str], radar: List[str]) -> None:
        """Ticks the fetched layers; without a mask, enables detection of clouds from the dates."""
        self.evidence.take_files(references, radar)
        if references and not self.request().says_what_to_fill:
            self.mask.detect.setChecked(True)

    # --- what is asked for -------------------------------------------------------------------------------------------

    def request(self) -> Request:
        """The panel's current request."""
        request = Request()
        self.raster.apply_to(request)
        self.result.apply_to(request)
        self.mask.apply_to(request)
        self.evidence.apply_to(request)
        return request

    @property
    def running(self) -> bool:
        """Whether a run is in progress."""
        return self._run is not None

    @property
    def last(self) -> Optional[Run]:
        """The last run that has ended."""
        return self._last

    def refresh(self, *_: Any) -> None:
        """Updates the message about what is missing, and the proposed name of the result."""
        request = self.request()
        problem = engine.problem()
        self.engine.setVisible(self.engine.needed)
        missing = problem.sentence() if problem is not None else request.missing()
        replaced = tr("The file is there already and will be replaced.") if request.overwrites else ""
        self.footer.set_hint(missing, note=replaced)
        foot = self.footer
        for action in (foot.copy_qgis, foot.copy_engine, foot.open_batch, foot.open_modeler):
            action.setEnabled(request.missing() is None)
        self.result.propose(request)
        self.mask.offer(request)
        self._update_summaries(request)
        seen = self.mask.overlay.answer
        self.evidence.method.show_times(request, seen.pixels if seen is not None and seen.holes else None)

    def _update_summaries(self, request: Request) -> None:
        """Updates the summaries that sections show in their titles when folded."""
        scene = request.scene
        for part, text in (
            (self.raster, scene.name() if scene is not None else ""),
            (self.mask, self.mask.figures.text()),
            (self.evidence, self.evidence.short_summary()),
            (self.method, self.evidence.method.short_summary()),
            (self.result, os.path.basename(request.output_path())),
        ):
            part.summary.set_full_text(text)

    def _engine_changed(self) -> None:
        self.stage.look(again=True)
        self.refresh()

    def _mask_seen(self, seen: Optional[MaskSurvey]) -> None:
        self.evidence.show_survey(seen)
        self.refresh()

    def _narrowed(self) -> None:
        """Bands or area have changed: the mask is the same, but its filled part is not."""
        self.refresh()
        if self.isVisible():
            self.mask.overlay.follow(self.request())

    def _evidence_changed(self) -> None:
        """Ticks the bands of a model, if their names match the scene's."""
        model = self.evidence.method.model
        scene = self.raster.scene()
        numbers = None
        if model is not None and scene is not None and scene.bandCount() > len(model.bands):
            numbers = models.band_numbers(model, sources.band_names(scene))
        self.raster.propose_bands(numbers or [])
        self.refresh()

    def _scene_changed(self, scene: Optional[QgsRasterLayer]) -> None:
        self.mask.set_scene(scene)
        self.mask.eye.setChecked(True)  # hidden by a run with another scene
        self.evidence.set_scene(scene)
        self._evidence_changed()
        self._mask_changed()

    def _mask_changed(self) -> None:
        self.refresh()
        self.mask.contamination.forget()
        if self.isVisible():
            self.mask.overlay.follow(self.request(), again=True)
        else:
            self.mask.overlay.rest()

    def _visibility_changed(self, visible: bool) -> None:
        self.mask.overlay.set_visible(visible and self.mask.eye.isChecked() and not self.running)
        if visible:
            self.raster.start_with(self._iface.activeLayer())
            self.stage.look()
            self.mask.overlay.follow(self.request())
            self.folding.settle()
        else:
            self._stop_drawing()

    def _stop_drawing(self) -> None:
        self.mask.stop_drawing()
        self.raster.area.stop_drawing()

    # --- a run -------------------------------------------------------------------------------------------------------

    def run(self) -> None:
        """Starts a run of the request."""
        if self._run is not None:
            return
        self.comparisons.end()
        self._stop_drawing()
        request = self.request()
        run = Run(request, self._project)
        if (why := run.start()) is not None:
            self._say(why, Qgis.MessageLevel.Warning)
            self.footer.set_hint(why)
            return
        seen = self.mask.overlay.answer
        self._state = RunState(expected=estimate.expected(request, seen), shares=estimate.timeline(request))
        self._run, self._last, self._problem = run, run, ""
        self.comparisons.follow(run)
        self.mask.contamination.forget()
        self.stretch.forget()
        if self.result.clear_stretch.isChecked():
            self.stretch.look(run, seen)
        run.event_received.connect(self._on_event)
        run.ended.connect(self._ended)
        self.footer.begin()
        self._lock(True)
        self._clock.start()
        self.folding.settle()

    def stop(self) -> None:
        """Finishes the run with the best fill so far."""
        if self._run is not None:
            self._run.stop()
            self._state.stop()
            self.footer.stopping()
            self.footer.show_run(self._state)

    def cancel(self) -> None:
        """Ends the run without a result."""
        if self._run is not None:
            self._run.cancel()
            self.footer.cancelling()

    def _on_event(self, event: Dict[str, Any]) -> None:
        if self._run is None:
            return
        warnings = len(self._state.warnings)
        self._state.take(event)
        self.footer.show_run(self._state)
        scene = self._run.scene()
        if scene is not None and event.get("event") == "preview":
            # the preview is drawn over the map; the project's layers remain unchanged
            shown = self._preview.show_styled_as(scene, self._state.preview, bands=self._run.request.bands)
            if shown:
                self.mask.overlay.set_visible(False)
        if scene is not None and event.get("event") == "contamination":
            self.mask.show_contamination(event, scene)
        for text in self._state.warnings[warnings:]:
            self._say(text, Qgis.MessageLevel.Warning)

    def _ended(self, fine: bool, results: Dict[str, Any], problem: str) -> None:
        run, self._run = self._run, None
        self._clock.stop()
        self._preview.clear()
        self._lock(False)
        self._problem = "" if fine else problem
        if fine and run is not None and not run.stopped and run.scene() is not None:  # its size is asked for
            state = self._state
            estimate.learn(run.request, state.hole_pixels, state.figures.get("seconds"), state.shares())
        self.footer.end(self._state, self._problem, report=run is not None and bool(run.report))
        scene, result = (run.scene(), run.result()) if fine and run is not None else (None, None)
        if scene is not None and result is not None and not self.stretch.busy:
            share_stretch(scene, result)  # the scene may have been stretched by its clear ground in the meantime
        if fine:
            self.mask.eye.setChecked(False)  # shows the result without the mask over it
            self.mask.contamination.set_visible(True)  # and the cloud that it has left
        else:
            self.mask.overlay.set_visible(self.mask.eye.isChecked())
            if run is not None and run.cancelled:
                self._say(problem, Qgis.MessageLevel.Info)
            else:
                # QGIS reports the failed task itself, and its message would cover this one
                QTimer.singleShot(AFTER_QGIS_MS, lambda: self._say(problem, Qgis.MessageLevel.Critical, log=True))
        self.refresh()
        if self.mask.contamination.isHidden():
            self.folding.leave()  # shows the result, at the bottom

    def _project_closed(self) -> None:
        """The project is closed: the layers of a run are gone, and its result does not belong to the next project."""
        self.comparisons.end()
        self.stretch.forget()
        if self._run is not None:
            self._run.event_received.disconnect(self._on_event)
            self._run.abandon()
            self._run = None
            self._clock.stop()
            self._say(tr("Cancelled; no file was written."), Qgis.MessageLevel.Info)
        self._preview.clear()
        self.footer.set_state(READY)
        self._settle.start()  # QGIS is still removing layers; widgets that list them must wait

    def _project_is_closed(self) -> None:
        self._lock(self.running)
        self.refresh()

    def _lock(self, busy: bool) -> None:
        for part in (self.raster, self.mask, self.evidence, self.method, self.result, self.engine):
            part.setEnabled(not busy)

    # --- what came of it ---------------------------------------------------------------------------------------------

    def copy_command(self, kind: str) -> None:
        """Copies the command of the current request to the clipboard."""
        self._say(*clipboard.copy_command(self.request(), kind))

    def copy_diagnostics(self) -> None:
        """Copies the diagnostics for a problem report to the clipboard."""
        warnings = self._state.warnings
        self._say(*clipboard.copy_diagnostics(self._last, self.request(), problem=self._problem, warnings=warnings))

    def show_log(self) -> None:
        """Shows the log of the last run."""
        log = self._last.log.strip() if self._last is not None else ""
        show_log(log, title=self._problem or tr("The last run"), parent=self)

    # --- its end -----------------------------------------------------------------------------------------------------

    def close_down(self) -> None:
        """Ends everything in progress and removes everything from the map; called before the panel is deleted."""
        self._clock.stop()
        self._settle.stop()
        self.folding.shut_down()
        self._project.cleared.disconnect(self._project_closed)
        self.choices.shut_down()
        self.stretch.forget()
        if self._run is not None:
            self._run.abandon()
            self._run = None
        self.comparisons.close_down()
        self.stage.shut_down()
        self.engine.cancel()
        for part in (self.menu, self.times, self.raster, self.mask, self.evidence, self._preview):
            part.detach()

    def _say(self, text: str, level: Any, *, log: bool = False) -> None:
        buttons = ((tr("Show log"), self.show_log), (tr("Copy diagnostics"), self.copy_diagnostics)) if log else ()
        say(self._iface.messageBar(), text, level, buttons=buttons)

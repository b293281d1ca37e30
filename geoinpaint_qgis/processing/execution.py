"""Runs the engine for an algorithm: events become progress and log, failures become QgsProcessingException."""

from __future__ import annotations

import json
import shutil
import tempfile
from pathlib import Path
from typing import Any, Dict, Mapping, Optional, Sequence

from qgis.core import QgsProcessingException, QgsProcessingFeedback, QgsProcessingUtils
from qgis.PyQt.QtCore import QCoreApplication, QThread

from geoinpaint_qgis import engine, settings
from geoinpaint_qgis.runner import messages
from geoinpaint_qgis.runner.client import Event
from geoinpaint_qgis.translate import tr


def run_job(
    job: Mapping[str, Any], feedback: QgsProcessingFeedback, *, names: Optional[Mapping[str, str]] = None
) -> Event:
    """Runs a job (docs/job.md); returns the result event. `names` as of `run_command`.

    Raises:
        QgsProcessingException: the run failed or was cancelled.
    """
    folder = Path(tempfile.mkdtemp(prefix="job_", dir=QgsProcessingUtils.tempFolder()))
    try:
        file = folder / "job.json"
        file.write_text(json.dumps(settings.load().applied(job), indent=1), encoding="utf-8")
        return run_command(["run", str(file)], feedback, output=job["output"]["path"], names=names)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def run_command(
    arguments: Sequence[str],
    feedback: QgsProcessingFeedback,
    *,
    output: str = "",
    environment: Optional[Mapping[str, str]] = None,
    names: Optional[Mapping[str, str]] = None,
) -> Event:
    """Runs the engine's command line; returns the result event.

    Args:
        arguments: of the command line.
        feedback: receives progress and warnings.
        output: path of the file that it writes.
        environment: added to the environment of the process.
        names: of the layers of which it reads copies, by the copies' paths: messages name the layers.

    Raises:
        QgsProcessingException: the run failed or was cancelled.
    """
    forward = getattr(feedback, "forward", lambda event: None)
    stop_wanted = getattr(feedback, "stop_requested", lambda: False)

    def on_event(event: Event) -> None:
        if names and event["event"] == "warning":
            event = {**event, "message": _named(str(event.get("message", "")), names)}
        _show(event, feedback)
        forward(event)

    outcome = engine.run(
        arguments,
        on_event=on_event,
        cancelled=feedback.isCanceled,
        stop_wanted=stop_wanted,
        idle=_keep_window_alive,
        leftovers=[f"{output}.partial"] if output else [],
        environment_of_run=environment,
    )
    if outcome.log:
        feedback.pushConsoleInfo(outcome.log)
    if outcome.cancelled:
        raise QgsProcessingException(tr("The run was cancelled; no output was written."))
    if outcome.failure is not None:
        raise QgsProcessingException(_named(outcome.failure.sentence(), names or {}))
    return outcome.result or {}


def _named(text: str, names: Mapping[str, str]) -> str:
    """A message in which copies are called what the user calls their layers."""
    for path, name in names.items():
        text = text.replace(path, name)
    return text


def _keep_window_alive() -> None:
    """Processes events, because older versions of QGIS run batches in the main thread."""
    application = QCoreApplication.instance()
    if application is not None and QThread.currentThread() == application.thread():
        QCoreApplication.processEvents()


def _show(event: Event, feedback: QgsProcessingFeedback) -> None:
    kind = event["event"]
    if kind == "started":
        feedback.pushInfo(_plan(event))
    elif kind == "progress":
        feedback.setProgress(100.0 * float(event.get("fraction") or 0.0))
        text = _progress_text(event)
        if text:
            feedback.setProgressText(text)
    elif kind == "warning":
        feedback.pushWarning(messages.translated(str(event.get("code") or ""), str(event.get("message", ""))))


def _plan(event: Event) -> str:
    parts = []
    if event.get("dates") is not None:
        parts.append(tr("{count} dates").format(count=event["dates"]))
    if event.get("windows") is not None:
        count = event["windows"]
        parts.append(tr("1 window") if count == 1 else tr("{count} windows").format(count=count))
    if event.get("steps"):
        parts.append(tr("{count} steps").format(count=event["steps"]))
    if event.get("device"):
        parts.append(tr("on {device}").format(device=event["device"]))
    if event.get("seconds"):
        parts.append(tr("about {seconds:.0f} s").format(seconds=event["seconds"]))
    return tr("Plan: {plan}").format(plan=", ".join(parts))


def _progress_text(event: Event) -> str:
    parts = [messages.activity(str(event["message"]))] if event.get("message") else []
    if event.get("step") is not None and event.get("steps"):
        parts.append(tr("step {step} of {steps}").format(step=event["step"], steps=event["steps"]))
    if event.get("holdout_rmse") is not None:
        parts.append(tr("held-out error {rmse:.4g}").format(rmse=event["holdout_rmse"]))
    if event.get("seconds_left") is not None:
        parts.append(tr("{seconds:.0f} s left").format(seconds=event["seconds_left"]))
    return ", ".join(parts)


def figures_of(result: Mapping[str, Any]) -> Dict[str, Any]:
    """The figures of a result event."""
    return dict(result.get("figures") or {})

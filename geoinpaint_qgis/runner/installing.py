"""Makes the managed environment: a venv, and pip with the engine's pinned packages, step by step."""

from __future__ import annotations

import json
import os
import subprocess  # nosec B404 # venv and pip are processes
import threading
from collections import deque
from pathlib import Path
from queue import Empty, Queue
from typing import Callable, Deque, Iterable, List, Mapping, Optional, Sequence

from geoinpaint_qgis.runner import bundle, diagnosis
from geoinpaint_qgis.runner.diagnosis import Diagnosis, EnvironmentFailure, SetupCancelled
from geoinpaint_qgis.runner.environment import STAMP, outdated, read_stamp
from geoinpaint_qgis.runner.pip_progress import PipProgress, Progress, tells_bytes
from geoinpaint_qgis.runner.platforms import Platform
from geoinpaint_qgis.runner.pythons import Probe, probe
from geoinpaint_qgis.translate import tr

BEGUN = "geoinpaint-begun.txt"  # an environment that still lacks packages: trying again goes on from there
LOCK = "geoinpaint-lock.txt"
LOG_LINES = 500


def create_environment(
    folder: str,
    stage: str,
    *,
    base: Probe,
    environ: Mapping[str, str],
    platform: Platform,
    wheels: str = "",
    pip_options: Sequence[str] = (),
    expected: Optional[int] = None,
    progress: Progress = lambda fraction, text: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> str:
    """Make the managed environment, or add a stage to it, and give back its interpreter.

    Args:
        folder: where; a folder with other things in it is refused.
        stage: "light" or "full".
        base: the Python to make it with.
        environ: QGIS's environment; proxies, certificates and PIP_* are kept.
        platform: the rules of the system.
        wheels: install from this folder only, without a network.
        pip_options: further options of pip; another build of a package may come of them, so hashes are not asked.
        expected: bytes to be fetched, so that the progress follows them; None: not known.
        progress: told how far it is (0 to 1) and what is being done.
        cancelled: asked about ten times a second.

    Raises:
        EnvironmentFailure: with a diagnosis; what was begun can be continued by trying again.
        SetupCancelled: the user ended it.
    """
    place = Path(folder)
    clean = platform.clean_environment(environ, keep_pip=True)
    python = platform.python_in(folder)

    def step(command: Sequence[str], on_line: Callable[[str], None] = lambda line: None) -> None:
        _run_step(command, environ=clean, platform=platform, on_line=on_line, cancelled=cancelled)

    try:
        _refuse_other_things(place)
        if outdated(folder) or not (read_stamp(folder) or (place / BEGUN).exists()):
            progress(0.0, tr("Making the environment"))
            (place / STAMP).unlink(missing_ok=True)
            place.parent.mkdir(parents=True, exist_ok=True)
            step([base.executable, "-E", "-m", "venv", "--clear", "--without-pip", folder])
            # by itself, because venv keeps to itself why it failed
            step([python, "-E", "-m", "ensurepip", "--upgrade", "--default-pip"])
            (place / BEGUN).write_text("", encoding="utf-8")
        text = bundle.pins(stage, other_builds=bool(wheels or pip_options))
        (place / LOCK).write_text(text, encoding="utf-8")
        version: List[str] = []
        step([python, "-m", "pip", "--version"], version.append)
        command = pip_command(
            python, str(place / LOCK), wheels=wheels, options=pip_options, hashes="--hash=" in text,
            raw=tells_bytes(" ".join(version)),
        )  # fmt: skip
        told = PipProgress(progress, packages=len(bundle.package_names(stage)), expected=None if wheels else expected)
        step(command, told.take)
        progress(0.95, tr("Checking the environment"))
        found = probe((python,), environ=environ, platform=platform)
        problem = found.problem()
        if problem:
            raise EnvironmentFailure(problem)
        _write_stamp(place, stage, found)
    except OSError as error:
        raise EnvironmentFailure(_unusable(folder, error)) from error
    progress(1.0, tr("The engine is set up"))
    return python


def pip_command(
    python: str, lock: str, *, wheels: str, options: Sequence[str], hashes: bool, raw: bool = False
) -> List[str]:
    """The call of pip that installs what a lock file names; `raw`: it is to tell the bytes it has fetched."""
    return [
        *(python, "-u", "-m", "pip", "install", "--disable-pip-version-check", "--no-input", "--only-binary=:all:"),
        *(["--progress-bar", "raw"] if raw else []),
        *(["--require-hashes"] if hashes else []),
        *(["--no-index", "--find-links", wheels] if wheels else []),
        *options,
        *("-r", lock),
    ]


def _refuse_other_things(place: Path) -> None:
    if place.exists() and any(place.iterdir()) and not (place / "pyvenv.cfg").exists():
        raise EnvironmentFailure(
            Diagnosis(
                "folder-in-use",
                tr("The folder {path} holds other things.").format(path=place),
                tr("Choose an empty folder for the engine."),
                "folder",
            )
        )


def _write_stamp(place: Path, stage: str, found: Probe) -> None:
    """Say what the environment was made from; from now on it is one."""
    written = {"stage": stage, "lock": bundle.lock_digest(stage), "python": ".".join(map(str, found.version))}
    temporary = place / (STAMP + ".new")
    temporary.write_text(json.dumps(written), encoding="utf-8")
    os.replace(temporary, place / STAMP)
    (place / BEGUN).unlink(missing_ok=True)


def _unusable(folder: str, error: OSError) -> Diagnosis:
    return diagnosis.recognise(f"{type(error).__name__}: {error}") or Diagnosis(
        "folder-unusable",
        tr("The folder {path} cannot be used: {reason}.").format(path=folder, reason=error.strerror or error),
        tr("Choose another folder."),
        "folder",
    )


def _run_step(
    command: Sequence[str],
    *,
    environ: Mapping[str, str],
    platform: Platform,
    on_line: Callable[[str], None],
    cancelled: Callable[[], bool],
) -> None:
    """Run one command of the set-up, line by line.

    Raises:
        EnvironmentFailure: it failed.
        SetupCancelled: the user ended it.
    """
    try:
        process = subprocess.Popen(  # nosec B603 # a list, no shell
            list(command),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env=dict(environ),
            **platform.popen_options(),
        )
    except OSError as error:
        raise EnvironmentFailure(diagnosis.not_started(error, command[0])) from error
    lines: "Queue[bytes]" = Queue()
    log: Deque[str] = deque(maxlen=LOG_LINES)

    def pump() -> None:
        with process.stdout:
            for line in iter(process.stdout.readline, b""):
                lines.put(line)
        lines.put(b"")

    thread = threading.Thread(target=pump, name="geoinpaint-setup", daemon=True)
    thread.start()
    try:
        while True:
            if cancelled():
                raise SetupCancelled
            try:
                line = lines.get(timeout=0.1)
            except Empty:
                continue
            if not line:
                break
            log.append(line.decode("utf-8", "replace").rstrip())
            on_line(log[-1])
        if process.wait():
            raise EnvironmentFailure(_failed(log))
    finally:
        if process.poll() is None:
            platform.end(process.pid, hard=True)
            process.wait()
        thread.join(2.0)


def _failed(log: Iterable[str]) -> Diagnosis:
    lines = [line for line in log if line.strip()]
    errors = [line for line in lines if line.lower().startswith("error")]
    reason = (errors or lines or [tr("no reason was given")])[-1]
    text = "\n".join(lines)
    return diagnosis.recognise(text) or Diagnosis(
        "setup-failed",
        tr("The set-up has failed: {reason}").format(reason=reason),
        tr("The log says more."),
        "retry",
        details=text,
    )

"""Creates the managed environment, a venv with the engine's pinned packages, step by step."""

from __future__ import annotations

import json
import os
import subprocess  # nosec B404 # venv and pip run as processes
import threading
import time
from collections import deque
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from queue import Empty, Queue
from typing import Callable, Deque, Iterable, Iterator, List, Mapping, Optional, Sequence, Tuple

from geoinpaint_qgis.runner import bundle, diagnosis
from geoinpaint_qgis.runner.diagnosis import Diagnosis, EnvironmentFailure, SetupCancelled
from geoinpaint_qgis.runner.environment import STAMP, installed, outdated, read_stamp
from geoinpaint_qgis.runner.pip_progress import BEGUN as BEGINS
from geoinpaint_qgis.runner.pip_progress import DONE, PipProgress, Progress, reports_bytes
from geoinpaint_qgis.runner.platforms import Platform
from geoinpaint_qgis.runner.pythons import Probe, probe
from geoinpaint_qgis.runner.setup_plan import TORCH_WITHOUT_CUDA
from geoinpaint_qgis.translate import tr

BEGUN = "geoinpaint-begun.txt"  # marks an incomplete environment, which the next attempt continues
LOCK = "geoinpaint-lock.txt"
LOG_LINES = 500
IDLE_S = 0.5  # interval of checking what pip has installed


def create_environment(
    folder: str,
    stage: str,
    *,
    base: Probe,
    environ: Mapping[str, str],
    platform: Platform,
    wheels: str = "",
    pip_options: Sequence[str] = (),
    torch_index: str = "",
    expected: Optional[int] = None,
    progress: Progress = lambda fraction, text: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> str:
    """Creates the managed environment, or adds a stage to it; returns its interpreter.

    Args:
        folder: folder of the environment; a folder with other contents is refused.
        stage: "light" or "full".
        base: Python that creates the environment.
        environ: environment variables of QGIS, of which proxies, certificates and PIP_* are kept.
        platform: the operating system.
        wheels: folder of wheels to install from, without network access.
        pip_options: further options of pip; they may select other builds of packages, so hashes are not checked.
        torch_index: URL of a package index from which only PyTorch is installed, in a build without CUDA; everything
            else comes from the usual index, with hashes checked.
        expected: expected download size in bytes, for the progress; None if unknown.
        progress: called with the completed fraction (0 to 1) and the current step.
        cancelled: polled about ten times per second.

    Raises:
        EnvironmentFailure: with a diagnosis; the next attempt continues an incomplete environment.
        SetupCancelled: the user cancelled.
    """
    place = Path(folder)
    clean = platform.clean_environment(environ, keep_pip=True)
    python = platform.python_in(folder)
    step = partial(_run_step, environ=clean, platform=platform, cancelled=cancelled)
    try:
        _refuse_other_things(place)
        build = ("cpu" if torch_index else "") if stage == "full" else _build_in(place)
        if outdated(folder) or not _goes_on(place, build):
            build = build if stage == "full" else ""
            progress(0.0, tr("Making the environment"))
            (place / STAMP).unlink(missing_ok=True)
            place.parent.mkdir(parents=True, exist_ok=True)
            step([base.executable, "-E", "-m", "venv", "--clear", "--without-pip", folder])
            # a separate call, because venv does not report why it fails to install pip
            step([python, "-E", "-m", "ensurepip", "--upgrade", "--default-pip"])
            (place / BEGUN).write_text(build, encoding="utf-8")
        calls = _calls(stage, wheels=wheels, pip_options=pip_options, torch_index=torch_index, expected=expected)
        _install(calls, place, python, step=step, progress=progress)
        progress(DONE, tr("Checking the environment"))
        found = probe((python,), environ=environ, platform=platform)
        problem = found.problem()
        if problem:
            raise EnvironmentFailure(problem)
        _write_stamp(place, stage, found, build)
    except OSError as error:
        raise EnvironmentFailure(_unusable(folder, error)) from error
    progress(1.0, tr("The engine is set up"))
    return python


def add_packages(
    folder: str,
    extra: str,
    *,
    environ: Mapping[str, str],
    platform: Platform,
    wheels: str = "",
    pip_options: Sequence[str] = (),
    progress: Progress = lambda fraction, text: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> None:
    """Adds the packages of an extra, in their locked versions, to the managed environment; see `create_environment`.

    Raises:
        EnvironmentFailure: with a diagnosis.
        SetupCancelled: the user cancelled.
    """
    clean = platform.clean_environment(environ, keep_pip=True)
    step = partial(_run_step, environ=clean, platform=platform, cancelled=cancelled)
    try:
        calls = _calls(extra, wheels=wheels, pip_options=pip_options, torch_index="", expected=None)
        _install(calls, Path(folder), platform.python_in(folder), step=step, progress=progress)
    except OSError as error:
        raise EnvironmentFailure(_unusable(folder, error)) from error
    progress(1.0, tr("The packages are installed"))


@dataclass(frozen=True)
class _Call:
    """A call of pip: requirements, options, expected download size, and its span of the progress."""

    lock: str
    options: Tuple[str, ...]
    expected: Optional[int] = None
    span: Tuple[float, float] = (BEGINS, DONE)


def _calls(
    stage: str, *, wheels: str, pip_options: Sequence[str], torch_index: str, expected: Optional[int]
) -> List[_Call]:
    """The calls of pip for a stage: one, or two if PyTorch comes from another index."""
    if not (torch_index and stage == "full"):
        lock = bundle.pins(stage, other_builds=bool(wheels or pip_options))
        offline = ("--no-index", "--find-links", wheels) if wheels else ()
        return [_Call(lock, (*offline, *pip_options), None if wheels else expected)]
    torch = TORCH_WITHOUT_CUDA
    half = (BEGINS + DONE) / 2
    return [
        _Call(bundle.pins_beside_torch(), tuple(pip_options), max(expected - torch, 0) if expected else None,
              (BEGINS, half)),
        _Call(
            f"torch=={bundle.torch_version()}+cpu\n",
            # only PyTorch is installed from that index, so that it cannot substitute other packages
            (*pip_options, "--no-deps", "--index-url", torch_index),
            torch,
            (half, DONE),
        ),
    ]  # fmt: skip


def _install(
    calls: Sequence[_Call], place: Path, python: str, *, step: Callable[..., None], progress: Progress
) -> None:
    """Runs the calls of pip."""
    version: List[str] = []
    step([python, "-m", "pip", "--version"], on_line=version.append)
    raw = reports_bytes(" ".join(version))
    before = 0
    for number, call in enumerate(calls, 1):
        lock = place / LOCK
        lock.write_text(call.lock, encoding="utf-8")
        pip_progress = PipProgress(
            progress, requirements=bundle.count_of(call.lock), expected=call.expected,
            installed=lambda: installed(str(place)), span=call.span, others=(before, len(calls) - number),
        )  # fmt: skip
        command = pip_command(python, str(lock), options=call.options, hashes="--hash=" in call.lock, raw=raw)
        step(command, on_line=pip_progress.take, idle=pip_progress.report)
        before = pip_progress.count - (len(calls) - number)


def _build_in(place: Path) -> str:
    """The build of PyTorch in an environment, or intended for an incomplete one: "cpu", or "" for the usual or none."""
    begun = place / BEGUN
    return read_stamp(str(place)).get("torch", begun.read_text(encoding="utf-8") if begun.exists() else "")


def _goes_on(place: Path, build: str) -> bool:
    """Whether a folder holds an environment, complete or not, that can be extended with this build of PyTorch."""
    stamp, there = read_stamp(str(place)), _build_in(place)
    if not stamp and not (place / BEGUN).exists():
        return False
    return there == build or (stamp.get("stage") == "light" and not there)


def pip_command(python: str, lock: str, *, options: Sequence[str], hashes: bool, raw: bool = False) -> List[str]:
    """The pip command that installs a lock file; `raw`: with progress in bytes."""
    return [
        *(python, "-u", "-m", "pip", "install", "--disable-pip-version-check", "--no-input", "--only-binary=:all:"),
        *(["--progress-bar", "raw"] if raw else []),
        *(["--require-hashes"] if hashes else []),
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


def _write_stamp(place: Path, stage: str, found: Probe, build: str) -> None:
    """Records what the environment was created from, which marks it as complete."""
    written = {"stage": stage, "lock": bundle.lock_digest(stage), "python": ".".join(map(str, found.version))}
    if build:
        written["torch"] = build
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
    cancelled: Callable[[], bool],
    on_line: Callable[[str], None] = lambda line: None,
    idle: Callable[[], None] = lambda: None,
) -> None:
    """Runs a command of the set-up, and reads its output line by line; `idle` is called while there is none.

    Raises:
        EnvironmentFailure: it failed.
        SetupCancelled: the user cancelled.
    """
    process = _started(command, environ, platform)
    lines, reader = _read_in_background(process)
    log: Deque[str] = deque(maxlen=LOG_LINES)
    try:
        for line in _until_end(lines, cancelled, idle):
            log.append(line)
            on_line(line)
        if process.wait():
            raise EnvironmentFailure(_failed(log))
    finally:
        if process.poll() is None:
            platform.end(process.pid, hard=True)
            process.wait()
        reader.join(2.0)


def _started(command: Sequence[str], environ: Mapping[str, str], platform: Platform) -> "subprocess.Popen[bytes]":
    try:
        return subprocess.Popen(  # nosec B603 # a list, no shell
            list(command),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env=dict(environ),
            **platform.popen_options(),
        )
    except OSError as error:
        raise EnvironmentFailure(diagnosis.not_started(error, command[0])) from error


def _read_in_background(process: "subprocess.Popen[bytes]") -> "Tuple[Queue[bytes], threading.Thread]":
    """Starts a thread that queues the lines of a process's output, and finally an empty one."""
    lines: "Queue[bytes]" = Queue()

    def pump() -> None:
        with process.stdout:
            for line in iter(process.stdout.readline, b""):
                lines.put(line)
        lines.put(b"")

    thread = threading.Thread(target=pump, name="geoinpaint-setup", daemon=True)
    thread.start()
    return lines, thread


def _until_end(lines: "Queue[bytes]", cancelled: Callable[[], bool], idle: Callable[[], None]) -> Iterator[str]:
    """Yields queued lines up to the empty one.

    Raises:
        SetupCancelled: the user cancelled.
    """
    quiet_since = time.monotonic()
    while True:
        if cancelled():
            raise SetupCancelled
        try:
            line = lines.get(timeout=0.1)
        except Empty:
            if time.monotonic() - quiet_since > IDLE_S:
                idle()
                quiet_since = time.monotonic()
            continue
        if not line:
            return
        yield line.decode("utf-8", "replace").rstrip()


def _failed(log: Iterable[str]) -> Diagnosis:
    text = "\n".join(line for line in log if line.strip())
    return diagnosis.recognise(text) or Diagnosis(
        "setup-failed",
        tr("The packages could not be installed."),
        tr("The log says why."),
        "retry",
        details=text,
    )

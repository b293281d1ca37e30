"""The engine's Python: where it is, whether it will do, and a managed environment of its own where there is none."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess  # nosec B404 # other Pythons are asked and driven as processes
import sys
import threading
from collections import deque
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, Queue
from typing import Any, Callable, Deque, Dict, Iterable, List, Mapping, Optional, Sequence, Tuple

from geoinpaint_qgis.runner import diagnosis
from geoinpaint_qgis.runner.diagnosis import Diagnosis
from geoinpaint_qgis.runner.platforms import Platform
from geoinpaint_qgis.translate import tr

PYTHON_VARIABLE = "GEOINPAINT_PYTHON"
FOLDER_VARIABLE = "GEOINPAINT_ENVIRONMENT"
OLDEST_PYTHON = (3, 10)
STAGES = ("light", "full")
STAMP = "geoinpaint-environment.json"
BEGUN = "geoinpaint-begun.txt"  # an environment that still lacks packages: trying again goes on from there
PROBE_TIMEOUT_S = 30.0

HERE = Path(__file__).resolve().parent
LIGHT_PACKAGES = (
    "numpy",
    "scipy",
    "rasterio",
    "pyogrio",
    "scikit-image",
    "opencv-python-headless",
    "msgspec",
    "click",
    "safetensors",
)


class EnvironmentFailure(Exception):
    """A set-up that did not come to its end; carries the diagnosis."""

    def __init__(self, found: Diagnosis) -> None:
        super().__init__(found.sentence())
        self.diagnosis = found


class SetupCancelled(Exception):
    """The user ended the set-up."""


@dataclass(frozen=True)
class Interpreter:
    """A Python for the engine; `source` is "setting", "variable" or "managed"."""

    path: str
    source: str


@dataclass(frozen=True)
class Probe:
    """What a Python says about itself."""

    executable: str
    version: Tuple[int, ...]
    bits: int
    can_make_environments: bool
    packages: Mapping[str, str]

    @property
    def stage(self) -> str:
        """The stage its packages suffice for: "full", "light" or ""."""
        if any(name not in self.packages for name in LIGHT_PACKAGES):
            return ""
        return "full" if "torch" in self.packages else "light"

    def problem(self) -> Optional[Diagnosis]:
        """Why it cannot be the engine's Python, if it cannot."""
        version = ".".join(map(str, self.version))
        if self.version < OLDEST_PYTHON:
            return Diagnosis(
                "python-too-old",
                tr("The engine needs Python 3.10 or newer, and {path} is {version}.").format(
                    path=self.executable, version=version
                ),
                tr("Choose another Python for the engine."),
                "choose-python",
            )
        if self.bits < 64:
            return Diagnosis(
                "wrong-architecture",
                tr("The Python {path} is a 32-bit one.").format(path=self.executable),
                tr("Choose a 64-bit Python for the engine."),
                "choose-python",
            )
        missing = [name for name in LIGHT_PACKAGES if name not in self.packages]
        if missing:
            return Diagnosis(
                "module-missing",
                tr("The Python {path} lacks packages that the engine needs: {names}.").format(
                    path=self.executable, names=", ".join(missing)
                ),
                tr("Install them there, or choose another Python for the engine."),
                "choose-python",
            )
        return None


# --- finding ---------------------------------------------------------------------------------------------------------


def engine_folder(plugin: Optional[Path] = None) -> Path:
    """The folder that holds the engine's source: in the plugin, or beside it in a checkout."""
    root = plugin or HERE.parent
    bundled = root / "bundled"
    return bundled if (bundled / "geoinpaint_engine").is_dir() else root.parent / "engine"


def environment_folder(setting: str, *, environ: Mapping[str, str], platform: Platform) -> str:
    """Where the managed environment is or will be: setting, GEOINPAINT_ENVIRONMENT, the user's data folder."""
    chosen = setting or environ.get(FOLDER_VARIABLE, "")
    return os.path.expanduser(chosen) if chosen else platform.paths.join(platform.data_folder(environ), "environment")


def find_interpreter(
    setting: str, folder: str, *, environ: Mapping[str, str], platform: Platform
) -> Optional[Interpreter]:
    """The engine's Python: the setting, GEOINPAINT_PYTHON, the managed environment in `folder`; None if there is none.

    A chosen Python that is not there is given back all the same: its absence is to be told, not passed over.
    """
    if setting:
        return Interpreter(os.path.expanduser(setting), "setting")
    if environ.get(PYTHON_VARIABLE):
        return Interpreter(os.path.expanduser(environ[PYTHON_VARIABLE]), "variable")
    managed = platform.python_in(folder)
    if os.path.isfile(managed) and read_stamp(folder):
        return Interpreter(managed, "managed")
    return None


def engine_command(interpreter: str, arguments: Sequence[str], *, engine: Optional[Path] = None) -> List[str]:
    """The command line that runs the engine's source under a Python."""
    folder = engine or engine_folder()
    return [interpreter, "-u", "-E", "-X", "utf8", str(HERE / "launch.py"), str(folder), *arguments]


def probe(
    command: Sequence[str], *, environ: Mapping[str, str], platform: Platform, timeout_s: float = PROBE_TIMEOUT_S
) -> Probe:
    """Ask a Python about itself.

    Raises:
        EnvironmentFailure: it cannot be started, takes too long, or is no Python.
    """
    options: Dict[str, Any] = platform.popen_options()
    try:
        answer = subprocess.run(  # nosec B603 # a list, no shell; the interpreter is the user's choice
            [*command, "-E", str(HERE / "probe.py")],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=platform.clean_environment(environ),
            timeout=timeout_s,
            check=False,
            **options,
        )
    except subprocess.TimeoutExpired as error:
        raise EnvironmentFailure(_no_python(command[0], tr("it does not answer"))) from error
    except OSError as error:
        raise EnvironmentFailure(diagnosis.not_started(error, command[0])) from error
    try:
        said = json.loads(answer.stdout.decode("utf-8").strip().splitlines()[-1])
        return Probe(
            executable=said["executable"],
            version=tuple(said["version"]),
            bits=said["bits"],
            can_make_environments=said["can_make_environments"],
            packages=said["packages"],
        )
    except (ValueError, IndexError, KeyError, TypeError) as error:
        log = answer.stderr.decode("utf-8", "replace")
        raise EnvironmentFailure(
            diagnosis.recognise(log) or _no_python(command[0], tr("what it says is not what a Python says"))
        ) from error


def _no_python(path: str, reason: str) -> Diagnosis:
    return Diagnosis(
        "no-python",
        tr("{path} is not a Python that can be used: {reason}.").format(path=path, reason=reason),
        tr("Choose another Python for the engine."),
        "choose-python",
    )


def find_base_python(setting: str, *, environ: Mapping[str, str], platform: Platform) -> Probe:
    """A Python 3.10+ that can make environments: the setting, or the best found on this computer.

    Raises:
        EnvironmentFailure: there is none; says in one sentence what to install.
    """
    commands: Iterable[Tuple[str, ...]] = [(setting,)] if setting else platform.base_pythons(sys.prefix)
    crippled: Optional[Probe] = None
    for command in commands:
        program = shutil.which(command[0], path=environ.get("PATH")) if not os.path.isabs(command[0]) else command[0]
        if not program or "WindowsApps" in program:  # the Store's stand-in opens a shop window
            continue
        try:
            found = probe((program, *command[1:]), environ=environ, platform=platform)
        except EnvironmentFailure:
            if setting:
                raise
            continue
        if found.version >= OLDEST_PYTHON and found.bits == 64:
            if found.can_make_environments:
                return found
            crippled = crippled or found
        elif setting:
            raise EnvironmentFailure(found.problem() or _no_python(setting, ""))
    if crippled:
        known = diagnosis.recognise("No module named ensurepip")
        raise EnvironmentFailure(known or _no_python(crippled.executable, ""))
    raise EnvironmentFailure(
        Diagnosis(
            "no-base-python",
            tr("No Python 3.10 or newer was found on this computer."),
            {
                "windows": tr("Install Python 3.12 (64-bit) from python.org and try again."),
                "macos": tr("Install Python 3.12 from python.org and try again."),
                "linux": tr("Install the packages python3 and python3-venv and try again."),
            }[platform.name],
            "choose-python",
        )
    )


# --- the managed environment -----------------------------------------------------------------------------------------


def lock_file(stage: str) -> Path:
    """The pinned packages of a stage, which come with the engine's source."""
    return engine_folder() / "requirements" / f"{stage}.txt"


def lock_digest(stage: str) -> str:
    """What tells one version of a lock file from another."""
    return hashlib.sha256(lock_file(stage).read_bytes()).hexdigest()


def pins(stage: str, *, hashes: bool) -> str:
    """The lock file; without hashes, packages built elsewhere (another torch, a folder of wheels) may be used."""
    text = lock_file(stage).read_text(encoding="utf-8")
    return text if hashes else re.sub(r"\s*\\\n\s+--hash=\S+", "", text)


def read_stamp(folder: str) -> Dict[str, str]:
    """What the managed environment in a folder was made from; empty where there is none or it was never finished."""
    try:
        with open(os.path.join(folder, STAMP), encoding="utf-8") as file:
            stamp = json.load(file)
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) and stamp.get("stage") in STAGES else {}


def outdated(folder: str) -> bool:
    """Whether the managed environment was made from another lock file than this plugin's."""
    stamp = read_stamp(folder)
    return bool(stamp) and stamp.get("lock") != lock_digest(stamp["stage"])


def free_space(folder: str) -> int:
    """Bytes that are free where a folder is or will be."""
    place = Path(folder)
    while not place.exists() and place != place.parent:
        place = place.parent
    return shutil.disk_usage(place).free


def create_environment(
    folder: str,
    stage: str,
    *,
    base: Probe,
    environ: Mapping[str, str],
    platform: Platform,
    wheels: str = "",
    pip_options: Sequence[str] = (),
    progress: Callable[[float, str], None] = lambda fraction, text: None,
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
        progress: told how far it is (0 to 1) and what is being done.
        cancelled: asked about ten times a second.

    Raises:
        EnvironmentFailure: with a diagnosis; what was begun can be continued by trying again.
        SetupCancelled: the user ended it.
    """
    place = Path(folder)
    stamp = place / STAMP
    if place.exists() and any(place.iterdir()) and not (place / "pyvenv.cfg").exists():
        raise EnvironmentFailure(
            Diagnosis(
                "folder-in-use",
                tr("The folder {path} holds other things.").format(path=folder),
                tr("Choose an empty folder for the engine."),
                "folder",
            )
        )
    clean = platform.clean_environment(environ, keep_pip=True)
    python = platform.python_in(folder)
    begun = place / BEGUN
    fresh = outdated(folder) or not (read_stamp(folder) or begun.exists())

    def step(command: Sequence[str], on_line: Callable[[str], None] = lambda line: None) -> None:
        _run_step(command, environ=clean, platform=platform, on_line=on_line, cancelled=cancelled)

    try:
        if fresh:
            progress(0.0, tr("Making the environment"))
            stamp.unlink(missing_ok=True)
            place.parent.mkdir(parents=True, exist_ok=True)
            step([base.executable, "-E", "-m", "venv", "--clear", folder])
            begun.write_text("", encoding="utf-8")
        names = _package_names(stage)
        done = set()

        def on_line(line: str) -> None:
            for name in re.findall(
                r"^(?:Collecting|Downloading|Processing|Requirement already satisfied:)\s+(\S+)", line
            ):
                done.add(re.split(r"[=<>;(\[]", name)[0].lower())
            progress(min(0.05 + 0.85 * len(done) / max(len(names), 1), 0.9), line.strip()[:200])

        lock = place / "geoinpaint-lock.txt"
        hashes = not wheels and not pip_options
        text = pins(stage, hashes=hashes)
        lock.write_text(text, encoding="utf-8")
        step(
            [
                python,
                "-u",
                "-m",
                "pip",
                "install",
                "--disable-pip-version-check",
                "--no-input",
                "--only-binary=:all:",
                *(["--require-hashes"] if "--hash=" in text else []),
                *(["--no-index", "--find-links", wheels] if wheels else []),
                *pip_options,
                "-r",
                str(lock),
            ],
            on_line,
        )
        progress(0.95, tr("Checking the environment"))
        found = probe((python,), environ=environ, platform=platform)
        problem = found.problem()
        if problem:
            raise EnvironmentFailure(problem)
        written = {"stage": stage, "lock": lock_digest(stage), "python": ".".join(map(str, found.version))}
        temporary = place / (STAMP + ".new")
        temporary.write_text(json.dumps(written), encoding="utf-8")
        os.replace(temporary, stamp)
        begun.unlink(missing_ok=True)
    except OSError as error:
        raise EnvironmentFailure(
            diagnosis.recognise(f"{type(error).__name__}: {error}")
            or Diagnosis(
                "folder-unusable",
                tr("The folder {path} cannot be used: {reason}.").format(path=folder, reason=error.strerror or error),
                tr("Choose another folder."),
                "folder",
            )
        ) from error
    progress(1.0, tr("The engine is set up"))
    return python


def remove_environment(folder: str) -> None:
    """Remove the managed environment; a folder that is none is left alone."""
    if (Path(folder) / "pyvenv.cfg").exists():
        shutil.rmtree(folder)


def _package_names(stage: str) -> List[str]:
    return sorted(set(re.findall(r"^([A-Za-z0-9_.-]+)==", lock_file(stage).read_text(encoding="utf-8"), re.MULTILINE)))


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
    lines: "Queue[Optional[bytes]]" = Queue()
    log: Deque[str] = deque(maxlen=500)

    def pump() -> None:
        with process.stdout:
            for line in iter(process.stdout.readline, b""):
                lines.put(line)
        lines.put(None)

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
            if line is None:
                break
            text = line.decode("utf-8", "replace").rstrip()
            log.append(text)
            on_line(text)
        if process.wait():
            text = "\n".join(log)
            raise EnvironmentFailure(
                diagnosis.recognise(text)
                or Diagnosis(
                    "setup-failed",
                    tr("The set-up has failed: {reason}").format(reason=_last_error(log)),
                    tr("The log says more."),
                    "retry",
                    details=text,
                )
            )
    finally:
        if process.poll() is None:
            platform.end(process.pid, hard=True)
            process.wait()
        thread.join(2.0)


def _last_error(log: Iterable[str]) -> str:
    lines = [line for line in log if line.strip()]
    errors = [line for line in lines if line.lower().startswith("error")]
    return (errors or lines or [tr("no reason was given")])[-1]

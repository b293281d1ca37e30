"""The plan of a set-up, shown before anything is fetched: graphics card, build of torch, download, free space."""

from __future__ import annotations

import ntpath
import re
import shutil
import subprocess  # nosec B404 # the driver's own tool is asked for the card
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Dict, Mapping, Optional, Sequence

from geoinpaint_qgis.runner import bundle
from geoinpaint_qgis.runner.environment import outdated, read_stamp
from geoinpaint_qgis.runner.platforms import Platform
from geoinpaint_qgis.runner.pythons import Probe
from geoinpaint_qgis.translate import tr

QUESTION = ("--query-gpu=name,memory.total,driver_version", "--format=csv,noheader,nounits")
ANSWER_S = 10.0
NEEDED = 3.0  # bytes on the disk for a byte of download: the packages take two, and their wheels lie there meanwhile
CUDA_13_DRIVER = 580  # the oldest driver that runs CUDA 13
TORCH_WITHOUT_CUDA = 192_000_000  # bytes of torch 2.13.0+cpu for Linux: about what any version has
BESIDE_TORCH = 11_000_000  # bytes of what torch needs besides


@dataclass(frozen=True)
class Gpu:
    """A graphics card that torch can use; `kind` is "cuda" or "mps", memory is in MiB, 0 where it is shared."""

    kind: str
    name: str
    memory: int = 0
    driver: str = ""

    def text(self) -> str:
        """For people."""
        return f"{self.name}, {self.memory / 1024:.0f} GB" if self.memory else self.name


@dataclass(frozen=True)
class Plan:
    """What setting up a stage in a folder takes.

    Attributes:
        stage: "light" or "full".
        download: bytes to be fetched, or, with `wheels`, that lie in that folder; None where it is not known.
        free: bytes free where the folder is or will be.
        wheels: the folder of wheels to install from; empty for the package index.
        build: which build of torch that brings; empty for the light stage.
        estimated: whether the download is known only about.
        warning: why that build would not use the graphics card; empty where it would, or where there is none.
    """

    stage: str
    download: Optional[int]
    free: int
    wheels: str = ""
    build: str = ""
    warning: str = ""
    estimated: bool = False

    @property
    def fits(self) -> bool:
        """Whether there is room for it, as far as that is known."""
        return self.download is None or self.free > NEEDED * self.download


def plan(
    stage: str,
    *,
    folder: str,
    base: Probe,
    gpu: Optional[Gpu],
    platform: Platform,
    wheels: str = "",
    pip_options: Sequence[str] = (),
    without_cuda: bool = False,
) -> Plan:
    """What setting up a stage in a folder takes; `without_cuda`: the full stage with torch for the processor alone."""
    build, warning = "", ""
    if without_cuda and stage == "full":
        light = _to_fetch("light", folder, base, platform, ())
        size = None if light is None else light + BESIDE_TORCH + TORCH_WITHOUT_CUDA
        build = tr("torch {version} for the processor").format(version=bundle.torch_version())
        return Plan(stage, size, free_space(folder), build=build, estimated=True)
    if stage == "full":
        build, warning = _torch_build(gpu, platform, wheels, pip_options)
    size = folder_bytes(wheels) if wheels else _to_fetch(stage, folder, base, platform, pip_options)
    return Plan(stage, size, free_space(folder), wheels, build, warning)


def _to_fetch(stage: str, folder: str, base: Probe, platform: Platform, pip_options: Sequence[str]) -> Optional[int]:
    """The bytes that pip will fetch; less what an environment that is added to has already."""
    if pip_options and stage == "full":
        return None

    def size(of: str) -> Optional[int]:
        python = ".".join(map(str, base.version[:2]))
        return bundle.download_bytes(of, system=platform.name, machine=base.machine, python=python)

    whole = size(stage)
    there = read_stamp(folder).get("stage") if not outdated(folder) else None
    if whole is None or there is None:
        return whole
    return 0 if there in (stage, "full") else whole - (size("light") or 0)


def _torch_build(gpu: Optional[Gpu], platform: Platform, wheels: str, pip_options: Sequence[str]) -> "tuple[str, str]":
    """The build of torch that would come, and why it would leave the card unused."""
    if wheels:
        return tr("the torch in that folder"), ""
    if pip_options:
        return tr("the torch that your pip options lead to"), ""
    text = bundle.lock_file("full").read_text(encoding="utf-8")
    version = bundle.torch_version()
    if platform.name == "macos":
        return tr("torch {version} for Metal and the processor").format(version=version), ""
    if platform.windows:
        warning = tr("This build leaves the graphics card unused; the guide says how to choose another.")
        return tr("torch {version} for the processor").format(version=version), warning if gpu else ""
    cuda = re.search(r"^cuda-toolkit==(\d+)", text, re.MULTILINE)
    build = tr("torch {version} for CUDA {cuda} and the processor").format(
        version=version, cuda=cuda[1] if cuda else ""
    )
    driver = int(re.match(r"\d*", gpu.driver)[0] or 0) if gpu else 0
    if cuda and cuda[1] == "13" and 0 < driver < CUDA_13_DRIVER:
        return build, tr("The card's driver {driver} is too old for it: update it to {needed} or newer.").format(
            driver=gpu.driver if gpu else "", needed=CUDA_13_DRIVER
        )
    return build, ""


def offers_without_cuda(gpu: Optional[Gpu], platform: Platform, wheels: str, pip_options: Sequence[str]) -> bool:
    """Whether torch without CUDA is worth an offer: no card would use the usual one, and no other was asked for."""
    return platform.name == "linux" and gpu is None and not wheels and not pip_options


def find_gpu(machine: str, *, environ: Mapping[str, str], platform: Platform) -> Optional[Gpu]:
    """The graphics card that torch could use: as the NVIDIA driver reports it, or a Mac's own; None: none found."""
    if platform.name == "macos":
        return Gpu("mps", tr("Apple GPU")) if machine == "arm64" else None
    tool = shutil.which("nvidia-smi", path=environ.get("PATH"))
    if tool is None and platform.windows:
        tool = shutil.which(ntpath.join(environ.get("SYSTEMROOT", r"C:\Windows"), "System32", "nvidia-smi.exe"))
    if tool is None:
        return None
    options: Dict[str, Any] = platform.popen_options()
    try:
        answer = subprocess.run(  # nosec B603 # the driver's tool, a list, no shell
            [tool, *QUESTION],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=platform.clean_environment(environ),
            timeout=ANSWER_S,
            check=False,
            **options,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    if answer.returncode:
        return None
    return _largest(answer.stdout.decode("utf-8", "replace"))


def _largest(text: str) -> Optional[Gpu]:
    """The card with the most memory in the tool's answer, a line `name, MiB, driver` for each."""
    found = []
    for line in text.splitlines():
        parts = [part.strip() for part in line.rsplit(",", 2)]
        if len(parts) == 3 and parts[1].isdigit():
            found.append(Gpu("cuda", parts[0], int(parts[1]), parts[2]))
    return max(found, key=lambda gpu: gpu.memory, default=None)


def free_space(folder: str) -> int:
    """Bytes that are free where a folder is or will be."""
    place = Path(folder)
    while not place.exists() and place != place.parent:
        place = place.parent
    return shutil.disk_usage(place).free


def folder_bytes(wheels: str) -> int:
    """The bytes of the wheels in a folder."""
    return sum(file.stat().st_size for file in Path(wheels).glob("*.whl"))

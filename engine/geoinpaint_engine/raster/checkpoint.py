"""Atomic files of named arrays or bytes, flushed to disk before they are renamed into place."""

from __future__ import annotations

import hashlib
import os
import threading
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import numpy as np
from safetensors import SafetensorError
from safetensors.numpy import load, save

from geoinpaint_engine.raster.file_facts import remembered
from geoinpaint_engine.raster.output import sync_folder, writing

SYNC_S = 30.0  # a power cut costs no more than what was made in about so many seconds
_SEAL = hashlib.sha256().digest_size


def write_whole(path: Path, data: bytes, *, durable: bool = True) -> None:
    """Writes a file atomically: to a temporary name, then renamed, so that it is complete whenever it exists.

    Args:
        path: path of the file.
        data: content of the file.
        durable: flush it to disk first, so that it also survives a power failure.

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
        if durable:
            sync_folder(path.parent)


class SpacedSyncs:
    """Says which of many small files are flushed to disk: one every `SYNC_S` seconds.

    Each flush waits for all that the run has written meanwhile; the system itself writes the others about as soon.
    """

    def __init__(self) -> None:
        self._last = time.monotonic()

    def due(self) -> bool:
        """Whether the next file is to be flushed."""
        now = time.monotonic()
        if now - self._last < SYNC_S:
            return False
        self._last = now
        return True


def sha256_of_file(path: Path) -> str:
    """SHA-256 of a file's content, in hexadecimal; of one that has not changed since, as it was found before."""

    def find() -> str:
        digest = hashlib.sha256()
        with path.open("rb") as stream:
            while chunk := stream.read(2**20):
                digest.update(chunk)
        return digest.hexdigest()

    return remembered([path], "sha256", find)


def sealed(data: bytes) -> bytes:
    """The bytes prefixed with their hash, so that damage is detected."""
    return hashlib.sha256(data).digest() + data


def unsealed(path: Path) -> bytes | None:
    """The content of a `sealed` file; None if it is missing or damaged."""
    with suppress(OSError):
        data = path.read_bytes()
        if data[:_SEAL] == hashlib.sha256(data[_SEAL:]).digest():
            return data[_SEAL:]
    return None


class Checkpoint:
    """Named arrays in a safetensors file, replaced as a whole.

    Methods with a long fit receive one (attribute `checkpoint`): they save what they need to continue at least every
    half minute, and load it when they start.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    def save(self, arrays: Mapping[str, np.ndarray]) -> None:
        """Saves the arrays, replacing earlier ones.

        Raises:
            ResourceError: `disk-full`, `write-failed`.
        """
        write_whole(self.path, sealed(packed(arrays)))

    def load(self) -> dict[str, np.ndarray] | None:
        """The arrays saved last; None if there are none, or they cannot be read."""
        data = unsealed(self.path)
        with suppress(SafetensorError):
            return None if data is None else load(data)
        return None


def packed(arrays: Mapping[str, np.ndarray]) -> bytes:
    """Encodes named arrays of any shape and numeric type as a safetensors file."""
    return save({name: np.ascontiguousarray(array) for name, array in arrays.items()})


def unpacked(data: bytes) -> dict[str, np.ndarray]:
    """Decodes the arrays encoded by `packed`."""
    return load(data)

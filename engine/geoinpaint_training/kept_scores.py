"""Scores of an evaluation cached on disk, so that an interrupted or extended evaluation reuses them."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path

import msgspec
import numpy as np

from geoinpaint_training.data import Samples
from geoinpaint_training.evaluation import Row


class KeptScores:
    """One file per fill and mask number, named by a hash of everything that the scores depend on, except the code.

    Args:
        folder: folder of the files; None: no caching.
        shared: what all rows depend on, such as `content_of` the images.
    """

    def __init__(self, folder: Path | None, shared: Sequence[str]) -> None:
        self._folder, self._shared = folder, list(shared)
        if folder is not None:
            folder.mkdir(parents=True, exist_ok=True)

    def __call__(self, fill_id: str, draw: int, measure: Callable[[], Row]) -> Row:
        """The scores of a fill (its name, or hash of its file) under mask number `draw`; measured if not cached."""
        if self._folder is None:
            return measure()
        content = json.dumps([*self._shared, fill_id, draw])
        path = self._folder / f"{hashlib.sha256(content.encode()).hexdigest()[:24]}.json"
        if path.is_file():
            return msgspec.json.decode(path.read_bytes(), type=Row)
        row = measure()
        temporary = path.with_name(f".{path.name}.{os.getpid()}")
        temporary.write_text(json.dumps(asdict(row)), encoding="utf-8")
        temporary.replace(path)
        return row


def content_of(samples: Samples, masks: Sequence[np.ndarray]) -> str:
    """A hash of the images, their targets, and the seed masks."""
    checksum = hashlib.sha256()
    for index in range(len(samples)):
        sample = samples[index]
        for array in (sample.image, sample.target, sample.partner):
            if array is not None:
                checksum.update(array.numpy().tobytes())
    for mask in masks:
        checksum.update(repr(mask.shape).encode() + mask.tobytes())
    return checksum.hexdigest()


def content_of_file(path: Path) -> str:
    """A hash of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()

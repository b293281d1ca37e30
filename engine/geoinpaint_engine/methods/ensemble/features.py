"""The hidden layers: neighbours, several scales and Fourier features of the evidence, a few pixels at a time.

Random Fourier features after Rahimi & Recht 2007: with frequencies drawn from a normal distribution, a linear fit on
cos(w x) and sin(w x) approaches regression with a Gaussian kernel (both of each: Sutherland & Schneider 2015).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

import cv2
import numpy as np

from geoinpaint_engine.methods.ensemble.evidence import Stack
from geoinpaint_engine.methods.ensemble.filters import (
    Cells,
    cell_of,
    cells_of,
    gaussian,
    gaussian_of_cells,
    waves,
    within_fields,
)
from geoinpaint_engine.methods.ensemble.sar_features import SarFeatures, draw_sar_features
from geoinpaint_engine.methods.ensemble.sar_features import planes as sar_planes

SIGMAS = (1.0, 2.0, 4.0, 8.0)  # px, of the smoothed copies
# This one is not a Gaussian mean but one within fields (radius in px, variance averaged away), of about the same width.
WITHIN_FIELDS, FIELD_FILTER = 1, (4, 0.5)
FOURIER_SIGMAS = 2  # so many of them are looked at by the Fourier features
TRUNCATE = 3.0
MOST_CHANNELS = 32  # that the layers are made of; more are first compressed to so many principal components
FOURIER_FEATURES = 400  # of half as many frequencies
CHUNK = 4096  # pixels whose features are made at once: few enough for a processor's cache

Blocks = dict[str, np.ndarray]
# Smoothed copies so wide that they are kept on cells; no Fourier feature looks at them.
WIDE = {f"smooth{number}": cell_of(sigma) for number, sigma in enumerate(SIGMAS) if cell_of(sigma) > 1}

_ON_CELLS = {WITHIN_FIELDS, *(int(name.removeprefix("smooth")) for name in WIDE)}


@dataclass(frozen=True)
class Planes:
    """What the features of a window are gathered from.

    Args:
        pixels: by group (size, pixels) float32.
        cells: by group of WIDE.
    """

    pixels: Blocks
    cells: dict[str, Cells]


@dataclass(frozen=True)
class Features:
    """A seeded network of fixed hidden layers.

    Args:
        components: (channels, kept) float32, principal components of the main evidence (the identity if there are few).
        scales: (SIGMAS, kept) float32 deviation of each smoothed copy.
        frequencies: ((1 + FOURIER_SIGMAS) * kept, FOURIER_FEATURES / 2) float32.
        pieces: number of references and SAR composites, whose validity is looked at too.
        sar: the layer of SAR, None without it.
    """

    components: np.ndarray
    scales: np.ndarray
    frequencies: np.ndarray
    pieces: int
    sar: SarFeatures | None = None

    @property
    def groups(self) -> dict[str, slice]:
        """The columns of each group of features; the constant 1 comes last."""
        channels, kept = self.components.shape
        sizes = {"pixel": channels, "valid": self.pieces, "near": 8 * kept}
        sizes |= {f"smooth{number}": kept for number in range(len(SIGMAS))}
        sizes |= {"fourier": 2 * self.frequencies.shape[1], "sar": 0, "sar_fourier": 0, "one": 1}
        if self.sar is not None:
            sizes |= {"sar": self.sar.mean.size, "sar_fourier": 2 * self.sar.frequencies.shape[1]}
        stops = np.cumsum(list(sizes.values())).tolist()
        return {name: slice(stop - size, stop) for (name, size), stop in zip(sizes.items(), stops, strict=True)}

    @property
    def count(self) -> int:
        """Number of features, intercept included."""
        return self.groups["one"].stop

    def blocks(
        self, stack: Stack, wanted: np.ndarray, names: Collection[str] | None = None, planes: Planes | None = None
    ) -> Iterator[tuple[np.ndarray, Blocks]]:
        """(places, features) of a window, chunk by chunk: (n,) in row-major order, and (size, n) float32 a group.

        Args:
            stack: the evidence.
            wanted: (rows, cols) bool, the pixels whose features are wanted.
            names: the groups that are wanted, None = all; the others, and empty ones, are left out.
            planes: of the stack, where they were made before; see `planes`.
        """
        groups = self._present if names is None else self._present & set(names)
        places = np.flatnonzero(wanted)
        if not places.size:
            return
        planes = self.planes(stack, groups) if planes is None else planes
        flat = planes.pixels
        gathered = {name for name in flat if name in groups}
        looked_at: list[str] = []
        if "fourier" in groups:
            compressed = len(self.components) > self.components.shape[1]
            looked_at = ["kept" if compressed else "pixel", *(f"smooth{number}" for number in range(FOURIER_SIGMAS))]
        gathered |= set(looked_at)
        gathered |= {"sar"} if "sar_fourier" in groups else set()
        wide = {name: planes.cells[name] for name in groups & WIDE.keys()}
        tables = {name: cells.values.reshape(len(cells.values), -1) for name, cells in wide.items()}
        frequencies = np.ascontiguousarray(self.frequencies.T)
        for start in range(0, places.size, CHUNK):
            here = places[start : start + CHUNK]
            seen = {name: flat[name].take(here, axis=1) for name in gathered}
            if self.sar is not None and "sar" in seen:
                self.sar.standard(seen["sar"])
            for name, table in tables.items():
                seen[name] = wide[name].taps(here)(table)
            for number in range(len(SIGMAS)):
                if f"smooth{number}" in seen:
                    seen[f"smooth{number}"] /= self.scales[number, :, None]
            if "near" in groups:
                seen["near"] = _near(flat["kept"], here, wanted.shape)
            if "fourier" in groups:
                seen["fourier"] = waves(frequencies @ np.concatenate([seen[name] for name in looked_at]))
            if self.sar is not None and "sar_fourier" in groups:
                seen["sar_fourier"] = self.sar.fourier(seen["sar"])
            seen["one"] = np.ones((1, here.size), np.float32)
            yield here, {name: seen[name] for name in self.groups if name in groups}

    def predict(
        self,
        stack: Stack,
        wanted: np.ndarray,
        heads: Sequence[np.ndarray],
        planes: Planes | None = None,
        *,
        some: Sequence[np.ndarray | None] | None = None,
    ) -> list[np.ndarray]:
        """Products of features and coefficients where wanted: for each head (outputs, n) float32, row-major order.

        A head's result is the same, bit for bit, whatever the others are.

        Args:
            stack: the evidence.
            wanted: (rows, cols) bool.
            heads: (count, outputs) float32 each.
            planes: see `blocks`.
            some: for each head (rows, cols) bool, those of the wanted pixels where it is wanted, or None = all.
        """
        # of each group the outputs that look at it, and how
        parts = {
            name: [(np.flatnonzero(head[part].any(axis=0)), head[part].T) for head in heads]
            for name, part in self.groups.items()
        }
        parts = {name: [(rows, head[rows]) for rows, head in found] for name, found in parts.items()}
        names = {name for name, found in parts.items() if any(rows.size for rows, _ in found)}
        planes = self.planes(stack, names) if planes is None else planes
        where = [wanted if one is None else one & wanted for one in some or [None] * len(heads)]
        out = [
            np.zeros((head.shape[1], int(np.count_nonzero(one))), np.float32)
            for head, one in zip(heads, where, strict=True)
        ]
        begun = [0] * len(heads)
        wide = {name: self._told_by_cells(planes.cells[name], name, parts[name]) for name in WIDE if name in names}
        for places, blocks in self.blocks(stack, wanted, names - wide.keys() - {"near"}, planes):
            for number, found in enumerate(out):
                chosen = None if where[number] is wanted else np.flatnonzero(where[number].ravel()[places])
                here = places if chosen is None else places[chosen]
                told = np.zeros((len(found), here.size), np.float32)
                for name, block in blocks.items():
                    rows, head = parts[name][number]
                    if rows.size:
                        _add(told, rows, head @ (block if chosen is None else block.take(chosen, axis=1)))
                for name, tables in wide.items():
                    rows = parts[name][number][0]
                    if rows.size:
                        _add(told, rows, planes.cells[name].taps(here)(tables[number]))
                rows, head = parts["near"][number]
                if rows.size and chosen is not None:
                    _add(told, rows, head @ _near(planes.pixels["kept"], here, wanted.shape))
                found[:, begun[number] : begun[number] + here.size] = told
                begun[number] += here.size
        for number, found in enumerate(out):
            rows, head = parts["near"][number]
            if rows.size and where[number] is wanted:
                _add(found, rows, _told_by_neighbours(planes.pixels["kept"], wanted, head))
        return out

    def planes(self, stack: Stack, names: Collection[str] | None = None) -> Planes:
        """What some groups of features (None = all) of a window are gathered from: as few as will do.

        Made once where several choices of pixels are looked at.
        """
        groups = self._present if names is None else self._present & set(names)
        planes = {"pixel": stack.main} if {"pixel", "fourier"} & groups else {}
        if "valid" in groups:
            planes["valid"] = stack.valid
        scales = {number for number in range(len(SIGMAS)) if f"smooth{number}" in groups}
        scales |= set(range(FOURIER_SIGMAS)) if "fourier" in groups else set()
        wide: dict[str, Cells] = {}
        if scales or {"near", "fourier"} & groups:
            kept = self.kept(stack)
            planes["kept"] = kept
            cells = cells_of(kept, 2) if scales & _ON_CELLS else None
            for number in scales:
                name = f"smooth{number}"
                if name in WIDE and cells is not None:
                    means = cells if WIDE[name] == cells.side else cells_of(kept, WIDE[name])
                    wide[name] = gaussian_of_cells(means, SIGMAS[number], reach=round(TRUNCATE * SIGMAS[number]))
                else:
                    planes[name] = smoothed(kept, number, cells)
        if self.sar is not None and {"sar", "sar_fourier"} & groups:
            planes["sar"] = sar_planes(stack.sar)
        flat = {name: plane.reshape(len(plane), -1).astype(np.float32, copy=False) for name, plane in planes.items()}
        return Planes(flat, wide)

    @property
    def _present(self) -> set[str]:
        """The groups that are not empty."""
        return {name for name, part in self.groups.items() if part.stop > part.start}

    def _told_by_cells(
        self, cells: Cells, name: str, heads: Sequence[tuple[np.ndarray, np.ndarray]]
    ) -> list[np.ndarray]:
        """For each head (its outputs, cells) float32: interpolating what it makes of cells gives the same for less."""
        scale, table = self.scales[int(name.removeprefix("smooth"))], cells.values.reshape(len(cells.values), -1)
        return [(head / scale) @ table for _, head in heads]

    def kept(self, stack: Stack) -> np.ndarray:
        """(kept, rows, cols) float32: what neighbours, scales and Fourier features are made of."""
        return _compressed(self.components, stack)


def _add(told: np.ndarray, rows: np.ndarray, part: np.ndarray) -> None:
    """Adds (rows, n) to some rows of (outputs, n)."""
    if rows.size == len(told):
        told += part
    else:
        told[rows] += part


def _neighbours(places: np.ndarray, shape: tuple[int, int]) -> Iterator[np.ndarray]:
    """The numbers of the 8 neighbours of some pixels, row by row: (n,) each; beyond the window its edge."""
    rows, cols = np.divmod(places, shape[1])
    for down in (-1, 0, 1):
        row = np.clip(rows + down, 0, shape[0] - 1) * shape[1]
        for right in (-1, 0, 1):
            if (down, right) != (0, 0):
                yield row + np.clip(cols + right, 0, shape[1] - 1)


def _near(planes: np.ndarray, places: np.ndarray, shape: tuple[int, int]) -> np.ndarray:
    """(8 * channels, n) the neighbours of some pixels of (channels, pixels)."""
    out = np.empty((8, len(planes), places.size), planes.dtype)
    for found, beside in zip(out, _neighbours(places, shape), strict=True):
        planes.take(beside, axis=1, out=found, mode="clip")  # else through a copy
    return out.reshape(8 * len(planes), places.size)


def _told_by_neighbours(planes: np.ndarray, wanted: np.ndarray, head: np.ndarray) -> np.ndarray:
    """(outputs, n): the product of a head with `_near` of the wanted pixels, each neighbour multiplied once for all.

    Args:
        planes: (channels, pixels).
        wanted: (rows, cols) bool.
        head: (outputs, 8 * channels).
    """
    around = np.flatnonzero(cv2.dilate(wanted.view(np.uint8), np.ones((3, 3), np.uint8)))
    number = np.zeros(wanted.size, np.int32)
    number[around] = np.arange(around.size, dtype=np.int32)
    by_way = head.reshape(len(head), 8, -1).transpose(1, 0, 2).reshape(8 * len(head), -1)
    told = (by_way @ planes.take(around, axis=1)).reshape(8, len(head), -1)
    total = np.zeros((len(head), int(np.count_nonzero(wanted))), np.float32)
    for part, beside in zip(told, _neighbours(np.flatnonzero(wanted), wanted.shape), strict=True):
        total += part.take(number[beside], axis=1)
    return total


def _compressed(components: np.ndarray, stack: Stack) -> np.ndarray:
    channels, kept = components.shape
    if channels == kept:  # the identity
        return stack.main
    return np.tensordot(components, stack.main, axes=(0, 0)).astype(np.float32)


def smoothed(data: np.ndarray, number: int, cells: Cells | None = None) -> np.ndarray:
    """Means of (channels, rows, cols), over SIGMAS[number]; of cells of 2 px where these were made before."""
    if number == WITHIN_FIELDS:
        return within_fields(data, *FIELD_FILTER, cells)
    return gaussian(data, SIGMAS[number], reach=round(TRUNCATE * SIGMAS[number]))


def draw_features(stacks: list[Stack], *, seed: int, fourier: int = FOURIER_FEATURES) -> Features:
    """The hidden layers for a scene, scaled on some of its windows.

    Args:
        stacks: evidence of these windows.
        seed: of the random frequencies.
        fourier: how many features are made of them.
    """
    generator = np.random.default_rng(np.random.SeedSequence((seed, 1)))
    channels = stacks[0].main.shape[0]
    components = np.eye(channels, dtype=np.float32)
    if channels > MOST_CHANNELS:
        table = np.concatenate([stack.main.reshape(channels, -1) for stack in stacks], axis=1).astype(np.float64)
        _, vectors = np.linalg.eigh(table @ table.T)
        components = vectors[:, ::-1][:, :MOST_CHANNELS].astype(np.float32)
    kept = components.shape[1]
    squares = np.zeros((len(SIGMAS), kept))
    for stack in stacks:
        data = _compressed(components, stack)
        for number in range(len(SIGMAS)):
            squares[number] += (smoothed(data, number).astype(np.float64) ** 2).mean(axis=(1, 2)) / len(stacks)
    width = (1 + FOURIER_SIGMAS) * kept
    frequencies = generator.standard_normal((width, fourier // 2)) / np.sqrt(width)
    return Features(
        components,
        np.sqrt(squares + 1e-6).astype(np.float32),
        frequencies.astype(np.float32),
        len(stacks[0].valid),
        draw_sar_features([stack.sar for stack in stacks], generator) if stacks[0].sar_channels else None,
    )

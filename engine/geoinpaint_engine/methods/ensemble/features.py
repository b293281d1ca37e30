"""The fixed hidden layers: neighbours, several scales and random Fourier features of the evidence, in chunks of pixels.

Random Fourier features after Rahimi & Recht 2007: with frequencies drawn from a normal distribution, a linear fit on
cos(w x) and sin(w x) approaches regression with a Gaussian kernel (both of each: Sutherland & Schneider 2015).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

import cv2
import numpy as np

from geoinpaint_engine.methods.ensemble.components import principal_components
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

SIGMAS = (1.0, 2.0, 4.0, 8.0)  # px, standard deviations of the smoothed copies
# Index of the copy that is made by an edge-preserving filter (radius in px, smoothed variance) of about the same width
# instead of a Gaussian one.
WITHIN_FIELDS, FIELD_FILTER = 1, (4, 0.5)
FOURIER_SIGMAS = 2  # number of smoothed copies, the narrowest, that are inputs of the Fourier features
TRUNCATE = 3.0  # standard deviations at which the Gaussian kernels are cut off
MOST_CHANNELS = 32  # input channels of the layers; more are first reduced to this number of principal components
FOURIER_FEATURES = 400  # the cosine and the sine of half as many random frequencies
CHUNK = 4096  # pixels whose features are computed at once: few enough for the processor's cache

Blocks = dict[str, np.ndarray]
# Smoothed copies wide enough to be stored on coarser cells; none is an input of the Fourier features.
WIDE = {f"smooth{number}": cell_of(sigma) for number, sigma in enumerate(SIGMAS) if cell_of(sigma) > 1}

_ON_CELLS = {WITHIN_FIELDS, *(int(name.removeprefix("smooth")) for name in WIDE)}


@dataclass(frozen=True)
class Planes:
    """Precomputed planes of a window, from which features are gathered.

    Args:
        pixels: for each group, (size, pixels) float32.
        cells: for each group of WIDE, its smoothed copy on coarser cells.
    """

    pixels: Blocks
    cells: dict[str, Cells]


@dataclass(frozen=True)
class Features:
    """A network of fixed hidden layers, some of them random (seeded).

    Args:
        components: (channels, kept) float32, components of the main evidence; the identity for few channels.
        scales: (SIGMAS, kept) float32, root mean square of each channel of each smoothed copy.
        frequencies: ((1 + FOURIER_SIGMAS) * kept, FOURIER_FEATURES / 2) float32.
        pieces: number of references and SAR composites, whose validity masks are features too.
        sar: the layer of SAR, None without SAR.
    """

    components: np.ndarray
    scales: np.ndarray
    frequencies: np.ndarray
    pieces: int
    sar: SarFeatures | None = None

    @property
    def groups(self) -> dict[str, slice]:
        """The columns of each group of features, in order; the constant 1 comes last."""
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
        """Number of features, including the constant."""
        return self.groups["one"].stop

    def blocks(
        self, stack: Stack, wanted: np.ndarray, names: Collection[str] | None = None, planes: Planes | None = None
    ) -> Iterator[tuple[np.ndarray, Blocks]]:
        """Yields (pixels, features) chunk by chunk: (n,) flat indices in row-major order, (size, n) float32 per group.

        Args:
            stack: the evidence.
            wanted: (rows, cols) bool, the pixels whose features are computed.
            names: the groups to compute, None: all; empty groups are left out.
            planes: the stack's planes, if precomputed; see `planes`.
        """
        groups = self._present if names is None else self._present & set(names)
        pixels = np.flatnonzero(wanted)
        if not pixels.size:
            return
        planes = self.planes(stack, groups) if planes is None else planes
        flat = planes.pixels
        gathered = {name for name in flat if name in groups}
        inputs: list[str] = []
        if "fourier" in groups:
            compressed = len(self.components) > self.components.shape[1]
            inputs = ["kept" if compressed else "pixel", *(f"smooth{number}" for number in range(FOURIER_SIGMAS))]
        gathered |= set(inputs)
        gathered |= {"sar"} if "sar_fourier" in groups else set()
        wide = {name: planes.cells[name] for name in groups & WIDE.keys()}
        tables = {name: cells.values.reshape(len(cells.values), -1) for name, cells in wide.items()}
        frequencies = np.ascontiguousarray(self.frequencies.T)
        for start in range(0, pixels.size, CHUNK):
            chunk = pixels[start : start + CHUNK]
            features = {name: flat[name].take(chunk, axis=1) for name in gathered}
            if self.sar is not None and "sar" in features:
                self.sar.standard(features["sar"])
            for name, table in tables.items():
                features[name] = wide[name].taps(chunk)(table)
            for number in range(len(SIGMAS)):
                if f"smooth{number}" in features:
                    features[f"smooth{number}"] /= self.scales[number, :, None]
            if "near" in groups:
                features["near"] = _near(flat["kept"], chunk, wanted.shape)
            if "fourier" in groups:
                features["fourier"] = waves(frequencies @ np.concatenate([features[name] for name in inputs]))
            if self.sar is not None and "sar_fourier" in groups:
                features["sar_fourier"] = self.sar.fourier(features["sar"])
            features["one"] = np.ones((1, chunk.size), np.float32)
            yield chunk, {name: features[name] for name in self.groups if name in groups}

    def predict(
        self,
        stack: Stack,
        wanted: np.ndarray,
        heads: Sequence[np.ndarray],
        planes: Planes | None = None,
        *,
        some: Sequence[np.ndarray | None] | None = None,
    ) -> list[np.ndarray]:
        """Products of features and coefficients: for each head (outputs, n) float32, pixels in row-major order.

        A head's result has the same bytes whatever the other heads are.

        Args:
            stack: the evidence.
            wanted: (rows, cols) bool, the pixels to predict.
            heads: coefficients, (features, outputs) float32 each.
            planes: see `blocks`.
            some: for each head, (rows, cols) bool, the subset of `wanted` that it predicts; None: all.
        """
        # for each group and head: the outputs with a non-zero coefficient, and the coefficients
        parts = {
            name: [(np.flatnonzero(head[part].any(axis=0)), head[part].T) for head in heads]
            for name, part in self.groups.items()
        }
        parts = {name: [(rows, head[rows]) for rows, head in entries] for name, entries in parts.items()}
        names = {name for name, entries in parts.items() if any(rows.size for rows, _ in entries)}
        planes = self.planes(stack, names) if planes is None else planes
        where = [wanted if one is None else one & wanted for one in some or [None] * len(heads)]
        out = [
            np.zeros((head.shape[1], int(np.count_nonzero(one))), np.float32)
            for head, one in zip(heads, where, strict=True)
        ]
        done = [0] * len(heads)
        wide = {name: self._cell_products(planes.cells[name], name, parts[name]) for name in WIDE if name in names}
        for pixels, blocks in self.blocks(stack, wanted, names - wide.keys() - {"near"}, planes):
            for number, prediction in enumerate(out):
                chosen = None if where[number] is wanted else np.flatnonzero(where[number].ravel()[pixels])
                own = pixels if chosen is None else pixels[chosen]
                total = np.zeros((len(prediction), own.size), np.float32)
                for name, block in blocks.items():
                    rows, head = parts[name][number]
                    if rows.size:
                        _add(total, rows, head @ (block if chosen is None else block.take(chosen, axis=1)))
                for name, tables in wide.items():
                    rows = parts[name][number][0]
                    if rows.size:
                        _add(total, rows, planes.cells[name].taps(own)(tables[number]))
                rows, head = parts["near"][number]
                if rows.size and chosen is not None:
                    _add(total, rows, head @ _near(planes.pixels["kept"], own, wanted.shape))
                prediction[:, done[number] : done[number] + own.size] = total
                done[number] += own.size
        for number, prediction in enumerate(out):
            rows, head = parts["near"][number]
            if rows.size and where[number] is wanted:
                _add(prediction, rows, _near_product(planes.pixels["kept"], wanted, head))
        return out

    def planes(self, stack: Stack, names: Collection[str] | None = None) -> Planes:
        """The planes that some groups of features (None: all) need.

        Compute them once where features of several sets of pixels of a window are needed.
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
        """Names of the groups that are not empty."""
        return {name for name, part in self.groups.items() if part.stop > part.start}

    def _cell_products(
        self, cells: Cells, name: str, heads: Sequence[tuple[np.ndarray, np.ndarray]]
    ) -> list[np.ndarray]:
        """For each head (outputs, cells) float32, its products on the cells; interpolating these costs less."""
        scale, table = self.scales[int(name.removeprefix("smooth"))], cells.values.reshape(len(cells.values), -1)
        return [(head / scale) @ table for _, head in heads]

    def kept(self, stack: Stack) -> np.ndarray:
        """(kept, rows, cols) float32: the main evidence, reduced to principal components if it has many channels."""
        return _compressed(self.components, stack)


def _add(total: np.ndarray, rows: np.ndarray, part: np.ndarray) -> None:
    """Adds (rows, n) to the given rows of (outputs, n), in place."""
    if rows.size == len(total):
        total += part
    else:
        total[rows] += part


def _neighbours(pixels: np.ndarray, shape: tuple[int, int]) -> Iterator[np.ndarray]:
    """Yields the flat indices of the pixels' 8 neighbours, (n,) each, row by row, clipped to the window."""
    rows, cols = np.divmod(pixels, shape[1])
    for down in (-1, 0, 1):
        row = np.clip(rows + down, 0, shape[0] - 1) * shape[1]
        for right in (-1, 0, 1):
            if (down, right) != (0, 0):
                yield row + np.clip(cols + right, 0, shape[1] - 1)


def _near(planes: np.ndarray, pixels: np.ndarray, shape: tuple[int, int]) -> np.ndarray:
    """(8 * channels, n): the values of the pixels' neighbours in (channels, pixels)."""
    out = np.empty((8, len(planes), pixels.size), planes.dtype)
    for values, neighbours in zip(out, _neighbours(pixels, shape), strict=True):
        planes.take(neighbours, axis=1, out=values, mode="clip")  # other modes copy
    return out.reshape(8 * len(planes), pixels.size)


def _near_product(planes: np.ndarray, wanted: np.ndarray, head: np.ndarray) -> np.ndarray:
    """(outputs, n): a head times `_near` of the wanted pixels, with each neighbour multiplied only once.

    Args:
        planes: (channels, pixels).
        wanted: (rows, cols) bool.
        head: (outputs, 8 * channels).
    """
    around = np.flatnonzero(cv2.dilate(wanted.view(np.uint8), np.ones((3, 3), np.uint8)))
    index = np.zeros(wanted.size, np.int32)
    index[around] = np.arange(around.size, dtype=np.int32)
    by_direction = head.reshape(len(head), 8, -1).transpose(1, 0, 2).reshape(8 * len(head), -1)
    products = (by_direction @ planes.take(around, axis=1)).reshape(8, len(head), -1)
    total = np.zeros((len(head), int(np.count_nonzero(wanted))), np.float32)
    for part, neighbours in zip(products, _neighbours(np.flatnonzero(wanted), wanted.shape), strict=True):
        total += part.take(index[neighbours], axis=1)
    return total


def _compressed(components: np.ndarray, stack: Stack) -> np.ndarray:
    channels, kept = components.shape
    if channels == kept:  # components are the identity
        return stack.main
    return np.tensordot(components, stack.main, axes=(0, 0)).astype(np.float32, copy=False)


def smoothed(data: np.ndarray, number: int, cells: Cells | None = None) -> np.ndarray:
    """Smooths (channels, rows, cols) with SIGMAS[number]; `cells`: the means over cells of 2 px, if precomputed."""
    if number == WITHIN_FIELDS:
        return within_fields(data, *FIELD_FILTER, cells)
    return gaussian(data, SIGMAS[number], reach=round(TRUNCATE * SIGMAS[number]))


def draw_features(
    stacks: list[Stack], *, seed: int, fourier: int = FOURIER_FEATURES, components: np.ndarray | None = None
) -> Features:
    """Draws a scene's hidden layers, and scales them on some of its windows.

    Args:
        stacks: the evidence of these windows.
        seed: of the random frequencies.
        fourier: number of random Fourier features.
        components: (channels, kept) float32 of the main evidence, or None: the principal ones where there are many
            channels.
    """
    generator = np.random.default_rng(np.random.SeedSequence((seed, 1)))
    channels = stacks[0].main.shape[0]
    if components is None:
        components = np.eye(channels, dtype=np.float32)
        if channels > MOST_CHANNELS:
            components = principal_components([stack.main.reshape(channels, -1) for stack in stacks], MOST_CHANNELS)
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

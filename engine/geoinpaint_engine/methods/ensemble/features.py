"""The fixed hidden layers: neighbours, several scales and random Fourier features of the evidence, in chunks of pixels.

Random Fourier features after Rahimi & Recht 2007: with frequencies drawn from a normal distribution, a linear fit on
cos(w x) and sin(w x) approaches regression with a Gaussian kernel (both of each: Sutherland & Schneider 2015).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from geoinpaint_engine.methods.ensemble.components import principal_components
from geoinpaint_engine.methods.ensemble.evidence import Stack
from geoinpaint_engine.methods.ensemble.filters import (
    Cells,
    add_near,
    cell_of,
    cells_of,
    gathered,
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
# Px beyond which no evidence counts in a pixel's features of the optical evidence: the widest mean's kernel, and its
# cells.
SIGHT = 32
# Pixels whose features are computed at once, and whose waves: few enough for the processor's caches.
CHUNK, FEW = 4096, 512
DENSE = 1 / 12  # share of wanted pixels above which neighbours and wide means are computed on planes

Blocks = dict[str, np.ndarray]
# Smoothed copies wide enough to be stored on coarser cells; none is an input of the Fourier features.
WIDE = {f"smooth{number}": cell_of(sigma) for number, sigma in enumerate(SIGMAS) if cell_of(sigma) > 1}

_ON_CELLS = {WITHIN_FIELDS, *(int(name.removeprefix("smooth")) for name in WIDE)}


@dataclass(frozen=True)
class Planes:
    """Precomputed planes of a window, from which features are gathered.

    Args:
        pixels: for each group, (size, pixels) float32, or bool.
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
        frequencies = np.ascontiguousarray(self.frequencies.T)
        for start in range(0, pixels.size, CHUNK):
            chunk = pixels[start : start + CHUNK]
            features = self._gathered(planes, chunk, groups)
            if "near" in groups:
                features["near"] = _near(flat["kept"], chunk, wanted.shape)
            if "fourier" in groups:
                features["fourier"] = waves(frequencies @ self._inputs(features))
            yield chunk, {name: features[name] for name in self.groups if name in groups}

    def predict(
        self, stack: Stack, wanted: np.ndarray, head: np.ndarray, planes: Planes | None = None
    ) -> np.ndarray:
        """The product of features and coefficients: (outputs, n) float32, pixels in row-major order.

        Args:
            stack: the evidence.
            wanted: (rows, cols) bool, the pixels to predict.
            head: coefficients, (features, outputs) float32.
            planes: see `blocks`.
        """
        # for each group: the outputs with a non-zero coefficient, and the coefficients
        parts = {}
        for name, part in self.groups.items():
            rows = np.flatnonzero(head[part].any(axis=0))
            if rows.size:
                parts[name] = rows, np.ascontiguousarray(head[part][:, rows].T)
        planes = self.planes(stack, parts) if planes is None else planes
        pixels, frequencies = np.flatnonzero(wanted), np.ascontiguousarray(self.frequencies.T)
        outputs = head.shape[1]
        if pixels.size > DENSE * wanted.size:
            out = gathered(self._on_planes(parts, planes, wanted, outputs), pixels)
            parts = {name: part for name, part in parts.items() if name != "near" and name not in WIDE}
        else:
            out = np.zeros((outputs, pixels.size), np.float32)
        wide = {name: self._cell_product(planes.cells[name], name, parts[name][1]) for name in WIDE if name in parts}
        names = (parts.keys() - wide.keys()) - {"near"}
        for start in range(0, pixels.size, CHUNK):
            chunk, total = pixels[start : start + CHUNK], out[:, start : start + CHUNK]
            features = self._gathered(planes, chunk, names)
            for name in sorted(names - {"fourier"}):
                rows, coefficients = parts[name]
                _add(total, rows, coefficients @ features[name])
            for name, product in wide.items():
                _add(total, parts[name][0], planes.cells[name].taps(chunk)(product))
            if "near" in parts:
                rows, coefficients = parts["near"]
                _add(total, rows, coefficients @ _near(planes.pixels["kept"], chunk, wanted.shape))
            if "fourier" in parts:
                (rows, coefficients), inputs = parts["fourier"], self._inputs(features)
                for first in range(0, chunk.size, FEW):
                    some = slice(first, first + FEW)
                    _add(total[:, some], rows, coefficients @ waves(frequencies @ inputs[:, some]))
        return out

    def _on_planes(
        self, parts: Mapping[str, tuple[np.ndarray, np.ndarray]], planes: Planes, wanted: np.ndarray, outputs: int
    ) -> np.ndarray:
        """(outputs, pixels) float32: what neighbours and wide means give at wanted pixels, computed on planes."""
        total = np.zeros((outputs, *wanted.shape), np.float32)
        if "near" in parts:
            rows, coefficients = parts["near"]
            kept = planes.pixels["kept"]
            add_near(total, rows, kept.reshape(len(kept), *wanted.shape), wanted, coefficients)
        for name in WIDE:
            if name in parts:
                rows, coefficients = parts[name]
                cells = planes.cells[name]
                product = self._cell_product(cells, name, coefficients).reshape(-1, *cells.values.shape[1:])
                for row, plane in zip(rows, Cells(product, cells.side, cells.shape).planes(), strict=True):
                    total[row] += plane
        return total.reshape(outputs, -1)

    def _gathered(self, planes: Planes, pixels: np.ndarray, names: Collection[str]) -> Blocks:
        """(size, n) float32 of each of some groups, except neighbours and waves, and of the waves' inputs."""
        flat = planes.pixels
        found = {name for name in flat if name in names}
        found |= set(self._input_names) if "fourier" in names else set()
        found |= {"sar"} if "sar_fourier" in names else set()
        features = {name: gathered(flat[name], pixels) for name in found}
        for name in WIDE:
            if name in names:
                cells = planes.cells[name]
                features[name] = cells.taps(pixels)(cells.values.reshape(len(cells.values), -1))
        for number in range(len(SIGMAS)):
            if f"smooth{number}" in features:
                features[f"smooth{number}"] /= self.scales[number, :, None]
        if self.sar is not None and "sar" in features:
            self.sar.standard(features["sar"])
            if "sar_fourier" in names:
                features["sar_fourier"] = self.sar.fourier(features["sar"])
        if "one" in names:
            features["one"] = np.ones((1, pixels.size), np.float32)
        return features

    @property
    def _input_names(self) -> tuple[str, ...]:
        """The groups that the waves are made of."""
        compressed = len(self.components) > self.components.shape[1]
        return ("kept" if compressed else "pixel", *(f"smooth{number}" for number in range(FOURIER_SIGMAS)))

    def _inputs(self, features: Blocks) -> np.ndarray:
        """(inputs, n) float32: the waves' inputs."""
        return np.concatenate([features[name] for name in self._input_names])

    def planes(
        self, stack: Stack, names: Collection[str] | None = None, kept: np.ndarray | None = None
    ) -> Planes:
        """The planes that some groups of features (None: all) need; `kept` as of `kept`, None: not computed yet.

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
            kept = self.kept(stack) if kept is None else kept
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
        return Planes({name: plane.reshape(len(plane), -1) for name, plane in planes.items()}, wide)

    def used_by(self, head: np.ndarray) -> set[str]:
        """Names of the groups with a non-zero coefficient in (features, outputs)."""
        return {name for name, part in self.groups.items() if head[part].any()}

    @property
    def _present(self) -> set[str]:
        """Names of the groups that are not empty."""
        return {name for name, part in self.groups.items() if part.stop > part.start}

    def _cell_product(self, cells: Cells, name: str, coefficients: np.ndarray) -> np.ndarray:
        """(outputs, cells) float32: the product with a wide mean, which costs less to interpolate than the mean."""
        scale = self.scales[int(name.removeprefix("smooth"))]
        return np.asarray((coefficients / scale) @ cells.values.reshape(len(cells.values), -1))

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

"""The hidden layers: neighbours, several scales and random waves of the evidence, in strips that bound the memory.

Random Fourier features after Rahimi & Recht 2007: with frequencies drawn from a normal distribution, a linear fit on
cos(w x + b) approaches regression with a Gaussian kernel.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from geoinpaint_engine.guided.evidence import Stack
from geoinpaint_engine.guided.filters import gaussian
from geoinpaint_engine.guided.radar import Radar, draw_radar

SIGMAS = (1.0, 2.0, 4.0, 8.0)  # px, of the smoothed copies
WAVE_SIGMAS = 2  # so many of them are looked at by the waves
TRUNCATE = 3.0
MOST_CHANNELS = 32  # that neighbours and waves are made of; more are first compressed to so many principal components
WAVES = 400
STRIP = 16_384  # pixels whose features are held at once


@dataclass(frozen=True)
class Features:
    """A seeded network of fixed hidden layers.

    Args:
        components: (channels, kept) float32, principal components of the main evidence (the identity if there are few).
        scales: (SIGMAS, kept) float32 deviation of each smoothed copy.
        frequencies: ((1 + WAVE_SIGMAS) * kept, WAVES) float32.
        phases: (WAVES,) float32.
        pieces: number of references and SAR composites, whose validity is looked at too.
        radar: the layer of SAR, None without it.
    """

    components: np.ndarray
    scales: np.ndarray
    frequencies: np.ndarray
    phases: np.ndarray
    pieces: int
    radar: Radar | None = None

    @property
    def groups(self) -> dict[str, slice]:
        """The columns of each group of features; the constant 1 comes last."""
        channels, kept = self.components.shape
        sizes = {"pixel": channels, "valid": self.pieces, "near": 8 * kept}
        sizes |= {f"smooth{number}": kept for number in range(len(SIGMAS))}
        sizes |= {"waves": self.phases.size, "radar": 0, "echoes": 0, "one": 1}
        if self.radar is not None:
            sizes |= {"radar": self.radar.mean.size, "echoes": self.radar.phases.size}
        stops = np.cumsum(list(sizes.values())).tolist()
        return {name: slice(stop - size, stop) for (name, size), stop in zip(sizes.items(), stops, strict=True)}

    @property
    def count(self) -> int:
        """Number of features, intercept included."""
        return self.groups["one"].stop

    def strips(self, stack: Stack, wanted: np.ndarray) -> Iterator[tuple[slice, np.ndarray]]:
        """(rows, features) of a window, strip by strip: (wanted pixels of the rows, row by row, count) float32.

        Args:
            stack: the evidence.
            wanted: (rows, cols) bool, the pixels whose features are wanted; strips without any are left out.
        """
        height, width = stack.data.shape[1:]
        kept = np.tensordot(self.components, stack.main, axes=(0, 0)).astype(np.float32)
        echo = None if self.radar is None else self.radar.standard(stack.echo)
        smooth = smoothed(kept) / self.scales[:, :, None, None]
        padded = np.pad(kept, ((0, 0), (1, 1), (1, 1)), mode="edge")
        step = max(1, STRIP // width)
        groups = self.groups
        for start in range(0, height, step):
            rows = slice(start, min(start + step, height))
            high = rows.stop - rows.start
            here = wanted[rows]
            count = int(np.count_nonzero(here))
            if not count:
                continue
            table = np.ones((self.count, count), dtype=np.float32)
            table[groups["pixel"]] = stack.main[:, rows][:, here]
            table[groups["valid"]] = stack.valid[:, rows][:, here]
            near = [
                padded[:, start + down : start + down + high, right : right + width][:, here]
                for down in range(3) for right in range(3) if (down, right) != (1, 1)
            ]  # fmt: skip
            table[groups["near"]] = np.concatenate(near)
            for number in range(len(SIGMAS)):
                table[groups[f"smooth{number}"]] = smooth[number][:, rows][:, here]
            if self.phases.size:
                scales = (table[groups[f"smooth{number}"]] for number in range(WAVE_SIGMAS))
                seen = np.concatenate([kept[:, rows][:, here], *scales])
                table[groups["waves"]] = np.cos(self.frequencies.T @ seen + self.phases[:, None])
            if self.radar is not None and echo is not None:
                table[groups["radar"]] = echo[:, rows][:, here]
                table[groups["echoes"]] = self.radar.waves(table[groups["radar"]])
            yield rows, table.T


def smoothed(data: np.ndarray) -> np.ndarray:
    """(SIGMAS, channels, rows, cols): Gaussian means of (channels, rows, cols)."""
    return np.stack([gaussian(data, sigma, reach=round(TRUNCATE * sigma)) for sigma in SIGMAS])


def draw_features(stacks: list[Stack], *, seed: int, waves: int = WAVES) -> Features:
    """The hidden layers for a scene, scaled on some of its windows.

    Args:
        stacks: evidence of these windows.
        seed: of the random frequencies.
        waves: how many.
    """
    generator = np.random.default_rng(np.random.SeedSequence((seed, 1)))
    channels = stacks[0].main.shape[0]
    if channels == 0:
        nothing = np.zeros((0, 0), np.float32)
        return Features(nothing, np.ones((len(SIGMAS), 0), np.float32), nothing, np.zeros(0, np.float32), 0)
    components = np.eye(channels, dtype=np.float32)
    if channels > MOST_CHANNELS:
        table = np.concatenate([stack.main.reshape(channels, -1) for stack in stacks], axis=1).astype(np.float64)
        _, vectors = np.linalg.eigh(table @ table.T)
        components = vectors[:, ::-1][:, :MOST_CHANNELS].astype(np.float32)
    kept = components.shape[1]
    squares = np.zeros((len(SIGMAS), kept))
    for stack in stacks:
        copies = smoothed(np.tensordot(components, stack.main, axes=(0, 0)).astype(np.float32))
        squares += (copies.astype(np.float64) ** 2).mean(axis=(2, 3)) / len(stacks)
    width = (1 + WAVE_SIGMAS) * kept
    frequencies = generator.standard_normal((width, waves)) / np.sqrt(width)
    phases = generator.uniform(0, 2 * np.pi, waves)
    return Features(
        components,
        np.sqrt(squares + 1e-6).astype(np.float32),
        frequencies.astype(np.float32),
        phases.astype(np.float32),
        len(stacks[0].valid),
        draw_radar([stack.echo for stack in stacks], generator) if stacks[0].radar else None,
    )

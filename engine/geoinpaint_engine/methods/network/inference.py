"""Mode model: a trained model as a method of a job, window by window over a whole scene."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import numpy as np
import torch

from geoinpaint_engine.errors import InputError
from geoinpaint_engine.events import Control
from geoinpaint_engine.methods.base import ALONE, Context, Method
from geoinpaint_engine.methods.device import choose_device
from geoinpaint_engine.methods.fills import classical_fill
from geoinpaint_engine.methods.network.card import ModelCard, Scaling
from geoinpaint_engine.methods.network.model_file import read_model
from geoinpaint_engine.methods.network.networks import CoarseToFine, occlude
from geoinpaint_engine.methods.network.scaling import SHOWN_RANGE, quantile_range, stride_of
from geoinpaint_engine.methods.network.smooth import smooth_fill
from geoinpaint_engine.methods.network.table import find_model
from geoinpaint_engine.raster.bands import BAND_NAMES, shown_band
from geoinpaint_engine.raster.chip import Chip, ChipSource

BLOCK = 512
LEAST_CLEAR = 0.10


def open_model(
    model: str,
    *,
    band_names: Sequence[str],
    dtype: str,
    device: str = "auto",
    warn: Callable[[str, str], None],
) -> ModelMethod:
    """The method of a job in mode model.

    Args:
        model: a name in the table of models, or a file.
        band_names: the bands the job fills, in the job's order ("" where the scene names none).
        dtype: the scene's.
        device: auto, cpu, cuda or mps.
        warn: called with (code, message): `model-note` for each warning on the card, `bands-by-position`.

    Raises:
        UsageError: `model-unknown`.
        InputError: `model-unreadable`, `model-card`, `model-damaged`, `weights-mismatch`, `model-bands`.
        ResourceError: `device-unavailable`.
    """
    found = find_model(model)
    order = band_order(found.card, band_names, warn=warn)
    for note in found.card.warnings:
        warn("model-note", f"{found.name}: {note}")
    network = read_model(found.path, found.card).to(choose_device(device))
    return ModelMethod(network, found.card, order=order, dtype=dtype)


def band_order(card: ModelCard, names: Sequence[str], *, warn: Callable[[str, str], None]) -> tuple[int, ...]:
    """For each band of the model the index of the job's band that shows the same.

    By name (B4, B04, red); by position, with a warning, where the counts agree but the names say nothing.

    Raises:
        InputError: `model-bands`.
    """
    wanted = [shown_band(name).casefold() for name in card.bands]
    given = [shown_band(name).casefold() for name in names]
    if sorted(wanted) == sorted(given):
        return tuple(given.index(name) for name in wanted)
    known = set(wanted) | {name.casefold() for name in BAND_NAMES}
    if len(given) == len(wanted) and not known & set(given):
        text = ", ".join(card.bands)
        warn("bands-by-position", f"The bands' names do not say what they show; they are taken as {text}, in order.")
        return tuple(range(len(wanted)))
    raise InputError(
        "model-bands",
        f"The model {card.name} fills {', '.join(card.bands)}; the bands to fill are "
        f"{', '.join(name or 'unnamed' for name in names)}.",
        f"Choose its bands: --bands {','.join(card.bands)}.",
    )


class ModelMethod(Method):
    """A trained model as a method: scaling once per scene, the networks once per window.

    Args:
        network: what fills, in evaluation mode on its device.
        card: bands, scaling and window sizes.
        order: for each band of the model the index of the job's band.
        dtype: the scene's, for fixed scalings.
    """

    least_clear = LEAST_CLEAR

    def __init__(self, network: CoarseToFine, card: ModelCard, *, order: Sequence[int], dtype: str) -> None:
        self.name = card.name
        self.tile, self.halo, self.overlap = card.tile, card.halo, card.overlap
        self._network, self._card, self._order, self._dtype = network, card, list(order), dtype
        self._window_threads: int | None = None
        self._smooth = network.config.smooth_start
        self._harmonic: Method | None = None
        self._low_high: tuple[np.ndarray, np.ndarray] | None = None

    @property
    def device(self) -> str:
        """Where the networks run."""
        return str(next(self._network.parameters()).device)

    def fit(self, source: ChipSource, context: Context) -> None:
        """Find the scene's scaling, and the harmonic field of holes that are larger than a window."""
        # windows run side by side with one thread each, and a single one gets all of them
        self._window_threads = context.threads if len(context.windows) == 1 else 1
        self._low_high = self._card_range(len(source.band_names)) or clear_range(
            source, self._card.scaling, control=context.control, hidden=context.hidden
        )
        self._harmonic = None
        if self._smooth:
            harmonic = classical_fill("harmonic")
            harmonic.fit(source, context)
            self._harmonic = harmonic if harmonic.solved_beyond_windows else None

    def state(self) -> dict[str, np.ndarray]:
        """What the fit has learned: scaling, threads of a window, the harmonic field."""
        harmonic = {} if self._harmonic is None else self._harmonic.state()
        arrays = {f"harmonic.{name}": array for name, array in harmonic.items()}
        if self._window_threads is not None:
            arrays["threads"] = np.array([self._window_threads], dtype=np.int64)
        if self._low_high is not None:
            arrays["low"], arrays["high"] = (np.asarray(bound) for bound in self._low_high)
        return arrays

    def restore(self, state: Mapping[str, np.ndarray]) -> None:
        """Takes a `state` in place of a fit."""
        self._window_threads = int(state["threads"][0]) if "threads" in state else None
        self._low_high = (state["low"], state["high"]) if "low" in state else None
        field = {name.partition(".")[2]: array for name, array in state.items() if name.startswith("harmonic.")}
        self._harmonic = None
        if field:
            self._harmonic = classical_fill("harmonic")
            self._harmonic.restore(field)

    def fill(self, chip: Chip, context: Context = ALONE) -> np.ndarray:
        """(bands, rows, cols) float32 DN; NaN everywhere where the chip has no clear pixel and no field beyond it."""
        low, high = self._low_high or self._card_range(chip.scene.shape[0]) or _chip_range(chip, self._card.scaling)
        field = self._harmonic.fill(chip) if self._harmonic is not None else None
        if not chip.clear.any() and field is None:
            return np.full_like(chip.scene, np.nan)
        span = np.maximum(high - low, 1e-6)
        start = None if field is None else (field - low) / span
        torch.set_num_threads(self._window_threads or context.threads)
        filled = self._filled((chip.scene - low) / span, chip.clear, start)
        return (filled * span + low).astype(np.float32)

    def _filled(self, scaled: np.ndarray, clear: np.ndarray, start: np.ndarray | None) -> np.ndarray:
        """Fill of values scaled to [0, 1], bands in the job's order."""
        device = torch.device(self.device)
        with torch.inference_mode():
            image = torch.from_numpy(scaled[self._order].astype(np.float32))[None].to(device)
            # what is neither clear nor hole is as unknown to the networks as the hole
            mask = torch.from_numpy((~clear).astype(np.float32))[None, None].to(device)
            image = torch.nan_to_num(image) * (1 - mask)
            result = self._reconstruct(image, mask, None if start is None else start[self._order])
        out = np.empty_like(scaled, dtype=np.float32)
        out[self._order] = result[0].cpu().numpy()
        return out

    def _reconstruct(self, image: torch.Tensor, mask: torch.Tensor, start: np.ndarray | None) -> torch.Tensor:
        """The refined map; with a smooth start the networks' addition to a start that keeps its full range."""
        if not self._smooth:
            return self._network(occlude(image.clamp(0, 1), mask), mask)[1].clamp(0, 1)
        if start is None:
            whole = smooth_fill(image, mask)
        else:
            field = torch.from_numpy(np.nan_to_num(start.astype(np.float32)))[None].to(image.device)
            whole = image + mask * field
        shown = whole.clamp(*SHOWN_RANGE)
        return whole + self._network.from_start(shown, mask)[1] - shown

    def _card_range(self, bands: int) -> tuple[np.ndarray, np.ndarray] | None:
        """DN of 0 and 1 where the card fixes them for the dtype: (bands, 1, 1) each."""
        fixed = self._card.scaling.fixed.get(self._dtype)
        if fixed is None:
            return None
        return tuple(np.full((bands, 1, 1), value, dtype=np.float32) for value in fixed)  # type: ignore[return-value]


def clear_range(
    source: ChipSource, scaling: Scaling, *, control: Control, hidden: bool
) -> tuple[np.ndarray, np.ndarray]:
    """DN of each band that become 0 and 1: quantiles of the scene's clear pixels, every n-th row and column of them.

    Returns:
        low and high, (bands, 1, 1) float32 each; 0 and 1 where nothing is clear.
    """
    bounds = source.grid.window
    every = stride_of(bounds.area)
    parts = []
    for block in bounds.blocks(BLOCK):
        control.check()
        chip = source.chip(block, hidden=hidden)
        # the same pixels of the scene whatever the blocks
        rows, cols = slice(-block.row % every, None, every), slice(-block.col % every, None, every)
        parts.append(chip.scene[:, rows, cols][:, chip.clear[rows, cols]])
    return quantile_range(np.concatenate(parts, axis=1), scaling)


def _chip_range(chip: Chip, scaling: Scaling) -> tuple[np.ndarray, np.ndarray]:
    return quantile_range(chip.scene[:, chip.clear], scaling)

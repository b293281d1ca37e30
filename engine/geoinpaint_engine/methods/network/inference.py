"""Mode model: a trained model as a method of the pipeline."""

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

BLOCK = 512  # px; side of the blocks read for the scaling
LEAST_CLEAR = 0.10


def open_model(
    model: str,
    *,
    band_names: Sequence[str],
    dtype: str,
    device: str = "auto",
    warn: Callable[[str, str], None],
) -> ModelMethod:
    """Opens the trained model of a job in mode model.

    Args:
        model: name in the table of models, or path of a file.
        band_names: names of the job's bands, in the job's order ("" if unnamed).
        dtype: dtype of the scene.
        device: auto, cpu, cuda or mps.
        warn: called with (code, message): `model-note` for each warning on the card, `bands-by-position`.

    Raises:
        UsageError: `model-unknown`.
        InputError: `model-unreadable`, `model-card`, `model-damaged`, `weights-mismatch`, `model-bands`.
        ResourceError: `device-unavailable`.
    """
    table_entry = find_model(model)
    order = band_order(table_entry.card, band_names, warn=warn)
    for note in table_entry.card.warnings:
        warn("model-note", f"{table_entry.name}: {note}")
    network = read_model(table_entry.path, table_entry.card).to(choose_device(device))
    return ModelMethod(network, table_entry.card, order=order, dtype=dtype)


def band_order(card: ModelCard, names: Sequence[str], *, warn: Callable[[str, str], None]) -> tuple[int, ...]:
    """The indices of the job's bands in the order of the model's bands.

    They are matched by name (B4, B04, red); if the names say nothing but the counts agree, by position, with a warning.

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
        warn("bands-by-position", f"The bands have no known names, so they are taken as {text}, in this order.")
        return tuple(range(len(wanted)))
    raise InputError(
        "model-bands",
        f"The model {card.name} fills {', '.join(card.bands)}; the bands to fill are "
        f"{', '.join(name or 'unnamed' for name in names)}.",
        f"Choose its bands: --bands {','.join(card.bands)}.",
    )


class ModelMethod(Method):
    """A trained model as a method: scaled once per scene, run once per window.

    Args:
        network: the networks, in evaluation mode on their device.
        card: bands, scaling and window sizes.
        order: index of the job's band for each band of the model.
        dtype: dtype of the scene, for fixed scalings.
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
        """The device that the networks run on."""
        return str(next(self._network.parameters()).device)

    def fit(self, source: ChipSource, context: Context) -> None:
        """Determines the scene's scaling, and the harmonic fill of holes that are larger than a window."""
        # windows run in parallel with one thread each; a single window gets all threads
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
        """Result of the fit: scaling, threads of a window, harmonic fill."""
        harmonic = {} if self._harmonic is None else self._harmonic.state()
        arrays = {f"harmonic.{name}": array for name, array in harmonic.items()}
        if self._window_threads is not None:
            arrays["threads"] = np.array([self._window_threads], dtype=np.int64)
        if self._low_high is not None:
            arrays["low"], arrays["high"] = (np.asarray(bound) for bound in self._low_high)
        return arrays

    def restore(self, state: Mapping[str, np.ndarray]) -> None:
        """Restores a `state`, instead of a fit."""
        self._window_threads = int(state["threads"][0]) if "threads" in state else None
        self._low_high = (state["low"], state["high"]) if "low" in state else None
        field = {name.partition(".")[2]: array for name, array in state.items() if name.startswith("harmonic.")}
        self._harmonic = None
        if field:
            self._harmonic = classical_fill("harmonic")
            self._harmonic.restore(field)

    def fill(self, chip: Chip, context: Context = ALONE) -> np.ndarray:
        """(bands, rows, cols) float32 DN; NaN if the chip has neither clear pixels nor a harmonic fill."""
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
        """Fills values scaled to [0, 1], with bands in the job's order."""
        device = torch.device(self.device)
        with torch.inference_mode():
            image = torch.from_numpy(scaled[self._order].astype(np.float32))[None].to(device)
            # pixels that are neither clear nor hole are unknown too
            mask = torch.from_numpy((~clear).astype(np.float32))[None, None].to(device)
            image = torch.nan_to_num(image) * (1 - mask)
            result = self._reconstruct(image, mask, None if start is None else start[self._order])
        out = np.empty_like(scaled, dtype=np.float32)
        out[self._order] = result[0].cpu().numpy()
        return out

    def _reconstruct(self, image: torch.Tensor, mask: torch.Tensor, start: np.ndarray | None) -> torch.Tensor:
        """The refined map. With a smooth start, the networks' residual is added to the start, which is not clipped."""
        if not self._smooth:
            return self._network(occlude(image.clamp(0, 1), mask), mask)[1].clamp(0, 1)
        if start is None:
            initial = smooth_fill(image, mask)
        else:
            field = torch.from_numpy(np.nan_to_num(start.astype(np.float32)))[None].to(image.device)
            initial = image + mask * field
        clipped = initial.clamp(*SHOWN_RANGE)
        return initial + self._network.from_start(clipped, mask)[1] - clipped

    def _card_range(self, bands: int) -> tuple[np.ndarray, np.ndarray] | None:
        """DN that are mapped to 0 and 1, (bands, 1, 1) each, if the card fixes them for the dtype."""
        fixed = self._card.scaling.fixed.get(self._dtype)
        if fixed is None:
            return None
        return tuple(np.full((bands, 1, 1), value, dtype=np.float32) for value in fixed)  # type: ignore[return-value]


def clear_range(
    source: ChipSource, scaling: Scaling, *, control: Control, hidden: bool
) -> tuple[np.ndarray, np.ndarray]:
    """DN of each band that are mapped to 0 and 1: quantiles of a regular sample of the scene's clear pixels.

    Returns:
        low and high, (bands, 1, 1) float32 each; 0 and 1 if no pixel is clear.
    """
    bounds = source.grid.window
    every = stride_of(bounds.area)
    parts = []
    for block in bounds.blocks(BLOCK):
        control.check()
        chip = source.chip(block, hidden=hidden)
        # the sample must not depend on the blocks
        rows, cols = slice(-block.row % every, None, every), slice(-block.col % every, None, every)
        parts.append(chip.scene[:, rows, cols][:, chip.clear[rows, cols]])
    return quantile_range(np.concatenate(parts, axis=1), scaling)


def _chip_range(chip: Chip, scaling: Scaling) -> tuple[np.ndarray, np.ndarray]:
    return quantile_range(chip.scene[:, chip.clear], scaling)

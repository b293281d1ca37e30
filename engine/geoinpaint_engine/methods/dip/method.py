"""The paper preset as a method of the run: range of the scene, one network a window."""

from __future__ import annotations

import math
import threading
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

import numpy as np
import torch

from geoinpaint_engine.errors import InputError, ResourceError
from geoinpaint_engine.events import Control
from geoinpaint_engine.job import Job
from geoinpaint_engine.methods.base import ALONE, Context, Method
from geoinpaint_engine.methods.device import PRECISIONS, choose_device
from geoinpaint_engine.methods.dip.device_slots import DeviceSlots, gpus, slots_on
from geoinpaint_engine.methods.dip.fit import DipOptions, fit_stack, padded_sides
from geoinpaint_engine.methods.dip.optim.loop import LoopOptions
from geoinpaint_engine.methods.dip.precision import faster_precision
from geoinpaint_engine.methods.dip.stacks import Range, Stack, build_stack, range_of
from geoinpaint_engine.methods.dip.time_slices import core_time_slices
from geoinpaint_engine.raster.chip import Chip, ChipSource
from geoinpaint_engine.raster.grid import Window

BLOCK = 512
BLOCKS = 64  # most blocks looked at for the range, evenly spread
VALUES = 4_000_000  # most values kept for it
REPORT_STEPS = 10  # between two reports, which previews come with: a few seconds where steps are slow


class DipMethod(Method):
    """Czerkawski et al. 2022, a network for each window of 256 x 256 pixels (192 and an overlap of 64).

    Args:
        mode: basic, ms-r, mt-r, ms, mt or ms-mt.
        options: of the optimisation of a window.
        reference_use: mean, latest or stack.
        device: auto, cpu, cuda or mps.
        seed: with a window's place it decides weights and noise, so no window depends on another.

    Raises:
        ResourceError: `device-unavailable`.
    """

    tile = 192
    halo = 0
    overlap = 64
    learns_from_holdout = True
    least_clear = 0.1

    def __init__(
        self,
        mode: str,
        *,
        options: DipOptions | None = None,
        reference_use: str = "mean",
        device: str = "auto",
        seed: int = 0,
    ) -> None:
        self.mode, self.options, self.reference_use, self.seed = mode, options or DipOptions(), reference_use, seed
        self._device = choose_device(device)
        self._window_threads: int | None = None
        self._range: Range | None = None
        self._slots: DeviceSlots | None = None
        self._opening = threading.Lock()

    @classmethod
    def of(cls, job: Job) -> DipMethod:
        """The method that a job asks for; steps are the paper's 4000 where the job names none."""
        steps = LoopOptions().steps if job.steps is None else job.steps
        loop = LoopOptions(steps=steps, every=REPORT_STEPS)
        return cls(
            job.mode,
            options=DipOptions(loop=loop, stop=job.stop or "never"),
            reference_use=job.reference_use,
            device=job.device,
            seed=job.seed,
        )

    @property
    def device(self) -> str:
        """Where the networks run."""
        return str(self._device)

    @property
    def steps(self) -> int:
        """Steps of a window, at most."""
        return self.options.loop.steps

    @property
    def value_range(self) -> Range | None:
        """The range of DN that the output stands for, once fitted."""
        return self._range

    def fit(self, source: ChipSource, context: Context) -> None:
        """Takes the range of the scene's clear values; memory is bounded by a block and the sample.

        Raises:
            InputError: `no-valid-pixel`.
        """
        control, hidden, threads = context.control, context.hidden, context.threads
        self._window_threads = max(1, threads // max(1, min(threads, len(context.windows))))
        if self.options.precision == "auto" and context.windows:
            self.options = replace(self.options, precision=self._measured_precision(context.windows))
        blocks = list(source.grid.window.blocks(BLOCK))
        every = math.ceil(len(blocks) / BLOCKS)
        sample = np.concatenate([*self._clear_values(source, blocks[::every], control, hidden), np.empty(0)])
        if sample.size == 0 and every > 1:
            sample = np.concatenate([*self._clear_values(source, blocks, control, hidden), np.empty(0)])
        self._range = range_of(sample)

    def state(self) -> dict[str, np.ndarray]:
        """What the fit has learned: the range of DN, and precision and threads of a window (for the last digits)."""
        state = {"precision": np.array([PRECISIONS.index(self.options.precision)], dtype=np.int64)}
        if self._window_threads is not None:
            state["threads"] = np.array([self._window_threads], dtype=np.int64)
        if self._range is not None:
            state["range"] = np.array([self._range.low, self._range.high])
        return state

    def restore(self, state: Mapping[str, np.ndarray]) -> None:
        """Takes a `state` in place of a fit."""
        self.options = replace(self.options, precision=PRECISIONS[int(state["precision"][0])])
        self._window_threads = int(state["threads"][0]) if "threads" in state else None
        self._range = Range(*state["range"].tolist()) if "range" in state else None

    @staticmethod
    def _clear_values(
        source: ChipSource, blocks: Sequence[Window], control: Control, hidden: bool
    ) -> Iterator[np.ndarray]:
        pixels = sum(block.area for block in blocks)
        for block in blocks:
            control.check()
            chip = source.chip(block, hidden=hidden)
            values = chip.scene[:, chip.clear]
            # every n-th pixel of all bands, so that no band is left out
            yield values[:, :: max(1, math.ceil(pixels * len(values) / VALUES))].ravel()

    def fill(self, chip: Chip, context: Context = ALONE) -> np.ndarray:
        """(bands, rows, cols) float32 DN as the network makes them, in the hole and outside; NaN where it cannot.

        Raises:
            UsageError: evidence that the mode needs is missing, or nothing is hidden that could decide.
            ResourceError: `out-of-memory`.
            Cancelled, ParentGone: as the control asks.
        """
        if self._range is None:
            raise InputError("no-valid-pixel", "The range of the scene is not known.", "Fit before filling.")
        stack = build_stack(chip, self.mode, value_range=self._range, reference_use=self.reference_use)
        if not stack.weight[: stack.bands].any():
            return np.full(chip.scene.shape, np.nan, dtype=np.float32)
        # holds for this thread of the run and its operations
        torch.set_num_threads(self._window_threads or context.threads)
        fill = self._optimised_somewhere(stack, chip, context)
        context.on_step(chip.window, self.steps, self.steps, None, None)
        return fill

    def at_once(self, windows: Sequence[Window], threads: int) -> int:
        """On GPUs as many as their memory holds, else one a thread."""
        return threads if self._device.type != "cuda" else self._device_slots(windows).total

    def _device_slots(self, windows: Sequence[Window]) -> DeviceSlots:
        with self._opening:
            if self._slots is None:
                pixels = max(math.prod(padded_sides(window.shape)) for window in windows)
                self._slots = slots_on(gpus(self._device), pixels=pixels)
            return self._slots

    def _measured_precision(self, windows: Sequence[Window]) -> str:
        if self._device.type != "cuda":
            return self.options.precision
        sides = max((padded_sides(window.shape) for window in windows), key=math.prod)
        return faster_precision(gpus(self._device)[0], sides)

    def _optimised_somewhere(self, stack: Stack, chip: Chip, context: Context) -> np.ndarray:
        """On a GPU that has a place; where its memory is full, again with half as many windows on it."""
        if self._device.type != "cuda":
            return self._optimised(stack, chip, context, self._device)
        slots = self._device_slots([chip.window])
        while True:
            with slots.slot(context.control.check) as device:
                try:
                    return self._optimised(stack, chip, context, device)
                except torch.OutOfMemoryError as error:
                    if not slots.narrow(device):
                        raise ResourceError(
                            "out-of-memory",
                            f"The device {device} has too little memory for a window of "
                            f"{chip.shape[0]} x {chip.shape[1]}.",
                            "Choose a smaller --tile, or --device cpu.",
                        ) from error
            torch.cuda.empty_cache()

    def _optimised(self, stack: Stack, chip: Chip, context: Context, device: torch.device) -> np.ndarray:
        deciding, options = None, self.options
        if options.stop == "holdout":
            hidden = context.deciding(chip.window) & chip.hole
            if hidden.any():
                deciding = (chip.scene, hidden)
            else:  # nothing is hidden in this window: the variance of its own output decides
                options = replace(options, stop="variance")
        # windows side by side have a thread each, which disturbs no other run
        threads = self._window_threads or context.threads
        whole = device.type == "cpu" and threads == context.threads
        with core_time_slices(threads if whole else 1, context.control.check) as hand_on:
            return fit_stack(
                stack,
                options=options,
                device=device,
                seed=window_seed(self.seed, chip.window),
                deciding=deciding,
                control=context.control,
                progress=partial(context.on_step, chip.window),
                preview=partial(context.viewer.show, chip.window),
                failed=lambda why: context.warn(
                    "graph-unavailable",
                    f"The steps cannot be recorded on this GPU, so they run one by one and slower: {why}",
                ),
                between=hand_on,
            ).scene


def window_seed(seed: int, window: Window) -> int:
    """The seed of a window: other windows get others, whatever their order or number."""
    place = (seed, window.row, window.col, window.height, window.width)
    return int(np.random.SeedSequence(place).generate_state(1)[0])

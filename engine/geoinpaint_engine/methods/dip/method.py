"""The paper preset as a method of the pipeline: one network per window."""

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

BLOCK = 512  # px; side of the blocks sampled for the range
BLOCKS = 64  # number of blocks sampled at most, evenly spread
VALUES = 4_000_000  # number of values sampled at most
REPORT_STEPS = 10  # steps between reports, and so between previews at the earliest


class DipMethod(Method):
    """Czerkawski et al. 2022, with a network for each window of 256 x 256 pixels (192 plus an overlap of 64).

    Args:
        mode: basic, ms-r, mt-r, ms, mt or ms-mt.
        options: settings of the optimisation.
        reference_use: mean, latest or stack.
        device: auto, cpu, cuda or mps.
        seed: combined with a window's position, so that windows do not depend on each other.

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
        """The method of a job; the number of steps defaults to the paper's 4000."""
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
        """The device that the networks run on."""
        return str(self._device)

    @property
    def steps(self) -> int:
        """Steps per window at most."""
        return self.options.loop.steps

    @property
    def value_range(self) -> Range | None:
        """The range of DN that is mapped to [0, 1], once fitted."""
        return self._range

    def fit(self, source: ChipSource, context: Context) -> None:
        """Determines the range of the scene's clear values; memory is bounded by a block and the sample.

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
        """Result of the fit: the range of DN; precision and threads of a window, which affect the last digits."""
        state = {"precision": np.array([PRECISIONS.index(self.options.precision)], dtype=np.int64)}
        if self._window_threads is not None:
            state["threads"] = np.array([self._window_threads], dtype=np.int64)
        if self._range is not None:
            state["range"] = np.array([self._range.low, self._range.high])
        return state

    def restore(self, state: Mapping[str, np.ndarray]) -> None:
        """Restores a `state`, instead of a fit."""
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
            # every n-th pixel, in all bands
            yield values[:, :: max(1, math.ceil(pixels * len(values) / VALUES))].ravel()

    def fill(self, chip: Chip, context: Context = ALONE) -> np.ndarray:
        """(bands, rows, cols) float32 DN of the network, in the hole and outside; NaN if the window has no clear pixel.

        Raises:
            UsageError: evidence that the mode needs is missing.
            ResourceError: `out-of-memory`.
            Cancelled, ParentGone: raised by the control.
        """
        if self._range is None:
            raise InputError("no-valid-pixel", "The range of the scene is unknown.", "Fit before filling.")
        stack = build_stack(chip, self.mode, value_range=self._range, reference_use=self.reference_use)
        if not stack.weight[: stack.bands].any():
            return np.full(chip.scene.shape, np.nan, dtype=np.float32)
        # affects this thread and the operations that it starts
        torch.set_num_threads(self._window_threads or context.threads)
        fill = self._fit_on_gpu_or_cpu(stack, chip, context)
        context.on_step(chip.window, self.steps, self.steps, None, None)
        return fill

    def at_once(self, windows: Sequence[Window], threads: int) -> int:
        """Number of windows to fill at the same time: on GPUs limited by memory, else one per thread."""
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

    def _fit_on_gpu_or_cpu(self, stack: Stack, chip: Chip, context: Context) -> np.ndarray:
        """Optimises on the least busy GPU; if its memory is exhausted, again with half as many windows on it."""
        if self._device.type != "cuda":
            return self._fitted(stack, chip, context, self._device)
        slots = self._device_slots([chip.window])
        while True:
            with slots.slot(context.control.check) as device:
                try:
                    return self._fitted(stack, chip, context, device)
                except torch.OutOfMemoryError as error:
                    if not slots.narrow(device):
                        raise ResourceError(
                            "out-of-memory",
                            f"The device {device} has too little memory for a window of "
                            f"{chip.shape[0]} x {chip.shape[1]}.",
                            "Choose a smaller --tile, or --device cpu.",
                        ) from error
            torch.cuda.empty_cache()

    def _fitted(self, stack: Stack, chip: Chip, context: Context, device: torch.device) -> np.ndarray:
        deciding, options = None, self.options
        if options.stop == "holdout":
            hidden = context.deciding(chip.window) & chip.hole
            if hidden.any():
                deciding = (chip.scene, hidden)
            else:  # nothing is hidden in this window
                options = replace(options, stop="variance")
        # windows that run in parallel have a single thread each, and need no time slice
        threads = self._window_threads or context.threads
        uses_all_threads = device.type == "cpu" and threads == context.threads
        with core_time_slices(threads if uses_all_threads else 1, context.control.check) as yield_slice:
            return fit_stack(
                stack,
                options=options,
                device=device,
                seed=window_seed(self.seed, chip.window),
                deciding=deciding,
                control=context.control,
                progress=partial(context.on_step, chip.window),
                preview=partial(context.viewer.show, chip.window),
                failed=lambda reason: context.warn(
                    "graph-unavailable",
                    f"The steps cannot be captured on this GPU, so they run one by one and more slowly: {reason}",
                ),
                between=yield_slice,
            ).scene


def window_seed(seed: int, window: Window) -> int:
    """The seed of a window, which depends on its position only, not on order or number of windows."""
    entropy = (seed, window.row, window.col, window.height, window.width)
    return int(np.random.SeedSequence(entropy).generate_state(1)[0])

"""Joint screening of the dates of a cube, as for series of files, but in memory."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from functools import partial
from typing import Any

import numpy as np

from geoinpaint_engine.api.entries import image_of
from geoinpaint_engine.api.running import engine_at_work
from geoinpaint_engine.errors import InputError
from geoinpaint_engine.events import Control
from geoinpaint_engine.pipeline.library_threads import one_thread_each
from geoinpaint_engine.pipeline.run import thread_count
from geoinpaint_engine.pipeline.series.judging import Place, judge_together
from geoinpaint_engine.pipeline.series.masking import survey
from geoinpaint_engine.raster.handles import Handles, gdal_env, open_raster
from geoinpaint_engine.raster.memory import MemoryFolder
from geoinpaint_engine.raster.scene import Scene, open_scene


def fault_of(image: Any, title: str, *, control: Control) -> InputError | None:
    """Checks whether a date can be filled or used as evidence, as for file series; returns the reason if not.

    Args:
        image: array of the date.
        title: its name for messages.
        control: to cancel.

    Raises:
        UsageError: `array-shape`, `array-dtype`, ... if the cube as a whole cannot be filled.
    """
    with engine_at_work(), gdal_env(), MemoryFolder() as held:
        path = image_of(image, title).store(held, title)
        try:
            with open_scene(path) as scene:
                survey(scene, check=control.check)
        except InputError as error:
            return error
    return None


def judge_cube(
    images: Sequence[Any], masks: Sequence[np.ndarray], neighbours: Sequence[Sequence[int]], memory: MemoryFolder, *,
    seed: int, threads: int, control: Control, progress: Callable[[float], None],
) -> list[str] | None:  # fmt: skip
    """Screens the dates jointly; returns the path in memory of the findings of each, see `raster.judged`.

    Args:
        images: array of each date, all on one grid.
        masks: (rows, cols) bool of each date, True where it is to be filled.
        neighbours: indices of each date's neighbours in time.
        memory: an entered memory folder, which holds the findings.
        seed: seed of the random samples.
        threads: 0 = all processors.
        control: to cancel.
        progress: called with the completed fraction, 0 to 1.

    Returns:
        The paths; None if the dates are too few or too small, in which case each is screened on its own.
    """
    names = [f"date{number}" for number in range(len(images))]
    with engine_at_work(), gdal_env(), one_thread_each, MemoryFolder() as held, ExitStack() as stack:
        scenes: list[Scene] = []
        marks: list[Handles | None] = []
        for name, array, mask in zip(names, images, masks, strict=True):
            image = image_of(array, name)
            scenes.append(stack.enter_context(open_scene(image.store(held, name))))
            mark = None
            if mask.any():
                path = held.add(f"{name}.mask", mask[None].astype(np.uint8), scenes[0].grid)
                mark = Handles(partial(open_raster, path))
                stack.callback(mark.close)
            marks.append(mark)
        done = judge_together(
            Place(scenes, marks), names, neighbours, range(len(names)), memory.path, seed=seed,
            threads=thread_count(threads), check=control.check, progress=progress,
        )  # fmt: skip
    return [str(memory.path / f"{name}.tif") for name in names] if done else None

"""Joint screening of the dates of a cube, as for a series of files, but in memory."""

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
    """The reason why a date can be neither filled nor used as evidence, by the checks of file series; None: it can.

    Args:
        image: the date's array.
        title: what it is called in messages.
        control: to cancel.

    Raises:
        UsageError: `array-shape`, `array-dtype`, ...: the cube is none that can be filled.
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
    images: Sequence[Any], masks: Sequence[np.ndarray], near: Sequence[Sequence[int]], memory: MemoryFolder, *,
    seed: int, threads: int, control: Control, progress: Callable[[float], None],
) -> list[str] | None:  # fmt: skip
    """Screens the dates jointly; returns for each the path of its findings in memory, see `raster.judged`.

    Args:
        images: of each date an array, all of one grid.
        masks: (rows, cols) bool of each, where it is to be filled.
        near: of each the numbers of its neighbours in time.
        memory: entered; where the findings are kept.
        seed: of what is drawn.
        threads: 0 = all processors.
        control: to cancel.
        progress: called with the share done, 0 to 1.

    Returns:
        The paths; None where the dates are too few or too small, and each is judged by itself.
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
            Place(scenes, marks), names, near, range(len(names)), memory.path, seed=seed,
            threads=thread_count(threads), check=control.check, progress=progress,
        )  # fmt: skip
    return [str(memory.path / f"{name}.tif") for name in names] if done else None

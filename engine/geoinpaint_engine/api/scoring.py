"""Scores a fill against the truth, from Python."""

from __future__ import annotations

from typing import Any

from geoinpaint_engine.api.entries import Entries, Mask, Raster
from geoinpaint_engine.api.running import engine_at_work
from geoinpaint_engine.events import Reporter
from geoinpaint_engine.job import mask_source
from geoinpaint_engine.pipeline.score import score_files
from geoinpaint_engine.raster.memory import MemoryFolder


def score(result: Raster, truth: Raster, mask: Raster | Mask) -> dict[str, Any]:
    """Scores a fill against the truth, on the same grid and with the same bands, as `geoinpaint score` does.

    Args:
        result: the filled scene, as a path or an array.
        truth: the true scene, as a path or an array.
        mask: what was filled.

    Returns:
        SSIM, PSNR, RMSE, MAE and SAM, as `figures["reflectance"]["hole"]["rmse"]` (or `"dn2000"`, `"whole"`); the
        number of pixels in the hole and as a whole; the largest difference outside the mask.

    Raises:
        InputError: `score-mismatch`, `mask-empty`, ...
        UsageError: `array-shape`, ...
    """
    with engine_at_work(), MemoryFolder() as memory:
        entries = Entries(memory, result)
        ours = entries.scene()["path"]
        theirs = entries.place(truth, "truth")
        return score_files(ours, theirs, mask_source(entries.masks(mask)[0]), reporter=Reporter())

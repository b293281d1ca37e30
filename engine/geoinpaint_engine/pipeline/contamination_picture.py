"""A small picture of the cloud and shadow found in a scene, sent as an event for live display."""

from __future__ import annotations

import base64
import math

import cv2
import numpy as np

from geoinpaint_engine.events import Reporter
from geoinpaint_engine.pipeline.contamination_found import Found
from geoinpaint_engine.raster.judged import BLOCK
from geoinpaint_engine.raster.source import JobSource

SIDE = 512  # px of the longer side at most: the picture is sent in a line of text
CLOUD, SHADOW = 1, 2


def contamination_codes(source: JobSource) -> tuple[np.ndarray, int]:
    """(rows, cols) uint8: 0 clear, 1 cloud, 2 shadow; and the side of its cells in px of the scene.

    A cell is flagged if any of its pixels is, so that thin rims stay visible; all 0 where the scene was not screened.
    """
    grid = source.grid
    step = max(math.ceil(max(grid.shape) / SIDE), 1)
    codes = np.zeros((-(-grid.height // step), -(-grid.width // step)), dtype=np.uint8)
    if source.judged is None:
        return codes, step
    for block in grid.window.blocks(BLOCK):
        opacity = source.judged.opacity(block)
        for code, rows_cols in ((SHADOW, np.nonzero(opacity < 0)), (CLOUD, np.nonzero(opacity > 0))):
            codes[(rows_cols[0] + block.row) // step, (rows_cols[1] + block.col) // step] = code
    return codes, step


def show_contamination(source: JobSource, found: Found, *, grow: bool, reporter: Reporter) -> None:
    """Reports contamination, where a warning is due: counts, and a PNG of where it lies."""
    if not found.worth_reporting(grow=grow):
        return
    codes, step = contamination_codes(source)
    done, data = cv2.imencode(".png", codes, [cv2.IMWRITE_PNG_COMPRESSION, 9])
    if done:
        reporter.contamination(
            beside=found.beside, elsewhere=found.elsewhere, growth=found.growth, added=grow, step=step,
            picture=base64.b64encode(bytes(data)).decode("ascii"),
        )  # fmt: skip

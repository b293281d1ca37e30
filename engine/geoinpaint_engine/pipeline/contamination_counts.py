"""A screened block of a scene, and the counts over all blocks that are reported."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from geoinpaint_engine.pipeline.contamination_found import Found
from geoinpaint_engine.raster.masks import ADDED, ADDED_VEIL, CLEAR, CONTAMINATED, FILLED, VEILED, coded

BESIDE = 20  # px from the mask that count as "beside" it
COVERED = 0.9  # share of the contaminated pixels beside the mask that a proposed growth must cover


@dataclass(frozen=True)
class JudgedBlock:
    """A screened block as it is stored.

    Args:
        codes: (rows, cols) uint8 mask codes, see `raster/masks.py`.
        restored: (bands + 1, rows, cols) float32: the ground seen through thin cloud in DN, and the opacity in percent
            (negative: shadow); 0 elsewhere.
        dates: (dates, rows, cols) uint8, 1 where a date is not used.
        distance: (rows, cols) px to the hole.
        seen: (dates, rows, cols) bool, where a date has data.
        under: number of pixels where a single reference is cloudy under the hole.
    """

    codes: np.ndarray
    restored: np.ndarray
    dates: np.ndarray
    distance: np.ndarray
    seen: np.ndarray
    under: int = 0

    def grown(self) -> JudgedBlock:
        """A copy with the scene's findings added to the mask (`--grow auto`)."""
        codes = np.where(self.codes == CONTAMINATED, np.uint8(ADDED), self.codes)
        codes = np.where(codes == VEILED, np.uint8(ADDED_VEIL), codes)
        return replace(self, codes=codes)


class Tally:
    """Counts over the blocks."""

    def __init__(self, dates: int) -> None:
        self.hole = self.under = self.clear = self.cloud = self.shadow = self.elsewhere = self.near = 0
        self._beside = np.zeros(BESIDE + 1, dtype=np.int64)
        self._seen, self._unused = np.zeros(dates, dtype=np.int64), np.zeros(dates, dtype=np.int64)

    def add(self, part: JudgedBlock) -> None:
        """Counts a block."""
        opacity = part.restored[-1]
        flagged = opacity != 0
        self.hole += int(np.count_nonzero(coded(part.codes, FILLED)))
        self.under += part.under
        self.clear += int(np.count_nonzero(part.codes == CLEAR))
        self.cloud += int(np.count_nonzero(opacity > 0))
        self.shadow += int(np.count_nonzero(opacity < 0))
        beside = flagged & (part.distance <= BESIDE)
        self.elsewhere += int(np.count_nonzero(flagged & ~beside))
        self._beside += np.bincount(np.ceil(part.distance[beside]).astype(int), minlength=BESIDE + 1)
        self.near += int(np.count_nonzero((part.distance > 0) & (part.distance <= 5)))
        for number, seen in enumerate(part.seen):
            self._seen[number] += int(np.count_nonzero(seen))
            self._unused[number] += int(np.count_nonzero(part.dates[number]))

    def found(self, *, ragged: bool) -> Found:
        """The summary of the counts."""
        beside = int(self._beside.sum())
        share = np.cumsum(self._beside) / max(beside, 1)
        growth = int(np.searchsorted(share, COVERED)) if beside else 0
        dates = tuple(float(u) / max(int(s), 1) for u, s in zip(self._unused, self._seen, strict=True))
        return Found(
            beside, self.elsewhere, self.cloud, self.shadow, self.near, growth,
            float(share[min(growth, BESIDE)]) if beside else 0.0, dates, ragged, self.under,
        )  # fmt: skip

"""A request for evidence, and the ranked dates that answer it."""

from __future__ import annotations

from dataclasses import dataclass

from geoinpaint_engine.errors import InputError
from geoinpaint_engine.sources.ranking import LEAST_CLEAR, Ranked
from geoinpaint_engine.sources.survey import Candidate


@dataclass(frozen=True)
class Wanted:
    """A request for evidence.

    Args:
        before: days before the scene's date.
        after: days after it.
        most: number of optical dates at most.
        most_radar: number of radar passes at most; 0 = none.
        megabytes: download limit in 10^6 bytes.
        collections: collections to search, instead of the catalogue's own.
        dates: ISO dates to fetch, instead of the best.
        radar_dates: likewise for radar.
    """

    before: int = 90
    after: int = 90
    most: int = 6
    most_radar: int = 0
    megabytes: float = 500.0
    collections: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    radar_dates: tuple[str, ...] = ()

    @property
    def by_date(self) -> bool:
        """Whether the request names the dates to fetch."""
        return bool(self.dates or self.radar_dates)


@dataclass(frozen=True)
class Found:
    """The ranked results of a search, the best first, and the scene's orbit ("" if unknown)."""

    optical: tuple[Ranked, ...]
    radar: tuple[Ranked, ...] = ()
    orbit: str = ""

    @property
    def chosen(self) -> list[Candidate]:
        """The candidates chosen for fetching, optical ones first."""
        return [ranked.candidate for ranked in (*self.optical, *self.radar) if ranked.chosen]


def nothing_chosen(found: Found, wanted: Wanted) -> InputError:
    """The error `evidence-none`, which names the limit that excludes all dates."""
    clear = [ranked.candidate for ranked in found.optical if ranked.candidate.clear_hole >= LEAST_CLEAR]
    offered = [*(clear if wanted.most else []), *(ranked.candidate for ranked in found.radar)]
    if offered:
        smallest = min(candidate.megabytes for candidate in offered)
        return InputError(
            "evidence-none",
            f"No date is chosen: the smallest takes {smallest:.1f} MB, and {wanted.megabytes:g} MB may be fetched.",
            "Raise --max-mb.",
        )
    if not wanted.most:
        return InputError("evidence-none", "No date is chosen, because --max-dates is 0.", "Raise --max-dates.")
    reason = "No date shows the hole without clouds." if found.optical else "There is nothing to fetch."
    return InputError("evidence-none", reason, "Widen --before and --after.")

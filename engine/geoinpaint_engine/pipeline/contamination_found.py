"""Summary of the screening: contamination beside the mask and in the references, and its warnings."""

from __future__ import annotations

from dataclasses import dataclass

from geoinpaint_engine.raster.scene import Warn
from geoinpaint_engine.raster.source import JobSource, Reference

LEAST_TOLD, LEAST_TOLD_SHARE = 50, 0.03  # contaminated pixels (share of those within 5 px) that a warning needs
MOSTLY = 0.5  # share of a date's pixels under the hole that makes it mostly cloudy


@dataclass(frozen=True)
class Found:
    """Contaminated pixels beside the mask and in the references.

    Args:
        beside: number of contaminated pixels within 20 px of the mask.
        elsewhere: number of those farther away.
        cloud, shadow: number of each among all of these.
        near: number of unmasked pixels within 5 px of the mask.
        growth: px by which the mask must grow to cover 90 % of those beside it; 0 where there are none.
        covers: share of them that this growth covers, 0 to 1.
        dates: of each reference, oldest first, the share of its pixels that is not used.
        ragged: whether the mask leaves more contamination along its edge than is found by chance.
        under: pixels of the hole where a single reference is cloudy, see `quality/single_date_cloud.py`.
    """

    beside: int
    elsewhere: int
    cloud: int
    shadow: int
    near: int
    growth: int
    covers: float
    dates: tuple[float, ...]
    ragged: bool
    under: int = 0

    def worth_reporting(self, *, grow: bool) -> bool:
        """Whether a warning is due: enough contamination beside the mask or, with `grow`, any added to it."""
        if grow:
            return self.beside + self.elsewhere > 0
        return self.ragged and self.beside >= max(LEAST_TOLD, LEAST_TOLD_SHARE * self.near)


def warn_of_findings(source: JobSource, found: Found, *, grow: bool, warn: Warn) -> None:
    """Warns of contamination: `contaminated-rim`, `reference-cloudy`."""
    if found.worth_reporting(grow=grow):
        kind = "cloud" if found.cloud >= 3 * found.shadow else "shadow" if found.shadow >= 3 * found.cloud else (
            "cloud or shadow")  # fmt: skip
        message = (
            f"{found.beside + found.elsewhere:,} px that the mask leaves out look like {kind}: they were added to the "
            "mask; where ground shows through them, mostly that is written"
        ) if grow else (
            f"{found.beside:,} px beside the mask look like {kind}: growing the mask by {found.growth} px would cover "
            f"{found.covers:.0%}; they are not used, and stay as they are"
        )  # fmt: skip
        warn("contaminated-rim", f"{message}.")
    warn_of_dates(source, found, warn=warn)


def warn_of_dates(source: JobSource, found: Found, *, warn: Warn) -> None:
    """Warns of references that are mostly cloud: `reference-cloudy`."""
    for reference, share in zip(source.references, found.dates, strict=True):
        if share >= MOSTLY:
            warn(
                "reference-cloudy",
                f"The reference {_name(reference)} is {share:.0%} cloud or shadow; it is not used there.",
            )
    if found.under:
        warn(
            "reference-cloudy",
            f"Under the hole {found.under:,} px of the reference {_name(source.references[0])} are brighter than any of"
            " its clear ground, as cloud is: it is not used there, and the hole is filled from its edge instead. Name"
            " another date.",
        )


def _name(reference: Reference) -> str:
    return " ".join(part for part in (reference.layer.title, reference.date and f"({reference.date})") if part)

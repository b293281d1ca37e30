"""The page of a series: the evidence and accuracy of each date, and time series of places."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from geoinpaint_engine.report.page import Items, Part, Picture, Pictures, Section, Table, Text, page
from geoinpaint_engine.report.parts import digits
from geoinpaint_engine.report.time_plot import TimePlot


@dataclass(frozen=True)
class DateRow:
    """A date on the page.

    Args:
        date: its name.
        scene: its file's name.
        state: filled, clear, skipped or failed.
        masked_share: of its ground, 0 to 1; None where it is not known.
        filled_pixels, unfilled_pixels: None where nothing was to be filled.
        error: (what is to be expected under the mask, unit), None where it was not measured.
        sources: dates that it was filled from.
        notes: warnings, and why it was skipped.
        pictures: PNGs of the scene and of its fill; empty where there are none.
    """

    date: str
    scene: str
    state: str
    masked_share: float | None
    filled_pixels: int | None
    unfilled_pixels: int | None
    error: tuple[float, str] | None
    sources: Sequence[str]
    notes: Sequence[str]
    pictures: Sequence[bytes] = ()


def series_page(
    title: str, rows: Sequence[DateRow], plots: Sequence[TimePlot], *, left_out: Sequence[str] = ()
) -> str:
    """The page as HTML.

    Args:
        title: of the series.
        rows: its dates, oldest first.
        plots: curves of places.
        left_out: what was named and is no date, in a sentence each.
    """
    sections = [Section("The dates", [_table(rows), *_pictures(rows)])]
    if plots:
        told = Text(
            "Blue: the scene's own, clear. Orange: filled, with the band that holds nine in ten true values. Crosses: "
            "what the scene shows there under the mask."
        )
        sections.append(Section("Vegetation index (NDVI) over time", [told, *plots]))
    notes = [*left_out, *(f"{row.date}: {note}" for row in rows for note in row.notes)]
    sections.append(Section("Warnings", [Items(notes) if notes else Text("None.")]))
    return page(title, _lead(rows), sections)


def _lead(rows: Sequence[DateRow]) -> list[str]:
    count = {state: sum(row.state == state for row in rows) for state in ("filled", "clear", "skipped", "failed")}
    told = f"{count['filled']} dates were filled from the others, {count['clear']} had nothing to fill."
    left = count["skipped"] + count["failed"]
    if left:
        told += f" {left} could not be filled; the warnings say why."
    return [told, "Where a date was not masked it is the scene's own, value for value."]


def _table(rows: Sequence[DateRow]) -> Part:
    head = ["Date", "Scene", "State", "Clear", "Filled", "Expected error", "Filled from"]
    body = []
    for row in rows:
        clear = None if row.masked_share is None else f"{1 - row.masked_share:.1%}"
        filled = None if row.filled_pixels is None else f"{row.filled_pixels:,}"
        if row.unfilled_pixels:
            filled = f"{filled} ({row.unfilled_pixels:,} could not be)"
        error = None if row.error is None else f"{digits(row.error[0])} {row.error[1]}"
        body.append([row.date, row.scene, row.state, clear, filled, error, ", ".join(row.sources)])
    return Table("Clear: share of the ground that is not masked. Expected error: RMSE under the mask.", head, body)


def _pictures(rows: Sequence[DateRow]) -> list[Part]:
    words = ("as it was", "filled")
    shown = [
        Picture(png, f"{row.date}, {word}", f"{row.date}, {word}")
        for row in rows
        for png, word in zip(row.pictures, words, strict=False)
    ]
    return [Pictures(shown, columns=2 * len(words))] if shown else []

"""The page of a series: evidence and accuracy of each date, and time series at places."""

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
        date: ISO date.
        scene: name of the scene's file.
        state: filled, clear, skipped or failed.
        masked_share: masked share of its ground, 0 to 1; None if unknown.
        filled_pixels, unfilled_pixels: None if there was nothing to fill.
        error: (expected error under the mask, unit), None if it was not measured.
        sources: the dates that it was filled from.
        notes: warnings, and the reason if it was skipped.
        pictures: PNG pictures of the scene and of its fill, or none.
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
    """Renders the page as HTML.

    Args:
        title: title of the series.
        rows: the dates, oldest first.
        plots: time series at places.
        left_out: inputs that are not part of the series, one sentence each.
    """
    sections = [Section("The dates", [_table(rows), *_pictures(rows)])]
    if plots:
        legend = Text(
            "Blue: clear values of the scene. Orange: filled values, with a range that contains nine in ten true "
            "values. Crosses: the scene's own values under the mask."
        )
        sections.append(Section("Vegetation index (NDVI) over time", [legend, *plots]))
    notes = [*left_out, *(f"{row.date}: {note}" for row in rows for note in row.notes)]
    sections.append(Section("Warnings", [Items(notes) if notes else Text("None.")]))
    return page(title, _lead(rows), sections)


def _lead(rows: Sequence[DateRow]) -> list[str]:
    count = {state: sum(row.state == state for row in rows) for state in ("filled", "clear", "skipped", "failed")}
    summary = f"{count['filled']} dates were filled from the others, {count['clear']} had nothing to fill."
    failed = count["skipped"] + count["failed"]
    if failed:
        summary += f" {failed} could not be filled; the warnings say why."
    return [summary, "Pixels that are not masked equal the scene, value for value."]


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

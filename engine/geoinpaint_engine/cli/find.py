"""`geoinpaint find`: finds the dates and radar images in a STAC catalogue that serve a fill best."""

from __future__ import annotations

import re
import shlex
import sys
from collections.abc import Mapping, Sequence
from typing import Any

import click

from geoinpaint_engine.cli.options import bands_of, mask_options, mask_sources_of, output_options
from geoinpaint_engine.cli.session import Session, run_session
from geoinpaint_engine.errors import UsageError
from geoinpaint_engine.modes import mode_using
from geoinpaint_engine.paths import absolute, checked, current_folder
from geoinpaint_engine.sources.catalogues import DEFAULT_CATALOGUE, PRESETS


@click.command(short_help="Find and fetch other dates and radar for a fill.")
@click.argument("scene")
@click.option("-o", "--output", metavar="FOLDER", help="Folder for the evidence; not needed for listing.")
@click.option(
    "--catalogue", default=DEFAULT_CATALOGUE, show_default=True, metavar="NAME|URL|FOLDER",
    help=f"{', '.join(PRESETS)}; the URL of a STAC API; or a folder of STAC items.",
)  # fmt: skip
@click.option("--collection", "collections", multiple=True, metavar="NAME", help="Collection to search for the dates.")
@mask_options
@click.option("--date", metavar="YYYY-MM-DD", help="Date of the scene, if unknown.")
@click.option("--bands", metavar="B02,B03", help="Bands to fetch, if those of the scene have no names.")
@click.option("--before", type=click.IntRange(0, 3650), default=90, show_default=True, metavar="DAYS")
@click.option("--after", type=click.IntRange(0, 3650), default=90, show_default=True, metavar="DAYS")
@click.option("--max-dates", type=click.IntRange(0, 100), default=6, show_default=True, metavar="N")
@click.option("--sar", is_flag=True, help="Find Sentinel-1 too.")
@click.option("--max-sar", type=click.IntRange(1, 100), default=2, show_default=True, metavar="N")
@click.option(
    "--max-mb", type=click.FloatRange(0, 1e6), default=500, show_default=True, metavar="MB", help="Download limit."
)
@click.option("--pictures", metavar="FOLDER", help="Write a small picture (PNG) of what each date shows.")
@click.option("--list", "only_list", is_flag=True, help="List the dates and fetch nothing (default).")
@click.option("--yes", "--fetch", "fetch", is_flag=True, help="Fetch the chosen dates.")
@click.option("--dates", metavar="YYYY-MM-DD,...", help="Fetch these dates instead.")
@click.option("--radar-dates", metavar="YYYY-MM-DD,...", help="Fetch these radar images instead.")
@output_options
def find(scene: str, output: str | None, **options: Any) -> None:
    """Find other dates and radar for the fill of SCENE in a catalogue; contacts only its servers.

    Nothing large is fetched without --yes, --dates or --radar-dates. With --detect, dates are chosen that show the
    whole scene, from which its clouds are then detected.
    """
    dates, radar_dates = (_dates(options[name]) for name in ("dates", "radar_dates"))
    fetch = bool(options["fetch"] or dates or radar_dates)
    if options["only_list"] and fetch:
        raise UsageError("usage", "--list cannot be combined with fetching.", "Leave out --list, or --yes and --dates.")
    sources = mask_sources_of(scene, options)
    folder = None if output is None else absolute(output, current_folder())
    bands = [str(band) for band in bands_of(options["bands"])] if options["bands"] else []

    def work(session: Session) -> None:
        from geoinpaint_engine.job import mask_source
        from geoinpaint_engine.pipeline.evidence_run import find_evidence
        from geoinpaint_engine.pipeline.opening import scl_dilation_of
        from geoinpaint_engine.sources.wanted import Wanted

        dilate = options["dilate"]
        if dilate is None:
            dilate = 0 if options["scl"] is None else scl_dilation_of(checked(scene))
        figures = find_evidence(
            checked(scene),
            [mask_source(source) for source in sources],
            folder,
            catalogue=options["catalogue"],
            wanted=Wanted(
                options["before"], options["after"], options["max_dates"],
                options["max_sar"] if options["sar"] or radar_dates else 0, options["max_mb"],
                tuple(options["collections"]), dates, radar_dates,
            ),
            fetch=fetch,
            date=options["date"],
            bands=bands,
            dilate_px=dilate,
            pictures=None if options["pictures"] is None else absolute(options["pictures"], current_folder()),
            reporter=session.reporter,
            control=session.control,
            workspace=session.workspace,
        )  # fmt: skip
        if not options["as_json"]:
            for line in (*table(figures), *_next_steps(figures, scene, folder, options, fetch)):
                session.say(line)

    run_session(work, as_json=options["as_json"], control=options["control"])


def table(figures: Mapping[str, Any]) -> list[str]:
    """The candidates as a readable table, line by line."""
    lines = ["     date        days  clear in the hole  around it      MB  orbit"]
    for kind, rows in (("", figures["candidates"]), ("radar ", figures["radar"])):
        for row in rows:
            shares = (
                f"{row['clear_hole']:17.0%}  {row['clear_around']:9.0%}" if not kind else f"{'radar':>17}  {'':>9}"
            )
            mark = "*" if row["chosen"] else " "
            lines.append(
                f"  {mark}  {row['date']}  {row['days']:+4d}  {shares}  {row['megabytes']:6.1f}  {row['orbit']}"
            )
    return lines


def _next_steps(
    figures: Mapping[str, Any], scene: str, folder: str | None, options: Mapping[str, Any], fetch: bool
) -> list[str]:
    if fetch and folder is not None:
        mode = mode_using(references=bool(figures["references"]), sar=bool(figures["sar"]))
        fill_command = ["geoinpaint", "inpaint", scene, "--evidence", folder, "--mode", mode, *_mask_options(options)]
        fill_command += ["-o", "filled.tif"]
        return [
            f"fetched {figures['megabytes']:.1f} MB in {figures['requests']} requests into {folder}",
            f"fill:   {command_line(fill_command)}",
            *figures["attribution"],
        ]
    if not any(row["chosen"] for row in (*figures["candidates"], *figures["radar"])):
        return ["no date is chosen, and nothing has been fetched"]
    source = ", ".join(figures["hosts"]) or options["catalogue"]
    folder_option = "" if folder is not None else "-o FOLDER and "
    return [
        f"* = chosen, about {figures['megabytes_chosen']:.0f} MB from {source}; nothing has been fetched.",
        f"fetch:  the same command with {folder_option}--yes, or with {folder_option}--dates and dates of your choice",
    ]


def command_line(words: Sequence[str], *, windows: bool = sys.platform == "win32") -> str:
    """Quotes words for a POSIX shell, or for cmd and PowerShell, which also split words at commas."""
    if not windows:
        return shlex.join(words)
    return " ".join(word if re.fullmatch(r"[\w.:/\\-]+", word) else _quoted(word) for word in words)


def _quoted(word: str) -> str:
    """A word in double quotes, by the rules of Microsoft's C runtime: backslashes are special only before quotes."""
    return '"' + re.sub(r"(\\*)$", r"\1\1", re.sub(r'(\\*)"', r'\1\1\"', word)) + '"'


def _mask_options(options: Mapping[str, Any]) -> list[str]:
    """The options that define the mask, to be repeated in the command that fills it."""
    masks = [part for text in options["mask"] for part in ("--mask", text)]
    scl = [] if options["scl"] is None else ["--scl", *filter(None, [options["scl"]])]
    flags = [f"--{name}" for name in ("mask-nodata", "detect") if options[name.replace("-", "_")]]
    named = {name: options[name.replace("-", "_")] for name in ("scl-classes", "detector", "dilate")}
    values = [part for name, value in named.items() if value is not None for part in (f"--{name}", str(value))]
    return [*masks, *scl, *flags, *values]


def _dates(text: str | None) -> tuple[str, ...]:
    import datetime

    dates = tuple(part.strip() for part in (text or "").split(",") if part.strip())
    for part in dates:
        try:
            datetime.date.fromisoformat(part)
        except ValueError:
            raise UsageError("date-invalid", f"{part!r} is not a date.", "Write it as YYYY-MM-DD.") from None
    return dates

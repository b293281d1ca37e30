"""`geoinpaint series`: fills every date of a place from the others."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import click

from geoinpaint_engine.cli.options import (
    area_of,
    bands_of,
    classes_of,
    detector_option,
    grow_option,
    output_options,
    pixels_to_grow,
)
from geoinpaint_engine.cli.session import Session, run_session
from geoinpaint_engine.errors import UsageError
from geoinpaint_engine.modes import FILLS, PRESETS
from geoinpaint_engine.paths import absolute, checked, current_folder, target

MODES = ("mt", "mt-r", "classical", "basic")
RUN_OPTIONS = ("append", "resume", "redo", "redo_improved", "dry_run", "cube", "workers", "scheduler")
COPIED = ("mode", "preset", "fill", "mask_suffix", "scl_suffix", "seed", "threads", "dilate", "detect", "detector",
          "grow")  # fmt: skip


@click.command(short_help="Fill every date of a place from the others.")
@click.argument("inputs", nargs=-1, metavar="FOLDER|FILE|ITEM.json...")
@click.option("-o", "--output", required=True, metavar="FOLDER", help="Folder to write the series to.")
@click.option("--mode", type=click.Choice(MODES), default="mt", show_default=True, help="Evidence to use.")
@click.option("--preset", type=click.Choice(PRESETS), default="fast", show_default=True)
@click.option("--fill", type=click.Choice(tuple(FILLS)), help="Fill of mode classical; default regression.")
@click.option("--mask-suffix", metavar="TEXT", help="The mask of scene.tif is the file sceneTEXT.tif beside it.")
@click.option("--scl-suffix", metavar="TEXT", help="Its scene classification is the file sceneTEXT.tif beside it.")
@click.option("--scl-classes", metavar="3,8-10", help="Classes to fill; of products too. Default 3,8-10.")
@click.option("--detect", is_flag=True, help="Fill cloud and shadow detected by comparison with the other dates.")
@detector_option
@click.option("--mask-nodata", is_flag=True, help="Fill nodata pixels too.")
@click.option("--dilate", callback=pixels_to_grow, default="0", show_default=True, metavar="PX",
              help="Grow the masks by this many pixels.")  # fmt: skip
@grow_option
@click.option("--dates-around", type=click.IntRange(1, 100), default=4, show_default=True, metavar="N",
              help="Fill a date from the N nearest before it and the N nearest after it.")  # fmt: skip
@click.option("--bands", metavar="B02,B03", help="Bands to fill and write, by name or number; default all.")
@click.option("--resolution", type=click.Choice(("10", "20", "60")), help="Resolution of Sentinel-2 products.")
@click.option("--point", "points", multiple=True, metavar="X,Y[,NAME]",
              help="Write the vegetation index at this point over time (scene CRS); repeatable.")  # fmt: skip
@click.option("--polygons", metavar="PATH[,layer=L]",
              help="Write its mean in each polygon of this vector, in any CRS, too.")  # fmt: skip
@click.option("--cube", is_flag=True, help="Also write all dates as one Zarr cube (extra xarray).")
@click.option("--seed", type=click.IntRange(0, 2**31 - 1), default=0, show_default=True)
@click.option("--threads", type=click.IntRange(0, 1024), default=0, show_default=True, help="0 = all cores.")
@click.option("--append", is_flag=True, help="Add dates to the series in FOLDER; existing ones stay as they are.")
@click.option("--resume", is_flag=True, help="Continue the unfinished series in FOLDER.")
@click.option("--redo", multiple=True, metavar="DATE",
              help="Fill this date of the series in FOLDER again, from the dates available now.")  # fmt: skip
@click.option("--redo-improved", is_flag=True,
              help="Fill every date again for which nearer dates have been added since.")  # fmt: skip
@click.option("--workers", type=click.IntRange(0, 1024), default=0, metavar="N", help="Fill in N processes (Dask).")
@click.option("--scheduler", metavar="ADDRESS", help="Fill on the workers of a Dask scheduler (tcp://host:port).")
@click.option("--dry-run", is_flag=True, help="List the dates, write nothing.")
@output_options
def series(inputs: tuple[str, ...], output: str, **options: Any) -> None:
    """Fill every date of a place from the others, and write a folder with a cloud-optimised GeoTIFF for each.

    The dates are the rasters and Sentinel-2 products of a FOLDER, FILEs, or STAC items.
    """
    import msgspec

    from geoinpaint_engine.job import Area
    from geoinpaint_engine.pipeline.series.state import Options

    if not inputs and not (options["resume"] or options["redo"] or options["redo_improved"]):
        raise UsageError("usage", "No scene is named.", "Name a folder of scenes, or several scenes.")
    document = {name: options[name] for name in COPIED if options[name] is not None}
    document |= {"nodata": options["mask_nodata"], "around": options["dates_around"]}
    if options["bands"] is not None:
        document["bands"] = bands_of(options["bands"])
    if options["scl_classes"] is not None:
        document["scl_classes"] = classes_of(options["scl_classes"])
    if options["resolution"] is not None:
        document["resolution"] = int(options["resolution"])
    settings = msgspec.convert(document, Options)
    if settings.fill is not None and settings.mode != "classical":
        raise UsageError(
            "fill-without-classical", "A fill is chosen without the mode that uses it.",
            "Use --mode classical with --fill, or leave --fill out.",
        )  # fmt: skip
    points = [point_of(text, number) for number, text in enumerate(options["points"], 1)]
    folder = Path(target(str(Path(checked(output)) / "series.json"), current_folder())).parent
    paths = [absolute(text, current_folder()) for text in inputs]
    polygons = None
    if options["polygons"] is not None:
        area = area_of(options["polygons"])
        polygons = Area(absolute(area["path"], current_folder()), area.get("layer"))
    run_options = {name: options[name] for name in RUN_OPTIONS}

    def work(session: Session) -> None:
        from geoinpaint_engine.pipeline.series.curves import Place
        from geoinpaint_engine.pipeline.series.series import fill_series

        figures = fill_series(
            paths, folder, settings, reporter=session.reporter, control=session.control, workspace=session.workspace,
            places=[Place(*point) for point in points], polygons=polygons, **run_options,
        )  # fmt: skip
        if options["dry_run"] and not options["as_json"]:
            for date in figures["dates"]:
                session.say(f"{date['date']}  {date['scene']}")

    run_session(work, as_json=options["as_json"], control=options["control"])


def point_of(text: str, number: int) -> tuple[str, float, float]:
    """Parses X,Y or X,Y,NAME to (name, x, y).

    Raises:
        UsageError: `option-point`.
    """
    parts = text.split(",", 2)
    try:
        x, y = float(parts[0]), float(parts[1])
        if not (math.isfinite(x) and math.isfinite(y)):
            raise ValueError
    except (ValueError, IndexError) as error:
        raise UsageError(
            "option-point", f"{text!r} is not a point.", "Write X,Y or X,Y,NAME in the scenes' CRS units."
        ) from error
    return (parts[2].strip() if len(parts) > 2 and parts[2].strip() else f"point {number}"), x, y

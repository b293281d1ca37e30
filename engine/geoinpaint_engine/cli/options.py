"""Options that several commands share, and the conversion of option values to parts of a job."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import click

from geoinpaint_engine.errors import UsageError
from geoinpaint_engine.modes import DETECTORS
from geoinpaint_engine.paths import checked

SCL_DEFAULT = "3,8-10"
_SINGULAR = {"references": "reference"}  # options that may be given more than once

Command = Callable[..., Any]
Decorator = Callable[[Command], Command]


# --- option values -------------------------------------------------------------------------------------------------


def with_keys(text: str, keys: tuple[str, ...], *, paths: tuple[str, ...] = ()) -> dict[str, str]:
    """`PATH,key=value,...` as {"path": PATH, key: value}; paths and values may contain commas.

    If a part of the text that contains `,key=` is an existing path, it is taken as such.

    Args:
        text: text given by the user.
        keys: allowed keys.
        paths: keys whose values are paths.

    Raises:
        UsageError: `option-path`, `path-invalid`.
    """
    first, rest = _path_before(text, keys)
    pairs = []
    while rest:
        key, _, rest = rest.partition("=")
        value, rest = _path_before(rest, keys) if key in paths else _before_keys(rest, keys)[0]
        pairs.append((key, value))
    values = dict(pairs)
    if not first:
        raise UsageError("option-path", f"{text!r} names no file.", f"Write PATH[,{'=...][,'.join(keys)}=...].")
    path, _, other = checked(first).rpartition(",")
    if "=" in other and os.access(path, os.F_OK) and not os.access(first, os.F_OK):
        raise UsageError(
            "option-path", f"{text!r} has an unknown key, {other.partition('=')[0]}.",
            f"The known keys are {' and '.join(keys)}.",
        )  # fmt: skip
    for key, value in pairs:
        if not value.strip():
            raise UsageError("option-path", f"{text!r} has no value for {key}.", f"Write {key}=..., or leave it out.")
    if len(values) < len(pairs):
        raise UsageError("option-path", f"{text!r} contains a key twice.", "Write each key once.")
    return {"path": checked(first), **{k: checked(v) if k in paths else v for k, v in values.items()}}


def _path_before(text: str, keys: tuple[str, ...]) -> tuple[str, str]:
    """(path, rest): splits at the `,key=` before which the longest existing path ends, else at the first one."""
    splits = _before_keys(text, keys)
    return next((split for split in reversed(splits) if _is_there(split[0])), splits[0])


def _is_there(text: str) -> bool:
    with suppress(UsageError):
        return os.access(checked(text), os.F_OK)
    return False


def _before_keys(text: str, keys: tuple[str, ...]) -> list[tuple[str, str]]:
    """All splits of a text at a `,key=`, as (before, after) the comma, and finally (text, "")."""
    commas = [match.start() for match in re.finditer(rf",(?=(?:{'|'.join(keys)})=)", text)]
    return [*((text[:comma], text[comma + 1 :]) for comma in commas), (text, "")]


def classes_of(text: str) -> list[int]:
    """Parses a list of classes such as "3,8-10"."""
    from geoinpaint_engine.raster.classes import parse_classes

    return sorted(parse_classes(text))


def mask_source_of(text: str) -> dict[str, Any]:
    """Parses PATH[,layer=L][,classes=C] to a mask source of a job."""
    source: dict[str, Any] = with_keys(text, ("layer", "classes"))
    if "classes" in source:
        source["classes"] = classes_of(source["classes"])
    return source


def area_of(text: str) -> dict[str, str]:
    """Parses PATH[,layer=L] to the area of a job."""
    return with_keys(text, ("layer",))


def reference_of(text: str) -> dict[str, Any]:
    """Parses PATH[,mask=PATH][,classes=C][,date=YYYY-MM-DD] to a reference of a job."""
    reference: dict[str, Any] = with_keys(text, ("mask", "classes", "date"), paths=("mask",))
    if "classes" in reference:
        reference["classes"] = classes_of(reference["classes"])
    return reference


def with_evidence(document: dict[str, Any], folders: tuple[str, ...]) -> None:
    """Adds the evidence in folders to a job document."""
    from pathlib import Path

    from geoinpaint_engine.sources.records import read_evidence

    for folder in folders:
        found = read_evidence(Path(checked(folder)))
        document["references"] += found.references
        document["sar"] += found.sar


def extent_of(text: str) -> tuple[float, ...]:
    """Parses xmin,ymin,xmax,ymax to four numbers."""
    try:
        numbers = tuple(float(part) for part in text.split(","))
    except ValueError:
        numbers = ()
    if len(numbers) != 4:
        raise UsageError("extent-order", f"The extent {text!r} is not four numbers.", "Write xmin,ymin,xmax,ymax.")
    return numbers


def bands_of(text: str) -> list[str | int]:
    """Parses band names and numbers such as B02,3."""
    parts = [part.strip() for part in text.split(",")]
    if not all(parts):
        raise UsageError("usage", f"The list of bands {text!r} has an empty entry.", "Write B02,B03 or 1,2.")
    return [int(part) if part.isdecimal() else part for part in parts]


def mask_sources_of(scene: str, options: dict[str, Any]) -> list[dict[str, Any]]:
    """Collects the mask sources of --mask, --scl, --detect, --detector and --mask-nodata."""
    sources = [mask_source_of(text) for text in options["mask"]]
    if options["scl"] is not None:
        classes = SCL_DEFAULT if options["scl_classes"] is None else options["scl_classes"]
        sources.append({"path": _classification(options["scl"], scene), "classes": classes_of(classes)})
    elif options["scl_classes"] is not None:
        raise UsageError(
            "usage", "--scl-classes has no effect without --scl.", "Add --scl, or write --mask F,classes=C."
        )
    if options["mask_nodata"]:
        sources.append({"nodata": True})
    if options["detect"]:
        sources.append({"detect": True})
    if options["detector"] is not None:
        sources.append({"detector": options["detector"]})
    if not sources:
        raise UsageError(
            "mask-missing",
            "There is no mask that defines what is to be filled.",
            "Add --mask, --scl, --detect, --detector or --mask-nodata.",
        )
    return sources


def needs(options: dict[str, Any], name: str, *others: str) -> None:
    """Raises UsageError if one of the others is given without the option `name` that it depends on."""
    for other in others:
        if options[other] not in (None, ()) and not options[name]:
            raise UsageError("usage", f"{_flag(other)} has no effect without {_flag(name)}.",
                             f"Add {_flag(name)}, or leave it out.")  # fmt: skip


def excludes(options: dict[str, Any], name: str, *others: str) -> None:
    """Raises UsageError if one of the others is given together with the option `name`, under which it has no effect."""
    for other in others:
        if options[other] is not None and options[name]:
            raise UsageError("usage", f"{_flag(other)} has no effect with {_flag(name)}.", "Leave one of them out.")


def _flag(name: str) -> str:
    return f"--{_SINGULAR.get(name, name).replace('_', '-')}"


def _classification(text: str, scene: str) -> str:
    """The path given by --scl; without one, the scene itself if it is a product.

    Raises:
        UsageError: `scl-missing`, `path-invalid`.
    """
    from geoinpaint_engine.sentinel.products import is_product

    if not text and not is_product(checked(scene)):
        raise UsageError(
            "scl-missing", f"{scene} is not a Sentinel-2 product with its own classification.",
            "Name the file: --scl SCL.tif.",
        )  # fmt: skip
    return checked(text or scene)


# --- shared options ------------------------------------------------------------------------------------------------


def _together(options: tuple[Decorator, ...]) -> Decorator:
    """Combines several option decorators into one."""

    def decorate(function: Command) -> Command:
        for option in reversed(options):
            function = option(function)
        return function

    return decorate


def pixels_to_grow(context: click.Context, option: click.Parameter, value: str | None) -> int | None:
    """Validates the number of pixels of --dilate.

    Raises:
        UsageError: `dilate-range`.
    """
    from geoinpaint_engine.dilation import whole_dilation

    if value is None:
        return None
    try:
        return whole_dilation(int(value))
    except ValueError:  # not a whole number, or one with too many digits to convert
        return whole_dilation(value)


detector_option = click.option(
    "--detector",
    type=click.Choice(tuple(DETECTORS)),
    help="Fill cloud and shadow detected by a network in the image alone (extra [clouds]).",
)
mask_options = _together(
    (
        click.option(
            "--mask",
            multiple=True,
            metavar="PATH[,layer=L][,classes=3,8-10]",
            help="Raster (non-zero pixels, or the classes) or vector (polygons) to fill; several add up.",
        ),
        click.option(
            "--scl",
            is_flag=False,
            flag_value="",
            metavar="[FILE]",
            help="Scene classification whose classes are filled; without FILE the scene product's own.",
        ),
        click.option("--scl-classes", help=f"Classes of --scl to fill; default {SCL_DEFAULT}."),
        click.option("--detect", is_flag=True, help="Fill cloud and shadow detected by comparing with references."),
        detector_option,
        click.option("--mask-nodata", is_flag=True, help="Fill the scene's nodata pixels too."),
        click.option(
            "--dilate",
            callback=pixels_to_grow,
            metavar="PX",
            help="Grow the mask by this many pixels; default 30 m (3 px of 10 m) with --scl, else 0.",
        ),
    )
)
reference_option = click.option(
    "--reference",
    "references",
    multiple=True,
    metavar="PATH[,mask=PATH][,classes=C][,date=YYYY-MM-DD]",
    help="Another date of the same place.",
)
evidence_option = click.option(
    "--evidence", multiple=True, metavar="FOLDER", help="Folder of dates and radar fetched by geoinpaint find."
)
grow_option = click.option(
    "--grow",
    type=click.Choice(("none", "auto")),
    help="auto: also fill cloud and shadow outside the mask, detected by comparison with the other dates, and keep the "
    "ground that is visible in shadow, also under the mask, brightened to the level of the fill.",
)


def _set_variable(name: str) -> Callable[[click.Context, click.Parameter, Any], None]:
    """A callback that stores an option in an environment variable, which worker processes inherit, or unsets it."""

    def keep(context: click.Context, option: click.Parameter, value: Any) -> None:
        text = os.pathsep.join(value) if isinstance(value, tuple) else "1" if value else ""
        if text:
            os.environ[name] = text
        else:
            os.environ.pop(name, None)

    return keep


output_options = _together(
    (
        click.option(
            "--network",
            is_flag=True,
            expose_value=False,
            callback=_set_variable("GEOINPAINT_NETWORK"),
            help="Let GDAL read inputs from the network (https://..., /vsicurl/, /vsis3/, ...).",
        ),
        click.option(
            "--sources",
            multiple=True,
            metavar="FOLDER",
            expose_value=False,
            callback=_set_variable("GEOINPAINT_SOURCES"),
            help="Folder that virtual rasters (VRT) may refer to, besides their own.",
        ),
        click.option("--json", "as_json", is_flag=True, help="Events as JSON lines on stdout."),
        click.option("--control", is_flag=True, help="Accept stop and cancel on stdin; its end ends the run."),
    )
)
run_options = _together(
    (
        click.option(
            "--resume",
            is_flag=True,
            help="Continue an interrupted run; keep what is done if interrupted.",
        ),
        click.option(
            "--workers", type=click.IntRange(0, 1024), default=0, metavar="N", help="Fill in N processes (Dask)."
        ),
        click.option(
            "--scheduler", metavar="ADDRESS", help="Fill on the workers of a Dask scheduler (tcp://host:port)."
        ),
        click.option("--dry-run", is_flag=True, help="Check everything and print the plan, but write nothing."),
    )
)

"""The command line: turns options into a job or a call, and nothing more."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import click

from geoinpaint_engine import __version__
from geoinpaint_engine.errors import EngineError, UsageError

if TYPE_CHECKING:
    from geoinpaint_engine.events import Control, Reporter
    from geoinpaint_engine.job import Job
    from geoinpaint_engine.lifecycle import Workspace

MODES = ("basic", "ms-r", "mt-r", "ms", "mt", "ms-mt", "classical", "model")
FILLS = ("regression", "harmonic", "ratio", "paste", "telea")
SCL_DEFAULT = "3,8-10"
RUN_OPTIONS = ("resume", "workers", "scheduler", "dry_run")  # how a job is run: no part of the job


# --- option values -------------------------------------------------------------------------------------------------


def _with_keys(text: str, keys: tuple[str, ...]) -> dict[str, str]:
    """`PATH,key=value,...` as {"path": PATH, key: value}; commas inside the path or the values are kept."""
    parts = re.split(rf",(?=(?:{'|'.join(keys)})=)", text)
    values = dict(part.split("=", 1) for part in parts[1:])
    if not parts[0]:
        raise UsageError("option-path", f"{text!r} names no file.", f"Write PATH[,{'=...][,'.join(keys)}=...].")
    return {"path": parts[0], **values}


def _classes(text: str) -> list[int]:
    from geoinpaint_engine.raster.classes import parse_classes

    return sorted(parse_classes(text))


def _mask_source(text: str) -> dict[str, Any]:
    source: dict[str, Any] = _with_keys(text, ("layer", "classes"))
    if "classes" in source:
        source["classes"] = _classes(source["classes"])
    return source


def _reference(text: str) -> dict[str, Any]:
    reference: dict[str, Any] = _with_keys(text, ("mask", "classes", "date"))
    if "classes" in reference:
        reference["classes"] = _classes(reference["classes"])
    return reference


def _extent(text: str) -> tuple[float, ...]:
    try:
        numbers = tuple(float(part) for part in text.split(","))
    except ValueError:
        numbers = ()
    if len(numbers) != 4:
        raise UsageError("extent-order", f"The extent {text!r} is not four numbers.", "Write xmin,ymin,xmax,ymax.")
    return numbers


def _bands(text: str) -> list[str | int]:
    return [int(part) if part.strip().isdecimal() else part.strip() for part in text.split(",") if part.strip()]


def _mask_sources(scene: str, options: dict[str, Any]) -> list[dict[str, Any]]:
    """The mask sources that --mask, --scl and --mask-nodata name together."""
    sources = [_mask_source(text) for text in options["mask"]]
    if options["scl"] is not None:
        sources.append({"path": options["scl"] or scene, "classes": _classes(options["scl_classes"])})
    if options["mask_nodata"]:
        sources.append({"nodata": True})
    if not sources:
        raise UsageError("mask-missing", "Nothing says what is to be filled.", "Add --mask, --scl or --mask-nodata.")
    return sources


# --- shared options ------------------------------------------------------------------------------------------------


def _decorate(options: tuple[Callable, ...]) -> Callable:
    def decorate(function: Callable) -> Callable:
        for option in reversed(options):
            function = option(function)
        return function

    return decorate


mask_options = _decorate(
    (
        click.option(
            "--mask",
            multiple=True,
            metavar="PATH[,layer=L][,classes=3,8-10]",
            help="Raster (non-zero, or the classes) or vector (the shapes) to fill; several add up.",
        ),
        click.option(
            "--scl",
            is_flag=False,
            flag_value="",
            metavar="[FILE]",
            help="Scene classification to fill by its classes; without FILE the scene product's own.",
        ),
        click.option("--scl-classes", default=SCL_DEFAULT, show_default=True, help="Classes of --scl to fill."),
        click.option("--mask-nodata", is_flag=True, help="Fill the scene's nodata pixels too."),
        click.option(
            "--dilate",
            type=click.IntRange(0, 500),
            default=0,
            show_default=True,
            metavar="PX",
            help="Grow the mask by that many pixels.",
        ),
    )
)
output_options = _decorate(
    (
        click.option("--json", "as_json", is_flag=True, help="Events as JSON lines on stdout."),
        click.option("--control", is_flag=True, help="Listen on stdin for stop and cancel; its end ends the run."),
    )
)
run_options = _decorate(
    (
        click.option(
            "--resume",
            is_flag=True,
            help="Go on from what an interrupted run has left; leave it when interrupted.",
        ),
        click.option(
            "--workers", type=click.IntRange(0, 1024), default=0, metavar="N", help="Fill in N processes (Dask)."
        ),
        click.option(
            "--scheduler", metavar="ADDRESS", help="Fill on the workers of a Dask scheduler (tcp://host:port)."
        ),
        click.option("--dry-run", is_flag=True, help="Check everything, say what would be done, write nothing."),
    )
)


def _own_stdout() -> IO[str]:
    """Stdout for our own words only; what libraries print to it goes to stderr from now on."""
    sys.stdout.flush()
    out = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    return out


@dataclass(frozen=True)
class Session:
    """What a command works with: the files of the run, its events, its wishes, and the real stdout."""

    workspace: Workspace
    reporter: Reporter
    control: Control
    out: IO[str]


def _session(work: Callable[[Session], None], *, as_json: bool, control: bool) -> None:
    """Run a command with events, control, signals and exit code; does not return."""
    import logging

    from geoinpaint_engine import lifecycle, streams
    from geoinpaint_engine.events import Control, Reporter

    # what matters is raised as an error; the rest (files that a product may lack) would only worry
    logging.getLogger("rasterio").setLevel(logging.CRITICAL)
    out = _own_stdout()
    reporter = Reporter(streams.JsonLines(out) if as_json else streams.Plain(sys.stderr))
    wishes = Control()
    if control:
        streams.listen(wishes)
    code = lifecycle.execute(
        lambda workspace: work(Session(workspace, reporter, wishes, out)), reporter=reporter, control=wishes
    )
    out.flush()
    lifecycle.leave(code)


def _run_job(job: Job, *, as_json: bool, control: bool, **way: Any) -> None:
    def work(session: Session) -> None:
        from geoinpaint_engine.run import run

        run(job, reporter=session.reporter, control=session.control, workspace=session.workspace, **way)

    _session(work, as_json=as_json, control=control)


# --- commands ------------------------------------------------------------------------------------------------------


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 120})
@click.version_option(__version__, prog_name="geoinpaint")
def cli() -> None:
    """Fill the cloud-covered part of a Sentinel-2 image."""


@cli.command()
@click.argument("scene")
@click.option("-o", "--output", required=True, metavar="FILE", help="GeoTIFF to write.")
@click.option("--mode", required=True, type=click.Choice(MODES), help="What evidence may be used.")
@click.option("--preset", type=click.Choice(("fast", "paper")), help="How the first six modes fill; default fast.")
@click.option("--fill", type=click.Choice(FILLS), help="The fill of mode classical; default regression.")
@click.option("--model", metavar="NAME|FILE", help="The model of mode model.")
@mask_options
@click.option(
    "--reference",
    "references",
    multiple=True,
    metavar="PATH[,mask=PATH][,classes=C][,date=YYYY-MM-DD]",
    help="Another date of the same place.",
)
@click.option(
    "--reference-use",
    type=click.Choice(("mean", "latest", "stack")),
    help="How the paper preset uses several references; default mean.",
)
@click.option("--sar", "sar", multiple=True, metavar="PATH", help="Sentinel-1 image with VV and VH.")
@click.option("--sar-units", type=click.Choice(("auto", "db", "linear")), default="auto", show_default=True)
@click.option("--bands", metavar="B02,B03", help="Bands to fill and write, by name or number; default all.")
@click.option("--resolution", type=click.Choice(("10", "20", "60")), help="Resolution of a Sentinel-2 product.")
@click.option("--extent", metavar="XMIN,YMIN,XMAX,YMAX", help="Fill only the holes in these bounds (scene CRS).")
@click.option("--format", "output_format", type=click.Choice(("gtiff", "cog")), default="gtiff", show_default=True)
@click.option("--fill-flag", metavar="FILE", help="Write where was filled: 0 kept, 1 filled, 2 could not be filled.")
@click.option("--uncertainty", metavar="FILE", help="Write the fill's standard deviation; +-1.645 of them cover 90 %.")
@click.option("--report", metavar="FILE.html", help="Write a page with pictures, errors, evidence and the recipe.")
@click.option("--stop", type=click.Choice(("holdout", "variance", "never")), help="When to stop the optimisation.")
@click.option("--holdout", type=click.Choice(("on", "off")), help="Measure the error on hidden clear ground.")
@click.option("--steps", type=click.IntRange(1, 1_000_000), help="Optimisation steps.")
@click.option("--seed", type=click.IntRange(0, 2**31 - 1), default=0, show_default=True)
@click.option("--device", type=click.Choice(("auto", "cpu", "cuda", "mps")), default="auto", show_default=True)
@click.option("--threads", type=click.IntRange(0, 1024), default=0, show_default=True, help="0 = all cores.")
@click.option("--tile", type=click.IntRange(64, 4096), metavar="PX", help="Size of a window.")
@output_options
@run_options
def inpaint(scene: str, output: str, **options: Any) -> None:
    """Fill the masked part of SCENE and write a GeoTIFF that equals it everywhere else."""
    from geoinpaint_engine import job as jobs

    document: dict[str, Any] = {
        "scene": {"path": scene},
        "mask": _mask_sources(scene, options),
        "mode": options["mode"],
        "references": [_reference(text) for text in options["references"]],
        "sar": [{"path": path, "units": options["sar_units"]} for path in options["sar"]],
        "output": {"path": output, "format": options["output_format"]},
    }
    if options["resolution"]:
        document["scene"]["resolution"] = int(options["resolution"])
    document["output"].update({name: options[name] for name in ("fill_flag", "uncertainty") if options[name]})
    if options["bands"]:
        document["bands"] = _bands(options["bands"])
    if options["extent"]:
        document["extent"] = _extent(options["extent"])
    if options["holdout"]:
        document["holdout"] = options["holdout"] == "on"
    same = ("preset", "fill", "model", "reference_use", "stop", "steps", "seed", "device", "threads", "tile", "dilate",
            "report")  # fmt: skip
    document.update({name: options[name] for name in same if options[name] is not None})
    job = jobs.resolved(jobs.from_dict(document), Path.cwd())
    _run_job(job, **{name: options[name] for name in ("as_json", "control", *RUN_OPTIONS)})


@cli.command("run")
@click.argument("job_file", metavar="JOB.json")
@output_options
@run_options
def run_command(job_file: str, **options: Any) -> None:
    """Run a job file."""
    from geoinpaint_engine import job as jobs

    _run_job(jobs.load(job_file), **options)


@cli.command()
@click.argument("scene")
@click.option("-o", "--output", required=True, metavar="MASK", help="GeoTIFF to write: 1 = fill, 0 = keep.")
@mask_options
@output_options
def mask(scene: str, output: str, **options: Any) -> None:
    """Write the mask that the sources make together on the grid of SCENE."""
    sources = _mask_sources(scene, options)

    def work(session: Session) -> None:
        from geoinpaint_engine.job import MaskSource
        from geoinpaint_engine.tools import write_mask

        write_mask(
            scene,
            [MaskSource(**source) for source in sources],
            output,
            dilate_px=options["dilate"],
            reporter=session.reporter,
            control=session.control,
            workspace=session.workspace,
        )

    _session(work, as_json=options["as_json"], control=options["control"])


@cli.command()
@click.argument("scenes", nargs=-1, required=True, metavar="SCENE[,mask=PATH][,classes=C]...")
@click.option("-o", "--output", required=True, metavar="REF", help="GeoTIFF to write.")
@click.option("--statistic", type=click.Choice(("mean", "median")), default="median", show_default=True)
@click.option("--like", metavar="FILE", help="Write on the grid of this raster; default the first scene's.")
@click.option("--bands", metavar="B02,B03", help="Bands to use, by name or number; default all of the first scene.")
@click.option("--sar", is_flag=True, help="The scenes are Sentinel-1: average VV and VH in linear power.")
@click.option("--sar-units", type=click.Choice(("auto", "db", "linear")), default="auto", show_default=True)
@click.option(
    "--speckle", type=click.Choice(("none", "lee")), default="none", show_default=True, help="Speckle filter of --sar."
)
@output_options
def reference(scenes: tuple[str, ...], output: str, **options: Any) -> None:
    """Build a clear-sky reference from SCENES: mean or median of the valid pixels, with a count band."""
    parsed = [_with_keys(text, ("mask", "classes")) for text in scenes]

    def work(session: Session) -> None:
        from geoinpaint_engine.tools import write_reference

        write_reference(
            [
                (item["path"], item.get("mask"), _classes(item["classes"]) if "classes" in item else None)
                for item in parsed
            ],
            output,
            statistic=options["statistic"],
            like=options["like"],
            bands=_bands(options["bands"]) if options["bands"] else [],
            sar=options["sar"],
            sar_units=options["sar_units"],
            speckle=options["speckle"],
            reporter=session.reporter,
            control=session.control,
            workspace=session.workspace,
        )

    _session(work, as_json=options["as_json"], control=options["control"])


@cli.command()
@click.argument("result")
@click.argument("truth")
@click.option("--mask", required=True, metavar="PATH[,layer=L][,classes=C]", help="What was filled.")
@output_options
def score(result: str, truth: str, mask: str, as_json: bool, control: bool) -> None:
    """Score RESULT against TRUTH in the hole and on the whole: SSIM, PSNR, RMSE, MAE, SAM."""
    source = _mask_source(mask)

    def work(session: Session) -> None:
        from geoinpaint_engine.job import MaskSource
        from geoinpaint_engine.scoring import score_files, score_table

        figures = score_files(result, truth, MaskSource(**source), reporter=session.reporter)
        session.reporter.result({}, figures)
        if not as_json:
            print(score_table(figures), file=session.out)

    _session(work, as_json=as_json, control=control)


@cli.command()
@click.argument("scene", required=False)
@click.option("--resolution", type=click.Choice(("10", "20", "60")), help="Resolution of a Sentinel-2 product.")
@output_options
def info(scene: str | None, resolution: str | None, as_json: bool, control: bool) -> None:
    """Tell about the engine and its devices, or about SCENE."""

    def work(session: Session) -> None:
        from geoinpaint_engine.tools import about_engine, about_scene

        figures = about_scene(scene, int(resolution) if resolution else None) if scene else about_engine()
        session.reporter.result({}, figures)
        if not as_json:
            for key, value in figures.items():
                print(f"{key}: {value}", file=session.out)

    _session(work, as_json=as_json, control=control)


@cli.group()
def models() -> None:
    """The trained models of mode model."""


@models.command("list")
@output_options
def models_list(as_json: bool, control: bool) -> None:
    """List the models: those that ship, and your own."""

    def work(session: Session) -> None:
        from geoinpaint_engine.tools import models_table

        figures = models_table()
        session.reporter.result({}, figures)
        if not as_json:
            for model in figures["models"]:
                print(f"{model['name']}: {model['title']} ({', '.join(model['bands'])})", file=session.out)
            if not figures["models"]:
                print("There are no models here; add one with geoinpaint models add FILE.", file=session.out)

    _session(work, as_json=as_json, control=control)


@models.command("add")
@click.argument("file")
@click.option("--name", default="", help="Name to add it under; default its own.")
@output_options
def models_add(file: str, name: str, as_json: bool, control: bool) -> None:
    """Copy a model (safetensors with its card) into your folder of models."""

    def work(session: Session) -> None:
        from geoinpaint_engine.models.table import add_model

        model = add_model(Path(file), name=name)
        session.reporter.result({"model": str(model.path)}, {"name": model.name})

    _session(work, as_json=as_json, control=control)


@models.command("remove")
@click.argument("name")
@output_options
def models_remove(name: str, as_json: bool, control: bool) -> None:
    """Delete one of your models."""

    def work(session: Session) -> None:
        from geoinpaint_engine.models.table import remove_model

        session.reporter.result({}, {"removed": str(remove_model(name))})

    _session(work, as_json=as_json, control=control)


def _fail(error: EngineError) -> None:
    """Tell an error that came before the session had streams; does not return."""
    from geoinpaint_engine import streams
    from geoinpaint_engine.events import Reporter

    sink = streams.JsonLines(sys.stdout) if "--json" in sys.argv[1:] else streams.Plain(sys.stderr)
    Reporter(sink).error(error.code, error.message, error.hint)
    sys.exit(error.exit_code)


def main() -> None:
    """Run the command line with the exit codes of docs/events.md."""
    # windows run side by side with one thread each: the linear algebra underneath must not add its own
    for name in ("OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS"):
        os.environ.setdefault(name, "1")
    try:
        cli.main(standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message())
        sys.exit(2)
    except click.Abort:
        sys.exit(130)
    except click.ClickException as error:
        context = getattr(error, "ctx", None)
        _fail(UsageError("usage", error.format_message(), f"See {context.command_path} --help." if context else ""))
    except KeyboardInterrupt:
        sys.exit(130)
    except Exception as error:
        from geoinpaint_engine.lifecycle import as_engine_error

        _fail(as_engine_error(error))

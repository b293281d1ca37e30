"""The command line: turns options into a job or a call, and nothing more."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from geoinpaint_engine import __version__
from geoinpaint_engine.cli.options import (
    area_of,
    bands_of,
    classes_of,
    excludes,
    extent_of,
    grow_option,
    mask_options,
    mask_source_of,
    mask_sources_of,
    needs,
    output_options,
    reference_of,
    reference_option,
    run_options,
    with_keys,
)
from geoinpaint_engine.cli.session import Session, fail, run_session
from geoinpaint_engine.errors import UsageError
from geoinpaint_engine.modes import FILLS, MODES, PRESETS
from geoinpaint_engine.paths import checked, current_folder, target

if TYPE_CHECKING:
    from geoinpaint_engine.job import Job

RUN_OPTIONS = ("resume", "workers", "scheduler", "dry_run")  # how a job is run: no part of the job


def _run_job(job: Job, *, as_json: bool, control: bool, **way: Any) -> None:
    def work(session: Session) -> None:
        from geoinpaint_engine.pipeline.run import run

        figures = run(job, reporter=session.reporter, control=session.control, workspace=session.workspace, **way)
        if way["dry_run"] and not as_json:
            from geoinpaint_engine.cli.reporters import plan_lines

            for line in plan_lines(figures, job):
                session.say(line)

    run_session(work, as_json=as_json, control=control)


# --- commands ------------------------------------------------------------------------------------------------------


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 120})
@click.version_option(__version__, prog_name="geoinpaint")
def cli() -> None:
    """Fill the cloud-covered part of a Sentinel-2 image."""


@cli.command()
@click.argument("scene")
@click.option("-o", "--output", required=True, metavar="FILE", help="GeoTIFF to write.")
@click.option("--mode", required=True, type=click.Choice(MODES), help="What evidence may be used.")
@click.option("--preset", type=click.Choice(PRESETS), help="How the first six modes fill; default fast.")
@click.option("--fill", type=click.Choice(tuple(FILLS)), help="The fill of mode classical; default regression.")
@click.option("--model", metavar="NAME|FILE", help="The model of mode model.")
@mask_options
@grow_option
@reference_option
@click.option(
    "--reference-use",
    type=click.Choice(("mean", "latest", "stack")),
    help="How the paper preset uses several references; default mean.",
)
@click.option("--sar", "sar", multiple=True, metavar="PATH", help="Sentinel-1 image with VV and VH.")
@click.option("--sar-units", type=click.Choice(("auto", "db", "linear")), help="Of --sar; default auto.")
@click.option("--bands", metavar="B02,B03", help="Bands to fill and write, by name or number; default all.")
@click.option("--resolution", type=click.Choice(("10", "20", "60")), help="Resolution of a Sentinel-2 product.")
@click.option("--extent", metavar="XMIN,YMIN,XMAX,YMAX", help="Fill only the holes in these bounds (scene CRS).")
@click.option("--area", metavar="PATH[,layer=L]", help="Fill only the holes in the shapes of this vector.")
@click.option("--format", "output_format", type=click.Choice(("gtiff", "cog")), default="gtiff", show_default=True)
@click.option("--fill-flag", metavar="FILE", help="Write where was filled: 0 kept, 1 filled, 2 could not be filled.")
@click.option(
    "--uncertainty", metavar="FILE",
    help="Write the fill's standard deviation; +-1.645 of them cover 90 % of hidden clear ground.",
)  # fmt: skip
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

    needs(options, "sar", "sar_units")
    document: dict[str, Any] = {
        "scene": {"path": scene},
        "mask": mask_sources_of(scene, options),
        "mode": options["mode"],
        "references": [reference_of(text) for text in options["references"]],
        "sar": [{"path": path, "units": options["sar_units"] or "auto"} for path in options["sar"]],
        "output": {"path": output, "format": options["output_format"]},
    }
    if options["resolution"]:
        document["scene"]["resolution"] = int(options["resolution"])
    given = {name for name, value in options.items() if value is not None}
    document["output"].update({name: options[name] for name in ("fill_flag", "uncertainty") if name in given})
    if "bands" in given:
        document["bands"] = bands_of(options["bands"])
    if "extent" in given:
        document["extent"] = extent_of(options["extent"])
    if "area" in given:
        document["area"] = area_of(options["area"])
    if options["holdout"]:
        document["holdout"] = options["holdout"] == "on"
    same = ("preset", "fill", "model", "reference_use", "stop", "steps", "seed", "device", "threads", "tile", "dilate",
            "grow", "report")  # fmt: skip
    document.update({name: options[name] for name in same if name in given})
    job = jobs.resolved(jobs.from_dict(document), current_folder())
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
@reference_option
@output_options
def mask(scene: str, output: str, **options: Any) -> None:
    """Write the mask that the sources make together on the grid of SCENE."""
    sources = mask_sources_of(scene, options)
    references = [reference_of(text) for text in options["references"]]
    if options["detect"] and not references:
        raise UsageError("detect-without-references", "Clouds are detected by other dates, and none is named.",
                         "Add --reference, or name another mask.")  # fmt: skip
    written = target(output, current_folder())

    def work(session: Session) -> None:
        from geoinpaint_engine.job import mask_source, reference
        from geoinpaint_engine.pipeline.mask_file import write_mask

        write_mask(
            checked(scene),
            [mask_source(source) for source in sources],
            written,
            references=[reference(one) for one in references],
            dilate_px=options["dilate"],
            reporter=session.reporter,
            control=session.control,
            workspace=session.workspace,
        )

    run_session(work, as_json=options["as_json"], control=options["control"])


@cli.command()
@click.argument("scenes", nargs=-1, required=True, metavar="SCENE[,mask=PATH][,classes=C]...")
@click.option("-o", "--output", required=True, metavar="REF", help="GeoTIFF to write.")
@click.option("--statistic", type=click.Choice(("mean", "median")), help="Default median.")
@click.option("--like", metavar="FILE", help="Write on the grid of this raster; default the first scene's.")
@click.option("--bands", metavar="B02,B03", help="Bands to use, by name or number; default all of the first scene.")
@click.option("--sar", is_flag=True, help="The scenes are Sentinel-1: average VV and VH in linear power.")
@click.option("--sar-units", type=click.Choice(("auto", "db", "linear")), help="Of --sar; default auto.")
@click.option("--speckle", type=click.Choice(("none", "lee")), help="Speckle filter of --sar; default none.")
@output_options
def reference(scenes: tuple[str, ...], output: str, **options: Any) -> None:
    """Build a clear-sky reference from SCENES: mean or median of the valid pixels, with a count band."""
    needs(options, "sar", "sar_units", "speckle")
    excludes(options, "sar", "bands", "statistic")
    parsed = [with_keys(text, ("mask", "classes"), paths=("mask",)) for text in scenes]
    written = target(output, current_folder())
    like = None if options["like"] is None else checked(options["like"])

    def work(session: Session) -> None:
        from geoinpaint_engine.pipeline.reference_file import write_reference

        write_reference(
            [
                (item["path"], item.get("mask"), classes_of(item["classes"]) if "classes" in item else None)
                for item in parsed
            ],
            written,
            statistic=options["statistic"] or "median",
            like=like,
            bands=bands_of(options["bands"]) if options["bands"] is not None else [],
            sar=options["sar"],
            sar_units=options["sar_units"] or "auto",
            speckle=options["speckle"] or "none",
            reporter=session.reporter,
            control=session.control,
            workspace=session.workspace,
        )

    run_session(work, as_json=options["as_json"], control=options["control"])


@cli.command()
@click.argument("result")
@click.argument("truth")
@click.option("--mask", required=True, metavar="PATH[,layer=L][,classes=C]", help="What was filled.")
@output_options
def score(result: str, truth: str, mask: str, as_json: bool, control: bool) -> None:
    """Score RESULT against TRUTH in the hole and on the whole: SSIM, PSNR, RMSE, MAE, SAM."""
    source = mask_source_of(mask)

    def work(session: Session) -> None:
        from geoinpaint_engine.job import mask_source
        from geoinpaint_engine.pipeline.score import score_files, score_table

        figures = score_files(checked(result), checked(truth), mask_source(source), reporter=session.reporter)
        session.reporter.result({}, figures)
        if not as_json:
            session.say(score_table(figures))

    run_session(work, as_json=as_json, control=control)


@cli.command()
@click.argument("scene", required=False)
@click.option("--resolution", type=click.Choice(("10", "20", "60")), help="Resolution of a Sentinel-2 product.")
@output_options
def info(scene: str | None, resolution: str | None, as_json: bool, control: bool) -> None:
    """Tell about the engine and its devices, or about SCENE."""

    def work(session: Session) -> None:
        from geoinpaint_engine.cli.info import about_engine, about_scene

        if scene is None:
            figures = about_engine()
        else:
            figures = about_scene(checked(scene), int(resolution) if resolution else None)
        session.reporter.result({}, figures)
        if not as_json:
            for key, value in figures.items():
                session.say(f"{key}: {value}")

    run_session(work, as_json=as_json, control=control)


@cli.group()
def models() -> None:
    """The trained models of mode model."""


@models.command("list")
@output_options
def models_list(as_json: bool, control: bool) -> None:
    """List the models: those that ship, and your own."""

    def work(session: Session) -> None:
        from geoinpaint_engine.cli.info import models_table

        figures = models_table()
        session.reporter.result({}, figures)
        if not as_json:
            for model in figures["models"]:
                session.say(f"{model['name']}: {model['title']} ({', '.join(model['bands'])})")
            if not figures["models"]:
                session.say("There are no models here; add one with geoinpaint models add FILE.")

    run_session(work, as_json=as_json, control=control)


@models.command("add")
@click.argument("file")
@click.option("--name", default="", help="Name to add it under; default its own.")
@output_options
def models_add(file: str, name: str, as_json: bool, control: bool) -> None:
    """Copy a model (safetensors with its card) into your folder of models."""

    def work(session: Session) -> None:
        from geoinpaint_engine.methods.network.table import add_model

        model = add_model(Path(checked(file)), name=name)
        session.reporter.result({"model": str(model.path)}, {"name": model.name})

    run_session(work, as_json=as_json, control=control)


@models.command("remove")
@click.argument("name")
@output_options
def models_remove(name: str, as_json: bool, control: bool) -> None:
    """Delete one of your models."""

    def work(session: Session) -> None:
        from geoinpaint_engine.methods.network.table import remove_model

        session.reporter.result({}, {"removed": str(remove_model(name))})

    run_session(work, as_json=as_json, control=control)


def main() -> None:
    """Run the command line with the exit codes of docs/events.md."""
    try:
        cli.main(standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message())
        sys.exit(2)
    except click.ClickException as error:
        context = getattr(error, "ctx", None)
        message = " ".join(error.format_message().split()).rstrip(".") + "."  # a list of choices comes in lines
        fail(UsageError("usage", message, f"See {context.command_path} --help." if context else ""))
    except (click.Abort, KeyboardInterrupt):
        sys.exit(130)
    except Exception as error:
        from geoinpaint_engine.errors import as_engine_error

        fail(as_engine_error(error))

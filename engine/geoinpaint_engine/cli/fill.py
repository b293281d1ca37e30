"""`geoinpaint inpaint` and `geoinpaint run`: run a job given by options or by a file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from geoinpaint_engine.cli.options import (
    area_of,
    bands_of,
    evidence_option,
    extent_of,
    grow_option,
    mask_options,
    mask_sources_of,
    needs,
    output_options,
    reference_of,
    reference_option,
    run_options,
    with_evidence,
)
from geoinpaint_engine.cli.session import Session, run_session
from geoinpaint_engine.modes import FILLS, MODES, PRESETS, mode_using
from geoinpaint_engine.paths import current_folder

if TYPE_CHECKING:
    from geoinpaint_engine.job import Job

RUN_OPTIONS = ("resume", "workers", "scheduler", "dry_run")  # how a job is run; not part of the job itself


def _run_job(job: Job, *, as_json: bool, control: bool, scl_growth: bool = False, **run_options: Any) -> None:
    def work(session: Session) -> None:
        from geoinpaint_engine.pipeline.run import run

        dilated = _with_scl_dilation(job) if scl_growth else job
        figures = run(
            dilated, reporter=session.reporter, control=session.control, workspace=session.workspace, **run_options
        )
        if run_options["dry_run"] and not as_json:
            from geoinpaint_engine.cli.reporters import plan_lines

            for line in plan_lines(figures, dilated):
                session.say(line)

    run_session(work, as_json=as_json, control=control)


def _with_scl_dilation(job: Job) -> Job:
    """The job with the default dilation of SCL masks on the scene's grid."""
    from msgspec.structs import replace

    from geoinpaint_engine.pipeline.opening import scl_dilation_of

    return replace(job, dilate=scl_dilation_of(job.scene.path, resolution=job.scene.resolution))


@click.command(short_help="Fill the masked part of a scene.")
@click.argument("scene")
@click.option("-o", "--output", required=True, metavar="FILE", help="GeoTIFF to write.")
@click.option("--mode", type=click.Choice(MODES), help="Evidence to use; default all that is given.")
@click.option("--preset", type=click.Choice(PRESETS), help="Method of the first six modes; default fast.")
@click.option("--fill", type=click.Choice(tuple(FILLS)), help="Fill of mode classical; default regression.")
@click.option("--model", metavar="NAME|FILE", help="Trained model of mode model.")
@mask_options
@grow_option
@reference_option
@evidence_option
@click.option(
    "--reference-use",
    type=click.Choice(("mean", "latest", "stack")),
    help="How the paper preset uses several references; default mean.",
)
@click.option("--sar", "sar", multiple=True, metavar="PATH", help="Sentinel-1 image with VV and VH.")
@click.option("--sar-units", type=click.Choice(("auto", "db", "linear")), help="Units of --sar; default auto.")
@click.option("--bands", metavar="B02,B03", help="Bands to fill and write, by name or number; default all.")
@click.option("--resolution", type=click.Choice(("10", "20", "60")), help="Resolution of a Sentinel-2 product.")
@click.option("--extent", metavar="XMIN,YMIN,XMAX,YMAX", help="Fill only the holes in these bounds (scene CRS).")
@click.option("--area", metavar="PATH[,layer=L]", help="Fill only the holes in the shapes of this vector.")
@click.option("--format", "output_format", type=click.Choice(("gtiff", "cog")), default="gtiff", show_default=True)
@click.option("--fill-flag", metavar="FILE", help="Raster of what was filled: 0 kept, 1 filled, 2 could not be filled.")
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
        "references": [reference_of(text) for text in options["references"]],
        "sar": [{"path": path, "units": options["sar_units"] or "auto"} for path in options["sar"]],
        "output": {"path": output, "format": options["output_format"]},
    }
    with_evidence(document, options["evidence"])
    using_all = mode_using(references=bool(document["references"]), sar=bool(document["sar"]))
    document["mode"] = options["mode"] or using_all
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
    copied = ("preset", "fill", "model", "reference_use", "stop", "steps", "seed", "device", "threads", "tile",
              "dilate", "grow", "report")  # fmt: skip
    document.update({name: options[name] for name in copied if name in given})
    job = jobs.resolved(jobs.from_dict(document), current_folder())
    scl_growth = options["scl"] is not None and options["dilate"] is None
    _run_job(job, scl_growth=scl_growth, **{name: options[name] for name in ("as_json", "control", *RUN_OPTIONS)})


@click.command("run")
@click.argument("job_file", metavar="JOB.json")
@output_options
@run_options
def run_command(job_file: str, **options: Any) -> None:
    """Run a job file."""
    from geoinpaint_engine import job as jobs

    _run_job(jobs.load(job_file), **options)

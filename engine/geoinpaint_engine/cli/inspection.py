"""`geoinpaint score` and `geoinpaint info`: scores of a result, and descriptions of a scene or the engine."""

from __future__ import annotations

import click

from geoinpaint_engine.cli.options import mask_source_of, output_options
from geoinpaint_engine.cli.session import Session, run_session
from geoinpaint_engine.paths import checked


@click.command(short_help="Score a result against the truth.")
@click.argument("result")
@click.argument("truth")
@click.option("--mask", required=True, metavar="PATH[,layer=L][,classes=C]", help="Mask of what was filled.")
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


@click.command(short_help="Describe the engine, or a scene.")
@click.argument("scene", required=False)
@click.option("--resolution", type=click.Choice(("10", "20", "60")), help="Resolution of a Sentinel-2 product.")
@output_options
def info(scene: str | None, resolution: str | None, as_json: bool, control: bool) -> None:
    """Describe the engine and its devices, or SCENE."""

    def work(session: Session) -> None:
        from geoinpaint_engine.cli.info import about_engine, about_scene, readable_lines

        if scene is None:
            figures = about_engine()
        else:
            figures = about_scene(checked(scene), int(resolution) if resolution else None)
        session.reporter.result({}, figures)
        if not as_json:
            for line in readable_lines(figures):
                session.say(line)

    run_session(work, as_json=as_json, control=control)

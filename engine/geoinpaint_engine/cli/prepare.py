"""`geoinpaint mask` and `geoinpaint reference`: write masks and references for later fills."""

from __future__ import annotations

from typing import Any

import click

from geoinpaint_engine.cli.options import (
    bands_of,
    classes_of,
    excludes,
    mask_options,
    mask_sources_of,
    needs,
    output_options,
    reference_of,
    reference_option,
    with_keys,
)
from geoinpaint_engine.cli.session import Session, run_session
from geoinpaint_engine.errors import UsageError
from geoinpaint_engine.paths import checked, current_folder, target


@click.command(short_help="Write the mask that several sources combine to.")
@click.argument("scene")
@click.option("-o", "--output", required=True, metavar="MASK", help="GeoTIFF to write: 1 = fill, 0 = keep.")
@mask_options
@reference_option
@output_options
def mask(scene: str, output: str, **options: Any) -> None:
    """Write the mask that the sources combine to on the grid of SCENE."""
    sources = mask_sources_of(scene, options)
    references = [reference_of(text) for text in options["references"]]
    if options["detect"] and not references:
        raise UsageError("detect-without-references", "--detect compares other dates, and none is given.",
                         "Add --reference, or name another mask.")  # fmt: skip
    needs(options, "detect", "references")
    output_path = target(output, current_folder())

    def work(session: Session) -> None:
        from geoinpaint_engine.job import mask_source, reference
        from geoinpaint_engine.pipeline.mask_file import write_mask
        from geoinpaint_engine.pipeline.opening import scl_dilation_of
        from geoinpaint_engine.pipeline.run import thread_count

        dilate = options["dilate"]
        if dilate is None:
            dilate = 0 if options["scl"] is None else scl_dilation_of(checked(scene))
        write_mask(
            checked(scene),
            [mask_source(source) for source in sources],
            output_path,
            references=[reference(text) for text in references],
            dilate_px=dilate,
            threads=thread_count(0),
            reporter=session.reporter,
            control=session.control,
            workspace=session.workspace,
        )

    run_session(work, as_json=options["as_json"], control=options["control"])


@click.command(short_help="Build a clear-sky reference from scenes.")
@click.argument("scenes", nargs=-1, required=True, metavar="SCENE[,mask=PATH][,classes=C]...")
@click.option("-o", "--output", required=True, metavar="REF", help="GeoTIFF to write.")
@click.option("--statistic", type=click.Choice(("mean", "median")), help="Default median.")
@click.option("--like", metavar="FILE", help="Write on the grid of this raster; default the first scene's.")
@click.option("--bands", metavar="B02,B03", help="Bands to use, by name or number; default all of the first scene.")
@click.option("--sar", is_flag=True, help="The scenes are Sentinel-1: average VV and VH in linear power.")
@click.option("--sar-units", type=click.Choice(("auto", "db", "linear")), help="Units of --sar; default auto.")
@click.option("--speckle", type=click.Choice(("none", "lee")), help="Speckle filter of --sar; default none.")
@output_options
def reference(scenes: tuple[str, ...], output: str, **options: Any) -> None:
    """Build a clear-sky reference from SCENES: mean or median of the valid pixels, with a count band."""
    needs(options, "sar", "sar_units", "speckle")
    excludes(options, "sar", "bands", "statistic")
    parsed = [with_keys(text, ("mask", "classes"), paths=("mask",)) for text in scenes]
    output_path = target(output, current_folder())
    like = None if options["like"] is None else checked(options["like"])

    def work(session: Session) -> None:
        from geoinpaint_engine.pipeline.reference_file import write_reference

        write_reference(
            [
                (item["path"], item.get("mask"), classes_of(item["classes"]) if "classes" in item else None)
                for item in parsed
            ],
            output_path,
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

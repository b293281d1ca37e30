"""Writes the combined mask of several sources to a file, on the scene's grid."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import PurePath

import rasterio

from geoinpaint_engine.events import Control, Reporter
from geoinpaint_engine.job import MaskSource, Reference
from geoinpaint_engine.pipeline import opening as inputs
from geoinpaint_engine.pipeline.contamination_run import detected
from geoinpaint_engine.pipeline.detector_run import detector_layers
from geoinpaint_engine.pipeline.provenance import Provenance
from geoinpaint_engine.pipeline.workspace import Workspace
from geoinpaint_engine.raster.handles import gdal_env
from geoinpaint_engine.raster.masks import HOLE, HoleMask, mask_profile, materialise_mask
from geoinpaint_engine.raster.output import check_tiff, writing
from geoinpaint_engine.raster.publication import publish
from geoinpaint_engine.raster.scene import Scene, Warn, open_scene
from geoinpaint_engine.raster.work_folder import WorkFolder
from geoinpaint_engine.raster.write import finish
from geoinpaint_engine.sentinel.product_spec import resolve_scene


def write_mask(
    scene_path: str,
    sources: Sequence[MaskSource],
    output: str,
    *,
    references: Sequence[Reference] = (),
    dilate_px: int,
    threads: int = 1,
    reporter: Reporter,
    control: Control,
    workspace: Workspace,
) -> None:
    """Write the combined mask of the sources on the scene's grid: uint8, 1 = fill, 0 = keep."""
    with gdal_env(), open_scene(resolve_scene(scene_path), warn=reporter.warning) as scene:
        read = [scene_path, *scene.files, *(source.path for source in sources if source.path)]
        read += [reference.path for reference in references]
        target = inputs.check_outputs({"output": output}, inputs=read)["output"]
        provenance = Provenance()
        provenance.note(read)
        with WorkFolder(target) as folder:
            workspace.add(folder)
            mask = stored_mask(
                scene, scene_path, sources, folder, references=references, dilate_px=dilate_px, threads=threads,
                warn=reporter.warning, check=control.check,
            )  # fmt: skip
            written = folder / "mask.tif"
            with writing(target), rasterio.open(written, "w", **mask_profile(scene.grid)) as out:
                out.set_band_description(1, "mask")
                for block in scene.grid.window.blocks(scene.block):
                    control.check()
                    hole = mask.hole(block)
                    if hole.any():
                        out.write(hole.astype("uint8") * HOLE, 1, window=block.ranges)
            mask.close()
            check_tiff(written, sparse=True)
            provenance.check()
            with workspace.finishing(control):
                publish([(finish(written, sparse=True), target)])
        stats = mask.stats
        reporter.result(
            {"output": str(target)},
            {
                "hole_pixels": stats.hole_pixels, "hole_share": round(stats.share, 6), "holes": stats.holes,
                "largest_hole_pixels": stats.largest_hole, "clear_pixels": stats.clear_pixels,
                "pixel_size": scene.grid.pixel_size,
            },
        )  # fmt: skip


def stored_mask(
    scene: Scene,
    scene_path: str,
    sources: Sequence[MaskSource],
    folder: PurePath,
    *,
    references: Sequence[Reference] = (),
    dilate_px: int = 0,
    threads: int = 1,
    warn: Warn,
    check: Callable[[], None],
) -> HoleMask:
    """The combined mask of the sources, stored in a work folder; see `write_mask`."""
    layers, nodata = inputs.open_mask_sources(scene, sources, warn=warn)
    if any(source.detect for source in sources):
        opened = inputs.open_references(scene, references, warn=warn)
        layers.append(detected(scene, opened, folder, threads=threads, warn=warn, check=check))
    layers += detector_layers(sources, scene_path, folder, threads=threads, check=check)
    return materialise_mask(
        layers, scene, folder / "codes.tif", nodata=nodata, dilate=dilate_px, needs_clear=False, warn=warn, check=check
    )

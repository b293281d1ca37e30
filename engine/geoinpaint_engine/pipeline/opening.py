"""Opens the rasters of a job on the scene's grid: the scene, its mask, its references, its SAR."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath

from geoinpaint_engine.errors import InputError, UsageError
from geoinpaint_engine.events import Control, Reporter
from geoinpaint_engine.job import Job, MaskSource
from geoinpaint_engine.job import Reference as ReferenceEntry
from geoinpaint_engine.pipeline.contamination_found import warn_of_findings
from geoinpaint_engine.pipeline.contamination_picture import show_contamination
from geoinpaint_engine.pipeline.contamination_run import (
    LEAST_JUDGED,
    detected,
    resumed_findings,
    screen_scene,
    with_series_findings,
)
from geoinpaint_engine.pipeline.detector_run import detector_layers
from geoinpaint_engine.pipeline.journal import Journal
from geoinpaint_engine.pipeline.other_dates import require_other_files, require_other_images
from geoinpaint_engine.pipeline.rim_run import without_rim
from geoinpaint_engine.pipeline.stages import MASK_END
from geoinpaint_engine.raster.area import Area, open_area
from geoinpaint_engine.raster.bands import BAND_NAMES
from geoinpaint_engine.raster.handles import gdal_env
from geoinpaint_engine.raster.mask_layers import MaskLayer, VectorMask, open_mask
from geoinpaint_engine.raster.masks import HoleMask, materialise_mask
from geoinpaint_engine.raster.output import check_output
from geoinpaint_engine.raster.scene import Scene, Warn, ignore_warnings, open_scene
from geoinpaint_engine.raster.source import JobSource, Reference, open_reference
from geoinpaint_engine.sentinel.classes import has_classification, resolve_mask, scl_dilation
from geoinpaint_engine.sentinel.harmonisation import in_scene_units
from geoinpaint_engine.sentinel.product_spec import product_spec, resolve_scene
from geoinpaint_engine.sentinel.products import is_product, open_product
from geoinpaint_engine.sentinel.sar import SarComposite, SarInput, open_sar

RASTER_ENDINGS, PAGE_ENDINGS = (".tif", ".tiff"), (".html", ".htm")  # file name extensions of outputs


@dataclass(frozen=True)
class Inputs:
    """The opened rasters of a job, all on the scene's grid.

    Args:
        scene: what is filled.
        source: reads the chips.
        mask: the stored mask.
        area: where holes are filled; None = everywhere.
    """

    scene: Scene
    source: JobSource
    mask: HoleMask
    area: Area | None

    @property
    def files(self) -> list[str]:
        """The files behind the opened rasters."""
        layers = [reference.layer for reference in self.source.references]
        sar: tuple[str, ...] = getattr(self.source.sar, "files", ())
        return [*self.scene.files, *(file for layer in layers for file in layer.files), *sar]


def open_inputs(
    job: Job,
    scene: Scene,
    folder: PurePath,
    journal: Journal | None,
    *,
    threads: int,
    reporter: Reporter,
    control: Control,
) -> Inputs:
    """Opens the inputs of a job, checks the evidence, and stores the screened mask in the work folder.

    Raises:
        UsageError: `reference-is-scene`, `mask-classes`, ...
        InputError: what is wrong with a file.
    """
    warn = reporter.warning
    require_other_files(job)
    layers, nodata = open_mask_sources(scene, job.mask, warn=warn)
    references = open_references(scene, job.references, judged=job.judged is not None, warn=warn)
    if any(source.detect for source in job.mask):
        layers.append(
            detected(scene, references, folder, seed=job.seed, threads=threads, warn=warn, check=control.check)
        )
    layers += detector_layers(
        job.mask, job.scene.path, folder, resolution=job.scene.resolution, threads=threads, check=control.check
    )
    sar = open_job_sar(scene, job, warn=warn)
    mask = None if journal is None else journal.mask(scene.grid)
    resumed = mask is not None  # findings are valid only with the mask that they were made with
    if mask is None:
        mask = materialise_mask(
            layers, scene, folder / "mask.tif", nodata=nodata, dilate=job.dilate, warn=warn, check=control.check
        )
    source = JobSource(scene, mask, references=references, sar=sar)
    require_evidence(source, warn=warn)
    source = in_scene_units(source, warn=warn)
    require_other_images(source, warn=warn)
    grow = job.grow == "auto"
    if references and (grow or job.judged is not None or mask.stats.clear_pixels >= LEAST_JUDGED):
        known = None if not resumed else resumed_findings(source, folder)
        if known is None and job.judged is not None:
            known = with_series_findings(
                source, folder, job.judged, grow=grow, threads=threads, check=control.check
            )
        source, found = known or screen_scene(
            source, folder, seed=job.seed, grow=grow, threads=threads, check=control.check,
            progress=lambda share: reporter.progress(MASK_END * share, message="looking for cloud beside the mask"),
        )  # fmt: skip
        warn_of_findings(source, found, grow=grow, warn=warn)
        show_contamination(source, found, grow=grow, reporter=reporter)
    else:
        source = without_rim(source, seed=job.seed, warn=warn, check=control.check)
    if journal is not None:
        journal.note_mask(source.mask)
    return Inputs(scene, source, source.mask, open_job_area(scene, job, warn=warn))


def open_job_scene(job: Job, *, warn: Warn) -> Scene:
    """Opens the scene of a job, with the bands that it selects."""
    spec = resolve_scene(job.scene.path, bands=job.bands, resolution=job.scene.resolution)
    # a product's virtual raster has the selected bands only; of a plain file, they are selected on opening
    scene = open_scene(spec, bands=() if is_product(job.scene.path) else job.bands, warn=warn)
    if scene.paletted:
        warn(
            "scene-palette",
            f"{scene.title} holds numbers of a colour table, such as classes: they are filled as if they were "
            "brightness, which makes other colours or classes of them. Give the image (gdal_translate -expand rgb).",
        )
    return scene


def scl_dilation_of(path: str, *, resolution: int | None = None) -> int:
    """Default dilation, in pixels of the scene, of a mask made from the SCL.

    Raises:
        InputError, UsageError: those of opening the scene.
    """
    with gdal_env(), open_scene(resolve_scene(path, resolution=resolution), warn=ignore_warnings) as scene:
        return scl_dilation(scene.grid)


def open_mask_sources(scene: Scene, sources: Sequence[MaskSource], *, warn: Warn) -> tuple[list[MaskLayer], bool]:
    """Opens the mask sources on the scene's grid; also whether the scene's nodata is one of them.

    A product as a source stands for its own classification.
    """
    layers = [
        open_mask_source(scene, source.path, layer=source.layer, classes=source.classes, warn=warn)
        for source in sources
        if source.path is not None
    ]
    return layers, any(source.nodata for source in sources)


def open_mask_source(
    scene: Scene, path: str, *, layer: str | None = None, classes: Sequence[int] | None = None, warn: Warn
) -> MaskLayer:
    """Opens a mask source on the scene's grid; see `open_mask_sources`."""
    source = resolve_mask(path, classes=classes)
    opened = open_mask(source.spec, scene.grid, layer=layer, classes=source.classes, warn=warn)
    if classes is not None and isinstance(opened, VectorMask) and not is_product(path):
        raise UsageError(
            "mask-classes", f"Classes are given for the mask {path}, which holds shapes and no classes.",
            "Leave the classes out, or name a raster.",
        )  # fmt: skip
    return opened


def open_references(
    scene: Scene, entries: Sequence[ReferenceEntry], *, judged: bool = False, warn: Warn
) -> list[Reference]:
    """Opens references on the scene's grid, and leaves out those that hold one value only.

    Args:
        scene: the scene.
        entries: the references of its job.
        judged: whether a series has judged them; then all stay, as its findings are numbered by them.
        warn: called with (code, message).

    Raises:
        InputError: `reference-no-overlap` where none is left, and those of `open_job_reference`.
    """
    opened = [open_job_reference(scene, entry, warn=warn) for entry in entries]
    used = [reference for reference in opened if judged or not reference.blank]
    for reference in opened:
        if reference.blank and not judged:
            reference.layer.close()
    if opened and not used:
        raise _no_reference()
    return used


def _no_reference() -> InputError:
    return InputError(
        "reference-no-overlap", "No reference shows the ground that is to be filled.",
        "Check the references' place, nodata and masks, or choose a mode without references.",
    )  # fmt: skip


def open_job_reference(scene: Scene, entry: ReferenceEntry, *, warn: Warn) -> Reference:
    """Opens a reference on the scene's grid; a product is masked by its own classification."""
    product = is_product(entry.path)
    if product:
        names = [name for name in scene.band_names if name in BAND_NAMES]
        spec = product_spec(open_product(entry.path), bands=names)
    else:
        spec = resolve_scene(entry.path, date=entry.date or "")
    clouds: list[MaskLayer] = []
    if entry.mask is not None:
        clouds.append(open_mask_source(scene, entry.mask, classes=entry.classes, warn=warn))
    elif product and has_classification(entry.path):
        clouds.append(open_mask_source(scene, entry.path, classes=entry.classes, warn=warn))
    elif entry.classes is not None:
        raise UsageError(
            "reference-classes", f"Classes are given for the reference {entry.path}, but no mask that has them.",
            "Add mask=FILE to the reference.",
        )  # fmt: skip
    return open_reference(spec, scene, clouds=clouds, date=entry.date or "", warn=warn)


def open_job_sar(scene: Scene, job: Job, *, warn: Warn) -> SarComposite | None:
    """Opens the SAR composite of a job, without rasters of one value; None where it names none."""
    if not job.sar:
        return None
    sar = open_sar([SarInput(sar.path, sar.units) for sar in job.sar], scene.grid, warn=warn)
    return sar.without_blank(warn=warn)


def open_job_area(scene: Scene, job: Job, *, warn: Warn) -> Area | None:
    """Opens the area in which the job's holes are filled; None = everywhere."""
    path, layer = (None, None) if job.area is None else (job.area.path, job.area.layer)
    return open_area(scene.grid, extent=job.extent, path=path, layer=layer, warn=warn)


def require_evidence(source: JobSource, *, warn: Warn) -> None:
    """Raises InputError where no reference, or not the SAR, covers any of the hole; warns of references that do not.

    Reads only until each of them has shown a pixel under the hole.
    """
    missing = set(range(len(source.references)))
    sar_missing = source.sar is not None
    for block in source.grid.window.blocks(source.scene.block):
        if not missing and not sar_missing:
            return
        hole = source.mask.hole(block)
        if not hole.any():
            continue
        missing -= {number for number in missing if (hole & source.references[number].read(block)[1]).any()}
        sar_missing = sar_missing and source.sar is not None and not (hole & source.sar.read(block)[1]).any()
    if source.references and len(missing) == len(source.references):
        raise _no_reference()
    if sar_missing:
        raise InputError(
            "sar-no-overlap", "The Sentinel-1 image does not show the ground that is to be filled.",
            "Check its place and nodata, or choose a mode without it.",
        )  # fmt: skip
    for number in sorted(missing):
        title = source.references[number].layer.title
        warn("reference-unused", f"The reference {title} shows nothing of the ground that is to be filled.")


def check_outputs(outputs: Mapping[str, str | None], *, inputs: Iterable[str]) -> dict[str, Path]:
    """The files to write, by name, checked: distinct, writable, and neither an input nor a folder."""
    files = {name: Path(path) for name, path in outputs.items() if path is not None}
    if len({os.path.realpath(file) for file in files.values()}) < len(files):
        raise UsageError("output-twice", "Two outputs have the same name.", "Give each its own.")
    inputs = list(inputs)
    for name, file in files.items():
        check_output(file, inputs)
        _check_ending(name, file)
    # all are created in one work folder and renamed into place
    if len({file.parent.stat().st_dev for file in files.values()}) > 1:
        raise UsageError("output-other-disk", "The outputs lie on different disks.", "Put them on the same one.")
    return files


def _check_ending(name: str, file: Path) -> None:
    """Raises UsageError where a file's name does not have an extension of its format."""
    page = name == "report"
    if name != "recipe" and file.suffix.lower() not in (PAGE_ENDINGS if page else RASTER_ENDINGS):
        raise UsageError(
            "output-ending",
            f"The output {file} is to be a {'page' if page else 'GeoTIFF'}, and its name does not end as those do.",
            f"Name it like {'report.html' if page else 'filled.tif'}.",
        )


def input_files(job: Job) -> list[str]:
    """Every path that the job reads."""
    paths = [job.scene.path, *(source.path for source in job.mask)]
    for reference in job.references:
        paths += [reference.path, reference.mask]
    paths += [*(sar.path for sar in job.sar), job.judged]
    paths += [None if job.area is None else job.area.path, _model_file(job)]
    return [path for path in paths if path is not None]


def _model_file(job: Job) -> str | None:
    """The file of the job's model; a name is looked up in the table of models."""
    if job.model is None:
        return None
    from geoinpaint_engine.methods.network.table import find_model

    return str(find_model(job.model).path)

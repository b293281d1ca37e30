"""Filling from Python: takes arrays and paths and returns the same, using the pipeline of the command line."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, TypedDict, overload

import numpy as np

from geoinpaint_engine import job as jobs
from geoinpaint_engine.api.entries import Entries, Mask, Raster, Reference, Sar, builtin, is_array, several, vector_path
from geoinpaint_engine.api.result_arrays import ResultArray, result_array
from geoinpaint_engine.api.running import OnEvent, Result, carry_out, engine_at_work
from geoinpaint_engine.errors import UsageError
from geoinpaint_engine.events import Control
from geoinpaint_engine.job import Job
from geoinpaint_engine.modes import mode_using
from geoinpaint_engine.paths import current_folder
from geoinpaint_engine.pipeline.destination import ArrayDestination
from geoinpaint_engine.pipeline.opening import input_files
from geoinpaint_engine.raster.bands import choose_bands
from geoinpaint_engine.raster.memory import MemoryFolder
from geoinpaint_engine.raster.spec import in_memory
from geoinpaint_engine.raster.write import FILLED

if TYPE_CHECKING:
    from typing_extensions import Unpack
    from xarray import DataArray

PathLike: TypeAlias = str | os.PathLike[str]
Masks: TypeAlias = Raster | Mask | Sequence[Raster | Mask] | None
References: TypeAlias = Raster | Reference | Sequence[Raster | Reference] | None
Sars: TypeAlias = Raster | Sar | Sequence[Raster | Sar] | None


class Options(TypedDict, total=False):
    """The options of `fill` besides the scene, its mask and its output, for type checkers."""

    references: References
    sar: Sars
    mode: str | None
    preset: str
    fill: str | None
    model: str | None
    bands: str | int | Iterable[str | int]
    nodata: bool
    dilate: int
    detect: bool
    detector: str | None
    grow: str
    extent: tuple[float, float, float, float] | None
    area: PathLike | None
    reference_use: str
    resolution: int | None
    uncertainty: bool | PathLike
    fill_flag: PathLike | None
    report: PathLike | None
    format: Literal["gtiff", "cog"]
    holdout: bool | None
    stop: str | None
    steps: int | None
    seed: int
    device: str
    threads: int
    tile: int | None
    resume: bool
    workers: int
    scheduler: str | None
    on_event: OnEvent | None
    control: Control | None


@overload
def fill(scene: Raster, mask: Masks = None, *, output: PathLike, **options: Unpack[Options]) -> Result[Path]: ...


@overload
def fill(
    scene: DataArray, mask: Masks = None, *, output: None = None, **options: Unpack[Options]
) -> Result[DataArray]: ...


@overload
def fill(
    scene: PathLike | np.ndarray, mask: Masks = None, *, output: None = None, **options: Unpack[Options]
) -> Result[np.ndarray]: ...


def fill(
    scene: Raster,
    mask: Masks = None,
    *,
    output: PathLike | None = None,
    references: References = None,
    sar: Sars = None,
    mode: str | None = None,
    preset: str = "fast",
    fill: str | None = None,
    model: str | None = None,
    bands: str | int | Iterable[str | int] = (),
    nodata: bool = False,
    dilate: int = 0,
    detect: bool = False,
    detector: str | None = None,
    grow: str = "none",
    extent: tuple[float, float, float, float] | None = None,
    area: PathLike | None = None,
    reference_use: str = "mean",
    resolution: int | None = None,
    uncertainty: bool | PathLike = False,
    fill_flag: PathLike | None = None,
    report: PathLike | None = None,
    format: Literal["gtiff", "cog"] = "gtiff",
    holdout: bool | None = None,
    stop: str | None = None,
    steps: int | None = None,
    seed: int = 0,
    device: str = "auto",
    threads: int = 0,
    tile: int | None = None,
    resume: bool = False,
    workers: int = 0,
    scheduler: str | None = None,
    on_event: OnEvent | None = None,
    control: Control | None = None,
) -> Result[Any]:
    """Fills the masked part of a scene; everything else is unchanged, bit for bit.

    Arrays are NumPy arrays (bands, rows, cols) or (rows, cols), masked or not, and xarray DataArrays with dimensions
    in any order; NaN and masked pixels are nodata. DataArrays with a georeference (coordinates y and x, and a CRS as
    rioxarray or odc-geo write it) may lie on other grids than the scene, as files may. Arrays without coordinates
    share the scene's pixel grid. Arrays never touch the disk; paths with `output` may be larger than memory.

    Args:
        scene: the image to fill: an array, or the path of a raster or a Sentinel-2 product.
        mask: what to fill: pixels that are not zero, the polygons of a vector, a product's own classification;
            several are combined. Use `Mask` for classes and layers.
        output: GeoTIFF to write; None: the result is an array (a NumPy array if the scene is a path).
        references: other dates of the same place; a DataArray with a dimension `time`, or an array (dates, bands,
            rows, cols), counts as one reference per date. Use `Reference` for masks and dates.
        sar: Sentinel-1 images with VV and VH, averaged; use `Sar` for their units.
        mode: the evidence to use: basic, mt, ms, ms-mt, mt-r, ms-r, classical, model; None: all that is given.
        preset: fast or paper; see docs/paper-preset.md.
        fill: for mode classical: regression, harmonic, coherent, ratio, paste, telea.
        model: for mode model: a name or a file.
        bands: names or 1-based numbers of the bands to fill, in that order, or a single one; empty: all.
        nodata: whether the scene's nodata is filled too.
        dilate: px by which the mask is grown.
        detect: whether cloud and shadow detected from the references are filled too.
        detector: a network that detects further cloud and shadow from the scene alone: ukis-csmask.
        grow: auto also fills cloud and shadow found beside the mask, and keeps the ground that is visible in shadow,
            under the mask too, relit to the brightness of the fill; none leaves them and warns.
        extent: (xmin, ymin, xmax, ymax) in the scene's CRS units: only holes in it are filled.
        area: a vector: only holes in its polygons are filled.
        reference_use: how the paper preset uses several references: mean, latest, stack.
        resolution: of a product, in metres: 10, 20, 60.
        uncertainty: whether to return the standard deviation of the fill; with `output` also its file (True: next to
            the output).
        fill_flag: file that marks the filled pixels, with `output` only.
        report: HTML page with pictures and errors, with `output` only.
        format: of the output: gtiff or cog.
        holdout: whether the error is measured on hidden clear ground; None: where that costs little.
        stop: when the paper preset stops: holdout, variance, never.
        steps: of the paper preset's optimisation.
        seed: of the random generator.
        device: auto, cpu, cuda, mps.
        threads: 0: all processors.
        tile: px a side of a window.
        resume: continue from what an interrupted run left next to the output; files only.
        workers: number of processes that fill the windows; files only.
        scheduler: address of a Dask scheduler whose workers fill the windows; files only.
        on_event: called with each event, a dict (docs/events.md).
        control: to stop or cancel the run from another thread.

    Returns:
        The filled scene, its uncertainty, the figures and the warnings.

    Raises:
        UsageError: the arguments are inconsistent, such as `array-shape`, `evidence-missing`.
        InputError: an input cannot be used, such as `mask-empty`, `grid-mismatch`.
        ResourceError: memory, disk or device does not suffice.
        Cancelled: by `control`.
    """
    with engine_at_work(), MemoryFolder() as memory:
        entries = Entries(memory, scene, resolution=resolution)
        written = _output(output, uncertainty, fill_flag=fill_flag, report=report, format=format)
        job = _job(
            entries, mask, references, sar, mode=mode, output=written, nodata=nodata, detect=detect,
            detector=detector, grow=grow, preset=preset, fill=fill, model=model, bands=several(bands), dilate=dilate,
            extent=extent, reference_use=reference_use,
            area=None if area is None else {"path": vector_path(area, "area")},
            report=None if report is None else os.fspath(report), holdout=holdout, stop=stop, steps=steps, seed=seed,
            device=device, threads=threads, tile=tile,
        )  # fmt: skip
        if resume or workers or scheduler is not None:
            _require_files(job, output)
        if output is not None:
            figures, warnings = carry_out(
                job, on_event=on_event, control=control, resume=resume, workers=workers, scheduler=scheduler
            )
            beside = job.output.uncertainty
            return Result(Path(job.output.path), None if beside is None else Path(beside), figures, warnings)
        return _as_array(scene, entries, job, memory, nodata=nodata, on_event=on_event, control=control)


def fill_judged(
    scene: Raster, mask: Masks, references: References, judged: str | None, *, uncertainty: bool, nodata: bool,
    on_event: OnEvent | None, control: Control | None, **options: Any,
) -> Result[Any]:  # fmt: skip
    """`fill` of an array that was screened jointly with the other dates of its series, which are masked accordingly.

    Args:
        scene, mask, references, uncertainty, nodata, on_event, control: see `fill`.
        judged: path of its findings, see `raster.judged`; None: it is screened here.
        options: of the job.
    """
    with engine_at_work(), MemoryFolder() as memory:
        entries = Entries(memory, scene)
        job = _job(
            entries, mask, references, None, nodata=nodata, detect=False, detector=None, judged=judged,
            output=_output(None, uncertainty, fill_flag=None, report=None, format="gtiff"), **options,
        )  # fmt: skip
        return _as_array(scene, entries, job, memory, nodata=nodata, on_event=on_event, control=control)


def _as_array(
    scene: Raster, entries: Entries, job: Job, memory: MemoryFolder, *, nodata: bool, on_event: OnEvent | None,
    control: Control | None,
) -> Result[Any]:  # fmt: skip
    """Runs the job and returns its result as an array of the scene's type."""
    result = _result_array(scene, entries, job)
    taken = ArrayDestination(memory, None if result is None else result.into)
    figures, warnings = carry_out(job, on_event=on_event, control=control, destination=taken)
    if result is None:
        return Result(taken.filled, taken.uncertainty, figures, warnings)
    return Result(
        result.filled((taken.code == FILLED) & nodata),
        None if taken.uncertainty is None else result.uncertainty(taken.uncertainty), figures, warnings,
    )  # fmt: skip


def _output(
    output: PathLike | None,
    uncertainty: bool | PathLike,
    *,
    fill_flag: PathLike | None,
    report: PathLike | None,
    format: str,
) -> dict[str, Any]:
    """The job's `output` entry; for arrays, a name that is never written to.

    Raises:
        UsageError: `output-missing`.
    """
    uncertainty = bool(uncertainty) if isinstance(uncertainty, np.bool_) else uncertainty
    named = {"uncertainty": uncertainty, "fill_flag": fill_flag, "report": report}
    if output is None:
        files = [name for name, value in named.items() if value is not None and not isinstance(value, bool)]
        if files or format != "gtiff":
            raise UsageError(
                "output-missing", f"{(files or ['format'])[0]} applies to files, but the result is an array.",
                "Name the output too.",
            )  # fmt: skip
        return {"path": "array", **({"uncertainty": "uncertainty"} if uncertainty else {})}
    entry = {"path": os.fspath(output), "format": format}
    if fill_flag is not None:
        entry["fill_flag"] = os.fspath(fill_flag)
    if uncertainty is True:
        place = Path(output)
        entry["uncertainty"] = str(place.with_name(f"{place.stem}_uncertainty.tif"))
    elif uncertainty is not False:
        entry["uncertainty"] = os.fspath(uncertainty)
    return entry


def _job(
    entries: Entries,
    mask: Masks,
    references: References,
    sar: Sars,
    *,
    nodata: bool,
    detect: bool,
    detector: str | None,
    mode: str | None,
    **rest: Any,
) -> Job:
    """The job, with absolute paths, and arrays in GDAL's memory.

    Raises:
        UsageError: `mask-none`, `job-invalid`, and others for inconsistent arguments.
    """
    document: dict[str, Any] = {"scene": entries.scene(), "mask": entries.masks(mask)}
    document["mask"] += [{name: True} for name, wanted in (("nodata", nodata), ("detect", detect)) if wanted]
    document["mask"] += [] if detector is None else [{"detector": detector}]
    if not document["mask"]:
        raise UsageError(
            "mask-none", "No mask is given.",
            "Say what is to be filled with mask, detect=True, detector=\"ukis-csmask\" or nodata=True.",
        )  # fmt: skip
    document["references"], document["sar"] = entries.references(references), entries.sar(sar)
    document["mode"] = mode or mode_using(references=bool(document["references"]), sar=bool(document["sar"]))
    document |= {name: builtin(value) for name, value in rest.items() if value is not None}
    return jobs.resolved(jobs.from_dict(document), current_folder())


def _require_files(job: Job, output: PathLike | None) -> None:
    """Raises UsageError `array-in-process` where a run with `resume` or workers is given arrays."""
    if output is None or any(in_memory(path) for path in input_files(job)):
        raise UsageError(
            "array-in-process", "Arrays stay in this process, and can neither be resumed nor filled by workers.",
            "Give paths and an output, or leave resume, workers and scheduler out.",
        )  # fmt: skip


def _result_array(scene: Raster, entries: Entries, job: Job) -> ResultArray | None:
    """A copy of the scene, to be filled; None if the scene is a path."""
    if not is_array(scene) or entries.image is None:
        return None
    names = entries.image.names or ("",) * len(entries.image.data)
    shown = [name or f"band {number}" for number, name in enumerate(names, 1)]
    chosen = choose_bands(job.bands, shown, title="scene")
    return result_array(scene, tuple(number - 1 for number in chosen))

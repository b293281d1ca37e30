"""The job: one JSON document that says what to fill, from what, how, and where the result goes."""

from __future__ import annotations

import codecs
import datetime
import math
import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeAlias, get_args

import msgspec
from msgspec import Meta, Struct

from geoinpaint_engine.dilation import Dilation, whole_dilation
from geoinpaint_engine.errors import InputError, UsageError
from geoinpaint_engine.modes import DEFAULT_FILL, DETECTORS, EVIDENCE_MODES, FILLS, MODES, PRESETS, Evidence
from geoinpaint_engine.paths import absolute, current_folder, target

if TYPE_CHECKING:
    Mode: TypeAlias = str
    Fill: TypeAlias = str
    Preset: TypeAlias = str
else:  # from the one table, which a type checker cannot read
    Mode, Fill, Preset = Literal[tuple(MODES)], Literal[tuple(FILLS)], Literal[tuple(PRESETS)]
ReferenceUse = Literal["mean", "latest", "stack"]
SarUnits = Literal["auto", "db", "linear"]
Format = Literal["gtiff", "cog"]
Grow = Literal["none", "auto"]
Stop = Literal["holdout", "variance", "never"]
Device = Literal["auto", "cpu", "cuda", "mps"]

MAX_CLASS = 2**31
LARGEST_FILE = 2**24  # bytes of a job or recipe

Name = Annotated[str, Meta(min_length=1)]
Classes = Annotated[list[int], Meta(min_length=1)]


class Scene(Struct, frozen=True, forbid_unknown_fields=True):
    """The raster to fill: anything GDAL reads, or a Sentinel-2 product (folder, MTD xml or zip)."""

    path: Name
    resolution: Literal[10, 20, 60] | None = None


class MaskSource(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What is to be filled: a raster, the shapes of a vector, a product's own classification, the nodata, what the
    references tell to be cloud or shadow (`detect`), or what a detector tells from the scene alone (its name).
    """

    path: Name | None = None
    layer: Name | None = None
    classes: Classes | None = None
    nodata: bool = False
    detect: bool = False
    detector: Name | None = None


class Area(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """The shapes of a vector in which holes are filled."""

    path: Name
    layer: Name | None = None


class Reference(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Another date of the same place; `mask` (or `classes` of it) is where it is not to be used."""

    path: Name
    mask: Name | None = None
    classes: Classes | None = None
    date: str | None = None


class Sar(Struct, frozen=True, forbid_unknown_fields=True):
    """A Sentinel-1 image with VV and VH; several are averaged in linear power."""

    path: Name
    units: SarUnits = "auto"


class Output(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Where the result goes, and which files go with it."""

    path: Name
    format: Format = "gtiff"
    fill_flag: Name | None = None
    uncertainty: Name | None = None


class Job(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, kw_only=True):
    """A fill, in full. Relative paths count from the folder of the job file.

    `extent` is (xmin, ymin, xmax, ymax) in the scene's CRS units; where `area` is given too, holes are filled in what
    both have in common. `dilate` in pixels; `tile` in pixels. `grow`: auto also fills what beside the mask,
    and elsewhere in the scene, is cloud or shadow by what the references say, and keeps the ground that is seen in
    shadow, also under the mask, made as bright as the fill. `judged`: a raster in which a series has stored what is
    cloud or shadow (`clouds.tif`); then it is not looked for, in the references neither.
    """

    scene: Scene
    mask: Annotated[list[MaskSource], Meta(min_length=1)]
    mode: Mode
    output: Output
    bands: list[Name | int] = []
    dilate: Dilation = 0
    grow: Grow = "none"
    fill: Fill | None = None
    preset: Preset = "fast"
    judged: Name | None = None
    references: list[Reference] = []
    reference_use: ReferenceUse = "mean"
    sar: list[Sar] = []
    model: Name | None = None
    extent: tuple[float, float, float, float] | None = None
    area: Area | None = None
    stop: Stop | None = None
    holdout: bool | None = None
    steps: Annotated[int, Meta(ge=1, le=1_000_000)] | None = None
    seed: Annotated[int, Meta(ge=0, le=2**31 - 1)] = 0
    device: Device = "auto"
    threads: Annotated[int, Meta(ge=0, le=1024)] = 0
    tile: Annotated[int, Meta(ge=64, le=4096)] | None = None
    report: Name | None = None


def schema() -> dict[str, Any]:
    """The published JSON Schema of a job."""
    return msgspec.json.schema(Job)


def to_json(job: Job) -> bytes:
    """The job as indented JSON; fields at their defaults are left out."""
    return msgspec.json.format(msgspec.json.encode(job), indent=2)


def from_dict(document: Any) -> Job:
    """A job from parsed JSON.

    Raises:
        UsageError: `job-invalid` names the field that is unknown, missing or of the wrong kind; other codes where
            the fields do not fit together.
    """
    try:
        job = msgspec.convert(document, Job)
    except msgspec.ValidationError as error:
        if str(error).endswith("`$.dilate`"):
            whole_dilation(document["dilate"])
        raise _refused(str(error)) from error
    check(job)
    return job


def _refused(error: str) -> UsageError:
    """The error of a job whose fields are not what the schema says, in words where that is easily said."""
    empty = re.fullmatch(r"Expected `(?:str|array)` of length >= 1 - at `\$\.(.+)`", error)
    if empty is not None:  # of a variable of the shell, say, that is not set
        return UsageError("job-invalid", f"{empty[1]} is empty.", "Name it, or leave it out.")
    beyond = re.fullmatch(r"Expected `(?:int|float)` ([<>])= (\S+) - at `\$\.(.+)`", error)
    if beyond is not None:
        most = beyond[1] == "<"
        return UsageError(
            "job-invalid", f"{beyond[3]} is too {'large' if most else 'small'}.",
            f"Give {beyond[2]} or {'less' if most else 'more'}.",
        )  # fmt: skip
    return UsageError("job-invalid", f"The job is not valid: {error}.", _choices(error))


def _choices(error: str) -> str:
    """What may stand where a job has a word that it does not know, else where to read about it."""
    field = re.search(r"Invalid enum value .*[.](\w+)`$", error)
    kinds = {"mode": Mode, "fill": Fill, "preset": Preset, "reference_use": ReferenceUse, "units": SarUnits,
             "format": Format, "grow": Grow, "stop": Stop, "device": Device}  # fmt: skip
    if field is None or field.group(1) not in kinds:
        return "Compare it with docs/job.md."
    return f"Choose one of {', '.join(get_args(kinds[field.group(1)]))}."


def mask_source(document: Any) -> MaskSource:
    """A mask source from parsed JSON.

    Raises:
        UsageError: `job-invalid`.
    """
    try:
        return msgspec.convert(document, MaskSource)
    except msgspec.ValidationError as error:
        raise UsageError("job-invalid", f"The mask is not valid: {error}.", "See geoinpaint mask --help.") from error


def reference(document: Any) -> Reference:
    """A reference from parsed JSON.

    Raises:
        UsageError: `job-invalid`.
    """
    try:
        return msgspec.convert(document, Reference)
    except msgspec.ValidationError as error:
        raise UsageError(
            "job-invalid", f"The reference is not valid: {error}.", "See geoinpaint mask --help."
        ) from error


def load(path: str | os.PathLike[str]) -> Job:
    """A job from a file, its relative paths resolved against the file's folder; of a recipe the job in it.

    Raises:
        InputError: `job-unreadable` where the file cannot be read or is not JSON.
        UsageError: see `from_dict`.
    """
    file = Path(absolute(os.fspath(path), current_folder()))
    try:
        if file.exists() and not file.is_file():
            raise ValueError("it is not a regular file")
        if file.exists() and file.stat().st_size > LARGEST_FILE:
            raise ValueError(f"it has more than {LARGEST_FILE} bytes")
        # Windows' editors put a mark in front of UTF-8
        document = msgspec.json.decode(file.read_bytes().removeprefix(codecs.BOM_UTF8))
    except (OSError, ValueError, RecursionError) as error:  # DecodeError is a ValueError
        why = getattr(error, "strerror", None) or error  # without the number and the path once more
        raise InputError("job-unreadable", f"The job file {file} cannot be read: {why}.", "Check the file.") from error
    if isinstance(document, dict) and {"job", "versions", "inputs"} <= document.keys():
        document = document["job"]  # a recipe: what made a result makes it again
    return resolved(from_dict(document), Path(os.path.realpath(file)).parent)


def resolved(job: Job, folder: Path) -> Job:
    """The job with every path absolute; relative ones count from `folder`. A model's name is no path.

    Raises:
        UsageError: `path-invalid`, `output-is-folder`, `output-no-file`.
    """

    def path(value: str | None) -> str | None:
        return None if value is None else absolute(value, folder)

    def written(value: str | None) -> str | None:
        return None if value is None else target(value, folder)

    def within(struct: Any, *names: str, place: Callable[[str | None], str | None] = path) -> Any:
        return msgspec.structs.replace(struct, **{name: place(getattr(struct, name)) for name in names})

    return msgspec.structs.replace(
        job,
        scene=within(job.scene, "path"),
        mask=[within(source, "path") for source in job.mask],
        references=[within(reference, "path", "mask") for reference in job.references],
        sar=[within(sar, "path") for sar in job.sar],
        area=None if job.area is None else within(job.area, "path"),
        judged=path(job.judged),
        output=within(job.output, "path", "fill_flag", "uncertainty", place=written),
        report=written(job.report),
        model=path(job.model) if job.model is not None and _is_file_name(job.model) else job.model,
    )


def is_date(text: str) -> bool:
    """Whether a text is a day as YYYY-MM-DD."""
    try:
        return datetime.date.fromisoformat(text).isoformat() == text
    except (ValueError, TypeError):
        return False


def _is_file_name(model: str) -> bool:
    return model.endswith(".safetensors") or "/" in model or os.sep in model


def check(job: Job) -> None:
    """Raises UsageError where the fields do not fit together; needs no file."""
    _check_mask(job)
    _check_method(job)
    _check_evidence(job)
    _check_values(job)
    if job.output.uncertainty is not None and job.holdout is False:
        raise UsageError(
            "uncertainty-without-holdout", "The uncertainty is measured on hidden ground, and none may be hidden.",
            "Leave --holdout off out, or --uncertainty.",
        )  # fmt: skip
    if job.stop not in (None, "never") and not takes_steps(job):
        raise UsageError(
            "stop-without-steps", f"{label_of(job)} takes no steps, so there is nothing to stop.",
            f"Leave --stop out, or use {'--preset paper' if job.mode in EVIDENCE_MODES else 'another mode with it'}.",
        )  # fmt: skip


def _check_mask(job: Job) -> None:
    """Raises UsageError `mask-source`, `detector-unknown`, `detect-without-references`."""
    for source in job.mask:
        if (source.path is not None) + source.nodata + source.detect + (source.detector is not None) != 1:
            raise UsageError(
                "mask-source", "A mask source needs one of a path, nodata: true, detect: true or a detector."
            )
        if source.detector is not None and source.detector not in DETECTORS:
            raise UsageError(
                "detector-unknown", f"There is no detector {source.detector}.", f"Name one of {', '.join(DETECTORS)}."
            )
        if source.detect and not job.references:
            raise UsageError(
                "detect-without-references", "Detecting clouds compares other dates, and none is given.",
                "Add --reference, or name another mask.",
            )  # fmt: skip


def _check_method(job: Job) -> None:
    """Raises UsageError `fill-without-classical`, `model-without-mode`, `model-missing`."""
    if job.fill is not None and job.mode != "classical":
        raise UsageError(
            "fill-without-classical", "A fill is chosen without the mode that uses it.",
            "Use --mode classical with --fill, or leave --fill out.",
        )  # fmt: skip
    if job.model is not None and job.mode != "model":
        raise UsageError(
            "model-without-mode", "A model is named without the mode that uses it.",
            "Use --mode model with --model, or leave --model out.",
        )  # fmt: skip
    if job.mode == "model" and job.model is None:
        raise UsageError("model-missing", "Mode model needs the name or the file of a model.", "Add --model.")


def _check_values(job: Job) -> None:
    """Raises UsageError `classes-unreadable`, `date-invalid`, `extent-order`."""
    for classes in (*(source.classes for source in job.mask), *(date.classes for date in job.references)):
        if classes is not None and max(map(abs, classes)) > MAX_CLASS:
            raise UsageError("classes-unreadable", "A class is beyond all that a raster holds.", "Give its values.")
    for reference in job.references:
        if reference.date is not None and not is_date(reference.date):
            raise UsageError("date-invalid", f"{reference.date!r} is no date.", "Write it as YYYY-MM-DD.")
    if job.extent is not None and not (
        all(map(math.isfinite, job.extent)) and job.extent[0] < job.extent[2] and job.extent[1] < job.extent[3]
    ):
        raise UsageError("extent-order", "The extent must be xmin, ymin, xmax, ymax with xmin < xmax and ymin < ymax.")


def _check_evidence(job: Job) -> None:
    """Raises UsageError `evidence-missing`."""
    uses = evidence_of(job)
    if job.mode == "classical":
        fill = job.fill or DEFAULT_FILL
        if uses.references and not uses.sar and not job.references:
            raise UsageError(
                "evidence-missing", f"The fill {fill} needs at least one reference (another date).",
                "Add --reference, or use --fill harmonic.",
            )  # fmt: skip
        if uses.references and uses.sar and not (job.references or job.sar):
            raise UsageError(
                "evidence-missing", f"The fill {fill} needs a reference or a Sentinel-1 image.",
                "Add --reference or --sar, or use --fill harmonic.",
            )  # fmt: skip
        return
    if uses.references and not job.references:
        raise UsageError(
            "evidence-missing", f"Mode {job.mode} needs at least one reference (another date).",
            "Add --reference, or choose a mode without one.",
        )  # fmt: skip
    if uses.sar and not job.sar:
        raise UsageError(
            "evidence-missing", f"Mode {job.mode} needs a Sentinel-1 image.", "Add --sar, or choose a mode without one."
        )


def evidence_of(job: Job) -> Evidence:
    """The evidence that the job's mode or fill uses."""
    if job.mode == "classical":
        return FILLS[job.fill or DEFAULT_FILL]
    return EVIDENCE_MODES.get(job.mode, Evidence("this image alone"))


def looks_at_references(job: Job) -> bool:
    """Whether references serve to fill, or to detect what is to be filled."""
    return evidence_of(job).references or any(source.detect for source in job.mask)


def takes_steps(job: Job) -> bool:
    """Whether a network is optimised step by step."""
    return job.mode in EVIDENCE_MODES and job.preset == "paper"


def measures_holdout(job: Job) -> bool:
    """Whether clear ground is hidden to measure the error; by default wherever it costs little or is needed."""
    if job.holdout is not None:
        return job.holdout
    cheap = job.mode in ("classical", "model") or job.preset == "fast"
    return cheap or job.stop == "holdout" or job.output.uncertainty is not None


def takes_device(job: Job) -> bool:
    """Whether PyTorch does the work, which may run on a GPU."""
    return job.mode == "model" or takes_steps(job)


def label_of(job: Job) -> str:
    """What a sentence calls that which fills."""
    if job.mode == "classical":
        return f"The fill {job.fill or DEFAULT_FILL}"
    return f"Mode {job.mode}" + (f" of the {job.preset} preset" if job.mode in EVIDENCE_MODES else "")

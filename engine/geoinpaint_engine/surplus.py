"""Evidence and options of a job that its mode does not use: warned of, and left out."""

from __future__ import annotations

import os

import msgspec

from geoinpaint_engine.job import Job, Reference, evidence_of, label_of, looks_at_references, takes_device, takes_steps
from geoinpaint_engine.modes import EVIDENCE_MODES


def surplus(job: Job) -> list[tuple[str, str]]:
    """(code, message) of each piece of evidence that the mode does not use."""
    found = []
    label = label_of(job)
    if job.references and not looks_at_references(job):
        found.append(("references-unused", f"{label} does not use references; they are ignored."))
    elif again := [entry.path for entry in job.references if not any(entry is one for one in _each_once(job))]:
        found.append(("reference-twice", f"The reference {again[0]} is named more than once; it is used once."))
    if job.sar and not evidence_of(job).sar:
        found.append(("sar-unused", f"{label} does not use Sentinel-1; it is ignored."))
    if job.grow == "auto" and not (job.references and looks_at_references(job)):
        found.append((
            "grow-unused",
            "No other date is used that would tell what is cloud beside the mask: --grow auto adds nothing to it, and "
            "its rim is judged by the image alone. Use another date in a mode that takes it, or --dilate.",
        ))  # fmt: skip
    if job.steps is not None and not takes_steps(job):
        found.append(("steps-unused", f"{label} takes no steps; --steps is ignored."))
    if job.reference_use != "mean" and not (takes_steps(job) and evidence_of(job).references):
        uses = "uses all references as they are" if evidence_of(job).references else "does not use references"
        found.append(("reference-use-unused", f"{label} {uses}; --reference-use is ignored."))
    if job.preset == "paper" and job.mode not in EVIDENCE_MODES:
        found.append(("preset-unused", f"{label} belongs to no preset; --preset is ignored."))
    if job.device not in ("auto", "cpu") and not takes_device(job):
        found.append(("device-unused", f"{label} runs on the processor; --device {job.device} is ignored."))
    return found


def without_surplus(job: Job) -> Job:
    """The job without the evidence that its mode does not use."""
    return msgspec.structs.replace(
        job,
        references=_each_once(job) if looks_at_references(job) else [],
        sar=job.sar if evidence_of(job).sar else [],
    )


def _each_once(job: Job) -> list[Reference]:
    """The references without duplicates of a file: a date must not confirm itself in the screening."""
    first: dict[str, Reference] = {}
    for entry in job.references:
        first.setdefault(os.path.realpath(entry.path), entry)
    return list(first.values())

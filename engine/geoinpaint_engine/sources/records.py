"""Reads and writes `evidence.json`: the evidence in a folder as entries of a job, with its origin."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from geoinpaint_engine.errors import InputError, UsageError
from geoinpaint_engine.raster.checkpoint import write_whole
from geoinpaint_engine.sentinel.classes import DEFAULT_SCL_CLASSES
from geoinpaint_engine.sources.catalogues import Catalogue
from geoinpaint_engine.sources.evidence import Fetched

RECORD = "evidence.json"


@dataclass(frozen=True)
class Evidence:
    """Evidence for a fill, with absolute paths.

    Args:
        references: job entries with path, mask, classes, date.
        sar: job entries with path, units.
        attribution: attributions required for publishing derived images.
    """

    references: tuple[dict[str, Any], ...] = ()
    sar: tuple[dict[str, Any], ...] = ()
    attribution: tuple[str, ...] = ()


def write_record(
    folder: Path, catalogue: Catalogue, optical: Sequence[Fetched], radar: Sequence[Fetched], hosts: Sequence[str]
) -> Path:
    """Writes the record of a folder; earlier dates whose files exist remain known, but are not listed."""
    new = (*optical, *radar)
    paths = {one.path for one in new}  # entries whose files have been replaced are dropped
    kept = {key: one for key, one in kept_records(folder).items() if one.path not in paths}
    kept |= {one.key: one for one in new}
    record = {
        "catalogue": catalogue.title, "place": catalogue.address, "hosts": sorted(hosts),
        "attribution": sorted({one.attribution for one in new}),
        "references": [_entry(one) for one in optical],
        "sar": [{"path": one.path} for one in radar],
        "files": [asdict(one) for one in sorted(kept.values(), key=lambda one: (one.path, one.key))],
    }  # fmt: skip
    write_whole(folder / RECORD, json.dumps(record, indent=1).encode())
    return folder / RECORD


def kept_records(folder: Path) -> dict[str, Fetched]:
    """Dates present in a folder, by key; empty if the record is missing or damaged."""
    try:
        entries = json.loads((folder / RECORD).read_bytes())["files"]
        records = [Fetched(**{**entry, "items": tuple(entry["items"])}) for entry in entries]
        names = [name for one in records for name in (one.path, one.mask) if name]
        if any(Path(name).name != name for name in names):
            return {}
        complete = [one for one in records if all((folder / name).is_file() for name in (one.path, one.mask) if name)]
        return {one.key: one for one in complete}
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return {}


def require_own(folder: Path) -> None:
    """Refuses to overwrite another program's file of the same name.

    Raises:
        UsageError: `output-is-input`.
    """
    record = folder / RECORD
    if not record.exists():
        return
    try:
        is_record = {"catalogue", "references", "files"} <= set(json.loads(record.read_bytes()))
    except (OSError, ValueError, TypeError):
        is_record = False
    if not is_record:
        raise UsageError(
            "output-is-input", f"{record} was not made by geoinpaint find, which would replace it.",
            "Name another folder for the evidence, or move that file.",
        )  # fmt: skip


def read_evidence(folder: Path) -> Evidence:
    """Reads the evidence in a folder.

    Raises:
        InputError: `evidence-unreadable`.
    """
    try:
        record = json.loads((folder / RECORD).read_bytes())
        references = tuple(_absolute(folder, entry) for entry in record["references"])
        sar = tuple(_absolute(folder, entry) for entry in record["sar"])
        return Evidence(references, sar, tuple(str(text) for text in record["attribution"]))
    except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
        raise InputError(
            "evidence-unreadable", f"{folder} contains no evidence fetched by geoinpaint find.",
            "Fetch it with geoinpaint find SCENE --mask M -o FOLDER --yes.",
        ) from error  # fmt: skip


def _entry(fetched: Fetched) -> dict[str, Any]:
    mask_fields = {"mask": fetched.mask, "classes": list(DEFAULT_SCL_CLASSES)} if fetched.mask else {}
    return {"path": fetched.path, **mask_fields, "date": fetched.date}


def _absolute(folder: Path, entry: dict[str, Any]) -> dict[str, Any]:
    """An entry with its paths inside the folder, whatever the record says: it is untrusted data."""
    paths: dict[str, Any] = {key: str(folder / Path(entry[key]).name) for key in ("path", "mask") if key in entry}
    return {**entry, **paths}

"""`evidence.json`: what lies in a folder of evidence, in the words of a job, and from where it is."""

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
    """What was found for a fill, with absolute paths.

    Args:
        references: entries of a job: path, mask, classes, date.
        sar: entries of a job: path, units.
        attribution: what whoever publishes a picture of it has to say.
    """

    references: tuple[dict[str, Any], ...] = ()
    sar: tuple[dict[str, Any], ...] = ()
    attribution: tuple[str, ...] = ()


def write_record(
    folder: Path, catalogue: Catalogue, optical: Sequence[Fetched], radar: Sequence[Fetched], hosts: Sequence[str]
) -> Path:
    """Writes the record of a folder; dates that it had before and that still lie there stay known, but not listed."""
    new = (*optical, *radar)
    paths = {one.path for one in new}  # what they have replaced is no more
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
    """The dates that lie in a folder, by their keys; none where the record is damaged."""
    try:
        entries = json.loads((folder / RECORD).read_bytes())["files"]
        records = [Fetched(**{**entry, "items": tuple(entry["items"])}) for entry in entries]
        names = [name for one in records for name in (one.path, one.mask) if name]
        if any(Path(name).name != name for name in names):
            return {}
        whole = [one for one in records if all((folder / name).is_file() for name in (one.path, one.mask) if name)]
        return {one.key: one for one in whole}
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return {}


def require_own(folder: Path) -> None:
    """Raises UsageError `output-is-input` where another program's file has the record's name."""
    record = folder / RECORD
    if not record.exists():
        return
    try:
        own = {"catalogue", "references", "files"} <= set(json.loads(record.read_bytes()))
    except (OSError, ValueError, TypeError):
        own = False
    if not own:
        raise UsageError(
            "output-is-input", f"{record} was not made by geoinpaint find, which would replace it.",
            "Name another folder for the evidence, or take that file away.",
        )  # fmt: skip


def read_evidence(folder: Path) -> Evidence:
    """The evidence in a folder.

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
            "evidence-unreadable", f"{folder} holds no evidence that geoinpaint find has fetched.",
            "Fetch it with geoinpaint find SCENE --mask M -o FOLDER --yes.",
        ) from error  # fmt: skip


def _entry(one: Fetched) -> dict[str, Any]:
    masked = {"mask": one.mask, "classes": list(DEFAULT_SCL_CLASSES)} if one.mask else {}
    return {"path": one.path, **masked, "date": one.date}


def _absolute(folder: Path, entry: dict[str, Any]) -> dict[str, Any]:
    """An entry with its paths in the folder itself: the record is data, and leads nowhere else."""
    paths: dict[str, Any] = {key: str(folder / Path(entry[key]).name) for key in ("path", "mask") if key in entry}
    return {**entry, **paths}

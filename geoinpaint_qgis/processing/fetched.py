"""Finds the cloud masks of dates fetched from a catalogue, by the record beside them."""

from __future__ import annotations

import json
import os
from typing import Any, Dict

RECORD = "evidence.json"
LARGEST = 1 << 20  # bytes of a record that is read


def mask_beside(path: str) -> Dict[str, Any]:
    """`mask` and `classes` of a job's reference for a file fetched by geoinpaint find; else empty."""
    folder, name = os.path.split(path)
    record = os.path.join(folder, RECORD)
    try:
        if os.path.getsize(record) > LARGEST:
            return {}
        with open(record, encoding="utf-8") as stream:
            entries = json.load(stream)["references"]
        entry = next(one for one in entries if one["path"] == name and one.get("mask"))
        mask = os.path.join(folder, os.path.basename(entry["mask"]))
        classes = [int(number) for number in entry["classes"]]
    except (OSError, ValueError, TypeError, KeyError, AttributeError, StopIteration):
        return {}
    return {"mask": mask, "classes": classes} if os.path.exists(mask) else {}

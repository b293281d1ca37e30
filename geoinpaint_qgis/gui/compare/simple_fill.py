"""The simple fill that a result is compared with: the job of its recipe, run with the simplest method."""

from __future__ import annotations

import json
from typing import Any, Dict, Mapping

from geoinpaint_qgis.gui.run.recipes import recipe_of
from geoinpaint_qgis.translate import tr

PASTE, HARMONIC = "paste", "harmonic"
KEPT = ("scene", "mask", "bands", "dilate", "grow", "references", "extent", "area", "seed")  # fields of the job kept


class NoSimpleFill(Exception):
    """There is no simple fill to compare with; the text is a sentence with the reason."""


def job_of(layer: Any) -> Dict[str, Any]:
    """The job in the recipe beside a result.

    Raises:
        NoSimpleFill: there is no recipe, or it cannot be read.
    """
    path = recipe_of(layer)
    try:
        with open(path, encoding="utf-8") as file:
            return dict(json.load(file)["job"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise NoSimpleFill(
            tr("The recipe beside the result is gone, which says what to compare it with: fill again.")
        ) from error


def simple_job(job: Mapping[str, Any], output: str) -> Dict[str, Any]:
    """The simple fill of a job, as used by hold-out and report: the nearest date pasted in, else a smooth surface.

    Raises:
        NoSimpleFill: the job itself is that simple fill.
    """
    fill = PASTE if job.get("references") else HARMONIC
    if job.get("mode") == "classical" and job.get("fill") == fill:
        raise NoSimpleFill(tr("This is the simple fill itself: there is nothing simpler to compare it with."))
    kept = {name: job[name] for name in KEPT if name in job}
    return {**kept, "mode": "classical", "fill": fill, "holdout": False, "output": {"path": output}}

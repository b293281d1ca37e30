"""Reconstructs the algorithm and its parameters from the recipe of a result, to run it again."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass, field
from typing import Any, Dict, List, Mapping, Optional, Sequence

from qgis.core import QgsMapLayer, QgsRasterLayer

from geoinpaint_qgis.gui.raster import products
from geoinpaint_qgis.gui.request import free_name, free_path
from geoinpaint_qgis.processing import classicalfill, inpaint, inpaintwithmodel
from geoinpaint_qgis.processing import layers as sources
from geoinpaint_qgis.processing import parameters as shared
from geoinpaint_qgis.translate import tr

SUFFIX = ".recipe.json"


@dataclass
class Rerun:
    """An algorithm's id, its parameters, and notes to show before it is run again."""

    algorithm: str
    parameters: Dict[str, Any]
    notes: List[str] = field(default_factory=list)


class NotRerunnable(Exception):
    """A recipe cannot be run again in QGIS; the text is a sentence with the reason."""


def recipe_of(layer: Optional[QgsMapLayer]) -> str:
    """Path of the recipe beside a layer's file; empty if there is none."""
    if not isinstance(layer, QgsRasterLayer) or layer.providerType() != "gdal":
        return ""
    path = layer.source() + SUFFIX
    return path if os.path.isfile(path) else ""


def read(path: str) -> Rerun:
    """Reads a recipe.

    Raises:
        NotRerunnable: it cannot be read, or uses features that the algorithms do not offer.
    """
    try:
        with open(path, encoding="utf-8") as file:
            recipe = json.load(file)
        job = recipe["job"]
        notes = _changes(recipe.get("inputs", []))
        again = _again(job)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise NotRerunnable(tr("The recipe {path} cannot be read.").format(path=path)) from error
    again.notes = notes
    return again


def _again(job: Mapping[str, Any]) -> Rerun:
    mode = job["mode"]
    parameters = _common(job)
    if mode != "model":
        parameters[shared.GROW] = job.get("grow", "none")
        parameters[shared.DETECT] = any(entry.get("detect") for entry in job["mask"])
    if mode == "classical":
        parameters[classicalfill.FILL] = job.get("fill") or "regression"
        return Rerun("geoinpaint:classicalfill", parameters)
    parameters[shared.DEVICE] = job.get("device", "auto")
    if job.get("tile") is not None:
        parameters[shared.TILE] = job["tile"]
    if mode == "model":
        in_file = os.path.isfile(job["model"])
        parameters[inpaintwithmodel.MODEL_FILE if in_file else inpaintwithmodel.MODEL] = job["model"]
        return Rerun("geoinpaint:inpaintwithmodel", parameters)
    parameters[inpaint.MODE] = mode
    parameters[inpaint.PRESET] = job.get("preset", "fast")
    parameters[inpaint.REFERENCE_USE] = job.get("reference_use", "mean")
    parameters[inpaint.STOP] = job.get("stop") or "auto"
    if job.get("steps") is not None:
        parameters[inpaint.STEPS] = job["steps"]
    return Rerun("geoinpaint:inpaint", parameters)


def _common(job: Mapping[str, Any]) -> Dict[str, Any]:
    """The parameters that all three algorithms have in common."""
    scene = job["scene"]
    holdout = job.get("holdout")
    found: Dict[str, Any] = {
        shared.INPUT: _scene(scene),
        **_mask(job["mask"]),
        shared.DETECTOR: next(filter(None, (entry.get("detector") for entry in job["mask"])), shared.NO_DETECTOR),
        shared.DILATE: job.get("dilate", 0),
        **_evidence(job),
        shared.HOLDOUT: "auto" if holdout is None else "on" if holdout else "off",
        shared.SEED: job.get("seed", 0),
        shared.THREADS: job.get("threads", 0),
        shared.FORMAT: job["output"].get("format", "gtiff"),
        **_outputs(job),
    }
    if job.get("bands"):
        found[shared.BANDS] = _bands(found[shared.INPUT], job["bands"])
    if job.get("extent"):
        west, south, east, north = job["extent"]
        found[shared.EXTENT] = f"{west!r},{east!r},{south!r},{north!r}"  # without a CRS, that of the scene
    if job.get("area"):
        found[shared.AREA] = _with_layer(job["area"])
    return found


def _with_layer(entry: Mapping[str, Any]) -> str:
    return f"{entry['path']}|layername={entry['layer']}" if entry.get("layer") else str(entry["path"])


def _scene(scene: Mapping[str, Any]) -> str:
    if not scene.get("resolution"):
        return str(scene["path"])
    found = dict(products.resolutions(products.metadata_of(scene["path"])))
    if scene["resolution"] not in found:
        raise NotRerunnable(tr("The product {path} cannot be opened.").format(path=scene["path"]))
    return found[scene["resolution"]]


def _bands(scene: str, bands: Sequence[Any]) -> List[int]:
    """1-based numbers of bands given by number or name."""
    layer = QgsRasterLayer(scene, "scene", "gdal")
    names = [name.lower() for name in sources.band_names(layer)] if layer.isValid() else []
    try:
        return [band if isinstance(band, int) else names.index(str(band).lower()) + 1 for band in bands]
    except ValueError as error:
        raise NotRerunnable(tr("The scene {path} does not have the bands of the recipe.").format(path=scene)) from error


def _mask(entries: Sequence[Mapping[str, Any]]) -> Dict[str, Any]:
    """The mask sources; the last one with classes becomes the classification, as the algorithms write it."""
    found: Dict[str, Any] = {shared.MASK_NODATA: any(entry.get("nodata") for entry in entries)}
    files = [entry for entry in entries if entry.get("path")]
    if files and files[-1].get("classes") and not files[-1].get("layer"):
        classification = files.pop()
        found[shared.CLASSIFICATION] = classification["path"]
        found[shared.CLASSES] = _classes(classification)
    classes = {_classes(entry) for entry in files if not _is_shapes(entry)}
    if len(classes) > 1:
        raise NotRerunnable(
            tr(
                "The masks of this result have different classes each, and here one choice counts for all: make one"
                " mask of them (Make a cloud mask), and fill again from the panel."
            )
        )
    found[shared.MASKS] = [_with_layer(entry) for entry in files]
    found[shared.MASK_CLASSES] = classes.pop() if classes else ""
    return found


def _is_shapes(entry: Mapping[str, Any]) -> bool:
    """Whether a mask consists of polygons, which have no classes."""
    if entry.get("layer"):
        return True
    if entry.get("classes") or str(entry["path"]).startswith("/vsi"):
        return False
    return not QgsRasterLayer(str(entry["path"]), "mask", "gdal").isValid()


def _classes(entry: Mapping[str, Any]) -> str:
    return ",".join(map(str, entry.get("classes") or []))


def _evidence(job: Mapping[str, Any]) -> Dict[str, Any]:
    """References and radar."""
    references, radar = job.get("references", []), job.get("sar", [])
    masks = [reference["mask"] for reference in references if reference.get("mask")]
    classes = {_classes(reference) for reference in references}
    units = {image.get("units", "auto") for image in radar}
    if any(reference.get("date") for reference in references) or len(masks) not in (0, len(references)):
        raise NotRerunnable(
            tr(
                "The other dates of this result had days or masks named one by one, which cannot be given here: tick"
                " them in the panel, and fill again from there."
            )
        )
    if len(classes) > 1 or len(units) > 1:
        raise NotRerunnable(
            tr(
                "The other dates or the radar of this result have different classes or units each, and here one choice"
                " counts for all: tick them in the panel, and fill again from there."
            )
        )
    found: Dict[str, Any] = {}
    if references:
        found[shared.REFERENCES] = [reference["path"] for reference in references]
        found[shared.REFERENCE_MASKS] = masks
        found[shared.REFERENCE_MASK_CLASSES] = classes.pop()
    if radar:
        found[shared.SAR] = [image["path"] for image in radar]
        found[shared.SAR_UNITS] = units.pop()
    return found


def _outputs(job: Mapping[str, Any]) -> Dict[str, Any]:
    """New output files beside the existing ones, so that nothing is overwritten."""
    folder, name = os.path.split(job["output"]["path"])
    stem, ending = os.path.splitext(name)
    original, _, label = stem.partition("_inpainted_")
    path = free_name(folder, original, label) if label else free_path(os.path.join(folder, stem), ending)
    found = {shared.OUTPUT: path}
    stem = os.path.splitext(path)[0]
    for key, parameter in (("fill_flag", shared.FILL_FLAG), ("uncertainty", shared.UNCERTAINTY)):
        if job["output"].get(key):
            found[parameter] = free_path(f"{stem}_{key}", ".tif")
    if job.get("report"):
        found[shared.REPORT] = free_path(f"{stem}_report", ".html")
    return found


def _changes(inputs: Sequence[Mapping[str, Any]]) -> List[str]:
    """The inputs that are missing or have changed, judging by their size."""
    notes = []
    for known in inputs:
        path = str(known.get("path", ""))
        if not path.startswith("/vsi") and not os.path.exists(path):
            notes.append(tr("The input {path} is gone.").format(path=path))
        elif os.path.isfile(path) and known.get("bytes") not in (None, os.path.getsize(path)):
            notes.append(tr("The input {path} has changed since: the result will be another.").format(path=path))
    return notes

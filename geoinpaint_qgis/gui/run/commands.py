"""The panel's request as a command: for qgis_process, and for the engine's own command line."""

from __future__ import annotations

import hashlib
import os
import shlex
import shutil
import subprocess  # nosec B404 # only for quoting of Windows command lines
from dataclasses import replace
from typing import Any, List, Optional, Sequence, Tuple

from qgis.core import (
    QgsFeatureRequest,
    QgsMapLayer,
    QgsProcessingContext,
    QgsProcessingException,
    QgsRasterLayer,
    QgsVectorLayer,
)

from geoinpaint_qgis import engine as engines
from geoinpaint_qgis import settings
from geoinpaint_qgis.gui.request import MODEL, Request
from geoinpaint_qgis.processing import layers as sources
from geoinpaint_qgis.processing import parameters as shared
from geoinpaint_qgis.processing import values
from geoinpaint_qgis.translate import tr


class NoFile(Exception):
    """A layer of the request is not a file, to which a command could refer."""


def command(request: Request, kind: str) -> Tuple[str, Optional[str]]:
    """The command of a request ("qgis_process" or the engine's own), or "" and the reason why there is none."""
    missing = request.missing()
    if missing is not None:
        return "", missing
    try:
        request = saved(request)
        lacking = problem(request)
    except (QgsProcessingException, OSError) as error:
        return "", str(error)
    if lacking is not None:
        return "", lacking
    if kind == "qgis_process":
        return qgis_process(request), None
    python = engines.interpreter()
    return geoinpaint(request, engine=engines.command(python, []) if python is not None else ["geoinpaint"]), None


def saved(request: Request) -> Request:
    """The request with drawn, filtered and selected polygons saved beside the result, for use in a command.

    Raises:
        QgsProcessingException: a file cannot be written.
    """
    output = request.output_path()
    masks = [_saved(layer, f"{output}.mask") for layer in request.masks]
    if request.area is None:
        return replace(request, masks=masks)
    area = request.area
    if request.area_selected:
        area = area.materialize(QgsFeatureRequest().setFilterFids(area.selectedFeatureIds()))
    return replace(request, masks=masks, area=_saved(area, f"{output}.area"), area_selected=False)


def _saved(layer: QgsMapLayer, stem: str) -> QgsMapLayer:
    """A layer that is a file: itself, or a copy of its polygons, named by their content so that it is written once."""
    if not isinstance(layer, QgsVectorLayer) or sources.is_file(layer):
        return layer
    shapes = hashlib.sha256(layer.crs().toWkt().encode())
    for feature in layer.getFeatures():
        shapes.update(bytes(feature.geometry().asWkb()))
    path = f"{stem}-{shapes.hexdigest()[:8]}.gpkg"
    if not os.path.exists(path):
        shutil.copyfile(sources.vector(layer, QgsProcessingContext()).path, path)
    return QgsVectorLayer(path, layer.name())


def qgis_process(request: Request, *, windows: bool = os.name == "nt") -> str:
    """The qgis_process command for the same fill.

    Raises:
        NoFile: a layer is not a file.
    """
    if request.area is not None:
        _area_file(request)
    words = ["qgis_process", "run", request.algorithm, "--"]
    for name, value in request.parameters(request.output_path()).items():
        for item in value if isinstance(value, list) else [value]:
            words.append(f"{name}={_value(item)}")
    return _joined(words, windows)


def geoinpaint(request: Request, *, engine: Sequence[str] = ("geoinpaint",), windows: bool = os.name == "nt") -> str:
    """The engine's command for the same fill; `engine` is the command that starts the engine.

    Raises:
        NoFile: a layer is not a file.
    """
    assert request.scene is not None  # nosec B101 # checked before by missing()
    scene = _file(request.scene)
    words = [*engine, "inpaint", scene.path, "-o", request.output_path()]
    words += _method(request)
    if scene.resolution:
        words += ["--resolution", str(scene.resolution)]
    bands = _bands(request, product=bool(scene.resolution))
    words += ["--bands", bands] if bands else []
    if request.extent is not None:
        box = request.extent
        corners = (box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum())
        words += ["--extent", ",".join(f"{corner:.12g}" for corner in corners)]
    if request.area is not None:
        words += ["--area", _with_layer(_area_file(request))]
    for mask in request.masks:
        words += ["--mask", _with_layer(_file(mask))]
    if request.classification is not None:
        words += ["--scl", _file(request.classification).path]
        words += ["--scl-classes", ",".join(map(str, values.parse_classes(request.classes)))]
    words += ["--mask-nodata"] if request.nodata else []
    # without it, the engine would apply its default dilation for classifications
    words += ["--dilate", str(request.dilate)] if request.dilate or request.classification is not None else []
    words += ["--detect"] if request.detect else []
    words += ["--detector", request.detector] if request.detector else []
    used = request.parameters("")
    words += ["--grow", used[shared.GROW]] if shared.GROW in used else []
    for option, name in (("--reference", shared.REFERENCES), ("--sar", shared.SAR)):
        for layer in used.get(name, []):
            words += [option, _file(layer).path]
    for option, name in (
        ("--uncertainty", shared.UNCERTAINTY),
        ("--fill-flag", shared.FILL_FLAG),
        ("--report", shared.REPORT),
    ):
        words += [option, used[name]] if name in used else []
    words += ["--seed", str(request.seed)] if request.seed else []
    words += settings.load().allowances()
    return _joined(words, windows)


def _bands(request: Request, *, product: bool) -> str:
    """The bands as the algorithms pass them on: by name for a product, in QGIS's order."""
    if not product:
        return ",".join(map(str, request.bands))
    names = sources.band_names(request.scene)
    return ",".join(names[number - 1] for number in request.bands or sources.spectral(names))


def _method(request: Request) -> List[str]:
    if request.evidence == MODEL:
        return ["--mode", "model", "--model", request.model]
    if not request.network:
        return ["--mode", "classical", "--fill", request.label]
    words = ["--mode", request.label, "--preset", request.preset]
    return [*words, "--steps", str(request.steps)] if request.steps is not None else words


def problem(request: Request) -> Optional[str]:
    """A sentence on why there is no command for a request; None if there is one."""
    try:
        qgis_process(request)
    except NoFile as error:
        return tr("{name} is not a file: export it to one (layer menu, Export) and choose that layer.").format(
            name=f"“{error}”"
        )
    return None


def _value(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, QgsMapLayer):
        file = _file(value)
        return value.source() if file.layer or file.resolution else file.path
    return str(value)


def _area_file(request: Request) -> sources.Source:
    """The file of the area; a command cannot refer to a selection."""
    assert request.area is not None  # nosec B101 # checked by both callers
    if request.area_selected:
        raise NoFile(request.area.name())
    return _file(request.area)


def _with_layer(file: sources.Source) -> str:
    return file.path + (f",layer={file.layer}" if file.layer else "")


def _file(layer: QgsMapLayer) -> sources.Source:
    """The file of a layer, without exporting it."""
    if isinstance(layer, QgsRasterLayer):
        source = sources.raster(layer, QgsProcessingContext())
        if source.provider is None:
            return source
    elif isinstance(layer, QgsVectorLayer) and sources.is_file(layer):
        return sources.vector(layer, QgsProcessingContext())
    raise NoFile(layer.name())


def _joined(words: Sequence[str], windows: bool) -> str:
    parts: List[str] = list(words)
    return subprocess.list2cmdline(parts) if windows else " ".join(shlex.quote(part) for part in parts)

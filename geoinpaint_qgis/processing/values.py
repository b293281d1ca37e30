"""Checks the values of parameters that several algorithms share, and converts them to parts of a job."""

from __future__ import annotations

import os
import re
from typing import Any, Dict, List, Mapping, Optional, Sequence

from qgis.core import QgsProcessing, QgsProcessingAlgorithm, QgsProcessingContext, QgsProcessingException

from geoinpaint_qgis import interface
from geoinpaint_qgis.processing import layers
from geoinpaint_qgis.processing import parameters as shared
from geoinpaint_qgis.processing.fetched import mask_beside
from geoinpaint_qgis.translate import tr

Parameters = Dict[str, Any]


def parse_classes(text: str) -> List[int]:
    """Parses class numbers from text such as "3, 8-10".

    Raises:
        ValueError: the text is invalid.
    """
    found = set()
    for part in text.replace(";", ",").split(","):
        if not part.strip():
            continue
        match = re.fullmatch(r"\s*(\d{1,5})\s*(?:-\s*(\d{1,5})\s*)?", part)
        if not match:
            raise ValueError(part.strip())
        first, last = int(match[1]), int(match[2] or match[1])
        if last < first:
            raise ValueError(part.strip())
        found.update(range(first, last + 1))
    return sorted(found)


def problem_of_classes(text: Any) -> Optional[str]:
    """A sentence on what is wrong with a text of classes; None if it is valid."""
    try:
        parse_classes(str(text or ""))
    except ValueError as error:
        return tr("“{part}” is not a class or a range of classes: write numbers such as 3,8-10.").format(part=error)
    return None


def problem_of_layers(parameters: Parameters, names: Sequence[str], context: QgsProcessingContext) -> Optional[str]:
    """A sentence on the first layer that cannot be opened; None if all can."""
    for name in names:
        found = layers.first_problem(layers.given(parameters.get(name)), context)
        if found is not None:
            return found
    return None


def problem_of_masks(parameters: Parameters) -> Optional[str]:
    """Checks that there is a mask source."""
    classified = bool(parameters.get(shared.CLASSIFICATION))
    detect = bool(parameters.get(shared.DETECT))
    if detect and not layers.given(parameters.get(shared.REFERENCES)):
        return no_dates_to_detect_from()
    given = layers.given(parameters.get(shared.MASKS)) or parameters.get(shared.MASK_NODATA)
    detector = shared.detector_of(parameters.get(shared.DETECTOR))
    if not given and not classified and not detect and not detector:
        return tr("Nothing says what is to be filled: choose a mask layer, or have nodata pixels filled.")
    classes = str(parameters.get(shared.CLASSES, interface.SCL_CLOUDS) or "")
    if classified and not classes.strip():
        return tr("Say which classes are to be filled, such as 3,8-10.")
    return problem_of_classes(parameters.get(shared.MASK_CLASSES)) or problem_of_classes(classes)


def no_dates_to_detect_from() -> str:
    """The message if clouds are to be detected, but there is no other date."""
    return tr("Clouds are detected from other dates: give at least one.")


def problem_of_references(parameters: Parameters) -> Optional[str]:
    """Checks that the references' masks match the references."""
    references = layers.given(parameters.get(shared.REFERENCES))
    masks = layers.given(parameters.get(shared.REFERENCE_MASKS))
    if masks and len(masks) != len(references):
        return tr("There are {masks} masks for {references} references: give none, or one for each.").format(
            masks=len(masks), references=len(references)
        )
    return problem_of_classes(parameters.get(shared.REFERENCE_MASK_CLASSES))


def problem_of_output(path: str, inputs: Sequence[str]) -> Optional[str]:
    """Checks that a GeoTIFF can be written to a path without overwriting an input."""
    if not path.lower().endswith((".tif", ".tiff")):
        return tr("The result is a GeoTIFF: its name must end in .tif, and {name} does not.").format(
            name=os.path.basename(path)
        )
    for other in inputs:
        if os.path.exists(path) and os.path.exists(other) and os.path.samefile(path, other):
            return tr("The result would overwrite the input {name}: choose another file.").format(
                name=os.path.basename(other)
            )
    folder = os.path.dirname(os.path.abspath(path))
    if os.path.isdir(folder) and not os.access(folder, os.W_OK):
        return tr("The folder {folder} cannot be written to.").format(folder=folder)
    return None


def problem_of_outputs(parameters: Parameters, names: Sequence[str], inputs: Sequence[Any]) -> Optional[str]:
    """Checks that the rasters of several parameters can be written without overwriting input files."""
    files = [value for value in inputs if isinstance(value, str)]
    for name in names:
        value = parameters.get(name)
        if isinstance(value, str) and value and value != QgsProcessing.TEMPORARY_OUTPUT:
            found = problem_of_output(value, files)
            if found:
                return found
    return None


def output_file(
    algorithm: QgsProcessingAlgorithm, parameters: Parameters, name: str, context: QgsProcessingContext
) -> str:
    """The file of an output, whose folder is created; empty if the output is not wanted.

    Raises:
        QgsProcessingException: the folder cannot be created.
    """
    path = algorithm.parameterAsOutputLayer(parameters, name, context)
    if path:
        # relative paths in a job refer to the job file
        path = path if os.path.isabs(path) else os.path.abspath(path)
        folder = os.path.dirname(path)
        try:
            os.makedirs(folder, exist_ok=True)
        except OSError as error:
            raise QgsProcessingException(
                tr("The folder {folder} cannot be made: {reason}.").format(folder=folder, reason=error.strerror)
            ) from error
    return path


# --- parts of the job ------------------------------------------------------------------------------------------------


def mask_part(masks: Sequence[layers.Source], classes: str, nodata: bool) -> List[Mapping[str, Any]]:
    """The mask sources of a job."""
    numbers = parse_classes(classes)
    return [*(layers.mask_entry(source, numbers) for source in masks), *([{"nodata": True}] if nodata else [])]


def reference_part(
    references: Sequence[layers.Source], masks: Sequence[layers.Source], classes: str
) -> List[Mapping[str, Any]]:
    """The references of a job, each with its mask if masks are given."""
    numbers = parse_classes(classes)
    part: List[Mapping[str, Any]] = []
    for index, reference in enumerate(references):
        entry: Dict[str, Any] = {"path": reference.path}
        if not masks:
            entry.update(mask_beside(reference.path))  # for dates fetched from a catalogue
        else:
            entry["mask"] = masks[index].path
            if numbers:
                entry["classes"] = numbers
        part.append(entry)
    return part

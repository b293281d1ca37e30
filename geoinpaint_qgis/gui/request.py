"""What the panel asks for, as plain values: which algorithm, with which parameters, and where the result goes."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from typing import Any, Dict, List, Optional, Tuple

from qgis.core import QgsMapLayer, QgsRasterLayer

from geoinpaint_qgis.processing import classicalfill, inpaint
from geoinpaint_qgis.processing import layers as sources
from geoinpaint_qgis.processing import parameters as shared
from geoinpaint_qgis.translate import tr

SIMPLE = "simple"
EVIDENCE = (SIMPLE, "image", "dates", "radar", "both")
AUTOMATIC = "auto"
_MODES = {"image": "basic", "dates": "mt", "radar": "ms", "both": "ms-mt"}
_RESIDUAL_MODES = {"dates": "mt-r", "radar": "ms-r"}


@dataclass
class Request:
    """One fill as the panel shows it.

    Attributes:
        scene: the raster to fill.
        masks: layers that say what to fill.
        classification: a raster of classes that says it too.
        classes: the classes of it that mean: fill.
        nodata: whether nodata is filled too.
        dilate: pixels to grow the mask by.
        evidence: "simple" for a classical fill, else what the network may use: "image", "dates", "radar" or "both".
        fill: the classical fill, or "auto" for the best one the evidence allows.
        residual: whether the network makes the difference to the evidence only (modes mt-r and ms-r).
        preset: the network's preset.
        steps: steps of the network; None: as the preset has it.
        seed: of all that is drawn.
        references: rasters of other dates.
        radar: Sentinel-1 rasters.
        output: the file to write; empty: beside the scene.
    """

    scene: Optional[QgsRasterLayer] = None
    masks: List[QgsMapLayer] = field(default_factory=list)
    classification: Optional[QgsRasterLayer] = None
    classes: str = shared.SCL_CLOUDS
    nodata: bool = False
    dilate: int = 0
    evidence: str = SIMPLE
    fill: str = AUTOMATIC
    residual: bool = False
    preset: str = inpaint.PRESETS[0]
    steps: Optional[int] = None
    seed: int = 0
    references: List[QgsRasterLayer] = field(default_factory=list)
    radar: List[QgsRasterLayer] = field(default_factory=list)
    output: str = ""

    @property
    def network(self) -> bool:
        """Whether the network is asked for, which needs the engine's full stage."""
        return self.evidence != SIMPLE

    @property
    def algorithm(self) -> str:
        """The id of the algorithm to run."""
        return "geoinpaint:inpaint" if self.network else "geoinpaint:classicalfill"

    @property
    def label(self) -> str:
        """What the result is named after: the mode or the fill."""
        if self.network:
            modes = {**_MODES, **(_RESIDUAL_MODES if self.residual else {})}
            return modes[self.evidence]
        if self.fill != AUTOMATIC:
            return self.fill
        return "regression" if self.references or self.radar else "harmonic"

    def missing(self) -> Optional[str]:
        """What is still to be chosen, in one sentence; None where the run can start."""
        if self.scene is None:
            return tr("Choose the raster to fill.")
        if not self.masks and not self.nodata and self.classification is None:
            return tr("Say what to fill: choose a classification or a mask layer, or draw on the map.")
        if self.classification is not None and not self.classes:
            return tr("Say which classes to fill, such as 3,8-10.")
        wrong = shared.problem_of_classes(self.classes) if self.classification is not None else None
        return wrong or self._unavailable()

    def _unavailable(self) -> Optional[str]:
        given = {"references": len(self.references), "radar": len(self.radar)}
        if self.network:
            return unavailable(self.evidence, **given)
        return fill_unavailable(self.fill, **given)

    def parameters(self, output: Any) -> Dict[str, Any]:
        """The algorithm's parameters, with `output` for its output; missing() is None."""
        found: Dict[str, Any] = {
            shared.INPUT: self.scene,
            shared.MASKS: list(self.masks),
            shared.MASK_NODATA: self.nodata,
            shared.DILATE: self.dilate,
            shared.SEED: self.seed,
            shared.OUTPUT: output,
        }
        if self.classification is not None:
            found[shared.CLASSIFICATION] = self.classification
            found[shared.CLASSES] = self.classes
        if self.references and self.evidence in (SIMPLE, "dates", "both"):
            found[shared.REFERENCES] = list(self.references)
        if self.radar and self.evidence in (SIMPLE, "radar", "both"):
            found[shared.SAR] = list(self.radar)
        if self.network:
            found[inpaint.MODE] = self.label
            found[inpaint.PRESET] = self.preset
            if self.steps is not None:
                found[inpaint.STEPS] = self.steps
        else:
            found[classicalfill.FILL] = self.label
        return found

    def output_path(self) -> str:
        """The file to write: the chosen one, or a new one beside the scene."""
        if self.output:
            return self.output if re.search(r"\.tiff?$", self.output, re.IGNORECASE) else f"{self.output}.tif"
        return free_name(*place_of(self.scene), self.label) if self.scene is not None else ""


def unavailable(evidence: str, *, references: int, radar: int) -> Optional[str]:
    """Why a kind of evidence cannot be used yet; None where it can."""
    if evidence in ("dates", "both") and not references:
        return tr("Tick at least one image of another date.")
    if evidence in ("radar", "both") and not radar:
        return tr("Tick at least one Sentinel-1 image.")
    return None


def fill_unavailable(fill: str, *, references: int, radar: int) -> Optional[str]:
    """Why a classical fill cannot be used yet; None where it can."""
    if fill in classicalfill.NEED_REFERENCES and not references:
        return tr("This fill needs at least one image of another date: tick one.")
    if fill == "regression" and not references and not radar:
        return tr("A regression needs an image of another date or a radar image: tick one.")
    return None


def place_of(scene: QgsRasterLayer) -> Tuple[str, str]:
    """The folder of a scene and its name without extension; the home folder where it is no file."""
    path = scene.source()
    if scene.providerType() == "gdal" and os.path.exists(path):
        folder = os.path.dirname(os.path.abspath(path))
        stem = os.path.splitext(os.path.basename(path))[0]
        # A folder of an archive is often read-only.
        return (folder if os.access(folder, os.W_OK) else os.path.expanduser("~")), stem
    return os.path.expanduser("~"), re.sub(r"[^\w.+-]+", "_", sources.Source(name=scene.name()).stem) or "raster"


def free_name(folder: str, stem: str, label: str) -> str:
    """`<stem>_inpainted_<label>.tif` in a folder, with a number where that exists already."""
    path = os.path.join(folder, f"{stem}_inpainted_{label}.tif")
    number = 2
    while os.path.exists(path):
        path = os.path.join(folder, f"{stem}_inpainted_{label}_{number}.tif")
        number += 1
    return path

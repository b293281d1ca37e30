"""The panel's request as plain values: the algorithm, its parameters, and the destination of the result."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from typing import Any, Callable, Dict, List, Optional, Tuple

from qgis.core import (
    QgsMapLayer,
    QgsProcessingContext,
    QgsProcessingFeatureSourceDefinition,
    QgsRasterLayer,
    QgsRectangle,
    QgsVectorLayer,
)

from geoinpaint_qgis import engine, interface
from geoinpaint_qgis.processing import classicalfill, inpaint, inpaintwithmodel, values
from geoinpaint_qgis.processing import layers as sources
from geoinpaint_qgis.processing import parameters as shared
from geoinpaint_qgis.translate import tr

SIMPLE = "simple"
MODEL = "model"
EVIDENCE = (SIMPLE, "image", "dates", "radar", "both", MODEL)
_MODES = {"image": "basic", "dates": "mt", "radar": "ms", "both": "ms-mt"}
_RESIDUAL_MODES = {"dates": "mt-r", "radar": "ms-r"}


@dataclass
class Request:
    """A fill as configured in the panel.

    Attributes:
        scene: the raster to fill.
        bands: 1-based numbers of the bands to fill and to write; empty: all, or those of a model.
        extent: limits the fill to holes in this extent, in the scene's CRS; None: no limit.
        area: limits the fill to holes in the polygons of this layer; None: no limit.
        area_selected: use only the selected polygons.
        area_problem: a sentence on what is wrong with the chosen area; empty: nothing.
        masks: mask layers.
        classification: a classification raster, also used as a mask.
        classes: classes of it that are masked.
        nodata: whether nodata is filled too.
        dilate: number of pixels by which the mask is grown.
        detector: network that detects clouds; empty: none.
        detect: whether clouds detected from the other dates are filled.
        grow: whether cloud detected outside the mask is filled too.
        evidence: "simple" for a classical fill, "model" for a trained model, else the evidence of the network: "image",
            "dates", "radar" or "both".
        fill: the classical fill, or "auto" for the best one for the evidence.
        residual: whether the network predicts the difference to the evidence (modes mt-r and ms-r).
        model: name of the trained model.
        preset: preset of the network.
        steps: steps of the network; None: the preset's default.
        seed: seed of random numbers.
        references: rasters of other dates.
        radar: Sentinel-1 rasters.
        output: path of the result, relative to the scene's folder; empty: a new file there.
        uncertainty, fill_flag, report: whether these files are written beside the result.
    """

    scene: Optional[QgsRasterLayer] = None
    bands: List[int] = field(default_factory=list)
    extent: Optional[QgsRectangle] = None
    area: Optional[QgsVectorLayer] = None
    area_selected: bool = False
    area_problem: str = ""
    masks: List[QgsMapLayer] = field(default_factory=list)
    classification: Optional[QgsRasterLayer] = None
    classes: str = interface.SCL_CLOUDS
    nodata: bool = False
    dilate: int = 0
    detect: bool = False
    detector: str = ""
    grow: bool = False
    evidence: str = SIMPLE
    fill: str = classicalfill.AUTOMATIC
    residual: bool = False
    model: str = ""
    preset: str = interface.DEFAULTS["preset"]
    steps: Optional[int] = None
    seed: int = 0
    references: List[QgsRasterLayer] = field(default_factory=list)
    radar: List[QgsRasterLayer] = field(default_factory=list)
    output: str = ""
    uncertainty: bool = False
    fill_flag: bool = False
    report: bool = False

    @property
    def network(self) -> bool:
        """Whether a network is fitted to the scene, as a preset defines."""
        return self.evidence not in (SIMPLE, MODEL)

    @property
    def needs_torch(self) -> bool:
        """Whether PyTorch is needed; the fast preset works without it."""
        return self.evidence == MODEL or (self.network and self.preset == "paper")

    @property
    def algorithm(self) -> str:
        """Id of the algorithm to run."""
        if self.evidence == MODEL:
            return "geoinpaint:inpaintwithmodel"
        return "geoinpaint:inpaint" if self.network else "geoinpaint:classicalfill"

    @property
    def label(self) -> str:
        """Suffix of the result's name: the mode, the model or the fill."""
        if self.evidence == MODEL:
            return self.model or MODEL
        if self.network:
            modes = {**_MODES, **(_RESIDUAL_MODES if self.residual else {})}
            return modes[self.evidence]
        if self.fill != classicalfill.AUTOMATIC:
            return self.fill
        return classicalfill.automatic(evidence=bool(self.references or self.radar))

    def missing(self) -> Optional[str]:
        """A sentence on what is still to be chosen; None if the run can start."""
        if self.scene is None:
            return tr("Choose the raster to fill.")
        if self.area_problem:
            return self.area_problem
        if not self.says_what_to_fill:
            return tr("Say what to fill: choose a classification or a mask layer, or draw on the map.")
        if self.classification is not None and not self.classes:
            return tr("Say which classes to fill, such as 3,8-10.")
        wrong = values.problem_of_classes(self.classes) if self.classification is not None else None
        wrong = wrong or self._unavailable() or self._problem_of_detector() or self._problem_of_detection()
        return wrong or self._problem_of_output()

    @property
    def says_what_to_fill(self) -> bool:
        """Whether there is a mask source."""
        return bool(self.masks or self.nodata or self.classification is not None or self.detect or self.detector)

    @property
    def uses_dates(self) -> bool:
        """Whether other dates are used, for filling or for detecting clouds."""
        if not self.references or self.evidence == MODEL:
            return False
        if self.detect or self.evidence != SIMPLE:
            return self.detect or self.evidence in ("dates", "both")
        return bool(interface.FILLS[self.label]["references"])

    def _problem_of_detector(self) -> Optional[str]:
        """Why the detection network cannot be used, as far as known."""
        if self.detector and engine.lacks(interface.DETECTORS[self.detector]):
            return tr("The network for clouds is not installed yet: press Get it.")
        return None

    def _problem_of_detection(self) -> Optional[str]:
        """Why clouds cannot be detected from the dates, if that is requested."""
        if self.detect and self.evidence == MODEL:
            return tr("A trained model looks at no other dates to detect clouds from: choose another mask.")
        if self.detect and not self.references:
            return tr("Tick at least one image of another date to detect clouds from.")
        return None

    def _problem_of_output(self) -> Optional[str]:
        """What is wrong with the chosen output file."""
        if not self.output:
            return None
        path, scene = self.output_path(), self.scene
        if not os.path.isdir(os.path.dirname(os.path.abspath(path))):
            return tr("The folder {folder} does not exist: choose another file.").format(folder=os.path.dirname(path))
        return values.problem_of_output(path, [scene.source()] if scene is not None else [])

    @property
    def overwrites(self) -> bool:
        """Whether the chosen output file exists already."""
        return bool(self.output) and os.path.exists(self.output_path())

    def _unavailable(self) -> Optional[str]:
        given = {"references": len(self.references), "radar": len(self.radar)}
        if self.evidence == MODEL and not self.model:
            return tr("Choose a trained model in the table.")
        if self.network:
            return unavailable(self.evidence, **given)
        return None if self.evidence == MODEL else fill_unavailable(self.fill, **given)

    def parameters(self, output: Any, *, raster: Callable[[str], Any] = str) -> Dict[str, Any]:
        """The algorithm's parameters, with `output` as the value of its output; requires `missing()` to be None.

        `raster` converts the path of an additional output raster to a parameter value.
        """
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
        if self.detect:
            found[shared.DETECT] = True
        if self.detector:
            found[shared.DETECTOR] = self.detector
        if self.grow and self.uses_dates:
            found[shared.GROW] = "auto"
        if self.references and (self.evidence in (SIMPLE, "dates", "both") or (self.detect and self.evidence != MODEL)):
            found[shared.REFERENCES] = list(self.references)
        if self.radar and self.evidence in (SIMPLE, "radar", "both"):
            found[shared.SAR] = list(self.radar)
        if self.bands:
            found[shared.BANDS] = list(self.bands)
        if self.extent is not None:
            found[shared.EXTENT] = extent_text(self.extent, self.scene)
        if self.area is not None:
            selected = self.area_selected
            found[shared.AREA] = QgsProcessingFeatureSourceDefinition(self.area.id(), True) if selected else self.area
        stem = os.path.splitext(self.output_path())[0]
        for wanted, name, ending in (
            (self.uncertainty, shared.UNCERTAINTY, "uncertainty"),
            (self.fill_flag, shared.FILL_FLAG, "fill_flag"),
        ):
            if wanted:
                found[name] = raster(free_path(f"{stem}_{ending}", ".tif"))
        if self.report:
            found[shared.REPORT] = free_path(f"{stem}_report", ".html")
        if self.evidence == MODEL:
            found[inpaintwithmodel.MODEL] = self.model
        elif self.network:
            found[inpaint.MODE] = self.label
            found[inpaint.PRESET] = self.preset
            if self.steps is not None:
                found[inpaint.STEPS] = self.steps
        else:
            found[classicalfill.FILL] = self.label
        return found

    def output_path(self) -> str:
        """Path of the result: as chosen, a name without a folder beside the scene; or a new file there."""
        if self.output:
            path = os.path.expanduser(self.output if os.path.splitext(self.output)[1] else f"{self.output}.tif")
            return path if self.scene is None else os.path.join(place_of(self.scene)[0], path)
        return free_name(*place_of(self.scene), self.label) if self.scene is not None else ""


def by_id(value: Any) -> Any:
    """A parameter's value with layers replaced by their ids."""
    if isinstance(value, list):
        return [by_id(item) for item in value]
    return value.id() if isinstance(value, QgsMapLayer) else value


def extent_text(extent: QgsRectangle, scene: Optional[QgsRasterLayer]) -> str:
    """Formats an extent as Processing expects it, with the CRS if it has an authority code."""
    numbers = (extent.xMinimum(), extent.xMaximum(), extent.yMinimum(), extent.yMaximum())
    text = ",".join(f"{number:.12g}" for number in numbers)
    name = scene.crs().authid() if scene is not None else ""
    return f"{text} [{name}]" if name else text


def unavailable(evidence: str, *, references: int, radar: int) -> Optional[str]:
    """Why a kind of evidence cannot be used yet; None if it can."""
    if evidence in ("dates", "both") and not references:
        return tr("Tick at least one image of another date.")
    if evidence in ("radar", "both") and not radar:
        return tr("Tick at least one Sentinel-1 image.")
    return None


def fill_unavailable(fill: str, *, references: int, radar: int) -> Optional[str]:
    """Why a classical fill cannot be used yet; None if it can."""
    if fill in interface.FILLS_WITH_REFERENCES and not references:
        return tr("This fill needs at least one image of another date: tick one.")
    if fill in interface.FILLS_WITH_EITHER and not references and not radar:
        return tr("A regression needs an image of another date or a radar image: tick one.")
    return None


def place_of(scene: QgsRasterLayer) -> Tuple[str, str]:
    """Folder for a scene's results, and its name without extension: beside the file, or beside the product.

    The home folder if the scene is not a file, or if its folder is not writable, as in an archive.
    """
    file = sources.raster(scene, QgsProcessingContext())
    if file.provider is not None or not os.path.exists(file.path):
        return os.path.expanduser("~"), re.sub(r"[^\w.+-]+", "_", sources.Source(name=scene.name()).stem) or "raster"
    beside = sources.product_root(file.path)
    if file.resolution:
        stem = f"{sources.Source(name=os.path.basename(beside)).stem}_{file.resolution}m"
    else:
        stem = os.path.splitext(os.path.basename(file.path))[0]
    folder = os.path.dirname(beside)
    return (folder if os.access(folder, os.W_OK) else os.path.expanduser("~")), stem


def free_name(folder: str, stem: str, label: str) -> str:
    """`<stem>_inpainted_<label>.tif` in a folder, with a number if that exists already."""
    return free_path(os.path.join(folder, f"{stem}_inpainted_{label}"), ".tif")


def free_path(stem: str, ending: str) -> str:
    """The path `<stem><ending>`, with a number before the ending if that exists already."""
    path, number = f"{stem}{ending}", 2
    while os.path.exists(path):
        path, number = f"{stem}_{number}{ending}", number + 1
    return path

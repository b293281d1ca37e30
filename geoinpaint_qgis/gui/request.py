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
    """One fill as the panel shows it.

    Attributes:
        scene: the raster to fill.
        bands: the bands to fill and to write, from 1; empty: all, or a model's own.
        extent: fill only the holes in it, in the scene's CRS; None: all.
        area: fill only the holes in its shapes; None: all.
        area_selected: of these shapes only the selected ones.
        area_problem: what is wrong with the area that was chosen, in one sentence; empty: nothing.
        masks: layers that say what to fill.
        classification: a raster of classes that says it too.
        classes: the classes of it that mean: fill.
        nodata: whether nodata is filled too.
        dilate: pixels to grow the mask by.
        detector: the network that says what is cloud; empty: none.
        detect: whether cloud detected from the other dates is filled.
        grow: whether cloud that they show beside the mask is filled too.
        evidence: "simple" for a classical fill, "model" for a trained model, else what the network may use: "image",
            "dates", "radar" or "both".
        fill: the classical fill, or "auto" for the best one the evidence allows.
        residual: whether the network makes the difference to the evidence only (modes mt-r and ms-r).
        model: the trained model's name in the table.
        preset: the network's preset.
        steps: steps of the network; None: as the preset has it.
        seed: of all that is drawn.
        references: rasters of other dates.
        radar: Sentinel-1 rasters.
        output: the file to write; empty: beside the scene.
        uncertainty, fill_flag, report: whether these files are written beside it.
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
        """Whether a network is fitted to the scene, which a preset says how."""
        return self.evidence not in (SIMPLE, MODEL)

    @property
    def needs_torch(self) -> bool:
        """Whether the engine's full stage is needed: the fast preset does without."""
        return self.evidence == MODEL or (self.network and self.preset == "paper")

    @property
    def algorithm(self) -> str:
        """The id of the algorithm to run."""
        if self.evidence == MODEL:
            return "geoinpaint:inpaintwithmodel"
        return "geoinpaint:inpaint" if self.network else "geoinpaint:classicalfill"

    @property
    def label(self) -> str:
        """What the result is named after: the mode, the model or the fill."""
        if self.evidence == MODEL:
            return self.model or MODEL
        if self.network:
            modes = {**_MODES, **(_RESIDUAL_MODES if self.residual else {})}
            return modes[self.evidence]
        if self.fill != classicalfill.AUTOMATIC:
            return self.fill
        return classicalfill.automatic(evidence=bool(self.references or self.radar))

    def missing(self) -> Optional[str]:
        """What is still to be chosen, in one sentence; None where the run can start."""
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
        """Whether there is a mask."""
        return bool(self.masks or self.nodata or self.classification is not None or self.detect or self.detector)

    @property
    def uses_dates(self) -> bool:
        """Whether the other dates are used, to fill or to detect clouds."""
        if not self.references or self.evidence == MODEL:
            return False
        if self.detect or self.evidence != SIMPLE:
            return self.detect or self.evidence in ("dates", "both")
        return bool(interface.FILLS[self.label]["references"])

    def _problem_of_detector(self) -> Optional[str]:
        """Why the network cannot be asked, as far as that is known."""
        if self.detector and engine.lacks(interface.DETECTORS[self.detector]):
            return tr("The network for clouds is not installed yet: press Get it.")
        return None

    def _problem_of_detection(self) -> Optional[str]:
        """Why clouds cannot be detected from the dates, where that is wanted."""
        if self.detect and self.evidence == MODEL:
            return tr("A trained model looks at no other dates to detect clouds from: choose another mask.")
        if self.detect and not self.references:
            return tr("Tick at least one image of another date to detect clouds from.")
        return None

    def _problem_of_output(self) -> Optional[str]:
        """What is wrong with the file that was chosen for the result."""
        if not self.output:
            return None
        path, scene = self.output_path(), self.scene
        if not os.path.isdir(os.path.dirname(os.path.abspath(path))):
            return tr("The folder {folder} does not exist: choose another file.").format(folder=os.path.dirname(path))
        return values.problem_of_output(path, [scene.source()] if scene is not None else [])

    @property
    def overwrites(self) -> bool:
        """Whether the file that was chosen is there already."""
        return bool(self.output) and os.path.exists(self.output_path())

    def _unavailable(self) -> Optional[str]:
        given = {"references": len(self.references), "radar": len(self.radar)}
        if self.evidence == MODEL and not self.model:
            return tr("Choose a trained model in the table.")
        if self.network:
            return unavailable(self.evidence, **given)
        return None if self.evidence == MODEL else fill_unavailable(self.fill, **given)

    def parameters(self, output: Any, *, raster: Callable[[str], Any] = str) -> Dict[str, Any]:
        """The algorithm's parameters, with `output` for its output; missing() is None.

        `raster` makes the value for another raster that is written from its path.
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
        """The file to write: the chosen one, or a new one beside the scene."""
        if self.output:
            return self.output if os.path.splitext(self.output)[1] else f"{self.output}.tif"
        return free_name(*place_of(self.scene), self.label) if self.scene is not None else ""


def by_id(value: Any) -> Any:
    """A parameter's value with the ids of layers in place of the layers."""
    if isinstance(value, list):
        return [by_id(item) for item in value]
    return value.id() if isinstance(value, QgsMapLayer) else value


def extent_text(extent: QgsRectangle, scene: Optional[QgsRasterLayer]) -> str:
    """An extent as Processing writes it, with the CRS where that has a name."""
    numbers = (extent.xMinimum(), extent.xMaximum(), extent.yMinimum(), extent.yMaximum())
    text = ",".join(f"{number:.12g}" for number in numbers)
    name = scene.crs().authid() if scene is not None else ""
    return f"{text} [{name}]" if name else text


def unavailable(evidence: str, *, references: int, radar: int) -> Optional[str]:
    """Why a kind of evidence cannot be used yet; None where it can."""
    if evidence in ("dates", "both") and not references:
        return tr("Tick at least one image of another date.")
    if evidence in ("radar", "both") and not radar:
        return tr("Tick at least one Sentinel-1 image.")
    return None


def fill_unavailable(fill: str, *, references: int, radar: int) -> Optional[str]:
    """Why a classical fill cannot be used yet; None where it can."""
    if fill in interface.FILLS_WITH_REFERENCES and not references:
        return tr("This fill needs at least one image of another date: tick one.")
    if fill in interface.FILLS_WITH_EITHER and not references and not radar:
        return tr("A regression needs an image of another date or a radar image: tick one.")
    return None


def place_of(scene: QgsRasterLayer) -> Tuple[str, str]:
    """The folder for a scene's results and its name without extension: beside the file, or beside the product.

    The home folder where the scene is no file, or where its folder cannot be written to, as in an archive.
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
    """`<stem>_inpainted_<label>.tif` in a folder, with a number where that exists already."""
    return free_path(os.path.join(folder, f"{stem}_inpainted_{label}"), ".tif")


def free_path(stem: str, ending: str) -> str:
    """The file `<stem><ending>`, with a number before the ending where that exists already."""
    path, number = f"{stem}{ending}", 2
    while os.path.exists(path):
        path, number = f"{stem}_{number}{ending}", number + 1
    return path

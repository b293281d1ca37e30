"""`geoinpaint:findevidence`: finds the dates and radar images in a STAC catalogue that serve a fill best."""

from __future__ import annotations

import json
import os
from typing import Any, Dict, List, Optional

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputMultipleLayers,
    QgsProcessingParameterAuthConfig,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
)

from geoinpaint_qgis import interface
from geoinpaint_qgis.processing import layers, values, web_access
from geoinpaint_qgis.processing import parameters as shared
from geoinpaint_qgis.processing.base import EngineAlgorithm
from geoinpaint_qgis.processing.execution import figures_of, run_command
from geoinpaint_qgis.translate import tr

CATALOGUE = "CATALOGUE"
AUTHENTICATION = "AUTHENTICATION"
DATE = "DATE"
BEFORE = "BEFORE"
AFTER = "AFTER"
MAX_DATES = "MAX_DATES"
MAX_SAR = "MAX_SAR"
MAX_MB = "MAX_MB"
FETCH = "FETCH"
DATES = "DATES"
RADAR_DATES = "RADAR_DATES"
CANDIDATES = "CANDIDATES"
DEFAULT_CATALOGUE = next(iter(interface.CATALOGUES))


class FindEvidence(EngineAlgorithm):
    """Find and fetch other dates and radar."""

    NAME = "findevidence"

    def title(self) -> str:
        return tr("Find dates and radar")

    def group(self) -> str:
        return tr("Prepare")

    def groupId(self) -> str:
        return "prepare"

    def about(self) -> str:
        return tr(
            "Finds the images of other dates, and of Sentinel-1, that serve a fill best in a STAC catalogue: those that"
            " show what is to be filled without clouds, near in time. Fetches only the windows of them that are"
            " needed. Asks the catalogue's servers, and no others."
        )

    def initAlgorithm(self, configuration: Optional[Dict[str, Any]] = None) -> None:
        # in the order of the form
        self._add_hole()
        self._add_search()
        shared.declare(
            self,
            QgsProcessingParameterBoolean(FETCH, tr("Fetch what is chosen"), True),
            tr("Off: only tell what there is; nothing large is fetched."),
        )
        for name, label in ((DATES, tr("Fetch these dates")), (RADAR_DATES, tr("Fetch these radar images"))):
            shared.declare(
                self,
                QgsProcessingParameterString(name, label, "", False, True),
                tr("Dates as YYYY-MM-DD with commas, in place of the best."),
                advanced=True,
            )
        shared.declare(
            self,
            QgsProcessingParameterFolderDestination(shared.OUTPUT, tr("Folder of the evidence")),
            tr("Where the images go, each with its STAC item; what lies there already is not fetched again."),
        )
        self.addOutput(QgsProcessingOutputMultipleLayers(shared.REFERENCES, tr("Other dates")))
        self.addOutput(QgsProcessingOutputMultipleLayers(shared.SAR, tr("Radar images")))
        self.add_strings({CANDIDATES: tr("What there is (JSON)"), "ATTRIBUTION": tr("Attribution")})
        self.add_numbers({"MEGABYTES": tr("Megabytes that were fetched"), "REQUESTS": tr("Requests")})

    def _add_hole(self) -> None:
        """Parameters of the scene and its mask."""
        shared.declare(
            self,
            QgsProcessingParameterRasterLayer(shared.INPUT, tr("Scene")),
            tr("The raster to fill; or the path of a Sentinel-2 product."),
        )
        shared.add_classification(
            self, tr("A raster of classes that says what is to be filled, such as a scene classification."),
            tr("Classes to fill"),
        )  # fmt: skip
        shared.declare(
            self,
            QgsProcessingParameterMultipleLayers(
                shared.MASKS, tr("Further mask layers"), QgsProcessing.SourceType.TypeMapLayer, None, True
            ),
            tr("Rasters (every pixel that is not zero) and vectors (inside the shapes) that say it too."),
        )
        shared.declare(
            self,
            QgsProcessingParameterBoolean(shared.DETECT, tr("Clouds will be detected from the dates"), False, True),
            tr("Nothing says yet what is cloud, so dates are found that show the whole scene: they will tell it."),
        )
        shared.add_detector(self)
        shared.add_growth(self, tr("Fill nodata pixels too"), tr("Adds the scene's nodata pixels."))

    def _add_search(self) -> None:
        """Parameters of the catalogue and the search."""
        shared.declare(
            self,
            QgsProcessingParameterString(CATALOGUE, tr("Catalogue"), DEFAULT_CATALOGUE),
            tr(
                "earth-search, planetary-computer or copernicus; the URL of a STAC API; or a folder of STAC items on"
                " this computer."
            ),
        )
        shared.declare(
            self,
            QgsProcessingParameterAuthConfig(AUTHENTICATION, tr("Authentication"), None, True),
            tr("The catalogue's token, from QGIS's authentication manager; it is written nowhere else."),
            advanced=True,
        )
        shared.declare(
            self,
            QgsProcessingParameterString(DATE, tr("Date of the scene"), "", False, True),
            tr("As YYYY-MM-DD, where the scene itself does not tell it."),
        )
        shared.declare(self, shared.integer(BEFORE, tr("Days before"), 90, 0, 3650),
                       tr("How many days before the scene's date are looked at."))  # fmt: skip
        shared.declare(self, shared.integer(AFTER, tr("Days after"), 90, 0, 3650),
                       tr("How many days after the scene's date are looked at."))  # fmt: skip
        shared.declare(self, shared.integer(MAX_DATES, tr("Dates at most"), 6, 0, 100),
                       tr("How many dates are fetched at most."))  # fmt: skip
        shared.declare(self, shared.integer(MAX_SAR, tr("Radar images at most"), 2, 0, 100),
                       tr("How many images of Sentinel-1 are fetched at most; 0 for none."))  # fmt: skip
        shared.declare(self, shared.integer(MAX_MB, tr("Megabytes at most"), 500, 0, 1_000_000),
                       tr("How much is fetched at most, about."))  # fmt: skip

    def problem(self, parameters: Dict[str, Any], context: QgsProcessingContext) -> Optional[str]:
        scene = parameters.get(shared.INPUT)
        classes = str(parameters.get(shared.CLASSES, interface.SCL_CLOUDS) or "")
        classified = bool(parameters.get(shared.CLASSIFICATION)) or layers.is_product(scene)
        others = layers.given(parameters.get(shared.MASKS)) or parameters.get(shared.MASK_NODATA)
        others = others or shared.detector_of(parameters.get(shared.DETECTOR)) or parameters.get(shared.DETECT)
        found = self.problem_of_raster(parameters, shared.INPUT, context)
        found = found or values.problem_of_layers(parameters, [shared.CLASSIFICATION, shared.MASKS], context)
        found = found or values.problem_of_classes(classes)
        if not found and not classified and not others:
            found = tr("Nothing says what is to be filled: give a scene classification or a mask layer.")
        return found

    def prepareAlgorithm(
        self, parameters: Dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> bool:
        _, self._scene = self.scene_source(parameters, shared.INPUT, context)
        self._masks = self.sources(parameters, shared.MASKS, context)
        self._classification = None
        if parameters.get(shared.CLASSIFICATION):
            _, self._classification = self.scene_source(parameters, shared.CLASSIFICATION, context)
        self._environment = web_access.variables(self.parameterAsString(parameters, AUTHENTICATION, context))
        return True

    def processAlgorithm(
        self, parameters: Dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Dict[str, Any]:
        folder = os.path.abspath(self.parameterAsString(parameters, shared.OUTPUT, context))
        arguments = self._arguments(parameters, context, feedback, folder)
        result = run_command(arguments, feedback, environment=self._environment)
        figures = figures_of(result)
        for text in figures.get("attribution") or []:
            feedback.pushInfo(text)
        return {
            shared.OUTPUT: folder,
            shared.REFERENCES: list(figures.get("references") or []),
            shared.SAR: list(figures.get("sar") or []),
            CANDIDATES: json.dumps({name: figures.get(name) for name in (
                "candidates", "radar", "hosts", "megabytes_chosen", "scene_orbit")}),
            "ATTRIBUTION": "; ".join(figures.get("attribution") or []),
            "MEGABYTES": figures.get("megabytes"),
            "REQUESTS": figures.get("requests"),
        }  # fmt: skip

    def _arguments(
        self,
        parameters: Dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        folder: str,
    ) -> List[str]:
        scene = self._scene.to_file(feedback)

        def text(name: str) -> str:
            return self.parameterAsString(parameters, name, context).strip()

        def number(name: str) -> int:
            return self.parameterAsInt(parameters, name, context)

        arguments = ["find", scene.path, "-o", folder, "--catalogue", text(CATALOGUE) or DEFAULT_CATALOGUE]
        classes = ",".join(map(str, values.parse_classes(text(shared.CLASSES))))
        if self._classification is not None:
            arguments += ["--scl", self._classification.to_file(feedback).path, "--scl-classes", classes]
        elif layers.is_product(scene.path) and classes:
            arguments += ["--scl", "--scl-classes", classes]
        for mask in self._masks:
            file = mask.to_file(feedback)
            arguments += ["--mask", file.path + (f",layer={file.layer}" if file.layer else "")]
        for name, option in ((shared.MASK_NODATA, "--mask-nodata"), (shared.DETECT, "--detect")):
            arguments += [option] if self.parameterAsBoolean(parameters, name, context) else []
        detector = shared.detector_of(self.parameterAsEnumString(parameters, shared.DETECTOR, context))
        arguments += ["--detector", detector] if detector else []
        for name, option in ((shared.DILATE, "--dilate"), (BEFORE, "--before"), (AFTER, "--after"),
                             (MAX_DATES, "--max-dates"), (MAX_MB, "--max-mb")):  # fmt: skip
            arguments += [option, str(number(name))]
        if number(MAX_SAR):
            arguments += ["--sar", "--max-sar", str(number(MAX_SAR))]
        for name, option in ((DATE, "--date"), (DATES, "--dates"), (RADAR_DATES, "--radar-dates")):
            if text(name):
                arguments += [option, text(name)]
        fetch = self.parameterAsBoolean(parameters, FETCH, context)
        if not fetch and not text(DATES) and not text(RADAR_DATES):  # the results are for choosing
            arguments += ["--pictures", os.path.join(folder, ".pictures")]
        return [*arguments, "--yes"] if fetch and not text(DATES) and not text(RADAR_DATES) else arguments

"""`geoinpaint:cloudmask`: writes the mask of what is to be filled as a raster on the scene's grid."""

from __future__ import annotations

from typing import Any, Dict, List, Optional

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
)

from geoinpaint_qgis import interface
from geoinpaint_qgis.processing import layers, values
from geoinpaint_qgis.processing import parameters as shared
from geoinpaint_qgis.processing.base import EngineAlgorithm
from geoinpaint_qgis.processing.execution import figures_of, run_command
from geoinpaint_qgis.processing.style import ResultStyle
from geoinpaint_qgis.translate import tr

NUMBERS = {
    "MASKED_PIXELS": "hole_pixels",
    "CLEAR_PIXELS": "clear_pixels",
    "MASKED_SHARE": "hole_share",
    "HOLES": "holes",
    "LARGEST_HOLE_PIXELS": "largest_hole_pixels",
}


class CloudMask(EngineAlgorithm):
    """Make a mask from a classification, other layers and nodata."""

    NAME = "cloudmask"

    def title(self) -> str:
        return tr("Make a cloud mask")

    def group(self) -> str:
        return tr("Prepare")

    def groupId(self) -> str:
        return "prepare"

    def about(self) -> str:
        return tr(
            "Writes what is to be filled as a raster on the scene's grid: 1 fill, 0 keep. The sources add up: classes"
            " of a scene classification, other raster and vector layers, what other dates or a network tell to be"
            " cloud, and the scene's nodata."
        )

    def initAlgorithm(self, configuration: Optional[Dict[str, Any]] = None) -> None:
        shared.declare(
            self,
            QgsProcessingParameterRasterLayer(shared.INPUT, tr("Scene")),
            tr("The raster whose grid the mask takes; or the path of a Sentinel-2 product."),
        )
        shared.add_classification(
            self,
            tr(
                "The scene classification (SCL) of a Sentinel-2 L2A product or any other raster of classes. With a"
                " product as the scene it is found there and need not be given."
            ),
            tr("Classes to mask"),
        )
        shared.declare(
            self,
            QgsProcessingParameterMultipleLayers(
                shared.MASKS, tr("Further mask layers"), QgsProcessing.SourceType.TypeMapLayer, None, True
            ),
            tr("Rasters (every pixel that is not zero) and vectors (inside the shapes) that are added."),
        )
        shared.add_detector(self)
        shared.add_detection(self)
        shared.declare(
            self,
            QgsProcessingParameterMultipleLayers(
                shared.REFERENCES, tr("References (other dates)"), QgsProcessing.SourceType.TypeRaster, None, True
            ),
            tr("Clearer images of the same place from other dates, to detect the clouds from."),
        )
        shared.add_growth(self, tr("Mask nodata pixels too"), tr("Adds the scene's nodata pixels."))
        shared.declare(
            self,
            QgsProcessingParameterRasterDestination(shared.OUTPUT, tr("Mask")),
            tr("A GeoTIFF of bytes: 1 fill, 0 keep."),
        )
        self.add_numbers(
            {
                "MASKED_PIXELS": tr("Masked pixels"),
                "CLEAR_PIXELS": tr("Clear pixels"),
                "MASKED_SHARE": tr("Masked share (0 to 1)"),
                "HOLES": tr("Number of holes"),
                "LARGEST_HOLE_PIXELS": tr("Pixels of the largest hole"),
            }
        )

    def problem(self, parameters: Dict[str, Any], context: QgsProcessingContext) -> Optional[str]:
        scene = parameters.get(shared.INPUT)
        classes = str(parameters.get(shared.CLASSES, interface.SCL_CLOUDS) or "")
        classified = bool(parameters.get(shared.CLASSIFICATION)) or layers.is_product(scene)
        detect = bool(parameters.get(shared.DETECT))
        others = layers.given(parameters.get(shared.MASKS)) or parameters.get(shared.MASK_NODATA) or detect
        others = others or shared.detector_of(parameters.get(shared.DETECTOR))
        found = self.problem_of_raster(parameters, shared.INPUT, context)
        found = found or values.problem_of_layers(
            parameters, [shared.CLASSIFICATION, shared.MASKS, shared.REFERENCES], context
        )
        found = found or values.problem_of_classes(classes)
        if not found and not classified and not others:
            found = tr("Nothing says what is to be masked: give a scene classification or a mask layer.")
        if not found and parameters.get(shared.CLASSIFICATION) and not classes.strip():
            found = tr("Say which classes are to be masked, such as 3,8-10.")
        if not found and detect and not layers.given(parameters.get(shared.REFERENCES)):
            found = values.no_dates_to_detect_from()
        return found or values.problem_of_outputs(parameters, [shared.OUTPUT], [scene])

    def prepareAlgorithm(
        self, parameters: Dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> bool:
        _, self._scene = self.scene_source(parameters, shared.INPUT, context)
        self._copies: Dict[str, str] = {}  # names of layers by the paths of their copies
        self._masks = self.sources(parameters, shared.MASKS, context)
        self._references = self.sources(parameters, shared.REFERENCES, context)
        self._classification = None
        if parameters.get(shared.CLASSIFICATION):
            _, self._classification = self.scene_source(parameters, shared.CLASSIFICATION, context)
        return True

    def processAlgorithm(
        self, parameters: Dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Dict[str, Any]:
        output = values.output_file(self, parameters, shared.OUTPUT, context)
        arguments = self._arguments(parameters, context, feedback, output)
        result = run_command(arguments, feedback, output=output, names=self._copies)
        figures = figures_of(result)
        ResultStyle().attach(context, output, tr("{scene}_mask").format(scene=self._scene.stem))
        return {shared.OUTPUT: output, **{name: figures.get(key) for name, key in NUMBERS.items()}}

    def _file_of(self, source: layers.Source, feedback: QgsProcessingFeedback) -> layers.Source:
        """The file of a source, noted if it is a copy."""
        file = source.to_file(feedback)
        if file.exported:
            self._copies[file.path] = file.name
        return file

    def _arguments(
        self,
        parameters: Dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        output: str,
    ) -> List[str]:
        scene = self._file_of(self._scene, feedback)
        arguments = ["mask", scene.path, "-o", output]
        classes = ",".join(map(str, values.parse_classes(self.parameterAsString(parameters, shared.CLASSES, context))))
        if self._classification is not None:
            arguments += ["--scl", self._file_of(self._classification, feedback).path, "--scl-classes", classes]
        elif layers.is_product(scene.path) and classes:
            arguments += ["--scl", "--scl-classes", classes]
        for mask in self._masks:
            file = self._file_of(mask, feedback)
            arguments += ["--mask", file.path + (f",layer={file.layer}" if file.layer else "")]
        if self.parameterAsBoolean(parameters, shared.MASK_NODATA, context):
            arguments.append("--mask-nodata")
        detector = shared.detector_of(self.parameterAsEnumString(parameters, shared.DETECTOR, context))
        arguments += ["--detector", detector] if detector else []
        if self.parameterAsBoolean(parameters, shared.DETECT, context):
            arguments.append("--detect")
            for reference in self._references:
                arguments += ["--reference", self._file_of(reference, feedback).path]
        elif self._references:
            feedback.pushWarning(tr("Other dates serve to detect clouds only, and that is not ticked: ignored."))
        return [*arguments, "--dilate", str(self.parameterAsInt(parameters, shared.DILATE, context))]

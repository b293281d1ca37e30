"""`geoinpaint:compare`: scores a result against the truth, in the hole and as a whole."""

from __future__ import annotations

from typing import Any, Dict, Optional

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterMapLayer,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
)

from geoinpaint_qgis.processing import layers, values
from geoinpaint_qgis.processing import parameters as shared
from geoinpaint_qgis.processing.base import EngineAlgorithm
from geoinpaint_qgis.processing.execution import figures_of, run_command
from geoinpaint_qgis.translate import tr

TRUTH = "TRUTH"
MASK = "MASK"
MEASURES = ("rmse", "mae", "psnr", "ssim", "sam")
REGIONS = ("hole", "whole")


class Compare(EngineAlgorithm):
    """Score a result against a truth."""

    NAME = "compare"

    def title(self) -> str:
        return tr("Compare with the truth")

    def group(self) -> str:
        return tr("Check")

    def groupId(self) -> str:
        return "check"

    def about(self) -> str:
        return tr(
            "Scores a filled image against a clear image of the same date: root mean square and mean absolute error,"
            " peak signal-to-noise ratio, structural similarity and spectral angle, in the hole and on the whole."
            " Errors are in reflectance, or in the raster's own numbers where its scale is not known."
        )

    def initAlgorithm(self, configuration: Optional[Dict[str, Any]] = None) -> None:
        shared.declare(self, QgsProcessingParameterRasterLayer(shared.INPUT, tr("Result")), tr("The filled image."))
        shared.declare(
            self,
            QgsProcessingParameterRasterLayer(TRUTH, tr("Truth")),
            tr("The clear image, with the same bands."),
        )
        shared.declare(
            self,
            QgsProcessingParameterMapLayer(MASK, tr("Mask")),
            tr("What was filled: a raster (every pixel that is not zero, or the classes) or a vector (the shapes)."),
        )
        shared.declare(
            self,
            QgsProcessingParameterString(shared.MASK_CLASSES, tr("Classes of the mask"), "", False, True),
            tr("Which values of a mask raster mean: filled. Empty: every value that is not zero."),
        )
        labels = {
            "rmse": tr("Root mean square error"),
            "mae": tr("Mean absolute error"),
            "psnr": tr("Peak signal-to-noise ratio (dB)"),
            "ssim": tr("Structural similarity"),
            "sam": tr("Spectral angle (degrees)"),
        }
        regions = {"hole": tr("in the hole"), "whole": tr("on the whole")}
        self.add_numbers(
            {
                _name(measure, region): f"{labels[measure]}, {regions[region]}"
                for region in REGIONS
                for measure in MEASURES
            }
        )
        self.add_strings({"UNIT": tr("Unit of the errors")})

    def problem(self, parameters: Dict[str, Any], context: QgsProcessingContext) -> Optional[str]:
        return (
            self.problem_of_raster(parameters, shared.INPUT, context)
            or self.problem_of_raster(parameters, TRUTH, context)
            or values.problem_of_layers(parameters, [MASK], context)
            or values.problem_of_classes(parameters.get(shared.MASK_CLASSES))
        )

    def prepareAlgorithm(
        self, parameters: Dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> bool:
        _, self._result = self.scene_source(parameters, shared.INPUT, context)
        _, self._truth = self.scene_source(parameters, TRUTH, context)
        self._mask = layers.of(self.parameterAsLayer(parameters, MASK, context), context)
        return True

    def processAlgorithm(
        self, parameters: Dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Dict[str, Any]:
        classes = values.parse_classes(self.parameterAsString(parameters, shared.MASK_CLASSES, context))
        mask = self._mask.to_file(feedback)
        text = mask.path
        if mask.layer:
            text += f",layer={mask.layer}"
        elif classes:
            text += ",classes=" + ",".join(map(str, classes))
        arguments = ["score", self._result.to_file(feedback).path, self._truth.to_file(feedback).path, "--mask", text]
        figures = figures_of(run_command(arguments, feedback))
        unit = str(figures["unit"])
        figures = figures[unit.lower()]
        answer: Dict[str, Any] = {
            _name(measure, region): figures[region][measure] for region in REGIONS for measure in MEASURES
        }
        for name, value in answer.items():
            if isinstance(value, float):
                feedback.pushInfo(f"{name}: {value:.5g}")
        answer["UNIT"] = unit
        return answer


def _name(measure: str, region: str) -> str:
    return f"{measure}_{region}".upper()

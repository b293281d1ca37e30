"""`geoinpaint:clearskyreference`: combines many cloudy dates to a clear image, for use as a reference."""

from __future__ import annotations

from typing import Any, Dict, Optional

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
)

from geoinpaint_qgis.processing import layers, values
from geoinpaint_qgis.processing import parameters as shared
from geoinpaint_qgis.processing.base import EngineAlgorithm
from geoinpaint_qgis.processing.execution import figures_of, run_command
from geoinpaint_qgis.processing.style import ResultStyle
from geoinpaint_qgis.translate import tr

INPUTS = "INPUTS"
STATISTIC = "STATISTIC"
LIKE = "LIKE"
IS_SAR = "IS_SAR"
SPECKLE = "SPECKLE"
STATISTICS = ("median", "mean")
SPECKLES = ("none", "lee")


class ClearSkyReference(EngineAlgorithm):
    """Build a clear-sky reference from several dates."""

    NAME = "clearskyreference"

    def title(self) -> str:
        return tr("Build a clear-sky reference")

    def group(self) -> str:
        return tr("Prepare")

    def groupId(self) -> str:
        return "prepare"

    def about(self) -> str:
        return tr(
            "Makes one clear image from several dates of the same place: at each pixel the median or mean of the"
            " dates that are clear there. The last band counts them. With radar images the dates are averaged in"
            " linear power, which also removes noise."
        )

    def initAlgorithm(self, configuration: Optional[Dict[str, Any]] = None) -> None:
        shared.declare(
            self,
            QgsProcessingParameterMultipleLayers(INPUTS, tr("Scenes"), QgsProcessing.SourceType.TypeRaster),
            tr("The dates; each is brought to the grid and the values of the newest (or the first)."),
        )
        shared.declare(
            self,
            QgsProcessingParameterMultipleLayers(
                shared.MASKS, tr("Masks of the scenes"), QgsProcessing.SourceType.TypeRaster, None, True
            ),
            tr("Where the scenes are cloudy: none, or one raster for each scene in the same order."),
        )
        shared.declare(
            self,
            QgsProcessingParameterString(shared.MASK_CLASSES, tr("Classes of the masks"), "", False, True),
            tr(
                "Which values of the masks mean: cloudy, such as 3,8-10 of a Sentinel-2 scene classification. Empty:"
                " every value that is not zero."
            ),
        )
        shared.declare(
            self,
            shared.choice(STATISTIC, tr("Statistic"), STATISTICS, "median"),
            tr("median: robust against clouds the masks have missed; mean: less noise. Radar is always averaged."),
        )
        shared.declare(
            self,
            QgsProcessingParameterRasterLayer(LIKE, tr("Grid of"), None, True),
            tr("The raster whose grid the reference takes; empty: the first scene's."),
        )
        shared.declare(
            self,
            QgsProcessingParameterBoolean(IS_SAR, tr("The scenes are radar images (Sentinel-1)"), False),
            tr("VV and VH are averaged in linear power and written in decibel."),
        )
        shared.add_sar_units(self)
        shared.declare(
            self,
            shared.choice(SPECKLE, tr("Radar speckle filter"), SPECKLES, "none"),
            tr("lee: Lee's filter, for few radar dates; none: averaging many dates does it."),
            advanced=True,
        )
        shared.declare(
            self,
            QgsProcessingParameterRasterDestination(shared.OUTPUT, tr("Clear-sky reference")),
            tr("A GeoTIFF with the scenes' bands and type, and a last band that counts the clear dates."),
        )
        self.add_numbers(
            {
                "SCENES": tr("Number of scenes"),
                "COVERED_SHARE": tr("Share of pixels that are clear at least once (0 to 1)"),
            }
        )

    def problem(self, parameters: Dict[str, Any], context: QgsProcessingContext) -> Optional[str]:
        scenes = layers.given(parameters.get(INPUTS))
        masks = layers.given(parameters.get(shared.MASKS))
        found = values.problem_of_layers(parameters, [INPUTS, shared.MASKS, LIKE], context)
        found = found or values.problem_of_classes(parameters.get(shared.MASK_CLASSES))
        if not found and masks and len(masks) != len(scenes):
            found = tr("There are {masks} masks for {scenes} scenes: give none, or one for each.").format(
                masks=len(masks), scenes=len(scenes)
            )
        if not found and masks and parameters.get(IS_SAR):
            found = tr("Radar sees through clouds: leave the masks out.")
        return found or values.problem_of_outputs(parameters, [shared.OUTPUT], scenes)

    def prepareAlgorithm(
        self, parameters: Dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> bool:
        self._scenes = self.sources(parameters, INPUTS, context)
        self._masks = self.sources(parameters, shared.MASKS, context)
        self._like = self.scene_source(parameters, LIKE, context)[1] if parameters.get(LIKE) else None
        return True

    def processAlgorithm(
        self, parameters: Dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Dict[str, Any]:
        output = values.output_file(self, parameters, shared.OUTPUT, context)
        classes = ",".join(
            map(str, values.parse_classes(self.parameterAsString(parameters, shared.MASK_CLASSES, context)))
        )
        scenes = []
        for index, source in enumerate(self._scenes):
            text = source.to_file(feedback).path
            if self._masks:
                text += f",mask={self._masks[index].to_file(feedback).path}"
                text += f",classes={classes}" if classes else ""
            scenes.append(text)
        arguments = ["reference", *scenes, "-o", output]
        if self._like is not None:
            arguments += ["--like", self._like.to_file(feedback).path]
        if self.parameterAsBoolean(parameters, IS_SAR, context):
            arguments += [
                "--sar",
                "--sar-units",
                self.parameterAsEnumString(parameters, shared.SAR_UNITS, context),
                "--speckle",
                self.parameterAsEnumString(parameters, SPECKLE, context),
            ]
        else:
            arguments += ["--statistic", self.parameterAsEnumString(parameters, STATISTIC, context)]
        figures = figures_of(run_command(arguments, feedback, output=output))
        ResultStyle().attach(context, output, tr("Clear-sky reference"))
        return {
            shared.OUTPUT: output,
            "SCENES": len(scenes),
            "COVERED_SHARE": figures["covered"] / figures["pixels"],
        }

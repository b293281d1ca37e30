"""Base class of the filling algorithms: the job is built in the main thread, and run in the algorithm's thread."""

from __future__ import annotations

import os
from typing import Any, Dict, List, Optional, Sequence

from qgis.core import QgsProcessingContext, QgsProcessingException, QgsProcessingFeedback

from geoinpaint_qgis import interface
from geoinpaint_qgis.processing import layers, shape_copies, values
from geoinpaint_qgis.processing import parameters as shared
from geoinpaint_qgis.processing.base import EngineAlgorithm
from geoinpaint_qgis.processing.execution import figures_of, run_job
from geoinpaint_qgis.processing.style import RESULT, LayerStyle, ResultStyle
from geoinpaint_qgis.translate import tr

NUMBERS = {
    "FILLED_PIXELS": "filled_pixels",
    "HOLDOUT_RMSE": "holdout_rmse",
    "HOLE_RMSE": "hole_rmse",
    "HOLDOUT_UNIT": "holdout_unit",
    "HOLDOUT_SSIM": "holdout_ssim",
    "SECONDS": "seconds",
    "DEVICE": "device",
}
NOT_MEASURED = "not measured"
RASTERS = {shared.FILL_FLAG: "fill_flag", shared.UNCERTAINTY: "uncertainty"}  # parameter -> key of the job's output


class FillAlgorithm(EngineAlgorithm):
    """An algorithm that fills a scene: scene, masks, evidence, output."""

    def group(self) -> str:
        return tr("Fill")

    def groupId(self) -> str:
        return "fill"

    def add_figures(self) -> None:
        """Declares the figures of a run as outputs, for the modeler."""
        self.add_numbers(
            {
                "FILLED_PIXELS": tr("Filled pixels"),
                "HOLDOUT_RMSE": tr("Error on hidden ground"),
                "HOLE_RMSE": tr("Error to be expected under the hole"),
                "HOLDOUT_SSIM": tr("Similarity on hidden ground (SSIM)"),
                "SECONDS": tr("Seconds"),
            }
        )
        self.add_strings({"HOLDOUT_UNIT": tr("Unit of the error"), "DEVICE": tr("Device")})

    def layer_parameters(self) -> List[str]:
        """Names of the parameters that take several layers."""
        return [shared.MASKS, shared.REFERENCES, shared.REFERENCE_MASKS, shared.SAR]

    def problem(self, parameters: Dict[str, Any], context: QgsProcessingContext) -> Optional[str]:
        return (
            self.problem_of_raster(parameters, shared.INPUT, context)
            or values.problem_of_layers(
                parameters, [*self.layer_parameters(), shared.CLASSIFICATION, shared.AREA], context
            )
            or self.problem_of_area(parameters, context)
            or values.problem_of_masks(parameters)
            or values.problem_of_references(parameters)
            or self.problem_of_extent(parameters)
            or self.problem_of_outputs(parameters, context)
        )

    def problem_of_area(self, parameters: Dict[str, Any], context: QgsProcessingContext) -> Optional[str]:
        """Refuses an area without any polygon, which would leave nothing to fill."""
        value = parameters.get(shared.AREA)
        features = self.parameterAsSource(parameters, shared.AREA, context) if value else None
        if features is None or layers.has_shape(features):
            return None
        if layers.is_part(value) and value.selectedFeaturesOnly:
            text = tr("Nothing is selected in the layer {name}: select the polygons to fill within, or use all of it.")
        else:
            text = tr("The layer {name} holds no polygon to fill within: draw one in it, or choose another layer.")
        return text.format(name=features.sourceName())

    def problem_of_extent(self, parameters: Dict[str, Any]) -> Optional[str]:
        """Requires an extent to have a CRS."""
        if parameters.get(shared.EXTENT) and layers.is_product(parameters.get(shared.INPUT)):
            return tr("An extent needs the scene as a layer: add the product to the project and choose it there.")
        return None

    def problem_of_outputs(self, parameters: Dict[str, Any], context: QgsProcessingContext) -> Optional[str]:
        """Checks that the outputs can be written."""
        scene = parameters.get(shared.INPUT)
        if not isinstance(scene, str):
            layer = self.parameterAsRasterLayer(parameters, shared.INPUT, context)
            scene = layer.source() if layer is not None else None
        if (
            parameters.get(shared.UNCERTAINTY)
            and self.parameterAsEnumString(parameters, shared.HOLDOUT, context) == "off"
        ):
            return tr("The uncertainty is measured on hidden ground: leave the hold-out on, or the uncertainty out.")
        return values.problem_of_outputs(parameters, (shared.OUTPUT, *RASTERS), [scene])

    def prepareAlgorithm(
        self, parameters: Dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> bool:
        layer, self._scene = self.scene_source(parameters, shared.INPUT, context)
        self._crs = layer.crs() if layer is not None else None
        self._band_names = layers.band_names(layer) if layer is not None else []
        chosen = self.parameterAsInts(parameters, shared.BANDS, context) if parameters.get(shared.BANDS) else []
        self._style = LayerStyle(layer) if layer is not None else None
        self._bands: List[Any] = chosen
        if self._scene.resolution:  # GDAL and the engine order a product's bands differently, so they are given by name
            numbers = chosen or layers.spectral(self._band_names)
            self._bands = [self._band_names[number - 1] for number in numbers]
        self._layers = {
            name: self.sources(parameters, name, context)
            for name in self.layer_parameters()
            if self.parameterDefinition(name) is not None
        }
        self._classification = None
        if parameters.get(shared.CLASSIFICATION):
            _, self._classification = self.scene_source(parameters, shared.CLASSIFICATION, context)
        problem = self.problem_of_area(parameters, context)  # batch runs do not check beforehand
        if problem is not None:
            raise QgsProcessingException(problem)
        self._area = self._area_source(parameters, context) if parameters.get(shared.AREA) else None
        return True

    def _area_source(self, parameters: Dict[str, Any], context: QgsProcessingContext) -> layers.Source:
        layer = self.parameterAsVectorLayer(parameters, shared.AREA, context)
        if layer is not None and layers.is_file(layer) and not layers.is_part(parameters[shared.AREA]):
            return layers.vector(layer, context)
        features = self.parameterAsSource(parameters, shared.AREA, context)
        if features is None:
            raise QgsProcessingException(self.invalidSourceError(parameters, shared.AREA))
        return layers.shapes(features, context)

    def processAlgorithm(
        self, parameters: Dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Dict[str, Any]:
        job = self.job(parameters, context, feedback)
        given = [*(source for found in self._layers.values() for source in found), self._area]
        names = {source.path: source.name for source in given if source is not None and source.exported}
        with shape_copies.beside(job, names) as copies:
            names.update({copy: names[path] for path, copy in copies.items()})
            result = run_job(job, feedback, names={**self._raster_copies, **names})
        figures = figures_of(result)
        answer: Dict[str, Any] = {name: figures.get(key) for name, key in NUMBERS.items()}
        if answer["HOLDOUT_RMSE"] is None:
            answer["HOLDOUT_UNIT"] = NOT_MEASURED
        self._tell(answer, feedback)
        name = f"{self._scene.stem}_inpainted_{self.label(job)}"
        ResultStyle(self._style, self._numbers(job["bands"]), made=RESULT).attach(context, job["output"]["path"], name)
        answer[shared.OUTPUT] = job["output"]["path"]
        for parameter, key in RASTERS.items():
            if job["output"].get(key):
                ResultStyle(made=key).attach(context, job["output"][key], f"{name}_{key}")
                answer[parameter] = job["output"][key]
        if job.get("report"):
            answer[shared.REPORT] = job["report"]
        return answer

    def _numbers(self, bands: Sequence[Any]) -> List[int]:
        """1-based numbers of a job's bands in the scene's layer; empty if all, or if unknown."""
        if any(isinstance(band, str) and band not in self._band_names for band in bands):
            return []
        return [self._band_names.index(band) + 1 if isinstance(band, str) else int(band) for band in bands]

    def label(self, job: Dict[str, Any]) -> str:
        """Suffix of the result's layer name."""
        return str(job["mode"])

    def job(
        self, parameters: Dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Dict[str, Any]:
        """Builds the job; layers that are not files are exported."""
        files = {name: [source.to_file(feedback) for source in found] for name, found in self._layers.items()}
        scene = self._scene.to_file(feedback)
        rasters = [scene, *(file for found in files.values() for file in found)]
        self._raster_copies = {file.path: file.name for file in rasters if file.exported}

        def text(name: str) -> str:
            return self.parameterAsString(parameters, name, context)

        def choice(name: str) -> str:
            return self.parameterAsEnumString(parameters, name, context)

        job: Dict[str, Any] = {
            "scene": layers.scene_entry(scene),
            "bands": self._bands,
            "mask": self._mask_sources(files[shared.MASKS], parameters, context, feedback),
            "dilate": self.parameterAsInt(parameters, shared.DILATE, context),
            "references": values.reference_part(
                files.get(shared.REFERENCES, []),
                files.get(shared.REFERENCE_MASKS, []),
                text(shared.REFERENCE_MASK_CLASSES),
            ),
            "sar": [{"path": source.path, "units": choice(shared.SAR_UNITS)} for source in files.get(shared.SAR, [])],
            "output": self._outputs(parameters, context),
            "seed": self.parameterAsInt(parameters, shared.SEED, context),
            "threads": self.parameterAsInt(parameters, shared.THREADS, context),
        }
        job.update(self._optional_fields(parameters, context))
        return job

    def _outputs(self, parameters: Dict[str, Any], context: QgsProcessingContext) -> Dict[str, Any]:
        """The output files of the job."""
        output = {
            "path": values.output_file(self, parameters, shared.OUTPUT, context),
            "format": self.parameterAsEnumString(parameters, shared.FORMAT, context),
        }
        for name, key in RASTERS.items():
            path = values.output_file(self, parameters, name, context)
            if path:
                output[key] = path
        return output

    def _mask_sources(
        self,
        given: Sequence[Any],
        parameters: Dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> List[Dict[str, Any]]:
        """The mask sources of the job, from masks that are already exported."""
        mask = values.mask_part(
            given,
            self.parameterAsString(parameters, shared.MASK_CLASSES, context),
            self.parameterAsBoolean(parameters, shared.MASK_NODATA, context),
        )
        if self._classification is not None:
            classes = values.parse_classes(self.parameterAsString(parameters, shared.CLASSES, context))
            mask.append(layers.mask_entry(self._classification.to_file(feedback), classes))
        if self.parameterDefinition(shared.DETECT) is not None and self.parameterAsBoolean(
            parameters, shared.DETECT, context
        ):
            mask.append({"detect": True})
        detector = shared.detector_of(self.parameterAsEnumString(parameters, shared.DETECTOR, context))
        if detector:
            mask.append({"detector": detector})
        return mask

    def _optional_fields(self, parameters: Dict[str, Any], context: QgsProcessingContext) -> Dict[str, Any]:
        """Optional fields of the job, only if they are set."""

        def choice(name: str) -> str:
            return self.parameterAsEnumString(parameters, name, context)

        fields: Dict[str, Any] = {}
        report = self.parameterAsFileOutput(parameters, shared.REPORT, context)
        if report:
            fields["report"] = os.path.abspath(report)
        if self.parameterDefinition(shared.DEVICE) is not None:
            fields["device"] = choice(shared.DEVICE)
            if parameters.get(shared.TILE) is not None:
                fields["tile"] = self.parameterAsInt(parameters, shared.TILE, context)
        if self.parameterDefinition(shared.GROW) is not None:
            fields["grow"] = choice(shared.GROW) or interface.DEFAULTS["grow"]
        holdout = choice(shared.HOLDOUT)
        if holdout != "auto":
            fields["holdout"] = holdout == "on"
        if parameters.get(shared.EXTENT) and self._crs is not None:
            extent = self.parameterAsExtent(parameters, shared.EXTENT, context, self._crs)
            if not extent.isEmpty():
                fields["extent"] = [extent.xMinimum(), extent.yMinimum(), extent.xMaximum(), extent.yMaximum()]
        if self._area is not None:
            fields["area"] = layers.mask_entry(self._area, [])
        return fields

    def _tell(self, answer: Dict[str, Any], feedback: QgsProcessingFeedback) -> None:
        if answer["FILLED_PIXELS"] is not None:
            feedback.pushInfo(tr("{count} pixels were filled").format(count=answer["FILLED_PIXELS"]))
        if answer["HOLDOUT_RMSE"] is not None:
            feedback.pushInfo(
                tr("Error on hidden ground: {rmse:.4g} ({unit})").format(
                    rmse=answer["HOLDOUT_RMSE"], unit=answer["HOLDOUT_UNIT"]
                )
            )
        if answer["HOLE_RMSE"] is not None:
            feedback.pushInfo(
                tr("To be expected under the clouds: about {error}.").format(error=f"{answer['HOLE_RMSE']:.4g}")
            )

"""`geoinpaint:inpaintwithmodel`: fills a scene with a trained model, from the image alone."""

from __future__ import annotations

import os
from typing import Any, Dict, List, Optional

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterFile,
    QgsProcessingParameterString,
)

from geoinpaint_qgis import engine
from geoinpaint_qgis.processing import layers
from geoinpaint_qgis.processing import parameters as shared
from geoinpaint_qgis.processing.fill import FillAlgorithm
from geoinpaint_qgis.runner import models
from geoinpaint_qgis.translate import tr

MODEL = "MODEL"
MODEL_FILE = "MODEL_FILE"


class InpaintWithModel(FillAlgorithm):
    """Inpaint clouds with a trained network."""

    NAME = "inpaintwithmodel"

    def title(self) -> str:
        return tr("Inpaint clouds with a trained model")

    def about(self) -> str:
        return tr(
            "Fills the masked part of a scene with a network that was trained on other scenes, and looks at this image"
            " alone. Outside the mask the result equals the scene bit for bit. A model fills exactly the bands it was"
            " trained on; what it makes of a large hole is plausible, not measured."
        )

    def initAlgorithm(self, configuration: Optional[Dict[str, Any]] = None) -> None:
        shared.add_scene(self)
        shared.add_masks(self)
        shared.declare(
            self,
            QgsProcessingParameterString(MODEL, tr("Model"), "", False, True),
            tr("The name of a model in the panel's table. Empty: the first of the table."),
        )
        shared.declare(
            self,
            QgsProcessingParameterFile(
                MODEL_FILE, tr("Model file"), QgsProcessingParameterFile.Behavior.File, "", None, True,
                tr("Models (*.safetensors)"),
            ),
            tr("A model's own file (.safetensors), instead of a name."),
            advanced=True,
        )  # fmt: skip
        shared.add_network(self)
        shared.add_run(self)
        shared.add_outputs(self, tr("Inpainted"))
        self.add_figures()

    def problem(self, parameters: Dict[str, Any], context: QgsProcessingContext) -> Optional[str]:
        model = self.model(parameters, context)
        return (
            _problem_of_model(self.parameterAsString(parameters, MODEL, context), model)
            or super().problem(parameters, context)
            or self._problem_of_bands(parameters, model, context)
        )

    def model(self, parameters: Dict[str, Any], context: QgsProcessingContext) -> Optional[models.Model]:
        """The model of the parameter; None if it does not exist."""
        file = self.parameterAsFile(parameters, MODEL_FILE, context)
        name = self.parameterAsString(parameters, MODEL, context).strip()
        if not file and name.endswith(models.SUFFIX):
            file = name
        if file:
            try:
                return models.read_model(os.path.abspath(file))
            except models.NoCard:
                return None
        table = engine.trained_models()
        return next((model for model in table if model.name == name or not name), None)

    def _problem_of_bands(
        self, parameters: Dict[str, Any], model: Optional[models.Model], context: QgsProcessingContext
    ) -> Optional[str]:
        """Checks that the scene's bands can be the model's."""
        scene = parameters.get(shared.INPUT)
        if model is None or layers.is_product(scene):
            return None  # the engine knows the bands of a product
        layer = self.parameterAsRasterLayer(parameters, shared.INPUT, context)
        given = self.parameterAsInts(parameters, shared.BANDS, context) if parameters.get(shared.BANDS) else []
        names = layers.band_names(layer)
        count = len(given) or (len(layers.spectral(names)) if layers.is_product_layer(layer) else layer.bandCount())
        if count == len(model.bands):
            return None
        if not given and models.band_numbers(model, names) is not None:
            return tr(
                "The model {name} fills the bands {bands}, and the result would hold these alone: choose them under"
                " Bands."
            ).format(name=model.name, bands=", ".join(model.bands))
        return tr(
            "The model {name} fills the bands {bands}: say under Bands which bands of the scene these are."
        ).format(name=model.name, bands=", ".join(model.bands))

    def label(self, job: Dict[str, Any]) -> str:
        return self._model.name

    def prepareAlgorithm(
        self, parameters: Dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> bool:
        fine = super().prepareAlgorithm(parameters, context, feedback)
        self._model = self.model(parameters, context)
        if self._model is not None and layers.is_product(parameters.get(shared.INPUT)):
            bands = ", ".join(self._model.bands)
            feedback.pushWarning(tr("The result holds the bands that the model fills: {bands}.").format(bands=bands))
        return fine and self._model is not None

    def job(
        self, parameters: Dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Dict[str, Any]:
        job = super().job(parameters, context, feedback)
        job["mode"] = "model"
        in_table = any(model.path == self._model.path for model in engine.trained_models())
        job["model"] = self._model.name if in_table else self._model.path
        if not parameters.get(shared.BANDS):
            job["bands"] = self._bands_of_model()
        return job

    def _bands_of_model(self) -> List[Any]:
        """The bands to fill: the model's, by name for a product, by number if a layer's band names match; else all."""
        if not self._band_names:
            return list(self._model.bands)
        numbers = models.band_numbers(self._model, self._band_names) or []
        return [self._band_names[number - 1] for number in numbers] if self._scene.resolution else list(numbers)


def _problem_of_model(name: str, model: Optional[models.Model]) -> Optional[str]:
    if model is not None:
        return None
    table = engine.trained_models()
    if not table:
        return tr("There is no trained model yet: add one in the GeoInpaint panel, or give its file.")
    return tr("There is no model {name}: choose one of {names}, or give a model's file.").format(
        name=name, names=", ".join(model.name for model in table)
    )

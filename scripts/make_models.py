"""Write the ready-made models of the plugin (geoinpaint_qgis/modeler/*.model3). Run with QGIS's Python, on QGIS 3.22.

    QT_QPA_PLATFORM=offscreen python3 scripts/make_models.py [FOLDER]

Names and texts are set where the plugin loads them (geoinpaint_qgis/processing/models.py), so that they are translated.
"""

from __future__ import annotations

import sys
from pathlib import Path

from qgis.core import (
    QgsApplication,
    QgsProcessing,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingModelParameter,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
)
from qgis.PyQt.QtCore import QPointF, QSizeF

ROOT = Path(__file__).resolve().parents[1]
Source = QgsProcessingModelChildParameterSource


class Maker:
    """A model under construction: inputs in the left column, steps to the right."""

    def __init__(self, name: str) -> None:
        self.model = QgsProcessingModelAlgorithm(name, "")
        self._inputs: list[str] = []
        self._steps = 0

    def ask(self, parameter) -> Source:
        """Add an input."""
        place = QgsProcessingModelParameter(parameter.name())
        place.setPosition(QPointF(120, 60 + 70 * len(self._inputs)))
        place.setSize(QSizeF(200, 30))
        self._inputs.append(parameter.name())
        self.model.addModelParameter(parameter, place)
        return Source.fromModelParameter(parameter.name())

    def step(self, child_id: str, algorithm: str, output: str = "", **sources: Source) -> Source:
        """Add a step; `output` names the model's output for the step's."""
        child = QgsProcessingModelChildAlgorithm(algorithm)
        child.setChildId(child_id)
        known = QgsApplication.processingRegistry().algorithmById(algorithm)
        child.setDescription(known.displayName())
        for definition in known.parameterDefinitions():  # the designer paints a step red whose values are not all given
            optional = definition.flags() & QgsProcessingParameterDefinition.Flag.FlagOptional
            if definition.name() not in sources and not optional and definition.defaultValue() is not None:
                child.addParameterSources(definition.name(), [Source.fromStaticValue(definition.defaultValue())])
        child.setPosition(QPointF(420 + 240 * self._steps, 130 + 60 * self._steps))
        self._steps += 1
        for name, source in sources.items():
            child.addParameterSources(name, source if isinstance(source, list) else [source])
        if output:
            made = QgsProcessingModelOutput(output, output)
            made.setChildId(child_id)
            made.setChildOutputName("OUTPUT")
            made.setPosition(QPointF(480 + 240 * self._steps, 130 + 60 * self._steps))
            child.setModelOutputs({output: made})
        self.model.addChildAlgorithm(child)
        self.model.setParameterOrder(self._inputs)
        return Source.fromChildOutput(child_id, "OUTPUT")


def fill_by_classification() -> QgsProcessingModelAlgorithm:
    """Scene classification -> mask -> fill from other dates."""
    maker = Maker("fillbyclassification")
    scene = maker.ask(QgsProcessingParameterRasterLayer("scene", "Scene"))
    classification = maker.ask(QgsProcessingParameterRasterLayer("classification", "Scene classification"))
    classes = maker.ask(QgsProcessingParameterString("classes", "Classes to fill", "3,8-10"))
    grow = maker.ask(
        QgsProcessingParameterNumber(
            "grow", "Grow the mask by (pixels)", QgsProcessingParameterNumber.Type.Integer, 3, False, 0, 500
        )
    )
    dates = maker.ask(QgsProcessingParameterMultipleLayers("dates", "Other dates", QgsProcessing.SourceType.TypeRaster))
    mask = maker.step(
        "mask", "geoinpaint:cloudmask", INPUT=scene, CLASSIFICATION=classification, CLASSES=classes, DILATE=grow
    )
    maker.step("fill", "geoinpaint:classicalfill", output="filled", INPUT=scene, MASKS=mask, REFERENCES=dates)
    return maker.model


def fill_from_scenes() -> QgsProcessingModelAlgorithm:
    """Cloudy scenes -> clear-sky reference -> fill."""
    maker = Maker("fillfromscenes")
    scene = maker.ask(QgsProcessingParameterRasterLayer("scene", "Scene"))
    mask = maker.ask(QgsProcessingParameterRasterLayer("mask", "Mask of the scene"))
    scenes = maker.ask(
        QgsProcessingParameterMultipleLayers("scenes", "Other scenes", QgsProcessing.SourceType.TypeRaster)
    )
    masks = maker.ask(
        QgsProcessingParameterMultipleLayers(
            "masks", "Masks of the other scenes", QgsProcessing.SourceType.TypeRaster, None, True
        )
    )
    reference = maker.step("reference", "geoinpaint:clearskyreference", INPUTS=scenes, MASKS=masks, LIKE=scene)
    maker.step("fill", "geoinpaint:classicalfill", output="filled", INPUT=scene, MASKS=mask, REFERENCES=reference)
    return maker.model


def fill_series() -> QgsProcessingModelAlgorithm:
    """Dates with a classification beside each -> every one filled from the others."""
    maker = Maker("filldatesofaplace")
    scenes = maker.ask(QgsProcessingParameterMultipleLayers("series", "Scenes", QgsProcessing.SourceType.TypeRaster))
    ending = maker.ask(
        QgsProcessingParameterString("ending", "Ending of the classifications' names", "_SCL", False, True)
    )
    classes = maker.ask(QgsProcessingParameterString("classes", "Classes to fill", "3,8-10"))
    grow = maker.ask(
        QgsProcessingParameterNumber(
            "grow", "Grow the mask by (pixels)", QgsProcessingParameterNumber.Type.Integer, 3, False, 0, 500
        )
    )
    detect = maker.ask(QgsProcessingParameterBoolean("detect", "Detect clouds from the dates", False))
    maker.step(
        "series", "geoinpaint:fillseries", output="filled",
        INPUTS=scenes, SCL_SUFFIX=ending, CLASSES=classes, DILATE=grow, DETECT=detect,
    )  # fmt: skip
    return maker.model


def main() -> None:
    """Write them."""
    sys.path.insert(0, str(ROOT))
    from geoinpaint_qgis.plugin import GeoInpaintPlugin

    application = QgsApplication([], False)
    application.initQgis()
    plugin = GeoInpaintPlugin(None)
    plugin.initProcessing()
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "geoinpaint_qgis" / "modeler"
    folder.mkdir(parents=True, exist_ok=True)
    for model in (fill_by_classification(), fill_from_scenes(), fill_series()):
        path = folder / f"{model.name()}.model3"
        if not model.toFile(str(path)):
            raise SystemExit(f"{path} cannot be written")
        print(path)
    plugin.unload()
    application.exitQgis()


if __name__ == "__main__":
    main()

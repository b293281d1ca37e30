"""Ready-made models: chains of the algorithms, registered beside them and editable in the modeler."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Dict, List, Tuple

from qgis.core import QgsProcessingModelAlgorithm
from qgis.PyQt.QtGui import QIcon

from geoinpaint_qgis import engine
from geoinpaint_qgis.icons import icon_path
from geoinpaint_qgis.translate import tr

FOLDER = Path(__file__).resolve().parents[1] / "modeler"


def _texts(name: str) -> Tuple[str, str]:
    """Title and description of a model."""
    return {
        "fillbyclassification": (
            tr("Fill by scene classification (model)"),
            tr(
                "Makes a mask from a scene classification, grows it by a few pixels and fills it by regression from"
                " other dates."
            ),
        ),
        "fillfromscenes": (
            tr("Fill from cloudy scenes (model)"),
            tr(
                "Builds a clear-sky reference from scenes that are cloudy in different places, and fills the masked"
                " part of another scene from it by regression."
            ),
        ),
        "filldatesofaplace": (
            tr("Fill every date of a place (model)"),
            tr(
                "Fills the clouds of each scene by its scene classification, from the dates before and after it. A page"
                " tells how far each date can be trusted."
            ),
        ),
    }[name]


def _labels() -> Dict[str, Tuple[str, str]]:
    """Label and help of the models' inputs."""
    return {
        "scene": (tr("Scene"), tr("The raster to fill.")),
        "classification": (
            tr("Scene classification"),
            tr("The scene classification (SCL) of a Sentinel-2 L2A product or any other raster of classes."),
        ),
        "series": (tr("Scenes"), tr("The same place on all its dates; their names or tags tell the date.")),
        "ending": (
            tr("Ending of the classifications' names"),
            tr("With _SCL, the classification of scene.tif lies beside it as scene_SCL.tif. A product has its own."),
        ),
        "classes": (
            tr("Classes to fill"),
            tr("Of a Sentinel-2 scene classification: 3 cloud shadow, 8 and 9 cloud, 10 thin cirrus, 11 snow."),
        ),
        "grow": (tr("Grow the mask by (pixels)"), tr("The edges of clouds are often missed.")),
        "dates": (tr("Other dates"), tr("Clearer images of the same place from other dates.")),
        "detect": (
            tr("Detect clouds from the dates"),
            tr("Also fills what the other dates tell to be cloud or shadow; needs no mask."),
        ),
        "mask": (tr("Mask of the scene"), tr("What is to be filled: every pixel that is not zero.")),
        "scenes": (tr("Other scenes"), tr("The same place on other dates, each cloudy somewhere else.")),
        "masks": (
            tr("Masks of the other scenes"),
            tr("Where they are cloudy: none, or one raster for each in the same order."),
        ),
    }


class ReadyModel(QgsProcessingModelAlgorithm):
    """A model shipped with the plugin, read from its file."""

    def __init__(self, path: str) -> None:
        super().__init__()
        self._path = path
        self.fromFile(path)
        for name, (label, text) in _labels().items():  # updating an input moves it to the end, so this sets the order
            if name in self.parameterComponents():
                definition = self.parameterDefinition(name).clone()
                definition.setDescription(label)
                definition.setHelp(text)
                self.updateModelParameter(definition)

    def createInstance(self) -> QgsProcessingModelAlgorithm:
        return ReadyModel(self._path)

    def displayName(self) -> str:
        return _texts(self.name())[0]

    def shortDescription(self) -> str:
        return _texts(self.name())[1]

    def shortHelpString(self) -> str:
        parts = [f"<p>{_texts(self.name())[1]}</p>"]
        for parameter in self.parameterDefinitions():
            if parameter.help():
                parts.append(f"<h3>{parameter.description()}</h3><p>{parameter.help()}</p>")
        return "\n".join(parts)

    def group(self) -> str:
        return tr("Fill")

    def groupId(self) -> str:
        return "fill"

    def icon(self) -> QIcon:
        return QIcon(icon_path("model"))

    def svgIconPath(self) -> str:
        return icon_path("model")

    def canExecute(self) -> Tuple[bool, str]:
        problem = engine.problem()
        return (True, "") if problem is None else (False, problem.sentence())


def ready_models() -> List[Any]:
    """All models shipped with the plugin."""
    return [ReadyModel(str(path)) for path in sorted(FOLDER.glob("*.model3"))]

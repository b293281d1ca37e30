"""Base class of all algorithms: names, help, checks of parameters and engine, numeric outputs."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Dict, List, Optional, Tuple

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterNumber,
)
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtGui import QIcon

from geoinpaint_qgis import engine
from geoinpaint_qgis.icons import icon_path
from geoinpaint_qgis.processing import layers
from geoinpaint_qgis.translate import tr

HELP = Path(__file__).resolve().parents[1] / "help"


class EngineAlgorithm(QgsProcessingAlgorithm):
    """An algorithm that runs the engine."""

    NAME = ""

    def title(self) -> str:
        """The name shown to users."""
        raise NotImplementedError

    def about(self) -> str:
        """A short description."""
        raise NotImplementedError

    def name(self) -> str:
        return self.NAME

    def displayName(self) -> str:
        return self.title()

    def group(self) -> str:
        return ""

    def groupId(self) -> str:
        return ""

    def createInstance(self) -> QgsProcessingAlgorithm:
        return type(self)()

    def icon(self) -> QIcon:
        return QIcon(icon_path(self.NAME))

    def svgIconPath(self) -> str:
        return icon_path(self.NAME)

    def shortDescription(self) -> str:
        return self.about().split(". ")[0].rstrip(".") + "."

    def helpUrl(self) -> str:
        return QUrl.fromLocalFile(str(HELP / f"{self.NAME}.html")).toString()

    def shortHelpString(self) -> str:
        parts = [f"<p>{self.about()}</p>"]
        hidden = QgsProcessingParameterDefinition.Flag.FlagHidden
        for parameter in self.parameterDefinitions():
            if parameter.help() and not parameter.flags() & hidden:
                parts.append(f"<h3>{parameter.description()}</h3><p>{parameter.help()}</p>")
        return "\n".join(parts)

    def canExecute(self) -> Tuple[bool, str]:
        problem = engine.problem()
        return (True, "") if problem is None else (False, problem.sentence())

    def checkParameterValues(self, parameters: Dict[str, Any], context: QgsProcessingContext) -> Tuple[bool, str]:
        with layers.placeholder_layer() as layer:
            checked = self.checked_by_qgis(parameters, context)
            readable = {name: layers.without_products(value, layer) for name, value in checked.items()}
            fine, text = super().checkParameterValues(readable, context)
        # checked first, because these sentences are more specific than QGIS's own
        problem = self._problem_of_choices(parameters) or self._problem_of_numbers(parameters)
        problem = problem or self.problem(parameters, context)
        return (fine, text) if problem is None else (False, problem)

    def checked_by_qgis(self, parameters: Dict[str, Any], context: QgsProcessingContext) -> Dict[str, Any]:
        """The values that QGIS is to be able to open."""
        return parameters

    def _problem_of_choices(self, parameters: Dict[str, Any]) -> Optional[str]:
        """Checks enumerations by their strings; the help of qgis_process asks for numbers nevertheless."""
        for definition in self.parameterDefinitions():
            value = parameters.get(definition.name())
            if (
                isinstance(definition, QgsProcessingParameterEnum)
                and definition.usesStaticStrings()
                and isinstance(value, (str, int))
                and str(value) not in ("", *definition.options())
            ):
                return tr("{name} is one of the words {words}, and {value} is none of them.").format(
                    name=definition.name(), words=", ".join(definition.options()), value=value
                )
        return None

    def _problem_of_numbers(self, parameters: Dict[str, Any]) -> Optional[str]:
        """Checks numbers against their range, which QGIS's own message does not state."""
        for definition in self.parameterDefinitions():
            value = parameters.get(definition.name())
            if not isinstance(definition, QgsProcessingParameterNumber) or not isinstance(value, (str, int, float)):
                continue
            try:
                inside = definition.minimum() <= float(value) <= definition.maximum()
            except ValueError:  # an expression, or not a number, which QGIS reports
                continue
            if not inside:
                return tr("{name} is a number from {least} to {most}, and {value} is none of them.").format(
                    name=definition.name(),
                    least=f"{definition.minimum():.12g}",
                    most=f"{definition.maximum():.12g}",
                    value=value,
                )
        return None

    def problem(self, parameters: Dict[str, Any], context: QgsProcessingContext) -> Any:
        """A sentence on what is wrong with the values; None if they are valid."""
        return None

    # --- small helpers of the subclasses ---

    def add_numbers(self, numbers: Dict[str, str]) -> None:
        """Declares numeric outputs by name and label."""
        for name, label in numbers.items():
            self.addOutput(QgsProcessingOutputNumber(name, label))

    def add_strings(self, strings: Dict[str, str]) -> None:
        """Declares text outputs by name and label."""
        for name, label in strings.items():
            self.addOutput(QgsProcessingOutputString(name, label))

    def sources(self, parameters: Dict[str, Any], name: str, context: QgsProcessingContext) -> List[layers.Source]:
        """The sources of a parameter that takes several layers; call it in the main thread."""
        found = []
        for value in layers.given(parameters.get(name)):
            if layers.is_product(value):
                found.append(layers.product(value))
                continue
            # evaluated by the parameter itself, so that references of models and projects are resolved alike
            for layer in self.parameterAsLayerList({name: [value]}, name, context):
                problem = layers.problem_of(layer, value)
                if problem is not None:
                    raise QgsProcessingException(problem)
                found.append(layers.of(layer, context))
        return found

    def scene_source(self, parameters: Dict[str, Any], name: str, context: QgsProcessingContext) -> Any:
        """The layer (None for a product) and the source of a raster parameter; call it in the main thread.

        Raises:
            QgsProcessingException: it cannot be opened, which a batch run has not checked before.
        """
        value = parameters.get(name)
        if layers.is_product(value):
            return None, layers.product(value)
        layer = self.parameterAsRasterLayer(parameters, name, context)
        found = layers.problem_of(layer, value)
        if found is not None:
            raise QgsProcessingException(found)
        return layer, layers.raster(layer, context)

    def problem_of_raster(self, parameters: Dict[str, Any], name: str, context: QgsProcessingContext) -> Any:
        """Checks that a raster parameter can be opened."""
        if layers.is_product(parameters.get(name)) or not parameters.get(name):
            return None
        return layers.problem_of(self.parameterAsRasterLayer(parameters, name, context), parameters.get(name))

"""Opens QGIS's own windows for an algorithm (dialog, batch, modeler), filled in with the panel's request."""

from __future__ import annotations

from typing import Any, Dict

from qgis.core import (
    QgsApplication,
    QgsMapLayer,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingModelParameter,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterRasterLayer,
    QgsProject,
)
from qgis.PyQt.QtCore import QPointF
from qgis.PyQt.QtWidgets import QWidget

from geoinpaint_qgis.gui.request import Request, by_id
from geoinpaint_qgis.processing import parameters as shared
from geoinpaint_qgis.translate import tr

FILES = (shared.OUTPUT, shared.UNCERTAINTY, shared.FILL_FLAG, shared.REPORT)  # output files, new in each run
STEP = "fill"


def show_dialog(algorithm: str, parameters: Dict[str, Any]) -> Any:
    """Shows an algorithm's dialog with the given values; returns it."""
    import processing  # a plugin of QGIS, which may be disabled and takes time to load

    dialog = processing.createAlgorithmDialog(algorithm, parameters)
    dialog.show()
    return dialog


def show_batch(request: Request, window: QWidget) -> Any:
    """Shows the batch window of the request's algorithm with the first row filled in; returns it."""
    from processing.gui.BatchAlgorithmDialog import BatchAlgorithmDialog
    from processing.gui.wrappers import WidgetWrapper

    algorithm = QgsApplication.processingRegistry().createAlgorithmById(request.algorithm)
    dialog = BatchAlgorithmDialog(algorithm, parent=window)
    panel, context = dialog.mainWidget(), QgsProcessingContext()
    context.setProject(QgsProject.instance())  # required to find layers by id
    for name, value in _without_files(request).items():
        wrapper = panel.wrappers[0][panel.parameter_to_column[name]]
        plain = by_id(value)  # ids also identify layers that are not files
        if isinstance(wrapper, WidgetWrapper) and _is_layers(value) and isinstance(plain, list):
            plain = ";".join(plain)  # widget wrappers in Python expect several layers as text
        wrapper.setParameterValue(plain, context)
    dialog.show()
    return dialog


def show_modeler(request: Request) -> Any:
    """Shows the request as a model with one step in the modeler; returns the window."""
    from processing.modeler.ModelerDialog import ModelerDialog

    dialog = ModelerDialog.create(model_of(request))
    dialog.show()
    return dialog


def model_of(request: Request) -> QgsProcessingModelAlgorithm:
    """A model with one step, whose inputs are the layers, and whose settings are the request's."""
    model = QgsProcessingModelAlgorithm(tr("Fill clouds"), "geoinpaint")
    child = QgsProcessingModelChildAlgorithm(request.algorithm)
    child.setChildId(STEP)
    child.setDescription(child.algorithm().displayName())
    child.setPosition(QPointF(420, 160))
    source = QgsProcessingModelChildParameterSource
    inputs = 0
    given = _without_files(request)
    for definition in child.algorithm().parameterDefinitions():
        name, value = definition.name(), given.get(definition.name(), definition.defaultValue())
        if definition.isDestination() or (name not in given and value is None):
            continue
        if _is_layers(value):
            made = _input(name, definition.description(), many=isinstance(value, list))
            component = QgsProcessingModelParameter(made.name())
            component.setPosition(QPointF(120, 60 + 70 * inputs))
            inputs += 1
            model.addModelParameter(made, component)
            child.addParameterSources(name, [source.fromModelParameter(made.name())])
        else:
            child.addParameterSources(name, [source.fromStaticValue(value)])
    output = QgsProcessingModelOutput("filled", "filled")
    output.setDescription(tr("Filled"))
    output.setChildId(STEP)
    output.setChildOutputName(shared.OUTPUT)
    output.setPosition(QPointF(720, 160))
    child.setModelOutputs({"filled": output})
    model.addChildAlgorithm(child)
    model.updateDestinationParameters()
    return model


def _without_files(request: Request) -> Dict[str, Any]:
    return {name: value for name, value in request.parameters("").items() if name not in FILES}


def _is_layers(value: Any) -> bool:
    return isinstance(value, (QgsMapLayer, QgsProcessingFeatureSourceDefinition)) or (
        isinstance(value, list) and any(isinstance(v, QgsMapLayer) for v in value)
    )


def _input(name: str, label: str, *, many: bool) -> Any:
    if name == shared.AREA:
        return QgsProcessingParameterFeatureSource(name.lower(), label, [QgsProcessing.SourceType.TypeVectorPolygon])
    if not many:
        return QgsProcessingParameterRasterLayer(name.lower(), label)
    kind = QgsProcessing.SourceType.TypeMapLayer if name == shared.MASKS else QgsProcessing.SourceType.TypeRaster
    return QgsProcessingParameterMultipleLayers(name.lower(), label, kind)

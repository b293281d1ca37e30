"""Give the ready-made models (geoinpaint_qgis/modeler/*.model3) what their steps demand: names and default values.

.venv/plugin/bin/python scripts/complete_models.py     in QGIS's own Python, after an algorithm got a parameter
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["QT_HASH_SEED"] = "0"  # the same order in the file each time

from qgis.core import (  # noqa: E402
    QgsApplication,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingParameterDefinition,
)

from geoinpaint_qgis.processing.models import FOLDER  # noqa: E402
from geoinpaint_qgis.processing.provider import GeoInpaintProvider  # noqa: E402


def complete(model: QgsProcessingModelAlgorithm) -> None:
    """Name each step as its algorithm, and give each mandatory parameter without a source its default."""
    for child in list(model.childAlgorithms().values()):
        algorithm = child.algorithm()
        child.setDescription(algorithm.displayName())
        given = child.parameterSources()
        for definition in algorithm.parameterDefinitions():
            optional = definition.flags() & QgsProcessingParameterDefinition.Flag.FlagOptional
            if definition.name() not in given and not optional and not definition.isDestination():
                value = QgsProcessingModelChildParameterSource.fromStaticValue(definition.defaultValue())
                child.addParameterSources(definition.name(), [value])
        model.setChildAlgorithm(child)


def main() -> None:
    """Complete every model in place."""
    application = QgsApplication([], False)
    application.initQgis()
    provider = GeoInpaintProvider()
    QgsApplication.processingRegistry().addProvider(provider)
    for path in sorted(FOLDER.glob("*.model3")):
        model = QgsProcessingModelAlgorithm()
        assert model.fromFile(str(path)), path
        complete(model)
        fine, problems = model.validate()
        assert fine, problems
        model.toFile(str(path))
        print(path)
    sys.stdout.flush()
    os._exit(0)  # QGIS's own end is not waited for


if __name__ == "__main__":
    main()

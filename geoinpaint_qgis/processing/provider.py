"""The Processing provider `geoinpaint`, which lists the algorithms."""

from __future__ import annotations

from typing import List

from qgis.core import QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from geoinpaint_qgis.icons import icon_path
from geoinpaint_qgis.processing.classicalfill import ClassicalFill
from geoinpaint_qgis.processing.clearskyreference import ClearSkyReference
from geoinpaint_qgis.processing.cloudmask import CloudMask
from geoinpaint_qgis.processing.compare import Compare
from geoinpaint_qgis.processing.enginestatus import EngineStatus
from geoinpaint_qgis.processing.fillseries import FillSeries
from geoinpaint_qgis.processing.findevidence import FindEvidence
from geoinpaint_qgis.processing.inpaint import Inpaint
from geoinpaint_qgis.processing.inpaintwithmodel import InpaintWithModel
from geoinpaint_qgis.processing.models import ready_models

ALGORITHMS = (
    *(Inpaint, InpaintWithModel, ClassicalFill, FillSeries),
    *(CloudMask, ClearSkyReference, FindEvidence, Compare, EngineStatus),
)


class GeoInpaintProvider(QgsProcessingProvider):
    """Fills the cloud-covered part of Sentinel-2 images."""

    def id(self) -> str:
        return "geoinpaint"

    def name(self) -> str:
        return "GeoInpaint"

    def icon(self) -> QIcon:
        return QIcon(icon_path("geoinpaint"))

    def svgIconPath(self) -> str:
        return icon_path("geoinpaint")

    def loadAlgorithms(self) -> None:
        for algorithm in ALGORITHMS:
            self.addAlgorithm(algorithm())
        for model in ready_models():
            self.addAlgorithm(model)

    def supportedOutputRasterLayerExtensions(self) -> List[str]:
        return ["tif", "tiff"]

    def supportsNonFileBasedOutput(self) -> bool:
        return False

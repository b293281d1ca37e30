"""Resolves map layers to files that the engine can open; other layers are exported to temporary files."""

from __future__ import annotations

import contextlib
import os
import re
import uuid
import zipfile
from dataclasses import dataclass
from typing import Any, Dict, Iterator, List, Mapping, Optional

from osgeo import gdal
from qgis.core import (
    QgsFeature,
    QgsFeatureRequest,
    QgsFields,
    QgsMapLayer,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSource,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingFeedback,
    QgsProcessingUtils,
    QgsProviderRegistry,
    QgsRasterBlockFeedback,
    QgsRasterFileWriter,
    QgsRasterLayer,
    QgsRasterPipe,
    QgsVectorFileWriter,
    QgsVectorLayer,
)

from geoinpaint_qgis.translate import tr

# the bands of one resolution of a product, as GDAL names them: SENTINEL2_L2A:<product>:<resolution>m:<projection>
_PRODUCT_LAYER = re.compile(r"^SENTINEL2_L(?:1C|2A):\"?(?P<path>.+?)\"?:(?P<resolution>10|20|60)m:EPSG_\d+$")
_ZIP = re.compile(r"^/vsizip/(?P<zip>.+?\.zip)/.*$", re.IGNORECASE)  # GDAL's path of a file in a zip
_PRODUCT_FILE = re.compile(r"(\.SAFE[\\/]?|\.SAFE\.zip|S2[A-D]_MSIL\S*\.zip|MTD_MSIL(1C|2A)\.xml)$", re.IGNORECASE)
_METADATA = re.compile(r"(^|/)MTD_MSIL(1C|2A)\.xml$")

# formats that QGIS reads and the engine refuses, because they may refer to other files
_NETCDF = re.compile(r"\.(nc[34]?|cdf|h4|h5|hdf[45]?|he[45])$", re.IGNORECASE)


@dataclass
class Source:
    """A file for the engine: created from a layer in the main thread, exported in the run's thread if needed."""

    path: str = ""
    resolution: Optional[int] = None
    layer: Optional[str] = None
    shapes: bool = False  # whether it is a vector file, which has no classes
    exported: bool = False  # whether it is a temporary copy, which is removed when QGIS is closed
    name: str = ""
    provider: Any = None  # for rasters that are not files: a clone, to be read in the thread of the run
    context: Any = None

    @property
    def stem(self) -> str:
        """File name without extension, for the names of results."""
        return re.sub(r"(\.SAFE)?(\.zip|\.tiff?|\.jp2|\.vrt|\.xml)?$", "", self.name, flags=re.IGNORECASE)

    def to_file(self, feedback: QgsProcessingFeedback) -> Source:
        """Exports the source to a file if needed.

        Raises:
            QgsProcessingException: the export failed or was cancelled.
        """
        if self.provider is None:
            return self
        feedback.pushInfo(tr("{name} is not a file of its own; it is copied first").format(name=self.name))
        path = _export_raster(self.provider, self.context, feedback, self.name)
        return Source(path=path, exported=True, name=self.name)


def is_product(value: Any) -> bool:
    """Whether a value is the path of a Sentinel-2 product, which QGIS itself cannot open as one layer."""
    if not isinstance(value, str) or not os.path.exists(value):
        return False
    return bool(_PRODUCT_FILE.search(value)) or (value.lower().endswith(".zip") and _holds_product(value))


def _holds_product(path: str) -> bool:
    """Whether a zip contains the metadata of a product, whatever its name."""
    try:
        with zipfile.ZipFile(path) as archive:
            return any(_METADATA.search(name) for name in archive.namelist())
    except (OSError, ValueError, zipfile.BadZipFile):
        return False


def product_root(path: str) -> str:
    """The folder of the product that contains a file; the path itself if there is none."""
    place = os.path.abspath(path)
    while place != os.path.dirname(place):
        if re.search(r"\.SAFE$", place, re.IGNORECASE):
            return place
        place = os.path.dirname(place)
    return os.path.abspath(path)


@contextlib.contextmanager
def placeholder_layer() -> Iterator[QgsRasterLayer]:
    """A placeholder layer for a product, where QGIS requires a layer that it can open."""
    path = f"/vsimem/geoinpaint_{uuid.uuid4().hex}.tif"
    made = gdal.GetDriverByName("GTiff").Create(path, 1, 1)
    made.SetGeoTransform((0.0, 1.0, 0.0, 0.0, 0.0, -1.0))
    made.FlushCache()
    try:
        yield QgsRasterLayer(path, "product", "gdal")
    finally:
        gdal.Unlink(path)


def without_products(value: Any, layer: QgsRasterLayer) -> Any:
    """A parameter's value with products replaced by the placeholder."""
    if isinstance(value, (list, tuple)):
        return [without_products(item, layer) for item in value]
    return layer if is_product(value) else value


def product(path: str) -> Source:
    """The source of a product given by its path."""
    return Source(path=os.path.abspath(path), name=os.path.basename(path.rstrip("/\\")))


def raster(layer: QgsRasterLayer, context: QgsProcessingContext) -> Source:
    """The source of a raster layer; call it in the layer's thread."""
    if layer.providerType() == "gdal":
        uri = layer.source()
        match = _PRODUCT_LAYER.match(uri)
        place = _ZIP.sub(r"\g<zip>", match["path"]) if match else ""
        if match and os.path.exists(place):
            return Source(path=os.path.abspath(place), resolution=int(match["resolution"]), name=layer.name())
        if uri.startswith("/vsi") and not uri.startswith("/vsimem/"):  # /vsimem/ exists in this process only
            return Source(path=uri, name=layer.name())
        if os.path.exists(uri) and not _NETCDF.search(uri):
            return Source(path=os.path.abspath(uri), name=layer.name())
    return Source(name=layer.name(), provider=layer.dataProvider().clone(), context=context)


def band_names(layer: QgsRasterLayer) -> List[str]:
    """Band names as stored in the file; empty for unnamed bands."""
    # QGIS prepends the number, as in "Band 2: B03", and for products GDAL appends the wavelength
    names = [layer.bandName(number).partition(": ")[2] for number in range(1, layer.bandCount() + 1)]
    return [name.partition(", central wavelength")[0] for name in names]


def spectral(names: List[str]) -> List[int]:
    """1-based numbers of a product's spectral bands, without cloud probability, water vapour and the like."""
    return [number for number, name in enumerate(names, 1) if re.fullmatch(r"B\d{1,2}A?", name, re.IGNORECASE)]


def is_product_layer(layer: Optional[QgsRasterLayer]) -> bool:
    """Whether a layer shows the bands of one resolution of a product, opened by GDAL's driver."""
    return layer is not None and layer.providerType() == "gdal" and bool(_PRODUCT_LAYER.match(layer.source()))


def vector(layer: QgsVectorLayer, context: QgsProcessingContext) -> Source:
    """The source of a vector layer, its file or a temporary copy; call it in the layer's thread.

    Raises:
        QgsProcessingException: the copy cannot be written.
    """
    file = _file_of(layer)
    if file is not None:
        return file
    return Source(path=_export_vector(layer, context), shapes=True, exported=True, name=layer.name())


def is_file(layer: QgsVectorLayer) -> bool:
    """Whether a vector layer shows a whole file without changes, so that no copy is needed."""
    return _file_of(layer) is not None


def _file_of(layer: QgsVectorLayer) -> Optional[Source]:
    if layer.providerType() != "ogr" or layer.subsetString() or layer.isModified():
        return None
    parts = QgsProviderRegistry.instance().decodeUri("ogr", layer.source())
    path = str(parts.get("path") or "")
    if not os.path.exists(path) or parts.get("layerId") not in (None, ""):
        return None
    return Source(path=os.path.abspath(path), layer=parts.get("layerName") or None, shapes=True, name=layer.name())


def is_part(value: Any) -> bool:
    """Whether the value of a feature source selects only part of a layer, such as the selected features."""
    if not isinstance(value, QgsProcessingFeatureSourceDefinition):
        return False
    # filterExpression is available since QGIS 3.32
    return bool(value.selectedFeaturesOnly or value.featureLimit >= 0 or getattr(value, "filterExpression", ""))


def has_shape(features: QgsProcessingFeatureSource) -> bool:
    """Whether a feature source contains any geometry."""
    request = QgsFeatureRequest().setNoAttributes()
    found = features.getFeatures(request, QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks)
    return any(not feature.geometry().isEmpty() for feature in found)


def shapes(features: QgsProcessingFeatureSource, context: QgsProcessingContext) -> Source:
    """Writes the polygons of a feature source to a temporary file; call it in the source's thread.

    Raises:
        QgsProcessingException: the file cannot be written.
    """
    path = QgsProcessingUtils.generateTempFilename("area.gpkg")
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = "GPKG"
    options.layerName = "area"
    writer = QgsVectorFileWriter.create(
        path, QgsFields(), features.wkbType(), features.sourceCrs(), context.transformContext(), options
    )
    request = QgsFeatureRequest().setNoAttributes()
    # the engine also accepts self-intersecting polygons
    for feature in features.getFeatures(request, QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks):
        shape = QgsFeature()
        shape.setGeometry(feature.geometry())
        writer.addFeature(shape)
    problem = writer.errorMessage() if writer.hasError() else ""
    del writer  # closes the file
    if problem:
        raise QgsProcessingException(
            tr("The layer {name} cannot be copied to a file: {reason}").format(
                name=features.sourceName(), reason=problem
            )
        )
    return Source(path=path, shapes=True, exported=True, name=features.sourceName())


def of(layer: QgsMapLayer, context: QgsProcessingContext) -> Source:
    """The source of a raster or vector layer.

    Raises:
        QgsProcessingException: it is neither, or cannot be copied.
    """
    if isinstance(layer, QgsRasterLayer):
        return raster(layer, context)
    if isinstance(layer, QgsVectorLayer):
        return vector(layer, context)
    raise QgsProcessingException(tr("{name} is neither a raster nor a vector layer.").format(name=layer.name()))


def given(value: Any) -> List[Any]:
    """The values of a parameter that takes several layers, as a list."""
    if value is None or value == "":
        return []
    if isinstance(value, (list, tuple)):
        return [item for item in value if item not in (None, "")]
    if isinstance(value, str):
        return [item for item in value.split(";") if item]
    return [value]


def first_problem(values: List[Any], context: QgsProcessingContext) -> Optional[str]:
    """A sentence on the first value that is neither a layer nor can be opened as one; None if all can."""
    for value in values:
        found = None
        if isinstance(value, QgsMapLayer):
            found = problem_of(value, value.name())
        elif isinstance(value, str) and not is_product(value):
            found = problem_of(QgsProcessingUtils.mapLayerFromString(value, context), value)
        if found is not None:
            return found
    return None


def unreadable_file(value: Any, context: QgsProcessingContext) -> Optional[str]:
    """The path of a file that is there and cannot be opened as a layer; None for everything else."""
    if is_product(value):
        return None
    layer = value if isinstance(value, QgsMapLayer) else QgsProcessingUtils.mapLayerFromString(str(value), context)
    path = str(value) if layer is None else layer.source()
    return path if (layer is None or not layer.isValid()) and os.path.isfile(path) else None


def problem_of(layer: Optional[QgsMapLayer], name: Any) -> Optional[str]:
    """A sentence on why a layer cannot be read; None if it can.

    Where the file of a layer is gone, QGIS still draws from its cache, and copies zeros for what that does not hold.

    Args:
        layer: the layer; None where there is none.
        name: what the user knows it by.
    """
    if layer is None or not layer.isValid():
        return tr("The layer {name} cannot be opened.").format(name=name)
    if layer.providerType() not in ("gdal", "ogr"):
        return None
    path = str(QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source()).get("path") or "")
    if not os.path.isabs(path) or path.startswith("/vsi") or os.path.exists(path):
        return None
    return tr("The file of the layer {name} is not there any more: {path}").format(name=layer.name(), path=path)


def _export_vector(layer: QgsVectorLayer, context: QgsProcessingContext) -> str:
    path = QgsProcessingUtils.generateTempFilename("layer.gpkg")
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = "GPKG"
    options.layerName = "layer"
    options.attributes = []
    options.skipAttributeCreation = True
    answer = QgsVectorFileWriter.writeAsVectorFormatV3(layer, path, context.transformContext(), options)
    if answer[0] != QgsVectorFileWriter.WriterError.NoError:
        raise QgsProcessingException(
            tr("The layer {name} cannot be copied to a file: {reason}").format(name=layer.name(), reason=answer[1])
        )
    return path


def _export_raster(provider: Any, context: QgsProcessingContext, feedback: QgsProcessingFeedback, name: str) -> str:
    if not provider.xSize() or not provider.ySize():
        raise QgsProcessingException(
            tr("{name} has no pixels of its own. Save it as a GeoTIFF first.").format(name=name)
        )
    path = QgsProcessingUtils.generateTempFilename("layer.tif")
    writer = QgsRasterFileWriter(path)
    writer.setOutputFormat("GTiff")
    pipe = QgsRasterPipe()
    if not pipe.set(provider):
        raise QgsProcessingException(tr("The layer {name} cannot be read.").format(name=name))
    progress = QgsRasterBlockFeedback()
    feedback.canceled.connect(progress.cancel)
    answer = writer.writeRaster(
        pipe,
        provider.xSize(),
        provider.ySize(),
        provider.extent(),
        provider.crs(),
        context.transformContext(),
        progress,
    )
    if feedback.isCanceled():
        raise QgsProcessingException(tr("The run was cancelled; no output was written."))
    if answer != QgsRasterFileWriter.WriterError.NoError:
        raise QgsProcessingException(tr("The layer {name} cannot be copied to a file.").format(name=name))
    return path


def mask_entry(source: Source, classes: List[int]) -> Dict[str, Any]:
    """A mask source of the job; classes apply to rasters only."""
    entry: Dict[str, Any] = {"path": source.path}
    if source.layer:
        entry["layer"] = source.layer
    if classes and not source.shapes:
        entry["classes"] = list(classes)
    return entry


def scene_entry(source: Source) -> Mapping[str, Any]:
    """The scene of the job."""
    return {"path": source.path, **({"resolution": source.resolution} if source.resolution else {})}

"""Parameters that several algorithms share: their names, and functions that declare them."""

from __future__ import annotations

from typing import Any, Optional, Sequence

from qgis.core import (
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingParameterBand,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterExtent,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
)

from geoinpaint_qgis import interface
from geoinpaint_qgis.translate import tr

INPUT = "INPUT"
BANDS = "BANDS"
MASKS = "MASKS"
MASK_CLASSES = "MASK_CLASSES"
MASK_NODATA = "MASK_NODATA"
CLASSIFICATION = "CLASSIFICATION"
CLASSES = "CLASSES"
DILATE = "DILATE"
DETECT = "DETECT"
DETECTOR = "DETECTOR"
NO_DETECTOR = "none"
GROW = "GROW"
REFERENCES = "REFERENCES"
REFERENCE_MASKS = "REFERENCE_MASKS"
REFERENCE_MASK_CLASSES = "REFERENCE_MASK_CLASSES"
SAR = "SAR"
SAR_UNITS = "SAR_UNITS"
EXTENT = "EXTENT"
AREA = "AREA"
HOLDOUT = "HOLDOUT"
SEED = "SEED"
THREADS = "THREADS"
TILE = "TILE"
DEVICE = "DEVICE"
FORMAT = "FORMAT"
OUTPUT = "OUTPUT"
FILL_FLAG = "FILL_FLAG"
UNCERTAINTY = "UNCERTAINTY"
REPORT = "REPORT"

HOLDOUT_NAMES = ("auto", "on", "off")


def declare(
    algorithm: QgsProcessingAlgorithm,
    parameter: QgsProcessingParameterDefinition,
    text: str,
    *,
    advanced: bool = False,
) -> None:
    """Adds a parameter with its help text."""
    parameter.setHelp(text)
    if advanced:
        parameter.setFlags(parameter.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
    algorithm.addParameter(parameter)


def choice(
    name: str, label: str, values: Sequence[str], default: Optional[str], *, optional: bool = False
) -> QgsProcessingParameterEnum:
    """An enumeration whose values are strings that do not depend on the language."""
    return QgsProcessingParameterEnum(name, label, list(values), False, default, optional, True)


def integer(
    name: str, label: str, default: Optional[int], smallest: int, largest: int, *, optional: bool = False
) -> QgsProcessingParameterNumber:
    """An integer parameter."""
    return QgsProcessingParameterNumber(
        name, label, QgsProcessingParameterNumber.Type.Integer, default, optional, smallest, largest
    )


# --- declared --------------------------------------------------------------------------------------------------------


def add_scene(algorithm: QgsProcessingAlgorithm) -> None:
    """The raster to fill, and its bands."""
    declare(
        algorithm,
        QgsProcessingParameterRasterLayer(INPUT, tr("Scene")),
        tr(
            "The raster to fill: any raster layer, or the path of a Sentinel-2 product (.SAFE folder, its zip or its"
            " MTD xml)."
        ),
    )
    declare(
        algorithm,
        QgsProcessingParameterBand(BANDS, tr("Bands"), None, INPUT, True, True),
        tr("The bands to fill and to write, in this order; all where none is chosen."),
    )


def add_masks(algorithm: QgsProcessingAlgorithm, *, optional: bool = True) -> None:
    """The mask sources, which are combined."""
    declare(
        algorithm,
        QgsProcessingParameterMultipleLayers(
            MASKS, tr("Mask layers"), QgsProcessing.SourceType.TypeMapLayer, None, optional
        ),
        tr(
            "What is to be filled: rasters (every pixel that is not zero, or the classes below) and vectors (inside"
            " the shapes). Several layers add up; each is brought to the scene's grid."
        ),
    )
    declare(
        algorithm,
        QgsProcessingParameterString(MASK_CLASSES, tr("Classes of the mask rasters"), "", False, True),
        tr(
            "Which values of the mask rasters mean: fill. Numbers and ranges, such as 3,8-10 for cloud, shadow and"
            " cirrus of a Sentinel-2 scene classification. Empty: every value that is not zero."
        ),
    )
    add_classification(
        algorithm,
        tr(
            "A raster of classes, such as the scene classification (SCL) of a Sentinel-2 L2A product; what has the"
            " classes below is filled."
        ),
        tr("Classes to fill"),
    )
    add_detector(algorithm)
    add_growth(
        algorithm,
        tr("Fill nodata pixels too"),
        tr("Adds the scene's nodata pixels to what is filled; otherwise nodata stays nodata."),
    )


def add_classification(algorithm: QgsProcessingAlgorithm, text: str, classes: str) -> None:
    """A classification raster with its help text, and the classes to mask with their label."""
    declare(
        algorithm,
        QgsProcessingParameterRasterLayer(CLASSIFICATION, tr("Scene classification"), None, True),
        text,
    )
    declare(
        algorithm,
        QgsProcessingParameterString(CLASSES, classes, interface.SCL_CLOUDS, False, True),
        tr(
            "Numbers and ranges. Of a Sentinel-2 scene classification: 3 cloud shadow, 8 and 9 cloud, 10 thin cirrus,"
            " 11 snow."
        ),
    )


def add_growth(algorithm: QgsProcessingAlgorithm, label: str, text: str) -> None:
    """Whether nodata is masked, and how far the mask is grown."""
    declare(algorithm, QgsProcessingParameterBoolean(MASK_NODATA, label, False), text)
    declare(
        algorithm,
        integer(DILATE, tr("Grow the mask by (pixels)"), 0, *interface.RANGES["dilate"]),
        tr("Grows the mask by so many pixels of the scene: the edges of clouds are often missed."),
    )


def add_detection(algorithm: QgsProcessingAlgorithm) -> None:
    """Whether clouds are detected from the other dates, as a mask source.

    Optional, as all parameters added later, so that existing models remain valid.
    """
    declare(
        algorithm,
        QgsProcessingParameterBoolean(DETECT, tr("Detect clouds from the dates"), False, True),
        tr("Adds what the references tell to be cloud or shadow in the scene to the mask; needs no classification."),
    )


def add_detector(algorithm: QgsProcessingAlgorithm) -> None:
    """Whether clouds are detected by a network, as a mask source."""
    declare(
        algorithm,
        choice(
            DETECTOR, tr("Detect clouds by a network"), (NO_DETECTOR, *interface.DETECTORS), NO_DETECTOR, optional=True
        ),
        tr(
            "Adds what a network tells to be cloud or shadow from this image alone. It needs a package of its own,"
            " which the panel installs, and looks at B02, B03, B04 and B08."
        ),
    )


def detector_of(value: Any) -> str:
    """The detector selected by a parameter's value; empty: none."""
    return str(value) if value in interface.DETECTORS else ""


def add_contamination(algorithm: QgsProcessingAlgorithm) -> None:
    """Parameters of cloud detection from other dates: as a mask source, and outside the mask."""
    add_detection(algorithm)
    declare(
        algorithm,
        choice(
            GROW,
            tr("What looks like cloud beside the mask"),
            interface.GROWTHS,
            interface.DEFAULTS["grow"],
            optional=True,
        ),
        tr(
            "auto: what the references tell to be cloud, haze or shadow and the mask has left out is filled too, and"
            " the ground that is seen in shadow, also in the mask, is kept, made as bright as the fill; none: it stays"
            " as it is, and is not learned from."
        ),
    )


def add_references(algorithm: QgsProcessingAlgorithm) -> None:
    """Other dates of the same place."""
    declare(
        algorithm,
        QgsProcessingParameterMultipleLayers(
            REFERENCES, tr("References (other dates)"), QgsProcessing.SourceType.TypeRaster, None, True
        ),
        tr(
            "Clearer images of the same place from other dates, or a clear-sky reference. Their dates come from the"
            " product or the file; where there is none, the last in the list counts as the latest."
        ),
    )
    declare(
        algorithm,
        QgsProcessingParameterMultipleLayers(
            REFERENCE_MASKS, tr("Masks of the references"), QgsProcessing.SourceType.TypeRaster, None, True
        ),
        tr("Where the references are cloudy themselves: none, or one raster for each reference in the same order."),
        advanced=True,
    )
    declare(
        algorithm,
        QgsProcessingParameterString(REFERENCE_MASK_CLASSES, tr("Classes of the references' masks"), "", False, True),
        tr("Which values of those masks mean: cloudy. Empty: every value that is not zero."),
        advanced=True,
    )


def add_sar(algorithm: QgsProcessingAlgorithm) -> None:
    """Radar images of the same place."""
    declare(
        algorithm,
        QgsProcessingParameterMultipleLayers(
            SAR, tr("Radar (Sentinel-1)"), QgsProcessing.SourceType.TypeRaster, None, True
        ),
        tr("Sentinel-1 images with VV and VH; several dates are averaged in linear power."),
    )
    add_sar_units(algorithm)


def add_sar_units(algorithm: QgsProcessingAlgorithm) -> None:
    """The units of the radar's values."""
    declare(
        algorithm,
        choice(SAR_UNITS, tr("Radar units"), interface.SAR_UNITS, "auto"),
        tr("What the radar's values are: db (decibel), linear (power), or auto to tell by the values."),
        advanced=True,
    )


def add_network(algorithm: QgsProcessingAlgorithm) -> None:
    """The device of a network, and the size of its windows."""
    declare(
        algorithm,
        choice(DEVICE, tr("Device"), interface.DEVICES, interface.DEFAULTS["device"]),
        tr("auto: a graphics card where there is one the engine can use; else the processor."),
        advanced=True,
    )
    declare(
        algorithm,
        integer(TILE, tr("Tile (pixels)"), None, *interface.RANGES["tile"], optional=True),
        tr("The side of the windows the scene is filled in; smaller needs less memory. Empty: the method's own."),
        advanced=True,
    )


def add_run(algorithm: QgsProcessingAlgorithm) -> None:
    """Parameters of the run: area, hold-out, seed, threads."""
    declare(
        algorithm,
        QgsProcessingParameterExtent(EXTENT, tr("Fill only within"), None, True),
        tr("Fills only the holes in this extent; the result covers the whole scene all the same."),
    )
    declare(
        algorithm,
        QgsProcessingParameterFeatureSource(
            AREA, tr("Fill only within the shapes"), [QgsProcessing.SourceType.TypeVectorPolygon], None, True
        ),
        tr(
            "Fills only the holes inside these polygons, or inside the selected ones; a hole that their edge cuts is"
            " filled inside it. With an extent: where both are."
        ),
    )
    declare(
        algorithm,
        choice(HOLDOUT, tr("Measure the error on hidden ground"), HOLDOUT_NAMES, "auto"),
        tr("Hides a few cloud-shaped patches of clear ground and reports the error there. auto: as the method has it."),
        advanced=True,
    )
    declare(
        algorithm,
        integer(SEED, tr("Seed"), 0, *interface.RANGES["seed"]),
        tr("The same seed, inputs and settings give the same result, byte for byte."),
        advanced=True,
    )
    declare(
        algorithm,
        integer(THREADS, tr("Threads"), 0, *interface.RANGES["threads"]),
        tr("How many processor cores may be used; 0: all."),
        advanced=True,
    )


def add_outputs(algorithm: QgsProcessingAlgorithm, label: str) -> None:
    """The filled raster, its fill flag and uncertainty, their format, and the report."""
    declare(
        algorithm,
        choice(FORMAT, tr("Format"), interface.FORMATS, interface.FORMATS[0]),
        tr("gtiff: a tiled GeoTIFF with overviews; cog: a cloud-optimised GeoTIFF."),
        advanced=True,
    )
    declare(
        algorithm,
        QgsProcessingParameterRasterDestination(OUTPUT, label),
        tr(
            "The scene with the masked pixels filled: outside the mask it equals the scene bit for bit, with its type,"
            " grid, nodata, band names and tags. A GeoTIFF."
        ),
    )
    declare(
        algorithm,
        QgsProcessingParameterRasterDestination(FILL_FLAG, tr("Fill flag"), None, True, False),
        tr("Where was filled: 0 kept, 1 filled, 2 masked but could not be filled."),
        advanced=True,
    )
    declare(
        algorithm,
        QgsProcessingParameterRasterDestination(UNCERTAINTY, tr("Uncertainty"), None, True, False),
        tr(
            "The standard deviation of the fill, one band for each filled band, in the scene's own numbers: ±1.645 of"
            " it cover 90 % of the patches of clear ground that it is measured on."
        ),
        advanced=True,
    )
    declare(
        algorithm,
        QgsProcessingParameterFileDestination(REPORT, tr("Report"), tr("HTML files (*.html)"), None, True, False),
        tr("One page with pictures, errors, evidence, warnings and the job: an HTML file that needs no other file."),
        advanced=True,
    )

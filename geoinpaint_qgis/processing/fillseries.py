"""`geoinpaint:fillseries`: fills every date of a place from the others, as layers for the temporal controller."""

from __future__ import annotations

import os
import re
from typing import Any, Dict, List, Optional

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputFile,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFile,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterString,
    QgsProcessingParameterVectorLayer,
)

from geoinpaint_qgis import interface, settings
from geoinpaint_qgis.processing import layers, values
from geoinpaint_qgis.processing import parameters as shared
from geoinpaint_qgis.processing.base import EngineAlgorithm
from geoinpaint_qgis.processing.execution import figures_of, run_command
from geoinpaint_qgis.processing.series_layers import SeriesLayers
from geoinpaint_qgis.translate import tr

INPUTS = "INPUTS"
FOLDER = "FOLDER"
MASK_SUFFIX = "MASK_SUFFIX"
SCL_SUFFIX = "SCL_SUFFIX"
MODE = "MODE"
PRESET = "PRESET"
FILL = "FILL"
DATES_AROUND = "DATES_AROUND"
POLYGONS = "POLYGONS"
POINTS = "POINTS"
APPEND = "APPEND"
RESUME = "RESUME"
REDO_IMPROVED = "REDO_IMPROVED"
REDO = "REDO"
LOAD = "LOAD"
MODES = ("mt", "mt-r", "classical", "basic")
COUNTS = {"FILLED_DATES": "filled", "CLEAR_DATES": "clear", "SKIPPED_DATES": "skipped", "FAILED_DATES": "failed"}


class FillSeries(EngineAlgorithm):
    """Fill every date of a place from the others."""

    NAME = "fillseries"

    def title(self) -> str:
        return tr("Fill a series of dates")

    def about(self) -> str:
        return tr(
            "Fills every date of a place from the dates before and after it. Each date becomes a GeoTIFF in a folder of"
            " its own, with its uncertainty and where it was filled; a page tells how far each can be trusted. The"
            " layers are loaded with their times, so that the temporal controller plays them."
        )

    def initAlgorithm(self, configuration: Optional[Dict[str, Any]] = None) -> None:
        # in the order of the form
        self._add_scenes()
        self._add_masks()
        self._add_fill()
        self._add_curves()
        self._add_again()
        shared.declare(
            self,
            shared.integer(shared.SEED, tr("Seed"), 0, *interface.RANGES["seed"]),
            tr("The same seed gives the same result."),
            advanced=True,
        )
        shared.declare(
            self,
            QgsProcessingParameterBoolean(LOAD, tr("Load the dates as layers"), True),
            tr("As a group, each with its time: the temporal controller shows them one after the other."),
        )
        shared.declare(
            self,
            QgsProcessingParameterFolderDestination(shared.OUTPUT, tr("Folder of the series")),
            tr("A new folder, or that of a series that is added to or gone on with."),
        )
        self.add_numbers(
            {
                "FILLED_DATES": tr("Dates that were filled"),
                "CLEAR_DATES": tr("Dates without anything to fill"),
                "SKIPPED_DATES": tr("Dates that cannot be used"),
                "FAILED_DATES": tr("Dates that could not be filled"),
            }
        )
        self.addOutput(QgsProcessingOutputFile("COLLECTION", tr("STAC collection")))
        self.addOutput(QgsProcessingOutputFile("PAGE", tr("Page of the series")))

    def _add_scenes(self) -> None:
        """Parameters that select the dates."""
        shared.declare(
            self,
            QgsProcessingParameterMultipleLayers(INPUTS, tr("Scenes"), QgsProcessing.SourceType.TypeRaster, None, True),
            tr("The dates, files or Sentinel-2 products; their names or tags tell the date (scene_2024-04-05.tif)."),
        )
        shared.declare(
            self,
            QgsProcessingParameterFile(
                FOLDER, tr("Folder of scenes"), QgsProcessingParameterFile.Behavior.Folder, "", None, True
            ),
            tr(
                "All rasters, Sentinel-2 products and folders with one file a band (B02.tif, B03.tif, ...) in it are"
                " dates, beside or instead of the scenes above."
            ),
        )

    def _add_masks(self) -> None:
        """Parameters of the masks."""
        shared.declare(
            self,
            QgsProcessingParameterString(MASK_SUFFIX, tr("Ending of the masks' names"), "", False, True),
            tr("With _mask, what is to be filled in scene.tif lies beside it as scene_mask.tif (or .gpkg)."),
        )
        shared.declare(
            self,
            QgsProcessingParameterString(SCL_SUFFIX, tr("Ending of the classifications' names"), "", False, True),
            tr("With _SCL, the classification of scene.tif lies beside it as scene_SCL.tif. A product has its own."),
        )
        shared.declare(
            self,
            QgsProcessingParameterString(shared.CLASSES, tr("Classes to fill"), interface.SCL_CLOUDS, False, True),
            tr("Of the classifications: 3 cloud shadow, 8 and 9 cloud, 10 thin cirrus, 11 snow."),
        )
        shared.declare(
            self,
            QgsProcessingParameterBoolean(shared.DETECT, tr("Detect clouds from the dates"), False),
            tr("Also fills what the other dates tell to be cloud or shadow; needs no mask."),
        )
        shared.add_detector(self)
        shared.declare(
            self,
            shared.choice(
                shared.GROW, tr("What looks like cloud beside the masks"), interface.GROWTHS, interface.DEFAULTS["grow"]
            ),
            tr(
                "auto: what the other dates tell to be cloud, haze or shadow there is filled too, and the ground that"
                " is seen in shadow, also in the masks, is kept, made as bright as the fill; none: it stays."
            ),
        )
        shared.add_growth(self, tr("Fill nodata pixels too"), tr("Fills pixels that a date has no data for."))

    def _add_fill(self) -> None:
        """Parameters of the evidence and the method."""
        shared.declare(
            self,
            shared.integer(DATES_AROUND, tr("Dates on each side"), 4, 1, 100),
            tr("A date is filled from so many dates before it and as many after it; later dates help as earlier ones."),
        )
        shared.declare(
            self,
            shared.choice(MODE, tr("Evidence"), MODES, "mt"),
            tr("mt: other dates; mt-r: their mean and what differs; classical: simple fills; basic: each date alone."),
        )
        shared.declare(
            self,
            shared.choice(FILL, tr("Classical fill"), ("auto", *interface.FILLS), "auto"),
            tr("Of the evidence classical: which fill; auto: regression."),
            advanced=True,
        )
        shared.declare(
            self,
            shared.choice(PRESET, tr("Method"), interface.PRESETS, interface.DEFAULTS["preset"]),
            tr("fast: the fast fit, seconds for each date; paper: the network of the paper, which takes far longer."),
            advanced=True,
        )

    def _add_curves(self) -> None:
        """Parameters of the places for time series of the vegetation index."""
        shared.declare(
            self,
            QgsProcessingParameterVectorLayer(
                POLYGONS, tr("Fields to draw curves of"), [QgsProcessing.SourceType.TypeVectorPolygon], None, True
            ),
            tr(
                "Polygons, of each of which the page shows the mean vegetation index (NDVI) over time; a field name or"
                " id names them. One that no date shows is told."
            ),
        )
        shared.declare(
            self,
            QgsProcessingParameterString(POINTS, tr("Points to draw curves of"), "", False, True),
            tr("The same of points, in the units of the scenes' CRS: 500305,4599695,orchard; 500400,4599700"),
            advanced=True,
        )

    def _add_again(self) -> None:
        """Parameters for an existing series."""
        for name, label, text in (
            (APPEND, tr("Add to the series in the folder"), tr("Adds new dates; the others stay byte for byte.")),
            (RESUME, tr("Go on with the series in the folder"), tr("Finishes a series that was interrupted.")),
            (
                REDO_IMPROVED,
                tr("Fill dates of the series again that added ones improve"),
                tr("Those that added dates lie nearer to than what they were filled from; the others stay."),
            ),
        ):
            shared.declare(self, QgsProcessingParameterBoolean(name, label, False), text)
        shared.declare(
            self,
            QgsProcessingParameterString(REDO, tr("Dates to fill again"), "", False, True),
            tr("Of the series in the folder, such as 2024-04-05,2024-04-15: they are filled from the dates of now."),
            advanced=True,
        )

    def checked_by_qgis(self, parameters: Dict[str, Any], context: QgsProcessingContext) -> Dict[str, Any]:
        # a file that cannot be read is left out by the engine, with a warning, as it is of a folder
        scenes = layers.given(parameters.get(INPUTS))
        readable = [scene for scene in scenes if layers.unreadable_file(scene, context) is None]
        return parameters if len(readable) == len(scenes) else {**parameters, INPUTS: readable}

    def problem(self, parameters: Dict[str, Any], context: QgsProcessingContext) -> Optional[str]:
        scenes, folder = layers.given(parameters.get(INPUTS)), str(parameters.get(FOLDER) or "")
        found = values.problem_of_layers(self.checked_by_qgis(parameters, context), [INPUTS, POLYGONS], context)
        found = found or values.problem_of_classes(parameters.get(shared.CLASSES))
        if not found and not scenes and not folder and not any(map(parameters.get, (RESUME, REDO_IMPROVED, REDO))):
            found = tr("Nothing says which dates there are: give a folder, or at least two scenes.")
        if not found and folder and not os.path.isdir(folder):
            found = tr("There is no folder {folder}.").format(folder=folder)
        return found

    def prepareAlgorithm(
        self, parameters: Dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> bool:
        self._scenes = [
            source for scene in layers.given(parameters.get(INPUTS)) for source in self._sources_of(scene, context)
        ]
        polygons = self.parameterAsVectorLayer(parameters, POLYGONS, context)
        self._polygons = layers.vector(polygons, context) if polygons is not None else None
        return True

    def _sources_of(self, scene: Any, context: QgsProcessingContext) -> List[layers.Source]:
        """The source of a scene; of a file that cannot be read too."""
        unreadable = layers.unreadable_file(scene, context)
        if unreadable is not None:
            return [layers.Source(path=os.path.abspath(unreadable), name=os.path.basename(unreadable))]
        return self.sources({INPUTS: [scene]}, INPUTS, context)

    def processAlgorithm(
        self, parameters: Dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Dict[str, Any]:
        output = os.path.abspath(self.parameterAsString(parameters, shared.OUTPUT, context))
        result = run_command(self._arguments(parameters, context, feedback, output), feedback)
        figures, outputs = figures_of(result), dict(result.get("outputs") or {})
        made = [date for date in figures["dates"] if date["state"] in ("filled", "clear")]
        if self.parameterAsBoolean(parameters, LOAD, context):
            SeriesLayers(output, made).attach(context)
        return {
            shared.OUTPUT: output,
            **{name: figures[count] for name, count in COUNTS.items()},
            "COLLECTION": outputs["collection"],
            "PAGE": outputs["page"],
        }

    def _arguments(
        self, parameters: Dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback, output: str
    ) -> List[str]:
        """The engine's command line.

        Raises:
            QgsProcessingException: the classes are invalid.
        """
        folder = self.parameterAsString(parameters, FOLDER, context)
        scenes = [source.to_file(feedback).path for source in self._scenes]
        arguments = ["series", *([folder] if folder else []), *scenes, "-o", output]
        for name, option in ((MODE, "--mode"), (PRESET, "--preset"), (shared.GROW, "--grow")):
            arguments += [option, self.parameterAsEnumString(parameters, name, context)]
        detector = shared.detector_of(self.parameterAsEnumString(parameters, shared.DETECTOR, context))
        arguments += ["--detector", detector] if detector else []
        fill = self.parameterAsEnumString(parameters, FILL, context)
        if fill != "auto":
            arguments += ["--fill", fill]
        for name, option in ((MASK_SUFFIX, "--mask-suffix"), (SCL_SUFFIX, "--scl-suffix")):
            text = self.parameterAsString(parameters, name, context)
            arguments += [option, text] if text else []
        try:
            classes = values.parse_classes(self.parameterAsString(parameters, shared.CLASSES, context))
        except ValueError as error:  # batch runs do not check parameters beforehand
            raise QgsProcessingException(str(values.problem_of_classes(error))) from error
        arguments += ["--scl-classes", ",".join(map(str, classes))] if classes else []
        for name, option in (
            (shared.DETECT, "--detect"),
            (shared.MASK_NODATA, "--mask-nodata"),
            (APPEND, "--append"),
            (RESUME, "--resume"),
            (REDO_IMPROVED, "--redo-improved"),
        ):
            arguments += [option] if self.parameterAsBoolean(parameters, name, context) else []
        for date in re.split(r"[\s,;]+", self.parameterAsString(parameters, REDO, context)):
            arguments += ["--redo", date] if date else []
        for name, option in (
            (shared.DILATE, "--dilate"),
            (DATES_AROUND, "--dates-around"),
            (shared.SEED, "--seed"),
        ):
            arguments += [option, str(self.parameterAsInt(parameters, name, context))]
        for point in self.parameterAsString(parameters, POINTS, context).split(";"):
            arguments += ["--point", point.strip()] if point.strip() else []
        if self._polygons is not None:
            layer = f",layer={self._polygons.layer}" if self._polygons.layer else ""
            arguments += ["--polygons", f"{self._polygons.path}{layer}"]
        threads = settings.load().threads
        return arguments + (["--threads", str(threads)] if threads else [])

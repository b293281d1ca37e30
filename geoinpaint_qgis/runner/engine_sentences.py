"""Translatable sentences for the engine's error and warning codes, and for its progress messages."""

from __future__ import annotations

from typing import Callable, Dict, Tuple

from geoinpaint_qgis.runner.warning_sentences import WARNINGS
from geoinpaint_qgis.translate import tr

# functions, so that texts are translated when shown, not when the module is loaded
ERRORS: Tuple[Tuple[Callable[[], str], Tuple[str, ...]], ...] = (
    (lambda: tr("The mask leaves nothing to fill."), ("mask-empty",)),
    (lambda: tr("The mask does not overlap the scene: check its coordinate reference system."), ("mask-no-overlap",)),
    (lambda: tr("The mask covers every valid pixel: leave some clear ground to learn from."), ("mask-covers-all",)),
    (
        lambda: tr("The mask cannot be used: give a raster, or a layer of polygons."),
        ("mask-unreadable", "mask-layer-missing", "mask-no-polygons"),
    ),
    (
        lambda: tr("The area cannot be used: give a layer of polygons."),
        ("area-unreadable", "area-layer-missing", "area-no-polygons"),
    ),
    (
        lambda: tr("The files of an image with one file a band do not go together: bring them to one type and ground."),
        ("bands-unreadable",),
    ),
    (
        lambda: tr("The curves cannot be drawn: give a layer of polygons."),
        ("shapes-unreadable", "shapes-layer-missing", "shapes-no-polygons"),
    ),
    (lambda: tr("The area holds no shape: draw or select one."), ("area-empty",)),
    (lambda: tr("The area does not meet the scene: choose another."), ("area-no-overlap", "extent-outside")),
    (
        lambda: tr("No pixel of the mask lies in the area: choose another."),
        ("area-without-hole", "extent-without-hole"),
    ),
    (
        lambda: tr("The evidence that this fill needs is missing: add another date or a radar image."),
        ("evidence-missing", "missing-reference", "missing-sar"),
    ),
    (
        lambda: tr("No other date shows the ground that is to be filled: choose others, or a fill without them."),
        ("reference-no-overlap", "reference-no-valid-pixel"),
    ),
    (
        lambda: tr(
            "The radar image does not show the ground that is to be filled: choose another, or a fill without it."
        ),
        ("sar-no-overlap", "sar-empty"),
    ),
    (lambda: tr("The radar image holds no linear power: leave its units at auto, or choose dB."), ("sar-units-wrong",)),
    (lambda: tr("The radar image does not have the bands VV and VH: choose another."), ("sar-bands",)),
    (
        lambda: tr("The scene is named as another date of itself, with the same clouds: choose another date."),
        ("reference-is-scene",),
    ),
    (lambda: tr("The file of clouds that were found belongs to another scene: leave it out."), ("judged-mismatch",)),
    (lambda: tr("A file is not there any more."), ("file-missing",)),
    (
        lambda: tr("A file cannot be read: it is damaged, or no raster or vector that GDAL knows."),
        ("raster-unreadable", "vector-unreadable", "raster-no-bands", "raster-too-large"),
    ),
    (
        lambda: tr("The raster has no valid pixel: check its nodata value."),
        ("scene-no-bands", "scene-no-valid-pixel", "no-valid-pixel"),
    ),
    (
        lambda: tr(
            "The raster holds infinite or absurdly large values: replace them, or name them as nodata."
        ),
        ("scene-not-finite",),
    ),
    (lambda: tr("Rasters of complex numbers cannot be filled."), ("complex-dtype",)),
    (
        lambda: tr("The bands do not fit together: choose bands that are there and match."),
        ("band-missing", "bands-unmatched", "bands-miscounted", "band-twice", "model-bands"),
    ),
    (
        lambda: tr("Two layers cannot be brought onto one grid: check their coordinate reference systems."),
        ("crs-unknown", "grid-mismatch"),
    ),
    (
        lambda: tr("The Sentinel-2 product cannot be used: parts of it are missing or damaged."),
        ("not-a-product", "product-unreadable", "product-incomplete", "product-several-zones", "cloud-mask-missing"),
    ),
    (
        lambda: tr("There is a series in the folder already: add to it, go on with it, or choose another folder."),
        ("series-exists",),
    ),
    (lambda: tr("The series has no such date to fill again."), ("redo-unknown",)),
    (
        lambda: tr("The folder holds no series of these options: choose another, or begin one."),
        ("series-missing", "series-mismatch", "series-taken"),
    ),
    (
        lambda: tr("A series needs at least two scenes that can be used: choose more."),
        ("series-empty", "series-short"),
    ),
    (lambda: tr("The rasters to be compared differ in size, bands, units or place."), ("score-mismatch",)),
    (lambda: tr("There are too many other dates to tell them apart: choose fewer."), ("too-many-references",)),
    (
        lambda: tr("There is too little clear ground to measure the error on: fill fewer pixels, or do without."),
        ("uncertainty-unmeasured", "no-holdout"),
    ),
    (
        lambda: tr("The result would overwrite another file of this run: choose another name."),
        ("output-is-input", "output-twice"),
    ),
    (
        lambda: tr("Another run is writing the same result: wait for it, or choose another name."),
        ("output-busy", "partial-taken"),
    ),
    (
        lambda: tr("The result cannot be written there: choose another file."),
        (
            "output-folder-missing",
            "output-folder-read-only",
            "output-read-only",
            "output-no-file",
            "output-no-folder",
            "output-is-folder",
            "output-other-disk",
            "output-name-long",
            "output-ending",
            "path-invalid",
        ),
    ),
    (
        lambda: tr("The disk is full or cannot be written: free some space, or choose another folder."),
        ("disk-full", "write-failed"),
    ),
    (lambda: tr("The memory does not suffice: choose a smaller tile or fewer threads."), ("memory", "out-of-memory")),
    (
        lambda: tr("The engine's GDAL lacks the driver of Sentinel-2 products: open the bands as rasters."),
        ("driver-missing",),
    ),
    (lambda: tr("The device is not there: choose another in the settings."), ("device-unavailable", "device-unknown")),
    (
        lambda: tr("The trained model cannot be used: choose another in the table."),
        ("model-unknown", "model-missing", "model-damaged", "model-unreadable", "model-card"),
    ),
    (
        lambda: tr("An input lies on the network: download it, or allow network sources in the options of GeoInpaint."),
        ("path-network",),
    ),
    (
        lambda: tr(
            "A virtual raster leads to a file outside its folder: put that beside it, or name its folder in the"
            " options of GeoInpaint."
        ),
        ("vrt-source-outside",),
    ),
    (
        lambda: tr("NetCDF and HDF are not read as they are: choose the layer in QGIS, or save it as a GeoTIFF."),
        ("netcdf-refused",),
    ),
    (lambda: tr("This kind of virtual raster is not opened: save it as a GeoTIFF."), ("vrt-refused",)),
    (
        lambda: tr("An input has changed while it was read: fill again when nothing writes to it any more."),
        ("input-changed",),
    ),
    (
        lambda: tr("An earlier run was interrupted while it put its result in place: run the same again first."),
        ("publication-elsewhere",),
    ),
    (lambda: tr("An input is a device or a pipe, and no file: choose a file."), ("file-not-regular",)),
    (
        lambda: tr("A file may not be read or written: check its permissions, or choose another."),
        ("file-denied", "file-failed", "job-unreadable", "folder-gone"),
    ),
    (lambda: tr("Too many files are open: choose fewer threads in the settings."), ("files-too-many",)),
    (lambda: tr("A part of the Sentinel-2 product is damaged: download it again."), ("xml-invalid",)),
    (
        lambda: tr("Nothing says what is to be filled: choose a classification or a mask layer, or draw."),
        ("mask-missing", "mask-none", "mask-source"),
    ),
    (
        lambda: tr("The scene has no classification of its own: choose one."),
        ("scl-missing",),
    ),
    (
        lambda: tr("The classes cannot be read: write numbers and ranges, such as 3,8-10."),
        ("classes-unreadable", "kinds-invalid"),
    ),
    (
        lambda: tr("Classes are given for a layer that has none: leave them out, or choose a raster of classes."),
        ("mask-classes", "reference-classes"),
    ),
    (
        lambda: tr("Clouds are found by other dates, and there is none: add one, or choose another mask."),
        ("detect-without-references",),
    ),
    (
        lambda: tr("The network for clouds is not installed: tick it in the panel, and press Get it."),
        ("detector-missing", "detector-unknown"),
    ),
    (
        lambda: tr("The network for clouds needs the bands B02, B03, B04 and B08, named so, as they were delivered."),
        ("detector-bands", "detector-picture"),
    ),
    (
        lambda: tr("More would be fetched than was allowed: allow more megabytes, or choose fewer dates."),
        ("source-limit",),
    ),
    (lambda: tr("There is nothing to build a reference from: choose scenes."), ("reference-none", "sar-none")),
    (
        lambda: tr("The uncertainty is measured on hidden ground: leave the hold-out on, or the uncertainty out."),
        ("uncertainty-without-holdout",),
    ),
    (
        lambda: tr("This method takes no steps that could be stopped: leave the stopping rule at auto."),
        ("stop-without-steps", "stop-unknown"),
    ),
    (
        lambda: tr("This fill needs torch: set up the full stage of the engine, or choose another method."),
        ("torch-missing",),
    ),
    (
        lambda: tr("An interrupted run cannot be gone on with: start anew."),
        ("resume-mismatch", "resume-dry-run", "fit-unreadable"),
    ),
    (
        lambda: tr("Several workers cannot be used here: do without them."),
        (
            *("dask-missing", "workers-and-scheduler", "workers-failed", "worker-lost", "worker-version"),
            "scheduler-unreachable",
        ),
    ),
    (
        lambda: tr("A setting has a value that the engine does not know: check the advanced settings."),
        (
            *("usage", "job-invalid", "mode-unknown", "unknown-fill", "reference-use-unknown", "statistic-invalid"),
            *("fill-without-classical", "model-without-mode", "date-invalid", "dilate-range", "tile-size"),
            *(
                "extent-order",
                "resolution-invalid",
                "speckle-invalid",
                "option-path",
                "option-point",
                "precision-unknown",
            ),
        ),
    ),
    (
        lambda: tr("The catalogue cannot be used: choose another, or check its address."),
        ("catalogue-unknown", "catalogue-invalid", "item-assets", "item-unreadable"),
    ),
    (
        lambda: tr("The scene does not tell its date, its place or its bands: add other dates as files."),
        ("scene-date-missing", "scene-not-placed", "evidence-bands"),
    ),
    (
        lambda: tr("The catalogue has nothing for this place and time: look further before and after the scene."),
        ("evidence-date-missing", "evidence-empty", "evidence-unreadable"),
    ),
    (
        lambda: tr("No date can be fetched: look further before and after, or allow more dates or megabytes."),
        ("evidence-none",),
    ),
    (
        lambda: tr("A server does not give out what the catalogue names: leave that date out, or choose another."),
        ("source-denied", "source-missing", "source-content"),
    ),
    (
        lambda: tr("The catalogue's server does not answer as it should: try again; what was fetched is kept."),
        ("source-busy", "source-failed", "source-unreachable", "source-slow", "certificates-unreadable"),
    ),
    (
        lambda: tr("Catalogues need a package that the engine does not have: set it up again."),
        ("stac-missing",),
    ),
    (lambda: tr("No date of the series could be filled: the log says why."), ("series-failed",)),
    (lambda: tr("The file that keeps the series is damaged: choose another folder."), ("series-unreadable",)),
    (
        lambda: tr("A scene of the series tells no date, or has no mask: name its file with the date, or give a mask."),
        ("date-unknown", "date-unmasked"),
    ),
    (
        lambda: tr("The dates of the series make no cube: do without it, or set zarr up in the engine's Python."),
        ("cube-grids", "zarr-missing"),
    ),
    (
        lambda: tr("The model cannot be added or removed under this name."),
        ("model-exists", "model-name", "model-ships", "model-copy"),
    ),
)
SENTENCES = (*ERRORS, *WARNINGS)
ACTIVITIES: Dict[str, Callable[[], str]] = {
    "filling": lambda: tr("Filling"),
    "reading": lambda: tr("Reading"),
    "writing": lambda: tr("Writing"),
    "writing the catalogue and the page": lambda: tr("Writing the catalogue and the page"),
    "looking where the dates are clear": lambda: tr("Looking where the dates are clear"),
    "writing the report": lambda: tr("Writing the report"),
    "looking for cloud beside the mask": lambda: tr("Looking for cloud beside the mask"),
    "measuring the error on hidden ground": lambda: tr("Measuring the error on hidden ground"),
}

"""Translatable sentences for the engine's warning codes."""

from __future__ import annotations

from typing import Callable, Tuple

from geoinpaint_qgis.translate import tr

# functions, so that texts are translated when shown, not when the module is loaded
WARNINGS: Tuple[Tuple[Callable[[], str], Tuple[str, ...]], ...] = (
    (lambda: tr("This fill does not use other dates: they are ignored."), ("references-unused",)),
    (lambda: tr("This fill does not use radar: it is ignored."), ("sar-unused",)),
    (lambda: tr("A radar image holds one value only: it is not used."), ("sar-blank",)),
    (
        lambda: tr("No other date is used, which alone would tell cloud beside the mask: nothing is added to it."),
        ("grow-unused",),
    ),
    (
        lambda: tr("An advanced setting is ignored that this fill does not use."),
        ("steps-unused", "reference-use-unused", "preset-unused", "device-unused"),
    ),
    (lambda: tr("One of the other dates is given more than once: it is used once."), ("reference-twice",)),
    (lambda: tr("One of the other dates shows nothing of the ground that is to be filled."), ("reference-unused",)),
    (
        lambda: tr("No other date shows a part of what is to be filled, which is less exact there: add dates."),
        ("ground-unshown",),
    ),
    (
        lambda: tr("Georeference is missing: pixels are taken to lie on each other."),
        ("no-georeference", "assumed-aligned", "crs-assumed"),
    ),
    (lambda: tr("A date of the series is left out; the others go on."), ("date-skipped",)),
    (
        lambda: tr("The scenes have no red and near-infrared bands: no curves of the vegetation index are drawn."),
        ("ndvi-bands",),
    ),
    (
        lambda: tr("No date of the series shows some of the points or polygons: their curves are empty."),
        ("place-outside",),
    ),
    (lambda: tr("A date cannot be had; the next best takes its place."), ("evidence-left-out",)),
    (lambda: tr("As much has been fetched as was allowed; some dates are left out."), ("evidence-limit",)),
    (lambda: tr("There are more images than are looked at: look at fewer days before and after."), ("evidence-many",)),
    (
        lambda: tr("A date's offset is not what its catalogue says; the one that goes with the scene is used."),
        ("evidence-offset",),
    ),
    (lambda: tr("The catalogue has no radar image of this place and time."), ("evidence-no-radar",)),
    (lambda: tr("The rasters do not declare the same scale and offset."), ("radiometry-assumed", "radiometry-differs")),
    (
        lambda: tr("Another date is a fill of the scene itself: the error on hidden ground then says nothing."),
        ("reference-is-fill",),
    ),
    (
        lambda: tr("Another date is 0 in every band in places and declares no nodata: it is taken to be empty there."),
        ("reference-zeros",),
    ),
    (
        lambda: tr("The raster is 0 in every band in places and declares no nodata: it is taken to be empty there."),
        ("scene-zeros",),
    ),
    (
        lambda: tr("The raster holds numbers of a colour table, such as classes, and no brightness: choose the image."),
        ("scene-palette",),
    ),
    (
        lambda: tr("Reflectance and DN were brought together: another date is in other units than the scene."),
        ("reference-units-assumed",),
    ),
    (
        lambda: tr("Another date does not seem to be in the units of the scene: declare both scales."),
        ("reference-units",),
    ),
    (
        lambda: tr("Another date or the scene seems to have an offset that it does not declare."),
        ("reference-offset",),
    ),
    (lambda: tr("The bands differ in nodata; the result declares the first band's."), ("nodata-differs",)),
    (lambda: tr("A band that is marked as alpha looks like an image; it is copied, not filled."), ("alpha-copied",)),
    (
        lambda: tr("A file has several layers; the first is used."),
        ("mask-first-layer", "area-first-layer", "shapes-first-layer"),
    ),
    (lambda: tr("One of the mask layers does not overlap the scene, or holds no shapes."), ("mask-source-outside",)),
    (
        lambda: tr("The mask has many values, and all but zero are filled: of a classification choose the classes."),
        ("mask-many-values",),
    ),
    (lambda: tr("The radar's values do not look like the units they are read in."), ("sar-units-unlikely",)),
    (
        lambda: tr("Parts of the scene have too little clear ground for the method: they get a classical fill."),
        ("window-starved",),
    ),
    (lambda: tr("Few clear pixels are there to learn from: expect a coarse fill."), ("few-clear-pixels",)),
    (lambda: tr("There is too little clear ground to hide any: the error was not measured."), ("holdout-none",)),
    (lambda: tr("Some masked pixels could not be filled: there is nothing to fill them from."), ("pixels-unfilled",)),
    (
        lambda: tr(
            "What lies beside the mask looks like cloud or shadow, and is not used as it is: it is filled where the "
            "mask covers it."
        ),
        ("contaminated-rim",),
    ),
    (
        lambda: tr(
            "Shadow that is filled shows the ground: what is seen in it was kept, made as bright as the fill. If that "
            "is not wanted, do not fill cloud beside the mask."
        ),
        ("shadow-lit",),
    ),
    (
        lambda: tr("The scene is too small to tell whether the mask leaves cloud beside it: if it may, grow the mask."),
        ("rim-not-judged",),
    ),
    (
        lambda: tr("Another date is cloudy itself in places: what is cloud in it is not used."),
        ("reference-cloudy",),
    ),
    (
        lambda: tr("The graphics card cannot repeat the steps as one; each is started by itself, which is slower."),
        ("graph-unavailable",),
    ),
    (lambda: tr("The preview could not be written; the run goes on without it."), ("preview-failed",)),
    (lambda: tr("The bands' names do not say what they show; they are taken in order."), ("bands-by-position",)),
)

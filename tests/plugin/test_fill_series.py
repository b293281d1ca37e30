"""A series in the toolbox: every date filled, added to, refused in words, and played by the temporal controller."""

from pathlib import Path

import pytest
from qgis.core import (
    QgsInterval,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProject,
    QgsRasterLayer,
    QgsTemporalNavigationObject,
    QgsUnitTypes,
)

from geoinpaint_qgis.processing.series_layers import DateLayer, times
from tests.plugin import scenes
from tests.plugin.algorithms import Messages, differences, run, triangle

DATES = ("2018-07-05", "2018-07-10", "2018-07-30")
WAY = {"MODE": "classical", "MASK_SUFFIX": "_mask"}


@pytest.fixture
def series(tmp_path):
    """A folder of three dates; that of the middle is cloudy."""
    folder = tmp_path / "dates ä"
    folder.mkdir()
    for number, date in enumerate(DATES):
        scenes.scene(folder / f"S2_{date}.tif", date=2 * number, cloudy=number == 1)
        if number == 1:
            scenes.mask(folder / f"S2_{date}_mask.tif")
        else:
            scenes.write(folder / f"S2_{date}_mask.tif", [scenes.grid(lambda row, col: 0)], dtype=scenes.gdal.GDT_Byte)
    return folder


def test_dates_are_filled_and_played_one_after_the_other(provider, series, tmp_path):
    project, context = QgsProject.instance(), QgsProcessingContext()
    context.setProject(project)
    out = str(tmp_path / "rome")
    found = run(provider, "fillseries", {"FOLDER": str(series), "OUTPUT": out, **WAY}, context=context)
    assert (found["FILLED_DATES"], found["CLEAR_DATES"], found["SKIPPED_DATES"]) == (1, 2, 0)
    assert Path(found["COLLECTION"]).exists()
    assert Path(found["PAGE"]).exists()
    filled = f"{out}/{DATES[1]}/filled.tif"
    changed = differences(filled, series / f"S2_{DATES[1]}.tif")
    assert changed == {(row, col) for row in scenes.HOLE[0] for col in scenes.HOLE[1]}
    try:
        # what QGIS does with them once the algorithm has ended
        for path, details in context.layersToLoadOnCompletion().items():
            layer = project.addMapLayer(QgsRasterLayer(path, details.name))
            details.postProcessor().postProcessLayer(layer, context, Messages())
        assert not DateLayer._waiting
        group = project.layerTreeRoot().findGroup("rome")
        assert {node.layer().name() for node in group.findLayers()} == {f"rome {date}" for date in DATES}
        clock = QgsTemporalNavigationObject()
        clock.setTemporalExtents(project.timeSettings().temporalRange())
        clock.setFrameDuration(QgsInterval(1, QgsUnitTypes.TemporalUnit.TemporalDays))
        shown = [_shown(project, clock.dateTimeRangeForFrameNumber(frame)) for frame in range(clock.totalFrameCount())]
        assert len(shown) == 30
        assert {len(names) for names in shown} == {1}
        assert [shown[day] for day in (0, 4, 5, 24, 25)] == [
            [f"rome {DATES[number]}"] for number in (0, 0, 1, 1, 2)
        ]  # fmt: skip
        ranges = {layer.renderer().redBand() for layer in project.mapLayers().values()}
        stretches = {layer.renderer().redContrastEnhancement().maximumValue() for layer in project.mapLayers().values()}
        assert len(ranges) == len(stretches) == 1
    finally:
        project.clear()


def _shown(project, time):
    """The names of the layers that a map of this time shows."""
    return [layer.name() for layer in project.mapLayers().values()
            if layer.temporalProperties().isVisibleInTemporalRange(time)]  # fmt: skip


def test_dates_are_added_and_the_others_stay(provider, series, tmp_path):
    last = [series / f"S2_{DATES[2]}{ending}.tif" for ending in ("", "_mask")]
    aside = [file.rename(tmp_path / file.name) for file in last]
    call = {"FOLDER": str(series), "OUTPUT": str(tmp_path / "out"), "LOAD": False, **WAY}
    run(provider, "fillseries", call)
    before = (tmp_path / "out" / DATES[1] / "filled.tif").read_bytes()
    for place, file in zip(last, aside, strict=True):
        file.rename(place)
    with pytest.raises(QgsProcessingException, match="There is a series in the folder already: add to it"):
        run(provider, "fillseries", call)
    context = QgsProcessingContext()
    found = run(provider, "fillseries", {**call, "APPEND": True}, context=context)
    assert found["CLEAR_DATES"] == 2
    assert (tmp_path / "out" / DATES[1] / "filled.tif").read_bytes() == before
    assert not context.layersToLoadOnCompletion()


def test_a_file_that_cannot_be_read_is_left_out_and_the_others_are_filled(provider, series, tmp_path):
    broken, messages = series / "S2_2018-07-20.tif", Messages()
    broken.write_bytes(b"no raster")
    files = [*(str(series / f"S2_{date}.tif") for date in DATES), str(broken)]
    call = {"INPUTS": files, "OUTPUT": str(tmp_path / "out"), "LOAD": False, **WAY}
    found = run(provider, "fillseries", call, feedback=messages)
    assert (found["FILLED_DATES"], found["CLEAR_DATES"]) == (1, 2)
    assert ["S2_2018-07-20.tif is left out" in text for text in messages.warnings] == [True], messages.warnings
    with pytest.raises(QgsProcessingException, match=r"none\.tif cannot be opened"):
        run(provider, "fillseries", {**call, "INPUTS": [*files, "/none.tif"]})


def test_curves_are_drawn_of_polygons_of_a_layer_in_another_crs(provider, series, tmp_path):
    for date in DATES:
        file = scenes.gdal.Open(str(series / f"S2_{date}.tif"), scenes.gdal.GA_Update)
        for number, name in enumerate(("B02", "B04", "B08"), 1):
            file.GetRasterBand(number).SetDescription(name)
        file = None
    feedback = Messages()
    call = {"FOLDER": str(series), "OUTPUT": str(tmp_path / "out"), "LOAD": False, "POLYGONS": triangle(),
            "POINTS": "500505,4999545,orchard; 500105,4999895", **WAY}  # fmt: skip
    run(provider, "fillseries", call, feedback=feedback)
    rows = (tmp_path / "out" / "curves.csv").read_text().splitlines()[1:]
    points, lines = rows[:6], rows[6:]
    assert [line.split(",")[0] for line in points] == ["orchard"] * 3 + ["point 2"] * 3
    assert points[1].split(",")[3:5] == [DATES[1], "filled"]
    assert [line.split(",")[0] for line in lines] == ["polygon 1"] * 3 + ["polygon 2"] * 3
    assert [line.split(",")[3:5] for line in lines[:3]] == [
        [DATES[0], "clear"], [DATES[1], "filled"], [DATES[2], "clear"]
    ]  # fmt: skip
    again = {**call, "RESUME": True, "POLYGONS": "nowhere.gpkg"}
    with pytest.raises(QgsProcessingException, match="cannot be opened"):
        run(provider, "fillseries", again)


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"FOLDER": ""}, "Nothing says which dates there are"),
        ({"FOLDER": "/nowhere"}, "There is no folder /nowhere"),
        ({"CLASSES": "cloud"}, "is not a class"),
        ({"INPUTS": ["/nowhere.tif"]}, "cannot be opened"),
        ({"MASK_SUFFIX": ""}, "Nothing says what is to be filled"),
        # where the detector is not installed, as in the light stage, that is what is said
        ({"MASK_SUFFIX": "", "DETECTOR": "ukis-csmask"}, "No date of the series could be filled|is not installed"),
    ],
)
def test_what_does_not_fit_is_refused_in_words(provider, series, tmp_path, changes, sentence):
    call = {"FOLDER": str(series), "OUTPUT": str(tmp_path / "out"), **WAY, **changes}
    with pytest.raises(QgsProcessingException, match=sentence):
        run(provider, "fillseries", call)


def test_a_date_is_shown_until_the_next_one():
    spans = [(span.begin().date().toString("yyyyMMdd"), span.end().date().toString("yyyyMMdd")) for span in
             times(["2024-04-05", "2024-04-10", "2024-04-10"])]  # fmt: skip
    assert spans == [("20240405", "20240409"), ("20240410", "20240410"), ("20240410", "20240414")]
    assert times([]) == []

"""The difference to a simple fill: made from the result's recipe, signed, clear at 0 and outside the fill."""

from pathlib import Path

import pytest
from qgis.core import QgsProject, QgsRasterLayer

from geoinpaint_qgis.gui.compare.difference_layer import DifferenceLayer
from geoinpaint_qgis.gui.compare.simple_fill import NoSimpleFill, job_of, simple_job
from tests.plugin.algorithms import HOLE
from tests.plugin.scenes import BANDS, pixels
from tests.plugin.waiting import wait


@pytest.fixture
def made(fill, tmp_path, qgis_app):
    """Have the difference of a fill made; gives back its layer, and its problem."""
    layers = []

    def call(**changes):
        result = fill(**changes)["OUTPUT"]
        layer, told = QgsRasterLayer(result, "filled"), []
        layers.append(layer)
        difference = DifferenceLayer(layer, QgsProject.instance(), told.append)
        wait(lambda: told)
        assert difference._task is None
        found = [x for x in QgsProject.instance().mapLayers().values() if x.name().startswith("filled_minus")]
        return (found[0] if found else None), told[0]

    yield call
    QgsProject.instance().clear()


def test_it_is_the_fill_minus_the_nearest_date_inside_the_fill_alone(made, fill, tmp_path, place):
    layer, problem = made(REFERENCES=[place["earlier"], place["earliest"]])
    assert not problem
    assert layer.name() == "filled_minus_paste"
    paste = fill(REFERENCES=[place["earlier"], place["earliest"]], FILL="paste", OUTPUT=str(tmp_path / "p.tif"))
    ours, simple = ([pixels(path, band) for band in range(1, 4)] for path in (tmp_path / "out.tif", paste["OUTPUT"]))
    more = pixels(layer.source())
    for row in range(96):
        for col in range(96):
            mean = sum(ours[b][row][col] - simple[b][row][col] for b in range(len(BANDS))) / len(BANDS)
            assert more[row][col] == pytest.approx(mean, abs=0.01)
            assert (row, col) in HOLE or more[row][col] == 0
    assert min(map(min, more)) < -10, "the dates before are brighter: a fill that follows the scene is darker"


def test_its_colours_are_two_and_clear_at_no_difference(made):
    layer, _ = made(REFERENCES=None, FILL="coherent")
    assert layer.name() == "filled_minus_harmonic"
    items = layer.renderer().shader().rasterShaderFunction().colorRampItemList()
    low, middle, high = items[0], items[len(items) // 2], items[-1]
    assert low.value == -high.value < 0 == middle.value
    assert middle.color.alpha() == 0
    assert (low.color.alpha(), high.color.alpha()) == (255, 255)
    assert low.color.blue() > low.color.red()
    assert high.color.red() > high.color.blue()
    assert layer.dataProvider().sourceNoDataValue(1) == 0


def test_the_simple_fill_itself_has_nothing_to_be_compared_with(fill, place):
    result = QgsRasterLayer(fill(FILL="paste")["OUTPUT"], "pasted")
    with pytest.raises(NoSimpleFill, match="simple fill itself"):
        simple_job(job_of(result), "x.tif")
    Path(result.source() + ".recipe.json").unlink()
    with pytest.raises(NoSimpleFill, match="recipe"):
        job_of(result)


def test_what_has_gone_meanwhile_is_said_in_a_sentence(made, fill, place, tmp_path):
    mask = tmp_path / "mask.tif"
    mask.write_bytes(Path(place["mask"]).read_bytes())
    result = QgsRasterLayer(fill(MASKS=[str(mask)])["OUTPUT"], "filled")
    mask.unlink()
    told = []
    layer = DifferenceLayer(result, QgsProject.instance(), told.append)
    wait(lambda: told)
    assert "mask.tif" in told[0]
    assert layer._task is None


def test_the_simple_job_keeps_mask_and_place_and_drops_what_only_the_method_needs():
    job = {"scene": {"path": "s"}, "mask": [{"path": "m"}], "mode": "model", "model": "m", "dilate": 2, "tile": 9,
           "grow": "auto", "area": {"path": "a"}, "report": "r.html", "output": {"path": "o"}}  # fmt: skip
    assert simple_job(job, "x.tif") == {
        "scene": {"path": "s"}, "mask": [{"path": "m"}], "dilate": 2, "grow": "auto", "area": {"path": "a"},
        "mode": "classical", "fill": "harmonic", "holdout": False, "output": {"path": "x.tif"},
    }  # fmt: skip

"""The report: one file that needs nothing else, says what the run said, and shows what is there."""

import base64
import re
from html.parser import HTMLParser

import cv2
import numpy as np
import pytest
import rasterio

from geoinpaint_engine.errors import UsageError
from geoinpaint_engine.events import written
from geoinpaint_engine.pipeline.series.curves import red_and_infrared
from geoinpaint_engine.raster.area import Area
from geoinpaint_engine.raster.grid import Window
from geoinpaint_engine.raster.mask_layers import open_mask
from geoinpaint_engine.raster.masks import materialise_mask
from geoinpaint_engine.raster.overview import around_fullest_hole, scene_overview
from geoinpaint_engine.raster.scene import open_scene
from geoinpaint_engine.raster.source import JobSource, open_reference
from geoinpaint_engine.report import pictures
from geoinpaint_engine.report.parts import shown_bands
from geoinpaint_engine.sentinel.radiometry import bands_of_ground
from tests.engine.conftest import field, read_raster, write_raster

REFERENCES = [
    {"path": "reference_1.tif", "mask": "clouds_1.tif", "date": "2024-05-01"},
    {"path": "reference_2.tif", "date": "2024-07-01"},
]
SAR = [{"path": "sar.tif"}]
EMPTY = {"meta", "img", "br"}


class Page(HTMLParser):
    """A page taken apart; fails where its tags are not balanced."""

    def __init__(self, text):
        super().__init__()
        self.open, self.tags, self.images, self.words = [], [], [], []
        self.feed(text)
        assert self.open == []

    def handle_starttag(self, tag, attributes):
        self.tags.append(tag)
        if tag == "img":
            self.images.append(dict(attributes))
        if tag not in EMPTY:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if not {"style", "title"} & set(self.open):
            self.words.append(data)

    @property
    def text(self):
        return " ".join(" ".join(self.words).split())

    def pixels(self, number):
        """(rows, cols, 3) of a picture."""
        data = base64.b64decode(self.images[number]["src"].removeprefix("data:image/png;base64,"))
        return cv2.cvtColor(cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_COLOR), cv2.COLOR_BGR2RGB)


def page_of(path):
    text = path.read_text(encoding="utf-8")
    # nothing is fetched and nothing runs
    assert not re.search(r"<script|https?:|url\(|@import|<link|\son\w+=", text)
    page = Page(text)
    assert page.tags.count("h1") == 1
    assert all(len(image["alt"]) > 10 for image in page.images)
    assert all(max(page.pixels(i).shape) <= 800 for i in range(len(page.images)))
    return page


@pytest.fixture
def place(tmp_path, rng):
    """A folder with a scene, two references of which one is cloudy under a part of the hole, and SAR."""
    truth = field(rng, rows=128, cols=140).astype("uint16")
    hole = np.zeros(truth.shape[1:], bool)
    hole[30:62, 40:85] = hole[100:110, 20:33] = True
    clouds = np.zeros_like(hole)
    clouds[:, 40:52] = True
    names = ("B02", "B03", "B04")
    write_raster(tmp_path / "scene.tif", np.where(hole, np.uint16(9000), truth), names=names)
    for name, where in (("mask", hole), ("clouds_1", clouds)):
        write_raster(tmp_path / f"{name}.tif", where[None].astype("uint8"))
    for number, gain in enumerate((0.8, 1.2), 1):
        other = (truth * gain + 60 + 15 * rng.standard_normal(truth.shape)).clip(1, 65_000)
        write_raster(tmp_path / f"reference_{number}.tif", other.astype("uint16"), names=names)
    sar = -20 + 10 * (truth[:2] / 3000.0) + rng.standard_normal((2, *hole.shape))
    write_raster(tmp_path / "sar.tif", sar.astype("float32"), names=("VV", "VH"))
    return tmp_path, truth, hole, clouds


def test_it_tells_what_the_run_told(place, fill):
    folder, _truth, hole, clouds = place
    with rasterio.open(folder / "scene.tif", "r+") as scene:
        scene.update_tags(ACQUISITION_DATE="2024-06-01")
    events = fill(mode="ms-mt", references=REFERENCES, sar=SAR, steps=7, report="report.html")
    result = events[-1]
    assert result["outputs"]["report"] == str(folder / "report.html")
    page, figures = page_of(folder / "report.html"), result["figures"]
    assert page.text.startswith(f"Fill of scene.tif {hole.sum():,} pixels in 2 holes were filled by mode ms-mt")
    details = figures["holdout"]
    for key in ("rmse_reflectance", "simple_rmse_reflectance", "mae_dn", "simple_mae_dn", "ssim", "simple_ssim"):
        assert f"{details[key]:,.4g}" in page.text
    assert f"{details['pixels']:,} pixels in {details['patches']} patches" in page.text
    seen = 100 * np.count_nonzero(hole & ~clouds) / hole.sum()
    assert re.search(rf"reference_1.tif 2024-05-01 .*?{seen:.1f} % reference_2.tif 2024-07-01", page.text)
    assert "100.0 %" in page.text
    assert "sar.tif (Sentinel-1, auto)" in page.text
    assert "steps-unused" in page.text
    assert '"mode": "ms-mt"' in page.text
    assert "numpy" in page.text
    assert re.search(r"scene\.tif [\d,]+ [0-9a-f]{64}", page.text)


def test_it_tells_the_range_of_what_is_to_be_expected(place, fill):
    folder = place[0]
    for document in ({"references": REFERENCES}, {"fill": "harmonic"}):
        figures = fill(report="report.html", **document)[-1]["figures"]
        near, deep = figures["holdout"]["hole_range"]
        assert near["rmse_dn"] <= figures["holdout"]["hole_rmse_dn"] <= deep["rmse_dn"]
        assert 1 == near["distance"] < deep["distance"]
        text = page_of(folder / "report.html").text
        told = f"{written(near['rmse_dn'] / 1e4)} at its edge to {written(deep['rmse_dn'] / 1e4)} at its deepest point"
        assert told in text
        assert not re.search(r"\de[+-]\d\d ", text)
    # what was there, the fill and the simple fill of a patch stand on a row
    assert "--columns: 3" in (folder / "report.html").read_text()


@pytest.mark.parametrize(("value", "figures", "text"), [
    (1792.34, 3, "1,792"), (9999.6, 4, "10,000"), (0.0123456, 4, "0.01235"), (-250.04, 4, "-250"), (0, 4, "0"),
    (0.00001234, 4, "0.00001234"), (123456789.0, 4, "123,456,789"), (float("nan"), 4, "unknown"),
])  # fmt: skip
def test_numbers_are_written_as_people_write_them(value, figures, text):
    assert written(value, figures) == text


def test_its_pictures_are_those_of_the_files(place, fill):
    folder, _, hole, _ = place
    fill(references=REFERENCES, report="report.html")
    page = page_of(folder / "report.html")
    scene, filled, deviation = (page.pixels(i).astype(int) for i in range(3))
    assert scene.shape == (*hole.shape, 3)
    # the mask is marked, the fill is what is in the output, and outside both are the same
    assert (scene[pictures.outline(hole)] == pictures.MARK).all()
    assert (scene[~hole] == filled[~hole]).all()
    data = read_raster(folder / "filled.tif").astype(float)
    for channel, band in enumerate((2, 1, 0)):  # B04, B03, B02
        order = np.argsort(data[band].ravel())
        assert (np.diff(filled[..., channel].ravel()[order]) >= 0).all()
    # grey where nothing was filled
    assert (np.ptp(deviation[~hole], axis=1) == 0).all()
    assert (np.ptp(deviation[hole], axis=1) > 0).mean() > 0.5
    # three tiles for each patch that is shown
    assert len(page.images) > 3
    assert len(page.images) % 3 == 0


@pytest.mark.parametrize(
    "options",
    [
        {"fill": "telea"},
        {"fill": "harmonic", "bands": ["B03"]},
        {"mode": "basic", "steps": 2, "preset": "paper"},
        {"mode": "ms", "sar": SAR},
        {"mode": "mt-r", "preset": "paper", "steps": 2, "references": REFERENCES, "holdout": True},
    ],
    ids=["telea", "one band", "paper basic", "fast ms", "paper mt-r"],
)
def test_every_mode_has_one(place, fill, options):
    folder = place[0]
    figures = fill(**options, report="report.html")[-1]["figures"]
    page = page_of(folder / "report.html")
    if figures["holdout_rmse"] is None:
        assert "The error was not measured" in page.text
        assert len(page.images) == 3
    else:
        assert f"{figures['holdout_rmse']:,.4g} reflectance" in page.text


def test_it_changes_no_byte_of_the_output(place, fill):
    folder = place[0]
    fill(references=REFERENCES)
    before = (folder / "filled.tif").read_bytes()
    fill(references=REFERENCES, report="report.html")
    assert (folder / "filled.tif").read_bytes() == before


def test_names_are_text_and_not_markup(place, fill):
    folder = place[0]
    name = 'a&b <i onload="x">.tif'
    (folder / "scene.tif").rename(folder / name)
    fill(scene={"path": name}, fill="harmonic", report="report.html")
    page = Page((folder / "report.html").read_text())
    assert f"Fill of {name}" in page.text
    assert "i" not in page.tags


@pytest.mark.parametrize(
    ("report", "code"),
    [("filled.tif", "output-twice"), ("scene.tif", "output-is-input"), ("none/r.html", "output-folder-missing")],
)
def test_a_place_that_will_not_do_is_told_beforehand(place, fill, report, code):
    before = {path.name for path in place[0].iterdir()}
    with pytest.raises(UsageError) as caught:
        fill(fill="harmonic", report=report)
    assert caught.value.code == code
    assert {path.name for path in place[0].iterdir()} == before


def test_the_option_of_the_command_line(place, geoinpaint):
    done = geoinpaint(
        "inpaint", "scene.tif", "--mask", "mask.tif", "--mode", "classical", "--fill", "harmonic",
        "--report", "page.html", "-o", "filled.tif",
    )  # fmt: skip
    assert done.code == 0, done.stderr
    page_of(place[0] / "page.html")


def test_a_large_scene_is_looked_at_in_cells_and_close(tmp_path, rng, fill):
    truth = field(rng, bands=1, rows=1300, cols=1700).astype("uint16")
    hole = np.zeros(truth.shape[1:], bool)
    hole[900:960, 1400:1500] = hole[100:103, 200:204] = True
    write_raster(tmp_path / "scene.tif", np.where(hole, np.uint16(9000), truth))
    write_raster(tmp_path / "mask.tif", hole[None].astype("uint8"))
    fill(fill="harmonic", report="report.html", holdout=False)
    page = page_of(tmp_path / "report.html")
    assert "A close look" in page.text
    assert page.pixels(0).shape == (434, 567, 3)  # cells of 3 x 3 pixels
    whole, close = page.pixels(0), page.pixels(3)
    assert (whole[34, 67] == pictures.MARK).all()  # a hole that is hardly larger than a cell is seen
    assert close.shape == (320, 320, 3)
    assert (close == pictures.MARK).all(axis=2).sum() > 320


def test_cells_are_the_means_of_their_pixels(tmp_path, rng):
    data = field(rng, bands=2, rows=70, cols=101).astype("uint16")
    hole = rng.random((70, 101)) < 0.3
    hole[:40, :50] = False
    extent = Window(0, 0, 70, 80)
    other = (data + 500).astype("uint16")
    gone = rng.random(hole.shape) < 0.5
    other[:, gone] = 0
    filled = (data + 77).astype("uint16")
    write_raster(tmp_path / "scene.tif", data)
    write_raster(tmp_path / "mask.tif", hole[None].astype("uint8"))
    write_raster(tmp_path / "other.tif", other, nodata=0)
    write_raster(tmp_path / "out.tif", filled)
    with open_scene(tmp_path / "scene.tif") as scene:
        mask = materialise_mask([open_mask(tmp_path / "mask.tif", scene.grid)], scene, tmp_path / "codes.tif")
        source = JobSource(scene, mask, references=[open_reference(tmp_path / "other.tif", scene)])
        window = Window(10, 20, 55, 81)
        seen = scene_overview(source, tmp_path / "out.tif", window, bands=(1,), side=20, area=Area(extent))
        mask.close()
    sought = hole.copy()
    sought[:, 80:] = False
    assert seen.step == 5
    assert seen.pixels == np.count_nonzero(sought[window.slices])
    assert seen.covered == (np.count_nonzero((sought & ~gone)[window.slices]),)
    for row, col in [(2, 3), (8, 11), (10, 15)]:
        cell = Window(10 + 5 * row, 20 + 5 * col, 5, min(5, 101 - 20 - 5 * col)).slices
        here = sought[cell]
        assert seen.chip.hole[row, col] == here.any()
        values = filled if here.any() else data
        where = here if here.any() else np.ones_like(here)
        assert seen.fill[0, row, col] == pytest.approx(values[1][cell][where].mean(), rel=2e-3)
        known = here & ~gone[cell]
        assert seen.chip.references[0].valid[row, col] == known.any()
        if known.any():
            assert seen.chip.references[0].data[0, row, col] == pytest.approx(other[1][cell][known].mean(), rel=1e-5)


def test_the_close_look_is_where_most_is_to_fill(tmp_path):
    data = np.ones((1, 900, 1000), "uint16")
    hole = np.zeros((1, 900, 1000), "uint8")
    hole[0, 20:90, 30:80] = hole[0, 800:890, 900:995] = 1
    write_raster(tmp_path / "scene.tif", data)
    write_raster(tmp_path / "mask.tif", hole)
    with open_scene(tmp_path / "scene.tif") as scene:
        mask = materialise_mask([open_mask(tmp_path / "mask.tif", scene.grid)], scene, tmp_path / "codes.tif")
        assert around_fullest_hole(mask, side=320) == Window(580, 680, 320, 320)
        assert around_fullest_hole(mask, side=320, area=Area(Window(0, 0, 300, 300))) == Window(0, 0, 320, 320)
        mask.close()


@pytest.mark.parametrize(
    ("names", "shown"),
    [
        (("B02", "B03", "B04", "B08"), (2, 1, 0)), (("B8", "B4", "B3", "B2"), (1, 2, 3)),
        (("Blue", "Green", "Red"), (2, 1, 0)), (("nir", "R", "G", "B"), (1, 2, 3)),
        (("B08", "B11", "B12"), (0, 1, 2)), (("B08", "B04"), (0,)),
    ],
)  # fmt: skip
def test_true_colour_where_there_is_one(tmp_path, names, shown):
    path = write_raster(
        tmp_path / "s.tif", np.ones((len(names), 8, 8), "uint16"), names=names, photometric="minisblack"
    )
    with open_scene(path) as scene:
        assert shown_bands(scene) == shown


def test_bands_without_a_name_are_taken_for_none_of_sentinel_2(tmp_path):
    path = write_raster(tmp_path / "s.tif", np.ones((10, 8, 8), "uint16"), photometric="minisblack")
    with open_scene(path) as scene:
        assert scene.band_names[3] == "band 4"
        assert shown_bands(scene) == (0, 1, 2)
        assert red_and_infrared(scene) is None
        assert bands_of_ground(scene.descriptions) == list(range(10))


def test_a_stretch_of_what_there_is():
    values = np.stack([np.linspace(100, 300, 1001), np.full(1001, 7.0)])
    stretch = pictures.stretch_of(values)
    assert stretch.low.ravel() == pytest.approx([102, 6])
    assert stretch.high.ravel() == pytest.approx([298, 8])
    assert pictures.stretch_of(np.empty((1, 0))).rgb(np.array([[[0.5, np.nan]]])).shape == (1, 2, 3)

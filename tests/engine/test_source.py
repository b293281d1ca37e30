from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
import rasterio
from affine import Affine

from geoinpaint_engine.errors import InputError
from geoinpaint_engine.raster.grid import Window
from geoinpaint_engine.raster.mask_layers import open_mask
from geoinpaint_engine.raster.mask_stats import MaskStats
from geoinpaint_engine.raster.masks import CLEAR, CONTAMINATED, HOLE, materialise_mask, reopen_mask
from geoinpaint_engine.raster.scene import open_scene
from geoinpaint_engine.raster.source import HiddenPatch, JobSource, open_reference
from geoinpaint_engine.raster.spec import Radiometry, RasterSpec
from tests.engine.raster_maker import NORTH_UP, values, write_raster

NAMES = ["B02", "B03", "B04"]


class Sar:
    """A SAR composite that covers the left half."""

    def read(self, window):
        valid = np.zeros(window.shape, dtype=bool)
        valid[:, : max(0, 60 - window.col)] = True
        return np.where(valid, np.float32(-12), np.float32(0)) * np.ones((2, 1, 1), dtype=np.float32), valid


@pytest.fixture
def job(tmp_path):
    """A scene after baseline 04.00 with a hole and a nodata corner, an older reference with clouds, and SAR."""
    ground = values((3, 100, 120))
    scene_data = ground + np.uint16(1000)
    scene_data[:, :10, :10] = 0
    hole = np.zeros((1, 100, 120), dtype="uint8")
    hole[0, 5:30, 5:30] = 1
    clouds = np.zeros((1, 100, 120), dtype="uint8")
    clouds[0, 20:60, 20:40] = 9
    older = write_raster(tmp_path / "old.tif", ground[::-1], names=NAMES[::-1])
    spec = RasterSpec(str(older), radiometry=(Radiometry(1e-4, 0.0),) * 3, date="2021-05-01")
    path = write_raster(tmp_path / "s.tif", scene_data, nodata=0, names=NAMES, scales=[1e-4] * 3, offsets=[-0.1] * 3)
    newer = write_raster(
        tmp_path / "new.tif",
        ground + np.uint16(1000),
        transform=NORTH_UP @ Affine.translation(50, 0),
        scales=[1e-4] * 3,
        offsets=[-0.1] * 3,
    )
    with open_scene(path) as scene:
        cloud = open_mask(write_raster(tmp_path / "scl.tif", clouds), scene.grid, classes={9})
        given = open_mask(write_raster(tmp_path / "hole.tif", hole), scene.grid)
        references = [
            open_reference(newer, scene, date="2022-06-01"),
            open_reference(spec, scene, clouds=[cloud]),
        ]
        yield scene, given, references, ground, tmp_path


def test_chips_hold_everything_in_the_scenes_dn(job):
    scene, given, references, ground, folder = job
    mask = materialise_mask([given], scene, folder / "mask.tif")
    source = JobSource(scene, mask, references=references, sar=Sar())
    assert source.band_names == tuple(NAMES)
    assert source.grid == scene.grid
    window = Window(0, 0, 70, 80)
    chip = source.chip(window)
    assert chip.scene.dtype == np.float32
    assert chip.hole.sum() == 25 * 25 - 25
    assert not chip.clear[:10, :10].any()
    assert not (chip.hole & chip.clear).any()
    assert chip.clear.sum() == 70 * 80 - 100 - 600
    truth = ground[:, :70, :80] + 1000.0
    np.testing.assert_array_equal(chip.scene[:, chip.clear], truth[:, chip.clear])
    assert (chip.scene[:, :10, :10] == 0).all()
    old, new = chip.references
    assert (old.date, new.date) == ("2021-05-01", "2022-06-01")
    assert old.match == (2, 1, 0)
    np.testing.assert_allclose(old.matched[:, old.valid], truth[:, old.valid], atol=1e-2)
    assert not old.valid[20:60, 20:40].any()
    assert old.valid.sum() == 70 * 80 - 40 * 20
    assert (old.data[:, ~old.valid] == 0).all()
    assert not new.valid[:, :50].any()
    assert new.valid[:, 50:].all()
    assert chip.sar.valid.sum() == 70 * 60


def test_hidden_patches_are_hole_only_while_hidden(job):
    scene, given, references, _, folder = job
    mask = materialise_mask([given], scene, folder / "mask.tif")
    patch = HiddenPatch(Window(40, 50, 20, 20), np.tri(20, dtype=bool))
    source = JobSource(scene, mask, references=references, hidden=[patch])
    window = Window(30, 30, 25, 25)
    shown, hidden = source.chip(window), source.chip(window, hidden=True)
    assert shown.clear.all()
    np.testing.assert_array_equal(hidden.hole, ~hidden.clear)
    expected = np.zeros((100, 120), dtype=bool)
    expected[40:60, 50:70] = np.tri(20, dtype=bool)
    np.testing.assert_array_equal(hidden.hole, expected[window.slices])
    np.testing.assert_array_equal(hidden.references[0].valid, shown.references[0].valid)


def test_nodata_without_any_evidence_stays_even_where_named(job):
    scene, given, references, _, folder = job
    mask = materialise_mask([given], scene, folder / "mask.tif", nodata=True)
    window = Window(0, 0, 40, 40)
    nothing = JobSource(scene, mask).chip(window)
    assert nothing.hole[:10, :10].all()
    newer = JobSource(scene, mask, references=references[:1]).chip(window)  # starts at column 50
    assert not newer.hole[:10, :10].any()
    assert not newer.clear[:10, :10].any()
    assert newer.hole[12, 12]
    both = JobSource(scene, mask, references=references).chip(window)
    assert both.hole[:10, :10].all()


def test_chips_are_the_same_from_many_threads(job):
    scene, given, references, _, folder = job
    mask = materialise_mask([given], scene, folder / "mask.tif")
    source = JobSource(scene, mask, references=references, sar=Sar())
    windows = list(scene.grid.window.blocks(31)) * 3
    alone = [source.chip(window) for window in windows]
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(source.chip, windows))
    for one, other in zip(alone, together, strict=True):
        np.testing.assert_array_equal(one.scene, other.scene)
        np.testing.assert_array_equal(one.references[0].data, other.references[0].data)


def test_bands_beyond_the_scenes_serve_too(job):
    scene, _, _, ground, folder = job
    more = write_raster(folder / "m.tif", np.concatenate([ground, ground[:1]]), names=[*NAMES, "B8A"])
    told = []
    reference = open_reference(more, scene, warn=lambda code, message: told.append(code))
    assert reference.match == (0, 1, 2)
    data, valid = reference.read(Window(10, 10, 5, 5))
    assert data.shape == (4, 5, 5)
    assert valid.all()
    np.testing.assert_allclose(data[3], data[0])
    assert set(told) == {"radiometry-assumed"}
    with pytest.raises(InputError, match="do not match"):
        open_reference(write_raster(folder / "x.tif", ground[:2]), scene)


def test_fills_look_for_the_ground_under_the_cloud_beside_the_hole_too(job):
    """Else the few clear pixels that touch the hole would alone be its edge."""
    scene, given, _references, _, folder = job
    materialise_mask([given], scene, folder / "mask.tif").close()
    with rasterio.open(folder / "mask.tif", "r+") as out:
        codes = out.read(1)
        codes[30:34, 5:30] = CONTAMINATED
        out.write(codes, 1)
    stats = MaskStats(int((codes == HOLE).sum()), codes.size, int((codes == CLEAR).sum()), 1, 625)
    source = JobSource(scene, reopen_mask(folder / "mask.tif", scene.grid, stats=stats, fills_nodata=False))
    window = Window(0, 0, 100, 120)
    chip = source.chip(window)
    assert (chip.hole == np.isin(codes, (HOLE, CONTAMINATED))).all()
    assert not chip.clear[codes == CONTAMINATED].any()
    assert (source.hole(window) == chip.hole).all()
    # what is filled and written is the mask's hole alone
    assert (source.mask.hole(window) == (codes == HOLE)).all()


@pytest.mark.parametrize("nodata", [False, True])
def test_without_sar_all_but_sar_is_the_same(job, nodata):
    scene, given, references, _, folder = job
    mask = materialise_mask([given], scene, folder / "mask.tif", nodata=nodata)
    source = JobSource(scene, mask, references=references[:1], sar=Sar())
    with_it, without = source.chip(scene.grid.window), source.without_sar().chip(scene.grid.window)
    assert with_it.sar is not None
    assert (without.sar is None) == (not nodata)  # where nodata is filled, Sentinel-1 tells what can be
    np.testing.assert_array_equal(without.hole, with_it.hole)
    np.testing.assert_array_equal(without.clear, with_it.clear)
    np.testing.assert_array_equal(without.references[0].matched, with_it.references[0].matched)


@pytest.mark.parametrize(("name", "blank"), [("flat", True), ("late", False), ("some", True)])
def test_a_reference_of_one_value_shows_nothing(tmp_path, name, blank):
    flat = np.full((2, 600, 300), 1000, "uint16")
    flat[1] = 700
    late = flat.copy()
    late[0, 590, 290] = 1001
    some = np.where(np.arange(600)[:, None] < 20, flat, 0).astype("uint16")
    path = write_raster(tmp_path / f"{name}.tif", {"flat": flat, "late": late, "some": some}[name], nodata=0)
    told = []
    with open_scene(write_raster(tmp_path / "s.tif", values((2, 600, 300)))) as scene:
        reference = open_reference(path, scene, warn=lambda code, message: told.append(f"{code}: {message}"))
        assert reference.read(Window(0, 0, 10, 10))[1].any() != blank
    assert [text.startswith("reference-unused") and "holds one value only" in text for text in told] == [True] * blank

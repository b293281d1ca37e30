"""The error measured on hidden clear ground: honest, told with every classical fill, and in the way of nothing."""

import numpy as np
import pytest
import rasterio
from rasterio.windows import Window, bounds

from geoinpaint_engine.pipeline.holdout_run import HoldoutRun, _written
from geoinpaint_engine.pipeline.patch_weights import mean_around
from geoinpaint_engine.pipeline.window_runner import Task
from tests.engine.conftest import field, read_raster, write_raster
from tests.engine.runs import make_job, run_here


@pytest.fixture
def wide(tmp_path, rng):
    """A scene with enough clear ground to hide some, a reference that tells it well, and a hole."""
    truth = field(rng, rows=160, cols=170).astype("uint16")
    hole = np.zeros(truth.shape[1:], bool)
    hole[50:90, 60:110] = True
    names = ("B02", "B03", "B04")
    write_raster(tmp_path / "scene.tif", np.where(hole, np.uint16(9000), truth), names=names)
    write_raster(tmp_path / "mask.tif", hole[None].astype("uint8"))
    noisy = truth * 0.8 + 100 + 40 * rng.standard_normal(truth.shape)
    write_raster(tmp_path / "reference_1.tif", noisy.clip(1, 60_000).astype("uint16"), names=names)
    return tmp_path, truth, hole


REFERENCES = [{"path": "reference_1.tif"}]


def figures_of(events):
    return events[-1]["figures"]


def test_the_error_on_hidden_ground_is_about_the_true_one(wide, fill):
    folder, truth, hole = wide
    figures = figures_of(fill(references=REFERENCES))
    result = read_raster(folder / "filled.tif").astype(float)
    true_rmse = np.sqrt(((result - truth)[:, hole] ** 2).mean()) * 1e-4
    assert figures["holdout_unit"] == "reflectance"
    assert 0.5 * true_rmse < figures["holdout_rmse"] < 2 * true_rmse
    assert figures["holdout_rmse"] < figures["holdout_rmse_simple"]
    assert figures["holdout"]["hidden_pixels"] <= 0.15 * (~hole).sum()


def test_under_a_hole_that_is_larger_than_the_patches_a_larger_error_is_expected(wide, fill):
    figures = figures_of(fill(references=REFERENCES))
    details = figures["holdout"]
    assert figures["hole_rmse"] == details["hole_rmse_reflectance"]
    assert figures["hole_rmse"] == pytest.approx(details["hole_rmse_dn"] * 1e-4, rel=1e-3)
    assert 1.05 * details["rmse_dn"] < details["hole_rmse_dn"] < 3 * details["rmse_dn"]


def test_what_an_extent_leaves_out_does_not_count_for_the_error_under_the_hole(wide, fill):
    whole = figures_of(fill(references=REFERENCES))
    # the hole's first rows, which lie beside clear ground
    edge = figures_of(fill(references=REFERENCES, extent=[500_600, 4_599_480, 501_100, 4_599_500]))
    assert edge["filled_pixels"] == 2 * 50
    assert edge["holdout_rmse"] == whole["holdout_rmse"]
    assert edge["hole_rmse"] < 0.8 * whole["hole_rmse"]


@pytest.mark.parametrize("times", [1, 4])  # the larger scene is one of which a part is looked at
def test_patches_on_land_say_little_of_a_hole_at_sea(tmp_path, fill, rng, times):
    rows, cols = 160 * times, 200 * times
    land = np.zeros((rows, cols), bool)
    land[:, 110 * times :] = True
    truth = np.where(land, field(rng, rows=rows, cols=cols) + 600 * rng.standard_normal((3, rows, cols)), 300.0)
    truth = (truth + 8 * rng.standard_normal(truth.shape)).clip(1, 60_000).astype("uint16")
    hole = np.zeros_like(land)
    hole[40 * times : 100 * times, 30 * times : 80 * times] = True
    names = ("B02", "B03", "B04")
    write_raster(tmp_path / "scene.tif", np.where(hole, np.uint16(9000), truth), names=names)
    write_raster(tmp_path / "mask.tif", hole[None].astype("uint8"))
    other = truth + np.where(land, 600, 8) * rng.standard_normal(truth.shape)
    write_raster(tmp_path / "reference_1.tif", other.clip(1, 60_000).astype("uint16"), names=names)
    details = figures_of(fill(references=REFERENCES))["holdout"]
    result = read_raster(tmp_path / "filled.tif").astype(float)
    true_rmse = np.sqrt(((result - truth)[:, hole] ** 2).mean())
    assert details["rmse_dn"] > 5 * true_rmse
    # without another date nothing tells sea from land under the hole
    blind = figures_of(fill(fill="harmonic"))["holdout"]
    assert details["hole_rmse_dn"] / details["rmse_dn"] < 0.75 * blind["hole_rmse_dn"] / blind["rmse_dn"]


@pytest.mark.parametrize(("cols", "share"), [(80, 0.4), (104, 0.88)])
def test_where_no_date_shows_the_hole_the_error_is_measured_without_dates(wide, fill, rng, cols, share):
    """The reference has a gap over a part of the hole, and shows all ground that could be hidden."""
    folder, truth, hole = wide
    truth = (truth + 400 * rng.standard_normal(truth.shape)).clip(1, 60_000).astype("uint16")
    gap = hole.copy()
    gap[:, cols:] = False
    assert gap.sum() / hole.sum() == pytest.approx(share)
    names = ("B02", "B03", "B04")
    write_raster(folder / "scene.tif", np.where(hole, np.uint16(9000), truth), names=names)
    other = (truth + 40 * rng.standard_normal(truth.shape)).clip(1, 60_000).astype("uint16")
    write_raster(folder / "reference_1.tif", np.where(gap, 0, other).astype("uint16"), names=names, nodata=0)
    figures = figures_of(fill(references=REFERENCES))
    filled = read_raster(folder / "filled.tif")
    assert figures["unshown_share"] == pytest.approx(share, abs=1e-3)
    error = (filled.astype(float) - truth) * 1e-4
    true_rmse, shown = (np.sqrt((error[:, pixels] ** 2).mean()) for pixels in (hole, hole & ~gap))
    assert true_rmse > 3 * shown
    assert figures["hole_rmse"] == pytest.approx(true_rmse, rel=0.2)
    assert figures["holdout_rmse"] == pytest.approx(true_rmse, rel=0.3)
    fill(references=REFERENCES, holdout=False)
    assert (read_raster(folder / "filled.tif") == filled).all()


@pytest.mark.parametrize(
    ("gap", "mode", "told"),
    [
        (12, "mt", "No other date shows about 30% of the ground that is to be filled: it is filled from the image"),
        (1, "mt", None),  # hardly anything is missing
        (12, "basic", None),  # no date serves to fill
    ],
)
def test_that_no_date_shows_a_part_of_the_hole_is_told(wide, fill, gap, mode, told):
    """The reference lacks so many of the hole's 40 rows."""
    folder, _, _ = wide
    data = read_raster(folder / "reference_1.tif")
    data[:, 50 : 50 + gap] = 0
    write_raster(folder / "reference_1.tif", data, names=("B02", "B03", "B04"), nodata=0)
    events = fill(mode=mode, preset="fast", references=REFERENCES, output={"path": "out.tif"}, report="page.html")
    messages = [event["message"] for event in events if event.get("code") == "ground-unshown"]
    assert [message.startswith(told) for message in messages] == ([True] if told else [])
    page = (folder / "page.html").read_text(encoding="utf-8")
    assert ("30.0% of what was to be filled is shown by no other date" in page) == bool(told)
    assert figures_of(events)["unshown_share"] == (gap / 40 if mode == "mt" else None)


@pytest.mark.parametrize(("row", "shown"), [(20, False), (100, True)])
def test_only_holes_in_the_area_count(wide, fill, rng, row, shown):
    """One of two holes lies where the reference has a gap; each is filled alone."""
    folder, truth, _ = wide
    truth = (truth + 400 * rng.standard_normal(truth.shape)).clip(1, 60_000).astype("uint16")
    hole, gap = np.zeros((2, *truth.shape[1:]), bool)
    hole[20:50, 60:90] = hole[100:130, 60:90] = gap[20:50, 60:90] = True
    names = ("B02", "B03", "B04")
    write_raster(folder / "scene.tif", np.where(hole, np.uint16(9000), truth), names=names)
    write_raster(folder / "mask.tif", hole[None].astype("uint8"))
    other = (truth + 40 * rng.standard_normal(truth.shape)).clip(1, 60_000).astype("uint16")
    write_raster(folder / "reference_1.tif", np.where(gap, 0, other).astype("uint16"), names=names, nodata=0)
    with rasterio.open(folder / "scene.tif") as scene:
        extent = bounds(Window(60, row, 30, 30), scene.transform)
    figures = figures_of(fill(references=REFERENCES, extent=extent))
    error = ((read_raster(folder / "filled.tif").astype(float) - truth) * 1e-4)[:, row : row + 30, 60:90]
    true_rmse = np.sqrt((error**2).mean())
    assert (true_rmse < 0.02) == shown
    assert figures["hole_rmse"] == pytest.approx(true_rmse, rel=0.3)


def test_hiding_does_not_change_the_fill(wide, fill):
    folder, *_ = wide
    fill(references=REFERENCES, holdout=True)
    with_holdout = read_raster(folder / "filled.tif")
    fill(references=REFERENCES, holdout=False)
    assert (read_raster(folder / "filled.tif") == with_holdout).all()


def test_nothing_measured_is_said(wide, fill):
    figures = figures_of(fill(references=REFERENCES, holdout=False))
    assert figures["holdout_rmse"] is None
    assert figures["holdout_unit"] == "not measured"


def test_that_no_clear_ground_is_far_enough_from_the_mask_is_told(wide, fill):
    folder, *_ = wide
    specks = np.zeros((1, 160, 170), "uint8")
    specks[:, ::5, ::5] = 1
    write_raster(folder / "mask.tif", specks)
    events = fill(references=REFERENCES)
    told = [event["message"] for event in events if event.get("code") == "holdout-none"]
    assert len(told) == 1
    assert told[0].startswith("Too little clear ground lies 6 px or more from mask and nodata")


def test_float_scene_without_scale_is_told_in_dn(wide, fill):
    folder, *_ = wide
    write_raster(folder / "scene.tif", read_raster(folder / "scene.tif").astype("float32"))
    assert figures_of(fill(fill="harmonic"))["holdout_unit"] == "DN"


def test_ssim_does_not_depend_on_the_units_of_the_scene(wide, fill):
    """Reflectance in [0, 1] must not look alike to the last digit because SSIM's constants are made for DN."""
    folder, *_ = wide
    dn = figures_of(fill(fill="harmonic"))["holdout_ssim"]
    small = read_raster(folder / "scene.tif").astype("float32") * 1e-4
    write_raster(folder / "scene.tif", small)
    ssims = [figures_of(fill(fill="harmonic"))["holdout_ssim"]]
    write_raster(folder / "scene.tif", small * 1e4)
    ssims.append(figures_of(fill(fill="harmonic"))["holdout_ssim"])
    write_raster(folder / "scene.tif", (small * 600).clip(1, 255).astype("uint8"))
    eight_bits = figures_of(fill(fill="harmonic"))["holdout_ssim"]
    # floats up to 2 are reflectance, as DN are; others have no unit, and their own spread is their range
    assert ssims[0] == pytest.approx(dn, abs=1e-4)
    assert ssims[0] == pytest.approx(ssims[1], abs=0.15)
    assert eight_bits < 0.97


def test_what_lies_around_the_hidden_patches_does_not_count_for_ssim(wide, fill):
    """Boxes around patches hold no data and the hole; neither tells the range of the ground."""
    folder, _, hole = wide
    small = read_raster(folder / "scene.tif").astype("float32") * 1e-4
    write_raster(folder / "scene.tif", small)
    whole = figures_of(fill(fill="harmonic"))["holdout_ssim"]
    small[:, ::16, ::16] = np.where(hole, small, np.nan)[:, ::16, ::16]
    write_raster(folder / "scene.tif", small, nodata=np.nan)
    assert figures_of(fill(fill="harmonic"))["holdout_ssim"] == pytest.approx(whole, abs=0.1)


def test_a_hidden_fill_is_judged_as_it_would_be_written():
    beyond = np.array([[-20.0, 100.25, 300.0, np.nan]])
    np.testing.assert_array_equal(_written(beyond, np.dtype("uint8")), np.float32([[0, 100.25, 255, np.nan]]))
    np.testing.assert_array_equal(_written(beyond, np.dtype("float32")), beyond.astype(np.float32))


def test_the_network_learns_nothing_from_the_hidden_patches(wide, fill):
    """With patches hidden from it the network fills them like the hole; their truth must not matter to the fill."""
    folder, *_ = wide
    mode = {"mode": "mt", "preset": "paper", "references": REFERENCES, "steps": 6, "stop": "holdout", "threads": 1}
    figures = figures_of(fill(**mode))
    assert figures["holdout_rmse"] > 0
    assert read_raster(folder / "filled.tif").dtype == "uint16"


def test_the_patches_alone_are_filled_to_measure_the_error(tmp_path, monkeypatch):
    make_job(tmp_path)
    monkeypatch.setattr("geoinpaint_engine.pipeline.holdout_run.WINDOWS", 6)
    looked = []

    class Watched(Task):
        def __call__(self, window):
            looked.append((self.patches_alone, self._written(window.reach).sum()))
            return super().__call__(window)

    class Whole(Watched):
        patches_alone = False

    told = {}
    for name, task in (("patches", Watched), ("all", Whole)):
        monkeypatch.setattr("geoinpaint_engine.pipeline.window_runner.Task", task)
        looked.clear()
        told[name] = run_here(tmp_path, f"{name}.tif", mode="mt", tile=64, holdout=True)
        told[name]["looked"] = sum(pixels for _, pixels in looked[:6])
        assert [alone for alone, _ in looked[:6]] == [name == "patches"] * 6
    assert told["patches"]["looked"] < 0.6 * told["all"]["looked"]
    for figure in ("rmse_dn", "hole_rmse_dn", "ssim"):
        assert told["patches"]["holdout"][figure] == pytest.approx(told["all"]["holdout"][figure], rel=0.01)
    assert (tmp_path / "patches.tif").read_bytes() == (tmp_path / "all.tif").read_bytes()


def test_what_lies_around_a_patch_is_noted_while_its_window_is_filled_and_changes_nothing(tmp_path, monkeypatch):
    make_job(tmp_path)
    read_later, told = [], {}

    def counted(source, patch):
        read_later.append(patch)
        return mean_around(source, patch)

    monkeypatch.setattr("geoinpaint_engine.pipeline.patch_weights.mean_around", counted)
    take = HoldoutRun.take
    for name, kept in (("noted", lambda kind: True), ("not", lambda kind: not kind.startswith("around"))):

        def some(self, window, notes, kept=kept):
            take(self, window, {kind: values for kind, values in notes.items() if kept(kind)})

        monkeypatch.setattr(HoldoutRun, "take", some)
        read_later.clear()
        told[name] = run_here(tmp_path, f"{name}.tif", mode="mt", tile=64, holdout=True)
        told[name]["read"] = len(read_later)
    assert told["noted"]["read"] == 0
    assert told["not"]["read"] > 4
    assert told["noted"]["holdout"] == told["not"]["holdout"]

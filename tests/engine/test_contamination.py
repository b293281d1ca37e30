"""Cloud, haze and shadow beside the mask and in references: found, not used, told, and filled where that is wanted."""

import base64
from functools import partial

import cv2
import numpy as np
import pytest
from scipy import ndimage as ndi

from geoinpaint_engine.pipeline import contamination_cells, contamination_picture, contamination_run, holdout_run
from geoinpaint_engine.pipeline.contamination_picture import CLOUD as CLOUDY
from geoinpaint_engine.pipeline.contamination_picture import SHADOW as SHADED
from geoinpaint_engine.quality.contamination import Series, believed_dates, found_roughly, judge, learn
from geoinpaint_engine.quality.contamination.growth import Flags
from geoinpaint_engine.quality.contamination.neighbourhoods import settled
from geoinpaint_engine.quality.contamination.signals import Signal
from geoinpaint_engine.raster import source
from tests.engine.conftest import field, read_raster, write_raster

SIZE = 128
NAMES = ("B02", "B03", "B04", "B08")
CLOUD = np.array([5000.0, 4900.0, 4800.0, 5200.0])[:, None, None]


def fields(rng, dates=4, change=0.06):
    """(dates, bands, rows, cols) of a place with fields: vegetation and soil, whose share changes a little."""
    parcel = np.kron(rng.random((SIZE // 8, SIZE // 8)), np.ones((8, 8)))
    green, soil = (np.array(c, float)[:, None, None] for c in ((300, 500, 350, 3200), (900, 1200, 1500, 2300)))
    images = []
    for _ in range(dates):
        share = np.clip(parcel + np.kron(rng.normal(0, change, (SIZE // 8, SIZE // 8)), np.ones((8, 8))), 0, 1)
        image = green * share + soil * (1 - share)
        images.append(image * rng.uniform(0.95, 1.05) + rng.normal(0, 25, image.shape))
    return np.stack(images)


def blob(row, col, radius):
    """(rows, cols) opacity of a round cloud with a soft edge."""
    rows, cols = np.mgrid[:SIZE, :SIZE]
    return np.clip((radius - np.hypot(rows - row, cols - col)) / 10, 0, 0.9)


def clouded(image, opacity):
    return image * (1 - opacity) + CLOUD * opacity


@pytest.fixture
def place(rng, request):
    """See `soft_edged`; the parameter: how much ground changes between the dates."""
    return soft_edged(rng, *([request.param] if hasattr(request, "param") else []))


def soft_edged(rng, change=0.06):
    """A scene with a cloud whose soft edge the mask misses, a shadow, a harvested parcel; three clear dates."""
    images = fields(rng, change=change)
    truth = images[0].copy()
    parcel = np.s_[:, 88:104, 88:104]
    truth[parcel] = np.array([1100, 1400, 1900, 2100])[:, None, None]
    opacity = blob(40, 40, 26)
    shade = ndi.gaussian_filter((blob(40, 90, 22) > 0.3).astype(float), 1.5) * 0.5
    images[0] = clouded(truth * (1 - shade), opacity)
    return images, truth, opacity, shade, opacity > 0.5


def judged(images, hole):
    valid = np.ones((len(images), SIZE, SIZE), bool)
    valid[0] &= ~hole
    series = Series(images.astype(np.float32), valid, hole)
    clear = valid[0] & (ndi.distance_transform_edt(~hole) > 8 if hole.any() else True)
    trust = 0.75 if hole.any() else 0.5
    return series, judge(learn([series], [valid], clear=[clear], trust=trust, seed=0), series)


@pytest.mark.parametrize("unit", [1e-2, 1e-4])
def test_units_do_not_matter(place, unit):
    images, *_, mask = place
    _, dn = judged(images, mask)
    _, other = judged(images * unit, mask)
    for name in ("cloud", "shadow", "restorable", "valid"):
        assert (getattr(dn, name) == getattr(other, name)).mean() > 0.9999, name
    np.testing.assert_allclose(other.opacity, dn.opacity, atol=1e-3)


@pytest.mark.parametrize("masked", [True, False])
def test_haze_and_shadow_are_found_and_told_apart_from_ground_that_changed(place, masked):
    images, _, opacity, shade, mask = place
    hole = mask if masked else np.zeros_like(mask)
    _, found = judged(images, hole)
    haze = (opacity > 0.1) & ~hole
    assert found.cloud[haze].mean() > 0.95
    assert found.shadow[(shade > 0.25)].mean() > 0.95
    untouched = ndi.distance_transform_edt(~((opacity > 0) | (shade > 0.01))) > 3
    assert (found.cloud | found.shadow)[untouched].mean() < 0.02
    # the sign of the opacity tells them apart
    assert (found.opacity[found.cloud] > 0).all()
    assert (found.opacity[found.shadow] < 0).all()
    near = found.cloud & (opacity > 0.1) & (opacity < 0.5)
    assert abs(np.median(found.opacity[near] - opacity[near])) < 0.05


def test_what_is_restored_is_nearer_to_the_ground_than_what_was_seen(place):
    images = fields(np.random.default_rng(5), change=0.5)  # where ground changes little, little is restored
    truth, opacity, mask = images[0].copy(), place[2], place[4]
    images[0] = clouded(truth, opacity)
    _, found = judged(images, mask)
    there = found.restorable & (opacity > 0.02)
    assert there.sum() > 20
    seen, restored = (np.sqrt(((one - truth)[:, there] ** 2).mean()) for one in (images[0], found.restored))
    assert restored < 0.8 * seen
    flagged = found.cloud | found.shadow
    assert (found.restored[:, ~flagged] == images[0][:, ~flagged].astype(np.float32)).all()


def test_a_shadow_is_told_by_the_light_that_is_missing_where_chance_is_wide(rng):
    images = fields(rng, dates=2, change=0.5)
    _, clear = judged(images, np.zeros((SIZE, SIZE), bool))
    shade = ndi.gaussian_filter((blob(60, 60, 30) > 0.3).astype(float), 1.5) * 0.55
    images[0] *= 1 - shade
    _, found = judged(images, np.zeros((SIZE, SIZE), bool))
    assert clear.shadow.mean() < 0.05
    assert found.shadow[shade > 0.3].mean() > 0.9
    assert found.shadow[shade == 0].mean() < 0.05


@pytest.mark.parametrize("towards", [0.9, 0.3])
def test_a_shadow_differs_towards_darkness_more_than_in_other_ways(towards):
    flat, bands = np.zeros((60, 60), np.float32), np.zeros((4, 60, 60), np.float32)
    dark = flat.copy()
    dark[10:40, 10:40] = 1
    signal = Signal(flat, 3 * dark, flat, 0.5 * dark, 9 * dark / towards, bands, bands, flat + 1, flat == 0)
    found = settled(Flags(flat > 0, flat > 0, flat, flat), signal).shadow
    assert found[25, 25] == (towards > 0.5)
    assert not found[50, 50]


def test_of_two_images_only_what_is_certain_as_a_whole_is_cloud(rng):
    def signal(cloud, total):
        flat = np.zeros((60, 60), np.float32)
        bands = np.zeros((4, 60, 60), np.float32)
        opacity = (cloud / 20).astype(np.float32)
        return Signal(cloud, flat, opacity, flat, total, bands, bands, flat + 1, flat == 0)

    large, small = np.zeros((60, 60), np.float32), np.zeros((60, 60), np.float32)
    large[10:30, 10:30], small[42:46, 42:46] = 9, 9
    nothing = np.zeros((60, 60), np.float32)
    for towards, kept in ((large, True), (small, False), (large + small, True)):
        told = signal(towards, towards**2 + 1)
        found = settled(Flags(towards > 4, towards < 0, nothing, nothing), told, doubted=True)
        assert found.cloud[15:25, 15:25].all() == kept
        assert not found.cloud[40:48, 40:48].any()
    # with dates enough a small cloud is one, and what differs in another way than cloud does is none
    told = signal(small, small**2 + 1)
    assert settled(Flags(small > 4, small < 0, nothing, nothing), told).cloud[42:46, 42:46].all()
    changed = signal(large, 4 * large**2 + 1)
    assert not settled(Flags(large > 4, large < 0, nothing, nothing), changed, doubted=True).cloud.any()


def test_a_veil_that_hangs_on_a_cloud_belongs_to_it():
    cols = np.mgrid[:60, :60][1]
    veil = np.clip(12 - 0.5 * cols, 0, None).astype(np.float32)  # falls off over 24 px
    flat, bands = np.zeros((60, 60), np.float32), np.zeros((4, 60, 60), np.float32)
    told = Signal(veil, flat, veil / 20, flat, veil**2 + 1, bands, bands, flat + 1, flat == 0)
    found = settled(Flags(veil > 6, flat > 1, flat, flat), told).cloud
    assert found[:, :16].all()
    assert not found[:, 26:].any()
    alone = settled(Flags(flat > 1, flat > 1, flat, flat), told).cloud
    assert not alone.any()


def test_a_small_dim_cloud_is_told_by_several_dates_alone():
    rows, cols = np.mgrid[:60, :60]
    dim = np.clip(4 - 0.3 * np.hypot(rows - 30, cols - 30), 0, 4).astype(np.float32)
    flat, bands = np.zeros_like(dim), np.zeros((4, *dim.shape), np.float32)
    nothing = Flags(flat > 1, flat > 1, flat, flat)
    for total, told in ((dim**2, True), (4 * dim**2, False)):  # changed ground differs in other ways too
        signal = Signal(dim, flat, dim / 60, flat, total, bands, bands, flat + 1, flat == 0)
        assert settled(nothing, signal, close=True).cloud[26:34, 26:34].all() == told
        assert not settled(nothing, signal, close=True, doubted=True).cloud.any()
        assert not settled(nothing, signal).cloud.any()


def test_without_what_was_found_the_scene_is_learned_as_if_it_were_clear(rng):
    """Haze that is learned as ground hides itself, and makes the ground seem to change more than it does."""
    images = fields(rng, dates=2, change=0.12).astype(np.float32)
    rows, cols = np.mgrid[:SIZE, :SIZE]
    opacity = np.clip(1 - np.hypot(rows - 40, cols - 50) / 70, 0, 0.8) ** 1.5
    hazy = np.concatenate([clouded(images[:1], opacity).astype(np.float32), images[1:]])
    every = np.ones((len(images), SIZE, SIZE), bool)
    models, found = {}, {}
    for name, shown, again in (("clear", images, True), ("once", hazy, False), ("again", hazy, True)):
        series = Series(shown, every, ~every[0])
        looked = partial(found_roughly, windows=[series]) if again else None
        models[name] = learn([series], [every], clear=[every[0]], trust=0.5, seed=0, found=looked)
        found[name] = judge(models[name], series, masked=False, ragged=False)
    change = {name: np.sqrt(np.trace(model.change)) for name, model in models.items()}
    assert change["again"] < 0.6 * change["once"], change
    haze = (opacity > 0.1) & (opacity < 0.25)
    recall = {name: one.cloud[haze].mean() for name, one in found.items()}
    assert recall["once"] < 0.9 < recall["again"], recall
    assert (found["clear"].cloud | found["clear"].shadow).mean() < 0.02


def test_clear_dates_are_told_to_be_clear(rng):
    _, found = judged(fields(rng), np.zeros((SIZE, SIZE), bool))
    assert (found.cloud | found.shadow).mean() < 0.01
    assert found.dates.mean() < 0.01


def test_a_date_that_is_one_value_over_half_the_scene_is_learned_from_all_the_same(rng):
    """Zeros that nobody declared as nodata are predicted without any error, and so have no spread."""
    images = fields(rng, dates=2)
    images[1][:, :, : SIZE * 5 // 8] = 0
    _, found = judged(images, np.zeros((SIZE, SIZE), bool))
    assert np.isfinite(found.opacity).all()


def test_steep_ground_beside_a_clean_mask_is_told_to_be_clear(rng):
    """The scene's mean beside its hole is one-sided; a date's, from both sides, would lie uphill or downhill of it."""
    truth = field(rng, rows=SIZE, cols=SIZE)
    images = np.stack([truth, *(truth * gain + 3000 + rng.normal(0, 20, truth.shape) for gain in (0.8, 1.2))])
    hole = np.zeros((SIZE, SIZE), bool)
    hole[40:75, 50:95] = True
    images[0][:, hole] = 9000
    _, found = judged(images, hole)
    assert (found.cloud | found.shadow).mean() < 0.001


def test_a_cloudy_date_is_not_believed_where_another_is_clear(rng):
    images = fields(rng)
    opacity = blob(64, 64, 30)
    images[2] = clouded(images[2], opacity)
    series, found = judged(images, np.zeros((SIZE, SIZE), bool))
    believed = believed_dates(series, found.dates)
    assert not believed[2][opacity > 0.2].any()
    assert believed[[0, 1, 3]].mean() > 0.98
    assert believed[2][opacity == 0].mean() > 0.9


def test_the_last_date_that_shows_the_ground_is_kept_whatever_it_shows(rng):
    images = fields(rng, dates=3)
    opacity = blob(64, 64, 30)
    images[1:] = [clouded(image, opacity) for image in images[1:]]
    series, found = judged(images, np.zeros((SIZE, SIZE), bool))
    assert believed_dates(series, found.dates)[1:].any(axis=0).all()


# --- in a run --------------------------------------------------------------------------------------------------------


@pytest.fixture
def files(place, tmp_path):
    images, *_, mask = place
    write_raster(tmp_path / "scene.tif", images[0].round().astype("uint16"), names=NAMES)
    for number, image in enumerate(images[1:], 1):
        write_raster(tmp_path / f"reference_{number}.tif", image.round().astype("uint16"), names=NAMES)
    write_raster(tmp_path / "mask.tif", mask[None].astype("uint8"))
    return tmp_path


REFERENCES = [{"path": f"reference_{number}.tif"} for number in (1, 2, 3)]


def errors(folder, truth, where):
    result = read_raster(folder / "filled.tif").astype(float)
    return float(np.sqrt(((result - truth)[:, where] ** 2).mean()))


def warnings_of(events):
    return {event["code"]: event["message"] for event in events if event["event"] == "warning"}


@pytest.mark.parametrize(("mode", "large"), [("mt", False), ("classical", False), ("classical", True)])
def test_a_mask_that_misses_the_soft_edge_fills_about_as_well_as_one_that_does_not(
    files, place, fill, mode, large, monkeypatch
):
    if large:  # judged in cells
        monkeypatch.setattr("geoinpaint_engine.pipeline.contamination_cells.LARGE", 1000)
    _, truth, opacity, shade, mask = place
    events = fill(mode=mode, references=REFERENCES)
    scene = read_raster(files / "scene.tif")
    assert (read_raster(files / "filled.tif")[:, ~mask] == scene[:, ~mask]).all()
    loose = errors(files, truth, mask)
    said = warnings_of(events)["contaminated-rim"]
    assert "beside the mask look like cloud" in said
    assert "growing the mask by" in said
    write_raster(files / "mask.tif", ((opacity > 0.01) | (shade > 0.02))[None].astype("uint8"))
    fill(mode=mode, references=REFERENCES)
    assert loose < 1.3 * errors(files, truth, mask)


def test_the_mask_grows_by_what_was_found_where_that_is_wanted(files, place, fill):
    _, truth, opacity, shade, _ = place
    plain = fill(references=REFERENCES)[-1]["figures"]
    events = fill(references=REFERENCES, grow="auto")
    figures = events[-1]["figures"]
    added = figures["hole_pixels"] - plain["hole_pixels"]
    said = warnings_of(events)["contaminated-rim"]
    assert said.startswith(f"{added:,} px that the mask leaves out look like ")
    assert "added to the mask" in said
    assert figures["hole_pixels"] > 1.2 * plain["hole_pixels"]
    affected = (opacity > 0.1) | (shade > 0.2)
    scene = read_raster(files / "scene.tif").astype(float)
    assert errors(files, truth, affected) < 0.3 * np.sqrt(((scene - truth)[:, affected] ** 2).mean())


@pytest.mark.parametrize("document", [{"mode": "mt"}, {"mode": "classical", "fill": "regression"}])
def test_the_hole_is_filled_the_same_whether_or_not_what_was_found_is_added_to_the_mask(
    files, place, fill, document
):
    mask = place[-1]
    told = fill(**document, references=REFERENCES)[-1]["figures"]
    alone = read_raster(files / "filled.tif")
    added = fill(**document, references=REFERENCES, grow="auto")[-1]["figures"]
    filled = read_raster(files / "filled.tif")
    np.testing.assert_array_equal(filled[:, mask], alone[:, mask])
    assert (filled != alone).any(axis=0)[~mask].sum() > 500
    assert told["holdout_rmse"] == added["holdout_rmse"]


def test_what_is_added_to_the_mask_is_told_however_little_it_is(files, fill, monkeypatch):
    monkeypatch.setattr(contamination_run, "leaves_rims", lambda *_: False)
    assert "contaminated-rim" not in warnings_of(fill(references=REFERENCES))
    events = fill(references=REFERENCES, grow="auto")
    told = next(event for event in events if event["event"] == "contamination")
    assert warnings_of(events)["contaminated-rim"].startswith(f"{told['beside'] + told['elsewhere']:,} px ")


@pytest.mark.parametrize("place", [0.3], indirect=True)
def test_through_thin_cloud_that_is_added_to_the_mask_the_ground_is_seen(files, place, fill, monkeypatch):
    _, truth, opacity, shade, mask = place
    thin = ~mask & (((opacity > 0.05) & (opacity < 0.4)) | (shade > 0.2))
    scene = read_raster(files / "scene.tif")
    fill(mode="mt", references=REFERENCES, grow="auto")
    seen, filled = errors(files, truth, thin), read_raster(files / "filled.tif")
    monkeypatch.setattr(source, "SEEN_THROUGH", 0.0)
    fill(mode="mt", references=REFERENCES, grow="auto")
    guessed = read_raster(files / "filled.tif")
    assert seen < 0.9 * errors(files, truth, thin)
    np.testing.assert_array_equal(filled[:, mask], guessed[:, mask])  # in the mask only shadow is looked at
    unchanged = (guessed == scene).all(axis=0)
    np.testing.assert_array_equal(filled[:, unchanged], scene[:, unchanged])


def test_ground_that_hardly_varies_is_not_looked_at_through_cloud(rng):
    images = np.array([900.0, 700.0, 500.0, 300.0])[:, None, None] + rng.normal(0, 2, (4, 4, SIZE, SIZE))
    opacity = blob(40, 40, 26)
    images[0] = clouded(images[0], opacity)
    _, sea = judged(images, opacity > 0.5)
    assert sea.cloud.any()
    assert not sea.seen.any()
    land, *_, mask = soft_edged(rng, 0.3)
    _, found = judged(land, mask)
    assert found.seen.any()
    assert not (found.seen & ~(found.cloud | found.shadow)).any()
    assert (np.abs(found.opacity[found.seen]) < 0.6).all()


def test_what_was_judged_in_cells_is_smooth_between_them():
    ramp = np.arange(24, dtype=np.float32)[None, :, None] + 3 * np.arange(23, dtype=np.float32)[None, None, :]
    cells = np.stack([contamination_cells.means(ramp, np.ones((24, 23), bool), 2)[0][0]])
    inner = (slice(2, 6), slice(3, 9))
    within = contamination_cells.spread_smoothly(cells, inner, 2, (7, 12))
    np.testing.assert_allclose(within, ramp[:, 4:11, 6:18], atol=1e-4)


def test_beside_a_mask_that_leaves_rims_more_is_expected_than_the_patches_in_the_clear_tell(
    files, place, fill, monkeypatch
):
    _, _, opacity, shade, _ = place
    told = fill(references=REFERENCES)[-1]["figures"]["hole_rmse"]
    write_raster(files / "exact.tif", ((opacity > 0.01) | (shade > 0.02))[None].astype("uint8"))
    exact = fill(references=REFERENCES, mask=[{"path": "exact.tif"}])[-1]["figures"]["hole_rmse"]
    monkeypatch.setattr(holdout_run, "DOUBTED", 1.0)
    assert told == pytest.approx(1.25 * fill(references=REFERENCES)[-1]["figures"]["hole_rmse"], rel=1e-3)
    assert exact == fill(references=REFERENCES, mask=[{"path": "exact.tif"}])[-1]["figures"]["hole_rmse"]


def test_ground_beside_a_mask_that_leaves_rims_is_not_taken_for_sure(files, place, fill, monkeypatch):
    _, _, opacity, shade, _ = place
    write_raster(files / "exact.tif", ((opacity > 0.01) | (shade > 0.02))[None].astype("uint8"))
    masks = [{"path": name} for name in ("mask.tif", "exact.tif")]

    def fills():
        for mask in masks:
            fill(mode="mt", references=REFERENCES, mask=[mask], holdout=False)
            yield read_raster(files / "filled.tif")

    loose, exact = fills()
    monkeypatch.setattr(source, "NEAR_RIMS", 0)
    sure_loose, sure_exact = fills()
    assert (loose != sure_loose).any()
    np.testing.assert_array_equal(exact, sure_exact)


@pytest.mark.parametrize("grow", ["none", "auto"])
def test_what_was_found_is_told_as_a_picture(files, place, fill, grow):
    _, _, opacity, shade, mask = place
    events = fill(references=REFERENCES, grow=grow)
    told = next(event for event in events if event["event"] == "contamination")
    assert (told["added"], told["step"]) == (grow == "auto", 1)
    codes = cv2.imdecode(np.frombuffer(base64.b64decode(told["picture"]), np.uint8), cv2.IMREAD_UNCHANGED)
    assert codes.shape == mask.shape
    assert not codes[mask].any()
    assert (codes[~mask & (opacity > 0.25)] == CLOUDY).mean() > 0.95
    assert (codes[~mask & (shade > 0.3) & (opacity < 0.01)] == SHADED).mean() > 0.9
    assert told["beside"] + told["elsewhere"] == np.count_nonzero(codes)


def test_a_large_scene_is_told_as_a_small_picture_that_keeps_thin_rims(files, place, fill, monkeypatch):
    monkeypatch.setattr(contamination_picture, "SIDE", 40)
    told = next(event for event in fill(references=REFERENCES) if event["event"] == "contamination")
    codes = cv2.imdecode(np.frombuffer(base64.b64decode(told["picture"]), np.uint8), cv2.IMREAD_UNCHANGED)
    assert max(codes.shape) <= 40 < SIZE
    assert codes.shape[0] * told["step"] >= SIZE
    assert np.count_nonzero(codes) * told["step"] ** 2 > told["beside"] + told["elsewhere"]


def test_clouds_are_detected_without_any_mask(files, place, geoinpaint):
    _, _, opacity, shade, _ = place
    options = [word for one in REFERENCES for word in ("--reference", one["path"])]
    done = geoinpaint("mask", "scene.tif", "--detect", *options, "-o", "found.tif", "--json")
    assert done.code == 0, done.stderr
    found = read_raster(files / "found.tif")[0] > 0
    assert found[(opacity > 0.1) | (shade > 0.25)].mean() > 0.95
    untouched = ndi.distance_transform_edt(~((opacity > 0) | (shade > 0.01))) > 3
    assert found[untouched].mean() < 0.02
    assert geoinpaint("mask", "scene.tif", "--detect", "-o", "x.tif", "--json").last["code"] == (
        "detect-without-references"
    )


def test_cirrus_and_water_vapour_tell_nothing_of_the_ground(files, place, geoinpaint, rng):
    """They are among the 13 bands of a whole image, and no cloud is bright in all of them."""
    opacity = place[2]
    for name in ("scene", *(f"reference_{number}" for number in (1, 2, 3))):
        ground = read_raster(files / f"{name}.tif")
        air = rng.integers(10, 40, (2, SIZE, SIZE)).astype("uint16")
        write_raster(files / f"{name}.tif", np.concatenate([ground, air]), names=(*NAMES, "B09", "B10"))
    words = [word for number in (1, 2, 3) for word in ("--reference", f"reference_{number}.tif")]
    done = geoinpaint("mask", "scene.tif", "--detect", *words, "-o", "found.tif", cwd=files)
    assert done.code == 0, done.stderr
    assert read_raster(files / "found.tif")[0][opacity > 0.25].mean() > 0.95


def test_a_reference_that_is_mostly_cloud_is_told_by_name(files, place, fill, rng):
    images, *_ = place
    haze = np.full((SIZE, SIZE), 0.7)
    haze[:, :40] = 0
    write_raster(files / "reference_2.tif", clouded(images[2], haze).round().astype("uint16"), names=NAMES)
    said = warnings_of(fill(references=REFERENCES))["reference-cloudy"]
    assert "reference_2" in said


def test_the_report_shows_what_was_found(files, fill):
    fill(references=REFERENCES, report="report.html")
    page = (files / "report.html").read_text(encoding="utf-8")
    assert "the mask leaves out" in page
    assert "beside the mask look like cloud" in page
    # beside a good mask there is nothing to show
    rows, cols = np.mgrid[:SIZE, :SIZE]
    truth = read_raster(files / "reference_1.tif")
    write_raster(files / "scene.tif", truth, names=NAMES)
    write_raster(files / "mask.tif", (np.hypot(rows - 40, cols - 40) < 15)[None].astype("uint8"))
    fill(references=REFERENCES[1:], report="report.html")
    assert "beside the mask look like" not in (files / "report.html").read_text(encoding="utf-8")

"""A series of dates: every one filled from the others, catalogued, appended to, killed and resumed."""

import json
import shutil
from pathlib import Path

import numpy as np
import pytest
import rasterio
from rasterio.transform import from_origin

from geoinpaint_engine.events import Control, Reporter
from geoinpaint_engine.pipeline.series.masking import survey
from geoinpaint_engine.pipeline.series.neighbours import around
from geoinpaint_engine.pipeline.series.series import fill_series
from geoinpaint_engine.pipeline.series.state import Options
from geoinpaint_engine.pipeline.workspace import Workspace
from geoinpaint_engine.raster.scene import open_scene
from tests.engine.clouded_scenes import NAMES as SOFT_NAMES
from tests.engine.clouded_scenes import soft_edged
from tests.engine.conftest import read_raster, write_raster
from tests.engine.processes import engine
from tests.engine.safe_maker import make_safe, reflectance_of
from tests.engine.series_maker import (
    CLEAR,
    DATES,
    NAMES,
    OPTIONS,
    contents,
    last,
    make_dates,
    run,
)


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """A folder with five scenes in `in` and their series in `out`."""
    place = tmp_path_factory.mktemp("series")
    make_dates(place / "in")
    done = run(place, "in", "-o", "out", *OPTIONS, "--point", "500305,4599695,field")
    assert done.returncode == 0, done.stdout
    return place, [json.loads(line) for line in done.stdout.splitlines()]


def test_every_date_is_filled_from_both_sides(whole):
    place, events = whole
    figures = events[-1]["figures"]
    assert (figures["filled"], figures["clear"], figures["skipped"], figures["failed"]) == (4, 1, 0, 0)
    for number, date in enumerate(DATES):
        scene, mask = (read_raster(place / "in" / f"scene_{date}{ending}.tif") for ending in ("", "_mask"))
        filled, flag = (read_raster(place / "out" / date / name) for name in ("filled.tif", "fill_flag.tif"))
        hole = mask[0] > 0
        assert np.array_equal(filled[:, ~hole], scene[:, ~hole])
        assert np.array_equal(flag[0] == 1, hole)
        assert number == CLEAR or (filled[:, hole] < 8000).all()
        with rasterio.open(place / "out" / date / "filled.tif") as dataset:
            assert dataset.descriptions == NAMES
            assert dataset.tags(ns="IMAGE_STRUCTURE")["LAYOUT"] == "COG"
    recipe = json.loads((place / "out" / DATES[2] / "filled.tif.recipe.json").read_text())
    assert [one["date"] for one in recipe["job"]["references"]] == [DATES[i] for i in (0, 1, 3, 4)]
    assert read_raster(place / "out" / DATES[2] / "uncertainty.tif").shape[0] == 4


def test_progress_never_goes_back_and_ends_at_one(whole):
    told = [event["fraction"] for event in whole[1] if event["event"] == "progress"]
    assert told == sorted(told)
    assert told[-1] == 1.0


def test_the_catalogue_is_valid_and_leads_to_the_files(whole):
    pystac = pytest.importorskip("pystac")
    from pystac.validation.stac_validator import JsonSchemaSTACValidator

    collection = pystac.Collection.from_file(str(whole[0] / "out" / "collection.json"))
    items = list(collection.get_items())
    assert [item.datetime.date().isoformat() for item in items] == list(DATES)
    check = JsonSchemaSTACValidator()
    for one, kind in [(collection, "Collection"), *((item, "Item") for item in items)]:
        check.validate_core(one.to_dict(), getattr(pystac.STACObjectType, kind.upper()), "1.1.0")
        for asset in one.assets.values():
            assert Path(asset.get_absolute_href()).exists(), asset.href
    assert [band["name"] for band in items[0].assets["filled"].to_dict()["bands"]] == list(NAMES)
    assert 14.99 < items[0].bbox[0] < items[0].bbox[2] < 15.02


def test_the_page_tells_each_date_and_draws_the_point(whole):
    page = (whole[0] / "out" / "series.html").read_text()
    assert all(f'<th scope="row">{date}</th>' in page for date in DATES)
    assert "<svg" in page
    assert "field (500305, 4599695)" in page
    lines = (whole[0] / "out" / "curves.csv").read_text().splitlines()
    assert len(lines) == 1 + len(DATES)
    values = read_raster(whole[0] / "out" / DATES[CLEAR] / "filled.tif")[:, 30, 30].astype(float)
    ndvi = (values[3] - values[2]) / (values[3] + values[2])
    assert lines[2].split(",")[3:6] == [DATES[CLEAR], "clear", f"{ndvi:.5f}"]


def test_what_is_appended_leaves_the_rest_as_it_is(whole, tmp_path):
    make_dates(tmp_path / "in", range(4))
    assert run(tmp_path, "in", "-o", "out", *OPTIONS).returncode == 0
    before = contents(tmp_path / "out")
    stamps = {path: path.stat().st_mtime_ns for path in (tmp_path / "out").rglob("*.tif")}
    make_dates(tmp_path / "in", [4])
    done = run(tmp_path, "in", "-o", "out", "--append", *OPTIONS[:-1], "2")  # on as many threads as there are today
    assert done.returncode == 0
    assert last(done)["figures"]["filled"] == 4
    after = contents(tmp_path / "out")
    changed = {name for name, data in before.items() if after[name] != data}
    assert changed == {"collection.json", "series.html"}
    assert {path: path.stat().st_mtime_ns for path in stamps} == stamps
    added, expected = (read_raster(place / "out" / DATES[4] / "filled.tif") for place in (tmp_path, whole[0]))
    assert np.array_equal(added, expected)


@pytest.mark.parametrize("threads", ["1", "2"], ids=["one_date_after_another", "two_dates_at_a_time"])
def test_killed_again_and_again_it_ends_with_the_same_bytes(whole, tmp_path, threads):
    (tmp_path / "in").symlink_to(whole[0] / "in")
    out, moments, kills = tmp_path / "out", np.random.default_rng(4), 0
    for _ in range(60):
        words = ("in", "-o", "out", "--resume", *OPTIONS[:-1], threads, "--point", "500305,4599695,field")
        with engine("series", *words, cwd=tmp_path) as killed:
            # after so many words of its progress, in the middle of something
            moment = int(moments.integers(1, 12)) if kills < 4 else 10**6
            if sum(1 for _ in zip(range(moment), killed, strict=False)) == moment:
                code, _ = killed.kill()
                kills += code != 0
            else:
                code, _ = killed.end()
        if code == 0 and kills >= 3:
            break
        if code == 0:  # it was over before it could be killed often
            shutil.rmtree(out)
        for name in ("series.json", "2024-04-05/2024-04-05.json"):  # as a kill in the middle of writing leaves it
            if (out / name).parent.exists():
                (out / f"{name}.77.88.tmp").write_text("{")
    assert code == 0
    assert kills >= 3
    assert not [path for path in (tmp_path / "out").rglob("*") if path.suffix in (".tmp", ".partial", ".lock")]
    ours, theirs = contents(tmp_path / "out"), contents(whole[0] / "out")
    assert ours.keys() == theirs.keys()
    assert [name for name in ours if ours[name] != theirs[name]] == []


def test_scenes_that_lie_nowhere_are_filled_too(tmp_path):
    make_dates(tmp_path / "in", range(2))
    for path in (tmp_path / "in").glob("*.tif"):
        write_raster(path, read_raster(path), names=() if "mask" in path.name else NAMES, crs=None)
    done = run(tmp_path, "in", "-o", "out", *OPTIONS, "--point", "30,30,field")
    assert done.returncode == 0, done.stdout
    assert {one["state"] for one in last(done)["figures"]["dates"]} == {"filled", "clear"}
    collection = json.loads((tmp_path / "out" / "collection.json").read_text())
    assert collection["extent"]["spatial"]["bbox"] == [[-180, -90, 180, 90]]
    assert len((tmp_path / "out" / "curves.csv").read_text().splitlines()) == 3


def test_a_series_is_not_appended_to_itself(whole):
    place = whole[0]
    before = contents(place / "out")
    done = run(place, "out/collection.json", "-o", "out", *OPTIONS, "--append")
    assert last(done)["code"] == "output-is-input"
    assert contents(place / "out") == before


def test_a_series_that_is_there_is_not_begun_again(whole):
    place = whole[0]
    before = contents(place / "out")
    assert last(run(place, "in", "-o", "out", *OPTIONS))["code"] == "series-exists"
    other = run(place, "in", "-o", "out", *OPTIONS, "--resume", "--dilate", "2")
    assert last(other)["code"] == "series-mismatch"
    assert last(other)["message"].endswith("was begun with --dilate 0, and now it is 2.")
    assert contents(place / "out") == before


def test_a_dry_run_says_the_dates_and_writes_nothing(whole):
    done = run(whole[0], "in", "-o", "dry", *OPTIONS, "--dry-run")
    assert [one["date"] for one in last(done)["figures"]["dates"]] == list(DATES)
    assert not (whole[0] / "dry").exists()


def test_clouds_are_detected_by_the_other_dates(tmp_path):
    make_dates(tmp_path / "in", range(4))
    for mask in (tmp_path / "in").glob("*_mask.tif"):
        mask.unlink()
    done = run(tmp_path, "in", "-o", "out", "--detect", "--mode", "classical", "--threads", "1")
    assert done.returncode == 0, done.stdout
    truth = read_raster(tmp_path / "in" / f"scene_{DATES[2]}.tif")[0] == 9000
    found = read_raster(tmp_path / "out" / DATES[2] / "mask.tif")[0] > 0
    assert (found & truth).sum() > 0.9 * truth.sum()


def test_items_of_a_catalogue_are_dates_too(whole, tmp_path):
    done = run(tmp_path, whole[0] / "out" / "collection.json", "-o", "again", "--mask-nodata", "--dry-run")
    assert [one["date"] for one in last(done)["figures"]["dates"]] == list(DATES)
    assert last(done)["figures"]["dates"][0]["scene"] == str(whole[0] / "out" / DATES[0] / "filled.tif")


def test_as_many_dates_after_as_before_and_more_where_one_side_is_short():
    days = [f"2024-04-{day:02}" for day in range(1, 11)]
    assert around(days, 5, 2) == [3, 4, 6, 7]
    assert around(days, 0, 2) == [1, 2, 3, 4]
    assert around(days, 9, 2) == [5, 6, 7, 8]
    assert around(days, 8, 2) == [5, 6, 7, 9]
    assert around(["2024-04-01"] * 3, 1, 5) == [0, 2]


@pytest.fixture(scope="module")
def products(tmp_path_factory):
    """A folder with three products, each cloudy in another place by its own classification; one as a zip."""
    folder = tmp_path_factory.mktemp("products")
    for number, date in enumerate(("20220605", "20220615", "20220625")):
        classes = np.full((60, 60), 4, np.uint8)
        classes[6 + 14 * number : 18 + 14 * number, 20:40] = 9
        made = make_safe(
            folder / "made", date=date, scl=classes, baseline="03.01" if number == 0 else "04.00",
            ground=lambda band, size, gain=1 + 0.02 * number: gain * reflectance_of(band, size),  # none are alike
        )  # fmt: skip
        if number == 2:
            made.zipped(folder / f"{made.folder.name}.zip")
        else:
            made.folder.rename(folder / made.folder.name)
    return folder


def test_products_are_masked_by_their_own_classification(products, tmp_path):
    done = run(tmp_path, products, "-o", "out", "--mode", "classical", "--threads", "1", "--bands", "B04,B08",
               "--point", "600305,4699735")  # fmt: skip
    assert done.returncode == 0, done.stdout
    assert [one["state"] for one in last(done)["figures"]["dates"]] == ["filled"] * 3
    flag = read_raster(tmp_path / "out" / "2022-06-15" / "fill_flag.tif")[0]
    assert flag.sum() == 24 * 40
    with rasterio.open(tmp_path / "out" / "2022-06-15" / "filled.tif") as dataset:
        assert dataset.descriptions == ("B04", "B08")
        assert dataset.offsets == (-0.1, -0.1)
    lines = (tmp_path / "out" / "curves.csv").read_text().splitlines()
    ground = [float(line.split(",")[5]) for line in lines[1:]]
    assert np.ptp(ground) < 0.02  # the same ground, whatever offset a product has


def test_a_cancelled_series_keeps_what_is_done_and_goes_on(tmp_path):
    make_dates(tmp_path / "in", range(4))
    middle = f"{DATES[2]}: measuring"
    with engine("series", "in", "-o", "out", *OPTIONS, cwd=tmp_path, control=True, hold=middle) as process:
        process.until(middle)
        process.say("cancel")
        code, events = process.end()
    assert (code, events[-1]["code"]) == (5, "cancelled")
    assert (tmp_path / "out" / DATES[0] / "filled.tif").exists()
    assert not (tmp_path / "out" / "collection.json").exists()
    assert not (tmp_path / "out" / "geoinpaint.lock").exists()
    kept = (tmp_path / "out" / DATES[0] / "filled.tif").stat().st_mtime_ns
    assert run(tmp_path, "-o", "out", "--resume").returncode == 0
    assert (tmp_path / "out" / DATES[0] / "filled.tif").stat().st_mtime_ns == kept
    assert (tmp_path / "out" / "collection.json").exists()


def test_two_dates_that_are_filled_at_a_time_are_cancelled_together(tmp_path):
    make_dates(tmp_path / "in")
    middle = f"{DATES[2]}: measuring"
    options = (*OPTIONS[:-1], "2")
    with engine("series", "in", "-o", "out", *options, cwd=tmp_path, control=True, hold=middle) as process:
        process.until(middle)
        process.say("cancel")
        code, events = process.end()
    assert (code, events[-1]["code"]) == (5, "cancelled")
    assert not list((tmp_path / "out").glob("geoinpaint.lock"))
    fractions = [event["fraction"] for event in events if event["event"] == "progress"]
    assert fractions == sorted(fractions)
    assert run(tmp_path, "-o", "out", "--resume").returncode == 0


def test_dates_on_other_grids_serve_each_other(tmp_path):
    make_dates(tmp_path / "in", range(3))
    moved = tmp_path / "in" / f"scene_{DATES[1]}.tif"
    data = read_raster(moved)
    write_raster(moved, data[:, 8:, 8:], names=NAMES, transform=from_origin(500_080, 4_599_920, 10, 10))
    write_raster(tmp_path / "in" / f"scene_{DATES[1]}_mask.tif", np.zeros((1, 96, 104), "uint8"))
    done = run(tmp_path, "in", "-o", "out", *OPTIONS)
    assert done.returncode == 0, done.stdout
    assert last(done)["figures"]["filled"] == 2
    assert read_raster(tmp_path / "out" / DATES[1] / "filled.tif").shape == (4, 88, 96)


def test_a_cube_is_what_the_dates_are(whole, tmp_path):
    xarray = pytest.importorskip("xarray")
    pytest.importorskip("zarr")
    shutil.copytree(whole[0] / "out", tmp_path / "out")
    done = run(tmp_path, "-o", "out", "--resume", "--cube")
    assert done.returncode == 0, done.stdout
    with xarray.open_zarr(tmp_path / "out" / "cube.zarr", chunks=None, mask_and_scale=False) as cube:
        assert [str(time)[:10] for time in cube.time.values] == list(DATES)
        assert list(cube.band.values) == list(NAMES)
        assert (float(cube.x[0]), float(cube.y[0])) == (500_005, 4_599_995)
        for number, date in enumerate(DATES):
            assert np.array_equal(cube.filled[number].values, read_raster(tmp_path / "out" / date / "filled.tif"))
            flag = read_raster(tmp_path / "out" / date / "fill_flag.tif")[0]
            assert np.array_equal(cube.fill_flag[number].values, flag)
            assert np.array_equal(np.isfinite(cube.uncertainty[number, 0].values), flag == 1)
        assert "32633" in cube.spatial_ref.attrs["crs_wkt"]
    assert "cube.zarr" in (tmp_path / "out" / "collection.json").read_text()


@pytest.mark.parametrize(
    ("crs", "names", "units"),
    [
        ("EPSG:32633", ("projection_x_coordinate", "projection_y_coordinate"), ("m", "m")),
        ("EPSG:4326", ("longitude", "latitude"), ("degrees_east", "degrees_north")),
    ],
)
def test_a_cube_says_what_its_coordinates_are(tmp_path, crs, names, units):
    zarr = pytest.importorskip("zarr")
    from geoinpaint_engine.pipeline.series.cube import write_cube
    from geoinpaint_engine.pipeline.series.state import Date

    folder = tmp_path / DATES[0]
    folder.mkdir()
    values = np.ones((4, 6, 5), "uint16")
    write_raster(folder / "filled.tif", values, crs=crs, transform=from_origin(12, 42, 1e-4, 1e-4), names=NAMES)
    write_raster(folder / "fill_flag.tif", values[:1].astype("uint8"), crs=crs)
    made = write_cube([Date(name=DATES[0], path="", date=DATES[0])], tmp_path, check=lambda: None)
    cube = zarr.open_group(str(made), mode="r")
    assert tuple(cube[axis].attrs["standard_name"] for axis in "xy") == names
    assert tuple(cube[axis].attrs["units"] for axis in "xy") == units


def test_what_looks_like_cloud_beside_a_mask_is_filled_where_wanted(tmp_path):
    images, _, _, _, mask = soft_edged(np.random.default_rng(0))
    for number, (date, image) in enumerate(zip(DATES, images[:4], strict=False)):
        write_raster(tmp_path / f"{date}.tif", image.round().astype("uint16"), names=SOFT_NAMES)
        write_raster(tmp_path / f"{date}_mask.tif", (mask & (number == 0))[None].astype("uint8"))
    filled = {}
    for grow in ("none", "auto"):
        options = Options(mask_suffix="_mask", mode="classical", threads=1, grow=grow)
        paths = [str(tmp_path / f"{date}.tif") for date in DATES[:4]]
        fill_series(paths, tmp_path / grow, options, reporter=Reporter(), control=Control(), workspace=Workspace())
        filled[grow] = read_raster(tmp_path / grow / DATES[0] / "fill_flag.tif")[0] == 1
    assert np.array_equal(filled["none"], mask)
    assert (filled["auto"] & mask).sum() == mask.sum() < filled["auto"].sum()
    page = (tmp_path / "none" / "series.html").read_text()
    assert "contaminated-rim" in page


def test_a_date_that_is_still_to_be_filled_takes_the_threads_of_the_run_that_fills_it(whole, tmp_path):
    (tmp_path / "in").symlink_to(whole[0] / "in")
    paths = sorted(map(str, (tmp_path / "in").glob("scene_????-??-??.tif")))
    runs = {"reporter": Reporter(), "control": Control(), "workspace": Workspace()}
    fill_series(paths, tmp_path / "out", Options(mask_suffix="_mask", mode="classical", threads=2), **runs)
    recipes = {date: tmp_path / "out" / date / "filled.tif.recipe.json" for date in DATES}
    before = contents(tmp_path / "out")
    missing = next(date for date in DATES if recipes[date].exists())
    for path in (tmp_path / "out" / missing).glob("filled.tif*"):
        path.unlink()
    options = Options(mask_suffix="_mask", mode="classical", threads=1)
    fill_series(paths, tmp_path / "out", options, resume=True, **runs)
    threads = {date: json.loads(path.read_text())["job"]["threads"] for date, path in recipes.items() if path.exists()}
    assert threads == {date: 1 if date == missing else 2 for date in threads}
    assert contents(tmp_path / "out")[f"{missing}/filled.tif"] == before[f"{missing}/filled.tif"]


@pytest.mark.parametrize("threads", [1, 3])
def test_a_survey_counts_what_holds_data_in_any_and_in_all_bands(tmp_path, threads):
    data = np.full((2, 1100, 700), 5, np.uint16)
    data[:, :30, :20] = 0
    data[1, 1060:, 600:] = 0
    write_raster(tmp_path / "scene.tif", data, nodata=0)
    with open_scene(tmp_path / "scene.tif") as scene:
        assert survey(scene, threads=threads, check=lambda: None) == (1100 * 700 - 600, 1100 * 700 - 600 - 4000)

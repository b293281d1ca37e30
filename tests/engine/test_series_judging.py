"""Dates of a series judged by each other once: what is found, killed meanwhile, made again from a recipe."""

import json
import subprocess
import sys

import numpy as np
import pytest

import geoinpaint_engine as gi
from geoinpaint_engine.pipeline.series.judging import _identity
from geoinpaint_engine.pipeline.series.state import Options, Series
from tests.engine.conftest import field, read_raster, write_raster
from tests.engine.processes import engine
from tests.engine.series_maker import NAMES, OPTIONS, contents, environment, run

LEFT_OUT, STRAY = 2, (slice(80, 104), slice(90, 116))


@pytest.fixture(scope="module")
def judged(tmp_path_factory):
    """Six dates large enough to be judged by each other, one with a cloud that its mask has left out."""
    place = tmp_path_factory.mktemp("judged")
    (place / "in").mkdir()
    truth = field(np.random.default_rng(5), bands=4, rows=120, cols=130)
    for number in range(6):
        image = truth * (0.9 + 0.03 * number) + 5 * np.random.default_rng(number).standard_normal(truth.shape)
        hole = np.zeros(truth.shape[1:], bool)
        hole[8 + 9 * number : 34 + 9 * number, 10 + 8 * number : 44 + 8 * number] = True
        scene = np.where(hole, 9000, image.clip(1, 60_000))
        if number == LEFT_OUT:
            scene[:, STRAY[0], STRAY[1]] = 8000
        date = f"2024-05-{5 * number + 1:02}"
        write_raster(place / "in" / f"scene_{date}.tif", scene.astype("uint16"), names=NAMES)
        write_raster(place / "in" / f"scene_{date}_mask.tif", hole[None].astype("uint8"))
    done = run(place, "in", "-o", "out", *OPTIONS)
    assert done.returncode == 0, done.stdout
    return place, [json.loads(line) for line in done.stdout.splitlines()]


def test_dates_are_judged_by_each_other_once(judged):
    place, events = judged
    said = [event.get("message", "") for event in events if event["event"] == "progress"]
    assert any("looking for cloud in all dates" in one for one in said)
    assert not any("looking for cloud beside the mask" in one for one in said)
    found = read_raster(place / "out" / f"2024-05-{5 * LEFT_OUT + 1:02}" / "clouds.tif")
    stray = np.zeros(found.shape[1:], bool)
    stray[STRAY] = True
    assert (found[0][stray] == 2).mean() > 0.9
    assert (found[0][~stray] == 2).mean() < 0.05  # what hangs on it
    assert (found[1][stray] > 50).mean() > 0.9
    other = read_raster(place / "out" / "2024-05-01" / "clouds.tif")
    assert (other[0] == 2).mean() < 0.02
    recipe = json.loads((place / "out" / "2024-05-01" / "filled.tif.recipe.json").read_text())
    assert recipe["job"]["judged"].endswith("clouds.tif")
    assert all(one["mask"].endswith("clouds.tif") for one in recipe["job"]["references"])
    assert not list((place / "out").glob(".judging*"))


def test_a_large_place_is_judged_in_cells_and_the_same_is_found(judged, tmp_path, monkeypatch):
    monkeypatch.setattr("geoinpaint_engine.pipeline.contamination_cells.LARGE", 10_000)
    (tmp_path / "in").mkdir()
    for path in sorted((judged[0] / "in").glob("*.tif")):  # of odd size: the last cells are not whole
        names = () if path.stem.endswith("mask") else NAMES
        write_raster(tmp_path / "in" / path.name, read_raster(path)[:, :119, :129], names=names)
    gi.fill_series(tmp_path / "in", output=tmp_path / "out", mask_suffix="_mask", mode="classical", threads=1)
    date = f"2024-05-{5 * LEFT_OUT + 1:02}"
    stray, found = np.zeros((119, 129), bool), read_raster(tmp_path / "out" / date / "clouds.tif")
    stray[STRAY] = True
    assert (found[0][stray] == 2).mean() > 0.9
    assert (found[0][~stray] == 2).mean() < 0.05
    assert (found[1][stray] > 50).mean() > 0.9
    veiled = found[2:].any(axis=0)
    scene = read_raster(tmp_path / "in" / f"scene_{date}.tif").astype(float)
    assert (np.abs(found[2:] - scene)[:, veiled] < 2000).all()  # the scene's own pixels, less what is smooth


def test_killed_while_dates_are_judged_it_ends_with_the_same_bytes(judged, tmp_path):
    (tmp_path / "in").symlink_to(judged[0] / "in")
    moment = "looking for cloud in all dates"
    with engine("series", "in", "-o", "out", *OPTIONS, cwd=tmp_path, hold=moment) as process:
        process.until(moment)
        process.kill()
    (tmp_path / "out" / ".judging-0000").mkdir()  # of other dates
    assert run(tmp_path, "-o", "out", "--resume").returncode == 0
    ours, theirs = contents(tmp_path / "out"), contents(judged[0] / "out")
    assert ours.keys() == theirs.keys()
    assert [name for name in ours if ours[name] != theirs[name]] == []


def test_a_recipe_of_a_judged_series_makes_the_same_again(judged, tmp_path):
    recipe = json.loads((judged[0] / "out" / "2024-05-11" / "filled.tif.recipe.json").read_text())
    recipe["job"]["output"] = {"path": str(tmp_path / "again.tif")}
    (tmp_path / "job.json").write_text(json.dumps(recipe["job"]))
    done = subprocess.run(
        [sys.executable, "-m", "geoinpaint_engine", "run", str(tmp_path / "job.json")], capture_output=True, text=True,
        env=environment(), timeout=300, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert np.array_equal(
        read_raster(tmp_path / "again.tif"), read_raster(judged[0] / "out" / "2024-05-11" / "filled.tif")
    )


def test_a_cube_is_judged_and_filled_as_the_files_are(judged):
    scenes = sorted((judged[0] / "in").glob("scene_2024-05-??.tif"))
    cube = np.stack([read_raster(path) for path in scenes])
    masks = np.stack([read_raster(path.with_name(f"{path.stem}_mask.tif"))[0] for path in scenes])
    dates = [path.stem[-10:] for path in scenes]
    result = gi.fill_series(cube, masks, dates=dates, mode="classical", threads=1, uncertainty=True)
    for number, date in enumerate(dates):
        place = judged[0] / "out" / date
        assert np.array_equal(result.filled[number], read_raster(place / "filled.tif"))
        assert np.array_equal(result.uncertainty[number], read_raster(place / "uncertainty.tif"), equal_nan=True)


def test_a_broken_date_of_a_cube_is_left_out_as_the_file_is(judged, tmp_path):
    (tmp_path / "in").mkdir()
    scenes, masks, dates = [], [], []
    for path in sorted((judged[0] / "in").glob("scene_2024-05-??.tif")):
        mask = path.with_name(f"{path.stem}_mask.tif")
        scenes.append(read_raster(path).astype("float32"))
        masks.append(read_raster(mask)[0])
        dates.append(path.stem[-10:])
        if dates[-1] == "2024-05-16":
            scenes[-1][0, 5, 5] = np.inf
        write_raster(tmp_path / "in" / path.name, scenes[-1], names=NAMES)
        (tmp_path / "in" / mask.name).symlink_to(mask)
    gi.fill_series(tmp_path / "in", output=tmp_path / "out", mask_suffix="_mask", mode="classical", threads=1)
    events = []
    way = {"mode": "classical", "threads": 1, "on_event": events.append}
    result = gi.fill_series(np.stack(scenes), np.stack(masks), dates=dates, **way)
    assert [date for date, code, _ in result.warnings if code == "date-skipped"] == ["2024-05-16"]
    for number, date in enumerate(dates):
        path = tmp_path / "out" / date / "filled.tif"
        assert path.exists() == (date != "2024-05-16")
        assert np.array_equal(result.filled[number], read_raster(path) if path.exists() else scenes[number])
    progress = [event for event in events if event["event"] == "progress"]
    fractions = [event["fraction"] for event in progress]
    assert fractions == sorted(fractions)
    assert progress[0]["message"] == "looking for cloud in all dates"
    assert progress[-1]["message"].startswith("2024-05-26")


def test_what_was_judged_is_kept_for_a_run_with_other_threads():
    one, two, other = (
        _identity(Series(options=options, dates=[]), [])
        for options in (Options(threads=1), Options(threads=2), Options(threads=2, dilate=1))
    )
    assert one == two != other

"""A run that is killed and started again: the same bytes, little done twice, refused where something has changed."""

import signal
import time

import numpy as np
import pytest
import rasterio

from geoinpaint_engine import job as jobs
from geoinpaint_engine.errors import Cancelled, UsageError
from geoinpaint_engine.pipeline.journal import Journal, identity
from tests.engine.conftest import field, write_raster
from tests.engine.processes import engine
from tests.engine.runs import REFERENCES, make_job, run_here


@pytest.fixture(scope="module")
def scene_folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("scene")
    make_job(folder)
    return folder


WORDS = ("inpaint", "scene.tif", "--mask", "mask.tif", "--mode", "classical", *REFERENCES, "--tile", "64",
         "--threads", "2")  # fmt: skip


def run(folder, output, *options, **steered):
    """With a tile and a halo that are small beside the scene, so that there is more than one window."""
    return engine(*WORDS, "-o", output, *options, cwd=folder, halo=40, **steered)


def finish(folder, output, *options):
    """(exit code, events) of a run that is left alone."""
    with run(folder, output, *options) as left_alone:
        return left_alone.end()


@pytest.fixture(scope="module")
def undisturbed(scene_folder):
    """The bytes, the hold-out figures and the number of events of a run that nobody disturbs."""
    code, events = finish(scene_folder, "undisturbed.tif")
    assert code == 0
    assert next(event for event in events if event["event"] == "started")["windows"] >= 20
    return (scene_folder / "undisturbed.tif").read_bytes(), events[-1]["figures"]["holdout"], len(events)


@pytest.mark.slow
def test_killed_at_five_moments_the_bytes_are_the_same(scene_folder, undisturbed):
    expected, figures, count = undisturbed
    moments, kills = np.random.default_rng(8), 0
    for _ in range(50):
        with run(scene_folder, "killed.tif", "--resume") as killed:
            # from before its first word to beyond its last, of which there are fewer from kill to kill
            moment = int(moments.integers(0, count)) if kills < 5 else 10**6
            told = sum(1 for _ in zip(range(moment), killed, strict=False))
            if told == moment:
                time.sleep(float(moments.uniform(0, 0.05)))
                code, events = killed.kill()
                kills += code != 0
            else:
                code, events = killed.end()
        if code == 0:
            assert (scene_folder / "killed.tif").read_bytes() == expected
            assert events[-1]["figures"]["holdout"] == figures
            assert not (scene_folder / "killed.tif.partial").exists()
            if kills >= 5:
                break
            (scene_folder / "killed.tif").unlink()
    assert kills == 5


def test_what_is_done_is_not_done_again(scene_folder, undisturbed):
    partial = scene_folder / "again.tif.partial"

    def killed():
        """When which of its parts were written, of a run that is killed while it fills."""
        with run(scene_folder, "again.tif", "--resume", hold="filling") as held:
            held.until("filling")
            held.kill()
        parts = [*partial.glob("fills/*.npy"), partial / "fit.safetensors"]
        return {path.name: path.stat().st_mtime_ns for path in parts}

    kept, more = killed(), killed()
    assert len(kept) > 1
    assert len(more) > len(kept)
    assert {name: more[name] for name in kept} == kept
    assert finish(scene_folder, "again.tif", "--resume")[0] == 0
    assert (scene_folder / "again.tif").read_bytes() == undisturbed[0]


def test_killed_while_it_writes_the_bytes_are_the_same(scene_folder, undisturbed):
    with run(scene_folder, "written.tif", "--resume", hold="writing") as held:
        held.until("writing")
        held.kill()
    assert (scene_folder / "written.tif.partial" / "output.tif").exists()
    assert not (scene_folder / "written.tif").exists()
    assert finish(scene_folder, "written.tif", "--resume", "--threads", "1")[0] == 0
    assert (scene_folder / "written.tif").read_bytes() == undisturbed[0]


@pytest.fixture
def interrupted(tmp_path):
    """A folder with a run that was terminated in the middle and left its parts."""
    make_job(tmp_path, rows=160, cols=180)
    with run(tmp_path, "filled.tif", "--resume", hold="filling") as held:
        held.until("filling")
        held.signal(signal.SIGTERM)
        assert held.end()[0] == 143
    assert (tmp_path / "filled.tif.partial" / "journal.json").exists()
    return tmp_path


def test_a_changed_input_is_refused_and_starting_anew_is_not(interrupted):
    other = field(np.random.default_rng(5), rows=160, cols=180).astype("uint16")
    write_raster(interrupted / "reference_2.tif", other, names=("B02", "B03", "B04"))
    code, events = finish(interrupted, "filled.tif", "--resume")
    assert (code, events[-1]["code"]) == (2, "resume-mismatch")
    assert "reference_2.tif" in events[-1]["message"]
    assert (interrupted / "filled.tif.partial").exists()
    code, _ = finish(interrupted, "filled.tif")
    assert code == 0
    assert not (interrupted / "filled.tif.partial").exists()


def test_a_changed_job_is_refused(interrupted):
    code, events = finish(interrupted, "filled.tif", "--resume", "--dilate", "2")
    assert (code, events[-1]["code"]) == (2, "resume-mismatch")
    assert "job" in events[-1]["message"]


def test_other_threads_go_on_to_the_same_pixels(tmp_path):
    make_job(tmp_path, rows=110, cols=520)
    document = {"mode": "mt", "tile": 64}
    run_here(tmp_path, "whole.tif", threads=1, **document)
    with pytest.raises(Cancelled):
        run_here(tmp_path, "parts.tif", cancel_after=3, threads=1, **document)
    run_here(tmp_path, "parts.tif", threads=3, **document)
    with rasterio.open(tmp_path / "whole.tif") as whole, rasterio.open(tmp_path / "parts.tif") as parts:
        np.testing.assert_array_equal(parts.read(), whole.read())


def test_other_threads_of_a_network_are_refused_and_named(tmp_path):
    paper = {"scene": {"path": "s.tif"}, "mask": [{"path": "m.tif"}], "output": {"path": "o.tif"}, "mode": "basic",
             "preset": "paper"}  # fmt: skip
    Journal(tmp_path, identity(jobs.from_dict(paper), [], threads=4))
    with pytest.raises(UsageError, match="it ran with --threads 4, and this one has 2") as told:
        Journal(tmp_path, identity(jobs.from_dict(paper), [], threads=2))
    assert told.value.code == "resume-mismatch"


def test_parts_that_are_broken_are_made_again(interrupted):
    partial = interrupted / "filled.tif.partial"
    (partial / "fit.safetensors").write_bytes(b"half")
    (partial / "journal.json.1.2.tmp").write_bytes(b"half")
    assert finish(interrupted, "filled.tif", "--resume")[0] == 0
    assert finish(interrupted, "alone.tif")[0] == 0
    assert (interrupted / "filled.tif").read_bytes() == (interrupted / "alone.tif").read_bytes()


@pytest.mark.slow
def test_a_method_that_learns_from_the_patches_goes_on_with_them(tmp_path):
    make_job(tmp_path, rows=110, cols=130)
    document = {"mode": "mt", "preset": "paper", "steps": 2, "stop": "holdout", "tile": 64}
    whole = run_here(tmp_path, "whole.tif", **document)
    with pytest.raises(Cancelled):
        run_here(tmp_path, "parts.tif", cancel_after=3, **document)
    kept = list((tmp_path / "parts.tif.partial" / "fills").glob("*.npy"))
    assert len(kept) == 3
    parts = run_here(tmp_path, "parts.tif", **document)
    assert (tmp_path / "parts.tif").read_bytes() == (tmp_path / "whole.tif").read_bytes()
    assert parts["holdout"] == whole["holdout"]


@pytest.mark.parametrize(
    ("document", "counts"),
    [
        ({"mode": "classical", "fill": "harmonic"}, set()),
        ({"mode": "classical", "fill": "telea"}, {"opencv-python-headless"}),
        ({"mode": "basic"}, {"opencv-python-headless"}),
        ({"mode": "basic", "preset": "paper"}, {"torch"}),
    ],
)
def test_only_what_the_method_uses_stands_in_the_way_of_a_resume(document, counts):
    base = {"scene": {"path": "s.tif"}, "mask": [{"path": "m.tif"}], "output": {"path": "o.tif"}}
    packages = identity(jobs.from_dict({**base, **document}), [], threads=1)["packages"]
    assert set(packages) == {"numpy", "scipy", "rasterio"} | counts

"""What a fit leaves for a later run or another process: all of it, and nothing where the file is broken."""

import os

import numpy as np
import pytest

from geoinpaint_engine.methods.base import Context
from geoinpaint_engine.methods.fills import classical_fill
from geoinpaint_engine.raster import checkpoint
from geoinpaint_engine.raster.checkpoint import Checkpoint, packed, unpacked, write_whole
from geoinpaint_engine.raster.fills import FillStore
from geoinpaint_engine.raster.grid import Window
from geoinpaint_engine.raster.holes import CELLS, holes_reaching, sight_of
from geoinpaint_engine.raster.windows import FillWindow
from tests.engine.chips import chips_of, make_chip
from tests.engine.scenes import ArraySource


class KnowingSource(ArraySource):
    """Tells hole and patches by themselves, as the source of a job does."""

    def hole(self, window, *, hidden=False):
        patches = self.hidden[window.slices] if hidden else False
        return self.whole.hole[window.slices] | patches

    def hidden_pixels(self, window, *, blind=False):
        return np.zeros(window.shape, bool) if blind else self.hidden[window.slices]


@pytest.fixture
def source():
    chip, _ = make_chip(size=128, share=0.5)
    patches = np.zeros(chip.shape, bool)
    patches[20:50, 30:60] = patches[90:110, 70:100] = True
    return KnowingSource(chip, patches & chip.clear)


def fitted(source, fill="regression", *, hidden=False, method=None, threads=1, **options):
    method = method or classical_fill(fill, overview_pixels=2000, **options)
    method.fit(source, Context(windows=chips_of(source, 48, 16), hidden=hidden, threads=threads))
    return method


@pytest.mark.parametrize("fill", ["regression", "harmonic", "ratio", "paste", "telea", "coherent"])
@pytest.mark.parametrize("hidden", [False, True])
def test_a_restored_fit_gives_the_same_bytes(source, fill, hidden):
    method = fitted(source, fill, hidden=hidden)
    assert method.solved_beyond_windows == (fill != "telea")
    restored = classical_fill(fill)
    restored.restore(unpacked(packed(method.state())))
    for window in chips_of(source, 48, 16):
        chip = source.chip(window, hidden=hidden)
        np.testing.assert_array_equal(restored.fill(chip), method.fill(chip))


def test_a_restored_fit_with_patches_serves_the_fit_without_as_well_as_the_first(source):
    first = fitted(source, hidden=True)
    second = classical_fill("regression", overview_pixels=2000)
    second.restore(unpacked(packed(first.state())))
    states = [fitted(source, method=method).state() for method in (first, second)]
    assert states[0].keys() == states[1].keys()
    for name, array in states[0].items():
        np.testing.assert_array_equal(array, states[1][name])


@pytest.mark.parametrize("fill", ["regression", "ratio"])
def test_the_scene_is_read_once_for_both_fits_and_they_are_right(source, fill, monkeypatch):
    monkeypatch.setattr("geoinpaint_engine.methods.classical.sums.BLOCK", 40)
    method = fitted(source, fill, hidden=True)
    alone = fitted(KnowingSource(source.whole), fill)
    monkeypatch.setattr(method, "_solve_overviews", lambda blocks: None)
    before = source.reads
    fitted(source, fill, method=method)
    assert source.reads == before
    # the same ground, added up in another order
    for name, array in fitted(source, fill, method=alone).state().items():
        if name.startswith("sums.") and name not in ("sums.pivot", "sums.sums", "sums.products"):
            np.testing.assert_allclose(method.state()[name], array, rtol=1e-9)
    chip = source.chip(Window(0, 0, 128, 128))
    np.testing.assert_allclose(method.fill(chip), alone.fill(chip), atol=0.05)


def test_reading_ahead_changes_nothing(source, monkeypatch):
    monkeypatch.setattr("geoinpaint_engine.methods.classical.sums.BLOCK", 40)
    one, many = fitted(source).state(), fitted(source, threads=4).state()
    for name, array in one.items():
        np.testing.assert_array_equal(many[name], array)


def test_a_broken_checkpoint_is_none(tmp_path):
    checkpoint = Checkpoint(tmp_path / "fit.safetensors")
    assert checkpoint.load() is None
    checkpoint.save({"a": np.arange(6.0).reshape(2, 3)})
    np.testing.assert_array_equal(checkpoint.load()["a"], [[0, 1, 2], [3, 4, 5]])
    content = checkpoint.path.read_bytes()
    checkpoint.path.write_bytes(content[:-3])
    assert checkpoint.load() is None


def test_a_file_is_whole_or_not_there(tmp_path, monkeypatch):
    write_whole(tmp_path / "a", b"first")

    def no_rename(self, target):
        raise KeyboardInterrupt

    monkeypatch.setattr("pathlib.Path.replace", no_rename)
    with pytest.raises(KeyboardInterrupt):
        write_whole(tmp_path / "a", b"second")
    assert (tmp_path / "a").read_bytes() == b"first"


def test_fills_are_flushed_every_half_minute_not_one_by_one(tmp_path, monkeypatch):
    now, flushed, flush = [1000.0], [], os.fsync
    monkeypatch.setattr(checkpoint.time, "monotonic", lambda: now[0])
    monkeypatch.setattr(checkpoint.os, "fsync", lambda handle: flushed.append(now[0]) or flush(handle))
    store = FillStore(tmp_path / "fills", None, durable=True)
    for index in range(8):
        now[0] += 10
        store.keep(FillWindow(index, *[Window(0, 0, 4, 4)] * 3), np.full((1, 16), index, "float32"))
    assert sorted(set(flushed)) == [1030.0, 1060.0]
    assert len(list((tmp_path / "fills").iterdir())) == 8


def test_holes_in_the_surroundings_alone_are_left_out():
    hole = np.zeros((30, 30), bool)
    hole[2:5, 2:5] = True  # in the surroundings alone
    hole[8:20, 0:12] = True  # goes on into them
    hole[5, 5] = True  # touches the first by a corner
    hole[7, 12] = True  # touches the second by a corner: values may flow
    kept = holes_reaching(hole, (slice(10, 20), slice(10, 20)))
    assert kept[8:20, 0:12].all()
    assert kept[7, 12]
    assert kept.sum() == 12 * 12 + 1


def test_the_sight_of_a_window_is_all_that_is_near_its_holes():
    window, hole = Window(500, 300, 200, 180), np.zeros((200, 180), dtype=bool)
    assert sight_of(hole, window, 16) == window
    hole[90:95, 170] = True
    seen = sight_of(hole, window, 16)
    assert seen == Window(500 + 72, 300 + 152, 112 - 72, 180 - 152)
    assert (seen.row - window.row) % CELLS == 0
    assert (seen.col - window.col) % CELLS == 0

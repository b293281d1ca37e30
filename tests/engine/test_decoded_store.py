"""Blocks that take long to decode, on disk for a run: the same values, within bounds, and nothing left behind."""

from __future__ import annotations

import os
import signal
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
import rasterio

import geoinpaint_engine as gi
from geoinpaint_engine.raster import decoded, decoded_store
from geoinpaint_engine.raster.align import open_aligned
from geoinpaint_engine.raster.decoded import DecodedBlocks
from geoinpaint_engine.raster.decoded_store import DecodedStore, store, stored_in
from geoinpaint_engine.raster.grid import Window
from geoinpaint_engine.raster.scene import open_scene
from geoinpaint_engine.raster.spec import RasterSpec
from tests.engine.series_maker import make_dates

SIDE = 1100
BLOCK = Window(0, 0, 4, 5)


@pytest.fixture
def raster(tmp_path: Path) -> tuple[Path, np.ndarray]:
    path, values = tmp_path / "raster.tif", np.random.default_rng(1).integers(0, 9000, (3, SIDE, SIDE), np.uint16)
    with rasterio.open(
        path, "w", driver="GTiff", count=3, height=SIDE, width=SIDE, dtype="uint16", compress="deflate", tiled=True,
        crs="EPSG:32633", transform=rasterio.Affine(10, 0, 0, 0, -10, 0),
    ) as out:  # fmt: skip
        out.write(values)
    return path, values


@pytest.fixture
def decodings(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Window]]:
    """Every block that is decoded; all take long, on however busy a machine."""
    made: list[Window] = []
    decode: Callable[[DecodedBlocks, Window], np.ndarray] = DecodedBlocks._decoded
    monkeypatch.setattr(DecodedBlocks, "_decoded", lambda self, block: (made.append(block), decode(self, block))[1])
    monkeypatch.setattr(decoded, "SLOW_NS", 0.0)
    return made


def _read(path: Path | str) -> np.ndarray:
    with open_scene(path) as scene:
        return scene.read_raw(scene.grid.window)


def test_what_took_long_is_decoded_once_a_run(
    raster: tuple[Path, np.ndarray], decodings: list[Window], tmp_path: Path
) -> None:
    path, values = raster
    with stored_in(tmp_path):
        for _ in range(3):
            np.testing.assert_array_equal(_read(path), values)
        with open_scene(path) as scene:
            layer = open_aligned(path, scene.grid)
            np.testing.assert_array_equal(layer.read(scene.grid.window)[0], values)  # the same blocks
            layer.close()
        assert len(decodings) == 9
        assert sorted(tmp_path.iterdir()) == [path]  # its files have no name
    _read(path)
    assert len(decodings) == 18


def test_other_bands_dtypes_and_grids_are_told_apart(
    raster: tuple[Path, np.ndarray], decodings: list[Window], tmp_path: Path
) -> None:
    path, values = raster
    with stored_in(tmp_path):
        _read(path)
        with open_scene(path, bands=[3, 1]) as scene:
            np.testing.assert_array_equal(scene.read_raw(BLOCK), values[[2, 0]][(slice(None), *BLOCK.slices)])
        with rasterio.open(
            tmp_path / "other.tif", "w", driver="GTiff", count=1, height=50, width=50, dtype="uint16",
            crs="EPSG:32633", transform=rasterio.Affine(20, 0, 5, 0, -20, -5),
        ) as out:  # fmt: skip
            out.write(np.ones((1, 50, 50), np.uint16))
        with open_scene(tmp_path / "other.tif") as scene:
            bare = open_aligned(path, scene.grid).read(Window(0, 0, 50, 50))[0]
            first = open_aligned(path, scene.grid, first=True, classes=True).read(Window(0, 0, 50, 50))[0]
    with open_scene(tmp_path / "other.tif") as scene:
        np.testing.assert_array_equal(bare, open_aligned(path, scene.grid).read(Window(0, 0, 50, 50))[0])
        np.testing.assert_array_equal(
            first, open_aligned(path, scene.grid, first=True, classes=True).read(Window(0, 0, 50, 50))[0]
        )


def test_a_file_that_has_changed_is_decoded_again(
    raster: tuple[Path, np.ndarray], decodings: list[Window], tmp_path: Path
) -> None:
    path, values = raster
    with stored_in(tmp_path):
        _read(path)
        with rasterio.open(path, "r+") as out:
            out.write(values + np.uint16(1))
        np.testing.assert_array_equal(_read(path), values + 1)


@pytest.mark.usefixtures("decodings")
def test_a_change_within_an_archive_is_seen(raster: tuple[Path, np.ndarray], tmp_path: Path) -> None:
    path, values = raster
    archive = tmp_path / "raster.zip"
    with stored_in(tmp_path):
        for more in (0, 1):
            with rasterio.open(path, "r+") as out:
                out.write(values + np.uint16(more))
            with zipfile.ZipFile(tmp_path / "new.zip", "w") as new:
                new.write(path, path.name)
            (tmp_path / "new.zip").replace(archive)
            np.testing.assert_array_equal(_read(f"/vsizip/{archive}/{path.name}"), values + more)


@pytest.mark.usefixtures("decodings")
def test_a_change_behind_two_virtual_rasters_is_seen(raster: tuple[Path, np.ndarray], tmp_path: Path) -> None:
    path, values = raster
    for name, source in (("inner.vrt", path.name), ("outer.vrt", "inner.vrt")):
        (tmp_path / name).write_text(
            f'<VRTDataset rasterXSize="{SIDE}" rasterYSize="{SIDE}"><VRTRasterBand dataType="UInt16" band="1">'
            f'<SimpleSource><SourceFilename relativeToVRT="1">{source}</SourceFilename></SimpleSource>'
            "</VRTRasterBand></VRTDataset>"
        )
    with stored_in(tmp_path):
        for more in (0, 1):
            with rasterio.open(path, "r+") as out:
                out.write(values + np.uint16(more))
            for name in ("inner.vrt", "outer.vrt"):
                np.testing.assert_array_equal(_read(tmp_path / name), values[:1] + more)


def test_a_raster_in_memory_is_not_stored(decodings: list[Window], tmp_path: Path) -> None:
    spec = RasterSpec("/vsimem/geoinpaint-store/one.tif")
    with rasterio.open(spec.path, "w", driver="GTiff", count=1, height=64, width=64, dtype="uint8") as out:
        out.write(np.ones((1, 64, 64), np.uint8))
    with stored_in(tmp_path):
        for _ in range(2):
            with open_scene(spec) as scene:
                scene.read_raw(BLOCK)
        kept = store()
        assert kept is not None
        assert kept.size == 0
    assert len(decodings) == 2


def test_what_is_decoded_fast_is_not_stored(
    raster: tuple[Path, np.ndarray], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(decoded, "SLOW_NS", 1e12)
    with stored_in(tmp_path):
        _read(raster[0])
        kept = store()
        assert kept is not None
        assert kept.size == 0


@pytest.mark.usefixtures("decodings")
def test_nothing_is_stored_on_a_disk_slower_than_decoding(raster: tuple[Path, np.ndarray], tmp_path: Path) -> None:
    with stored_in(tmp_path):
        kept = store()
        assert kept is not None
        kept.cost = 1e12
        np.testing.assert_array_equal(_read(raster[0]), raster[1])
        assert kept.size == 0
        kept.cost = 0.0
        np.testing.assert_array_equal(_read(raster[0]), raster[1])
        assert kept.size == raster[1].nbytes
        stored = kept.cost
        assert stored > 0
        np.testing.assert_array_equal(_read(raster[0]), raster[1])
        assert kept.cost != stored  # of reading too


def test_no_more_is_stored_than_may_be_and_idle_rasters_give_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(decoded_store, "MOST_BYTES", 5000)
    kept, values = DecodedStore(tmp_path), np.arange(500, dtype=np.uint32).reshape(1, 20, 25)  # 2000 bytes
    for name in "abc":
        kept.keep(name, BLOCK, values)
    np.testing.assert_array_equal(kept.read("b", BLOCK), values)
    assert kept.read("c", BLOCK) is None
    assert kept.size == 4000
    monkeypatch.setattr(decoded_store, "IDLE_S", 0.0)
    kept.keep("c", BLOCK, values)
    assert kept.read("a", BLOCK) is None  # read longest ago
    for name in "bc":
        np.testing.assert_array_equal(kept.read(name, BLOCK), values)
    kept.close()
    assert kept.read("b", BLOCK) is None
    kept.keep("b", BLOCK, values)
    assert kept.size == 0


def test_a_long_series_leaves_files_to_be_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    resource = pytest.importorskip("resource")
    monkeypatch.setattr(resource, "getrlimit", lambda kind: (12, 12))
    kept, values = DecodedStore(tmp_path), np.ones((1, 4, 5))
    for name in "abc":
        kept.keep(name, BLOCK, values)
    kept.read("a", BLOCK)
    kept.keep("d", BLOCK, values)
    assert [kept.read(name, BLOCK) is not None for name in "abcd"] == [True, False, True, True]
    kept.close()


def test_a_part_of_the_free_space_stays_free(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decoded_store, "SHARE", 0.0)
    kept = DecodedStore(tmp_path)
    kept.keep("a", BLOCK, np.ones((1, 4, 5)))
    assert kept.size == 0


def test_rasters_give_way_when_the_disk_becomes_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decoded_store, "LOOKED", 3)
    kept, values = DecodedStore(tmp_path), np.ones((1, 4, 5))
    for name in "ab":
        kept.keep(name, BLOCK, values)
    for name in "ba":
        np.testing.assert_array_equal(kept.read(name, BLOCK), values)
    monkeypatch.setattr(kept, "_space", lambda: 3 * values.nbytes)  # as if others had filled it
    np.testing.assert_array_equal(kept.read("a", BLOCK), values)
    assert kept.read("b", BLOCK) is None  # read longest ago
    assert kept.size == values.nbytes
    kept.close()


def test_a_full_disk_ends_the_storing_and_nothing_else(tmp_path: Path) -> None:
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("needs /dev/full")
    kept = DecodedStore(tmp_path)
    values = np.ones((1, 600, 600))
    kept.keep("a", BLOCK, values)
    kept._files["a"].file.close()
    kept._files["a"].file = full.open("r+b", buffering=0)
    kept.keep("a", Window(4, 0, 4, 5), values)
    assert kept.read("a", BLOCK) is None
    kept.keep("b", BLOCK, values)
    assert kept.size == 0


def test_threads_read_and_store_at_once(tmp_path: Path) -> None:
    kept = DecodedStore(tmp_path)
    blocks = [Window(row, col, 8, 8) for row in range(0, 80, 8) for col in range(0, 80, 8)]

    def values_of(block: Window) -> np.ndarray:
        return np.full((2, 64, 64), block.row * 100 + block.col, np.uint16)

    def work(number: int) -> bool:
        block = blocks[number % len(blocks)]
        found = kept.read(number % 3, block)
        if found is None:
            kept.keep(number % 3, block, values_of(block))
            return True
        return np.array_equal(found, values_of(block))

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(work, range(6000)))
    assert kept.size == 3 * len(blocks) * values_of(blocks[0]).nbytes
    kept.close()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_a_forked_process_has_no_store(tmp_path: Path) -> None:
    with stored_in(tmp_path), stored_in(tmp_path / "within"):
        assert store() is not None
        child = os.fork()
        if not child:
            signal.alarm(30)
            os._exit(0 if store() is None else 1)
        assert os.waitpid(child, 0)[1] == 0
        assert store() is not None
    assert store() is None


@pytest.fixture
def counts(decodings: list[Window], monkeypatch: pytest.MonkeyPatch) -> Counter[str]:  # all are slow
    """How often a block of each file is decoded."""
    made: Counter[str] = Counter()
    decode: Callable[[DecodedBlocks, Window], np.ndarray] = DecodedBlocks._decoded

    def counted(self: DecodedBlocks, block: Window) -> np.ndarray:
        made[Path(self._handles.get().name).name] += 1
        return decode(self, block)

    monkeypatch.setattr(DecodedBlocks, "_decoded", counted)
    return made


def test_a_series_decodes_each_date_once(counts: Counter[str], tmp_path: Path) -> None:
    scenes = make_dates(tmp_path / "in")
    gi.fill_series(scenes, output=tmp_path / "out", mask_suffix="_mask", mode="classical", threads=1)
    assert [counts[path.name] for path in sorted(scenes.glob("*.tif"))] == [1] * 10
    assert store() is None


def test_a_run_decodes_each_date_once(counts: Counter[str], tmp_path: Path) -> None:
    scenes = sorted(make_dates(tmp_path / "in", range(3)).glob("*[0-9].tif"))
    masks = [f"{path.with_suffix('')}_mask.tif" for path in scenes]
    others = [{"path": str(scene), "mask": mask} for scene, mask in zip(scenes[1:], masks[1:], strict=True)]
    job = {"scene": {"path": str(scenes[0])}, "mask": [{"path": masks[0]}], "references": others, "mode": "classical",
           "output": {"path": str(tmp_path / "out.tif")}, "threads": 1}  # fmt: skip
    gi.run(job)
    assert [counts[path.name] for path in scenes] == [1] * 3
    assert store() is None
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in", "out.tif", "out.tif.recipe.json"]

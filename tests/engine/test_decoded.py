"""Blocks decoded once for all threads: the same values, as few decodings, as little kept, of any layout."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from pathlib import Path

import numpy as np
import pytest
import rasterio

from geoinpaint_engine.errors import InputError
from geoinpaint_engine.raster import decoded
from geoinpaint_engine.raster.decoded import DecodedBlocks, in_bands
from geoinpaint_engine.raster.grid import Window
from geoinpaint_engine.raster.handles import Handles, open_raster
from geoinpaint_engine.raster.scene import open_scene

LAYOUTS = {
    "tiles": {"tiled": True, "blockxsize": 128, "blockysize": 128},
    "wide tiles": {"tiled": True, "blockxsize": 1024, "blockysize": 16},
    "strips": {"blockysize": 7},
    "one block": {"blockysize": 1100},
}
WINDOWS = (Window(0, 0, 1100, 1300), Window(500, 507, 90, 600), Window(512, 512, 512, 512), Window(1099, 1299, 1, 1))


@pytest.fixture
def raster(tmp_path: Path) -> Callable[..., tuple[Path, np.ndarray]]:
    def make(**layout: object) -> tuple[Path, np.ndarray]:
        values = np.random.default_rng(1).integers(0, 60_000, (3, 1100, 1300), dtype=np.uint16)
        path = tmp_path / "raster.tif"
        with rasterio.open(
            path, "w", driver="GTiff", count=3, height=1100, width=1300, dtype="uint16", compress="deflate", **layout
        ) as out:
            out.write(values)
        return path, values

    return make


def _opened(path: Path, numbers: tuple[int, ...] = (1, 2, 3)) -> tuple[Handles, DecodedBlocks]:
    handles = Handles(partial(open_raster, str(path)))
    return handles, DecodedBlocks(handles, numbers)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_window_reads_what_the_file_holds(raster: Callable[..., tuple[Path, np.ndarray]], layout: str) -> None:
    path, values = raster(**LAYOUTS[layout])
    handles, blocks = _opened(path, (3, 1))
    for window in WINDOWS:
        found = blocks.read(window)
        np.testing.assert_array_equal(found, values[[2, 0]][(slice(None), *window.slices)])
        found[:] = 0  # the caller's own: what is kept does not change
        np.testing.assert_array_equal(blocks.read(window), values[[2, 0]][(slice(None), *window.slices)])
    handles.close()


def test_threads_share_what_one_of_them_has_decoded(
    raster: Callable[..., tuple[Path, np.ndarray]], monkeypatch: pytest.MonkeyPatch
) -> None:
    path, values = raster(**LAYOUTS["tiles"])
    handles, blocks = _opened(path)
    made: list[Window] = []
    decode = DecodedBlocks._decoded
    monkeypatch.setattr(DecodedBlocks, "_decoded", lambda self, block: (made.append(block), decode(self, block))[1])
    windows = [Window(row, 0, 300, 1300) for row in range(0, 800, 50)] * 4
    with ThreadPoolExecutor(8) as pool:
        for window, found in zip(windows, pool.map(blocks.read, windows), strict=True):
            np.testing.assert_array_equal(found, values[(slice(None), *window.slices)])
    assert len(made) == len(set(made)) == 9  # of 512 px
    handles.close()


def test_no_more_is_kept_than_may_be(
    raster: Callable[..., tuple[Path, np.ndarray]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(decoded, "KEPT_BYTES", 4_000_000)
    path, values = raster(**LAYOUTS["tiles"])
    pairs = [_opened(path), _opened(path)]
    for _, blocks in pairs:
        np.testing.assert_array_equal(blocks.read(WINDOWS[0]), values)
    kept = [sum(held.result().nbytes for _, held in blocks._blocks.values()) for _, blocks in pairs]
    assert 2_000_000 < sum(kept) <= 4_000_000
    assert kept[1] > kept[0]  # the first one's are older
    assert kept == [blocks._bytes for _, blocks in pairs]
    for handles, blocks in pairs:
        blocks.close()
        handles.close()
    assert sum(blocks._bytes for _, blocks in pairs) == 0


def test_a_damaged_block_is_told_to_all_who_ask_for_it(raster: Callable[..., tuple[Path, np.ndarray]]) -> None:
    path, _ = raster(tiled=True, blockxsize=512, blockysize=512)
    data = bytearray(path.read_bytes())
    data[len(data) // 2 : len(data) // 2 + 2000] = bytes(2000)
    path.write_bytes(data)
    with open_scene(path) as scene:
        for _ in range(2):
            with pytest.raises(InputError, match="raster"):
                scene.read(WINDOWS[0])
        assert scene.read(Window(0, 0, 100, 100))[1].all()


def test_windows_come_in_columns_of_a_few() -> None:
    windows = [Window(row, col, 768, 768) for row in range(0, 6000, 768) for col in range(0, 6000, 768)]
    order = in_bands(windows, lambda window: window)
    assert sorted(order) == windows
    heights = {window.row // decoded.BAND for window in order[:24]}
    assert heights == {0}
    assert [(window.row, window.col) for window in order[:4]] == [(0, 0), (768, 0), (1536, 0), (0, 768)]


def test_large_blocks_are_read_as_they_are_asked_for(
    raster: Callable[..., tuple[Path, np.ndarray]], monkeypatch: pytest.MonkeyPatch
) -> None:
    path, values = raster(blockysize=1100)
    monkeypatch.setattr(decoded, "LARGEST_BYTES", values.nbytes - 1)
    handles, blocks = _opened(path)
    np.testing.assert_array_equal(blocks.read(WINDOWS[1]), values[(slice(None), *WINDOWS[1].slices)])
    assert not blocks._blocks
    monkeypatch.setattr(decoded, "LARGEST_BYTES", values.nbytes)
    _, others = _opened(path)
    others.read(WINDOWS[1])
    assert len(others._blocks) == 1
    handles.close()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_a_forked_process_decodes_for_itself(raster: Callable[..., tuple[Path, np.ndarray]]) -> None:
    path, values = raster(**LAYOUTS["tiles"])
    handles, blocks = _opened(path)
    block = Window(0, 0, 512, 512)
    blocks._blocks[block] = (0, Future())  # as while a thread decodes it
    assert blocks._layout
    child = os.fork()
    if not child:
        signal.alarm(30)
        os._exit(0 if np.array_equal(blocks.read(block), values[:, :512, :512]) else 1)
    assert os.waitpid(child, 0)[1] == 0
    blocks.close()
    handles.close()

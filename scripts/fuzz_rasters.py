"""Opens and reads damaged GeoTIFFs as scene, reference and mask: each is read, or refused with an error, and soon.

Bits, bytes and pieces of small GeoTIFFs (tiled, striped, with overviews) and of their directories are changed
at random. Every batch is read in a fork: a crash of a library counts as a fault too.

    python scripts/fuzz_rasters.py [--files 5000] [--seed 0]
"""

from __future__ import annotations

import argparse
import contextlib
import os
import random
import signal
import struct
import sys
import tempfile
import time
import traceback
import warnings
from collections.abc import Callable
from pathlib import Path

BATCH = 25
SLOW_S = 2.0


def examples(folder: Path) -> list[bytes]:
    """Small GeoTIFFs of several layouts."""
    import numpy as np
    import rasterio

    y, x = np.mgrid[:120, :130]
    data = (2000 + 500 * np.sin(x / 9) + 300 * np.cos(y / 7)).astype("uint16")[None].repeat(2, axis=0)
    layouts = (
        {"tiled": True, "blockxsize": 64, "blockysize": 64, "compress": "deflate", "predictor": 2},
        {"compress": "lzw"}, {"interleave": "pixel"}, {"tiled": True, "blockxsize": 64, "blockysize": 64, "nodata": 0},
        {"bigtiff": "yes"},
    )  # fmt: skip
    found = []
    for number, layout in enumerate(layouts):
        path = folder / f"{number}.tif"
        with rasterio.open(
            path, "w", driver="GTiff", width=130, height=120, count=2, dtype="uint16", crs="EPSG:32633",
            transform=rasterio.Affine(10, 0, 5e5, 0, -10, 5e6), **layout,
        ) as out:  # fmt: skip
            out.write(data)
            out.update_tags(A="b")
        if number % 2 == 0:
            with rasterio.open(path, "r+") as out:
                out.build_overviews([2, 4])
        found.append(path.read_bytes())
    return found


def damaged(data: bytes, rng: random.Random) -> bytes:
    """A file with some bits, bytes or pieces changed, or cut; the directories are hit more often than the pixels."""
    out = bytearray(data)
    directory = struct.unpack_from("<I", out, 4)[0]
    for _ in range(rng.choice((1, 1, 2, 5, 20))):
        near = rng.random() < 0.6 and directory < len(out)
        at = min(directory + rng.randrange(400), len(out) - 1) if near else rng.randrange(len(out))
        way = rng.randrange(6)
        if way <= 2:
            out[at] ^= 1 << rng.randrange(8)
        elif way == 3:
            out[at] = rng.choice((0, 1, 0x7F, 0x80, 0xFF))
        elif way == 4:
            out[at : at + 4] = rng.randbytes(4)
        elif rng.random() < 0.2:
            del out[max(at, 8) :]
            return bytes(out)
    return bytes(out)


def _roles(path: str, whole: str) -> list[Callable[[], object]]:
    from geoinpaint_engine.raster.mask_layers import open_mask
    from geoinpaint_engine.raster.scene import open_scene
    from geoinpaint_engine.raster.source import open_reference
    from geoinpaint_engine.sentinel.product_spec import resolve_scene

    def scene() -> None:
        with open_scene(resolve_scene(path)) as opened:
            opened.read(next(iter(opened.grid.window.blocks(512))))
            opened.handles.get().read(1, out_shape=(20, 20))

    def beside(opening: Callable[..., object]) -> Callable[[], object]:
        def work() -> None:
            with open_scene(whole) as opened:
                layer = opening(opened)
                layer.read(opened.grid.window)  # type: ignore[attr-defined]

        return work

    return [
        scene,
        beside(lambda opened: open_reference(resolve_scene(path), opened)),
        beside(lambda opened: open_mask(path, opened.grid)),
    ]


def _read_batch(files: list[bytes], folder: Path, whole: str, started: Callable[[int], None]) -> list[str]:
    from geoinpaint_engine.errors import EngineError, as_engine_error

    faults = []
    for number, data in enumerate(files):
        path = folder / "damaged.tif"
        path.write_bytes(data)
        for role, work in zip(("scene", "reference", "mask"), _roles(str(path), whole), strict=True):
            started(number)
            begun = time.process_time()  # of this process alone: others may be at work beside it
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                try:
                    work()
                except Exception as error:
                    told: EngineError = as_engine_error(error)
                    if told.exit_code not in (2, 3, 4):
                        where = traceback.extract_tb(error.__traceback__)[-1]
                        faults.append(f"{role}: {type(error).__name__} in {Path(where.filename).name}:{where.lineno}")
            if time.process_time() - begun > SLOW_S:
                faults.append(f"{role}: slow, {time.process_time() - begun:.1f} s")
    return faults


def read_in_fork(files: list[bytes], folder: Path, whole: str) -> list[str]:
    """What goes wrong with a batch, which a process of its own reads."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        with contextlib.suppress(BaseException):
            os.close(reading)
            os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
            faults = _read_batch(files, folder, whole, lambda number: signal.alarm(30) and None)
            os.write(writing, "\n".join(["done", *faults]).encode()[:60_000])
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as stream:
        lines = stream.read().decode().split("\n")
    _, status = os.waitpid(child, 0)
    if lines[0] != "done":
        return [f"a batch ended with {os.waitstatus_to_exitcode(status)}"]
    return lines[1:]


def fuzz(files: int, rng: random.Random, folder: Path) -> list[str]:
    """Read so many damaged files in every role; returns what went wrong."""
    whole = examples(folder)
    faults: list[str] = []
    for start in range(0, files, BATCH):
        batch = [damaged(rng.choice(whole), rng) for _ in range(min(BATCH, files - start))]
        found = read_in_fork(batch, folder, str(folder / "0.tif"))
        if found and found[0].startswith("a batch"):  # one by one, to find which
            for data in batch:
                if one := read_in_fork([data], folder, str(folder / "0.tif")):
                    (folder.parent / f"fault_{len(faults)}.tif").write_bytes(data)
                    faults += one
        else:
            faults += found
    return faults


def main() -> None:
    """Read damaged files and count what goes wrong."""
    from collections import Counter

    import geoinpaint_engine.raster.source
    import geoinpaint_engine.sentinel.product_spec  # noqa: F401 - loaded once, before the forks

    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--files", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    started = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="fuzz-") as folder:
        rng = random.Random(options.seed)  # noqa: S311 - it guards no secret
        faults = fuzz(options.files, rng, Path(folder))
    for fault, count in Counter(faults).most_common():
        print(f"{count} x {fault}")
    print(f"{options.files} files in three roles, {len(faults)} faults, {time.monotonic() - started:.0f} s")
    sys.exit(bool(faults))


if __name__ == "__main__":
    main()

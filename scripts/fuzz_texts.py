"""Feeds damaged texts to whatever reads one: each is taken, or refused with an error of the engine, and soon.

Examples lie in tests/engine/corpus/<reader>/; they are changed at random (bits, pieces, numbers, tokens of each other).

    python scripts/fuzz_texts.py [--runs 1000000] [--seed 0] [--reader NAME]
"""

from __future__ import annotations

import argparse
import json
import os
import random
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable
from pathlib import Path

CORPUS = Path(__file__).parents[1] / "tests" / "engine" / "corpus"
SLOW_S = 2.0
NUMBERS = (b"0", b"-1", b"1e308", b"-1e400", b"NaN", b"9" * 400, b"2147483648", b"0.1", b"1e-320", b"Infinity")
TOKENS = (b"\0", b"\xff\xfe", b"..", b"/", b"{", b"}", b"[", b"]", b"<", b">", b"&", b'"', b"null", b"true",
          b"\xf0\x9f\x9b\xb0", b"<!DOCTYPE a>", b"/vsicurl/", b"-", b",", b"3-8", b"\x1b[31m", b"\n")  # fmt: skip


def mutated(data: bytes, others: list[bytes], rng: random.Random) -> bytes:
    """An example with one to four changes."""
    out = bytearray(data)
    for _ in range(rng.choice((1, 1, 1, 2, 4))):
        at = rng.randrange(len(out) + 1)
        end = min(len(out), at + rng.choice((1, 2, 4, 16, 64)))
        way = rng.randrange(8)
        if way == 0 and at < len(out):
            out[at] ^= 1 << rng.randrange(8)
        elif way == 1:
            del out[at:end]
        elif way == 2:
            out[at:at] = out[at:end] * rng.choice((1, 2, 50))
        elif way == 3:
            out[at:end] = rng.randbytes(end - at)
        elif way == 4:
            out[at:at] = rng.choice(TOKENS)
        elif way == 5:
            out[at:end] = rng.choice(NUMBERS)
        elif way == 6:
            other = rng.choice(others)
            start = rng.randrange(len(other) + 1)
            out[at:at] = other[start : start + rng.choice((4, 32, 256))]
        else:
            del out[at:]
    return bytes(out)


# --- readers: each takes bytes, and may raise an EngineError ----------------------------------------------------------


def _file(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def _text(data: bytes) -> str:
    return data.decode("utf-8", "surrogateescape")


def read_job(data: bytes, folder: Path) -> None:
    """A job file, or a recipe."""
    from geoinpaint_engine import job

    job.load(_file(folder, "job.json", data))


def read_options(data: bytes, folder: Path) -> None:
    """What options hold: mask sources, references, classes, extents, bands."""
    from geoinpaint_engine.cli import options

    text = _text(data)
    for name in ("mask_source_of", "reference_of", "classes_of", "extent_of", "bands_of"):
        _refusable(getattr(options, name), text)


def read_path(data: bytes, folder: Path) -> None:
    """The name of a raster."""
    from geoinpaint_engine import paths
    from geoinpaint_engine.raster.admission import admit

    text = paths.absolute(_text(data), folder)
    admit(text)


def read_wkb(data: bytes, folder: Path) -> None:
    """A geometry."""
    from geoinpaint_engine.raster.shapes import polygons_of_wkb

    try:
        polygons_of_wkb(data)
    except ValueError:  # the reader's own, told as `mask-unreadable`
        return


def read_geojson(data: bytes, folder: Path) -> None:
    """The shapes of a mask."""
    from geoinpaint_engine.raster.grid import Grid
    from geoinpaint_engine.raster.mask_layers import open_vector
    from geoinpaint_engine.raster.spec import RasterSpec

    grid = Grid(None, _identity(), 40, 50)
    shapes = open_vector(RasterSpec(str(_file(folder, "a.geojson", data))), grid, None, role="area")
    shapes.read(grid.window)


def read_vrt(data: bytes, folder: Path) -> None:
    """A virtual raster."""
    from geoinpaint_engine.raster.admission import admit

    admit(str(_file(folder, "a.vrt", data)))


def read_safe(data: bytes, folder: Path) -> None:
    """A product's metadata."""
    from geoinpaint_engine.sentinel.products import _check_names, _radiometry_of
    from geoinpaint_engine.sentinel.store import parse_xml

    root = parse_xml(data, "MTD_MSIL2A.xml")
    _check_names(root, "MTD_MSIL2A.xml")
    _radiometry_of(root)


def read_gml(data: bytes, folder: Path) -> None:
    """A cloud mask of an older product."""
    from geoinpaint_engine.sentinel.classes import parse_cloud_gml

    parse_cloud_gml(data, label="MSK_CLOUDS_B00.gml").ogr_path()


def read_model(data: bytes, folder: Path) -> None:
    """A model's header and card."""
    from geoinpaint_engine.methods.network.card import check_model

    check_model(_file(folder, "a.safetensors", data))


def read_journal(data: bytes, folder: Path) -> None:
    """The record of a resumable run."""
    from geoinpaint_engine.pipeline.journal import Journal
    from geoinpaint_engine.raster.grid import Grid

    known = json.loads((CORPUS / "journal" / "journal.json").read_text())
    for name in ("journal.json", "mask.json"):
        _file(folder, name, data)
        Journal(folder, known).mask(Grid(None, _identity(), 10, 10))


def read_manifest(data: bytes, folder: Path) -> None:
    """The manifest of an interrupted publication."""
    from geoinpaint_engine.raster.publication import MANIFEST, complete

    _file(folder, MANIFEST, data)
    complete(folder)


def read_control(data: bytes, folder: Path) -> None:
    """The wishes of a user."""
    import io

    from geoinpaint_engine.cli.control_stream import listen
    from geoinpaint_engine.events import Control

    control = Control()
    listen(control, io.TextIOWrapper(io.BytesIO(data), encoding="utf-8")).join(5)
    if control.ending is None:
        raise AssertionError("the end of the stream went unnoticed")


READERS: dict[str, Callable[[bytes, Path], None]] = {
    "job": read_job, "options": read_options, "path": read_path, "wkb": read_wkb,
    "geojson": read_geojson, "vrt": read_vrt, "safe": read_safe,
    "gml": read_gml, "model": read_model, "journal": read_journal, "manifest": read_manifest, "control": read_control,
}  # fmt: skip


# Shares of the runs by what a run costs: most readers take a text in well under a millisecond, some open files.
SHARES = {"vrt": 4, "model": 4, "manifest": 4, "geojson": 1, "journal": 1}
SHARE = 20  # of the others


def shares(runs: int, names: list[str]) -> dict[str, int]:
    """How many of the runs each reader gets."""
    weights = {name: SHARES.get(name, SHARE) for name in names}
    return {name: max(1, runs * weight // sum(weights.values())) for name, weight in weights.items()}


def _identity() -> object:
    from affine import Affine

    return Affine(10, 0, 500000, 0, -10, 5000000)


def _refusable(reader: Callable[[str], object], text: str) -> None:
    from geoinpaint_engine.errors import EngineError

    try:
        reader(text)
    except EngineError as error:
        _check_told(error)


def _check_told(error: Exception) -> None:
    from geoinpaint_engine.errors import EngineError

    if not isinstance(error, EngineError) or error.code == "internal" or error.exit_code == 1:
        raise AssertionError(f"told as a fault: {error!r}")


def fuzz(name: str, runs: int, rng: random.Random, folder: Path) -> list[str]:
    """Feed a reader so many damaged texts; returns what went wrong."""
    from geoinpaint_engine.errors import EngineError

    examples = [path.read_bytes() for path in sorted((CORPUS / name).iterdir())]
    faults: Counter[str] = Counter()
    shown: dict[str, str] = {}
    for number in range(runs):
        data = examples[number] if number < len(examples) else mutated(rng.choice(examples), examples, rng)
        started = time.process_time()  # of this process alone: others may be at work beside it
        try:
            READERS[name](data, folder)
        except EngineError as error:
            if error.code == "internal":
                faults[f"internal: {error}"] += 1
        except Exception as error:
            where = traceback.extract_tb(error.__traceback__)[-1]
            key = f"{type(error).__name__} in {Path(where.filename).name}:{where.lineno}"
            faults[key] += 1
            shown.setdefault(key, f"{error} <- {data[:300]!r}")
        if time.process_time() - started > SLOW_S:
            faults["slow"] += 1
            shown.setdefault("slow", repr(data[:300]))
    return [f"{name}: {count} x {key}: {shown.get(key, '')}" for key, count in faults.items()]


def main() -> None:
    """Feed all readers, or one."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--runs", type=int, default=1_000_000, help="of all readers together")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--reader", choices=sorted(READERS))
    options = parser.parse_args()
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # words that are no wish are told there
    names = [options.reader] if options.reader else list(READERS)
    faults: list[str] = []
    started = time.monotonic()
    for name, runs in shares(options.runs, names).items():
        with tempfile.TemporaryDirectory(prefix="fuzz-") as folder:
            rng = random.Random(f"{options.seed}{name}")  # noqa: S311 - it guards no secret
            found = fuzz(name, runs, rng, Path(folder))
        print(f"{name}: {runs} runs, {len(found)} kinds of fault, {time.monotonic() - started:.0f} s", flush=True)
        faults += found
    print("\n".join(faults))
    sys.exit(bool(faults))


if __name__ == "__main__":
    main()

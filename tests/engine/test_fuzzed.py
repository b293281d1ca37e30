"""Damaged inputs of every kind, in small numbers (the long forms are `make soak`), and those that were made to hurt."""

import json
import os
import random
import struct
import subprocess
import sys
import time
import zipfile

import pytest

from geoinpaint_engine.errors import EngineError, as_engine_error
from geoinpaint_engine.raster.handles import open_raster
from geoinpaint_engine.sentinel.product_spec import resolve_scene
from tests.engine.conftest import ROOT
from tests.engine.raster_maker import values, write_raster

sys.path.insert(0, str(ROOT / "scripts"))
import fuzz_rasters
import fuzz_texts

WITHIN_S = 2.0
WITHIN_BYTES = 300 * 2**20


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("reader", sorted(fuzz_texts.READERS))
def test_damaged_texts_are_taken_or_refused(tmp_path, reader, capfd):
    assert fuzz_texts.fuzz(reader, 150, random.Random(1), tmp_path) == []


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs os.fork")
@pytest.mark.filterwarnings("ignore")
def test_damaged_rasters_are_read_or_refused(tmp_path):
    assert fuzz_rasters.fuzz(100, random.Random(1), tmp_path) == []


# --- files that are made to hurt ------------------------------------------------------------------


def product(path, members):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(f"P.SAFE/{name}", content)
    return path


def many_bands(path, count, side=1):
    entries = [(256, 4, side), (257, 4, side), (258, 3, 8), (259, 3, 1), (262, 3, 1), (273, 4, 8), (277, 3, count),
               (278, 4, side), (279, 4, min(count * side * side, 2**32 - 1))]  # fmt: skip
    directory = b"".join(struct.pack("<HHII", tag, kind, 1, value) for tag, kind, value in entries)
    path.write_bytes(b"II*\0" + struct.pack("<IH", 8, len(entries)) + directory + bytes(1004))
    return path


def model(path, *, network=None, tensors=None, raw=None):
    card = {"name": "x", "title": "x", "bands": ["B02"], "network": network or {"width": 16}}
    header = raw or json.dumps({"__metadata__": {"card": json.dumps(card)}, **(tensors or {})}).encode()
    path.write_bytes(struct.pack("<Q", len(header)) + header + bytes(64))
    return path


TENSOR = {"a": {"dtype": "F32", "shape": [4, 4], "data_offsets": [0, 64]}}
HURTING = {
    "a member with a long name": lambda f: ("scene", product(
        f / "a.zip", {"MTD_MSIL2A.xml": "<a/>", "GRANULE/x/QI_DATA/" + "_MSK_CLASSI" * 5900: ""})),
    "60 MiB of XML": lambda f: ("scene", product(f / "a.zip", {"MTD_MSIL2A.xml": "<a>" + "<b/>" * 15_000_000})),
    "a flood of elements": lambda f: ("scene", product(f / "a.zip", {"MTD_MSIL2A.xml": "<a>" + "<b/>" * 4_000_000})),
    "elements within elements": lambda f: ("scene", product(f / "a.zip", {"MTD_MSIL2A.xml": "<a>" * 4_000_000})),
    "8193 bands": lambda f: ("scene", many_bands(f / "a.tif", 8193)),
    "65535 bands": lambda f: ("scene", many_bands(f / "a.tif", 65535)),
    "2^62 pixels": lambda f: ("scene", many_bands(f / "a.tif", 1, side=2**31 - 1)),
    "a device": lambda f: ("scene", "/dev/zero"),
    "a device as job": lambda f: ("job", "/dev/zero"),
    "a device as model": lambda f: ("model", "/dev/zero"),
    "a huge network": lambda f: ("model", model(f / "a.safetensors", network={"width": 4000}, tensors=TENSOR)),
    "an absurd network": lambda f: ("model", model(f / "a.safetensors", network={"width": 10**6}, tensors=TENSOR)),
    "a card without weights": lambda f: ("model", model(f / "a.safetensors")),
    "lying tensor sizes": lambda f: ("model", model(f / "a.safetensors", tensors={
        "a": {"dtype": "F32", "shape": [10**6, 10**6], "data_offsets": [0, 4 * 10**12]}})),
    "a deep header": lambda f: ("model", model(f / "a.safetensors", raw=b"[" * 100_000)),
    "metadata that are none": lambda f: ("model", model(f / "a.safetensors", raw=b'{"__metadata__": 5}')),
}  # fmt: skip


def pipe(folder):
    os.mkfifo(folder / "pipe")
    return folder / "pipe"


for kind in ("scene", "job", "model"):
    HURTING[f"a pipe as {kind}"] = lambda f, kind=kind: (kind, pipe(f))


def read(kind, path):
    from geoinpaint_engine import job
    from geoinpaint_engine.methods.network.card import check_model

    readers = {"scene": lambda: open_raster(resolve_scene(path).path), "job": lambda: job.load(path),
               "model": lambda: check_model(path)}  # fmt: skip
    readers[kind]()


@pytest.mark.parametrize("name", HURTING)
def test_what_is_made_to_hurt_is_refused_soon(tmp_path, name):
    from pathlib import Path

    kind, path = HURTING[name](tmp_path)
    started = time.process_time()
    with pytest.raises(EngineError) as caught:
        read(kind, Path(path))
    assert time.process_time() - started < WITHIN_S
    assert caught.value.exit_code in (2, 3, 4)


def test_what_is_made_to_hurt_takes_little_memory(tmp_path):
    """The worst of them in a process of its own, whose greatest size the system tells."""
    product(tmp_path / "a.zip", {"MTD_MSIL2A.xml": "<a>" + "<b c='d'/>" * 1_500_000})
    code = (
        "import resource, sys\nfrom geoinpaint_engine.errors import EngineError\n"
        "from geoinpaint_engine.sentinel.product_spec import resolve_scene\n"
        "before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "try: resolve_scene(sys.argv[1])\nexcept EngineError as error: assert error.code == 'xml-invalid', error\n"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "a.zip")],
        capture_output=True, text=True, env={**os.environ, "PYTHONPATH": str(ROOT / "engine")},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) * 1024 < WITHIN_BYTES


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("--mask", "mask.tif,classes=" + "9" * 400), "classes-unreadable"),
        (("--mask", "far.geojson"), "mask-unreadable"),
        (("--mask", "pipe"), "file-not-regular"),
    ],
)
def test_absurd_masks_are_refused_in_a_sentence(geoinpaint, tmp_path, arguments, code):
    write_raster(tmp_path / "scene.tif", values((1, 40, 50)))
    write_raster(tmp_path / "mask.tif", values((1, 40, 50)))
    os.mkfifo(tmp_path / "pipe")
    far = [[1e308, -1e308], [1e308, 1e308], [-1e308, 1e308], [1e308, -1e308]]
    feature = {"type": "Feature", "properties": {}, "geometry": {"type": "Polygon", "coordinates": [far]}}
    (tmp_path / "far.geojson").write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}))
    done = geoinpaint("mask", "scene.tif", *arguments, "-o", "out.tif")
    assert (done.last["code"], done.code) in ((code, 2), (code, 3))


def test_a_class_of_400_digits_in_a_job(geoinpaint, tmp_path):
    (tmp_path / "job.json").write_text(
        '{"scene": {"path": "s.tif"}, "mask": [{"path": "m.tif", "classes": [' + "9" * 400 + "]}], "
        '"mode": "classical", "fill": "harmonic", "output": {"path": "o.tif"}}'
    )
    assert geoinpaint("run", "job.json").last["code"] == "classes-unreadable"


def test_a_solver_without_memory_is_no_fault_of_ours():
    for text in ("Not enough memory to perform factorization.", "Can't allocate SUPERLU", "out of memory"):
        assert as_engine_error(RuntimeError(text)).code == "memory"


def test_gdal_errors_that_nobody_expected_are_the_inputs():
    from rasterio._err import CPLE_AppDefinedError
    from rasterio.errors import RasterioIOError

    for error in (RasterioIOError("x.tif, band 1: IReadBlock failed"), CPLE_AppDefinedError(1, 1, "broken directory")):
        assert as_engine_error(error).code == "raster-unreadable"


def test_a_message_of_gdal_that_is_no_text_is_the_inputs():
    from geoinpaint_engine.errors import InputError
    from geoinpaint_engine.raster.handles import reading

    with pytest.raises(InputError), reading("x.tif"):
        b"tag \xb7".decode()


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("role", [1, 2], ids=["reference", "mask"])
def test_a_raster_whose_metadata_is_no_text_is_refused(tmp_path, role):
    whole = fuzz_rasters.examples(tmp_path)[0]
    overview = b'<Item name="RESAMPLING"'
    assert overview in whole
    damaged = tmp_path / "damaged.tif"
    damaged.write_bytes(whole.replace(overview, b'<I\xdde\xc3aname="RESAMPLING"', 1))
    with pytest.raises(EngineError) as caught:
        fuzz_rasters._roles(str(damaged), str(tmp_path / "1.tif"))[role]()
    assert caught.value.code == "raster-unreadable"


def test_control_characters_of_a_path_do_not_reach_the_terminal():
    done = subprocess.run(
        [sys.executable, "-m", "geoinpaint_engine", "info", "a\x1b[2J\x07b\u202e.tif"],
        capture_output=True, env={**os.environ, "PYTHONPATH": str(ROOT / "engine")},
    )  # fmt: skip
    assert done.returncode == 3
    assert b"\\x1b[2J\\x07b\\u202e.tif" in done.stderr
    assert b"\x1b" not in done.stderr

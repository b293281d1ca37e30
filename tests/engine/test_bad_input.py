"""Bad input: each gets its stable code, one sentence that says what to do, and no output file."""

import json

import numpy as np
import pytest
import rasterio

from geoinpaint_engine.errors import EngineError, InputError, UsageError
from tests.engine.conftest import read_raster, write_raster

REFERENCE = [{"path": "reference_1.tif"}]


def far_away(folder, name):
    """A copy of a raster moved by 100 km."""
    with rasterio.open(folder / name) as src:
        transform = rasterio.Affine.translation(100_000, 0) @ src.transform
        return write_raster(folder / f"far_{name}", src.read(), transform=transform, names=src.descriptions).name


def scene_again(folder, change):
    write_raster(folder / "copy.tif", change(read_raster(folder / "scene.tif")))


def changed(folder, name, change):
    """A raster of the folder with `change` made to its array (which may be returned anew)."""
    data = read_raster(folder / name)
    made = change(data)
    made = data if made is None else made
    write_raster(folder / name, made, names=tuple(f"X{number}" for number in range(len(made))))


SQUARE = [[500_050, 4_599_950], [500_150, 4_599_950], [500_150, 4_599_850], [500_050, 4_599_950]]


def shapes(folder, rings):
    """The name of a GeoJSON file with polygons in the scene's CRS."""
    features = [
        {"type": "Feature", "properties": {}, "geometry": {"type": "Polygon", "coordinates": [ring]}} for ring in rings
    ]
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::32633"}}
    (folder / "shapes.geojson").write_text(json.dumps({"type": "FeatureCollection", "crs": crs, "features": features}))
    return "shapes.geojson"


def zeroed(data):
    data[:] = 0


def covered(data):
    data[:] = 1


def in_the_way(folder):
    folder.mkdir()
    (folder / "thesis.txt").write_text("not yours")


def truncate(path):
    path.write_bytes(path.read_bytes()[:-2000])


CASES = {
    "mask empty": ("mask-empty", InputError, lambda f: changed(f, "mask.tif", zeroed), {}),
    "mask covers everything": ("mask-covers-all", InputError, lambda f: changed(f, "mask.tif", covered), {}),
    "mask elsewhere": (
        "mask-no-overlap",
        InputError,
        lambda f: {"mask": [{"path": far_away(f, "mask.tif")}]},
        {},
    ),
    "mask missing": ("file-missing", InputError, None, {"mask": [{"path": "none.gpkg"}]}),
    "mask a text": (
        None,
        InputError,
        lambda f: (f / "mask.txt").write_text("no mask") and {"mask": [{"path": "mask.txt"}]},
        {},
    ),
    "scene missing": ("file-missing", InputError, None, {"scene": {"path": "none.tif"}}),
    "scene truncated": ("raster-unreadable", InputError, lambda f: truncate(f / "scene.tif"), {}),
    "scene a text": (
        "raster-unreadable",
        InputError,
        lambda f: (f / "scene.tif").write_text("no raster") and None,
        {},
    ),
    "scene all nodata": (
        "scene-no-valid-pixel",
        InputError,
        lambda f: write_raster(f / "scene.tif", np.zeros((3, 48, 56), "uint16"), nodata=0) and None,
        {},
    ),
    "scene with infinity": (
        "scene-not-finite",
        InputError,
        lambda f: changed(f, "scene.tif", lambda d: np.where(d == d[0, 0, 0], np.inf, d).astype("float32")),
        {},
    ),
    "scene complex": (
        "complex-dtype",
        InputError,
        lambda f: changed(f, "scene.tif", lambda d: d.astype("complex64")),
        {},
    ),
    "band not there": ("band-missing", InputError, None, {"bands": ["B08"]}),
    "band number not there": ("band-missing", InputError, None, {"bands": [4]}),
    "band twice": ("band-twice", UsageError, None, {"bands": ["B02", 1]}),
    "reference missing": (
        "file-missing",
        InputError,
        None,
        {"fill": "paste", "references": [{"path": "none.tif"}]},
    ),
    "reference elsewhere": (
        "reference-no-overlap",
        InputError,
        lambda f: {"fill": "paste", "references": [{"path": far_away(f, "reference_1.tif")}]},
        {},
    ),
    "reference cloudy over the whole hole": (
        "reference-no-overlap",
        InputError,
        None,
        {"fill": "paste", "references": [{"path": "reference_1.tif", "mask": "mask.tif"}]},
    ),
    "reference with other bands": (
        "bands-unmatched",
        InputError,
        lambda f: changed(f, "reference_1.tif", lambda d: d[:1]),
        {"fill": "paste", "references": REFERENCE},
    ),
    "reference truncated": (
        "raster-unreadable",
        InputError,
        lambda f: truncate(f / "reference_1.tif"),
        {"fill": "paste", "references": REFERENCE},
    ),
    "reference that is the scene": (
        "reference-is-scene",
        UsageError,
        None,
        {"fill": "paste", "references": [{"path": "./scene.tif"}]},
    ),
    "reference that is a copy of the scene": (
        "reference-is-scene",
        UsageError,
        lambda f: scene_again(f, lambda data: data),
        {"fill": "paste", "references": [{"path": "reference_1.tif"}, {"path": "copy.tif"}]},
    ),
    "reference that is the scene in reflectance": (
        "reference-is-scene",
        UsageError,
        lambda f: scene_again(f, lambda data: (data / 1e4).astype("float32")),
        {"fill": "paste", "references": [{"path": "copy.tif"}]},
    ),
    "classes of shapes": (
        "mask-classes",
        UsageError,
        lambda f: {"mask": [{"path": shapes(f, [SQUARE]), "classes": [3]}]},
        {"fill": "harmonic"},
    ),
    "mask without shapes": (
        "mask-no-polygons",
        InputError,
        lambda f: {"mask": [{"path": shapes(f, [])}]},
        {"fill": "harmonic"},
    ),
    "mask of empty shapes": (
        "mask-no-polygons",
        InputError,
        lambda f: {"mask": [{"path": shapes(f, [[]])}]},
        {"fill": "harmonic"},
    ),
    "output with another format's name": ("output-ending", UsageError, None, {"output": {"path": "filled.png"}}),
    "output without an ending": ("output-ending", UsageError, None, {"output": {"path": "filled"}}),
    "fill flag with another format's name": (
        "output-ending",
        UsageError,
        None,
        {"output": {"path": "filled.tif", "fill_flag": "flag.JP2"}},
    ),
    "report without an ending": ("output-ending", UsageError, None, {"fill": "harmonic", "report": "report"}),
    "report with a raster's name": ("output-ending", UsageError, None, {"fill": "harmonic", "report": "report.tif"}),
    "reference classes without a mask": (
        "reference-classes",
        UsageError,
        None,
        {"fill": "paste", "references": [{"path": "reference_1.tif", "classes": [3]}]},
    ),
    "sar elsewhere": (
        "sar-no-overlap",
        InputError,
        lambda f: {"fill": "regression", "sar": [{"path": far_away(f, "sar.tif")}]},
        {},
    ),
    "sar with other bands": (
        "sar-bands",
        InputError,
        lambda f: changed(f, "sar.tif", lambda d: d[[0, 1, 1]]),
        {"fill": "regression", "sar": [{"path": "sar.tif"}]},
    ),
    "missing evidence": ("evidence-missing", UsageError, None, {"fill": "regression"}),
    "output is the scene": ("output-is-input", UsageError, None, {"output": {"path": "scene.tif"}}),
    "output is the mask": ("output-is-input", UsageError, None, {"output": {"path": "mask.tif"}}),
    "output is the scene by a link": (
        "output-is-input",
        UsageError,
        lambda f: (f / "link.tif").symlink_to(f / "scene.tif") or {"output": {"path": "link.tif"}},
        {},
    ),
    "output folder missing": ("output-folder-missing", UsageError, None, {"output": {"path": "none/filled.tif"}}),
    "output is a folder": (
        "output-is-folder",
        UsageError,
        lambda f: (f / "sub").mkdir() or {"output": {"path": "sub"}},
        {},
    ),
    "output is a device": ("output-no-file", UsageError, None, {"output": {"path": "/dev/null"}}),
    "outputs on two disks": (
        "output-other-disk",
        UsageError,
        None,
        {"output": {"path": "filled.tif", "fill_flag": "/dev/shm/flag.tif"}},
    ),
    "a folder in the way": ("partial-taken", UsageError, lambda f: in_the_way(f / "filled.tif.partial"), {}),
    "date that is none": (
        "date-invalid",
        UsageError,
        None,
        {"fill": "paste", "references": [{"path": "reference_1.tif", "date": "2018-13-45"}]},
    ),
    "infinite extent": ("extent-order", UsageError, None, {"extent": [float("-inf"), 0, float("inf"), 1]}),
    "outputs twice": (
        "output-twice",
        UsageError,
        None,
        {"output": {"path": "filled.tif", "fill_flag": "filled.tif"}},
    ),
    "extent elsewhere": ("extent-outside", UsageError, None, {"extent": [0, 0, 1, 1]}),
    "extent without a hole": (
        "extent-without-hole",
        UsageError,
        None,
        {"extent": [500_000, 4_599_990, 500_010, 4_600_000]},
    ),
    "fill without classical": ("fill-without-classical", UsageError, None, {"mode": "basic", "fill": "telea"}),
    "model without its mode": ("model-without-mode", UsageError, None, {"fill": "harmonic", "model": "x"}),
    "model unknown": ("model-unknown", UsageError, None, {"mode": "model", "model": "none"}),
    "absurd steps": ("job-invalid", UsageError, None, {"mode": "basic", "steps": 10**9}),
    "absurd tile": ("job-invalid", UsageError, None, {"tile": 1_000_000}),
}


@pytest.mark.parametrize("case", CASES)
def test_bad_input_is_told_and_leaves_nothing(job_files, fill, case):
    code, kind, prepare, document = CASES[case]
    folder = job_files[0]
    document = {**document, **((prepare(folder) if prepare else None) or {})}
    if document.get("mode", "classical") == "classical":
        document.setdefault("fill", "harmonic")
    if case == "missing evidence":
        document.pop("references", None)
    before = {path.name for path in folder.iterdir()}
    with pytest.raises(EngineError) as caught:
        fill(**document)
    error = caught.value
    assert type(error) is kind, str(error)
    assert code is None or error.code == code, str(error)
    assert error.message.endswith(".")
    assert "\n" not in str(error)
    assert len(str(error)) < 400
    assert {path.name for path in folder.iterdir()} == before


def test_exit_codes_reach_the_shell(job_files, geoinpaint):
    folder = job_files[0]
    common = ("inpaint", "scene.tif", "--mode", "classical", "--fill", "harmonic", "-o", "filled.tif")
    assert geoinpaint(*common).code == 2
    done = geoinpaint(*common, "--mask", "none.tif")
    assert (done.code, done.last["event"], done.last["code"]) == (3, "error", "file-missing")
    done = geoinpaint(*common, "--mask", "mask.tif", "--steps", "0")
    assert (done.code, done.last["code"]) == (2, "usage")
    done = geoinpaint("run", "none.json")
    assert (done.code, done.last["code"]) == (3, "job-unreadable")
    assert not list(folder.glob("filled*"))


def protected(file):
    file.write_text("to be kept")
    file.chmod(0o444)


@pytest.mark.parametrize(
    ("job", "prepare", "code"),
    [
        ({}, lambda f: in_the_way(f / "filled.tif.partial"), "partial-taken"),
        ({}, lambda f: (f / "filled.tif.partial").write_text("a file"), "partial-taken"),
        ({"output": {"path": "none/filled.tif"}}, None, "output-folder-missing"),
        ({"output": {"path": "scene.tif"}}, None, "output-is-input"),
        ({"output": {"path": "/proc/filled.tif"}}, None, "output-folder-read-only"),
        ({"output": {"path": "filled.tif", "uncertainty": "doubt.tif"}}, None, "uncertainty-unmeasured"),
        ({"mode": "basic", "preset": "paper", "device": "cuda"}, None, "device-unavailable"),
        ({"report": "none/report.html"}, None, "output-folder-missing"),
        ({}, lambda f: protected(f / "filled.tif"), "output-read-only"),
        ({"report": "page.html"}, lambda f: protected(f / "page.html"), "output-read-only"),
    ],
)
def test_a_dry_run_fails_where_the_run_would(job_files, fill, job, prepare, code):
    folder, _, _ = job_files
    if code == "device-unavailable" and __import__("torch").cuda.is_available():
        pytest.skip("there is a GPU")
    if prepare is not None:
        prepare(folder)
    job = {"mode": "classical", **job}
    if job["mode"] == "classical":
        job["fill"] = "harmonic"
    before = sorted(path.name for path in folder.rglob("*"))
    said = []
    for dry_run in (True, False):
        with pytest.raises(EngineError) as caught:
            fill(dry_run=dry_run, **job)
        said.append((caught.value.code, str(caught.value)))
    assert said[0] == said[1]
    assert said[0][0] == code
    assert sorted(path.name for path in folder.rglob("*")) == before


@pytest.mark.parametrize("scheduler", ["tcp://127.0.0.1:9", "nonsense"])
def test_a_dry_run_looks_for_its_scheduler(job_files, geoinpaint, scheduler):
    done = geoinpaint("inpaint", "scene.tif", "--mask", "mask.tif", "--mode", "classical", "--fill", "harmonic",
                      "-o", "filled.tif", "--scheduler", scheduler, "--dry-run")  # fmt: skip
    assert (done.code, done.last["code"]) == (4, "scheduler-unreachable")


@pytest.mark.parametrize(
    ("name", "content"),
    [("deep.json", b"[" * 100_000), ("marked.json", b"\xef\xbb\xbf{}"), ("latin.json", b'{"a": "\xe4"}')],
)
def test_odd_job_files_are_told_in_a_sentence(tmp_path, geoinpaint, name, content):
    (tmp_path / name).write_bytes(content)
    done = geoinpaint("run", name)
    assert done.last["code"] in ("job-unreadable", "job-invalid")
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("paletted", [True, False])
def test_numbers_of_a_colour_table_are_told_from_brightness(job_files, fill, paletted):
    folder = job_files[0]
    classes = np.where(read_raster(folder / "scene.tif")[:1] > 1500, 4, 5).astype("uint8")
    write_raster(folder / "scene.tif", classes)
    if paletted:
        with rasterio.open(folder / "scene.tif", "r+") as scene:
            scene.write_colormap(1, {4: (0, 160, 0, 255), 5: (255, 230, 90, 255)})
    events = fill(fill="harmonic")
    told = [event["message"] for event in events if event.get("code") == "scene-palette"]
    assert ["scene.tif holds numbers of a colour table" in message for message in told] == [True] * paletted

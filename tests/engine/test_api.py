"""The Python API on arrays and paths: the command line's pixels, errors in words."""

import datetime
import json

import numpy as np
import pytest
import rasterio

import geoinpaint_engine as gi
from geoinpaint_engine.raster.spec import MEMORY
from tests.engine.conftest import read_raster, write_raster
from tests.engine.job_arrays import QUICK, REFERENCES, arrays_of

WAYS = {
    **{f"fast {mode}": {"mode": mode} for mode in ("basic", "mt", "ms", "ms-mt", "mt-r", "ms-r")},
    **{f"classical {fill}": {"mode": "classical", "fill": fill}
       for fill in ("regression", "harmonic", "ratio", "paste", "telea", "coherent")},
    **{f"paper {mode}": {"mode": mode, "preset": "paper", "steps": 3, "threads": 2}
       for mode in ("basic", "mt", "ms-r")},
    "model": {"mode": "model", "model": "rgb-task", "bands": ["B04", "B03", "B02"]},
}  # fmt: skip


def evidence(options, references, sar):
    """The evidence that a mode looks at."""
    mode, fill = options["mode"], options.get("fill")
    wanted = {"references": references, "sar": sar}
    if mode in ("basic", "model") or fill in ("harmonic", "telea", "coherent"):
        return {}
    if mode.startswith("mt") or fill in ("ratio", "paste"):
        wanted.pop("sar")
    elif mode in ("ms", "ms-r"):
        wanted.pop("references")
    return wanted


def command_of(options):
    """The options of `geoinpaint inpaint`."""
    found = []
    for name, value in options.items():
        for item in value if name == "references" else [",".join(value) if name == "bands" else value]:
            found += [f"--{'reference' if name == 'references' else name}", str(item)]
    return found


@pytest.mark.parametrize("way", WAYS)
def test_arrays_get_the_command_lines_pixels(way, wide_job_files, geoinpaint):
    """In every mode, and the uncertainty too."""
    folder = wide_job_files[0]
    options = WAYS[way]
    files = evidence(options, list(REFERENCES), "sar.tif")
    certain = {} if options.get("preset") == "paper" else {"uncertainty": "deviation.tif"}
    told = geoinpaint("inpaint", "scene.tif", "--mask", "mask.tif", "-o", "filled.tif",
                      *command_of({**options, **files, **certain}))  # fmt: skip
    assert told.code == 0, told.stderr
    scene, mask, references, sar = arrays_of(folder)
    ours = folder / "scene.tif" if way == "model" else scene  # which asks for the bands' names
    result = gi.fill(ours, mask, **options, **evidence(options, references, sar), uncertainty=bool(certain))
    assert result.filled.dtype == scene.dtype
    np.testing.assert_array_equal(result.filled, read_raster(folder / "filled.tif"))
    if certain:
        np.testing.assert_array_equal(result.uncertainty, read_raster(folder / "deviation.tif"))
    same = {name: value for name, value in told.figures.items() if name != "seconds"}
    assert json.loads(json.dumps({n: v for n, v in result.figures.items() if n != "seconds"})) == same


def test_outside_the_mask_nothing_changes_and_the_inputs_stay(wide_job_files):
    folder, _, hole = wide_job_files
    scene, mask, references, _ = arrays_of(folder)
    before = scene.copy()
    result = gi.fill(scene, mask, references=references)
    np.testing.assert_array_equal(scene, before)
    np.testing.assert_array_equal(result.filled[:, ~hole], before[:, ~hole])
    assert (result.filled[:, hole] != before[:, hole]).all()


def test_paths_with_an_output_get_the_command_lines_file(wide_job_files, geoinpaint, monkeypatch):
    folder, _, _ = wide_job_files
    monkeypatch.chdir(folder)
    result = gi.fill("scene.tif", "mask.tif", references=["reference_1.tif"], output="ours.tif", uncertainty=True)
    assert (result.filled, result.uncertainty) == (folder / "ours.tif", folder / "ours_uncertainty.tif")
    geoinpaint("inpaint", "scene.tif", "--mask", "mask.tif", "-o", "theirs.tif", "--mode", "mt",
               "--reference", "reference_1.tif", "--uncertainty", "theirs_uncertainty.tif")  # fmt: skip
    for ending in ("_uncertainty.tif",):
        assert (folder / f"ours{ending}").read_bytes() == (folder / f"theirs{ending}").read_bytes()
    np.testing.assert_array_equal(read_raster("ours.tif"), read_raster("theirs.tif"))
    assert (folder / "ours.tif.recipe.json").exists()


def test_paths_and_arrays_go_together(wide_job_files):
    """A path in the scene's place gives an array, and arrays lie on the pixels of a scene that is a path."""
    folder, _, _ = wide_job_files
    scene, mask, references, sar = arrays_of(folder)
    expected = gi.fill(scene, mask, references=references, sar=sar, **QUICK).filled
    mixed = gi.fill(folder / "scene.tif", mask, references=[references[0], folder / REFERENCES[1]], sar=sar, **QUICK)
    np.testing.assert_array_equal(mixed.filled, expected)
    written = gi.fill(scene, str(folder / "mask.tif"), references=references, sar=folder / "sar.tif",
                      output=folder / "mixed.tif", **QUICK)  # fmt: skip
    np.testing.assert_array_equal(read_raster(written.filled), expected)


def test_the_mode_follows_from_the_evidence(wide_job_files):
    folder, _, _ = wide_job_files
    scene, mask, references, sar = arrays_of(folder)
    modes = []

    def noted(event):
        if event["event"] == "started":
            modes.append(event["mode"])

    gi.fill(scene, mask, on_event=noted, holdout=False)
    gi.fill(scene, mask, references=references, on_event=noted, holdout=False)
    gi.fill(scene, mask, sar=sar, on_event=noted, holdout=False)
    assert modes == ["basic", "mt", "ms"]


def test_a_single_band_stays_one(wide_job_files):
    folder, _, hole = wide_job_files
    scene, mask, references, _ = arrays_of(folder)
    result = gi.fill(scene[0], mask, references=[references[0][0]], uncertainty=True)
    assert result.filled.shape == result.uncertainty.shape == scene[0].shape
    assert np.isfinite(result.uncertainty[hole]).all()
    assert np.isnan(result.uncertainty[~hole]).all()


@pytest.mark.parametrize("dtype", ["uint8", "int16", "uint16", ">u2", "int32", "float32", "float64"])
def test_the_dtype_stays(dtype, wide_job_files):
    folder, _, hole = wide_job_files
    scene, mask, references, _ = arrays_of(folder)
    factor = 50 if dtype == "uint8" else 1
    typed = (scene // factor).astype(dtype)
    result = gi.fill(typed, mask, references=[(references[0] // factor).astype(dtype)], mode="classical")
    assert result.filled.dtype == typed.dtype
    np.testing.assert_array_equal(result.filled[:, ~hole], typed[:, ~hole])


def test_nan_is_no_data_and_stays(wide_job_files):
    folder = wide_job_files[0]
    scene, mask, references, _ = arrays_of(folder)
    scene = scene.astype("float32")
    scene[1, 2:6, 3:9] = np.nan
    scene[:, 20:24, 20:24] = np.nan  # in the hole: stays, for nodata was not named
    result = gi.fill(scene, mask, references=references, **QUICK)
    gaps = np.isnan(scene)
    np.testing.assert_array_equal(np.isnan(result.filled), gaps)
    filled = gi.fill(scene, mask, references=references, nodata=True, **QUICK).filled
    assert np.isfinite(filled).all()


def test_masked_pixels_are_no_data_and_stay_masked(wide_job_files):
    """As of a file with the same pixels at its nodata value; what is filled is masked no longer."""
    folder, _, hole = wide_job_files
    scene, mask, references, _ = arrays_of(folder)
    gaps = np.zeros(scene.shape, bool)
    gaps[:, 2:6, 3:9] = True
    masked = np.ma.MaskedArray(scene, gaps)
    result = gi.fill(masked, mask, references=references, **QUICK)
    assert isinstance(result.filled, np.ma.MaskedArray)
    np.testing.assert_array_equal(np.ma.getmaskarray(result.filled), gaps)
    np.testing.assert_array_equal(result.filled.data[gaps], scene[gaps])
    write_raster(folder / "gaps.tif", np.where(gaps, 0, scene).astype("uint16"), nodata=0, names=("B02", "B03", "B04"))
    of_file = gi.fill(folder / "gaps.tif", mask, references=references, **QUICK).filled
    np.testing.assert_array_equal(result.filled.data[:, hole], of_file[:, hole])
    everything = gi.fill(masked, mask, references=references, nodata=True, **QUICK).filled
    assert not np.ma.getmaskarray(everything).any()
    assert (everything.data[:, 2:6, 3:9] != 0).all()


def test_masks_add_up_and_classes_are_chosen(wide_job_files):
    folder, _, hole = wide_job_files
    scene, mask, references, _ = arrays_of(folder)
    classes = np.where(hole, 9, 4).astype("uint8")
    classes[:4, :4] = 3
    both = gi.fill(scene, gi.Mask(classes, classes=[3, 9]), references=references, **QUICK)
    added = gi.fill(scene, [mask, classes == 3], references=references, **QUICK)
    np.testing.assert_array_equal(both.filled, added.filled)
    assert both.figures["hole_pixels"] == hole.sum() + 16


def test_references_have_masks_and_dates(wide_job_files):
    folder, _, hole = wide_job_files
    scene, mask, references, _ = arrays_of(folder)
    clouds = np.zeros(hole.shape, bool)
    clouds[:, :30] = True
    near = gi.Reference(references[0], mask=clouds, date=datetime.date(2024, 5, 1))
    result = gi.fill(scene, mask, references=[near, gi.Reference(references[1], date=np.datetime64("2024-04-01"))],
                     mode="classical", fill="paste")  # fmt: skip
    under = hole & clouds
    np.testing.assert_array_equal(result.filled[:, under], references[1][:, under])
    np.testing.assert_array_equal(result.filled[:, hole & ~clouds], references[0][:, hole & ~clouds])


def test_chosen_bands_alone_are_given_back(wide_job_files):
    folder, _, hole = wide_job_files
    scene, mask, references, _ = arrays_of(folder)
    result = gi.fill(scene, mask, references=references, bands=[3, 1], uncertainty=True)
    assert result.filled.shape == result.uncertainty.shape == (2, *hole.shape)
    np.testing.assert_array_equal(result.filled[:, ~hole], scene[[2, 0]][:, ~hole])


@pytest.mark.parametrize(
    ("code", "change"),
    [
        ("array-shape", {"scene": np.zeros((2, 2, 2, 2))}),
        ("array-shape", {"mask": np.ones((4, 5), bool)}),
        ("array-shape", {"mask": np.ones((3, 128, 136), bool)}),
        ("array-shape", {"references": [np.ones((3, 128, 137), "uint16")]}),
        ("array-shape", {"scene": np.zeros((0, 128, 136), "uint16")}),
        ("array-dtype", {"scene": np.zeros((3, 128, 136), "complex64")}),
        ("array-dtype", {"scene": np.zeros((3, 128, 136), bool)}),
        ("array-dtype", {"references": [np.zeros((3, 128, 136), "float16")]}),
        ("array-kind", {"references": [object()]}),
        ("array-kind", {"mask": 3}),
        ("array-kind", {"area": np.ones((128, 136), bool)}),
        ("classes-unreadable", {"mask": gi.Mask(np.ones((128, 136), np.uint8), classes="cloud")}),
        ("classes-unreadable", {"mask": gi.Mask(np.ones((128, 136), np.uint8), classes=[1.5])}),
        ("mask-none", {"mask": None}),
        ("mask-empty", {"mask": np.zeros((128, 136), bool)}),
        ("mask-covers-all", {"mask": np.ones((128, 136), bool)}),
        ("evidence-missing", {"mode": "mt"}),
        ("bands-unmatched", {"references": [np.ones((2, 128, 136), "uint16")]}),
        ("job-invalid", {"mode": "sorcery"}),
        ("band-missing", {"bands": ["B11"]}),
        ("output-missing", {"report": "page.html"}),
        ("array-in-process", {"workers": 2}),
        ("array-in-process", {"resume": True, "output": "x.tif"}),
        ("file-missing", {"references": ["nowhere.tif"]}),
        ("extent-outside", {"extent": (9e6, 9e6, 9.1e6, 9.1e6)}),
    ],
)
def test_errors_are_the_engines_own(code, change, wide_job_files):
    folder, _, _ = wide_job_files
    scene, mask, _, _ = arrays_of(folder)
    call = {"scene": scene, "mask": mask, **change}
    with pytest.raises(gi.EngineError) as told:
        gi.fill(call.pop("scene"), call.pop("mask"), **call)
    assert told.value.code == code
    assert MEMORY not in str(told.value)


def test_values_may_be_told_as_they_come(wide_job_files):
    """Numbers of NumPy's, one band or class without a list, classes as text, dates stacked in one array."""
    folder, _, hole = wide_job_files
    scene, mask, references, _ = arrays_of(folder)
    told = {**QUICK, "seed": 0, "dilate": 1}
    expected = gi.fill(scene, mask, references=references, bands=[2], **told).filled
    for classes in (9, np.uint8(9), "3, 8-10", {8, 9}, np.array([9])):
        other = gi.fill(
            scene, gi.Mask(9 * hole.astype(np.uint8), classes=classes), references=np.stack(references),
            bands=np.int64(2), **QUICK, seed=np.int64(0), dilate=np.uint8(1), threads=np.int32(0),
        )  # fmt: skip
        np.testing.assert_array_equal(other.filled, expected)
    for bands in (np.array(2), np.array([2]), (2,), {2}, iter([2]), {2: "B03"}.keys()):
        other = gi.fill(scene, mask, references=references, bands=bands, uncertainty=np.bool_(False), **told)
        np.testing.assert_array_equal(other.filled, expected)
        assert other.uncertainty is None
    certain = gi.fill(scene, mask, references=references, uncertainty=np.bool_(True), mode="classical")
    assert certain.uncertainty is not None
    inside = np.array([0, -hole.shape[0], hole.shape[1], 0])
    np.testing.assert_array_equal(
        gi.fill(scene, mask, references=references, bands=2, extent=inside, **told).filled, expected
    )
    harmonic = gi.fill(folder / "scene.tif", mask, bands="B03", **{**told, "fill": "harmonic"})
    assert harmonic.filled.shape == (1, *hole.shape)


def test_what_can_be_made_an_array_is_told_how(wide_job_files):
    torch = pytest.importorskip("torch")
    scene, mask, _, _ = arrays_of(wide_job_files[0])
    with pytest.raises(gi.UsageError, match=r"is of the type torch\.Tensor, .* Give numpy\.asarray\(scene\)"):
        gi.fill(torch.from_numpy(scene.astype("int32")), mask)


def test_a_mask_of_nothing_but_nodata_is_told_as_that(wide_job_files):
    scene, mask, references, _ = arrays_of(wide_job_files[0])
    holes = np.where(mask, np.nan, scene.astype("float32"))
    with pytest.raises(gi.InputError, match=r"hold no data.*\(nodata=True\)"):
        gi.fill(holes, mask, references=references)
    assert np.isfinite(gi.fill(holes, mask, references=references, nodata=True, **QUICK).filled).all()


def test_a_scene_is_not_its_own_reference(wide_job_files):
    scene, mask, _, _ = arrays_of(wide_job_files[0])
    with pytest.raises(gi.UsageError, match=r"references\[1\] is the scene itself"):
        gi.fill(scene, mask, references=[scene.copy(), scene])


def test_a_reference_that_is_given_twice_is_used_once(wide_job_files):
    scene, mask, references, _ = arrays_of(wide_job_files[0])
    cube = np.stack(references)
    once = gi.fill(scene, mask, references=references, **QUICK)
    for again in ([*references, references[0]], [cube[0], cube[1], cube[0]]):
        twice = gi.fill(scene, mask, references=again, **QUICK)
        np.testing.assert_array_equal(twice.filled, once.filled)
        told = [message for code, message in twice.warnings if code == "reference-twice"]
        assert told == ["The reference references[0] is named more than once; it is used once."]
    assert "reference-twice" not in dict(once.warnings)


def test_every_value_of_a_masked_array_may_be_taken():
    scene = np.arange(65_536, dtype="uint16").reshape(1, 256, 256) // 256
    scene = np.ma.MaskedArray(scene.astype("uint8"), np.zeros(scene.shape, bool))
    scene[0, 0, 0] = np.ma.masked
    with pytest.raises(gi.UsageError) as told:
        gi.fill(scene, scene.data[0] == 7)
    assert told.value.code == "array-nodata"


def test_warnings_name_the_arguments(wide_job_files):
    scene, mask, references, _ = arrays_of(wide_job_files[0])
    elsewhere = np.zeros(mask.shape, "float32") * np.nan
    result = gi.fill(scene, mask, references=[references[0], np.stack([elsewhere] * 3)])
    assert ("reference-unused", "The reference references[1] shows nothing of the ground that is to be filled.") in (
        result.warnings
    )


def test_a_radar_image_of_one_value_changes_nothing(wide_job_files):
    scene, mask, _, sar = arrays_of(wide_job_files[0])
    flat = np.full_like(sar, -12.5)
    alone, beside = (gi.fill(scene, mask, sar=[sar, *more]) for more in ([], [flat]))
    assert np.array_equal(alone.filled, beside.filled)
    told = [message for code, message in beside.warnings if code == "sar-blank"]
    assert [message.startswith("The Sentinel-1 image sar[1] holds one value only") for message in told] == [True]
    with pytest.raises(gi.InputError) as raised:
        gi.fill(scene, mask, sar=flat)
    assert raised.value.code == "sar-empty"


def test_a_reference_of_one_value_changes_nothing(wide_job_files):
    scene, mask, references, _ = arrays_of(wide_job_files[0])
    flat = np.full_like(references[0], 1234)
    alone, beside = (gi.fill(scene, mask, references=[references[0], *more]) for more in ([], [flat]))
    assert np.array_equal(alone.filled, beside.filled)
    told = [message for code, message in beside.warnings if code == "reference-unused"]
    assert [message.startswith("The reference references[1] holds one value only") for message in told] == [True]
    with pytest.raises(gi.InputError) as raised:
        gi.fill(scene, mask, references=[flat])
    assert raised.value.code == "reference-no-overlap"


def test_no_data_of_arrays_is_left_in_memory(wide_job_files):
    scene, mask, references, _ = arrays_of(wide_job_files[0])
    seen = []

    def noted(event):
        seen.extend(rasterio.open(place).shape for place in [f"{MEMORY}{number}/scene" for number in range(10_000)]
                    if not seen and rasterio.shutil.exists(place))  # fmt: skip

    gi.fill(scene, mask, references=references, mode="classical", on_event=noted)
    assert seen == [(128, 136)]
    assert not any(rasterio.shutil.exists(f"{MEMORY}{number}/scene") for number in range(10_000))


def test_a_job_is_read_run_and_scored(wide_job_files, geoinpaint):
    folder, truth, hole = wide_job_files
    document = {"scene": {"path": "scene.tif"}, "mask": [{"path": "mask.tif"}], "mode": "mt",
                "references": [{"path": "reference_1.tif"}], "output": {"path": "filled.tif"}}  # fmt: skip
    (folder / "job.json").write_text(json.dumps(document))
    job = gi.read_job(folder / "job.json")
    plan = gi.run(folder / "job.json", dry_run=True).figures
    assert plan["hole_pixels"] == hole.sum()
    assert not (folder / "filled.tif").exists()
    result = gi.run(job)
    assert result.filled == folder / "filled.tif"
    told = geoinpaint("score", "filled.tif", "truth.tif", "--mask", "mask.tif").figures
    assert gi.score(result.filled, folder / "truth.tif", folder / "mask.tif") == told
    assert gi.score(read_raster(result.filled), truth, hole) == told
    assert gi.score(read_raster(result.filled), folder / "truth.tif", hole) == told


def test_a_job_may_be_a_mapping(wide_job_files, monkeypatch):
    folder, _, _ = wide_job_files
    monkeypatch.chdir(folder)
    result = gi.run({"scene": {"path": "scene.tif"}, "mask": [{"path": "mask.tif"}], "mode": "classical",
                     "fill": "harmonic", "output": {"path": "filled.tif"}})  # fmt: skip
    assert result.filled.is_file()
    assert not list(folder.glob("*.partial"))

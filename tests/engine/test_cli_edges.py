"""The command line's edges: values that are empty or say nothing, paths that name no file, folders that are gone."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from geoinpaint_engine import job as jobs
from geoinpaint_engine.cli.options import bands_of, mask_sources_of, reference_of
from geoinpaint_engine.errors import InputError, UsageError
from geoinpaint_engine.paths import absolute, checked
from geoinpaint_engine.raster.output import check_output
from tests.engine.processes import ENGINE, ENVIRONMENT, FILL, shell

# --- empty values --------------------------------------------------------------------------------------------------

JOB = {"scene": {"path": "s.tif"}, "mask": [{"path": "m.tif"}], "mode": "basic", "output": {"path": "o.tif"}}


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"scene": {"path": ""}}, "$.scene.path"),
        ({"mask": []}, "$.mask"),
        ({"mask": [{"path": ""}]}, "$.mask[0].path"),
        ({"mask": [{"path": "m.tif", "layer": ""}]}, "$.mask[0].layer"),
        ({"mask": [{"path": "m.tif", "classes": []}]}, "$.mask[0].classes"),
        ({"references": [{"path": ""}]}, "$.references[0].path"),
        ({"references": [{"path": "r.tif", "mask": ""}]}, "$.references[0].mask"),
        ({"references": [{"path": "r.tif", "mask": "m.tif", "classes": []}]}, "$.references[0].classes"),
        ({"sar": [{"path": ""}]}, "$.sar[0].path"),
        ({"output": {"path": ""}}, "$.output.path"),
        ({"output": {"path": "o.tif", "fill_flag": ""}}, "$.output.fill_flag"),
        ({"output": {"path": "o.tif", "uncertainty": ""}}, "$.output.uncertainty"),
        ({"report": ""}, "$.report"),
        ({"bands": [""]}, "$.bands[0]"),
        ({"mode": "model", "model": ""}, "$.model"),
    ],
)
def test_an_empty_value_is_told_by_its_field(change, field):
    with pytest.raises(UsageError) as caught:
        jobs.from_dict({**JOB, **change})
    assert caught.value.code == "job-invalid"
    assert caught.value.message == f"{field.removeprefix('$.')} is empty."


@pytest.mark.parametrize(
    ("option", "told"),
    [
        ("--seed x", "'--seed': 'x' is not a whole number."),
        ("--threads -1", "'--threads': -1 is not a number from 0 to 1024."),
    ],
)
def test_a_number_that_is_none_is_told_in_words(option, told, tmp_path):
    code, _, said = shell(f"$E inpaint s.tif --mask m.tif -o o.tif {option}", tmp_path)
    assert (code, told in said) == (2, True), said


@pytest.mark.parametrize("text", [",", "", "B02,", "B02,,B03", " , "])
def test_bands_that_are_empty(text):
    with pytest.raises(UsageError, match="empty"):
        bands_of(text)


def test_bands_by_name_and_number():
    assert bands_of("B02, 3,B8A") == ["B02", 3, "B8A"]


@pytest.mark.parametrize("text", ["", ",mask=m.tif", "r.tif,mask=", "r.tif,date= ", "r.tif,mask=a,mask=b"])
def test_option_values_that_say_nothing(text):
    with pytest.raises(UsageError) as caught:
        reference_of(text)
    assert caught.value.code == "option-path"


def test_what_looks_like_a_key_may_be_part_of_a_path_that_exists(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("a,mask=b").mkdir()
    for name in ("a,mask=b/r.tif", "a,mask=b/m,date=2.tif", "r.tif", "r.tif,mask=m.tif"):
        Path(name).touch()
    whole, mask = "a,mask=b/r.tif", "a,mask=b/m,date=2.tif"
    assert reference_of(whole) == {"path": whole}
    assert reference_of(f"{whole},mask={mask},date=2024-04-05") == {"path": whole, "mask": mask, "date": "2024-04-05"}
    assert reference_of(f"r.tif,mask={mask}") == {"path": "r.tif", "mask": mask}
    assert reference_of("r.tif,mask=m.tif") == {"path": "r.tif,mask=m.tif"}
    assert reference_of("r.tif,mask=n.tif") == {"path": "r.tif", "mask": "n.tif"}
    assert reference_of(f"{tmp_path}/{whole},classes=3") == {"path": f"{tmp_path}/{whole}", "classes": [3]}
    assert reference_of(f"r.tif,mask={'m' * 252}") == {"path": "r.tif", "mask": "m" * 252}  # too long as one name
    assert reference_of("gone,mask=b/r.tif") == {"path": "gone", "mask": "b/r.tif"}


def test_a_key_that_is_not_known_is_told_as_that(tmp_path):
    path = tmp_path / "r.tif"
    path.touch()
    with pytest.raises(UsageError, match=r"an unknown key, dat\. The known keys are mask and classes and date\."):
        reference_of(f"{path},dat=2024-04-05")
    named = tmp_path / "r.tif,dat=1"
    named.touch()
    assert reference_of(str(named)) == {"path": str(named)}


def test_without_a_mode_all_evidence_counts(job_files, geoinpaint):
    for options, mode in (((), "basic"), (("--reference", "reference_1.tif", "--sar", "sar.tif"), "ms-mt")):
        done = geoinpaint("inpaint", "scene.tif", "--mask", "mask.tif", *options, "-o", "o.tif", "--dry-run")
        assert done.code == 0, done.stderr
        assert done.figures["mode"] == mode


def test_the_list_of_commands_is_not_cut_short():
    done = subprocess.run([sys.executable, "-m", "geoinpaint_engine", "--help"], env=ENVIRONMENT, capture_output=True,
                          text=True, check=True)  # fmt: skip
    assert "series" in done.stdout
    assert "..." not in done.stdout.partition("Commands:")[2]


def test_option_values_with_commas_in_their_paths():
    found = reference_of("a, b.tif,mask=c,d.tif,classes=3,8-9,date=2024-01-02")
    assert found == {"path": "a, b.tif", "mask": "c,d.tif", "classes": [3, 8, 9], "date": "2024-01-02"}


NO_MASK = {"mask": (), "mask_nodata": False, "detect": False, "detector": None}


@pytest.mark.parametrize(
    ("options", "code"),
    [
        ({"scl": "", "scl_classes": None}, "scl-missing"),
        ({"scl": None, "scl_classes": "3"}, "usage"),
        ({"scl": "scl.tif", "scl_classes": "abc"}, "classes-unreadable"),
        ({"scl": None, "scl_classes": None}, "mask-missing"),
    ],
)
def test_a_classification_that_is_not_there(job_files, options, code):
    with pytest.raises(UsageError) as caught:
        mask_sources_of(str(job_files[0] / "scene.tif"), {**NO_MASK, **options})
    assert caught.value.code == code


def test_a_classification_has_classes_of_its_own():
    options = {**NO_MASK, "mask_nodata": True, "scl": "scl.tif", "scl_classes": None}
    found = mask_sources_of("s.tif", options)
    assert found == [{"path": "scl.tif", "classes": [3, 8, 9, 10]}, {"nodata": True}]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["reference", "reference_1.tif,classes=3", "-o", "o.tif"], "reference-classes"),
        (["reference", "--sar", "sar.tif,mask=mask.tif", "-o", "o.tif"], "usage"),
        (["info", "scene.tif", "--resolution", "20"], "resolution-invalid"),
        (["inpaint", "scene.tif", "-o", "o.tif"], "mask-missing"),
        (["inpaint", "scene.tif", "--mask", "mask.tif"], "usage"),
    ],
)
def test_options_that_do_not_fit(job_files, geoinpaint, arguments, code):
    done = geoinpaint(*arguments)
    assert (done.code, done.last["code"]) == (2, code)
    assert done.last["message"].endswith(".")
    assert "\n" not in done.last["message"]


def test_a_job_file_that_is_none(tmp_path):
    for path, why in ((tmp_path / "none.json", "No such file"), (tmp_path, "not a regular file")):
        with pytest.raises(InputError, match=why) as caught:
            jobs.load(path)
        assert "Errno" not in str(caught.value)


# --- paths ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("", "empty"), ("a\0b.tif", "NUL"), ("caf\udce9.tif", "UTF-8"), ("~nobody-of-that-name/a.tif", "user"),
        ("x" * 252 + ".tif", "longer"), ("ä" * 130, "longer"), ("/tmp/" + "x/" * 2100 + "a.tif", "longer"),
    ],
)  # fmt: skip
def test_paths_that_name_no_file(path, why, tmp_path):
    with pytest.raises(UsageError, match=why) as caught:
        absolute(path, tmp_path)
    assert caught.value.code == "path-invalid"
    assert len(caught.value.message) < 250
    assert "\n" not in str(caught.value)


def test_paths_that_do(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", "/home/me")
    assert absolute("a/../b.tif", tmp_path) == str(tmp_path / "b.tif")
    assert absolute("~/b.tif", tmp_path) == checked("~/b.tif") == "/home/me/b.tif"
    assert absolute("/vsizip/a.zip/b.tif", tmp_path) == "/vsizip/a.zip/b.tif"
    assert absolute("https://host/a~b.tif", tmp_path) == "https://host/a~b.tif"
    assert checked("x~y.tif") == "x~y.tif"
    # a name of GDAL's, and a file that is called like one
    assert absolute("SENTINEL2_L2A:/a.xml:10m:EPSG_32633", tmp_path) == "SENTINEL2_L2A:/a.xml:10m:EPSG_32633"
    assert absolute("SENTINEL2_rome.tif", tmp_path) == str(tmp_path / "SENTINEL2_rome.tif")


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("new/", "output-is-folder"), ("/vsimem/o.tif", "output-no-file"), ("https://host/o.tif", "output-no-file"),
        ("-", "output-no-file"), ("  ", "output-no-file"),
    ],
)  # fmt: skip
def test_paths_that_cannot_be_written(path, code, tmp_path):
    for document in ({"output": {"path": path}}, {"report": path}):
        with pytest.raises(UsageError) as caught:
            jobs.resolved(jobs.from_dict({**JOB, **document}), tmp_path)
        assert caught.value.code == code


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="there is no /proc")
def test_a_folder_that_takes_no_files():
    with pytest.raises(UsageError) as caught:
        check_output(Path("/proc/o.tif"), [])
    assert caught.value.code == "output-folder-read-only"


@pytest.mark.parametrize("field", ["output", "fill_flag", "report"])
def test_an_output_whose_companions_have_no_room_for_their_names(job_files, fill, field):
    folder = job_files[0]
    name = "x" * 245 + ".tif"  # the file itself would do
    output = {"output": {"path": name}} if field == "output" else {"output": {"path": "o.tif", field: name}}
    document = {"report": name} if field == "report" else output
    before = {path.name for path in folder.iterdir()}
    with pytest.raises(UsageError) as caught:
        fill(fill="harmonic", **document)
    assert caught.value.code == "output-name-long"
    assert {path.name for path in folder.iterdir()} == before


@pytest.mark.parametrize(
    ("output", "code"),
    [("x" * 300 + ".tif", "path-invalid"), ("~nobody-of-that-name/o.tif", "path-invalid"),
     (b"caf\xe9.tif", "path-invalid"), ("", "job-invalid")],
)  # fmt: skip
def test_a_bad_output_path_on_the_command_line(job_files, output, code):
    folder = job_files[0]
    done = subprocess.run(
        [*ENGINE, *FILL, "--json", "-o", output], cwd=folder, env=ENVIRONMENT, capture_output=True, text=True
    )
    assert (done.returncode, done.stderr) == (2, "")
    assert json.loads(done.stdout)["code"] == code


def test_a_nul_in_a_job_file(job_files, geoinpaint):
    folder = job_files[0]
    (folder / "job.json").write_text(json.dumps({**JOB, "output": {"path": "a\0.tif"}}))
    done = geoinpaint("run", "job.json")
    assert (done.code, done.last["code"]) == (2, "path-invalid")


def test_a_folder_that_is_gone(job_files):
    folder = job_files[0]
    gone = "mkdir gone && cd gone && rmdir ../gone && "
    code, _, stderr = shell(f"{gone} $E {' '.join(FILL)} -o o.tif", folder)
    assert code == 2
    assert stderr.splitlines()[-1].endswith("[folder-gone]")
    for command in ("mask scene.tif --mask m.tif -o o.tif", "run job.json", "reference a.tif -o r.tif"):
        assert shell(f"{gone} $E {command}", folder)[0] == 2
    # nothing of it is needed where nothing relative is named
    assert shell(f"{gone} $E info {folder}/scene.tif --json", folder)[0] == 0


@pytest.mark.parametrize(
    ("arguments", "option"),
    [
        (["inpaint", "scene.tif", "--mask", "mask.tif", "--mode", "basic", "--sar-units", "db"], "--sar-units"),
        (["reference", "scene.tif", "--speckle", "lee"], "--speckle"),
        (["reference", "scene.tif", "--sar-units", "linear"], "--sar-units"),
        (["reference", "sar.tif", "--sar", "--statistic", "mean"], "--statistic"),
        (["reference", "sar.tif", "--sar", "--bands", "1"], "--bands"),
    ],
)
def test_an_option_that_says_nothing_is_no_silent_wish(job_files, geoinpaint, arguments, option):
    folder, _, _ = job_files
    done = geoinpaint(*arguments, "-o", "out.tif")
    assert (done.code, done.last["code"]) == (2, "usage")
    assert option in done.last["message"]
    assert not (folder / "out.tif").exists()


# --- the plan ------------------------------------------------------------------------------------------------------


def test_a_dry_run_tells_its_plan_in_lines(job_files):
    folder, _, hole = job_files
    before = {path.name for path in folder.iterdir()}
    more = (
        "--mode ms-mt --reference reference_1.tif,date=2024-05-01 --sar sar.tif --preset paper --steps 800 --threads 1"
    )
    code, stdout, _ = shell(f"$E inpaint scene.tif --mask mask.tif {more} -o o.tif --dry-run", folder)
    assert code == 0
    lines = dict(line.split(":", 1) for line in stdout.splitlines())
    told = {name: value.strip() for name, value in lines.items()}
    assert told["to fill"].startswith(f"{hole.sum():,} pixels ({hole.mean():.1%}) in 2 holes, the largest of 304")
    assert told["method"] == "ms-mt, paper, in 1 window, 800 steps each at most"
    assert told["evidence"] == "reference_1.tif (2024-05-01), sar.tif (Sentinel-1)"
    assert told["device"] == "cpu, 1 thread"
    # 800 steps of 0.195 s for 256 x 256 pixels; the scene has 48 x 56
    assert told["takes"] == "about 10 s"
    assert {path.name for path in folder.iterdir()} == before


def test_threads_beyond_the_windows_do_not_shorten_the_estimate(job_files, geoinpaint):
    command = "inpaint scene.tif --mask mask.tif --mode basic --preset paper --steps 40000 -o o.tif --dry-run --threads"
    assert len({geoinpaint(*command.split(), count).figures["seconds"] for count in (1, 8)}) == 1


@pytest.mark.parametrize(
    ("wish", "stoppable"),
    [("--mode basic --preset paper", True), ("--mode basic", False), ("--mode classical --fill harmonic", False)],
)
def test_the_plan_says_whether_there_is_a_best_so_far_to_stop_with(job_files, geoinpaint, wish, stoppable):
    command = f"inpaint scene.tif --mask mask.tif {wish} -o o.tif --dry-run"
    assert geoinpaint(*command.split()).events[0]["stoppable"] is stoppable

"""The job: what is valid, what the errors say, and the published schema."""

import json
from pathlib import Path

import pytest

from geoinpaint_engine import job as jobs
from geoinpaint_engine.errors import InputError, UsageError
from geoinpaint_engine.surplus import surplus, without_surplus

ROOT = Path(__file__).parents[2]


def document(**changes):
    base = {
        "scene": {"path": "scene.tif"},
        "mask": [{"path": "clouds.gpkg"}],
        "mode": "mt",
        "references": [{"path": "a.tif"}],
        "output": {"path": "filled.tif"},
    }
    base.update(changes)
    return {key: value for key, value in base.items() if value is not None}


def test_round_trip_keeps_every_field():
    job = jobs.from_dict(document(seed=3, dilate=2, extent=[0, 0, 10, 10], bands=["B02", 3]))
    assert jobs.from_dict(json.loads(jobs.to_json(job))) == job


def test_published_schema_is_current():
    published = json.loads((ROOT / "docs" / "job.schema.json").read_text())
    assert published == json.loads(json.dumps(jobs.schema())), "run scripts/export_schema.py"


def test_schema_states_the_defaults():
    properties = jobs.schema()["$defs"]["Job"]["properties"]
    assert properties["dilate"]["default"] == 0
    assert properties["preset"]["default"] == "fast"
    assert properties["reference_use"]["default"] == "mean"


@pytest.mark.parametrize(
    ("changes", "code", "says"),
    [
        ({"scene": None}, "job-invalid", "scene"),
        ({"colour": 1}, "job-invalid", "colour"),
        ({"scene": {"path": "a.tif", "zoom": 2}}, "job-invalid", "zoom"),
        ({"mode": "magic"}, "job-invalid", "magic"),
        ({"steps": 0}, "job-invalid", "steps"),
        ({"steps": 10**9}, "job-invalid", "steps"),
        ({"seed": -1}, "job-invalid", "seed"),
        ({"mode": "magic"}, "job-invalid", "ms-mt, classical"),
        ({"sar": [{"path": "s.tif", "units": "dn"}]}, "job-invalid", "auto, db, linear"),
        ({"mask": []}, "job-invalid", "mask"),
        ({"mask": [{"layer": "x"}]}, "mask-source", "one of a path"),
        ({"mask": [{"path": "m.tif", "nodata": True}]}, "mask-source", "one of a path"),
        ({"mask": [{"detect": True, "nodata": True}]}, "mask-source", "one of a path"),
        ({"mask": [{"detect": True}], "mode": "basic", "references": None}, "detect-without-references", "--reference"),
        ({"grow": "all"}, "job-invalid", "none, auto"),
        ({"tile": 10}, "job-invalid", "tile is too small. Give 64 or more."),
        ({"threads": 5000}, "job-invalid", "threads is too large. Give 1024 or less."),
        ({"fill": "paste"}, "fill-without-classical", "--mode classical"),
        ({"model": "rgb-task"}, "model-without-mode", "--mode model"),
        ({"mode": "model"}, "model-missing", "--model"),
        ({"references": None}, "evidence-missing", "--reference"),
        ({"mode": "ms"}, "evidence-missing", "--sar"),
        ({"mode": "ms-mt"}, "evidence-missing", "Sentinel-1"),
        ({"mode": "classical", "references": None}, "evidence-missing", "--fill harmonic"),
        ({"mode": "classical", "fill": "paste", "references": None}, "evidence-missing", "paste"),
        ({"extent": [5, 0, 1, 1]}, "extent-order", "xmin"),
        ({"mode": "classical", "stop": "holdout", "fill": "telea"}, "stop-without-steps", "--stop"),
        ({"stop": "variance"}, "stop-without-steps", "--preset paper"),
        ({"mode": "basic", "stop": "holdout"}, "stop-without-steps", "--preset paper"),
    ],
)
def test_what_does_not_fit_is_said_in_a_sentence(changes, code, says):
    with pytest.raises(UsageError) as caught:
        jobs.from_dict(document(**changes))
    assert caught.value.code == code
    assert says in str(caught.value)
    assert caught.value.exit_code == 2


def test_relative_paths_count_from_the_job_file(tmp_path):
    file = tmp_path / "jobs" / "job.json"
    file.parent.mkdir()
    file.write_text(json.dumps(document(output={"path": "../out/filled.tif"}, scene={"path": "/data/scene.tif"})))
    job = jobs.load(file)
    assert job.output.path == str(tmp_path / "out" / "filled.tif")
    assert job.scene.path == "/data/scene.tif"
    assert job.references[0].path == str(tmp_path / "jobs" / "a.tif")


@pytest.mark.parametrize("content", ["{", "", "[1, 2"])
def test_unreadable_job_file(tmp_path, content):
    file = tmp_path / "job.json"
    file.write_text(content)
    with pytest.raises(InputError, match="cannot be read") as caught:
        jobs.load(file)
    assert caught.value.code == "job-unreadable"


def test_missing_job_file(tmp_path):
    with pytest.raises(InputError, match=r"none\.json"):
        jobs.load(tmp_path / "none.json")


@pytest.mark.parametrize(
    ("changes", "codes"),
    [
        ({"mode": "basic"}, ["references-unused"]),
        ({"grow": "auto"}, []),
        ({"grow": "auto", "mode": "basic"}, ["references-unused", "grow-unused"]),
        ({"grow": "auto", "mode": "basic", "references": None}, ["grow-unused"]),
        ({"sar": [{"path": "s.tif"}]}, ["sar-unused"]),
        ({"steps": 9}, ["steps-unused"]),
        ({"steps": 9, "preset": "paper"}, []),
        ({"reference_use": "latest"}, ["reference-use-unused"]),
        (
            {"reference_use": "latest", "preset": "paper", "mode": "basic"},
            ["references-unused", "reference-use-unused"],
        ),
        ({"mode": "classical", "fill": "telea"}, ["references-unused"]),
        ({"mode": "classical", "preset": "paper"}, ["preset-unused"]),
        ({"mode": "model", "model": "m", "references": None, "preset": "paper"}, ["preset-unused"]),
        ({"device": "cuda"}, ["device-unused"]),
        ({"device": "mps", "mode": "classical"}, ["device-unused"]),
        ({"device": "cpu"}, []),
        ({"device": "cuda", "preset": "paper"}, []),
        ({"device": "cuda", "mode": "model", "model": "m", "references": None}, []),
        ({"device": "cuda", "mode": "basic", "references": None}, ["device-unused"]),
        ({"steps": 9, "mode": "basic", "references": None}, ["steps-unused"]),
        ({"device": "cuda", "mode": "basic", "preset": "paper", "references": None}, []),
        ({"mode": "classical", "sar": [{"path": "s.tif"}]}, []),
        ({"references": [{"path": "a.tif"}, {"path": "b.tif"}, {"path": "x/../a.tif"}]}, ["reference-twice"]),
        ({}, []),
    ],
)
def test_surplus_evidence_is_named(changes, codes):
    assert [code for code, _ in surplus(jobs.from_dict(document(**changes)))] == codes


def test_a_reference_named_twice_is_used_once_in_its_first_place():
    references = [{"path": "a.tif", "date": "2024-04-05"}, {"path": "b.tif"}, {"path": "./a.tif"}]
    kept = without_surplus(jobs.from_dict(document(references=references))).references
    assert [(entry.path, entry.date) for entry in kept] == [("a.tif", "2024-04-05"), ("b.tif", None)]

"""The table of trained models as the plugin reads it, and the algorithm that fills with one."""

import json
import subprocess

import pytest
from qgis.core import QgsProcessingException, QgsRasterLayer

from geoinpaint_qgis import engine
from geoinpaint_qgis.runner import models, platforms
from tests.plugin import scenes
from tests.plugin.algorithms import HOLE, differences, run
from tests.plugin.trained import ROOT, model_file, trained_model


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """The user's folder of models, empty."""
    folder = tmp_path / "models"
    folder.mkdir()
    monkeypatch.setenv("GEOINPAINT_MODELS", str(folder))
    return folder


def listed():
    return [model for model in engine.trained_models() if not model.ships]


def test_the_table_is_the_engines_own(folder, engine_python):
    model_file(folder / "one.safetensors", data="made up", licence="CC0", figures={"rmse": 0.02}, warnings=["Careful."])
    (folder / "broken.safetensors").write_bytes(b"\x00" * 5)
    (folder / ".half.safetensors").write_bytes(b"")
    script = "import json; from geoinpaint_engine.cli.info import models_table; print(json.dumps(models_table()))"
    answer = subprocess.run(
        [engine_python, "-c", script], cwd=ROOT / "engine", capture_output=True, text=True, check=True
    )
    table = json.loads(answer.stdout)
    assert table["folder"] == str(folder)
    ours = [
        {"name": m.name, "title": m.title, "bands": list(m.bands), "ships": m.ships, "path": m.path,
         "licence": m.licence, "data": m.data, "figures": m.figures, "warnings": list(m.warnings)}
        for m in engine.trained_models()
    ]  # fmt: skip
    assert ours == [{key: model[key] for key in ours[0]} for model in table["models"]]
    assert [m.name for m in listed()] == ["one"]


@pytest.mark.parametrize("name", ["linux", "macos", "windows"])
def test_the_users_folder_is_where_the_engine_looks(name):
    home = {"HOME": "/home/a", "USERPROFILE": r"C:\Users\a"}
    expected = {
        "linux": "/home/a/.local/share/geoinpaint/models",
        "macos": "/home/a/Library/Application Support/geoinpaint/models",
        "windows": r"C:\Users\a\AppData\Roaming\geoinpaint\models",
    }
    assert models.user_folder(home, platforms.Platform(name)) == expected[name]
    assert models.user_folder({**home, "GEOINPAINT_MODELS": "/m"}, platforms.Platform(name)) == "/m"


def test_bands_are_found_by_name_in_the_scenes_order():
    model = models.Model("m", "", False, "", ("B04", "B03", "B8A"))
    assert models.band_numbers(model, ["B02", "B3", "b04", "B08", "B8A"]) == [2, 3, 5]
    assert models.band_numbers(model, ["B02", "B03", "B04"]) is None
    assert models.band_numbers(model, ["", "", ""]) is None


def problem(provider, place, **changes):
    parameters = {"INPUT": place["scene"], "MASKS": [place["mask"]], "OUTPUT": "TEMPORARY_OUTPUT", **changes}
    with pytest.raises(QgsProcessingException) as error:
        run(provider, "inpaintwithmodel", parameters)
    return str(error.value)


def test_what_does_not_fit_is_said_in_a_sentence(provider, place, folder):
    if not engine.trained_models():
        assert "There is no trained model yet" in problem(provider, place)
    model_file(folder / "one.safetensors", bands=["B04", "B11"])
    assert "There is no model three: choose one of" in problem(provider, place, MODEL="three")
    assert "fills the bands B04, B11: say under Bands" in problem(provider, place, MODEL="one")
    model_file(folder / "two.safetensors", bands=["B04", "B03"])  # of a scene with a band more
    assert "the result would hold these alone" in problem(provider, place, MODEL="two")
    assert "no model" in problem(provider, place, MODEL_FILE=place["mask"])


@pytest.mark.torch
def test_a_model_fills_its_bands_alone(provider, place, folder, tmp_path, engine_python):
    trained_model(folder / "little.safetensors", engine_python)
    output = str(tmp_path / "out.tif")
    results = run(
        provider,
        "inpaintwithmodel",
        {"INPUT": place["scene"], "MASKS": [place["mask"]], "MODEL": "little", "BANDS": [2, 3], "HOLDOUT": "off",
         "DEVICE": "cpu", "OUTPUT": output},
    )  # fmt: skip
    layer = QgsRasterLayer(output)
    assert [layer.bandName(band).split(": ")[1] for band in (1, 2)] == ["B03", "B04"]
    assert layer.bandCount() == 2
    assert results["FILLED_PIXELS"] == len(HOLE)
    ours, theirs = scenes.pixels(output, 1), scenes.pixels(place["scene"], 2)
    assert all(ours[r][c] == theirs[r][c] for r in range(len(ours)) for c in range(len(ours)) if (r, c) not in HOLE)
    assert max(ours[45]) < 9000
    recipe = json.loads((tmp_path / "out.tif.recipe.json").read_text(encoding="utf-8"))
    assert recipe["job"]["model"] == "little"
    other = str(tmp_path / "other.tif")
    run(
        provider,
        "inpaintwithmodel",
        {"INPUT": place["scene"], "MASKS": [place["mask"]], "BANDS": [2, 3], "HOLDOUT": "off", "DEVICE": "cpu",
         "MODEL_FILE": str(folder / "little.safetensors"), "OUTPUT": other},
    )  # fmt: skip
    assert not differences(output, other)

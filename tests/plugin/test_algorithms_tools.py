"""The algorithms beside the fills: masks, clear-sky references, comparison, status."""

import pytest
from qgis.core import (
    QgsProcessingException,
    QgsRasterLayer,
)

from tests.plugin import scenes
from tests.plugin.algorithms import HOLE, Messages, run


def test_mask_from_classification(provider, place, tmp_path):
    results = run(
        provider,
        "cloudmask",
        {"INPUT": place["scene"], "CLASSIFICATION": place["scl"], "OUTPUT": str(tmp_path / "mask.tif")},
    )
    assert results["MASKED_PIXELS"] == len(HOLE)
    assert results["MASKED_SHARE"] == pytest.approx(len(HOLE) / scenes.SIZE**2, abs=1e-5)
    assert results["HOLES"] == 1
    assert results["LARGEST_HOLE_PIXELS"] == len(HOLE)
    assert results["CLEAR_PIXELS"] == scenes.SIZE**2 - len(HOLE)
    assert scenes.pixels(results["OUTPUT"]) == scenes.pixels(place["mask"])


def test_mask_needs_a_source(provider, place, tmp_path):
    with pytest.raises(QgsProcessingException, match="Nothing says"):
        run(provider, "cloudmask", {"INPUT": place["scene"], "OUTPUT": str(tmp_path / "mask.tif")})


def test_reference_from_dates(provider, place, tmp_path):
    results = run(
        provider,
        "clearskyreference",
        {
            "INPUTS": [place["scene"], place["earlier"], place["earliest"]],
            "MASKS": [place["mask"], place["scl"], place["scl"]],
            "MASK_CLASSES": "1,9",
            "STATISTIC": "median",
            "OUTPUT": str(tmp_path / "reference.tif"),
        },
    )
    layer = QgsRasterLayer(results["OUTPUT"])
    assert layer.bandCount() == 4
    assert layer.bandName(4).endswith("count")
    assert results["SCENES"] == 3
    assert results["COVERED_SHARE"] == pytest.approx(1 - len(HOLE) / scenes.SIZE**2, abs=1e-3)
    reference, earlier = scenes.pixels(results["OUTPUT"]), scenes.pixels(place["earlier"])
    assert reference[5][5] == earlier[5][5]  # the middle one of three dates


def test_radar_reference(provider, place, tmp_path):
    results = run(
        provider,
        "clearskyreference",
        {"INPUTS": [place["sar"], place["sar"]], "IS_SAR": True, "OUTPUT": str(tmp_path / "sar.tif")},
    )
    averaged, one = scenes.pixels(results["OUTPUT"]), scenes.pixels(place["sar"])
    assert averaged[7][9] == pytest.approx(one[7][9], abs=1e-3)


def test_other_dates_of_a_mask_that_detects_nothing_are_told_to_be_ignored(provider, place, tmp_path):
    given = {"INPUT": place["scene"], "MASKS": [place["mask"]], "OUTPUT": str(tmp_path / "mask.tif")}
    for references, told in (([place["earlier"]], 1), (None, 0)):
        messages = Messages()
        run(provider, "cloudmask", {**given, "REFERENCES": references}, feedback=messages)
        assert sum("Other dates serve to detect clouds only" in text for text in messages.warnings) == told


def test_reference_masks_must_fit(provider, place, tmp_path):
    with pytest.raises(QgsProcessingException, match="1 masks for 2 scenes"):
        run(
            provider,
            "clearskyreference",
            {
                "INPUTS": [place["scene"], place["earlier"]],
                "MASKS": [place["mask"]],
                "OUTPUT": str(tmp_path / "reference.tif"),
            },
        )


def test_compare_scores_a_fill_above_the_cloud(provider, fill, place):
    filled = fill()["OUTPUT"]

    def score(path):
        return run(provider, "compare", {"INPUT": path, "TRUTH": place["clear"], "MASK": place["mask"]})

    ours, cloud = score(filled), score(place["scene"])
    assert ours["UNIT"] == "reflectance"
    assert ours["RMSE_HOLE"] < 0.02 < 0.5 < cloud["RMSE_HOLE"]
    assert ours["SSIM_HOLE"] > cloud["SSIM_HOLE"]
    assert score(place["clear"])["MAE_WHOLE"] == 0


def test_compare_refuses_other_sizes(provider, place, tmp_path):
    small = scenes.write(tmp_path / "small.tif", [[[1] * 8] * 8] * 3)
    with pytest.raises(QgsProcessingException):
        run(provider, "compare", {"INPUT": small, "TRUTH": place["clear"], "MASK": place["mask"]})


def test_status_tells_what_there_is(provider, engine_python, monkeypatch):
    results = run(provider, "enginestatus", {})
    assert results["INTERPRETER"] == engine_python
    assert results["STATUS"] in ("light", "full")
    assert results["VERSION"] == "0.1.0"
    assert results["PROBLEM"] == ""
    monkeypatch.setenv("GEOINPAINT_PYTHON", "/no/such/python")
    results = run(provider, "enginestatus", {})
    assert results["STATUS"] == "missing"
    assert "/no/such/python" in results["PROBLEM"]

"""Cloud under the hole in the only other date: found where it is plain, told by name, and not used."""

import numpy as np
from scipy import ndimage as ndi

from geoinpaint_engine.pipeline import contamination_run
from geoinpaint_engine.quality.single_date_cloud import bright_ground, cloud_of_date
from tests.engine.conftest import read_raster, write_raster

SIZE, NAMES = 160, ("B02", "B03", "B04", "B08")
WHITE = np.array([7000.0, 7000, 7000, 7500])


def ground(rng):
    noise = ndi.gaussian_filter(rng.standard_normal((4, SIZE, SIZE)), (0, 3, 3)) * 3000
    return (np.array([600, 900, 1000, 2500])[:, None, None] + noise).clip(50)


def places():
    hole, cloud = np.zeros((2, SIZE, SIZE), bool)
    hole[40:110, 40:120] = True
    cloud[50:90, 50:90] = True
    return hole, ndi.gaussian_filter(cloud.astype(float), 2)


def test_what_is_brighter_than_all_clear_ground_is_cloud(rng):
    hole, opacity = places()
    clear = ground(rng)
    bright = bright_ground(clear[:, ~hole])
    cloudy = clear * (1 - opacity) + 6500 * opacity
    found = cloud_of_date(cloudy, hole, bright, WHITE)
    assert found[opacity > 0.3].all()
    assert not found[~hole | (opacity < 1e-3)].any()
    assert not cloud_of_date(clear, hole, bright, WHITE).any()
    # a bright roof, and green fields that are bright in near-infrared alone
    roof = clear.copy()
    roof[:, 60:70, 60:70] = 6000
    roof[3, 60:100, 60:100] = 6000
    assert not cloud_of_date(roof, hole, bright, WHITE).any()
    assert bright_ground(clear[:, :10, 0]) is None


def test_it_is_told_by_name_and_the_hole_is_filled_from_its_edge_there(tmp_path, rng, fill):
    hole, opacity = places()
    clear = ground(rng)
    truth = (1.1 * clear + 100).astype("uint16")
    cloudy = clear * (1 - opacity) + 6500 * opacity
    write_raster(tmp_path / "scene.tif", np.where(hole, np.uint16(9000), truth), names=NAMES)
    write_raster(tmp_path / "mask.tif", hole[None].astype("uint8"))
    for name, values in (("hazy", cloudy), ("fair", clear)):
        write_raster(tmp_path / f"{name}.tif", values.astype("uint16"), names=NAMES)

    def told(name):
        events = fill(mode="mt", references=[{"path": f"{name}.tif", "date": "2024-05-01"}])
        error = np.sqrt(((read_raster(tmp_path / "filled.tif").astype(float) - truth)[:, hole] ** 2).mean())
        return [event["message"] for event in events if event.get("code") == "reference-cloudy"], error

    messages, error = told("hazy")
    assert len(messages) == 1
    assert "hazy.tif (2024-05-01)" in messages[0]
    assert error < 500  # used as it is the date makes it 2,400
    messages, error = told("fair")
    assert not messages
    assert error < 50


def test_cloud_of_the_date_beside_the_hole_is_no_shadow_of_the_scene(tmp_path, rng, fill, monkeypatch):
    """Two images show a difference only; a date brighter than its own ground is the one that is clouded."""
    monkeypatch.setattr(contamination_run, "leaves_rims", lambda *_: True)
    hole, cloud = np.zeros((2, SIZE, SIZE), bool)
    hole[30:74, 30:130] = hole[86:130, 30:130] = True
    cloud[50:110, 60:100] = True
    opacity = 0.95 * ndi.gaussian_filter(cloud.astype(float), 5)
    clear = ground(rng)
    truth = (1.1 * clear + 100).astype("uint16")
    write_raster(tmp_path / "scene.tif", np.where(hole, np.uint16(9000), truth), names=NAMES)
    write_raster(tmp_path / "mask.tif", hole[None].astype("uint8"))
    write_raster(tmp_path / "date.tif", (clear * (1 - opacity) + 6500 * opacity).astype("uint16"), names=NAMES)
    fill(mode="mt", references=[{"path": "date.tif"}])
    error = (read_raster(tmp_path / "filled.tif").astype(float) - truth)[:, hole & (opacity > 0.05)]
    assert np.sqrt((error**2).mean()) < 400

"""The picture of the fill as it forms."""

from pathlib import Path

import numpy as np
import pytest
import rasterio

from geoinpaint_engine import job as jobs
from geoinpaint_engine.events import Control, Reporter
from geoinpaint_engine.pipeline.preview import SIDE, Preview
from geoinpaint_engine.pipeline.run import run
from geoinpaint_engine.pipeline.stages import FILL_END, FIT_END
from geoinpaint_engine.pipeline.workspace import Workspace
from geoinpaint_engine.raster.area import Area
from geoinpaint_engine.raster.grid import Window
from geoinpaint_engine.raster.mask_layers import open_mask
from geoinpaint_engine.raster.masks import materialise_mask
from geoinpaint_engine.raster.scene import open_scene
from tests.engine.conftest import write_raster
from tests.engine.runs import make_job


@pytest.mark.parametrize(
    ("side", "area"), [(200, None), (2 * SIDE + 501, None), (200, Area(Window(50, 70, 20, 90)))], ids=str
)
def test_pictures_take_turns_and_show_the_fill_in_the_hole_alone(tmp_path, side, area):
    data = np.arange(side * side, dtype="uint32").reshape(1, side, side)
    write_raster(tmp_path / "scene.tif", data)
    hole = np.zeros((1, side, side), "uint8")
    hole[0, 40:100, 60:150] = 1
    write_raster(tmp_path / "mask.tif", hole)
    events = []
    with open_scene(tmp_path / "scene.tif") as scene:
        layer = open_mask(tmp_path / "mask.tif", scene.grid)
        mask = materialise_mask([layer], scene, tmp_path / "codes.tif")
        preview = Preview(scene, mask, tmp_path, Reporter(events.append), area=area, interval_s=0)
        window = Window(30, 50, 90, 110)
        for value in (7, 9):
            preview.show(window, np.full((1, 90, 110), value, "float32"))
        mask.close()
        step = preview.step
    assert [Path(event["path"]).name for event in events] == ["preview_a.tif", "preview_b.tif"]
    wanted = hole[0] > 0 if area is None else (hole[0] > 0) & area.inside(Window(0, 0, side, side))
    expected = np.where(wanted, 9, data[0])[step // 2 :: step, step // 2 :: step]
    with rasterio.open(events[-1]["path"]) as src, rasterio.open(tmp_path / "scene.tif") as whole:
        assert max(src.shape) <= SIDE
        rows, cols = expected.shape  # the last cell may not be whole, and then has no middle pixel
        assert (src.read(1)[:rows, :cols] == expected).all()
        assert src.transform @ (0, 0) == whole.transform @ (0, 0)
        assert src.transform.a == step * whole.transform.a
    assert not list(tmp_path.glob("*.new.tif"))


def windowed_job(place):
    make_job(place)
    base = {
        "scene": {"path": "scene.tif"}, "mask": [{"path": "mask.tif"}], "output": {"path": "filled.tif"}, "tile": 64,
        "mode": "mt", "threads": 1, "references": [{"path": "reference_1.tif"}],
    }  # fmt: skip
    return jobs.resolved(jobs.from_dict(base), place)


def test_windows_are_shown_as_they_are_finished(tmp_path, monkeypatch):
    monkeypatch.setitem(Preview.__init__.__kwdefaults__, "interval_s", 0.0)
    job = windowed_job(tmp_path)
    events, workspace = [], Workspace()

    def sink(event):
        here = event["event"] == "preview" and Path(event["path"]).exists()
        events.append((event["event"], event.get("fraction"), here))

    run(job, reporter=Reporter(sink), control=Control(), workspace=workspace)
    fractions, last = [], 0.0
    for kind, fraction, here in events:
        last = fraction if fraction is not None else last
        if kind == "preview":
            assert here, "a picture that is told is there to be read"
            fractions.append(last)
    assert len(fractions) >= 10, "one for each window"
    assert sum(FIT_END <= fraction < FILL_END for fraction in fractions) >= 5
    assert len(set(fractions)) >= 5, "spread over the fill"


def test_no_picture_is_made_where_nobody_looks(tmp_path, monkeypatch):
    monkeypatch.setitem(Preview.__init__.__kwdefaults__, "interval_s", 0.0)
    job, kinds, pictures = windowed_job(tmp_path), set(), []

    def sink(event):
        kinds.add(event["event"])
        pictures.extend(tmp_path.rglob("preview_*"))

    run(job, reporter=Reporter(sink, previews=False), control=Control(), workspace=Workspace())
    assert (pictures, "preview" in kinds, "result" in kinds) == ([], False, True)
    assert not Reporter().previews

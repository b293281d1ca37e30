"""Jobs of several windows, run in this process."""

import numpy as np

from geoinpaint_engine import job as jobs
from geoinpaint_engine.events import Control, Reporter
from geoinpaint_engine.pipeline.run import run
from geoinpaint_engine.pipeline.workspace import Workspace
from tests.engine.conftest import field, write_raster

REFERENCES = ("--reference", "reference_1.tif", "--reference", "reference_2.tif")


def make_job(folder, *, rows=300, cols=340):
    """A scene of 20 windows of 64 px with a hole across many of them, two references and a mask."""
    rng = np.random.default_rng(3)
    truth = field(rng, rows=rows, cols=cols).astype("uint16")
    y, x = np.mgrid[:rows, :cols]
    hole = (np.sin(x / 23.0) + np.cos(y / 19.0)) > 0.9
    hole[100:140, :] = True
    names = ("B02", "B03", "B04")
    write_raster(folder / "scene.tif", np.where(hole, np.uint16(9000), truth), names=names)
    write_raster(folder / "mask.tif", hole[None].astype("uint8"))
    for number, gain in enumerate((0.8, 1.2), 1):
        other = (truth * gain + 60 + 15 * rng.standard_normal(truth.shape)).clip(1, 65_000)
        write_raster(folder / f"reference_{number}.tif", other.astype("uint16"), names=names)


def run_here(folder, output, *, cancel_after=None, beside=None, **document):
    """Run a job in this process with `resume`; the figures, or an end after so many windows."""
    control, events = Control(), []
    done = {"windows": 0}

    def sink(event):
        events.append(event)
        done["windows"] += event.get("message") == "filling"
        if done["windows"] == cancel_after:
            control.cancel()

    base = {
        "scene": {"path": "scene.tif"}, "mask": [{"path": "mask.tif"}], "threads": 1,
        "output": {"path": output, **(beside or {})},
        "references": [{"path": "reference_1.tif"}],
    }  # fmt: skip
    job = jobs.resolved(jobs.from_dict({**base, **document}), folder)
    run(job, reporter=Reporter(sink), control=control, workspace=Workspace(), resume=True)
    return events[-1]["figures"]

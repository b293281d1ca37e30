"""The estimate of a run's duration: what it told of runs that were measured (docs/performance.md)."""

import pytest

from geoinpaint_engine import job as jobs
from geoinpaint_engine.pipeline.estimate import Extent, seconds_of

# side in px, dates, Sentinel-1, options, masked pixels, threads, measured seconds
RUNS = {
    "a tile": (10_980, 2, 1, {"mode": "ms-mt"}, 24_900_000, 2, 156.4),
    "dates and radar": (2048, 2, 1, {"mode": "ms-mt"}, 1_030_000, 1, 27.5),
    "dates": (2048, 2, 0, {"mode": "mt"}, 1_030_000, 1, 33.5),
    "radar": (2048, 0, 1, {"mode": "ms"}, 1_030_000, 1, 65.2),
    "this image": (2048, 0, 0, {"mode": "basic"}, 1_030_000, 1, 228.2),
    "regression": (2048, 2, 1, {"mode": "classical"}, 1_030_000, 1, 60.7),
    "a small scene": (512, 1, 0, {"mode": "mt"}, 76_308, 1, 7.8),
    "a small scene, four dates": (512, 4, 0, {"mode": "mt"}, 76_308, 1, 12.2),
    "a small scene, this image": (512, 0, 0, {"mode": "basic"}, 76_308, 1, 11.8),
    "a small scene, regression": (512, 1, 0, {"mode": "classical"}, 76_308, 1, 4.0),
}


@pytest.mark.parametrize("name", RUNS)
def test_measured_runs_take_what_is_told_of_them(name):
    side, dates, radar, options, pixels, threads, measured = RUNS[name]
    evidence = {"references": [{"path": f"{number}.tif"} for number in range(dates)], "sar": [{"path": "s"}] * radar}
    document = {"scene": {"path": "scene.tif"}, "mask": [{"path": "mask.tif"}], "output": {"path": "o.tif"}}
    job = jobs.from_dict({**document, **evidence, **options})
    windows = max(1, (side // 768) ** 2)
    told = seconds_of(job, Extent(side * side, pixels, dates, bool(radar)), windows=windows, threads=threads)
    assert measured / 1.5 < told < 1.5 * measured

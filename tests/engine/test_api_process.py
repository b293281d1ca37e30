"""What a fill from Python does to its process, and how it is ended: nothing is left, all is as it was."""

import os
import signal
import subprocess
import sys
import threading
import warnings

import cv2
import numpy as np
import pytest
import scipy.linalg  # noqa: F401 - so that its BLAS is there from the start
from threadpoolctl import threadpool_info, threadpool_limits

import geoinpaint_engine as gi
from tests.engine.conftest import write_raster
from tests.engine.job_arrays import arrays_of
from tests.engine.processes import soon

NOTHING_WRITTEN = """
import resource, sys
import numpy as np, geoinpaint_engine as gi
data = np.load(sys.argv[1])
resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))  # no file can be given a single byte
result = gi.fill(data["scene"], data["mask"], references=[data["reference"]], uncertainty=True)
assert result.uncertainty is not None
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs limits of resources")
def test_arrays_never_touch_the_disk(wide_job_files, tmp_path):
    scene, mask, references, _ = arrays_of(wide_job_files[0])
    np.savez(tmp_path / "in.npz", scene=scene, mask=mask, reference=references[0])
    done = subprocess.run([sys.executable, "-c", NOTHING_WRITTEN, str(tmp_path / "in.npz")], capture_output=True,
                          text=True, timeout=300)  # fmt: skip
    assert done.returncode == 0, done.stderr


IMPORT = """
import os, sys, warnings
before = dict(os.environ), list(warnings.filters), set(sys.modules)
import geoinpaint_engine
assert (dict(os.environ), list(warnings.filters)) == before[:2]
loaded = {name.partition(".")[0] for name in set(sys.modules) - before[2]}
assert loaded <= {"geoinpaint_engine", "typing", "__future__"} | set(sys.stdlib_module_names), loaded
assert not hasattr(geoinpaint_engine, "nothing")
assert set(geoinpaint_engine.__all__) <= set(dir(geoinpaint_engine))
geoinpaint_engine.fill
import xml.sax
assert "torch" not in sys.modules and "xarray" not in sys.modules
changed = {name for name, value in os.environ.items() if before[0].get(name) != value}
assert changed <= {"GDAL_CURL_CA_BUNDLE", "PROJ_CURL_CA_BUNDLE", "LD_LIBRARY_PATH", "KMP_DUPLICATE_LIB_OK"}, changed
assert not any(entry[2].__module__.startswith("rasterio") for entry in warnings.filters)
"""


def test_importing_costs_nothing_and_changes_nothing():
    done = subprocess.run([sys.executable, "-c", IMPORT], capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr


PROCESS = """
import os, sys, warnings
import numpy as np, rasterio, pyogrio, cv2
import geoinpaint_engine as gi
data = np.load(sys.argv[1])
with rasterio.Env() as env:
    drivers = env.drivers()
def state():
    with rasterio.Env() as env:
        ours = [entry for entry in warnings.filters if entry[2].__module__.startswith("rasterio")]
        return dict(os.environ), ours, env.drivers(), pyogrio.list_drivers(), cv2.getNumThreads()
before = state()
gi.fill(data["scene"], data["mask"], references=[data["reference"]])
for one, other in zip(before, state()):
    assert one == other, (one, other)
assert pyogrio.get_gdal_config_option("GDAL_HTTP_PROXY") is None
assert rasterio.env.hasenv() is False
"""


def test_the_process_is_left_as_it_was(wide_job_files, tmp_path):
    scene, mask, references, _ = arrays_of(wide_job_files[0])
    np.savez(tmp_path / "in.npz", scene=scene, mask=mask, reference=references[0])
    # tests before this one may have shut the network of this process, as commands do
    theirs = ("GDAL_", "CPL_", "OGR_", "PROJ_")
    clean = {name: value for name, value in os.environ.items() if not name.startswith(theirs)}
    done = subprocess.run([sys.executable, "-c", PROCESS, str(tmp_path / "in.npz")], capture_output=True, text=True,
                          timeout=300, env=clean)  # fmt: skip
    assert done.returncode == 0, done.stderr


def test_libraries_use_one_thread_while_it_fills_and_their_own_after(wide_job_files):
    scene, mask, references, _ = arrays_of(wide_job_files[0])
    cv2.setNumThreads(3)
    limits = threadpool_limits(2, "blas")  # whatever the tests were started with
    before = sorted(pool["num_threads"] for pool in threadpool_info() if pool["user_api"] == "blas")
    meanwhile = []

    def noted(event):
        if event["event"] == "progress" and 0.05 < event["fraction"] < 1:
            meanwhile.extend(pool["num_threads"] for pool in threadpool_info() if pool["user_api"] == "blas")
            meanwhile.append(cv2.getNumThreads())

    with limits:
        gi.fill(scene, mask, references=references, on_event=noted)
        after = sorted(pool["num_threads"] for pool in threadpool_info() if pool["user_api"] == "blas")
    assert before
    assert set(before) == {2}
    assert set(meanwhile) == {1}
    assert after == before
    assert cv2.getNumThreads() == 3


def test_several_fills_side_by_side(wide_job_files):
    scene, mask, references, _ = arrays_of(wide_job_files[0])
    expected = gi.fill(scene, mask, references=references).filled
    found = []
    threads = [threading.Thread(target=lambda: found.append(gi.fill(scene, mask, references=references).filled))
               for _ in range(3)]  # fmt: skip
    filters = list(warnings.filters)
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 3
    assert all(np.array_equal(one, expected) for one in found)
    assert list(warnings.filters) == filters


def test_cancel_and_stop_from_an_event(wide_job_files):
    folder = wide_job_files[0]
    scene, mask, _, _ = arrays_of(folder)
    wish = gi.Control()
    with pytest.raises(gi.Cancelled):
        gi.fill(scene, mask, control=wish, on_event=lambda event: wish.cancel())
    stopped, told = gi.Control(), []

    def noted(event):
        told.append(event)
        if event.get("step", 0) >= 3:
            stopped.stop()

    result = gi.fill(scene, mask, preset="paper", steps=20_000, stop="never", control=stopped, on_event=noted)
    # the last event says that the steps are over
    assert sorted(event.get("step", 0) for event in told)[-2] < 10_000
    assert result.filled.shape == scene.shape


@pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX signals")
def test_a_keyboard_interrupt_leaves_nothing(wide_job_files):
    """Several windows are under way; who interrupts a notebook goes on in the same process."""
    folder = wide_job_files[0]
    rng = np.random.default_rng(0)
    scene = write_raster(folder / "large.tif", rng.integers(1, 3000, (2, 400, 400)).astype("uint16"))
    hole = np.zeros((400, 400), bool)
    hole[20:380:60, 20:380:60] = True

    def interrupted(event):
        if event.get("step"):
            signal.raise_signal(signal.SIGINT)

    # tests that are started in the background begin with the signal ignored
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        for output in ({}, {"output": folder / "large_filled.tif"}):
            with pytest.raises(KeyboardInterrupt):
                gi.fill(scene, hole, preset="paper", steps=5000, stop="never", tile=128, threads=2,
                        on_event=interrupted, **output)  # fmt: skip
            # the calls have ended; a thread that the signal has kept from its pool may take a moment longer
            assert soon(lambda: not [one for one in threading.enumerate() if one.name.startswith("window")])
    finally:
        signal.signal(signal.SIGINT, before)
    assert not list(folder.glob("large_filled*"))


def test_an_error_of_the_listener_ends_the_fill(wide_job_files):
    scene, mask, _, _ = arrays_of(wide_job_files[0])

    def failing(event):
        raise LookupError("mine")

    with pytest.raises(LookupError, match="mine"):
        gi.fill(scene, mask, on_event=failing)

"""The files of a job as arrays."""

from tests.engine.conftest import read_raster

# For tests of what goes in and comes out: it takes all evidence, and a third of the time of the fast preset. Of that,
# `test_arrays_get_the_command_lines_pixels` compares the pixels.
QUICK = {"mode": "classical", "fill": "regression", "holdout": False}
REFERENCES = ("reference_1.tif", "reference_2.tif")


def arrays_of(folder):
    """Scene, mask, references and SAR of `wide_job_files` as arrays."""
    scene, mask, *others = (read_raster(folder / name) for name in ("scene.tif", "mask.tif", *REFERENCES, "sar.tif"))
    return scene, mask[0] > 0, others[:2], others[2]

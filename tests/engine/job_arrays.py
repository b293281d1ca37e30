"""The files of a job as arrays."""

from tests.engine.conftest import read_raster

REFERENCES = ("reference_1.tif", "reference_2.tif")


def arrays_of(folder):
    """Scene, mask, references and SAR of `wide_job_files` as arrays."""
    scene, mask, *others = (read_raster(folder / name) for name in ("scene.tif", "mask.tif", *REFERENCES, "sar.tif"))
    return scene, mask[0] > 0, others[:2], others[2]

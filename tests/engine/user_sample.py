"""What a user of the Python API writes, held against its types by mypy --strict (test_api_documents.py)."""

from pathlib import Path

import numpy as np
import numpy.typing as npt
import xarray as xr

import geoinpaint_engine as gi


def fill_array(scene: npt.NDArray[np.uint16], mask: npt.NDArray[np.bool_]) -> npt.NDArray[np.float32]:
    result = gi.fill(scene, mask, references=[scene, "reference.tif"], uncertainty=True, seed=3)
    assert result.uncertainty is not None
    deviation: npt.NDArray[np.float32] = result.uncertainty
    return deviation


def fill_data_array(scene: xr.DataArray, others: xr.DataArray) -> xr.DataArray:
    cloudy: xr.DataArray = gi.detect_clouds(scene, others)
    return gi.fill(scene, cloudy, references=others, mode="mt").filled


def fill_cube(cube: xr.DataArray, masks: npt.NDArray[np.bool_]) -> xr.DataArray:
    result = gi.fill_series(cube, masks, dates_around=3)
    for date, code, message in result.warnings:
        print(date, code, message, result.figures.get(date))
    return result.filled


def fill_file(folder: Path) -> Path:
    def show(event: dict[str, object]) -> None:
        print(event)

    control = gi.Control()
    try:
        result = gi.fill(
            folder / "scene.tif", [gi.Mask(folder / "scl.tif", classes=[3, 8, 9]), folder / "drawn.gpkg"],
            references=[gi.Reference("a.tif", date="2024-05-01")], sar=gi.Sar("s1.tif"),
            output=folder / "filled.tif", on_event=show, control=control,
        )  # fmt: skip
    except gi.InputError as error:
        raise SystemExit(f"{error.code}: {error.message} {error.hint}") from error
    for code, message in result.warnings:
        print(code, message)
    return result.filled


def run_job(path: Path) -> float:
    job: gi.Job = gi.read_job(path)
    result: gi.Result[Path] = gi.run(job, dry_run=True)
    figures = gi.score(result.filled, "truth.tif", "mask.tif")
    return float(figures["reflectance"]["hole"]["rmse"])

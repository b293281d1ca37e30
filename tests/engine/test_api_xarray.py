"""xarray DataArrays in the Python API: any order of dimensions, other grids, what they declare, dates, the accessor."""

import numpy as np
import pytest
import rasterio
from affine import Affine

import geoinpaint_engine as gi
from tests.engine.conftest import read_raster, write_raster
from tests.engine.job_arrays import QUICK, arrays_of

xr = pytest.importorskip("xarray")
from geoinpaint_engine.api.data_arrays import image_of_data_array  # noqa: E402

UTM = rasterio.crs.CRS.from_epsg(32633)
NORTH_UP = Affine(10, 0, 500_000, 0, -10, 4_600_000)
NAMES = ("B02", "B03", "B04")


def data_array(data, transform=NORTH_UP, *, crs=UTM, names=NAMES, **attrs):
    """As xarray itself would hold it: coordinates of the pixels' centres and CF's grid mapping, no other package."""
    bands, rows, cols = data.shape
    mapping = {} if crs is None else {"spatial_ref": ((), 0, {"crs_wkt": crs.to_wkt()})}
    return xr.DataArray(
        data, dims=("band", "y", "x"), attrs=attrs, name="scene",
        coords={
            "band": list(names)[:bands], "y": transform.f + transform.e * (np.arange(rows) + 0.5),
            "x": transform.c + transform.a * (np.arange(cols) + 0.5), **mapping,
        },
    )  # fmt: skip


@pytest.fixture
def arrays(wide_job_files):
    """Scene, mask, references and SAR of `wide_job_files` as DataArrays, and their folder."""
    folder = wide_job_files[0]
    names = ("scene", "mask", "reference_1", "reference_2", "sar")
    read = {name: read_raster(folder / f"{name}.tif") for name in names}
    return (
        data_array(read["scene"]), data_array(read["mask"], names=("mask",)).isel(band=0),
        [data_array(read["reference_1"]), data_array(read["reference_2"])], data_array(read["sar"], names=("VV", "VH")),
        folder,
    )  # fmt: skip


@pytest.mark.parametrize("dims", [("band", "y", "x"), ("y", "x", "band"), ("x", "band", "y")])
def test_any_order_of_dimensions_and_all_is_given_back(dims, arrays):
    scene, mask, references, sar, folder = arrays
    way = {"references": references, "mode": "classical"}
    expected = gi.fill(folder / "scene.tif", folder / "mask.tif", sar=sar, **way).filled
    turned = scene.transpose(*dims).assign_attrs(note="mine")
    result = gi.fill(turned, mask.transpose(), sar=sar.transpose("y", "band", "x"), uncertainty=True, **way)
    xr.testing.assert_identical(result.filled.drop_attrs(), turned.copy(data=result.filled.values).drop_attrs())
    assert (result.filled.dims, result.filled.attrs, result.filled.name) == (dims, {"note": "mine"}, "scene")
    assert result.filled.dtype == turned.dtype
    np.testing.assert_array_equal(result.filled.transpose("band", "y", "x").values, expected)
    assert result.uncertainty.dims == dims
    assert result.uncertainty.dtype == np.float32
    assert set(result.uncertainty.coords) == set(turned.coords)
    assert (np.isfinite(result.uncertainty) == (mask > 0)).all()


def test_references_on_other_grids_as_files(arrays):
    """A coarser one in another CRS, one shifted by whole pixels, one south up: the same as of files."""
    scene, mask, references, _, folder = arrays
    far = Affine(0.0003, 0, 14.98, 0, -0.0002, 41.56)
    coarse = np.random.default_rng(0).integers(300, 3000, (3, 80, 80)).astype("uint16")
    shifted = references[0].isel(x=slice(3, None), y=slice(None, -2))
    south_up = references[1].isel(y=slice(None, None, -1))
    others = [data_array(coarse, far, crs=rasterio.crs.CRS.from_epsg(4326)), shifted, south_up]
    write_raster(folder / "coarse.tif", coarse, crs="EPSG:4326", transform=far, names=NAMES)
    write_raster(folder / "shifted.tif", shifted.values, transform=NORTH_UP * Affine.translation(3, 0), names=NAMES)
    write_raster(folder / "south.tif", south_up.values, transform=Affine(10, 0, 5e5, 0, 10, 4.6e6 - 1280), names=NAMES)
    files = [folder / name for name in ("coarse.tif", "shifted.tif", "south.tif")]
    expected = gi.fill(folder / "scene.tif", folder / "mask.tif", references=files, **QUICK)
    result = gi.fill(scene, mask, references=others, **QUICK)
    np.testing.assert_array_equal(result.filled.values, expected.filled)
    assert result.warnings == expected.warnings


def test_a_scene_with_rows_upwards(arrays):
    scene, mask, references, _, _ = arrays
    upright = gi.fill(scene, mask, references=references, mode="classical", fill="paste").filled
    turned = gi.fill(scene.isel(y=slice(None, None, -1)), mask, references=references, mode="classical", fill="paste")
    xr.testing.assert_equal(turned.filled.isel(y=slice(None, None, -1)), upright)


def test_without_crs_and_without_coordinates(arrays):
    scene, mask, references, _, _ = arrays
    expected = gi.fill(scene, mask, references=references, **QUICK).filled.values
    bare = [xr.DataArray(item.values, dims=item.dims) for item in (scene, mask, *references)]
    unnamed = [item.drop_vars("spatial_ref") for item in (scene, mask, *references)]
    for one, hole, *others in (bare, unnamed):
        result = gi.fill(one, hole, references=others, **QUICK)
        np.testing.assert_array_equal(result.filled.values, expected)
        # nothing about a missing CRS; whether made noise looks like cloud is another test's matter
        assert {code for code, _ in result.warnings} <= {"contaminated-rim"}
    beside_numpy = gi.fill(scene, mask.values, references=[item.values for item in references], **QUICK)
    np.testing.assert_array_equal(beside_numpy.filled.values, expected)


def test_what_the_data_array_declares_counts(arrays):
    """Nodata, scale and offset, names in `long_name`: the same as of a file that declares them."""
    scene, mask, references, _, folder = arrays
    data = scene.values.copy()
    data[:, 2:6, 3:9] = 7
    attrs = {"_FillValue": 7, "scale_factor": 1e-4, "add_offset": -0.1}
    declared = data_array(data, **attrs, long_name=NAMES).assign_coords(band=[1, 2, 3])
    with rasterio.open(write_raster(folder / "declared.tif", data, nodata=7, names=NAMES), "r+") as out:
        out.scales, out.offsets = (1e-4,) * 3, (-0.1,) * 3
    chosen = {"references": references, "bands": ["B04", "B02"], "mode": "classical"}
    expected = gi.fill(folder / "declared.tif", mask, **chosen)
    result = gi.fill(declared, mask, **chosen)
    np.testing.assert_array_equal(result.filled.values, expected.filled)
    assert result.figures["holdout_unit"] == "reflectance"
    assert result.filled.attrs == {**attrs, "long_name": ("B04", "B02")}
    assert list(result.filled.band.values) == [3, 1]
    deviation = gi.fill(declared, mask, references=references, uncertainty=True, mode="classical").uncertainty
    assert deviation.attrs == {"scale_factor": 1e-4, "long_name": NAMES}


def test_a_float_scene_keeps_its_declared_nodata(arrays):
    scene, mask, references, _, _ = arrays
    gaps = scene.astype("float32").copy()
    gaps[:, 2:6, 3:9] = -9999
    gaps.attrs["_FillValue"] = -9999.0
    result = gi.fill(gaps, mask, references=references, **QUICK)
    kept = gaps.where(mask == 0)
    xr.testing.assert_equal(result.filled.where(mask == 0), kept)


def test_dates_come_from_time(arrays):
    scene, mask, references, _, _ = arrays
    near, far = references[0].assign_coords(time=np.datetime64("2024-05-01")), references[1].assign_coords(
        time=np.datetime64("2024-01-01"))  # fmt: skip
    dated = scene.assign_coords(time=np.datetime64("2024-05-11T10:30"))
    hole = mask.values > 0
    for order in ([near, far], [far, near]):
        filled = gi.fill(dated, mask, references=order, mode="classical", fill="paste").filled
        np.testing.assert_array_equal(filled.values[:, hole], near.values[:, hole])
    series = xr.concat([far, near], dim="time")
    of_series = gi.fill(dated, mask, references=series, mode="classical", fill="paste").filled
    xr.testing.assert_equal(of_series, filled)


def cube_of(scene, references):
    """Three dates with bands, rows and columns; the scene is the second."""
    dates = np.array(["2024-04-01", "2024-05-01", "2024-06-01"], dtype="datetime64[ns]")
    return xr.concat([references[0], scene, references[1]], dim=xr.DataArray(dates, dims="time", name="time"))


def test_the_accessor_fills(arrays):
    import geoinpaint_engine.xarray  # noqa: F401 - registers it

    scene, mask, references, _, _ = arrays
    result = scene.geoinpaint.fill(mask, references=references, seed=3)
    xr.testing.assert_identical(result.filled, gi.fill(scene, mask, references=references, seed=3).filled)


def test_the_accessor_takes_the_other_dates_as_references(arrays):
    import geoinpaint_engine.xarray  # noqa: F401

    scene, mask, references, _, _ = arrays
    cube = cube_of(scene, references)
    result = cube.geoinpaint.fill(mask, date="2024-05-01", **QUICK)
    expected = gi.fill(scene, mask, references=references, **QUICK)
    np.testing.assert_array_equal(result.filled.values, expected.filled.values)
    assert str(result.filled.time.values)[:10] == "2024-05-01"
    clouds = xr.zeros_like(cube.isel(band=0), dtype=bool)
    clouds[1] = mask.values > 0
    clouds[0, :, :30] = True  # of the first date
    masked = cube.geoinpaint.fill(clouds, date="2024-05-01", mode="classical", fill="paste").filled
    dated = scene.assign_coords(time=np.datetime64("2024-05-01"))
    by_hand = gi.fill(dated, mask, mode="classical", fill="paste", references=[
        gi.Reference(references[0], mask=clouds[0].values, date="2024-04-01"),
        gi.Reference(references[1], date="2024-06-01")])  # fmt: skip
    np.testing.assert_array_equal(masked.values, by_hand.filled.values)


@pytest.mark.parametrize("date", [None, "2024-05-02"])
def test_the_accessor_asks_for_the_date(date, arrays):
    import geoinpaint_engine.xarray  # noqa: F401

    scene, mask, references, _, _ = arrays
    with pytest.raises(gi.UsageError) as told:
        cube_of(scene, references).geoinpaint.fill(mask, date=date)
    assert told.value.code == "array-date"
    assert "2024-04-01" in str(told.value)


@pytest.mark.parametrize(
    ("code", "change"),
    [
        ("array-dims", lambda scene: scene.rename(y="a", x="b")),
        ("array-dims", lambda scene: scene.expand_dims("version")),
        ("array-coordinates", lambda scene: scene.assign_coords(x=np.arange(136) ** 2)),
        ("array-dtype", lambda scene: scene.astype("complex64")),
        ("crs-unknown", lambda scene: scene.assign_coords(spatial_ref=((), 0, {"crs_wkt": "nowhere"}))),
        ("mask-no-overlap", lambda scene: scene.assign_coords(x=scene.x + 1e6)),
        ("crs-unknown", lambda scene: scene.drop_vars("spatial_ref").assign_coords(epsg=1)),
    ],
)
def test_errors_are_the_engines_own(code, change, arrays):
    scene, mask, _, _, _ = arrays
    with pytest.raises(gi.EngineError) as told:
        gi.fill(change(scene), mask)
    assert told.value.code == code


def test_dask_arrays_are_computed(arrays):
    pytest.importorskip("dask.array")
    scene, mask, references, _, _ = arrays
    chunks = [item.chunk() for item in references]
    lazy = gi.fill(scene.chunk({"y": 20}), mask.chunk(), references=chunks, **QUICK).filled
    xr.testing.assert_equal(lazy, gi.fill(scene, mask, references=references, **QUICK).filled)


def test_of_rioxarray(arrays):
    """What it opens, with its CRS and transform to the last digit, and what it writes back."""
    rioxarray = pytest.importorskip("rioxarray")
    *_, folder = arrays
    opened = rioxarray.open_rasterio(folder / "scene.tif")
    masked = rioxarray.open_rasterio(folder / "scene.tif", masked=True)
    with rasterio.open(folder / "scene.tif") as source:
        for item in (opened, masked):
            image = image_of_data_array(item, title="scene")
            assert (image.grid.crs, image.grid.transform) == (source.crs, source.transform)
            assert image.names == source.descriptions
    files = folder / "scene.tif", folder / "mask.tif"
    expected = gi.fill(*files, references=[folder / "reference_1.tif"], **QUICK).filled
    result = gi.fill(opened, rioxarray.open_rasterio(folder / "mask.tif"),
                     references=rioxarray.open_rasterio(folder / "reference_1.tif"), **QUICK)  # fmt: skip
    np.testing.assert_array_equal(result.filled.values, expected)
    result.filled.rio.to_raster(folder / "written.tif")
    with rasterio.open(folder / "written.tif") as back, rasterio.open(folder / "scene.tif") as source:
        assert (back.crs, back.transform, back.descriptions) == (source.crs, source.transform, source.descriptions)
        np.testing.assert_array_equal(back.read(), expected)


def test_of_rioxarray_a_stale_transform_is_not_believed(arrays):
    rioxarray = pytest.importorskip("rioxarray")
    *_, folder = arrays
    opened = rioxarray.open_rasterio(folder / "scene.tif")[:, 5:, 7:]
    assert image_of_data_array(opened, title="scene").grid.transform == NORTH_UP * Affine.translation(7, 5)


def test_of_odc_geo(arrays):
    odc = pytest.importorskip("odc.geo.xr")
    from odc.geo.geobox import GeoBox

    scene, mask, references, _, _ = arrays
    box = GeoBox(scene.shape[1:], NORTH_UP, "EPSG:32633")
    boxed = [odc.wrap_xr(item.values, box, axis=None if item.ndim == 2 else 1) for item in (scene, mask, *references)]
    assert image_of_data_array(boxed[0], title="scene").grid.transform == NORTH_UP
    assert image_of_data_array(boxed[0], title="scene").grid.crs == UTM
    result = gi.fill(boxed[0], boxed[1], references=boxed[2:], **QUICK)
    expected = gi.fill(scene, mask, references=references, **QUICK).filled
    np.testing.assert_array_equal(result.filled.values, expected.values)
    assert result.filled.odc.geobox == box


def test_a_dataset_is_told_how_it_becomes_a_scene(wide_job_files):
    scene, mask, _, _ = arrays_of(wide_job_files[0])
    bands = xr.Dataset({name: (("y", "x"), plane) for name, plane in zip(("B02", "B03", "B04"), scene, strict=True)})
    with pytest.raises(gi.UsageError, match=r"scene\.to_dataarray\(dim='band'\)"):
        gi.fill(bands, mask)
    filled = gi.fill(bands.to_dataarray(dim="band"), mask, mode="classical", fill="harmonic").filled
    assert filled.dims == ("band", "y", "x")

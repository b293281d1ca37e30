"""Small scenes with QGIS's own GDAL: a place seen on several dates, with radar, a mask and a classification."""

import math

from osgeo import gdal, osr

gdal.UseExceptions()

SIZE = 96
ORIGIN = (500000.0, 5000000.0)
PIXEL = 10.0
BANDS = ("B02", "B03", "B04")
HOLE = (range(30, 60), range(40, 66))  # rows, columns


def ground(row, col, band, date):
    """Reflectance * 10000 of a place with fields and a slope; dates differ in brightness."""
    field = 400 * ((row // 12 + col // 16) % 3)
    return int(900 + 250 * band + field + 6 * row + 3 * col + date * (60 + 0.05 * field))


def in_hole(row, col):
    return row in HOLE[0] and col in HOLE[1]


def write(path, planes, *, dtype=gdal.GDT_UInt16, names=(), nodata=None, crs=32633, shift=0.0):
    """Write lists of rows of numbers as a GeoTIFF."""
    rows, cols = len(planes[0]), len(planes[0][0])
    dataset = gdal.GetDriverByName("GTiff").Create(str(path), cols, rows, len(planes), dtype)
    dataset.SetGeoTransform((ORIGIN[0] + shift, PIXEL, 0, ORIGIN[1], 0, -PIXEL))
    if crs:
        reference = osr.SpatialReference()
        reference.ImportFromEPSG(crs)
        dataset.SetProjection(reference.ExportToWkt())
    kind = {gdal.GDT_UInt16: "H", gdal.GDT_Byte: "B", gdal.GDT_Float32: "f"}[dtype]
    import array

    for index, plane in enumerate(planes, 1):
        band = dataset.GetRasterBand(index)
        flat = array.array(kind, [value for row in plane for value in row])
        band.WriteRaster(0, 0, cols, rows, flat.tobytes())
        if names:
            band.SetDescription(names[index - 1])
        if nodata is not None:
            band.SetNoDataValue(nodata)
    dataset = None
    return str(path)


def grid(value):
    return [[value(row, col) for col in range(SIZE)] for row in range(SIZE)]


def scene(path, *, date=0, cloudy=True, **options):
    """A date of the place; where cloudy, the hole is bright."""
    planes = [
        grid(lambda row, col, band=band: 9000 if cloudy and in_hole(row, col) else ground(row, col, band, date))
        for band in range(len(BANDS))
    ]
    return write(path, planes, names=BANDS, **options)


def mask(path):
    return write(path, [grid(lambda row, col: int(in_hole(row, col)))], dtype=gdal.GDT_Byte)


def classification(path):
    """As a Sentinel-2 scene classification: 9 cloud in the hole, 5 bare soil elsewhere."""
    return write(path, [grid(lambda row, col: 9 if in_hole(row, col) else 5)], dtype=gdal.GDT_Byte)


def radar(path):
    planes = [
        grid(lambda row, col, band=band: -10.0 - 5 * band + 3 * math.sin(row / 9) + ((row // 12 + col // 16) % 3))
        for band in range(2)
    ]
    return write(path, planes, dtype=gdal.GDT_Float32, names=("VV", "VH"))


def pixels(path, band=1):
    """The values of a band as a list of rows."""
    dataset = gdal.Open(str(path))
    flat = dataset.GetRasterBand(band).ReadRaster(buf_type=gdal.GDT_Float64)
    values = memoryview(flat).cast("d")
    cols = dataset.RasterXSize
    return [list(values[row * cols : (row + 1) * cols]) for row in range(dataset.RasterYSize)]

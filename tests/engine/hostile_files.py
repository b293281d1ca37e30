"""Rasters that lead elsewhere, and how the tests read them."""

from geoinpaint_engine.raster.grid import Grid
from geoinpaint_engine.raster.mask_layers import open_vector
from geoinpaint_engine.raster.scene import open_scene
from geoinpaint_engine.raster.spec import RasterSpec
from tests.engine.raster_maker import NORTH_UP, values, write_raster

GRID = Grid(None, NORTH_UP, 40, 50)


def vrt(source, *, band="", relative=0, rows=40, cols=50):
    return (
        f'<VRTDataset rasterXSize="{cols}" rasterYSize="{rows}"><VRTRasterBand dataType="UInt16" band="1" {band}>'
        f'<SimpleSource><SourceFilename relativeToVRT="{relative}">{source}</SourceFilename><SourceBand>1</SourceBand>'
        "</SimpleSource></VRTRasterBand></VRTDataset>"
    )


def raster(path, **options):
    return write_raster(path, values((1, 40, 50)), **options)


def read_all(path):
    with open_scene(path) as scene:
        scene.read(scene.grid.window)
        dataset = scene.handles.get()
        dataset.read(1, out_shape=(5, 5))
        return [dataset.overviews(number) for number in dataset.indexes]


def shapes(path):
    return open_vector(RasterSpec(str(path)), GRID, None, role="area")


RAW = (
    '<VRTDataset rasterXSize="5" rasterYSize="5"><VRTRasterBand dataType="Byte" band="1" subClass="VRTRawRasterBand">'
    '<SourceFilename relativeToVRT="{relative}">{file}</SourceFilename><ImageOffset>0</ImageOffset>'
    "<PixelOffset>1</PixelOffset><LineOffset>5</LineOffset></VRTRasterBand></VRTDataset>"
)
PYTHON = (
    '<PixelFunctionLanguage>Python</PixelFunctionLanguage><PixelFunctionType>f</PixelFunctionType><PixelFunctionCode>'
    "<![CDATA[def f(i, o, *a, **k):\n open({file!r}, 'w').close()]]></PixelFunctionCode>"
)  # fmt: skip

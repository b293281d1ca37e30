"""JPEG 2000 on a server, in tiles as Sentinel-2's are: of a window its tiles are fetched; and radar without a map."""

import contextlib
import sys

import numpy as np
import pytest
import rasterio
from rasterio.control import GroundControlPoint
from rasterio.crs import CRS
from rasterio.transform import from_origin

from geoinpaint_engine.errors import EngineError, InputError
from geoinpaint_engine.raster.grid import Grid
from geoinpaint_engine.sources import remote_raster
from geoinpaint_engine.sources.remote_raster import remote_chip
from geoinpaint_engine.sources.transport import Transport
from tests.engine.conftest import ROOT

sys.path.insert(0, str(ROOT / "scripts"))
from demo_catalogue import CatalogueServer

ROWS, COLS, TILE = 700, 900, 128
FEW = 1 << 14  # bytes of the file below which it would be fetched whole


@pytest.fixture(scope="module")
def image(tmp_path_factory):
    """A lossless JPEG 2000 in tiles, and its values."""
    with rasterio.Env() as environment:
        if "JP2OpenJPEG" not in environment.drivers():
            pytest.skip("GDAL has no JP2OpenJPEG")
    path = tmp_path_factory.mktemp("jp2") / "T33TUG_B04_10m.jp2"
    data = np.random.default_rng(1).integers(1, 9000, (1, ROWS, COLS)).astype("uint16")
    with rasterio.open(
        path, "w", driver="JP2OpenJPEG", dtype="uint16", count=1, height=ROWS, width=COLS, crs="EPSG:32633",
        transform=from_origin(500_000, 4_600_000, 10, 10), QUALITY="100", REVERSIBLE="YES", tiled=True,
        blockxsize=TILE, blockysize=TILE,
    ) as out:  # fmt: skip
        out.write(data)
    return path, data


def grid_at(row, col, rows, cols):
    return Grid(CRS.from_epsg(32633), from_origin(500_000 + 10 * col, 4_600_000 - 10 * row, 10, 10), rows, cols)


@pytest.mark.parametrize(
    ("at", "tiles"),
    [((0, 0, 100, 90), 1), ((300, 400, 100, 200), 6), ((640, 800, 60, 100), 2), ((130, 260, 20, 30), 1)],
)
def test_of_a_window_its_tiles_are_fetched(image, tmp_path, monkeypatch, at, tiles):
    path, data = image
    monkeypatch.setattr(remote_raster, "WHOLE", FEW)
    monkeypatch.setattr(remote_raster, "GAP", 1)
    with CatalogueServer(path.parent) as server:
        chip = remote_chip(f"{server.url}/files/{path.name}", grid_at(*at), tmp_path, Transport())
    with rasterio.open(chip.path) as got:
        assert got.crs == CRS.from_epsg(32633)
        row, col = (round(value) for value in (
            (4_600_000 - got.transform.f) / 10, (got.transform.c - 500_000) / 10))  # fmt: skip
        values = got.read()
    assert row <= at[0]
    assert row + values.shape[1] >= at[0] + at[2]
    assert (values == data[:, row : row + values.shape[1], col : col + values.shape[2]]).all()
    share = path.stat().st_size / (-(-ROWS // TILE) * -(-COLS // TILE))  # bytes of a tile, about
    assert server.sent < (tiles + 0.5) * 1.2 * share + remote_raster.FIRST_BYTES + 40 * remote_raster.HOP


def test_a_small_one_is_fetched_whole(image, tmp_path):
    path, _ = image
    with CatalogueServer(path.parent) as server:
        remote_chip(f"{server.url}/files/{path.name}", grid_at(300, 400, 100, 200), tmp_path, Transport())
    assert len(server.log) == 2
    assert server.sent == path.stat().st_size


@pytest.mark.parametrize("seed", range(40))
def test_a_damaged_one_is_told_or_read(image, tmp_path, monkeypatch, seed):
    path, _ = image
    monkeypatch.setattr(remote_raster, "WHOLE", FEW)
    rng = np.random.default_rng(seed)
    content = bytearray(path.read_bytes())
    if seed % 4 == 0:
        content = content[: int(rng.integers(4, len(content)))]
    else:
        begin = content.index(b"\xff\x90") if seed % 2 else 0
        for place in rng.integers(begin, begin + 400, 6):
            content[int(place)] = int(rng.integers(256))
    (tmp_path / "a.jp2").write_bytes(content)
    with CatalogueServer(tmp_path) as server, contextlib.suppress(EngineError):
        remote_chip(f"{server.url}/files/a.jp2", grid_at(300, 400, 20, 20), tmp_path, Transport(tries=1))


def test_radar_that_says_by_ground_control_points_where_it_lies_is_refused(tmp_path):
    """As Sentinel-1 GRD does: without the terrain's height its pixels would be hundreds of metres off."""
    points = [GroundControlPoint(row, col, 12 + col / 9000, 41 - row / 9000)
              for row in (0, 99) for col in (0, 99)]  # fmt: skip
    with rasterio.open(
        tmp_path / "vv.tif", "w", driver="GTiff", dtype="uint16", count=1, height=100, width=100, gcps=points,
        crs="EPSG:4326",
    ) as out:  # fmt: skip
        out.write(np.ones((1, 100, 100), "uint16"))
    with CatalogueServer(tmp_path) as server, pytest.raises(InputError) as raised:
        remote_chip(f"{server.url}/files/vv.tif", grid_at(0, 0, 50, 50), tmp_path, Transport())
    assert raised.value.code == "source-content"
    assert "ground control points" in raised.value.message
    assert "RTC" in raised.value.hint

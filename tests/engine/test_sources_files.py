"""Windows of remote rasters: the bytes that are asked for are those that GDAL needs, and no more."""

import contextlib
import shutil
import ssl
import subprocess
import sys

import numpy as np
import pytest
import rasterio
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rasterio.crs import CRS
from rasterio.transform import from_origin

from geoinpaint_engine.errors import EngineError, InputError, ResourceError
from geoinpaint_engine.raster.grid import Grid, Window
from geoinpaint_engine.sources.remote_raster import remote_chip
from geoinpaint_engine.sources.tiff_layout import directories, merged
from geoinpaint_engine.sources.transport import Transport
from tests.engine.conftest import ROOT

sys.path.insert(0, str(ROOT / "scripts"))
import itertools

from demo_catalogue import Answer, CatalogueServer

KINDS = {
    "tiles": {"tiled": True, "blockxsize": 64, "blockysize": 64, "compress": "deflate"},
    "strips": {"blockysize": 16, "compress": "lzw"},
    "planes": {"tiled": True, "blockxsize": 32, "blockysize": 48, "interleave": "band"},
    "big": {"tiled": True, "blockxsize": 64, "blockysize": 64, "BIGTIFF": "YES", "compress": "deflate"},
    "other order": {"tiled": True, "blockxsize": 64, "blockysize": 64, "ENDIANNESS": "BIG"},
    "cog": {"driver": "COG", "BLOCKSIZE": 128},
}


@pytest.fixture(scope="module", params=KINDS)
def raster(request, tmp_path_factory):
    """A TIFF of 3 bands, 300 x 260 px, in one of the layouts."""
    path = tmp_path_factory.mktemp("tiff") / "a.tif"
    options = dict(KINDS[request.param])
    data = np.random.default_rng(1).integers(1, 9000, (3, 300, 260)).astype("uint16")
    with rasterio.open(
        path, "w", **{"driver": "GTiff", **options}, dtype="uint16", count=3, height=300, width=260,
        crs="EPSG:32633", transform=from_origin(500_000, 4_600_000, 10, 10), nodata=0,
    ) as out:  # fmt: skip
        out.write(data)
    return path, data


def grid_at(row, col, rows, cols):
    return Grid(CRS.from_epsg(32633), from_origin(500_000 + 10 * col, 4_600_000 - 10 * row, 10, 10), rows, cols)


def test_a_company_s_certificate_is_trusted_where_it_is_named(tmp_path, monkeypatch):
    """A real server with a certificate that nobody knows; without its name nothing is fetched from it."""
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("needs openssl to make a certificate")
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    subprocess.run(
        [openssl, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", key, "-out", certificate, "-days", "2",
         "-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"], check=True, capture_output=True,
    )  # fmt: skip
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    (tmp_path / "a.tif").write_bytes(bytes(1000))
    with CatalogueServer(tmp_path) as server:
        server._server.socket = context.wrap_socket(server._server.socket, server_side=True)
        url = server.url.replace("http:", "https:") + "/files/a.tif"
        with pytest.raises(ResourceError) as raised:
            Transport(pause=0.01, tries=2).part(url, 0, 100)
        assert raised.value.code == "source-unreachable"
        monkeypatch.setenv("GEOINPAINT_CERTIFICATES", str(certificate))
        assert Transport(pause=0.01, tries=2).part(url, 0, 100).data == bytes(100)
        monkeypatch.setenv("GEOINPAINT_CERTIFICATES", str(tmp_path / "a.tif"))
        with pytest.raises(InputError) as raised:
            Transport(pause=0.01, tries=2).part(url, 0, 100)
        assert raised.value.code == "certificates-unreadable"


def test_blocks_are_where_gdal_says(raster):
    path, _ = raster
    content = path.read_bytes()
    image = directories(lambda at, size: content[at : at + size], "a.tif")[0]
    with rasterio.open(path) as dataset:
        assert (image.height, image.width) == dataset.shape
        assert image.block == dataset.block_shapes[0]
        assert int(image.offsets[0]) == int(dataset.get_tag_item("BLOCK_OFFSET_0_0", "TIFF", bidx=1))
    # eight bytes around a block are read too
    touched = list(image.blocks(Window(0, 0, 1, 1)))
    assert len(touched) == image.planes
    assert touched[0][1] - touched[0][0] <= int(image.counts[0]) + 16


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, 250), st.integers(0, 220), st.integers(1, 300), st.integers(1, 260))
def test_a_window_is_the_file_s_own_pixels(raster, tmp_path, row, col, rows, cols):
    path, data = raster
    with CatalogueServer(path.parent) as server:
        chip = remote_chip(f"{server.url}/files/a.tif", grid_at(row, col, rows, cols), tmp_path, Transport())
        with rasterio.open(chip.path) as cut:
            assert (cut.read() == data[:, row : row + rows, col : col + cols]).all()
            assert cut.nodata == 0
    chip.path.unlink()


def test_only_the_blocks_of_the_window_are_fetched(tmp_path):
    path = tmp_path / "a.tif"
    rng = np.random.default_rng(1)
    with rasterio.open(
        path, "w", driver="GTiff", dtype="uint16", count=1, height=2048, width=2048, crs="EPSG:32633", tiled=True,
        blockxsize=256, blockysize=256, transform=from_origin(500_000, 4_600_000, 10, 10),
    ) as out:  # fmt: skip
        out.write(rng.integers(0, 9000, (1, 2048, 2048)).astype("uint16"))
    with CatalogueServer(tmp_path) as server:
        transport = Transport()
        remote_chip(f"{server.url}/files/a.tif", grid_at(512, 512, 256, 512), tmp_path, transport)
        assert len(server.log) == 2  # the directories, and two blocks side by side
        assert transport.received == server.sent < 0.05 * path.stat().st_size
        again = remote_chip(f"{server.url}/files/a.tif", grid_at(512, 512, 256, 512), tmp_path, transport)
        assert again is not None
        assert len(server.log) == 2
        assert remote_chip(f"{server.url}/files/a.tif", grid_at(5000, 0, 64, 64), tmp_path, transport) is None


def test_ranges_are_joined_over_small_gaps():
    assert merged([(10, 20), (0, 5), (21, 30)], 1) == [(0, 5), (10, 30)]
    assert merged([(0, 10), (2, 4)], 0) == [(0, 10)]


@pytest.mark.parametrize("content", [b"", b"<html>", b"II*\0\xff\xff\xff\xff", b"II*\0\x08\0\0\0\x01\0"])
def test_what_is_no_tiff_is_told(content):
    with pytest.raises(InputError) as told:
        directories(lambda at, size: content[at : at + size], "a.tif")
    assert told.value.code == "source-content"


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_damaged_directories_end_in_a_word(raster, data):
    content = bytearray(raster[0].read_bytes()[:4000])
    for _ in range(data.draw(st.integers(1, 6))):
        content[data.draw(st.integers(0, 600))] = data.draw(st.integers(0, 255))
    with contextlib.suppress(InputError):
        for image in directories(lambda at, size: bytes(content[at : at + size]), "a.tif"):
            list(image.blocks(Window(0, 0, min(image.height, 64), min(image.width, 64))))


# --- what servers do -----------------------------------------------------------------------------------------------


@pytest.fixture
def served(tmp_path):
    (tmp_path / "a.bin").write_bytes(bytes(range(256)) * 1000)
    with CatalogueServer(tmp_path) as server:
        yield server, f"{server.url}/files/a.bin", bytes(range(256)) * 1000


def first(count, answer):
    return lambda path, number: answer if number <= count else None


@pytest.mark.parametrize(
    "answer",
    [Answer(429, {"Retry-After": "1"}), Answer(429), Answer(500), Answer(503), Answer(cut_after=70_000),
     Answer(cut_after=0)],
    ids=["429 with a time", "429", "500", "503", "cut", "cut at once"],
)  # fmt: skip
def test_what_may_pass_is_tried_again(served, answer):
    server, url, content = served
    server.fault = first(2, answer)
    assert Transport(pause=0.01).part(url, 100, 200_000).data == content[100:200_000]


def test_what_a_cut_connection_has_brought_is_kept(served):
    server, url, content = served
    server.fault = first(2, Answer(cut_after=60_000))
    assert Transport(pause=0.01).part(url, 0, 150_000).data == content[:150_000]
    begun = [int(asked.removeprefix("bytes=").partition("-")[0]) for _, _, asked in server.log]
    assert begun[0] == 0
    assert all(later - before > 50_000 for before, later in itertools.pairwise(begun))


@pytest.mark.parametrize(
    ("answer", "code", "kind"),
    [
        (Answer(403), "source-denied", InputError),
        (Answer(404), "source-missing", InputError),
        (Answer(418), "source-content", InputError),
        (Answer(429), "source-busy", ResourceError),
        (Answer(502), "source-failed", ResourceError),
        (Answer(cut_after=0), "source-failed", ResourceError),
        (Answer(whole=True), "source-content", InputError),
        (Answer(body=b"<html>log in</html>"), "source-content", InputError),
    ],
)
def test_what_stays_is_told_by_its_code(served, answer, code, kind):
    server, url, _ = served
    server.fault = lambda path, number: answer
    with pytest.raises(kind) as told:
        Transport(pause=0.01, tries=3).part(url, 0, 1000)
    assert told.value.code == code
    assert server.url.removeprefix("http://") in told.value.message
    assert len(server.log) == (1 if kind is InputError else 3)


@pytest.mark.parametrize("size", [10**18, 10**30])
def test_a_size_that_no_file_has_is_told(tmp_path, size):
    (tmp_path / "a.tif").write_bytes(bytes(1 << 16))
    serving = CatalogueServer(tmp_path, fault=lambda path, number: Answer(size=size))
    with serving as server, pytest.raises(InputError) as told:
        remote_chip(f"{server.url}/files/a.tif", grid_at(30, 40, 560, 200), tmp_path, Transport())
    assert told.value.code == "source-content"
    assert [path.name for path in tmp_path.iterdir()] == ["a.tif"]


def test_silent_and_slow_servers_are_told(served, monkeypatch):
    server, url, _ = served
    monkeypatch.setattr("geoinpaint_engine.sources.transport.SILENCE_S", 0.2)
    monkeypatch.setattr("geoinpaint_engine.sources.transport.SLOW_S", 0.2)
    monkeypatch.setattr("geoinpaint_engine.sources.transport.SLOW_RATE", 1e6)
    for fault, rate in ((Answer(pause=1.0), 0), (None, 100_000)):
        server.rate, server.fault = rate, lambda path, number, fault=fault: fault
        with pytest.raises(ResourceError) as told:
            Transport(pause=0.01, tries=2).part(url, 0, 200_000)
        assert told.value.code == "source-slow"


def test_nobody_there():
    with pytest.raises(ResourceError) as told:
        Transport(pause=0.01, tries=2).part("http://127.0.0.1:9/a.tif", 0, 10)
    assert told.value.code == "source-unreachable"


def test_a_wish_to_end_is_heard_in_a_pause(served):
    server, url, _ = served
    server.fault = lambda path, number: Answer(503, {"Retry-After": "60"})
    asked = []

    def check():
        asked.append(1)
        if len(server.log) and len(asked) > 4:
            raise EngineError("cancelled", "The run was cancelled.")

    with pytest.raises(EngineError, match="cancelled"):
        Transport(check=check).part(url, 0, 10)


def test_a_token_goes_to_its_own_hosts_alone(served, monkeypatch):
    from geoinpaint_engine.sources.catalogues import PRESETS, TOKEN_VARIABLE, catalogue_of

    server, url, _ = served
    monkeypatch.setenv(TOKEN_VARIABLE, "secret")
    mine = catalogue_of(server.url)
    Transport(headers=mine.headers).part(url, 0, 10)
    assert server.authorization == ["Bearer secret"]
    assert mine.headers("http://elsewhere.example/a.tif") == {}
    assert mine.headers("http://127.0.0.1.elsewhere.example/a.tif") == {}
    assert PRESETS["earth-search"].headers(PRESETS["earth-search"].place) == {}
    assert "Authorization" in PRESETS["copernicus"].headers("https://download.dataspace.copernicus.eu/x")
    assert PRESETS["copernicus"].headers("http://download.dataspace.copernicus.eu/x") == {}  # not in the clear
    assert PRESETS["copernicus"].headers("https://evildataspace.copernicus.eu/x") == {}


def test_passwords_of_the_user_s_other_programs_are_not_sent(served, monkeypatch, tmp_path):
    from geoinpaint_engine.sources.catalogues import TOKEN_VARIABLE, catalogue_of

    server, url, _ = served
    (tmp_path / "netrc").write_text("machine 127.0.0.1 login me password mine\n")
    monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))
    monkeypatch.setenv(TOKEN_VARIABLE, "secret")
    Transport(headers=catalogue_of(server.url).headers).part(url, 0, 10)
    Transport().part(url, 0, 10)
    assert server.authorization == ["Bearer secret", ""]


def test_a_server_that_sends_elsewhere_is_told_and_takes_no_token_along(served, monkeypatch, tmp_path):
    from geoinpaint_engine.sources.catalogues import TOKEN_VARIABLE, catalogue_of

    server, url, content = served
    monkeypatch.setenv(TOKEN_VARIABLE, "secret")
    with CatalogueServer(tmp_path) as other:
        there = f"{other.url.replace('127.0.0.1', 'localhost')}/files/a.bin"
        server.fault = lambda path, number: Answer(302, {"Location": there})
        transport = Transport(headers=catalogue_of(server.url).headers)
        assert transport.part(url, 0, 10).data == content[:10]
        assert other.authorization == [""]
        assert len(transport.hosts) == 2


def test_a_mask_of_the_file_comes_along(tmp_path):
    rng = np.random.default_rng(2)
    data = rng.integers(1, 9000, (1, 600, 600)).astype("uint16")
    mask = (rng.random((600, 600)) > 0.3).astype("uint8") * 255
    with rasterio.Env(GDAL_TIFF_INTERNAL_MASK=True), rasterio.open(
        tmp_path / "a.tif", "w", driver="GTiff", dtype="uint16", count=1, height=600, width=600, crs="EPSG:32633",
        tiled=True, blockxsize=128, blockysize=128, transform=from_origin(500_000, 4_600_000, 10, 10),
    ) as out:  # fmt: skip
        out.write(data)
        out.write_mask(mask)
    with CatalogueServer(tmp_path) as server:
        chip = remote_chip(f"{server.url}/files/a.tif", grid_at(30, 40, 560, 200), tmp_path, Transport())
    with rasterio.open(chip.path) as cut:
        assert (cut.read(1) == data[0, 30:590, 40:240]).all()
        assert (cut.read_masks(1) == mask[30:590, 40:240]).all()


@pytest.mark.parametrize("text", [".", "../items", "items/", "items/.."])
def test_a_folder_of_items_has_a_name_however_it_is_written(tmp_path, monkeypatch, text):
    from geoinpaint_engine.sources.catalogues import catalogue_of

    (tmp_path / "items" / "items").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "items")
    assert catalogue_of(text).title == "items"

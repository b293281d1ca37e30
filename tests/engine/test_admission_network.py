"""No file, name or job makes GDAL ask a server: a listener on this machine that nobody may reach."""

import json
import os
import socket
import subprocess
import sys
import threading

import pytest

from geoinpaint_engine.errors import InputError
from geoinpaint_engine.raster.handles import own_process
from geoinpaint_engine.raster.mask_layers import open_mask
from tests.engine.conftest import ROOT
from tests.engine.hostile_files import GRID, raster, read_all, shapes, vrt

own_process()  # as a command does first


class Listener:
    """Takes connections on the loopback and remembers what was asked for."""

    def __init__(self):
        self.asked = []
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.address = f"127.0.0.1:{self._socket.getsockname()[1]}"
        self.url = f"http://{self.address}"
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self):
        while True:
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            with connection:
                connection.settimeout(2)
                try:
                    self.asked.append(connection.recv(200).split(b"\r\n")[0])
                    connection.sendall(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
                except OSError:
                    self.asked.append(b"")

    def close(self):
        self._socket.close()


@pytest.fixture
def listener():
    made = Listener()
    yield made
    made.close()


def network_files(folder, url):
    """Files that make GDAL ask a server, and how each is opened."""
    raster(folder / "aux.tif")
    (folder / "aux.tif.aux.xml").write_text(
        f'<PAMDataset><Metadata domain="OVERVIEWS"><MDI key="OVERVIEW_FILE">/vsicurl/{url}/aux.tif</MDI></Metadata>'
        "</PAMDataset>"
    )
    triangle = {"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1], [0, 0]]]}
    link = {"type": "link", "properties": {"href": f"{url}/crs", "type": "ogcwkt"}}
    (folder / "crs.geojson").write_text(
        json.dumps(
            {"type": "FeatureCollection", "crs": link,
             "features": [{"type": "Feature", "properties": {}, "geometry": triangle}]}
        )
    )  # fmt: skip
    (folder / "curl.vrt").write_text(vrt(f"/vsicurl/{url}/vrt.tif"))
    (folder / "named.tif").write_text(vrt(f"/vsicurl/{url}/vrt.tif"))
    (folder / "ogr.vrt").write_text(
        f'<OGRVRTDataSource><OGRVRTLayer name="x"><SrcDataSource>/vsicurl/{url}/o.geojson</SrcDataSource>'
        "</OGRVRTLayer></OGRVRTDataSource>"
    )
    (folder / "wms.xml").write_text(
        f'<GDAL_WMS><Service name="TMS"><ServerUrl>{url}/${{z}}/${{x}}/${{y}}.png</ServerUrl></Service><DataWindow>'
        "<UpperLeftX>-20037508</UpperLeftX><UpperLeftY>20037508</UpperLeftY><LowerRightX>20037508</LowerRightX>"
        "<LowerRightY>-20037508</LowerRightY><TileLevel>1</TileLevel></DataWindow><Projection>EPSG:3857</Projection>"
        "<BandsCount>3</BandsCount></GDAL_WMS>"
    )
    return [(read_all, "aux.tif"), (shapes, "crs.geojson"), (read_all, "curl.vrt"), (read_all, "named.tif"),
            (shapes, "ogr.vrt"), (read_all, "wms.xml")]  # fmt: skip


def test_no_file_makes_gdal_ask_a_server(tmp_path, listener):
    for opening, name in network_files(tmp_path, listener.url):
        with_error = name != "crs.geojson"  # its shapes are fine, its CRS is not looked up
        try:
            opening(tmp_path / name)
        except InputError:
            continue
        assert not with_error, f"{name} was opened"
    assert listener.asked == []


def test_no_name_makes_gdal_ask_a_server(tmp_path, listener):
    names = [
        f"/vsicurl/{listener.url}/a.tif", f"/vsicurl_streaming/{listener.url}/a.tif", "/vsis3/bucket/a.tif",
        "/vsigs/bucket/a.tif", f"{listener.url}/a.tif", f"WFS:{listener.url}/wfs", f"OAPIF:{listener.url}/o",
        f"WMS:{listener.url}/?SERVICE=WMS&LAYERS=a", f"/vsizip//vsicurl/{listener.url}/a.zip/a.tif",
        f"/vsicurl?url={listener.url}/a.tif", f"zip+{listener.url}/a.zip!a.tif", vrt(f"/vsicurl/{listener.url}/a.tif"),
    ]  # fmt: skip
    for name in names:
        for opening in (read_all, shapes, lambda path: open_mask(path, GRID)):
            with pytest.raises(InputError) as caught:
                opening(name)
            assert caught.value.code in ("path-network", "file-missing"), name
    assert listener.asked == []


IN_PYTHON = """
import sys
import geoinpaint_engine as gi
for name in sys.argv[1:]:
    for mask, fill, more in (
        (name, "harmonic", {}), ("mask.tif", "harmonic", {"area": name}), ("mask.tif", "paste", {"references": [name]})
    ):
        try:
            gi.fill("scene.tif", mask, mode="classical", fill=fill, **more)
        except gi.EngineError:
            continue
"""


def test_python_reaches_no_server_though_the_process_is_not_the_engines(tmp_path, listener):
    raster(tmp_path / "scene.tif")
    raster(tmp_path / "mask.tif")
    names = [name for _, name in network_files(tmp_path, listener.url)]
    done = subprocess.run(
        [sys.executable, "-c", IN_PYTHON, *names], cwd=tmp_path, capture_output=True, text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT / "engine")},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert listener.asked == []


def test_a_job_reaches_no_server_whatever_the_environment_says(geoinpaint, tmp_path, listener):
    """Every place of a job that takes a path, with variables that would open the way."""
    raster(tmp_path / "scene.tif")
    raster(tmp_path / "mask.tif")
    network_files(tmp_path, listener.url)
    environment = {
        "GEOINPAINT_NETWORK": "1", "NO_PROXY": "*", "no_proxy": "127.0.0.1", "GDAL_HTTP_PROXY": "",
        "CPL_VSIL_CURL_ALLOWED_EXTENSIONS": "", "AWS_S3_ENDPOINT": listener.address, "AWS_HTTPS": "NO",
        "AWS_NO_SIGN_REQUEST": "YES", "AWS_VIRTUAL_HOSTING": "NO", "PROJ_NETWORK": "ON",
    }  # fmt: skip
    plain = {"scene": {"path": "scene.tif"}, "mask": [{"path": "mask.tif"}], "mode": "classical",
             "fill": "harmonic", "output": {"path": "out.tif"}}  # fmt: skip
    for place in (
        {"scene": {"path": f"/vsicurl/{listener.url}/scene.tif"}},
        {"mask": [{"path": "crs.geojson"}, {"path": "/vsis3/bucket/mask.tif"}]},
        {"fill": "paste", "references": [{"path": "aux.tif"}]},
        {"area": {"path": "crs.geojson"}},
    ):
        (tmp_path / "job.json").write_text(json.dumps({**plain, **place}))
        done = geoinpaint("run", "job.json", env=environment)
        assert done.code in (2, 3), done.stderr
        assert done.last["code"] != "internal"
    assert listener.asked == []


def test_the_user_can_allow_the_network(geoinpaint, listener):
    done = geoinpaint("info", f"/vsicurl/{listener.url}/scene.tif", "--network")
    assert done.code == 3
    assert listener.asked
    assert "Check the address" in done.last["hint"]

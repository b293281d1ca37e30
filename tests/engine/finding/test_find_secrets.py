"""What of an address nobody else may know is written nowhere, and no file of this computer is read for a server."""

import json

import pytest

from geoinpaint_engine.sources.secrets import unsigned
from tests.engine.finding.conftest import files_of

pytest.importorskip("pystac_client", reason="needs the extra [stac]")


def test_files_of_this_computer_are_not_read_for_a_server(find, server, place):
    """An item of a server that names a local file, or one of a folder that leaves it."""
    from geoinpaint_engine.sentinel.items import item_of

    document = json.loads((place / "catalogue" / "S2A_20230604_33TUG.json").read_text())
    for href in ("file:///etc/passwd.tif", "/vsicurl/http://x/a.tif", "s3://bucket/a.tif"):
        document["assets"] = {"B02": {"href": href, "type": "image/tiff"}}
        item = item_of(document, "https://catalogue.example/items/1")
        assert item is None or item.bands["B02"].href.startswith("https://catalogue.example/")
    for href in ("/etc/a.tif", "../../a.tif", "/vsizip/a.zip/a.tif"):
        document["assets"] = {"B02": {"href": href, "type": "image/tiff"}}
        assert item_of(document, str(place / "catalogue" / "item.json")) is None


def test_no_secret_of_an_address_is_written_down(find, server, tmp_path):
    named = server.url.replace("http://", "http://me:pa55word@") + "?key=pa55word"
    outcome = find(catalogue=named, dates=("2023-06-04",))
    assert not outcome.error
    assert "pa55word" not in json.dumps(outcome.figures)
    written = [path for path in (tmp_path / "evidence").rglob("*") if path.is_file()]
    assert not [path for path in written if b"pa55word" in path.read_bytes()]


def test_no_signature_of_a_file_s_address_is_written_down(find, server, tmp_path):
    """Signed addresses are asked as they are, and another signature of the same file fetches nothing anew."""
    server.query = "?v=2&sv=2024&sig=s3cr3t"
    assert not find(dates=("2023-06-04",)).error
    written = [path for path in (tmp_path / "evidence").rglob("*") if path.is_file()]
    assert not [path for path in written if b"s3cr3t" in path.read_bytes()]
    item = json.loads((tmp_path / "evidence" / "S2_2023-06-04.json").read_text())["features"][0]
    assert item["assets"]["B02"]["href"].endswith("B02.tif?v=2")
    before = len(files_of(server))
    server.query = "?v=2&sv=2024&sig=s3cr3t_of_later"
    assert not find(dates=("2023-06-04",)).error
    assert files_of(server)[before:] == []


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://a.example/b.tif?X-Amz-Signature=s&X-Amz-Date=1&v=2", "https://a.example/b.tif?v=2"),
        ("https://me:pw@a.example:8/b.tif", "https://a.example:8/b.tif"),
        ("https://a.example/b.tif?access_token=s", "https://a.example/b.tif"),
        ("https://a.example/b?collections=s2&bands=B02", "https://a.example/b?collections=s2&bands=B02"),
        ("s3://bucket/b.tif", "s3://bucket/b.tif"), ("./b.tif?sig=1", "./b.tif?sig=1"), ("http://[1/a", "http://[1/a"),
    ],
)  # fmt: skip
def test_what_lets_in_is_taken_off_an_address(url, kept):
    assert unsigned(url) == kept

"""A small STAC catalogue of made-up images, and a server for it: what `geoinpaint find` asks, without a network.

    python scripts/demo_catalogue.py FOLDER [--size 512] [--items 24] [--rate MB_PER_S]

makes `scene.tif` (cloudy), `mask.tif`, `truth.tif` and `catalogue/` in FOLDER, then serves the catalogue on 127.0.0.1:
a STAC API (item search by GET and POST, in pages) whose files are read in parts. The tests make it fail on purpose.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from demo_place import make_place

PAGE = 10  # items


@dataclass
class Answer:
    """What becomes of a request instead of the right answer: a status, or a body that goes wrong.

    Args:
        status: other than success, or 0.
        headers: more of them.
        cut_after: bytes after which the connection is cut; None = not.
        body: sent in place of the file, with status 200.
        whole: send the whole file, as if no part had been asked for.
        size: bytes that the file is said to have, or 0.
        pause: seconds before anything is sent.
    """

    status: int = 0
    headers: Mapping[str, str] = field(default_factory=dict)
    cut_after: int | None = None
    body: bytes | None = None
    whole: bool = False
    size: int = 0
    pause: float = 0.0


@dataclass
class CatalogueServer:
    """A catalogue's folder as a STAC API on 127.0.0.1.

    Args:
        folder: with items and their files.
        rate: bytes a second, of all connections together; 0 = as fast as it goes.
        query: that the addresses of files carry, as signatures do; a file is not given out without it.
        fault: asked for each request (its path, its number from 1 on) what is to go wrong; None = nothing.

    Attributes:
        log: (method, path, Range) of each request.
        sent: bytes of bodies.
    """

    folder: Path
    rate: float = 0.0
    query: str = ""
    fault: Callable[[str, int], Answer | None] = lambda path, number: None
    log: list[tuple[str, str, str]] = field(default_factory=list)
    sent: int = 0
    authorization: list[str] = field(default_factory=list)

    def __enter__(self) -> CatalogueServer:
        self._lock = threading.Lock()
        self._free = time.monotonic()
        outer = self

        class Handler(_Handler):
            server_of = outer

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *exception: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    @property
    def url(self) -> str:
        """Of the catalogue's root."""
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def take(self, size: int) -> None:
        """Waits until so many bytes may be sent."""
        with self._lock:
            self.sent += size
            if not self.rate:
                return
            now = time.monotonic()
            self._free = max(self._free, now) + size / self.rate
            wait = self._free - now
        time.sleep(wait)

    def items(self) -> list[dict[str, Any]]:
        """All items, their files at this server."""
        out = []
        for path in sorted(self.folder.glob("*.json")):
            item = json.loads(path.read_text())
            for asset in item["assets"].values():
                asset["href"] = asset["href"].replace("./", f"{self.url}/files/") + self.query
            item["links"] = [{"rel": "self", "href": f"{self.url}/collections/{item['collection']}/items/{item['id']}"}]
            out.append(item)
        return out


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_of: CatalogueServer

    def handle(self) -> None:
        """One connection; its other end may go at any time."""
        with contextlib.suppress(ConnectionError):
            super().handle()

    def log_message(self, *args: object) -> None:
        """Keeps quiet."""

    def do_GET(self) -> None:
        """Answers."""
        self._answer("GET")

    def do_POST(self) -> None:
        """Answers."""
        self._answer("POST")

    def _answer(self, method: str) -> None:
        server = self.server_of
        parts = urlsplit(self.path)
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        with server._lock:
            server.log.append((method, parts.path, self.headers.get("Range", "")))
            server.authorization.append(self.headers.get("Authorization", ""))
            number = len(server.log)
        wrong = server.fault(parts.path, number) or Answer()
        time.sleep(wrong.pause)
        if wrong.status:
            self._send(wrong.status, b"no", "text/plain", wrong.headers)
        elif wrong.body is not None:
            self._send(200, wrong.body, "text/html")
        elif parts.path.startswith("/files/") and server.query not in ("", f"?{parts.query}"):
            self._send(403, b"no", "text/plain")
        elif parts.path.startswith("/files/"):
            self._file(server.folder / Path(parts.path).name, wrong)
        else:
            document = self._document(parts.path, parse_qs(parts.query), json.loads(body) if body else None)
            self._send(200 if document else 404, json.dumps(document or {}).encode(), "application/geo+json")

    def _file(self, path: Path, wrong: Answer) -> None:
        if not path.is_file():
            self._send(404, b"none", "text/plain")
            return
        size = path.stat().st_size
        asked = self.headers.get("Range", "")
        if not asked or wrong.whole:
            self._send(200, path.read_bytes(), "image/tiff")
            return
        first, _, last = asked.removeprefix("bytes=").partition("-")
        start, stop = int(first), min(int(last or size - 1) + 1, size)
        with path.open("rb") as stream:
            stream.seek(start)
            data = stream.read(stop - start)
        told = {"Content-Range": f"bytes {start}-{stop - 1}/{wrong.size or size}"}
        self._send(206, data, "image/tiff", told, wrong.cut_after)

    def _send(
        self, status: int, data: bytes, kind: str, headers: Mapping[str, str] | None = None, cut: int | None = None
    ) -> None:
        try:
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(data)))
            for name, value in (headers or {}).items():
                self.send_header(name, value)
            self.end_headers()
            for at in range(0, len(data if cut is None else data[:cut]), 1 << 14):
                part = data[at : min(at + (1 << 14), len(data) if cut is None else cut)]
                self.server_of.take(len(part))
                self.wfile.write(part)
            if cut is not None:
                self.close_connection = True
                self.wfile.flush()
                self.connection.shutdown(2)
        except OSError:
            self.close_connection = True

    def _document(self, path: str, query: Mapping[str, list[str]], body: Any) -> dict[str, Any] | None:
        root = self.server_of.url
        if path in ("", "/"):
            return {
                "type": "Catalog", "id": "demo", "stac_version": "1.0.0", "description": "Made-up images.",
                "conformsTo": [
                    "https://api.stacspec.org/v1.0.0/core", "https://api.stacspec.org/v1.0.0/item-search",
                ],
                "links": [
                    {"rel": "self", "href": root}, {"rel": "root", "href": root},
                    {"rel": "search", "href": f"{root}/search", "method": "GET", "type": "application/geo+json"},
                    {"rel": "search", "href": f"{root}/search", "method": "POST", "type": "application/geo+json"},
                ],
            }  # fmt: skip
        if path != "/search":
            return None
        asked = body or {name: values[0] for name, values in query.items()}
        found = [item for item in self.server_of.items() if _matches(item, asked)]
        begin = int(asked.get("token", 0))
        page = found[begin : begin + min(int(asked.get("limit", PAGE)), PAGE)]
        links = []
        if begin + len(page) < len(found):
            links = [{"rel": "next", "href": f"{root}/search", "method": "POST", "merge": True,
                      "body": {"token": str(begin + len(page))}}]  # fmt: skip
        return {"type": "FeatureCollection", "features": page, "links": links}


def _matches(item: Mapping[str, Any], asked: Mapping[str, Any]) -> bool:
    collections = asked.get("collections") or []
    collections = collections.split(",") if isinstance(collections, str) else collections
    if collections and item["collection"] not in collections:
        return False
    box = asked.get("bbox")
    box = [float(part) for part in box.split(",")] if isinstance(box, str) else box
    if box:
        west, south, east, north = item["bbox"]
        if west > box[2] or east < box[0] or south > box[3] or north < box[1]:
            return False
    first, _, last = str(asked.get("datetime", "")).partition("/")
    time = item["properties"]["datetime"]
    return (not first or first <= time) and (not last or time <= last)


def main() -> None:
    """Makes the place where it is missing, and serves it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--size", type=int, default=512)
    parser.add_argument("--items", type=int, default=24)
    parser.add_argument("--rate", type=float, default=0.0, metavar="MB_PER_S")
    options = parser.parse_args()
    if not (options.folder / "catalogue").exists():
        make_place(options.folder, size=options.size, items=options.items)  # the first time
    with CatalogueServer(options.folder / "catalogue", rate=options.rate * 1e6) as server:
        scene, mask = options.folder / "scene.tif", options.folder / "mask.tif"
        command = f"geoinpaint find {scene} --mask {mask} --sar -o {options.folder / 'evidence'}"
        print(f"{command} --catalogue {server.url}", flush=True)
        while True:
            time.sleep(3600)


if __name__ == "__main__":
    main()

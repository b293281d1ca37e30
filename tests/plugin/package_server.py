"""A package server on this machine: whole, slow, cut off, faulty, or a proxy that refuses."""

import contextlib
import hashlib
import http.server
import ssl
import threading
import time
import urllib.parse
from pathlib import Path

CHUNK = 65536


class Handler(http.server.BaseHTTPRequestHandler):
    """Serves `server.folder`'s wheels: /simple/NAME/ lists those of a name, /files/WHEEL gives one."""

    def log_message(self, *args):
        pass

    def do_CONNECT(self):
        self.send_error(self.server.refusal)

    def do_GET(self):
        parts = self.path.strip("/").split("/")
        if parts[0] == "simple":
            self._page(parts[-1])
        elif self.server.fault:
            self.send_error(self.server.fault)
        else:
            self._wheel(self.server.folder / urllib.parse.unquote(parts[-1]))

    def _page(self, name):
        wheels = sorted(self.server.folder.glob(f"{name.replace('-', '_')}-*.whl"))
        links = "".join(
            f'<a href="/files/{wheel.name}#sha256={hashlib.sha256(wheel.read_bytes()).hexdigest()}">{wheel.name}</a>'
            for wheel in wheels
        )
        body = f"<!DOCTYPE html><html><body>{links}</body></html>".encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _wheel(self, path):
        data = path.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", "application/octet-stream")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        if self.server.cut:
            data = data[: len(data) // 2]
        for start in range(0, len(data), CHUNK):
            self.wfile.write(data[start : start + CHUNK])
            time.sleep(self.server.pause_s)


@contextlib.contextmanager
def package_server(folder, *, cut=False, fault=0, refusal=407, pause_s=0.0, certificate=None):
    """The address of a server of a folder's wheels, on the loopback device.

    `cut`: it gives half of each file. `fault`: the status it gives instead of files. `refusal`: the status it gives as
    a proxy. `pause_s` after every 64 KiB. `certificate`: a file of key and certificate, for https.
    """
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.folder, server.cut, server.fault, server.refusal, server.pause_s = Path(folder), cut, fault, refusal, pause_s
    if certificate is not None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        server.socket = context.wrap_socket(server.socket, server_side=True)
    server.handle_error = lambda *args: None  # a client that does not trust us hangs up
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"{'http' if certificate is None else 'https'}://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()

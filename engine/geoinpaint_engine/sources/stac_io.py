"""Routes pystac-client's requests through the engine's transport: its retries, limits and error messages."""

from __future__ import annotations

from typing import Any

from pystac_client.stac_api_io import StacApiIO

from geoinpaint_engine.sources.transport import Transport


class TransportStacIO(StacApiIO):
    """STAC input through a `Transport`."""

    def __init__(self, transport: Transport) -> None:
        super().__init__()
        self._transport = transport

    def request(
        self,
        href: str,
        method: str | None = None,
        headers: dict[str, str] | None = None,
        parameters: dict[str, Any] | None = None,
    ) -> str:
        """Fetches a document as text; see `StacApiIO.request`."""
        if method == "POST":
            return self._transport.text(href, document=parameters).decode("utf-8", "replace")
        if parameters:
            from requests import Request

            href = Request("GET", href, params=parameters).prepare().url or href
        return self._transport.text(href).decode("utf-8", "replace")

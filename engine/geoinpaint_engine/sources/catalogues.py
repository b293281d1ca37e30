"""STAC catalogues: presets known by name, any STAC API by URL, and folders of STAC items."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from geoinpaint_engine.errors import InputError, UsageError

TOKEN_VARIABLE = "GEOINPAINT_CATALOGUE_TOKEN"  # noqa: S105 # nosec B105 # an environment variable's name


@dataclass(frozen=True)
class Catalogue:
    """A STAC catalogue.

    Args:
        name: name given by the user.
        title: name used in messages.
        place: URL of its API, or path of a folder.
        optical: Sentinel-2 collections, the preferred one first; empty = all collections.
        radar: Sentinel-1 collections, likewise.
        signing: how URLs of its files are signed: by the package planetary-computer, or not at all.
        token_variable: environment variable with an access token, sent only to `token_hosts`.
        token_hosts: hosts that may receive the token; a leading dot includes all subdomains.
    """

    name: str
    title: str
    place: str
    optical: tuple[str, ...] = ()
    radar: tuple[str, ...] = ()
    signing: Literal["", "planetary-computer"] = ""
    token_variable: str = TOKEN_VARIABLE
    token_hosts: tuple[str, ...] = ()

    @property
    def remote(self) -> bool:
        """Whether it is accessed over the network."""
        return self.place.startswith(("http://", "https://"))

    @property
    def host(self) -> str:
        """Host (and port) of a remote catalogue, else ""."""
        return host_of(self.place) if self.remote else ""

    @property
    def address(self) -> str:
        """The place without credentials, as may be logged or stored."""
        parts = urlsplit(self.place)
        return f"{parts.scheme}://{self.host}{parts.path}" if self.remote else self.place

    def headers(self, url: str) -> dict[str, str]:
        """HTTP headers for a request: the user's access token, if the host may receive it.

        The token is sent unencrypted (http) only if the catalogue itself was given as an http URL.
        """
        token, host = os.environ.get(self.token_variable, ""), (urlsplit(url).hostname or "").lower()
        may_send = url.startswith("https://") or self.place.startswith("http://")
        trusted = any(host == name or (name.startswith(".") and host.endswith(name)) for name in self.token_hosts)
        return {"Authorization": f"Bearer {token}"} if token and may_send and trusted else {}


def host_of(url: str) -> str:
    """The host (and port) of a URL, without user name and password."""
    return urlsplit(url).netloc.rpartition("@")[2]


# None of these can be reached where the project is built; docs/evidence.md lists what is not verified.
PRESETS = {
    "earth-search": Catalogue(
        "earth-search", "Earth Search", "https://earth-search.aws.element84.com/v1",
        optical=("sentinel-2-l2a",), radar=("sentinel-1-grd",),
    ),
    "planetary-computer": Catalogue(
        "planetary-computer", "Planetary Computer", "https://planetarycomputer.microsoft.com/api/stac/v1",
        optical=("sentinel-2-l2a",), radar=("sentinel-1-rtc",), signing="planetary-computer",
    ),
    "copernicus": Catalogue(
        "copernicus", "Copernicus Data Space", "https://stac.dataspace.copernicus.eu/v1",
        optical=("sentinel-2-l2a",), radar=("sentinel-1-grd",), token_hosts=(".dataspace.copernicus.eu",),
    ),
}  # fmt: skip
DEFAULT_CATALOGUE = next(iter(PRESETS))


def catalogue_of(text: str) -> Catalogue:
    """Resolves a preset name, a URL or a folder to a catalogue.

    Raises:
        UsageError: `catalogue-unknown`.
        InputError: `file-missing`.
    """
    if text in PRESETS:
        return PRESETS[text]
    if text.startswith(("http://", "https://")):
        host = ""
        with suppress(ValueError):  # malformed URL
            host = (urlsplit(text).hostname or "").lower()
        if not host:
            raise UsageError("catalogue-unknown", f"{text} has no host name.", "Write https://host/path.")
        return Catalogue(text, host, text.rstrip("/"), token_hosts=(host,))
    if Path(text).is_dir():
        title = Path(text).resolve().name or text  # "." and ".." have no name
        return Catalogue(text, title, str(Path(text).absolute()))
    if "/" in text or os.sep in text:
        raise InputError("file-missing", f"There is no folder {text}.", "Check the path.")
    raise UsageError(
        "catalogue-unknown", f"There is no catalogue {text}.",
        f"Name one of {', '.join(PRESETS)}, the URL of a STAC API, or a folder of STAC items.",
    )  # fmt: skip

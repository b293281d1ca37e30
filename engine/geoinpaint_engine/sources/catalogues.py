"""The catalogues that are known by name, and what may be named instead: a URL of a STAC API, or a folder of items."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from geoinpaint_engine.errors import InputError, UsageError

TOKEN_VARIABLE = "GEOINPAINT_CATALOGUE_TOKEN"  # noqa: S105 # nosec B105 # the name of a variable


@dataclass(frozen=True)
class Catalogue:
    """A STAC catalogue.

    Args:
        name: how a user calls it.
        title: how messages call it.
        place: the URL of its API, or a folder.
        optical: its collections of Sentinel-2, the preferred one first; none = all that it has.
        radar: its collections of Sentinel-1, likewise.
        signing: how addresses of its files are signed: by the package planetary-computer, or not at all.
        token_variable: the environment's variable with a token, sent to the hosts of `token_hosts` alone.
        token_hosts: hosts that get the token; a leading dot = also every host below.
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
        """Whether it is asked over the network."""
        return self.place.startswith(("http://", "https://"))

    @property
    def host(self) -> str:
        """The host that is asked, or ""."""
        return host_of(self.place) if self.remote else ""

    @property
    def address(self) -> str:
        """The place as it may be written down: without what may be a secret."""
        parts = urlsplit(self.place)
        return f"{parts.scheme}://{self.host}{parts.path}" if self.remote else self.place

    def headers(self, url: str) -> dict[str, str]:
        """What a request to a URL carries beside its address: the user's token, to hosts that may have it.

        It goes in the clear (http) only where the catalogue itself was named so.
        """
        token, host = os.environ.get(self.token_variable, ""), (urlsplit(url).hostname or "").lower()
        private = url.startswith("https://") or self.place.startswith("http://")
        known = private and any(host == one or (one.startswith(".") and host.endswith(one)) for one in self.token_hosts)
        return {"Authorization": f"Bearer {token}"} if token and known else {}


def host_of(url: str) -> str:
    """The host (and port) of a URL, without a user's name and password."""
    return urlsplit(url).netloc.rpartition("@")[2]


# None of these can be reached where the project is built: docs/evidence.md says what is not verified.
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
    """The catalogue of a name, a URL or a folder.

    Raises:
        UsageError: `catalogue-unknown`.
        InputError: `file-missing`.
    """
    if text in PRESETS:
        return PRESETS[text]
    if text.startswith(("http://", "https://")):
        host = ""
        with suppress(ValueError):  # of a bracket too few, a port that is none
            host = (urlsplit(text).hostname or "").lower()
        if not host:
            raise UsageError("catalogue-unknown", f"{text} names no host.", "Write https://host/path.")
        return Catalogue(text, host, text.rstrip("/"), token_hosts=(host,))
    if Path(text).is_dir():
        return Catalogue(text, Path(text).name, str(Path(text).absolute()))
    if "/" in text or os.sep in text:
        raise InputError("file-missing", f"There is no folder {text}.", "Check the path.")
    raise UsageError(
        "catalogue-unknown", f"There is no catalogue {text}.",
        f"Name one of {', '.join(PRESETS)}, the URL of a STAC API, or a folder of STAC items.",
    )  # fmt: skip

"""Additional certificate authorities, such as those of a company network configured in QGIS."""

from __future__ import annotations

import os
import ssl
from typing import Any

from requests.adapters import HTTPAdapter

from geoinpaint_engine.errors import InputError

CERTIFICATES = "GEOINPAINT_CERTIFICATES"  # environment variable with the path of a PEM file


class ExtraAuthorities(HTTPAdapter):
    """An HTTP adapter that also trusts the certificate authorities of a file.

    Args:
        path: path of a PEM file.

    Raises:
        InputError: `certificates-unreadable`.
    """

    def __init__(self, path: str) -> None:
        self._context = ssl.create_default_context()
        try:
            self._context.load_verify_locations(path)
        except (OSError, ValueError) as error:  # an SSLError is an OSError
            raise InputError(
                "certificates-unreadable", f"The certificates {path} cannot be read.",
                f"Set the variable {CERTIFICATES} to a file of PEM certificates, or unset it.",
            ) from error  # fmt: skip
        super().__init__()

    def init_poolmanager(self, *args: Any, **options: Any) -> None:
        """See `HTTPAdapter`."""
        super().init_poolmanager(*args, **options, ssl_context=self._context)

    def proxy_manager_for(self, *args: Any, **options: Any) -> Any:
        """See `HTTPAdapter`."""
        return super().proxy_manager_for(*args, **options, ssl_context=self._context)


def named() -> str:
    """Path of the certificate file set in the environment, or ""."""
    return os.environ.get(CERTIFICATES, "")

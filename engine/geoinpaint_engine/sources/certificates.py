"""Additional trusted certificates, such as those of a company's network configured in QGIS."""

from __future__ import annotations

import os
import ssl
from typing import Any

from requests.adapters import HTTPAdapter

from geoinpaint_engine.errors import InputError

CERTIFICATES = "GEOINPAINT_CERTIFICATES"  # the environment's variable with a file of them (PEM)


class ExtraAuthorities(HTTPAdapter):
    """Trusts the authorities of a file too.

    Args:
        path: of the file (PEM).

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
                f"Name a file of PEM certificates in the variable {CERTIFICATES}, or none.",
            ) from error  # fmt: skip
        super().__init__()

    def init_poolmanager(self, *args: Any, **options: Any) -> None:
        """See `HTTPAdapter`."""
        super().init_poolmanager(*args, **options, ssl_context=self._context)

    def proxy_manager_for(self, *args: Any, **options: Any) -> Any:
        """See `HTTPAdapter`."""
        return super().proxy_manager_for(*args, **options, ssl_context=self._context)


def named() -> str:
    """The file of certificates that the environment names; "" where it names none."""
    return os.environ.get(CERTIFICATES, "")

"""Strips credentials from URLs: signatures and tokens in the query, passwords before the host."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

_SECRET = re.compile(
    r"x-amz-.*|x-goog-.*|awsaccesskeyid|googleaccessid|signature|sig|se|sp|sv|sr|st|spr|sip|ske|skoid|sks|skt|sktid|skv"
    r"|expires|policy|key-pair-id|.*(?:token|secret|password|passwd|api[-_]?key|subscription-key|credential).*|auth|key|sas"
    r"|authorization|jwt|hmac|hdnts|hdnea|verify"
)


def unsigned(url: str) -> str:
    """A URL without credentials, as may be logged or stored; other texts are returned unchanged.

    >>> unsigned("https://a.example/b.tif?sig=x&se=2026&v=2")
    'https://a.example/b.tif?v=2'
    """
    try:
        parts = urlsplit(url)
        if not parts.scheme or not parts.netloc or not ("?" in url or "@" in parts.netloc):
            return url
        kept = [(name, value) for name, value in parse_qsl(parts.query, keep_blank_values=True) if not _is_secret(name)]
        return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2], query=urlencode(kept)))
    except ValueError:  # malformed URL
        return url


def _is_secret(name: str) -> bool:
    return _SECRET.fullmatch(name.lower()) is not None


def without_secrets(document: Any) -> Any:
    """A copy of parsed JSON with `unsigned` applied to every URL."""
    if isinstance(document, str):
        return unsigned(document) if "://" in document else document
    if isinstance(document, list):
        return [without_secrets(value) for value in document]
    if isinstance(document, dict):
        return {key: without_secrets(value) for key, value in document.items()}
    return document

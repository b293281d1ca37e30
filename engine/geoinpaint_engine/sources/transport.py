"""HTTP requests for parts of files, retried with exponential backoff; final failures become one clear sentence."""

from __future__ import annotations

import math
import random
import re
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar, cast
from urllib.parse import urlsplit

from geoinpaint_engine.errors import InputError, ResourceError, UsageError
from geoinpaint_engine.sources.catalogues import host_of
from geoinpaint_engine.sources.secrets import unsigned

if TYPE_CHECKING:
    import requests

T = TypeVar("T")

TRIES = 5
FIRST_PAUSE, LONGEST_PAUSE = 0.5, 20.0  # seconds; the latter also limits what a server requests by Retry-After
CONNECT_S, SILENCE_S = 10.0, 30.0  # timeouts for connecting, and for the next bytes
SLOW_S, SLOW_RATE = 30.0, 2_000.0  # seconds after which a request must have reached this rate in bytes per second
CHUNK = 1 << 13  # bytes read at once, and lost at most if a connection is cut
LARGEST_TEXT = 1 << 26  # bytes of a document

_DENIED, _MISSING, _BUSY = (401, 403), (404, 410), (429, 503)


class Part(NamedTuple):
    """Bytes of a file, and the file's total size."""

    data: bytes
    size: int


class _Retry(Exception):
    """A failure that another attempt may overcome."""

    def __init__(self, code: str, reason: str, *, after: float = 0.0, hint: str = "") -> None:
        super().__init__(reason)
        self.code, self.reason, self.after, self.hint = code, reason, after, hint


class Transport:
    """Requests parts of files from servers; safe to use from several threads.

    Args:
        headers: returns the headers for a URL.
        check: raises an exception to cancel; called between chunks and during pauses.
        tries: attempts before a failure is raised.
        pause: first pause in seconds; each further pause is about twice the one before.

    Attributes:
        requests: number of requests made.
        received: number of bytes received in their bodies.
        hosts: the hosts contacted.
    """

    def __init__(
        self,
        *,
        headers: Callable[[str], dict[str, str]] = lambda url: {},
        check: Callable[[], None] = lambda: None,
        tries: int = TRIES,
        pause: float = FIRST_PAUSE,
    ) -> None:
        self._headers, self._check, self._tries, self._pause = headers, check, tries, pause
        self._allowed = self._most = math.inf  # the limit in megabytes, and as a value of `received`
        self._local = threading.local()
        self._lock = threading.Lock()
        self._heads: dict[str, Part] = {}
        self._not_before: dict[str, float] = {}  # end of the pause that a host requested, for all threads
        self._pending = 0  # bytes requested by responses in progress, counted in `received` as they arrive
        self.requests = 0
        self.received = 0
        self.hosts: set[str] = set()

    def allow(self, megabytes: float) -> None:
        """Limits further downloads to this many 10^6 bytes; requests beyond raise `source-limit`."""
        with self._lock:
            self._allowed, self._most = megabytes, self.received + megabytes * 1e6

    def head(self, url: str, size: int) -> Part:
        """The first bytes of a file; they are cached, because reads of overviews and pixels all begin with them.

        Raises:
            As `part`.
        """
        key = unsigned(url)
        with self._lock:
            known = self._heads.get(key)
        if known is None or len(known.data) < min(size, known.size):
            known = self.part(url, 0, size)
            with self._lock:
                self._heads[key] = known
        return known

    def part(self, url: str, start: int, stop: int) -> Part:
        """Bytes from `start` up to but excluding `stop`, fewer at the end of the file.

        Raises:
            InputError: `source-denied`, `source-missing`, `source-content`.
            UsageError: `source-limit`.
            ResourceError: `source-busy`, `source-failed`, `source-unreachable`, `source-slow`.
        """
        received = bytearray()

        def ask() -> Part:
            begin = start + len(received)  # keeps what arrived before a connection was cut
            ranged = {"Range": f"bytes={begin}-{stop - 1}"}
            with self._reserved(stop - begin), self._open("GET", url, ranged) as response:
                size = _size_of(response, begin, url)
                wanted = min(stop, size) - begin
                self._read(response, received, begin - start + wanted, url)
            return Part(bytes(received), size)

        return self._with_retries(ask, url)

    def text(self, url: str, *, document: object = None) -> bytes:
        """A whole document, such as a catalogue's JSON; if `document` is given, it is posted as JSON.

        Raises:
            As `part`.
        """

        def ask() -> bytes:
            with self._open("GET" if document is None else "POST", url, {}, document) as response:
                body = bytearray()
                length = response.headers.get("Content-Length")
                plain = "Content-Encoding" not in response.headers
                self._read(response, body, int(length) if length and plain and length.isdecimal() else None, url)
                return bytes(body)

        return self._with_retries(ask, url)

    def _with_retries(self, ask: Callable[[], T], url: str) -> T:
        """Calls `ask`, at most `tries` times, with pauses in between."""
        host = host_of(url)
        for number in range(1, self._tries + 1):
            self._wait(host)
            try:
                return ask()
            except _Retry as failure:
                if number == self._tries:
                    raise ResourceError(
                        failure.code, f"{host} {failure.reason}, {self._tries} times in a row.",
                        failure.hint or "Try again later: what was fetched so far is kept.",
                    ) from failure  # fmt: skip
                # random, so that threads that were refused together do not retry together
                pause = self._pause * 2 ** (number - 1) * random.uniform(0.7, 1.3)  # noqa: S311 # nosec B311
                self._postpone(host, min(max(pause, failure.after), LONGEST_PAUSE), this_thread_only=not failure.after)
        raise AssertionError("unreachable")

    @contextmanager
    def _reserved(self, size: int) -> Iterator[None]:
        """Reserves bytes of the limit for the duration of a request: once requested, they cannot be refused."""
        with self._lock:
            self._require_room(self._pending + size)
            self._pending += size
        try:
            yield
        finally:
            with self._lock:
                self._pending -= size

    def _require_room(self, more: int) -> None:
        """Raises UsageError `source-limit` if more bytes would exceed the limit."""
        if self.received + more > self._most:
            raise UsageError(
                "source-limit", f"This needs more than the {self._allowed:g} MB that may be fetched.",
                "Raise --max-mb, or choose fewer dates; what was fetched so far is kept.",
            )  # fmt: skip

    def _postpone(self, host: str, seconds: float, *, this_thread_only: bool) -> None:
        until = time.monotonic() + seconds
        if this_thread_only:
            self._sleep_until(until)
            return
        with self._lock:
            self._not_before[host] = max(until, self._not_before.get(host, 0.0))

    def _wait(self, host: str) -> None:
        with self._lock:
            until = self._not_before.get(host, 0.0)
        self._sleep_until(until)

    def _sleep_until(self, until: float) -> None:
        while True:
            self._check()
            left = until - time.monotonic()
            if left <= 0:
                return
            time.sleep(min(left, 0.1))

    @property
    def _session(self) -> requests.Session:
        """The session of this thread, which keeps its connections open."""
        import requests

        from geoinpaint_engine.sources.certificates import ExtraAuthorities, named

        session: requests.Session | None = getattr(self._local, "session", None)
        if session is None:
            session = self._local.session = requests.Session()
            session.auth = _no_authentication
            certificates = named()
            if certificates:
                session.mount("https://", ExtraAuthorities(certificates))
        return session

    @contextmanager
    def _open(self, method: str, url: str, headers: dict[str, str], document: object = None) -> Iterator[Any]:
        """Yields a response of status 200 or 206 with its body unread, and closes it at the end.

        Raises:
            InputError: failures that a retry does not change.
            _Retry: failures that it may.
        """
        import requests

        with self._lock:
            self.requests += 1
            self.hosts.add(host_of(url))
        all_headers = {**self._headers(url), "Accept-Encoding": "identity", **headers}
        try:
            response = self._session.request(
                method, url, headers=all_headers, json=cast(Any, document), stream=True, timeout=(CONNECT_S, SILENCE_S)
            )
        except requests.Timeout as error:
            raise _Retry("source-slow", f"did not answer within {SILENCE_S:.0f} s") from error
        except (requests.exceptions.InvalidURL, requests.exceptions.InvalidSchema, ValueError) as error:
            raise InputError("source-content", f"{_short(url)} is not a URL.", "Choose another catalogue.") from error
        except requests.exceptions.SSLError as error:
            raise ResourceError(
                "source-unreachable", f"The certificate of {host_of(url)} is not trusted.",
                "Set the variable GEOINPAINT_CERTIFICATES to the certificates of your network, or add them in QGIS.",
            ) from error  # fmt: skip
        except requests.RequestException as error:
            raise _Retry(
                "source-unreachable", "cannot be reached", hint="Check the connection and the proxy of your network."
            ) from error
        with self._lock:
            self.hosts.add(host_of(response.url))  # differs after a redirect
        try:
            _check_status(response, url)
            yield response
        finally:
            response.close()

    def _read(self, response: Any, body: bytearray, until: int | None, url: str) -> None:
        """Appends a response to `body` until that has `until` bytes; None = to the end."""
        import requests
        import urllib3

        started, initial = time.monotonic(), len(body)
        try:
            for chunk in response.raw.stream(CHUNK, decode_content=True):
                self._check()
                body += chunk
                with self._lock:
                    self.received += len(chunk)
                self._require_room(0)
                if until is not None and len(body) >= until:
                    break
                if len(body) > LARGEST_TEXT and until is None:
                    raise InputError("source-content", f"{_short(url)} is too long.", "Choose another catalogue.")
                elapsed = time.monotonic() - started
                if elapsed > SLOW_S and (len(body) - initial) / elapsed < SLOW_RATE:
                    raise _Retry("source-slow", f"sends less than {SLOW_RATE / 1000:.0f} kB a second")
        except (urllib3.exceptions.ReadTimeoutError, TimeoutError) as error:
            raise _Retry("source-slow", f"sent nothing for {SILENCE_S:.0f} s") from error
        except (requests.RequestException, urllib3.exceptions.HTTPError, OSError) as error:
            raise _Retry("source-failed", "cut the connection") from error
        if until is not None:
            if len(body) < until:
                raise _Retry("source-failed", "sent less than announced")
            del body[until:]


def _no_authentication(request: requests.PreparedRequest) -> requests.PreparedRequest:
    """An authentication that changes nothing; without it, passwords from the user's .netrc would replace the token."""
    return request


def _check_status(response: Any, url: str) -> None:
    """Raises the error that a status other than success stands for."""
    status, host = response.status_code, host_of(url)
    if status in (200, 206):
        return
    if status in _DENIED:
        raise InputError(
            "source-denied", f"{host} refuses access to {_short(url)} ({status}).",
            "Check whether the catalogue requires a token or a signature (docs/evidence.md).",
        )  # fmt: skip
    if status in _MISSING:
        raise InputError("source-missing", f"{host} has no {_short(url)} ({status}).", "Leave that date out.")
    if status in _BUSY:
        raise _Retry("source-busy", f"is busy ({status})", after=_seconds(response.headers.get("Retry-After")))
    if status >= 500:
        raise _Retry("source-failed", f"failed ({status})")
    raise InputError("source-content", f"{host} answered {_short(url)} with {status}.", "Choose another catalogue.")


def _size_of(response: Any, begin: int, url: str) -> int:
    """Total size of a file, from the response to a request for a part of it."""
    found = re.fullmatch(r"bytes (\d+)-(\d+)/(\d+)", response.headers.get("Content-Range", ""))
    if response.status_code != 206 or found is None or int(found.group(1)) != begin:
        raise InputError(
            "source-content", f"{host_of(url)} does not support requests for parts of {_short(url)}.",
            "Use a server that supports range requests.",
        )  # fmt: skip
    return int(found.group(3))


def _seconds(text: str | None) -> float:
    """Seconds of a Retry-After header; anything but a number counts as 5 s."""
    if text is None:
        return 0.0
    return float(text) if text.isdecimal() else 5.0


def _short(url: str) -> str:
    """Name of a URL for messages, without the query, which may contain a signature."""
    path = urlsplit(url).path.rpartition("/")[2] or host_of(url)
    return path if len(path) <= 80 else path[:77] + "..."

"""Requests for parts of files, retried with exponential backoff; final failures are reported in one sentence."""

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
FIRST_PAUSE, LONGEST_PAUSE = 0.5, 20.0  # seconds; what a server asks for (Retry-After) counts, up to the latter
CONNECT_S, SILENCE_S = 10.0, 30.0  # how long to wait for a connection, and for the next bytes
SLOW_S, SLOW_RATE = 30.0, 2_000.0  # a request that after so long has brought fewer bytes per second is given up
CHUNK = 1 << 13  # what a cut connection loses at most
LARGEST_TEXT = 1 << 26  # bytes of an answer that is no raster

_DENIED, _MISSING, _BUSY = (401, 403), (404, 410), (429, 503)


class Part(NamedTuple):
    """Bytes of a file, and the size of the whole file."""

    data: bytes
    size: int


class _Again(Exception):
    """What may be different next time."""

    def __init__(self, code: str, why: str, *, after: float = 0.0, hint: str = "") -> None:
        super().__init__(why)
        self.code, self.why, self.after, self.hint = code, why, after, hint


class Transport:
    """Asks servers for parts of files; safe to use from several threads.

    Args:
        headers: what a request to a URL carries.
        check: raises where the user wants the run to end; asked between any two chunks and in every pause.
        tries: number of attempts before a failure is raised.
        pause: the first pause in seconds; each is twice the one before, give or take.

    Attributes:
        requests: how many were made.
        received: bytes of their bodies.
        hosts: the hosts that were asked.
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
        self._allowed = self._most = math.inf  # megabytes, and bytes since the beginning
        self._local = threading.local()
        self._lock = threading.Lock()
        self._heads: dict[str, Part] = {}
        self._not_before: dict[str, float] = {}  # a host that has asked for a pause gets it from all threads
        self._coming = 0  # bytes of the answers under way, which `received` counts as they come
        self.requests = 0
        self.received = 0
        self.hosts: set[str] = set()

    def allow(self, megabytes: float) -> None:
        """From now on so many 10^6 bytes may come: what would go beyond ends with `source-limit`."""
        with self._lock:
            self._allowed, self._most = megabytes, self.received + megabytes * 1e6

    def head(self, url: str, size: int) -> Part:
        """The first bytes of a file, which are asked for once: its overview and later its pixels begin with them.

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
        """Bytes from `start` to before `stop` of a file, fewer at its end.

        Raises:
            InputError: `source-denied`, `source-missing`, `source-content`.
            UsageError: `source-limit`.
            ResourceError: `source-busy`, `source-failed`, `source-unreachable`, `source-slow`.
        """
        held = bytearray()

        def ask() -> Part:
            begin = start + len(held)  # what a cut connection has brought is kept
            ranged = {"Range": f"bytes={begin}-{stop - 1}"}
            with self._afforded(stop - begin), self._open("GET", url, ranged) as response:
                size = _size_of(response, begin, url)
                wanted = min(stop, size) - begin
                self._read(response, held, begin - start + wanted, url)
            return Part(bytes(held), size)

        return self._patiently(ask, url)

    def text(self, url: str, *, document: object = None) -> bytes:
        """A whole answer, such as a catalogue's JSON; `document` is posted as JSON.

        Raises:
            As `part`.
        """

        def ask() -> bytes:
            with self._open("GET" if document is None else "POST", url, {}, document) as response:
                held = bytearray()
                length = response.headers.get("Content-Length")
                plain = "Content-Encoding" not in response.headers
                self._read(response, held, int(length) if length and plain and length.isdecimal() else None, url)
                return bytes(held)

        return self._patiently(ask, url)

    def _patiently(self, ask: Callable[[], T], url: str) -> T:
        """What `ask` gives, in at most `tries` tries."""
        host = host_of(url)
        for number in range(1, self._tries + 1):
            self._wait(host)
            try:
                return ask()
            except _Again as failure:
                if number == self._tries:
                    raise ResourceError(
                        failure.code, f"{host} {failure.why}, {self._tries} times in a row.",
                        failure.hint or "Try again later: what has been fetched is kept.",
                    ) from failure  # fmt: skip
                # with some chance, so that threads that were turned away together do not come back together
                pause = self._pause * 2 ** (number - 1) * random.uniform(0.7, 1.3)  # noqa: S311 # nosec B311
                self._postpone(host, min(max(pause, failure.after), LONGEST_PAUSE), alone=not failure.after)
        raise AssertionError("unreachable")

    @contextmanager
    def _afforded(self, size: int) -> Iterator[None]:
        """While so many bytes are asked for, all threads count them as fetched: they cannot be called back."""
        with self._lock:
            self._require_room(self._coming + size)
            self._coming += size
        try:
            yield
        finally:
            with self._lock:
                self._coming -= size

    def _require_room(self, more: int) -> None:
        """Raises UsageError `source-limit` where so many bytes more would be too many, whatever the items said."""
        if self.received + more > self._most:
            raise UsageError(
                "source-limit", f"More than the {self._allowed:g} MB that may be fetched would be needed.",
                "Raise --max-mb, or choose fewer dates; what has been fetched is kept.",
            )  # fmt: skip

    def _postpone(self, host: str, seconds: float, *, alone: bool) -> None:
        until = time.monotonic() + seconds
        if alone:
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
        """One for each thread: its connections are kept open."""
        import requests

        from geoinpaint_engine.sources.certificates import ExtraAuthorities, named

        session: requests.Session | None = getattr(self._local, "session", None)
        if session is None:
            session = self._local.session = requests.Session()
            session.auth = _as_asked
            certificates = named()
            if certificates:
                session.mount("https://", ExtraAuthorities(certificates))
        return session

    @contextmanager
    def _open(self, method: str, url: str, headers: dict[str, str], document: object = None) -> Iterator[Any]:
        """A response of status 200 or 206, its body unread; closed at the end.

        Raises:
            InputError: what another try does not change.
            _Again: what it may.
        """
        import requests

        with self._lock:
            self.requests += 1
            self.hosts.add(host_of(url))
        own = {**self._headers(url), "Accept-Encoding": "identity", **headers}
        try:
            response = self._session.request(
                method, url, headers=own, json=cast(Any, document), stream=True, timeout=(CONNECT_S, SILENCE_S)
            )
        except requests.Timeout as error:
            raise _Again("source-slow", f"did not answer within {SILENCE_S:.0f} s") from error
        except (requests.exceptions.InvalidURL, requests.exceptions.InvalidSchema, ValueError) as error:
            raise InputError("source-content", f"{_short(url)} is no address.", "Choose another catalogue.") from error
        except requests.exceptions.SSLError as error:
            raise ResourceError(
                "source-unreachable", f"The certificate of {host_of(url)} is not trusted.",
                "Name the certificates of your network in the variable GEOINPAINT_CERTIFICATES, or in QGIS.",
            ) from error  # fmt: skip
        except requests.RequestException as error:
            raise _Again(
                "source-unreachable", "cannot be reached", hint="Check the connection and the proxy of your network."
            ) from error
        with self._lock:
            self.hosts.add(host_of(response.url))  # another one where it was sent on
        try:
            _check_status(response, url)
            yield response
        finally:
            response.close()

    def _read(self, response: Any, held: bytearray, until: int | None, url: str) -> None:
        """Reads a body into `held` until that has so many bytes; None = to its end."""
        import requests
        import urllib3

        begun, before = time.monotonic(), len(held)
        try:
            for chunk in response.raw.stream(CHUNK, decode_content=True):
                self._check()
                held += chunk
                with self._lock:
                    self.received += len(chunk)
                self._require_room(0)
                if until is not None and len(held) >= until:
                    break
                if len(held) > LARGEST_TEXT and until is None:
                    raise InputError("source-content", f"{_short(url)} is endless.", "Choose another catalogue.")
                spent = time.monotonic() - begun
                if spent > SLOW_S and (len(held) - before) / spent < SLOW_RATE:
                    raise _Again("source-slow", f"sends less than {SLOW_RATE / 1000:.0f} kB a second")
        except (urllib3.exceptions.ReadTimeoutError, TimeoutError) as error:
            raise _Again("source-slow", f"fell silent for {SILENCE_S:.0f} s") from error
        except (requests.RequestException, urllib3.exceptions.HTTPError, OSError) as error:
            raise _Again("source-failed", "cut the connection") from error
        if until is not None:
            if len(held) < until:
                raise _Again("source-failed", "sent less than it had announced")
            del held[until:]


def _as_asked(request: requests.PreparedRequest) -> requests.PreparedRequest:
    """Sends a request as it is: without a word here, passwords of the user's .netrc would take the token's place."""
    return request


def _check_status(response: Any, url: str) -> None:
    """Raises what a status other than success means."""
    status, host = response.status_code, host_of(url)
    if status in (200, 206):
        return
    if status in _DENIED:
        raise InputError(
            "source-denied", f"{host} does not give out {_short(url)} ({status}).",
            "See whether the catalogue wants a token or a signature (docs/evidence.md).",
        )  # fmt: skip
    if status in _MISSING:
        raise InputError("source-missing", f"{host} has no {_short(url)} ({status}).", "Leave that date out.")
    if status in _BUSY:
        raise _Again("source-busy", f"is busy ({status})", after=_seconds(response.headers.get("Retry-After")))
    if status >= 500:
        raise _Again("source-failed", f"failed ({status})")
    raise InputError("source-content", f"{host} answered {_short(url)} with {status}.", "Choose another catalogue.")


def _size_of(response: Any, begin: int, url: str) -> int:
    """The size of the whole file, of an answer to a request for a part of it."""
    found = re.fullmatch(r"bytes (\d+)-(\d+)/(\d+)", response.headers.get("Content-Range", ""))
    if response.status_code != 206 or found is None or int(found.group(1)) != begin:
        raise InputError(
            "source-content", f"{host_of(url)} does not give out parts of {_short(url)}.",
            "Use a server that answers range requests.",
        )  # fmt: skip
    return int(found.group(3))


def _seconds(text: str | None) -> float:
    """Retry-After in seconds; a date or nonsense counts as a few."""
    if text is None:
        return 0.0
    return float(text) if text.isdecimal() else 5.0


def _short(url: str) -> str:
    """An address for messages: without the query, which may hold a signature."""
    path = urlsplit(url).path.rpartition("/")[2] or host_of(url)
    return path if len(path) <= 80 else path[:77] + "..."

"""Parses pip's output: the current package out of how many, and a fraction that never decreases."""

from __future__ import annotations

import re
from typing import Callable, List, Optional, Sequence, Set, Tuple

from geoinpaint_qgis.translate import tr

Progress = Callable[[float, str], None]

RAW_SINCE = (24, 1)  # first version of pip with --progress-bar raw, which reports bytes line by line
NAMED = re.compile(r"^(?:Collecting|Requirement already satisfied:)\s+(\S+)|^Processing\s.*?([^/\\]+\.whl)")
FILE = re.compile(r"^\s*(Downloading|Using cached) (\S+) \(([\d.]+) (bytes|kB|MB|GB)\)")
BYTES = re.compile(r"^\s*Progress (\d+) of (\d+)$")
NOT_HERE = re.compile(r"^Ignoring \S+: markers ")
INSTALLING = re.compile(r"^Installing collected packages: (.+)")
UNITS = {"bytes": 1, "kB": 1e3, "MB": 1e6, "GB": 1e9}
BEGUN, DONE = 0.05, 0.95  # fractions of the whole set-up at the start and at the end of pip
OF_FETCHING = 7 / 9  # share of pip's time spent downloading


def reports_bytes(version: str) -> bool:
    """Whether a version of pip reports downloaded bytes; `version` is the output of `pip --version`."""
    found = re.search(r"(\d+)\.(\d+)", version)
    return found is not None and (int(found[1]), int(found[2])) >= RAW_SINCE


def normalised(name: str) -> str:
    """The normalised name of a package, as in the package index."""
    return re.sub(r"[-_.]+", "-", name).lower()


class PipProgress:
    """Parses pip's lines; reports a fraction that never decreases, and the package being downloaded or installed.

    Args:
        progress: called with (fraction, text).
        requirements: number of lines in the lock file, including those that do not apply to this computer.
        expected: expected download size in bytes; None if unknown, in which case packages are counted.
        installed: returns the names of the installed packages; called while pip installs, which it does silently.
        span: start and end of this call's fraction of the whole.
        others: number of packages installed by earlier and later calls.
    """

    def __init__(
        self,
        progress: Progress,
        *,
        requirements: int,
        expected: Optional[int] = None,
        installed: Callable[[], Set[str]] = set,
        span: Tuple[float, float] = (BEGUN, DONE),
        others: Tuple[int, int] = (0, 0),
    ) -> None:
        self._progress = progress
        self._requirements = requirements
        self._expected = expected or 0
        self._installed = installed
        self._begin, self._end = span
        self._before, self._after = others
        self._named: List[str] = []
        self._to_install: Sequence[str] = ()
        self._whole = 0.0  # bytes of completed downloads
        self._file = 0.0  # size of the file being downloaded, and bytes received
        self._part = 0.0
        self._fraction = self._begin

    @property
    def count(self) -> int:
        """Number of packages, as far as pip has reported them."""
        return max(self._before + self._requirements + self._after, self._before + len(self._named) + self._after, 1)

    def take(self, line: str) -> None:
        """Processes a line of pip's output."""
        installing = INSTALLING.match(line)
        counted = BYTES.match(line)
        named = NAMED.match(line)
        if NOT_HERE.match(line):
            self._requirements -= 1
        elif installing:
            self._new_file(None)
            self._to_install = [normalised(name) for name in installing[1].split(", ")]
        elif counted:
            self._part, self._file = float(counted[1]), float(counted[2])
        elif named:
            name = _name_of(named[1] or named[2])
            if name not in self._named:
                self._named.append(name)
        else:
            found = FILE.match(line)
            if found is None:
                return
            self._new_file(found)
        self.report()

    def report(self) -> None:
        """Reports the progress; also called between pip's lines."""
        there = self._there()
        self._fraction = max(self._fraction, self._begin + (self._end - self._begin) * self._share(there))
        self._progress(self._fraction, self._text(there))

    def _new_file(self, found: "Optional[re.Match[str]]") -> None:
        self._whole += self._file
        self._part = self._file = 0.0
        if found is not None:
            size = float(found[3]) * UNITS[found[4]]
            if found[1] == "Downloading":
                self._file = size
            else:  # cached by an earlier attempt
                self._whole += size

    def _there(self) -> int:
        """Number of the packages being installed that are already present."""
        installed = self._installed() if self._to_install else set()
        return sum(name in installed for name in self._to_install)

    def _share(self, there: int) -> float:
        if self._to_install:
            return OF_FETCHING + (1 - OF_FETCHING) * there / len(self._to_install)
        packages = len(self._named) / max(self._requirements, 1)
        fetched = (self._whole + self._part) / self._expected if self._expected else packages
        return OF_FETCHING * min(fetched, 1.0)

    def _text(self, there: int) -> str:
        if self._to_install:
            number = min(there + 1, len(self._to_install))
            return tr("Installing {package} ({number} of {count})").format(
                package=self._to_install[number - 1], number=number, count=len(self._to_install)
            )
        if not self._named:
            return tr("Asking for the packages")
        text = tr("Fetching {package} ({number} of {count})").format(
            package=self._named[-1], number=self._before + len(self._named), count=self.count
        )
        if self._expected and self._whole + self._part:
            done, total = (self._whole + self._part) / 1e6, self._expected / 1e6
            return tr("{text}, {done:.0f} of {total:.0f} MB").format(text=text, done=min(done, total), total=total)
        return text


def _name_of(requirement: str) -> str:
    """Package name of a requirement, or of a wheel's file name."""
    name = requirement.split("-")[0] if requirement.endswith(".whl") else re.split(r"[=<>;(\[!~ ]", requirement)[0]
    return normalised(name)

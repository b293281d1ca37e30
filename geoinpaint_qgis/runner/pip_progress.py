"""How far pip is, told from what it writes: by bytes where their number is known, else by packages."""

from __future__ import annotations

import re
from typing import Callable, Optional, Set

from geoinpaint_qgis.translate import tr

Progress = Callable[[float, str], None]

RAW_SINCE = (24, 1)  # the pip from which on it tells bytes as lines, with --progress-bar raw
NAMED = re.compile(r"^(?:Collecting|Requirement already satisfied:)\s+(\S+)|^Processing\s.*?([^/\\]+\.whl)")
FILE = re.compile(r"^\s*(Downloading|Using cached) (\S+) \(([\d.]+) (bytes|kB|MB|GB)\)")
BYTES = re.compile(r"^\s*Progress (\d+) of (\d+)$")
INSTALLING = re.compile(r"^Installing collected packages")
UNITS = {"bytes": 1, "kB": 1e3, "MB": 1e6, "GB": 1e9}
BEGUN, FETCHED = 0.05, 0.75  # of the whole set-up, when pip begins, and when all is fetched


def tells_bytes(version: str) -> bool:
    """Whether a pip tells the bytes it has fetched; `version` is what `pip --version` says."""
    found = re.search(r"(\d+)\.(\d+)", version)
    return found is not None and (int(found[1]), int(found[2])) >= RAW_SINCE


class PipProgress:
    """Takes pip's lines; tells a fraction that never falls, and what is being done.

    Args:
        progress: told.
        packages: how many packages there are.
        expected: how many bytes there are to fetch; None: not known, so the packages named are counted.
    """

    def __init__(self, progress: Progress, *, packages: int, expected: Optional[int] = None) -> None:
        self._progress = progress
        self._packages = max(packages, 1)
        self._expected = expected or 0
        self._named: Set[str] = set()
        self._whole = 0.0  # bytes of the files that are there
        self._file = 0.0  # bytes of the file that is being fetched, and how many of them are there
        self._part = 0.0
        self._fraction = BEGUN
        self._doing = ""

    def take(self, line: str) -> None:
        """One line of pip's."""
        counted = BYTES.match(line)
        if counted:
            self._part, self._file = float(counted[1]), float(counted[2])
        else:
            self._doing = line.strip()[:200]
            self._new_file(line)
        named = NAMED.match(line)
        if named:
            self._named.add(re.split(r"[=<>;(\[]", named[1] or named[2])[0].lower())
        self._fraction = max(self._fraction, self._share(line))
        self._progress(self._fraction, self._text())

    def _new_file(self, line: str) -> None:
        found = FILE.match(line)
        if found is None and not INSTALLING.match(line):
            return
        self._whole += self._file
        self._part = self._file = 0.0
        if found is not None:
            size = float(found[3]) * UNITS[found[4]]
            if found[1] == "Downloading":
                self._file = size
            else:  # it lay there from an earlier try
                self._whole += size

    def _share(self, line: str) -> float:
        if INSTALLING.match(line):
            return FETCHED
        packages = len(self._named) / self._packages
        fetched = (self._whole + self._part) / self._expected if self._expected else packages
        return BEGUN + (FETCHED - BEGUN) * min(fetched, 1.0)

    def _text(self) -> str:
        if not self._expected or self._fraction >= FETCHED or not self._whole + self._part:
            return self._doing
        return tr("{done:.0f} of {total:.0f} MB · {text}").format(
            done=(self._whole + self._part) / 1e6, total=self._expected / 1e6, text=self._doing
        )

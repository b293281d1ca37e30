"""What was found out about files, remembered in this process while they are as they were.

The dates of a series are opened for each other again and again. On Windows nothing is remembered, because a file's
times do not tell there that it has changed: `st_ctime` is the time of its creation, a time of its last write that is
set back leaves no trace, and while a program holds the file open, that time may lag behind what it has written.
"""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Callable, Hashable, Sequence
from pathlib import Path
from typing import Any, TypeVar, cast

TIMES_TELL = os.name != "nt"  # whether every change of a file shows in its times
SETTLED_NS = 2 * 10**9  # age of a file's last change from which another one must show in its times
MOST = 4096  # facts that are remembered

Fact = TypeVar("Fact")
_facts: dict[Hashable, tuple[object, Any]] = {}


def remembered(files: Sequence[str | Path], name: Hashable, find: Callable[[], Fact]) -> Fact:
    """What `find` returns, or returned when the files were as they are: size, inode and times of last change.

    Args:
        files: all files that it depends on; where one is no file on disk, or has just been written, nothing is
            remembered; nor is anything on Windows.
        name: of the fact, with everything else that it depends on.
        find: finds it out.
    """
    key = (tuple(str(file) for file in files), name)
    state, began = state_of(files) if TIMES_TELL else None, time.time_ns()
    if state is None:
        return find()
    known = _facts.get(key)
    if known is not None and known[0] == state:
        return cast(Fact, known[1])
    found = find()
    if began - max(changed for *_, changed in state) > SETTLED_NS and state_of(files) == state:
        if len(_facts) >= MOST:
            _facts.clear()
        _facts[key] = (state, found)
    return found


def state_of(files: Sequence[str | Path]) -> list[tuple[int, int, int, int, int]] | None:
    """(device, inode, size, last change of the content, of anything) of each; None where one is no file on disk."""
    try:
        states = [Path(file).stat() for file in files]
    except (OSError, ValueError):
        return None
    if not all(stat.S_ISREG(one.st_mode) for one in states):
        return None
    return [
        (one.st_dev, one.st_ino, one.st_size, one.st_mtime_ns, max(one.st_mtime_ns, one.st_ctime_ns)) for one in states
    ]

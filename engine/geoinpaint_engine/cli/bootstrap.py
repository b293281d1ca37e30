"""Set-up of the process before any large import: signal handlers, standard streams, settings of libraries."""

from __future__ import annotations

import ctypes
import os
import signal
import sys
from contextlib import suppress
from types import FrameType

from geoinpaint_engine.cli.outbox import write_soon

# Parameters of glibc's `mallopt`, by the environment variables that set them too (malloc.h, mallopt(3)), and the values
# that are tried: before 2.35 no larger threshold than 2^25 is taken, and without one 128 KiB would hold from then on.
_ALLOCATOR = {
    "MALLOC_ARENA_MAX": (-8, (1,)),
    "MALLOC_MMAP_THRESHOLD_": (-3, (2**31 - 1, 2**25)),
    "MALLOC_TRIM_THRESHOLD_": (-1, (2**31 - 1,)),
}

INTERRUPTED = ("interrupted", "The run was interrupted.")


def guard() -> None:
    """Handles SIGINT and SIGTERM without a traceback, and makes sure that the three standard streams exist.

    In processes started by this one (workers, which import the main module again), only the libraries' settings apply.
    """
    set_up_libraries()
    set_up_allocator()
    if "--multiprocessing-fork" in sys.orig_argv:
        return
    for asked in (signal.SIGINT, signal.SIGTERM):
        signal.signal(asked, _end_on_signal)
    # otherwise the next file to be opened would get the number of a closed stream, and receive its output
    for number, name, mode in ((0, "stdin", "r"), (1, "stdout", "w"), (2, "stderr", "w")):
        try:
            os.fstat(number)
        except OSError:
            _redirect_to_null(number)
        if getattr(sys, name) is None:
            setattr(sys, name, os.fdopen(number, mode, encoding="utf-8", closefd=False))


def set_up_libraries() -> None:
    """Sets environment variables that numerical libraries read when they are loaded, unless the user has set them.

    Waiting OpenMP threads sleep. By default they spin, each occupying a core; where another process needs the cores
    too, a wait then lasts until the scheduler preempts the spinning thread.

    On a GPU, cuBLAS uses a small workspace (by default 32 MB per thread and stream), with which matrix products are
    also deterministic.
    """
    os.environ.setdefault("OMP_WAIT_POLICY", "passive")
    os.environ.setdefault("CUBLAS_WORKSPACE_CONFIG", ":16:8")


def set_up_allocator() -> None:
    """Lets all threads reuse each other's freed memory, where the C library is glibc and the user has not set it.

    By default each thread keeps what it has freed, and large arrays are returned to the system at once: windows and
    phases would each fetch memory anew, which the system clears first (docs/experiments.md, "Processing time").
    """
    with suppress(AttributeError, OSError, TypeError):  # not glibc
        library = ctypes.CDLL(None)
        for name, (parameter, values) in _ALLOCATOR.items():
            if name not in os.environ:
                any(library.mallopt(parameter, value) for value in values)


def _redirect_to_null(number: int) -> None:
    opened = os.open(os.devnull, os.O_RDWR)
    if opened != number:
        os.dup2(opened, number)
        os.close(opened)
    os.set_inheritable(number, True)


def _end_on_signal(number: int, frame: FrameType | None) -> None:
    """Ends the process on an early signal; there are no files to clean up yet."""
    code, message = INTERRUPTED
    as_json = "--json" in sys.argv[1:]
    line = f'{{"event": "error", "code": "{code}", "message": "{message}", "hint": ""}}'
    write_soon(1 if as_json else 2, f"{line if as_json else f'Error: {message} [{code}]'}\n")
    os._exit(128 + number)

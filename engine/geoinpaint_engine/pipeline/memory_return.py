"""Returns freed memory to the operating system, so that a long series holds no more than its largest date."""

from __future__ import annotations

import ctypes
import gc
from contextlib import suppress


def return_memory() -> None:
    """Frees what nothing refers to any more, and the pages that the C library keeps of it, where it can be asked to.

    Each phase of a run has threads of its own, and glibc keeps what each of them has freed to itself.
    """
    gc.collect()
    with suppress(AttributeError, OSError, TypeError):  # not glibc
        ctypes.CDLL(None).malloc_trim(0)

"""Limits numerical libraries to one thread while windows are filled in parallel; restores their settings after."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import cv2
import numpy as np  # noqa: F401 - each library loads a BLAS of its own, which must be there to be bounded
import scipy.linalg  # noqa: F401
from threadpoolctl import threadpool_limits

from geoinpaint_engine.raster.shared import Shared


@contextmanager
def _bounded() -> Iterator[None]:
    before = cv2.getNumThreads()
    with threadpool_limits(1, user_api="blas"):
        cv2.setNumThreads(1)
        try:
            yield
        finally:
            cv2.setNumThreads(before)


one_thread_each = Shared(_bounded)
"""While it is entered, by whichever thread, linear algebra and image filters use one thread in this process.

Windows are filled side by side, one thread each; more threads underneath would only get into each other's way.
"""

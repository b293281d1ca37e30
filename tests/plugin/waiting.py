"""Waiting with the event loop running."""

import time

from qgis.PyQt.QtCore import QCoreApplication


def wait(condition, seconds=60.0):
    """Keep the event loop running until something holds."""
    until = time.monotonic() + seconds
    while not condition() and time.monotonic() < until:
        QCoreApplication.processEvents()
        time.sleep(0.005)
    assert condition()

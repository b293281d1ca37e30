"""Waiting with the event loop running, and how well it ran meanwhile."""

import time

from qgis.PyQt.QtCore import QCoreApplication

# Far more than anything waited for takes, for what a machine that does other work too may need.
PATIENCE_S = 120.0


def wait(condition, seconds=PATIENCE_S):
    """Keep the event loop running until something holds."""
    until = time.monotonic() + seconds
    while not condition() and time.monotonic() < until:
        QCoreApplication.processEvents()
        time.sleep(0.005)
    assert condition()


def hung(ticks, felt_s=0.2):
    """The share of a time in which a window could not be used: in the gaps between ticks that are felt.

    A gap now and then is the machine's, which does other work too; a window that waits has one long gap.

    Args:
        ticks: moments of a timer in the event loop, in seconds.
        felt_s: what a person feels.
    """
    gaps = [later - earlier for earlier, later in zip(ticks, ticks[1:])]  # noqa: B905, RUF007 - Python 3.9
    return sum(gap for gap in gaps if gap > felt_s) / sum(gaps)

"""Sets the stand-ins up before anything of the plugin is imported."""

import os
import sys
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.qt6 import stand_ins

stand_ins.install()


@pytest.fixture(scope="session")
def app():
    from PyQt6.QtWidgets import QApplication

    return QApplication.instance() or QApplication([])

"""What the tours share: run inside a real QGIS Desktop by run.sh. A tour yields milliseconds to wait between its steps.

Ends with os._exit: no question is asked. Screenshots and result.json go to DESKTOP_OUT.
"""

import json
import os
import sys
import time
import traceback
from pathlib import Path

from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QFileDialog, QLineEdit

OUT = Path(os.environ["DESKTOP_OUT"])
ROOT = Path(os.environ["GEOINPAINT_ROOT"])
result = {}


def screenshot(name):
    QApplication.processEvents()
    QApplication.primaryScreen().grabWindow(0).save(str(OUT / f"{name}.png"))


def finish(code):
    (OUT / "result.json").write_text(json.dumps(result, indent=1, default=str))
    sys.stdout.flush()
    os._exit(code)


def wait_until(condition, seconds, what):
    """Wait until something holds; at least a minute, for the machine may do other work too."""
    start = time.time()
    while not condition():
        if time.time() - start > max(seconds, 60):
            raise AssertionError(f"timeout: {what}")
        yield 50


def click(button):
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def answer_file_dialog(path, after_ms=1500):
    """Type a path into the file dialog that is about to open, and accept it, once it is there."""
    begun = time.time()

    def answer():
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QFileDialog) and time.time() - begun < 60:
            QTimer.singleShot(200, answer)
            return
        assert isinstance(dialog, QFileDialog), dialog
        line = dialog.findChild(QLineEdit, "fileNameEdit")
        line.setText(str(path))
        QTest.keyClick(line, Qt.Key.Key_Return)

    QTimer.singleShot(after_ms, answer)


def engines():
    """The process numbers of the engines that this QGIS has started."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            command = (folder / "cmdline").read_bytes()
            parent = int((folder / "stat").read_text().rsplit(")", 1)[1].split()[1])
        except (OSError, IndexError):  # it has ended meanwhile
            continue
        if parent == os.getpid() and b"launch.py" in command:
            found.append(int(folder.name))
    return found


def drive(steps):
    """Run a tour, a generator, to its end, and end QGIS with 0, 1 (failed) or 3 (took longer than DESKTOP_LIMIT_MS)."""

    def step():
        try:
            QTimer.singleShot(next(steps), step)
        except StopIteration:
            finish(0)
        except BaseException:
            result["error"] = traceback.format_exc()
            screenshot("failed")
            finish(1)

    limit = int(os.environ.get("DESKTOP_LIMIT_MS", "600000"))
    QTimer.singleShot(limit, lambda: (screenshot("watchdog"), finish(3)))
    QTimer.singleShot(1500, step)

"""Loaded by pytest before everything else (pytest.ini): QGIS needs no screen here. Plugins start it before conftest."""

import os
import tempfile
from pathlib import Path

if "DISPLAY" not in os.environ:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
if not os.environ.get("XDG_RUNTIME_DIR"):
    folder = Path(tempfile.gettempdir()) / f"geoinpaint-runtime-{os.getuid()}"
    folder.mkdir(mode=0o700, exist_ok=True)
    os.environ["XDG_RUNTIME_DIR"] = str(folder)

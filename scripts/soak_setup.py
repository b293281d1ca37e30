"""The full stage of the engine, set up for real by the plugin's own code, then tried: what `make soak` runs.

    .venv/plugin/bin/python scripts/soak_setup.py [FOLDER]

Downloads what pip needs (gigabytes on Linux) by the configuration of this machine's pip. FOLDER (default: a temporary
one, with a space and an umlaut in its name) is removed at the end. Prints what was seen as JSON.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from geoinpaint_qgis import selftest  # noqa: E402
from geoinpaint_qgis.runner import installing, platforms, pythons, setup_plan  # noqa: E402


def used_bytes(folder: Path) -> int:
    """The bytes of the files in a folder, links not followed."""
    return sum(file.lstat().st_size for file in folder.rglob("*") if not file.is_dir())


def main() -> None:
    """Set up, try, tell, remove."""
    given = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    folder = (given or Path(tempfile.mkdtemp())) / "engine ü"
    platform = platforms.current()
    base = pythons.find_base_python("", environ=os.environ, platform=platform)
    gpu = setup_plan.find_gpu(base.machine, environ=os.environ, platform=platform)
    expected = setup_plan.plan("full", folder=str(folder), base=base, gpu=gpu, platform=platform)
    seen = {
        "python": ".".join(map(str, base.version)),
        "graphics card": gpu.text() if gpu else None,
        "build": expected.build,
        "download expected, MB": round((expected.download or 0) / 1e6),
    }
    told = []
    begun = time.monotonic()
    try:
        python = installing.create_environment(
            str(folder),
            "full",
            base=base,
            environ=os.environ,
            platform=platform,
            progress=lambda fraction, text: told.append(fraction),
        )
        seen["set-up, s"] = round(time.monotonic() - begun, 1)
        seen["on disk, MB"] = round(used_bytes(folder) / 1e6)
        seen["progress told"] = len(told)
        seen["packages"] = dict(pythons.probe((python,), environ=os.environ, platform=platform).packages)
        seen["trial"] = selftest.try_stage(python, "full")
        print(json.dumps(seen, indent=1, ensure_ascii=False))
    finally:
        shutil.rmtree(folder if given else folder.parent, ignore_errors=True)


if __name__ == "__main__":
    main()

"""Run by a candidate Python for the engine: prints its version and packages as a line of JSON. Any Python 3."""

import json
import os
import platform
import sys

# the plugin cannot be imported here, because this Python may be too old for it
with open(os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "interface.json"), "rb") as file:
    STAGES = json.loads(file.read().decode("utf-8"))["packages"]  # packages that each stage adds
PACKAGES = tuple(name for packages in STAGES.values() for name in packages)


def importable(name):
    """Whether a module can be found, without importing it; folders without code do not count."""
    import importlib.util

    try:
        found = importlib.util.find_spec(name)
        return found is not None and found.origin is not None
    except (ImportError, ValueError):
        return False


def versions():
    """The versions of the installed packages."""
    try:
        from importlib import metadata
    except ImportError:  # Python before 3.8
        return {}
    found = {}
    for name in PACKAGES:
        try:
            found[name] = metadata.version(name)
        except metadata.PackageNotFoundError:
            continue
    if "opencv-python-headless" not in found and importable("cv2"):
        found["opencv-python-headless"] = "unknown"  # installed as another distribution
    return found


if __name__ == "__main__":
    print(
        json.dumps(
            {
                "executable": sys.executable,
                "version": list(sys.version_info[:3]),
                "bits": 64 if sys.maxsize > 2**32 else 32,
                "machine": platform.machine(),
                "can_make_environments": importable("venv") and importable("ensurepip"),
                "packages": versions(),
            }
        )
    )

"""Started by the engine's Python: prepends the engine's source to the path, and calls its command line.

`-E` makes Python ignore PYTHONPATH, so the source folder is passed as first argument. Compatible with any Python 3, so
that an outdated interpreter can report itself.
"""

import json
import sys

OLDEST = (3, 10)


def fail(code, message, hint):
    """Reports an error like the engine does, and exits with the code of a usage error."""
    print(json.dumps({"event": "error", "code": code, "message": message, "hint": hint}))
    sys.exit(2)


def main():
    """Runs the engine in the folder given first, with the remaining arguments."""
    folder = sys.argv.pop(1)
    sys.path[0] = folder
    if sys.version_info < OLDEST:
        fail(
            "python-too-old",
            "The engine needs Python %d.%d or newer, and %s is %d.%d."
            % (*OLDEST, sys.executable, *sys.version_info[:2]),
            "Choose another Python for the engine.",
        )
    try:
        from geoinpaint_engine.__main__ import main as engine
    except ModuleNotFoundError as error:
        fail(
            "module-missing",
            "The Python %s lacks the package %s, which the engine needs." % (sys.executable, error.name),
            "Set the engine up again, or choose another Python for it.",
        )
    engine()


if __name__ == "__main__":
    main()

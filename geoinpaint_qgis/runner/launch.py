"""Started by the engine's Python: puts the engine's source first on the path and hands over to its command line.

`-E` keeps PYTHONPATH out of the engine, so the folder of its source comes as the first argument. Runs under any
Python 3, so that an interpreter that is too old can say so.
"""

import json
import sys

OLDEST = (3, 10)


def fail(code, message, hint):
    """Tell an error the way the engine does, and end as for bad usage."""
    print(json.dumps({"event": "error", "code": code, "message": message, "hint": hint}))
    sys.exit(2)


def main():
    """Run the engine in the folder named first with the arguments after it."""
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

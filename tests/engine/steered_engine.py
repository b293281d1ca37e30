"""The engine's command line as `python -m geoinpaint_engine` runs it, steered by the tests through its environment.

ENGINE_HOLD=TEXT    at the first event whose JSON has this text it stands still until it is told to stop or to end
ENGINE_HALO=PIXELS  classical fills see so far beyond a window, so that small scenes have several windows
ENGINE_WITHOUT=NAME a package that cannot be imported

A file, since workers that this process starts import it once more; only the process itself stands still.
"""

import json
import os
import sys
import threading

if __name__ == "__main__":
    from geoinpaint_engine.cli.bootstrap import guard

    guard()

if "ENGINE_WITHOUT" in os.environ:
    sys.modules[os.environ["ENGINE_WITHOUT"]] = None

if "ENGINE_HALO" in os.environ:
    from geoinpaint_engine.methods.classical.base import ClassicalFill

    ClassicalFill.halo = int(os.environ["ENGINE_HALO"])


def stand_still(text):
    """From now on an event with this text is told, and then nothing happens until there is a wish."""
    from geoinpaint_engine.cli.reporters import JsonLines
    from geoinpaint_engine.events import Control

    wished = threading.Event()

    def heard(wish):
        def hear(self):
            wish(self)
            wished.set()

        return hear

    def told(self, event, tell=JsonLines.__call__):
        tell(self, event)
        if text in json.dumps(event):
            # a signal that another thread takes does not wake one that waits for a lock: look up now and then
            while not wished.wait(0.05):
                pass

    for name in ("stop", "cancel", "parent_gone"):
        setattr(Control, name, heard(getattr(Control, name)))
    JsonLines.__call__ = told


if __name__ == "__main__":
    if "ENGINE_HOLD" in os.environ:
        stand_still(os.environ["ENGINE_HOLD"])
    from geoinpaint_engine.cli.main import main

    main()

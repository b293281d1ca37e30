"""An engine that misbehaves on purpose, one way per scenario; speaks the protocol of the real one."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path


def say(**event):
    print(json.dumps(event), flush=True)


def result():
    say(event="result", outputs={"output": "x.tif"}, figures={"filled_pixels": 3})


def wish():
    return sys.stdin.readline().strip()


def healthy():
    say(event="started", windows=1, steps=2, device="cpu")
    for step in range(3):
        say(event="progress", fraction=step / 2, step=step, steps=2)
    say(event="warning", code="some-warning", message="Something to know.")
    result()


def waits_for_wish():
    say(event="started", windows=1)
    word = wish()
    if word == "stop":
        result()
    else:
        say(event="error", code="cancelled", message="The run was cancelled.", hint="")
        sys.exit(5)


def tells_error():
    say(event="error", code="mask-empty", message="The mask covers nothing.", hint="Choose another mask.")
    sys.exit(3)


def killed():
    say(event="started", windows=1)
    Path(sys.argv[2]).mkdir(parents=True, exist_ok=True)
    os.kill(os.getpid(), signal.SIGKILL)


def garbage():
    say(event="started", windows=1)
    sys.stdout.buffer.write(b'\xff\xfe not json\n{broken\n[1, 2]\n{"no": "event"}\n')
    sys.stdout.flush()
    result()


def garbage_flood():
    while True:
        sys.stdout.buffer.write(os.urandom(200).replace(b"\n", b"") + b"\n")


def garbage_line():
    """One line that never ends."""
    while True:
        sys.stdout.buffer.write(b"x" * 65536)


def silent():
    time.sleep(600)


def refuses_to_die():
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Path(sys.argv[2]).mkdir(parents=True, exist_ok=True)
    child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
    say(event="started", windows=1, child=child.pid)
    time.sleep(600)


def child_holds_pipes():
    """Ends well but leaves a child behind that keeps stdout open."""
    child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
    say(event="started", windows=1, child=child.pid)
    result()
    sys.stdout.flush()
    os._exit(0)


def missing_module():
    import geoinpaint_no_such_module  # noqa: F401


def missing_torch():
    sys.stderr.write("ModuleNotFoundError: No module named 'torch'\n")
    sys.exit(1)


def no_result():
    sys.exit(0)


def crash_after_result():
    result()
    os.kill(os.getpid(), signal.SIGSEGV)


if __name__ == "__main__":
    globals()[sys.argv[1]]()

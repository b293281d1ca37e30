"""The engine's command line, over and over: a process that has imported it forks another for every run.

A run is a process of its own, with its own streams, environment, signals and exit code; it only does not import again
what takes a second. What is to be seen of the imports themselves, or of memory, needs `processes.py`.
"""

import atexit
import json
import os
import select
import signal
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
HERE = {"PYTHONPATH": str(ROOT / "engine")}  # the engine as it stands here
IMPORTED = ("cli.main", "pipeline.run", "pipeline.series.series", "methods.ensemble.method", "report.report",
            "sources.records")  # fmt: skip

NETWORKS = {"paper", "model", "models"}  # words of runs that import PyTorch, which takes longer still


def run(arguments, *, cwd, timeout=300, env=None):
    """A run of the command line, as `subprocess.run` returns it.

    Args:
        arguments: its words.
        cwd: where it works.
        timeout: seconds.
        env: more variables than this process's, which the engine reads when it runs.
    """
    words, environment = [str(word) for word in arguments], {**os.environ, **HERE, **(env or {})}
    if not hasattr(os, "fork"):
        return subprocess.run(
            [sys.executable, "-m", "geoinpaint_engine", *words], cwd=cwd, capture_output=True, text=True,
            timeout=timeout, env=environment, check=False,
        )  # fmt: skip
    server = _server()
    with tempfile.NamedTemporaryFile() as out, tempfile.NamedTemporaryFile() as errors:
        request = {"words": words, "cwd": str(cwd), "environment": environment, "out": out.name, "errors": errors.name}
        server.stdin.write(json.dumps(request) + "\n")
        server.stdin.flush()
        if not select.select([server.stdout], [], [], timeout)[0]:
            os.killpg(server.pid, signal.SIGKILL)  # with the run that does not end
            _server.cache_clear()
            raise subprocess.TimeoutExpired(words, timeout)
        code = int(server.stdout.readline())
        return subprocess.CompletedProcess(
            words, code, *(Path(file.name).read_text(encoding="utf-8") for file in (out, errors))
        )


@cache
def _server():
    """The process that the runs come from; it ends with this one."""
    server = subprocess.Popen(
        [sys.executable, __file__], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        env={**os.environ, **HERE}, start_new_session=True,
    )  # fmt: skip

    def end():
        server.stdin.close()
        server.wait(60)
        server.stdout.close()

    atexit.register(end)
    return server


def serve():
    """Forks a run for every line on stdin, and answers with its exit code."""
    from importlib import import_module

    from geoinpaint_engine.cli.bootstrap import set_up_libraries

    set_up_libraries()
    for name in IMPORTED:
        import_module(f"geoinpaint_engine.{name}")
    for line in sys.stdin:
        request = json.loads(line)
        if NETWORKS & set(request["words"]):
            import_module("torch")
        child = os.fork()
        if child == 0:
            begin(request)
        print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)


def begin(request):
    """In the new process: the command line as `python -m geoinpaint_engine` runs it; does not return."""
    for number, path in ((0, os.devnull), (1, request["out"]), (2, request["errors"])):
        opened = os.open(path, os.O_RDWR)
        os.dup2(opened, number)
        os.close(opened)
    os.environ.clear()
    os.environ.update(request["environment"])
    os.chdir(request["cwd"])
    tempfile.tempdir = None
    sys.argv = ["geoinpaint", *request["words"]]
    sys.path[0] = request["cwd"]
    from geoinpaint_engine.cli.bootstrap import guard

    try:
        guard()
        from geoinpaint_engine.cli.main import main

        main()
    except SystemExit as end:
        os._exit(end.code if isinstance(end.code, int) else int(end.code is not None))
    except BaseException:
        import traceback

        traceback.print_exc()
        os._exit(1)
    os._exit(0)


if __name__ == "__main__":
    serve()

"""What a thread has freed serves the others, and what a date has freed goes back to the operating system."""

import os
import platform
import re
import subprocess
import sys

import pytest

# Small blocks with one kept at the end: the C library returns none of those before it by itself.
PROGRAM = """
import numpy as np
from geoinpaint_engine.events import resident_bytes
from geoinpaint_engine.pipeline.memory_return import return_memory
blocks = [np.ones(8_000) for _ in range(4_000)]
del blocks[:-1]
before = resident_bytes()
return_memory()
print(before - resident_bytes())
"""


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="other C libraries cannot be asked to")
def test_freed_memory_is_returned():
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True)
    assert int(done.stdout) > 150e6  # of 256e6


ARENAS = """
import ctypes, sys, threading
from geoinpaint_engine.cli.bootstrap import guard

guard()
libc = ctypes.CDLL(None)
libc.malloc.restype = ctypes.c_void_p
libc.fopen.restype = ctypes.c_void_p
gate = threading.Barrier(4)


def hold():
    gate.wait()
    libc.malloc(ctypes.c_size_t(50_000_000))
    gate.wait()


threads = [threading.Thread(target=hold) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
out = ctypes.c_void_p(libc.fopen(sys.argv[1].encode(), b"w"))
libc.malloc_info(0, out)
libc.fclose(out)
"""


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="other C libraries have other settings")
@pytest.mark.parametrize(("environment", "shared"), [({}, True), ({"MALLOC_ARENA_MAX": "8"}, False)])
def test_threads_share_what_is_freed_unless_the_user_has_set_it(tmp_path, environment, shared):
    told = tmp_path / "told.xml"
    subprocess.run([sys.executable, "-c", ARENAS, str(told)], check=True, env={**os.environ, **environment})
    text = told.read_text()
    assert (text.count("<heap nr=") == 1) == shared
    (mapped,) = re.findall(r'<total type="mmap" count="\d+" size="(\d+)"', text)
    assert not shared or int(mapped) < 50e6  # what is held apart goes back to the system

"""What a date has freed goes back to the operating system before the next one begins."""

import platform
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

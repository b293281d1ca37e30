"""Known failures: real messages of pip, Python, the loader and torch, each to be recognised as what it is."""

import pytest

from geoinpaint_qgis.runner import diagnosis
from geoinpaint_qgis.runner.platforms import Platform

LOGS = {
    "disk-full": "OSError: [Errno 28] No space left on device: '/tmp/pip-unpack'",
    "proxy-password": "OSError('Tunnel connection failed: 407 Proxy Authentication Required')",
    "proxy": "ProxyError('Cannot connect to proxy.', NewConnectionError(...))",
    "certificate": "SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED] self signed'))",
    "no-network": "NewConnectionError: [Errno -3] Temporary failure in name resolution",
    "connection-lost": "urllib3.exceptions.ReadTimeoutError: HTTPSConnectionPool(...): Read timed out.",
    "hash-mismatch": "ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.",
    "wheel-damaged": "ERROR: Wheel 'numpy' located at /wheels/numpy-2.4.6-cp312.whl is invalid.",
    "server-error": "ERROR: HTTP error 503 while getting http://packages.example.org/numpy-2.4.6.whl",
    "venv-missing": "The virtual environment was not created successfully because ensurepip is not available.",
    "long-path": "OSError: [WinError 206] The filename or extension is too long: 'C:\\\\Users'",
    "file-locked": "PermissionError: [WinError 32] The file is being used by another process",
    "folder-not-writable": "PermissionError: [Errno 13] Permission denied: '/opt/env'",
    "torch-index": "Looking in indexes: https://x.example\nERROR: No matching distribution found for torch==2.14.1+cpu",
    "wheel-missing-offline": "Looking in links: /wheels\nERROR: No matching distribution found for numpy==2.4.6",
    "no-wheel": "ERROR: Could not find a version that satisfies the requirement torch==2.15.0",
    "pip-too-old": "no such option: --report",
    "wrong-architecture": "ImportError: libfoo.so: wrong ELF class: ELFCLASS32",
    "vc-runtime": 'OSError: [WinError 126] The specified module could not be found. "c10.dll"',
    "cuda-memory": "torch.OutOfMemoryError: CUDA out of memory. Tried to allocate 2.00 GiB",
    "cuda-driver": "RuntimeError: The NVIDIA driver on your system is too old (found version 11040).",
    "torch-missing": "ModuleNotFoundError: No module named 'torch'",
    "torch-broken": "ImportError: libtorch_cpu.so: undefined symbol",
    "numpy-mismatch": "ValueError: numpy.dtype size changed, may indicate binary incompatibility",
    "illegal-instruction": "Fatal Python error: Illegal instruction",
    "memory": "numpy._core._exceptions._ArrayMemoryError: Unable to allocate\nMemoryError",
    "module-missing": "ModuleNotFoundError: No module named 'rasterio'",
    "library-missing": "ImportError: libexpat.so.1: cannot open shared object file: No such file or directory",
}


def test_every_known_failure_has_a_log_here():
    assert set(LOGS) == set(diagnosis.known_codes())


@pytest.mark.parametrize("code", LOGS)
def test_log_is_recognised(code):
    found = diagnosis.recognise(f"some line\n{LOGS[code]}\nanother line")
    assert found.code == code
    assert found.message.endswith(".")
    assert found.remedy.endswith(".")
    assert found.action in {"setup", "choose-python", "retry", "folder", "address", "settings", "report"}


def test_an_ordinary_log_is_not_a_failure():
    assert diagnosis.recognise("Collecting numpy==2.4.6\nUsing cached numpy-2.4.6.whl\nfilled 3 windows") is None


def test_the_engines_own_words_come_first():
    event = {"code": "mask-empty", "message": "The mask covers nothing.", "hint": "Choose another."}
    found = diagnosis.from_error_event(event, "MemoryError")
    assert (found.code, found.sentence()) == ("mask-empty", "The mask covers nothing. Choose another.")


def test_an_internal_error_is_explained_where_it_is_known():
    event = {"code": "internal", "message": "The engine has failed: ModuleNotFoundError: No module named 'torch'."}
    assert diagnosis.from_error_event(event).code == "torch-missing"


@pytest.mark.parametrize(
    ("platform", "code", "expected"),
    [
        ("linux", -9, "killed"),
        ("linux", -4, "illegal-instruction"),
        ("linux", -11, "crashed"),
        ("windows", 0xC0000005, "crashed"),
        ("windows", 0xC0000017 - 2**32, "killed"),
        ("linux", 3, "no-result"),
    ],
)
def test_exit_codes(platform, code, expected):
    assert diagnosis.from_exit(code, "", Platform(platform)).code == expected

"""Known failures of set-up and engine: patterns in a log, with messages and remedies."""

from __future__ import annotations

from typing import Callable, Tuple

from geoinpaint_qgis.translate import tr

# (code, pattern in the log, message, hint, action); the first match counts, so specific patterns come first.
# The texts are functions, so that they are translated when shown, not when the module is loaded.
KNOWN: Tuple[Tuple[str, str, Callable[[], str], Callable[[], str], str], ...] = (
    (
        "disk-full",
        r"No space left on device|\[Errno 28\]|WinError 112|not enough space on the disk|Disk quota exceeded",
        lambda: tr("There is no space left on the disk."),
        lambda: tr("Free some space, or choose another folder, and try again."),
        "folder",
    ),
    (
        "proxy-password",
        r"407 Proxy Authentication|Tunnel connection failed: 407",
        lambda: tr("The proxy asks for a user name and password."),
        lambda: tr("Set HTTPS_PROXY with both before QGIS starts, or install from a folder of wheels."),
        "retry",
    ),
    (
        "proxy",
        r"ProxyError|Cannot connect to proxy|Tunnel connection failed",
        lambda: tr("The proxy cannot be reached."),
        lambda: tr("Check the proxy settings of this computer, or install from a folder of wheels."),
        "retry",
    ),
    (
        "certificate",
        r"CERTIFICATE_VERIFY_FAILED|SSLCertVerificationError|SSLError|certificate verify failed",
        lambda: tr("The connection's certificate is not trusted, often because a firewall inspects it."),
        lambda: tr(
            "Ask for your organisation's certificate and name it in PIP_CERT, or install from a folder of wheels."
        ),
        "retry",
    ),
    (
        "no-network",
        r"Temporary failure in name resolution|getaddrinfo failed|Name or service not known|NewConnectionError"
        r"|Network is unreachable|ConnectTimeout|Connection refused|nodename nor servname",
        lambda: tr("The package server cannot be reached."),
        lambda: tr("Check the internet connection and try again, or install from a folder of wheels."),
        "retry",
    ),
    (
        "connection-lost",
        r"IncompleteRead|ReadTimeout|Read timed out|ConnectionResetError|Connection reset by peer|RemoteDisconnected"
        r"|incomplete-download|not enough bytes were received",
        lambda: tr("The connection was lost during the download."),
        lambda: tr("Try again; what was downloaded is kept."),
        "retry",
    ),
    (
        "hash-mismatch",
        r"DO NOT MATCH THE HASHES",
        lambda: tr("A downloaded package was cut off, or is not the one that was tested."),
        lambda: tr("Try again; if it stays so, something between here and the server changes downloads."),
        "retry",
    ),
    (
        "wheel-damaged",
        r"Wheel '[^']+' located at .+ is invalid|BadZipFile|File is not a zip file|Bad CRC-32",
        lambda: tr("A package file is damaged, most often because its download or copy was cut off."),
        lambda: tr("Try again; offline, copy the folder of wheels anew."),
        "retry",
    ),
    (
        "server-error",
        r"HTTP error [45]\d\d|\b[45]\d\d (Server|Client) Error|too many [45]\d\d error responses",
        lambda: tr("The package server refuses, or has a fault."),
        lambda: tr("Try again later, check the extra pip options, or install from a folder of wheels."),
        "retry",
    ),
    (
        "venv-missing",
        r"ensurepip is not available|No module named '?(venv|ensurepip)'?|No module named pip\b",
        lambda: tr("This Python cannot make environments: its venv module or pip is missing."),
        lambda: tr("On Debian and Ubuntu install python3-venv, or choose another Python."),
        "choose-python",
    ),
    (
        "long-path",
        r"WinError 206|filename or extension is too long|enable long path|WinError 3\].{0,200}site-packages",
        lambda: tr("A path has become too long for Windows."),
        lambda: tr("Choose a folder near the root of a drive, such as C:\\geoinpaint."),
        "folder",
    ),
    (
        "file-locked",
        r"WinError 32\b|being used by another process|WinError 5\].{0,300}(site-packages|\.pyd|\.dll)",
        lambda: tr("A file is held by another program, often the virus scanner or a second QGIS."),
        lambda: tr("Close other QGIS windows, wait a moment and try again."),
        "retry",
    ),
    (
        "folder-not-writable",
        r"Read-only file system|\[Errno 13\]|\[Errno 30\]|PermissionError|Permission denied|WinError 5\b",
        lambda: tr("A folder or file cannot be written."),
        lambda: tr("Choose a folder that you may write to."),
        "folder",
    ),
    (
        "torch-index",
        r"No matching distribution found for torch==\S+\+cpu",
        lambda: tr("At that address there is no torch without CUDA for this Python."),
        lambda: tr("Check the address, or choose the usual full stage."),
        "address",
    ),
    (
        "wheel-missing-offline",
        r"(?s)Looking in links:.*No matching distribution found for",
        lambda: tr("The folder of wheels lacks a package for this system and Python."),
        lambda: tr("Fill the folder for the same system and Python version, and try again."),
        "folder",
    ),
    (
        "no-wheel",
        r"No matching distribution found|Could not find a version that satisfies|Failed building wheel"
        r"|requires a different Python|not a supported wheel",
        lambda: tr("A package does not exist for this Python."),
        lambda: tr("Choose Python 3.10 to 3.13 for the engine."),
        "choose-python",
    ),
    (
        "pip-too-old",
        r"no such option: --",
        lambda: tr("The pip of this Python is too old."),
        lambda: tr("Choose a newer Python, or leave the extra pip options empty."),
        "choose-python",
    ),
    (
        "wrong-architecture",
        r"wrong ELF class|incompatible architecture|WinError 193|not a valid Win32 application",
        lambda: tr("A library is built for another kind of processor than this Python."),
        lambda: tr("Choose a 64-bit Python for this computer, and set the engine up again."),
        "choose-python",
    ),
    (
        "vc-runtime",
        r"WinError 126|VCRUNTIME140|MSVCP140|DLL load failed|WinError 1114",
        lambda: tr("A system library is missing, most often the Microsoft Visual C++ runtime."),
        lambda: tr("Install the Microsoft Visual C++ Redistributable (x64), and try again."),
        "retry",
    ),
    (
        "cuda-memory",
        r"CUDA out of memory|CUDA error: out of memory|torch\.(cuda\.)?OutOfMemoryError",
        lambda: tr("The graphics card does not have enough memory for this run."),
        lambda: tr("Choose a smaller tile, or run on the processor."),
        "settings",
    ),
    (
        "cuda-driver",
        r"CUDA driver version is insufficient|NVIDIA driver on your system is too old|no kernel image is available"
        r"|CUDA initialization|CUDA unknown error",
        lambda: tr("The driver of the graphics card is too old for this build of torch, or the card is."),
        lambda: tr("Update the driver, or run on the processor."),
        "settings",
    ),
    (
        "torch-missing",
        r"No module named '?torch'?(?![\w.])",
        lambda: tr("This fill needs torch, which the engine's Python does not have."),
        lambda: tr("Set up the full engine, or use a classical fill."),
        "setup",
    ),
    (
        "torch-broken",
        r"(?s)(libtorch|libcudart|libcudnn|torch/__init__\.py|torch\\lib).{0,2000}(ImportError|OSError|undefined symbol"
        r"|cannot open shared object)",
        lambda: tr("torch is installed but does not load."),
        lambda: tr("Set the engine up again."),
        "setup",
    ),
    (
        "numpy-mismatch",
        r"numpy\.dtype size changed|compiled using NumPy 1\.x|numpy\.core\.multiarray failed to import"
        r"|_ARRAY_API not found",
        lambda: tr("The engine's packages do not fit together."),
        lambda: tr("Set the engine up again."),
        "setup",
    ),
    (
        "illegal-instruction",
        r"Illegal instruction|SIGILL",
        lambda: tr("This processor lacks instructions that a package was built for."),
        lambda: tr("Choose another torch build in the extra pip options, or use a classical fill."),
        "settings",
    ),
    (
        "memory",
        r"MemoryError|Cannot allocate memory|\[Errno 12\]|std::bad_alloc|paging file is too small|WinError 1455"
        r"|not enough memory|DefaultCPUAllocator",
        lambda: tr("The computer ran out of memory."),
        lambda: tr("Close other programs, choose a smaller tile or fewer threads, and try again."),
        "settings",
    ),
    (
        "module-missing",
        r"ModuleNotFoundError: No module named|ImportError: cannot import name",
        lambda: tr("A package that the engine needs is missing or too old."),
        lambda: tr("Set the engine up again, or choose another Python for it."),
        "setup",
    ),
    (
        "library-missing",
        r"cannot open shared object file|Library not loaded|image not found",
        lambda: tr("A system library that a package needs is missing."),
        lambda: tr("Set the engine up again, or choose another Python for it."),
        "setup",
    ),
)

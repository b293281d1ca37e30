"""The errors a user can meet: a stable code, one sentence of what is wrong and what to do, an exit code."""

from __future__ import annotations

import contextlib
import errno
import sys
import threading
import traceback


class EngineError(Exception):
    """An expected failure, reported to the user in one sentence.

    Args:
        code: stable kebab-case name, for programs (listed in docs/errors.md).
        message: one sentence that says what is wrong.
        hint: what to do about it, a sentence too; empty where the message already says it.
    """

    exit_code = 1

    def __init__(self, code: str, message: str, hint: str = "") -> None:
        super().__init__(f"{message} {hint}".strip())
        self.code = code
        self.message = message
        self.hint = hint

    def __reduce__(self) -> tuple[type[EngineError], tuple[str, str, str]]:
        """Keep code, message and hint when the error crosses a process boundary."""
        return type(self), (self.code, self.message, self.hint)


class UsageError(EngineError):
    """The call or the job does not fit together."""

    exit_code = 2


class InputError(EngineError):
    """A file or its content cannot be used."""

    exit_code = 3


class ResourceError(EngineError):
    """Memory, disk or device does not suffice."""

    exit_code = 4


class Cancelled(EngineError):
    """The user asked to end the run without a result."""

    exit_code = 5

    def __init__(self, code: str = "cancelled", message: str = "The run was cancelled.", hint: str = "") -> None:
        super().__init__(code, message, hint)


class ParentGone(EngineError):
    """The program that started the engine has ended."""

    exit_code = 6

    def __init__(
        self, code: str = "parent-gone", message: str = "The program that started the engine has ended.", hint: str = ""
    ) -> None:
        super().__init__(code, message, hint)


_NO_MEMORY = ("not enough memory", "out of memory", "can't allocate", "failed to allocate", "cannot allocate memory")
_REFUSALS = {
    **dict.fromkeys(
        (errno.EACCES, errno.EPERM, errno.EROFS),
        ("file-denied", "may not be read or written", "Check its permissions."),
    ),
    errno.EIO: ("file-failed", "cannot be read or written", "Check its disk."),
    **dict.fromkeys(
        (errno.EMFILE, errno.ENFILE), ("files-too-many", "is one too many that is open", "Use fewer --threads.")
    ),
}


def _tell(error: BaseException) -> None:
    with contextlib.suppress(OSError):
        traceback.print_exception(error, file=sys.stderr)


def as_engine_error(error: BaseException) -> EngineError:
    """The error reported to the user for an exception that reached the top level."""
    known = known_error(error)
    if known is not None:
        return known
    # aside and not waited for long: whoever reads stderr may have stopped
    telling = threading.Thread(target=_tell, args=(error,), daemon=True)
    telling.start()
    telling.join(1.0)
    return EngineError(
        "internal", f"The engine has failed: {type(error).__name__}: {error}.", "Please report it with the text above."
    )


def known_error(error: BaseException) -> EngineError | None:
    """The error reported for an exception that is not a fault of the engine; None for others."""
    if isinstance(error, EngineError):
        return error
    text = str(error).lower()
    if isinstance(error, MemoryError) or any(words in text for words in _NO_MEMORY):
        return ResourceError(
            "memory",
            "The computation does not fit into the memory.",
            "Use a smaller --tile, fewer --threads or fewer references.",
        )
    if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT):
        return ResourceError(
            "disk-full",
            f"There is no space left on the disk for {error.filename or 'the output'}.",
            "Free some space, or choose another output folder.",
        )
    if isinstance(error, OSError) and error.errno in _REFUSALS:
        code, why, hint = _REFUSALS[error.errno]
        return ResourceError(code, f"{error.filename or 'A file'} {why}.", hint)
    if type(error).__module__.startswith(("rasterio.", "pyogrio.")):  # GDAL, of a file that is damaged somewhere inside
        why = str(error).splitlines()[0].rstrip(".") if text else repr(error)
        return InputError(
            "raster-unreadable", f"A file cannot be read: {why}.",
            "Check that the inputs are complete and that GDAL can open them.",
        )  # fmt: skip
    return None

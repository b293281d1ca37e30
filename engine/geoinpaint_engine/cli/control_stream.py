"""How a run listens: the words `stop` and `cancel` on a stream, and its end."""

from __future__ import annotations

import io
import sys
import threading
from typing import IO

from geoinpaint_engine.cli.outbox import write_soon
from geoinpaint_engine.events import Control


def listen(control: Control, stream: IO[str] | None = None) -> threading.Thread:
    """Follow a stream of wishes in a thread: `stop`, `cancel`; its end means that the parent is gone."""
    source = stream or sys.stdin
    if isinstance(source, io.TextIOWrapper):
        source.reconfigure(errors="replace")  # bytes that are no text are no wish, and no end

    def follow() -> None:
        for line in source:
            word = line.strip()
            if word == "stop":
                control.stop()
            elif word == "cancel":
                control.cancel()
            elif word:
                write_soon(2, f"unknown control word: {word[:80]!r}\n")
        control.parent_gone()

    thread = threading.Thread(target=follow, name="control", daemon=True)
    thread.start()
    return thread

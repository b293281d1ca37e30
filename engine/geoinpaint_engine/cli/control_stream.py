"""Receives the requests `stop` and `cancel` on a stream, and the end of the stream."""

from __future__ import annotations

import io
import sys
import threading
from typing import IO

from geoinpaint_engine.cli.outbox import write_soon
from geoinpaint_engine.events import Control


def listen(control: Control, stream: IO[str] | None = None) -> threading.Thread:
    """Starts a thread that reads requests from a stream, by default stdin; its end means that the parent is gone."""
    source = stream or sys.stdin
    if isinstance(source, io.TextIOWrapper):
        source.reconfigure(errors="replace")  # invalid UTF-8 must not end the thread

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

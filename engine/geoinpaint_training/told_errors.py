"""How a script of training or evaluation ends where it cannot do what it is asked: with one sentence."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click

from geoinpaint_engine.errors import known_error


@contextmanager
def told_errors() -> Iterator[None]:
    """Ends the process with one sentence for an error that is no fault of the script: of its call, a file or a disk.

    Raises:
        SystemExit: with the sentence.
    """
    try:
        yield
    except click.ClickException as error:
        sys.exit(error.format_message())
    except Exception as error:
        known = known_error(error)
        if known is not None:
            sys.exit(str(known))
        if isinstance(error, OSError) and error.filename:
            sys.exit(f"{error.filename}: {error.strerror}.")
        raise

"""Error handling of the training and evaluation scripts: expected errors end them with one sentence."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click

from geoinpaint_engine.errors import known_error


@contextmanager
def exit_on_known_errors() -> Iterator[None]:
    """Ends the process with one sentence for expected errors: usage, input, or the operating system.

    Raises:
        SystemExit: with the sentence as its argument.
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

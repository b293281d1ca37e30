"""`python -m geoinpaint_engine`, and the entry point of the command `geoinpaint`."""

from __future__ import annotations

from geoinpaint_engine.cli.bootstrap import guard

guard()  # before the imports below, which take long enough to be interrupted

from geoinpaint_engine.cli.main import main  # noqa: E402

__all__ = ["main"]

if __name__ == "__main__":
    main()

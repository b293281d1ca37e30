"""`python -m geoinpaint_engine`, and the entry point of the command `geoinpaint`."""

from __future__ import annotations

from geoinpaint_engine.cli import main

if __name__ == "__main__":
    main()

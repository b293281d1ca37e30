"""Entry point of the command line, which groups the commands; each converts its options to a job or a call."""

from __future__ import annotations

import re
import sys

import click

from geoinpaint_engine import __version__
from geoinpaint_engine.cli import fill, find, inspection, models, prepare, series
from geoinpaint_engine.cli.session import fail
from geoinpaint_engine.errors import UsageError


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 120})
@click.version_option(__version__, prog_name="geoinpaint")
def cli() -> None:
    """Fill the cloud-covered part of a Sentinel-2 image."""


for command in (
    fill.inpaint, fill.run_command, series.series, prepare.mask, prepare.reference, find.find, inspection.score,
    inspection.info, models.models,
):  # fmt: skip
    cli.add_command(command)


def main() -> None:
    """Run the command line with the exit codes of docs/events.md."""
    try:
        cli.main(standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message())
        sys.exit(2)
    except click.ClickException as error:
        context = getattr(error, "ctx", None)
        message = " ".join(error.format_message().split()).rstrip(".")  # lists of choices span several lines
        message = message.replace("a valid integer range", "a whole number").replace("a valid float range", "a number")
        message = re.sub(r"in the range (\S+?)<=x<=(\S+)", r"a number from \1 to \2", message)
        message += "" if message.endswith("?") else "."
        fail(UsageError("usage", message, f"See {context.command_path} --help." if context else ""))
    except (click.Abort, KeyboardInterrupt):
        sys.exit(130)
    except Exception as error:
        from geoinpaint_engine.errors import as_engine_error

        fail(as_engine_error(error))

"""The command line: every verb of the package, one command each."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

import click

from triplehelix.cli.commands import Interrupted, commands
from triplehelix.errors import TriplehelixError


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command line; its exit code.

    Args:
        arguments: the words after `triplehelix`, or None for those of this process.

    Returns:
        0 done, 1 error (one line on stderr), 2 invalid data, 3 truncated answer.

    Raises:
        KeyboardInterrupt: the user pressed ^C.
    """
    try:
        code = commands.main(arguments, prog_name="triplehelix", standalone_mode=False)
        sys.stdout.flush()
    except (Interrupted, click.Abort):
        raise KeyboardInterrupt from None
    except click.ClickException as fault:
        return _fail(fault.format_message())
    except TriplehelixError as fault:
        return _fail(str(fault))
    except BrokenPipeError:  # the reader has gone, as `head` does
        _forget_output()
        return 0
    except OSError as fault:  # files are answered for where they are opened; what is left is a full disk under stdout
        _forget_output()
        return _fail(f"{fault.filename or 'the output'}: cannot be written ({fault.strerror or fault})")
    return code if isinstance(code, int) else 0


def _forget_output() -> None:
    """What is left in the buffer would fail again when Python closes it."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _fail(message: str) -> int:
    click.echo(f"error: {' '.join(message.split())}", err=True)
    return 1

"""The command: `triplehelix`, or `python -m triplehelix`."""

from __future__ import annotations


def run() -> int:
    """Run the command line of this process; its exit code, 130 where ^C ended it, at whatever moment."""
    try:
        from triplehelix.cli import main  # noqa: PLC0415 -- ^C may come while it is being loaded

        return main()
    except KeyboardInterrupt:
        import signal  # noqa: PLC0415 -- nothing is loaded before the `try`
        import sys  # noqa: PLC0415

        signal.signal(signal.SIGINT, signal.SIG_IGN)  # one line, however often it is pressed
        print("error: interrupted", file=sys.stderr)
        return 130


if __name__ == "__main__":
    raise SystemExit(run())

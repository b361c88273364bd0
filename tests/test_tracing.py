"""tracing: every stage says what it proposed and what spoke against it, as text and as a page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from html.parser import HTMLParser
from itertools import permutations
from pathlib import Path

import pytest

from tests.gold_facts import gold_files
from tests.markup import read as read_marked
from triplehelix import articles, mentions, partnerships, reading
from triplehelix.cli import main
from triplehelix.documents import Document
from triplehelix.facts import Entity, Facts
from triplehelix.links import Links
from triplehelix.mentions import Reading
from triplehelix.mentions.scoring import Evidence, PairScore
from triplehelix.reading import extract, read_facts
from triplehelix.recognition import Source
from triplehelix.tracing import Trace, lines, page, trace
from triplehelix.vocabulary import EntityClass

MARKED = (
    "[O Rav AS] & <Friends> met\n\n"
    "[O Rav AS], based in [L Bergen], signed a memorandum of understanding with [O Tind ASA] in May 2025. "
    "[O Rav AS] has never signed an agreement with [O Kobolt Kraft AS]. "
    "[O Rav AS] uses [O AI] in its <b>plants</b>. A visit to Business Sweden and Kanagawa Prefecture followed."
)


@pytest.fixture
def traced(monkeypatch: pytest.MonkeyPatch) -> Trace:
    """A marked article, read by a reader that sees the marks, and finds every two bodies to be likely partners."""
    document, marked = read_marked(MARKED)
    monkeypatch.setattr(mentions, "read", lambda _: Reading(marked, ()))
    monkeypatch.setattr(reading, "link", linked)
    return trace(extract(document.article))


def linked(document: Document, _: Reading, entities: Sequence[Entity]) -> Links:
    bodies = [e for e in entities if e.entity_class is EntityClass.ORGANIZATION]
    scores = {(a.id, b.id): likely(a, b) for a, b in permutations(bodies, 2)}
    return Links(scores, document, {e.id: e.entity_class for e in entities})


def likely(one: Entity, other: Entity) -> PairScore:
    """Kobolt and Business Sweden are less likely partners of anybody."""
    doubtful = any(e.name.startswith(("Kobolt", "Business")) for e in (one, other))
    evidence = Evidence(one.mentions[-1], other.mentions[0])
    return PairScore({}, 0.3 if doubtful else 0.7, {}, {}, {None: evidence})


def section(name: str, traced: Trace) -> list[str]:
    whole = "\n".join(lines(traced))
    return re.split(r"\n\n[A-Z]+  \d+\n", whole)[1:][
        ["blocks", "mentions", "entities", "relations", "partnerships"].index(name)
    ].split("\n")


def test_a_mention_tells_who_proposed_it_and_why_it_was_dropped(traced: Trace) -> None:
    verdicts = {c.mention.text: (c.source, c.objection) for c in traced.mentions}
    assert verdicts["Rav AS"] == (Source.READER, None)
    assert verdicts["Business Sweden"] == (Source.REGISTRY, None)
    assert verdicts["Kanagawa Prefecture"] == (Source.GAZETTEER, None)
    assert verdicts["AI"] == (Source.READER, "no word, or the abbreviation of a common noun")
    (row,) = [row for row in section("mentions", traced) if "  AI  " in row]
    assert row.startswith("  dropped  reader    1.00  Organization")
    assert row.rstrip().endswith("(no word, or the abbreviation of a common noun)")


def test_entities_come_with_their_forms(traced: Trace) -> None:
    assert any("Rav AS  (Rav AS ×4)" in row for row in section("entities", traced))
    assert all(c.objection or traced.entity_at(c.mention.span) for c in traced.mentions)


def test_a_kept_relation_tells_its_source_and_quote(traced: Trace) -> None:
    (row,) = [row for row in section("relations", traced) if "locatedIn Bergen" in row]
    assert row.startswith("  kept     grammar   1.00  Rav AS locatedIn Bergen  “Rav AS, based in Bergen")


def test_a_partnership_tells_what_it_became_and_what_spoke_against_it(traced: Trace) -> None:
    stated, denied = section("partnerships", traced)[:2]
    assert stated.startswith("  kept     grammar   0.70  Rav AS + Tind ASA  [mou; signed; 2025-05]  “Rav AS, based")
    assert denied.startswith(
        "  dropped  grammar   0.30  Rav AS + Kobolt Kraft AS  (the sentence says 'never signed')  “"
    )


def test_a_partnership_that_the_reader_rules_out_is_told(traced: Trace) -> None:
    nowhere = Links({}, traced.document, {})
    verdicts = [c.objection for c in partnerships.candidates(traced.document, traced.facts.entities, nowhere)]
    assert verdicts == ["the reader rules it out", "the sentence says 'never signed'"]


def test_pairs_that_are_no_candidates_are_shown_with_their_likelihood(traced: Trace) -> None:
    rows = [row for row in section("partnerships", traced) if "Business Sweden" in row]
    assert len(rows) == 3
    assert all("dropped  reader    0.30" in row and "(less likely than 0.6)" in row for row in rows)


def test_a_thing_of_which_no_mention_is_sure_is_told(traced: Trace) -> None:
    entities = tuple(e for e in traced.facts.entities if e.name != "Tind ASA")
    doubted = replace(traced, facts=Facts(entities))
    candidate = next(c for c in doubted.mentions if c.mention.text == "Tind ASA")
    assert doubted.against(candidate) == "the reader is sure of no mention of it"
    assert traced.against(candidate) is None


class Parsed(HTMLParser):
    """The elements of a page with their attributes, and the text inside <article>."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.shown = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element."""
        self.elements.append((tag, dict(attrs)))
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close the element that was opened last."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Take text up."""
        if "article" in self.open:
            self.shown += data


def test_the_page_shows_the_text_as_it_is_and_marks_its_mentions(traced: Trace) -> None:
    parsed = Parsed(page(traced))
    assert parsed.open == []
    assert parsed.shown.split() == traced.text.split()
    assert "<Friends>" in parsed.shown
    assert not {"b", "friends"} & {tag for tag, _ in parsed.elements}
    marks = [a for tag, a in parsed.elements if tag == "mark"]
    assert any(a["class"] == "Place" and (a.get("title") or "").startswith("Bergen: Place") for a in marks)
    assert any(a["class"] == "dropped" and "abbreviation" in (a.get("title") or "") for a in marks)


def test_each_fact_of_the_page_has_its_quote_in_the_text(traced: Trace) -> None:
    parsed = Parsed(page(traced))
    facts = [a["data-f"] for tag, a in parsed.elements if tag == "li" and "data-f" in a]
    quoted = {one for tag, a in parsed.elements if tag == "span" for one in (a["data-f"] or "").split()}
    assert len(facts) == len(traced.relations) + len(traced.partnerships) + len(traced.unlikely) > 2
    assert set(facts) == quoted


def test_the_page_needs_nothing_from_elsewhere(traced: Trace) -> None:
    written = page(traced)
    assert not re.search(r"https?:|//[a-z]|src=|href=|@import|url\(", written)
    assert "default-src 'none'" in written


def test_tracing_changes_nothing_and_explains_everything() -> None:
    for file in gold_files()[::120]:
        (article,) = articles.read(file)
        traced = trace(extract(article))
        assert traced.facts == read_facts(article)
        assert tuple(c.relation for c in traced.relations if c.objection is None) == traced.facts.relations
        kept = {frozenset(c.parties) for c in traced.partnerships if c.objection is None}
        assert {frozenset(p.parties) for p in traced.facts.partnerships} == kept
        assert any(traced.against(c) is None for c in traced.mentions)
        assert Parsed(page(traced)).open == []


def test_the_command_prints_a_trace_or_writes_a_page(
    traced: Trace, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "extract", lambda _: extract(traced.document.article))
    file, target = tmp_path / "case.txt", tmp_path / "pages" / "case.html"
    file.write_text(traced.text, encoding="utf-8")
    assert main(["extract", "--trace", "--html", str(target), str(file)]) == 0
    written = capsys.readouterr()
    assert written.out.startswith("case: Rav AS & <Friends> met\n")
    assert written.out == "\n".join(lines(traced)) + "\n"
    assert written.err == f"wrote {target}\n"
    assert target.read_text(encoding="utf-8") == page(traced)


def test_a_trace_is_of_one_article(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(f"Rav AS grew. {name}", encoding="utf-8")
    assert main(["extract", "--trace", str(tmp_path)]) == 1
    assert "a trace is of one article, and these are 2" in capsys.readouterr().err
    assert main(["extract", str(tmp_path)]) == 1
    assert "say where the facts go with --out DIR" in capsys.readouterr().err

"""Document -> statements: stretches of text that tie parties, from sentences, from lists under a lead-in, and from headings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from triplehelix.documents import BlockRole, Document
from triplehelix.facts import Entity, Span
from triplehelix.partnerships.cues import ANY_CUE, UNREAL
from triplehelix.partnerships.parties import groups, slots
from triplehelix.partnerships.sequel import goes_on
from triplehelix.relations.grammar import RULES
from triplehelix.relations.masking import SLOT, focus, mask, occurrences, slot_of
from triplehelix.relations.references import references
from triplehelix.vocabulary import EntityClass, RelationType

#: A quote that runs from a lead-in to one item of its list is cut to the item when it gets longer than this.
LONGEST_QUOTE = 600
#: So many sentences before a statement are asked for its date.
BEFORE = 4


@dataclass(frozen=True, slots=True)
class Statement:
    """Parties (entity ids) that a stretch of text ties.

    Attributes:
        words: the text that tells kind, status and date, names masked out; its last part wins over its first.
        evidence: the quote.
        about: where the words stand in the article, for dates and amounts; then the sentences beside it.
        by_layout: whether a list or a heading ties the parties, which a reader of sentences cannot see.
    """

    parties: tuple[str, ...]
    words: str
    evidence: Span
    about: tuple[Span, ...]
    by_layout: bool = False


@dataclass(frozen=True, slots=True)
class Refusal:
    """A sentence that speaks of an agreement and states none.

    Attributes:
        named: the entities that it names as one would name parties.
        cue: the words that say that there is none.
    """

    named: tuple[str, ...]
    cue: str
    evidence: Span


def judged(document: Document, entities: Sequence[Entity]) -> Iterator[Statement | Refusal]:
    """The statements of an article in the order of the text, and what is refused since the words say that there is none.

    A set of parties may be stated more than once.
    """
    reader = _Reader(document, entities)
    listed = {index for run in _runs(document) for index in run[1]}
    for number, sentence in enumerate(document.sentences):
        role = document.blocks[sentence.block].role
        if role is not BlockRole.BOILERPLATE and sentence.block not in listed:
            yield from reader.sentence(number)
    for lead, items in _runs(document):
        yield from reader.listing(lead, items)


class _Reader:
    """One article with its mentions masked, and who it speaks of."""

    def __init__(self, document: Document, entities: Sequence[Entity]) -> None:
        self._document = document
        found = references(document, entities, occurrences(entities))
        text = document.article.text
        self._masked = [mask(text, s.span, found) for s in document.sentences]
        self._ids = {slot_of(e): e.id for e in entities}
        spoken_of = focus(found, lambda e: e.entity_class in {EntityClass.HUB, EntityClass.ORGANIZATION})
        self._focus = slot_of(spoken_of) if spoken_of else None

    def sentence(self, number: int) -> Iterator[Statement | Refusal]:
        text = _signatories(self._masked[number].text)
        if cue := UNREAL.search(SLOT.sub("", text)):
            yield from self._refused(number, text, cue[0])
            return
        told = self._told(number)
        words = " ".join(SLOT.sub("", m.text) for m in (self._masked[n] for n in told))
        evidence = self._span(told) if self._is_cross(number) else self._masked[number].span
        for group in groups(text, self._anchor(number)):
            if len(parties := self._parties(group)) > 1:
                about = (self._span(told), *self._beside(number))
                yield Statement(parties, words, evidence, about, by_layout="×" in text)

    def _refused(self, number: int, text: str, cue: str) -> Iterator[Refusal]:
        named = self._parties(slots(text))
        if len(named) > 1 and ANY_CUE.search(SLOT.sub("", text)):
            yield Refusal(named, cue, self._masked[number].span)

    def listing(self, lead: int, items: Sequence[int]) -> Iterator[Statement | Refusal]:
        """A lead-in with an agreement word, and one partner in each item under it."""
        intro = [m for m, s in zip(self._masked, self._document.sentences, strict=True) if s.block == lead][-1:]
        if not intro or not ANY_CUE.search(SLOT.sub("", intro[0].text)) or UNREAL.search(SLOT.sub("", intro[0].text)):
            yield from (x for item in items for n in self._numbers(item) for x in self.sentence(n))
            return
        anchors = self._anchors(intro[0].text)
        for item in items:
            masked = [self._masked[n] for n in self._numbers(item)]
            named = [s for m in masked for s in slots(m.text) if s not in anchors][:1]
            parties = self._parties((*anchors, *named))
            if named and len(parties) > 1:
                span = self._document.quotable(Span(intro[0].span.start, masked[-1].span.end))
                block = self._document.blocks[item].span
                quote = span if span.end - span.start <= LONGEST_QUOTE else block
                words = SLOT.sub("", " ".join([intro[0].text, *(m.text for m in masked)]))
                yield Statement(parties, words, quote, (block,), by_layout=True)

    def _anchors(self, lead_in: str) -> tuple[str, ...]:
        after = re.search(r"\bbetween\b(.*)", lead_in)
        named = slots(after[1]) if after else []
        return tuple((named or slots(lead_in) or [s for s in (self._focus,) if s])[:1])

    def _numbers(self, block: int) -> list[int]:
        return [n for n, s in enumerate(self._document.sentences) if s.block == block]

    def _parties(self, group: Sequence[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self._ids[slot] for slot in group if slot in self._ids))

    def _anchor(self, number: int) -> str | None:
        """Who 'it' or 'we' is: the first body of the sentence before for a pronoun, else the body the article speaks of."""
        if number and re.search(r"\b(?:[Ii]t|[Ii]ts|[Tt]hey|[Tt]heir|latter)\b", self._masked[number].text):
            return next(iter(slots(self._masked[number - 1].text)), self._focus)
        return self._focus

    def _told(self, number: int) -> range:
        """The sentences that tell of the agreement: this one, and what goes on about the same paper.

        That is the next one if it begins 'The contract was signed on …', and under a heading 'A × B' its paragraph.
        """
        last = number + 1
        if self._is_cross(number):
            below = self._document.sentences[number].block + 1
            paragraph = [n for n in self._numbers(below) if self._span(range(number, n + 1)).length <= LONGEST_QUOTE]
            last = max(paragraph, default=number) + 1
        elif last < len(self._masked):
            last += goes_on(self._masked[last].text)
        return range(number, last)

    def _is_cross(self, number: int) -> bool:
        """Whether this is a heading 'A × B' over a paragraph that tells more."""
        sentences, blocks = self._document.sentences, self._document.blocks
        below = sentences[number].block + 1
        is_heading = blocks[below - 1].role in _HEADINGS and "×" in self._masked[number].text
        return is_heading and below < len(blocks) and blocks[below].role not in _HEADINGS

    def _span(self, numbers: range) -> Span:
        span = Span(self._masked[numbers[0]].span.start, self._masked[numbers[-1]].span.end)
        return self._document.quotable(span)

    def _beside(self, number: int) -> tuple[Span, ...]:
        return beside([m.span for m in self._masked], self._masked[number].span)


def beside(sentences: Sequence[Span], quote: Span) -> tuple[Span, ...]:
    """The sentence after a quote, and then the ones before it, the nearest first."""
    after = [s for s in sentences if s.start >= quote.end][:1]
    before = [s for s in sentences if s.end <= quote.start][-BEFORE:]
    return (*after, *reversed(before))


_HEADINGS = frozenset({BlockRole.TITLE, BlockRole.HEADING})


def _signatories(text: str) -> str:
    """Who signs stands for the organisation: 'N1, governor of O2, and N3, head of O4' -> 'O2, and O4'."""
    if not re.search(r"\b(?:sign|initial|seal|exchange|between)", text):
        return text
    for rule in RULES:
        if rule.type is RelationType.HOLDS_ROLE:
            text = rule.pattern.sub(lambda m: f"⟦{m['o']}⟧", text)
    return text


def _runs(document: Document) -> list[tuple[int, list[int]]]:
    """Runs of list items, each with the block that leads into it."""
    runs: list[tuple[int, list[int]]] = []
    for index, block in enumerate(document.blocks):
        if block.role is not BlockRole.LIST_ITEM or index == 0:
            continue
        if runs and runs[-1][1][-1] == index - 1:
            runs[-1][1].append(index)
        else:
            runs.append((index - 1, [index]))
    return runs

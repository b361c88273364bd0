"""Document + entities -> relations: the grammar over each sentence, one relation a pair, with its sentence as evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from triplehelix.documents import BlockRole, Document
from triplehelix.facts import Entity, Relation
from triplehelix.relations.grammar import RULES
from triplehelix.relations.masking import SLOT, Masked, mask, occurrences
from triplehelix.relations.references import references
from triplehelix.vocabulary import SIGNATURES, RelationType

#: A clause that says so is no statement: denied, hypothetical, or over before it began.
_UNREAL = re.compile(
    r"\b(?:not|never|no longer|denie[sd]|rumou?rs?|could|might|would have|had hoped|instead of|rather than|unlike)\b"
)


def relate(document: Document, entities: Sequence[Entity]) -> tuple[Relation, ...]:
    """The binary relations that the sentences state, each with the sentence that states it, in the order of the text."""
    found = references(document, entities, occurrences(entities))
    by_pair: dict[tuple[RelationType, str, str], Relation] = {}
    for sentence in document.sentences:
        if document.blocks[sentence.block].role is BlockRole.BOILERPLATE:
            continue
        for relation in _in(mask(document.article.text, sentence.span, found)):
            by_pair.setdefault((relation.type, relation.subject, relation.object), relation)
    return tuple(by_pair.values())


def _in(sentence: Masked) -> Iterator[Relation]:
    for rule in RULES:
        for match in rule.pattern.finditer(sentence.text):
            if rule.type is not RelationType.HOLDS_ROLE and _UNREAL.search(SLOT.sub("", match.group())):
                continue
            for subject, object_ in _ends(match):
                if subject != object_:
                    yield from _relation(rule.type, subject, object_, sentence)


def _ends(match: re.Match[str]) -> Iterator[tuple[str, str]]:
    """The pairs of slots that a match names; a list on one side gives a pair for each of its members."""
    for subject in _slots(match["s"]):
        for object_ in _slots(match["o"]):
            yield subject, object_


def _slots(group: str | None) -> list[str]:
    if group is None:
        return []
    return ["".join(m) for m in SLOT.findall(group)] if "⟦" in group else [group]


def _relation(kind: RelationType, subject: str, object_: str, sentence: Masked) -> Iterator[Relation]:
    ends = sentence.entity(subject), sentence.entity(object_)
    subjects, objects = SIGNATURES[kind]
    if ends[0].entity_class in subjects and ends[1].entity_class in objects and ends[0].id != ends[1].id:
        yield Relation(kind, ends[0].id, ends[1].id, sentence.span)

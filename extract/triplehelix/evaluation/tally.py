"""One article's gold and prediction -> what is right, predicted and there to be found, by name of figure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from triplehelix.evaluation.annotation import Annotation, Deal
from triplehelix.evaluation.counts import Count, Fault
from triplehelix.evaluation.matching import likeness, paired, parties_likeness
from triplehelix.vocabulary import EntityClass

CORE = (EntityClass.HUB, EntityClass.ORGANIZATION, EntityClass.FACILITY)
_KINDED = (EntityClass.HUB, EntityClass.ORGANIZATION)


@dataclass(frozen=True, slots=True)
class Tally:
    """One article's counts, by name of figure, and its faults."""

    counts: Mapping[str, Count]
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class _Compared:
    """A gold annotation and a prediction whose ids are told as gold ids; '?id' for what matches nothing.

    Attributes:
        pairs: indices of matched entities.
    """

    gold: Annotation
    predicted: Annotation
    pairs: tuple[tuple[int, int], ...]
    gold_ids: Mapping[str, str]

    def links(self) -> tuple[set[tuple[str, str, str]], set[tuple[str, str, str]]]:
        gold = {(link.type, link.subject, link.object) for link in self.gold.relations}
        told = {(link.type, self._told(link.subject), self._told(link.object)) for link in self.predicted.relations}
        return gold, told

    def parties(self) -> tuple[list[frozenset[str]], list[frozenset[str]]]:
        gold = [frozenset(deal.parties) for deal in self.gold.partnerships]
        return gold, [frozenset(map(self._told, deal.parties)) for deal in self.predicted.partnerships]

    def name(self, told_id: str) -> str:
        side = self.predicted if told_id.startswith("?") else self.gold
        return next((e.names[0] for e in side.entities if e.id == told_id.removeprefix("?")), told_id)

    def _told(self, predicted_id: str) -> str:
        return self.gold_ids.get(predicted_id, f"?{predicted_id}")


def tally(gold: Annotation, predicted: Annotation) -> Tally:
    """Compare a prediction with the gold annotation of the same article."""
    pairs = paired(gold.entities, predicted.entities, likeness)
    gold_ids = {predicted.entities[j].id: gold.entities[i].id for i, j, _ in pairs}
    compared = _Compared(gold, predicted, tuple((i, j) for i, j, _ in pairs), gold_ids)
    parts = (_entities, _relations, _partnerships, _grounded, _traps)
    findings = [finding for part in parts for finding in part(compared)]
    counts: dict[str, Count] = {}
    for name, count in (finding for finding in findings if not isinstance(finding, Fault)):
        counts[name] = counts.get(name, Count()) + count
    return Tally(counts, tuple(finding for finding in findings if isinstance(finding, Fault)))


_Findings = Iterator[tuple[str, Count] | Fault]


def _entities(compared: _Compared) -> _Findings:
    golds, predictions = compared.gold.entities, compared.predicted.entities
    matched = {j: i for i, j in compared.pairs}
    for i, j in compared.pairs:
        yield from _named("entities", golds[i].entity_class, Count(right=1))
        if golds[i].entity_class in _KINDED:
            same = golds[i].kind == predictions[j].kind
            yield "kinds", Count(same, 1, 1)
            yield f"{golds[i].entity_class}/{golds[i].kind}", Count(right=same)
    for i, entity in enumerate(golds):
        yield from _named("entities", entity.entity_class, Count(gold=1))
        if entity.entity_class in _KINDED:
            yield f"{entity.entity_class}/{entity.kind}", Count(gold=1)
        if entity.entity_class in CORE and i not in matched.values():
            yield Fault(compared.gold.name, f"missed {entity.entity_class}", entity.names[0])
    for j, entity in enumerate(predictions):
        # A prediction is charged to the class of its match, else to its own.
        charged = golds[matched[j]].entity_class if j in matched else entity.entity_class
        yield from _named("entities", charged, Count(predicted=1))
        if charged in _KINDED:
            yield f"{charged}/{entity.kind}", Count(predicted=1)
        if entity.entity_class in CORE and j not in matched:
            yield Fault(compared.gold.name, f"wrong {entity.entity_class}", entity.names[0])


def _named(total: str, entity_class: str, count: Count) -> _Findings:
    yield entity_class, count
    if entity_class in CORE:
        yield total, count


def _relations(compared: _Compared) -> _Findings:
    gold, predicted = compared.links()
    for links, count in ((gold & predicted, Count(right=1)), (predicted, Count(predicted=1)), (gold, Count(gold=1))):
        for link in links:
            yield "relations", count
            yield f"relations/{link[0]}", count
    for verdict, links in (("missed", gold - predicted), ("wrong", predicted - gold)):
        for type_, subject, target in sorted(links):
            what = f"{type_} {compared.name(subject)} -> {compared.name(target)}"
            yield Fault(compared.gold.name, f"{verdict} relation", what)


def _partnerships(compared: _Compared) -> _Findings:
    golds, predictions = compared.gold.partnerships, compared.predicted.partnerships
    gold_parties, parties = compared.parties()
    pairs = paired(gold_parties, parties, parties_likeness)
    yield "partnerships", Count(sum(credit for _, _, credit in pairs), len(predictions), len(golds))
    for i, j, credit in pairs:
        yield from _attributes(golds[i], predictions[j])
        if golds[i].kind == predictions[j].kind:
            yield f"partnerships/{golds[i].kind}", Count(right=credit)
    for deals, count in ((golds, Count(gold=1)), (predictions, Count(predicted=1))):
        for deal in deals:
            yield f"partnerships/{deal.kind}", count
    yield from _unpaired(compared, "missed", gold_parties, {i for i, _, _ in pairs})
    yield from _unpaired(compared, "wrong", parties, {j for _, j, _ in pairs})


def _unpaired(compared: _Compared, verdict: str, parties: Sequence[frozenset[str]], known: set[int]) -> _Findings:
    for number, members in enumerate(parties):
        if number not in known:
            what = " + ".join(compared.name(member) for member in sorted(members))
            yield Fault(compared.gold.name, f"{verdict} partnership", what)


def _attributes(gold: Deal, predicted: Deal) -> _Findings:
    yield "partnership_kind", Count(gold.kind == predicted.kind, 1, 1)
    yield "partnership_status", Count(gold.status == predicted.status, 1, 1)
    if gold.date:
        # The prediction may be more precise than the gold, never less.
        same = predicted.date is not None and predicted.date[: len(gold.date)] == gold.date
        yield "partnership_date", Count(same, 1, 1)
    elif predicted.date:
        yield "dates_invented", Count(right=1)


def _grounded(compared: _Compared) -> _Findings:
    relations, partnerships = compared.predicted.relations, compared.predicted.partnerships
    for quote in [*(link.evidence for link in relations), *(deal.evidence for deal in partnerships)]:
        yield "grounded", Count(bool(quote) and quote in compared.gold.text, 1, 1)


def _traps(compared: _Compared) -> _Findings:
    _, parties = compared.parties()
    for trap in compared.gold.traps:
        caught = any(set(trap.parties) <= members for members in parties)
        yield "traps", Count(caught, 1, 1)
        if caught:
            what = f"{' + '.join(map(compared.name, trap.parties))} ({trap.why})"
            yield Fault(compared.gold.name, "trap", what)

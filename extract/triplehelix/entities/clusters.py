"""Mentions -> groups of mentions that name one thing, inside one article."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from triplehelix.entities.names import (
    abbreviates,
    administration,
    core,
    fold,
    has_legal_form,
    heads,
    is_acronym,
    shortens,
)
from triplehelix.facts import Mention
from triplehelix.vocabulary import EntityClass, OrganizationKind

_TITLES = frozenset(
    """
    dr mr mrs ms mx prof professor sir dame lord lady dato datuk eng ing maitre rev lcdo em rector
    """.split()
)
_BRACKET = re.compile(r"\s*[(\[](?:also |formerly |hereinafter |hereafter |or |the |\"|“|')*\s*\Z")
#: An acronym that closes a longer remark in brackets: '(Norviks Vätgasforum, NVF)'.
_LATER_IN_BRACKET = re.compile(r"\s*\((?:[^()]{0,90}[,;])\s*(?:in short |hereinafter )?[\"“‘']?\Z")
_CLOSERS = frozenset({")", "]", ",", ";", '"', "”"})
_NEVER_DOUBLE = frozenset({EntityClass.PLACE, EntityClass.PERSON})
_SLASH = re.compile(r"\s*/\s*\Z")


@dataclass(frozen=True, slots=True)
class Group:
    """The mentions of one thing in the order of the text, and the class that most of them speak for."""

    entity_class: EntityClass
    mentions: tuple[Mention, ...]

    @property
    def forms(self) -> tuple[str, ...]:
        """The distinct surface forms, in the order of the text."""
        return tuple(dict.fromkeys(m.text for m in self.mentions))


def group(mentions: Sequence[Mention], text: str) -> tuple[Group, ...]:
    """Mentions (in the order of the text) -> groups, in the order of their first mention.

    Merges equal names, a name and its acronym or double name in brackets, and a name and its short form.
    """
    voted = _one_class_a_form(_with_double_names(mentions, text))
    forms = _Forms(voted)
    _join_neighbours(voted, text, forms)
    by_class: dict[EntityClass, list[str]] = defaultdict(list)
    for key in forms.keys:
        by_class[key[0]].append(key[1])
    for entity_class, names in by_class.items():
        join = _join_persons if entity_class is EntityClass.PERSON else _join_names
        join(entity_class, names, forms)
    return forms.groups()


_Key = tuple[EntityClass, str]


class _Forms:
    """A union-find over the surface forms of one article."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self._mentions = mentions
        self.keys: dict[_Key, str] = {}
        for mention in mentions:
            self.keys.setdefault(self.key(mention), mention.text)
        self._parent: dict[_Key, _Key] = {key: key for key in self.keys}

    @staticmethod
    def key(mention: Mention) -> _Key:
        return mention.entity_class, fold(mention.text) or mention.text

    def root(self, key: _Key) -> _Key:
        while self._parent[key] != key:
            key = self._parent[key]
        return key

    def join(self, short: _Key, long: _Key) -> None:
        self._parent[self.root(short)] = self.root(long)

    def groups(self) -> tuple[Group, ...]:
        found: dict[_Key, list[Mention]] = {}
        for mention in self._mentions:
            found.setdefault(self.root(self.key(mention)), []).append(mention)
        return tuple(Group(m[0].entity_class, tuple(m)) for m in found.values())


def _one_class_a_form(mentions: Sequence[Mention]) -> list[Mention]:
    """A form that is tagged with two classes in one article takes the one with the higher total score.

    A place and the government that bears its name stay two.
    """
    votes: dict[str, Counter[EntityClass]] = defaultdict(Counter)
    for mention in mentions:
        votes[fold(mention.text)][mention.entity_class] += mention.score  # type: ignore[assignment]
    best = {form: max(sorted(count), key=lambda c: count[c]) for form, count in votes.items()}
    return [m if _may_differ(m) else _as(best[fold(m.text)], m, mentions) for m in mentions]


def _with_double_names(mentions: Sequence[Mention], text: str) -> list[Mention]:
    """A cluster named twice, as a park and as its body ('Rav Bio Park / RavMed Cluster'), is one body."""
    found = list(mentions)
    for at, (left, right) in enumerate(pairwise(mentions)):
        slash = left.span.end <= right.span.start and _SLASH.match(text[left.span.end : right.span.start])
        if slash and {left.entity_class, right.entity_class} == {EntityClass.HUB, EntityClass.ORGANIZATION}:
            found[at : at + 2] = [_body(left), _body(right)]
    return found


def _body(mention: Mention) -> Mention:
    kind = OrganizationKind.CLUSTER_ORGANIZATION.value
    return replace(mention, entity_class=EntityClass.ORGANIZATION, kind=kind)


def _may_differ(mention: Mention) -> bool:
    return mention.entity_class is EntityClass.PLACE or mention.kind == OrganizationKind.GOVERNMENT


def _as(entity_class: EntityClass, mention: Mention, mentions: Sequence[Mention]) -> Mention:
    if entity_class is mention.entity_class:
        return mention
    same = (m.kind for m in mentions if m.entity_class is entity_class and fold(m.text) == fold(mention.text))
    return replace(mention, entity_class=entity_class, kind=next((kind for kind in same if kind), None))


def _join_neighbours(mentions: Sequence[Mention], text: str, forms: _Forms) -> None:
    """'Long Name (LN)', 'LN (Long Name)' and 'Name / Other Name' are one thing."""
    told = Counter(mention.text for mention in mentions)
    for left, right in pairwise(mentions):
        may_share = left.entity_class is right.entity_class and left.entity_class not in _NEVER_DOUBLE
        # Two that the article also names each by itself are listed side by side: 'Rav Seeds / Tarn Mills: licence'.
        both = min(told[left.text], told[right.text]) > 1
        if may_share and left.span.end <= right.span.start and _one_thing(left, right, text, apart=both):
            forms.join(forms.key(right), forms.key(left))


def _one_thing(left: Mention, right: Mention, text: str, *, apart: bool) -> bool:
    between, after = text[left.span.end : right.span.start], text[right.span.end : right.span.end + 1]
    if _SLASH.match(between) and "\n" not in between:
        return not apart
    if after not in _CLOSERS:
        return False
    if _BRACKET.match(between):
        return _same_in_brackets(left, right, alone=after == ")")
    return is_acronym(right.text) and _LATER_IN_BRACKET.match(between) is not None


def _same_in_brackets(outer: Mention, inner: Mention, *, alone: bool) -> bool:
    """An acronym, a short form, or, alone in the brackets, the same kind of body by its name in another language."""
    if is_acronym(inner.text) or is_acronym(outer.text) or core(inner.text) == core(outer.text):
        return True
    if shortens(inner.text, outer.text) or shortens(outer.text, inner.text):
        return True
    return alone and inner.kind == outer.kind and min(len(inner.text.split()), len(outer.text.split())) > 1


def _join_names(entity_class: EntityClass, names: Sequence[str], forms: _Forms) -> None:
    """Joins each form to the longer one it stands for, by the first of the tests that any longer form passes."""
    shown = {name: forms.keys[entity_class, name] for name in names}
    for short in sorted(names, key=lambda n: (len(n), n)):
        longer = sorted((n for n in names if n != short and len(n) >= len(short)), key=lambda n: (-len(n), n))
        for test in _TESTS:
            fitting = [n for n in longer if test(shown[short], shown[n])]
            roots = {forms.root((entity_class, n)) for n in fitting} - {forms.root((entity_class, short))}
            if len(roots) == 1 or (roots and test is not heads):
                forms.join((entity_class, short), (entity_class, _first_named(fitting, names)))
            if fitting:
                break


def _equals(short: str, long: str) -> bool:
    return core(short) == core(long) or administration(short) == administration(long)


def _begins(short: str, long: str) -> bool:
    return _within(short, long) and core(long).startswith(core(short) + " ")


def _within(short: str, long: str) -> bool:
    return not has_legal_form(short) and shortens(short, long)


#: From the surest sign that two forms are one name to the least sure.
_TESTS: tuple[Callable[[str, str], bool], ...] = (_equals, abbreviates, _begins, _within, heads)


def _first_named(fitting: Sequence[str], names: Sequence[str]) -> str:
    """Of several names that one form may shorten, the one that the article names first."""
    return min(fitting, key=names.index)


def _join_persons(entity_class: EntityClass, names: Sequence[str], forms: _Forms) -> None:
    """'Dr Storm' and 'Storm' are 'Ayla Storm', where only one person of the article can be meant."""
    words = {n: tuple(w for w in n.split() if w not in _TITLES) for n in names}
    for short in sorted(names, key=lambda n: (-len(words[n]), n)):
        longer = [n for n in names if n != short and words[short] and _ends_or_starts(words[short], words[n])]
        full = [n for n in longer if len(words[n]) > len(words[short])] or longer
        roots = {forms.root((entity_class, n)) for n in full}
        if len(roots) == 1:
            forms.join((entity_class, short), (entity_class, max(full, key=lambda n: (len(n), n))))


def _ends_or_starts(part: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    if len(part) == 2 and len(part[0]) == 1 and len(whole) > 1:  # 'A. Storm' for 'Ayla Storm'
        return whole[0].startswith(part[0]) and whole[-1] == part[1]
    return len(part) <= len(whole) and (whole[-len(part) :] == part or whole[: len(part)] == part)

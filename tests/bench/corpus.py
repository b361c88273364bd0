"""Articles that nobody wrote, with the facts that they state: the same for the same number, size and revision.

A size stands for a world: its organisations and hubs are as many as so many articles would name, a few of them in very
many articles (Zipf), most in one or two. Every name is made of syllables. The address of an article says which one it
is, so that `facts_of` needs nothing else and works in any process.
"""

from __future__ import annotations

import hashlib
import random
from dataclasses import dataclass, replace

from triplehelix.articles import Article
from triplehelix.facts import Amount, Entity, Facts, Partnership, Relation, Span
from triplehelix.vocabulary import EntityClass, PartnershipKind, RelationType, Status

_ONSETS = "b br d dr f g gr k kl l m n p pl r s st t tr v vel z".split()
_VOWELS = "a e i o u ai or en".split()
_COUNTRIES = "AT BE CA CH DK ES FI FR IE IT JP KR NL NO PT SE SG US".split()
_TOPICS = ("cell therapy", "medical imaging", "antibody production", "clinical data", "rare diseases", "diagnostics")
_KINDS = ("company", "university", "research_institute", "hospital", "agency", "investor")
_HOST = "https://articles.example/"


@dataclass(frozen=True, slots=True)
class Thing:
    """Something with a name that several articles may speak of."""

    entity_class: EntityClass
    name: str
    kind: str | None = None
    country: str | None = None


class _Page:
    """The text of an article as it grows, and what its sentences state."""

    def __init__(self) -> None:
        self.text = ""
        self._mentions: dict[Thing, list[Span]] = {}
        self._relations: list[tuple[RelationType, Thing, Thing, Span]] = []
        self._partnerships: list[tuple[Partnership, tuple[Thing, ...]]] = []

    def say(self, *parts: str | Thing) -> Span:
        """Add a sentence; the mentions of the things in it are noted."""
        start = len(self.text)
        for part in parts:
            if isinstance(part, Thing):
                span = Span(len(self.text), len(self.text) + len(part.name))
                self._mentions.setdefault(part, []).append(span)
                self.text += part.name
            else:
                self.text += part
        span = Span(start, len(self.text))
        self.text += "\n"
        return span

    def relate(self, kind: RelationType, subject: Thing, value: Thing, evidence: Span) -> None:
        """Note a relation that a sentence states."""
        self._relations.append((kind, subject, value, evidence))

    def agree(self, parties: tuple[Thing, ...], partnership: Partnership) -> None:
        """Note a partnership that a sentence states."""
        self._partnerships.append((partnership, parties))

    def facts(self) -> Facts:
        """Everything noted."""
        ids = {thing: f"e{number}" for number, thing in enumerate(self._mentions, 1)}
        entities = tuple(
            Entity(ids[thing], thing.entity_class, thing.kind, thing.name, (), thing.country, tuple(spans))
            for thing, spans in self._mentions.items()
        )
        relations = tuple(Relation(kind, ids[one], ids[other], span) for kind, one, other, span in self._relations)
        agreed = tuple(replace(found, parties=tuple(ids[p] for p in parties)) for found, parties in self._partnerships)
        return Facts(entities, relations, agreed)


def articles(
    size: int, *, first: int = 0, count: int | None = None, revision: int = 0, spice: int = 0
) -> list[Article]:
    """Articles of the world of this size, all of them or `count` from `first` on."""
    numbers = range(first, first + (size if count is None else count))
    return [article(size, number, revision, spice) for number in numbers]


def article(size: int, number: int, revision: int = 0, spice: int = 0) -> Article:
    """One article of a world; another revision of it tells something else.

    Args:
        size: how many articles the world is made for.
        number: which of them.
        revision: which version of it.
        spice: of a hundred statements so many that the shapes refuse; they tell one run from another, too.
    """
    page = _write(size, number, revision, spice)
    return Article(
        name=f"item-{number:07d}",
        text=page.text,
        title=page.text.partition("\n")[0],
        publisher="The Invented Courier",
        published=f"{2015 + number % 10}-{1 + number % 12:02d}-{1 + number % 28:02d}",
        language="en",
        url=f"{_HOST}{size}/{number}/{revision}/{spice}",
        source=f"item-{number:07d}.txt",
    )


def facts_of(article: Article) -> Facts:
    """What an article of `article` states; it stands where the reader of real articles does."""
    size, number, revision, spice = map(int, (article.url or "").removeprefix(_HOST).split("/"))
    return _write(size, number, revision, spice).facts()


def _write(size: int, number: int, revision: int, spice: int) -> _Page:
    choose = random.Random(f"{size}/{number}/{revision}/{spice}")  # noqa: S311 -- no secret
    page = _Page()
    hub, city = hub_of(_often(choose, 1 + size // 20)), _city(choose.randrange(200))
    first, *others = _organizations(choose, size)
    page.say(first, " and partners grow at ", hub)
    said = page.say("The campus of ", hub, " stands in ", city, ".")
    page.relate(RelationType.LOCATED_IN, hub, city, said)
    for other in others:
        said = page.say(other, " is a member of ", hub, ".")
        page.relate(RelationType.MEMBER_OF, other, hub, said)
    if choose.random() < 0.3:
        person = Thing(EntityClass.PERSON, f"{_word(choose.randrange(900))} {_word(choose.randrange(9000))}")
        page.relate(RelationType.HOLDS_ROLE, person, first, page.say(person, " is the director of ", first, "."))
    if choose.random() < 0.3:
        plant = Thing(EntityClass.FACILITY, f"{_word(number)} Works")
        said = page.say(first, " operates ", plant, " in ", city, ".")
        page.relate(RelationType.OPERATES, first, plant, said)
        page.relate(RelationType.LOCATED_IN, plant, city, said)
    _agreement(page, choose, (first, others[0]))
    if choose.randrange(100) < spice:
        _fault(page, choose, hub, first)
    return page


def _agreement(page: _Page, choose: random.Random, parties: tuple[Thing, Thing]) -> None:
    topic, year = choose.choice(_TOPICS), choose.randrange(2012, 2026)
    said = page.say(parties[0], " and ", parties[1], f" agreed in {year} to work together on {topic}.")
    amount = Amount(float(choose.randrange(1, 900) * 1000), "EUR") if choose.random() < 0.2 else None
    kind, status = choose.choice(list(PartnershipKind)), choose.choice(list(Status))
    page.agree(parties, Partnership((), kind, status, str(year), (topic,), amount, said))


def _fault(page: _Page, choose: random.Random, hub: Thing, organization: Thing) -> None:
    """A statement that the shapes refuse: with it goes what cannot stand without it."""
    wrong = Thing(EntityClass.ORGANIZATION, f"{_word(choose.randrange(99))} Ltd", "company", "Norway")
    match choose.randrange(4):
        case 0:
            page.say(wrong, " was there, too.")
        case 1:
            page.relate(RelationType.MANAGES, hub, organization, page.say(hub, " manages ", organization, "."))
        case 2:
            page.relate(RelationType.PART_OF, organization, organization, page.say(organization, " is its own part."))
        case _:
            said = page.say(organization, " and ", hub, " met on 30 February.")
            kind, status = PartnershipKind.MOU, Status.SIGNED
            page.agree((organization, hub), Partnership((), kind, status, "2024-02-30", (), None, said))


def _organizations(choose: random.Random, size: int) -> list[Thing]:
    numbers = dict.fromkeys(_often(choose, 2 * size + 6) for _ in range(choose.randrange(2, 5)))
    while len(numbers) < 2:
        numbers[_often(choose, 2 * size + 6)] = None
    return [organization_of(number) for number in numbers]


def organization_of(number: int) -> Thing:
    """An organisation of every world that has so many; the first are those that most articles name."""
    kind = _KINDS[_hash("kind", number) % len(_KINDS)]
    country = _COUNTRIES[_hash("country", number) % len(_COUNTRIES)] if number % 3 else None
    return Thing(EntityClass.ORGANIZATION, f"{_word(number)} {_word(number // 7 + 3)} Institute", kind, country)


def hub_of(number: int) -> Thing:
    """A hub."""
    return Thing(EntityClass.HUB, f"{_word(number)} Science Park", "science_park")


def _city(number: int) -> Thing:
    return Thing(EntityClass.PLACE, f"{_word(number)}ville", "city", _COUNTRIES[number % len(_COUNTRIES)])


def _often(choose: random.Random, among: int) -> int:
    """A number below `among`, low ones much more often: about as Zipf's law has it with exponent 0.9."""
    return min(among - 1, int(among ** choose.random() ** 0.9) - 1) if among > 1 else 0


def _word(number: int) -> str:
    """The word with this number; no two numbers have the same one."""
    word, number = "", number + len(_ONSETS) * len(_VOWELS)
    while number:
        number, syllable = divmod(number, len(_ONSETS) * len(_VOWELS))
        word = _ONSETS[syllable % len(_ONSETS)] + _VOWELS[syllable // len(_ONSETS)] + word
    return word.capitalize()


def _hash(*parts: object) -> int:
    return int.from_bytes(hashlib.sha256(repr(parts).encode()).digest()[:4], "big")

"""Short articles about invented organisations, each of which tells of what another one names, and what they state."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from triplehelix import linking
from triplehelix.articles import Article
from triplehelix.exports import export
from triplehelix.facts import Entity, Facts, Partnership, Span
from triplehelix.pipeline.flow import read
from triplehelix.store import Store
from triplehelix.vocabulary import EntityClass, PartnershipKind, Status

#: 'Name|alias|alias', class, kind and country.
Thing = tuple[str, EntityClass, str | None, str | None]
_ORGANIZATION, _MOU = EntityClass.ORGANIZATION, PartnershipKind.MOU


@dataclass(frozen=True, slots=True)
class Story:
    """An article, and what it states."""

    article: Article
    facts: Facts

    @property
    def name(self) -> str:
        """The article's name."""
        return self.article.name


def tell(
    name: str,
    text: str,
    things: Sequence[Thing],
    agreements: Iterable[tuple[str, PartnershipKind, Status, str | None]] = (),
    published: str = "2025-11-01",
) -> Story:
    """A story of one paragraph.

    Args:
        name: of the article.
        text: its text.
        things: what it names.
        agreements: the numbers of the parties among the things ('01'), kind, status and date; the text is the quote.
        published: its day.
    """
    article = Article(name, text, title=name.capitalize(), source=f"{name}.txt", published=published)
    entities = tuple(_entity(number, text, thing) for number, thing in enumerate(things))
    quote = Span(0, len(text))
    told = tuple(
        Partnership(tuple(f"e{n}" for n in parties), kind, status, date, (), None, quote)
        for parties, kind, status, date in agreements
    )
    return Story(article, Facts(entities, (), told))


def _entity(number: int, text: str, thing: Thing) -> Entity:
    names, entity_class, kind, country = thing
    name, *aliases = names.split("|")
    spans = sorted(Span(text.index(n), text.index(n) + len(n)) for n in (name, *aliases))
    return Entity(f"e{number}", entity_class, kind, name, tuple(aliases), country, tuple(spans))


def put(store: Store, story: Story) -> None:
    """Take a story into a store."""
    linking.put(store, story.article, read(story.article, lambda _article: story.facts, store.base).parts())


def fill(folder: Path, stories: Iterable[Story]) -> Path:
    """Take stories into the store in a folder, in this order."""
    with Store.open(folder) as store:
        for story in stories:
            put(store, story)
    return folder


def exported(folder: Path) -> bytes:
    """All that a store says, with the graphs of its articles."""
    file = folder.with_suffix(".trig")
    with Store.open(folder, readonly=True) as store:
        export(store, file)
    return file.read_bytes()


FIRST = tell(
    "first",
    "The Fjordside Institute of Cells (FIC) of Norway and Corvid Robotics Oy of Finland signed a memorandum of"
    " understanding on 3 October 2025. Under it they will automate the culture of heart cells in the new hall of the"
    " institute, train forty technicians over three years, and share what they learn with every hospital there.",
    [
        ("Fjordside Institute of Cells|FIC", _ORGANIZATION, "research_institute", "NO"),
        ("Corvid Robotics Oy", _ORGANIZATION, "company", "FI"),
    ],
    [("01", _MOU, Status.SIGNED, "2025-10-03")],
    "2025-10-04",
)
SECOND = tell(
    "second",
    "FIC is to work with Corvid Robotics, both said in October 2025.",
    [("FIC", _ORGANIZATION, "research_institute", None), ("Corvid Robotics", _ORGANIZATION, "company", "FI")],
    [("01", _MOU, Status.ANNOUNCED, "2025-10")],
)
REPRINT = tell(
    "again",
    f"Seen elsewhere: {FIRST.article.text} More news on Monday.",
    [
        ("Fjordside Institute of Cells|FIC", _ORGANIZATION, "research_institute", "NO"),
        ("Corvid Robotics Oy", _ORGANIZATION, "company", "FI"),
    ],
    [("01", _MOU, Status.SIGNED, "2025-10-03")],
    "2025-10-06",
)
OLDER = tell(
    "older",
    "In 2019 the Fjordside Institute of Cells and Corvid Robotics signed a memorandum that has long ended.",
    [
        ("Fjordside Institute of Cells", _ORGANIZATION, "research_institute", "NO"),
        ("Corvid Robotics", _ORGANIZATION, "company", None),
    ],
    [("01", _MOU, Status.ENDED, "2019")],
)
RIVAL = tell(
    "rival",
    "The Fenland Institute of Crops (FIC) sows.",
    [("Fenland Institute of Crops|FIC", _ORGANIZATION, "research_institute", "GB")],
)
GROUP = tell(
    "group",
    "Corvid Holdings owns Corvid Robotics and lends to the Corvid Robotics Foundation in Osaka.",
    [
        ("Corvid Holdings", _ORGANIZATION, "company", "FI"),
        ("Corvid Robotics", _ORGANIZATION, "company", "FI"),
        ("Corvid Robotics Foundation", _ORGANIZATION, "nonprofit", None),
        ("Osaka", EntityClass.PLACE, "city", "JP"),
    ],
)
NAMESAKE = tell(
    "namesake",
    "Corvid Robotics of Chile makes toys.",
    [("Corvid Robotics", _ORGANIZATION, "company", "CL")],
)
STORIES = (FIRST, SECOND, REPRINT, OLDER, RIVAL, GROUP, NAMESAKE)

"""A name that a person types -> the one thing in the graph that it means."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import pyoxigraph as ox

from triplehelix.errors import NameNotFound
from triplehelix.questions.binding import serialise
from triplehelix.questions.graph import HELIX, PREFIXES, Queryable, select, value

#: The classes that a thing may have when a parameter names none, in the order of preference.
THINGS = ("Place", "Hub", "Organization", "Facility", "Person")

#: Words that say what a thing is, not which: 'Osaka' may well mean what is labelled 'Osaka City'.
_GENERIC = frozenset(
    "area city cluster county district island metropolis municipality park pref prefecture province region science "
    "state the town bv co company corp corporation gmbh inc incorporated kk limited llc ltd plc sa".split()
)
_IRI = re.compile(r"<?([a-zA-Z][a-zA-Z0-9+.-]*://[^<>\s]+|urn:[^<>\s]+)>?")
_ACCENTS = re.compile("[\u0300-\u036f]")


@dataclass(frozen=True, slots=True)
class Named:
    """One name of one thing.

    Attributes:
        iri: the thing.
        class_: its class, the local name ('Hub').
        name: a label or an alias of it.
        country: ISO 3166-1 alpha-2 code, or '' where none is known.
        is_alias: whether the name is one of its other names.
    """

    iri: str
    class_: str
    name: str
    country: str
    is_alias: bool

    def __str__(self) -> str:
        """How a message lists it."""
        return f"{self.name} ({', '.join(filter(None, (self.class_, self.country)))}) <{self.iri}>"


def resolve(graph: Queryable, name: str, classes: Iterable[str] = (), where: str | None = None) -> ox.NamedNode:
    """The thing that a name means.

    An IRI, or a name with a known prefix, is taken as it is. Otherwise labels are compared, then labels without case
    and accents, then aliases so, then labels and aliases without words such as 'City', then what the gazetteer knows a
    place by in other languages. Of the things that the first comparison with a result finds, those of the class that
    comes first in `classes` are meant.

    Args:
        graph: where to look.
        name: what a person typed.
        classes: local names of the classes that it may have, the preferred one first; none means any of THINGS.
        where: what to name in the message, such as the parameter.

    Raises:
        NameNotFound: the name fits nothing, or more than one thing; the message lists what it may have meant.
    """
    if iri := _as_iri(name):
        return _known(graph, iri, name, where)
    order = tuple(classes) or THINGS
    exact = _named(graph, order, f"VALUES ?name {{ {serialise(ox.Literal(name))} }} ?thing rdfs:label ?name .")
    found = _preferred(exact, order) or _by_comparison(graph, name, order, where)
    if len({thing.iri for thing in found}) > 1:
        listed = "; ".join(sorted({thing.iri: str(thing) for thing in found}.values()))
        raise NameNotFound(f"{name!r} fits more than one thing: {listed}", where, "give the IRI of the one meant")
    return ox.NamedNode(found[0].iri)


def fold(name: str) -> str:
    """A name as names are compared: without case, accents, punctuation and double spaces."""
    plain = _ACCENTS.sub("", unicodedata.normalize("NFKD", name.casefold()))
    return " ".join(re.sub(r"[^\w]+", " ", unicodedata.normalize("NFC", plain)).split())


def without_generic_words(name: str) -> str:
    """A folded name without the words that say what a thing is; the whole name where nothing else would be left."""
    words = fold(name).split()
    return " ".join(word for word in words if word not in _GENERIC) or " ".join(words)


def _as_iri(name: str) -> str | None:
    if match := _IRI.fullmatch(name.strip()):
        return match[1]
    prefix, colon, local = name.strip().partition(":")
    return PREFIXES[prefix] + local if colon and prefix in PREFIXES and " " not in local else None


def _known(graph: Queryable, iri: str, name: str, where: str | None) -> ox.NamedNode:
    try:
        node = ox.NamedNode(iri)
    except ValueError:
        raise NameNotFound(f"not an IRI: {name!r}", where) from None
    if not any(select(graph, f"SELECT ?p WHERE {{ {serialise(node)} ?p ?o }} LIMIT 1")):
        raise NameNotFound(f"the graph says nothing about <{iri}>", where, "give a name instead to see what there is")
    return node


def _by_comparison(graph: Queryable, name: str, order: tuple[str, ...], where: str | None) -> list[Named]:
    """What the first comparison with a result finds, over every name in the graph."""
    every = all_names(graph, order)
    comparisons: tuple[tuple[Callable[[str], str], bool], ...] = (
        (fold, False),
        (fold, True),
        (without_generic_words, False),
        (without_generic_words, True),
    )
    for compare, is_alias in comparisons:
        wanted = compare(name)
        fits = [thing for thing in every if thing.is_alias == is_alias and compare(thing.name) == wanted]
        if wanted and fits:
            return _preferred(fits, order)
    if "Place" in order and (found := in_gazetteer(name, [thing for thing in every if thing.class_ == "Place"])):
        return found
    raise NameNotFound(f"no {_either(order)} is called {name!r}", where, _suggestion(name, every))


def in_gazetteer(name: str, places: list[Named]) -> list[Named]:
    """The place of the graph that has this name in another language, as far as the gazetteer knows it ('大阪')."""
    from triplehelix.places import places_called  # noqa: PLC0415 - the gazetteer takes time to load, and few names need it

    for place in places_called(name):
        near = sorted((named for named in places if named.country == place.country), key=lambda named: named.is_alias)
        for compare in (fold, without_generic_words):
            fits = [named for named in near if compare(named.name) == compare(place.name)]
            if fits:
                return fits[:1]
    return []


def all_names(graph: Queryable, classes: tuple[str, ...]) -> list[Named]:
    """Every label and alias of every thing of the classes."""
    names = "{ ?thing rdfs:label ?name } UNION { ?thing skos:altLabel ?name . BIND(true AS ?alias) }"
    return _named(graph, classes, names)


def _named(graph: Queryable, classes: tuple[str, ...], pattern: str) -> list[Named]:
    """Every (thing, name) that a pattern over ?thing, ?name and perhaps ?alias finds, of the classes."""
    query = f"""SELECT DISTINCT ?thing ?class ?name ?country ?alias WHERE {{
        {pattern}
        VALUES ?class {{ {" ".join(f"<{HELIX}{name}>" for name in classes)} }}
        ?thing a ?class .
        OPTIONAL {{ ?thing helix:country ?country }}
    }}"""
    rows = (tuple(map(value, row)) for row in select(graph, query))
    return [Named(iri, cls.removeprefix(HELIX), name, country, bool(alias)) for iri, cls, name, country, alias in rows]


def _preferred(found: list[Named], order: tuple[str, ...]) -> list[Named]:
    """Those of the class that comes first in the order."""
    best = min((order.index(thing.class_) for thing in found), default=0)
    return [thing for thing in found if order.index(thing.class_) == best]


def _either(classes: tuple[str, ...]) -> str:
    words = [name.lower() for name in classes]
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} or {words[-1]}"


def _suggestion(name: str, every: list[Named]) -> str:
    by_name = {fold(thing.name): thing for thing in sorted(every, key=lambda thing: (thing.name, thing.iri))}
    close = difflib.get_close_matches(fold(name), by_name, 4, 0.6)
    if close:
        return f"did you mean {' or '.join(str(by_name[key]) for key in close)}?"
    return (
        f"there is {', '.join([thing.name for thing in by_name.values()][:4])} and so on" if every else "there is none"
    )

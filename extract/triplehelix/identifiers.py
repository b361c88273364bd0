"""The IRIs of things: pure functions from names and facts to text.

    id/article/NAME  id/graph/NAME  id/inferred/NAME  id/quarantine/NAME     one article and its named graphs
    id/organization/SLUG  id/hub/SLUG  id/facility/SLUG  id/person/SLUG      one thing in all articles
    id/place/COUNTRY-SLUG  id/organization/COUNTRY-SLUG                      what is told apart by its country
    id/facility/NAME/SLUG  id/person/NAME/SLUG  id/organization/NAME/SLUG    known in one article only
    id/partnership/HASH  id/claim/HASH  id/passage/HASH  id/result/HASH      what an article says, and where

Every function takes a base, where IRIs begin, and returns the same IRI for the same input, in every run and on every
machine. The SLUG of a thing is that of its name without legal form, title or article. That two such IRIs mean one thing
is for `linking` to find.
"""

from __future__ import annotations

import hashlib
import itertools
import json
import unicodedata
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

from triplehelix.names import is_generic, normal
from triplehelix.prefixes import ID_BASE
from triplehelix.vocabulary import EntityClass

if TYPE_CHECKING:
    from collections.abc import Sequence

    from triplehelix.facts import Entity, Facts, Partnership

# Letters that no Unicode decomposition leads back to ASCII.
_LETTERS = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "þ": "th", "ı": "i"})


def article_iri(name: str, base: str = ID_BASE) -> str:
    """The IRI of an article."""
    return f"{base}article/{quote(name, safe='')}"


def graph_iri(name: str, base: str = ID_BASE) -> str:
    """The named graph that holds what an article asserts."""
    return f"{base}graph/{quote(name, safe='')}"


def inferred_iri(name: str, base: str = ID_BASE) -> str:
    """The named graph that holds what follows from an article."""
    return f"{base}inferred/{quote(name, safe='')}"


def quarantine_iri(name: str, base: str = ID_BASE) -> str:
    """The named graph that holds what an article asserts and the shapes refuse."""
    return f"{base}quarantine/{quote(name, safe='')}"


def article_name(iri: str) -> str:
    """The name of the article whose IRI, or the IRI of one of whose graphs, this is."""
    return unquote(iri.rpartition("/")[2])


def slug(name: str) -> str:
    """A name as the last part of an IRI: lower case, accents off, words joined by hyphens.

    Letters of scripts other than Latin stay as they are, since an IRI may hold them. A name without any letter or digit
    becomes a hash, so that no two such names share an IRI.
    """
    plain = name.casefold().translate(_LETTERS).replace("'", "").replace("’", "")
    words = "".join(_plain(char) for char in unicodedata.normalize("NFC", plain)).split()
    return "-".join(words) or digest(name)


def _plain(char: str) -> str:
    bare = "".join(c for c in unicodedata.normalize("NFKD", char) if c.isascii() and c.isalnum())
    if bare:
        return bare.lower()
    # Vowel signs (categories Mn, Mc) belong to their letter in many scripts; a lone accent goes with the Latin letter.
    return char if char.isalnum() or (unicodedata.category(char)[0] == "M" and not unicodedata.combining(char)) else " "


def entity_iris(article: str, facts: Facts, base: str = ID_BASE) -> dict[str, str]:
    """The IRI of each entity of an article, by the entity's id.

    Of entities that would share an IRI the second, in the order of the facts, keeps its legal form or gets the suffix
    -2, and so on.
    """
    taken: set[str] = set()
    return {entity.id: _free(entity_iri(article, entity, base), entity, taken) for entity in facts.entities}


def _free(iri: str, entity: Entity, taken: set[str]) -> str:
    """The IRI, or the first of the one of the whole name, IRI-2, IRI-3, … that is not taken; it is taken afterwards."""
    whole = iri.removesuffix(_slug_of(entity)) + slug(entity.name)
    candidates = itertools.chain([iri, whole], (f"{iri}-{n}" for n in itertools.count(2)))
    free = next(candidate for candidate in candidates if candidate not in taken)
    taken.add(free)
    return free


def entity_iri(article: str, entity: Entity, base: str = ID_BASE) -> str:
    """The IRI of one entity, regardless of what else the article names."""
    folder = f"{base}{entity.entity_class.value.lower()}/"
    if _is_known_only_here(entity):
        folder += quote(article, safe="") + "/"
    elif entity.country and (entity.entity_class is EntityClass.PLACE or is_generic(entity.name)):
        folder += entity.country.lower() + "-"
    return folder + _slug_of(entity)


def _slug_of(entity: Entity) -> str:
    return slug(normal(entity.name, entity.entity_class))


def _is_known_only_here(entity: Entity) -> bool:
    # 'a plant in Singapore', 'Yamada' and 'Building A' are somebody else in the next article; 'Cellares' is not. One
    # Ministry of Health there is in each country, so that only where the country is unknown it is known here only.
    if entity.entity_class is EntityClass.FACILITY:
        return is_description(entity.name) or is_generic(entity.name)
    if entity.entity_class is EntityClass.PERSON:
        return len(normal(entity.name, EntityClass.PERSON).split()) == 1
    return entity.entity_class is not EntityClass.PLACE and is_generic(entity.name) and not entity.country


def is_description(name: str) -> bool:
    """Whether a name is no proper name but a noun phrase, such as '7,000 m2 plant in Singapore'."""
    bare = name.removeprefix("the ")
    return bare[:1].islower() or bare[:1].isdigit()


def partnership_iri(
    article: str, partnership: Partnership, parties: Sequence[str], text: str, base: str = ID_BASE
) -> str:
    """The IRI of a partnership, from its article, its parties (IRIs, in any order), its kind and its quote."""
    evidence = partnership.evidence.of(text)
    return f"{base}partnership/{digest(article, *sorted(parties), partnership.kind.value, evidence)}"


def claim_iri(triple: Sequence[str], article: str, quotation: str, base: str = ID_BASE) -> str:
    """The IRI of the claim that an article makes a triple (three terms, each as N-Triples writes it) with a quote."""
    return f"{base}claim/{digest(*triple, article, quotation)}"


def passage_iri(article: str, start: int, end: int, base: str = ID_BASE) -> str:
    """The IRI of the piece of an article from one offset to another."""
    return f"{base}passage/{digest(article, str(start), str(end))}"


def result_iri(article: str, key: Sequence[str], base: str = ID_BASE) -> str:
    """The IRI of a result of the validation of an article, from all that the result says."""
    return f"{base}result/{digest(article, *key)}"


def digest(*parts: str) -> str:
    """Sixteen hexadecimal digits that stand for the parts: among 10^8 things two meet with a chance of 1 in 3,700."""
    # JSON keeps ("ab", "c") and ("a", "bc") apart.
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:16]

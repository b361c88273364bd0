"""Articles that change -> all articles that their change touches, linked anew: what one transaction writes.

What stands for what is a function of the articles in the store and of the decisions, whatever their order was. A change
looks up the names that it has, and touches the articles that mention what is linked otherwise afterwards.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from triplehelix.identifiers import digest
from triplehelix.linking import agreements, clusters
from triplehelix.linking.clusters import Link
from triplehelix.linking.index import as_agreement, as_thing
from triplehelix.linking.reprints import LEAST_SHARED, is_reprint
from triplehelix.linking.things import meeting

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from triplehelix.linking.agreements import Agreement
    from triplehelix.linking.decisions import Decisions
    from triplehelix.linking.view import View

Links = dict[str, Link]


def thing_links(view: View, decided: Decisions, decided_anew: Iterable[str]) -> Links:
    """The links of all things that a change may touch.

    Args:
        view: the index as it will be.
        decided: what people decided.
        decided_anew: the IRIs in decisions that were not obeyed until now.
    """

    def neighbours(iri: str) -> set[str]:
        met = (key for own in view.about(iri).get("key", ()) for key in meeting(own))
        near = {other for key in met for other in view.having("key", key)}
        return near.union(decided.beside(iri), view.linked_to(view.link(iri).canonical))

    seeds = view.subjects("class").union(decided_anew)
    met_before = {key for iri in seeds for own in view.values_before(iri, "key") for key in meeting(own)}
    seeds |= {other for key in met_before for other in view.having("key", key)}
    links: Links = {}
    for component in _components(seeds, neighbours):
        about = {iri: view.about(iri) for iri in component}
        things = {iri: as_thing(iri, found) for iri, found in about.items() if found.get("class")}
        links |= clusters.cluster(things, view.name_both, decided)
    return links


def agreement_links(view: View, articles: Iterable[str], of: Callable[[str], str]) -> tuple[Links, dict[str, str]]:
    """The links of all agreements of the same parties as those in some articles, and a hash of the parties of each.

    Args:
        view: the index as it will be.
        articles: those with agreements whose parties may be linked anew.
        of: the IRI that stands for a thing.
    """
    touched = set(articles)
    told = {a.iri: a for name in touched for a in _agreements(view, name)}
    together = {iri: digest(*sorted({of(party) for party in told[iri].parties})) for iri in told}
    former = {value for name in touched for value in view.together_before(name)}
    groups: defaultdict[str, list[Agreement]] = defaultdict(list)
    for iri, key in together.items():
        groups[key].append(told[iri])
    links: Links = {}
    for key in sorted({*groups, *former}):
        stored = ((iri, view.about(iri)) for iri in view.having("together", key))
        known = [as_agreement(iri, about) for iri, about in stored if about.get("article")]
        others = [a for a in known if a.article not in touched]
        together |= {a.iri: key for a in others}
        links |= agreements.cluster([*groups[key], *others])
    return links, together


def _agreements(view: View, article: str) -> list[Agreement]:
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for subject, name, value in view.of_article(article):
        found[subject][name].add(value)
    return [as_agreement(iri, about) for iri, about in found.items() if about.get("article") and about.get("party")]


def reprint_links(view: View, text: Callable[[str], str]) -> Links:
    """For each article that a change touches the one that it reprints, or itself; articles are given as IRIs.

    Of several articles with nearly the same text the one that was published first stands for all.

    Args:
        view: the index as it will be.
        text: the stored text with a hash.
    """

    def neighbours(node: str) -> set[str]:
        about = view.about(node)
        shared = Counter(other for piece in about.get("sketch", ()) for other in view.having("sketch", piece))
        likely = {other for other, count in shared.items() if count >= LEAST_SHARED and other != node}
        own = text(min(about["text"])) if likely else ""
        return {other for other in likely if is_reprint(own, text(min(view.about(other)["text"])))}

    changed = view.subjects("text")
    seeds = changed | {mate for node in changed for mate in view.linked_to(view.link(node).canonical)}
    links: Links = {}
    for component in _components({node for node in seeds if view.about(node).get("text")}, neighbours):
        first = min(component, key=lambda node: (min(view.about(node).get("published", {"9999"})), node))
        links |= {node: Link(first, "nearly the same text" if node != first else "") for node in component}
    return links


def _components(seeds: Iterable[str], neighbours: Callable[[str], set[str]]) -> list[set[str]]:
    """The sets of IRIs that hang together, as far as one of the seeds is in them."""
    found: list[set[str]] = []
    seen: set[str] = set()
    for seed in sorted(seeds):
        todo, component = [seed], set[str]()
        while todo:
            iri = todo.pop()
            if iri not in seen:
                seen.add(iri)
                component.add(iri)
                todo += neighbours(iri)
        if component:
            found.append(component)
    return found


def moved(links: Mapping[str, Link], view: View) -> set[str]:
    """The IRIs that are linked otherwise than the store has it."""
    return {iri for iri, link in links.items() if link != view.link(iri)}

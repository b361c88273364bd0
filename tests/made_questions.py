"""Questions made up for tests, and a small graph that they are asked of."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox

from triplehelix.questions import Question
from triplehelix.questions.graph import PREFIXES
from triplehelix.questions.header import parse

HELIX = PREFIXES["helix"]
EX = "https://example.org/"

HEADER = """#+ summary: Which things are called so?
#+ x-params:
#+   - name: name
#+     type: text
#+     default: Bay
"""
BODY = "PREFIX ex: <https://example.org/>\n\nSELECT DISTINCT ?thing WHERE { ?thing ex:name ?_name } ORDER BY ?thing\n"


def question(text: str = HEADER + BODY, name: str = "things") -> Question:
    return parse(Path(f"{name}.rq"), text)


def parameter_of(kind: str, variable: str = "?_x", **more: str) -> Question:
    lines = "".join(f"#+     {key}: {value}\n" for key, value in more.items())
    header = f"#+ summary: Is it?\n#+ x-params:\n#+   - name: x\n#+     type: {kind}\n{lines}"
    return question(f"{header}SELECT ?s WHERE {{ ?s ?p {variable} }}\n")


def graph(*lines: str) -> ox.Store:
    store = ox.Store()
    declared = "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in {**PREFIXES, "ex": EX}.items())
    store.load((declared + "\n".join(lines)).encode(), ox.RdfFormat.TURTLE)
    return store


BAY = graph(
    'ex:bay a helix:Place ; rdfs:label "Bay" ; helix:country "JP" .',
    'ex:district a helix:Hub ; rdfs:label "Bay District" ; helix:country "JP" .',
    'ex:other a helix:Place ; rdfs:label "Élan City" ; helix:country "FR" .',
    'ex:firm a helix:Organization ; rdfs:label "Nord AS" ; skos:altLabel "Bay", "NAS" .',
    'ex:one a helix:Organization ; rdfs:label "Twin" ; helix:country "SE" .',
    'ex:two a helix:Organization ; rdfs:label "Twin" .',
    'ex:osaka a helix:Place ; rdfs:label "大阪"@ja , "Osaka"@en .',
)

"""Every namespace of the repository by its one prefix, and where the IRIs of things begin, as plain text.

All other modules take them from here; only the files of ontology/ and queries/ declare them again, as their formats
ask, and a test holds the two equal. Plain text, because importing rdflib takes longer than answering most questions.
"""

from __future__ import annotations

from types import MappingProxyType

_OWN = "https://w3id.org/triplehelix/"

#: Where the IRIs of things begin, unless the user sets another base.
ID_BASE = f"{_OWN}id/"

#: {prefix: namespace}, sorted; no other prefix stands in any file of the repository.
PREFIXES: MappingProxyType[str, str] = MappingProxyType(
    {
        "dc": "http://purl.org/dc/elements/1.1/",
        "dcat": "http://www.w3.org/ns/dcat#",
        "dcterms": "http://purl.org/dc/terms/",
        "ex": "https://example.org/",
        "helix": f"{_OWN}ontology#",
        "oa": "http://www.w3.org/ns/oa#",
        "org": "http://www.w3.org/ns/org#",
        "owl": "http://www.w3.org/2002/07/owl#",
        "prov": "http://www.w3.org/ns/prov#",
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
        "schema": "https://schema.org/",
        "sh": "http://www.w3.org/ns/shacl#",
        "shape": f"{_OWN}shapes#",
        "skos": "http://www.w3.org/2004/02/skos/core#",
        "style": f"{_OWN}style#",
        "vann": "http://purl.org/vocab/vann/",
        "void": "http://rdfs.org/ns/void#",
        "wgs84": "http://www.w3.org/2003/01/geo/wgs84_pos#",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
    }
)

"""The ontology's terms as Python names.

`HELIX` is closed: a name that ontology/clusters.ttl does not define raises AttributeError, so a slip of the pen cannot
become a triple. `HELIX[kind]` takes any kind or status of the vocabulary by its value.
"""

# ruff: noqa: N815  -- the names are those of the ontology, which writes its properties in lowerCamel

from __future__ import annotations

from rdflib import SDO, Namespace, URIRef
from rdflib.namespace import DefinedNamespace

from triplehelix.prefixes import PREFIXES

#: The ontology itself, as the subject of its title and version.
ONTOLOGY_IRI = URIRef(PREFIXES["helix"].removesuffix("#"))

SCHEMA = SDO
SHAPE = Namespace(PREFIXES["shape"])
STYLE = Namespace(PREFIXES["style"])


class HELIX(DefinedNamespace):
    """Every term of ontology/clusters.ttl."""

    _NS = Namespace(PREFIXES["helix"])
    _fail = True

    # classes
    Article: URIRef
    Claim: URIRef
    Facility: URIRef
    Hub: URIRef
    Organization: URIRef
    Partnership: URIRef
    Passage: URIRef
    Person: URIRef
    Place: URIRef

    # properties between things
    holdsRole: URIRef
    inArticle: URIRef
    invests: URIRef
    kind: URIRef
    locatedIn: URIRef
    manages: URIRef
    memberOf: URIRef
    namedForPlace: URIRef
    operates: URIRef
    partOf: URIRef
    partnersWith: URIRef
    partnershipKind: URIRef
    party: URIRef
    reprintOf: URIRef
    status: URIRef

    # properties with a literal; `country` is also the kind of Place
    amountCurrency: URIRef
    amountValue: URIRef
    contentHash: URIRef
    country: URIRef
    date: URIRef
    geonames: URIRef
    textHash: URIRef
    textLength: URIRef
    topic: URIRef

    # the schemes that the kinds and statuses belong to
    HubKind: URIRef
    OrganizationKind: URIRef
    PartnershipKind: URIRef
    PlaceKind: URIRef
    Status: URIRef

    # kinds of Hub
    campus: URIRef
    complex: URIRef
    district: URIRef
    regional_cluster: URIRef
    science_park: URIRef

    # kinds of Organization
    agency: URIRef
    association: URIRef
    cluster_organization: URIRef
    company: URIRef
    government: URIRef
    hospital: URIRef
    investor: URIRef
    nonprofit: URIRef
    regulator: URIRef
    research_institute: URIRef
    university: URIRef

    # kinds of Place, beside `country`
    city: URIRef
    region: URIRef

    # kinds of Partnership
    consortium: URIRef
    cooperation_agreement: URIRef
    investment: URIRef
    joint_venture: URIRef
    licensing: URIRef
    mou: URIRef
    public_private_partnership: URIRef
    research_collaboration: URIRef
    sponsorship: URIRef
    supply_or_manufacturing: URIRef

    # statuses of a Partnership
    active: URIRef
    announced: URIRef
    ended: URIRef
    planned: URIRef
    renewed: URIRef
    signed: URIRef


class OA(DefinedNamespace):
    """The terms of the Web Annotation vocabulary that a Passage is written in."""

    _NS = Namespace(PREFIXES["oa"])
    _fail = True

    TextPositionSelector: URIRef
    TextQuoteSelector: URIRef
    end: URIRef
    exact: URIRef
    hasSelector: URIRef
    prefix: URIRef
    start: URIRef
    suffix: URIRef


class WGS84(DefinedNamespace):
    """The terms of W3C Basic Geo that a Place is written in: degrees as xsd:decimal."""

    _NS = Namespace(PREFIXES["wgs84"])
    _fail = True

    SpatialThing: URIRef
    lat: URIRef
    long: URIRef

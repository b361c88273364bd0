"""The closed lists that facts are made of: classes, kinds, relations and statuses.

The same lists stand in ontology/clusters.ttl; a test holds the two equal.
"""

from __future__ import annotations

from enum import StrEnum


class EntityClass(StrEnum):
    """What a thing is."""

    HUB = "Hub"
    ORGANIZATION = "Organization"
    FACILITY = "Facility"
    PLACE = "Place"
    PERSON = "Person"


class HubKind(StrEnum):
    """What kind of Hub."""

    DISTRICT = "district"
    COMPLEX = "complex"
    CAMPUS = "campus"
    SCIENCE_PARK = "science_park"
    REGIONAL_CLUSTER = "regional_cluster"


class OrganizationKind(StrEnum):
    """What kind of Organization."""

    COMPANY = "company"
    UNIVERSITY = "university"
    RESEARCH_INSTITUTE = "research_institute"
    HOSPITAL = "hospital"
    GOVERNMENT = "government"
    AGENCY = "agency"
    REGULATOR = "regulator"
    INVESTOR = "investor"
    NONPROFIT = "nonprofit"
    CLUSTER_ORGANIZATION = "cluster_organization"
    ASSOCIATION = "association"


class PlaceKind(StrEnum):
    """What kind of Place."""

    COUNTRY = "country"
    REGION = "region"
    CITY = "city"


class RelationType(StrEnum):
    """A binary relation that an article can state."""

    LOCATED_IN = "locatedIn"
    OPERATES = "operates"
    MANAGES = "manages"
    MEMBER_OF = "memberOf"
    PART_OF = "partOf"
    HOLDS_ROLE = "holdsRole"
    INVESTS = "invests"


class PartnershipKind(StrEnum):
    """What kind of agreement or collaboration."""

    MOU = "mou"
    COOPERATION_AGREEMENT = "cooperation_agreement"
    RESEARCH_COLLABORATION = "research_collaboration"
    JOINT_VENTURE = "joint_venture"
    SUPPLY_OR_MANUFACTURING = "supply_or_manufacturing"
    LICENSING = "licensing"
    INVESTMENT = "investment"
    PUBLIC_PRIVATE_PARTNERSHIP = "public_private_partnership"
    CONSORTIUM = "consortium"
    SPONSORSHIP = "sponsorship"


class Status(StrEnum):
    """How far a partnership has come."""

    ANNOUNCED = "announced"
    SIGNED = "signed"
    ACTIVE = "active"
    RENEWED = "renewed"
    PLANNED = "planned"
    ENDED = "ended"


#: The classes that each relation may run between: {relation: (subjects, objects)}.
SIGNATURES: dict[RelationType, tuple[frozenset[EntityClass], frozenset[EntityClass]]] = {
    RelationType.LOCATED_IN: (
        frozenset({EntityClass.FACILITY, EntityClass.ORGANIZATION, EntityClass.HUB, EntityClass.PLACE}),
        frozenset({EntityClass.PLACE, EntityClass.HUB}),
    ),
    RelationType.OPERATES: (frozenset({EntityClass.ORGANIZATION}), frozenset({EntityClass.FACILITY})),
    RelationType.MANAGES: (frozenset({EntityClass.ORGANIZATION}), frozenset({EntityClass.HUB})),
    RelationType.MEMBER_OF: (
        frozenset({EntityClass.ORGANIZATION}),
        frozenset({EntityClass.ORGANIZATION, EntityClass.HUB}),
    ),
    RelationType.PART_OF: (
        frozenset({EntityClass.ORGANIZATION, EntityClass.FACILITY}),
        frozenset({EntityClass.ORGANIZATION, EntityClass.HUB, EntityClass.FACILITY}),
    ),
    RelationType.HOLDS_ROLE: (frozenset({EntityClass.PERSON}), frozenset({EntityClass.ORGANIZATION})),
    RelationType.INVESTS: (
        frozenset({EntityClass.ORGANIZATION}),
        frozenset({EntityClass.ORGANIZATION, EntityClass.FACILITY, EntityClass.HUB}),
    ),
}

#: Pairs of classes that the signatures allow one by one and that no relation of the type runs between.
_EXCLUDED = {
    (RelationType.PART_OF, EntityClass.FACILITY, EntityClass.ORGANIZATION),
    (RelationType.PART_OF, EntityClass.ORGANIZATION, EntityClass.HUB),
    (RelationType.PART_OF, EntityClass.ORGANIZATION, EntityClass.FACILITY),
}


def may_relate(kind: RelationType, subject: EntityClass, object_: EntityClass) -> bool:
    """Whether a relation of this type may run from a thing of the one class to a thing of the other."""
    subjects, objects = SIGNATURES[kind]
    return subject in subjects and object_ in objects and (kind, subject, object_) not in _EXCLUDED

"""The wordings that state a relation, by what they tell of; `grammar` says how they are written."""

from triplehelix.relations.tables.facilities import FACILITIES
from triplehelix.relations.tables.hubs import HUBS
from triplehelix.relations.tables.owners import OWNERS
from triplehelix.relations.tables.people import PEOPLE, ROLE
from triplehelix.relations.tables.places import PLACES

__all__ = ["FACILITIES", "HUBS", "OWNERS", "PEOPLE", "PLACES", "ROLE"]

"""The closed label lists of the trained reader, in the order of its outputs."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from triplehelix.vocabulary import EntityClass, HubKind, OrganizationKind, PlaceKind

#: Entity classes in the order of their tags.
CLASSES: tuple[EntityClass, ...] = tuple(EntityClass)

#: BIO tags: 0 is outside; class number c has B = 1 + 2c and I = 2 + 2c.
TAG_COUNT = 1 + 2 * len(CLASSES)

#: Two layers of tags: the outermost mentions, and those inside another ("the lab in Lyon" holds a Place).
LAYER_COUNT = 2

#: Kinds in the order of the kind output, each with its class.
KINDS: tuple[tuple[EntityClass, str], ...] = (
    *((EntityClass.HUB, kind.value) for kind in HubKind),
    *((EntityClass.ORGANIZATION, kind.value) for kind in OrganizationKind),
    *((EntityClass.PLACE, kind.value) for kind in PlaceKind),
)


def begin_tag(entity_class: EntityClass) -> int:
    """The tag of a mention's first word."""
    return 1 + 2 * CLASSES.index(entity_class)


def inside_tag(entity_class: EntityClass) -> int:
    """The tag of a mention's further words."""
    return 2 + 2 * CLASSES.index(entity_class)


def kinds_of(entity_class: EntityClass) -> slice:
    """The part of the kind output that belongs to a class; empty where the class has no kinds."""
    places = [i for i, (owner, _) in enumerate(KINDS) if owner is entity_class]
    return slice(places[0], places[-1] + 1) if places else slice(0, 0)


def best_kind(scores: NDArray[np.float32], entity_class: EntityClass) -> str | None:
    """The kind with the highest score of a class, from scores in the order of KINDS; None where it has no kinds."""
    own = kinds_of(entity_class)
    return KINDS[own.start + int(scores[own].argmax())][1] if own.stop else None

"""The kind of a Hub or an Organization: what its own name says, else what most mentions were tagged as."""

from __future__ import annotations

import re
from collections import defaultdict

from triplehelix.entities.clusters import Group
from triplehelix.entities.names import fold
from triplehelix.vocabulary import EntityClass, HubKind, OrganizationKind

#: Words in a name that settle the kind, first match wins; patterns over the folded name.
_NAME_SAYS: dict[EntityClass, tuple[tuple[str, str], ...]] = {
    EntityClass.ORGANIZATION: (
        (r"university hospital|hospital|klinik\w*|klinika|clinic|clinique|medical center$|infirmary", OrganizationKind.HOSPITAL),
        (r"ministry|prefecture|prefectural government|municipality|county council|city council|regional council|government"
         r"|city of|state of|province of|republic of|region of|department of (?:energy|health|trade|commerce|economic)", OrganizationKind.GOVERNMENT),
        (r"universit\w+|polytechnic|college|school of|hochschule|haute ecole|institute of technology|politecnico|politecnic\w*",
         OrganizationKind.UNIVERSITY),
        (r"venture capital|ventures|capital partners|capital|equity partners|venture partners|fonds|bank|bank plc|banque|banca|sparebank"
         r"|growth fund|seed fund", OrganizationKind.INVESTOR),
        (r"regulatory authority|medicines agency|food and drug", OrganizationKind.REGULATOR),
        (r"institute|institut\w*|research cent(?:er|re)|laborator(?:y|ies) of|forschungszentrum", OrganizationKind.RESEARCH_INSTITUTE),
    ),
    EntityClass.HUB: (
        (r"science park|technology park|research park|technopark|tech park|biotech park|biopark|parque tecnologico|parc technologique"
         r"|park|parc|parque|technopole|technopolis", HubKind.SCIENCE_PARK),
        (r"campus", HubKind.CAMPUS),
        (r"district|quarter|quartier|mile|corridor|waterfront", HubKind.DISTRICT),
    ),
}  # fmt: skip


def kind_of(group: Group) -> str | None:
    """The kind of a group's thing, or None where its class has no kinds."""
    if group.entity_class not in {EntityClass.HUB, EntityClass.ORGANIZATION}:
        return next((m.kind for m in group.mentions if m.kind), None)
    votes: dict[str, float] = defaultdict(float)
    for mention in group.mentions:
        if mention.kind:
            votes[mention.kind] += mention.score
    if votes:
        return max(sorted(votes), key=lambda kind: votes[kind])
    names = [fold(form) for form in sorted(group.forms, key=lambda f: (-len(f), f))]
    for pattern, kind in _NAME_SAYS[group.entity_class]:
        if any(re.search(rf"\b(?:{pattern})\b", name) for name in names):
            return kind
    return OrganizationKind.COMPANY if group.entity_class is EntityClass.ORGANIZATION else HubKind.SCIENCE_PARK

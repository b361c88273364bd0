"""Wordings for who operates a facility."""

from __future__ import annotations

from triplehelix.vocabulary import RelationType

FACILITIES: tuple[tuple[RelationType, str], ...] = (
    # facilities
    (RelationType.OPERATES, r"<s:O>['’]s? (?:own |new |planned |existing |future |joint )*<o:F>"),
    (RelationType.OPERATES, r"<o:F>[^⟦⟧.;:!?]{0,40} (?:run|operated|owned and run|managed|opened|built|set up) (?:jointly )?by (?:the |its )?(?:[a-z -]{0,25})<s*:O>"),
    (RelationType.OPERATES, r"<s*:O>,? (?:\([^)]*\),? )?(?:[^⟦⟧.;:!?]{0,45}?)(?:runs?|operates?|opened|opens|has opened|is building|will build|(?:is|are) to build|will run|builds?|built|will open|will set up|has set up|set up|(?:is|are) (?:constructing|setting up|to construct|to set up|to run)|plans|inaugurated|will construct|will operate|occupies|maintains|commissioned|has fitted out|houses|announced|establish(?:es|ed)?|will establish) (?:[^⟦⟧.;:!?]{0,25}?)<o:F>"),
    (RelationType.OPERATES, r"<o:F>,? (?:which|that) (?:the )?<s:O> (?:[a-z]+ ){0,2}(?:runs?|operates?|opened|built|builds|has run|set up|maintains)"),
    (RelationType.OPERATES, r"<s:O>[^⟦⟧.;:!?]{0,50} (?:its|their) (?:own |new |planned |existing |future |second |third |first )*<o:F>"),
    (RelationType.OPERATES, r"<o:F> (?:of|belonging to) (?:the )?<s:O>"),
    (RelationType.OPERATES, r"<s:O>, whose <o:F>"),
    (RelationType.OPERATES, r"<o:F>, (?:the|an?) [^⟦⟧.;:!?]{0,40} of (?:the )?<s:O>"),
)  # fmt: skip

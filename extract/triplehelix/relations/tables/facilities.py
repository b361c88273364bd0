"""Wordings for who operates a facility."""

from __future__ import annotations

from triplehelix.vocabulary import RelationType

FACILITIES: tuple[tuple[RelationType, str], ...] = (
    (RelationType.OPERATES, r"<h*:O>,? (?:\([^)]*\),? )?(?:[^⟦⟧.;:!?]{0,45}?)(?:runs?|operates?|opened|opens|has opened|is building|will build|(?:is|are) to build|will run|builds?|built|will open|will set up|has set up|set up|(?:is|are) (?:constructing|setting up|to construct|to set up|to run)|plans|inaugurated|will construct|will operate|occupies|maintains|commissioned|has fitted out|houses|announced|establish(?:es|ed)?|will establish) (?:[^⟦⟧.;:!?]{0,25}?)<o:F>"),
    (RelationType.OPERATES, r"<o:F>, (?:the|an?) [^⟦⟧.;:!?]{0,40} of (?:the )?<s:O>"),
    (RelationType.OPERATES, r"<h:O>[^⟦⟧.;:!?]{0,70}?\b(?:its|their|own|of its) (?:[\w’'-]+ ){0,4}?<o:F>"),
    (RelationType.OPERATES, r"<o:F> (?:[\w-]+ ){0,3}of (?:the )?(?:[\w’'-]+ ){0,4}<s:O>"),
    (RelationType.OPERATES, r"<h*:O>[^⟦⟧.;:!?]{0,70}?\b(?:keeps?|keep|erects?|erect|spend(?:s|ing)?|spent|puts? up|putting|starts? up|started|has an?|have an?|sets up|completing|completes?|installs?|install|fit(?:s|ting)? out|maintains?|maintaining|commissions?|commissioned|breaks? ground|broke ground|building|moves? into its|running|put into operation|switched on|set up|open|operating|operated|equips?|plans?|launche[sd]|owns|construct(?:s|ed)?|created?)\b[^⟦⟧.;:!?]{0,60}? ?<o:F>"),
    (RelationType.OPERATES, r"<o:F>[^⟦⟧.;:!?]{0,30},? (?:which|that|where) (?:the )?(?:[\w-]+ ){0,4}<s:O> (?:[\w-]+ ){0,3}?(?:runs?|operates?|opened|built|builds|set up|maintains|keeps|plans|owns|makes|will|has)\b"),
    (RelationType.OPERATES, r"<s:O>,? (?:with|whose) (?:its |the |an? )?(?:[\w-]+ ){0,4}<o:F>"),
    (RelationType.OPERATES, r"<s:O>['’]s? (?:[\w’'-]+ ){0,4}?<o:F>"),
    (RelationType.OPERATES, r"<s:O> ?[:–—] (?:an? |the )?(?:[\w-]+ ){0,3}<o:F>"),
    (RelationType.OPERATES, r"<o:F>,? (?:\()?(?:operator|operated by|run by|owner(?: and user)?|owner and operator|built by)[:,]? (?:the )?(?:[\w-]+ ){0,4}<s:O>"),
    (RelationType.OPERATES, r"<h:O>(?:[^.;!?⟦⟧]|⟦[LHN]\d+⟧){0,70}?\b(?:keeps?|erects?|puts? up|opens?|opened|built|builds?|building|runs?|operates?|has an?|sets? up|plans?|maintains?|owns|completed|inaugurated|broke ground|its|their)\b(?:[^.;!?⟦⟧]|⟦[LHN]\d+⟧){0,60}? ?<o:F>"),
    (RelationType.OPERATES, r"<o:F>[^⟦⟧.;:!?]{0,60} (?:run|operated|owned and run|managed|opened|built|set up) (?:jointly )?by (?:the |its |an? )?(?:[\w’' -]{0,30})<s*:O>"),
    (RelationType.OPERATES, r"<h:O>[^⟦⟧.;:!?]{0,40}? (?:will |to )?(?:occupy|hosts?|build and run|install) [^⟦⟧.;:!?]{0,20}<o:F>"),
    (RelationType.OPERATES, r"<o:F>[^⟦⟧.;!?]{0,60}\b(?:which|that) (?:the )?[^⟦⟧.;!?]{0,25}<s:O>[^⟦⟧.;!?]{0,30} (?:runs?|operates?|is opening|is building|opened|maintains?)\b"),
)  # fmt: skip

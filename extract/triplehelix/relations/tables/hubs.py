"""Wordings for who manages a hub and who is a tenant or a member."""

from __future__ import annotations

from triplehelix.vocabulary import RelationType

HUBS: tuple[tuple[RelationType, str], ...] = (
    (RelationType.MANAGES, r"<o:H>(?:,| )[^⟦⟧.;:!?]{0,80}?(?:managed|run|operated|administered|steered|looked after|developed|coordinated|overseen|maintained|laid out|set up and run)(?: (?:and|or) \w+)?(?: [\w-]+){0,5}? by (?:the |its |an? )?(?:[a-zA-Z -]{0,40})<s:O>"),
    (RelationType.MANAGES, r"<o:H>[^⟦⟧.;:!?]{0,70}?,? (?:that|which|where) (?:the )?(?:[\w-]+ ){0,4}<s:O> (?:[a-z-]+ ){0,3}?(?:runs?|manages?|managed|operates?|operated|administers|looks after|laid out|has been running|set up|developed|owns and)\b"),
    (RelationType.MANAGES, r"<h:O>[^⟦⟧.;:!?]{0,60}? (?:runs|manages|managing|operates|administers|administering|looks after|looking after|will manage|will run|to manage|manage|has managed|has run|runs|develops and runs|owns and runs|owns and manages|coordinates|in charge of|responsible for)\b(?: and \w+)?[^⟦⟧.;:!?]{0,40}? ?<o:H>"),
    (RelationType.MANAGES, r"<o:H>['’]s? (?:[\w-]+ ){0,3}?(?:operator|manager|owner|management company|developer|operating company|landlord|managing body|management|operating body)(?: and [a-z]+)?(?: since \d+)?(?:,|:| is| remains| will be)? (?:the )?(?:[\w-]+ ){0,4}?<s:O>"),
    (RelationType.MANAGES, r"<s:O>,? (?:which is |is |as |the |an? )*(?:[\w-]+ ){0,3}?(?:operator|manager|management company|operating company|developer|landlord|managing body|managing company|body|company|organisation|not-for-profit|nonprofit|foundation|agency|association) (?:of|behind|that (?:runs|manages|operates|administers)|which (?:runs|manages|operates)|running|managing|in charge of) (?:the )?(?:[\w-]+ ){0,2}<o:H>"),
    (RelationType.MANAGES, r"(?:management|running|operation|day-to-day management) of (?:the )?<o:H>[^⟦⟧.;:!?]{0,50}?(?:to|by|with|from) (?:the )?(?:[\w-]+ ){0,3}<s:O>"),
    (RelationType.MANAGES, r"<s:O>[^⟦⟧.;:!?]{0,40}? (?:takes over|took over|taken over|take over|has taken over|assumes|responsible for|handles|in charge of) (?:the )?(?:[\w-]+ ){0,2}?(?:management|running|operation|leasing) (?:and [\w-]+ )?of (?:the )?<o:H>"),
    (RelationType.MANAGES, r"(?:[Oo]perator|[Mm]anager|[Ll]andlord|[Mm]anagement company|[Dd]eveloper) of (?:the )?<o:H>(?:,| is|:) (?:the )?(?:[\w-]+ ){0,3}<s:O>"),
    (RelationType.MANAGES, r"<o:H>[^⟦⟧.;:!?]{0,30},? under the management of (?:the )?(?:[\w-]+ ){0,3}<s:O>"),
    (RelationType.MANAGES, r"<o:H>(?:[^.;!?⟦⟧]|⟦[LFN]\d+⟧){0,100}?\b(?:managed|run|operated|administered|looked after|steered)\b[^⟦⟧.;!?]{0,30}? by (?:the )?[^⟦⟧.;!?]{0,40}?<s:O>"),
    (RelationType.MANAGES, r"<h:O>[^.;!?]{0,60}?\b(?:manages|runs|administers|looks after|will manage|will run)\b[^⟦⟧.;!?]{0,15}<o:H>"),
    (RelationType.MEMBER_OF, r"<s:O>, <o:H>['’]s (?:largest |oldest |first |anchor |newest |only )*(?:tenant|resident|occupant)"),
    (RelationType.MEMBER_OF, r"<s*:O>,? (?:which |is |are |was |both |all |itself |each |also |now |an? |the |one of |its |founding |another )*(?:members?|member companies) of (?:the )?<o:O>"),
    (RelationType.MEMBER_OF, r"<o:O>(?:['’]s?)? (?:[a-z]+ )?(?:members|member companies|founders|founding members)[^⟦⟧.;!?]{0,40}?(?:are|include|including|such as|:) ~<s*:O>"),
    (RelationType.MEMBER_OF, r"<o:H>['’]?s? [^⟦⟧.;!?]{0,60}?(?:tenants?|residents?|occupants?|occupiers?|newcomers?|neighbours?|companies|firms|start-ups|users)\b[^⟦⟧.;!?]{0,60}?<s*:O>"),
    (RelationType.MEMBER_OF, r"<o:H>[^⟦⟧.;!?]{0,30}?(?:home to|hosts?|houses?|welcom(?:es|ed)|counts|gained|accommodates?|holds|signed up|anchored by|admitted|numbers|shelters|attracted|won|landed)\b[^⟦⟧.;!?]{0,50}?<s*:O>"),
    (RelationType.MEMBER_OF, r"<h*:O>[^⟦⟧.;:!?]{0,60}?(?:tenants?|residents?|occupants?|occupiers?|newcomers?|neighbours?|companies|firms|start-ups|users)\b[^⟦⟧.;:!?]{0,25}? (?:of|at|in|on|to) (?:the )?<o:H>"),
    (RelationType.MEMBER_OF, r"<h*:O>[^⟦⟧.;:!?]{0,60}?\b(?:belongs? to|is in|are in|sits? on|took part in|form(?:s|ed)?|founded|founding|belongs|make up|members? of|member in|admitted to|joins|joined|participates? in|belong to|(?:is|was) admitted (?:to|by))\b[^⟦⟧.;:!?]{0,40}? (?:the |an? )?(?:[\w-]+ )?(?:consortium|alliance|network|association|council|club|forum|union|cluster|circle|venture|society)[^⟦⟧.;:!?]{0,20}? ?<o:O>"),
    (RelationType.MEMBER_OF, r"(?:consortium|alliance|network|association),? (?:called |named |the )?<o:O>[^⟦⟧.;!?]{0,60}?<s*:O>"),
    (RelationType.MEMBER_OF, r"<s:O>[^⟦⟧.;:!?()]{0,50}?\b(?:members?|member companies) of (?:the |our )?(?:[\w-]+ ){0,3}<o:O>"),
    (RelationType.MEMBER_OF, r"<o:O>['’]?s?[^⟦⟧.;!?]{0,50}?\bmembers\b[^⟦⟧.;!?]{0,60}?<s*:O>"),
    (RelationType.MEMBER_OF, r"<h:O>[^.;!?]{0,90}?\b(?:moved|moves|rents|leases|has leased|has rented|has taken|took up|settled|is based|resident|tenant|relocated)\b[^⟦⟧.;!?]{0,40}? (?:at|in|on|to|into|of) (?:the )?<o:H>"),
    (RelationType.MEMBER_OF, r"<h:O>[^⟦⟧.;:!?]{0,50}?(?:a|the|its|first|anchor|largest|biggest|newest|another|only) (?:[\w-]+ ){0,3}(?:tenant|resident|occupant)\b[^⟦⟧.;:!?]{0,25} (?:of|at|in|on) (?:the )?<o:H>"),
    (RelationType.MEMBER_OF, r"\b(?:tenants|residents|occupants|occupiers|newcomers|firms|companies) (?:of|at|in|on) (?:the )?<o:H>[^⟦⟧.;!?]{0,40}?(?: are| include| including| such as|:) ~<s*:O>"),
    (RelationType.MEMBER_OF, r"<o:H>(?:[^.;!?⟦⟧]|⟦[OLN]\d+⟧){0,70}?\b(?:houses|home to|counts|hosts)\b,?[^⟦⟧.;!?]{0,40}?<s*:O>"),
)  # fmt: skip

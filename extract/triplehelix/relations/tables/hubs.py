"""Wordings for who manages a hub and who is a tenant or a member."""

from __future__ import annotations

from triplehelix.vocabulary import RelationType

HUBS: tuple[tuple[RelationType, str], ...] = (
    # management of hubs
    (RelationType.MANAGES, r"<o:H>[^⟦⟧.;:!?]{0,60}(?:is|has been|was|are|being) (?:[a-z]+ )?(?:managed|owned|held|run|operated|administered|steered|developed and managed|owned and managed|looked after|coordinated)[^⟦⟧.;:!?]{0,25} by (?:the |its |a |an )?(?:[a-z -]{0,40})<s:O>"),
    (RelationType.MANAGES, r"<o:H>,? (?:managed|run|operated|administered|steered) by (?:the |a |an )?(?:[a-z -]{0,30})<s:O>"),
    (RelationType.MANAGES, r"<s:O>,? (?:\([^)]*\),? )?(?:[^⟦⟧.;:!?]{0,60}?(?:which|that|who)? ?)(?:runs|manages|operates|administers|looks after|owns and (?:runs|manages)|has (?:run|managed|operated)|coordinates|steers|oversees)(?: and \w+)? (?:the |our |all of )?(?:[a-z -]{0,30})<o:H>"),
    (RelationType.MANAGES, r"<o:H>['’]s? (?:[a-z]+ ){0,2}(?:operator|manager|owner|management company|developer|operating company|landlord|developer and manager|managing body)(?: and [a-z]+)?,? <s:O>"),
    (RelationType.MANAGES, r"<s:O>,? (?:the )?(?:[a-z]+ ){0,3}(?:operator|manager|management company|operating company|developer|landlord|body behind|company behind) (?:of|behind) (?:the )?<o:H>"),
    (RelationType.MANAGES, r"<o:H>[^⟦⟧.;:!?]{0,25},? (?:that|which) (?:the )?<s:O> (?:has )?(?:runs?|manages?d?|operates?d?|administers)"),
    (RelationType.MANAGES, r"<s:O> is responsible for the (?:management|running|operation) of (?:the )?(?:whole )?<o:H>"),
    (RelationType.MANAGES, r"<o:H> belongs to (?:the )?<s:O>"),
    # membership
    (RelationType.MEMBER_OF, r"<o:H>(?:['’]s)?(?:[^⟦⟧.;!?]{0,40}?)(?:tenants|residents|occupants|occupiers|newcomers|neighbours|resident companies)[^⟦⟧.;!?]{0,40}?(?:are|include|includes|including|such as|:|,) ~<s*:O>"),
    (RelationType.MEMBER_OF, r"(?:tenants|residents|occupants|occupiers|newcomers|neighbours|firms|companies) (?:of|at|in|on) (?:the )?<o:H>[^⟦⟧.;!?]{0,40}?(?:are|include|including|such as|:|,) ~<s*:O>"),
    (RelationType.MEMBER_OF, r"<o:H> (?:is home to|hosts|houses|welcomed|has welcomed|counts|gained|has gained|accommodates)[^⟦⟧.;!?]{0,40}?<s*:O>"),
    (RelationType.MEMBER_OF, r"<s*:O>,? (?:which |who |has |have |is |are |was |were |both |all |itself |each |also |now |an? |the |one of |another |its |largest |oldest |first |anchor |new |\d+ )*(?:tenants?|residents?|resident companies|newcomers?|occupants?)(?: (?:of|at|in|on) (?:the )?| [^⟦⟧.;:!?]{0,25}?(?:of|at|in|on) (?:the )?)<o:H>"),
    (RelationType.MEMBER_OF, r"<o:H>(?:['’]s)? (?:largest |oldest |first |anchor |newest |only )*(?:tenant|resident|occupant|newcomer),? <s:O>"),
    (RelationType.MEMBER_OF, r"<s:O>, <o:H>['’]s (?:largest |oldest |first |anchor |newest |only )*(?:tenant|resident|occupant)"),
    (RelationType.MEMBER_OF, r"<s*:O>[^⟦⟧.;:!?]{0,40}?(?:moved? (?:in)?to|moves (?:in)?to|moving into|rents?|rented|leased?|leases|joined|joins|took (?:up )?space|takes space|has taken space|sits|sit|settled|occupies|occupy|has its unit|have settled|taken possession)(?: [^⟦⟧.;:!?]{0,35}?)? (?:of |at |in |on |from |to |into )?(?:the )?<o:H>"),
    (RelationType.MEMBER_OF, r"(?:[Aa]dmitted|[Nn]ew members?|[Jj]oined|[Nn]ew tenants?|[Mm]embers?)(?: of| to)? (?:the )?<o:OH>[:,]? ~<s*:O>"),
    (RelationType.MEMBER_OF, r"<s*:O>,? (?:which |is |are |was |both |all |itself |each |also |now |an? |the |one of |its |founding |another )*(?:members?|member companies) of (?:the )?<o:O>"),
    (RelationType.MEMBER_OF, r"<s:O>, <o:O>['’]s (?:founding )?members?"),
    (RelationType.MEMBER_OF, r"<o:O>(?:['’]s?)? (?:[a-z]+ )?(?:members|member companies|founders|founding members)[^⟦⟧.;!?]{0,40}?(?:are|include|including|such as|:) ~<s*:O>"),
    (RelationType.MEMBER_OF, r"<s*:O> (?:has |have )?(?:joined|joins|join) (?:the )?<o:OH>"),
    (RelationType.MEMBER_OF, r"[Mm]embers of (?:the )?<o:O> such as <s*:O>"),
    (RelationType.MEMBER_OF, r"<o:O>, (?:a|an|the) (?:[\w-]+ ){0,3}(?:consortium|alliance|network|association|union|venture) (?:[\w-]+ ){0,2}(?:of|formed by|founded by|made up of|uniting|whose members are) <s*:O>"),
)  # fmt: skip

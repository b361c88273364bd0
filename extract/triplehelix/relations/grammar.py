"""The grammar of relations: patterns over masked text.

A pattern is a regular expression in which `<s:HO>` stands for the subject's mention (here a Hub or an Organization), `<o:L>`
for the object's, `<s*:O>` for a list of mentions, `~` for a short gap inside a phrase and `^^` for any one mention.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from triplehelix.vocabulary import RelationType


@dataclass(frozen=True, slots=True)
class Rule:
    """One pattern and the relation that it states."""

    type: RelationType
    pattern: re.Pattern[str]


def _compile(pattern: str) -> re.Pattern[str]:
    expanded = re.sub(
        r"<([so])\*:(\w+)>",
        r"(?P<\1>⟦[\2]\\d+⟧(?:(?:[^⟦⟧.;:]{0,50}?(?:,|;| and| or| &|, and))[^⟦⟧.;:]{0,60}?⟦[\2]\\d+⟧(?:\\s*\\((?:[^()]*)\\))?)*)",
        pattern,
    )
    expanded = re.sub(r"<([so]):(\w+)>", r"⟦(?P<\1>[\2]\\d+)⟧", expanded)
    expanded = expanded.replace("~", r"(?:[^⟦⟧.;:!?()]{0,45}?)").replace("^^", r"⟦\w+⟧")
    return re.compile(expanded)


_ROLE = (
    r"(?i:chief \w+(?: \w+)?(?: officer)?|C[ETFOSM]O|chief|president|vice[- ]president|chair(?:man|woman|person)?|director(?:[- ]general)?"
    r"|managing director|(?:secretary|director)[- ]general|general (?:manager|secretary)|head|manager|founder|co-founder|boss|spokes(?:man|woman|person)"
    r"|mayor|governor|minister|rector|vice[- ]rector|dean|provost|principal|professor|chancellor|vice[- ]chancellor|commissioner|partner|secretary"
    r"|treasurer|coordinator|engineer|lead(?:er)?|scientist|researcher|representative|owner|assessor|councillor|executive|editor|curator|deputy \w+)"
)
_SITE = r"(?:in|at|inside|within|on|near|outside|on the campus of|in the heart of|on the edge of|next to)"

_SOURCES: tuple[tuple[RelationType, str], ...] = (
    # places
    (RelationType.LOCATED_IN, r"<s:HOF>,? (?:in|of|near|outside) (?:the (?:city|district|town|region|province|state|north|south|east|west|port) of )?<o:L>"),
    (RelationType.LOCATED_IN, r"<s:HOF> ?\(<o:L>[,)]"),
    (RelationType.LOCATED_IN, r"<s:HOFL>, <o:L>(?=[,.;)]|$| and| \()"),
    (RelationType.LOCATED_IN, r"<s:L> ?\(<o:L>\)"),
    (RelationType.LOCATED_IN, r"<s:HOF>, (?:which is |also |now |currently )*(?:based|headquartered|located|seated|sited|situated|domiciled) (?:in|at|near|outside) <o:L>"),
    (RelationType.LOCATED_IN, r"<s:HOF> (?:is|are|was|lies|stands|sits) ~(?:in|at|near|outside) <o:L>"),
    (RelationType.LOCATED_IN, r"<s:HOF>,? (?:an?|the|one of) [^⟦⟧.;:!?()]{0,60}?(?:in|near|outside|of) <o:L>"),
    (RelationType.LOCATED_IN, r"<o:L>[- ](?:based|headquartered) (?:[\w-]+ ){0,6}?<s:HO>"),
    (RelationType.LOCATED_IN, r"<s:HO>,? (?:an?|the) <o:L>[- ](?:based|headquartered)"),
    (RelationType.LOCATED_IN, r"<o:L>['’]s? (?:own )?<s:HOF>"),
    (RelationType.LOCATED_IN, r"(?:the|The) <o:L> (?:[a-z-]+ ){1,3}<s:HOF>"),
    (RelationType.LOCATED_IN, r"<s:HO>,? (?:has its (?:seat|head office|headquarters|base)|is seated|is headquartered) (?:in|at) <o:LH>"),
    (RelationType.LOCATED_IN, r"<s:HO>,? (?:(?:an?|the) [^⟦⟧.;:!?()]{0,40}?)?from <o:L>"),
    (RelationType.LOCATED_IN, r"<s:HOF> ?[|–—] ?<o:L>(?= ?[|–—,]|$)"),
    (RelationType.LOCATED_IN, r"<s:HF>[^⟦⟧.;!?()]{0,60}?(?:between|north of|south of|east of|west of|(?:kilomet(?:re|er)s|km|miles|minutes) (?:from|outside)|outside) <o:L>"),
    (RelationType.LOCATED_IN, r"<s:H>(?:[^⟦⟧.;!?()]{0,60}?)between ^^ and <o:L>"),
    (RelationType.LOCATED_IN, r"<s:HF>, [^⟦⟧.;!?()]{0,80}? (?:in|at|outside|near) (?:the )?<o:L>"),
    # sites
    (RelationType.LOCATED_IN, rf"<s:F>,? (?:(?:which|that) )?(?:is |are |was |stands |sits |lies |opened |located |housed |built |installed |to be built |now )*{_SITE} (?:the )?<o:H>"),
    (RelationType.LOCATED_IN, rf"<s:F>[^⟦⟧.;:!?]{{0,40}} {_SITE} (?:the )?<o:H>"),
    (RelationType.LOCATED_IN, r"(?:At|On|In|Inside|at|on|inside) (?:the )?<o:H>,? [^.;:!?]{0,60}?(?:is building|will build|has opened|opened|operates|runs) (?:its |a |an |the )?<s:F>"),
    (RelationType.LOCATED_IN, r"<o:H>['’]s <s:F>"),
    (RelationType.LOCATED_IN, r"<s:O>,? (?:which is |is )?(?:based|headquartered|seated|located) (?:at|in|on) (?:the )?<o:H>"),
    (RelationType.PART_OF, r"<s:F> (?:in|inside|within|of) (?:the )?<o:F>"),
    (RelationType.LOCATED_IN, r"<s:H>,? (?:[^⟦⟧.;:!?]{0,30})(?:in|within|inside|at) (?:the )?<o:H>"),
    # people
    (RelationType.HOLDS_ROLE, rf"<o:O>['’]s?(?:[^⟦⟧.;:!?]{{0,30}}?){_ROLE}(?:[^⟦⟧.;:!?]{{0,25}}?),? <s:N>"),
    (RelationType.HOLDS_ROLE, rf"<s:N>,? \(?(?:the |an? |our |its |former |then |who is |who was |currently )*(?:[^⟦⟧.;:!?()]{{0,45}}?){_ROLE}[^⟦⟧.;:!?()]{{0,50}}? (?:of|at|for|with|from) (?:the )?(?:[\w -]{{0,20}})<o:O>"),
    (RelationType.HOLDS_ROLE, rf"<s:N>,? (?:the )?<o:O>(?:['’]s?)?(?:[^⟦⟧.;:!?()]{{0,25}}?){_ROLE}"),
    (RelationType.HOLDS_ROLE, rf"<o:O>,? (?:whose|where) ~{_ROLE}[^⟦⟧.;:!?()]{{0,25}}?,? <s:N>"),
    (RelationType.HOLDS_ROLE, rf"{_ROLE}[^⟦⟧.;:!?()]{{0,20}} (?:of|at) (?:the )?<o:O>,? <s:N>"),
    (RelationType.HOLDS_ROLE, rf"<o:O> (?:[\w-]+ ){{0,2}}{_ROLE},? <s:N>"),
    (RelationType.HOLDS_ROLE, r"<s:N>,? ?\((?:[^⟦⟧()]{0,40}(?:,|;|of|at) )?<o:O>[),;]"),
    (RelationType.HOLDS_ROLE, r"<s:N>,? (?:of|from|at) (?:the )?(?:[a-z]+ ){0,3}<o:O>"),
    (RelationType.HOLDS_ROLE, r"<s:N>, <o:O>(?=[,.;)]|$)"),
    (RelationType.HOLDS_ROLE, rf"<s:N>, (?:[^⟦⟧.;:!?()]{{0,30}}?){_ROLE}(?:[^⟦⟧.;:!?()]{{0,20}}), <o:O>"),
    (RelationType.HOLDS_ROLE, rf"<o:O> ?\([^⟦⟧()]*{_ROLE}:? <s:N>"),
    (RelationType.HOLDS_ROLE, r"<o:O>['’]s <s:N>"),
    (RelationType.HOLDS_ROLE, r"<s:N>(?:, [^⟦⟧.;:!?()]{0,45})? (?:heads|chairs|leads|runs|directs|founded|presides over) (?:the )?<o:O>"),
    (RelationType.HOLDS_ROLE, r"<o:O>[^⟦⟧.;:!?]{0,40}(?:founded|headed|led|chaired|run) by ~<s:N>"),
    (RelationType.HOLDS_ROLE, rf"<o:O>[,;]? \(?{_ROLE}:? <s:N>"),
    # management of hubs
    (RelationType.MANAGES, r"<o:H>[^⟦⟧.;:!?]{0,60}(?:is|has been|was|are|being) (?:[a-z]+ )?(?:managed|owned|held|run|operated|administered|steered|developed and managed|owned and managed|looked after|coordinated)[^⟦⟧.;:!?]{0,25} by (?:the |its |a |an )?(?:[a-z -]{0,40})<s:O>"),
    (RelationType.MANAGES, r"<o:H>,? (?:managed|run|operated|administered|steered) by (?:the |a |an )?(?:[a-z -]{0,30})<s:O>"),
    (RelationType.MANAGES, r"<s:O>,? (?:\([^)]*\),? )?(?:[^⟦⟧.;:!?]{0,60}?(?:which|that|who)? ?)(?:runs|manages|operates|administers|looks after|owns and (?:runs|manages)|has (?:run|managed|operated)|coordinates|steers|oversees)(?: and \w+)? (?:the |our |all of )?(?:[a-z -]{0,30})<o:H>"),
    (RelationType.MANAGES, r"<o:H>['’]s? (?:[a-z]+ ){0,2}(?:operator|manager|owner|management company|developer|operating company|landlord|developer and manager|managing body)(?: and [a-z]+)?,? <s:O>"),
    (RelationType.MANAGES, r"<s:O>,? (?:the )?(?:[a-z]+ ){0,3}(?:operator|manager|management company|operating company|developer|landlord|body behind|company behind) (?:of|behind) (?:the )?<o:H>"),
    (RelationType.MANAGES, r"<o:H>[^⟦⟧.;:!?]{0,25},? (?:that|which) (?:the )?<s:O> (?:has )?(?:runs?|manages?d?|operates?d?|administers)"),
    (RelationType.MANAGES, r"<s:O> is responsible for the (?:management|running|operation) of (?:the )?(?:whole )?<o:H>"),
    (RelationType.MANAGES, r"<o:H> belongs to (?:the )?<s:O>"),
    # facilities
    (RelationType.OPERATES, r"<s:O>['’]s? (?:own |new |planned |existing |future |joint )*<o:F>"),
    (RelationType.OPERATES, r"<o:F>[^⟦⟧.;:!?]{0,40} (?:run|operated|owned and run|managed|opened|built|set up) (?:jointly )?by (?:the |its )?(?:[a-z -]{0,25})<s*:O>"),
    (RelationType.OPERATES, r"<s*:O>,? (?:\([^)]*\),? )?(?:[^⟦⟧.;:!?]{0,45}?)(?:runs?|operates?|opened|opens|has opened|is building|will build|(?:is|are) to build|will run|builds?|built|will open|will set up|has set up|set up|(?:is|are) (?:constructing|setting up|to construct|to set up|to run)|plans|inaugurated|will construct|will operate|occupies|maintains|commissioned|has fitted out|houses|announced|establish(?:es|ed)?|will establish) (?:[^⟦⟧.;:!?]{0,25}?)<o:F>"),
    (RelationType.OPERATES, r"<o:F>,? (?:which|that) (?:the )?<s:O> (?:[a-z]+ ){0,2}(?:runs?|operates?|opened|built|builds|has run|set up|maintains)"),
    (RelationType.OPERATES, r"<s:O>[^⟦⟧.;:!?]{0,50} (?:its|their) (?:own |new |planned |existing |future |second |third |first )*<o:F>"),
    (RelationType.OPERATES, r"<o:F> (?:of|belonging to) (?:the )?<s:O>"),
    (RelationType.OPERATES, r"<s:O>, whose <o:F>"),
    (RelationType.OPERATES, r"<o:F>, (?:the|an?) [^⟦⟧.;:!?]{0,40} of (?:the )?<s:O>"),
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
    # parents and parts
    (RelationType.PART_OF, r"<s:O>,? (?:itself |now |and )*(?:an? |the |its )?(?:[^⟦⟧.;:!?()]{0,40}?)(?:subsidiary|unit|arm|division|department|part|affiliate|branch|body|board|offshoot|institute|faculty|school|wing|holding) (?:wholly owned by|owned by|of|under|belonging to|by) (?:the |an? )?(?:[a-zA-Z-]+ ){0,5}?<o:O>"),
    (RelationType.PART_OF, r"<s:O>,? (?:which is |is |itself )?(?:wholly |majority[- ]|partly |fully |now )*(?:owned|controlled|held) by (?:the )?(?:[a-z-]+ ){0,5}?<o:O>"),
    (RelationType.PART_OF, r"<s:O>,? (?:is )?an? (?:wholly owned |fully owned |local )?<o:O> (?:subsidiary|company|unit|affiliate)"),
    (RelationType.PART_OF, r"<o:O>['’]s? (?:[a-zA-Z.-]+ ){0,3}(?:subsidiary|unit|arm|division|affiliate|offshoot|department|institute|network)(?: in <\w+>)?,? (?:the )?<s:O>"),
    (RelationType.PART_OF, r"<s:O>(?:['’]s|, (?:whose|its|with its)|[^⟦⟧.;:!?]{0,20} its) (?:parent|parent company|owner|majority owner|sole shareholder|holding company)[^⟦⟧.;:!?]{0,30}?,? (?:the )?(?:[a-zA-Z-]+ ){0,3}?<o:O>"),
    (RelationType.PART_OF, r"<s:O>,? (?:which )?(?:belongs|is part of|belonging)(?: to)? (?:the )?(?:[a-z-]+ ){0,4}?<o:O>"),
    (RelationType.PART_OF, r"<s:O>,? part of (?:the )?(?:[a-z-]+ ){0,4}?<o:O>"),
    (RelationType.PART_OF, r"<o:O> (?:has )?(?:bought|acquired|took over|taken over|completed its (?:purchase|acquisition) of) (?:the )?(?:[^⟦⟧.;:!?]{0,30}?)<s:O>"),
    (RelationType.PART_OF, r"<s:O>[^⟦⟧.;:!?]{0,25} (?:was|been|is being) (?:bought|acquired|taken over) by (?:the )?(?:[^⟦⟧.;:!?]{0,30}?)<o:O>"),
    # money
    (RelationType.INVESTS, r"<s*:O>[^⟦⟧.;:!?]{0,40}? (?:invest(?:s|ed|ing)?|put|puts|pumped|poured|granted|awarded|committed|contributed?|gave|gives|giving|pays|paid|contributes|grants|approved|sanctioned|provides?|provided)\b[^⟦⟧.;:!?]{0,70}? (?:in|into|to|for|towards) (?:the |its |a |an )?(?:[^⟦⟧.;:!?]{0,30}?)<o:OFH>"),
    (RelationType.INVESTS, r"<s*:O>[^⟦⟧.;:!?]{0,30}? (?:gave|granted|awarded|grants|pays|paid|gives|has granted|has awarded) <o:OFH> (?:a |an |some |up to |[A-Z$€£¥])[^⟦⟧.;:!?]{0,15}"),
    (RelationType.INVESTS, r"<o:OFH>[^⟦⟧.;:!?]{0,60}?(?:raised|secured|receive[sd]?|won|obtained|got|was awarded|were awarded|(?:co-)?(?:funded|financed|backed)|majority-owned|controlled|paid for|supported)[^⟦⟧.;:!?]{0,80}? (?:from|by) (?:the |an? )?(?:[^⟦⟧.;:!?]{0,25}?)<s*:O>"),
    (RelationType.INVESTS, r"<s:O>['’]s (?:grant|investment|loan|stake|contribution|funding)[^⟦⟧.;:!?]{0,40} (?:in|to|into|for) (?:the )?<o:OFH>"),
    (RelationType.INVESTS, r"(?:grant|investment|loan|funding|subsidy|contribution|stake|money)[^⟦⟧.;:!?]{0,40} (?:from|by) (?:the )?<s:O>[^⟦⟧.;:!?]{0,30} (?:for|to|in|into|towards) (?:the |its )?<o:OFH>"),
    (RelationType.INVESTS, r"<s:O>[^⟦⟧.;:!?]{0,20} (?:holds?|owns?|bought|takes?|took|acquired|has taken) (?:[^⟦⟧.;:!?]{0,25})(?:stakes?|shares?|per ?cent|%)[^⟦⟧.;:!?]{0,25} (?:in|of) (?:the )?<o:O>"),
    (RelationType.INVESTS, r"<o:O>,? in which (?:the )?<s:O> (?:holds|owns)"),
    (RelationType.INVESTS, r"<s:O>[^⟦⟧.;:!?]{0,20} led an? [^⟦⟧.;:!?]{0,40}round (?:in|of|for) (?:the )?<o:O>"),
    (RelationType.INVESTS, r"<s:O>[^⟦⟧.;:!?]{0,40}(?:spent|spends|spending|paid for|is paying for) [^⟦⟧.;:!?]{0,40}<o:F>"),
)  # fmt: skip

#: A person with a role beside the name and no organisation: 'said chief executive N'.
ROLE_ALONE = re.compile(
    rf"\b{_ROLE}(?: [^⟦⟧.;:!?()]{{0,20}}?)?,? ⟦(?P<s>N\d+)⟧|⟦(?P<s2>N\d+)⟧,? \(?(?:the |an? |its |our |their )?(?:[\w-]+ ){{0,2}}{_ROLE}\b"
)

_TENANT = r"(?:tenants?|residents?|newcomers?|occupants?|occupiers?)"
_MEMBER = r"(?:members?|member companies|founding members?|founders)"
_AS = r",? (?:(?:is|was|has been|itself|now|also|already|an?|the|another|our|its|merely|only) )*(?:[\w-]+ ){0,2}"


@dataclass(frozen=True, slots=True)
class Implied:
    """A pattern that names the subject only: the object is what the article speaks of, a Hub ('H') or a cluster body ('O')."""

    type: RelationType
    letter: str
    pattern: re.Pattern[str]


def _belonging(letter: str, who: str) -> tuple[Implied, ...]:
    sources = (
        rf"<s:O>{_AS}{who}\b(?! of | at | in | on | to )",
        rf"\b(?:[Tt]wo|[Tt]hree|[Ff]our|[Oo]ur|[Tt]he|[Aa]nother|[Aa]|[Oo]ther|[Nn]ew) (?:[\w-]+ ){{0,2}}{who}(?:,|:| is| are| were| include| came)[^⟦⟧.;!?]{{0,30}}?<s*:O>",
        rf"^\W*(?:[\w()]+ ){{0,3}}{who}(?: \([^)]*\))?(?: include| are| were|:|,)[^⟦⟧.;!?]{{0,40}}?<s*:O>",
        rf"\b{who} are:? ~<s*:O>",
    )
    return tuple(Implied(RelationType.MEMBER_OF, letter, _compile(source)) for source in sources)


_IMPLIED_SOURCES: tuple[tuple[RelationType, str, str], ...] = (
    (RelationType.MEMBER_OF, "H", r"<s*:O>[^⟦⟧.;:!?]{0,30}? (?:has |have |already |also )*(?:moved|moves|move|moving) in\b(?!to)"),
    (RelationType.MEMBER_OF, "H", r"<s*:O>[^⟦⟧.;:!?]{0,30}? (?:rents?|leases?|sublets?|booked|took|has taken|have taken) (?:[\w-]+ ){0,4}?(?:space|floors?|desks?|rooms?|lofts?|units?|hall|offices?)\b(?! (?:of|at|in|on|to) ⟦)"),
    (RelationType.MEMBER_OF, "O", r"\b(?:[Aa]dmitted|[Jj]oined)(?: were| was)?:? ~<s*:O>"),
    (RelationType.MANAGES, "H", r"\b[Ii]t (?:is|has been|was) (?:now )?(?:managed|run|operated|looked after|administered) (?:[\w ]{0,15} )?by (?:the )?(?:[\w-]+ ){0,3}?<s:O>"),
    (RelationType.MANAGES, "H", r"\b(?:[Mm]anager|[Oo]perator|[Mm]anagement|[Mm]anaging (?:body|company))(?: is|:| lies with) (?:the )?(?:[\w-]+ ){0,2}?<s:O>"),
    (RelationType.MANAGES, "H", r"<s:O>(?:, [^⟦⟧.;:!?]{0,40},)? (?:manages|runs|looks after|administers) it\b"),
    (RelationType.MANAGES, "H", r"\b[Ww]ho (?:runs|manages|looks after) (?:it|the (?:park|campus|cluster|district|hub))\??\W+(?:The )?<s:O>"),
)  # fmt: skip

IMPLIED: tuple[Implied, ...] = (
    *_belonging("H", _TENANT),
    *_belonging("O", _MEMBER),
    *(Implied(kind, letter, _compile(source)) for kind, letter, source in _IMPLIED_SOURCES),
)

RULES: tuple[Rule, ...] = tuple(Rule(kind, _compile(source)) for kind, source in _SOURCES)

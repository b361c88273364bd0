"""Wordings for where something is."""

from __future__ import annotations

from triplehelix.vocabulary import RelationType

SITE = r"(?:in|at|inside|within|on|near|outside|on the campus of|in the heart of|on the edge of|next to)"

PLACES: tuple[tuple[RelationType, str], ...] = (
    (RelationType.LOCATED_IN, r"<s:HOF>,? (?:in|of|near|outside) (?:the (?:city|district|town|region|province|state|north|south|east|west|port) of )?<o:L>"),
    (RelationType.LOCATED_IN, r"<s:HOF> ?\(<o:L>[,)]"),
    (RelationType.LOCATED_IN, r"<s:HOFL>, <o:L>(?=[,.;)]|$| and| \()"),
    (RelationType.LOCATED_IN, r"<s:L> ?\(<o:L>\)"),
    (RelationType.LOCATED_IN, r"<s:HOF>, (?:which is |also |now |currently )*(?:based|headquartered|located|seated|sited|situated|domiciled) (?:in|at|near|outside) <o:L>"),
    (RelationType.LOCATED_IN, r"<s:HOF> (?:is|are|was|lies|stands|sits) ~(?:in|at|near|outside) <o:L>"),
    (RelationType.LOCATED_IN, r"<s:HOF>,? (?:an?|the|one of) [^⟦⟧.;:!?()]{0,60}?(?:in|near|outside) <o:L>"),
    (RelationType.LOCATED_IN, r"<o:L>[- ](?:based|headquartered) (?:[\w-]+ ){0,6}?<s:HO>"),
    (RelationType.LOCATED_IN, r"<o:L>['’]s? (?:own )?<s:HOF>"),
    (RelationType.LOCATED_IN, r"(?:the|The) <o:L> (?:[a-z-]+ ){1,3}<s:HOF>"),
    (RelationType.LOCATED_IN, r"<s:HO>,? (?:has its (?:seat|head office|headquarters|base)|is seated|is headquartered) (?:in|at) <o:LH>"),
    (RelationType.LOCATED_IN, r"<s:HO>,? (?:(?:an?|the) [^⟦⟧.;:!?()]{0,40}?)?from <o:L>"),
    (RelationType.LOCATED_IN, r"<s:HOF> ?[|–—] ?<o:L>(?= ?[|–—,]|$)"),
    (RelationType.LOCATED_IN, r"<s:HF>[^⟦⟧.;!?()]{0,60}?(?:between|north of|south of|east of|west of|(?:kilomet(?:re|er)s|km|miles|minutes) (?:from|outside)|outside) <o:L>"),
    (RelationType.LOCATED_IN, r"<s:H>(?:[^⟦⟧.;!?()]{0,60}?)between ^^ and <o:L>"),
    (RelationType.LOCATED_IN, r"<s:HF>, [^⟦⟧.;!?()]{0,80}? (?:in|at|outside|near) (?:the )?<o:L>"),
    (RelationType.LOCATED_IN, rf"<s:F>[^⟦⟧.;:!?]{{0,40}} {SITE} (?:the )?<o:H>"),
    (RelationType.LOCATED_IN, r"(?:At|On|In|Inside|at|on|inside) (?:the )?<o:H>,? [^.;:!?]{0,60}?(?:is building|will build|has opened|opened|operates|runs) (?:its |a |an |the )?<s:F>"),
    (RelationType.LOCATED_IN, r"<s:O>,? (?:which is |is )?(?:based|headquartered|seated|located) (?:at|in|on) (?:the )?<o:H>"),
    (RelationType.LOCATED_IN, r"<s:F>(?! and)[^⟦⟧.;:!?]{0,90}?\b(?:in|at|inside|within|on|of|to|from|for|into) (?:the |our |an? )?(?:[\w-]+ ){0,3}<o:H>"),
    (RelationType.LOCATED_IN, r"<s:H>(?!,? (?:and|or) ⟦)[^⟦⟧.;!?]{0,90}?<o:L>(?!['’]s|[- ](?:based|registered))"),
    (RelationType.LOCATED_IN, r"<o:L>(?:['’]s|[’'])? (?:(?:own|science|technology|research|industrial|innovation|new|newest) )*(?:park|campus|district|cluster|hub)?,? ?<s:H>"),
    (RelationType.LOCATED_IN, r"<s:L>,? in <o:L>"),
    (RelationType.LOCATED_IN, r"<s:HOFL>, <o:L>(?=,? ?[–—:-]| (?!and)[a-z])"),
    (RelationType.LOCATED_IN, r"<s:O>, (?:an?|the) <o:L> (?:[\w-]+ ){0,5}?(?:company|maker|firm|group|start-up|startup|manufacturer|developer|spin-off|spin-out|supplier|specialist|builder|investor|fund|bank|house|producer|institute|university|school|agency)"),
    (RelationType.LOCATED_IN, r"<s:O>(?:, [^⟦⟧.;:!?()]{0,60},)?,? (?:which )?(?:(?:is|are) )?(?:also )?(?:sits|based|headquartered|registered|domiciled|at home|located|comes|hails|has (?:its|their) (?:seat|head office|headquarters|home)|keeps its (?:seat|head office|headquarters)) (?:in|at|from|out of|outside|near) (?:nearby )?<o:L>"),
    (RelationType.LOCATED_IN, r"(?:[Hh]ead ?(?:office|quarters)|[Hh]eadquartered|[Ss]eat|[Bb]ased)(?: is| are)?(?: in|:) <o:L>[^⟦⟧.;:!?]{0,30}, <s:O>"),
    (RelationType.LOCATED_IN, r"<s:O>,? out of <o:L>"),
    (RelationType.LOCATED_IN, r"<s:F>,? (?:now |still |to be )?(?:in|at|on|near|outside|inside|for) (?:nearby |neighbouring |the (?:[a-z]+ ){0,3}(?:of )?)?<o:LH>"),
    (RelationType.LOCATED_IN, r"<o:H>['’]s? (?:[\w-]+ ){0,3}<s:F>"),
    (RelationType.LOCATED_IN, r"<s:F>(?:[^.;:!?⟦⟧]|⟦[LON]\d+⟧){0,110}?\b(?:at|on|in|inside|within|of|to) (?:the )?<o:H>"),
    (RelationType.LOCATED_IN, r"<s:H>(?:[^.;!?⟦⟧]|⟦[ONF]\d+⟧){0,110}? (?:in|near|outside) <o:L>"),
    (RelationType.LOCATED_IN, r"<o:H>(?:[^.;:!?⟦⟧]|⟦[LON]\d+⟧){0,110}?\b(?:where|houses?|home to|includes?|contains|with its|with an?|comprises|opened|counts|hosts)\b(?:[^.;:!?⟦⟧]|⟦[LON]\d+⟧){0,70}?<s:F>"),
    (RelationType.LOCATED_IN, r"^<o:L>(?:['’]s| )[^⟦⟧.;:!?]{0,40}?<s:HF>"),
    (RelationType.LOCATED_IN, r"<o:L>(?:['’]s)? (?:[\w-]+ ){0,5}<s:H>"),
)  # fmt: skip

"""Wordings for who belongs to whom, and who pays for what."""

from __future__ import annotations

from triplehelix.vocabulary import RelationType

OWNERS: tuple[tuple[RelationType, str], ...] = (
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

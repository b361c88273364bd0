"""Wordings for who belongs to whom, and who pays for what."""

from __future__ import annotations

from triplehelix.vocabulary import RelationType

OWNERS: tuple[tuple[RelationType, str], ...] = (
    (RelationType.PART_OF, r"<s:O>,? (?:itself |now |and )*(?:an? |the |its )?(?:[^⟦⟧.;:!?()]{0,40}?)(?:subsidiary|unit|arm|division|department|part|affiliate|branch|body|board|offshoot|institute|faculty|school|wing|holding) (?:wholly owned by|owned by|of|under|belonging to|by) (?:the |an? )?(?:[a-zA-Z-]+ ){0,5}?<o:O>"),
    (RelationType.PART_OF, r"<s:O>,? (?:which )?(?:belongs|is part of|belonging)(?: to)? (?:the )?(?:[a-z-]+ ){0,4}?<o:O>"),
    (RelationType.PART_OF, r"<s:O>,? (?:which is |is |an? |the |itself |now |both |one of )*(?:[^⟦⟧.;:!?()]{0,40}? )?(?:subsidiary|unit|arm|division|department|part|affiliate|branch|offshoot|institute|faculty|school|company|daughter|laboratory|agency|organ|member company|real-estate arm|investment arm) of (?:the |an? )?(?:[\w’'-]+ ){0,5}?<o:O>"),
    (RelationType.PART_OF, r"<o:O>['’]s? (?:[\w’'-]+ ){0,4}?(?:subsidiary|unit|arm|division|affiliate|offshoot|department|institute|laboratory|faculty|branch|daughter)(?: (?:in|for) [\w⟦⟧]+)?,? (?:the )?<s:O>"),
    (RelationType.PART_OF, r"<s:O>,? (?:now |currently )?(?:wholly |majority[- ]|partly |fully |half )?(?:owned|controlled) by (?:the )?(?:[\w’'-]+ ){0,4}?<o:O>"),
    (RelationType.PART_OF, r"<o:O> (?:is|being) the parent (?:company )?of <s:O>"),
    (RelationType.PART_OF, r"<s:O>,? bought (?:in \d+ )?by (?:the )?(?:[\w’'-]+ ){0,4}<o:O>"),
    (RelationType.PART_OF, r"<s:O>,? (?:in which|of which) (?:the )?(?:[\w-]+ ){0,3}<o:O> (?:holds|has|owns) (?:all|the (?:majority|entire)|100|[5-9]\d(?:\.\d)? ?(?:%|per))"),
    (RelationType.PART_OF, r"<s:F> (?:in|inside|within|on top of) (?:the )?(?:[\w-]+ ){0,3}<o:F>"),
    (RelationType.PART_OF, r"<o:F>[^⟦⟧.;!?]{0,50}?(?:contains|houses|includes|including|holds|comprises|with an?|with its)\b[^⟦⟧.;!?]{0,30}<s:F>"),
    (RelationType.PART_OF, r"<o:O> (?:units|subsidiaries)[^⟦⟧.;!?]{0,30}?<s*:O>"),
    (RelationType.PART_OF, r"<s:O>[^⟦⟧.;:!?()]{0,60}?\b(?:subsidiary|division|arm|unit|offshoot|affiliate|daughter) (?:of|belonging to)[^⟦⟧.;:!?()]{0,45} <o:O>"),
    (RelationType.PART_OF, r"<o:O>['’]s (?:[\w’'-]+ ){0,4}(?:arm|unit|subsidiary|business|real-estate arm|investment arm),? <s:O>"),
    (RelationType.PART_OF, r"<s:O>, (?:the|an?|its) (?:[\w’'-]+ ){0,5}(?:arm|unit|subsidiary|division|affiliate|branch|spin-out|agency|company) (?:of|owned by) (?:the )?(?:⟦L\d+⟧(?:['’]s|-based) )?(?:[\w’'-]+ ){0,4}<o:O>"),
    (RelationType.INVESTS, r"<o:OFH>[^⟦⟧.;:!?]{0,60}?(?:raised|secured|receive[sd]?|was awarded|were awarded|(?:part-|co-)?(?:funded|financed|backed)|paid for|sponsored)[^⟦⟧.;:!?]{0,80}? (?:from|by) (?:the |an? )?(?:[^⟦⟧.;:!?]{0,25}?)<s*:O>"),
    (RelationType.INVESTS, r"<s:O>[^⟦⟧.;:!?]{0,20} (?:holds?|owns?|bought|takes?|took|acquired|has taken) (?:[^⟦⟧.;:!?]{0,25})(?:stakes?|shares?|per ?cent|%)[^⟦⟧.;:!?]{0,25} (?:in|of) (?:the )?<o:O>"),
    (RelationType.INVESTS, r"<s:O>[^⟦⟧.;:!?]{0,20} led an? [^⟦⟧.;:!?]{0,40}round (?:in|of|for) (?:the )?<o:O>"),
    (RelationType.INVESTS, r"<s:O>[^⟦⟧.;:!?]{0,40}(?:spent|spends|spending|paid for|is paying for) [^⟦⟧.;:!?]{0,40}<o:F>"),
    (RelationType.INVESTS, r"<o:OFH> ?[–—:,] [^⟦⟧]{0,40}?(?:million|billion)[^⟦⟧]{0,40}?(?:grant|loan|from|by|seed|series),? (?:the )?<s:O>"),
    (RelationType.INVESTS, r"<h:O>[^⟦⟧.;!?]{0,40}? (?:invest(?:s|ed|ing)?|put(?:s|ting)?|pump(?:s|ed|ing)|pour(?:s|ed)|grant(?:s|ed)?|award(?:s|ed)?|commit(?:s|ted)|contribut(?:es|ed|ing|e)|gives?|gave|pa(?:ys|id|y)|approved|provid(?:es|ed|e)|spend(?:s|ing)?|spent|promised|earmarked|set aside|pledged|add(?:s|ed)|donated)\b[^⟦⟧!?]{0,50}?(?:million|billion|crore|lakh|\d[\d,.]* ?m|\d{3})\b[^⟦⟧;:!?]{0,60}?(?:in|into|to|for|towards?|on|of) (?:the |its |an? |this )?(?:[\w’'-]+ ){0,5}<o:OFH>"),
    (RelationType.INVESTS, r"<s:O>,? (?:which is |is |an? |the |its )*(?:[\w-]+ ){0,3}(?:shareholders?|investor|backer|sponsor) (?:in|of) (?:the )?<o:OFH>"),
    (RelationType.INVESTS, r"<o:O>[^.;!?⟦⟧]{0,70}?\b(?:round|raised|raises|funding|Series|series|financing)\b[^.;!?⟦⟧]{0,60}? (?:led by|from) (?:the )?[^⟦⟧.;!?]{0,40}?<s*:O>"),
    (RelationType.INVESTS, r"<h:O>[^⟦⟧.;!?]{0,30} (?:holds|owns|has|took|takes|bought|acquired|buys) [^⟦⟧.;!?]{0,20}(?:\d+(?:\.\d+)? ?(?:%|per ?cent)|half|a third|a quarter|the majority|a minority|a stake)[^⟦⟧.;!?]{0,20} (?:of|in) (?:the )?[^⟦⟧.;!?]{0,30}<o:OFH>"),
    (RelationType.INVESTS, r"<o:OFH>(?: ?[–—:,(]| secures?| raise[sd]| closes| gets?| got)[^⟦⟧]{0,60}?(?:million|billion|crore|\d ?m\b|undisclosed)[^⟦⟧]{0,60}?\b(?:from|led by|by|lead) (?:the )?(?:[\w-]+ ){0,4}<s*:O>"),
)  # fmt: skip

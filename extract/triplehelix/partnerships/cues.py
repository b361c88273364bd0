"""The words that tell a partnership's kind, and the words that tell that there is none."""

from __future__ import annotations

import re

from triplehelix.vocabulary import PartnershipKind

_AGREEMENT = r"(?:agreements?|contracts?(?! (?:manufactur|research|develop|packag|brew|work|plant|maker|produc))|deals?|pacts?|accords?|conventions?|treat(?:y|ies)|leases?|charters?|arrangements?|covenants?)"

#: What an agreement is called by, of whatever kind it is.
PAPER = (
    r"(?:agreements?|contracts?|deals?|pacts?|accords?|licen[cs]es?|memorand(?:um|a)|MoUs?|MOUs?|leases?|partnerships?"
    r"|arrangements?|joint ventures?|consorti(?:um|a)|alliances?|compacts?|letters?|framework|cooperation|collaboration)"
)

#: Kind by cue, the first that fits wins: from the most specific wording to the most general.
_KINDS: tuple[tuple[PartnershipKind, str], ...] = (
    (PartnershipKind.MOU, r"memorand(?:um|a|ums)\b|\bMOUs?\b|\bMoUs?\b|letters? of intent|declarations? of intent|statements? of intent"),
    (PartnershipKind.PUBLIC_PRIVATE_PARTNERSHIP, r"public[-–—‐ ]private[- ]partnerships?|\bPPPs?\b|public[-–—‐ ]private (?:agreement|contract|deal|venture)"),
    (PartnershipKind.JOINT_VENTURE, r"joint[- ]ventures?|\bJVs?\b|joint(?:ly owned)? compan(?:y|ies)|joint subsidiary|co-owned compan(?:y|ies)|fifty-fifty company"),
    (PartnershipKind.SPONSORSHIP, r"sponsor\w*\b(?! compan)|naming rights|patronage|donation agreement"),
    (PartnershipKind.LICENSING, r"licen[cs](?:e|es|ed|ing|ee|ees|or)\b|sublicen[cs]\w+"),
    (PartnershipKind.CONSORTIUM, r"consorti(?:um|a)\b|founding charter|alliance of"),
    (PartnershipKind.SUPPLY_OR_MANUFACTURING,
     r"(?:supply|manufacturing|production|purchase|offtake|off-take|delivery|procurement|distribution|service|services|fill-finish|tolling|maintenance) "
     r"(?:and \w+ )?(?:services )?(?:agreements?|contracts?|deals?|pacts?|partnerships?|arrangements?)|commissioned to \w*manufacture"
     r"|commissioned to (?:\w+ )?(?:manufacture|produce|supply)|(?:suppl(?:y|ies|ied)|manufactures?|produces?) [^.;]{0,80}(?:under|contract)|orders? for|ordered|has undertaken to deliver"),
    (PartnershipKind.RESEARCH_COLLABORATION,
     r"(?:joint|collaborative|common|shared) (?:\w+ ){0,2}?(?:research|study|studies|project|programme|program|trial|laboratory)|research (?:and development )?"
     r"(?:collaborations?|partnerships?|agreements?|contracts?|alliances?|cooperations?|projects?|programmes?|programs?)|co-develop\w*|co-research|(?:jointly|together) (?:develop|research|study|investigat)\w*"
     r"|(?:year|month)-?(?:long)? study|collaborat\w+ on (?:research|a study)|development (?:agreement|partnership|collaboration)"),
    (PartnershipKind.INVESTMENT, r"(?:funding|investment|financing|grant|shareholders?['’]?|subscription|equity) " + _AGREEMENT),
    (PartnershipKind.COOPERATION_AGREEMENT,
     r"(?:co-?operat|collaborat)\w+|partner(?:s|ed|ing|ship|ships)?\b(?! (?:organi[sz]ation|compan|countr|institution|universit))|alliances?\b|twin(?:s|ned|ning)\b|team(?:s|ed)? up|join(?:s|ed|ing)? (?:forces|hands)|work(?:s|ed|ing)? (?:closely )?together"
     r"|joint(?:ly)?\b|exchange programme|" + _AGREEMENT + r"|heads of (?:terms|agreement)|sister (?:park|precinct|campus|cluster)"),
)  # fmt: skip

#: What the parties do for one another, where no name of the paper tells its kind.
_DOINGS: tuple[tuple[PartnershipKind, str], ...] = (
    (PartnershipKind.JOINT_VENTURE, r"(?:own(?:ed|s)?|found|founded|set up|plans?|a) (?:an? )?(?:new )?company (?:together|of its own|in which)|(?:fifty-fifty|50:50|60:40) (?:venture|company)|(?:joint|common) (?:fund|vehicle)"),
    (PartnershipKind.LICENSING, r"(?:grant(?:s|ed)?|giv(?:es?|en)|gave|has) [^.;]{0,50}(?:the (?:exclusive )?right|leave) to|royalt(?:y|ies)"),
    (PartnershipKind.PUBLIC_PRIVATE_PARTNERSHIP, r"concession\b|public-private"),
    (PartnershipKind.SPONSORSHIP, r"pa(?:id|ys?) for the (?:annual|prize)|scholarships?\b"),
    (PartnershipKind.SUPPLY_OR_MANUFACTURING,
     r"suppl(?:y|ies|ied|ying)\b(?! (?:chain|industry|compan))|suppliers? (?:of|to|for)|deliver(?:s|ed|y|ies|ing)?\b|(?:sole|main|long-time) (?:supplier|distributor|manufacturer)|buys?\b|bought [\w ]{1,30} (?:from|for)|sells? (?:its|to)\b|(?:sold|selling) (?:its|to)\b"
     r"|(?:bottling|storage|tolling|toll-manufacturing|assembly|packaging|catering|launch|freight|haulage) (?:agreements?|contracts?|deals?|pacts?)|(?:assembled|made|filled|packaged|produced|printed|packed) (?:for|by|under contract)"
     r"|placed (?:an? )?(?:[\w-]+ )?order|standing order|(?:frame|framework) contract|contracts? for (?:\d|\w+ (?:tonnes|tons|units))|tonnes of|clients?\b|customers?\b"),
    (PartnershipKind.RESEARCH_COLLABORATION,
     r"research\b(?! (?:institut\w+|organi[sz]ations?|universit\w+|cent(?:er|re)s?|parks?|campus\w*|bod(?:y|ies)|compan\w+|hospitals?|agenc\w+))|(?:been|are|is|have|jointly|together) (?:jointly |together )?(?:develop|investigat|study|test|breed)(?:ing|ed)|(?:developed|investigated|studied|bred|tested) [^.;]{0,60}(?:together|between them)|(?:clinical|field|doctoral) \w+"
     r"|stud(?:y|ies)\b|trials?\b|joint (?:development|lab)\w*|laborator(?:y|ies) [^.;]{0,40}jointly|develop(?:ing|ment)? [^.;]{0,40}(?:together|side by side|jointly)"
     r"|(?<!cooperation )(?:collaborat\w+|projects?|programmes?|alliances?|partners?|work(?:s|ed|ing)?|pacts?|agreement)(?: together)?(?: with| for)?(?: \w+){0,3} on (?!the (?:same|basis|side|other)|its|their|behalf|condition|a )(?!(?:\w+ ){0,3}(?:train|student|apprentic|exchange|teach|place|class|staff)\w*)[a-z]"),
)  # fmt: skip

KIND_CUES = tuple((kind, re.compile(rf"(?<![\w-])(?:{pattern})", re.IGNORECASE)) for kind, pattern in _KINDS)
_DOING_CUES = tuple((kind, re.compile(rf"(?<![\w-])(?:{pattern})", re.IGNORECASE)) for kind, pattern in _DOINGS)
ANY_CUE = re.compile("|".join(f"(?:{p.pattern})" for _, p in KIND_CUES), re.IGNORECASE)

#: A sentence that says so states no partnership: talks, wishes, denials, comparisons, takeovers.
UNREAL = re.compile(
    r"(?<![\w-])(?:in talks|talks (?:with|on|about|between|are|were)|negotiat\w+|exploring|explores?|considering|consider(?:s|ed)? (?:an?|the)|might|could (?:one day|also|be|become|form|join)|would (?:have|like|be|consider|welcome)"
    r"|den(?:y|ies|ied)|rumou?r\w*|speculat\w+|no (?:agreement|contract|deal|partnership|memorandum|cooperation|plans?|link|connection|tie|relationship|joint|talk)\b|not (?:a |an |any |been |yet |be )?(?:sign|partner|party|part of|member|agree|involved|cooperat|collaborat|reach)\w*"
    r"|never (?:sign|agree|partner|cooperat|work|became|got|been)\w*|nothing (?:has been |was |is |been )?(?:agreed|signed|decided)|(?:has|have|had|did|does|do|is|are|was|were) (?:not|n['’]t) (?:sign|agree|partner|enter|conclude|cooperat|collaborat|reach)\w*|untrue|false"
    r"|failed to|fell through|turned down|rejected|declined|refused|invited to|interest in|opportunit(?:y|ies) (?:to|for)|designed to (?:strengthen|foster|promote)|wish(?:es)? to|whether|if (?:the|a|an|it)\b|similar to|compar\w+|rival\w*|compet(?:e|es|ing|itor|itors)\b|acquir\w+|acquisition|takeover|bought|merg(?:e|ed|er)\b)",
    re.IGNORECASE,
)  # fmt: skip


def kind_of(text: str) -> PartnershipKind | None:
    """The kind that a stretch of text speaks of, or None where it speaks of no agreement at all."""
    named = next((kind for kind, cue in KIND_CUES if cue.search(text)), None)
    if named not in {None, PartnershipKind.COOPERATION_AGREEMENT}:
        return named
    return next((kind for kind, cue in _DOING_CUES if cue.search(text)), named)

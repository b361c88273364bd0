"""What a page carries beside the article: notices, menus, sharing, subscriptions, by general cues in the words.

Each pattern is a way of speaking that many sites share. A line is judged by what it says; which lines an end-of-article
cue ("Explore more") takes with it is decided in `roles`, where the neighbours are known.
"""

from __future__ import annotations

import re


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)


_SOCIAL = r"(?:facebook|x|twitter|linkedin|instagram|whatsapp|youtube|e-?mail(?: this page)?|print|copy link|telegram)"
_NAME = r"(?-i:[A-ZÀ-Þ])[\w'’.–-]+(?: (?-i:[A-ZÀ-Þ])[\w'’.–-]*){1,4}"

#: Paragraphs of any length, by how they open.
_NOTICE = _any(
    r"this (?:article|story|post|piece|report|content) (?:was|is|has been) (?:originally )?"
    r"(?:written|published|provided|produced|sponsored|reproduced|syndicated|brought)\b",
    r"this (?:story|article|post|page) (?:has been|was) (?:updated|corrected|amended)\b",
    r"the (?:author|writer) is an?\b",
    rf"{_NAME} is an? (?:freelance|staff|senior|contributing) (?:writer|reporter|journalist|editor|correspondent)\b",
    r"this episode is brought to you\b",
    r"(?:views|opinions) expressed\b",
)

#: Paragraphs of any length, by what they hold. Each pattern holds one of the words of `_NOTICE_WORDS`, which are looked
#: for first: in a long paragraph that takes a tenth of the time.
_NOTICE_INSIDE = _any(
    r"\b(?:we|site|sites|website) uses?\b.{0,40}\bcookies\b",
    r"\bcookie (?:policy|settings|preferences|notice)\b",
    r"\b(?:cookies|privacy policy)\b.*\b(?:you|your)\b|\bwe (?:use|process|collect)\b.*\bpersonal data\b",
    r"\b(?:our|the|updated) privacy policy\b",
    r"\bforward[-‑\s]looking\s+statements?\b",
    r"\byou are receiving this\b",
)
_NOTICE_WORDS = (
    "cookie",
    "privacy policy",
    "personal data",
    "looking statement",
    "are receiving this",
)

#: Short paragraphs, by how they open.
_OPENING = _any(
    r"(?:©|\(c\) ?\d|copyright(?:$| ?©| \(c\)| \d| notice))",
    r"listen(?: to (?:this|the|our)\b|\b.{0,12}$| with\b| \|)|(?:register for free|want to listen|complete the form)\b",
    r"listen(?: to (?:this|the|our)\b|\b.{0,12}$| with\b| \|)",
    r"(?:register for free|want to listen|complete the form)\b",
    r"(?:share(?:$|\s*[:|]| this\b| on\b| via\b| article\b| AA\b)|follow us\b|follow @|save for later|gift this)",
    rf"{_SOCIAL}(?:[\s|·,/•]+{_SOCIAL})+$",
    r"(?:advertisement\b|advertorial\b|sponsored(?:$| content\b| post\b| links?\b)|ad break\b|\[?ad\]?$)",
    r"(?:was this (?:page|article) (?:helpful|useful)|rate this\b)",
    r"(?:did you find an? (?:mistake|error)|found an? (?:mistake|error)|report (?:a|an|this) \w+)",
    r"(?:comments?\s*\(|comments are closed|leave a (?:comment|reply)|no comments)",
    r"(?:page )?last (?:updated|reviewed|modified)\b",
    r"(?:view (?:this (?:e-?mail|newsletter)|in your browser)|trouble viewing|unsubscribe\b)",
    r"(?:skip to|back to top|scroll to|expand all|toggle|menu$|search$|print$|update (?:your )?preferences)",
    r"(?:cookies on\b|manage cookies|accept (?:all|cookies))",
    r"(?:tags?|keywords|filed under|categor(?:y|ies)|topics)\s*:",
    r"(?:also read|read also|read next|see also|read more|related|more (?:from|on)\b[^:.]{0,40}|watch)\s*:",
    r"(?:read(?:ing)? time\b|\d+[- ]min(?:ute)?s?\.? read\b)",
    r"(?:click here|download (?:the|this|as|pdf)|save (?:article|as)|set alert|apply now|show notes\b)",
    r"(?:page )?\d{1,3} (?:of|/) \d{1,3}$|page \d{1,3}(?: of \d{1,3})?$",
    r"(?:#{2,3}|\* ?\* ?\*|[-–—]* ?ends? ?[-–—]*|end of (?:article|text|release))$",
    rf"by {_NAME}(?:(?:,| [-–—|]).{{0,60}})?(?<!\.)$",
    r"(?:imprint|disclaimer|sitemap|accessibility|land acknowledgement|privacy|terms)(?:$|\s*[|·/]|"
    r" (?:policy|statement|notice|settings|of use)\b.{0,60}$)",
)

#: Short paragraphs, by what they hold.
_HOLDING = _any(
    r"\ball rights reserved\b",
    r"\bterms (?:of (?:use|service)|and conditions|& conditions)\b",
    r"\bterms\b.*\bprivacy\b|\bprivacy\b.*\bterms\b",
    r"\bread(?:ing)? time:|\b\d+ min(?:ute)?s? read\b",
    r"\bfree articles? (?:left|remaining)\b|\bsubscribe (?:for|now|today)\b|\bdigital subscription\b",
    r"\b(?:our|free|the|weekly|daily) newsletter\b.*\b(?:you|your|e-?mail|inbox|subscribe|sign up)\b",
    r"\bunsubscribe\b|\breport a (?:problem|typo|mistake)\b|\bopen (?:it )?in (?:your )?browser\b",
    r"\bplayer above\b|\baudio articles\b|\bunlock access\b",
    r"\bvisitor counter\b|\bscreen reader access\b|\beasy apply\b",
    r"\bfor reprint rights\b|\bcontents? owned\b",
    r"\b(?:share|follow) (?:us|this)\b.*\b(?:facebook|linkedin|instagram|twitter|channel)\b",
)
_SHORT = 320
_NOTICE_LENGTH = 3000

#: Headings after which the page speaks of other things, at the end of an article.
_ELSEWHERE = _any(
    r"(?:explore|read|see|discover|find out|learn|view) more\b.{0,30}$",
    r"(?:related|recommended|similar|popular|trending)(?: [\w&’']+){0,2} "
    r"(?:articles?|stories|news|posts?|content|reading|links|topics|jobs|items|coverage)$",
    r"(?:latest|further|other|more)(?: [\w&’']+)? (?:articles?|stories|news|posts?|reading|coverage|headlines)$",
    r"(?:related|recommended|trending|most (?:read|popular|viewed)|top stories|also read|read next|up next)$",
    r"(?:editor['’]?s picks?|you (?:may|might) also (?:like|be interested in)|recommended for you)$",
    r"(?:more from .{1,40}|in this section|quick links)$",
    r"(?:follow us(?: on .{1,30})?|share(?: this.{0,20})?|newsletter|comments)$",
    r"about (?:the |this )?(?:authors?|writer|site|website|newsletter|page)$",
    r"(?:disclaimer|legal notice|cookies?|privacy(?: (?:policy|notice))?|terms of use)$",
)

#: Headings that lead away for as long as short lines follow.
_ASIDE = _any(
    r"(?:supporting documents|downloads?|attachments)$",
    r"(?:cautionary )?(?:note |statement )?(?:regarding |on |concerning )?forward[-‑\s]looking statements?\.?$",
)

#: Headings over addresses: people with a role may stand below them, the rest is how to reach them.
_CONTACT = _any(
    r"(?:media|press|news|public|investor|editorial)?[\s/&-]*(?:relations )?"
    r"(?:contacts?|enquir(?:y|ies)|inquir(?:y|ies))$",
    r"contact(?: us| details| information)?$",
    r"(?:for )?(?:more|further|additional) information(?:,? (?:please )?contact)?$",
    r"\[?(?:inquiries|enquiries|contact)(?: (?:us|for|concerning|about|information|details|person|point)\b[^.]{0,40})?"
    r"[:\]]*$",
    r"(?:who to call|get in touch|inquiry form|press office.{0,40})$",
)
_CONTACT_LINE = _any(
    r"(?:media|press)?\s?(?:contacts?|enquiries|inquiries|enquiry|inquiry)\s*:",
    r"for (?:more|further) information,? (?:please )?(?:visit|see|contact|go to)\b",
    r".*\bplease (?:feel free to )?contact us\b",
    r"(?:tips|questions)\? (?:write|call|ring)\b|write to us\b",
)

#: A heading that opens an organisation's description of itself, which carries facts wherever it stands.
_ABOUT = re.compile(r"\[?about (?!(?:the |this )?(?:authors?|writer|site|website|newsletter|page)\b)\S", re.IGNORECASE)

_ROLE = re.compile(
    r"\b(?:head|director|manager|officer|president|secretary|chief|ceo|cto|chair\w*|spokes\w+|partner|dean|rector|"
    r"professor|minister|governor|mayor|coordinator|founder|person in charge|"
    r"lead|section|desk|office|affairs|communications)\b",
    re.IGNORECASE,
)
_PERSON = re.compile(r"[A-ZÀ-Þ][\w'’.–-]+(?: [A-ZÀ-Þ][\w'’.–-]*){1,3}(?:,| \()|[Pp]erson in charge: [A-ZÀ-Þ]")
_CRUMBS = re.compile(r"\s+[>»›|/]\s+|\s*[»›|]\s*")
_HOME = re.compile(r"(?:you are here:?\s*)?home\s*(?:[>»›|/·]|$)", re.IGNORECASE)
_PLACES_AND_DATE = re.compile(r"\s/\s.*\d{4}$")


def is_furniture(line: str) -> bool:
    """Whether a paragraph is no part of the article, wherever it stands."""
    if _NOTICE.match(line) or _holds_notice(line):
        return True
    if len(line) > _SHORT or (_CONTACT_LINE.match(line) and names_person(line)):
        return False
    return bool(_OPENING.match(line) or _HOME.match(line) or _HOLDING.search(line))


def _holds_notice(line: str) -> bool:
    line = line[:_NOTICE_LENGTH]
    lowered = line.lower()
    return any(word in lowered for word in _NOTICE_WORDS) and bool(_NOTICE_INSIDE.search(line))


def is_menu(line: str) -> bool:
    """Whether a line may be a row of links: three or more short items between separators, without a sentence's end.

    Whether it is one, or the row of a table, the lines around it tell.
    """
    items = menu_items(line)
    if len(items) < 3 or line.endswith((".", ":", ";")) or _PLACES_AND_DATE.search(line):
        return False
    return all(len(item.split()) <= 5 for item in items)


def menu_items(line: str) -> list[str]:
    """What stands between the separators of a line."""
    return [item.strip("* ") for item in _CRUMBS.split(line)]


def opens_elsewhere(line: str) -> bool:
    """Whether a heading leads away from the article for good: "Explore more", "Related articles"."""
    return bool(_ELSEWHERE.match(line))


def opens_aside(line: str) -> bool:
    """Whether a heading leads away for a while: "Supporting documents", "Forward-looking statements"."""
    return bool(_ASIDE.match(line))


def opens_contact(line: str) -> bool:
    """Whether a heading stands over addresses: "Media contacts"."""
    return bool(_CONTACT.match(line))


def is_contact_line(line: str) -> bool:
    """Whether a short paragraph says by itself how to reach somebody, and names nobody's role."""
    return len(line) <= _SHORT and bool(_CONTACT_LINE.match(line)) and not names_person(line)


def opens_description(line: str) -> bool:
    """Whether a paragraph opens the description of an organisation: "About Acme"."""
    return bool(_ABOUT.match(line))


def names_person(line: str) -> bool:
    """Whether a line gives a person with a role: "Ana Lopes, Head of Communications, Acme"."""
    return bool(_PERSON.search(line) and _ROLE.search(line))

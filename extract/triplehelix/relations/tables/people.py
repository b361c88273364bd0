"""Wordings for who holds a role where."""

from __future__ import annotations

from triplehelix.vocabulary import RelationType

ROLE = (
    r"(?i:chief \w+(?: \w+)?(?: officer)?|C[ETFOSM]O|chief|president|vice[- ]president|chair(?:man|woman|person)?|director(?:[- ]general)?"
    r"|managing director|(?:secretary|director)[- ]general|general (?:manager|secretary)|head|manager|founder|co-founder|boss|spokes(?:man|woman|person)"
    r"|mayor|governor|minister|rector|vice[- ]rector|dean|provost|principal|professor|chancellor|vice[- ]chancellor|commissioner|partner|secretary"
    r"|treasurer|coordinator|engineer|lead(?:er)?|scientist|researcher|representative|owner|assessor|councillor|executive|editor|curator|deputy \w+)"
)

PEOPLE: tuple[tuple[RelationType, str], ...] = (
    (RelationType.HOLDS_ROLE, rf"<s:N>,? \(?(?:the |an? |our |its |former |then |who is |who was |currently )*(?:[^⟦⟧.;:!?()]{{0,45}}?){ROLE}[^⟦⟧.;:!?()]{{0,50}}? (?:of|at|for|with|from) (?:the )?(?:[\w -]{{0,20}})<o:O>"),
    (RelationType.HOLDS_ROLE, rf"<s:N>,? (?:the )?<o:O>(?:['’]s?)?(?:[^⟦⟧.;:!?()]{{0,25}}?){ROLE}"),
    (RelationType.HOLDS_ROLE, rf"<o:O>,? (?:whose|where) ~{ROLE}[^⟦⟧.;:!?()]{{0,25}}?,? <s:N>"),
    (RelationType.HOLDS_ROLE, rf"{ROLE}[^⟦⟧.;:!?()]{{0,20}} (?:of|at) (?:the )?<o:O>,? <s:N>"),
    (RelationType.HOLDS_ROLE, rf"<o:O> (?:[\w-]+ ){{0,2}}{ROLE},? <s:N>"),
    (RelationType.HOLDS_ROLE, r"<s:N>,? ?\((?:[^⟦⟧()]{0,40}(?:,|;|of|at) )?<o:O>[),;]"),
    (RelationType.HOLDS_ROLE, r"<s:N>,? (?:of|from|at) (?:the )?(?:[a-z]+ ){0,3}<o:O>"),
    (RelationType.HOLDS_ROLE, r"<o:O>['’]s <s:N>"),
    (RelationType.HOLDS_ROLE, r"<s:N>(?:, [^⟦⟧.;:!?()]{0,45})? (?:heads|chairs|leads|runs|directs|founded|presides over) (?:the )?<o:O>"),
    (RelationType.HOLDS_ROLE, r"<o:O>[^⟦⟧.;:!?]{0,40}(?:founded|headed|led|chaired|run) by ~<s:N>"),
    (RelationType.HOLDS_ROLE, rf"<o:O>[,;]? \(?{ROLE}:? <s:N>"),
    (RelationType.HOLDS_ROLE, rf"<s:N>,? (?:the )?(?:[^⟦⟧.;:!?]{{0,75}}?){ROLE}[^⟦⟧.;:!?]{{0,70}}?(?:,| of| at| for| with| from)(?: the)? <o:O>"),
    (RelationType.HOLDS_ROLE, rf"<o:O>['’]s? (?:[^⟦⟧.;:!?]{{0,60}}?){ROLE}[^⟦⟧.;:!?]{{0,60}}?,? (?:Dr\.?|Prof\.?|Professor|Ms\.?|Mr\.?|Mrs\.?|Sir|Dame|Eng\.?|Ing\.)? ?(?:Dr\.?|h\.c\.|-Ing\.)? ?<s:N>"),
    (RelationType.HOLDS_ROLE, rf"{ROLE}[^⟦⟧.;:!?()]{{0,60}}? (?:of|at|for) (?:the )?(?:[\w-]+ ){{0,3}}<o:O>,? (?:Dr\.?|Prof\.?|Professor|Ms\.?|Mr\.?|Mrs\.?)? ?<s:N>"),
    (RelationType.HOLDS_ROLE, r"<s:N>,? who (?:[\w-]+ ){0,3}(?:heads?|chairs?|leads?|runs?|directs?|founded|represents?|represented|works?|manages?|joined|co-founded|started|presides)[^⟦⟧.;:!?]{0,40}? ?<o:O>"),
    (RelationType.HOLDS_ROLE, r"<s:N> (?:leaves|left|joins|joined|moves to|has joined|used to be[^⟦⟧.;:!?]{0,40}of) (?:the )?<o:O>"),
    (RelationType.HOLDS_ROLE, r"<s:N>, (?:[^⟦⟧.;:!?()]{2,70}, )?<o:O>(?! (?:and|said|is|has|will))"),
    (RelationType.HOLDS_ROLE, r"<o:O>(?: was)? (?:founded|established|started|set up|headed|led)[^⟦⟧.;:!?]{0,20} by (?:Dr\.? |Prof\.? |Professor )?<s:N>"),
    (RelationType.HOLDS_ROLE, r"<s:N>[^⟦⟧.;:!?()]{0,30} (?:for|on behalf of) (?:the )?<o:O>"),
)  # fmt: skip

"""How far an agreement has come, of what kind it is and when it was made. All sentences are invented."""

from __future__ import annotations

from datetime import date

import pytest

from tests.markup import entities_of
from triplehelix.dates import find_dates
from triplehelix.facts import Span
from triplehelix.partnerships import assemble
from triplehelix.partnerships.cues import ANY_CUE, kind_of
from triplehelix.partnerships.dating import date_of
from triplehelix.partnerships.lasting import begun
from triplehelix.partnerships.seen import around
from triplehelix.partnerships.sequel import goes_on
from triplehelix.partnerships.status import status_of
from triplehelix.vocabulary import PartnershipKind, Status

PUBLISHED = date(2024, 5, 16)  # a Thursday


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The lease would have expired in June and was prolonged by five years.", Status.RENEWED),
        ("Their contract, due to lapse in May, was renewed.", Status.RENEWED),
        ("It was renewed in 2019 and expired in 2022.", Status.ENDED),
        ("The memorandum lapsed and was not replaced.", Status.ENDED),
        ("Their alliance ran until 2021.", Status.ENDED),
        ("The venture was liquidated.", Status.ENDED),
        ("The accord has not been signed yet.", Status.PLANNED),
        ("A contract between them is being prepared.", Status.PLANNED),
        ("A joint venture was announced, the signature is still outstanding.", Status.ANNOUNCED),
        ("They plan a joint venture.", Status.PLANNED),
        ("They signed the pact in 2015; it is still in force.", Status.ACTIVE),
        ("It makes pumps under a licence granted in 2020.", Status.ACTIVE),
        ("Under the contract the firm will deliver pumps.", Status.SIGNED),
        ("The rectors put their names to a charter.", Status.SIGNED),
        ("An agreement of 4 March binds the two.", Status.SIGNED),
        ("They founded a consortium last week.", Status.SIGNED),
        ("They have been partners since 2016.", Status.ACTIVE),
        ("Nothing has been cancelled, and the programme goes on.", Status.ACTIVE),
    ],
)
def test_the_status_is_that_of_what_has_happened(text: str, status: Status) -> None:
    assert status_of(text) is status


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("has supplied valves for years", PartnershipKind.SUPPLY_OR_MANUFACTURING),
        ("buys its valves under a contract with", PartnershipKind.SUPPLY_OR_MANUFACTURING),
        ("have been developing a valve together with", PartnershipKind.RESEARCH_COLLABORATION),
        ("runs a clinical trial with", PartnershipKind.RESEARCH_COLLABORATION),
        ("granted its neighbour the right to use the filter", PartnershipKind.LICENSING),
        ("own a company together", PartnershipKind.JOINT_VENTURE),
        ("a memorandum of understanding on the supply of valves", PartnershipKind.MOU),
        ("a cooperation agreement on student exchange", PartnershipKind.COOPERATION_AGREEMENT),
        ("a pleasant morning", None),
        ("They collaborate so that firms meet research institutes.", PartnershipKind.COOPERATION_AGREEMENT),
        ("They collaborate in cancer research.", PartnershipKind.RESEARCH_COLLABORATION),
    ],
)
def test_the_kind_is_told_by_the_paper_and_then_by_what_is_done(text: str, kind: PartnershipKind | None) -> None:
    assert kind_of(text) is kind


def test_what_is_done_is_no_word_of_an_agreement_by_itself() -> None:
    assert not ANY_CUE.search("the firm buys valves and studies customers")


@pytest.mark.parametrize(
    ("text", "status", "day"),
    [
        ("In March they renewed their agreement of 2019.", Status.RENEWED, "2024-03"),
        ("They renewed their 2019 agreement.", Status.RENEWED, None),
        ("On Monday renewed the memorandum.", Status.RENEWED, "2024-05-13"),
        ("The contract of 2018 was terminated in January 2022.", Status.ENDED, "2018"),
        ("The contract ended in 2022.", Status.ENDED, None),
        ("The venture was dissolved in 2023, four years after both had formed it.", Status.ENDED, "2019"),
        ("They will sign the contract in the autumn.", Status.PLANNED, "2024"),
        ("They will sign the contract by December.", Status.PLANNED, "2024-12"),
        ("They signed a contract; the plant will open in April 2024.", Status.SIGNED, None),
        ("They agreed on it last month; the contract was signed on 19 April.", Status.SIGNED, "2024-04-19"),
        ("They announced a venture that is to start in 2026.", Status.ANNOUNCED, None),
        ("A tenant of the park since 2015, it supplies pumps.", Status.ACTIVE, None),
        ("Their twinning goes back to 2003.", Status.ACTIVE, "2003"),
        ("The two have shared a laboratory for six years.", Status.ACTIVE, "2018"),
    ],
)
def test_the_date_is_that_of_the_paper(text: str, status: Status, day: str | None) -> None:
    assert date_of([text], status, PUBLISHED) == day


def test_a_sentence_further_back_gives_only_the_day_of_a_signing() -> None:
    told = ["They signed a pact.", "It rained.", "Flags flew.", "The ceremony was formed on 12 May in the hall."]
    assert date_of(told, Status.SIGNED, PUBLISHED) == "2024-05-12"
    assert date_of([*told[:3], "The hall was founded in 2011."], Status.SIGNED, PUBLISHED) is None
    assert date_of(told, Status.ACTIVE, PUBLISHED) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("in the autumn", "2023"),
        ("in spring", "2024"),
        ("in the third quarter", "2023"),
        ("on Monday of last week", "2024-05-06"),
        ("Tuesday last week", "2024-05-07"),
        ("(Norway, 2019)", "2019"),
        ("(2017; now over)", "2017"),
        ("dating back to 2018", "2018"),
        ("2011 – the park opens", "2011"),
    ],
)
def test_dates_of_chronicles_and_seasons(text: str, value: str) -> None:
    assert [m.value for m in find_dates(text, PUBLISHED)] == [value]


def test_a_season_ahead_is_the_next_one() -> None:
    found = find_dates("in the autumn, in the first quarter", PUBLISHED, future=True)
    assert [m.value for m in found] == ["2024", "2025"]


@pytest.mark.parametrize("text", ["The contract runs for five years.", "They will work together for two years.", ""])
def test_an_agreed_term_is_no_time_gone_by(text: str) -> None:
    assert begun(text, PUBLISHED, Status.ACTIVE) is None


@pytest.mark.parametrize(
    ("following", "goes"),
    [
        ("It was dissolved last year.", True),
        ("Signed: 3 May.", True),
        ("Both will sign in June.", True),
        ("The contract was signed by ⟦O1⟧ and ⟦O2⟧.", False),
        ("It rained all day.", False),
    ],
)
def test_which_sentence_goes_on_about_the_agreement(following: str, goes: bool) -> None:
    assert goes_on(following) is goes


def test_a_quote_is_read_with_what_the_next_sentence_says_of_it() -> None:
    document, entities = entities_of(
        "Rain fell. [O Rav AS] and [O Tind ASA] had a joint venture. It was dissolved in 2023. Sun."
    )
    quote = document.sentences[1].span
    statement = around(document, entities, tuple(e.id for e in entities), quote)
    assert status_of(statement.words) is Status.ENDED
    assert statement.evidence == quote
    assert statement.about[0] == Span(quote.start, document.sentences[2].span.end)


def test_a_telling_with_a_signature_wins_over_a_headline_without_one() -> None:
    document, entities = entities_of(
        "[O Rav AS] and [O Tind ASA] in cooperation\n\n"
        "On 3 May 2024 [O Rav AS] and [O Tind ASA] signed a cooperation agreement in the town hall.",
        PUBLISHED,
    )
    (partnership,) = assemble(document, entities)
    assert (partnership.status, partnership.date) == (Status.SIGNED, "2024-05-03")

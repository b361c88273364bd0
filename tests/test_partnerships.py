"""Document + entities -> partnerships."""

from __future__ import annotations

from datetime import date

import pytest

from tests.markup import entities_of
from triplehelix.facts import Amount, Partnership
from triplehelix.partnerships import assemble
from triplehelix.partnerships.amounts import amounts
from triplehelix.partnerships.topics import topics
from triplehelix.vocabulary import PartnershipKind, Status

PUBLISHED = date(2024, 5, 16)


def partnerships(marked: str) -> list[tuple[set[str], Partnership]]:
    document, entities = entities_of(marked, PUBLISHED)
    names = {e.id: e.name for e in entities}
    return [({names[p] for p in found.parties}, found) for found in assemble(document, entities)]


def parties(marked: str) -> list[set[str]]:
    return [names for names, _ in partnerships(marked)]


@pytest.mark.parametrize(
    "marked",
    [
        "[O Rav AS] and [O Tind ASA] have signed a supply agreement.",
        "[O Rav AS] has teamed up with [O Tind ASA].",
        "A memorandum of understanding between [O Rav AS] and [O Tind ASA] was signed.",
        "The pact was signed by [N Ayla Storm], president of [O Rav AS], and [N Bo Lind], head of [O Tind ASA].",
        "[O Rav AS] × [O Tind ASA]: cooperation agreement",
    ],
)
def test_two_parties_are_read(marked: str) -> None:
    assert parties(marked) == [{"Rav AS", "Tind ASA"}]


def test_one_deal_of_many_is_one_partnership() -> None:
    found = parties("[O Rav AS], [O Tind ASA] and the university [O Bru College] formed a consortium.")
    assert found == [{"Rav AS", "Tind ASA", "Bru College"}]


def test_separate_deals_in_one_sentence_are_separate() -> None:
    found = parties("[O Rav AS] signed agreements with [O Tind ASA] and [O Kobolt].")
    assert found == [{"Rav AS", "Tind ASA"}, {"Rav AS", "Kobolt"}]


def test_respectively_pairs_in_order() -> None:
    found = parties(
        "[H Rav Park] and [H Tind Park] renewed their agreements with [H Bru Park] and [H Elv Park] respectively."
    )
    assert found == [{"Rav Park", "Bru Park"}, {"Tind Park", "Elv Park"}]


def test_a_list_under_a_lead_in_gives_a_partnership_for_each_item() -> None:
    found = partnerships(
        "[O Rav Cluster] signed memoranda of understanding with these clusters:\n\n"
        "- [O Tind Cluster] ([L Norway])\n- [O Bru Cluster] ([L Italy])\n- [O Elv Cluster] ([L France])\n"
    )
    assert [names for names, _ in found] == [
        {"Rav Cluster", other} for other in ("Tind Cluster", "Bru Cluster", "Elv Cluster")
    ]
    assert {p.kind for _, p in found} == {PartnershipKind.MOU}


@pytest.mark.parametrize(
    "marked",
    [
        "[O Rav AS] is in talks with [O Tind ASA] about a cooperation.",
        "[O Rav AS] denied rumours of a partnership with [O Tind ASA].",
        "[O Rav AS] has not signed an agreement with [O Tind ASA].",
        "[O Rav AS] and [O Tind ASA] attended the same fair.",
        "[O Rav AS] has bought [O Tind ASA] in a deal worth $4 million.",
        "[O Rav AS] could one day form an alliance with [O Tind ASA].",
    ],
)
def test_talks_denials_and_takeovers_are_no_partnership(marked: str) -> None:
    assert parties(marked) == []


@pytest.mark.parametrize(
    ("cue", "kind"),
    [
        ("signed a memorandum of understanding with", PartnershipKind.MOU),
        ("formed a joint venture with", PartnershipKind.JOINT_VENTURE),
        ("signed a licence agreement with", PartnershipKind.LICENSING),
        ("concluded a supply contract with", PartnershipKind.SUPPLY_OR_MANUFACTURING),
        ("runs a joint research programme with", PartnershipKind.RESEARCH_COLLABORATION),
        ("entered into a public-private partnership with", PartnershipKind.PUBLIC_PRIVATE_PARTNERSHIP),
        ("signed a funding agreement with", PartnershipKind.INVESTMENT),
        ("signed a sponsorship contract with", PartnershipKind.SPONSORSHIP),
        ("signed a cooperation agreement with", PartnershipKind.COOPERATION_AGREEMENT),
    ],
)
def test_the_kind_follows_the_wording(cue: str, kind: PartnershipKind) -> None:
    ((_, partnership),) = partnerships(f"[O Rav AS] {cue} [O Tind ASA].")
    assert partnership.kind is kind


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("[O Rav AS] signed an agreement with [O Tind ASA].", Status.SIGNED),
        ("[O Rav AS] renewed its agreement with [O Tind ASA].", Status.RENEWED),
        ("[O Rav AS] will sign an agreement with [O Tind ASA].", Status.PLANNED),
        ("[O Rav AS] announced a partnership with [O Tind ASA].", Status.ANNOUNCED),
        ("The agreement between [O Rav AS] and [O Tind ASA] expired.", Status.ENDED),
        ("[O Rav AS] works with [O Tind ASA] under a supply contract.", Status.ACTIVE),
    ],
)
def test_the_status_follows_the_wording(sentence: str, status: Status) -> None:
    ((_, partnership),) = partnerships(sentence)
    assert partnership.status is status


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("On 12 March 2024 [O Rav AS] signed an agreement with [O Tind ASA].", "2024-03-12"),
        ("[O Rav AS] signed an agreement with [O Tind ASA] last month.", "2024-04"),
        ("[O Rav AS] signed an agreement with [O Tind ASA]. The contract was signed on 3 May.", "2024-05-03"),
        ("BERGEN, 15 May – [O Rav AS] has signed an agreement with [O Tind ASA].", None),
        ("[O Rav AS] signed an agreement with [O Tind ASA] that runs until 2030.", None),
    ],
)
def test_the_date_is_that_of_the_signing(sentence: str, day: str | None) -> None:
    ((_, partnership),) = partnerships(sentence)
    assert partnership.date == day


def test_what_is_told_twice_is_one_partnership() -> None:
    found = partnerships(
        "[O Rav AS] and [O Tind ASA] have a cooperation. "
        "In 2023 [O Rav AS] and [O Tind ASA] signed a memorandum of understanding."
    )
    ((_, partnership),) = found
    assert (partnership.kind, partnership.date) == (PartnershipKind.MOU, "2023")


def test_the_quote_is_in_the_text() -> None:
    document, entities = entities_of("Rain. [O Rav AS] signed an agreement with [O Tind ASA]. Sun.")
    (partnership,) = assemble(document, entities)
    assert partnership.evidence.of(document.article.text) == "Rav AS signed an agreement with Tind ASA."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("worth $4.2 million a year", Amount(4_200_000, "USD")),
        ("a grant of EUR 640,000", Amount(640_000, "EUR")),
        ("380 million USD", Amount(380_000_000, "USD")),
        ("Rs 120 crore", Amount(1_200_000_000, "INR")),
        ("5.4 billion yen", Amount(5_400_000_000, "JPY")),
        ("C$5 million", Amount(5_000_000, "CAD")),
    ],
)
def test_sums_are_read_with_their_currency(text: str, expected: Amount) -> None:
    assert amounts(text) == (expected,)


@pytest.mark.parametrize("text", ["in 2024", "a hall of 1,400 m2", "30 million people"])
def test_other_numbers_are_no_sums(text: str) -> None:
    assert amounts(text) == ()


def test_topics_are_what_the_agreement_is_about() -> None:
    assert topics("signed a memorandum on regenerative medicine and cell therapy.") == (
        "regenerative medicine",
        "cell therapy",
    )

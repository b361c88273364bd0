"""A block is known for what it is: title, item, caption, furniture."""

from __future__ import annotations

from datetime import date

import pytest

from tests.test_documents import BODY, CAPTION, FURNITURE, HEADING, ITEM, PARAGRAPH, TITLE, document, role_of, roles

# --- roles


def test_the_title_is_the_first_heading_or_what_the_file_says() -> None:
    text = f"December 2025\nHeron Park finds a partner\nDec 16, 2025\n{PARAGRAPH}\nWhat comes next\n{PARAGRAPH}"
    assert document(text).title == "Heron Park finds a partner"
    assert document(text, "What comes next").title == "What comes next"
    assert document(PARAGRAPH).title is None
    assert document("").title is None


def test_short_lines_under_a_lead_in_are_items() -> None:
    lines = [
        "Leie Photonics(Ghent, Belgium)",
        "",
        "Fumero Park / bioFum (Turin, Italy)",
        "Brotteaux Santé(Lyon, France)",
    ]
    text = "\n".join([PARAGRAPH, "Heron Park works with clusters abroad, including:", "", *lines, "", PARAGRAPH])
    assert [role for _, role in roles(text)] == [BODY, BODY, ITEM, ITEM, ITEM, BODY]


@pytest.mark.parametrize(
    "line",
    [
        "Photo: Heron Park seen from the river",
        "(Provided by: Heron Park)",
        "Provided by: The University of Tartu",
        "Rendering for the new hall (Provided by: Heron Park)",
        "[Photo: The dock. Credit: P. Lund]",
        "Ana Lopes, CEO, Bittern",
    ],
)
def test_captions_are_told_from_headings(line: str) -> None:
    assert role_of(line, f"Heron Park finds a partner\n{PARAGRAPH}\n{line}\nWhat comes next\n{PARAGRAPH}") is CAPTION


@pytest.mark.parametrize(
    "line",
    [
        "We use cookies to improve your experience. Accept all / Manage preferences",
        "We've updated our Privacy Policy to make it clearer how we use your personal data.",
        "Listen with",
        "Listen to this article 04:12 1x 1.5x",
        "Register for free to listen to this article",
        "Read time: 1 minute",
        "INSIGHTS | EVENT REPORT | 6 MIN READ",
        "Home > Newsroom > International",
        "Home / Projects / Precinct / FAQs",
        "ABOUT | SPACES | **PARTNERS** | CONTACT",
        "Share this article: Facebook | X | LinkedIn | Email",
        "Facebook X LinkedIn",
        "Subscribe to our newsletter Your e-mail Send",
        "You have 1 free article left this month. Log in | Subscribe for $1",
        "By Dale Yardley-Whitcomb - Staff Writer",
        "This article was written by Sherry Tring, editor of Heron News. She can be reached at",
        "Sherry Tring is a freelance journalist based in Leeds.",
        "© 2024 Heron Park. All rights reserved.",
        "Was this page helpful? Yes No",
        "Page last reviewed 5 August 2024 Report a problem with this page",
        "ALSO READ: Yarn prices cool for third straight week",
        "Tags: film, lease, jobs",
        "Advertisement",
        "View this email in your browser",
        "This release contains forward-looking statements that involve risks and uncertainties.",
        "Media contact: press@heron.example",
        "Page 2 of 3",
    ],
)
def test_the_furniture_of_a_page_is_boilerplate(line: str) -> None:
    assert role_of(line, f"Heron Park finds a partner\n\n{line}\n\n{PARAGRAPH}\n\n{PARAGRAPH}") is FURNITURE


@pytest.mark.parametrize(
    "line",
    [
        "Shares of Bittern rose 4% after Bittern and Heron Park announced the deal.",
        "Share prices of Bittern fell on Tuesday.",
        "Terms of the licence from Heron Park run for ten years.",
        "Listen to customers first: that is what Bittern and Heron Park agreed.",
        "By Tokyo Bay, Bittern opened a plant.",
        "Sponsored by the Lund Foundation, the prize goes to Heron Park.",
        "Contact lenses are what Bittern makes at Heron Park.",
        "Home to 40 companies, Heron Park is managed by Bittern.",
        "Photonics is what Heron Park lives on.",
        "Sources close to the deal say that Bittern will sign.",
        "Bittern and Heron Park will share patients' records, and you will find your doctor there.",
        "More than 40 companies have moved in.",
    ],
)
def test_a_sentence_with_facts_is_no_furniture(line: str) -> None:
    text = f"Heron Park finds a partner\n\n{PARAGRAPH}\n\n{line}\n\n{PARAGRAPH}"
    assert role_of(line, text) is BODY


def test_an_end_of_article_cue_takes_what_follows_but_not_an_about_paragraph() -> None:
    article = ["Heron Park finds a partner", PARAGRAPH, PARAGRAPH]
    elsewhere = ["Explore more", "> Six start-ups join", "Why Tartu", PARAGRAPH]
    about = ["About Bittern", "Bittern is a subsidiary of Lund Holding."]
    contact = ["Media contact", "press@bittern.example", "Ana Lopes, Head of Communications, Bittern"]
    links = ["Related articles", "Heron Park opens"]
    text = "\n\n".join([*article, *elsewhere, *about, *contact, *links])
    assert [role for _, role in roles(text)] == [
        *(TITLE, BODY, BODY),
        *[FURNITURE] * 4,
        *(HEADING, BODY),
        *(FURNITURE, FURNITURE, HEADING),
        *[FURNITURE] * 2,
    ]


def test_a_box_inside_the_article_takes_its_links_only() -> None:
    early = ["Heron Park finds a partner", "Related articles", "Heron Park opens", PARAGRAPH, PARAGRAPH, PARAGRAPH]
    late = ["Heron Park finds a partner", *[PARAGRAPH] * 4, "Read more", "Heron Park opens", *[PARAGRAPH] * 3]
    for lines, links in ((early, {1, 2}), (late, {5, 6})):
        found = [role for _, role in roles("\n\n".join(lines))]
        assert {i for i, role in enumerate(found) if role is FURNITURE} == links


def test_a_row_of_links_is_boilerplate_and_a_row_of_a_table_is_not() -> None:
    rows = ["Partner | Country | Role", "Leie Photonics | Belgium | lenses", "Fumero Park | Italy | training"]
    found = [role for _, role in roles("\n".join(["News | Events | Contact", PARAGRAPH, *rows]))]
    assert found[0] is FURNITURE
    assert FURNITURE not in found[1:]


def test_a_contact_with_a_role_is_kept() -> None:
    line = "Inquiries: Ana Lopes, Head of Communications, Bittern. Unsubscribe here."
    assert role_of(line, f"{PARAGRAPH}\n\n{PARAGRAPH}\n\n{line}") is BODY


def test_contacts_before_the_notes_do_not_take_the_notes() -> None:
    notes = ["Press contact", "Phone 012 345", "Notes to editors", "Bittern has left."]
    text = "\n\n".join(["Heron Park finds a partner", PARAGRAPH, *notes])
    assert [role for _, role in roles(text)][2:] == [FURNITURE, FURNITURE, HEADING, BODY]


# --- the day of publication


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (f"December 2025\nHeron Park finds a partner\nDec 16, 2025\n{PARAGRAPH}", date(2025, 12, 16)),
        (f"TARTU, 12 May 2024 – {PARAGRAPH}", date(2024, 5, 12)),
        (f"GHENT, Belgium and TARTU, Estonia, Sept. 03, 2024 (NEWSLINE) -- {PARAGRAPH}", date(2024, 9, 3)),
        (f"Skellefteå / Espoo / Nagoya, 4 February 2025\n{PARAGRAPH}", date(2025, 2, 4)),
        (f"{PARAGRAPH}\nPublished on 3 June 2023 by the city of Tartu", date(2023, 6, 3)),
        (f"{PARAGRAPH}\nPage last reviewed 5 August 2024 Report a problem", date(2024, 8, 5)),
        (f"News | Economy | 10 June 2021\n{PARAGRAPH}", date(2021, 6, 10)),
        (f"Tartu Bureau | Dec 12, 2024, 07.31 IST\n{PARAGRAPH}", date(2024, 12, 12)),
        (f"December 2025\nHeron Park finds a partner\nDec 29:  {PARAGRAPH}", date(2025, 12, 29)),
        (f"Heron Park finds a partner\nDec 29:  {PARAGRAPH}", None),
        (f"TARTU, May 12 – {PARAGRAPH}", None),
        ("On 12 May 2024 Heron Park and Leie Photonics signed an agreement.", None),
        (f"MINUTES of the 4th meeting\nTartu, 12 May 2024\n{PARAGRAPH}", None),
        (f"Programme\nWednesday, 11 June 2025\n{PARAGRAPH}\nThursday, 12 June 2025\n{PARAGRAPH}", None),
        ("A report published on 3 June 2023 says that Heron Park is full.", None),
        (f"TARTU, 03/04/2024 – {PARAGRAPH}", None),
        ("8 June 2021 – Heron Park opens.\n9 July 2022 – Leie Photonics moves in.", None),
        (f"{PARAGRAPH}\nA/1 | Leie Photonics | Belgium | licence | 12.03.2022", None),
        (PARAGRAPH, None),
        ("", None),
    ],
)
def test_the_day_of_publication_is_found_where_publishers_put_it(text: str, day: date | None) -> None:
    assert document(text).published == day


def test_the_day_that_the_file_gives_comes_first() -> None:
    assert document("TARTU, 12 May 2024 – Heron Park.", published="2024-05-13").published == date(2024, 5, 13)

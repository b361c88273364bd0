"""A document loses no character of its article, and says what each part is for."""

from __future__ import annotations

import string
import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from triplehelix.articles import Article
from triplehelix.documents import BlockRole, Document, segment
from triplehelix.documents.sentences import sentence_spans
from triplehelix.facts import Span

TITLE, HEADING, BODY, ITEM, CAPTION, FURNITURE = BlockRole


def document(text: str, title: str | None = None, published: str | None = None) -> Document:
    return segment(Article("a", text, title=title, published=published))


def roles(text: str, title: str | None = None) -> list[tuple[str, BlockRole]]:
    return [(block.span.of(text), block.role) for block in document(text, title).blocks]


def role_of(line: str, text: str) -> BlockRole:
    return dict(roles(text))[line]


def sentences(text: str) -> list[str]:
    return [span.of(text) for span in sentence_spans(text, Span(0, len(text)))]


PARAGRAPH = (
    "Heron Park, a campus in Tartu, has signed a cooperation agreement with Leie Photonics of Ghent, and the two sides"
    " will share a clean room, a microscope and the doctoral students who use them. It runs until 2030."
)


# --- nothing is lost


PIECES = st.one_of(
    st.sampled_from(
        [". ", "? ", "! ", ".” ", "。", "…", "“", "Inc. ", "Co., Ltd. ", "Dr. ", "U.S. ", "e.g. ", "No. 7"]
    ),
    st.sampled_from(
        ["1. ", "(a) ", "- ", "-\n", "• ", "# ", "\n", "\n\n", "\t", "\u3000", "\u2028", ":", "The ", "said "]
    ),
    st.sampled_from(["Explore more", "About Acme", "We use cookies", "By Ann Lee", "Photo: A", "12 May 2024"]),
    st.text(alphabet=string.ascii_letters + string.digits + " .,\n'\"éß日本", max_size=80),
)


@settings(deadline=None, max_examples=300)
@given(st.lists(PIECES, min_size=1, max_size=60).map("".join))
def test_every_character_lies_in_one_sentence_of_one_block(text: str) -> None:
    doc = document(text)
    check_spans([block.span for block in doc.blocks], text)
    check_spans([sentence.span for sentence in doc.sentences], text)
    for i, block in enumerate(doc.blocks):
        inside = [sentence.span for sentence in doc.sentences if sentence.block == i]
        assert all(block.span.covers(span) for span in inside)
        assert outside(inside, block.span, text).strip() == ""
    left = outside([block.span for block in doc.blocks], Span(0, len(text)), text)
    assert set(left) <= set("•●○◦▪▫■‣∙·–—>*+-#o") | {c for c in left if c.isspace()}


def check_spans(spans: list[Span], text: str) -> None:
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(span.of(text) and span.of(text) == span.of(text).strip() for span in spans)


def outside(spans: list[Span], whole: Span, text: str) -> str:
    edges = [whole.start, *(edge for span in spans for edge in (span.start, span.end)), whole.end]
    return "".join(text[edges[i] : edges[i + 1]] for i in range(0, len(edges), 2))


def test_a_document_is_the_same_twice() -> None:
    assert document(PARAGRAPH) == document(PARAGRAPH)


def test_an_article_of_400_words_takes_less_than_3_ms() -> None:
    article = Article("a", "\n\n".join(["Heron Park finds a partner", *[PARAGRAPH] * 11]))
    assert 380 < len(article.text.split()) < 450

    def processor_time() -> float:
        start = time.process_time()
        for _ in range(10):
            segment(article)
        return (time.process_time() - start) / 10

    assert min(processor_time() for _ in range(5)) < 0.003


# --- sentences


@pytest.mark.parametrize(
    "split",
    [
        ["Heron Park opened in 2019.", "The campus has 40 tenants."],
        ["Dr. Ana Lopes of Bittern Inc. said so.", "Prof. M. K. Ono agreed."],
        ["It was founded by Bittern Co., Ltd. and Plover K.K. in May.", "Both are in Osaka."],
        ["The pact joins Leie N.V. (Ghent) and Fumero S.p.A. of Turin."],
        ["Its owner is Plover Pte. Ltd.", "Bittern objected."],
        ["The deal was signed by Bittern Inc. President Jo Arai on Dec. 16."],
        ["The U.S. Department of Energy paid.", "It is based in the U.S.", "The rest is borrowed."],
        ["Growth of 3.5 percent, or EUR 1.2 million, is expected, e.g. in Leeds.", "No. 7 is empty."],
        ["Is the park for sale?", "No.", "The owner denies it."],
        ["“We are glad.", "We sign today,” said Ms. Lund of Heron Park.", "“Tomorrow we dance.”"],
        ["“It changes everything.” Lund said.", "“And soon.”", "The room was full."],
        ["It opens at 9 a.m. on Jan. 5.", "Doors close at 6 p.m.", "Entry is free."],
        ["“Stop!” she said.", "Nobody did!", "Why not?"],
        ["He lives on St. Anne Street in St. Gallen.", "He works in Bern."],
        ["The park is full.", "iPS cells are grown there."],
        ["This is plan B.", "However small, it works."],
        ["The lab (opened in 2020) grew.", "(It had two rooms.)", "Now it has ten."],
        ["Wait ... what is next … nobody knows."],
    ],
)
def test_sentences_end_where_a_reader_ends_them(split: list[str]) -> None:
    assert sentences(" ".join(split)) == split


def test_a_question_glued_to_its_answer_is_parted_from_it() -> None:
    assert sentences("Who runs it?The trust does.") == ["Who runs it?", "The trust does."]


def test_japanese_sentences_need_no_space_between_them() -> None:
    assert sentences("研究所が開設された。大阪府と協定を結んだ。") == ["研究所が開設された。", "大阪府と協定を結んだ。"]


def test_no_sentence_crosses_a_block() -> None:
    doc = document(f"Heron Park finds a partner\n{PARAGRAPH}\nAbout Heron Park\nHeron Park is a campus")
    assert all(doc.blocks[sentence.block].span.covers(sentence.span) for sentence in doc.sentences)


def test_a_short_item_is_one_sentence_and_a_long_one_is_not() -> None:
    short, long = "Heron Park. Tartu. Since 2019.", f"{PARAGRAPH} {PARAGRAPH}"
    doc = document(f"The members are:\n- {short}\n- {long}")
    assert [sum(s.block == i for s in doc.sentences) for i in range(3)] == [1, 1, 4]


# --- blocks


def test_one_paragraph_a_line_with_or_without_blank_lines() -> None:
    close = f"Heron Park finds a partner\n{PARAGRAPH}\nWhat comes next\n{PARAGRAPH}"
    expected = ["Heron Park finds a partner", PARAGRAPH, "What comes next", PARAGRAPH]
    assert [line for line, _ in roles(close)] == expected
    assert roles(close) == roles(close.replace("\n", "\n\n"))


WRAPPED = """\
Curlew Dock finds a partner

Curlew Dock, a campus on the eastern bank of the river Hull, has signed an
agreement with the Ghent cluster Leie Photonics. It runs for three years and
covers sensors, lenses and the training of opticians.
A second agreement, with Thalassa S.A. of Piraeus, was signed the same day by
the director of Curlew Dock.

Residents
Ouse Polymers Ltd
Bellwether Labs
Skipsea Glass plc
"""


def test_the_lines_of_a_wrapped_paragraph_are_one_block() -> None:
    first = (
        "Curlew Dock, a campus on the eastern bank of the river Hull, has signed an agreement with the Ghent cluster"
        " Leie Photonics. It runs for three years and covers sensors, lenses and the training of opticians."
    )
    second = (
        "A second agreement, with Thalassa S.A. of Piraeus, was signed the same day by the director of Curlew Dock."
    )
    residents = ["Residents", "Ouse Polymers Ltd", "Bellwether Labs", "Skipsea Glass plc"]
    blocks = [line.replace("\n", " ") for line, _ in roles(WRAPPED)]
    assert blocks == ["Curlew Dock finds a partner", first, second, *residents]


def test_the_rows_of_a_table_are_not_joined() -> None:
    rows = [
        "Kestrel Cold Hub Malaysia Memorandum of understanding 14.01.2024 training of inspectors",
        "Dunlin Drone Valley Belgium Cooperation agreement 22.10.2023 air corridors",
        "Ruff Reefer Terminals Ltd Kenya Service contract 01.06.2024 container monitoring",
    ]
    text = "\n".join(["Agreements in force", *rows])
    assert [line for line, _ in roles(text)] == ["Agreements in force", *rows]


def test_marks_lie_outside_the_blocks_and_enumerations_inside() -> None:
    text = "# Heron Park\n\n• Tartu\n•Ghent\n- Leeds\n-\n1. Osaka is the first.\n(a) a seminar;"
    assert [line for line, _ in roles(text)] == [
        "Heron Park",
        "Tartu",
        "Ghent",
        "Leeds",
        "1. Osaka is the first.",
        "(a) a seminar;",
    ]


def test_a_heading_glued_to_its_paragraph_is_parted_from_it() -> None:
    paragraph = "The park was opened in 2019 by the city of Tartu."
    text = f"Heron Park finds a partner\n\nBackground{paragraph}\n\nLinkedIn Corp. has left."
    assert [line for line, _ in roles(text)][1:] == ["Background", paragraph, "LinkedIn Corp. has left."]

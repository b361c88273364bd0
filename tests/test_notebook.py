"""An answer in a notebook: a table, a data frame, a graph, sentences, a drawing."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

import pyoxigraph as ox
import pytest

import triplehelix
from tests.made_answers import answer, thing
from triplehelix.answers import Answer, Evidence
from triplehelix.answers.notebook import html

HOSTILE = "<script>alert('x')</script> & \"quoted\" 大阪"


class Text(HTMLParser):
    """The tags of a text, and its words."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.words: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - the base's
        """One more tag."""
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        """One more run of words."""
        self.words.append(data)


def test_an_answer_has_all_that_a_notebook_asks_for(small_path: Path) -> None:
    with triplehelix.open(small_path) as book:
        found = book.ask("foreign_partners", hub="Mizuhara")
    shown = Text(found._repr_html_())
    assert "Which foreign organisations and hubs partner with Mizuhara?" in shown.words
    assert shown.tags.count("tr") == len(found) + 1
    assert {"7 rows", "Parc du Lac", "1 sentence", "evidence"} <= set(shown.words)
    assert "partnership" not in shown.words
    assert len(found.to_pandas()) == len(found) == 7
    assert len(found.to_graph()) > 7
    assert found.evidence()[0].quote in found.evidence(0)[0].quote
    pytest.importorskip("matplotlib")
    assert found.plot().view == "map"


def test_names_and_sentences_are_no_markup() -> None:
    a = thing("a")
    passage = Evidence(HOSTILE, "n", HOSTILE, 0, 1, "urn:p", "urn:a", ())
    shown = Text(html(answer("x", (a,), labels={a.value: HOSTILE}, passages=((passage,),), title=HOSTILE)))
    assert "script" not in shown.tags
    assert shown.words.count(HOSTILE) == 2
    assert f"“{HOSTILE}” ({HOSTILE})" in shown.words


def test_a_long_an_empty_and_a_cut_answer_say_so() -> None:
    rows = tuple((ox.Literal(str(n)),) for n in range(150))
    assert "150 rows, the first 100 shown" in Text(html(Answer(("n",), rows))).words
    assert "0 rows: nothing is known" in Text(html(Answer(("n",), (), reason="nothing is known"))).words
    assert "1 row (not the whole answer: cut)" in Text(html(Answer(("n",), rows[:1], cut="cut"))).words

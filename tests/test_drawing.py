"""answers/plots/: the drawings themselves, as PNG and SVG, and in a notebook."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.commands import error
from tests.made_answers import answer, kind, number, thing
from tests.small_graph import fill_with_second_opinions
from tests.test_queries import elsewhere, every_question
from triplehelix.answers import ask
from triplehelix.answers.plots import View, plot
from triplehelix.answers.plots.pen import PALETTE, Pen, box, width
from triplehelix.cli import main
from triplehelix.errors import MissingExtra, QueryError
from triplehelix.questions import Question, load
from triplehelix.store import Store

pytest.importorskip("matplotlib")
pytest.importorskip("networkx")

PAIR = answer("partner with kind status", (thing("A"), thing("B"), kind("mou"), kind("planned")), title="Who works?")
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    path = tmp_path_factory.mktemp("opinions") / "store"
    fill_with_second_opinions(path)
    with Store.open(path, readonly=True) as store:
        yield store


def words(svg: bytes) -> str:
    root = ET.fromstring(svg)  # noqa: S314 - what we have just drawn
    return " ".join(" ".join("".join(text.itertext()) for text in root.iter(f"{SVG}text")).split())


@every_question
def test_every_saved_question_can_be_drawn(question: Question, small: Store) -> None:
    found = ask(small, question, elsewhere(question), with_evidence=False)
    if question.view is None:
        return
    drawn = found.plot()
    assert drawn.view == question.view
    svg = drawn.svg()
    assert found.title in words(svg)
    assert svg == found.plot().svg()
    assert b"<dc:date>" not in svg


@pytest.mark.parametrize("view", list(View))
def test_each_view_is_a_png_with_the_same_bytes_each_time(view: View) -> None:
    columns = "partner country with date amount"
    made = answer(columns, (thing("A"), "JP", thing("B"), "2025-10", number(4)), title="What?")
    first = plot(made, view).png()
    assert first.startswith(b"\x89PNG\r\n")
    assert first == plot(made, view).png()
    assert len(first) > 2_000


def test_the_settings_of_a_notebook_change_nothing() -> None:
    from matplotlib import rc_context  # noqa: PLC0415 - an extra

    before = plot(PAIR).svg()
    with rc_context({"font.size": 30, "svg.fonttype": "path", "text.color": "red", "axes.facecolor": "black"}):
        assert plot(PAIR).svg() == before


@pytest.mark.parametrize("view", ["network", "timeline", "bars", "map"])
def test_no_two_names_overlap_in_a_crowd(view: str) -> None:
    rows = [
        (thing(f"Institute {n} of {'very ' * (n % 4)}long names"), "IT", thing(f"Hub {n % 3}"), f"20{n:02}", number(n))
        for n in range(24)
    ]
    figure = plot(answer("partner country with date amount", *rows, title="Who?"), view).figure()
    figure.draw_without_rendering()
    texts = [text for text in (*figure.axes[0].texts, *figure.axes[0].get_yticklabels()) if text.get_text()]
    extents = [text.get_window_extent().padded(-2) for text in texts]
    assert len(extents) >= (2 if view == "map" else 24)
    assert not any(one.overlaps(other) for one, other in combinations(extents, 2))


def test_nothing_stands_outside_the_paper(small: Store) -> None:
    for name, view in (("foreign_partners", "map"), ("foreign_partners", "network"), ("timeline", "timeline")):
        figure = ask(small, name, hub="Mizuhara").plot(view).figure()
        figure.draw_without_rendering()
        page = figure.bbox.padded(1)
        for text in (*figure.texts, *figure.axes[0].texts):
            extent = text.get_window_extent()
            assert page.x0 <= extent.x0
            assert extent.x1 <= page.x1
            assert page.y0 <= extent.y0
            assert extent.y1 <= page.y1


# -- names in every script


def test_svg_keeps_names_as_text_in_any_script() -> None:
    osaka = thing("osaka", "place")
    made = answer("partner with", (osaka, thing("B")), labels={osaka.value: "大阪 <b>$x_1$</b>"}, title="大阪 & co?")
    assert "大阪 <b>$x_1$</b>" in words(plot(made).svg())
    assert "大阪 & co?" in words(plot(made).svg())


def test_a_name_that_no_font_here_can_write_is_drawn_by_the_words_of_its_iri() -> None:
    place = thing("jp-new-osaka", "place")
    name = "\U00010330\U00010331"  # Gothic letters, of which no usual font has all
    pen = Pen(answer("a", (place,), labels={place.value: f"{name}\U000e0fff"}), is_text=False)
    assert pen.write(f"with {name}\U000e0fff") == "with new osaka"
    assert pen.write("Łódź, Тверь, Ελλάς $5") == "Łódź, Тверь, Ελλάς $5"
    assert pen.write("\U000e0fff!") == "\ufffd!"
    assert Pen(PAIR, is_text=True).write("\U000e0fff") == "\U000e0fff"


def test_names_are_wrapped_to_their_room() -> None:
    pen = Pen(PAIR, is_text=True)
    lines = pen.lines("The Institute for Everything and a Little More Besides", 1.2, count=3).split("\n")
    assert len(lines) == 3
    assert max(map(width, lines)) <= 1.2
    assert lines[-1].endswith("…")
    assert box("a\nb")[1] == pytest.approx(2 * box("a")[1])


def test_the_colours_are_far_apart_for_every_eye() -> None:
    # Machado, Oliveira and Fernandes 2009, full strength: what is left of red, green and blue.
    eyes = {
        "usual": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
        "protan": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
        "deutan": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    }
    rgb = [[int(colour[n : n + 2], 16) for n in (1, 3, 5)] for colour in PALETTE]
    for matrix in eyes.values():
        seen = [[sum(m * c for m, c in zip(row, colour, strict=True)) for row in matrix] for colour in rgb]
        for one, other in combinations(seen, 2):
            assert sum((a - b) ** 2 for a, b in zip(one, other, strict=True)) ** 0.5 > 40


# -- files, notebooks, the command line


def test_a_drawing_is_saved_by_its_suffix(tmp_path: Path) -> None:
    drawn = plot(PAIR)
    drawn.save(tmp_path / "a.PNG")
    drawn.save(str(tmp_path / "a.svg"))
    assert (tmp_path / "a.PNG").read_bytes() == drawn.png()
    assert (tmp_path / "a.svg").read_bytes() == drawn.svg()
    with pytest.raises(QueryError, match=r"a.pdf: no format for a drawing .*; end it in one of .png .svg"):
        drawn.save(tmp_path / "a.pdf")
    with pytest.raises(QueryError, match="cannot be written"):
        drawn.save(tmp_path / "nowhere" / "a.svg")


def test_a_notebook_shows_a_drawing() -> None:
    assert PAIR.plot()._repr_svg_() == PAIR.plot().svg().decode()


@pytest.mark.parametrize("library", ["matplotlib", "networkx"])
def test_a_missing_library_is_named_with_its_extra(monkeypatch: pytest.MonkeyPatch, library: str) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(MissingExtra, match=r"needs matplotlib and networkx; .*pip install 'triplehelix\[plot\]'"):
        PAIR.plot()


@pytest.mark.usefixtures("in_store")
def test_ask_draws_an_answer(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    picture, table = tmp_path / "clusters.svg", tmp_path / "clusters.csv"
    asked = ["ask", "which foreign clusters partner with Mizuhara?", "--plot", str(picture)]
    assert main([*asked, "--save", str(table)]) == 0
    written = capsys.readouterr()
    assert written.out == ""
    assert written.err.splitlines()[1:] == [f"{table}: 4 rows", f"{picture}: 4 rows as map"]
    assert "which foreign clusters partner with Mizuhara?" in words(picture.read_bytes())
    assert main([*asked, "--view", "network"]) == 0
    assert capsys.readouterr().err.endswith("4 rows as network\n")
    assert re.search("cooperation agreement.*mou|mou.*cooperation agreement", words(picture.read_bytes()))


@pytest.mark.usefixtures("in_store")
def test_what_cannot_be_drawn_is_one_line_and_leaves_no_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    where = ["--plot", str(tmp_path / "x.svg"), "--save", str(tmp_path / "x.csv")]
    assert "there are no rows to draw" in error(capsys, "ask", "conflicting_facts", *where)
    assert "a timeline needs a column" in error(capsys, "ask", "hub_ranking", "--view", "timeline", *where)
    assert "no format for a drawing" in error(capsys, "ask", "hub_ranking", "--plot", str(tmp_path / "x.pdf"))
    assert list(tmp_path.iterdir()) == []


def test_asking_without_a_drawing_needs_no_library_for_it(small_path: Path) -> None:
    code = "import sys; from triplehelix.cli import main; main(sys.argv[1:]); print('|', *sys.modules)"
    command = [sys.executable, "-c", code, "ask", "hub_ranking", "--store", str(small_path)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    found = subprocess.run(command, capture_output=True, text=True, env=environment, check=True, timeout=60)
    assert {"matplotlib", "networkx", "numpy"} & set(found.stdout.rpartition("|")[2].split()) == set()


def test_a_question_titles_its_drawing_with_what_was_asked(small: Store) -> None:
    assert ask(small, "foreign_clusters", hub="Mizuhara").title == "Which foreign clusters partner with Mizuhara?"
    assert ask(small, "partners", thing="Mizuhara", kind="mou").title == "Who are the partners of Mizuhara? (kind mou)"
    assert ask(small, "Show all consortia").title == "Show all consortia"
    assert ask(small, load("hub_ranking")).title == load("hub_ranking").summary

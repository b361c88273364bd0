"""One thing is one node: whatever order the articles came in, as long as they are there, and as people decide."""

from __future__ import annotations

import random
from collections.abc import Mapping
from itertools import permutations
from pathlib import Path

import pyoxigraph as ox
import pytest

from tests.linking.stories import FIRST, GROUP, NAMESAKE, OLDER, REPRINT, RIVAL, SECOND, STORIES, exported, fill, put
from triplehelix import linking, pipeline
from triplehelix.answers import ask
from triplehelix.cli import main
from triplehelix.errors import NameNotFound, StoreError
from triplehelix.exports import export
from triplehelix.linking.decisions import FILE, load
from triplehelix.prefixes import ID_BASE
from triplehelix.store import Content, Store

FULL, SHORT = f"{ID_BASE}organization/fjordside-institute-of-cells", f"{ID_BASE}organization/fic"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "store"


def rows(folder: Path, query: str) -> list[tuple[str, ...]]:
    prefixes = (
        "PREFIX helix: <https://w3id.org/triplehelix/ontology#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>"
    )
    with Store.open(folder, readonly=True) as store:
        found = store.query(f"{prefixes} PREFIX id: <{ID_BASE}> {query}")
        assert isinstance(found, ox.QuerySolutions)
        return sorted(tuple("" if cell is None else cell.value for cell in row) for row in found)


def names(folder: Path) -> set[str]:
    return {row[0] for row in rows(folder, "SELECT ?n { ?o a helix:Organization ; rdfs:label ?n }")}


def links(folder: Path) -> dict[str, str]:
    return {merge.other: merge.name for merge in linking.merges(folder)}


# -- what is linked


def test_an_acronym_in_one_article_is_the_name_that_another_gives_it_for(folder: Path) -> None:
    fill(folder, [FIRST, SECOND])
    assert names(folder) == {"Fjordside Institute of Cells", "Corvid Robotics", "Corvid Robotics Oy"}
    assert rows(folder, "SELECT ?o { ?o a helix:Organization }") == [
        (f"{ID_BASE}organization/corvid-robotics",),
        (FULL,),
    ]
    assert links(folder)["FIC"] == "Fjordside Institute of Cells"
    why = {merge.other: merge.why for merge in linking.merges(folder)}
    assert why["FIC"] == "“Fjordside Institute of Cells” has the acronym “FIC” in an article"


def test_an_acronym_of_two_things_is_neither(folder: Path) -> None:
    fill(folder, [FIRST, SECOND, RIVAL])
    assert "FIC" not in links(folder)
    with Store.open(folder) as store:
        linking.remove(store, "rival")
    assert exported(folder) == exported(fill(folder.with_name("fresh"), [FIRST, SECOND]))


def test_what_one_article_names_as_two_stays_two(folder: Path) -> None:
    fill(folder, STORIES)
    assert {"Corvid Holdings", "Corvid Robotics", "Corvid Robotics Foundation"} <= names(folder)


# -- one agreement


def test_an_agreement_told_twice_is_one_node_with_two_sources(folder: Path) -> None:
    fill(folder, [FIRST, SECOND])
    assert len(rows(folder, "SELECT DISTINCT ?p { ?p a helix:Partnership }")) == 1
    statuses = rows(folder, "SELECT ?s { ?p helix:status ?s }")
    assert [status.rpartition("#")[2] for (status,) in statuses] == ["announced", "signed"]
    with Store.open(folder, readonly=True) as store:
        (agreed,) = ask(store, "corroborated_agreements").rows
        assert [int(cell.value) for cell in agreed[1:3]] == [2, 2]  # type: ignore[union-attr]
        conflict = ask(store, "conflicting_agreements")
        assert [row[2].value.rpartition("#")[2] for row in conflict.rows] == ["status"]  # type: ignore[union-attr]


def test_an_agreement_of_other_years_is_another_one(folder: Path) -> None:
    fill(folder, [FIRST, OLDER, SECOND])
    assert len(rows(folder, "SELECT DISTINCT ?p { ?p a helix:Partnership }")) == 2


def test_a_reprint_is_no_source_of_its_own(folder: Path) -> None:
    fill(folder, [REPRINT, FIRST])
    article = f"{ID_BASE}article/"
    assert rows(folder, "SELECT ?a ?b { ?a helix:reprintOf ?b }") == [(f"{article}again", f"{article}first")]
    with Store.open(folder, readonly=True) as store:
        assert ask(store, "corroborated_agreements").rows == ()
    with Store.open(folder) as store:
        linking.remove(store, "first")
    assert rows(folder, "SELECT ?a ?b { ?a helix:reprintOf ?b }") == []


# -- whatever the order


def test_the_order_of_the_articles_changes_no_byte(folder: Path) -> None:
    choose = random.Random(7)  # noqa: S311
    whole = exported(fill(folder, STORIES))
    for number in range(6):
        shuffled = choose.sample(STORIES, len(STORIES))
        assert exported(fill(folder.with_name(f"store{number}"), shuffled)) == whole
    for number, order in enumerate(permutations((FIRST, SECOND, RIVAL))):
        later = fill(folder.with_name(f"small{number}"), order)
        assert exported(later) == exported(fill(folder.with_name(f"other{number}"), (FIRST, SECOND, RIVAL)))


def test_what_comes_and_goes_leaves_no_trace(folder: Path) -> None:
    fill(folder, STORIES)
    with Store.open(folder) as store:
        for story in (SECOND, FIRST, REPRINT):
            linking.remove(store, story.name)
        for story in (FIRST, REPRINT, SECOND, SECOND):
            put(store, story)
    fresh = fill(folder.with_name("fresh"), STORIES)
    assert exported(folder) == exported(fresh)
    with Store.open(folder, readonly=True) as one, Store.open(fresh, readonly=True) as other:
        assert {str(quad) for quad in one.raw} == {str(quad) for quad in other.raw}


def test_quotes_claims_and_shapes_hold_after_linking(folder: Path) -> None:
    fill(folder, STORIES)
    assert pipeline.verify(folder).ok
    assert pipeline.check(folder).conforms


# -- as people decide


def test_a_merge_is_undone_to_the_former_bytes(folder: Path) -> None:
    fill(folder, STORIES)
    before = exported(folder)
    linking.same("Corvid Holdings", "Corvid Robotics", folder)
    assert {"Corvid Holdings", "Corvid Robotics"} in [{merge.name, merge.other} for merge in linking.merges(folder)]
    assert exported(folder) != before
    assert pipeline.verify(folder).ok
    linking.same("Corvid Holdings", "Corvid Robotics", folder, undo=True)
    assert exported(folder) == before


def test_an_automatic_merge_is_parted_and_joined_again(folder: Path) -> None:
    fill(folder, [FIRST, SECOND])
    before = exported(folder)
    linking.differ("FIC", "Fjordside Institute of Cells", folder)
    assert links(folder) == {}
    assert len(rows(folder, "SELECT DISTINCT ?p { ?p a helix:Partnership }")) == 2
    linking.differ("FIC", FULL, folder, undo=True)
    assert exported(folder) == before


def test_a_decision_survives_a_rebuild_and_stands_in_a_file_to_review(folder: Path) -> None:
    fill(folder, [FIRST, SECOND])
    linking.differ("FIC", "Fjordside Institute of Cells", folder)
    text = (folder / FILE).read_text("utf-8")
    assert text == f"verdict,one,other,names\ndiffer,{SHORT},{FULL},FIC | Fjordside Institute of Cells\n"
    decided = exported(folder)
    with Store.open(folder) as store:
        for name in ("first", "second"):
            linking.remove(store, name)
    assert exported(fill(folder, [SECOND, FIRST])) == decided


def test_an_edited_file_is_obeyed_by_the_next_command_that_writes(folder: Path) -> None:
    fill(folder, [FIRST, SECOND])
    (folder / FILE).write_text(f"differ,{FULL},{SHORT}\n", "utf-8")
    with Store.open(folder) as store:
        linking.obey(store)
    assert links(folder) == {}
    (folder / FILE).unlink()
    with Store.open(folder) as store:
        linking.obey(store)
    assert exported(folder) == exported(fill(folder.with_name("fresh"), [FIRST, SECOND]))


def test_a_namesake_in_one_article_is_parted_from_the_others(folder: Path) -> None:
    fill(folder, [FIRST, NAMESAKE])
    before = exported(folder)
    linking.differ("Corvid Robotics", "namesake", folder)
    countries = rows(folder, 'SELECT ?o ?c { ?o rdfs:label "Corvid Robotics" ; helix:country ?c }')
    assert countries == [(f"{ID_BASE}organization/namesake/corvid-robotics", "CL")]
    assert pipeline.verify(folder).ok
    linking.differ(f"{ID_BASE}organization/corvid-robotics", "namesake", folder, undo=True)
    assert exported(folder) == before


def test_two_parties_of_one_agreement_that_become_one_leave_no_agreement(folder: Path) -> None:
    fill(folder, [FIRST])
    before = exported(folder)
    linking.same("Corvid Robotics Oy", "Fjordside Institute of Cells", folder)
    assert rows(folder, "SELECT ?p { ?p a helix:Partnership }") == []
    assert pipeline.verify(folder).ok
    linking.same("Corvid Robotics Oy", "Fjordside Institute of Cells", folder, undo=True)
    assert exported(folder) == before


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        ("Corvid Robotics", "Osaka", "Place are never one"),
        ("Corvid Robotics", "Corvid Robotics Oy", "is one thing by its name"),
    ],
)
def test_what_can_never_be_one_is_refused(folder: Path, one: str, other: str, said: str) -> None:
    fill(folder, [FIRST, GROUP])
    with pytest.raises(StoreError, match=said):
        linking.same(one, other, folder)
    assert not load(folder).all


def test_a_decision_that_contradicts_others_is_refused(folder: Path) -> None:
    fill(folder, STORIES)
    linking.same("Corvid Holdings", "Corvid Robotics", folder)
    linking.same("Corvid Robotics", "Corvid Robotics Foundation", folder)
    with pytest.raises(StoreError, match="contradicts"):
        linking.differ("Corvid Holdings", "Corvid Robotics Foundation", folder)


def test_names_and_decisions_that_are_not_there_are_reported(folder: Path) -> None:
    fill(folder, [FIRST])
    with pytest.raises(NameNotFound, match="nothing is called 'Xyzzy'"):
        linking.same("Xyzzy", "Corvid Robotics", folder)
    with pytest.raises(StoreError, match="no such decision"):
        linking.same("FIC", "Corvid Robotics", folder, undo=True)
    (folder / FILE).write_text("perhaps,a,b\n", "utf-8")
    with pytest.raises(StoreError, match=f"{FILE}:1: no decision"):
        load(folder)


def test_decisions_may_be_there_before_the_store(folder: Path) -> None:
    folder.mkdir()
    (folder / FILE).write_text(f"verdict,one,other,names\ndiffer,{SHORT},{FULL},\n", "utf-8")
    fill(folder, [FIRST, SECOND])
    assert links(folder) == {}


# -- on the command line


def test_the_commands_decide_list_and_undo(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fill(folder, [FIRST, SECOND])
    store = ["--store", str(folder)]
    assert main(["same", *store]) == 0
    assert "“Fjordside Institute of Cells” has the acronym “FIC” in an article" in capsys.readouterr().out
    assert main(["differ", "FIC", "Fjordside Institute of Cells", *store]) == 0
    assert capsys.readouterr().err == "decided: FIC | Fjordside Institute of Cells are two\n"
    assert main(["same", *store]) == 0
    assert capsys.readouterr().out == "nothing was linked\n"
    assert main(["differ", "FIC", "Fjordside Institute of Cells", "--undo", *store]) == 0
    assert main(["same", "FIC", *store]) == 1
    assert capsys.readouterr().err.endswith("error: name two things, or none\n")


# -- what it costs, and what may be handed out


def test_an_article_touches_only_those_that_name_what_it_links(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(folder, [FIRST, GROUP, OLDER])
    touched: list[set[str]] = []
    write = Store.replace

    def watch(store: Store, contents: Mapping[str, Content], obeyed: str | None = None) -> None:
        touched.append(set(contents))
        write(store, contents, obeyed)

    monkeypatch.setattr(Store, "replace", watch)
    fill(folder, [NAMESAKE, RIVAL, SECOND])
    assert touched[:2] == [{"namesake"}, {"rival"}]  # nothing is linked otherwise than before
    assert touched[2] <= {"second", "first"}


def test_the_exported_graph_conforms_though_articles_disagree(folder: Path) -> None:
    fill(folder, STORIES)
    file = folder.with_suffix(".ttl")
    with Store.open(folder, readonly=True) as store:
        export(store, file)
    assert pipeline.check(file).lines()[-1].endswith("conforms")

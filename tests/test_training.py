"""Gold articles -> lessons."""

from __future__ import annotations

import ast
from pathlib import Path
from random import Random

import pytest

from triplehelix import places
from triplehelix.folders import __file__ as package_file
from triplehelix.training.augmentation import Names
from triplehelix.training.gold import GoldArticle, find_mentions, held_out, read_article

PACKAGE = Path(package_file).parent

RECORD = {
    "id": "sample-1",
    "title": "Vellmar opens in Aardal",
    "text": "Vellmar Optics AS runs a laser hall in Aardal. Vellmar's hall is near the Tarnby Park of Vellmarsund.",
    "entities": [
        {"id": "e1", "class": "Organization", "kind": "company", "name": "Vellmar Optics AS", "aliases": ["Vellmar"]},
        {"id": "e2", "class": "Facility", "name": "laser hall in Aardal", "aliases": []},
        {"id": "e3", "class": "Place", "kind": "city", "name": "Aardal", "aliases": []},
    ],
    "relations": [
        {"type": "operates", "subject": "e1", "object": "e2", "evidence": "Vellmar Optics AS runs a laser hall"}
    ],
    "partnerships": [],
    "traps": [{"parties": ["e1", "e2"], "why": "none"}],
}


def article() -> GoldArticle:
    return read_article(RECORD)


def names_of(gold: GoldArticle) -> list[tuple[str, str, int]]:
    return [(gold.entities[m.entity].id, m.span.of(gold.text), m.layer) for m in find_mentions(gold)]


def test_the_longest_form_of_a_name_is_its_mention() -> None:
    assert ("e1", "Vellmar Optics AS", 0) in names_of(article())
    assert names_of(article()).count(("e1", "Vellmar", 0)) == 2


def test_a_place_inside_a_described_facility_lies_in_the_inner_layer() -> None:
    assert ("e3", "Aardal", 1) in names_of(article())


def test_a_form_inside_a_longer_word_is_no_mention() -> None:
    gold = article()
    assert all(not gold.text[m.span.end : m.span.end + 1].isalnum() for m in find_mentions(gold))


@pytest.mark.parametrize(("stem", "out"), [("asia-03", True), ("asia-04", False), ("x-12", True), ("no-number", False)])
def test_every_third_file_is_held_out(stem: str, *, out: bool) -> None:
    assert held_out(stem) is out


def test_a_renamed_article_keeps_its_labels() -> None:
    others = read_article({**RECORD, "id": "sample-2", "text": RECORD["text"].replace("Vellmar", "Quenby")})  # type: ignore[attr-defined]
    renamed = Names([article(), others]).renamed(article(), Random(3), 1.0)  # noqa: S311
    assert len(names_of(renamed)) == len(names_of(article()))
    assert all(relation.evidence in renamed.text for relation in renamed.relations)


def test_renaming_is_the_same_for_the_same_seed() -> None:
    names = Names([article()])
    first, second = (names.renamed(article(), Random(5), 0.5) for _ in range(2))  # noqa: S311
    assert first == second


def test_a_person_is_renamed_as_a_whole_and_everywhere() -> None:
    pytest.importorskip("faker")
    record = {
        **RECORD,
        "text": "Signe Holmqvist runs Vellmar Optics AS in Aardal. Holmqvist likes lasers.",
        "entities": [{"id": "e1", "class": "Person", "name": "Signe Holmqvist", "aliases": ["Holmqvist"]}],
        "relations": [],
        "traps": [],
    }
    gold = read_article(record)
    renamed = Names([gold]).renamed(gold, Random(3), 1.0)  # noqa: S311
    full, short = renamed.entities[0].names
    assert full.endswith(" " + short)
    assert not {"Signe", "Holmqvist"} & set(full.split())
    assert renamed.text.count(short) == 2


def test_a_place_gives_way_to_one_of_its_kind() -> None:
    entities = [{"id": "e3", "class": "Place", "kind": "country", "name": "Norway", "aliases": []}]
    gold = read_article({**RECORD, "text": "A hall in Norway.", "entities": entities, "relations": [], "traps": []})
    other = Names([gold]).renamed(gold, Random(1), 1.0).entities[0].names[0]  # noqa: S311
    place = places.lookup(other)
    assert place
    assert (place.kind, place.country == "NO") == ("country", False)


def test_dropout_drops_its_share_and_keeps_the_sum() -> None:
    torch = pytest.importorskip("torch")
    from triplehelix.training.dropping import Dropout  # noqa: PLC0415

    torch.manual_seed(1)
    layer, ones = Dropout(0.25), torch.ones(400, 400)
    dropped = layer(ones)
    assert abs(float((dropped == 0).float().mean()) - 0.25) < 0.01
    assert abs(float(dropped.mean()) - 1) < 0.01
    assert (layer.eval()(ones) == ones).all()


def test_nothing_outside_training_imports_it() -> None:
    for path in PACKAGE.rglob("*.py"):
        if "training" not in path.parts:
            tree = ast.parse(path.read_text(encoding="utf-8"))
            modules = [n.module or "" for n in ast.walk(tree) if isinstance(n, ast.ImportFrom)]
            modules += [a.name for n in ast.walk(tree) if isinstance(n, ast.Import) for a in n.names]
            assert not any(m.startswith(("triplehelix.training", "torch")) for m in modules), path


def test_a_lesson_marks_what_gold_marks() -> None:
    pytest.importorskip("torch")
    pytest.importorskip("safetensors")
    from triplehelix.mentions import network  # noqa: PLC0415
    from triplehelix.mentions.labels import begin_tag  # noqa: PLC0415
    from triplehelix.training.examples import lesson  # noqa: PLC0415
    from triplehelix.vocabulary import EntityClass  # noqa: PLC0415

    made = lesson(article(), network.tokenizer())
    begins = [int((row == begin_tag(EntityClass.PLACE)).sum()) for row in made.tags]
    assert begins == [1, 2]
    assert made.pairs.links.sum() == 1

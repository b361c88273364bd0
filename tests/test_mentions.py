"""Document -> mentions."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from itertools import pairwise

import numpy as np
import pytest

from triplehelix.articles import Article
from triplehelix.documents import Document, segment
from triplehelix.facts import Mention, Span
from triplehelix.mentions import Thing, find_mentions, network, read, score_pairs
from triplehelix.mentions.decoding import best_tags, chunks
from triplehelix.mentions.finding import Found, agreed
from triplehelix.mentions.finding import read as read_with
from triplehelix.mentions.labels import CLASSES, KINDS, LAYER_COUNT, TAG_COUNT, begin_tag, inside_tag, kinds_of
from triplehelix.mentions.pairs import instances
from triplehelix.mentions.pieces import WINDOW, Pieces, Unit, cut, windows, word_shape
from triplehelix.mentions.reading import Floats
from triplehelix.mentions.scoring import PairScore
from triplehelix.mentions.trimming import trim
from triplehelix.vocabulary import EntityClass, HubKind, RelationType

TEXT = """Vellmar Optics signs with Tarnby University

AARDAL, 3 March 2025 – Vellmar Optics AS, a maker of lasers, has signed a memorandum of understanding with Tarnby \
University. The company will build a 2,000 m2 laboratory in Aardal, said its chief executive, Dr Signe Holmqvist.

The Aardal Photonics Park is run by Fjordlight Cluster (FLC), a cluster organisation with 80 members.
"""


def document(text: str = TEXT) -> Document:
    return segment(Article(name="sample", text=text, title=text.partition("\n")[0]))


def tagger(tags: Callable[[int], int], layer: int = 0) -> Callable[[Pieces], tuple[Floats, Floats, Floats]]:
    """A network that gives every piece the tag of its word's number, in one layer."""

    def run(pieces: Pieces) -> tuple[Floats, Floats, Floats]:
        logits = np.zeros((len(pieces), LAYER_COUNT, TAG_COUNT), dtype=np.float32)
        logits[:, :, 0] = 5
        for row, word in enumerate(pieces.words):
            logits[row, layer, tags(int(word))] = 9
        return logits, np.zeros((len(pieces), len(KINDS)), np.float32), np.zeros((len(pieces), 4), np.float32)

    return run


def pieces_of(text: str) -> Pieces:
    return cut(text, [Unit(Span(0, len(text)), heading=False)], network.tokenizer())


def test_the_pieces_of_a_text_are_found_at_their_offsets() -> None:
    text = "Ås-Lab’s 大 plant"
    pieces = pieces_of(text)
    assert [text[s:e] for s, e in zip(pieces.starts, pieces.ends, strict=True)] == "Ås - Lab ’ s 大 plant".split()


@pytest.mark.parametrize(
    ("word", "shape"),
    [
        ("plant", "lower"),
        ("Oslo", "capitalised"),
        ("KTH", "upper"),
        ("BioM", "mixed"),
        ("2025", "digits"),
        ("–", "mark"),
        ("大学", "caseless"),
    ],
)
def test_a_word_has_the_shape_of_its_letters(word: str, shape: str) -> None:
    assert word_shape(word) == shape


def test_windows_hold_all_pieces_in_order_and_none_is_too_long() -> None:
    pieces = cut(
        TEXT * 12,
        [Unit(Span(i * len(TEXT), (i + 1) * len(TEXT)), heading=False) for i in range(12)],
        network.tokenizer(),
    )
    ranges = windows(pieces)
    assert ranges[0][0] == 0
    assert ranges[-1][1] == len(pieces)
    assert all(a[1] == b[0] for a, b in pairwise(ranges))
    assert all(0 < end - start <= WINDOW for start, end in ranges)
    assert all(pieces.units[end - 1] != pieces.units[end] for _, end in ranges[:-1])


def test_a_sentence_longer_than_a_window_is_cut_all_the_same() -> None:
    ranges = windows(pieces_of("plant " * 1000))
    assert all(0 < end - start <= WINDOW for start, end in ranges)


def test_a_text_without_words_has_no_window() -> None:
    assert windows(pieces_of("")) == []
    assert read_with(document(" \n"), tagger(lambda _: 0)).mentions == ()


def test_an_inside_tag_never_follows_another_class() -> None:
    scores = np.full((2, TAG_COUNT), -9, dtype=np.float32)
    scores[0, begin_tag(EntityClass.HUB)] = 0
    scores[1, inside_tag(EntityClass.PERSON)] = 0
    tags = best_tags(scores)
    assert tags[1] != inside_tag(EntityClass.PERSON) or tags[0] == begin_tag(EntityClass.PERSON)


def test_neighbouring_mentions_of_one_class_stay_apart() -> None:
    logits = np.zeros((3, TAG_COUNT), dtype=np.float32)
    wanted = (begin_tag(EntityClass.PLACE), begin_tag(EntityClass.PLACE), inside_tag(EntityClass.PLACE))
    logits[range(3), wanted] = 9
    assert [(c.start, c.end, c.entity_class) for c in chunks(logits)] == [
        (0, 1, EntityClass.PLACE),
        (1, 3, EntityClass.PLACE),
    ]


@pytest.mark.parametrize(
    ("text", "entity_class", "name"),
    [
        ("the Vellmar Institute", EntityClass.ORGANIZATION, "Vellmar Institute"),
        ("The Hague", EntityClass.PLACE, "The Hague"),
        ("Dr. Signe Holmqvist", EntityClass.PERSON, "Signe Holmqvist"),
        ("Professor Dr Ida Ås", EntityClass.PERSON, "Ida Ås"),
        ("Vellmar’s", EntityClass.ORGANIZATION, "Vellmar"),
        ("“Vellmar Park”,", EntityClass.HUB, "Vellmar Park"),
        ("Vellmar (VLM", EntityClass.ORGANIZATION, "Vellmar"),
        ("Vellmar (Nord)", EntityClass.ORGANIZATION, "Vellmar (Nord)"),
        ("Vellmar Park.", EntityClass.HUB, "Vellmar Park"),
        ("Vellmar Inc.", EntityClass.ORGANIZATION, "Vellmar Inc."),
        ("Vellmar K.K.", EntityClass.ORGANIZATION, "Vellmar K.K."),
        ("and Vellmar Devices Agency of the", EntityClass.ORGANIZATION, "Vellmar Devices Agency"),
        ("Office of Trade in", EntityClass.ORGANIZATION, "Office of Trade"),
        ("a 2,000 m2 laboratory", EntityClass.FACILITY, "2,000 m2 laboratory"),
    ],
)
def test_a_mention_is_trimmed_to_its_name(text: str, entity_class: EntityClass, name: str) -> None:
    span = trim(text, Span(0, len(text)), entity_class)
    assert span is not None
    assert span.of(text) == name


def test_the_full_stop_of_an_abbreviation_is_taken_in() -> None:
    assert trim("Vellmar Inc. said", Span(0, 11), EntityClass.ORGANIZATION) == Span(0, 12)


def test_a_mention_of_marks_alone_is_none() -> None:
    assert trim("the “”", Span(4, 6), EntityClass.HUB) is None


@pytest.mark.parametrize(
    ("text", "entity_class"),
    [
        ("R&D", EntityClass.ORGANIZATION),
        ("MoU", EntityClass.ORGANIZATION),
        ("cluster", EntityClass.HUB),
        ("the partners", EntityClass.ORGANIZATION),
        ("Dr", EntityClass.PERSON),
    ],
)
def test_what_cannot_be_a_name_is_no_mention(text: str, entity_class: EntityClass) -> None:
    assert trim(text, Span(0, len(text)), entity_class) is None


def test_tags_become_mentions_at_their_offsets() -> None:
    begin, inside = begin_tag(EntityClass.ORGANIZATION), inside_tag(EntityClass.ORGANIZATION)
    reading = read_with(document(), tagger(lambda word: {0: begin, 1: inside}.get(word, 0)))
    assert [(m.span, m.text, m.entity_class) for m in reading.mentions] == [
        (Span(0, 14), "Vellmar Optics", EntityClass.ORGANIZATION)
    ]


def test_a_mention_of_the_inner_layer_alone_is_none() -> None:
    reading = read_with(document(), tagger(lambda word: begin_tag(EntityClass.PLACE) if word == 0 else 0, layer=1))
    assert reading.mentions == ()


def test_a_name_has_one_class_and_kind_in_an_article() -> None:
    kinds = np.zeros(len(KINDS), dtype=np.float32)
    kinds[kinds_of(EntityClass.HUB).start + 1] = 1
    classes = (EntityClass.HUB, EntityClass.HUB, EntityClass.ORGANIZATION)
    found = [Found(Span(i, i + 1), "Vellmar", c, 0.6, kinds) for i, c in enumerate(classes)]
    assert {(m.entity_class, m.kind) for m in agreed(found)} == {(EntityClass.HUB, list(HubKind)[1].value)}


def test_boilerplate_is_not_read() -> None:
    text = TEXT + "\n\nCookie policy | Privacy | © 2025 Vellmar Optics AS. All rights reserved.\n"
    end = max(m.span.end for m in find_mentions(document(text)))
    assert end <= len(TEXT)


def test_the_names_of_a_made_up_article_are_found() -> None:
    found = {(m.text, m.entity_class) for m in find_mentions(document())}
    assert {
        ("Vellmar Optics AS", EntityClass.ORGANIZATION),
        ("Tarnby University", EntityClass.ORGANIZATION),
        ("Signe Holmqvist", EntityClass.PERSON),
        ("Aardal Photonics Park", EntityClass.HUB),
        ("Fjordlight Cluster", EntityClass.ORGANIZATION),
    } <= found


def test_every_mention_is_the_text_at_its_offsets() -> None:
    assert all(isinstance(m, Mention) and m.span.of(TEXT) == m.text for m in find_mentions(document()))


def test_reading_twice_gives_the_same() -> None:
    other = document("Another text about Nordhaven Robotics AS.\n\n" * 30)
    first, _, second = (read(d) for d in (document(), other, document()))
    assert first.mentions == second.mentions
    assert all(np.array_equal(a.states, b.states) for a, b in zip(first.windows, second.windows, strict=True))


def test_all_mentions_of_a_thing_speak_for_its_kind() -> None:
    reading = read(document())
    spans = tuple(m.span for m in reading.mentions if m.text == "Tarnby University")
    assert reading.kind_of(spans, EntityClass.ORGANIZATION) == "university"
    assert reading.kind_of(spans, EntityClass.PERSON) is None


def scored() -> tuple[tuple[Thing, Thing], PairScore]:
    spans = {name: Span(TEXT.index(name), TEXT.index(name) + len(name)) for name in ("Vellmar Optics AS", "laboratory")}
    company = Thing((spans["Vellmar Optics AS"],), EntityClass.ORGANIZATION)
    pair = company, Thing((spans["laboratory"],), EntityClass.FACILITY)
    return pair, score_pairs(read(document()), [pair])[0]


def test_the_pieces_of_a_thing_are_marked_and_the_inner_one_wins() -> None:
    pieces = cut("a plant in Aardal", [Unit(Span(0, 17), heading=False)], network.tokenizer())
    plant = Thing((Span(2, 17),), EntityClass.FACILITY)
    town = Thing((Span(11, 17),), EntityClass.PLACE)
    asked = instances(pieces, [(plant, town)])
    first, rest = (2 * CLASSES.index(EntityClass.FACILITY) + n for n in (1, 2))
    inner = 2 * CLASSES.index(EntityClass.PLACE) + 1
    assert asked.marks[:4].tolist() == [0, first, rest, inner]
    assert asked.members.shape == (2, len(pieces))
    assert asked.members.sum(1).round(5).tolist() == [1, 1]
    assert asked.members[1, :3].tolist() == [0, 0, 0]


def test_a_pair_is_asked_only_what_its_classes_allow() -> None:
    _, score = scored()
    assert {RelationType.OPERATES, RelationType.INVESTS} <= set(score.relations)
    assert RelationType.HOLDS_ROLE not in score.relations
    assert score.partnership == 0


def test_the_scores_of_a_pair_are_probabilities() -> None:
    _, score = scored()
    assert all(0 <= p <= 1 for p in score.relations.values())
    assert sum(score.kinds.values()) == pytest.approx(1, abs=0.01)
    assert sum(score.statuses.values()) == pytest.approx(1, abs=0.01)


def test_the_evidence_of_a_pair_is_a_mention_of_each() -> None:
    (company, hall), score = scored()
    evidence = score.evidence[RelationType.OPERATES]
    assert (evidence.subject, evidence.object) == (company.mentions[0], hall.mentions[0])


def test_a_pair_outside_what_was_read_scores_nothing() -> None:
    far = Thing((Span(10**6, 10**6 + 5),), EntityClass.ORGANIZATION)
    (score,) = score_pairs(read(document()), [(far, far)])
    assert set(score.relations.values()) == {0.0}
    assert score.partnership == 0


def test_a_pair_scores_the_same_whatever_is_asked_beside_it() -> None:
    pair, alone = scored()
    beside = score_pairs(read(document()), [(pair[0], pair[0]), pair, (pair[1], pair[0])])[1]
    assert beside.relations == pytest.approx(alone.relations, abs=1e-3)


def test_importing_the_package_does_not_load_the_network() -> None:
    code = "import sys, triplehelix.mentions; print('onnxruntime' in sys.modules, 'tokenizers' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False"]

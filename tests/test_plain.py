"""questions/plain.py: a question in plain words finds the saved one and its values, or says why it does not."""

from __future__ import annotations

import re

import pyoxigraph as ox
import pytest

from tests.small_graph import fill_with_second_opinions
from triplehelix.answers import Answer, ask
from triplehelix.errors import NameNotFound, QuestionError
from triplehelix.questions import all_questions, names
from triplehelix.questions.graph import PREFIXES
from triplehelix.questions.mentions import mentions
from triplehelix.questions.plain import is_plain, understand
from triplehelix.questions.question import ParameterType
from triplehelix.questions.words import stem, words
from triplehelix.store import Store

FOREIGN_CLUSTERS = [
    "Which foreign clusters partner with Mizuhara?",
    "which foreign clusters partner with mizuhara",
    "What clusters abroad cooperate with Mizuhara?",
    "Name the international hubs that collaborate with Mizuhara",
    "With which overseas clusters does Mizuhara work together?",
    "Mizuhara: partner clusters in other countries?",
    "Which foreign clusters partner with 水原?",
    "水原と提携している海外クラスターはどれですか？",
    "水原のパートナーである外国のクラスターは？",
]

#: {question in plain words: the saved one with its values}
ASKED = {
    "Which foreign organisations partner with Mizuhara?": "foreign_partners --hub Mizuhara",
    "Who are the partners of the Mizuhara Bio Office?": 'partners --thing "Mizuhara Bio Office"',
    "Who are Mizuhara's partners in a joint venture?": "partners --thing Mizuhara --kind joint_venture",
    "What deals were signed between 2021 and 2025?": "agreements_in_period --from 2021 --until 2025",
    "Which agreements were made since October 2025?": "agreements_in_period --from 2025-10 --until 9999",
    "Which agreements were made before 2020?": "agreements_in_period --from 0001 --until 2020",
    "Which agreements are about cell therapy?": 'agreements_by_topic --topic "cell therapy"',
    'Which partnerships are on the topic of "drug discovery in space"?': (
        'agreements_by_topic --topic "drug discovery in space"'
    ),
    "Which contracts are above 20 million euros?": "agreements_by_amount --minimum 20000000 --currency EUR",
    "Which partnerships were valid on 3 June 2024?": "agreements_in_force --day 2024-06-03",
    "Which agreements have ended?": "agreements_by_status --status ended",
    "Which hubs are in Denmark?": "hubs_in_place --place Denmark",
    "Which universities are tenants of Mizuhara Bay?": 'hub_members --hub "Mizuhara Bay" --kind university',
    "What plants and laboratories are there in Mizuhara Bay?": 'facilities --place "Mizuhara Bay"',
    "Which foreign firms run factories in Japan?": "foreign_facilities --place Japan",
    "Who sits in several clusters?": "organizations_in_several_hubs",
    "Count the foreign ties of Mizuhara by country": "ties_by_country --hub Mizuhara",
    "Which Danish agencies have signed agreements, and with whom?": "government_parties --country DK",
    "Who is a member of a public private partnership?": "public_private_partnerships",
    "Show all consortia": "consortia",
    "Who has invested in Japan?": "investors --country Japan",
    "Who leads Lindqvist Pharma?": 'people_and_roles --thing "Lindqvist Pharma"',
    "Show me the history of Mizuhara Bay": 'timeline --hub "Mizuhara Bay"',
    "Which news mention Lindqvist Pharma?": 'articles_about --thing "Lindqvist Pharma"',
    "What is the evidence about Skovlund Park?": 'statement_evidence --thing "Skovlund Park"',
    "Which facts are confirmed by several sources?": "corroborated_statements",
    "Which agreements are reported by several articles?": "corroborated_agreements",
    "Where do articles contradict each other about an agreement?": "conflicting_agreements",
    "Which things have different kinds in different articles?": "conflicting_facts",
    "How is the Fjordlund Cluster connected with Valmont Santé?": (
        'partnership_chain --from "Fjordlund Cluster" --to "Valmont Santé"'
    ),
    "Whom could the Fjordlund Cluster partner with?": 'possible_partners --thing "Fjordlund Cluster"',
    "Which Japanese hubs have the most tenants?": "hub_ranking --country JP",
    "What is new since February 2026?": "news_since --since 2026-02",
    "Which agreements have no date?": "lacking_date_or_country",
    "Which plants lack an operator?": "lacking_place_or_operator",
}


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> ox.Store:
    """The small graph in memory, with a name in Japanese."""
    path = tmp_path_factory.mktemp("small") / "store"
    fill_with_second_opinions(path)
    memory = ox.Store()
    with Store.open(path, readonly=True) as store:
        memory.extend(store.raw.quads_for_pattern(None, None, None, ox.DefaultGraph()))
    mizuhara = ox.NamedNode("https://w3id.org/triplehelix/id/place/jp-mizuhara")
    memory.add(ox.Quad(mizuhara, ox.NamedNode(PREFIXES["skos"] + "altLabel"), ox.Literal("水原", language="ja")))
    return memory


def found(answer: Answer) -> list[tuple[str, ...]]:
    return list(answer.names())


# -- understanding


@pytest.mark.parametrize("sentence", FOREIGN_CLUSTERS)
def test_one_question_in_many_phrasings_and_two_languages_has_one_answer(graph: ox.Store, sentence: str) -> None:
    agreed = found(ask(graph, "foreign_clusters", hub="Mizuhara"))
    answer = ask(graph, sentence)
    assert len(agreed) == 4
    assert found(answer) == agreed
    assert answer.asked.startswith("foreign_clusters --hub ")
    assert answer.aside == ()


@pytest.mark.parametrize(("sentence", "asked"), ASKED.items())
def test_plain_words_find_the_saved_question_and_its_values(graph: ox.Store, sentence: str, asked: str) -> None:
    assert understand(graph, sentence).command == asked


def test_every_saved_question_is_found_in_plain_words() -> None:
    assert {asked.split()[0] for asked in ASKED.values()} | {"foreign_clusters"} == set(names())


def test_every_saved_question_is_found_by_each_of_its_own_phrasings(graph: ox.Store) -> None:
    stand_ins = {"Osaka": "Mizuhara", "Montréal InVivo": "Fjordlund Cluster", "BioValley France": "Valmont Santé"}
    for question in all_questions():
        assert len(question.phrasings) >= 2
        for sentence in (question.summary, *question.phrasings):
            for name, instead in stand_ins.items():
                sentence = sentence.replace(name, instead)  # noqa: PLW2901 - one name after the other
            assert understand(graph, sentence).question == question, sentence


def test_a_place_is_understood_in_a_script_that_the_graph_does_not_write(graph: ox.Store) -> None:
    assert found(ask(graph, "ベルゲンのパートナーは？")) == found(ask(graph, "partners", thing="Bergen"))


def test_what_is_given_beside_the_words_counts_more_than_the_words(graph: ox.Store) -> None:
    answer = ask(graph, "Who are the partners of Mizuhara?", status="ended")
    assert [row[0] for row in found(answer)] == ["Tidewater Bio Alliance"]


def test_a_sentence_can_be_told_from_the_name_of_a_question_or_a_file() -> None:
    assert [is_plain(text) for text in ("hubs?", "foreign clusters", "大阪")] == [True] * 3
    assert [is_plain(text) for text in ("foreign_clusters", "foreign_cluster", "my questions/own.rq", "a/own.rq")] == (
        [False] * 4
    )


# -- not understanding


def test_a_name_with_a_slip_gets_a_suggestion(graph: ox.Store) -> None:
    with pytest.raises(NameNotFound, match=r"^--hub: .* is called 'Mizuhra'; did you mean Mizuhara \(Place, JP\)"):
        ask(graph, "Which foreign clusters partner with Mizuhra?")
    with pytest.raises(NameNotFound, match="called 'Mizuhara Bio Ofice'; did you mean Mizuhara Bio Office"):
        ask(graph, "Which foreign clusters partner with Mizuhara Bio Ofice?")


def test_words_that_fit_several_questions_list_them(graph: ox.Store) -> None:
    with pytest.raises(QuestionError, match=r"'foreign clusters': this may mean more than .*foreign_clusters \(Which"):
        understand(graph, "foreign clusters")


@pytest.mark.parametrize("sentence", ["What is the weather like?", "?!", "", "Mizuhara", "犬は好きですか？"])
def test_words_that_fit_no_question_are_no_question(graph: ox.Store, sentence: str) -> None:
    with pytest.raises(QuestionError, match=r"no saved question asks this|this may mean more than one"):
        understand(graph, sentence)


def test_a_name_that_is_not_said_is_asked_for_and_never_taken_from_the_default(graph: ox.Store) -> None:
    with pytest.raises(QuestionError, match="foreign_clusters: the question needs a value for --hub; name a place"):
        understand(graph, "With which overseas clusters are there agreements?")


def test_a_name_that_a_question_cannot_take_is_not_left_aside_in_silence(graph: ox.Store) -> None:
    with pytest.raises(QuestionError, match="may mean more than one"):
        understand(graph, "Who invests in Kaimei Cells?")


def test_what_was_not_understood_is_told(graph: ox.Store) -> None:
    assert ask(graph, "Which foreign clusters partner zealously with Mizuhara?").aside == ("zealously",)


# -- empty answers


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        ("Who are the partners of Mizuhara in licensing?", "without --kind licensing there would be 10 rows"),
        (
            "Which agreements were made in 2022?",
            "without --from 2022 there would be 2 rows; without --until 2022",
        ),
        ("Which agreements are about 'xylophones'?", "without --topic xylophones there would be"),
        ("Which contracts are above 90 million euros?", "without --minimum 90000000 there would be 1 row"),
        ("Which Swedish hubs have the most tenants?", "without --country SE there would be 3 rows"),
        ("Which hubs are in Bergen?", r"the graph knows Bergen \(\d+ statements\), but no article states this of it"),
    ],
)
def test_an_empty_answer_says_why(graph: ox.Store, sentence: str, reason: str) -> None:
    answer = ask(graph, sentence)
    assert answer.rows == ()
    assert answer.reason is not None
    assert re.match(reason, answer.reason), answer.reason


def test_two_filters_that_empty_an_answer_together_are_both_named(graph: ox.Store) -> None:
    answer = ask(graph, "partners", thing="Mizuhara", kind="licensing", status="planned")
    assert answer.reason == "without --kind licensing and --status planned there would be 10 rows"


def test_an_empty_graph_states_nothing_of_the_kind() -> None:
    assert ask(ox.Store(), "consortia").reason == "no article states anything of the kind"


def test_an_answer_with_rows_needs_no_reason(graph: ox.Store) -> None:
    assert ask(graph, "consortia").reason is None


# -- words and values


def test_words_of_one_kin_count_as_one() -> None:
    assert {stem(word) for word in ("foreign", "overseas", "International", "abroad", "海外")} == {"foreign"}
    assert stem("partnerships") == stem("Agreement") != stem("partners")
    assert (stem("the"), stem("は")) == ("", "")


def test_japanese_is_cut_where_its_script_or_a_known_word_ends() -> None:
    assert [word.text for word in words("大阪の海外企業クラスター")] == ["大阪", "の", "海外", "企業", "クラスター"]
    assert [word.start for word in words("大阪の海外企業クラスター")] == [0, 2, 3, 5, 7]


@pytest.mark.parametrize(
    ("sentence", "value", "unit"),
    [
        ("at least 1,500,000", "1500000", ""),
        ("over 2.5 million dollars", "2500000", "USD"),
        ("€3bn", "3000000000", "EUR"),
        ("10 CHF", "10", "CHF"),
        ("40 m", "40000000", ""),
    ],
)
def test_a_sum_is_read_with_its_scale_and_currency(sentence: str, value: str, unit: str) -> None:
    (number,) = (m for m in mentions(ox.Store(), sentence, ()) if m.type is ParameterType.NUMBER)
    assert (number.value, number.unit) == (value, unit)


def test_a_common_word_is_a_name_only_with_a_capital_of_its_own() -> None:
    graph = ox.Store()
    iri, rdf = ox.NamedNode("urn:park"), PREFIXES["rdf"]
    graph.add(ox.Quad(iri, ox.NamedNode(rdf + "type"), ox.NamedNode(PREFIXES["helix"] + "Hub")))
    graph.add(ox.Quad(iri, ox.NamedNode(PREFIXES["rdfs"] + "label"), ox.Literal("Park")))
    assert [m.value for m in mentions(graph, "who is in the park", ())] == []
    assert [m.value for m in mentions(graph, "who is in the Park", ())] == ["Park"]
    assert [m.value for m in mentions(graph, "Park members", ())] == []

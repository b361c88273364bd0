"""questions/lexer.py: the tokens of a text, whatever it holds."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from triplehelix.questions.lexer import TokenKind, prefixes, tokens, used_prefixes


@given(st.text(alphabet=st.sampled_from("?_$x:<>\"'#\\ab{} .\n@1"), max_size=40))
@example("SELECT ?x WHERE { ?x ex:p\\?_q \"?_x\" ; <http://a/?_x> '''?_x''' } # ?_x")
def test_the_tokens_joined_are_the_text(text: str) -> None:
    assert "".join(token.text for token in tokens(text)) == text


def test_a_variable_is_told_from_the_same_letters_in_strings_comments_iris_and_names() -> None:
    text = """SELECT ?_x { ?s ex:a\\?_x "?_x" , '?_x', '''a'?_x''', \"\"\"b"?_x\"\"\" , <urn:?_x> , "\\"?_x" . # ?_x
    FILTER($_x < ?_xy && ?s > ?_x) }"""
    found = [token.text for token in tokens(text) if token.kind is TokenKind.VARIABLE]
    assert found == ["?_x", "?s", "$_x", "?_xy", "?s", "?_x"]


def test_prefixes_are_those_declared_and_those_used() -> None:
    text = 'PREFIX a: <urn:a> prefix : <urn:> SELECT * { ?s a:b :c ; d:e "f:g" }'
    assert prefixes(text) == {"a": "urn:a", "": "urn:"}
    assert used_prefixes(text) == {"a", "", "d"}

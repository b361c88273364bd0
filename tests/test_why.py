"""answers/why.py: the sentences behind a thing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest

from triplehelix.answers import ask
from triplehelix.answers.why import why
from triplehelix.errors import NameNotFound
from triplehelix.prefixes import ID_BASE
from triplehelix.store import Store


@pytest.fixture(scope="module")
def store(small_path: Path) -> Iterator[Store]:
    with Store.open(small_path, readonly=True) as opened:
        yield opened


def test_why_gives_every_sentence_about_a_thing(store: Store) -> None:
    account = why(store, "Mizuhara Bio Office")
    assert account.iri == ID_BASE + "organization/mizuhara-bio-office"
    lines = list(account.lines())
    assert lines[0] == f"Mizuhara Bio Office <{account.iri}>"
    assert "A bay for the life sciences (mizuhara-1)" in lines
    assert "Friends in the north (mizuhara-2)" in lines
    assert any("renewed their agreement on marine biotechnology in February 2026" in line for line in lines)
    assert any(
        line.startswith("    Mizuhara Bio Office: class organization; kind cluster organization") for line in lines
    )


def test_why_takes_a_partnership_a_claim_and_an_article(store: Store) -> None:
    partnership = ask(store, "public_private_partnerships").rows[0][0]
    assert isinstance(partnership, ox.NamedNode)
    account = why(store, partnership.value)
    assert [one.quote[:19] for one in account.passages] == ["The plant was built"]
    claim = account.passages[0].claims[0].iri
    assert [len(one.claims) for one in why(store, claim).passages] == [1]
    assert len(why(store, ID_BASE + "article/mizuhara-2").passages) == 4


def test_why_says_when_no_article_states_anything(store: Store) -> None:
    with pytest.raises(NameNotFound):
        why(store, "Nobody at All")

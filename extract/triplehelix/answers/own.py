"""A question in a file of one's own -> its answer, from a process that can be killed.

The saved questions are known to be quick and small. What somebody else has written may run for ever, so it has the
time-out and the row cap that `sparql` has.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from triplehelix.answers import evidence, sandbox
from triplehelix.answers.answer import Answer, Triples, Verdict
from triplehelix.answers.sandbox import Limits
from triplehelix.answers.spots import spots
from triplehelix.answers.taking import resolved, title
from triplehelix.questions.question import Question
from triplehelix.store import Store


def ask_own(
    store: Store,
    question: Question,
    values: Mapping[str, object],
    limits: Limits | None = None,
    *,
    with_evidence: bool = True,
) -> Answer | Triples | Verdict:
    """The answer to a question of one's own: rows, or triples for a CONSTRUCT, cut where the limits say.

    Raises:
        QuestionError: an unknown parameter, or a value of the wrong type.
        QueryError: a fault in the query, or something that it may not ask for.
    """
    text = resolved(store, question, values)
    found = sandbox.run(store.path, text, limits or Limits(), store)
    if not isinstance(found, Answer):
        return found
    cells = (cell for row in found.rows for cell in row)
    return replace(
        found,
        passages=evidence.of_rows(store, question.evidence, found.columns, found.rows) if with_evidence else (),
        hidden=question.hidden,
        title=title(question, values),
        view=question.view,
        spots=spots(store, cells) if question.view == "map" else {},
    )

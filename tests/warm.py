"""Loads once what every build loads; imported by the process that the builds of test_kill are forked from."""

from __future__ import annotations

from rdflib import Graph

from tests.gold_facts import gold_facts
from triplehelix.gate import validate
from triplehelix.reasoning import infer
from triplehelix.shards.fingerprint import fingerprint

fingerprint(gold_facts)
infer(Graph())
validate(Graph())

"""Values that would change a query if they were pasted into it, and what a query is without its values."""

from __future__ import annotations

from triplehelix.questions.lexer import TokenKind, tokens

#: What a person, or a machine, might type for a parameter to make a query another one.
HOSTILE = [
    '"', "'", '"""', "\\", '\\"', "\n", "\r\n", "\t", "\x00", "}", "{", "} }", "#", "# x", ">", "<", "<>", "?s", "$s",
    "?_name", "%22", "&quot;", "\\u0022", "\\U00000022", "\u201c", "\uff02", "\u02ba", "\u2028", "\u2029", "\ufeff",
    "\u202e", "\u00a0", '" }', '" } #', "' } #", '"@en', '"^^<urn:x>', '" . ?a ?b ?c . "', '" } UNION { ?s ?p ?o',
    "; DROP ALL", "; CLEAR ALL", '" } SERVICE <http://127.0.0.1/> { ?s ?p "',
    "' } SERVICE <http://127.0.0.1/> { ?s ?p '", '""" } SERVICE <urn:x> {} """',
    '\\u0022 } SERVICE <http://127.0.0.1/> { ?s ?p \\u0022', "} FROM <file:///etc/passwd> {",
    "LOAD <http://127.0.0.1/>", 'x" ; ?p ?o } INSERT DATA { <urn:a> <urn:b> <urn:c> } #', "*/", "/*", "--", "OR 1=1",
    "`", "|", "^", "$(id)", "${x}", "{{x}}", "\\n", "\\t", "\\\\", "\\\\\"", "\\\\\\\"", "'''", "''' }", '"""@en',
    "\x1b[31m", "\x7f", "\u0085", "é", "e\u0301", "大阪", "\U0001f600", "a" * 10_000, "", " ", "  ", "\u200b", "null",
    "true", "1", "-1", "1e5", "NaN", "<urn:x>", "_:b", "a", "helix:Hub", "SELECT", "BIND(1 AS ?x)", "FILTER(false)",
    "VALUES ?s {}", "?s ?p ?o .", "<<", ">>", "<< ?s ?p ?o >>", "{|", "|}", "@prefix", "PREFIX x: <urn:x>",
    "BASE <urn:x>", "?_name } #", '"?_name"', "%s", "%(name)s", "{0}", "\\1", "\\g<0>", "$1", "\ufffd", "\ufffe",
]  # fmt: skip


def shape(text: str) -> list[str]:
    """The tokens of a query, with every literal and IRI reduced to its kind."""
    constant = {TokenKind.STRING, TokenKind.IRI}
    return [t.kind.value if t.kind in constant else t.text for t in tokens(text) if not t.is_blank]

"""Bad input is one clear line, whatever its bytes."""

from __future__ import annotations

import io
import sys
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter

from tests.test_articles import CURLEW, TEXT, fault, pdf, written
from triplehelix.articles import collect, read
from triplehelix.articles.decoding import TEXT_LIMIT
from triplehelix.errors import MissingExtra

# --- bad input


BAD: dict[str, tuple[str, bytes, str]] = {
    "empty": ("a.txt", b"", "is empty"),
    "blank": ("a.txt", b" \n\t \n", "is empty"),
    "blank record": ("a.json", b'{"text": " \\n"}', "is empty"),
    "only front matter": ("a.md", b"---\ntitle: A\n---\n", "is empty"),
    "binary": ("a.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "is binary"),
    "a late control character": ("a.txt", b"Heron Park\x7f signed.", "U+007F at character 10"),
    "latin-1": ("a.txt", "Malmö".encode("latin-1"), "is not UTF-8 at byte 4; convert it"),
    "latin-1 in json": ("a.json", '{"text": "Malmö"}'.encode("latin-1"), "is not UTF-8 at byte 14"),
    "a surrogate": ("a.json", b'{"text": "a\\ud800"}', "U+D800"),
    "half UTF-16": ("a.txt", b"\xff\xfea\x00b", "is not UTF-16-LE at byte 4"),
    "long": ("a.txt", b"word " * (TEXT_LIMIT // 5 + 1), "holds 300 kB of text, more than the 300 kB"),
    "30 MB": ("a.txt", b"Heron Park. " * 2_500_000, "holds 30000 kB of text"),
    "a long page": ("a.html", b"<p>Heron Park.</p>" * 600_000, "holds 10.8 MB of HTML, more than 4 MB"),
    "broken json": ("a.json", b'{"text": "a",\n  "title" "b"}', "is not JSON at line 2, column 11"),
    "deep json": ("a.json", b"[" * 100_000, "is JSON that cannot be read"),
    "broken json line": ("a.jsonl", b'{"text": "A park."}\n\n{"text": }', "is not JSON at line 3, column 10"),
    "empty list": ("a.json", b"[]", "holds an empty list"),
    "no object": ("a.json", b'["a"]', "record 1: is a str, not an object"),
    "no text": ("a.jsonl", b'{"title": "A"}', 'line 1: has no "text"'),
    "text of another type": ("a.json", b'{"text": ["a"]}', '"text" is not a string'),
    "title of another type": ("a.json", b'{"text": "a", "title": {}}', "title is a dict"),
    "no whole date": ("a.json", b'{"text": "a", "published": "May 2024"}', 'published is "May 2024", not a whole date'),
    "no web address": ("a.json", b'{"text": "a", "url": "file:///a"}', "not a web address"),
    "a name of nothing": ("a.json", b'{"text": "a", "id": "../"}', "has no usable name"),
    "a very long name": ("a.json", b'{"text": "a", "id": "' + b"x" * 300 + b'"}', "has no usable name"),
    "front matter": ("a.md", b"---\ntitle: [a\n---\nText", "front matter is not YAML at line"),
    "front matter that is a list": ("a.md", b"---\n- a\n---\nText", "front matter is not a mapping"),
    "no page": ("a.html", b"<html><body></body></html>", "holds no article text"),
    "binary page": ("a.html", b"\x00\x01\x02", "is binary"),
    "no pdf": ("a.pdf", b"Heron Park", "is not a readable PDF"),
    "half a pdf": ("a.pdf", CURLEW[:300], "is not a readable PDF"),
    "a scan": ("a.pdf", pdf([]), "holds no text, it may be a scan"),
    "unknown suffix": ("a.docx", b"PK", 'has the unknown suffix ".docx"; the known ones are .htm .html'),
}


@pytest.mark.parametrize("case", BAD)
def test_bad_input_is_one_clear_line(tmp_path: Path, case: str, capfd: pytest.CaptureFixture[str]) -> None:
    name, content, expected = BAD[case]
    path = written(tmp_path, name, content)
    message = fault(path)
    assert expected in message
    assert message.startswith(str(path))
    assert capfd.readouterr() == ("", "")


def test_an_encrypted_pdf_is_refused(tmp_path: Path) -> None:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(CURLEW)))
    writer.encrypt("secret", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    assert "is encrypted" in fault(written(tmp_path, "a.pdf", out.getvalue()))


def test_a_missing_file_a_folder_and_an_unreadable_file_are_told_apart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "no such file" in fault(tmp_path / "none.txt")
    assert "no such file" in fault(tmp_path / "none")
    assert "is a folder" in fault(tmp_path)
    path = written(tmp_path, "a.txt", TEXT)

    def refuse(*_: object) -> io.BytesIO:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert "cannot be read (Permission denied)" in fault(path)


@pytest.mark.parametrize(("suffix", "module"), [(".html", "trafilatura"), (".pdf", "pypdf")])
def test_a_missing_extra_says_how_to_install_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, suffix: str, module: str
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    path = written(tmp_path, f"a{suffix}", CURLEW if suffix == ".pdf" else "<p>Heron Park.</p>")
    with pytest.raises(MissingExtra, match=rf"pip install 'triplehelix\[{suffix[1:]}\]'"):
        list(read(path))


@settings(deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_are_text_or_one_error(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    folder = tmp_path_factory.mktemp("any")
    for suffix in (".txt", ".md", ".json", ".jsonl"):
        for article in collect([written(folder, f"a{suffix}", data)]).articles:
            assert unicodedata.is_normalized("NFC", article.text)
            assert article.text.encode()


@settings(deadline=None)
@given(st.integers(0, len(CURLEW) - 1), st.integers(0, 255))
def test_a_pdf_with_one_wrong_byte_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, place: int, value: int
) -> None:
    damaged = CURLEW[:place] + bytes([value]) + CURLEW[place + 1 :]
    collect([written(tmp_path_factory.mktemp("pdf"), "a.pdf", damaged)])

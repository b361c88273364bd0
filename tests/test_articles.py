"""Every format is read into the same kind of value; every bad input is one clear line, and loses no other article."""

from __future__ import annotations

import io
import json
import sys
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter

from triplehelix.articles import SUFFIXES, Article, Collection, collect, read
from triplehelix.articles.decoding import TEXT_LIMIT, stored_form
from triplehelix.articles.language import guess_language, language_tag
from triplehelix.articles.written_dates import parse_date
from triplehelix.errors import ArticleError, MissingExtra
from triplehelix.folders import SEEDS

if TYPE_CHECKING:
    from collections.abc import Callable

DATA = Path(__file__).parent / "data"
TEXT = "Heron Park and the Tartu Sensor Cluster renewed their agreement in March.\n"


def one(path: Path | str) -> Article:
    (article,) = read(path)
    return article


def written(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def fault(path: Path | str) -> str:
    with pytest.raises(ArticleError) as caught:
        list(read(path))
    message = str(caught.value)
    assert "\n" not in message
    return message


def pdf(*pages: list[str]) -> bytes:
    """A PDF with one font and the given lines on each page."""
    kids = " ".join(f"{4 + 2 * i} 0 R" for i in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for i, lines in enumerate(pages):
        shown = "BT /F1 11 Tf 72 770 Td 14 TL " + " ".join(f"({line}) Tj T*" for line in lines) + " ET"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * i} 0 R"
            " /Resources << /Font << /F1 3 0 R >> >> >>"
        )
        objects.append(f"<< /Length {len(shown)} >>\nstream\n{shown}\nendstream")
    out, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode()
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    size = len(objects) + 1
    end = f"trailer << /Size {size} /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF\n"
    return out + f"xref\n0 {size}\n0000000000 65535 f \n{table}{end}".encode()


CURLEW = pdf(
    [
        "Curlew Dock finds a partner",
        "Curlew Dock, a campus in Hull, has signed an agreement with the",
        "Ghent cluster Leie Photonics. It runs for three years.",
    ],
    ["The two sides will meet again in May."],
)


# --- the formats


def test_text_is_stored_as_it_stands(tmp_path: Path) -> None:
    article = one(written(tmp_path, "heron park.txt", TEXT))
    assert article.text == TEXT
    assert (article.name, article.source, article.language) == ("heron park", "heron park.txt", "en")
    assert (article.title, article.published, article.publisher, article.url) == (None, None, None, None)


def test_newlines_and_letters_are_normalised_once(tmp_path: Path) -> None:
    decomposed = unicodedata.normalize("NFD", "Ålesund\r\nÉvora\rŁódź\fMalmö")
    assert one(written(tmp_path, "a.txt", decomposed)).text == "Ålesund\nÉvora\nŁódź\nMalmö"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_byte_order_marks_are_understood(tmp_path: Path, encoding: str) -> None:
    assert one(written(tmp_path, "a.txt", "Malmö and Łódź".encode(encoding))).text == "Malmö and Łódź"


def test_markdown_takes_its_metadata_from_the_front_matter() -> None:
    article = one(DATA / "meadowbrook.md")
    assert article.title == "Meadowbrook Campus takes in two robot makers"
    assert article.published == "2025-02-03"
    assert article.publisher == "Meadowbrook Gazette"
    assert article.url == "https://gazette.example/meadowbrook%20robots"
    assert "tags:" not in article.text
    assert article.text.count(article.title) == 1


def test_markdown_without_a_headline_gets_the_title_of_its_front_matter(tmp_path: Path) -> None:
    article = one(written(tmp_path, "a.md", f"---\ntitle: Heron renews\n---\n{TEXT}"))
    assert article.text == f"Heron renews\n\n{TEXT}"


def test_html_is_read_without_the_page_around_the_article() -> None:
    article = one(DATA / "fjordlab.html")
    assert article.title == "Fjordlab opens its doors in Ålesund"
    assert article.publisher == "Coast & Cluster"
    assert article.published == "2024-05-14"
    assert article.language == "en-GB"
    assert article.url == "https://coast-and-cluster.example/2024/fjordlab"
    assert "- Tidewrack Ltd (United Kingdom)\n" in article.text
    assert article.text.count(article.title) == 1
    assert "cookies" not in article.text
    assert "About us" not in article.text


def test_html_in_the_charset_that_it_declares(tmp_path: Path) -> None:
    page = (DATA / "fjordlab.html").read_text(encoding="utf-8").replace('charset="utf-8"', 'charset="iso-8859-1"')
    assert one(written(tmp_path, "a.html", page.encode("iso-8859-1"))).text == one(DATA / "fjordlab.html").text


def test_pdf_pages_are_parted_by_a_blank_line(tmp_path: Path) -> None:
    article = one(written(tmp_path, "curlew.pdf", CURLEW))
    assert article.text.startswith("Curlew Dock finds a partner\nCurlew Dock, a campus")
    assert article.text.endswith("three years.\n\nThe two sides will meet again in May.")
    assert article.title is None


def test_the_title_of_a_pdf_counts_where_the_text_shows_it(tmp_path: Path) -> None:
    def titled(title: str) -> str | None:
        writer = PdfWriter(clone_from=PdfReader(io.BytesIO(CURLEW)))
        writer.add_metadata({"/Title": title})
        out = io.BytesIO()
        writer.write(out)
        return one(written(tmp_path, "a.pdf", out.getvalue())).title

    assert titled("Curlew Dock finds a partner") == "Curlew Dock finds a partner"
    assert titled("Microsoft Word - final_v3.doc") is None


def test_json_lines_are_named_by_id_or_by_number() -> None:
    first, second = read(DATA / "heron.jsonl")
    assert (first.name, second.name) == ("heron-7", "heron-0002")
    assert first.text.startswith("Heron Park renews its pact with Tartu\n\nHeron Park and")
    assert second.published == "2024-05-02"
    assert first.source == second.source == "heron.jsonl"


def test_a_json_list_holds_many_articles() -> None:
    assert [article.name for article in read(DATA / "two.json")] == ["two-0001", "osprey-2"]


def test_a_json_object_is_named_by_its_file_and_may_carry_other_keys(tmp_path: Path) -> None:
    record = {"title": "Heron", "text": TEXT, "entities": [{"id": "e1"}], "published": None, "language": "de"}
    article = one(written(tmp_path, "heron.json", json.dumps(record)))
    assert (article.name, article.text, article.language) == ("heron", f"Heron\n\n{TEXT}", "de")


def test_stdin_is_plain_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    article = one("-")
    assert (article.name, article.source, article.text) == ("stdin", "-", TEXT)


# --- hashes


def test_the_content_hash_covers_the_metadata_and_the_text_hash_does_not(tmp_path: Path) -> None:
    dated, undated = ({"id": "a", "text": TEXT, "published": day} for day in ("2024-05-01", None))
    a, b = (one(written(tmp_path, "a.json", json.dumps(fields))) for fields in (dated, undated))
    assert a.text_hash == b.text_hash
    assert a.content_hash != b.content_hash
    assert len(a.text_hash) == len(a.content_hash) == 64


def test_the_content_hash_does_not_depend_on_where_the_article_is_kept(tmp_path: Path) -> None:
    assert one(written(tmp_path, "a.txt", TEXT)).content_hash == one(written(tmp_path, "b.md", TEXT)).content_hash


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


# --- many inputs


def test_a_folder_is_read_whole_in_sorted_order(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / ".git").mkdir()
    for name in ("z.txt", "b/m.txt", "a.TXT", ".hidden.txt", ".git/config.txt"):
        written(tmp_path, name, TEXT)
    notes = written(tmp_path, "notes.docx", b"PK")
    collection = collect([tmp_path])
    assert [article.name for article in collection.articles] == ["a", "m", "z"]
    assert collection.skipped == (notes,)
    assert collection.failed == ()


def test_a_bad_file_does_not_lose_the_others(tmp_path: Path) -> None:
    written(tmp_path, "a.txt", TEXT)
    written(tmp_path, "b.txt", b"")
    written(tmp_path, "c.jsonl", f'{json.dumps({"text": TEXT})}\n{{"text": }}\n{json.dumps({"text": TEXT})}\n')
    collection = collect([tmp_path, tmp_path / "none.txt", tmp_path / "d.docx"])
    assert [article.name for article in collection.articles] == ["a", "c-0001", "c-0003"]
    assert [error.what.split(" (")[0] for error in collection.failed] == [
        "is empty",
        "is not JSON at line 2, column 10",
        "no such file",
        "no such file",
    ]


def test_two_articles_of_one_name_are_both_named(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    first, second = written(tmp_path, "a.txt", TEXT), written(tmp_path, "b/a.md", TEXT)
    collection = collect([tmp_path])
    assert [article.source for article in collection.articles] == ["a.txt"]
    (error,) = collection.failed
    assert str(error).startswith(f'{second}: has the same name "a" as one in {first}')


def test_a_file_reached_twice_is_read_once(tmp_path: Path) -> None:
    path = written(tmp_path, "a.txt", TEXT)
    collection = collect([path, tmp_path, tmp_path / "." / "a.txt"])
    assert len(collection.articles) == 1
    assert collection.failed == ()


def test_a_folder_without_articles_is_an_error(tmp_path: Path) -> None:
    (error,) = collect([tmp_path]).failed
    assert all(suffix in str(error) for suffix in SUFFIXES)


def test_no_paths_are_no_articles() -> None:
    assert collect([]) == Collection((), (), ())


def test_the_seeds_are_read(tmp_path: Path) -> None:
    collection = collect([SEEDS / "articles"])
    assert len(collection.articles) == 4
    assert {article.language for article in collection.articles} == {"en"}
    for article in collection.articles:
        assert article.text == (SEEDS / "articles" / article.source).read_text(encoding="utf-8")
    assert not list(tmp_path.iterdir())


# --- the parts


@pytest.mark.parametrize(
    ("written_date", "iso"),
    [
        ("2024-05-12", "2024-05-12"),
        ("2024-05-12T08:00:00+02:00", "2024-05-12"),
        ("12 May 2024", "2024-05-12"),
        ("12th of no month 2024", None),
        ("May 12th, 2024", "2024-05-12"),
        ("Sept. 03, 2024", "2024-09-03"),
        ("Mon, 12 May 2025 10:00:00 GMT", "2025-05-12"),
        ("14.01.2024", "2024-01-14"),
        ("28/07/2022", "2022-07-28"),
        ("07/28/2022", "2022-07-28"),
        ("05/05/2022", "2022-05-05"),
        ("03/04/2022", None),
        ("2024年5月12日", "2024-05-12"),
        ("31 February 2024", None),
        ("1 May 2024 and 2 May 2024", None),
        ("11-12 June 2025", None),
        ("2024", None),
        ("May 2024", None),
    ],
)
def test_a_date_is_read_only_where_it_is_whole_and_certain(written_date: str, iso: str | None) -> None:
    day = parse_date(written_date)
    assert (day and day.isoformat()) == iso


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (TEXT, "en"),
        ("柏の葉スマートシティに、新しい製造拠点ができることになりました。", "ja"),
        ("Het park in Leiden was de eerste van de regio en we hopen op meer bedrijven.", None),
        ("Der Park in Leiden war der erste in der Region, und man hofft auf mehr.", None),
        ("12 345", None),
    ],
)
def test_a_language_is_guessed_only_where_it_is_plain(text: str, language: str | None) -> None:
    assert guess_language(text) == language


def test_declared_languages_become_tags() -> None:
    assert [language_tag(tag) for tag in ("EN", "en_us", "zh-Hant", "English!")] == ["en", "en-US", "zh-Hant", None]


@settings(deadline=None)
@given(st.text(min_size=1))
def test_the_stored_form_is_stable(text: str) -> None:
    def normalise(piece: str) -> str | None:
        try:
            return stored_form(piece, "a.txt")
        except ArticleError:
            return None

    once = normalise(text)
    assert once is None or normalise(once) == once


def test_metadata_of_yaml_types_is_read(tmp_path: Path) -> None:
    front: Callable[[str], Any] = lambda line: one(written(tmp_path, "a.md", f"---\n{line}\n---\n{TEXT}"))  # noqa: E731
    assert front("published: 2024-05-12 08:00:00").published == "2024-05-12"
    assert front("title: 2024").title == "2024"
    assert front("# nothing").title is None

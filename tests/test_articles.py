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

from triplehelix.articles import Article, read
from triplehelix.articles.decoding import stored_form
from triplehelix.articles.language import guess_language, language_tag
from triplehelix.articles.written_dates import parse_date
from triplehelix.errors import ArticleError

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

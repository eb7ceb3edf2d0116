"""DOCX files of offices: numbers as a word processor prints them; recorded changes and hidden words are not let in."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import intake_documents as documents
import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import RGBColor

from regelwerk.cli import run
from regelwerk.diagnostics import NotUnderstood
from regelwerk.intake import docx_package, read_document
from regelwerk.intake.docx import read_docx
from regelwerk.intake.docx_numbering import number_text
from regelwerk.structure import parse


def test_every_unit_is_right(tmp_path: Path) -> None:
    path = tmp_path / "Geschäftsordnung.docx"
    path.write_bytes(documents.numbered_docx())
    intake = read_document(path)
    assert parse(intake.source).document == documents.known()
    assert (intake.kind, intake.pages, intake.findings) == ("docx", None, ())


def test_levels_count_as_they_are_printed() -> None:
    document = Document()
    formats = (("upperRoman", "%1."), ("decimal", "%1.%2"), ("lowerLetter", "%3)"), ("bullet", "\uf0b7"))
    documents.add_numbering(document, *formats)
    for level in (0, 1, 2, 2, 3, 1, 2, 0, 1):
        documents.set_number(document.add_paragraph("Text"), level)
    assert lines(document) == [
        "I. Text", "I.1 Text", "a) Text", "b) Text", "• Text", "I.2 Text", "a) Text", "II. Text", "II.1 Text",
    ]  # fmt: skip


def test_a_numbering_with_its_own_start_begins_anew() -> None:
    document = Document()
    documents.add_numbering(document, ("decimal", "%1."))
    numbering = document.part.numbering_part.element
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="4"/></w:lvlOverride>'
    num = f'<w:num {nsdecls("w")} w:numId="78"><w:abstractNumId w:val="77"/>{override}</w:num>'
    numbering.append(parse_xml(num))
    for number in (77, 77, 78, 78):
        documents.set_number(document.add_paragraph("Text"), 0, number)
    assert lines(document) == ["1. Text", "2. Text", "4. Text", "5. Text"]


def test_a_style_numbers_its_paragraphs_and_zero_takes_the_number_away() -> None:
    document = Document()
    documents.add_numbering(document, ("decimal", "§ %1"))
    style = document.styles["Heading 1"].element.get_or_add_pPr().get_or_add_numPr()
    style.get_or_add_numId().val = 77
    document.add_paragraph("Name", style="Heading 1")
    documents.set_number(document.add_paragraph("Anhang", style="Heading 1"), 0, 0)
    document.add_paragraph("Sitz", style="Heading 1")
    assert lines(document) == ["§ 1 Name", "Anhang", "§ 2 Sitz"]


@pytest.mark.parametrize(
    ("number", "style", "printed"),
    [
        (3, "decimal", "3"),
        (3, "decimalZero", "03"),
        (3, "ordinal", "3."),
        (28, "lowerLetter", "bb"),
        (2, "upperLetter", "B"),
        (14, "lowerRoman", "xiv"),
        (1949, "upperRoman", "MCMXLIX"),
        (3, "none", ""),
        (3, "cardinalText", None),
    ],
)
def test_formats_of_numbers(number: int, style: str, printed: str | None) -> None:
    assert number_text(number, style) == printed


def changed() -> Any:
    """A document in which „vier“ was replaced by „sechs“ and an Absatz was joined to the next, both recorded."""
    document = Document()
    paragraph = document.add_paragraph("(1) Die Amtszeit beträgt ")
    author = f'{nsdecls("w")} w:id="1" w:author="A"'
    paragraph._p.append(parse_xml(f"<w:del {author}><w:r><w:delText>vier</w:delText></w:r></w:del>"))
    paragraph._p.append(parse_xml(f"<w:ins {author}><w:r><w:t>sechs</w:t></w:r></w:ins>"))
    paragraph.add_run(" Jahre.")
    paragraph._p.get_or_add_pPr().append(parse_xml(f"<w:rPr {nsdecls('w')}><w:del {author}/></w:rPr>"))
    document.add_paragraph("Sie beginnt mit der Wahl.")
    return document


@pytest.mark.parametrize(
    ("tracked", "expected"),
    [
        ("accept", ["(1) Die Amtszeit beträgt sechs Jahre. Sie beginnt mit der Wahl."]),
        ("reject", ["(1) Die Amtszeit beträgt vier Jahre.", "Sie beginnt mit der Wahl."]),
    ],
)
def test_recorded_changes_count_as_decided(tracked: str, expected: list[str]) -> None:
    assert lines(changed(), tracked) == expected


def test_recorded_changes_without_a_decision_are_refused() -> None:
    assert refusal(documents.saved(changed())) == (
        "The document has 3 recorded changes that nobody has accepted or rejected: − „vier“, + „sechs“, …",
        "Import with --accept-changes or --reject-changes, or decide in the word processor.",
    )


def test_the_decision_is_an_option_of_import(tmp_path: Path) -> None:
    document, text = tmp_path / "Ordnung.docx", tmp_path / "Ordnung.txt"
    document.write_bytes(documents.saved(changed()))
    assert run(["import", str(document), "--reject-changes", "--output", str(text)]) == 0
    assert "vier Jahre" in text.read_text(encoding="utf-8")
    assert run(["import", str(document), "--output", str(tmp_path / "other.txt")]) == 3


def test_hidden_words_are_refused_or_left_out() -> None:
    document = Document()
    paragraph = document.add_paragraph("(1) Die Sitzung ist ")
    paragraph.add_run("nicht ").font.hidden = True
    paragraph.add_run("öffentlich.")
    paragraph.add_run(" Nie.").font.color.rgb = RGBColor(255, 255, 255)
    with pytest.raises(NotUnderstood) as refused:
        read_docx("a.docx", documents.saved(document))
    assert [diagnostic.message for diagnostic in refused.value.diagnostics] == [
        "Hidden text (set to hidden): „nicht“.",
        "Hidden text (white on white): „Nie.“.",
    ]
    proposal = read_docx("a.docx", documents.saved(document), "accept")
    assert proposal.source.text == "(1) Die Sitzung ist öffentlich.\n"
    assert [finding.message for finding in proposal.findings] == [
        "Hidden text (set to hidden) was left out: „nicht“.",
        "Hidden text (white on white) was left out: „Nie.“.",
    ]


def test_struck_words_tabs_and_special_hyphens() -> None:
    document = Document()
    paragraph = document.add_paragraph("(1)\tHaupt")
    paragraph._p.append(parse_xml(f"<w:r {nsdecls('w')}><w:noBreakHyphen/><w:t>Amt und Vor</w:t></w:r>"))
    paragraph._p.append(parse_xml(f"<w:r {nsdecls('w')}><w:softHyphen/><w:t>stand </w:t></w:r>"))
    paragraph.add_run("entfallen").font.strike = True
    proposal = read_docx("a.docx", documents.saved(document))
    (finding,) = proposal.findings
    assert proposal.source.text == "(1) Haupt-Amt und Vorstand entfallen\n"
    assert finding.message == "Struck through, but kept in the proposal: „entfallen“."
    assert finding.span is not None and finding.span.text == "entfallen"


def test_of_fields_only_the_result_is_text() -> None:
    document = Document()
    paragraph = document.add_paragraph("Es gilt ")
    for inner in (
        '<w:fldChar w:fldCharType="begin"/>',
        "<w:instrText> REF _Ref1 \\r </w:instrText>",
        '<w:fldChar w:fldCharType="separate"/>',
        "<w:t>§ 4</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
    ):
        paragraph._p.append(parse_xml(f"<w:r {nsdecls('w')}>{inner}</w:r>"))
    paragraph.add_run(" entsprechend.")
    proposal = read_docx("a.docx", documents.saved(document))
    assert proposal.source.text == "Es gilt § 4 entsprechend.\n"
    assert [finding.message for finding in proposal.findings] == ["Fields stand as they were last saved: „§ 4“."]


def test_rows_of_tables() -> None:
    document = Document()
    document.add_paragraph("Es gelten folgende Sätze:")
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip(table._cells, ("Anlass", "Betrag", "Sitzung", "20 Euro"), strict=True):
        cell.text = text
    assert read_docx("a.docx", documents.saved(document)).source.text == (
        "Es gelten folgende Sätze:\n\nAnlass | Betrag\nSitzung | 20 Euro\n"
    )


def test_an_archive_that_is_no_docx_is_refused() -> None:
    assert refusal(archive({"content.xml": b"<a/>"})) == (
        "This is not a DOCX file, although it begins like one (ODT, XLSX or another archive?).",
        "Save it as DOCX in the program that made it, and import that.",
    )


def test_a_bomb_is_refused() -> None:
    assert refusal(archive({"word/document.xml": b" " * (docx_package.PART + 1)})) == (
        "This DOCX file is far larger unpacked than any rules are.",
        "Copy its text into a new document, save that, and import it.",
    )


def test_entities_are_refused() -> None:
    text = b'<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'
    message, _hint = refusal(archive({"word/document.xml": text}))
    assert message == "This XML file defines entities; it could contain a text that is not seen in it."


def lines(document: Any, tracked: str = "refuse") -> list[str]:
    """The lines of the text that is read from a document."""
    return [line for line in read_docx("a.docx", documents.saved(document), tracked).source.text.splitlines() if line]


def refusal(data: bytes) -> tuple[str, str | None]:
    """The message and the hint with which a file is refused."""
    with pytest.raises(NotUnderstood) as refused:
        read_docx("a.docx", data)
    (diagnostic,) = refused.value.diagnostics
    return diagnostic.message, diagnostic.hint


def archive(members: dict[str, bytes]) -> bytes:
    """A ZIP archive of these files."""
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as packed:
        for name, data in members.items():
            packed.writestr(name, data)
    return file.getvalue()

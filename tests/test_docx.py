"""DOCX: accepting all tracked changes gives the new text, rejecting all the old one; the same bytes on any day."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path

import docx
import hostile
import pytest
from docx.text.paragraph import Paragraph
from hypothesis import HealthCheck, given, settings
from lxml import etree
from samples import NEW, OLD, REGISTER, comparison, publication, read

from regelwerk.commands import AppendUnits, NewText
from regelwerk.comparison import compare_texts
from regelwerk.comparison.changes import Reason
from regelwerk.diagnostics import Source
from regelwerk.intake.docx import read_docx
from regelwerk.output.choices import View
from regelwerk.output.docx import render
from regelwerk.output.publication import ActEntry, Masthead, compared, consolidated
from regelwerk.structure import format_document, parse

PYTHON = "/usr/bin/python3"
"""The Python for which LibreOffice's module is installed."""
OFFICE = shutil.which("soffice") and Path("/usr/lib/python3/dist-packages/uno.py").exists()
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def canonical(document: bytes, changes: str) -> str:
    """The text that our own reader finds in a DOCX, with all changes accepted or rejected."""
    return format_document(parse(read_docx("file.docx", document, changes).source).document)


ENDS_OLD = """Ordnung des Rates

§ 1 Aufgaben
(1) Der Rat hat die Aufgabe,
    1. die Gemeinden zu beraten,
    2. zu berichten.
    Er tagt oft.
    Das gilt immer.
(2) Er wird gehört.

§ 2 Geld
    Das Geld kommt vom Kreis.
"""
ENDS_NEW = """Ordnung des Rates

§ 1 Aufgaben
(1) Der Rat hat die Aufgabe,
    1. die Gemeinden zu beraten,
    2. zu berichten,
    3. Vorhaben zu fördern:
       a) an Schulen,
       b) in Vereinen.
    Das gilt immer.
(2) Er wird gehört.

§ 2 Geld
(1) Das Geld kommt vom Kreis.
(2) Spenden sind willkommen.
"""
"""Words come and go at the ends of paragraphs, and whole paragraphs beside them."""
PARTED_OLD = """Ordnung des Rates

§ 1 Beitrag
(1) Der Beitrag wird im Mai erhoben.
    Er wird auch für Jahre erhoben, in denen der Rat nicht tagt.

§ 2 Wahl
    Gewählt wird im Mai.

§ 3 Verfahren
(1) Das Verfahren regelt der Rat.
"""
PARTED_NEW = """Ordnung des Rates

§ 1 Beitrag
(1) Der Beitrag wird im Mai erhoben.
    Er richtet sich nach dieser Tafel:
    Mitglied | Euro
    Gemeinde | 100
(2) Er wird auch für Jahre erhoben, in denen der Rat nicht tagt.

§ 2 Wahl
(1) Gewählt wird im Mai.
    Briefe sind erlaubt.
(2) Wer nicht kommt, wird vertreten.
(3) Das Verfahren regelt der Rat.
"""
"""A table comes into a paragraph, and a heading goes between a new number and its words."""
PAIRS = [(OLD, NEW), (ENDS_OLD, ENDS_NEW), (ENDS_NEW, ENDS_OLD), (PARTED_OLD, PARTED_NEW), (PARTED_NEW, PARTED_OLD)]


def redline(old: str, new: str) -> bytes:
    return render(compared(View.REDLINE, comparison(old, new), Masthead()))


@pytest.mark.parametrize(("old", "new"), PAIRS)
def test_accepting_gives_the_new_text_and_rejecting_the_old_one(old, new):
    document = redline(old, new)
    assert canonical(document, "accept") == new
    assert canonical(document, "reject") == old


@pytest.mark.skipif(not OFFICE, reason="needs LibreOffice with its Python module")
@pytest.mark.parametrize("what", ["accept", "reject"])
@pytest.mark.parametrize(("old", "new"), PAIRS)
def test_libreoffice_agrees(tmp_path, what, old, new):
    source, target = tmp_path / "redline.docx", tmp_path / "text.txt"
    source.write_bytes(redline(old, new))
    text = new if what == "accept" else old
    subprocess.run([PYTHON, Path(__file__).with_name("office.py"), source, what, target], check=True, timeout=120)
    found = docx.Document(io.BytesIO(render(consolidated(read(text), Masthead()))))
    expected = [Paragraph(element, found).text for element in found.element.body.iter(f"{W}p")]
    lines = target.read_text(encoding="utf-8-sig").splitlines()
    if " | " in old + new:
        lines = list(filter(None, lines))  # where a table was, an empty paragraph may stay
    assert lines == expected


def test_a_text_by_itself_has_no_changes():
    document = render(publication(View.CONSOLIDATED))
    assert canonical(document, "refuse") == NEW


def paragraphs(document: bytes) -> list[tuple[str, str]]:
    found = docx.Document(io.BytesIO(document))
    return [(paragraph.style.name, paragraph.text) for paragraph in found.paragraphs]


def test_headings_have_styles_and_labels_are_typed():
    assert paragraphs(render(publication(View.CONSOLIDATED)))[:5] == [
        ("Title", "Ordnung des Rates"),
        ("Heading 1", "Abschnitt I Grundlagen"),
        ("Heading 2", "§ 1 Name"),
        ("Normal", "(1)\tDer Rat führt den Namen „Beirat im Kreis“."),
        ("Normal", "(2)\tEr hat seinen Sitz in Musterstadt am Fluss. Er arbeitet überall im Kreis."),
    ]


def test_head_and_foot_of_the_pages():
    section = docx.Document(io.BytesIO(render(consolidated(read(NEW), replace(REGISTER, caution="Entwurf"))))).sections[
        0
    ]
    assert [paragraph.text for paragraph in section.header.paragraphs] == [
        "Entwurf",
        "Ordnung des Rates: Nichtamtliche Lesefassung (Stand 1. Januar 2024)",
    ]
    assert [paragraph.text for paragraph in section.first_page_header.paragraphs] == [
        "Entwurf",
        "Nichtamtliche Lesefassung (Stand 1. Januar 2024)",
        "Diese Lesefassung umfasst:",
        "Ordnung des Rates, beschlossen am 20. März 2012, in Kraft ab 21. März 2012",
        "1. Änderung, beschlossen am 14. Mai 2019, in Kraft ab 1. Juni 2019",
        "2. Änderung, beschlossen am 7. November 2023",
    ]
    assert section.footer.paragraphs[0].text.startswith("Prüfzeichen 0123456789abcdef · ")


def test_changes_are_signed_by_the_act_that_made_them():
    old = "Ordnung\n\n§ 1 Name\n(1) Der Rat heißt Rat.\n"
    new = "Ordnung\n\n§ 1 Name\n(1) Der Rat heißt Beirat.\n(2) Er tagt oft.\n"
    found = comparison(old, new)
    added = next(row for row in found.rows if row.new and str(row.new.citation) == "§ 1 Absatz 2")
    span = Source("act", "Dem § 1 wird folgender Absatz angefügt:").span()
    reason = Reason("2. Änderung", AppendUnits(places=(), span=span, new=NewText("", span)))
    register = Masthead(new="Fassung 2024", acts=(ActEntry("2. Änderung", in_force=date(2024, 1, 1)),))
    made = compared(View.REDLINE, found, register)
    signed = tuple(replace(a, reasons=(reason,)) if a.row is added else a for a in made.alterations)
    root = etree.fromstring(part(render(replace(made, alterations=signed)), "word/document.xml"))
    changes = [found for found in root.iter(f"{W}ins", f"{W}del") if found.getparent().tag != f"{W}rPr"]
    assert [("".join(found.itertext()), found.get(f"{W}author"), found.get(f"{W}date")[:10]) for found in changes] == [
        ("Rat", "Fassung 2024", "2000-01-01"),
        ("Beirat", "Fassung 2024", "2000-01-01"),
        ("(2)", "2. Änderung", "2024-01-01"),
        ("", "2. Änderung", "2024-01-01"),
        ("Er tagt oft.", "2. Änderung", "2024-01-01"),
    ]


def test_a_synopsis_has_old_and_new_side_by_side():
    found = docx.Document(io.BytesIO(render(publication(View.SYNOPSIS))))
    assert [cell.text for cell in found.tables[0].rows[0].cells] == ["Fassung 2012", "Fassung 2024"]
    assert [cell.text for cell in found.tables[0].rows[1].cells] == [
        "(1)\tDer Rat führt den Namen „Rat im Kreis“.",
        "(1)\tDer Rat führt den Namen „Beirat im Kreis“.",
    ]
    assert found.sections[0].page_width > found.sections[0].page_height


@pytest.mark.parametrize("view", View)
def test_the_same_bytes_every_time(view):
    prints = {sha256(render(publication(view))).hexdigest() for _ in range(2)}
    assert len(prints) == 1


def part(document: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        return archive.read(name)


def words(document: bytes, without: str) -> str:
    """All words of a DOCX but those in changes of one kind, without white space."""
    root = etree.fromstring(part(document, "word/document.xml"))
    texts = root.iter(f"{W}t", f"{W}delText")
    shown = (text.text or "" for text in texts if not any(a.tag == f"{W}{without}" for a in text.iterancestors()))
    return hostile.squeezed("".join(shown))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(hostile.documents(), hostile.documents())
def test_both_texts_can_be_read_off_a_redline(old, new):
    document = render(compared(View.REDLINE, compare_texts(old, new), Masthead()))
    assert words(document, "del") == hostile.all_words(new)
    assert words(document, "ins") == hostile.all_words(old)


def test_every_part_is_xml():
    with zipfile.ZipFile(io.BytesIO(render(publication(View.REDLINE)))) as archive:
        for name in archive.namelist():
            etree.fromstring(archive.read(name))

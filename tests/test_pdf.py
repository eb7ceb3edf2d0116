"""PDF: valid as PDF/A-3a and PDF/UA-1, the text as it is, the same bytes on any machine and day."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path

import hostile
import page
import pypdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from samples import NEW, OLD, REGISTER, comparison, publication, read

from regelwerk.citation import Level
from regelwerk.diagnostics import DoesNotApply
from regelwerk.output import data
from regelwerk.output.blocks import Form
from regelwerk.output.choices import View
from regelwerk.output.frame import written
from regelwerk.output.glyphs import missing
from regelwerk.output.pdf import render, with_plain_ends
from regelwerk.output.publication import ActEntry, Masthead, compared, consolidated
from regelwerk.provision import Provision

PROFILES = (page.ValidationProfile.PDF_A_3A, page.ValidationProfile.PDF_UA_1)


def opened(pdf: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(pdf))


def printed(pdf: bytes) -> str:
    """The words of all pages without white space, head and foot of the pages, and signs for a broken word."""
    pages = [found.extract_text().replace("\u00ad", "") for found in opened(pdf).pages]
    foot = [f"Seite {number} von {len(pages)}" for number in range(1, len(pages) + 1)]
    assert all(line in text for line, text in zip(foot, pages, strict=True))
    return hostile.squeezed("".join(text.replace(line, "") for line, text in zip(foot, pages, strict=True)))


@pytest.mark.parametrize("view", View)
@pytest.mark.parametrize("profile", PROFILES)
def test_pdfs_are_valid(view, profile):
    report = page.validate_pdf_bytes(render(publication(view)), profile=profile)
    assert [failure.message for failure in report.failures] == []


def test_a_long_text_has_contents_and_is_valid():
    section = NEW[NEW.index("§ 1") :]
    text = NEW[: NEW.index("§ 1")] + "".join(section.replace("§ ", f"§ {n}0") for n in range(1, 38))
    pdf = render(consolidated(read(text), REGISTER))
    assert len(opened(pdf).pages) == 13
    assert "Inhalt" in opened(pdf).pages[0].extract_text()
    assert all(page.validate_pdf_bytes(pdf, profile=profile).is_compliant for profile in PROFILES)


@pytest.mark.parametrize("acts", range(44, 48))
def test_contents_are_never_parted_from_their_heading(acts):
    text = "Ordnung des Rates\n\n" + "".join(
        f"§ {n} Aufgabe {n}\n    Der Rat nimmt sie wahr.\n\n" for n in range(1, 90)
    )
    entries = tuple(ActEntry(f"{n}. Änderung", in_force=date(1990, 1, 1), number=str(n)) for n in range(1, acts))
    first = opened(render(consolidated(read(text), Masthead(base=ActEntry("Ordnung"), acts=entries)))).pages[0]
    lines = first.extract_text().splitlines()
    assert "Inhalt" not in lines or "§ 1 Aufgabe 1" in lines[lines.index("Inhalt") + 1]


def test_headings_of_one_kind_stand_side_by_side():
    text = (
        "Ordnung\n\n§ 1 Name\n    Rat.\n\n§ 2 Ort\n    Hier.\n\nAbschnitt I\n\n§ 3 Ziel\n    Ja.\n\n§ 4 Weg\n    Ja.\n"
    )
    outline = opened(render(consolidated(read(text), Masthead()))).outline
    names = [[one.title for one in found] if isinstance(found, list) else found.title for found in outline]
    assert names == ["§ 1 Name", "§ 2 Ort", "Abschnitt I", ["§ 3 Ziel", "§ 4 Weg"]]


def test_no_stream_seems_a_byte_too_short():
    stream = b"stream\n\x01\r\nendstream\nendobj"
    assert with_plain_ends(stream) == b"stream\n\x01\r\rendstream\nendobj"


def test_the_data_and_the_sources_are_attached():
    found = consolidated(read(NEW), Masthead(sources=(("base.txt", OLD),)))
    attachments = opened(render(found)).attachments
    assert attachments["version.json"] == [data.render(found)]
    assert attachments["base.txt"] == [OLD.encode()]
    assert json.loads(attachments["version.json"][0])["title"] == "Ordnung des Rates"


def test_the_document_says_what_it_is():
    reader = opened(render(publication(View.CONSOLIDATED)))
    assert reader.metadata.title == "Ordnung des Rates"
    assert reader.metadata.subject == f"Nichtamtliche Lesefassung (Stand {written(REGISTER.as_of)})"
    assert reader.trailer["/Root"]["/Lang"] == "de-DE"
    assert [found.title for found in reader.outline if isinstance(found, pypdf.generic.Destination)] == [
        "Abschnitt I Grundlagen",
        "Änderungsverzeichnis",
    ]


def test_every_page_says_that_a_version_is_not_in_force():
    pdf = render(consolidated(read(NEW * 1), Masthead(caution="Noch nicht in Kraft", check_code="0123456789abcdef")))
    for found in opened(pdf).pages:
        assert "Noch nicht in Kraft" in found.extract_text()
        assert "Prüfzeichen 0123456789abcdef" in found.extract_text()


def test_a_redline_tells_begin_and_end_of_every_change():
    text = printed(render(publication(View.REDLINE)))
    assert "(1)DerRatführtdenNamen„[Streichung:Rat][Einfügung:Beirat]imKreis“." in text
    assert "[verschobenvonhier:DasGeldkommtvomKreisundvonSpendern.]" in text
    assert "[hierherverschoben:DasGeldkommtvomKreisundvonSpendern.]" in text


def bookmarks(found: list[object]) -> list[str]:
    return [name for entry in found for name in (bookmarks(entry) if isinstance(entry, list) else [entry.title])]


def test_a_redline_has_a_bookmark_for_every_change():
    assert bookmarks(opened(render(publication(View.REDLINE))).outline) == [
        "Abschnitt I Grundlagen",
        "§ 1 Name",
        "§ 1 Absatz 1 geändert",
        "§ 1 Absatz 2 neu abgeteilt",
        "§ 1 Absatz 3 neu nummeriert, § 1 Absatz 3 geändert",
        "§ 1 Absatz 3 aufgehoben",
        "[Streichung: § 2]  [verschoben von hier: Geld]  (verschoben nach § 3)",
        "[Streichung: § 3] [Einfügung: § 2]  Ende (bisher § 3)",
        "§ 2 Absatz 1 neu abgeteilt",
        "§ 2 Absatz 2 eingefügt",
        "[Einfügung: § 3]  [hierher verschoben: Geld]  (verschoben, bisher § 2)",
    ]


TABLE = """Ordnung des Rates

§ 1 Gebühren
(1) Die Gebühren sind:
    Sache | Euro
    Kopie | 1
    Auszug | 2
"""


def test_a_changed_row_of_a_table_has_a_bookmark():
    found = compared(View.REDLINE, comparison(TABLE, TABLE.replace("Kopie | 1", "Kopie | 3")), Masthead())
    assert bookmarks(opened(render(found)).outline) == ["§ 1 Gebühren", "§ 1 Absatz 1 Satz 1 Tabelle Zeile 2 geändert"]


CONTENTS = """Ordnung des Rates

Inhaltsübersicht
    § 1 Name
    § 2 Ende

§ 1 Name
    Der Rat heißt Rat.

§ 2 Ende
    Alles endet.
"""


def test_a_table_of_contents_is_no_table():
    found = consolidated(read(CONTENTS), Masthead())
    assert [block.form for block, _ in found.body][:3] == [Form.GROUP, Form.ENTRY, Form.ENTRY]
    pdf = opened(render(found))
    assert "Table" not in tags(pdf.trailer["/Root"]["/StructTreeRoot"])


def tags(node: object) -> set[str]:
    """The names of all tags below a node of the structure of a PDF."""
    node = node.get_object() if isinstance(node, pypdf.generic.IndirectObject) else node
    if isinstance(node, list):
        return {name for below in node for name in tags(below)}
    if not isinstance(node, dict):
        return set()
    return {str(node.get("/S", ""))[1:]} | tags(node.get("/K"))


@pytest.mark.parametrize("view", View)
def test_a_text_without_a_title_can_be_printed(view):
    text = read("§ 1 Name\n    Der Rat heißt Rat.\n")
    found = compared(view, comparison("§ 1 Name\n    Der Rat.\n", "§ 1 Name\n    Der Beirat.\n"), Masthead())
    pdf = render(found if found.compares else replace(consolidated(text, Masthead()), view=view))
    assert opened(pdf).metadata.title == "Ohne Titel"


def test_characters_without_a_glyph_are_named_with_their_place():
    text = NEW.replace("Musterstadt", "Muster漢stadt").replace("für alle", "für ꙮ alle")
    with pytest.raises(DoesNotApply) as refused:
        render(consolidated(read(text), Masthead()))
    assert [(found.message, found.hint) for found in refused.value.diagnostics] == [
        (
            "§ 1 Absatz 2 Satz 1: „漢“ (U+6F22 CJK UNIFIED IDEOGRAPH-6F22) is in none of the fonts for PDF.",
            "Export as HTML or DOCX, or write the character another way.",
        ),
        (
            "§ 2 Absatz 2 Nummer 2: „ꙮ“ (U+A66E CYRILLIC LETTER MULTIOCULAR O) is in none of the fonts for PDF.",
            "Export as HTML or DOCX, or write the character another way.",
        ),
    ]


FOLDER = Path(__file__).parents[1]
PRINT = """
import sys
sys.path.insert(0, "tests")
from hashlib import sha256
from samples import publication
from regelwerk.output.choices import View
from regelwerk.output.pdf import render, with_plain_ends
print(*(sha256(render(publication(view))).hexdigest() for view in View))
"""


def test_the_same_bytes_in_every_surrounding():
    here = " ".join(sha256(render(publication(view))).hexdigest() for view in View)
    other = os.environ | {"TZ": "Asia/Tokyo", "LC_ALL": "tr_TR.UTF-8", "PYTHONHASHSEED": "7", "SOURCE_DATE_EPOCH": "1"}
    folder = Path(__file__).parents[1]
    run = subprocess.run(
        [sys.executable, "-c", PRINT], env=other, cwd=folder, capture_output=True, text=True, check=True
    )
    assert run.stdout.split() == here.split()


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(hostile.documents())
def test_the_text_is_printed_as_it_is(document):
    subtitle = hostile.squeezed("Nichtamtliche Lesefassung")
    assert printed(render(consolidated(document, Masthead()))).replace(subtitle, "", 1) == hostile.all_words(document)


@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.characters(exclude_categories=["C", "Z", "M"]), min_size=30, max_size=60))
def test_what_has_a_glyph_can_be_printed(chars):
    words = "".join(char for char in chars if not missing(char))
    sentence = Provision(Level.SATZ, text=f"Zeichen: {words}")
    section = Provision(Level.PARAGRAF, "§ 1", f"Zeichen {words}", children=(sentence,))
    render(consolidated(Provision(Level.DOCUMENT, heading="Ordnung", children=(section,)), Masthead()))

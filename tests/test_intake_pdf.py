"""PDFs of offices: the known text comes out of each kind, scans are refused, what nobody sees is said."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import intake_documents as documents
import pytest
from PIL import Image
from pypdf import PdfReader, PdfWriter
from reportlab.lib.colors import black, white
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from regelwerk.diagnostics import NotUnderstood
from regelwerk.intake import Proposal, pdf, read_document
from regelwerk.intake.pdf import read_pdf
from regelwerk.structure import parse


@pytest.mark.parametrize(
    ("make", "pages", "first_findings"),
    [
        (
            documents.word_processor_pdf,
            4,
            [
                "Left out as header or footer of page 1, 2, 3, 4: „Stadt Beispielhausen – Ortsrecht“.",
                "Left out: the page numbers of page 1, 2, 3, 4.",
            ],
        ),
        (documents.typst_pdf, 3, ["Left out: the page numbers of page 1, 2, 3."]),
        (
            documents.gazette_pdf,
            2,
            [
                "Left out as header or footer of page 1, 2: „Amtliches Mitteilungsblatt Nr. 7 Seite 212“.",
                "Left out as header or footer of page 1: „Amtliches Mitteilungsblatt“.",
                "Page 1, 2: read column after column.",
            ],
        ),
    ],
)
def test_every_unit_is_right(make: Callable[[], bytes], pages: int, first_findings: list[str], tmp_path: Path) -> None:
    intake = read(make(), tmp_path)
    assert parse(intake.source).document == documents.known()
    assert (intake.kind, intake.pages) == ("pdf", pages)
    assert [finding.message for finding in intake.findings][: len(first_findings)] == first_findings


@pytest.mark.parametrize(
    ("behind", "problem"),
    [
        ("", "Page 1 of this PDF is a scan: a picture without text."),
        ("Der Beirat", "Page 1 of this PDF is a scan; a program has guessed its text, and nobody sees that."),
    ],
)
def test_scans_are_refused(behind: str, problem: str, tmp_path: Path) -> None:
    assert refusal(documents.scan_pdf(behind), tmp_path) == problem


def test_a_password_is_refused(tmp_path: Path) -> None:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(page(lambda canvas: canvas.drawString(70, 700, "Text")))))
    writer.encrypt("geheim", algorithm="RC4-128")
    file = BytesIO()
    writer.write(file)
    assert refusal(file.getvalue(), tmp_path) == "This PDF is protected by a password."


def test_a_damaged_file_is_refused(tmp_path: Path) -> None:
    assert refusal(b"%PDF-1.7 nothing", tmp_path) == "This PDF is damaged."


def test_a_fault_that_is_bridged_is_said() -> None:
    sound = page(lambda canvas: canvas.drawString(70, 700, "(1) Er tagt."))
    at = sound.rindex(b"startxref") + len(b"startxref\n")
    proposal = read_pdf("a.pdf", sound[:at] + b"7\n%%EOF")
    assert proposal.source.text == "(1) Er tagt.\n"
    assert [finding.message for finding in proposal.findings] == [
        "The PDF has a fault that was bridged: incorrect startxref pointer(1)",
        "The PDF has a fault that was bridged: parsing for Object Streams",
    ]


def test_too_many_pages_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "PAGES", 3)
    with pytest.raises(NotUnderstood) as refused:
        read_pdf("a.pdf", documents.word_processor_pdf())
    assert [diagnostic.message for diagnostic in refused.value.diagnostics] == ["This PDF has more than 3 pages."]


def test_an_empty_page_is_refused(tmp_path: Path) -> None:
    assert refusal(page(lambda canvas: None), tmp_path) == "There is no text in this PDF."


def test_hidden_words_are_left_out_and_said() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(70, 700, "(1) Der Beirat hat zwölf Mitglieder.")
        canvas.setFillColor(white)
        canvas.drawString(70, 680, "(2) Niemand darf widersprechen.")
        canvas.setFillColor(black)
        canvas.setFont("Helvetica", 1)
        canvas.drawString(70, 660, "(3) Winzig.")
        canvas.setFont("Helvetica", 12)
        canvas.drawString(70, 900, "(4) Daneben.")
        text = canvas.beginText(70, 640)
        text.setTextRenderMode(3)
        text.textOut("(5) Unsichtbar.")
        canvas.drawText(text)

    proposal = read_pdf("a.pdf", page(draw))
    assert proposal.source.text == "(1) Der Beirat hat zwölf Mitglieder.\n"
    assert [finding.message for finding in proposal.findings] == [
        "Page 1: hidden text (white on white) was left out: „(2) Niemand darf widersprechen.“.",
        "Page 1: hidden text (too small to be read) was left out: „(3) Winzig.“.",
        "Page 1: hidden text (outside of the page) was left out: „(4) Daneben.“.",
        "Page 1: hidden text (not drawn) was left out: „(5) Unsichtbar.“.",
    ]


def test_a_picture_behind_a_few_words_is_said() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawImage(ImageReader(Image.new("L", (80, 113), 200)), 0, 0, 595, 842)
        canvas.drawString(70, 700, "Eingegangen am 3. Mai")

    (finding,) = read_pdf("a.pdf", page(draw)).findings
    assert finding.message == "Page 1: a picture covers most of the page; is there text in it?"


def test_struck_words_are_kept_and_marked() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(70, 700, "(1) Er tagt zweimal im Jahr.")
        start = 70 + canvas.stringWidth("(1) Er tagt ")
        canvas.line(start, 704, start + canvas.stringWidth("zweimal"), 704)

    proposal = read_pdf("a.pdf", page(draw))
    (finding,) = proposal.findings
    assert proposal.source.text == "(1) Er tagt zweimal im Jahr.\n"
    assert finding.message == "Page 1: struck through, but kept in the proposal: „zweimal“."
    assert finding.span is not None and finding.span.text == "zweimal"


def test_citations_at_the_beginning_of_lines_are_no_headings() -> None:
    lines = (
        "§ 3 Wahlen",
        "(1) Für die Wahl der Stellvertretung gelten die Vorschriften über die Wahl nach",
        "§ 2 Absatz 3 entsprechend, soweit nichts anderes bestimmt ist; für die Abwahl gilt",
        "§ 4 Satz 2.",
        "(2) Das Nähere regelt der Beirat.",
    )
    assert paragraphs(lines) == [
        "§ 3 Wahlen",
        "(1) Für die Wahl der Stellvertretung gelten die Vorschriften über die Wahl nach § 2 Absatz 3 entsprechend, "
        "soweit nichts anderes bestimmt ist; für die Abwahl gilt § 4 Satz 2.",
        "(2) Das Nähere regelt der Beirat.",
    ]


def test_broken_words_are_made_whole_and_pairs_are_not() -> None:
    lines = (
        "(1) Der Beirat berät die Stadt in Fragen der Vorbeugung und fördert die Zusammen-",
        "arbeit der Vereine; dabei achtet er auf die Belange der Kinder und auf die Haupt-",
        "und Ehrenamtlichen, deren Arbeit ohne eine gute Zusammenarbeit nicht gelingt.",
    )
    (text,) = paragraphs(lines)
    assert "die Zusammenarbeit der Vereine" in text
    assert "die Haupt- und Ehrenamtlichen" in text


def test_a_table_of_contents_loses_its_page_numbers() -> None:
    lines = ("Inhalt", "§ 1 Name ........................ 2", "§ 2 Sitz ........................ 2", "§ 1 Name")
    assert paragraphs(lines) == ["Inhalt", "§ 1 Name", "§ 2 Sitz", "§ 1 Name"]


def test_cells_of_a_table_are_set_apart() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(70, 720, "Es gelten folgende Sätze:")
        for y, left, right in ((700, "Anlass", "Betrag"), (680, "Sitzung", "20 Euro"), (660, "Reise", "35 Euro")):
            canvas.drawString(70, y, left)
            canvas.drawString(250, y, right)

    proposal = read_pdf("a.pdf", page(draw))
    assert proposal.source.text == (
        "Es gelten folgende Sätze:\n\nAnlass | Betrag\nSitzung | 20 Euro\nReise | 35 Euro\n"
    )
    assert [finding.message for finding in proposal.findings] == [
        "Page 1: read as a table; each of its lines became a row."
    ]


def test_lines_stretched_to_the_margin_are_no_rows_of_a_table() -> None:
    def draw(canvas: Canvas) -> None:
        for y, line, gap in (
            (720, "(2) Allen Unterlagen werden Zettel", 18),
            (700, "und allen Unterlagen Schildchen", 16),
            (680, "angeheftet.", 0),
        ):
            text = canvas.beginText(70, y)
            text.setWordSpace(gap)
            text.textLine(line)
            canvas.drawText(text)

    assert read_pdf("a.pdf", page(draw)).source.text == (
        "(2) Allen Unterlagen werden Zettel und allen Unterlagen Schildchen angeheftet.\n"
    )


def test_footnotes_are_left_out_and_said() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(70, 700, "(1) Der Beirat hat zwölf Mitglieder.")
        canvas.drawString(70, 680, "(2) Er tagt öffentlich.")
        canvas.setFont("Helvetica", 8)
        canvas.drawString(70, 80, "1 Geändert am 3. Mai 2014.")

    proposal = read_pdf("a.pdf", page(draw))
    assert proposal.source.text == "(1) Der Beirat hat zwölf Mitglieder.\n\n(2) Er tagt öffentlich.\n"
    assert [finding.message for finding in proposal.findings] == [
        "Page 1: left out as a footnote: „1 Geändert am 3. Mai 2014.“."
    ]


def test_small_print_without_the_mark_of_a_footnote_is_text() -> None:
    def draw(canvas: Canvas) -> None:
        for line in range(4):
            canvas.drawString(70, 700 - 15 * line, "Der Rat beschließt die Änderung seiner Geschäftsordnung.")
        canvas.setFont("Helvetica", 8)
        canvas.drawString(70, 600, "1. § 4 wird aufgehoben.")

    assert read_pdf("a.pdf", page(draw)).source.text.endswith("\n\n1. § 4 wird aufgehoben.\n")


def test_a_hyphen_that_may_only_break_a_word_in_capitals_is_said() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(70, 700, "Das Siegel trägt rings um das Wappen die Umschrift STADT MUSTER-")
        canvas.drawString(70, 685, "HAUSEN und in der Mitte ein Tor.")

    (finding,) = read_pdf("a.pdf", page(draw)).findings
    assert finding.message == "The hyphen at the end of a line was kept: MUSTER-HAUSEN."
    assert finding.hint == "Look whether one of them is written without a hyphen."


def read(data: bytes, folder: Path) -> Proposal:
    """What comes of a document, read by the child process."""
    path = folder / "Geschäftsordnung.pdf"
    path.write_bytes(data)
    return read_document(path)


def refusal(data: bytes, folder: Path) -> str:
    """The message with which a document is refused."""
    with pytest.raises(NotUnderstood) as refused:
        read(data, folder)
    (diagnostic,) = refused.value.diagnostics
    return diagnostic.message


def page(draw: Callable[[Canvas], None]) -> bytes:
    """A PDF of one page in Helvetica of 12 points."""
    file = BytesIO()
    canvas = Canvas(file)
    canvas.setFont("Helvetica", 12)
    draw(canvas)
    canvas.showPage()
    canvas.save()
    return file.getvalue()


def paragraphs(lines: tuple[str, ...]) -> list[str]:
    """What is read from a page on which these lines stand below one another."""

    def draw(canvas: Canvas) -> None:
        for number, line in enumerate(lines):
            canvas.drawString(70, 700 - 15 * number, line)

    return [line.strip() for line in read_pdf("a.pdf", page(draw)).source.text.splitlines() if line]

"""Documents of any kind: told by their first bytes, read apart, and proposed with characters that show."""

from __future__ import annotations

import sys
from io import BytesIO
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from regelwerk.diagnostics import NotUnderstood
from regelwerk.intake import read_document
from regelwerk.intake.gii import read_gii
from regelwerk.intake.kinds import DocumentKind, kind_of
from regelwerk.intake.legaldocml import read_legaldocml
from regelwerk.intake.proposal import Remark, Unit, propose
from regelwerk.intake.sandbox import Limits, read_apart
from regelwerk.intake.worker import limit
from regelwerk.messages import use_language
from regelwerk.textfile import Unreadable

LAW = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE dokumente SYSTEM "http://example.org/gii-norm.dtd">
<dokumente>
<norm><metadaten><langue>Verordnung über Muster</langue>
<standangabe><standkommentar>Zuletzt geändert am 3.5.2014</standkommentar></standangabe></metadaten></norm>
<norm><metadaten><gliederungseinheit><gliederungsbez>Abschnitt 1</gliederungsbez>
<gliederungstitel>Allgemeines</gliederungstitel></gliederungseinheit></metadaten></norm>
<norm><metadaten><enbez>§ 1</enbez><titel>Zweck</titel></metadaten><textdaten><text><Content>
<P>(1) Sie gilt für<DL><DT>1.</DT><DD><LA>Muster,</LA></DD><DT>2.</DT><DD><LA>Proben, nämlich<DL><DT>a)</DT>
<DD><LA>kleine und</LA></DD><DT>b)</DT><DD><LA>große,</LA></DD></DL></LA></DD></DL>soweit sie beweglich sind.</P>
<P>(2) Die Größen sind:<table><row><entry>Größe</entry><entry>Zahl</entry></row>
<row><entry>klein</entry><entry>3</entry></row></table></P>
</Content></text><fussnoten><Content><P>(+++ Nur ein Beispiel +++)</P></Content></fussnoten></textdaten></norm>
</dokumente>
"""

REGELUNGSTEXT = """<akn:akomaNtoso xmlns:akn="http://Inhaltsdaten.LegalDocML.de/1.8.2/"><akn:act>
<akn:meta><akn:proprietary>nicht lesen</akn:proprietary></akn:meta>
<akn:preface>
<akn:longTitle><akn:p><akn:docTitle>Ordnung über Muster</akn:docTitle></akn:p></akn:longTitle></akn:preface>
<akn:body><akn:section><akn:num>Abschnitt 1</akn:num><akn:heading>Allgemeines</akn:heading>
<akn:article><akn:num>§ 1</akn:num><akn:heading>Zweck</akn:heading>
<akn:paragraph><akn:num>(1)</akn:num><akn:list><akn:intro><akn:p>Sie gilt für</akn:p></akn:intro>
<akn:point><akn:num>1.</akn:num><akn:content><akn:p>Muster,</akn:p></akn:content></akn:point>
<akn:point><akn:num>2.</akn:num><akn:content><akn:p>Proben,</akn:p></akn:content></akn:point>
<akn:wrapUp><akn:p>soweit sie beweglich sind.</akn:p></akn:wrapUp></akn:list></akn:paragraph></akn:article>
<akn:article><akn:num>§ 2</akn:num><akn:paragraph><akn:num/><akn:content><akn:p>Sie gilt überall.</akn:p></akn:content>
</akn:paragraph></akn:article></akn:section></akn:body></akn:act></akn:akomaNtoso>
"""


def test_a_law_of_the_country() -> None:
    proposal = read_gii("law.xml", LAW.encode())
    assert proposal.source.text.splitlines() == [
        "Verordnung über Muster", "",
        "Abschnitt 1 Allgemeines", "",
        "§ 1 Zweck", "",
        "(1) Sie gilt für", "",
        "    1. Muster,", "",
        "    2. Proben, nämlich", "",
        "        a) kleine und", "",
        "        b) große,", "",
        "soweit sie beweglich sind.", "",
        "(2) Die Größen sind:", "",
        "Größe | Zahl",
        "klein | 3",
    ]  # fmt: skip
    assert [finding.message for finding in proposal.findings] == [
        "The source says of its state: „Zuletzt geändert am 3.5.2014“.",
        "A footnote was left out: „(+++ Nur ein Beispiel +++)“.",
    ]


def test_a_regelungstext_in_legaldocml() -> None:
    proposal = read_legaldocml("law.xml", REGELUNGSTEXT.encode())
    assert [line for line in proposal.source.text.splitlines() if line] == [
        "Ordnung über Muster",
        "Abschnitt 1 Allgemeines",
        "§ 1 Zweck",
        "(1) Sie gilt für",
        "    1. Muster,",
        "    2. Proben,",
        "soweit sie beweglich sind.",
        "§ 2",
        "Sie gilt überall.",
    ]
    assert proposal.findings == ()


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7", DocumentKind.PDF),
        (b"\xef\xbb\xbf\n%PDF-1.4", DocumentKind.PDF),
        (b"PK\x03\x04", DocumentKind.DOCX),
        (LAW.encode(), DocumentKind.GII),
        (REGELUNGSTEXT.encode(), DocumentKind.LEGALDOCML),
        (b"<html>", DocumentKind.TEXT),
        ("§ 1 Zweck".encode(), DocumentKind.TEXT),
    ],
)
def test_the_kind_is_told_by_the_first_bytes(data: bytes, kind: DocumentKind) -> None:
    assert kind_of(data) is kind


def test_text_is_taken_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "Ordnung.txt"
    path.write_bytes("§ 1 Zweck\r\nSie gilt überall.\r\n".encode())
    intake = read_document(path)
    assert (intake.source.text, intake.source.name) == ("§ 1 Zweck\nSie gilt überall.\n", str(path))
    assert (intake.kind, intake.findings, intake.pages) == ("text", (), None)


def test_files_that_are_not_there_and_folders(tmp_path: Path) -> None:
    for path, problem in ((tmp_path / "a.pdf", "there is no such file."), (tmp_path, "this is a folder, not a file.")):
        with pytest.raises(Unreadable) as refused:
            read_document(path)
        assert [diagnostic.message for diagnostic in refused.value.diagnostics] == [f"{path}: {problem}"]


def test_what_takes_too_long_is_refused() -> None:
    with pytest.raises(NotUnderstood) as refused:
        read_apart(DocumentKind.GII, "law.xml", LAW.encode(), "refuse", Limits(seconds=0.001))
    (diagnostic,) = refused.value.diagnostics
    assert diagnostic.message == "Reading this document takes longer than 0 seconds."


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux bounds the memory of a process")
def test_what_takes_too_much_memory_is_refused() -> None:
    file = BytesIO()
    canvas = Canvas(file, pageCompression=1)
    canvas.drawString(70, 700, "x" * 2_000_000)
    canvas.save()
    assert len(file.getvalue()) < 100_000
    with pytest.raises(NotUnderstood) as refused:
        read_apart(DocumentKind.PDF, "a.pdf", file.getvalue(), "refuse", Limits(memory=250_000_000))
    (diagnostic,) = refused.value.diagnostics
    assert diagnostic.message == "This document could not be read: it needs too much memory or time, or is damaged."
    assert diagnostic.hint == "Open it in its program, save it anew or as plain text, and import that."


def test_a_system_without_limits_does_without_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "resource", None)
    limit(1, 1)
    assert read_gii("law.xml", LAW.encode()).source.text.startswith("Verordnung über Muster")


def test_the_child_speaks_the_language_of_its_parent() -> None:
    use_language("de")
    try:
        with pytest.raises(NotUnderstood) as refused:
            read_apart(DocumentKind.PDF, "a.pdf", b"%PDF-1.7", "refuse")
    finally:
        use_language("en")
    assert refused.value.diagnostics[0].message == "Dieses PDF ist beschädigt."


def test_units_become_lines_and_remarks_find_their_places() -> None:
    units = (
        Unit("§ 1  Zweck"),
        Unit("Sie gilt überall.", indent=4, remarks=(Remark("Here.", words="überall"),)),
        Unit("", remarks=(Remark("A picture."),)),
        Unit("a | b", apart=False),
    )
    proposal = propose("a.pdf", units, 1, [Remark("Whole.")])
    assert proposal.source.text == "§ 1 Zweck\n\n    Sie gilt überall.\na | b\n"
    assert [str(finding).splitlines()[0] for finding in proposal.findings] == [
        "Whole.",
        "A picture.",
        "a.pdf:3:14: Here.",
    ]


def test_characters_that_mislead_the_eye_do_not_come_in() -> None:
    proposal = propose("a.pdf", [Unit("Der R\u0430t\u200b berät.\u202e"), Unit("\uf0b7 Punkt \uf123")])
    assert proposal.source.text == "Der Rat berät.\n\n• Punkt \uf123\n"
    assert [finding.message for finding in proposal.findings] == [
        "Invisible character U+200B ZERO WIDTH SPACE: left out.",
        "Invisible character U+202E RIGHT-TO-LEFT OVERRIDE: left out.",
        "U+0430 CYRILLIC SMALL LETTER A only looks like „a“; it was read as that.",
        "A character that has no meaning outside the font of the document.",
    ]


def test_a_table_of_contents_stands_together() -> None:
    texts = ("Inhalt", "§ 1 Zweck", "§ 2 Sitz", "§ 1 Zweck", "Sie gilt überall.")
    proposal = propose("a.pdf", map(Unit, texts))
    assert proposal.source.text == "Inhalt\n§ 1 Zweck\n§ 2 Sitz\n\n§ 1 Zweck\n\nSie gilt überall.\n"

"""The papers of an office: register, act, synopsis with reasons, texts with gaps; what stands in each, and where."""

from __future__ import annotations

import builtins
import io
import json
import re
import zipfile
from pathlib import Path

import page
import pypdf
import pytest
from lxml import etree
from samples import NEW, REGISTER, read

from regelwerk.cli import run
from regelwerk.intake.docx import read_docx
from regelwerk.output import pdf
from regelwerk.output.pdf import render
from regelwerk.output.publication import consolidated
from regelwerk.structure import format_document, parse

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PROFILES = (page.ValidationProfile.PDF_A_3A, page.ValidationProfile.PDF_UA_1)
BASE = """Ordnung des Rates

§ 1 Aufgaben
(1) Der Rat hat die Aufgabe,
    1. zu beraten,
    2. zu berichten.
(2) Er tagt jährlich.

§ 2 Ende
(1) Diese Ordnung gilt ab sofort.
"""
PUBLISHED = BASE.replace("jährlich", "im März jährlich").replace("§ 2 Ende", "§ 2 Geltung und Ende")
SECOND = """2. Änderung der Ordnung des Rates

Der Rat hat am 3. Mai 2018 beschlossen:

Die Ordnung des Rates vom 20. März 2012 wird wie folgt geändert:

1. In § 1 Absatz 1 Nummer 1 wird das Wort „beraten“ durch das Wort „helfen“ ersetzt.
2. In § 1 Absatz 2 wird das Wort „järlich“ durch das Wort „monatlich“ ersetzt.
3. Dem § 2 wird folgender Absatz 2 angefügt:
   „(2) Sie endet nie.“

Diese Änderung tritt am 1. Juni 2018 in Kraft.
"""
DECISIONS = """[[decision]]
passage = "In § 1 Absatz 2 wird das Wort „järlich“ durch das Wort „monatlich“ ersetzt."
place = "§ 1 Absatz 2"
old = "jährlich"
new = "monatlich"
reason = "Schreibfehler"
by = "Vorsitzende"
on = 2018-05-04
"""


@pytest.fixture
def office(tmp_path, monkeypatch, capsys):
    """A rulebook with a text published without its act, an act that did not fit as written, and a gap."""
    monkeypatch.chdir(tmp_path)
    for name, text in (("base", BASE), ("full", PUBLISHED), ("2", SECOND), ("decisions", DECISIONS)):
        Path(f"{name}.txt").write_text(text, encoding="utf-8")
    assert run(["init", "."]) == 0
    assert run(["import", "base.txt", "--id", "ordnung", "--adopted", "20.03.2012", "--yes"]) == 0
    published = ["--as-version", "1", "--in-force", "2015-01-01", "--reason", "Akte verloren", "--yes"]
    assert run(["import", "full.txt", "--id", "ordnung", *published]) == 0
    assert run(["apply", "2.txt", "--decisions", "decisions.txt", "--yes"]) == 0
    assert run(["gap", "ordnung", "3", "--reason", "In der Niederschrift genannt", "--yes"]) == 0
    capsys.readouterr()


def printed(capsys, *arguments: str) -> str:
    run(arguments)
    return capsys.readouterr().out


def refused(capsys, *arguments: str) -> tuple[int, str]:
    code = run(arguments)
    return code, capsys.readouterr().err


def data(capsys, *arguments: str) -> dict:
    return json.loads(printed(capsys, "export", *arguments, "--format", "json"))


def test_words_that_no_act_documents_are_marked_at_the_terminal(office, capsys):
    lines = printed(capsys, "show", "ordnung").splitlines()
    assert "[?…?]: words that no act documents" in lines
    assert "(2) Er tagt [?im März?] monatlich." in lines
    assert "§ 2 [?Geltung und?] Ende" in lines
    part = printed(capsys, "show", "ordnung", "§ 2").splitlines()
    assert part[part.index("") :] == [
        "",
        "§ 2 [?Geltung und?] Ende",
        "(1) Diese Ordnung gilt ab sofort.",
        "(2) Sie endet nie.",
        "",
        "* § 2: no act documents „Geltung und“",
    ]


def test_words_that_no_act_documents_are_marked_in_html(office, capsys):
    html = printed(capsys, "export", "--format", "html")
    assert 'Er tagt <span class="undocumented">im März</span> monatlich.' in html
    assert '<h2 id="par-2" class="heading">§ 2 <span class="undocumented">Geltung und</span> Ende</h2>' in html
    legend = "Wörter, die keine vorliegende Änderung belegt"
    assert f'<p class="legend">Legende: <span class="undocumented">{legend}</span></p>' in html
    assert '.undocumented::before { content: " [nicht belegt: "; }' in html


def test_words_that_no_act_documents_are_marked_in_a_pdf(office):
    assert run(["export", "-o", "text.pdf"]) == 0
    text = " ".join(pypdf.PdfReader("text.pdf").pages[0].extract_text().split())
    assert "Er tagt [nicht belegt: im März] monatlich." in text
    assert "Legende: Wörter, die keine vorliegende Änderung belegt" in text
    assert "1§ 1 Abs. 2 S. 1: So gelesen nach Entscheidung (Vorsitzende, 4. Mai 2018)" in text
    content = Path("text.pdf").read_bytes()
    assert all(page.validate_pdf_bytes(content, profile=profile).is_compliant for profile in PROFILES)


def test_words_that_no_act_documents_are_marked_in_a_docx(office):
    assert run(["export", "--format", "docx", "-o", "text.docx"]) == 0
    with zipfile.ZipFile("text.docx") as archive:
        body = archive.read("word/document.xml").decode()
        head = archive.read("word/header2.xml").decode()
    dotted = '<w:r><w:rPr><w:u w:val="dotted"/></w:rPr><w:t xml:space="preserve">im März</w:t></w:r>'
    assert dotted in body
    assert "Wörter, die keine vorliegende Änderung belegt" in head
    assert "Die 3. Änderung liegt nicht vor." in head


def test_notes_and_decisions_are_footnotes_in_a_docx(office, capsys):
    assert run(["export", "--format", "docx", "-o", "text.docx"]) == 0
    with zipfile.ZipFile("text.docx") as archive:
        body, notes = (etree.fromstring(archive.read(f"word/{name}.xml")) for name in ("document", "footnotes"))
    marked = {
        reference.get(f"{W}id"): "".join(next(reference.iterancestors(f"{W}p")).itertext())
        for reference in body.iter(f"{W}footnoteReference")
    }
    texts = {note.get(f"{W}id"): "".join(note.itertext()).strip() for note in notes}
    assert [(marked[key], texts[key].split(";")[0]) for key in marked] == [
        ("(1)Der Rat hat die Aufgabe,", "§ 1 Abs. 1 Nr. 1 geändert durch 2. Änderung vom 3. Mai 2018"),
        (
            "(2)Er tagt im März monatlich.",
            "§ 1 Abs. 2 geändert durch Fassung nach der 1. Änderung (ohne deren Wortlaut) "
            "und 2. Änderung vom 3. Mai 2018",
        ),
        (
            "(2)Er tagt im März monatlich.",
            "§ 1 Abs. 2 S. 1: So gelesen nach Entscheidung (Vorsitzende, 4. Mai 2018)",
        ),
        ("§ 2 Geltung und Ende", texts["4"]),
        ("(2)Sie endet nie.", "§ 2 Abs. 2 eingefügt durch 2. Änderung vom 3. Mai 2018"),
    ]
    read_back = read_docx("text.docx", Path("text.docx").read_bytes(), "refuse")
    text = printed(capsys, "export", "--format", "txt")
    assert format_document(parse(read_back.source).document) == text


def test_json_says_what_is_known_of_places(office, capsys):
    found = data(capsys)
    assert found["version"]["gaps"] == [
        "Die 1. Änderung liegt nicht vor. Der Text folgt hier seiner Veröffentlichung danach.",
        "Die 3. Änderung liegt nicht vor. Was sie geändert hat, ist nicht bekannt.",
    ]
    assert found["undocumented"] == [
        {"citation": "§ 1 Absatz 2 Satz 1", "words": [["=", "Er tagt "], ["?", "im März"], ["=", " monatlich."]]},
        {"citation": "§ 2", "words": [["?", "Geltung und"], ["=", " Ende"]]},
    ]
    assert [found["citation"] for found in found["decisions"]] == ["§ 1 Absatz 2 Satz 1"]


def test_a_note_stands_behind_its_unit(office, capsys):
    html = printed(capsys, "export", "--format", "html")
    words = re.findall(r'<(?:p|li)(?: id="([^"]+)"| class="note[^>]*>([^<]+))', html.partition("<main>")[2])
    assert [one or other for one, other in words][:7] == [
        "par-1-abs-1",
        "par-1-abs-1-nr-1",
        "par-1-abs-1-nr-2",
        "§ 1 Abs. 1 Nr. 1 geändert durch 2. Änderung vom 3. Mai 2018",
        "par-1-abs-2",
        "§ 1 Abs. 2 geändert durch Fassung nach der 1. Änderung (ohne deren Wortlaut) und 2. Änderung vom 3. Mai 2018",
        words[6][1],
    ]
    assert words[6][1].startswith("§ 1 Abs. 2 S. 1: So gelesen nach Entscheidung (Vorsitzende, 4. Mai 2018)")


def test_the_register_as_text(office, capsys):
    text = printed(capsys, "export", "--as", "register", "--format", "txt")
    text = re.sub(r"[0-9a-f]{64}|[0-9]{1,2}\. \w+ 20[0-9]{2}, [0-9:]+ Uhr \(UTC.{5}\)", "…", text)
    head, table, base, *others = text.split("\n\n")
    assert head.splitlines()[0] == "Änderungsverzeichnis: Ordnung des Rates"
    assert [line.split("  ")[1] for line in table.splitlines()[2:]] == ["0", "1", "2", "3"]
    assert base.splitlines() == [
        "Nr. 0: Stammfassung",
        "  Art                      Stammfassung",
        "  beschlossen am           20. März 2012",
        "  in Kraft ab              20. März 2012",
        "  Text                     base.txt",
        "  SHA-256 (Text)           …",
        "  aufgenommen              …",
        "  SHA-256 des Ergebnisses  …",
        "  Kette                    …",
    ]
    assert others[1].splitlines() == [
        "Nr. 2: 2. Änderung der Ordnung des Rates",
        "  Art                       Änderung",
        "  beschlossen am            3. Mai 2018",
        "  in Kraft ab               1. Juni 2018",
        "  geändert                  § 1 Abs. 1 Nr. 1, § 1 Abs. 2",
        "  eingefügt                 § 2 Abs. 2",
        "  Text                      02.txt",
        "  SHA-256 (Text)            …",
        "  Entscheidungen            02-decisions.toml",
        "  SHA-256 (Entscheidungen)  …",
        "  aufgenommen               …",
        "  SHA-256 des Ergebnisses   …",
        "  Kette                     …",
    ]
    assert others[2].splitlines()[:3] == [
        "Nr. 3: 3. Änderung (liegt nicht vor)",
        "  Art                      Lücke: die Änderung liegt nicht vor",
        "  Grund                    In der Niederschrift genannt",
    ]


def test_the_register_in_every_form(office, capsys):
    assert data(capsys, "--as", "register")["register"]["missing"] == ["3"]
    html = printed(capsys, "export", "--as", "register", "--format", "html")
    assert "<h2>Nr. 1: Fassung nach der 1. Änderung (ohne deren Wortlaut)</h2>" in html
    assert run(["export", "--as", "register", "--format", "docx", "-o", "register.docx"]) == 0
    assert run(["export", "--as", "register", "-o", "register.pdf"]) == 0
    content = Path("register.pdf").read_bytes()
    assert all(page.validate_pdf_bytes(content, profile=profile).is_compliant for profile in PROFILES)
    assert printed(capsys, "verify", "register.pdf") == (
        "register.pdf is, byte for byte, what is exported of „ordnung“: Änderungsverzeichnis.\n"
    )
    assert refused(capsys, "export", "--as", "register", "--format", "xml") == (
        4,
        "LegalDocML holds the text of a rulebook and nothing else.\n"
        "  = hint: Export the consolidated text, or choose another format.\n",
    )
    assert refused(capsys, "export", "--as", "register", "--version", "1") == (
        2,
        "The register tells of all versions; leave --on and --version out.\n",
    )


REASONS = """§ 1 Abs. 2: Einmal im Jahr war zu selten.
§ 2: Das Ende war offen.
    Nun ist es geregelt.
"""


@pytest.fixture
def reasons(office) -> str:
    Path("reasons.txt").write_text(REASONS, encoding="utf-8")
    return "reasons.txt"


SYNOPSIS = ("export", "--as", "synopsis", "--version", "2")


def test_a_synopsis_with_reasons(reasons, capsys):
    html = printed(capsys, *SYNOPSIS, "--reasons", reasons, "--format", "html")
    rows = re.findall(r'<tr id="([^"]+)">.*?<td>([^<]*)</td></tr>', html)
    assert [row for row in rows if row[1]] == [
        ("par-1-abs-2", "Einmal im Jahr war zu selten."),
        ("par-2-abs-2", "Das Ende war offen. Nun ist es geregelt."),
    ]
    assert '<th scope="col">Begründung</th>' in html
    assert run([*SYNOPSIS, "--reasons", reasons, "--format", "docx", "-o", "synopsis.docx"]) == 0
    assert b"Nun ist es geregelt." in zipfile.ZipFile("synopsis.docx").read("word/document.xml")
    found = json.loads(printed(capsys, *SYNOPSIS, "--reasons", reasons, "--format", "json"))
    assert found["reasons"][1] == {"citation": "§ 2", "text": "Das Ende war offen. Nun ist es geregelt."}


def test_a_synopsis_with_reasons_is_known_again(reasons, capsys):
    assert run([*SYNOPSIS, "--reasons", reasons, "-o", "synopsis.pdf"]) == 0
    reader = pypdf.PdfReader("synopsis.pdf")
    assert "Nun ist es geregelt." in " ".join(reader.pages[0].extract_text().split())
    assert reader.attachments["reasons.txt"] == [REASONS.encode()]
    assert printed(capsys, "verify", "synopsis.pdf") == (
        "synopsis.pdf is, byte for byte, what is exported of „ordnung“: 2. Änderung, ab 1. Juni 2018.\n"
    )


def test_reasons_for_places_that_do_not_change_are_refused(office, capsys):
    Path("reasons.txt").write_text("§ 2 Abs. 1: Gleich.\n§ 7: Fehlt.\n", encoding="utf-8")
    assert refused(capsys, *SYNOPSIS, "--reasons", "reasons.txt", "--format", "html") == (
        4,
        "reasons.txt:1:1: Nothing changes at § 2 Absatz 1.\n"
        "  |\n"
        "1 | § 2 Abs. 1: Gleich.\n"
        "  | ^^^^^^^^^^\n"
        "  = hint: There are changes at: § 1 Absatz 1 Nummer 1, § 1 Absatz 2, § 2 Absatz 2.\n"
        "reasons.txt:2:1: § 7 does not exist in this version.\n"
        "  |\n"
        "2 | § 7: Fehlt.\n"
        "  | ^^^\n"
        "  = hint: The text has § 1, 2.\n",
    )


def test_lines_that_are_no_reasons_are_refused(office, capsys):
    Path("reasons.txt").write_text("Der Rat wollte es so.\nVorsitz: Neu.\n§ 1 Abs. 2:\n", encoding="utf-8")
    hint = "  = hint: Write „§ 4 Absatz 1: the reason“; further lines of a reason are indented.\n"
    assert refused(capsys, *SYNOPSIS, "--reasons", "reasons.txt", "--format", "html") == (
        3,
        "reasons.txt:1:1: This line does not say for which place it gives a reason.\n"
        "  |\n1 | Der Rat wollte es so.\n  | ^^^^^^^^^^^^^^^^^^^^^\n" + hint + "reasons.txt:2:1: "
        "Here a citation should begin.\n  |\n2 | Vorsitz: Neu.\n  | ^^^^^^^\n" + hint + "reasons.txt:3:1: "
        "No reason is given for § 1 Absatz 2.\n  |\n3 | § 1 Abs. 2:\n  | ^^^^^^^^^^\n" + hint,
    )


@pytest.mark.parametrize(
    "arguments",
    [
        ("export", "--as", "redline", "--reasons", "reasons.txt"),
        ("export", "--as", "synopsis", "--reasons", "reasons.txt", "--format", "txt"),
        ("compare", "--reasons", "reasons.txt"),
    ],
)
def test_reasons_need_a_synopsis(reasons, capsys, arguments):
    assert refused(capsys, *arguments) == (2, "Reasons stand in a synopsis as pdf, html, docx or json.\n")


def test_all_papers_of_a_decision(reasons, capsys):
    package = ("export", "--as", "package", "--version", "2", "--reasons", reasons, "-o", "papers")
    names = ["aenderung", "synopse", "aenderungen-im-text", "lesefassung"]
    assert printed(capsys, *package).splitlines() == [f"papers/{name}.pdf" for name in names]
    readers = [pypdf.PdfReader(f"papers/{name}.pdf") for name in names]
    codes = {json.loads(reader.attachments["version.json"][0])["version"]["check_code"] for reader in readers}
    assert len(codes) == 1
    assert all(f"Prüfzeichen {code}" in found.extract_text() for code in codes for r in readers for found in r.pages)
    assert "2. In § 1 Absatz 2 wird das Wort „järlich“" in " ".join(readers[0].pages[0].extract_text().split())
    assert printed(capsys, "verify", "papers/aenderung.pdf") == (
        "papers/aenderung.pdf is, byte for byte, what is exported of „ordnung“: 2. Änderung, ab 1. Juni 2018.\n"
    )


def test_a_package_replaces_nothing_unasked(office, capsys):
    package = ("export", "--as", "package", "--version", "2", "--format", "txt", "-o", "papers")
    Path("papers").mkdir()
    Path("papers/synopse.txt").write_text("mine", encoding="utf-8")
    assert refused(capsys, *package) == (
        2,
        "papers/synopse.txt exists already.\n  = hint: --force replaces it.\n",
    )
    assert [path.name for path in Path("papers").iterdir()] == ["synopse.txt"]
    assert run([*package, "--force"]) == 0
    assert Path("papers/aenderung.txt").read_text(encoding="utf-8") == SECOND


def test_a_package_is_about_an_act(office, capsys):
    assert refused(capsys, "export", "--as", "package", "--version", "1", "-o", "papers") == (
        4,
        "No act made version 1, so that there is none to print.\n"
        "  = hint: Choose the version of an amendment with --version.\n",
    )
    assert not Path("papers").exists()


DRAFT = """3. Änderung der Ordnung des Rates

Die Ordnung des Rates vom 20. März 2012, zuletzt geändert am 3. Mai 2018, wird wie folgt geändert:

In § 2 Absatz 2 wird das Wort „nie“ durch das Wort „bald“ ersetzt.

Diese Änderung tritt am Tag nach der Beschlussfassung in Kraft.
"""


@pytest.fixture
def draft(office) -> str:
    Path("3.txt").write_text(DRAFT.replace("3. Änderung", "4. Änderung"), encoding="utf-8")
    return "3.txt"


def test_the_papers_of_an_act_that_is_still_to_be_adopted(draft, capsys):
    package = ("export", "--as", "package", "--act", draft, "--in-force", "2030-01-01", "--format", "json")
    assert run([*package, "-o", "papers"]) == 0
    found = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(Path("papers").iterdir())]
    assert [data["view"] for data in found] == ["act", "redline", "consolidated", "synopsis"]
    assert len({data["version"]["check_code"] for data in found}) == 1
    assert {data["version"]["caution"] for data in found} == {"Entwurf: noch nicht beschlossen"}
    assert found[0]["version"]["new"] == "4. Änderung, ab 1. Januar 2030"
    assert [change["new"] for change in found[1]["changes"]] == ["§ 2 Absatz 2"]
    capsys.readouterr()
    assert run([*package, "-o", "again"]) == 0
    for path in Path("papers").iterdir():
        assert path.read_bytes() == (Path("again") / path.name).read_bytes()
    assert "nie" in printed(capsys, "show", "§ 2 Abs. 2")


PAPERS = ("aenderung", "synopse", "aenderungen-im-text", "lesefassung")


@pytest.fixture
def drafts(draft, capsys) -> None:
    """All papers of a draft, and a step that was recorded since."""
    package = ("export", "--as", "package", "--act", draft, "--in-force", "2030-01-01", "-o", "papers")
    assert run(package) == 0
    assert run(["gap", "ordnung", "5", "--reason", "Amtsblatt", "--yes"]) == 0
    capsys.readouterr()


@pytest.mark.parametrize("paper", PAPERS)
def test_a_print_of_a_draft_is_known(drafts, capsys, paper):
    draft = f"papers/{paper}.pdf is a draft, byte for byte as it is exported of „ordnung“: "
    what = "4. Änderung, ab 1. Januar 2030."
    assert printed(capsys, "verify", f"papers/{paper}.pdf") == f"{draft}{what} Its act is not recorded.\n"
    assert run(["apply", "3.txt", "--adopted", "2029-12-31", "--reason", "Probe", "--yes"]) == 0
    capsys.readouterr()
    recorded = f"{draft}{what} Its act is recorded by now, as number 4.\n"
    assert printed(capsys, "verify", f"papers/{paper}.pdf") == recorded


@pytest.mark.parametrize("paper", PAPERS)
def test_an_altered_print_of_a_draft_is_found_out(drafts, capsys, paper):
    writer = pypdf.PdfWriter(clone_from=f"papers/{paper}.pdf")
    writer.write("copy.pdf")
    assert printed(capsys, "verify", "copy.pdf") == (
        "copy.pdf is a draft with the words of „ordnung“: 4. Änderung, ab 1. Januar 2030. "
        "The file itself was made otherwise. Its act is not recorded.\n"
    )
    writer.insert_page(pypdf.PdfReader(f"papers/{paper}.pdf").pages[0])
    writer.write("altered.pdf")
    said = "altered.pdf is a draft of „ordnung“, but not as it was exported: its words are others.\n"
    assert refused(capsys, "verify", "altered.pdf") == (5, said)


def test_a_draft_whose_act_was_exchanged_is_found_out(drafts, capsys):
    writer = pypdf.PdfWriter(clone_from="papers/aenderung.pdf")
    (act,) = (found for found in writer.attachment_list if found.name == "04.txt")
    act.content = act.content.replace(b"bald", b"gern")
    writer.write("altered.pdf")
    said = "altered.pdf is a draft of „ordnung“, but not as it was exported: its words are others.\n"
    assert refused(capsys, "verify", "altered.pdf") == (5, said)


def test_a_draft_must_say_when_it_is_to_count(draft, capsys):
    assert refused(capsys, "export", "--act", draft, "-o", "text.pdf") == (
        2,
        "3.txt:1:1: The act comes into force with its adoption, but does not say when that was.\n"
        "  |\n1 | 4. Änderung der Ordnung des Rates\n  | ^\n"
        "  = hint: Say with --in-force from which day the draft is to count.\n",
    )


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--in-force", "2030-01-01"), "--in-force is for a draft: name it with --act.\n"),
        (
            ("--act", "3.txt", "--version", "1"),
            "A draft has one version and no register; leave --on and --version out.\n",
        ),
        (
            ("--act", "3.txt", "--as", "register"),
            "A draft has one version and no register; leave --on and --version out.\n",
        ),
    ],
)
def test_options_that_do_not_go_with_a_draft(draft, capsys, arguments, said):
    assert refused(capsys, "export", *arguments, "-o", "text.pdf") == (2, said)


def test_a_part_that_is_not_installed_is_named(office, capsys, monkeypatch):
    known = builtins.__import__

    def without_typst(name, *arguments, **named):
        if name == "typst":
            raise ModuleNotFoundError("No module named 'typst'", name="typst")
        return known(name, *arguments, **named)

    monkeypatch.setattr(builtins, "__import__", without_typst)
    monkeypatch.setattr(pdf, "_compiler", pdf._compiler.__wrapped__)  # another test may have made one
    assert refused(capsys, "export", "-o", "text.pdf") == (
        2,
        "Files as pdf need the package „typst“, which is not installed.\n"
        "  = hint: Install it: python -m pip install typst\n",
    )
    assert not Path("text.pdf").exists()


def test_a_character_without_glyph_is_refused_with_its_place(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    Path("base.txt").write_text(BASE.replace("jährlich", "in 漢"), encoding="utf-8")
    assert run(["init", "."]) == 0
    assert run(["import", "base.txt", "--id", "ordnung", "--adopted", "20.03.2012", "--yes"]) == 0
    capsys.readouterr()
    assert refused(capsys, "export", "-o", "text.pdf") == (
        4,
        "§ 1 Absatz 2: „漢“ (U+6F22 CJK UNIFIED IDEOGRAPH-6F22) is in none of the fonts for PDF.\n"
        "  = hint: Export as HTML or DOCX, or write the character another way.\n",
    )
    assert not Path("text.pdf").exists()


SAME_DAY = """{n}. Änderung der Ordnung des Rates

Der Rat hat am 3. Mai 2018 beschlossen:

Die Ordnung des Rates vom 20. März 2012 wird wie folgt geändert:

Dem § 2 wird folgender Absatz {absatz} angefügt:
„({absatz}) Satz {n}.“

Diese Änderung tritt am 1. Juni 2018 in Kraft.
"""


def test_a_version_that_another_one_follows_on_its_day_does_not_tell_of_that(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    Path("base.txt").write_text(BASE, encoding="utf-8")
    assert run(["init", "."]) == 0
    assert run(["import", "base.txt", "--id", "ordnung", "--adopted", "20.03.2012", "--yes"]) == 0
    for number in (1, 2):
        Path("act.txt").write_text(SAME_DAY.format(n=number, absatz=number + 1), encoding="utf-8")
        assert run(["apply", "act.txt", "--yes"]) == 0
    capsys.readouterr()
    for number in ("1", "2"):
        acts = data(capsys, "--version", number)["version"]["acts"]
        assert [act["number"] for act in acts] == ["1", "2"][: int(number)]


@pytest.mark.parametrize(("copies", "pages", "contents"), [(10, 3, False), (11, 4, True)])
def test_a_text_of_four_pages_has_a_table_of_contents(copies, pages, contents):
    start = NEW.index("§ 1")
    text = NEW[:start] + "".join(NEW[start:].replace("§ ", f"§ {n}0") for n in range(1, copies + 1))
    reader = pypdf.PdfReader(io.BytesIO(render(consolidated(read(text), REGISTER))))
    assert len(reader.pages) == pages
    assert ("Inhalt" in reader.pages[0].extract_text()) is contents

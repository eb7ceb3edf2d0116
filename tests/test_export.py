"""Versions of a rulebook compared and exported: what the register says stands around the text and at its units."""

from __future__ import annotations

import json
from pathlib import Path

import pypdf
import pytest

from regelwerk.cli import run

BASE = """Ordnung des Rates

§ 1 Name
(1) Der Rat heißt Rat im Kreis.
(2) Er tagt jährlich.
    Er lädt Gäste ein.

§ 2 Ende
(1) Diese Ordnung gilt ab sofort.
(2) Sie gilt ohne Ende.
"""
FIRST = """1. Änderung der Ordnung des Rates

Der Rat hat am 3. Mai 2015 beschlossen:

Die Ordnung des Rates vom 20. März 2012 wird wie folgt geändert:

1. In § 1 Absatz 2 Satz 1 wird das Wort „jährlich“ durch das Wort „monatlich“ ersetzt.
2. § 2 Absatz 2 wird aufgehoben.

Diese Änderung tritt am 1. Juni 2015 in Kraft.
"""
SECOND = """2. Änderung der Ordnung des Rates

Der Rat hat am 3. Mai 2018 beschlossen:

Die Ordnung des Rates vom 20. März 2012, zuletzt geändert am 3. Mai 2015, wird wie folgt geändert:

Dem § 1 wird folgender Absatz 3 angefügt:
„(3) Er ist neutral.“

Diese Änderung tritt am 1. Juni 2999 in Kraft.
"""


@pytest.fixture
def office(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    for name, text in (("base.txt", BASE), ("1.txt", FIRST), ("2.txt", SECOND)):
        Path(name).write_text(text, encoding="utf-8")
    assert run(["init", "."]) == 0
    assert run(["import", "base.txt", "--id", "ordnung", "--adopted", "20.03.2012", "--yes"]) == 0
    for act in ("1.txt", "2.txt"):
        assert run(["apply", act, "--yes"]) == 0
    capsys.readouterr()


def printed(capsys, *arguments: str) -> list[str]:
    run(arguments)
    return capsys.readouterr().out.splitlines()


LAST = ["2. Änderung", "  § 1 Absatz 3  inserted +3", "Changes: 1, provisions touched: 1, words: +3 −0"]
FIRST_CHANGE = [
    "1. Änderung",
    "  § 1 Absatz 2 Satz 1  changed +1 −1",
    "  § 2 Absatz 2         repealed +1 −4",
    "Changes: 2, provisions touched: 2, words: +2 −5",
]


@pytest.mark.parametrize("versions", [(), ("ordnung",), ("1", "2"), ("ordnung", "1"), ("ordnung", "01.06.2015", "2")])
def test_the_last_change(office, capsys, versions):
    assert printed(capsys, "compare", *versions, "--stat") == LAST


@pytest.mark.parametrize("versions", [("0", "1"), ("ordnung", "20.03.2012", "2020-01-01")])
def test_versions_by_number_and_by_day(office, capsys, versions):
    assert printed(capsys, "compare", *versions, "--stat") == FIRST_CHANGE


def test_the_younger_version_first(office, capsys):
    assert run(["compare", "1", "0", "--stat"]) == 1
    told = "The first version is the younger one: what is shown undoes the changes.\n"
    assert capsys.readouterr().err == told


def test_the_first_version_has_none_before_it(office, capsys):
    assert run(["export", "--as", "redline", "--version", "0", "--format", "json", "-o", "text.json"]) == 0
    assert capsys.readouterr().err.splitlines() == [
        "This is the first version: there is none before it.",
        "text.json is written.",
    ]
    assert json.loads(Path("text.json").read_text(encoding="utf-8"))["equal"] is True


def test_a_comparison_as_text_says_what_is_compared(office, capsys):
    assert printed(capsys, "compare", "0", "1", "--only-changed", "--format", "txt")[:3] == [
        "Änderungen im Text: Stammfassung, ab 20. März 2012 → 1. Änderung, ab 1. Juni 2015",
        "",
        "  § 1 Name",
    ]


def test_versions_that_are_not_there(office, capsys):
    assert run(["compare", "7"]) == 4
    assert capsys.readouterr().err == "There is no version 7.\n  = hint: There are: 0, 1, 2.\n"
    assert run(["compare", "01.01.2000"]) == 4
    assert capsys.readouterr().err == "There was no text on 2000-01-01; the first counts from 2012-03-20.\n"
    assert run(["compare", "gestern morgen"]) == 2
    assert capsys.readouterr().err == "„gestern morgen“ is no day.\n  = hint: Write it as 2024-01-31 or 31.01.2024.\n"
    assert run(["compare", "ordnung", "0", "1", "2"]) == 2
    assert capsys.readouterr().err == "At most two versions can be compared.\n"


def test_notes_at_changed_provisions(office, capsys):
    html = "\n".join(printed(capsys, "export", "--format", "html"))
    assert (
        '<p id="par-1-abs-2" class="labelled"><span class="label">(2)</span> Er tagt monatlich. Er lädt Gäste ein.</p>'
        '<p class="note in1">§ 1 Abs. 2 S. 1 geändert durch 1. Änderung vom 3. Mai 2015</p>'
    ) in html
    assert '<p class="note in1">§ 2 Abs. 2 aufgehoben durch 1. Änderung vom 3. Mai 2015</p>' in html
    assert html.count('class="note in1"') == html.count('class="note') == 2


def test_the_head_of_a_version(office, capsys):
    html = "\n".join(printed(capsys, "export", "--format", "html"))
    assert html.partition("<header>\n")[2].partition("\n</header>")[0].splitlines() == [
        "<h1>Ordnung des Rates</h1>",
        "<p>Nichtamtliche Lesefassung (Stand 1. Juni 2015)</p>",
        "<p>Diese Lesefassung umfasst:</p>",
        "<ul><li>Stammfassung, beschlossen am 20. März 2012, in Kraft ab 20. März 2012</li>"
        "<li>1. Änderung der Ordnung des Rates, beschlossen am 3. Mai 2015, in Kraft ab 1. Juni 2015</li></ul>",
    ]


@pytest.mark.parametrize(
    ("number", "caution"),
    [
        ("0", '<p class="caution">Nicht mehr in Kraft: galt bis 31. Mai 2015</p>'),
        ("2", '<p class="caution">Noch nicht in Kraft: gilt ab 1. Juni 2999</p>'),
    ],
)
def test_versions_not_in_force_say_so(office, capsys, number, caution):
    assert caution in printed(capsys, "export", "--version", number, "--format", "html")


def test_a_file_has_the_form_that_its_ending_says_if_no_other_is_asked_for(office):
    for arguments, begin in (("text.txt",), b"Ordnung"), (("text",), b"%PDF"), (("x.txt", "--format", "xml"), b"<?xml"):
        assert run(["export", "-o", *arguments]) == 0
        assert Path(arguments[0]).read_bytes().startswith(begin)


def test_a_pdf_carries_its_check_code_and_its_sources(office, capsys):
    assert run(["export", "-o", "text.pdf"]) == 0
    chain = json.loads("\n".join(printed(capsys, "status", "--json")))
    reader = pypdf.PdfReader("text.pdf")
    assert sorted(reader.attachments) == ["01.txt", "02.txt", "base.txt", "version.json"]
    assert reader.attachments["01.txt"] == [FIRST.encode()]
    code = json.loads(reader.attachments["version.json"][0])["version"]["check_code"]
    assert f"Prüfzeichen {code}" in reader.pages[0].extract_text()
    assert code in json.dumps(chain)


def test_a_redline_names_the_commands(office, capsys):
    (line,) = printed(capsys, "export", "--as", "redline", "--format", "json")
    found = json.loads(line)
    assert found["version"]["old"] == "Stammfassung, ab 20. März 2012"
    assert found["version"]["new"] == "1. Änderung, ab 1. Juni 2015"
    assert found["changes"] == [
        {
            "kind": "changed",
            "old": "§ 1 Absatz 2 Satz 1",
            "new": "§ 1 Absatz 2 Satz 1",
            "commands": [{"act": "1. Änderung", "point": "1", "kind": "replace-words"}],
        },
        {
            "kind": "repealed",
            "old": "§ 2 Absatz 2",
            "new": "§ 2 Absatz 2",
            "commands": [{"act": "1. Änderung", "point": "2", "kind": "repeal"}],
        },
    ]


def test_a_file_is_not_left_half_written(office, capsys, monkeypatch):
    assert run(["export", "--format", "html", "-o", "page.html"]) == 0
    assert capsys.readouterr().err == "page.html is written.\n"
    assert run(["export", "--format", "html", "-o", "page.html"]) == 2
    assert capsys.readouterr().err == "page.html exists already.\n  = hint: --force replaces it.\n"
    Path("page.html").write_text("old", encoding="utf-8")
    monkeypatch.setattr("os.replace", lambda *_: (_ for _ in ()).throw(OSError(28, "No space left on device")))
    assert run(["export", "--format", "html", "-o", "page.html", "--force"]) == 2
    assert capsys.readouterr().err == "page.html cannot be written: the disk is full.\n"
    assert Path("page.html").read_text(encoding="utf-8") == "old"
    assert not list(Path().glob(".page*"))


def test_a_folder_is_no_file(office, capsys):
    Path("papers").mkdir()
    for options in ([], ["--force"]):
        assert run(["export", "--format", "html", "-o", "papers", *options]) == 2
        assert capsys.readouterr().err == "papers: this is a folder, not a file.\n"


def test_exports_are_files(office, capsys):
    assert run(["export", "--format", "terminal"]) == 2
    assert "--format cannot be terminal. It is one of: 'html', 'pdf'," in capsys.readouterr().err
    assert run(["export", "--on", "2015-06-01", "--version", "1"]) == 2
    assert "A version is chosen by its day or by its number, not by both." in capsys.readouterr().err


def test_a_package_for_the_council(office, capsys):
    assert printed(capsys, "export", "--as", "package", "--version", "2", "--format", "html", "-o", "papers") == [
        "papers/aenderung.html",
        "papers/synopse.html",
        "papers/aenderungen-im-text.html",
        "papers/lesefassung.html",
    ]
    pages = [path.read_text(encoding="utf-8") for path in sorted(Path("papers").iterdir())]
    feet = {page.partition("<footer>")[2].partition("</footer>")[0] for page in pages}
    assert len(feet) == 1
    assert ["Noch nicht in Kraft: gilt ab 1. Juni 2999" in page for page in pages] == [False, True, True, True]


def test_a_package_needs_a_folder(office, capsys):
    assert run(["export", "--as", "package"]) == 2
    assert "A package needs a folder: --output FOLDER." in capsys.readouterr().err
    assert run(["export", "--as", "package", "-o", "base.txt/papers"]) == 2
    assert capsys.readouterr().err == "base.txt/papers cannot be made: a file is where a folder should be.\n"
    assert run(["export", "--as", "package", "-o", "base.txt"]) == 2
    assert capsys.readouterr().err == "base.txt is no folder.\n"


@pytest.mark.parametrize(
    ("arguments", "what"),
    [
        (("--version", "0"), "Stammfassung, ab 20. März 2012"),
        ((), "1. Änderung, ab 1. Juni 2015"),
        (("--version", "2"), "2. Änderung, ab 1. Juni 2999"),
        (("--as", "redline"), "1. Änderung, ab 1. Juni 2015"),
        (("--as", "synopsis", "--version", "2"), "2. Änderung, ab 1. Juni 2999"),
    ],
)
def test_a_print_in_hand_is_known(office, capsys, arguments, what):
    assert run(["export", *arguments, "-o", "print.pdf"]) == 0
    assert printed(capsys, "verify", "print.pdf") == [
        f"print.pdf is, byte for byte, what is exported of „ordnung“: {what}."
    ]


def test_a_print_of_an_earlier_state_is_known(office, capsys):
    assert run(["export", "--version", "1", "-o", "print.pdf"]) == 0
    Path("3.txt").write_text(
        SECOND.replace("2. Änderung", "3. Änderung")
        .replace("2999", "3000")
        .replace("Absatz 3", "Absatz 4")
        .replace("(3)", "(4)")
        .replace("3. Mai 2015", "3. Mai 2018"),
        encoding="utf-8",
    )
    assert run(["apply", "3.txt", "--yes"]) == 0
    capsys.readouterr()
    assert printed(capsys, "verify", "print.pdf") == [
        "print.pdf is, byte for byte, what is exported of „ordnung“: 1. Änderung, ab 1. Juni 2015."
    ]


def test_an_altered_print_is_found_out(office, capsys):
    assert run(["export", "-o", "print.pdf"]) == 0
    writer = pypdf.PdfWriter(clone_from="print.pdf")
    writer.write("copy.pdf")
    assert printed(capsys, "verify", "copy.pdf") == [
        "copy.pdf has the words of „ordnung“: 1. Änderung, ab 1. Juni 2015. The file itself was made otherwise."
    ]
    writer.add_blank_page()
    writer.insert_page(pypdf.PdfReader("print.pdf").pages[0])
    writer.write("altered.pdf")
    assert run(["verify", "altered.pdf"]) == 5
    assert capsys.readouterr().err == "altered.pdf is not as it was exported of „ordnung“: its words are others.\n"


@pytest.mark.parametrize("file", ["version.json", "01.txt"])
def test_altered_data_in_a_print_are_found_out(office, capsys, file):
    assert run(["export", "-o", "print.pdf"]) == 0
    reader, writer = pypdf.PdfReader("print.pdf"), pypdf.PdfWriter()
    for found in reader.pages:
        writer.add_page(found)
    for name, (content, *_) in reader.attachments.items():
        writer.add_attachment(name, content.replace(b"monatlich", b"niemals") if name == file else content)
    writer.write("altered.pdf")
    capsys.readouterr()
    assert run(["verify", "altered.pdf"]) == 5
    what = "1. Änderung, ab 1. Juni 2015"
    said = f"altered.pdf has the words of „ordnung“: {what}. But the data attached to it are others.\n"
    assert capsys.readouterr().err == said


def test_what_is_no_print(office, capsys):
    Path("other.pdf").write_bytes(b"%PDF-1.7 nothing")
    assert run(["verify", "other.pdf"]) == 3
    said = "other.pdf is no PDF that regelwerk exported: it carries no data of a version.\n"
    assert capsys.readouterr().err == said
    assert run(["verify", "none.pdf"]) == 2
    assert capsys.readouterr().err == "none.pdf: there is no such file.\n"


def test_a_print_of_another_office(office, capsys, tmp_path, tmp_path_factory, monkeypatch):
    assert run(["export", "-o", "print.pdf"]) == 0
    other = tmp_path_factory.mktemp("elsewhere") / "other"
    assert run(["init", str(other)]) == 0
    monkeypatch.chdir(other)
    capsys.readouterr()
    assert run(["verify", str(tmp_path / "print.pdf")]) == 5
    problem, hint = capsys.readouterr().err.splitlines()
    assert problem.endswith("print.pdf belongs to no rulebook here.")
    assert hint == "  = hint: The print may be of another office, or not be genuine."

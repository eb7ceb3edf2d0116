"""What is refused in an office, with nothing written, and what was changed behind its back."""

from __future__ import annotations

from pathlib import Path

import pytest
from offices import FIRST, Office

OUTLINE = """\
Geschäftsordnung des Beirats
  § 1 Sitzungen  (2 Absätze, 2 sentences)
  § 2 Vorsitz  (1 sentence)
2 §§, 2 Absätze, 3 sentences
"""
"""What `import` says of the text before it refuses to record it."""


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (
            ("show", ".."),
            "„..“ cannot be the id of a rulebook.\n"
            "  = hint: An id has letters from a to z, digits, and hyphens between them, 64 at most: „ordnung-2024“.\n",
        ),
        (
            ("show", "ordnung", "Absatz 1"),
            "Absatz 1 does not exist in this version.\n  = hint: Name the place in full, with its §.\n",
        ),
        (
            ("show", "ordnung", "§ 9"),
            "§ 9 does not exist in this version.\n  = hint: The text has § 1, 2.\n",
        ),
        (
            ("show", "--on", "2019-02-30"),
            "There is no day „2019-02-30“ in the calendar.\n",
        ),
        (
            ("show", "--on", "2019-02-03", "--version", "1"),
            "A version is chosen by its day or by its number, not by both.\n",
        ),
        (
            ("show", "--version", "7"),
            "There is no version 7.\n  = hint: There are: 0, 1, 2.\n",
        ),
        (
            ("apply", "../fehlt.txt"),
            "../fehlt.txt: there is no such file.\n",
        ),
        (
            ("import", "../base.txt", "--id", "ordnung", "--adopted", "2012-03-20", "--yes"),
            "There is a rulebook „ordnung“ here already.\n"
            "  = hint: Choose another id, or record a version of it (--as-version).\n",
        ),
        (
            ("import", "../base.txt", "--id", "neu", "--yes"),
            "It is not known from which day on this text counts.\n"
            "  = hint: Say when it was adopted (--adopted 2024-01-31), or the first day on which it counts "
            "(--in-force).\n",
        ),
        (
            ("import", "../base.txt", "--source", "../fehlt.pdf", "--id", "neu", "--adopted", "2012-03-20", "--yes"),
            "../fehlt.pdf: there is no such file.\n",
        ),
        (
            ("import", "../base.txt", "--as-version", "x", "--in-force", "2020-01-01"),
            "„x“ is no number of an amendment.\n  = hint: Write it as 2 or 2a.\n",
        ),
        (
            ("import", "../base.txt", "--as-version", "3", "--in-force", "1999-01-01"),
            "Number 3 would count from 1999-01-01, but the base text from 2012-03-20 only.\n",
        ),
        (
            ("apply", "../3.txt", "--number", "drei"),
            "„drei“ is no number of an amendment.\n  = hint: Write it as 2 or 2a.\n",
        ),
        (
            ("apply", "../3.txt", "--part", "7=2030-01-01"),
            "../3.txt:1:1: There is no point 7 in the act.\n"
            "  |\n"
            "1 | 3. Änderung der Geschäftsordnung des Beirats\n"
            "  | ^\n"
            "  = hint: There are: 1.\n",
        ),
        (
            ("apply", "../3.txt", "--until", "2015-05-31"),
            "Number 3 would end on 2015-05-31, before it begins.\n",
        ),
        (
            ("apply", "../3.txt", "--in-force", "2012-01-01", "--reason", "x"),
            "Number 3 would count from 2012-01-01, but the base text from 2012-03-20 only.\n",
        ),
        (
            ("apply", "../3.txt", "--order", "egal"),
            "Usage: regelwerk apply [OPTIONS] ACT\n"
            "--order cannot be egal. It is one of: 'in-force', 'adoption'.\n"
            "'regelwerk apply --help' says more.\n",
        ),
        (
            ("gap", "ordnung", "0", "--reason", "x"),
            "„0“ is no number of an amendment.\n  = hint: Write it as 2 or 2a.\n",
        ),
        (
            ("retract", "ordnung", "0", "--reason", "x"),
            "Only the last step can be taken back: number 2.\n  = hint: Take back what was recorded later first.\n",
        ),
    ],
)
def test_bad_input_is_refused_and_nothing_written(amended: Office, arguments: tuple[str, ...], told: str):
    amended.paper("3.txt", FIRST.replace("1. Änderung", "3. Änderung").replace("zweimal", "dreimal"))
    before = {path: path.read_bytes() for path in Path().rglob("*") if path.is_file()}
    code, out, err = amended.does(*arguments)
    assert code in (2, 4)
    assert out == ""
    assert err.removeprefix(OUTLINE) == told
    assert {path: path.read_bytes() for path in Path().rglob("*") if path.is_file()} == before


def test_a_changed_file_is_named_and_the_generated_one_written_again(amended: Office):
    file = Path("documents/ordnung/consolidated.txt")
    right = file.read_text()
    file.write_text("anders")
    code, err = amended.says("show")
    assert (code, err.splitlines()[0]) == (5, f"{file}: The file is not as it was recorded.")
    code, _out, err = amended.does("verify", "--restore")
    assert (code, err) == (0, f"{file} is written again.\n")
    assert file.read_text() == right


def test_no_other_folder_is_a_workspace(office: Office, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(office.folder)
    code, err = office.says("status")
    assert (code, err.splitlines()[0]) == (2, f"{office.folder} is in no workspace.")
    assert office.says("-C", "beirat", "status") == (
        0,
        "There is no rulebook here yet: „regelwerk import FILE --id ID“ records one.\n",
    )

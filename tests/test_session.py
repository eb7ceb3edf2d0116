"""The day of an office, line by line, through the installed command, at a terminal, in both languages."""

from __future__ import annotations

import os
import select
import subprocess
import sys
import time
from pathlib import Path

import intake_documents as documents
import pytest

from regelwerk.diagnostics import Source
from regelwerk.structure import parse

pty = pytest.importorskip("pty", reason="terminals as POSIX has them")

SAMPLE = Path(__file__).parents[1]
PROGRAMS = Path(sys.executable).parent
PATIENCE = 60


class Terminal:
    """A terminal of 80 columns at which somebody types lines and answers questions."""

    def __init__(self, home: Path, language: str) -> None:
        self.folder = home
        self.environment = os.environ | {
            "HOME": str(home),
            "PATH": f"{PROGRAMS}{os.pathsep}{os.environ['PATH']}",
            "REGELWERK_LANG": language,
            "PAGER": "cat",
            "TERM": "dumb",
            "COLUMNS": "80",
            "GIT_CONFIG_GLOBAL": os.devnull,
        }

    def types(self, line: str, answer: str = "") -> tuple[int, str]:
        """The exit code of a line typed into the shell, and all that the person sees while it runs."""
        ours, theirs = pty.openpty()
        process = subprocess.Popen(
            ["sh", "-c", line], cwd=self.folder, env=self.environment, stdin=theirs, stdout=theirs, stderr=theirs
        )
        os.close(theirs)
        seen = b""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            if select.select([ours], [], [], 0.1)[0]:
                try:
                    read = os.read(ours, 65536)
                except OSError:  # the other end is closed: the command has ended
                    break
                if not read:
                    break
                seen += read
                if answer and seen.endswith(b"] "):
                    os.write(ours, answer.encode())
                    answer = ""
        os.close(ours)
        return process.wait(PATIENCE), seen.decode().replace("\r\n", "\n")

    def done(self, line: str, answer: str = "") -> str:
        code, seen = self.types(line, answer)
        assert code == 0, seen
        return seen


WORDS = {
    "en": {
        "yes": "y\n",
        "no": "n\n",
        "workspace": "praeventionsrat is a workspace now.",
        "units": "§ 2 Aufgaben  (2 Absätze, ",
        "question": "Record it as number 1 of „geschaeftsordnung“? [y/N] ",
        "recorded": "Number 1 of „geschaeftsordnung“ is recorded.",
        "dry": "Nothing was recorded.",
        "head": "Unofficial consolidated text, as of ",
        "last": "in force 2024-01-01",
        "point": "point 3 b: ",
    },
    "de": {
        "yes": "j\n",
        "no": "n\n",
        "workspace": "praeventionsrat ist jetzt ein Arbeitsordner.",
        "units": "§ 2 Aufgaben  (2 Absätze, ",
        "question": "Als Nummer 1 von „geschaeftsordnung“ aufnehmen? [j/N] ",
        "recorded": "Nummer 1 von „geschaeftsordnung“ ist aufgenommen.",
        "dry": "Es wurde nichts aufgenommen.",
        "head": "Nichtamtliche Lesefassung, Stand ",
        "last": "in Kraft 01.01.2024",
        "point": "Punkt 3 b: ",
    },
}

BASE = (SAMPLE / "documents/geschaeftsordnung/base.txt").read_text(encoding="utf-8")
FIRST, SECOND = (
    (SAMPLE / f"amendments/geschaeftsordnung/0{number}.txt").read_text(encoding="utf-8") for number in (1, 2)
)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home folder with the papers of the office: the rules as PDF, the 1st act as DOCX, the 2nd as PDF."""
    rules = parse(Source("base.txt", BASE)).document
    (tmp_path / "Geschaeftsordnung.pdf").write_bytes(documents.word_processor_pdf(rules))
    (tmp_path / "1-aenderung.docx").write_bytes(documents.act_docx(FIRST))
    (tmp_path / "2-aenderung.pdf").write_bytes(documents.act_pdf(SECOND))
    return tmp_path


@pytest.mark.parametrize(
    ("language", "answer", "yes"),
    [
        ("de", "j\n", True),
        ("de", "Ja\n", True),
        ("de", "y\n", True),
        ("de", "n\n", False),
        ("de", "\n", False),
        ("de", "jein\n", False),
        ("de", "\x04", False),
        ("en", "yes\n", True),
        ("en", "j\n", False),
        ("en", "\x04", False),
    ],
    ids=lambda value: repr(value),
)
def test_only_a_clear_yes_records(home: Path, language: str, answer: str, yes: bool) -> None:
    terminal = Terminal(home, language)
    terminal.done("regelwerk init .")
    (home / "base.txt").write_text(BASE, encoding="utf-8")
    seen = terminal.done("regelwerk import base.txt --id ordnung --adopted 2012-03-20", answer)
    if yes:
        assert ("„ordnung“ ist aufgenommen: " if language == "de" else "„ordnung“ is recorded: ") in seen
    else:
        assert seen.endswith("\n" + WORDS[language]["dry"] + "\n")
    assert (home / "documents/ordnung/base.txt").exists() == yes


@pytest.mark.parametrize("language", ["en", "de"])
def test_the_day_of_the_office(home: Path, language: str) -> None:
    words, terminal = WORDS[language], Terminal(home, language)
    assert words["workspace"] in terminal.done("regelwerk init praeventionsrat && cd praeventionsrat")
    place = terminal.folder = home / "praeventionsrat"

    line = "regelwerk import ~/Geschaeftsordnung.pdf --id geschaeftsordnung --adopted 2012-03-20"
    assert words["units"] in terminal.done(line, words["yes"])
    assert (place / "documents/geschaeftsordnung/base.txt").read_text(encoding="utf-8") == BASE

    assert words["recorded"] not in terminal.done("regelwerk apply ~/1-aenderung.docx", words["no"])
    applied = terminal.done("regelwerk apply ~/1-aenderung.docx", words["yes"])
    assert words["question"] in applied
    assert words["recorded"] in applied

    looked = terminal.done("regelwerk apply ~/2-aenderung.pdf --dry-run")
    assert "Stellvertretungen+}" in looked
    assert words["dry"] in looked
    terminal.done("regelwerk apply ~/2-aenderung.pdf", words["yes"])

    assert words["last"] in terminal.done("regelwerk status")
    shown = terminal.done("regelwerk show geschaeftsordnung")
    assert shown.startswith(words["head"])
    assert "§ 6a Videositzungen" in shown
    on_a_day = terminal.done('regelwerk show geschaeftsordnung "§ 3 Abs. 2" --on 2019-06-01')
    assert "Einrichtung für fünf Jahre" in on_a_day
    assert words["point"] in terminal.done('regelwerk history geschaeftsordnung "§ 3"')

    rulebook = place / "documents/geschaeftsordnung"
    consolidated = (rulebook / "consolidated.txt").read_text(encoding="utf-8")
    assert consolidated == (SAMPLE / "documents/geschaeftsordnung/consolidated.txt").read_text(encoding="utf-8")
    assert (rulebook / "base-source.pdf").read_bytes() == (home / "Geschaeftsordnung.pdf").read_bytes()
    acts = place / "amendments/geschaeftsordnung"
    assert sorted(path.name for path in acts.iterdir()) == ["01.docx", "01.txt", "02.pdf", "02.txt"]
    assert (acts / "01.docx").read_bytes() == (home / "1-aenderung.docx").read_bytes()
    assert (acts / "02.pdf").read_bytes() == (home / "2-aenderung.pdf").read_bytes()
    assert (acts / "02.txt").read_text(encoding="utf-8").split() == SECOND.split()

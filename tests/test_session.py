"""The first day of an office, through the installed command, at a terminal, in both languages."""

from __future__ import annotations

import os
import select
import subprocess
import sys
import time
from pathlib import Path

import pytest

pty = pytest.importorskip("pty", reason="terminals as POSIX has them")

SAMPLE = Path(__file__).parents[1]
REGELWERK = Path(sys.executable).with_name("regelwerk")
PATIENCE = 60


class Terminal:
    """A terminal of 80 columns at which somebody types commands and answers questions."""

    def __init__(self, folder: Path, language: str) -> None:
        self.folder = folder
        self.environment = os.environ | {
            "REGELWERK_LANG": language,
            "PAGER": "cat",
            "TERM": "dumb",
            "COLUMNS": "80",
            "GIT_CONFIG_GLOBAL": os.devnull,
        }

    def types(self, *arguments: str, answer: str = "") -> tuple[int, str]:
        """The exit code of a command, and all that the person sees while it runs."""
        ours, theirs = pty.openpty()
        process = subprocess.Popen(
            [REGELWERK, *arguments], cwd=self.folder, env=self.environment, stdin=theirs, stdout=theirs, stderr=theirs
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

    def done(self, *arguments: str, answer: str = "") -> str:
        code, seen = self.types(*arguments, answer=answer)
        assert code == 0, seen
        return seen


WORDS = {
    "en": {
        "yes": "y\n",
        "no": "n\n",
        "workspace": "praeventionsrat is a workspace now.",
        "question": "Record it as number 1 of „geschaeftsordnung“? [y/N]",
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
        "question": "Als Nummer 1 von „geschaeftsordnung“ aufnehmen? [j/N]",
        "recorded": "Nummer 1 von „geschaeftsordnung“ ist aufgenommen.",
        "dry": "Es wurde nichts aufgenommen.",
        "head": "Nichtamtliche Lesefassung, Stand ",
        "last": "in Kraft 01.01.2024",
        "point": "Punkt 3 b: ",
    },
}


@pytest.mark.parametrize("language", ["en", "de"])
def test_the_first_day(tmp_path: Path, language: str):
    words = WORDS[language]
    assert words["workspace"] in Terminal(tmp_path, language).done("init", "praeventionsrat")
    terminal = Terminal(tmp_path / "praeventionsrat", language)
    base = str(SAMPLE / "documents/geschaeftsordnung/base.txt")
    first, second = (str(SAMPLE / f"amendments/geschaeftsordnung/0{number}.txt") for number in (1, 2))

    imported = terminal.done(
        "import", base, "--id", "geschaeftsordnung", "--adopted", "2012-03-20", answer=words["yes"]
    )
    assert "§ 2 Aufgaben  (2 Absätze, " in imported

    refused = terminal.done("apply", first, answer=words["no"])
    assert words["recorded"] not in refused
    applied = terminal.done("apply", first, answer=words["yes"])
    assert words["question"] in applied
    assert words["recorded"] in applied

    looked = terminal.done("apply", second, "--dry-run")
    assert "Stellvertretungen+}" in looked
    assert words["dry"] in looked
    terminal.done("apply", second, answer=words["yes"])

    assert words["last"] in terminal.done("status")
    shown = terminal.done("show", "geschaeftsordnung")
    assert shown.startswith(words["head"])
    assert "§ 6a Videositzungen" in shown
    assert "Einrichtung für fünf Jahre" in terminal.done(
        "show", "geschaeftsordnung", "§ 3 Abs. 2", "--on", "2019-06-01"
    )
    assert words["point"] in terminal.done("history", "geschaeftsordnung", "§ 3")

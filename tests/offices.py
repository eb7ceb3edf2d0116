"""An office at its work: the texts it has, and the commands that it types."""

from __future__ import annotations

from pathlib import Path

import pytest

from regelwerk.cli import run

BASE = """\
Geschäftsordnung des Beirats

§ 1 Sitzungen
(1) Der Beirat tagt zweimal im Jahr.
(2) Er tagt öffentlich.

§ 2 Vorsitz
    Der Vorsitz dauert ein Jahr.
"""
PUBLISHED = """\
Geschäftsordnung des Beirats

§ 1 Sitzungen
(1) Der Beirat tagt dreimal im Jahr.
(2) Die Einladung ergeht schriftlich.
(3) Er tagt öffentlich.

§ 2 Vorsitz
    Der Vorsitz dauert zwei Jahre.
"""
FIRST = """\
1. Änderung der Geschäftsordnung des Beirats

Der Beirat hat am 3. Mai 2015 beschlossen:

1. In § 1 Absatz 1 wird das Wort „zweimal“ durch das Wort „dreimal“ ersetzt.

Diese Änderung tritt am 1. Juni 2015 in Kraft.
"""
SECOND = """\
2. Änderung der Geschäftsordnung des Beirats

Der Beirat hat am 3. Mai 2018 beschlossen:

1. § 1 wird wie folgt geändert:
   a) Nach Absatz 1 wird folgender Absatz 2 eingefügt:
      „(2) Die Einladung ergeht schriftlich.“
   b) Der bisherige Absatz 2 wird Absatz 3.
2. In § 2 werden die Wörter „ein Jahr“ durch die Wörter „zwei Jahre“ ersetzt.

Diese Änderung tritt am Tag nach der Bekanntmachung in Kraft.
"""


class Office:
    """A folder with the papers of the office, and a workspace in it."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self.capsys = capsys

    def paper(self, name: str, text: str) -> str:
        (self.folder / name).write_text(text, encoding="utf-8")
        return f"../{name}"

    def does(self, *arguments: str) -> tuple[int, str, str]:
        """A command as typed: its exit code, what it prints, what it says."""
        self.capsys.readouterr()
        code = run(arguments)
        return code, *self.capsys.readouterr()

    def prints(self, *arguments: str) -> str:
        code, out, err = self.does(*arguments)
        assert code == 0, err
        return out

    def says(self, *arguments: str) -> tuple[int, str]:
        """The exit code and the message of a command that prints nothing."""
        code, out, err = self.does(*arguments)
        assert out == ""
        return code, err

    def lines(self, *arguments: str) -> list[str]:
        return self.prints(*arguments).splitlines()

"""The page on the register is true: its own few lines of Python find what was altered, without this program."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from regelwerk.rulebook.chain import sealed
from regelwerk.rulebook.register import Act, ActKind, DatedPoints, Register, Text, TextKind
from regelwerk.rulebook.registerwriter import new_register, with_entry

PAGE = (Path(__file__).parents[1] / "docs" / "register.md").read_text(encoding="utf-8")
SEAL = "0" * 64
BASE = Text(
    kind=TextKind.BASE,
    number="0",
    file="base.txt",
    sha256=SEAL,
    recorded=datetime(2026, 3, 1, tzinfo=UTC),
    result=SEAL,
    in_force=date(2012, 1, 1),
)
ACT = Act(
    kind=ActKind.AMENDMENT,
    number="1",
    title="1. Änderung der „Ordnung“",
    file="01.txt",
    sha256=SEAL,
    recorded=datetime(2026, 3, 2, tzinfo=UTC),
    result=SEAL,
    in_force=date(2013, 1, 1),
    part=(DatedPoints(("2 a",), date(2014, 1, 1)),),
)


def checked(folder: Path, text: str) -> list[str]:
    (program,) = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
    (folder / "rulebook.toml").write_text(text, encoding="utf-8")
    command = [sys.executable, "-c", program, str(folder / "rulebook.toml")]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()


def test_the_program_on_the_page_agrees_with_ours(tmp_path: Path):
    first = sealed(Register("ordnung", "Ordnung", ()), BASE, "Text\n")
    second = sealed(first, ACT, "Text 1\n")
    third = sealed(second, replace(ACT, number="2"), "Text 2\n")
    text = new_register(first)
    for register in (second, third):
        text = with_entry(text, register.entries[-1])
    assert checked(tmp_path, text) == ["ok      0", "ok      1", "ok      2"]
    assert checked(tmp_path, text.replace("2014-01-01", "2015-01-01", 1)) == ["ok      0", "ALTERED 1", "ALTERED 2"]
    assert checked(tmp_path, text.replace('"Ordnung"', '"Satzung"', 1)) == ["ALTERED 0", "ALTERED 1", "ALTERED 2"]

"""Where there is no POSIX, the office works on with the lock of Windows. Tried on Linux, its own modules hidden."""

from __future__ import annotations

import ctypes
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import intake_documents as documents
import pytest

from regelwerk.cli.language import language_of

SAMPLE = Path(__file__).parents[1]

OFFICE = """
import sys, subprocess, tempfile, types

held = []
locks = types.ModuleType("msvcrt")
locks.LK_NBLCK = 2
locks.locking = lambda handle, mode, size: held.append((mode, size))
sys.modules["msvcrt"] = locks
for name in ("fcntl", "resource", "pwd", "grp", "termios", "tty", "pty", "readline", "syslog"):
    sys.modules[name] = None

from regelwerk.cli import run
import regelwerk.diagnostics, regelwerk.messages, regelwerk.rulebook.seal, pathlib, contextlib
platform, sys.platform = sys.platform, "win32"
import regelwerk.workspace.storage
sys.platform = platform

for line in sys.argv[1:]:
    code = run(line.split())
    assert code == 0, line
assert held and set(held) == {(2, 1)}
"""


def test_the_day_of_the_office_without_posix(tmp_path: Path) -> None:
    for name, act in (("1.docx", documents.act_docx), ("2.pdf", documents.act_pdf)):
        text = (SAMPLE / f"amendments/geschaeftsordnung/0{name[0]}.txt").read_text(encoding="utf-8")
        (tmp_path / name).write_bytes(act(text))
    base = SAMPLE / "documents/geschaeftsordnung/base.txt"
    lines = (
        "init .",
        f"import {base} --id ordnung --adopted 2012-03-20 --yes",
        "apply 1.docx --yes",
        "apply 2.pdf --yes",
        "status",
        "verify",
    )
    done = subprocess.run(
        [sys.executable, "-c", OFFICE, *lines], cwd=tmp_path, capture_output=True, text=True, encoding="utf-8"
    )
    assert done.returncode == 0, done.stderr
    consolidated = (tmp_path / "documents/ordnung/consolidated.txt").read_text(encoding="utf-8")
    assert consolidated == base.with_name("consolidated.txt").read_text(encoding="utf-8")


def test_windows_says_its_language(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    kernel = SimpleNamespace(GetUserDefaultUILanguage=lambda: 0x0407)
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(kernel32=kernel), raising=False)
    assert language_of({}) == "de"
    assert language_of({"LANG": "en_GB.UTF-8"}) == "en"

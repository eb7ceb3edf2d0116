"""Every refusal in whole, as people see it: a folder of tests/messages each.

`command` holds the arguments, `en.txt` and `de.txt` what is printed on standard error, with the exit code as last line.
"""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest

from regelwerk.cli import run
from regelwerk.messages import use_language

FOLDER = Path(__file__).parent / "messages"


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("name", sorted(path.name for path in FOLDER.iterdir()))
def test_message(name: str, language: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(FOLDER / name)
    use_language(language)
    try:
        code = run(shlex.split(Path("command").read_text(encoding="utf-8")))
    finally:
        use_language("en")
    printed = capsys.readouterr()
    assert f"{printed.err}exit {code}\n" == Path(f"{language}.txt").read_text(encoding="utf-8")
    assert printed.out == "" or code == 0

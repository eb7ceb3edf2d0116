"""What the three pages of the handbook show is what the commands print; „…“ stands for what a page leaves out."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[1]
ACTS = PROJECT / "amendments" / "geschaeftsordnung"
POSIX = pytest.mark.skipif(os.name != "posix", reason="the pages are read by a POSIX shell")


def runs(page: str) -> list[tuple[str, str]]:
    """Each command of the page's console blocks, with what the page says it prints."""
    blocks = re.findall(r"```console\n(.*?)```", (PROJECT / "docs" / page).read_text(encoding="utf-8"), re.DOTALL)
    return re.findall(r"^\$ (.+)\n((?:(?!\$ ).*\n)*)", "".join(blocks), re.MULTILINE)


def printed(command: str, folder: Path) -> str:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = os.environ | {"PATH": path, "REGELWERK_LANG": "de", "PAGER": "cat", "GIT_CONFIG_GLOBAL": os.devnull}
    result = subprocess.run(
        command, shell=True, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    return result.stdout


def shown(text: str) -> re.Pattern[str]:
    """What a page shows as a pattern: a line „…“ is any number of lines, „…“ in a line any words."""
    lines = ("(?:.*\n)*?" if line == "…" else re.escape(line).replace("…", ".*") + "\n" for line in text.splitlines())
    return re.compile("".join(lines))


def check(page: str, folder: Path) -> None:
    for command, expected in runs(page):
        if command.startswith("cd "):
            folder = folder / shlex.split(command)[1]
            continue
        output = printed(command, folder)
        assert shown(expected).fullmatch(output), f"$ {command}\n{output}"


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """A folder with the sample's files under the names that the pages use."""
    shutil.copy(PROJECT / "documents" / "geschaeftsordnung" / "base.txt", tmp_path / "Geschaeftsordnung.txt")
    for number in ("1", "2"):
        shutil.copy(ACTS / f"0{number}.txt", tmp_path / f"{number}-aenderung.txt")
    reasons = "§ 3 Absatz 2: Fünf Jahre entsprechen der Wahlzeit des Kreistags.\n"
    reasons += "§ 5 Absatz 3: Eilige Fälle dulden keinen Aufschub.\n"
    (tmp_path / "begruendung.txt").write_text(reasons, encoding="utf-8")
    wrong = "3. Änderung der Geschäftsordnung\nIn § 5 Absatz 9 werden die Wörter „auf drei Tage“ gestrichen.\n"
    (tmp_path / "falsche-aenderung.txt").write_text(wrong, encoding="utf-8")
    return tmp_path


@pytest.fixture
def workspace(office: Path) -> Path:
    """The workspace after both amendments."""
    printed("regelwerk init praeventionsrat", office)
    folder = office / "praeventionsrat"
    for command in (
        "import ../Geschaeftsordnung.txt --id geschaeftsordnung --adopted 2012-03-20 --yes",
        "apply ../1-aenderung.txt --yes",
        "apply ../2-aenderung.txt --yes",
    ):
        printed(f"regelwerk {command}", folder)
    return folder


@POSIX
def test_the_page_of_the_secretary(office: Path) -> None:
    check("schriftfuehrung.md", office)
    assert (office / "lesefassung.pdf").read_bytes().startswith(b"%PDF")


@POSIX
@pytest.mark.parametrize("page", ["mitglieder.md", "pruefung.md"])
def test_the_pages_of_members_and_auditors(page: str, workspace: Path) -> None:
    check(page, workspace)

"""What the README shows is what the commands print."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[1]
README = (PROJECT / "README.md").read_text(encoding="utf-8")
SESSIONS = re.findall(r"```console\n(.*?)```", README, re.DOTALL)


def runs() -> list[tuple[str, str]]:
    """Each command in a console block, with what the README says it prints."""
    found = re.findall(r"^\$ (.+)\n((?:(?!\$ ).*\n)*)", "".join(SESSIONS), re.MULTILINE)
    return [(command, printed) for command, printed in found if not command.startswith("make ")]


@pytest.mark.parametrize(("command", "printed"), runs())
def test_a_run_in_the_readme(command: str, printed: str):
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = os.environ | {"PATH": path, "REGELWERK_LANG": "en"}
    result = subprocess.run(
        command, shell=True, cwd=PROJECT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    assert result.stdout == printed


def test_the_readme_shows_runs_and_the_two_commands():
    assert len(runs()) >= 3
    targets = set(re.findall(r"^([a-z]+):", (PROJECT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert set(re.findall(r"^\$ make ([a-z]+)$", "".join(SESSIONS), re.MULTILINE)) <= targets
    assert "$ make demo" in README and "$ make test" in README


def test_the_readme_links_to_pages_that_exist():
    for target in re.findall(r"\]\(([^)#:]+)\)", README):
        assert (PROJECT / target).exists(), target

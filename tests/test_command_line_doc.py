"""docs/command-line.md tells every command and every option that there is."""

from __future__ import annotations

import re
from pathlib import Path

import typer

from regelwerk.cli.application import application

PAGE = (Path(__file__).parents[1] / "docs" / "command-line.md").read_text(encoding="utf-8")
COMMANDS = typer.main.get_group(application()).commands


def test_every_command_is_told() -> None:
    assert [name for name in COMMANDS if f"`{name}" not in PAGE and f"regelwerk {name}" not in PAGE] == []


def test_every_option_is_told_and_no_others() -> None:
    parameters = [parameter for command in COMMANDS.values() for parameter in command.params]
    options = {option for parameter in parameters for option in (*parameter.opts, *parameter.secondary_opts)}
    told = set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", PAGE))
    assert {option for option in options if option.startswith("--")} == told

"""Every example of docs/commands.md is read, and every kind of command has one."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest
from sentences_of_acts import Case, cases, meaning

from regelwerk.commands import Command

PAGE = (Path(__file__).parent.parent / "docs" / "commands.md").read_text(encoding="utf-8")
EXAMPLES = [case for block in re.findall(r"```\n(.*?)```", PAGE, re.DOTALL) for case in cases(block)]


@pytest.mark.parametrize("case", EXAMPLES, ids=lambda case: case.sentence[:70])
def test_example(case: Case) -> None:
    assert meaning(case) == case.meaning


def test_every_kind_has_an_example() -> None:
    kinds = {re.sub(r"(?<!^)(?=[A-Z])", "-", command.__name__).lower() for command in get_args(Command)}
    assert kinds == set(re.findall(r"→ ([a-z-]+):", PAGE)) - {"frame"}

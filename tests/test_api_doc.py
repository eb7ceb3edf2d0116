"""docs/api.md: its example runs and gives the text it promises, and its table names what the package has."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import regelwerk

DOC = Path(__file__).parents[1] / "docs" / "api.md"
BASE = "Ordnung des Rates\n\n§ 1 Sitz\nDer Rat sitzt in Adorf.\n"
ACT = "1. Änderung der Ordnung des Rates\n\nIn § 1 wird das Wort „Adorf“ durch das Wort „Bedorf“ ersetzt.\n"


def test_the_example_runs(capsys: pytest.CaptureFixture[str]) -> None:
    (code,) = re.findall(r"```python\n(.*?)```", DOC.read_text(encoding="utf-8"), re.DOTALL)
    exec(code, {"base_text": BASE, "act_text": ACT})
    assert capsys.readouterr().out == "Ordnung des Rates\n\n§ 1 Sitz\n    Der Rat sitzt in Bedorf.\n\n"


def test_all_names_are_told_and_no_others() -> None:
    rows = re.findall(r"^\| (`.*?) \|", DOC.read_text(encoding="utf-8"), re.MULTILINE)
    told = {name for row in rows for name in re.findall(r"`(\w+)(?:\(.*?\))?`", row)}
    kinds_of_refusal = {"NotUnderstood", "DoesNotApply"}
    assert told | kinds_of_refusal == set(dir(regelwerk))

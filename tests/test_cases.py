"""Each folder of tests/cases is one rule: a base text, amending acts in order, and what a clerk would write by hand."""

from pathlib import Path

import pytest

from regelwerk.amendment import parse_act
from regelwerk.consolidation import consolidate
from regelwerk.diagnostics import Source
from regelwerk.structure import format_document, parse

CASES = sorted(path for path in (Path(__file__).parent / "cases").iterdir() if path.is_dir())


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.name)
def test_consolidated_text_is_what_a_clerk_would_write(case: Path) -> None:
    base = (case / "base.txt").read_text(encoding="utf-8")
    document = parse(Source("base.txt", base)).document
    assert format_document(document) == base, "the base of a case is canonical text"
    acts = sorted(case.glob("amendment-*.txt"))
    assert acts
    for number, path in enumerate(acts, 1):
        act = parse_act(Source(path.name, path.read_text(encoding="utf-8"))).for_text(document.heading)
        assert act.diagnostics == ()
        document = consolidate(document, act.commands, number, act.annexes).document
        expected = (case / f"consolidated-{number}.txt").read_text(encoding="utf-8")
        assert format_document(document) == expected

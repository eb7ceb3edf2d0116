"""Each folder in tests/format holds a text as found and the canonical text that a clerk would make of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from regelwerk.diagnostics import Source
from regelwerk.structure import format_document, parse

CASES = sorted((Path(__file__).parent / "format").iterdir())


def formatted(text: str) -> str:
    return format_document(parse(Source("ordnung.txt", text)).document)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_found_text_becomes_canonical_text(case: Path) -> None:
    assert formatted((case / "found.txt").read_text("utf-8")) == (case / "canonical.txt").read_text("utf-8")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_canonical_text_stays_as_it_is(case: Path) -> None:
    canonical = (case / "canonical.txt").read_text("utf-8")
    assert formatted(canonical) == canonical
    assert parse(Source("ordnung.txt", canonical)).findings == ()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_found_and_canonical_text_give_the_same_tree(case: Path) -> None:
    found, canonical = (
        parse(Source("ordnung.txt", (case / name).read_text("utf-8"))).document
        for name in ("found.txt", "canonical.txt")
    )
    assert found == canonical

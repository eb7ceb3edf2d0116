"""Each folder of tests/refusals is an act that must not be applied: a base text, the act, and the whole refusal."""

from pathlib import Path

import pytest

from regelwerk.amendment import parse_act
from regelwerk.consolidation import consolidate
from regelwerk.diagnostics import NotUnderstood, RegelwerkError, Source, render
from regelwerk.structure import format_document, parse

REFUSALS = sorted(path for path in (Path(__file__).parent / "refusals").iterdir() if path.is_dir())


def refusal_of(base: Source, act: Source) -> RegelwerkError:
    document = parse(base).document
    assert format_document(document) == base.text, "the base of a refusal is canonical text"
    try:
        amendment = parse_act(act).for_text(document.heading)
        if amendment.diagnostics:
            return NotUnderstood(*amendment.diagnostics)
        consolidate(document, amendment.commands, 1, amendment.annexes)
    except RegelwerkError as error:
        return error
    pytest.fail("the act was applied")


@pytest.mark.parametrize("folder", REFUSALS, ids=lambda path: path.name)
def test_act_is_refused_with_this_message(folder: Path) -> None:
    base, act = (Source(name, (folder / name).read_text(encoding="utf-8")) for name in ("base.txt", "amendment.txt"))
    shown = "\n".join(render(diagnostic) for diagnostic in refusal_of(base, act).diagnostics)
    assert f"{shown}\n" == (folder / "message.txt").read_text(encoding="utf-8")

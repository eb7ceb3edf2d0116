"""Every kind of command that acts know, in the dialects in which it is written: carried out, or refused in whole.

A case of tests/kinds begins with „===== <kind> <name>“ and a text; after „-----“ comes each act that says the same, and
what they lead to: „Ergebnis“ (the text), „abgelehnt“ (the refusal) or „sagt“ (what the act says about itself).
All texts are a „Beispielordnung“ and all acts its first amendment, unless they begin with a title of their own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from regelwerk.amendment import Amendment, parse_act
from regelwerk.consolidation import consolidate
from regelwerk.diagnostics import NotUnderstood, RegelwerkError, Source, render
from regelwerk.output.acts import understanding
from regelwerk.provision import Provision
from regelwerk.structure import format_document, parse

FOLDER = Path(__file__).parent / "kinds"
TABLE = Path(__file__).parents[2] / "shared" / "befehle.tsv"
ENDS = ("Ergebnis", "abgelehnt", "sagt")


@dataclass(frozen=True, slots=True)
class Case:
    """A text, acts that all say the same, each under the name of its dialect, and what they lead to."""

    kind: str
    name: str
    text: str
    acts: dict[str, str]
    ends: dict[str, str]


def _cases(content: str) -> list[Case]:
    found = []
    for block in re.split(r"^===== ", content, flags=re.MULTILINE)[1:]:
        head, *sections = re.split(r"^----- ", block, flags=re.MULTILINE)
        title, text = head.split("\n", 1)
        kind, name = title.split(" ", 1)
        parts = dict(section.split("\n", 1) for section in sections)
        assert len(parts) == len(sections), f"two acts of one name: {title}"
        ends = {key: value for key, value in parts.items() if key in ENDS}
        acts = {key: value for key, value in parts.items() if key not in ENDS}
        found.append(Case(kind, name, text, acts, ends))
    return found


CASES = [case for file in sorted(FOLDER.glob("*.txt")) for case in _cases(file.read_text(encoding="utf-8"))]
ACTS = [
    pytest.param(case, act, id=f"{case.kind} {case.name}: {dialect}")
    for case in CASES
    for dialect, act in case.acts.items()
]


def _text(text: str) -> Source:
    text = text.strip("\n") + "\n"
    titled = re.match(r"\w*ordnung\b", text, re.IGNORECASE)
    return Source("text.txt", text if titled else f"Beispielordnung\n\n{text}")


def _act(act: str) -> Source:
    titled = re.match(r"\S+ (?:Änderung|Nachtrag) (?:der|zur) ", act)
    return Source("amendment.txt", act if titled else f"Erste Änderung der Beispielordnung\n\n{act}")


def _said(amendment: Amendment) -> str:
    """What the act says about itself, as `regelwerk parse` prints it."""
    lines = "".join(line if isinstance(line, str) else line[0] for line in understanding("", (amendment,), None))
    return "".join(f"{line[2:]}\n" for line in lines.splitlines() if re.match(r"  [a-z]", line))


def _amendment(act: str, document: Provision) -> Amendment:
    source = _act(act)
    return parse_act(source).for_text(document.heading if document.heading in source.text else "")


def _applied(document: Provision, amendment: Amendment) -> str:
    if amendment.diagnostics:
        raise NotUnderstood(*amendment.diagnostics)
    return format_document(consolidate(document, amendment.commands, 1, amendment.annexes).document)


@pytest.mark.parametrize(("case", "act"), ACTS)
def test_kind_of_command(case: Case, act: str) -> None:
    document = parse(_text(case.text)).document
    assert format_document(document) == _text(case.text).text, "the text of a case is canonical"
    if "abgelehnt" in case.ends:
        with pytest.raises(RegelwerkError) as refused:
            _applied(document, _amendment(act, document))
        shown = "\n".join(map(render, refused.value.diagnostics))
        assert shown == case.ends["abgelehnt"].strip("\n")
    if "sagt" in case.ends:
        assert _said(_amendment(act, document)) == case.ends["sagt"].strip("\n") + "\n"
    if "Ergebnis" in case.ends:
        assert _applied(document, _amendment(act, document)) == _text(case.ends["Ergebnis"]).text


@pytest.mark.skipif(not TABLE.exists(), reason="the table of kinds is not part of the project")
def test_every_kind_of_the_table_has_a_case() -> None:
    kinds = [line.split("\t")[0] for line in TABLE.read_text(encoding="utf-8").splitlines()[1:]]
    assert [kind for kind in kinds if kind not in {case.kind for case in CASES}] == []

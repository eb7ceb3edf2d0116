"""An act with one mutated quote, number or place is refused, or gives the text that its mutated letter demands.

The acts are German sentences; what they demand is worked out by an oracle that knows nothing of the engine: it edits a
list of lines, each with the address that a person would count out for it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from strategies import documents

from regelwerk.amendment import parse_act
from regelwerk.citation import GROUPS, Level
from regelwerk.consolidation import consolidate
from regelwerk.diagnostics import RegelwerkError, Source
from regelwerk.provision import Provision

NAMES = {
    Level.PARAGRAF: "§",
    Level.ABSATZ: "Absatz",
    Level.SATZ: "Satz",
    Level.NUMMER: "Nummer",
    Level.BUCHSTABE: "Buchstabe",
    Level.DOPPELBUCHSTABE: "Doppelbuchstabe",
}
Address = tuple[tuple[str, str], ...]
Line = tuple[Address, str]

unhurried = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
"""Drawing whole documents takes its time on a busy machine."""


def flat(unit: Provision, address: Address = ()) -> list[Line]:
    """The text as lines (labels, headings, words), each with its address; () where nobody would cite it."""
    lines = [(address, part) for part in (unit.label, unit.heading, unit.text) if part]
    counts: dict[Level, int] = {}
    for child in unit.children:
        counts[child.level] = counts.get(child.level, 0) + 1
        number = re.sub(r"\W", "", child.label) or str(counts[child.level])
        if child.level in GROUPS:
            lines += [((), part) for part in (child.label, child.heading)]
            lines += [line for below in child.children for line in flat(below, _step(below, ""))]
        elif child.level in NAMES and (address or child.level is Level.PARAGRAF):
            lines += flat(child, (*address, (NAMES[child.level], number)))
        else:  # the end of a sentence after its list, or a table: with the unit around it
            lines += [(address, text) for _address, text in flat(child)]
    return lines


def _step(unit: Provision, number: str) -> Address:
    return (("§", re.sub(r"\W", "", unit.label) or number),)


@dataclass(frozen=True)
class Change:
    """One command of an act. `verb` is one of „replaced“, „struck“, „inserted“, „repealed“."""

    verb: str
    place: Address
    word: str = ""

    def __str__(self) -> str:
        place = " ".join(f"{name} {number}" for name, number in self.place)
        return {
            "replaced": f"In {place} wird das Wort „{self.word}“ durch das Wort „Ersatzwort“ ersetzt.",
            "struck": f"In {place} wird das Wort „{self.word}“ gestrichen.",
            "inserted": f"In {place} wird nach dem Wort „{self.word}“ das Wort „Ersatzwort“ eingefügt.",
            "repealed": f"{place} wird aufgehoben.",
        }[self.verb]


def demanded(lines: list[Line], change: Change) -> list[str] | None:
    """The lines that the letter of the change demands, None if it cannot be executed."""
    units = {address[:end] for address, _text in lines for end in range(1, len(address) + 1)}
    meant = {change.place} & units or {unit for unit in units if _left_out(unit) == _left_out(change.place)}
    if len(meant) != 1:
        return None
    (unit,) = meant
    inside = [n for n, (address, _text) in enumerate(lines) if address[: len(unit)] == unit]
    if change.verb == "repealed":
        return [text for n, (_address, text) in enumerate(lines) if n not in inside]
    word = re.compile(rf"(?<![\w-]){re.escape(change.word)}(?![\w-])")
    headings = {lines[n][1] for n in inside if lines[n][0] == lines[inside[0]][0] and len(lines[n][0]) == 1}
    hits = [n for n in inside for _hit in word.findall(lines[n][1]) if lines[n][1] not in headings]
    if len(hits) != 1:
        return None
    new = {"replaced": "Ersatzwort", "struck": "", "inserted": f"{change.word} Ersatzwort"}[change.verb]
    changed = re.sub(r"\s+(?=[\s.,;:)])", "", word.sub(new, lines[hits[0]][1])).strip()
    return [changed if n == hits[0] else text for n, (_address, text) in enumerate(lines)]


def _left_out(place: Address) -> Address:
    """The address without what need not be said: the sentence and the Absatz around a list."""
    after = [name for name, _number in place[1:]] + [""]
    kept = []
    for step, following in zip(place, after, strict=True):
        inside_list = any(name.startswith(("Nummer", "Buchstabe")) for name in after[place.index(step) :])
        if not (step[0] in ("Satz", "Absatz") and inside_list and following):
            kept.append(step)
    return tuple(kept)


def executed(document: Provision, change: Change) -> list[str] | None:
    """The lines after the act, None if it is refused."""
    act = Source("act", f"Erste Änderung der {document.heading}\n\n{change}\n")
    try:
        amendment = parse_act(act).for_text(document.heading)
        assert amendment.diagnostics == (), str(change)
        return [text for _address, text in flat(consolidate(document, amendment.commands).document)]
    except RegelwerkError:
        return None


@st.composite
def changes(draw: st.DrawFn) -> tuple[Provision, Change]:
    """A document and a change that fits it."""
    document = draw(documents())
    cited = [line for line in flat(document) if line[0] and line[0][-1][0] == "Satz"]
    assume(cited)
    place, text = draw(st.sampled_from(cited))
    verb = draw(st.sampled_from(["replaced", "struck", "inserted", "repealed"]))
    words = [word for word in text.split() if word.isalpha() and text.split().count(word) == 1]
    assume(words)
    return document, Change(verb, place, "" if verb == "repealed" else draw(st.sampled_from(words)))


@st.composite
def mutants(draw: st.DrawFn) -> tuple[Provision, Change]:
    """A document and a change with one number or one letter other than it should be, or a step of its place gone."""
    document, change = draw(changes())
    kind = draw(st.sampled_from(["number", "letter", "wider"]))
    if kind == "letter" and change.word:
        at = draw(st.integers(0, len(change.word) - 1))
        letter = draw(st.sampled_from(["", "e", "n", change.word[at].swapcase()]))
        return document, replace(change, word=change.word[:at] + letter + change.word[at + 1 :] or "x")
    if kind == "wider" and len(change.place) > 1:
        return document, replace(change, place=change.place[: draw(st.integers(1, len(change.place) - 1))])
    at = draw(st.integers(0, len(change.place) - 1))
    name, _number = change.place[at]
    numbers = "abcd" if "uchstabe" in name else "1234"
    number = draw(st.sampled_from(numbers)) * (2 if name.startswith("Doppel") else 1)
    return document, replace(change, place=(*change.place[:at], (name, number), *change.place[at + 1 :]))


@unhurried
@given(changes())
def test_a_change_gives_the_text_that_it_demands(drawn: tuple[Provision, Change]) -> None:
    document, change = drawn
    found = executed(document, change)
    if change.verb == "repealed" and found is None:
        assume(False)  # the only sentence of its unit cannot go alone
    assert found == demanded(flat(document), change), str(change)


@unhurried
@given(mutants())
def test_a_mutant_is_refused_or_gives_the_text_that_it_demands(drawn: tuple[Provision, Change]) -> None:
    document, change = drawn
    found = executed(document, change)
    if found is None:
        return
    if change.verb == "repealed" and change.place[-1][0] != "Satz":
        found = [text for text in found if text != "(weggefallen)"]
        before = [text for _address, text in flat(document) if text != "(weggefallen)"]
        assert [text for text in found if text not in before] == []
        return
    assert found == demanded(flat(document), change), str(change)

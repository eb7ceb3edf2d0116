"""What the letter of an act demands, worked out without the engine: a text as lines, edited as a person would.

Each line of a text bears the address that one would count out for it, and the one that it had before the act.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

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


@dataclass(frozen=True)
class Line:
    """A label, a heading or words. `now` and `before`: its address, () where nobody would cite it."""

    now: Address
    before: Address
    text: str


def lines_of(unit: Provision, address: Address = ()) -> list[Line]:
    """The text as lines, each with its address."""
    lines = [Line(address, address, part) for part in (unit.label, unit.heading, unit.text) if part]
    counts: dict[Level, int] = {}
    for child in unit.children:
        counts[child.level] = counts.get(child.level, 0) + 1
        number = re.sub(r"\W", "", child.label) or str(counts[child.level])
        if child.level in GROUPS:
            lines += [Line((), (), part) for part in (child.label, child.heading)]
            lines += [line for below in child.children for line in lines_of(below, _paragraf(below))]
        elif child.level in NAMES and (address or child.level is Level.PARAGRAF):
            lines += lines_of(child, (*address, (NAMES[child.level], number)))
        else:  # the end of a sentence after its list, or a table: with the unit around it
            lines += [Line(address, address, line.text) for line in lines_of(child)]
    return lines


def _paragraf(unit: Provision) -> Address:
    return (("§", re.sub(r"\W", "", unit.label)),)


@dataclass(frozen=True)
class Change:
    """One command of an act. `word`: the old words; `new`: the new ones."""

    verb: str
    place: Address
    word: str = ""
    new: str = "Ersatzwort"

    def sentence(self, steps: int = 0) -> str:
        """The command as a sentence; the first `steps` of its place stand in the frame above it."""
        place = " ".join(f"{name} {number}" for name, number in self.place[steps:])
        return {
            "replaced": f"In {place} wird das Wort „{self.word}“ durch das Wort „{self.new}“ ersetzt.",
            "struck": f"In {place} wird das Wort „{self.word}“ gestrichen.",
            "inserted": f"In {place} wird nach dem Wort „{self.word}“ das Wort „{self.new}“ eingefügt.",
            "repealed": f"{place} wird aufgehoben.",
            "recast": f"{place} wird wie folgt gefasst: „{self.new}“",
            "followed": f"Nach {place} wird folgender Satz eingefügt: „{self.new}“",
            "ended": f"Dem {place} wird folgender Satz angefügt: „{self.new}“",
        }[self.verb]


def demanded(lines: Sequence[Line], change: Change, former: bool = False) -> list[Line] | None:
    """The lines that the letter of the change demands, None if it cannot be executed.

    `former`: its place counts by the text before the act.
    """
    addresses = [line.before if former else line.now for line in lines]
    units = {address[:end] for address in addresses for end in range(1, len(address) + 1)}
    meant = {change.place} & units or {unit for unit in units if _left_out(unit) == _left_out(change.place)}
    if len(meant) != 1:
        return None
    (unit,) = meant
    inside = [n for n, address in enumerate(addresses) if address[: len(unit)] == unit]
    now = lines[inside[0]].now[: len(unit)]
    new: list[Line] | None
    match change.verb:
        case "repealed":
            new = _repealed([line for line in lines if line.now], [lines[n] for n in inside], now)
        case "recast":
            new = _recast([lines[n] for n in inside], now, change.new)
        case "followed" | "ended" if now[-1][0] == "Satz" or change.verb == "followed":
            fresh = Line((*now[:-1], ("Satz", "new")), (), change.new)
            new = [*(lines[n] for n in inside), fresh] if now[-1][0] == "Satz" else None
        case "ended":
            holds = any(line.now[: len(now)] == now and line.now[len(now) :][:1] == (("Satz", "1"),) for line in lines)
            fresh = Line((*now, ("Satz", "new")), (), change.new)
            gone = any(lines[n].text == "(weggefallen)" for n in inside)
            new = [*(lines[n] for n in inside), fresh] if holds and not gone else None
        case _:
            new = _reworded([lines[n] for n in inside], change)
    return None if new is None else _recounted([*lines[: inside[0]], *new, *lines[inside[-1] + 1 :]])


def _left_out(place: Address) -> Address:
    """The address without what need not be said: the sentence and the Absatz around a list."""
    after = [name for name, _number in place[1:]] + [""]
    kept = []
    for step, following in zip(place, after, strict=True):
        inside_list = any(name.startswith(("Nummer", "Buchstabe")) for name in after[place.index(step) :])
        if not (step[0] in ("Satz", "Absatz") and inside_list and following):
            kept.append(step)
    return tuple(kept)


def _reworded(inside: list[Line], change: Change) -> list[Line] | None:
    """The words changed where they stand exactly once; the heading of a § is not looked at."""
    word = re.compile(rf"(?<![\w-]){re.escape(change.word)}(?![\w-])")
    headings = {
        inside[n].text for n in range(1, len(inside)) if inside[n].now == inside[0].now and len(inside[n].now) == 1
    }
    hits = [line for line in inside for _hit in word.findall(line.text) if line.text not in headings]
    if len(hits) != 1:
        return None
    new = {"replaced": change.new, "struck": "", "inserted": f"{change.word} {change.new}"}[change.verb]
    changed = re.sub(r"\s+(?=[\s.,;:)])", "", word.sub(lambda _hit: new, hits[0].text)).strip()
    return [replace(line, text=changed) if line is hits[0] else line for line in inside]


def _recast(inside: list[Line], unit: Address, text: str) -> list[Line]:
    """New words without a number: the unit keeps its number, and a § its heading."""
    if unit[-1][0] == "Satz":
        return [Line(unit, (), text)]
    head = inside[: 2 if unit[-1][0] == "§" else 1]
    kept = [line for line in head if line.now == unit and line.text != "(weggefallen)"]
    return [*kept, Line((*unit, ("Satz", "1")), (), text)]


def _repealed(lines: list[Line], inside: list[Line], unit: Address) -> list[Line]:
    """Sentences, Absätze without a number and the last items of lists leave nothing, others their number."""
    label = inside[0]
    numbered = label.now == unit and re.fullmatch(r"§ [0-9]+|\([0-9]+\)|[0-9]+\.|[a-z]+\)", label.text)
    later = lines[lines.index(inside[-1]) + 1 :]
    is_last_item = unit[-1][0] not in ("§", "Absatz") and not any(_is_sibling(line.now, unit) for line in later)
    return [label, Line(unit, (), "(weggefallen)")] if numbered and not is_last_item else []


def _is_sibling(address: Address, unit: Address) -> bool:
    same = len(address) >= len(unit) and address[: len(unit) - 1] == unit[:-1]
    return same and address[len(unit) - 1][0] == unit[-1][0]


def _recounted(lines: list[Line]) -> list[Line]:
    """The lines with their sentences (and Absätze without a number) counted anew."""
    counted: dict[Address, Address] = {(): ()}
    last: dict[tuple[Address, str], int] = {}
    for line in lines:
        for end in range(1, len(line.now) + 1):
            old, around = line.now[:end], counted[line.now[: end - 1]]
            if old in counted:
                continue
            name, number = old[-1]
            labelled = line.now == old and re.fullmatch(r"\([0-9]+[a-z]?\)", line.text)
            if name == "Satz" or (name == "Absatz" and not labelled):
                last[around, name] = last.get((around, name), 0) + 1
                number = str(last[around, name])
            counted[old] = (*around, (name, number))
    return [replace(line, now=counted[line.now]) for line in lines]


def readings(lines: list[Line], changes: Sequence[Change]) -> list[list[str]]:
    """The texts that the changes can demand, one after the other, each by old or by running numbers."""
    found = [lines]
    for change in changes:
        both = (demanded(before, change, former) for before in found for former in (False, True))
        found = [after for after in both if after is not None]
    return [[line.text for line in after] for after in found]


def executed(document: Provision, commands: str) -> list[str] | None:
    """The lines after an act with these commands, None if it is refused. They must be understood."""
    act = Source("act", f"Erste Änderung der {document.heading}\n\n{commands}\n")
    try:
        amendment = parse_act(act).for_text(document.heading)
        assert amendment.diagnostics == (), commands
        return [line.text for line in lines_of(consolidate(document, amendment.commands).document)]
    except RegelwerkError:
        return None

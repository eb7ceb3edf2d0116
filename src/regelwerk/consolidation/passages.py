"""The runs of words that a place means: whole sentences, half sentences, parts around a list, table cells, headings."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ..citation import Level
from ..citations import parse_citation
from ..commands import Command
from ..diagnostics import DoesNotApply, Span
from ..lookup import Target, locate
from ..messages import _
from ..provision import Path, Provision
from .draft import Draft


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of words that a place means: the offsets `start` to `end` in the text (or heading) of the unit at `path`.

    `count` sentences in a row, beginning with that unit, are read as one run where words go over a sentence's end.
    """

    path: Path
    start: int
    end: int
    heading: bool = False
    count: int = 1


def passages(draft: Draft, target: Target, command: Command) -> list[Passage]:
    """The runs of words that a target means, in the order of the text.

    Headings count only where they are named, or where the whole text is.
    """
    part = target.part
    if part is None:
        everything = target.paths == ((),)
        return [
            passage
            for path in target.paths
            for below, unit in draft.at(path).walk(path)
            for passage in _of_unit(below, unit, everything)
        ]
    path = target.paths[0]
    unit = draft.at(path)
    if part.level is Level.SPALTE and unit.level is not Level.ZEILE:
        return _column(draft, target, command)
    found: Passage | None = None
    match part.level:
        case Level.UEBERSCHRIFT:
            found = Passage(path, 0, len(unit.heading), heading=True)
        case Level.HALBSATZ:
            found = _half_sentence(path, unit, part.number)
        case Level.SATZTEIL:
            found = _part_at_list(draft, path, part.number)
        case _:
            found = _cell(draft, path, part.number)
    if found is None:
        raise DoesNotApply.of(
            _("{place} has no {part}.").format(place=draft.cite(path), part=part), command.span, _hint(part.level)
        )
    return [found]


def _hint(level: Level) -> str:
    match level:
        case Level.HALBSATZ:
            return _("Half sentences are parted by a semicolon.")
        case Level.SATZTEIL:
            return _("Only the words before the first item of a list and those after its last are cited so.")
        case _:
            return _("Name the row and the column: „in Zeile 3 Spalte 2“; the head of a table is its first row.")


def _of_unit(path: Path, unit: Provision, headings: bool) -> list[Passage]:
    found = [Passage(path, 0, len(unit.heading), heading=True)] if headings and unit.heading else []
    return found + ([Passage(path, 0, len(unit.text))] if unit.text else [])


def _half_sentence(path: Path, unit: Provision, number: str) -> Passage | None:
    """Half sentences are parted by a semicolon, and only by it: a comma parts too many things."""
    parts = [found.span() for found in re.finditer(r"[^;]+;?", unit.text)]
    if unit.level is not Level.SATZ and len(unit.children) == 1:
        return _half_sentence((*path, 0), unit.children[0], number)
    index = int(number) - 1 if number.isdigit() else len(parts) - 1
    if len(parts) < 2 or index >= len(parts):
        return None
    return Passage(path, *parts[index])


def _part_at_list(draft: Draft, path: Path, number: str) -> Passage | None:
    """The words before a list item (the beginning of its sentence), or those after it (the sentence's end)."""
    side, _space, item = number.partition(" ")
    sentences = [(p, u) for p, u in draft.at(path).walk(path) if u.level is Level.SATZ and u.children]
    if item:
        inside = [
            found.paths[0] for found in locate(draft.at(path), parse_citation(item), draft.former) if found.paths[0]
        ]
        above = {(*path, *found[:-1]): found[-1] for found in inside}
        sentences = [(p, u) for p, u in sentences if p in above and _is_edge(u, above[p], side)]
    if len(sentences) != 1:
        return None
    where, sentence = sentences[0]
    if side == "vor":
        return Passage(where, 0, len(sentence.text))
    tails = [(i, u) for i, u in enumerate(sentence.children) if u.level is Level.SATZTEIL]
    return Passage((*where, tails[0][0]), 0, len(tails[0][1].text)) if len(tails) == 1 else None


def _is_edge(sentence: Provision, index: int, side: str) -> bool:
    """Whether the words before (after) this list item are those before (after) the whole list."""
    items = [i for i, unit in enumerate(sentence.children) if unit.level is sentence.children[index].level]
    return index == (items[0] if side == "vor" else items[-1])


def only_passage(draft: Draft, target: Target, command: Command) -> Passage:
    """The one run of words that a part of a unit is. A column has one in each row, so it cannot be told as one."""
    found = passages(draft, target, command)
    if len(found) > 1:
        raise whole_column(command.span)
    return found[0]


def whole_column(span: Span) -> DoesNotApply:
    """The refusal of a command that puts in, strikes or rewords a column."""
    return DoesNotApply.of(
        _("A column cannot be changed as a whole: each of its rows would need words of its own."),
        span,
        _("Give the table its new wording: „Die Tabelle wird wie folgt gefasst: …“."),
    )


def _column(draft: Draft, target: Target, command: Command) -> list[Passage]:
    """„in Spalte 2“: this cell of each row, if the place has only one table."""
    path, part = target.paths[0], target.part
    rows = [p for p, unit in draft.at(path).walk(path) if unit.level is Level.ZEILE]
    cells = [cell for row in rows if (cell := _cell(draft, row, part.number if part else ""))]
    if not cells or len({row[:-1] for row in rows}) > 1:
        raise DoesNotApply.of(
            _("{place} has no {part}.").format(place=draft.cite(path), part=part)
            if not cells
            else _("{place} has several tables.").format(place=draft.cite(path)),
            command.span,
            _("Name the row and the column: „in Zeile 3 Spalte 2“; the head of a table is its first row."),
        )
    return cells


def _cell(draft: Draft, path: Path, column: str) -> Passage | None:
    """The cell of a row in the column with this number, or with this head."""
    cells = _cells(draft.at(path).text)
    heads = [text.strip() for text in draft.at((*path[:-1], 0)).text.split("|")]
    digits = re.match(r"[0-9]+", column)
    index = int(digits[0]) - 1 if digits else heads.index(column) if heads.count(column) == 1 else -1
    return Passage(path, *cells[index]) if 0 <= index < len(cells) else None


def _cells(row: str) -> list[tuple[int, int]]:
    return [found.span() for found in re.finditer(r"[^|]+", row)]


def runs(document: Provision, single: list[Passage]) -> list[Passage]:
    """Neighbouring plain sentences as one run each, for words that go over the end of a sentence."""
    runs: list[Passage] = []
    for passage in single:
        unit = document.at(passage.path)
        if passage.heading or unit.level is not Level.SATZ or unit.children or passage.end < len(unit.text):
            continue
        last = runs[-1] if runs else None
        if last and passage.path[:-1] == last.path[:-1] and passage.path[-1] == last.path[-1] + last.count:
            runs[-1] = replace(last, count=last.count + 1, end=last.end + 1 + len(unit.text))
        else:
            runs.append(passage)
    return [run for run in runs if run.count > 1]


def text_of(document: Provision, passage: Passage) -> str:
    """The whole text (or heading) in which the passage's offsets count."""
    unit = document.at(passage.path)
    if passage.heading:
        return unit.heading
    parent = document.at(passage.path[:-1])
    index = passage.path[-1] if passage.path else 0
    return " ".join(u.text for u in parent.children[index : index + passage.count]) if passage.path else unit.text

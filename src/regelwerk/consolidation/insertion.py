"""Commands that put new units into the text: insert, append, prepend, add where the number belongs."""

from __future__ import annotations

import re
from dataclasses import replace

from ..citation import GROUPS, ITEMS, Level
from ..commands import AddUnits, AppendUnits, InsertUnits, NewUnits, PrependUnits
from ..diagnostics import DoesNotApply
from ..lookup import numbers
from ..messages import _
from ..provision import Path, Provision
from ..wording import adopted
from .draft import Draft, is_repealed, target_of
from .marks import after
from .newtext import announced_numbers, new_units, own_label
from .numbering import place_for
from .passages import whole_column
from .putting import put

_LABELS = (
    (Level.PARAGRAF, re.compile(r"(?:§|Art(?:ikel|\.))\s*[0-9]")),
    (Level.ABSATZ, re.compile(r"\(\s*[0-9]+[a-z]*\s*\)")),
    (Level.NUMMER, re.compile(r"[0-9]+[a-z]*\.")),
    (Level.DREIFACHBUCHSTABE, re.compile(r"([a-z])\1\1\)")),
    (Level.DOPPELBUCHSTABE, re.compile(r"([a-z])\1\)")),
    (Level.BUCHSTABE, re.compile(r"[a-z]\)")),
)

_ONE_KIND = ((Level.ABSATZ, Level.NUMMER), (Level.ANGABE, Level.ZEILE), (Level.PARAGRAF, Level.ANLAGE), GROUPS)
"""Levels whose units can stand beside each other."""


def insert(draft: Draft, command: InsertUnits) -> Draft:
    """New units directly after the place, or directly before it."""
    for place in command.places:
        target = target_of(draft, command, place)
        if target.part is not None and target.part.level is Level.SPALTE:
            raise whole_column(command.span)
        path = target.paths[0] if command.before else target.paths[-1]
        beside = draft.at(path)
        headed = command.before and beside.level in (*GROUPS, Level.PARAGRAF)  # before the heading is before the unit
        if target.part is not None and not (headed and target.part.level is Level.UEBERSCHRIFT):
            raise _misplaced(draft, command, path)
        level = Level.ANGABE if place.last.level is Level.ANGABE else _level(command, beside.level)
        if beside.level is Level.ZEILE and level is Level.NUMMER:  # rows are called by the number in their first cell
            level = Level.ZEILE
        above, index = path[:-1], path[-1] + (0 if command.before else 1) if path else 0
        if level is Level.PARAGRAF and beside.level in GROUPS and command.before and index:
            above, index = _end_of_group(draft.document, above, index)
        elif level not in (*GROUPS, Level.UEBERSCHRIFT) and not (path and _alike(beside.level, level)):
            raise _misplaced(draft, command, path)
        draft = put(draft, command, above, index, level)
    return draft


def _end_of_group(document: Provision, path: Path, index: int) -> tuple[Path, int]:
    """Where a § goes before a group at this index: to the end of the group that stands before, if one does."""
    while index and document.at((*path, index - 1)).level in GROUPS:
        path = (*path, index - 1)
        index = len(document.at(path).children)
    return path, index


def _misplaced(draft: Draft, command: InsertUnits, path: Path) -> DoesNotApply:
    return DoesNotApply.of(
        _("The new text cannot stand next to {place}: it is not a unit of the same kind.").format(
            place=draft.cite(path)
        ),
        command.span,
        _("Name a unit of the same kind beside it, or what it belongs to: „Dem § 3 wird folgender Absatz 2 angefügt“."),
    )


def _level(command: NewUnits, otherwise: Level) -> Level:
    """The level of the new units: as announced, else as the new text is labelled, else as given."""
    if command.announced:
        return command.announced[0].last.level
    text = command.new.text.lstrip()
    return next((level for level, label in _LABELS if label.match(text)), otherwise)


def _alike(level: Level, other: Level) -> bool:
    return level is other or any(level in kinds and other in kinds for kinds in _ONE_KIND)


def append(draft: Draft, command: AppendUnits) -> Draft:
    """New units at the end of the place: after the last of their kind in it."""
    for place in command.places:
        path = target_of(draft, command, place).paths[-1]
        level = _level(command, Level.SATZ)
        if level is Level.SATZ is draft.at(path).level:
            draft = put(draft, command, path[:-1], path[-1] + 1, level)
            continue
        holder = path if level in GROUPS else _holder(draft, command, path, level)
        children = draft.at(holder).children
        same = [i for i, unit in enumerate(children) if _alike(unit.level, level)]
        draft = put(draft, command, holder, same[-1] + 1 if same else len(children), level)
    return draft


def prepend(draft: Draft, command: PrependUnits) -> Draft:
    """New units at the beginning of the place."""
    for place in command.places:
        path = target_of(draft, command, place).paths[0]
        level = _level(command, Level.SATZ)
        holder = path if level is Level.ABSATZ else _holder(draft, command, path, level)
        draft = put(draft, command, holder, 0, level)
    return draft


def _with_heading(draft: Draft, command: AddUnits, path: Path) -> Draft:
    """„In § 5 wird folgende Überschrift eingefügt“: it must have none until now."""
    unit, new = draft.at(path), adopted(command.new.text)
    if unit.level not in (Level.PARAGRAF, Level.ANLAGE, *GROUPS) or unit.heading:
        raise DoesNotApply.of(
            _("{place} cannot get a heading here, or has one already.").format(place=draft.cite(path)),
            command.span,
            _("To change it write: „Die Überschrift wird wie folgt gefasst: …“."),
        )
    return draft.replaced(path, replace(unit, heading=" ".join(new[len(own_label(unit, new)) :].split())))


def add(draft: Draft, command: AddUnits) -> Draft:
    """New units where their numbers belong: before the unit that bears the number until now, else at the end."""
    for place in command.places:
        path = target_of(draft, command, place).paths[0]
        level = _level(command, Level.SATZ)
        if level is Level.UEBERSCHRIFT:
            draft = _with_heading(draft, command, path)
            continue
        holder = _holder(draft, command, path, level)
        units = new_units(draft, command, holder, level)
        number = units[0].number or next(filter(None, announced_numbers(command)), "")
        if not number:
            raise DoesNotApply.of(
                _("The act does not say where the new text belongs."),
                command.span,
                _("Say „Nach …“, or give the new unit a number."),
            )
        parent = draft.at(holder)
        alone = level is Level.ABSATZ and not _holds(parent, level) and number != "1"
        draft = put(draft, command, holder, len(parent.children) if alone else place_for(parent, level, number), level)
    return draft


def _holder(draft: Draft, command: NewUnits, path: Path, level: Level) -> Path:
    """The unit at or inside `path` whose children are of this level.

    Sentences stand in an Absatz (or a § without any), items in the sentence that has such a list already; where there
    are several lists, the one that the new number continues.
    """
    found = [p for p in _layers(draft.document, path, level) if _holds(draft.at(p), level)]
    if level is Level.SATZ and not found and not draft.at(path).children:
        found = [path]
    if len(found) > 1 and level in ITEMS:
        first = next(iter(announced_numbers(command)), "")
        found = [p for p in found if first and after(numbers(draft.at(p).children)[-1]) == first]
    if not found and level is Level.ABSATZ and draft.at(path).level is Level.PARAGRAF:
        return path  # the act must make an Absatz of the words that stand there
    if len(found) != 1:
        raise DoesNotApply.of(
            _("It is not clear where in {place} the new text belongs.").format(place=draft.cite(path)),
            command.span,
            _("Name the unit that it continues, or the one after which it is to stand."),
        )
    return found[0]


def _layers(document: Provision, path: Path, level: Level) -> list[Path]:
    """The units at or inside `path` that can hold units of this level, at the least depth at which one does."""
    layer = [path]
    while layer:
        if any(_holds(document.at(p), level) for p in layer):
            return layer
        layer = [
            (*p, i)
            for p in layer
            for i, child in enumerate(document.at(p).children)
            if level in ITEMS
            or (level is Level.PARAGRAF and child.level in GROUPS)
            or (level is Level.SATZ and child.level is Level.ABSATZ)
        ]
        if level is Level.PARAGRAF:
            layer = layer[-1:]
    return []


def _holds(unit: Provision, level: Level) -> bool:
    kinds = [child.level for child in unit.children if not is_repealed(child) or child.level is level]
    if level in (Level.PARAGRAF, Level.ANLAGE) and unit.level is Level.DOCUMENT:
        return level is Level.ANLAGE or level in kinds
    return any(_alike(kind, level) for kind in kinds)

"""New wording for units, and for parts of units such as headings."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from ..citation import Citation
from ..commands import Recast
from ..diagnostics import DoesNotApply
from ..lookup import Target, locate
from ..messages import _
from ..provision import Path, Provision
from ..structure import parse
from ..wording import adopted, plain
from .draft import Draft, is_repealed, target_of
from .edits import Edit, make_edits, no_change
from .marks import expanded, kept_by, paragrafen, single_marks
from .newtext import foreign_label, fragment, new_units, own_label
from .numbering import relabelled
from .passages import only_passage
from .repeal import reject_contradiction


def recast(draft: Draft, command: Recast) -> Draft:
    """New wording for the places: for all together, or with „jeweils“ for each."""
    groups = [[place] for place in command.places] if command.each else [list(command.places)]
    for group in groups:
        for place in group:
            draft = _with_marks_apart(draft, place)
        fits = partial(_bears_new_number, draft, command)
        targets = [target_of(draft, command, place, fits) for place in group]
        if targets[0].part is not None:
            draft = _recast_part(draft, command, targets)
        else:
            paths = [path for target in targets for path in target.paths]
            reject_contradiction(draft, command, paths)
            draft = _recast_units(draft, command, paths)
    return draft


def _with_marks_apart(draft: Draft, place: Citation) -> Draft:
    """„§ 9“ gets a wording where „§§ 8 und 9 (weggefallen)“ stands: each keeps its own number first."""
    if not place.steps or not place.last.number:
        return draft
    wanted = set(expanded(place.last))
    for above in locate(draft.document, place.parent(), draft.former):
        for path, unit in draft.at(above.paths[0]).walk(above.paths[0]):
            if unit.level is place.last.level and not wanted.isdisjoint(kept_by(unit)):
                return single_marks(draft, path)
    return draft


def _bears_new_number(draft: Draft, command: Recast, target: Target) -> bool:
    """New text that prints a number is meant for the unit that bears it."""
    unit = draft.at(target.paths[0])
    if target.part is not None or not unit.label:
        return True
    new = fragment(command, unit.level)
    return not new[0].number or new[0].number == unit.number


def _recast_part(draft: Draft, command: Recast, targets: list[Target]) -> Draft:
    new = plain(adopted(command.new.text))
    for target in targets:
        path = target.paths[0]
        unit = draft.at(path)
        passage = only_passage(draft, target, command)
        if not passage.heading:
            draft = make_edits(draft, command, [Edit(passage, passage.start, passage.end, new)])
            continue
        if foreign_label(unit, new):
            raise DoesNotApply.of(
                _("The new heading bears another number than {place}.").format(place=draft.cite(path)),
                command.new.span,
                _("If the unit gets another number, the act must say so: „… wird … und wie folgt gefasst“."),
            )
        heading = new[len(own_label(unit, new)) :].strip()
        if heading == unit.heading:
            raise no_change(draft.cite(path), command.span)
        draft = draft.replaced(path, replace(unit, heading=heading))
    return draft


def _recast_units(draft: Draft, command: Recast, paths: list[Path]) -> Draft:
    """The units at `paths`, which must stand next to each other, replaced by those of the new text."""
    if paths == [()]:
        return _recast_document(draft, command)
    parent_path, first = paths[0][:-1], paths[0][-1]
    if [(*parent_path, first + i) for i in range(len(paths))] != paths:
        raise DoesNotApply.of(
            _("The places of this command do not stand next to each other."),
            command.span,
            _("Give each its own new text, or say „jeweils“."),
        )
    parent = draft.at(parent_path)
    olds = parent.children[first : first + len(paths)]
    printed = new = new_units(draft, command, parent_path, olds[0].level, olds)
    if len(olds) == len(new) == 1:
        if command.changing:
            _reject_loss(draft, command, paths[0], new[0])
        new = (_named_like(olds[0], new[0], command),)
    elif olds[0].label and not all(unit.label for unit in new):
        raise DoesNotApply.of(
            _("The new text must print the number of each unit."),
            command.new.span,
            _("Begin each new unit with its number, as it is to be printed: „(2) …“."),
        )
    there = parent.children[first : first + len(new)]
    if new == olds or (len(new) > len(olds) and new == there):  # the same command twice adds nothing either
        raise no_change(draft.cite(paths[0]), command.span)
    draft, made = draft.fresh(*new)
    made = tuple(_inheriting(unit, i, made, olds) for i, unit in enumerate(made))
    worded = draft.worded.union(unit.origin for unit in made if unit.origin)
    draft = replace(draft.claiming(made, printed, command.span), worded=worded)
    return draft.replaced(paths[0], *made, count=len(paths))


def _reject_loss(draft: Draft, command: Recast, path: Path, new: Provision) -> None:
    """„§ 4 wird wie folgt geändert: Der Rat tagt.“ where § 4 has more than that: new wording for which part of it?"""
    old = draft.at(path)
    if not new.label and len(new.children) < len(old.children) and not is_repealed(old):
        raise DoesNotApply.of(
            _("{place} has more units than this text; it is not said whether the others stay.").format(
                place=draft.cite(path)
            ),
            command.new.span,
            _("Name the unit that changes, or write „wird wie folgt gefasst“ if the text replaces all of it."),
        )


def _recast_document(draft: Draft, command: Recast) -> Draft:
    document = parse(replace(command.new.span.source, text=adopted(command.new.text))).document
    if any(paragrafen(draft.document)) and not any(paragrafen(document)):
        raise DoesNotApply.of(
            _("This would replace the whole text by one without §§."),
            command.new.span,
            _("Name the unit that gets this wording."),
        )
    draft, (made,) = draft.fresh(document)
    heading = made.heading or draft.document.heading
    return draft.replaced((), replace(made, heading=heading, origin=draft.document.origin))


def _named_like(old: Provision, new: Provision, command: Recast) -> Provision:
    """One unit for one: it keeps what the new text does not print, and the printed form of an unchanged number."""
    announced = [place.last.number for place in command.announced]
    if old.number and new.number and old.number != new.number and announced != [new.number]:
        raise DoesNotApply.of(
            _("The new text bears the number {new}, the place the number {old}.").format(
                new=new.number, old=old.number
            ),
            command.new.span,
            _("If the unit gets another number, the act must say so: „… wird … und wie folgt gefasst“."),
        )
    kept = "" if is_repealed(old) else old.heading
    heading = new.heading if new.label or new.heading else kept
    label = old.label if new.number in ("", old.number) else relabelled(old, new.number, old.level)
    return replace(new, level=old.level, label=label, heading=heading)


def _inheriting(unit: Provision, index: int, made: tuple[Provision, ...], olds: tuple[Provision, ...]) -> Provision:
    """A recast unit keeps the origin of the one whose number it bears, or whose place it takes one for one."""
    if len(made) == len(olds):
        return replace(unit, origin=olds[index].origin)
    same = [old for old in olds if old.number and old.number == unit.number]
    return replace(unit, origin=same[0].origin) if same else unit

"""Commands that take units away, and the mark that keeps the number of a repealed unit."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ..citation import GROUPS, ITEMS, Level
from ..commands import Command, Expect, NewText, Repeal
from ..diagnostics import DoesNotApply
from ..lookup import Target
from ..messages import _
from ..provision import REPEALED, Path, Provision
from ..wording import plain
from .draft import Draft, is_repealed, target_of
from .edits import Edit, make_edits
from .marks import kept_by, without_placeholder
from .nearest import nearest
from .passages import only_passage, text_of

_KEPT = (Level.PARAGRAF, Level.ABSATZ, Level.ANLAGE, *GROUPS)
"""Levels whose repealed units keep their number; items with one keep it unless they are the last of their list."""


def repeal(draft: Draft, command: Repeal) -> Draft:
    """The places are gone. What was marked as repealed before the act stays as it is."""
    targets = [target_of(draft, command, place) for place in command.places]
    if command.expected:
        _check(draft, command.expected, targets)
    reject_contradiction(draft, command, [path for target in targets if target.part is None for path in target.paths])
    for target in sorted(targets, key=lambda t: t.paths[-1], reverse=True):
        if target.part is not None:
            draft = _without_part(draft, command, target)
            continue
        for path in reversed(target.paths):
            if not is_repealed(draft.at(path)):
                draft = _without(draft, command, path)
    return draft


def reject_contradiction(draft: Draft, command: Command, paths: Sequence[Path]) -> None:
    """Refuse to recast or repeal what this act has repealed before, or given its whole wording."""
    for path in paths:
        sentences = [unit for unit in draft.at(path).units() if unit.level is Level.SATZ and unit.text]
        if sentences and all(map(draft.has_worded, sentences)) and not is_repealed(draft.at(path)):
            raise _contradiction(command, _("This act has given {place} its wording before."), draft.cite(path))
    marks = [path for path in paths if path and is_repealed(draft.at(path))]
    if not marks:
        return
    before = [(unit, child) for unit in draft.before.units() for child in unit.children if is_repealed(child)]
    origins = {child.origin for _unit, child in before}
    numbers = {(unit.origin, child.level, number) for unit, child in before for number in kept_by(child)}
    for path in marks:
        unit, parent = draft.at(path), draft.at(path[:-1])
        if unit.origin not in origins and (parent.origin, unit.level, unit.number) not in numbers:
            raise _contradiction(command, _("This act has repealed {place} before."), draft.cite(path))


def _contradiction(command: Command, message: str, place: str) -> DoesNotApply:
    hint = _("Leave one of the two commands out, or mend the number in one of them.")
    return DoesNotApply.of(message.format(place=place), command.span, hint)


def _without(draft: Draft, command: Repeal, path: Path) -> Draft:
    if not path:
        raise DoesNotApply.of(
            _("This command repeals the whole text."),
            command.span,
            _("The repeal of a text is recorded in its register, not in its words."),
        )
    unit, parent = draft.at(path), draft.at(path[:-1])
    behind = parent.children[path[-1] + 1 :] if unit.level in ITEMS else parent.children
    alone = unit.level in (Level.ABSATZ, *ITEMS) and not any(c.level is unit.level and c is not unit for c in behind)
    numbered = unit.label and (unit.level in _KEPT or (unit.level in ITEMS and unit.number))
    if numbered and not alone:
        mark = Provision(Level.SATZ, text=REPEALED)
        draft, (mark,) = draft.fresh(mark)
        headed = unit.level in (Level.PARAGRAF, Level.ANLAGE, *GROUPS)
        kept = replace(unit, heading=REPEALED if headed else "", text="", children=() if headed else (mark,))
        return without_placeholder(draft.replaced(path, kept), path[:-1], unit.number, unit.level)
    if len(parent.children) == 1 and not parent.text and parent.level is not Level.DOCUMENT:
        raise DoesNotApply.of(
            _("Nothing would be left of {place}.").format(place=draft.cite(path[:-1])),
            command.span,
            _("Repeal {place} as a whole if that is meant.").format(place=draft.cite(path[:-1])),
        )
    return draft.replaced(path)


def _without_part(draft: Draft, command: Repeal, target: Target) -> Draft:
    path, part = target.paths[0], target.part
    passage = only_passage(draft, target, command)
    if passage.heading:
        return _without_heading(draft, command, path)
    unit = draft.at(passage.path)
    struck = unit.text[passage.start : passage.end]
    if part is not None and part.level is Level.HALBSATZ:
        end = re.search(r"[.!?]$", struck)
        if not end or passage.end < len(unit.text):
            raise DoesNotApply.of(
                _("Only the last half sentence can be struck without new words for the rest."),
                command.span,
                _("Give the sentence its new wording: „Satz 1 wird wie folgt gefasst: …“."),
            )
        left = unit.text[: passage.start].rstrip().removesuffix(";")
        return make_edits(draft, command, [Edit(passage, len(left), passage.end, end[0])])
    return make_edits(draft, command, [Edit(passage, passage.start, passage.end, "")])


def _without_heading(draft: Draft, command: Repeal, path: Path) -> Draft:
    """A § loses the words of its heading; a group loses itself, and what stood in it joins what stands before."""
    unit = draft.at(path)
    if unit.level not in GROUPS:
        if not unit.heading or not path:
            raise DoesNotApply.of(
                _("{place} has no heading to strike.").format(place=draft.cite(path)),
                command.span,
                _("Perhaps the number is a slip. Else leave this command out."),
            )
        return draft.replaced(path, replace(unit, heading=""))
    before = (*path[:-1], path[-1] - 1)
    if path[-1] and (group := draft.at(before)).level in GROUPS:
        return draft.replaced(before, group.holding(group.children + unit.children), count=2)
    return draft.replaced(path, *unit.children)


def expect(draft: Draft, command: Expect) -> Draft:
    """Text reprinted in the act must be what stands in the place. Nothing changes."""
    targets = [target_of(draft, command, place) for place in command.places]
    if targets[0].part is None:
        _check(draft, command.text, targets)
    else:
        _check_part(draft, command, targets[0])
    return draft


def _check_part(draft: Draft, command: Expect, target: Target) -> None:
    """„§ 33 Übergangsbestimmungen wird aufgehoben“: the heading must be the one that stands there."""
    passage = only_passage(draft, target, command)
    found = text_of(draft.document, passage)[passage.start : passage.end].strip()
    if _bare(plain(command.text.text)) != _bare(plain(found)):
        place = draft.cite(passage.path)
        raise DoesNotApply.of(
            _("The heading of {place} is „{heading}“.").format(place=place, heading=found)
            if found
            else _("{place} has no heading.").format(place=place),
            command.text.span,
            _("Perhaps the number is a slip. Write the heading as it stands there, or leave it out."),
        )


def _check(draft: Draft, expected: NewText, targets: list[Target]) -> None:
    """Raises DoesNotApply if the words of the places are not the expected ones; labels and white space apart."""
    units = [draft.at(path) for target in targets for path in target.paths]
    found = plain(" ".join(_printed(unit) for unit in units))
    wanted = plain(expected.text)
    words = " ".join(unit.words() for unit in units)
    body = " ".join(child.words() for unit in units for child in unit.children)
    first = targets[0].paths[0]
    labels = (draft.at(first[:depth]).label for depth in range(1, len(first)))
    around = (_bare(label + found) for label in labels)  # „(2) Der Rat …“ for its first sentence
    if _bare(wanted) not in (_bare(found), _bare(words), _bare(body), *around):
        place = ", ".join(draft.cite(target.paths[0]) for target in targets)
        raise DoesNotApply.of(
            _("The text reprinted here is not what stands in {place}.").format(place=place),
            expected.span,
            nearest(draft, targets[0], wanted),
        )


def _printed(unit: Provision) -> str:
    return " ".join(part for u in unit.units() for part in (u.label, u.heading, u.text) if part)


def _bare(text: str) -> str:
    """The text without white space and kinds of quotation marks, and without its end mark."""
    return re.sub(r"[\s„“”\"»«‚‘]", "", text).rstrip(".;,")

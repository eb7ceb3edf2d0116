"""New units put among others: a command and a place in the tree in; the draft with its units, or a refusal, out."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from itertools import product

from ..citation import GROUPS, Level
from ..commands import AppendUnits, NewUnits
from ..diagnostics import DoesNotApply
from ..messages import _
from ..provision import Path, Provision
from .draft import Draft, reject_repealed
from .marks import without_placeholder
from .newtext import announced_numbers, fragment, new_units, reject_others


def put(draft: Draft, command: NewUnits, parent_path: Path, index: int, level: Level) -> Draft:
    """The draft with the command's units as children `index` and following of the unit at `parent_path`.

    Raises DoesNotApply if they stand there already, or say otherwise how they are to be counted.
    """
    if level in GROUPS or level is Level.UEBERSCHRIFT:
        groups = fragment(command, Level.GLIEDERUNG)
        reject_others(command, groups)
        draft, groups = draft.fresh(*groups)
        return _put_groups(draft, parent_path, index, groups)
    level = Level.ZEILE if level is Level.ANGABE else level
    if level is Level.SATZ and not command.announced and command.new.text.lstrip()[:1].islower():
        raise DoesNotApply.of(
            _("These words are no sentence, and it is not said where in a sentence they belong."),
            command.new.span,
            _("Say after which words they go, or „am Ende werden die Wörter „…“ angefügt“."),
        )
    reject_repealed(draft, command.span, parent_path)
    units = new_units(draft, command, parent_path, level)
    parent = draft.at(parent_path)
    if level is Level.SATZ:
        _reject_miscounted(command, parent.children[:index], len(units))
    if units in (parent.children[index : index + len(units)], parent.children[max(0, index - len(units)) : index]):
        raise DoesNotApply.of(
            _("The new text stands in {place} already.").format(place=draft.cite(parent_path)),
            command.span,
            _("Perhaps the text has been amended so before, or the act says it twice."),
        )
    if level is Level.SATZ and isinstance(command, AppendUnits) and not command.announced:
        _reject_rewritten(draft, command, parent_path, units)
    draft, made = draft.fresh(*units)
    draft = draft.claiming(made, units, command.span)
    draft = draft.replaced((*parent_path, index), *made, count=0)
    for unit in made:
        draft = without_placeholder(draft, parent_path, unit.number, unit.level)
    return draft


def _reject_miscounted(command: NewUnits, before: tuple[Provision, ...], count: int) -> None:
    """„folgender Satz 4“, where the new sentence becomes Satz 3: sentences bear no number of their own."""
    first = 1 + sum(unit.level is Level.SATZ for unit in before)
    said, found = [n for n in announced_numbers(command) if n], [str(first + i) for i in range(count)]
    if said and said != found:
        raise DoesNotApply.of(
            _("The act calls the new text Satz {said}, but here it becomes Satz {found}.").format(
                said=", ".join(said), found=", ".join(found)
            ),
            command.span,
            _("Sentences bear no number: leave it out, or name the sentence after which the new one goes."),
        )


_ALIKE = 0.6
"""How many of their words two sentences share that are one sentence before and after a change."""


def _reject_rewritten(draft: Draft, command: AppendUnits, parent_path: Path, units: tuple[Provision, ...]) -> None:
    """„Satz 3 wird wie folgt ergänzt: …“ with the whole Satz 3 and some words more: not a further sentence."""
    parent = draft.at(parent_path)
    standing = (parent, *(child for child in parent.children if child.level is Level.SATZ))
    for old, new in product(standing, units):
        if SequenceMatcher(None, _words(old.text), _words(new.text), autojunk=False).ratio() >= _ALIKE:
            raise DoesNotApply.of(
                _("The new text says again what stands in {place}: „{words}“").format(
                    place=draft.cite(parent_path), words=old.text
                ),
                command.new.span,
                _("Write „wird wie folgt gefasst“ for a new wording, „wird um folgenden Satz ergänzt“ for more."),
            )


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def _put_groups(draft: Draft, parent_path: Path, index: int, groups: tuple[Provision, ...]) -> Draft:
    """New groups between provisions: the §§ that follow, up to the next group, now stand under the last of them."""
    parent = draft.at(parent_path)
    before, behind = parent.children[:index], parent.children[index:]
    inside = parent.level in GROUPS and GROUPS.index(parent.level) >= GROUPS.index(groups[0].level)
    stop = next((i for i, unit in enumerate(behind) if unit.level is not Level.PARAGRAF), len(behind))
    taken = len(behind) if inside else stop
    groups = (*groups[:-1], groups[-1].holding((*groups[-1].children, *behind[:taken])))
    if not inside:
        return draft.replaced((*parent_path, index), *groups, count=taken)
    draft = draft.replaced(parent_path, parent.holding(before))
    return _put_groups(draft, parent_path[:-1], parent_path[-1] + 1, groups)

"""Commands that change numbers and leave words alone: renumber, move, wrap, unwrap; and how numbers count."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import product

from ..citation import GROUPS, ITEMS, Citation, Level, Step
from ..commands import Renumber, Unwrap, Wrap
from ..diagnostics import DoesNotApply
from ..lookup import first_cell, locate, numbers
from ..messages import _
from ..numbers import is_roman, order, ordinal_like, to_roman
from ..provision import Path, Provision
from .draft import Claim, Draft, is_repealed, target_of
from .marks import expanded, without_placeholder

_FORM = {
    Level.PARAGRAF: "§ {}",
    Level.ABSATZ: "({})",
    Level.NUMMER: "{}.",
    Level.BUCHSTABE: "{})",
    Level.DOPPELBUCHSTABE: "{})",
    Level.DREIFACHBUCHSTABE: "{})",
    Level.ANLAGE: "Anlage {}",
}
"""How a number is printed where no unit of its kind is there to be imitated."""


def relabelled(like: Provision | None, number: str, level: Level) -> str:
    """A label with this number, printed as the one of a unit of the same kind."""
    if like is not None and like.label and like.number:
        first = like.label.split()[0]
        if word := ordinal_like(first, number):
            return like.label.replace(first, word, 1)
        if number.isdigit() and is_roman(like.number):
            number = to_roman(int(number))
        bare = r"\s?".join(re.escape(char) for char in like.number)
        return re.sub(rf"(?<![\w.]){bare}(?![\w])", number, like.label, count=1)
    return _FORM.get(level, "{}").format(number) if number else ""


def renumber(draft: Draft, command: Renumber) -> Draft:
    """All places get their new numbers at once; another level or parent moves them."""
    old_paths = [path for place in command.places for path in _old(draft, command, place)]
    new = [place.parent().child(Step(place.last.level, n)) for place in command.to for n in expanded(place.last)]
    if len(old_paths) != len(new):
        raise DoesNotApply.of(
            _("The act names {old} units to be renumbered and {new} new numbers.").format(
                old=len(old_paths), new=len(new)
            ),
            command.span,
            _("Name as many new numbers as there are units."),
        )
    for path, to in sorted(zip(old_paths, new, strict=True), key=lambda pair: pair[0], reverse=True):
        draft = _moved(draft, command, path, to) if _is_move(draft, path, to) else _numbered(draft, command, path, to)
    return draft


def _old(draft: Draft, command: Renumber, place: Citation) -> tuple[Path, ...]:
    """Who is renumbered is said by the numbers before the act, whether or not it says „bisherig“."""
    before = locate(draft.document, place, draft.former, by_former=True)
    if len(before) == 1 and before[0].part is None:
        return before[0].paths
    return target_of(draft, command, place).paths


def _is_move(draft: Draft, path: Path, to: Citation) -> bool:
    unit = draft.at(path)
    levels = {to.last.level, unit.level}
    if levels == {Level.NUMMER, Level.ZEILE}:
        return False
    if len(levels) > 1 and (unit.label.startswith("(") or not levels <= {Level.ABSATZ, Level.NUMMER, *GROUPS}):
        return True
    above = locate(draft.document, to.parent(), draft.former)
    return bool(to.parent().steps) and bool(above) and all(t.paths[0] != path[: len(t.paths[0])] for t in above)


def _numbered(draft: Draft, command: Renumber, path: Path, to: Citation) -> Draft:
    unit = draft.at(path)
    if unit.level is Level.ZEILE and to.last.level is Level.NUMMER:  # its number stands in its first cell
        return draft.replaced(path, replace(unit, text=unit.text.replace(first_cell(unit), to.last.number, 1)))
    if unit.level is Level.SATZ or not unit.label:
        if unit.origin is None:
            return draft
        return replace(draft, claims=(*draft.claims, Claim(unit.origin, to.last.number, command.span)))
    if unit.number == to.last.number:
        raise DoesNotApply.of(
            _("{place} bears this number already.").format(place=draft.cite(path)),
            command.span,
            _("Perhaps one of the numbers is a slip, or the text has been amended so before."),
        )
    label = relabelled(unit, to.last.number, unit.level)
    if label == unit.label:
        raise DoesNotApply.of(
            _("The label „{label}“ is written in a way that cannot be renumbered.").format(label=unit.label),
            command.span,
            _("Give the heading its new wording: „Die Überschrift wird wie folgt gefasst: …“."),
        )
    draft = draft.replaced(path, replace(unit, label=label))
    return without_placeholder(draft, path[:-1], to.last.number, unit.level)


def exchanged(draft: Draft) -> Draft:
    """The finished draft with §§ and Absätze in order that have only exchanged their numbers, „Absatz 2 wird Absatz 3“.

    List items stay as they are: the punctuation at their ends belongs to their place.
    """
    former = {unit.origin: unit.number for unit in draft.before.units() if unit.level in _EXCHANGED}
    moved = {
        path[:-1]
        for path, unit in draft.document.walk()
        if unit.level in _EXCHANGED and former.get(unit.origin, unit.number) != unit.number
    }
    for path, level in product(sorted(moved, reverse=True), _EXCHANGED):
        parent = draft.at(path)
        like = [(i, child) for i, child in enumerate(parent.children) if child.level is level]
        new = [(i, child) for i, child in like if former.get(child.origin, child.number) != child.number]
        if {former[child.origin] for _i, child in new} != {child.number for _i, child in new}:
            continue
        children = list(parent.children)
        for (i, _old), (_j, child) in zip(new, sorted(new, key=lambda pair: order(pair[1].number)), strict=True):
            children[i] = child
        draft = draft.replaced(path, parent.holding(tuple(children)))
    return draft


_EXCHANGED = (Level.PARAGRAF, Level.ABSATZ)
"""Levels whose units go where their new numbers belong, even if they only exchange them."""


def _moved(draft: Draft, command: Renumber, path: Path, to: Citation) -> Draft:
    unit = draft.at(path)
    above = target_of(draft, command, to.parent()).paths[0]
    if above[: len(path)] == path:
        raise DoesNotApply.of(
            _("A unit cannot be moved into itself."),
            command.span,
            _("If its words are to become one unit inside it, write: „Der bisherige Wortlaut des § 3 wird Absatz 1.“"),
        )
    parent = draft.at(above)
    like = [child for child in parent.children if child.level is to.last.level]
    if not like or Level.PARAGRAF in (unit.level, to.last.level):
        raise DoesNotApply.of(
            _("{unit} cannot become {place}: no unit of this kind stands there.").format(
                unit=draft.cite(path), place=to
            ),
            command.span,
            _("Repeal the one and insert the other with its text."),
        )
    draft, moved = _made_fit(draft, command, unit, to, like[0])
    index = place_for(parent, to.last.level, to.last.number)
    if path < (*above, index):
        return draft.replaced((*above, index), *moved, count=0).replaced(path)
    return draft.replaced(path).replaced((*above, index), *moved, count=0)


def _made_fit(
    draft: Draft, command: Renumber, unit: Provision, to: Citation, like: Provision
) -> tuple[Draft, tuple[Provision, ...]]:
    """The unit as one of the new kind: a sentence gets an Absatz around it, an Absatz that becomes sentences goes."""
    label = relabelled(like, to.last.number, to.last.level)
    if to.last.level is Level.SATZ:
        sentences = unit.children if unit.level is not Level.SATZ else (unit,)
        said = enumerate(sentences, int(to.last.number))
        claims = (Claim(unit.origin, str(number), command.span) for number, unit in said if unit.origin)
        return replace(draft, claims=(*draft.claims, *claims)), sentences
    if unit.level is not Level.SATZ:
        return draft, (replace(unit, level=to.last.level, label=label),)
    draft, (around,) = draft.fresh(Provision(to.last.level, label))
    return draft, (around.holding((unit,)),)


def place_for(parent: Provision, level: Level, number: str) -> int:
    """The index among the parent's children at which a unit with this number belongs: before the first not smaller."""
    index = 0
    for i, (child, bears) in enumerate(zip(parent.children, numbers(parent.children), strict=True)):
        if child.level is level:
            if order(bears) >= order(number):
                return i
            index = i + 1
    return index


def wrap(draft: Draft, command: Wrap) -> Draft:
    """„Der Wortlaut wird Absatz 1“: the sentences of the place become one unit; what the act put beside them stays."""
    for place in command.places:
        path = target_of(draft, command, place).paths[0]
        unit = draft.at(path)
        inside = [i for i, child in enumerate(unit.children) if child.level in (Level.SATZ, *ITEMS, Level.TABELLE)]
        if command.to.last.level is Level.SATZ:
            if len([i for i in inside if unit.children[i].level is Level.SATZ]) != 1:
                raise DoesNotApply.of(
                    _("{place} has more than one sentence.").format(place=draft.cite(path)),
                    command.span,
                    _("Leave this command out: sentences bear no number, they are counted."),
                )
            continue
        if not path:
            raise DoesNotApply.of(
                _("It is not said whose wording this is."),
                command.span,
                _("Name the §: „Der bisherige Wortlaut des § 3 wird Absatz 1.“"),
            )
        if not inside or inside != list(range(inside[0], inside[-1] + 1)):
            raise DoesNotApply.of(
                _("{place} has no words of its own that could become one unit.").format(place=draft.cite(path)),
                command.span,
                _("If it has Absätze already, give them new numbers: „Absatz 1 wird Absatz 2.“"),
            )
        label = relabelled(None, command.to.last.number, command.to.last.level)
        draft, (made,) = draft.fresh(Provision(command.to.last.level, label))
        made = made.holding(unit.children[inside[0] : inside[-1] + 1])
        draft = draft.replaced((*path, inside[0]), made, count=len(inside))
    return draft


def unwrap(draft: Draft, command: Unwrap) -> Draft:
    """„Die Absatzbezeichnung „(1)“ wird gestrichen“: the unit loses its label; the act must leave it alone there."""
    for place in command.places:
        path = target_of(draft, command, place).paths[0]
        if draft.at(path).level is Level.PARAGRAF:
            only = [i for i, child in enumerate(draft.at(path).children) if child.level is Level.ABSATZ]
            path = (*path, *only[:1])
        unit, parent = draft.at(path), draft.at(path[:-1])
        if unit.level is not Level.ABSATZ or place.last.level is Level.PARAGRAF:
            raise DoesNotApply.of(
                _("{place} has no label that could go.").format(place=draft.cite(path)),
                command.span,
                _("Only an Absatz can lose its label and keep its words."),
            )
        kept = tuple(x for c in parent.children if not is_repealed(c) for x in (c.children if c is unit else (c,)))
        draft = draft.replaced(path[:-1], parent.holding(kept))
    return draft

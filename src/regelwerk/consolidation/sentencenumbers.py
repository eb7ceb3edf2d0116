"""The numbers printed before sentences („¹Der Rat …“): the text of a finished act in, the text counted anew out."""

from __future__ import annotations

from dataclasses import replace

from ..citation import Level
from ..numbers import raised
from ..provision import Origin, Provision
from ..structure import with_printed_number
from .draft import Draft


def counted_anew(draft: Draft) -> Draft:
    """The draft with the printed numbers of sentences in the order in which the sentences now stand.

    Only where the act has changed which sentences stand there; a sentence that is alone bears no number, nor does one
    that has come among several without.
    """
    changed = [(path, unit) for path, unit in draft.document.walk() if any(map(_is_numbered, unit.children))]
    if not changed:
        return draft
    before = {unit.origin: _labels(unit) for unit in draft.before.units()}
    for path, unit in changed:
        old = before.get(unit.origin, [])
        if old != _labels(unit):
            draft = draft.replaced(path, _counted(unit, dict(old)))
    return draft


def _is_numbered(unit: Provision) -> bool:
    return unit.level is Level.SATZ and bool(unit.label)


def _labels(unit: Provision) -> list[tuple[Origin | None, str]]:
    return [(child.origin, child.label) for child in unit.children if child.level is Level.SATZ]


def _counted(unit: Provision, before: dict[Origin | None, str]) -> Provision:
    """The unit with its sentences counted; `before`: the labels of those that stood there before the act."""
    printed = [with_printed_number(child) for child in unit.children if child.level is Level.SATZ]
    stayed = [child.label for child in printed if child.origin in before]
    bare = len(printed) == 1 or (len(before) > 1 and bool(stayed) and not any(stayed))
    plain = next(filter(None, (*stayed, *(child.label for child in printed)))).isascii()
    children, count = [], 0
    for child in unit.children:
        if child.level is Level.SATZ:
            count += 1
            number = str(count) if plain else raised(str(count))
            wrong = not child.label and child.origin not in before and printed[count - 1].label not in ("", number)
            child = child if wrong else replace(printed[count - 1], label="" if bare else number)
        children.append(child)
    return replace(unit, children=tuple(children))

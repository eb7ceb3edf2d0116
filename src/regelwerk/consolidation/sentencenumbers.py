"""The numbers printed before sentences („¹Der Rat …“): the text of a finished act in, the text counted anew out."""

from __future__ import annotations

from dataclasses import replace

from ..citation import Level
from ..provision import Origin, Provision
from .draft import Draft

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def counted_anew(draft: Draft) -> Draft:
    """The draft with the printed numbers of sentences in the order in which the sentences now stand.

    Only where the act has changed which sentences stand there; a sentence that is alone bears no number.
    """
    changed = [(path, unit) for path, unit in draft.document.walk() if any(map(_is_numbered, unit.children))]
    if not changed:
        return draft
    before = {unit.origin: _labels(unit) for unit in draft.before.units()}
    for path, unit in changed:
        if before.get(unit.origin) != _labels(unit):
            draft = draft.replaced(path, _counted(unit))
    return draft


def _is_numbered(unit: Provision) -> bool:
    return unit.level is Level.SATZ and bool(unit.label)


def _labels(unit: Provision) -> list[tuple[Origin | None, str]]:
    return [(child.origin, child.label) for child in unit.children if child.level is Level.SATZ]


def _counted(unit: Provision) -> Provision:
    sentences = [child for child in unit.children if child.level is Level.SATZ]
    plain = all(child.label.isascii() for child in sentences)
    children, count = [], 0
    for child in unit.children:
        if child.level is Level.SATZ:
            count += 1
            number = str(count) if plain else str(count).translate(_RAISED)
            child = replace(child, label=number if len(sentences) > 1 else "")
        children.append(child)
    return replace(unit, children=tuple(children))

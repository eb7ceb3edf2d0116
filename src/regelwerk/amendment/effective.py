"""Days inside commands („§ 3 wird mit Wirkung vom 1. Januar 2027 aufgehoben“): sentences with their points go in, rules
about the entry into force of these points come out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..diagnostics import Diagnostic, NotUnderstood, Span
from ..language.undecidable import EFFECTIVE
from ..messages import _
from .inforce import OnDate, Rule, begin_of
from .items import Item, Said
from .points import Mark, Path

_NAMES = {
    Mark.ARTIKEL: "Artikel",
    Mark.PARAGRAF: "§",
    Mark.ROEMISCH: "Nummer",
    Mark.KLAMMER: "Absatz",
    Mark.NUMMER: "Nummer",
    Mark.DEZIMAL: "Nummer",
    Mark.BUCHSTABE: "Buchstabe",
    Mark.DOPPELBUCHSTABE: "Doppelbuchstabe",
    Mark.DREIFACHBUCHSTABE: "Dreifachbuchstabe",
}


@dataclass(frozen=True, slots=True)
class Dated:
    """A sentence that says when its change takes effect. `frame`: it is said of all points below it."""

    item: Said
    words: str
    span: Span
    frame: bool


def dated(item: Said, sentence: str, changes: int, frame: bool) -> Dated | None:
    """What the (masked) sentence says of its day, None if nothing. `changes`: how many it orders.

    Raises NotUnderstood if it is not clear which of them the day is for, or if there is no such day.
    """
    found = list(EFFECTIVE.finditer(re.sub(r"\s", " ", sentence)))
    if not found:
        return None
    start, source = item.span.start, item.span.source
    span = source.span(start + found[0].start(), start + found[0].end())
    if len(found) > 1 or (changes > 1 and found[0].start() > 0):
        raise NotUnderstood.of(
            _("It is not clear which change this day is for."),
            span,
            _("Write each change that takes effect on a day of its own as a point of its own."),
        )
    words = found[0][0][0].lower() + found[0][0][1:]
    if not isinstance(begin_of(words), OnDate):
        raise NotUnderstood.of(_("There is no such day."), span, _("Write the day on which the change takes effect."))
    return Dated(item, words, span, frame)


def rules_of(found: Sequence[Dated], items: Sequence[Item]) -> tuple[Rule, ...]:
    """A rule for the point of each such sentence.

    Raises NotUnderstood where the point says more than the sentence, so that it cannot stand for it.
    """
    wrong = [each for each in found if _says_more(each, items) or _name(each.item.path) is None]
    if wrong:
        raise NotUnderstood(
            *(
                Diagnostic(
                    _("This day is for one change, but its point has others too."),
                    each.span,
                    _("Give the change a numbered point of its own, so that its day can be recorded."),
                )
                for each in wrong
            )
        )
    return tuple(Rule(begin_of(each.words), _name(each.item.path) or "") for each in found)


def _says_more(each: Dated, items: Sequence[Item]) -> bool:
    path = each.item.path
    others = [item.path for item in items if isinstance(item, Said) and item is not each.item]
    return any(other == path or (not each.frame and other[: len(path)] == path) for other in others)


def _name(path: Path) -> str | None:
    """The point as an act cites it („Nummer 3 Buchstabe b“), "" for the whole act; None if it has no number."""
    if any(label.mark not in _NAMES for label in path):
        return None
    return " ".join(f"{_NAMES[label.mark]} {label.number}" for label in path)

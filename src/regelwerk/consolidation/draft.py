"""The text while an act is applied to it, and a place that a command names, in; the unit meant, or a refusal, out.

The modules beside this one take a `Draft` and a command and give the next `Draft`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import count

from ..citation import Citation, Level
from ..commands import ChangeWords, Command
from ..diagnostics import DoesNotApply, Span
from ..lookup import Numbers, Target, all_numbers, locate
from ..messages import _
from ..numbers import lowered
from ..provision import Origin, Path, Provision, citation_of, says_gone
from .missing import missing

_ENTRY = re.compile(r"^(?:§+|Art(?:ikel|\.)|Anlage)\s*[0-9]+[a-z]?(?: bis [0-9]+[a-z]?)?\s*")


@dataclass(frozen=True, slots=True)
class Claim:
    """„Satz 3 wird Satz 4“: sentences bear no number, so what the act says of theirs is checked when it is done."""

    origin: Origin
    number: str
    span: Span


@dataclass(frozen=True, slots=True)
class Draft:
    """`before`, `former`: the text and its numbers before the act; `act`, `serial`: for origins of new units.

    `claims`: what the act says about the numbers of sentences, checked at its end. `worded`: the units that it has
    given a new wording as a whole, though they are the ones that were there before.
    """

    document: Provision
    before: Provision
    former: Numbers
    act: int
    serial: int = 0
    claims: tuple[Claim, ...] = ()
    worded: frozenset[Origin] = frozenset()

    @classmethod
    def start(cls, document: Provision, act: int) -> Draft:
        return cls(document, document, all_numbers(document), act)

    def at(self, path: Path) -> Provision:
        return self.document.at(path)

    def replaced(self, path: Path, *new: Provision, count: int = 1) -> Draft:
        """The draft with `count` units from `path` on replaced by others; with 0 these are put before it."""
        return replace(self, document=self.document.replace_at(path, *new, count=count))

    def fresh(self, *units: Provision) -> tuple[Draft, tuple[Provision, ...]]:
        """The units as made by this act: each, and each inside it, with an origin of its own."""
        origins = (Origin(self.act, serial) for serial in count(self.serial + 1))
        made = tuple(unit.with_origins(origins) for unit in units)
        return replace(self, serial=next(origins).serial - 1), made

    def claiming(self, made: Sequence[Provision], printed: Sequence[Provision], span: Span) -> Draft:
        """The draft with what new text says of its own sentences, „³Der Rat tagt.“, to be checked."""
        pairs = [(a.origin, b.label) for a, b in zip(made, printed, strict=True) if b.level is Level.SATZ]
        numbers = [(origin, lowered(label)) for origin, label in pairs]
        claims = [Claim(origin, number, span) for origin, number in numbers if origin and number.isdigit()]
        return replace(self, claims=(*self.claims, *claims))

    def has_worded(self, unit: Provision) -> bool:
        """Whether this act has made the unit, or given it its wording."""
        return unit.origin in self.worded or (unit.origin is not None and unit.origin.act == self.act)

    def cite(self, path: Path) -> str:
        return str(citation_of(self.document, path))


def is_repealed(unit: Provision) -> bool:
    """Whether the unit only keeps the number of one that was repealed, or is its entry in the table of contents."""
    if unit.children:
        return len(unit.children) == 1 and not (unit.heading or unit.text) and is_repealed(unit.children[0])
    words = (unit.heading or unit.text).strip()
    return says_gone(_ENTRY.sub("", words) if unit.level is Level.ZEILE else words)


def reject_repealed(draft: Draft, span: Span, path: Path) -> None:
    """Refuse to add to what only keeps the number of a repealed unit."""
    for end in range(1, len(path) + 1):
        if is_repealed(draft.at(path[:end])):
            raise DoesNotApply.of(
                _("{place} is repealed: there is nothing to add to.").format(place=draft.cite(path[:end])),
                span,
                _("Give it a wording anew: „… wird wie folgt gefasst: …“."),
            )


def fits_always(target: Target) -> bool:
    """For commands that do not look into their place."""
    return True


def target_of(draft: Draft, command: Command, place: Citation, fits: Callable[[Target], bool] = fits_always) -> Target:
    """The one thing that `place` means to the command.

    Numbers may be those before the act or those the act has made. Where both name something, the one at which the
    command fits is meant; where it fits at several, the act is ambiguous.

    Raises DoesNotApply if nothing is there, several things at which the command fits, or only what has moved up to the
    number of a sentence that the act took away.
    """
    now = locate(draft.document, place, draft.former)
    then = locate(draft.document, place, draft.former, by_former=True) if draft.document is not draft.before else ()
    called = _called(place)
    rows = locate(draft.document, called, draft.former) if called != place else ()
    found = list(dict.fromkeys((*now, *then, *rows)))
    if not found:
        raise missing(draft.document, draft.former, command, place)
    if len(found) == 1:
        _reject_successor(draft, command, place, found[0])
        return found[0]
    fitting = [target for target in found if fits(target)]
    if len(fitting) == 1:
        return fitting[0]
    if not fitting:
        return found[0]
    raise DoesNotApply.of(
        _("{place} is ambiguous here: it can be {candidates}.").format(
            place=place, candidates=_(" or ").join(_described(draft, target) for target in fitting)
        ),
        command.span,
        _("Name the row by what stands in its first cell: „in der Zeile „A““.")
        if called != place
        else _("Name the place in full: „{place}“.").format(place=draft.cite(fitting[0].paths[0]))
        if draft.document is draft.before
        else _("Name the place in full, or say „bisherig“ or „neu“ if the act renumbers."),
    )


def _called(place: Citation) -> Citation:
    """„Zeile 3“ as „Zeile „3““: the third row, or the one that is numbered so in its first cell?"""
    steps = (
        replace(step, number=f"„{step.number}“", to=step.to and f"„{step.to}“")
        if step.level is Level.ZEILE and step.number.isdecimal()
        else step
        for step in place.steps
    )
    return Citation(tuple(steps))


def _reject_successor(draft: Draft, command: Command, place: Citation, target: Target) -> None:
    """Sentences bear no number: when the act takes one away, the next has its place without a word in the act.

    Commands that quote words say themselves which sentence they mean, and so do „neu“ and „Satz 3 wird Satz 2“.
    """
    if isinstance(command, ChangeWords) or any(step.new for step in place.steps):
        return
    path = target.paths[0]
    sentences = [draft.at(path[:n]) for n in range(1, len(path) + 1)]
    sentences = [unit for unit in sentences if unit.level is Level.SATZ]
    told = {claim.origin for claim in draft.claims}
    if not any(unit.origin and unit.origin.act < draft.act and unit.origin not in told for unit in sentences):
        return
    before = locate(draft.before, place, draft.former)
    if len(before) == 1 and draft.before.at(before[0].paths[0]).origin != draft.at(path).origin:
        raise DoesNotApply.of(
            _("This act has taken {place} away before; now it can only be {found}.").format(
                place=place, found=_described(draft, target)
            ),
            command.span,
            _("Say which sentence is meant: „der bisherige Satz …“ or „der neue Satz …“."),
        )


def _described(draft: Draft, target: Target) -> str:
    """The place in full, with its first words, since two units may bear the same number for a while."""
    unit = draft.at(target.paths[0])
    words = unit.words()
    shown = words if len(words) <= 40 else f"{words[:40].rstrip()}…"
    return f"{draft.cite(target.paths[0])} („{shown}“)" if words else draft.cite(target.paths[0])

"""The text while an act is applied to it, and the units its commands mean.

`words.py`, `units.py` and `numbering.py` take a `Draft` and a command and give the next `Draft`, or refuse.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from ..citation import Citation, Level
from ..commands import Command
from ..diagnostics import Diagnostic, DoesNotApply, Span
from ..lookup import Numbers, Target, all_numbers, locate
from ..messages import _
from ..provision import Origin, Path, Provision, citation_of

REPEALED = "(weggefallen)"
"""What stands for a repealed unit whose number is kept."""

_MARK = re.compile(r"[\[(]?\s*(?:weggefallen|aufgehoben|entfallen|entfällt|gestrichen)\s*[\])]?\.?")


@dataclass(frozen=True, slots=True)
class Claim:
    """„Satz 3 wird Satz 4“: sentences bear no number, so what the act says of theirs is checked when it is done."""

    origin: Origin
    number: str
    span: Span


@dataclass(frozen=True, slots=True)
class Draft:
    """`former`: the numbers before the act; `act`, `serial`: for origins of new units; `claims`: checked at its end."""

    document: Provision
    former: Numbers
    act: int
    serial: int = 0
    claims: tuple[Claim, ...] = ()

    @classmethod
    def start(cls, document: Provision, act: int) -> Draft:
        return cls(document, all_numbers(document), act)

    def with_document(self, document: Provision) -> Draft:
        return replace(self, document=document)

    def replaced(self, path: Path, *new: Provision) -> Draft:
        return self.with_document(self.document.replace_at(path, *new))

    def fresh(self, *units: Provision) -> tuple[Draft, tuple[Provision, ...]]:
        """The units as made by this act: each, and each inside it, with an origin of its own."""
        serial = self.serial

        def named(unit: Provision) -> Provision:
            nonlocal serial
            serial += 1
            origin = Origin(self.act, serial)
            return replace(unit, origin=origin, children=tuple(named(child) for child in unit.children))

        made = tuple(named(unit) for unit in units)
        return replace(self, serial=serial), made

    def cite(self, path: Path) -> str:
        return str(citation_of(self.document, path))


def refusal(span: Span, message: str, hint: str | None = None) -> DoesNotApply:
    """The error for a command that was understood but does not fit the text."""
    return DoesNotApply(Diagnostic(message, span, hint))


def is_repealed(unit: Provision) -> bool:
    """Whether the unit only keeps the number of one that was repealed."""
    return bool(_MARK.fullmatch(unit.words().strip()))


def fits_always(target: Target) -> bool:
    """For commands that do not look into their place."""
    return True


def target_of(draft: Draft, command: Command, place: Citation, fits: Callable[[Target], bool] = fits_always) -> Target:
    """The one thing that `place` means to the command.

    Numbers may be those before the act or those the act has made. Where both name something, the one at which the
    command fits is meant; where it fits at several, the act is ambiguous.

    Raises DoesNotApply if nothing is there, or several things at which the command fits.
    """
    found = list(
        dict.fromkeys(
            (
                *locate(draft.document, place, draft.former),
                *locate(draft.document, place, draft.former, by_former=True),
            )
        )
    )
    if not found:
        raise _missing(draft, command, place)
    if len(found) == 1:
        return found[0]
    fitting = [target for target in found if fits(target)]
    if len(fitting) == 1:
        return fitting[0]
    if not fitting:
        return found[0]
    raise refusal(
        command.span,
        _("{place} is ambiguous here: it can be {candidates}.").format(
            place=place, candidates=_(" or ").join(_described(draft, target) for target in fitting)
        ),
        _("Name the place in full, or say „bisherig“ or „neu“ if the act renumbers."),
    )


def _described(draft: Draft, target: Target) -> str:
    """The place in full, with its first words, since two units may bear the same number for a while."""
    unit = draft.document.at(target.paths[0])
    words = unit.words()
    return f"{draft.cite(target.paths[0])} („{words[:40].rstrip()}…“)" if words else draft.cite(target.paths[0])


def _missing(draft: Draft, command: Command, place: Citation) -> DoesNotApply:
    """Say how far the place is there, and what is there instead of the rest."""
    above = place
    while above.steps and not locate(draft.document, above, draft.former):
        above = above.parent()
    missing = Citation(place.steps[: len(above.steps) + 1])
    paths = [path for target in locate(draft.document, above, draft.former) for path in target.paths]
    children = draft.document.at(paths[0]).children if paths else ()
    there = [draft.cite((*paths[0], i)) for i, child in enumerate(children) if child.level is not Level.SATZTEIL]
    where = str(above) if above.steps else _("The text")
    hint = _("{where} has: {units}.").format(where=where, units=_shortlist(there)) if there else None
    return refusal(command.span, _("{place} does not exist in this version.").format(place=missing), hint)


def _shortlist(names: list[str]) -> str:
    return ", ".join(names if len(names) <= 8 else [*names[:4], "…", *names[-3:]])

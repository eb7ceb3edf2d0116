"""A register and an entry that is to be added in; what speaks against it out.

Objections can be overruled by a person, with a reason that is recorded. What cannot be is refused.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from ..amendment import Amendment
from ..amendment.dates import find_dates
from ..amendment.inforce import OnDate
from ..commands import NewUnits
from ..consolidation import Effect
from ..days import DAY, shown
from ..diagnostics import Diagnostic, DoesNotApply, Span
from ..messages import _
from ..numbers import order
from .history import Rulebook
from .register import (
    Act,
    ActKind,
    Dated,
    Entry,
    Order,
    Register,
    Text,
    highest_number,
    is_full_text,
    is_repeal,
    kind_of,
    missing_numbers,
    spans,
)
from .timeline import Commands, Version, other_by_adoption


class Objected(DoesNotApply):
    """The act may fit the text, but not the register."""


def objections(register: Register, entry: Act, amendment: Amendment, act: Span) -> Iterator[Diagnostic]:
    """What does not look right about recording this act. `act` is where to point."""
    yield from _about_number(register, entry, act)
    for message in (
        *_about_order(entry),
        *_about_last_change(register, entry, amendment),
        *_about_days(entry, amendment),
        *_about_full_texts(register, entry),
    ):
        yield Diagnostic(message, act, _overrule())


def overruled(against: Iterable[Diagnostic], reason: str) -> tuple[Diagnostic, ...]:
    """What speaks against an entry although people have given a reason for it. Raises Objected if they have not."""
    found = tuple(against)
    if found and not reason:
        raise Objected(*found)
    return found


def doubts(findings: Iterable[Diagnostic], rulebook: Rulebook, entry: Entry) -> tuple[Diagnostic, ...]:
    """What was found in the commands of the entry, and in the new texts they bring, when its act was read."""
    measures = [m for m in rulebook.measures if isinstance(m, Commands) and m.entry is entry]
    said = [span for measure in measures for span in _spans_of(measure)]
    found = [d for d in findings if d.span and any(_meet(d.span, span) for span in said)]
    return tuple(replace(doubt, hint=" ".join(filter(None, (doubt.hint, _overrule())))) for doubt in found)


def _spans_of(measure: Commands) -> Iterator[Span]:
    for command in measure.commands:
        yield command.span
        match command:
            case NewUnits():
                yield command.new.span
    yield from (annex.span for annex in measure.annexes.values())


def _meet(span: Span, other: Span) -> bool:
    return span.source == other.source and span.start < other.end and other.start < span.end


def refuse_repetition(register: Register, entry: Act, act: Span) -> None:
    """Raises Objected if the act, or another one of its number, is in the register already."""
    for other in register.standing:
        if isinstance(other, Act) and (other.sha256, other.article) == (entry.sha256, entry.article):
            raise Objected.of(_("This act is recorded already, as number {number}.").format(number=other.number), act)
    dated = (other for other in register.standing if isinstance(other, Dated) and not is_full_text(other))
    there = [other for other in dated if other.number == entry.number]
    if entry.kind is ActKind.CORRIGENDUM:
        if not there:
            message = _("There is no amendment number {number} to be corrected.").format(number=entry.number)
            raise Objected.of(message, act)
    elif there:
        message = _("There is an amendment number {number} already: {title}.")
        told = message.format(number=entry.number, title=there[0].title or kind_of(there[0]))
        raise Objected.of(told, act, _("Say which number this one has: --number N; or take that one back."))


def refuse_days(register: Register) -> None:
    """Raises Objected if anything in the register would count before there is a text, or end before it begins."""
    first = register.base.in_force
    for entry in register.standing:
        for begins, ends in spans(entry):
            if begins < first or (begins == first and is_repeal(entry)):
                message = _("Number {number} would count from {day}, but the base text from {first} only.")
                days = {"day": shown(begins), "first": shown(first)}
                raise Objected.of(message.format(number=entry.number, **days))
            if ends is not None and ends < begins:
                message = _("Number {number} would end on {day}, before it begins.")
                raise Objected.of(message.format(number=entry.number, day=shown(ends)))


def refuse_other_order(rulebook: Rulebook, entry: Act, act: Span) -> None:
    """Raises Objected if the order of adoption would give another text than that of entry into force."""
    day = other_by_adoption(rulebook.measures, entry)
    if day is not None:
        message = _(
            "In the order of adoption, the text of {day} would be another than in the order of entry into force."
        )
        hint = _("Decide which order holds for this act, and say why: --order in-force (or adoption) --reason „…“.")
        raise Objected.of(message.format(day=shown(day)), act, hint)


def other_texts(before: Rulebook, proposed: Rulebook) -> Iterator[Diagnostic]:
    """Where acts do not lead to the full text of their number, with the differences.

    What was so before is said again once no amendment is missing that could explain it, and a new entry concerns it.
    """
    known = {id(version.entry) for version in _differing(before)}
    new = proposed.register.last.number
    for version in _differing(proposed):
        number = version.entry.number
        concerned = order(new) <= order(number) and not _missing(proposed.register, number)
        if concerned or id(version.entry) not in known:
            yield from _differences(proposed, version)


def _differing(rulebook: Rulebook) -> Iterator[Version]:
    """The full texts to which the act of their number does not lead."""
    acts = {entry.number for entry in rulebook.register.standing if isinstance(entry, Act)}
    for version in rulebook.versions:
        entry = version.entry
        if is_full_text(entry) and entry.number in acts and version.effects:
            yield version


def _differences(rulebook: Rulebook, version: Version) -> Iterator[Diagnostic]:
    number = version.entry.number
    yield from (Diagnostic(_difference(effect, number)) for effect in version.effects)
    missing = _missing(rulebook.register, number)
    message = (
        _("The acts do not lead to the full text of number {number}; amendment {missing} is missing.")
        if missing
        else _("The acts do not lead to the full text of number {number}.")
    )
    yield Diagnostic(message.format(number=number, missing=", ".join(missing)), hint=_overrule())


def _difference(effect: Effect, number: str) -> str:
    """In what a unit of the full text of this number is not as the acts make it."""
    given, published = (side.words() if side else "" for side in (effect.old, effect.new))
    if effect.before is None:
        message = _("{after}: by the acts nothing stands there, in the full text of number {number} „{published}“.")
    elif effect.after is None:
        message = _("{before}: by the acts this reads „{given}“; the full text of number {number} lacks it.")
    elif given == published and effect.before != effect.after:
        message = _("{before}: by the acts this has that number, in the full text of number {number} it is {after}.")
    else:
        message = _("{after}: by the acts this reads „{given}“, in the full text of number {number} „{published}“.")
    return message.format(before=effect.before, after=effect.after, given=given, published=published, number=number)


def missing_before(register: Register, number: str) -> Diagnostic | None:
    """What to say where an act does not fit a text that lacks amendments before it; None if it lacks none."""
    if not (missing := _missing(register, number)):
        return None
    message = _("It was made for a text that is not known: amendment {numbers} before it is not to be had.")
    hint = _("Record that one first if it turns up; or decide what does not fit: --decisions FILE.")
    return Diagnostic(message.format(numbers=", ".join(missing)), hint=hint)


def _missing(register: Register, number: str) -> tuple[str, ...]:
    """The amendments before this one that are not to be had."""
    return tuple(other for other in missing_numbers(register) if order(other) < order(number))


def text_objections(register: Register, entry: Text) -> Iterator[Diagnostic]:
    """What does not look right about recording this whole text."""
    for message in _about_full_texts(register, entry):
        yield Diagnostic(message, hint=_overrule())


def _about_full_texts(register: Register, entry: Act | Text) -> Iterator[str]:
    """A full text holds what the acts up to its number did, and nothing of those after it, whichever comes later."""
    for other in register.standing:
        for text, act in ((other, entry), (entry, other)):
            if not is_full_text(text) or not isinstance(act, Act):
                continue
            later = order(act.number) > order(text.number)
            if (act.in_force < text.in_force) if later else (act.in_force > text.in_force):
                message = _("Amendment {act} is in force from {day}, the full text of number {text} from {since}.")
                days = {"day": shown(act.in_force), "since": shown(text.in_force)}
                yield message.format(act=act.number, text=text.number, **days)


def _overrule() -> str:
    return _("If it is right as it is, say why: --reason „…“. The reason is recorded.")


def _about_order(entry: Act) -> Iterator[str]:
    if entry.order is Order.ADOPTION:
        yield _("It would be applied in the order of adoption, not in that of entry into force.")


def _about_number(register: Register, entry: Act, act: Span) -> Iterator[Diagnostic]:
    if entry.kind is ActKind.CORRIGENDUM:
        return
    missing = range(highest_number(register) + 1, order(entry.number)[0][0])
    if missing:
        message = _("This is amendment number {number}; before it the register lacks: {missing}.")
        hint = _("Record that first; or that it is not to be had: regelwerk gap.")
        told = message.format(number=entry.number, missing=", ".join(map(str, missing)))
        yield Diagnostic(told, act, f"{hint} {_overrule()}")


def _about_last_change(register: Register, entry: Act, amendment: Amendment) -> Iterator[str]:
    """The citation clause of an act names the last amendment before it."""
    named = set(find_dates(amendment.last_change))
    before = [e for e in register.standing if isinstance(e, Dated) and _earlier(e, entry)]
    if not (named and before) or entry.kind is ActKind.CORRIGENDUM:
        return
    last = max(before, key=lambda e: (_known(e), order(e.number)))
    if not named & {last.adopted, last.promulgated}:
        message = _(
            "The act names another last amendment ({said}) than the register, where it is number {number} of {day}."
        )
        yield message.format(said=amendment.last_change, number=last.number, day=shown(_known(last)))


def _about_days(entry: Act, amendment: Amendment) -> Iterator[str]:
    adopted, promulgated = entry.adopted, entry.promulgated
    rules = amendment.in_force.rules if amendment.in_force else ()
    fixed = [r.moment for r in rules if isinstance(r.moment, OnDate) and not r.of and not r.ends]
    ended = [r.moment.day - DAY for r in rules if isinstance(r.moment, OnDate) and not r.of and r.ends]
    if adopted and amendment.adopted and adopted != amendment.adopted:
        yield _("The act itself says that it was adopted on {day}.").format(day=shown(amendment.adopted))
    if fixed and fixed[0].day != entry.in_force:
        yield _("The act itself says that it comes into force on {day}.").format(day=shown(fixed[0].day))
    if ended and ended[0] != entry.until:
        yield _("The act itself says that its last day is {day}.").format(day=shown(ended[0]))
    if adopted and adopted > entry.recorded.date():
        yield _("It would be adopted on {day}, which is yet to come.").format(day=shown(adopted))
    if adopted and promulgated and promulgated < adopted:
        yield _("It would be promulgated on {day}, before it was adopted.").format(day=shown(promulgated))
    if adopted and entry.in_force < adopted and not any(moment.retroactive for moment in fixed):
        yield _("It would be in force from {day}, before it was adopted.").format(day=shown(entry.in_force))


def _earlier(other: Dated, entry: Act) -> bool:
    """Whether the other was adopted before this one, as far as is known."""
    return other.number != entry.number and _known(other) <= _known(entry)


def _known(entry: Dated) -> date:
    return entry.adopted or entry.in_force

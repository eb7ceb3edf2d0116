"""What an act says about its time and what people know of it in; the days on which it and its parts count out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from ..amendment import Amendment
from ..amendment.inforce import Moment, Occasion, OnCondition, OnDate, OnOccasion, Rule
from ..citation import Citation, Level
from ..citations import scan_citations
from ..commands import Command, NewUnits, Recast
from ..days import DAY
from ..diagnostics import Diagnostic, RegelwerkError, Span
from ..messages import _
from .measures import within
from .register import DatedPoints

_SAYS_ARTICLE = re.compile(r"\bArt(?:ikel|\.)")
_HEAD = re.compile(r"Artikel (\w+)")


class LeftOpen(RegelwerkError):
    """The act leaves something open that only people can say."""


@dataclass(frozen=True, slots=True)
class Known:
    """What people know of the days of an act, beyond what it says itself."""

    adopted: date | None = None
    promulgated: date | None = None
    in_force: date | None = None
    until: date | None = None
    part: tuple[DatedPoints, ...] = ()


@dataclass(frozen=True, slots=True)
class Days:
    """When an act counts: from `in_force` on, up to and including `until`; `part`: points with days of their own."""

    in_force: date
    until: date | None
    part: tuple[DatedPoints, ...]


def days_of(amendment: Amendment, known: Known, act: Span) -> Days:
    """The days of an amendment. What people know of them goes before what the act says itself.

    Raises LeftOpen with all that must be known besides; `act` is where to point.
    """
    settling = _Settling(amendment, replace(known, adopted=known.adopted or amendment.adopted), act)
    rules = list(_rules_for(amendment))
    whole = [rule for rule in rules if not rule.of]
    in_force = known.in_force or settling.first([rule for rule in whole if not rule.ends])
    until = known.until or settling.last([rule for rule in whole if rule.ends])
    for point in (point for part in known.part for point in part.points):
        if not _there(point, amendment.commands):
            there = ", ".join(dict.fromkeys(command.point for command in amendment.commands))
            message, hint = _("There is no point {point} in the act."), _("There are: {points}.")
            settling.miss(message.format(point=point), hint.format(points=there))
    part = known.part or settling.parts([rule for rule in rules if rule.of], in_force)
    if settling.missing:
        raise LeftOpen(*settling.missing)
    assert in_force
    return Days(in_force, until, part)


class _Settling:
    """Finds the days, and collects what must be known besides for that."""

    def __init__(self, amendment: Amendment, known: Known, act: Span) -> None:
        self.amendment = amendment
        self.known = known
        self.act = act
        self.missing: list[Diagnostic] = []

    def miss(self, message: str, hint: str) -> date | None:
        """Note what must be known; None, since no day follows without."""
        self.missing.append(Diagnostic(message, self.act, hint))
        return None

    def first(self, rules: Sequence[Rule]) -> date | None:
        """The day on which the act as a whole comes into force."""
        if len(rules) == 1:
            return self.begin(rules[0].moment)
        message = (
            _("The act says several times when it comes into force.")
            if rules
            else _("The act does not say when it comes into force.")
        )
        return self.miss(message, _("Say the first day on which it counts: --in-force 2024-01-31."))

    def last(self, rules: Sequence[Rule]) -> date | None:
        """The last day on which the act as a whole counts, None if it does not end."""
        hint = _("Say the last day on which it counts: --until 2025-12-31.")
        if len(rules) > 1:
            return self.miss(_("The act says several times when it ends."), hint)
        message = _("The act says of its end: „{text}“; that is no certain day.")
        return self.end(rules[0], message, hint) if rules else None

    def begin(self, moment: Moment) -> date | None:
        """The first day at that moment, if enough is known for that."""
        if day := first_day(moment, self.known.adopted, self.known.promulgated):
            return day
        if isinstance(moment, OnOccasion):
            message = (
                _("The act comes into force with its adoption, but does not say when that was.")
                if moment.occasion in _OF_ADOPTION
                else _("The act comes into force with its promulgation, but does not say when that was.")
            )
            return self.miss(message, ask_for(moment.occasion))
        message = _("The day on which the act comes into force depends: „{text}“.")
        hint = _("When it is known, say the first day: --in-force 2024-01-31.")
        return self.miss(message.format(text=_text(moment)), hint)

    def end(self, rule: Rule, message: str, hint: str) -> date | None:
        """The last day, if the moment is certain; if not, message and hint say so."""
        if isinstance(rule.moment, OnDate):
            return rule.moment.day - DAY
        return self.miss(message.format(of=rule.of, text=_text(rule.moment)), hint)

    def parts(self, rules: Sequence[Rule], in_force: date | None) -> tuple[DatedPoints, ...]:
        """The points with days of their own. One that only ends begins with the act as a whole."""
        begins: dict[str, date] = {}
        ends: dict[str, date] = {}
        for rule in rules:
            if rule.ends:
                message = _("The act says of the end of {of}: „{text}“; that is no certain day.")
                day = self.end(rule, message, _('Say the last day: --part "3=2024-01-01..2025-12-31".'))
            else:
                day = self.begin(rule.moment)
            named = _points_named(rule.of, self.amendment)
            if not named:
                self._unclear(rule)
            elif day:
                (ends if rule.ends else begins).update(dict.fromkeys(named, day))
        spans = {point: (begins.get(point, in_force), ends.get(point)) for point in (*begins, *ends)}
        for point in spans:
            if within(point, spans.keys() - {point}):
                message = _("Point {point} is part of another one that has days of its own.").format(point=point)
                self.miss(message, _('Say the days of all of them: --part "3=2024-01-31".'))
                return ()
        groups = groupby(spans.items(), key=lambda span: span[1])
        return tuple(
            DatedPoints(tuple(p for p, _span in group), first, last) for (first, last), group in groups if first
        )

    def _unclear(self, rule: Rule) -> None:
        if rule.ends:
            message = _("It is not clear which points „{of}“ means, which end on a day of their own.")
            hint = _('Say them: --part "3=2024-01-01..2025-12-31".')
        else:
            message = _("It is not clear which points „{of}“ means, which come into force on another day.")
            hint = _('Say them: --part "3=2024-01-31".')
        self.miss(message.format(of=rule.of), hint)


def _text(moment: Moment) -> str:
    """A condition as the act says it."""
    return moment.text if isinstance(moment, OnCondition) else ""


_OF_ADOPTION = (Occasion.ADOPTION, Occasion.DAY_AFTER_ADOPTION)


def ask_for(occasion: Occasion) -> str:
    """How people say the day of the event that a day follows from."""
    adopted, promulgated = _("Say the day: --adopted 2024-01-31."), _("Say the day: --promulgated 2024-01-31.")
    return adopted if occasion in _OF_ADOPTION else promulgated


def first_day(moment: Moment, adopted: date | None, promulgated: date | None) -> date | None:
    """The first day, if it is certain, or follows from an event of which the day is known."""
    match moment:
        case OnDate():
            return moment.day
        case OnCondition():
            return None
    event = adopted if moment.occasion in _OF_ADOPTION else promulgated
    if event is None:
        return None
    match moment.occasion:
        case Occasion.ADOPTION | Occasion.PROMULGATION:
            return event
        case Occasion.DAY_AFTER_ADOPTION | Occasion.DAY_AFTER_PROMULGATION:
            return event + DAY
        case Occasion.FIRST_OF_NEXT_MONTH:
            return (event.replace(day=1) + 31 * DAY).replace(day=1)


def _points_named(text: str, amendment: Amendment) -> tuple[str, ...]:
    """The points of the act that a phrase names: „Nummer 3 Buchstabe b“ → „3 b“. None if any is not there.

    „§ 6a“ is also the point that puts a § 6a into the text, if that is all it does.
    """
    found: list[str] = []
    for citation in _named(text):
        points = [point for point in _points(text, citation, amendment) if _there(point, amendment.commands)]
        points += (c.point for c in amendment.commands if _brings_alone(c, citation, amendment.commands))
        if len(points) != 1:
            return ()
        found += points
    return tuple(found)


def _named(text: str) -> list[Citation]:
    """The places that a phrase names, each by itself; none if it says more than places."""
    scan = scan_citations(text, 0)
    if scan is None or text[scan.end :].strip():
        return []
    return [one for several in scan.citations for one in _each(several)]


def _brings_alone(command: Command, unit: Citation, commands: Iterable[Command]) -> bool:
    """Whether the command puts in this unit and its point nothing else, and none but it is about the unit."""
    if not isinstance(command, NewUnits) or isinstance(command, Recast):
        return False
    others = [other for other in commands if other is not command]
    about = any(place.steps[: len(unit.steps)] == unit.steps for other in others for place in other.places)
    alone = bool(command.point) and not _there(command.point, others)
    return command.announced == (unit,) and alone and not about


def _points(text: str, citation: Citation, amendment: Amendment) -> list[str]:
    """How the point may be called among the commands; the only article with commands is not named there."""
    article = [step.number for step in citation.steps if step.level is Level.PARAGRAF]
    numbers = [step.number for step in citation.steps if step.level is not Level.PARAGRAF]
    says = _SAYS_ARTICLE.search(text)
    headed = [" ".join([f"{'Artikel' if says else '§'} {number}", *numbers]) for number in article]
    bare = numbers and (not article or (says and article == [amendment.article]))
    return [*headed, *([" ".join(numbers)] if bare else [])]


def _each(citation: Citation) -> list[Citation]:
    """The members of a range: „Nummern 2 bis 4“ are three."""
    last = citation.last
    if not (last.to and last.number.isdigit() and last.to.isdigit()):
        return [citation]
    numbers = range(int(last.number), int(last.to) + 1)
    return [citation.parent().child(replace(last, number=str(number), to="")) for number in numbers]


def _there(point: str, commands: Iterable[Command]) -> bool:
    return any(within(command.point, (point,)) for command in commands)


def _rules_for(amendment: Amendment) -> Iterator[Rule]:
    """What the act says of the time of this text. What it says of the only article about it, it says of the whole."""
    headed = {found[1] for command in amendment.commands if (found := _HEAD.match(command.point))}
    own = headed or ({amendment.article} if amendment.article else set())
    for rule in amendment.in_force.rules if amendment.in_force else ():
        named = _named(rule.of) if own and _SAYS_ARTICLE.search(rule.of) else []
        articles = {citation.steps[0].number for citation in named if citation.steps[0].level is Level.PARAGRAF}
        if articles and articles == own and all(len(citation.steps) == 1 for citation in named):
            yield replace(rule, of="")
        elif not articles or articles & (own | _units_touched(amendment)):
            yield rule


def _units_touched(amendment: Amendment) -> set[str]:
    """The numbers of the §§ or Artikel of the text that the commands are about."""
    announced = (place for command in amendment.commands for place in getattr(command, "announced", ()))
    places = (*(place for command in amendment.commands for place in command.places), *announced)
    return {step.number for place in places for step in place.steps if step.level is Level.PARAGRAF}

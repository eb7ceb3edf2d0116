"""Entry into force (Inkrafttreten): the sentences of an act that speak of it go in, an `InForce` comes out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum

from ..days import DAY
from .dates import DATE, find_dates


class Occasion(Enum):
    """An event from which the day follows. The value is the ASCII word used in JSON."""

    ADOPTION = "beschlussfassung"
    DAY_AFTER_ADOPTION = "tag-nach-beschlussfassung"
    PROMULGATION = "bekanntmachung"
    DAY_AFTER_PROMULGATION = "tag-nach-bekanntmachung"
    FIRST_OF_NEXT_MONTH = "erster-des-folgemonats"
    """The first of the month after promulgation."""


@dataclass(frozen=True, slots=True)
class OnDate:
    """A fixed day; `retroactive` if the act says so."""

    day: date
    retroactive: bool = False


@dataclass(frozen=True, slots=True)
class OnOccasion:
    """The day that follows from an event."""

    occasion: Occasion


@dataclass(frozen=True, slots=True)
class OnCondition:
    """A day that nobody can know yet: „mit der Genehmigung durch die Aufsichtsbehörde“. `text` as the act says it."""

    text: str


Moment = OnDate | OnOccasion | OnCondition


@dataclass(frozen=True, slots=True)
class Rule:
    """When something begins or ends to be in force. `of`: what, as the act says („Nummer 3“); "" for the whole act.

    A day is the first on which that is so: what ends „mit Ablauf des 31. Dezember“ is out of force from 1 January on.
    """

    moment: Moment
    of: str = ""
    ends: bool = False


@dataclass(frozen=True, slots=True)
class InForce:
    """All that an act says about its time. One rule for most acts; several if points begin or end at other times."""

    rules: tuple[Rule, ...]


_UNTIL = re.compile(rf"\bbis\s+(?:einschließlich\s+)?(?:zum\s+)?(?:Ablauf\s+des\s+)?(?P<day>{DATE})")
"""The last day, named beside the first: „gilt vom … bis zum …“."""
_ENDING = re.compile(r"\b(?:befristet|endet|enden|verliert|verlieren|(?:gilt|gelten)\b.*\bbis)\b")
"""Words that speak of an end after the day of the beginning."""
_AROUND = re.compile(r"^[\s,.;]*(?:und\s+)?|\s+(?:wieder|automatisch)\s*$|[\s,.;]+$")
"""What stands around the day or the subject, and says nothing."""
_VERB = re.compile(r"\b(?:tritt|treten|gilt|gelten)\b")
_KRAFT = re.compile(r"(?P<when>.*?)\b(?P<how>in|au(?:ß|ss)er)\s+Kraft\b")
_SPLIT = re.compile(r",?\s*(?:und\s+)?[Ii]m\s+[ÜU]brigen\s+")
_INVERTED = re.compile(
    r"(?:Artikel|Nummern?|Nr\.|Ziffern?|§§?|[Dd]ie\s+(?:Artikel|Nummern|§§))\s[^,;]*?\s(?=(?:am|mit|rückwirkend|zum|ab|erst)\s)"
    r"|(?:[Dd]iese[rs]?|[Dd]ie|[Dd]er|[Dd]as)\s+[A-ZÄÖÜ]\w+\s+|sie\s+|er\s+"
)
_DEVIATING = re.compile(r"^\W*[Aa]bweichend\s+(?:davon|hiervon|von\s+(?:Satz|Absatz|Nummer)\s+[0-9]+)\s+")
_LEADING_TIME = re.compile(r"[Mm]it\s+(?:dem\s+)?(?:Inkrafttreten|Ablauf|Wirkung)\b.*")
_ACT = (
    r"\w*(?:[Ss]atzung|[Oo]rdnung|[Ää]nderung(?:en)?|Nachtrag|[Bb]eschlu(?:ss|ß)|Gesetz|Neufassung|[Rr]egelung(?:en)?)"
)
_WHOLE = re.compile(
    rf"(?:[Dd]iese[rs]?|[Dd]ie|[Dd]er|[Dd]as)\s+(?:[0-9IVX]+\.\s+|\w+e\s+){{0,2}}{_ACT}\b(?!.*\bvom\b)(?!.*§).*"
    r"|[Ss]ie|[Ee]r|[Ee]s|"
)
"""The act as a whole, as the subject of a sentence."""

_PUBLISHED = r"(?:[Bb]ekanntmachung|[Vv]eröffentlichung|[Vv]erkündung|[Bb]ekanntgabe)"
_ADOPTED = r"(?:Beschlu\w+|Annahme|Verabschiedung)"
_DAY_AFTER = r"(?:am|mit\s+dem|zum|an\s+dem)\s+(?:ersten\s+)?Tag\w*\s+nach\s+(?:de[rm]|ihrer|seiner|dieser)\b.*\b"
_ON = r"(?:mit|am\s+Tage?|bei)\b(?!.*\bnach\b).*\b"
_FIRST = r"(?:am|zum|mit\s+dem)\s+[Ee]rsten\s+(?:Tag\w*\s+)?des\s+(?!zweiten|dritten)"
_OCCASIONS = (
    (Occasion.FIRST_OF_NEXT_MONTH, re.compile(_FIRST + r"\b(?:auf\b.*\bfolgenden|nächsten|Folge)\s?[mM]onats")),
    (Occasion.DAY_AFTER_PROMULGATION, re.compile(_DAY_AFTER + _PUBLISHED)),
    (Occasion.DAY_AFTER_ADOPTION, re.compile(_DAY_AFTER + _ADOPTED)),
    (Occasion.PROMULGATION, re.compile(_ON + _PUBLISHED)),
    (
        Occasion.ADOPTION,
        re.compile(
            r"(?:ab\s+)?sofort$|mit\s+sofortiger\s+Wirkung$"
            rf"|(?:sofort|unmittelbar)\s+(?:mit|nach)\b.*{_ADOPTED}|{_ON}{_ADOPTED}"
        ),
    ),
)
_CONDITION = re.compile(r"\b(?:Genehmigung|Zustimmung|sofern|wenn|sobald|soweit)\b")


def read_in_force(sentences: Iterable[str], days: tuple[Rule, ...] = ()) -> InForce | None:
    """What the sentences say about entry into force and expiry; None if they say nothing. Never raises.

    `days`: what commands of the act say of their own time.

    A time that is not understood becomes a condition, so that nobody takes it for a date.
    """
    rules = tuple(rule for sentence in sentences for rule in _rules(" ".join(sentence.split())))
    return InForce((*days, *rules)) if days or rules else None


def _rules(sentence: str) -> Iterable[Rule]:
    """„Nummer 3 tritt am 1. Juli 2025, im Übrigen tritt die Änderung sofort in Kraft.“: two rules."""
    for part in (_DEVIATING.sub("", each) for each in _SPLIT.split(sentence)):
        verb = _VERB.search(part)
        if not verb:
            continue
        subject, rest = part[: verb.start()].strip(), part[verb.end() :]
        last = _UNTIL.search(rest)
        if last:
            rest = rest[: last.start()] + rest[last.end() :]
        leading = _LEADING_TIME.fullmatch(subject)
        of, done = subject, 0
        for kraft in _KRAFT.finditer(rest) if "Kraft" in rest else [None]:
            when, done = _AROUND.sub("", kraft["when"] if kraft else rest), kraft.end() if kraft else len(rest)
            if not subject and (inverted := _INVERTED.match(when)):
                subject, when = inverted[0].strip(), when[inverted.end() :]
            of = _whole(when if leading else subject)
            ends = kraft is not None and kraft["how"] != "in"
            if when or not last:
                yield Rule((_end if ends else begin_of)(subject if leading else when), of, ends)
        if last:
            yield Rule(_end(f"mit Ablauf des {last['day']}"), _whole(of), ends=True)
        elif _ENDING.search(rest, done):
            yield Rule(OnCondition(_AROUND.sub("", rest[done:])), _whole(of), ends=True)


def _whole(of: str) -> str:
    """What a rule is about, "" if that is the act as a whole."""
    return "" if _WHOLE.fullmatch(of) else of


def begin_of(when: str) -> Moment:
    """The first day on which something counts."""
    day = _day(when, "am|zum|ab|des|Wirkung\\s+vom|vom|seit")
    if day:
        return OnDate(day, "rückwirkend" in when)
    for occasion, pattern in _OCCASIONS:
        if pattern.match(when) and not _CONDITION.search(when):
            return OnOccasion(occasion)
    return OnCondition(when)


def _end(when: str) -> Moment:
    """The first day on which something counts no longer. „Zum 31. Dezember“ does not say whether that day is in it."""
    day = _day(when, "am|ab|des|Wirkung\\s+vom|vom")
    return OnDate(day) if day else OnCondition(when)


def _day(when: str, before: str) -> date | None:
    """The only date in the words, if one of these stands before it; with its „Ablauf“ the day after it."""
    days = find_dates(when)
    if len(days) != 1 or not re.search(rf"\b(?:{before})\s+(?:dem\s+)?{DATE}", when):
        return None
    return days[0] + DAY if re.search(r"\bAblauf\b", when) else days[0]

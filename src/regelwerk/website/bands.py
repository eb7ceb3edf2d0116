"""A version and today's date in; what it is called and what must be said of its force, in words, out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from ..days import DAY
from ..output.names import short
from ..rulebook.register import Act
from ..rulebook.timeline import Version
from .typography import fixed, written


def force(version: Version, day: date, which: str = "Diese Fassung") -> str:
    """The band above a text that is not in force; "" if it is. `which`: what the page calls the version."""
    start, end = written(version.in_force), version.until
    if end == version.in_force:
        gone = "gilt" if version.in_force > day else "galt"
        other = "tritt" if version.in_force > day else "trat"
        return f"{which} {gone} an keinem Tag: Am {start} {other} noch eine weitere Änderung in Kraft."
    if version.in_force > day:
        until = f" und gilt bis {written(last_day(end))}" if end else ""
        return f"Noch nicht in Kraft: {which} tritt am {start} in Kraft{until}."
    if end is not None and end <= day:
        return f"Außer Kraft seit {written(end)}: {which} galt vom {start} bis {written(last_day(end))}."
    return ""


def period(version: Version) -> str:
    """From when until when the version counts: „1. Juni 2019 bis 31. Dezember 2020“."""
    if version.until is None:
        return f"ab {written(version.in_force)}"
    if version.until == version.in_force:
        return f"{written(version.in_force)} (an keinem Tag)"
    return f"{written(version.in_force)} bis {written(last_day(version.until))}"


def valid(version: Version) -> str:
    """The same for a subtitle: „gültig vom 1. Juni 2019 bis 31. Dezember 2020“."""
    return f"gültig {'vom ' if version.until not in (None, version.in_force) else ''}{period(version)}"


def last_day(end: date) -> date:
    """The last day before the end."""
    return end - DAY


def since(start: date, day: date) -> str:
    """„seit 1. Juni 2019“; of what is still to come on the day, „ab …“."""
    return f"{'seit' if start <= day else 'ab'} {written(start)}"


def points(version: Version) -> tuple[str, ...]:
    """The points of its act that begin with the version, or end with it, on a day of their own; else none."""
    entry = version.entry
    if not isinstance(entry, Act):
        return ()
    turns = {part: _day_after(part.until) if version.expired else part.in_force for part in entry.part}
    whole = _day_after(entry.until) if version.expired else entry.in_force
    own = () if version.in_force == whole else entry.part
    return tuple(point for part in own if turns[part] == version.in_force for point in part.points)


def _day_after(last: date | None) -> date | None:
    """The day after the last one, if there is a last one."""
    return last + DAY if last else None


def called(version: Version) -> str:
    """What makes the version: „2. Änderung“, „Nr. 3 der 2. Änderung“, „Ende der 2. Änderung“."""
    found = points(version)
    name = f"{cited(found)} der {short(version.entry)}" if found else short(version.entry)
    return f"Ende {'von' if found else 'der'} {name}" if version.expired else name


def name(version: Version) -> str:
    """What makes the version, and from when it counts: „Nr. 3 der 2. Änderung, ab 1. Januar 2024“."""
    return fixed(f"{called(version)}, ab {written(version.in_force)}")


def cited(found: Sequence[str]) -> str:
    """Points of an act as people cite them: „Nr. 3“, „Nr. 3 und 4 b“."""
    words = " und ".join(filter(None, (", ".join(found[:-1]), found[-1])))
    return f"Nr. {words}" if words[:1].isdigit() else words

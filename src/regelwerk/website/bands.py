"""A version and today's date in; what must be said of its force, in words, out."""

from __future__ import annotations

from datetime import date, timedelta

from ..output.frame import written
from ..rulebook.timeline import Version


def force(version: Version, day: date) -> str:
    """The band above a text that is not in force; "" if it is."""
    start, end = written(version.in_force), version.until
    if end == version.in_force:
        return f"Diese Fassung galt an keinem Tag: Am {start} trat noch eine weitere Änderung in Kraft."
    if version.in_force > day:
        until = f" und gilt bis {written(last_day(end))}" if end else ""
        return f"Noch nicht in Kraft: Diese Fassung tritt am {start} in Kraft{until}."
    if end is not None and end <= day:
        return f"Außer Kraft seit {written(end)}: Diese Fassung galt vom {start} bis {written(last_day(end))}."
    return ""


def period(version: Version) -> str:
    """From when until when the version counts: „1. Juni 2019 bis 31. Dezember 2020“."""
    if version.until is None:
        return f"ab {written(version.in_force)}"
    if version.until == version.in_force:
        return f"{written(version.in_force)} (an keinem Tag)"
    return f"{written(version.in_force)} bis {written(last_day(version.until))}"


def last_day(end: date) -> date:
    """The last day before the end."""
    return end - timedelta(days=1)

"""Days in, as people write them in their language out."""

from __future__ import annotations

from datetime import date

from .messages import _


def shown(day: date | None) -> str:
    """The day for people: „2024-01-31“, in German „31.01.2024“; „?“ if nobody knows it."""
    if day is None:
        return "?"
    # How a day is written in figures: a translation may order them otherwise.
    return _("{year:04}-{month:02}-{day:02}").format(year=day.year, month=day.month, day=day.day)

"""Days in, as people write them in their language out; and how German texts name the months."""

from __future__ import annotations

from datetime import date, timedelta

from .messages import _

DAY = timedelta(days=1)

MONTHS = (
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
)
MONTH = "|".join((*MONTHS, "Jänner|Feber|Jan|Feb|Mär|Apr|Jun|Jul|Aug|Sept|Sep|Okt|Nov|Dez"))
"""A pattern for a month as German texts name it, in Austria too, in full or short without the full stop."""


def shown(day: date | None) -> str:
    """The day for people: „2024-01-31“, in German „31.01.2024“; „?“ if nobody knows it."""
    if day is None:
        return "?"
    # How a day is written in figures: a translation may order them otherwise.
    return _("{year:04}-{month:02}-{day:02}").format(year=day.year, month=day.month, day=day.day)

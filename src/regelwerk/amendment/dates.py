"""German dates in running text: text goes in, `datetime.date` comes out."""

from __future__ import annotations

import re
from datetime import date

from ..days import MONTH, MONTHS

_MONTH_NUMBER = {name[:3]: number for number, name in enumerate(MONTHS, start=1)} | {"Jän": 1}

DATE = rf"[0-9]{{1,2}}\.\s*(?:(?:{MONTH})\.?|[0-9]{{1,2}}\.)\s*[0-9]{{4}}"
"""A pattern for a full date: „3. Mai 2020“, „03.05.2020“."""


def find_dates(text: str) -> tuple[date, ...]:
    """The dates in `text`, in order. What looks like a date and is none („31. Februar 2020“) is left out."""
    return tuple(day for found in re.findall(DATE, text) if (day := _date(*re.findall(r"\w+", found))))


def _date(day: str, month: str, year: str) -> date | None:
    try:
        return date(int(year), int(month) if month.isdecimal() else _MONTH_NUMBER[month[:3]], int(day))
    except ValueError:
        return None

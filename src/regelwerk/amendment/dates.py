"""German dates in running text: text goes in, `datetime.date` comes out."""

from __future__ import annotations

import re
from datetime import date

from ..days import MONTH

_MONTH_NUMBER = {
    name: number
    for number, names in enumerate(
        ("Jan Jän", "Feb", "Mär", "Apr", "Mai", "Jun", "Jul", "Aug", "Sep", "Okt", "Nov", "Dez"), start=1
    )
    for name in names.split()
}

DATE = rf"[0-9]{{1,2}}\.\s*(?:(?:{MONTH})\.?|[0-9]{{1,2}}\.)\s*[0-9]{{4}}"
"""A pattern for a full date: „3. Mai 2020“, „03.05.2020“."""

_PARTS = re.compile(rf"([0-9]{{1,2}})\.\s*(?:({MONTH})\.?|([0-9]{{1,2}})\.)\s*([0-9]{{4}})")


def find_dates(text: str) -> tuple[date, ...]:
    """The dates in `text`, in order. What looks like a date and is none („31. Februar 2020“) is left out."""
    return tuple(day for match in _PARTS.finditer(text) if (day := _date(match)))


def _date(match: re.Match[str]) -> date | None:
    day, name, month, year = match.groups()
    try:
        return date(int(year), _MONTH_NUMBER[name[:3]] if name else int(month), int(day))
    except ValueError:
        return None

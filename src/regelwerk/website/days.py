"""A day in; as it stands in a page out."""

from __future__ import annotations

from datetime import date

from ..output import frame

_FIXED = "\N{NO-BREAK SPACE}"


def written(day: date) -> str:
    """The date as German texts write it; no line ends between its number and its month."""
    return frame.written(day).replace(" ", _FIXED, 1)

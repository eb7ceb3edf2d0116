"""Days and citations in; as they stand in a page out: no line ends between a sign and its number."""

from __future__ import annotations

import re
from datetime import date

from ..output import frame

_SIGN = re.compile(r"(?<=[0-9]\.) |(?<=§) |(?<=Nr\.) |(?<=Abs\.) |(?<=S\.) |(?<=Buchst\.) ")
_FIXED = "\N{NO-BREAK SPACE}"


def written(day: date) -> str:
    """The date as German texts write it: „1. Juni 2019“."""
    return fixed(frame.written(day))


def unbroken(words: str) -> str:
    """Words that stay on one line: „(Nr. 2 a)“."""
    return words.replace(" ", _FIXED)


def fixed(words: str) -> str:
    """Our own words, with fixed spaces in „§ 3 Abs. 2“, „Nr. 4“ and „5. Änderung“. Those of a law stay as they are."""
    return _SIGN.sub(_FIXED, words)

"""The day on which a single change takes effect, where it stands inside the sentence: a pattern for such words."""

from __future__ import annotations

import re

_DAY = r"[0-9]{1,2}\.\s?(?:[A-ZÄ][a-zä]+\.?|[0-9]{1,2}\.)\s?[0-9]{4}"

EFFECTIVE = re.compile(
    rf"(?:\b[Mm]it\s(?:Wirkung\s(?:vom|zum|ab(?:\sdem)?)|Ablauf\sdes)|\b[Aa]b(?:\sdem)?|\b[Zz]um|\b[Rr]ückwirkend\s(?:zum|ab(?:\sdem)?))"
    rf"\s{_DAY}"
)
"""„mit Wirkung vom 1. Januar 2027“, „mit Ablauf des 31. Dezember 2026“, „zum 1. Januar 2027“."""

"""Reading citations (Fundstellen) in all styles: in goes „§ 3 Abs. 2 S. 1 und Abs. 4“, out come `Citation`s.

A citation expression lists members, each a path of levels from the outside to the inside. What a member leaves out it
takes from the one before: „Absatz 2 Satz 3 und 5“. The words for levels are in `levels.py`; `segments.py` reads
one level, `expressions.py` whole lists.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..citation import Citation
from ..diagnostics import NotUnderstood, Source
from ..messages import _
from .expressions import LOOKBACK, Expression, entry
from .paths import Uncertain

_BECOMES = re.compile(r"\b(?:wird|werden|erhält|erhalten)\s+(?:zu[mr]?\s+)?(?:d(?:ie|en|er|em|as)\s+)?$")
_VERB = re.compile(
    r"\s+(?:wird|werden|ist|sind|erhält|erhalten|entfällt|entfallen|bleibt|bleiben|lautet|lauten|zu[mr]?)\b"
)
_ENTRIES_AFTER = re.compile(r"\s+betreffenden?\s+(?:Zeile|Angabe)n?\b")


@dataclass(frozen=True, slots=True)
class Scan:
    """A citation expression in a text: what it cites, in the order of the text, and the offset after it."""

    citations: tuple[Citation, ...]
    end: int


def scan_citations(text: str, start: int = 0) -> Scan | None:
    """The longest citation expression that begins exactly at `start` (with its article), None if none begins there.

    None too if it could be read in two ways. A title or a law named after a citation is no part of it.
    """
    try:
        return _scan(text, start)
    except Uncertain:
        return None


def parse_citation(text: str) -> Citation:
    """The citation that the whole text is. Raises NotUnderstood, pointing to what is no part of it."""
    if text == str(Citation()):
        return Citation()
    source = Source("", text)
    begin = len(text) - len(text.lstrip())
    example = _("Write for example „{example}“.").format(example="§ 3 Absatz 2 Satz 1 Nummer 4 Buchstabe a")
    try:
        scan = _scan(text, begin)
    except Uncertain as found:
        message = _("From here on the citation cannot be read with certainty.")
        hint = _("Name the level before each number: „Absatz 1 und Absatz 2 Satz 3“.")
        raise NotUnderstood.of(message, source.span(found.at), hint) from None
    if scan is None:
        raise NotUnderstood.of(_("Here a citation should begin."), source.span(begin), example)
    if text[scan.end :].strip():
        message = _("„{rest}“ is no part of a citation.").format(rest=text[scan.end :].strip())
        raise NotUnderstood.of(message, source.span(scan.end), example)
    if len(scan.citations) > 1:
        message = _("This cites {count} places, not one.").format(count=len(scan.citations))
        raise NotUnderstood.of(message, source.span(begin), _("Cite one of them."))
    return scan.citations[0]


def _scan(text: str, start: int) -> Scan | None:
    if start and text[start - 1].isalnum() and text[start : start + 1].isalnum():
        return None
    expression = Expression(text, start)
    if not expression.read():
        return None
    if _VERB.match(text, expression.end) and _BECOMES.search(text[max(0, start - LOOKBACK) : start]):
        expression.leave_subject_of_next_verb()
    paths = expression.paths
    if found := _ENTRIES_AFTER.match(text, expression.end):
        return Scan(tuple(Citation((entry(path).step,)) for path in paths), found.end())
    return Scan(tuple(Citation(tuple(named.step for named in path)) for path in paths), expression.end)

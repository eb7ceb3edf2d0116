"""What is doubtful about a text as a whole: its source and lines go in, findings come out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from ..diagnostics import Diagnostic, Source
from ..messages import _
from .labels import read_label
from .lines import Line

_TAG = re.compile(r"</?[a-z][a-z0-9]*(?:\s[^<>]*)?>")
_PAGE = re.compile(r"(?:Seite\s+[0-9]{1,3}(?:\s+von\s+[0-9]{1,3}.*)?|[-–]?\s?[0-9]{1,3}\s?[-–]?)")
_COLUMN_GAP = re.compile(r"[^|]*\S {3,}\S[^|]*\s\S[^|]*")
_OFTEN = 3
_SHORTEST_REPEATED = 12


def has_columns(text: str) -> bool:
    """Whether a text was set in two columns and reads across them: most of its full lines have a gap inside."""
    full = [line.strip() for line in text.split("\n") if len(line) > 60]
    gaps = sum("   " in line and _COLUMN_GAP.fullmatch(line) is not None for line in full)
    return len(full) > 40 and gaps > len(full) * 0.4


def doubts_of(source: Source, lines: Sequence[Line], title: str) -> Iterator[Diagnostic]:
    """What makes the reading of the whole text doubtful. Where a thing recurs, its first place is reported."""
    if has_columns(source.text):
        yield Diagnostic(
            _("This text is set in two columns and reads across them; its units were not recognised."),
            source.span(0, 0),
            _("Save the document as text with one column after the other."),
        )
    if not title:
        yield Diagnostic(_("No title was found."), source.span(0, 0), _("Write the title as the first line."))
    if tag := _TAG.search(source.text):
        yield Diagnostic(_("HTML tags were kept as text."), source.span(*tag.span()), _("Save the page as plain text."))
    if page := _page_line(lines):
        yield Diagnostic(
            _("This looks like the head or foot of a page and was kept as text."),
            page.span,
            _("Take such lines out of the text."),
        )


def _page_line(lines: Sequence[Line]) -> Line | None:
    """The first line that is a page number or comes again and again."""
    times = Counter(line.text for line in lines if len(line.text) >= _SHORTEST_REPEATED and not read_label(line.text))
    for line in lines:
        if _PAGE.fullmatch(line.text) or times[line.text] >= _OFTEN:
            return line
    return None

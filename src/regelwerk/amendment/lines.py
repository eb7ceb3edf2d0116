"""The lines of an act as its sentences need them: masked text goes in; where its lines begin and end comes out.

Lines that are broken by layout are put together again, text on one line is split at the labels of points.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .linekinds import kind_of_line
from .phrases import PLACE, any_of, is_command
from .points import Mark, read_labels
from .prose import Kind, kind_of_sentence

Range = tuple[int, int]
"""Where a passage begins and ends."""

_TERMINAL = re.compile(r"[.:;!?]\s*[“)]?$")
_ABBREVIATED = re.compile(
    r"(?<!\be\.)(?<!\be\.\s)\b"
    + any_of("Abs Nrn? Art S Amtl Anz BGBl GVBl Buchst Ziff vgl Bek d i V m bzw ca Dr Prof Az Str")
    + r"\.$"
)
_FUNCTION_WORD = any_of(r"""
    der die das des dem den am vom im in zu zur zum und oder von für mit durch nach gemäß bis bei auf an als sowie um
    ein eine[rnms]? folgende[rnms]? bisherige[nrs]? neue[nrs]? werden wird dass
""")
_UNFINISHED = re.compile(rf"\b{_FUNCTION_WORD}$|§$|\w-$")
_SENTENCE_WORD = any_of("In Im Nach Vor Hinter Dem Den Der Die Das Es An Am Auf Aufgrund Zu Für Folgende[rs]?")
_SENTENCE_START = re.compile(rf"{_SENTENCE_WORD}\s|§")
_INLINE_LABEL = re.compile(
    r"(?<=\s)(?:(?:Artikel|Art\.)\s*(?:[0-9]+|[IVXl]+)\b|§\s*[0-9]+(?=\s+(?:Die|Das|Diese|In|Inkraft))"
    r"|[IVX]+\.|[0-9]+[a-z]?\.|[a-z]{1,3}\))\s*"
    rf"(?=§|(?:{_SENTENCE_WORD}|in|Diese|Abs|Absatz|Absätze|Satz|Sätze|Nummer|Buchstabe|Ziffer|Anlage|Inkraft|Änderung"
    r"|[0-9]+\.|[a-z]\))[\s.a-z])"
)
_CUT_AFTER = any_of(r"""
    ersetzt gestrichen eingefügt angefügt aufgehoben entfällt entfallen Inkrafttreten geändert Artikel\s+[0-9IVXl]+
""")
_BEFORE_LABEL = re.compile(rf"(?:(?<!\be)\.|[:;“]|\b{_CUT_AFTER})$")
"""Not the first full stop of „e. V.“, after which „V.“ would be the number of a point."""


def read_lines(masked: str) -> Iterator[Range]:
    """The lines in their order; every character but white space is in one."""
    for line in _join(masked, _lines(masked)):
        yield from _split(masked, line)


def _lines(masked: str) -> Iterator[Range]:
    """The lines that are not blank, without white space around. A quotation over several lines is in one of them."""
    return ((m.start(), m.end()) for m in re.finditer(r"\S(?:.*\S)?", masked))


def _join(masked: str, lines: Iterator[Range]) -> Iterator[Range]:
    """The lines as sentences need them: what the layout broke is one again."""
    whole: Range | None = None
    for start, end in lines:
        if whole and _goes_on(masked, *whole, start, end):
            whole = whole[0], end
            continue
        if whole:
            yield whole
        whole = start, end
    if whole:
        yield whole


_LONGEST = 4000
"""Longer lines are not put together: no sentence is as long, and the work stays in proportion to the text."""


def _goes_on(masked: str, start: int, end: int, next_start: int, next_end: int) -> bool:
    """Whether the next line continues the sentence with which this one ends."""
    if end - start > _LONGEST:
        return False
    line, following = masked[start:end], masked[next_start:next_end]
    tail = _tail(masked, start, end)
    if tail.count("(") > tail.count(")"):
        return True
    if not tail or "|" in line or read_labels(masked, next_start, next_end):
        return False
    abbreviated = tail.endswith(".") and _ABBREVIATED.search(tail)
    if _TERMINAL.search(tail) and not abbreviated:
        return False
    if any(map(kind_of_line, (line, following, following.split(":")[0] + ":"))):
        return False
    if abbreviated or _UNFINISHED.search(tail):
        return True
    if re.match(r"[a-zäöü(]", following) or (tail.endswith(",") and not _SENTENCE_START.match(following)):
        return True
    if following.startswith("Dies") and kind_of_sentence(following) is Kind.IN_FORCE:
        return False
    begun = _SENTENCE_START.match(tail) and re.search(PLACE, tail) and not is_command(tail)
    return bool(begun) and not is_command(re.split(r"[.:]\s", following)[0])


def _tail(masked: str, start: int, end: int) -> str:
    """The last sentence of a line, as far as the line goes; "" if there are only labels."""
    labels = read_labels(masked, start, end)
    body = masked[labels[-1].end if labels else start : end].strip()
    ends = [match.end() for match in re.finditer(r"(?<=[a-zäöüß“)])(?<!\be)[.:]\s+(?=[A-ZÄÖÜ§„])", body)]
    return body[ends[-1] :] if ends else body


def _split(masked: str, line: Range) -> Iterator[Range]:
    """The parts of a line at the labels inside it that begin a command, a clause or an article."""
    start, end = line
    cuts = [match.start() for match in _INLINE_LABEL.finditer(masked, start + 1, end)]
    for index, cut in enumerate(cuts):
        following = cuts[index + 1] if index + 1 < len(cuts) else end
        before = masked[max(start, cut - 40) : cut].rstrip()
        if _BEFORE_LABEL.search(before) and _begins_point(masked, cut, following):
            yield trimmed(masked, start, cut)
            start = cut
    yield start, end


def trimmed(masked: str, start: int, end: int) -> Range:
    """The passage without white space around."""
    passage = masked[start:end]
    return end - len(passage.lstrip()), start + len(passage.rstrip())


def _begins_point(masked: str, start: int, end: int) -> bool:
    """Whether the passage begins with labels, and after them with a command or the like."""
    labels = read_labels(masked, start, end)
    if not labels:
        return False
    first = re.split(r"(?<=:)\s", masked[labels[-1].end : end].strip(), maxsplit=1)[0]
    return labels[0].mark is Mark.ARTIKEL or kind_of_sentence(first) in (Kind.COMMAND, Kind.CLAUSE, Kind.IN_FORCE)

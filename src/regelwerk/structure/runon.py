"""Text that arrives on one line goes in as lines; headings of §§ inside come out as lines of their own.

A „§ 5“ inside a line is a heading if it goes on with the numbers, if no line begins with this §, and if a title and
a text follow it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..citation import Level
from ..sentences import begins_sentence
from .headings import Heading, begins_text, cites_on, is_title, paragraph_number, read_heading
from .lines import Line, mend_words

_SIGN_INSIDE = re.compile(r"[§$8](?<=\s.)(?=\s?[1-9][0-9]{0,2}[a-z]?\s)")
_SIGNS = ("§", "Art", "Par", "$", "8")
_STOPS = tuple('.:;!?)“”"*')
_GROUP = r"(?:Abschnitt|Teil|Kapitel)"
_GROUP_BEFORE = re.compile(
    rf"""(?<=[.:;!?)“”"])\s+(?={_GROUP}\s(?:[0-9]+|[IVX]+)\s[^.:;]{{3,100}}$|(?:[IVX]+|[0-9]+)\.\s{_GROUP}\s[^.:;]{{3,100}}$)"""
)
_FIRST_ABSATZ = re.compile(r"\s(?=\(\s?1\s?\)\s)")
_SENTENCE_END = re.compile(r"[.:;]\s")
_WORD = re.compile(r"\S+")
_LONGEST_TITLE = 120


def split_run_on(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines, with the headings that stand inside a line, or run on into their text, set apart."""
    headings = [heading for line in lines if (heading := _paragraph(line.text))]
    own = {paragraph_number(heading.label) for heading in headings}
    untitled = _are_untitled(headings)
    found: list[Line] = []
    last = 0
    for line in lines:
        if not line.text.startswith(_SIGNS) and not _SIGN_INSIDE.search(line.text):
            found.append(line)
            continue
        heading = _paragraph(line.text) if untitled else None
        pieces = tuple(_parts(line.text, heading) if heading else _pieces(line.text, last, own))
        if len(pieces) == 1:
            found.append(line)
        else:
            found += (line._replace(text=mend_words(piece), after_blank=True) for piece in pieces)
        for piece in pieces:
            if heading := _paragraph(piece, last + 1):
                last = paragraph_number(heading.label)
    return tuple(found)


def _are_untitled(headings: Sequence[Heading]) -> bool:
    """Whether the §§ of a text have no titles: from § 1 on, sentences stand behind their numbers."""
    sentences = sum(begins_text(heading.title) for heading in headings)
    numbers = [paragraph_number(heading.label) for heading in headings]
    return len(headings) > 1 and sentences > len(headings) / 2 and numbers == [*range(1, len(headings) + 1)]


def _parts(text: str, heading: Heading) -> Iterator[str]:
    """The label of a § and the text behind it."""
    yield heading.label
    yield text[len(heading.label) :].lstrip()


def _paragraph(text: str, next_number: int = 0) -> Heading | None:
    """The heading of a § that the text begins with."""
    if not text.startswith(_SIGNS):
        return None
    heading = read_heading(text[:200], next_number)
    if heading is None or heading.level is not Level.PARAGRAF or cites_on(heading.title):
        return None
    return heading


def _pieces(text: str, last: int, own: set[int]) -> Iterator[str]:
    """The parts of a line that are lines of their own."""
    start = 0
    for begin in (0, *(sign.start() for sign in _SIGN_INSIDE.finditer(text))):
        heading = _paragraph(text[begin : begin + 300], last + 1)
        if heading is None:
            continue
        number = paragraph_number(heading.label)
        end = _title_end(heading.title)
        if not end or (begin and (number != last + 1 or number in own)):
            continue
        before = tuple(_before(text[start:begin].rstrip()))
        if begin and len(before) == 1 and not before[0].endswith(_STOPS):
            continue
        yield from before
        title = text.index(heading.title[:end], begin + len(heading.label.rstrip())) + end
        yield text[begin:title]
        start, last = title + 1, number
    yield text[start:]


def _title_end(text: str) -> int:
    """Where the title ends that a text begins with, 0 if nothing shows it: an Absatz or a sentence begins there."""
    absatz = _FIRST_ABSATZ.search(text, 0, _LONGEST_TITLE)
    if absatz and not _SENTENCE_END.search(text, 0, absatz.start()):
        return absatz.start()
    if is_title(text) and len(text) < _LONGEST_TITLE:
        return 0
    for word in list(_WORD.finditer(text, 0, _LONGEST_TITLE))[1:]:
        if begins_sentence(word[0]) and is_title(text[: word.start() - 1]):
            return word.start() - 1
    return 0


def _before(text: str) -> Iterator[str]:
    """The text before a § on the same line, with the heading of a group at its end set apart."""
    group = _GROUP_BEFORE.search(text)
    if group:
        yield text[: group.start()]
        yield text[group.end() :]
    elif text:
        yield text

"""Text that arrives on one line goes in as lines; headings of §§ inside come out as lines of their own.

A „§ 5“ inside a line is a heading if it goes on with the numbers, if no line begins with this §, and if a title and
a text follow it. In a text on one line a capital letter after it must do if nothing shows where its title ends; what
follows is then text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ..citation import Level
from ..sentences import begins_sentence
from .headings import ORDINAL, Heading, begins_text, cites_on, is_title, paragraph_number, read_heading
from .labels import read_label
from .lines import Line, mend_words
from .surroundings import ends_in_and, ends_phrase, leans_on

_SIGN_INSIDE = re.compile(r"[§$8A](?:(?<=\s[§$8])|(?<=\bA)rtikel\s)(?=\s?[1-9][0-9]{0,2}\s?[a-z]?[.:]?\s)")
_SIGNS = ("§", "Art", "Par", "$", "8")
_NEXT = re.compile(r"\s(?:[§$]\s?|Artikel\s)([0-9]+)(?=[.:]?\s)")
_TITLE_BEFORE = r"\s(?:[–-]\s)?[A-ZÄÖÜ0-9][^.:;]{2,100}$"
_GROUP = r"(?:[IVX]+|[A-Z]|[0-9]+)"
_GROUP_TITLE = re.compile(
    rf"""(?:^|(?<=\s))(?:(?P<word>(?:Abschnitt|Teil|Kapitel)\s{_GROUP}|(?:{_GROUP}\.|{ORDINAL})\s(?:Abschnitt|Teil|Kapitel))
    |[IVX]+\.|[A-Z]\.){_TITLE_BEFORE}""",
    re.VERBOSE,
)
_FRONT = re.compile(
    r"\s(?=(?:Präambel|Vorbemerkung(?:en)?|Inhalts(?:verzeichnis|übersicht))(?:\s[A-ZÄÖÜ§]|$))"
    r"|(?:(?<=\bPräambel)|(?<=\bVorbemerkung)|(?<=\bInhaltsverzeichnis)|(?<=\bInhaltsübersicht))\s(?=[A-ZÄÖÜ])"
)
_CITING = re.compile(r"\b(?:gemäß|gem\.|laut|siehe|vgl\.|entgegen|bis|bzw\.|§+)$")
_FIRST_ABSATZ = re.compile(r"\s(?=\(\s?1\s?\)\s)")
_FIRST_NUMBER = re.compile(r"1[.)]")
_SENTENCE_END = re.compile(r"[.:;]\s")
_WORD = re.compile(r"\S+")
_LONGEST_TITLE = 120
_ONE_LINE = 1000
"""A line longer than this is a text, or much of one, that lost its lines."""


def split_run_on(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines, with the headings that stand inside a line, or run on into their text, set apart."""
    headings = [(heading.label, line.text) for line in lines if (heading := _paragraph(line.text))]
    own = {paragraph_number(label) for label, _text in headings}
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


def _are_untitled(headings: Sequence[tuple[str, str]]) -> bool:
    """Whether the §§ of a text have no titles: from § 1 on, sentences stand behind their numbers."""
    sentences = sum(begins_text(text[len(label) :].lstrip()) for label, text in headings)
    numbers = [paragraph_number(label) for label, _text in headings]
    return len(headings) > 1 and sentences > len(headings) / 2 and numbers == [*range(1, len(headings) + 1)]


def _parts(text: str, heading: Heading) -> Iterator[str]:
    """The label of a § and the text behind it."""
    yield heading.label
    if rest := text[len(heading.label) :].lstrip():
        yield rest


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
    signs = [0, *(sign.start() for sign in _SIGN_INSIDE.finditer(text))]
    titled = {number: begin for begin in signs if (number := _titled(text, begin))} if len(text) > _ONE_LINE else None
    for begin in signs:
        heading = _paragraph(text[begin : begin + 300], last + 1)
        if heading is None or begin < start:
            continue
        number = paragraph_number(heading.label)
        if begin and (number in own or not _goes_on(number, last, titled)):
            continue
        end = _title_end(heading.title, number + 1)
        before = tuple(_before(text[start:begin].strip()))
        if begin and not _stands_after(before, last, one_line=titled is not None):
            continue
        if not end and (titled is None or titled.get(number, 0) > begin or not heading.title[:1].isupper()):
            continue
        yield from before
        title = text.index(heading.title[:end], begin + len(heading.label.rstrip())) + end
        yield text[begin:title].rstrip()
        start, last = title, number
    if rest := text[start:].strip():
        yield rest


def _titled(text: str, begin: int) -> int:
    """The number of the § with a title that stands here, 0 if there is none."""
    heading = _paragraph(text[begin : begin + 300])
    number = paragraph_number(heading.label) if heading else 0
    return number if heading and _title_end(heading.title, number + 1) else 0


def _goes_on(number: int, last: int, titled: dict[int, int] | None) -> bool:
    """Whether a § comes after the last. In a text on one line one can be missing, and its contents stand before it."""
    if number == last + 1 or titled is None:
        return number == last + 1
    missing = number == last + 2 and titled.get(last + 1, 0) < titled.get(number, 0)
    return number in titled and (number in (1, last) or missing)


def _stands_after(before: Sequence[str], last: int, one_line: bool) -> bool:
    """Whether a § can come after the text between the last and it: a sentence, a group, the beginning of the text.

    In a text on one line it can come after any text that does not lean on it.
    """
    if len(before) != 1 or ends_phrase(before[0]):
        return True
    return not _leans_on(before[0]) if one_line else last == 0 and not before[0].split()[-1][0].islower()


def _leans_on(before: str) -> bool:
    """Whether a text needs the § or group behind it: „nach“, „Satzung und“."""
    return leans_on(before) or ends_in_and(before) or _CITING.search(before) is not None


def _title_end(text: str, following: int) -> int:
    """Where the title ends that a text begins with, 0 if no Absatz, sentence or § shows it."""
    opened = next((sign for sign in _NEXT.finditer(text) if sign[1] in (str(following), "1")), None)
    if opened:
        text = text[: opened.start()]
        text = _FRONT.split(text)[0]
        group = _GROUP_TITLE.search(text)
        text = text[: group.start()].rstrip() if group else text
    absatz = _FIRST_ABSATZ.search(text, 0, _LONGEST_TITLE)
    if absatz and not _SENTENCE_END.search(text, 0, absatz.start()):
        return absatz.start()
    whole = is_title(text) and len(text) < _LONGEST_TITLE and not _SENTENCE_END.search(text)
    if whole and not opened:
        return 0
    for above, word in pairwise(_WORD.finditer(text, 0, _LONGEST_TITLE)):
        if _begins_text(text[word.start() :], above[0]) and is_title(text[: word.start() - 1]):
            return word.start() - 1
    return len(text) if whole else 0


def _begins_text(text: str, above: str) -> bool:
    """Whether the text of a § begins here, below a title that ends in `above`: „Der“, „1.“, „Beirat Beirat ist“."""
    word = text.split(maxsplit=1)[0]
    if _FIRST_NUMBER.fullmatch(word):
        return read_label(text) is not None
    return begins_sentence(word) or (above.istitle() and word.startswith(above))


def _before(text: str) -> Iterator[str]:
    """The text before a § on the same line, with the titles of preamble and contents and the group at its end apart."""
    *front, last = _FRONT.split(text)
    yield from front
    start = 0
    while group := _GROUP_TITLE.search(last, start):
        above, start = last[: group.start()].rstrip(), group.start() + 1
        if not above or ends_phrase(above) or (group["word"] and not _leans_on(above)):
            yield from filter(None, (above, group[0]))
            return
    if last:
        yield last

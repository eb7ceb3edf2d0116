"""Paragraphs of a PDF go in, units of the proposal come out: broken words made whole, labels and doubts in place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..messages import _
from ..structure.headings import read_heading
from ..structure.lines import join
from .columns import Line
from .measures import Measures
from .paragraphs import Paragraph
from .proposal import Remark, Unit, quoted
from .rows import Row
from .tables import Grid, label_end

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LIKE_A_PAIR = {"sowie", "dennoch"}
"""Words whose end is a word that joins others: „so- wie“ is no pair like „Haupt- und“."""
_BROKEN = re.compile(r"(?P<head>[^\W\d_]+)-$")


def units_of(
    paragraphs: Sequence[Paragraph], measures: Measures, grid: Grid, struck: Mapping[Line, str]
) -> tuple[list[Unit], tuple[Remark, ...]]:
    """The units, and a remark on all words that were put together over the ends of lines without proof."""
    known = frozenset(word for p in paragraphs for line in p.lines for word in _inner_words(line.row.text))
    made = [
        _unit(paragraph, above, measures, grid, struck, known)
        for paragraph, above in zip(paragraphs, (None, *paragraphs), strict=False)
    ]
    return [unit for unit, _guesses in made], tuple(_together([g for _unit, guesses in made for g in guesses]))


@dataclass(frozen=True, slots=True)
class _Guess:
    """A word over the end of a line that stands whole nowhere else. `kept`: its hyphen was taken for one of its own."""

    page: int
    word: str
    kept: bool

    def remark(self) -> Remark:
        """What to say of it at its place."""
        if self.kept:
            message = _("Page {page}: the hyphen at the end of a line was kept: {word}.")
            hint = _("Look whether it is written without a hyphen.")
        else:
            message = _("Page {page}: a word broken at the end of a line was put together: {word}.")
            hint = _("Look whether it is written with a hyphen.")
        return Remark(message.format(page=self.page, word=quoted(self.word)), hint, self.word)


def _together(guesses: Sequence[_Guess]) -> Iterator[Remark]:
    """What to say of all of them at once."""
    mended = ", ".join(dict.fromkeys(guess.word for guess in guesses if not guess.kept))
    kept = ", ".join(dict.fromkeys(guess.word for guess in guesses if guess.kept))
    if mended:
        message = _("Words broken at the end of a line were put together: {words}.")
        yield Remark(message.format(words=mended), _("Look whether one of them is written with a hyphen."))
    if kept:
        message = _("The hyphen at the end of a line was kept: {words}.")
        yield Remark(message.format(words=kept), _("Look whether one of them is written without a hyphen."))


def _joined(text: str, row: Row, known: frozenset[str]) -> tuple[str, _Guess | None]:
    """A text and its next line in one, and the word that was guessed for that.

    A word that stands elsewhere with its hyphen keeps it.
    """
    head, tail = _BROKEN.search(text), _WORD.match(row.text)
    if head is None or tail is None:
        return join(text, row.text), None
    whole, hyphened = head["head"] + tail[0], f"{head['head']}-{tail[0]}"
    if hyphened in known and whole not in known:
        return text + row.text, None
    joined = text[:-1] + row.text if whole in known | _LIKE_A_PAIR else join(text, row.text)
    if whole in known:
        return joined, None
    if not joined.startswith(text):
        return joined, _Guess(row.page, whole, kept=False)
    return joined, _Guess(row.page, hyphened, kept=True) if whole.isupper() else None


def _inner_words(text: str) -> Iterator[str]:
    """The words of a line that are surely whole: not at its ends."""
    words = list(_WORD.finditer(text))
    yield from (word[0] for word in words if word.start() > 0 and word.end() < len(text))


def _unit(
    paragraph: Paragraph,
    above: Paragraph | None,
    measures: Measures,
    grid: Grid,
    struck: Mapping[Line, str],
    known: frozenset[str],
) -> tuple[Unit, list[_Guess]]:
    first = paragraph.lines[0]
    remarks = list(_remarks(paragraph, struck))
    if paragraph.is_row:
        apart = above is None or not above.is_row
        if first not in grid.contents and apart:
            message = _("Page {page}: read as a table; each of its lines became a row.")
            remarks.append(Remark(message.format(page=first.row.page)))
        return Unit(grid.rows[first], apart=apart, remarks=tuple(remarks)), []
    text, guesses = first.row.text, []
    for line in paragraph.lines[1:]:
        text, guess = _joined(text, line.row, known)
        guesses += [guess] if guess else []
    end = label_end(text)
    if "\t" in text[end:]:
        message = _("Page {page}: a wide gap in the line; is this a table?").format(page=first.row.page)
        remarks.append(Remark(message))
    indent = 0 if measures.is_heading(first) else max(0, round(measures.left(first) / measures.size * 2))
    mended = tuple(guess.remark() for guess in guesses)
    return Unit(text.replace("\t", " "), indent, not _is_bare_label(above), tuple(remarks), mended), guesses


def _is_bare_label(paragraph: Paragraph | None) -> bool:
    """Whether a paragraph is only „§ 3“ or „Abschnitt I“: its title stands below."""
    heading = read_heading(paragraph.lines[0].row.text) if paragraph and len(paragraph.lines) == 1 else None
    return heading is not None and bool(heading.label) and not heading.title


def _remarks(paragraph: Paragraph, struck: Mapping[Line, str]) -> Iterator[Remark]:
    for line in paragraph.lines:
        if struck[line]:
            message = _("Page {page}: struck through, but kept in the proposal: {text}.")
            hint = _("Delete it if it is no longer part of the text.")
            yield Remark(message.format(page=line.row.page, text=quoted(struck[line])), hint, struck[line])
    for line in paragraph.doubts:
        message = _("Page {page}: does {text} begin a unit, or go on with the text above it?")
        yield Remark(message.format(page=line.row.page, text=quoted(line.row.text)))

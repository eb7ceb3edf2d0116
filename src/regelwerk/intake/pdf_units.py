"""Paragraphs of a PDF go in, units of the proposal come out: broken words made whole, labels and doubts in place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ..messages import _
from ..structure.headings import read_heading
from ..structure.lines import join
from .columns import Line
from .measures import Measures
from .paragraphs import Paragraph
from .proposal import Remark, Unit, quoted
from .tables import Grid, label_end

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LIKE_A_PAIR = {"sowie", "dennoch"}
"""Words whose end is a word that joins others: „so- wie“ is no pair like „Haupt- und“."""
_BROKEN = re.compile(r"(?P<head>[^\W\d_]+)-$")


def units_of(
    paragraphs: Sequence[Paragraph], measures: Measures, grid: Grid, struck: Mapping[Line, str]
) -> tuple[list[Unit], tuple[Remark, ...]]:
    """The units, and a remark on the words that were put together over the ends of lines."""
    mender = Mender(frozenset(word for p in paragraphs for line in p.lines for word in _inner_words(line.row.text)))
    units: list[Unit] = []
    for paragraph, above in zip(paragraphs, (None, *paragraphs), strict=False):
        units.append(_unit(paragraph, above, measures, grid, struck, mender))
    return units, tuple(mender.remarks())


@dataclass(slots=True)
class Mender:
    """Puts lines together. `known`: words that stand whole in the text.

    `guessed`: words made whole without proof; `kept`: words in capitals whose hyphen was kept without proof.
    """

    known: frozenset[str]
    guessed: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)

    def join(self, text: str, more: str) -> str:
        """Two lines in one. A word that stands elsewhere with its hyphen keeps it."""
        head, tail = _BROKEN.search(text), _WORD.match(more)
        if head is None or tail is None:
            return join(text, more)
        whole, hyphened = head["head"] + tail[0], f"{head['head']}-{tail[0]}"
        if hyphened in self.known and whole not in self.known:
            return text + more
        joined = text[:-1] + more if whole in self.known | _LIKE_A_PAIR else join(text, more)
        if whole not in self.known and not joined.startswith(text):
            self.guessed.append(whole)
        if whole not in self.known and whole.isupper() and joined.startswith(text):
            self.kept.append(hyphened)
        return joined

    def remarks(self) -> Iterator[Remark]:
        for words, message, hint in (
            (
                self.guessed,
                _("Words broken at the end of a line were put together: {words}."),
                _("Look whether one of them is written with a hyphen."),
            ),
            (
                self.kept,
                _("The hyphen at the end of a line was kept: {words}."),
                _("Look whether one of them is written without a hyphen."),
            ),
        ):
            if words:
                yield Remark(message.format(words=", ".join(dict.fromkeys(words))), hint)


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
    mender: Mender,
) -> Unit:
    first = paragraph.lines[0]
    remarks = list(_remarks(paragraph, struck))
    if paragraph.is_row:
        apart = above is None or not above.is_row
        if first not in grid.contents and apart:
            message = _("Page {page}: read as a table; each of its lines became a row.")
            remarks.append(Remark(message.format(page=first.row.page)))
        return Unit(grid.rows[first], apart=apart, remarks=tuple(remarks))
    text = ""
    for line in paragraph.lines:
        text = mender.join(text, line.row.text) if text else line.row.text
    end = label_end(text)
    if "\t" in text[end:]:
        message = _("Page {page}: a wide gap in the line; is this a table?").format(page=first.row.page)
        remarks.append(Remark(message))
    indent = 0 if measures.is_heading(first) else max(0, round(measures.left(first) / measures.size * 2))
    return Unit(text.replace("\t", " "), indent, not _is_bare_label(above), tuple(remarks))


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

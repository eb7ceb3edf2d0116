"""The text of an act made ready for reading: a source goes in; its plain text, quotations and masked text come out."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from ..commands import NewText, Quote
from ..diagnostics import Source, Span
from .marks import without_marks, words
from .quotes import Quotation, Quotations, find_quotations


@dataclass(frozen=True, slots=True)
class ActText:
    """`plain`: the source without Markdown and such. `masked`: „xxx“ for each quotation. Same offsets in all."""

    source: Source
    plain: Source
    masked: str
    quotations: Quotations

    def span(self, start: int, end: int) -> Span:
        """The passage, in the plain text."""
        return self.plain.span(start, end)

    def words(self, start: int, end: int) -> str:
        """The words of the passage, verbatim, without marks and without white space around."""
        return words(self.source, self.plain, start, end).strip()

    def new_text(self, start: int, end: int) -> NewText:
        """The passage as new wording."""
        return NewText(self.words(start, end), self.span(start, end))

    def quotations_in(self, start: int, end: int) -> tuple[Quotation, ...]:
        """The quotations that lie in the passage."""
        found = self.quotations.found
        first = bisect_left(found, start, key=lambda q: q.start)
        last = bisect_right(found, end, key=lambda q: q.end)
        return found[first:last]

    def quotes_in(self, start: int, end: int) -> tuple[Quote, ...]:
        """The same, as the reader of commands takes them."""
        return tuple(
            Quote(words(self.source, self.plain, q.inner_start, q.inner_end), self.span(q.start, q.end))
            for q in self.quotations_in(start, end)
        )


def prepare(source: Source) -> ActText:
    """The act without its marks, its quotations found. Never raises."""
    plain = without_marks(source)
    quotations = find_quotations(plain.text)
    return ActText(source, plain, _mask(plain.text, quotations), quotations)


def _mask(text: str, quotations: Quotations) -> str:
    parts = []
    done = 0
    for quotation in quotations.found:
        parts.append(text[done : quotation.start])
        parts.append("„" + "x" * (quotation.end - quotation.start - 2) + "“")
        done = quotation.end
    return "".join((*parts, text[done:]))

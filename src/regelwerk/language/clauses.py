"""What a clause of an act is: a verb and its parts. `parts.py` reads it, `verbs.py` says what it means.

German puts what belongs to a verb in any order, so each part has a role, given by its preposition, and things: places,
words, or the promise of new text.
"""

from __future__ import annotations

from dataclasses import dataclass

from ..citation import Citation
from ..commands import NewText, Words
from ..diagnostics import Span
from .lexicon import Kind, Operation, Role
from .tokens import Token


@dataclass(frozen=True, slots=True)
class Units:
    """Places of the text. `fresh`: they are still to come, „folgender Absatz 4“, then `text` may be their wording.

    `heading`: printed after the number. `title`: the name, if a whole text is meant. `label`: only the printed number;
    `wording`: only the words, „der Wortlaut des § 8“.
    """

    citations: tuple[Citation, ...]
    span: Span
    fresh: bool = False
    text: NewText | None = None
    heading: NewText | None = None
    title: str = ""
    label: bool = False
    wording: bool = False


@dataclass(frozen=True, slots=True)
class Here:
    """„wie folgt“, „folgende Fassung“: the new text after the sentence; or in the `annex` named."""

    span: Span
    annex: str = ""


Thing = Units | Words | Here


@dataclass(frozen=True, slots=True)
class Part:
    """What stands under one preposition. `article`: of its first thing. `joined`: „und“ or a comma leads to it."""

    role: Role
    things: tuple[Thing, ...]
    joined: bool = False
    each: bool = False
    article: str = ""

    @property
    def span(self) -> Span:
        return hull(*(thing.span for thing in self.things))


@dataclass(frozen=True, slots=True)
class Clause:
    """A verb and what belongs to it.

    `new`: the new text after the sentence. `marks`: the words around that say how: „jeweils“, „am Ende“, „bisher“.
    """

    operation: Operation
    span: Span
    parts: tuple[Part, ...]
    new: NewText | None = None
    marks: tuple[Token, ...] = ()

    def marked(self, kind: Kind) -> bool:
        """Whether the clause has a mark of this kind."""
        return any(mark.symbol is kind for mark in self.marks)

    @property
    def promises(self) -> tuple[Here, ...]:
        """Each „wie folgt“, „folgende Fassung“ in it, in order."""
        return tuple(thing for part in self.parts for thing in part.things if isinstance(thing, Here))

    @property
    def each(self) -> bool:
        """Whether „jeweils“ stands anywhere in it."""
        return self.marked(Kind.EACH) or any(part.each for part in self.parts)


def hull(*spans: Span) -> Span:
    """The passage from the first to the last of the spans."""
    return Span(spans[0].source, min(span.start for span in spans), max(span.end for span in spans))

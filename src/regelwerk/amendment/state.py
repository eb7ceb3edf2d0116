"""Where the reader of an act stands: the next passage, the point, the text being amended, and what was found so far."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from ..citation import STANDING_ALONE, Citation
from ..diagnostics import Diagnostic, Span
from ..messages import _
from .acttext import ActText
from .items import ActReading, Item, Placed, Portion
from .newtext import run_end
from .passages import Passage
from .phrases import PLACE
from .points import Mark, Path, advance
from .prose import Kind
from .scope import differ, places_in, same_name

_PLACE = re.compile(PLACE)
_LEADING_ARTICLE = re.compile(r"^(?:[Dd](?:ie|as|er|en|em)|Dazu\s+w[ie]rden?\s+die)\s+")


class State:
    """A cursor over the passages. `skips` says where to go on after an index.

    `home`: the part that a clause, a heading or an article has opened; `guest`: the point whose sentence has named the
    text of another. `opened`: the point whose verb is meant for the points below it, and that verb.
    `begun`: a command has been read; `ended`: signatures and the like have begun.
    """

    def __init__(self, act: ActText, passages: Sequence[Passage]) -> None:
        self.act = act
        self.passages = passages
        self.at = 0
        self.skips: dict[int, int] = {}
        self.path: Path = ()
        self.article: str | None = None
        self.part = self.home = Portion()
        self.guest: Path | None = None
        self.reading = ActReading(parts=[self.part])
        self._governing: str | tuple[Citation, ...] = ()
        self.begun = self.ended = False
        self.opened: tuple[Path, str] | None = None
        self._reported: set[int] = set()

    def next(self) -> Passage | None:
        """The next passage; the cursor moves behind it."""
        self.at = self.skips.pop(self.at, self.at)
        passage = self.peek()
        self.at += 1
        return passage

    def peek(self) -> Passage | None:
        """The passage that would be next."""
        return self.passages[self.at] if self.at < len(self.passages) else None

    def masked(self, passage: Passage) -> str:
        """The masked words of a passage."""
        return self.act.masked[passage.start : passage.end]

    def span(self, passage: Passage) -> Span:
        """The passage without its labels."""
        return self.act.span(passage.start, passage.end)

    @property
    def governing(self) -> tuple[Citation, ...]:
        """The places named last."""
        if isinstance(self._governing, str):
            self._governing = places_in(self._governing)
        return self._governing

    def govern(self, naming: str | tuple[Citation, ...]) -> None:
        """Keep places, or a sentence that may name some, for text that says nothing of its place itself."""
        if not isinstance(naming, str) or _PLACE.search(naming):
            self._governing = naming

    def run(self) -> Sequence[Passage]:
        """The passages from the cursor on that are one block of text, quoted or not; the cursor moves behind them."""
        start = self.at
        following = self.peek()
        quoted = following is not None and following.kind is Kind.QUOTE
        self.at = start + 1 if quoted else run_end(self.passages, start)
        return self.passages[start : self.at]

    def enter(self, passage: Passage) -> None:
        """Go to the point with the labels of the passage."""
        if passage.labels:
            self.path = advance(self.path, passage.labels)
            self.article = next((label.number for label in self.path if label.mark is Mark.ARTIKEL), self.article)

    def is_below(self, passage: Passage, point: Path) -> bool:
        """Whether the passage is a point inside another."""
        path = advance(point, passage.labels)
        return bool(passage.labels) and len(path) > len(point) and path[: len(point)] == point

    @property
    def heading(self) -> Placed | None:
        """The last place that stood as a heading in the part about this text."""
        return next((item for item in reversed(self.part.items) if isinstance(item, Placed)), None)

    def leave_numbering(self) -> None:
        """Go back to the point where the last place stood as a heading: another heading ends what is numbered below."""
        headings = (item.path for item in reversed(self.part.items) if isinstance(item, Placed))
        self.path = next((path for path in headings if self.path[: len(path)] == path), self.path)

    def add(self, item: Item) -> None:
        """Keep an item of the text being amended."""
        self.begun = True
        self.part.article = self.part.article or self.article
        self.part.items.append(item)

    def refuse(self, passage: Passage, message: str, hint: str) -> None:
        """Keep a diagnostic about a passage."""
        self.part.diagnostics.append(Diagnostic(message, self.span(passage), hint))

    def quotes_sound(self, start: int, end: int) -> bool:
        """Whether every quotation mark in the passage has its partner. Those without one are reported, once."""
        quotations = self.act.quotations
        unclosed = _within(quotations.unclosed, start, end)
        unopened = _within(quotations.unopened, start, end)
        for at in sorted({*unclosed, *unopened} - self._reported):
            message, hint = _unclosed() if at in unclosed else _unopened(self.act.masked[:at])
            self.part.diagnostics.append(Diagnostic(message, self.act.span(at, at + 1), hint))
        self._reported.update(unclosed, unopened)
        return not unclosed and not unopened

    def visit(self, name: str, path: Path) -> None:
        """Go on with the part about a text that only the sentence of this point names."""
        home = self.home
        self.select(name)
        self.guest = None if self.part is home else path
        self.home = home

    def refuse_astray(self, passage: Passage) -> None:
        """Refuse a sentence that may be about the text that a point above names, or about the act's own again."""
        if self.guest is None or not self.home.name:
            return
        inside = self.path[: len(self.guest)] == self.guest
        named = places_in(self.masked(passage))
        below = bool(named and named[0].steps) and named[0].steps[0].level not in STANDING_ALONE
        if below or (inside and (len(self.path) > len(self.guest) or not passage.begins_line)):
            return
        message = _("It is not clear which text this is about: „{first}“ or „{second}“.").format(
            first=self.home.name, second=self.part.name
        )
        hint = _("Name the text in the sentence: „In § 3 der Satzung wird …“")
        for part in (self.home, self.part):
            part.diagnostics.append(Diagnostic(message, self.span(passage), hint))

    def select(self, name: str | None, clause: Span | None = None) -> None:
        """Go on with the part about the text of this name.

        A citation clause with another name begins a new one, and so does an article if its name is surely another.
        """
        if name is None:
            return
        name = _LEADING_ARTICLE.sub("", name)
        parts = self.reading.parts
        fitting = [p for p in parts if same_name(p.name, name) and (not clause or not p.clause or p.name == name)]
        fitting = [p for p in fitting if p.article in (None, self.article) or not differ(p.name, name)]
        if not fitting:
            fitting = [Portion()]
            parts.extend(fitting)
        self.part = self.part if self.part in fitting else fitting[0]
        if not self.part.name or (clause and not self.part.clause):
            self.part.name = name
        self.part.clause = self.part.clause or clause
        self.home, self.guest = self.part, None


def _within(offsets: tuple[int, ...], start: int, end: int) -> tuple[int, ...]:
    return offsets[bisect_left(offsets, start) : bisect_left(offsets, end)]


def _unclosed() -> tuple[str, str]:
    return _("This quotation mark is never closed."), _("Put the closing mark where the quoted text ends.")


_AFTER_COLON = re.compile(r":\s*([^\s„“][^„“:]*)$")


def _unopened(before: str) -> tuple[str, str]:
    """The hint names the words after the last colon, if no quotation stands between."""
    message, hint = (
        _("This closing quotation mark has no opening one."),
        _("Put the opening mark where the quoted text begins."),
    )
    if quoted := _AFTER_COLON.search(before):
        words = " ".join(quoted[1].split()[:4])
        hint = _("Put the opening mark where the quoted text begins, perhaps before „{words} …“.").format(words=words)
    return message, hint

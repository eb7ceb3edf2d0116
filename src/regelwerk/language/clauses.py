"""What a clause of an act is: a verb and its parts. `parts.py` reads it, `verbs.py` says what it means.

German puts what belongs to a verb in any order, so each part has a role, given by its preposition, and things: places,
words, or the promise of new text.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..citation import Citation
from ..commands import NewText, Words
from ..diagnostics import NotUnderstood, Span
from ..messages import _
from .lexicon import Kind, Operation, Role
from .tokens import Token

WHERE = (Role.IN, Role.AT, Role.BESIDE)
PLACES = (*WHERE, Role.THEME)
"""The roles in which a clause names where it acts: „in § 3“, and as its subject „§ 3“."""

_PLACES_ONLY = (Role.AT, Role.BESIDE)


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

    @property
    def words(self) -> list[Words]:
        """The words among its things."""
        return [thing for thing in self.things if isinstance(thing, Words)]

    @property
    def units(self) -> list[Units]:
        """The places among its things."""
        return [thing for thing in self.things if isinstance(thing, Units)]


def units_in(parts: Iterable[Part]) -> list[Units]:
    """All places in the parts, in order."""
    return [unit for part in parts for unit in part.units]


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

    def words(self, *roles: Role) -> list[Words]:
        """All words in these roles, in order; in any role if none is named."""
        return [words for part in self.parts if not roles or part.role in roles for words in part.words]

    def units(self, *roles: Role) -> list[Units]:
        """All places in these roles, in order; in any role if none is named."""
        return units_in(part for part in self.parts if not roles or part.role in roles)

    def texts(self, units: Iterable[Units], words: Iterable[Words]) -> list[NewText]:
        """What the clause itself quotes as new text: texts of units, and words; not the text after the sentence."""
        promised = self.new.span if self.new else None
        quoted = [NewText(each.text, each.span) for each in words if each.span != promised]
        return [*(unit.text for unit in units if unit.text), *quoted]

    def new_text(self, inline: Sequence[NewText] = ()) -> NewText:
        """The new text: what follows the sentence, else what the clause itself quotes. Refused unless it is one."""
        candidates = [*([self.new] if self.new else []), *inline]
        if len(candidates) == 1:
            return candidates[0]
        if candidates:
            raise NotUnderstood.of(
                _("Here are two texts, and it is not said which is the new one."),
                candidates[1].span,
                _("Quote one of them."),
            )
        raise NotUnderstood.of(
            _("The new text is missing."),
            self.span,
            _("Put it after a colon in quotation marks: „… wie folgt gefasst: „…““."),
        )

    def reject(self, passages: Iterable[Thing | Part | NewText | Token]) -> None:
        """Refuse what says nothing with this verb: the first of the passages."""
        for passage in passages:
            message, words = _("„{words}“ does not fit the verb „{verb}“."), _bare(passage.span.text)
            hint = _("Say one change per sentence: place, words in quotation marks, verb.")
            raise NotUnderstood.of(message.format(words=words, verb=self.operation.value), passage.span, hint)

    def reject_marks(self, *kinds: Kind) -> None:
        """Refuse marks that say nothing with this verb: „§ 3 wird am Ende gestrichen“."""
        self.reject(mark for mark in self.marks if mark.symbol in kinds)

    def reject_texts(self, units: Iterable[Units]) -> None:
        """Refuse texts and labels quoted with places where they say nothing: „In der Überschrift „X“ wird …“."""
        self.reject(unit.text or unit for unit in units if unit.label or unit.text)

    def reject_roles_but(self, *allowed: Role) -> None:
        """Refuse parts whose preposition is not `allowed`, and words where the preposition leads to a place."""
        self.reject(p for p in self.parts if p.role not in allowed or (p.role in _PLACES_ONLY and p.words))

    def reject_new_text(self) -> None:
        """Refuse new text after the sentence if nothing in it leads there."""
        if self.new:
            raise NotUnderstood.of(
                _("Nothing in the command leads to this text."),
                self.new.span,
                _("Say what is done with it: „… wird wie folgt gefasst:“."),
            )


def _bare(text: str) -> str:
    return text[1:-1] if text[0] == "„" and text.count("„") == 1 else text


def hull(*spans: Span) -> Span:
    """The passage from the first to the last of the spans."""
    if len(spans) == 1:
        return spans[0]
    return Span(spans[0].source, min(span.start for span in spans), max(span.end for span in spans))

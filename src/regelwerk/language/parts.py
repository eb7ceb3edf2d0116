"""The parts of one clause: its tokens go in, a `Clause` comes out. Noun phrases are read in `nounphrases.py`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ..commands import Words
from .clauses import Clause, Part, Thing, Units, hull
from .cursor import Cursor
from .lexicon import Kind, Operation, Role
from .nounphrases import DATIVE, NounPhrase, read_phrase, skip_bracket
from .tokens import Token

_SHIFTS = (Operation.SHIFT, Operation.SHIFT_UP, Operation.SHIFT_DOWN)
_IN_THE_MIDDLE = (*_SHIFTS, Operation.RECEIVE, Operation.READ, Operation.RENUMBER)
"""Verbs that may stand before what they are about; after any other, unless it begins the clause, nothing is joined."""
_MARKS = (
    Kind.START, Kind.END, Kind.OCCURRENCE, Kind.FORMERLY, Kind.HENCEFORTH, Kind.HYPOTHETICAL, Kind.PRONOUN,
    Kind.ANEW, Kind.COLON,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Joined:
    """A noun phrase and how it is joined to the one before: „und“, „und werden“. `each`: „jeweils“ stands before it."""

    phrase: NounPhrase
    joint: bool
    verb: bool
    each: bool
    each_after: bool = False


def read_clause(tokens: Sequence[Token]) -> Clause:
    """The clause that the tokens make up. Raises NotUnderstood at the first token that fits nowhere."""
    reader = _Reader(Cursor(tokens))
    reader.read()
    parts = _parts(reader.phrases)
    operation = reader.operation or _unsaid(parts, reader.marks)
    span = hull(*(token.span for token in tokens if token.symbol is not Kind.BLOCK))
    return Clause(operation, span, tuple(parts), reader.cursor.new, tuple(reader.marks))


@dataclass(slots=True)
class _Reader:
    """Takes the tokens of a clause: noun phrases, marks, and between them joints and verbs."""

    cursor: Cursor
    phrases: list[_Joined] = field(default_factory=list)
    marks: list[Token] = field(default_factory=list)
    operation: Operation | None = None
    joint: Token | None = None
    helper: bool = False
    each: bool = False
    closed: bool = False
    ended: bool = False

    def read(self) -> None:
        """Take all tokens."""
        cursor = self.cursor
        while token := cursor.peek():
            match token.symbol:
                case Kind.AND | Kind.COMMA:
                    self._take_joint(cursor.next())
                case Kind.AUXILIARY | Operation():
                    self._take_verb(cursor.next())
                case Kind.EACH:
                    self._take_each(cursor.next())
                case Kind.BLOCK:
                    self._take_new_text(cursor.next())
                case Kind.FILLER | Kind.STOP:
                    cursor.next()
                case symbol if symbol in _MARKS or (symbol is Kind.BRACKET and self.operation in _SHIFTS):
                    self.marks.append(cursor.next())  # there a bracket explains how numbers move
                case _ if not skip_bracket(cursor):
                    self._take_phrase()

    def _take_joint(self, token: Token) -> None:
        if self.helper:
            raise self.cursor.misfit(token)
        self.joint = token

    def _take_verb(self, token: Token) -> None:
        """„und werden“ goes on with something else; „§ 3, Abs. 2, wird“ ends an insertion."""
        goes_on = token.symbol is Kind.AUXILIARY and self._has_theme()
        if self.joint and self.joint.symbol is Kind.AND and not goes_on:
            raise self.cursor.misfit(self.joint)
        if self.joint and self.joint.symbol is Kind.COMMA:
            self.joint = None
        self.helper = token.symbol is Kind.AUXILIARY
        if isinstance(token.symbol, Operation):
            if self.operation:
                raise self.cursor.misfit(token)
            self.operation = token.symbol
            self.closed = bool(self.phrases) and token.symbol not in _IN_THE_MIDDLE
        else:
            self.marks.append(token)

    def _take_each(self, token: Token) -> None:
        """„jeweils“ before everything is meant for everything, else for what it stands beside."""
        if not self._has_theme():
            self.marks.append(token)
        elif self.joint or self.phrases[-1].phrase.role:
            self.each = True
        else:
            self.phrases[-1] = replace(self.phrases[-1], each_after=True)

    def _take_new_text(self, token: Token) -> None:
        if self.ended:
            raise self.cursor.misfit(token)
        self.ended = True

    def _take_phrase(self) -> None:
        if self.ended or (self.joint and self.closed):
            raise self.cursor.misfit()
        phrase = read_phrase(self.cursor)
        self.phrases.append(_Joined(phrase, self.joint is not None, self.helper, self.each))
        self.joint, self.helper, self.each = None, False, False

    def _has_theme(self) -> bool:
        return any(joined.phrase.role is None for joined in self.phrases)


def _unsaid(parts: Sequence[Part], marks: Sequence[Token]) -> Operation:
    """What is ordered without a verb of its own: „In § 6 wird Absatz 2 zu Absatz 3“, „In § 6 statt „A“ „B““."""
    if {Role.INSTEAD, Role.THEME} <= {part.role for part in parts if part.words}:
        return Operation.REPLACE
    symbols = [mark.symbol for mark in marks]
    units = [part for part in parts if part.role in (Role.THEME, Role.TO) and isinstance(part.things[0], Units)]
    return Operation.RENUMBER if len(units) == 2 and Kind.AUXILIARY in symbols else Operation.NONE


def _parts(phrases: Sequence[_Joined]) -> list[Part]:
    """The phrases as parts: „und“ leads on under the same preposition where case and sense allow it."""
    parts: list[Part] = []
    for index, joined in enumerate(phrases):
        phrase, each = joined.phrase, joined.each or joined.each_after or joined.phrase.entire
        later = [other.phrase.role for other in phrases[index + 1 :]]
        if parts and _continues(joined, parts[-1], later):
            things = (*parts[-1].things, phrase.thing)
            parts[-1] = replace(parts[-1], things=things, each=parts[-1].each or each)
        else:
            parts.append(Part(phrase.role or Role.THEME, (phrase.thing,), joined.joint, each, phrase.article))
    return parts


def _continues(joined: _Joined, before: Part, later: Sequence[Role | None]) -> bool:
    phrase, words = joined.phrase, isinstance(joined.phrase.thing, Words)
    if not joined.joint or phrase.role or joined.verb or joined.each:
        return False
    if before.role in (Role.BY, Role.ONTO) or (before.role is Role.IN and words):
        return before.role not in later  # „durch „B“ und „C“ durch „D““ goes on with new old words
    if before.role in DATIVE:
        nominative = phrase.article in ("das", "die", "ein", "eine") or (phrase.article == "der" and words)
        return not nominative and not _is_fresh(phrase.thing)
    return _is_fresh(before.things[-1]) or not _is_fresh(phrase.thing)


def _is_fresh(thing: Thing) -> bool:
    return isinstance(thing, Units) and thing.fresh

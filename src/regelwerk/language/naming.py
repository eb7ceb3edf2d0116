"""Names in a sentence of an act: tokens go in, those that make up a name come out as one token.

Such names are the law that a place belongs to („§ 5 der Satzung des Vereins“), the heading printed after a number
(„§ 33 Übergangsbestimmungen“), the noun before quoted words and a row of a table that is called by its words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..citation import Citation, Level, Step
from .lexicon import Kind, Operation, Role, abbreviates_law, names_law
from .tokens import Token

_OF_NAMES = {Kind.UNKNOWN, Kind.NUMBER, Kind.BRACKET, Kind.CITATION_CLAUSE}
_INSIDE_NAMES = {Kind.ARTICLE, Kind.AND, Kind.COMMA, Kind.NTH, Role.IN, Role.AT, Role.BESIDE, Role.FROM, Role.TO}
_AFTER_HEADING = {Kind.AUXILIARY, Kind.HERE, Kind.AND, Kind.COLON, Kind.STOP, Kind.BLOCK, Kind.COMMA, Kind.PLACE}


def with_names(tokens: Sequence[Token]) -> list[Token]:
    """The tokens with each name as one: LAW, HEADING, NOUN, or PLACE for the row of a table."""
    found: list[Token] = []
    at = 0
    while at < len(tokens):
        token, at = (
            _law(tokens, at) or _heading(tokens, at) or _row(tokens, at) or _noun(tokens, at) or (tokens[at], at + 1)
        )
        found.append(token)
    return found


def _merged(tokens: Sequence[Token], start: int, end: int, first: Token) -> tuple[Token, int]:
    span = replace(first.span, start=tokens[start].span.start, end=tokens[end - 1].span.end)
    return replace(first, span=span, text=" ".join(span.text.split())), end


def _end_of_name(tokens: Sequence[Token], start: int) -> int:
    """Where the name that begins at `start` ends: after the last word that can only be part of a name."""
    end = start
    for index in range(start, len(tokens)):
        if tokens[index].symbol in _OF_NAMES:
            end = index + 1
        elif tokens[index].symbol not in _INSIDE_NAMES:
            break
    return end


def _law(tokens: Sequence[Token], at: int) -> tuple[Token, int] | None:
    """„Satzung der Handwerkskammer Neustadt vom 4. Mai 2010 (ABl. S. 3), die zuletzt durch … geändert worden ist,“."""
    noun = at
    while noun < len(tokens) and tokens[noun].symbol is Kind.UNKNOWN and not names_law(str(tokens[noun])):
        noun += 1
    if noun == len(tokens) or tokens[noun].symbol is not Kind.UNKNOWN:
        noun = at
        if not (_follows_place(tokens, at) and abbreviates_law(str(tokens[at]))):
            return None
    return _merged(tokens, at, _end_of_name(tokens, noun), replace(tokens[at], symbol=Kind.LAW))


def _follows_place(tokens: Sequence[Token], at: int) -> bool:
    before = [token.symbol for token in tokens[max(0, at - 2) : at]]
    return before[-1:] == [Kind.PLACE] or before == [Kind.PLACE, Kind.ARTICLE]


def _heading(tokens: Sequence[Token], at: int) -> tuple[Token, int] | None:
    """„Übergangsbestimmungen“ after „§ 33“, also between commas."""
    begin = at + (tokens[at].symbol is Kind.COMMA)
    before = tokens[at - 1].citations if at else ()
    if not before or before[-1].last.level is not Level.PARAGRAF or begin == len(tokens):
        return None
    end = _end_of_name(tokens, begin)
    follows = tokens[end].symbol if end < len(tokens) else Kind.STOP
    if tokens[begin].symbol is not Kind.UNKNOWN or not str(tokens[begin])[0].isupper():
        return None
    if follows not in _AFTER_HEADING and not isinstance(follows, Operation):
        return None
    heading, _ = _merged(tokens, begin, end, replace(tokens[begin], symbol=Kind.HEADING))
    return heading, end + (follows is Kind.COMMA and (begin > at or _goes_deeper(tokens, end + 1)))


def _goes_deeper(tokens: Sequence[Token], at: int) -> bool:
    """„, Absatz 2“ after „§ 3 Zusammensetzung“."""
    return (
        at < len(tokens)
        and tokens[at].symbol is Kind.PLACE
        and tokens[at].citations[0].steps[0].level is not Level.PARAGRAF
    )


def _row(tokens: Sequence[Token], at: int) -> tuple[Token, int] | None:
    """„dem Kennwert 4.1“: the row of a table that begins with these words."""
    name = at + (tokens[at].symbol is Kind.ARTICLE)
    if name + 1 >= len(tokens) or [t.symbol for t in tokens[name : name + 2]] != [Kind.UNKNOWN, Kind.NUMBER]:
        return None
    if not str(tokens[name])[0].isupper():
        return None
    words = f"{tokens[name]} {tokens[name + 1]}"
    row = replace(tokens[at], symbol=Kind.PLACE, citations=(Citation((Step(Level.ZEILE, words),)),))
    return _merged(tokens, at, name + 2, row)


def _noun(tokens: Sequence[Token], at: int) -> tuple[Token, int] | None:
    """Any noun directly before a quotation only says what the quoted words are: „der Ortsname „Neustadt““."""
    word = tokens[at]
    if word.symbol is Kind.UNKNOWN and str(word)[0].isupper() and at + 1 < len(tokens):
        if tokens[at + 1].symbol is Kind.QUOTE:
            return replace(word, symbol=Kind.NOUN), at + 1
    return None

"""Names in a sentence of an act: tokens go in, those that make up a name come out as one token.

Such names are the law that a place belongs to („§ 5 der Satzung des Vereins“), the heading printed after a number
(„§ 33 Übergangsbestimmungen“), the noun before quoted words, and a row of a table that is called by its words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import takewhile

from ..citation import Citation, Level, Step
from .lexicon import Kind, Operation, Role, Symbol
from .phrasebook import abbreviates_law, names_law
from .tokens import Token

_OF_NAMES: set[Symbol] = {Kind.UNKNOWN, Kind.NUMBER, Kind.BRACKET, Kind.CITATION_CLAUSE}
_INSIDE_NAMES: set[Symbol] = {
    Kind.ARTICLE,
    Kind.AND,
    Kind.COMMA,
    Kind.NTH,
    Role.IN,
    Role.AT,
    Role.BESIDE,
    Role.FROM,
    Role.TO,
}
_ACTS = ("Änderung", "Nachtrag", "Nachtrags")
"""What an act is called, after its number: „die 2. Änderung“."""

_SUBHEADINGS = ("Zwischenüberschrift", "Abschnittsüberschrift", "Kapitelüberschrift")
_BRACKETED_HEADING = re.compile(r"(?!Artikel|Absatz|Anlage|Nummer)[A-ZÄÖÜ][^§0-9\"„“]+")
_AFTER_HEADING = {Kind.AUXILIARY, Kind.HERE, Kind.AND, Kind.COLON, Kind.STOP, Kind.BLOCK, Kind.COMMA, Kind.PLACE}

_OF_THE_WHOLE = (Operation.STRIKE, Operation.RECAST, Operation.RECEIVE, Operation.CHANGE)
"""What a sentence does to a § as a whole, whose heading it quotes."""

_DESCRIBING = (Kind.ARTICLE, Kind.NOUN, Kind.UNKNOWN, Kind.AND, Kind.COMMA, Role.IN, Role.AT)

_FROM_ONTO = [Role.FROM, Kind.UNKNOWN, Role.ONTO, Kind.UNKNOWN]
"""„von GschO auf GO geändert“: single words there are as good as quoted."""

_Reading = tuple[Token, int] | None
"""The name that begins at an offset of the tokens, and the offset after it; None if none begins there."""


def with_names(tokens: Sequence[Token]) -> list[Token]:
    """The tokens with each name as one: LAW, HEADING, NOUN, FILLER, or PLACE for the row of a table."""
    found: list[Token] = []
    at = 0
    while at < len(tokens):
        token, at = _name(tokens, at) or (tokens[at], at + 1)
        found.append(token)
    return found


def _name(tokens: Sequence[Token], at: int) -> _Reading:
    readings = (reader(tokens, at) for reader in _READERS.get(tokens[at].symbol, ()))
    return next((reading for reading in readings if reading), None)


def _named(symbol: Symbol, tokens: Sequence[Token], start: int, end: int) -> tuple[Token, int]:
    span = replace(tokens[start].span, end=tokens[end - 1].span.end)
    return Token(symbol, span, " ".join(span.text.split())), end


def _symbols(tokens: Sequence[Token], start: int, count: int) -> list[Symbol]:
    return [token.symbol for token in tokens[start : start + count]]


def _end_of_name(tokens: Sequence[Token], start: int) -> int:
    """Where the name that begins at `start` ends: after the last word that can only be part of a name."""
    end = start
    for index in range(start, len(tokens)):
        if tokens[index].symbol in _OF_NAMES:
            end = end if str(tokens[index])[0].islower() else index + 1
        elif tokens[index].symbol not in _INSIDE_NAMES:
            break
    return end


def _law(tokens: Sequence[Token], at: int) -> _Reading:
    """„Satzung der Handwerkskammer Neustadt vom 4. Mai 2010 (ABl. S. 3), die zuletzt durch … geändert worden ist,“."""
    before = _symbols(tokens, max(0, at - 2), min(at, 2))
    noun = at
    if before[-1:] in ([], [Kind.ARTICLE]):
        attribute: set[Symbol] = {Kind.UNKNOWN, Kind.NTH}  # „die Erste Verordnung“
        if tokens[at].symbol is Role.FROM:  # „die vom Rat beschlossene Satzung“
            attribute |= _INSIDE_NAMES | {Kind.NUMBER}
        while noun < len(tokens) and tokens[noun].symbol in attribute and not names_law(str(tokens[noun])):
            noun += 1
    if tokens[at].symbol is Kind.NUMBER:  # „die 2. Änderung“
        noun = at + 1
    named = str(tokens[noun]) if _symbols(tokens, noun, 1) == [Kind.UNKNOWN] else ""
    if names_law(named) or (noun > at and named in _ACTS):
        return _named(Kind.LAW, tokens, at, _end_of_name(tokens, noun))
    belongs = before[-1:] == [Kind.PLACE] or before in ([Kind.PLACE, Kind.ARTICLE], [Role.IN, Kind.ARTICLE])
    if belongs and tokens[at].symbol is Kind.UNKNOWN and abbreviates_law(str(tokens[at])):
        return _named(Kind.LAW, tokens, at, _end_of_name(tokens, at))
    return None


def _heading(tokens: Sequence[Token], at: int) -> _Reading:
    """„Übergangsbestimmungen“ after „§ 33“, also between commas."""
    begin = at + (tokens[at].symbol is Kind.COMMA)
    before = tokens[at - 1].citations if at else ()
    if not before or not any(step.level is Level.PARAGRAF for step in before[-1].steps):
        return None
    if before[-1].last.level is not Level.PARAGRAF and tokens[at].symbol is not Kind.BRACKET:
        return None
    if tokens[at].symbol is Kind.QUOTE:
        return _quoted_heading(tokens, at)
    if tokens[at].symbol is Kind.BRACKET:  # „§ 33 (Übergangsbestimmungen)“
        named = " ".join(str(tokens[at])[1:-1].split())
        heading = replace(tokens[at], symbol=Kind.HEADING, text=named)
        return (heading, at + 1) if _BRACKETED_HEADING.fullmatch(named) else None
    if _symbols(tokens, begin, 1) != [Kind.UNKNOWN]:
        return None
    end = _end_of_name(tokens, begin)
    follows = tokens[end].symbol if end < len(tokens) else Kind.STOP
    if not str(tokens[begin])[0].isupper() or not (follows in _AFTER_HEADING or isinstance(follows, Operation)):
        return None
    heading, end = _named(Kind.HEADING, tokens, begin, end)
    return heading, end + (follows is Kind.COMMA and (begin > at or _goes_deeper(tokens, end + 1)))


def _quoted_heading(tokens: Sequence[Token], at: int) -> _Reading:
    """„§ 33 „Übergang“ wird aufgehoben“: nothing else is quoted in the sentence, and the place has no preposition.

    Between a § and what is inside it („In § 33 „Übergang“ Absatz 2“) it can be nothing else.
    """
    if tokens[at].text[:1].isupper() and _goes_deeper(tokens, at + 1):
        return replace(tokens[at], symbol=Kind.HEADING), at + 1
    rest = [token.symbol for token in takewhile(lambda token: token.symbol is not Kind.COLON, tokens[at + 1 :])]
    subject = tokens[at].text[:1].isupper() and not any(isinstance(token.symbol, Role) for token in tokens[:at])
    as_a_whole = all(symbol in _OF_THE_WHOLE for symbol in rest if isinstance(symbol, Operation))
    follows = any(symbol is Kind.AUXILIARY or isinstance(symbol, Operation) for symbol in rest[:1])
    if subject and follows and as_a_whole and Kind.QUOTE not in rest:
        return replace(tokens[at], symbol=Kind.HEADING), at + 1
    return None


def _goes_deeper(tokens: Sequence[Token], at: int) -> bool:
    """„, Absatz 2“ after „§ 3 Zusammensetzung“."""
    cited = tokens[at].citations if at < len(tokens) else ()
    return bool(cited) and cited[0].steps[0].level is not Level.PARAGRAF


def _row(tokens: Sequence[Token], at: int) -> _Reading:
    """„dem Kennwert 4.1“: the row of a table that begins with these words."""
    if _symbols(tokens, at, 3) != [Kind.ARTICLE, Kind.UNKNOWN, Kind.NUMBER] or not str(tokens[at + 1])[0].isupper():
        return None
    row, end = _named(Kind.PLACE, tokens, at, at + 3)
    step = Step(Level.ZEILE, f"{tokens[at + 1]} {tokens[at + 2]}")
    return replace(row, citations=(Citation((step,)),)), end


def _called(tokens: Sequence[Token], at: int) -> _Reading:
    """„in der Zeile „A““, „in der Spalte „Euro““: by what stands in the first cell. A new row has it in its text."""
    cited = tokens[at].citations[-1].last if tokens[at].citations else None
    if cited is None or cited.level not in (Level.ZEILE, Level.SPALTE) or cited.number:
        return None
    before = [token.symbol for token in tokens[max(0, at - 2) : at] if token.symbol is not Kind.ARTICLE]
    inserted = any(token.symbol in (Operation.INSERT, Operation.APPEND) for token in tokens)
    if (inserted and not isinstance((before or [Kind.STOP])[-1], Role)) or _symbols(tokens, at + 1, 1) != [Kind.QUOTE]:
        return None
    place, end = _named(Kind.PLACE, tokens, at, at + 2)
    cell = tokens[at + 1].text
    called = f"„{cell}“" if cell.isdecimal() and cited.level is Level.ZEILE else cell  # „3“ is not the third
    return replace(place, citations=(Citation((Step(cited.level, called),)),)), end


def _subheading(tokens: Sequence[Token], at: int) -> _Reading:
    """„Vor § 5 wird folgende Zwischenüberschrift eingefügt“; which one is meant where none is inserted, is not said."""
    if str(tokens[at]) not in _SUBHEADINGS:
        return None
    *before, article = tokens[max(0, at - 3) : at] or tokens[:1]
    exchanged = article.symbol is Kind.FRESH and any(token.symbol is Role.BY for token in before)
    inserted = exchanged or any(token.symbol is Operation.INSERT for token in tokens)
    new = article.symbol is Kind.FRESH or str(article) in ("die", "eine")
    placed = not exchanged and any(isinstance(token.symbol, Role) for token in before[-1:])
    if not inserted or not new or placed:
        return None
    return replace(tokens[at], symbol=Kind.PLACE, citations=(Citation((Step(Level.UEBERSCHRIFT),)),)), at + 1


_ABSATZ_LABEL = re.compile(r"\([0-9]+[a-z]?\)")


def _label(tokens: Sequence[Token], at: int) -> _Reading:
    """„die Bezeichnung „(1)“ gestrichen“: where nothing else is quoted, it is the label of an Absatz."""
    quotes = [token for token in tokens if token.symbol is Kind.QUOTE]
    struck = [token.symbol for token in tokens if isinstance(token.symbol, Operation)] == [Operation.STRIKE]
    if not struck or _symbols(tokens, at, 2) != [Kind.NOUN, Kind.QUOTE] or len(quotes) > 1:
        return None
    if not _ABSATZ_LABEL.fullmatch(tokens[at + 1].text):
        return None
    return replace(tokens[at], symbol=Kind.LABEL, text=Level.ABSATZ.value), at + 1


def _noun(tokens: Sequence[Token], at: int) -> _Reading:
    """Any noun directly before a quotation only says what the quoted words are: „der Ortsname „Neustadt““."""
    before_quote = _symbols(tokens, at, 2) in ([Kind.UNKNOWN, Kind.QUOTE], [Kind.WHOLE, Kind.QUOTE])
    if before_quote and str(tokens[at])[0].isupper():
        return replace(tokens[at], symbol=Kind.NOUN), at + 1
    return None


def _unquoted(tokens: Sequence[Token], at: int) -> _Reading:
    """„das Wort Vorsitzender durch das Wort Vorsitz“: a single word after its noun is as good as quoted."""
    if tokens[at].symbol is not Kind.UNKNOWN or _symbols(tokens, at + 1, 1) in ([Kind.UNKNOWN], [Kind.QUOTE]):
        return None
    before = tokens[at - 1].symbol if at else None
    if any(at >= back and _symbols(tokens, at - back, 4) == _FROM_ONTO for back in (1, 3)):
        return replace(tokens[at], symbol=Kind.QUOTE), at + 1
    begun = any(_symbols(tokens, i, 2) == [Kind.NOUN, Kind.UNKNOWN] for i in range(at - 1))
    if before is Kind.NOUN or (begun and before in (Role.BY, Role.IN, Role.ONTO)):
        return replace(tokens[at], symbol=Kind.QUOTE), at + 1
    return None


def _description(tokens: Sequence[Token], at: int) -> _Reading:
    """„die Zahl der Beisitzer (in § 3 wird) von bisher „9“ auf „7““: what the words count need not be understood."""
    end = at
    while end < len(tokens) and tokens[end].symbol in _DESCRIBING:
        end += 1
    if _symbols(tokens, end - 1, 2) == [Role.IN, Kind.PLACE]:
        end -= 1
    follows = [symbol for symbol in _symbols(tokens, end, 7) if symbol not in (Kind.FORMERLY, Kind.AUXILIARY)]
    change = follows[2:5] if follows[:2] == [Role.IN, Kind.PLACE] else follows[:3]
    if end > at and change[:1] + change[2:] == [Role.FROM, Role.ONTO]:
        return _named(Kind.FILLER, tokens, at, end)
    return None


_READERS: dict[Symbol, tuple[Callable[[Sequence[Token], int], _Reading], ...]] = {
    Kind.UNKNOWN: (_subheading, _unquoted, _law, _heading, _noun, _description),
    Kind.NTH: (_law,),
    Kind.NUMBER: (_law,),
    Role.FROM: (_law,),
    Kind.QUOTE: (_heading,),
    Kind.BRACKET: (_heading,),
    Kind.COMMA: (_heading,),
    Kind.PLACE: (_called,),
    Kind.WHOLE: (_noun,),
    Kind.ARTICLE: (_row, _description),
    Kind.NOUN: (_label, _description),
}
"""The names that can begin with a token of each kind; the first that does is meant."""

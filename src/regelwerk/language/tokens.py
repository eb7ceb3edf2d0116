"""The pieces of a sentence of an act: its text goes in, a token for each place, quotation and known phrase comes out.

Quotations are blanked out first, so that nothing in them is taken for words of the command. Words that no table knows
become UNKNOWN tokens; `naming.py` finds those that belong to a name, the rest is refused.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile, zip_longest

from ..citation import Citation, Level, Step
from ..citations import scan_citations
from ..citations.levels import ITEM_BY_LETTERS, word_at
from ..commands import Instruction
from ..diagnostics import Span
from .lexicon import ORDERS_AS_NOUNS, PREFIXED, STEMS, Kind, Operation, Role, Symbol
from .phrasebook import phrase_at
from .undecidable import EFFECTIVE

_NUMBER = re.compile(
    r"[0-9](?:[0-9.,/]*[0-9])?(?:,[-–]{1,2})?(?:\s?(?:%|€|(?:Euro|EUR|DM|Prozent|Minuten?|Stunden?|Tagen?|Wochen?|Monaten?|Jahren?)\b)|\.(?=\s?[0-9A-ZÄÖÜ]))?(?![\w])"
)
_BRACKET = re.compile(r"\([^()]*\)")
_CITATION_CLAUSE = (
    r",\s(?:das|die|der)\s[^:;„]*?geändert\s(?:worden\sist|wurde|ist),?"
    r"|,\s(?:zuletzt\s)?geändert\s(?:durch|am|laut|mit)\s(?:[^,(:;]|\([^()]*\))*(?:,(?=\s(?:w[iue]rden?|wie|sowie|und)\b))?"
    r"|in\sder\s(?:Fassung\sder\sBekanntmachung|Fassung\sdes\s[^,(:;]*|Fassung|im\s[^:;]*?bereinigten\sFassung)"
)
_ACT = r"(?:[0-9IVX]+\.|\w+ten)\s(?:\w*[Ää]nderung\w*|Nachtrags?)(?:\s(?:der|des|zur)\s[A-ZÄÖÜ][\w-]+)?"
_OF_DAY = r"(?:\svom\s[0-9]{1,2}\.\s?[\w]+\.?\s?[0-9]{4})"
_VERSION = (
    rf"in\sder\sFassung\s(?:von\s[^,(:;„]{{1,60}}?\s)?(?:der|des)\s{_ACT}{_OF_DAY}?"
    rf"|[Ii]n\sder\sBekanntmachung(?:\sde[rs]\s(?!\w*[Ää]nderung)[A-ZÄÖÜ][\w-]+)?{_OF_DAY}(?=.*\bheißen\b)"
)
"""Which version of the text is changed: „in der Fassung der 1. Änderung vom …“; its words are checked in any case."""
_ANNEX = (
    r"(?:aus|in)\s(?:dem|der)\s(?P<name>Anhang|Anlage(?:\s[0-9]+)?)(?:\szu\sdiese[rm]\s[^\W\d_]+)?"
    r"\s(?:ersichtlich|beigefügt|abgedruckt|enthalten)e[nr]?(?:\s(?:neue[nr]?\s)?Fassung)?"
    r"|(?<=durch\s)(?:die|den)\s(?P<by>(?:Anlage|Anhang)(?:\s[0-9]+)?)\s(?:zu\sdiese[rm]|diese[rs])\s[^\W\d_]+"
    r"|(?:die\s)?Fassung\sde[rs]\s(?P<genitive>Anhang|Anlage(?:\s[0-9]+)?)s?(?:\szu\sdiese[rm]\s[^\W\d_]+)?"
)
_BETWEEN = r"[Zz]wischen(?=\s(?:den\s)?(?:§|Abs|Satz|Sätzen|Nummer|Nr|Ziff|Buchst))"
"""„zwischen Absatz 2 und 3“, but not „der Vertrag zwischen …“."""
_LONG = re.compile(
    rf"(?P<version>{_VERSION})|(?P<day>{EFFECTIVE.pattern})|(?P<between>{_BETWEEN})|(?P<clause>{_CITATION_CLAUSE})"
    rf"|(?P<annex>{_ANNEX})"
)
_LONG_PHRASES: dict[str, Symbol] = {
    "version": Kind.FILLER,
    "day": Kind.FILLER,
    "between": Role.AFTER,
    "clause": Kind.CITATION_CLAUSE,
    "annex": Kind.ANNEX,
}
"""Phrases that no table can list, and what each is."""
_LABEL = re.compile(r"(?P<item>(?P<digit>[0-9]+)|([a-z])\3{0,2})(?(digit)\.|\))(?=\s)")
"""„unter a)“: the label alone says which item."""
_LEAD = re.compile(
    r"Zu\s(?=(?:§|Artikel|Absatz|Nummer|Ziffer)[^„]*:)"
    r"|(?:Aufgrund|Auf Grund|Wegen|Infolge|Angesichts)\s[^§„:,]*?(?=\b(?:wird|werden|ist|sind|muss|soll|sollen)\b)"
    r"|[^§„:]*?(?:\bmögen?\s+(?:beschließen\s*[,:]?\s*)?|\b(?:hat|haben|w[iu]rden?|werden)\s[^§„:]*?"
    r"(?:beschlossen|beantragt|vorgeschlagen|empfohlen)\s*[,:]\s*|\b(?:beantragt|beschließt|schlägt vor)\s*[,:]\s*)"
)
_ORDER = re.compile(rf"\s*({'|'.join(ORDERS_AS_NOUNS)})(?=\s)")
_UNKNOWN = re.compile(r"[^\W\d_]{1,3}\.(?=\s\S)|[^\s,;:.()„“]+|\S")
_BLANK = "·"
_ORDERS = (*Operation, Kind.NOUN, Kind.MARK)
_ENDS = (Kind.STOP, Kind.COLON, Kind.AND, Kind.BLOCK)
_CITING = (Kind.PLACE, Kind.ARTICLE, Kind.FORMERLY, Kind.BRACKET, Kind.UNKNOWN, Role.IN, Role.TO)
"""What an address is made of, „In § 3 Mitglieder:“."""
_BEFORE_PLACES = (Kind.ARTICLE, Kind.FRESH, Kind.FORMERLY, Kind.NTH, Kind.LAST, Kind.NOUN, Kind.MARK, Kind.NUMBER)
"""Phrases with which a citation may begin too: „der Absatz 2“, „neue Sätze 2 und 3“, „Angabe zu § 3“, „Punkt 4“."""


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a sentence. `text`: what it stands for (the words of a quotation, the character of a mark)."""

    symbol: Symbol
    span: Span
    text: str
    citations: tuple[Citation, ...] = ()

    def __str__(self) -> str:
        return self.span.text


def read_tokens(instruction: Instruction, text: str) -> list[Token]:
    """All tokens of the sentence in order; `text`: the sentence as `blanked` gives it.

    A quotation after a colon, or after the sentence, is a BLOCK.
    """
    start = instruction.span.start
    quotes = {quote.span.start - start: quote for quote in instruction.quotes}
    tokens: list[Token] = []
    at = _end_of_lead(text)
    if order := _ORDER.match(text, at):
        span = instruction.span.source.span(start + order.start(1), start + order.end())
        tokens.append(Token(ORDERS_AS_NOUNS[order[1]], span, order[1]))
        at = order.end()
    while at < len(text):
        if text[at].isspace():
            at += 1
        elif quote := quotes.get(at):
            at = quote.span.end - start
            is_new = _ends_with_colon(tokens) and not (_only_cites(tokens) and text[at:].strip()[:1].isalpha())
            tokens.append(Token(Kind.BLOCK if is_new else Kind.QUOTE, quote.span, quote.text))
        else:
            tokens.append(_token_at(text, at, instruction.span))
            at = tokens[-1].span.end - start
    if instruction.verb:
        tokens = _with_verb(tokens, instruction.verb)
    if new := instruction.payload:
        tokens.append(Token(Kind.BLOCK, new.span, new.text))
    return _with_joined_prefixes(tokens)


def _with_verb(tokens: list[Token], verb: str) -> list[Token]:
    """„a) das Wort „A“ durch das Wort „B“ und“ with the verb that stands above, unless it has its own."""
    while tokens and tokens[-1].symbol in (Kind.AND, Kind.COMMA, Kind.STOP, Kind.COLON):
        tokens.pop()
    said = None if any(isinstance(token.symbol, Operation) for token in tokens) else phrase_at(verb, 0)
    return [*tokens, Token(said[0].symbol, tokens[-1].span, verb)] if said and tokens else tokens


def _ends_with_colon(tokens: Sequence[Token]) -> bool:
    return bool(tokens) and tokens[-1].symbol is Kind.COLON


def _only_cites(tokens: Sequence[Token]) -> bool:
    """Whether the clause says only where: in „§ 4 Satz 2: „A“ wird durch „B“ ersetzt“ words follow its colon."""
    clause = list(takewhile(lambda token: token.symbol not in (Kind.STOP, Kind.COLON), tokens[-2::-1]))
    return all(token.symbol in _CITING for token in clause)


def _end_of_lead(text: str) -> int:
    """Where the order begins after who asks for it: „Die Mitgliederversammlung möge beschließen, § 5 …“."""
    lead = _LEAD.match(text)
    words = [word.start() for word in re.finditer(r"\S+", lead[0])] if lead else []
    orders = any(word_at(text, at) or ((said := phrase_at(text, at)) and said[0].symbol in _ORDERS) for at in words)
    return lead.end() if lead and not orders else 0


def blanked(instruction: Instruction) -> str:
    """The sentence with every white space as a space and quotations as marks around nothing, offsets unchanged."""
    text = re.sub(r"\s", " ", instruction.span.text)
    for quote in instruction.quotes:
        start, end = quote.span.start - instruction.span.start, quote.span.end - instruction.span.start
        text = text[:start] + "„" + _BLANK * (end - start - 2) + "“" + text[end:]
    return text


def _token_at(text: str, at: int, span: Span) -> Token:
    """The longest of what can begin here: a place or a phrase; failing these, what no table knows."""

    def token(symbol: Symbol, end: int, says: str = "", citations: tuple[Citation, ...] = ()) -> Token:
        return Token(symbol, span.source.span(span.start + at, span.start + end), says or text[at:end], citations)

    if (long := _LONG.match(text, at)) and long.lastgroup:
        return token(_LONG_PHRASES[long.lastgroup], long.end(), long["name"] or long["by"] or long["genitive"])
    if (label := _LABEL.match(text, at)) and text[:at].endswith("unter "):
        step = Step(Level.NUMMER if label["digit"] else ITEM_BY_LETTERS[len(label["item"]) - 1], label["item"])
        return token(Kind.PLACE, label.end(), citations=(Citation((step,)),))
    phrase = phrase_at(text, at)
    scan = scan_citations(text, at) if not phrase or phrase[0].symbol in _BEFORE_PLACES else None
    if scan and (not phrase or scan.end > phrase[1]):
        return token(Kind.PLACE, scan.end, citations=scan.citations)
    if phrase:
        return token(phrase[0].symbol, phrase[1], phrase[0].value)
    if level := word_at(text, at):
        return token(Kind.PLACE, level[1], citations=(Citation((Step(level[0].level),)),))
    for symbol, pattern in ((Kind.NUMBER, _NUMBER), (Kind.BRACKET, _BRACKET)):
        if found := pattern.match(text, at):
            return token(symbol, found.end())
    found = _UNKNOWN.match(text, at)
    return token(Kind.UNKNOWN, found.end() if found else at + 1)


def _with_joined_prefixes(tokens: list[Token]) -> list[Token]:
    """„Füge … ein“ as one verb: its stem bears the meaning, its prefix at the end of the clause is gone."""
    stem: int | None = None
    joined: list[Token] = []
    for token, following in zip_longest(tokens, tokens[1:]):
        operation = PREFIXED.get((str(joined[stem]).lower(), str(token).lower())) if stem is not None else None
        if stem is not None and operation and (following is None or following.symbol in _ENDS):
            joined[stem] = replace(joined[stem], symbol=operation)
            stem = None
            continue
        if str(token).lower() in STEMS:
            stem = len(joined)
        elif token.symbol in _ENDS:
            stem = None
        joined.append(token)
    return joined

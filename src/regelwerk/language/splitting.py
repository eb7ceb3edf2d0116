"""A sentence of an act as clauses: its tokens go in, one `Clause` for each thing it orders comes out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import dropwhile

from .clauses import Clause
from .lexicon import Kind, Operation, Role, Symbol
from .parts import read_clause
from .tokens import Token

_JOINTS = (Kind.AND, Kind.COMMA)
_BREAKS = (Kind.STOP, Kind.COLON)
_BEFORE_UNIT = (Kind.FILLER, Kind.ARTICLE, Kind.FORMERLY, Kind.HENCEFORTH)
_SMALL = (Role.TO, Role.AS, Kind.ARTICLE, Kind.FILLER, Kind.FRESH, Kind.HENCEFORTH)


def read_clauses(tokens: Sequence[Token]) -> list[Clause]:
    """The clauses of a sentence. Raises NotUnderstood where one cannot be read."""
    return [read_clause(clause) for clause in _split(_with_renumberings(tokens))]


def _with_renumberings(tokens: Sequence[Token]) -> list[Token]:
    """„Absatz 3 wird (zu) Absatz 4“, „Aus § 9 wird § 10“: here „wird“ is the verb, not the helper of another."""
    found = list(tokens)
    for index, token in enumerate(tokens):
        if _renumbers(tokens, index):
            found[index] = replace(token, symbol=Operation.RENUMBER)
            begin = _begin_of_clause(tokens, index)
            if _is_out_of(tokens[begin]):
                found[begin] = replace(tokens[begin], symbol=Kind.FILLER)
        elif token.symbol is Role.TO and _goes_on_renumbering(found, index):
            found[index] = replace(token, symbol=Operation.RENUMBER)
    return found


def _goes_on_renumbering(tokens: Sequence[Token], index: int) -> bool:
    """„Absatz 3 wird zu Absatz 4 und Absatz 4 zu Absatz 5“: the verb of the clause before is meant again."""
    begin = _begin_of_clause(tokens, index)
    clause, verbs = tokens[begin:index], [token for token in tokens[:begin] if isinstance(token.symbol, Operation)]
    follows = index + 1 < len(tokens) and tokens[index + 1].symbol in (Kind.PLACE, Kind.ARTICLE)
    complete = bool(clause) and clause[-1].symbol is Kind.PLACE and _starts_with_unit(tokens, index)
    return follows and complete and bool(verbs) and verbs[-1].symbol is Operation.RENUMBER


def _renumbers(tokens: Sequence[Token], index: int) -> bool:
    if tokens[index].symbol is not Kind.AUXILIARY:
        return False
    after = index + 1
    while after < len(tokens) and tokens[after].symbol in _SMALL:
        after += 1
    if not _starts_with_unit(tokens, index) or after == len(tokens) or tokens[after].symbol is not Kind.PLACE:
        return False
    while after + 1 < len(tokens) and tokens[after + 1].symbol in (Kind.HEADING, Kind.FILLER):
        after += 1
    end = tokens[after + 1].symbol if after + 1 < len(tokens) else Kind.STOP
    if end is Kind.HERE:  # „§ 34 wird § 33 in folgender Fassung“, but „§ 34 wird … wie folgt gefasst“
        return not _has_verb(tokens[after + 1 :])
    return end in (*_JOINTS, *_BREAKS, Kind.BLOCK)


def _starts_with_unit(tokens: Sequence[Token], index: int) -> bool:
    """Whether the clause begins with a place that has no preposition, or „aus“."""
    clause = tokens[_begin_of_clause(tokens, index) : index]
    symbols = [token.symbol for token in clause if token.symbol not in _BEFORE_UNIT and not _is_out_of(token)]
    return bool(symbols) and symbols[0] in (Kind.PLACE, Kind.WHOLE)


def _begin_of_clause(tokens: Sequence[Token], index: int) -> int:
    while index and tokens[index - 1].symbol not in (*_JOINTS, *_BREAKS):
        index -= 1
    return index


def _is_out_of(token: Token) -> bool:
    return token.symbol is Role.IN and str(token).lower() == "aus"


def _split(tokens: Sequence[Token]) -> list[list[Token]]:
    """The tokens of each clause: a joint ends one that has its verb if another verb follows in the sentence."""
    clauses: list[list[Token]] = [[]]
    for index, token in enumerate(tokens):
        if index and tokens[index - 1].symbol is Kind.BRACKET and _begins_sentence(token, clauses[-1]):
            clauses.append([])
        if token.symbol is Kind.COLON and len(clauses[-1]) == 1 and _has_verb(clauses[-1]):
            continue  # „Streichen: § 4 Absatz 3“
        if _ends_clause(tokens, index, clauses[-1]):
            clauses.append([])
        else:
            clauses[-1].append(token)
    return [stripped for clause in clauses if (stripped := _without_joint(clause))]


def _without_joint(clause: Sequence[Token]) -> list[Token]:
    """„…, und es wird“: what is left when the joint that led to the clause is gone."""
    return list(dropwhile(lambda token: token.symbol in _JOINTS, clause))


def _begins_sentence(token: Token, before: Sequence[Token]) -> bool:
    """After a bracket a sentence may begin without a full stop before it."""
    return isinstance(token.symbol, Role) and str(token)[0].isupper() and _has_verb(before)


def _has_verb(tokens: Sequence[Token]) -> bool:
    return any(isinstance(token.symbol, Operation) for token in tokens)


def _ends_clause(tokens: Sequence[Token], index: int, clause: Sequence[Token]) -> bool:
    symbol = tokens[index].symbol
    if symbol not in (*_BREAKS, *_JOINTS):
        return False
    rest = [token.symbol for token in tokens[index + 1 :]]
    if symbol in _BREAKS:
        return bool(rest) and rest[0] not in (Kind.BLOCK, *_BREAKS)
    if not _has_verb(clause):
        return False
    if _is_imperative(clause):
        return isinstance(rest[0], Operation) if rest else False
    sentence = rest[: next((i for i, other in enumerate(rest) if other in _BREAKS), len(rest))]
    return any(isinstance(other, Operation) for other in sentence)


def _is_imperative(clause: Sequence[Token]) -> bool:
    """„Streiche die Wörter „A“ und „B“ und …“: the verb stands first, its things follow."""
    symbols: list[Symbol] = [token.symbol for token in clause if token.symbol is not Kind.FILLER]
    return isinstance(symbols[0], Operation) and symbols[1:2] != [Kind.AUXILIARY]

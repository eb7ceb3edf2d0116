"""The passages of an act: prepared text goes in; its sentences, headings and blocks of text come out with their kinds.

What is new wording and what is a point is not decided here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from ..sentences import split_sentences
from .acttext import ActText
from .linekinds import kind_of_line
from .lines import Range, read_lines, trimmed
from .phrases import commands_anything
from .points import Label, Mark, read_labels
from .prose import Kind, end_of_decision, kind_of_sentence


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence, a heading or a block of text. `labels` are those directly before it; `start` is after them.

    `begins_line` is false for what follows another passage on its line.
    """

    kind: Kind
    start: int
    end: int
    labels: tuple[Label, ...] = ()
    labels_start: int = -1
    begins_line: bool = True

    @property
    def whole_start(self) -> int:
        """Where the passage begins with its labels."""
        return self.labels_start if self.labels else self.start


def read_passages(act: ActText) -> tuple[Passage, ...]:
    """The passages of the act in their order. Never raises; every character but white space and labels is in one."""
    passages = [passage for line in read_lines(act.masked) for passage in _read_line(act.masked, line)]
    return tuple(_signed(act.masked, passages))


_NAMES = re.compile(r"(?:Dr\.|Prof\.|[A-ZÄÖÜ][\w-]*\w)(?:[ \t]+(?:Dr\.|Prof\.|[A-ZÄÖÜ][\w-]*\w)){1,7}")
_SURELY_NAMES = re.compile(r"\b(?:Dr|Prof)\.|\w[ \t]{3,}\w")


def _signed(masked: str, passages: list[Passage]) -> Iterator[Passage]:
    """The passages; names between a blank line and the office of those who sign are part of the signature.

    Below text that may be new wording without quotation marks, only a degree or a gap between two shows that they sign.
    """
    for before, passage, following in zip([None, *passages], passages, [*passages[1:], None], strict=False):
        names = passage.kind is Kind.TEXT and _NAMES.fullmatch(masked, passage.whole_start, passage.end)
        if names and before and following and following.kind is Kind.CLOSING:
            between = masked[before.end : passage.start]
            ended = before.kind in (Kind.IN_FORCE, Kind.NOTE) or masked[before.end - 1] == "“"
            if between.count("\n") > 1 and (ended or _SURELY_NAMES.search(names[0])):
                passage = replace(passage, kind=Kind.CLOSING)
        yield passage


def _read_line(masked: str, line: Range) -> Iterator[Passage]:
    start, end = line
    labels = read_labels(masked, start, end)
    body = trimmed(masked, labels[-1].end, end)[0] if labels else start
    whole = _kind_of_whole(masked[start:end], masked[body:end], labels)
    if whole is not None:
        yield Passage(whole, body, end, labels, start)
        return
    first = True
    point = bool(labels) and labels[0].mark is not Mark.KLAMMER
    for kind, piece_start, piece_end in _merge_text(_pieces(masked, body, end)):
        if first and point and kind is Kind.TEXT and commands_anything(masked[piece_start:piece_end]):
            kind = Kind.COMMAND
        yield Passage(kind, piece_start, piece_end, labels if first else (), start if first else -1, first)
        first = False


_ALSO_LABELLED = (Kind.HEADING, Kind.REASONS, Kind.OLD, Kind.NEW, Kind.ADDRESS, Kind.REMARK)


def _kind_of_whole(line: str, body: str, labels: tuple[Label, ...]) -> Kind | None:
    """The kind of the line if it is of one kind as a whole."""
    if not labels:
        return kind_of_line(line) or (Kind.TEXT if line.count("|") > 1 else None)
    if labels[-1].mark is Mark.ARTIKEL and _is_title(body):
        return Kind.ARTICLE
    if not body:
        return Kind.TEXT
    if labels[0].mark is Mark.KLAMMER:
        return None
    kind = kind_of_line(line)
    if kind in (None, Kind.ADDRESS):
        kind = kind_of_line(body)
    return kind if kind in _ALSO_LABELLED else None


def _is_title(text: str) -> bool:
    if not text:
        return True
    ended = text.rstrip().endswith((".", ":", ";"))
    return not ended and kind_of_sentence(text) in (Kind.TEXT, Kind.IN_FORCE, Kind.NOTE)


_Piece = tuple[Kind, int, int]

_BEFORE_COLON = (
    Kind.COMMAND,
    Kind.CLAUSE,
    Kind.DECISION,
    Kind.OLD,
    Kind.NEW,
    Kind.REASONS,
    Kind.MOTION,
    Kind.COMPETING,
)
_CONTINUED = re.compile(r"\s*„x*“\s+[a-zäöü]")
_LONGEST_WITH_QUOTATIONS = 20_000
_COLON = re.compile(r":(?=\s|„|[A-ZÄÖÜ(])")
_QUOTED = re.compile(r"\s*(„x*“\s?[.,;]?)(?=\s+[^a-zäöü\s]|\s*$)")


def _pieces(masked: str, start: int, end: int) -> Iterator[_Piece]:
    """The sentences of a line, cut also after the colon of a command and the like, and after the quotation there."""
    for at, sentence_end in _sentences(masked, start, end):
        for colon in _COLON.finditer(masked, at, sentence_end):
            cut = colon.end()
            if cut < at or _CONTINUED.match(masked, cut, sentence_end):
                continue
            if cut - at > _LONGEST_WITH_QUOTATIONS:
                break
            kind = kind_of_line(masked[at:cut]) or kind_of_sentence(masked[at:cut])
            if kind not in _BEFORE_COLON:
                continue
            yield from _decision(masked, kind, at, cut)
            at = cut
            if quoted := _QUOTED.match(masked, cut, sentence_end):
                yield Kind.QUOTE, quoted.start(1), quoted.end(1)
                at = quoted.end()
        at = trimmed(masked, at, sentence_end)[0]
        if at < sentence_end:
            yield from _decision(masked, kind_of_sentence(masked[at:sentence_end]), at, sentence_end)


def _decision(masked: str, kind: Kind, start: int, end: int) -> Iterator[_Piece]:
    """The piece, in two if it is a command with the words of a decision before it."""
    if kind in (Kind.COMMAND, Kind.CLAUSE, Kind.DECISION):
        cut = start + end_of_decision(masked[start:end])
        rest = trimmed(masked, cut, end)[0]
        kind_of_rest = kind_of_sentence(masked[rest:end]) if start < cut and rest < end else None
        if kind_of_rest in (Kind.COMMAND, Kind.CLAUSE):
            yield Kind.DECISION, *trimmed(masked, start, cut)
            yield kind_of_rest, rest, end
            return
    yield kind, *trimmed(masked, start, end)


def _merge_text(pieces: Iterator[_Piece]) -> Iterator[_Piece]:
    """Neighbouring pieces of text as one."""
    for is_text, run in groupby(pieces, lambda piece: piece[0] is Kind.TEXT):
        if is_text:
            texts = list(run)
            yield Kind.TEXT, texts[0][1], texts[-1][2]
        else:
            yield from run


def _sentences(text: str, start: int, end: int) -> Iterator[Range]:
    """Where the sentences of a passage lie. None ends inside brackets."""
    sentences = split_sentences(text[start:end])
    if len(sentences) == 1:
        yield trimmed(text, start, end)
        return
    words = list(re.compile(r"\S+").finditer(text, start, end))
    first = at = 0
    for sentence in sentences:
        at += sentence.count(" ") + 1
        begin, finish = words[first].start(), words[at - 1].end()
        if at == len(words) or text.count("(", begin, finish) <= text.count(")", begin, finish):
            yield begin, finish
            first = at

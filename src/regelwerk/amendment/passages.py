"""The passages of an act: prepared text goes in; its sentences, headings and blocks of text come out with their kinds.

Lines that are broken by layout are put together again, text on one line is split at its labels. What is new wording
and what is a point is not decided here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ..sentences import split_sentences
from .acttext import ActText
from .linekinds import kind_of_line
from .phrases import PLACE, any_of, commands_anything, is_command
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


_Range = tuple[int, int]

_TERMINAL = re.compile(r"[.:;!?]\s*[“)]?$")
_ABBREVIATED = re.compile(
    r"(?<!\be\.)(?<!\be\.\s)\b"
    + any_of("Abs Nrn? Art S Amtl Anz BGBl GVBl Buchst Ziff vgl Bek d i V m bzw ca Dr Prof Az Str")
    + r"\.$"
)
_FUNCTION_WORD = any_of(r"""
    der die das des dem den am vom im in zu zur zum und oder von für mit durch nach gemäß bis bei auf an als sowie um
    ein eine[rnms]? folgende[rnms]? bisherige[nrs]? neue[nrs]? werden wird dass
""")
_UNFINISHED = re.compile(rf"\b{_FUNCTION_WORD}$|§$|\w-$")
_SENTENCE_WORD = any_of("In Im Nach Vor Hinter Dem Den Der Die Das Es An Am Auf Aufgrund Zu Für Folgende[rs]?")
_SENTENCE_START = re.compile(rf"{_SENTENCE_WORD}\s|§")
_INLINE_LABEL = re.compile(
    r"(?<=\s)(?:(?:Artikel|Art\.)\s*(?:[0-9]+|[IVXl]+)\b|§\s*[0-9]+(?=\s+(?:Die|Das|Diese|In|Inkraft))"
    r"|[IVX]+\.|[0-9]+[a-z]?\.|[a-z]{1,3}\))\s*"
    rf"(?=§|(?:{_SENTENCE_WORD}|in|Diese|Abs|Absatz|Absätze|Satz|Sätze|Nummer|Buchstabe|Ziffer|Anlage|Inkraft|Änderung"
    r"|[0-9]+\.|[a-z]\))[\s.a-z])"
)
_CUT_AFTER = any_of(r"""
    ersetzt gestrichen eingefügt angefügt aufgehoben entfällt entfallen Inkrafttreten geändert Artikel\s+[0-9IVXl]+
""")
_BEFORE_LABEL = re.compile(rf"(?:(?<!\be)\.|[:;“]|\b{_CUT_AFTER})$")
"""Not the first full stop of „e. V.“, after which „V.“ would be the number of a point."""


def read_passages(act: ActText) -> tuple[Passage, ...]:
    """The passages of the act in their order. Never raises; every character but white space and labels is in one."""
    lines = [part for line in _join(act.masked, _lines(act.masked)) for part in _split(act.masked, line)]
    passages = [passage for line in lines for passage in _read_line(act.masked, line)]
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


def _lines(masked: str) -> Iterator[_Range]:
    """The lines that are not blank, without white space around. A quotation over several lines is in one of them."""
    return ((m.start(), m.end()) for m in re.finditer(r"\S(?:.*\S)?", masked))


def _join(masked: str, lines: Iterator[_Range]) -> Iterator[_Range]:
    """The lines as sentences need them: what the layout broke is one again."""
    open_start = open_end = -1
    for start, end in lines:
        if open_start >= 0 and _goes_on(masked, open_start, open_end, start, end):
            open_end = end
            continue
        if open_start >= 0:
            yield open_start, open_end
        open_start, open_end = start, end
    if open_start >= 0:
        yield open_start, open_end


_LONGEST = 4000
"""Longer lines are not put together: no sentence is as long, and the work stays in proportion to the text."""


def _goes_on(masked: str, start: int, end: int, next_start: int, next_end: int) -> bool:
    """Whether the next line continues the sentence with which this one ends."""
    if end - start > _LONGEST:
        return False
    line, following = masked[start:end], masked[next_start:next_end]
    tail = _tail(masked, start, end)
    if tail.count("(") > tail.count(")"):
        return True
    if not tail or "|" in line or read_labels(masked, next_start, next_end):
        return False
    abbreviated = tail.endswith(".") and _ABBREVIATED.search(tail)
    if _TERMINAL.search(tail) and not abbreviated:
        return False
    if any(map(kind_of_line, (line, following, following.split(":")[0] + ":"))):
        return False
    if abbreviated or _UNFINISHED.search(tail):
        return True
    if re.match(r"[a-zäöü(]", following) or (tail.endswith(",") and not _SENTENCE_START.match(following)):
        return True
    if following.startswith("Dies") and kind_of_sentence(following) is Kind.IN_FORCE:
        return False
    begun = _SENTENCE_START.match(tail) and re.search(PLACE, tail) and not is_command(tail)
    return bool(begun) and not is_command(re.split(r"[.:]\s", following)[0])


def _tail(masked: str, start: int, end: int) -> str:
    """The last sentence of a line, as far as the line goes; "" if there are only labels."""
    labels = read_labels(masked, start, end)
    body = masked[labels[-1].end if labels else start : end].strip()
    ends = [match.end() for match in re.finditer(r"(?<=[a-zäöüß“)])(?<!\be)[.:]\s+(?=[A-ZÄÖÜ§„])", body)]
    return body[ends[-1] :] if ends else body


def _split(masked: str, line: _Range) -> Iterator[_Range]:
    """The parts of a line at the labels inside it that begin a command, a clause or an article."""
    start, end = line
    cuts = [match.start() for match in _INLINE_LABEL.finditer(masked, start + 1, end)]
    for index, cut in enumerate(cuts):
        following = cuts[index + 1] if index + 1 < len(cuts) else end
        before = masked[max(start, cut - 40) : cut].rstrip()
        if _BEFORE_LABEL.search(before) and _begins_point(masked, cut, following):
            yield _trimmed(masked, start, cut)
            start = cut
    yield start, end


def _trimmed(masked: str, start: int, end: int) -> _Range:
    """The passage without white space around."""
    passage = masked[start:end]
    return end - len(passage.lstrip()), start + len(passage.rstrip())


def _begins_point(masked: str, start: int, end: int) -> bool:
    """Whether the passage begins with labels, and after them with a command or the like."""
    labels = read_labels(masked, start, end)
    if not labels:
        return False
    first = re.split(r"(?<=:)\s", masked[labels[-1].end : end].strip(), maxsplit=1)[0]
    return labels[0].mark is Mark.ARTIKEL or kind_of_sentence(first) in (Kind.COMMAND, Kind.CLAUSE, Kind.IN_FORCE)


def _read_line(masked: str, line: _Range) -> Iterator[Passage]:
    start, end = line
    labels = read_labels(masked, start, end)
    body = _trimmed(masked, labels[-1].end, end)[0] if labels else start
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
    for at, sentence_end in sentence_ranges(masked, start, end):
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
        at = _trimmed(masked, at, sentence_end)[0]
        if at < sentence_end:
            yield from _decision(masked, kind_of_sentence(masked[at:sentence_end]), at, sentence_end)


def _decision(masked: str, kind: Kind, start: int, end: int) -> Iterator[_Piece]:
    """The piece, in two if it is a command with the words of a decision before it."""
    if kind in (Kind.COMMAND, Kind.CLAUSE, Kind.DECISION):
        cut = start + end_of_decision(masked[start:end])
        rest = _trimmed(masked, cut, end)[0]
        kind_of_rest = kind_of_sentence(masked[rest:end]) if start < cut and rest < end else None
        if kind_of_rest in (Kind.COMMAND, Kind.CLAUSE):
            yield Kind.DECISION, *_trimmed(masked, start, cut)
            yield kind_of_rest, rest, end
            return
    yield kind, *_trimmed(masked, start, end)


def _merge_text(pieces: Iterator[_Piece]) -> Iterator[_Piece]:
    """Neighbouring pieces of text as one."""
    held: _Piece | None = None
    for piece in pieces:
        if held and held[0] is Kind.TEXT is piece[0]:
            held = (Kind.TEXT, held[1], piece[2])
            continue
        if held:
            yield held
        held = piece
    if held:
        yield held


def sentence_ranges(text: str, start: int, end: int) -> Iterator[_Range]:
    """Where the sentences of a passage lie. None ends inside brackets."""
    sentences = split_sentences(text[start:end])
    if len(sentences) == 1:
        yield _trimmed(text, start, end)
        return
    words = list(re.compile(r"\S+").finditer(text, start, end))
    first = at = 0
    for sentence in sentences:
        at += sentence.count(" ") + 1
        begin, finish = words[first].start(), words[at - 1].end()
        if at == len(words) or text.count("(", begin, finish) <= text.count(")", begin, finish):
            yield begin, finish
            first = at

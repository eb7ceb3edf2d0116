"""Clauses about words: replace, strike, insert, append, prepend words inside the text.

A clause may order several such changes: „nach dem Wort „A“ das Wort „B“ und nach dem Wort „C“ das Wort „D““. Each is
made a clause of its own; what it leaves out (the place) it takes from the one before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..commands import AppendWords, Command, InsertWords, Position, PrependWords, ReplaceWords, StrikeWords, Words
from ..diagnostics import NotUnderstood, Span
from ..messages import _
from .clauses import PLACES, WHERE, Clause, Here, Part, Thing, Units, hull
from .lexicon import OF_OLD_WORDS, Kind, Operation, Role
from .meaning import A_HALF_SENTENCE, Meaning, Places, where
from .rephrasing import as_exchange, at_the_end_of_units


def replacing(clause: Clause, around: Places) -> Meaning:
    """„das Wort „X“ durch das Wort „Y“ ersetzt“. All pairs at one place are one command."""
    commands: list[ReplaceWords] = []
    for change in _changes(clause, Role.BY):
        around = where(change.parts, around)
        command = ReplaceWords(places=around, span=change.span, pairs=_pairs(change), each=change.each)
        if commands and commands[-1].places == around:
            commands += _at_one_place(commands.pop(), command)
        else:
            commands.append(command)
    return Meaning(tuple(commands), around)


def _pairs(change: Clause) -> tuple[tuple[Words, str], ...]:
    olds, news = _passages(_old_words(change)), _passages(change.words(Role.BY))
    if any(old.span == new.span for old in olds for new in news):
        olds = []  # „wird die Formel durch folgende Formel ersetzt: „…““
    if len(news) == 1 < len(olds) and change.each:
        news *= len(olds)
    if len(olds) != len(news) or not olds:
        raise _unpaired(change.span, len(olds), len(news))
    for old_words, new_words in zip(olds, news, strict=True):
        _reject_new_unit(old_words, new_words)
    return tuple(zip(olds, (new.text for new in news), strict=True))


_AMOUNT = re.compile(r"(?:[0-9.,/]*[0-9])(?P<unit>\D*)")


def _reject_new_unit(old: Words, new: Words) -> None:
    """Refuse „von 5 auf 10 %“ without quotation marks: the „%“ stands behind the „5“ already."""
    unquoted = [
        " ".join(found["unit"].split()) for words in (old, new) if (found := _AMOUNT.fullmatch(words.span.text))
    ]
    if len(set(unquoted)) > 1:
        raise NotUnderstood.of(
            _("It is not clear whether what stands after the number changes as well."),
            new.span,
            _("Put both in quotation marks, each with all that is meant: „5 %“, „10 %“."),
        )


def _at_one_place(first: ReplaceWords, second: ReplaceWords) -> list[ReplaceWords]:
    """Both as one command; as two if only one of them is meant for each occurrence and the other leaves that alone."""
    if first.each == second.each:
        return [replace(first, pairs=first.pairs + second.pairs, span=hull(first.span, second.span))]
    if any(old.text in new for old, _new in second.pairs for _old, new in first.pairs):
        raise NotUnderstood.of(
            _("Words that this sentence puts in are replaced by it again."),
            second.span,
            _("Write a sentence for each, in the order in which they are to be done."),
        )
    return [first, second]


def striking(clause: Clause, around: Places) -> Meaning:
    """„das Wort „X“ gestrichen“, „das Komma nach dem Wort „X“ gestrichen“."""
    commands: list[Command] = []
    for change in _changes(clause):
        around = where(change.parts, around)
        words = tuple(_passages(_old_words(change)))
        commands.append(StrikeWords(places=around, span=change.span, words=words, each=change.each))
    return Meaning(tuple(commands), around)


def inserting(clause: Clause, around: Places) -> Meaning:
    """„nach dem Wort „X“ das Wort „Y“ eingefügt“; without a neighbour named, at the end or at the beginning."""
    changes: list[Clause] = []
    for change in _changes(clause):
        if changes and not change.units(*PLACES) and not change.words(Role.AFTER, Role.BEFORE):
            before = changes.pop()  # „ein Komma und werden die Wörter „X“ eingefügt“
            change = replace(change, parts=before.parts + change.parts, span=hull(before.span, change.span))
        changes.append(change)
    commands: list[Command] = []
    for change in changes:
        around = where(change.parts, around)
        commands += _insertions(change, around)
    return Meaning(tuple(commands), around)


def _insertions(change: Clause, around: Places) -> Iterator[Command]:
    if change.operation is Operation.PREPEND:
        change.reject(change.words(Role.AFTER))
    anchors, comma = _anchors(change)
    words, span = _joined([*comma, *change.words(Role.THEME)], change.span), change.span
    if anchors:
        before = not change.words(Role.AFTER)
        for anchor in anchors:
            yield InsertWords(places=around, span=span, anchor=anchor, words=words, before=before, each=change.each)
    elif change.operation is Operation.PREPEND or change.marked(Kind.START):
        yield PrependWords(places=around, span=span, words=words)
    elif change.operation in (Operation.APPEND, Operation.EXTEND) or change.marked(Kind.END):
        yield AppendWords(places=around, span=span, words=words)
    else:
        raise _unclear_place(span)


def _unclear_place(span: Span) -> NotUnderstood:
    return NotUnderstood.of(
        _("It is not said where the words go."),
        span,
        _("Name the words next to them: „nach dem Wort „…““, or say „am Ende“."),
    )


def _anchors(change: Clause) -> tuple[list[Words], list[Words]]:
    """The words next to which to insert; and the comma in „nach dem Wort „X“ nach einem Komma das Wort „Y““."""
    after = [part for part in change.parts if part.role is Role.AFTER]
    comma = after.pop().words if len(after) > 1 and after[-1].article.startswith("ein") else []
    anchors, before = [words for part in after for words in part.words], change.words(Role.BEFORE)
    if len(after) > 1:
        if len(anchors) != 2 or not _is_punctuation(anchors[1]):
            raise _unclear_place(change.span)
        anchors = [replace(anchors[1], after=anchors[0].text)]
    if anchors and before:
        anchors = [replace(words, before=before[0].text) for words in anchors]
    return anchors or before, comma


def _changes(clause: Clause, *roles: Role) -> list[Clause]:
    """Each change as a clause: „und“ leads to a new one when the words of the one before have been said.

    Only parts that say something here are allowed: places, old or new words, words next to them, and those in `roles`.
    """
    changes: list[list[Part]] = [[]]
    clause = at_the_end_of_units(clause) if clause.operation in OF_OLD_WORDS else clause
    places = WHERE if clause.operation in OF_OLD_WORDS else PLACES
    for part in as_exchange(_parts(clause)):
        if part.role not in (*PLACES, Role.AFTER, Role.BEFORE, *roles) or not _is_of_one_kind(part, places):
            clause.reject([part])
        said = {before.role for before in changes[-1] if before.words}
        if part.joined and Role.THEME in said:
            changes.append([])
        elif part.role in said and part.role in (Role.THEME, Role.BY):
            clause.reject([part])
        changes[-1].append(part)
    spans = [hull(*(part.span for part in parts)) for parts in changes]
    whole = [tuple(parts) for parts in _each_where_the_place_is(changes)]
    if len(changes) == 1:
        return [replace(clause, parts=whole[0])]
    return [replace(clause, parts=parts, span=span) for parts, span in zip(whole, spans, strict=True)]


def _each_where_the_place_is(changes: Sequence[Sequence[Part]]) -> Iterator[Sequence[Part]]:
    """„In der gesamten Satzung werden „A“ durch „B“ und „C“ durch „D“ ersetzt“: who takes a place takes that too."""
    each = False
    for parts in changes:
        if places := [part for part in parts if part.role in WHERE]:
            each = any(part.each for part in places)
        yield [replace(part, each=True) for part in parts] if each else parts


def _is_of_one_kind(part: Part, places: Sequence[Role]) -> bool:
    """Words; or places that there are, where a preposition may lead to places."""
    if part.words:
        return len(part.words) == len(part.things) and part.role not in WHERE
    return part.role in places and not any(unit.fresh or unit.text or unit.label for unit in part.units)


def _parts(clause: Clause) -> list[Part]:
    """The parts, with the words after the sentence where they are promised: „folgendes“, „folgender Halbsatz“."""
    new = clause.new
    if new is None:
        return list(clause.parts)
    words = Words(new.text, new.span)
    parts = [
        replace(part, things=tuple(words if _promises_words(thing) else thing for thing in part.things))
        for part in clause.parts
    ]
    if any(found.span == new.span for part in parts for found in part.words):
        return parts
    if clause.operation in OF_OLD_WORDS:
        clause.reject_new_text()
    return [*parts, Part(Role.THEME, (words,))]


def _promises_words(thing: Thing) -> bool:
    if isinstance(thing, Units):
        return thing.citations == (A_HALF_SENTENCE,)
    return isinstance(thing, Here)


def _old_words(change: Clause) -> list[Words]:
    """The old words, as far as what stands around them says which occurrence is meant."""
    found = change.words(Role.THEME)
    for mark in change.marks:
        if mark.symbol in (Kind.START, Kind.END):
            position = Position.START if mark.symbol is Kind.START else Position.END
            found = [replace(words, position=position) for words in found]
        elif mark.symbol is Kind.OCCURRENCE:
            found = [replace(words, nth=int(mark.text)) for words in found]
    for role in (Role.AFTER, Role.BEFORE):
        change.reject([part for part in change.parts if part.role is role][1:])
        if anchors := change.words(role):
            found = [_beside(words, anchor, role) for words in found for anchor in anchors]
    return found


def _beside(words: Words, anchor: Words, role: Role) -> Words:
    """„nach dem Wort „A“ das Wort „B““: only where they stand so. Each of several anchors has its own words."""
    return replace(words, after=anchor.text) if role is Role.AFTER else replace(words, before=anchor.text)


def _passages(words: Sequence[Words]) -> list[Words]:
    """Spelled punctuation joined to the words beside it: „ein Komma und die Wörter „X““ is the passage ", X"."""
    found: list[Words] = []
    for each in words:
        if found and found[-1].span != each.span and (_is_punctuation(found[-1]) or _is_punctuation(each)):
            before = found.pop()
            space = "" if each.text[:1] in ",.;:)" else " "
            each = replace(before, text=f"{before.text}{space}{each.text}", span=hull(before.span, each.span))
        found.append(each)
    return found


def _is_punctuation(words: Words) -> bool:
    return not any(char.isalnum() for char in words.text)


def _joined(words: Sequence[Words], span: Span) -> str:
    passages = _passages(words)
    if len(passages) == 1:
        return passages[0].text
    if not passages:
        raise NotUnderstood.of(_("It is not said which words."), span, _("Put them in quotation marks: das Wort „…“."))
    raise NotUnderstood.of(
        _("It is not said how these words stand together."),
        span,
        _("Put them into one pair of quotation marks, as they are to be read."),
    )


def _unpaired(span: Span, olds: int, news: int) -> NotUnderstood:
    if not olds:
        message = _("It is not said which words are replaced.")
    elif not news:
        message = _("It is not said what the words are replaced by.")
    else:
        message = _("{olds} passages are replaced by {news}.").format(olds=olds, news=news)
    return NotUnderstood.of(message, span, _("Write for each: das Wort „…“ durch das Wort „…“."))

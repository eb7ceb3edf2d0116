"""What makes it uncertain where the new text of a command ends, or what of it is meant: text in, diagnostics out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ..commands import NewText
from ..diagnostics import Diagnostic
from ..messages import _
from .acttext import ActText
from .dates import DATE
from .passages import Passage
from .points import Mark, follows
from .prose import Kind


def doubts_about(act: ActText, run: Sequence[Passage], following: Sequence[Passage]) -> tuple[Diagnostic, ...]:
    """What makes it uncertain that a block of text is complete and, without quotation marks, nothing but new text."""
    if run[0].kind is Kind.QUOTE:
        (quotation, *_more) = act.quotations_in(run[0].start, run[0].end)
        return unlike_new_text(act.new_text(quotation.inner_start, quotation.inner_end))
    text = act.new_text(run[0].whole_start, run[-1].end)
    return tuple(_both_versions(text)) or (
        *unlike_new_text(text),
        *_quoted_begin(act, run),
        *_open_end(act, run),
        *_end_of_act(act, run),
        *_unfinished(text),
        *_interrupted(act, run, following),
    )


def unlike_new_text(text: NewText) -> tuple[Diagnostic, ...]:
    """What no new text has in it, quoted or not."""
    return (*_elisions(text), *_marked(text))


OLD_HEAD = r"(?i:bisher\w*|alte?\w*)(?:\s+\w+)?"
NEW_HEAD = r"(?i:neue?\w*|künftig\w*|geändert\w*)(?:\s+\w+)?"
"""What stands over the old and the new wording in a table."""

_BOTH_VERSIONS = re.compile(rf"{OLD_HEAD}[ \t]*\|[ \t]*{NEW_HEAD}[ \t]*\|?[ \t]*$", re.MULTILINE)


def _both_versions(text: NewText) -> Iterator[Diagnostic]:
    """„Satz 1 erhält folgende Fassung: / alt | neu / … | …“"""
    if _BOTH_VERSIONS.match(text.text):
        yield Diagnostic(
            _("Old and new wording stand side by side; only the new one can be new text."),
            text.span,
            _("Give only the new wording, or name the place before the table without a command: „§ 3 Absatz 2:“"),
        )


_ELIDED = re.compile(
    r"[\[(]\s*(?:…|\.\.\.)\s*[\])]|\.{5,}|^(?:\([0-9a-z]+\)\s*)?„?(?:…|\.\.\.)|(?:…|\.\.\.)“?$"
    r"|[a-zäöüß][,;]?\s+(?:…|\.\.\.)\s+[a-zäöüß]"
)
_UNCHANGED = re.compile(
    r"(?m)^[^.\n]{0,30}\bunverändert\W*$|^\W*(?:\w{1,3}[.)]+\s+)?\W*(?:wie (?:bisher|gehabt|zuvor)|bleibt|bleiben)\W*$"
)

_LEAVING_OUT = ("…", "...", "unverändert", "wie bisher", "wie gehabt", "wie zuvor", "bleib")
"""What all of these have in them, looked for first: it is found faster."""


def _elisions(text: NewText) -> Iterator[Diagnostic]:
    """„[…]“ and „Satz 1 unverändert“ stand for words that nobody can copy with certainty."""
    may = any(sign in text.text for sign in _LEAVING_OUT)
    if may and (_ELIDED.search(text.text) or _UNCHANGED.search(text.text)):
        yield Diagnostic(
            _("The new text leaves out words that are to stay."),
            text.span,
            _("Give the new wording in full, or command only what changes."),
        )


_HOW_MARKED = (
    r"(?:[^\])]*\b(?:kursiv|fett|unterstrichen|durchgestrichen|markiert|hervorgehoben)\b"
    r"|(?:bisher\w*|alt|vorher|zuvor|früher|(?:an)?statt)(?:\s+Fassung)?(?:\s*:|(?=\s+„)))"
)
_MARKED = re.compile(rf"~~|</?(?:del|ins|s|strike|u)>|\[{_HOW_MARKED}|\({_HOW_MARKED}")


def _marked(text: NewText) -> Iterator[Diagnostic]:
    """„~~alt~~ neu“, „[Änderungen fett]“, „(bisher: …)“: what was, and what is new, in one text."""
    if found := _MARKED.search(text.text):
        yield Diagnostic(
            _("The new text shows its own changes: „{words}“.").format(words=found[0]),
            text.span,
            _("Give only the words that are to stand in the text."),
        )


def _unfinished(text: NewText) -> Iterator[Diagnostic]:
    if text.text.endswith(":"):
        yield Diagnostic(
            _("The new text ends with a colon; what should follow it is missing."),
            text.span,
            _("Give the new wording in full, or put quotation marks around it if it ends there."),
        )


def _open_end(act: ActText, run: Sequence[Passage]) -> Iterator[Diagnostic]:
    """Without quotation marks, a further paragraph may be new text or explanation."""
    lines = [passage for passage in run if passage.begins_line]
    tail: list[Passage] = []
    for before, line in pairwise(run):
        if line.begins_line and line.labels and not _is_remark(act, before, line):
            tail.clear()
        elif line.begins_line and not _is_wrapped(act, before, line):
            tail.append(line)
    if tail and tail[0] in lines[1:2] and _is_title(act, lines[0]):
        tail = tail[1:]
    if tail:
        yield _belongs(act, tail[0], tail[-1])


_WHOLE_SENTENCE_QUOTED = re.compile(r"[.!?]“\s+(?=[A-ZÄÖÜ0-9(])|.“\s+\([^()\n]*\)\W*(?:\n|$)")


def _quoted_begin(act: ActText, run: Sequence[Passage]) -> Iterator[Diagnostic]:
    """„„Gäste zahlen.“ Der Rat ist arm.“: the quotation alone is the new text, or all of it."""
    quotations = act.quotations_in(run[0].start, run[0].end)
    first = next((quotation for quotation in quotations if quotation.start == run[0].start), None)
    if first and _WHOLE_SENTENCE_QUOTED.match(act.plain.text, first.end - 2):
        yield _belongs(act, Passage(run[0].kind, first.end, run[0].end), run[-1])


_FIRST = ("1", "a", "aa", "aaa", "I")


def _interrupted(act: ActText, run: Sequence[Passage], following: Sequence[Passage]) -> Iterator[Diagnostic]:
    """What ends a text without quotation marks may stand inside it: its numbering goes on behind, or its sentences do.

    „Vorsitzende“ may be a signature, „Hinweis: …“ an explanation; „(3) …“ after „(2) …“ tells that they are not.
    """
    labels = [label for passage in run for label in passage.labels if label.mark >= Mark.KLAMMER][-1:]
    signed = following[:1] and following[0].kind is Kind.CLOSING
    dated = signed and re.search(DATE, act.masked[following[0].start : following[0].end])
    for passage in following:
        if passage.kind in (Kind.COMMAND, Kind.CLAUSE, Kind.ARTICLE, Kind.HEADING, Kind.MOTION):
            return
        if any(label.mark is labels[-1].mark and label.number in _FIRST for label in passage.labels if labels):
            labels = []  # another list begins
        goes_on = bool(passage.labels) and bool(labels) and follows(tuple(labels), passage.labels[0])
        sentence = passage.kind is Kind.TEXT and act.masked[passage.end - 1] == "." and not dated
        if goes_on or (signed and sentence):
            yield _belongs(act, passage, passage)
            return


def _belongs(act: ActText, first: Passage, last: Passage) -> Diagnostic:
    return Diagnostic(
        _("It is not clear whether this still belongs to the new text."),
        act.span(first.start, last.end),
        _("Put quotation marks around the new text."),
    )


_OF_CHANGE = re.compile(r"\W*(?:Die|Der|Das|Diese[rs]?)\s+(?:\w*[äÄ]nderung|\w*Nachtrag|Neufassung|Neuregelung)")


def _end_of_act(act: ActText, run: Sequence[Passage]) -> Iterator[Diagnostic]:
    """„3. Die Änderung tritt am 1. Mai in Kraft.“ at the end of a list may be its item, or the end of the act.

    So may a second „(1)“.
    """
    for index, passage in enumerate(run[1:], start=1):
        itemised = bool(passage.labels) and passage.labels[0].mark is not Mark.KLAMMER
        again = any(label.number in _FIRST for label in passage.labels) and any(other.labels for other in run[:index])
        if passage.kind is Kind.IN_FORCE and (itemised or again or _OF_CHANGE.match(act.masked, passage.start)):
            yield _belongs(act, passage, passage)
            return


def _is_remark(act: ActText, before: Passage, line: Passage) -> bool:
    """Whether a dash stands after a full sentence: a list begins otherwise, a remark so."""
    dashed = line.labels[0].mark is Mark.STRICH and not (before.labels and before.labels[0].mark is Mark.STRICH)
    return dashed and act.masked[before.end - 1] in ".!?"


def _is_wrapped(act: ActText, before: Passage, line: Passage) -> bool:
    """Whether the line only goes on with the sentence before it, which the layout broke, or with its table."""
    between = act.masked[before.end : line.whole_start]
    rows = ["|" in act.masked[passage.start : passage.end] for passage in (before, line)]
    if any(rows):
        return rows[1] and (rows[0] or act.masked[before.end - 1] == ":")
    ended = act.masked[before.end - 1] in ".:;!?“"
    return between.count("\n") < 2 and not ended


def _is_title(act: ActText, line: Passage) -> bool:
    text = act.masked[line.start : line.end].rstrip()
    short = not line.labels and len(text) < 100 and not text.endswith((".", ",", ";", ":"))
    return line.kind is Kind.ADDRESS or short

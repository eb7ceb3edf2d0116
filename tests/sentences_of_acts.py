"""Sentences of acts and what they mean, as text: for the case files of tests/commands and the examples of the docs.

A case is a paragraph: a frame in square brackets if there is one, the sentence with its new text, and below it, after
„→“, each command (or frame) it means, or after „✗“ each refusal with the words it points to and its hint.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import assert_never

from regelwerk.citation import Citation, Step
from regelwerk.citations import scan_citations
from regelwerk.commands import (
    AddUnits,
    AppendUnits,
    AppendWords,
    Command,
    Expect,
    InsertUnits,
    InsertWords,
    Instruction,
    NewText,
    Position,
    PrependUnits,
    PrependWords,
    Quote,
    Recast,
    RecastFromAnnex,
    Renumber,
    Repeal,
    RepealText,
    ReplaceWords,
    Shift,
    StrikeWords,
    Unwrap,
    Words,
    Wrap,
)
from regelwerk.diagnostics import Diagnostic, NotUnderstood, Source
from regelwerk.language import read_instruction

_MEANING = re.compile(r"^ *[→✗]", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Case:
    """A sentence under its frame, and the lines that say what it must mean."""

    frame: str
    sentence: str
    meaning: str


def cases(text: str) -> Iterator[Case]:
    """The cases in a text; lines beginning with „#“ are for people."""
    for paragraph in re.split(r"\n[ \t]*\n", "\n".join(line for line in text.split("\n") if not line.startswith("#"))):
        paragraph = paragraph.strip("\n")
        if not paragraph.strip():
            continue
        framed = re.match(r"\[(.*)\]\n", paragraph)
        rest = paragraph[framed.end() :] if framed else paragraph
        begin = _MEANING.search(rest)
        assert begin, f"no meaning in: {paragraph}"
        yield Case(framed[1] if framed else "", rest[: begin.start()].strip(), rest[begin.start() :].rstrip())


def meaning(case: Case) -> str:
    """What the sentence of the case means, in the words of the case files."""
    try:
        reading = read_instruction(instruction(case.sentence), citations(case.frame))
    except NotUnderstood as refused:
        return "\n".join(map(_refusal, refused.diagnostics))
    lines = [f"  → {_described(command)}" for command in reading.commands]
    lines += [f"  → frame: {_cited(reading.frame)}"] if reading.frame is not None else []
    return "\n".join(lines)


def instruction(sentence: str) -> Instruction:
    """The sentence with its quotations found."""
    source = Source("act", sentence)
    quotes = tuple(
        Quote(found[0][1:-1], source.span(*found.span())) for found in re.finditer(r"„[^„“]*“|\"[^\"]*\"", sentence)
    )
    return Instruction(source.span(), quotes)


def citations(text: str) -> tuple[Citation, ...]:
    """The places that a text cites."""
    scan = scan_citations(text)
    assert not text or (scan and scan.end == len(text)), text
    return scan.citations if scan else ()


def _refusal(diagnostic: Diagnostic) -> str:
    marked = diagnostic.span.text if diagnostic.span else ""
    return f"  ✗ {diagnostic.message}\n    at: {marked}\n    hint: {diagnostic.hint}"


def _described(command: Command) -> str:
    """A command in one line: kind, place, and all that it says."""
    at = _cited(command.places)
    match command:
        case ReplaceWords(pairs=pairs, each=each):
            what = "; ".join(f"{_words(old)} → „{new}“" for old, new in pairs) + _each(each)
        case InsertWords(anchor=anchor, words=words, before=before, each=each):
            what = f"„{words}“ {'before' if before else 'after'} {_words(anchor)}{_each(each)}"
        case StrikeWords(words=several, each=each):
            what = ", ".join(map(_words, several)) + _each(each)
        case AppendWords(words=words) | PrependWords(words=words):
            what = f"„{words}“"
        case Recast(new=new, announced=announced, each=each):
            what = _new(new, announced) + _each(each)
        case InsertUnits(new=new, announced=announced, before=before):
            at, what = f"{'before' if before else 'after'} {at}", _new(new, announced)
        case AddUnits(new=new, announced=announced) | AppendUnits(new=new, announced=announced):
            what = _new(new, announced)
        case PrependUnits(new=new, announced=announced):
            what = _new(new, announced)
        case Repeal(expected=expected):
            what = f"expected „{expected.text}“" if expected else ""
        case Renumber(to=to):
            what = f"→ {_cited(to)}"
        case Shift(by=by, onward=onward):
            what = f"by {by:+}" + (" and those after" if onward else "")
        case Wrap(to=unit):
            what = f"→ {_cited((unit,))}"
        case Unwrap():
            what = ""
        case Expect(text=text, after=after):
            what = f"„{text.text}“" + (" afterwards" if after else "")
        case RecastFromAnnex(annex=annex):
            what = annex
        case RepealText(title=title):
            what = f"„{title}“"
        case _:
            assert_never(command)
    return f"{command.kind}: {at}" + (f": {what}" if what else "")


def _cited(places: tuple[Citation, ...]) -> str:
    return ", ".join(" ".join(map(_step, place.steps)) or str(place) for place in places)


def _step(step: Step) -> str:
    return f"{step}{' (bisher)' if step.former else ''}{' (neu)' if step.new else ''}"


def _words(words: Words) -> str:
    said = [f"„{words.text}“"]
    said += [f"up to „{words.to}“"] if words.to else []
    said += [words.position.value] if words.position is not Position.ANYWHERE else []
    said += [f"no. {words.nth}"] if words.nth else []
    said += [f"right after „{words.after}“"] if words.after else []
    said += [f"right before „{words.before}“"] if words.before else []
    return " ".join(said)


def _new(new: NewText, announced: tuple[Citation, ...]) -> str:
    return f"„{new.text}“" + (f" as {_cited(announced)}" if announced else "")


def _each(each: bool) -> str:
    return " (each)" if each else ""

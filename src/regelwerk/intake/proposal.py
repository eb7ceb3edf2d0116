"""What a reader found in a document goes in as units; the proposed text comes out, with its findings at their places.

Characters that mislead the eye never reach the text: they are left out or read as what they look like, and reported.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from ..characters import FONT_BULLETS, MISLEADING, lookalikes, name
from ..citation import Level
from ..diagnostics import Diagnostic, NotUnderstood, Source
from ..messages import _
from ..structure.headings import read_heading
from .kinds import DocumentKind


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to be said about a unit: the message, its hint, and the words meant ("": the whole unit)."""

    message: str
    hint: str | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class Unit:
    """One line of the proposal. `apart`: a blank line stands above it. `mended`: on words put together in it."""

    text: str
    indent: int = 0
    apart: bool = True
    remarks: tuple[Remark, ...] = ()
    mended: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class Proposal:
    """The proposed text, what a person should look at in it, the pages if there are any, and the kind of document.

    `mended`: the words that were put together, each at its place; in the findings they are named all at once.
    """

    source: Source
    findings: tuple[Diagnostic, ...] = ()
    pages: int | None = None
    mended: tuple[Diagnostic, ...] = ()
    kind: DocumentKind = DocumentKind.TEXT


def propose(label: str, units: Iterable[Unit], pages: int | None = None, remarks: Iterable[Remark] = ()) -> Proposal:
    """The text of the units, one a line; `remarks` concern the document as a whole.

    Raises NotUnderstood if there is no text in them.
    """
    return _proposed(label, _with_contents_together(map(_readable, units)), pages, remarks)


def propose_exactly(label: str, units: Iterable[Unit]) -> Proposal:
    """The text of units of which the document says where blank lines stand.

    Raises NotUnderstood if there is no text in them.
    """
    return _proposed(label, map(_readable, units), None, ())


def _proposed(label: str, units: Iterable[Unit], pages: int | None, remarks: Iterable[Remark]) -> Proposal:
    lines: list[str] = []
    whole = [Diagnostic(remark.message, None, remark.hint) for remark in remarks]
    placed: list[_Placed] = []
    mended: list[_Placed] = []
    offset = 0
    for unit in units:
        if not unit.text:
            whole += (Diagnostic(remark.message, None, remark.hint) for remark in unit.remarks)
            continue
        if lines and unit.apart:
            lines.append("")
            offset += 1
        line = " " * unit.indent + unit.text
        placed += (_placed(remark, line, offset) for remark in unit.remarks)
        mended += (_placed(remark, line, offset) for remark in unit.mended)
        lines.append(line)
        offset += len(line) + 1
    source = Source(label, "".join(line + "\n" for line in lines))
    if not lines:
        raise NotUnderstood.of(_("There is no text in this document."), source.span())
    return Proposal(source, (*whole, *_said(source, placed)), pages, tuple(_said(source, mended)))


_Placed = tuple[int, int, Remark]


def _said(source: Source, placed: Iterable[_Placed]) -> Iterator[Diagnostic]:
    return (Diagnostic(remark.message, source.span(start, end), remark.hint) for start, end, remark in placed)


def _placed(remark: Remark, line: str, offset: int) -> _Placed:
    """Where the words of a remark stand, the whole line if it has none; `offset`: where the line begins."""
    start = line.find(remark.words) if remark.words else -1
    if start < 0:
        return offset + len(line) - len(line.lstrip()), offset + len(line), remark
    return offset + start, offset + start + len(remark.words), remark


def _with_contents_together(units: Iterable[Unit]) -> Iterator[Unit]:
    """The units, those of a table of contents without blank lines: it ends where one of its headings comes again."""
    seen: set[str] | None = None
    for unit in units:
        heading = read_heading(unit.text)
        if heading and heading.level is Level.INHALTSUEBERSICHT:
            seen = set()
        elif seen is not None:
            if (heading and heading.label in seen) or unit.text.startswith("(1)"):
                seen = None
            else:
                seen |= {heading.label} if heading and heading.label else set()
                unit = replace(unit, apart=False)
        yield unit


def quoted(text: str, longest: int = 80) -> str:
    """The text in German quotation marks, cut if it is long."""
    text = " ".join(text.split())
    return f"„{text if len(text) <= longest else text[: longest - 1].rstrip() + '…'}“"


_BULLETS = str.maketrans(dict.fromkeys(FONT_BULLETS, "•"))
_UNKNOWN = re.compile("[\ue000-\uf8ff\ufffd]")


def _readable(unit: Unit) -> Unit:
    """The unit with characters that show, in composed form, and remarks on what was changed for that."""
    text = unicodedata.normalize("NFC", " ".join(unit.text.split())).replace("\u00ad", "").translate(_BULLETS)
    remarks = tuple(_hidden(text)) + tuple(_unknown(text))
    text = MISLEADING.sub("", text)
    for place, latin in lookalikes(text):
        message = _("{name} only looks like „{latin}“; it was read as that.").format(
            name=name(text[place]), latin=latin
        )
        text = text[:place] + latin + text[place + 1 :]
        remarks += (Remark(message),)
    return replace(unit, text=text, remarks=unit.remarks + remarks)


def _hidden(text: str) -> Iterator[Remark]:
    for char in sorted(set(MISLEADING.findall(text))):
        yield Remark(_("Invisible character {name}: left out.").format(name=name(char)))


def _unknown(text: str) -> Iterator[Remark]:
    for char in sorted(set(_UNKNOWN.findall(text))):
        message = _("A character that has no meaning outside the font of the document.")
        yield Remark(message, _("Look it up in the document and type what stands there."), char)

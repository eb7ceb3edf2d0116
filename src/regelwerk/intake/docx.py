"""A DOCX goes in, its proposed text comes out: one line for each paragraph, with the number printed before it.

Recorded changes and hidden text are refused unless somebody said what to do with them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from ..diagnostics import Diagnostic, NotUnderstood, Source
from ..messages import _, ngettext
from ..provision import CELL
from ..textfile import refusal
from .docx_numbering import Numbering, indent_of
from .docx_package import Package, W, damaged, read_package
from .docx_styles import Styles
from .docx_text import ADDED, REMOVED, ParagraphText, TextReader, mark_changes
from .proposal import Proposal, Remark, Unit, propose, quoted
from .xmlfile import plain

_TWIPS_PER_SPACE = 110
"""Half an em of usual letters."""
_SHOWN = 5
"""How many of the recorded changes are quoted."""
_PAGE = re.compile(r"\t[0-9]+\s*$")
"""The page number of an entry in a table of contents."""


def read_docx(label: str, data: bytes, tracked: str = "refuse") -> Proposal:
    """The text proposed for a DOCX. `tracked`: „accept“ or „reject“ recorded changes, or „refuse“ the document.

    Raises NotUnderstood for damaged, protected and oversized files, and for recorded changes and hidden text if those
    are to be refused.
    """
    package = read_package(label, data)
    if tracked == "refuse":
        _refuse_changes(label, package.document)
    try:
        reader = _Reader(package, tracked)
        units = list(reader.units())
    except (ValueError, LookupError, RecursionError):
        raise damaged(label) from None
    if reader.hidden and tracked == "refuse":
        raise NotUnderstood(*(_hidden(label, why, text) for why, text in reader.hidden))
    return propose(label, units, remarks=reader.remarks(package))


_CHANGES = (*ADDED, *REMOVED, f"{W}cellIns", f"{W}cellDel", f"{W}cellMerge")


def _refuse_changes(label: str, document: etree._Element) -> None:
    """Raise NotUnderstood if changes are recorded in the document."""
    changes = list(document.iter(*_CHANGES))
    if not changes:
        return
    problem = ngettext(
        "The document has {count} recorded change that nobody has accepted or rejected:",
        "The document has {count} recorded changes that nobody has accepted or rejected:",
        len(changes),
    )
    words = [(change.tag in ADDED, plain(change)) for change in changes]
    shown = [f"{'+' if added else '−'} {quoted(text)}" for added, text in words if text][:_SHOWN]
    if len(changes) > len(shown):
        shown.append("…")
    hint = _("Import with --accept-changes or --reject-changes, or decide in the word processor.")
    raise refusal(label, f"{problem} {', '.join(shown)}", hint)


def _hidden(label: str, why: str, text: str) -> Diagnostic:
    message = _("Hidden text ({why}): {text}.").format(why=why, text=text)
    hint = _("Make it show or delete it in the word processor; --accept-changes and --reject-changes leave it out.")
    return Diagnostic(message, Source(label, "").span(), hint)


class _Reader:
    """Walks through the body in the order of the text."""

    def __init__(self, package: Package, tracked: str) -> None:
        self._package = package
        self._dropped = REMOVED if tracked == "accept" else ADDED
        self._styles = Styles(package.styles)
        self._numbering = Numbering(package.numbering, self._styles)
        self._text = TextReader(self._styles, lambda tag: tag not in self._dropped, self._note)
        self._fields: list[str] = []
        self.hidden: list[tuple[str, str]] = []

    def units(self) -> Iterator[Unit]:
        body = self._package.document.find(f"{W}body")
        if body is not None:
            yield from self._blocks(body)

    def _blocks(self, parent: etree._Element) -> Iterator[Unit]:
        """The units of the paragraphs and tables in an element. A removed end joins a paragraph to the next."""
        pending: list[etree._Element] = []
        for child in parent:
            if child.tag == f"{W}p":
                pending.append(child)
                if not mark_changes(child.find(f"{W}pPr")) & self._dropped:
                    yield self._paragraph(pending)
                    pending = []
            elif child.tag == f"{W}tbl":
                yield from self._table(child)
            elif child.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}customXml") or self._is_kept(child):
                yield from self._blocks(child)
            elif child.tag == f"{W}altChunk":
                yield Unit("", remarks=(Remark(_("A document put into this one was left out.")),))
        if pending:
            yield self._paragraph(pending)

    def _is_kept(self, element: etree._Element) -> bool:
        return element.tag in ADDED | REMOVED and element.tag not in self._dropped

    def _paragraph(self, paragraphs: list[etree._Element]) -> Unit:
        """The unit of paragraphs that are one; the last of them says how it is set."""
        properties = paragraphs[-1].find(f"{W}pPr")
        words = [self._text.words(paragraph) for paragraph in paragraphs]
        return self._unit(properties, words)

    def _unit(self, properties: etree._Element | None, words: list[ParagraphText]) -> Unit:
        text = " ".join(part.text.strip() for part in words)
        remarks = [remark for part in words for remark in part.remarks]
        hidden = [found for part in words for found in part.hidden]
        self.hidden += hidden
        message = _("Hidden text ({why}) was left out: {text}.")
        remarks += (Remark(message.format(why=why, text=text)) for why, text in hidden)
        if self._styles.name(properties).startswith("toc "):
            return Unit(_PAGE.sub("", text), apart=False, remarks=tuple(remarks))
        self._fields += [result for part in words for result in part.fields if result.strip()]
        number = self._numbering.printed(properties)
        own = next((element for element, _style in self._styles.along(properties, "ind")), None)
        indent = indent_of(own) if own is not None or number is None else number.indent
        if number is not None:
            text = f"{number.label} {text}".strip()
            if number.unknown:
                message = _("The format „{format}“ of this number is not known; it was read as a plain number.")
                remarks.append(Remark(message.format(format=number.unknown)))
        return Unit(text, round(indent / _TWIPS_PER_SPACE), remarks=tuple(remarks))

    def _table(self, table: etree._Element) -> Iterator[Unit]:
        """The rows of a table as units „a | b“. Rows added or removed by a change count as that says."""
        first = True
        for row in table.iterfind(f"{W}tr"):
            marks = row.find(f"{W}trPr")
            if marks is not None and any(mark.tag in self._dropped for mark in marks):
                continue
            cells = [list(self._blocks(cell)) for cell in row.iterfind(f"{W}tc")]
            if len(cells) == 1:
                yield from cells[0]
                continue
            text = CELL.join(" ".join(unit.text for unit in cell if unit.text) for cell in cells)
            remarks = tuple(remark for cell in cells for unit in cell for remark in unit.remarks)
            yield Unit(text, apart=first, remarks=remarks)
            first = False

    def _note(self, kind: str, key: str) -> str:
        """The text of a footnote or endnote."""
        notes = self._package.footnotes if kind == "footnote" else self._package.endnotes
        found = notes.iterfind(f"{W}{kind}") if notes is not None else ()
        return next((plain(note) for note in found if note.get(f"{W}id") == key), "")

    def remarks(self, package: Package) -> list[Remark]:
        """What to say about the document as a whole, after its units were read."""
        remarks = []
        if self._fields:
            message = _("Fields stand as they were last saved: {texts}.")
            texts = ", ".join(quoted(text) for text in dict.fromkeys(self._fields))
            remarks.append(
                Remark(message.format(texts=texts), _("Update the fields in the word processor to be sure."))
            )
        if package.comments is not None and len(package.comments):
            remarks.append(Remark(_("Comments in the margin were left out.")))
        return remarks

"""A LegalDocML.de document goes in that marks where its sentences end; the lines of its canonical text come out.

Such a file leaves nothing to be guessed: units, lists and sentences are read as they are marked.
"""

from __future__ import annotations

from base64 import b64decode
from binascii import Error
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from lxml import etree

from ..messages import _
from ..provision import CELL
from ..structure.layout import MARGIN, TAIL, inner_column
from ..textfile import refusal
from .proposal import Unit
from .xmlfile import name, plain, read_xml

ADDRESS = "data:application/xml;base64,"
"""How the address of an annex begins that holds the annex itself."""
_GROUPS = ("book", "part", "chapter", "section", "subsection", "title", "subtitle")
_KNOWN = {
    *_GROUPS, "preface", "longTitle", "docTitle", "container", "preamble", "formula", "recitals", "recital",
    "blockContainer", "toc", "tocItem", "span", "body", "article", "paragraph", "num", "heading", "content", "p",
    "marker", "block", "tblock", "blockList", "listIntroduction", "listWrapUp", "item", "table", "tr", "td",
    "conclusions", "attachments", "attachment", "documentRef", "inline", "mainBody",
}  # fmt: skip


def marked_lines(label: str, document: etree._Element) -> list[Unit] | None:
    """The lines of the canonical text. None if sentences are not marked, or if not every word has its place in a line.

    Raises NotUnderstood if an annex cannot be read.
    """
    annexes = [_annex(label, part.get("href", "")) for part in document.iter("{*}documentRef")]
    documents = [document, *(annex for annex in annexes if annex is not None)]
    parts = [part for found in documents for part in found if name(part) != "meta"]
    elements = [element for part in parts for element in part.iter()]
    marked = any(element.get("refersTo") == "satzende" for element in elements)
    if None in annexes or not marked or not {name(element) for element in elements} <= _KNOWN:
        return None
    lines = [line for found in documents for part in found for line in _lines(part, name(found) == "doc")]
    words = "".join(text for part in parts for text in part.itertext())
    return lines if _letters(words) == _letters(" ".join(line.text for line in lines)) else None


def _letters(text: str) -> str:
    """The text without white space and the bars between cells."""
    return "".join(text.replace("|", " ").split())


def _lines(part: etree._Element, is_annex: bool) -> Iterator[Unit]:
    match name(part):
        case "preface":
            title = "".join(plain(child) if name(child) != "container" else "" for child in part)
            yield Unit(title, apart=is_annex)
            for container in part.iterchildren("{*}container"):
                yield from _parts(container, first=False)
        case "preamble":
            yield from _before(part)
        case "body":
            yield from _groups(part)
        case "mainBody":
            yield from _parts(part)
        case "conclusions":
            yield from _apart(Unit(plain(line), apart=False) for formula in part for line in formula)
        case _:
            pass


def _apart(lines: Iterable[Unit]) -> Iterator[Unit]:
    """The lines with a blank line above."""
    for number, line in enumerate(lines):
        yield line if number else replace(line, apart=True)


def _before(preamble: etree._Element) -> Iterator[Unit]:
    for part in preamble:
        if name(part) == "formula":
            yield from _apart(_sentences(part, MARGIN))
        else:
            yield from _heading(part)
            for inside in _below(part):
                yield from _parts(inside) if name(inside) == "recital" else _entries(inside)


def _entries(contents: etree._Element) -> Iterator[Unit]:
    return (Unit(plain(entry), MARGIN, apart=False) for entry in contents)


def _child(element: etree._Element, tag: str) -> str | None:
    """The text of the child with this name, None if there is none."""
    found = element.find(f"{{*}}{tag}")
    return None if found is None else plain(found)


def _heading(element: etree._Element) -> Iterator[Unit]:
    text = f"{_child(element, 'num') or ''} {_child(element, 'heading') or ''}".strip()
    if text:
        yield Unit(text)


def _below(element: etree._Element) -> list[etree._Element]:
    return [child for child in element if name(child) not in ("num", "heading")]


def _groups(parent: etree._Element) -> Iterator[Unit]:
    """Groups and §§; a group or § without a name is none, and what it holds stands in its place."""
    for position, element in enumerate(_below(parent)):
        heading = list(_heading(element))
        yield from heading
        if name(element) in _GROUPS:
            yield from _groups(element)
        else:
            for number, paragraph in enumerate(_below(element)):
                yield from _absatz(paragraph, first=not number and (bool(heading) or not position))


def _absatz(paragraph: etree._Element, first: bool) -> Iterator[Unit]:
    label = _child(paragraph, "num")
    for content in _below(paragraph):
        if label:
            yield from _labelled(label, list(content), 0)
        elif first:
            yield from _parts(content)
        else:
            yield from _apart(_parts(content))


def _parts(parent: etree._Element, first: bool = True) -> Iterator[Unit]:
    """What stands in an annex, a preamble or outside of all §§."""
    for position, element in enumerate(_below(parent)):
        if name(element) == "tblock":
            yield from _part(element, first and not position)
        elif name(element) == "toc":
            yield from _entries(element)
        else:
            yield from _sentence(element, MARGIN)


def _part(block: etree._Element, first: bool) -> Iterator[Unit]:
    below = _below(block)
    if _child(block, "heading") is not None:
        yield from _heading(block)
        yield from _parts(block)
    elif label := _child(block, "num"):
        yield from _labelled(label, below, 0)
    elif all(name(element) == "block" for element in below):
        yield from _apart(Unit(plain(line), apart=False) for line in below)
    else:
        yield from _sentences(block, MARGIN) if first else _apart(_sentences(block, MARGIN))


def _labelled(label: str, below: Sequence[etree._Element], column: int) -> Iterator[Unit]:
    """An Absatz or list item: its title or its first words stand in the line of its label."""
    inner = inner_column(label, column)
    title = _title(below)
    if title is not None:
        yield Unit(f"{label} {plain(title)}", column, apart=False)
        rest = _below(below[0]) if name(below[0]) == "tblock" else below[1:]
        yield from _apart(line for element in rest for line in _sentence(element, inner))
        return
    lines = [line for element in below for line in _sentence(element, inner)]
    if lines and _opens(below[0]):
        yield Unit(f"{label} {lines[0].text}", column, apart=False)
        yield from lines[1:]
    else:
        yield Unit(label, column, apart=False)
        yield from lines


def _title(below: Sequence[etree._Element]) -> etree._Element | None:
    """The heading of an Absatz or list item."""
    first = below[0] if below else None
    if first is None or name(first) == "heading":
        return first
    return first.find("{*}heading") if name(first) == "tblock" else None


def _opens(element: etree._Element) -> bool:
    """Whether it begins with words of a sentence."""
    first = element[0] if name(element) == "blockList" and len(element) else element
    return name(first) in ("p", "listIntroduction") and bool(plain(first))


def _sentences(parent: etree._Element, column: int) -> Iterator[Unit]:
    return (line for element in parent for line in _sentence(element, column))


def _sentence(element: etree._Element, column: int) -> Iterator[Unit]:
    """The lines of a sentence, of several in a paragraph, or of what a sentence holds."""
    match name(element):
        case "blockList":
            yield from _sentences(element, column)
        case "item":
            below = [child for child in element if name(child) != "num"]
            yield from _labelled(_child(element, "num") or "", below, column)
        case "table":
            for row in element:
                yield Unit(CELL.join(plain(cell) for cell in row), column, apart=False)
        case "listWrapUp" | "block":
            yield Unit(plain(element), column + TAIL, apart=False)
        case _:
            yield from (Unit(words, column, apart=False) for words in _marked(element))


def _marked(paragraph: etree._Element) -> Iterator[str]:
    """The sentences of a paragraph."""
    text = paragraph.text or ""
    for part in paragraph:
        if part.get("refersTo") == "satzende":
            yield text
            text = part.tail or ""
        else:
            text += plain(part) + (part.tail or "")
    if text.strip():
        yield text


def _annex(label: str, address: str) -> etree._Element | None:
    """The document of an annex, None if the address only says where it is."""
    if not address.startswith(ADDRESS):
        return None
    try:
        data = b64decode(address.removeprefix(ADDRESS), validate=True)
    except Error:
        raise refusal(label, _("An annex in this XML file cannot be read.")) from None
    return next(iter(read_xml(label, data)), None)

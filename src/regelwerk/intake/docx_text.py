"""A paragraph of a DOCX goes in, its words come out, with what is hidden, struck, changed or only mentioned in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from lxml import etree

from ..messages import _
from .docx_package import W, value_of
from .docx_styles import Styles
from .proposal import Remark, quoted
from .xmlfile import name, plain

ADDED = {f"{W}ins", f"{W}moveTo"}
REMOVED = {f"{W}del", f"{W}moveFrom"}
_WRAPPERS = ("hyperlink", "smartTag", "sdt", "sdtContent", "fldSimple", "customXml", "dir", "bdo")
_INSIDE = {f"{W}{kind}" for kind in _WRAPPERS}
_CHARACTERS = {f"{W}tab": "\t", f"{W}br": " ", f"{W}cr": " ", f"{W}noBreakHyphen": "-", f"{W}softHyphen": ""}
_PICTURES = {f"{W}drawing", f"{W}pict", f"{W}object"}
_ALTERNATIVE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"


@dataclass(slots=True)
class ParagraphText:
    """The words of a paragraph, and remarks on them. `hidden`: why nobody sees what; `fields`: results of fields."""

    parts: list[str] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    hidden: list[tuple[str, str]] = field(default_factory=list)
    fields: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(self.parts)


class TextReader:
    """Reads paragraphs in their order: fields can reach over several of them.

    `keeps`: whether text inside an element that records a change belongs to the text. `note`: the text of a footnote.
    """

    def __init__(self, styles: Styles, keeps: Callable[[str], bool], note: Callable[[str, str], str]) -> None:
        self._styles = styles
        self._keeps = keeps
        self._note = note
        self._fields: list[bool] = []
        self._paragraph: etree._Element | None = None

    def words(self, paragraph: etree._Element) -> ParagraphText:
        """The words of a paragraph, with its tabs; breaks are spaces, and hidden words are left out and remarked."""
        self._paragraph = paragraph.find(f"{W}pPr")
        words = ParagraphText()
        self._inside(paragraph, words)
        return words

    def _inside(self, element: etree._Element, words: ParagraphText) -> None:
        for child in element:
            tag = str(child.tag)
            if tag == f"{W}r":
                self._run(child, words)
            elif tag in ADDED or tag in REMOVED:
                if self._keeps(tag):
                    self._inside(child, words)
            elif tag in _INSIDE:
                before = len(words.parts)
                self._inside(child, words)
                if tag == f"{W}fldSimple":
                    words.fields.append("".join(words.parts[before:]))
            elif name(child) in ("oMath", "oMathPara"):
                words.remarks.append(Remark(_("A formula was left out.")))

    def _run(self, run: etree._Element, words: ParagraphText) -> None:
        properties = run.find(f"{W}rPr")
        hidden = self._hidden(properties)
        text = "".join(self._pieces(run, words))
        if not text:
            return
        if hidden:
            words.hidden.append((hidden, quoted(text, 400)))
            return
        if any(self._styles.has(properties, self._paragraph, struck) for struck in ("strike", "dstrike")):
            message = _("Struck through, but kept in the proposal: {text}.").format(text=quoted(text))
            hint = _("Delete it if it is no longer part of the text.")
            words.remarks.append(Remark(message, hint, text.strip()))
        words.parts.append(text)

    def _hidden(self, properties: etree._Element | None) -> str:
        """Why nobody sees letters with these properties, "" if they show."""
        if self._styles.has(properties, self._paragraph, "vanish"):
            return _("set to hidden")
        if value_of(properties, "color").upper() == "FFFFFF":
            return _("white on white")
        if (size := value_of(properties, "sz")).isdecimal() and int(size) < 6:
            return _("too small to be read")
        return ""

    def _pieces(self, run: etree._Element, words: ParagraphText) -> Iterator[str]:
        """The pieces of text in a run. Of a field only the result is text."""
        for child in run:
            tag = str(child.tag)
            if tag == f"{W}fldChar":
                self._field(child.get(f"{W}fldCharType", ""))
            elif not all(self._fields):
                continue
            elif tag == f"{W}t" or (tag == f"{W}delText" and self._keeps(f"{W}del")):
                text = child.text or ""
                words.fields += [text] if self._fields else []
                yield text
            elif tag in _CHARACTERS:
                yield _CHARACTERS[tag]
            elif tag == f"{W}sym":
                yield chr(int(child.get(f"{W}char", "FFFD"), 16))
            elif tag in (f"{W}footnoteReference", f"{W}endnoteReference"):
                note = self._note(name(child).removesuffix("Reference"), child.get(f"{W}id", ""))
                words.remarks.append(Remark(_("A footnote was left out: {text}.").format(text=quoted(note, 400))))
            elif tag in _PICTURES or tag == _ALTERNATIVE:
                words.remarks.append(_picture(child))

    def _field(self, kind: str) -> None:
        """Follow the marks of fields: what stands before the separator is their code, not text."""
        if kind == "begin":
            self._fields.append(False)
        elif self._fields and kind == "separate":
            self._fields[-1] = True
        elif self._fields and kind == "end":
            self._fields.pop()


def _picture(element: etree._Element) -> Remark:
    """What to say about a picture, or about a box with text in it."""
    box = next(element.iter(f"{W}txbxContent"), None)
    text = plain(box) if box is not None else ""
    if text:
        return Remark(_("A box with text was left out: {text}.").format(text=quoted(text, 400)))
    return Remark(_("A picture was left out."))


def mark_changes(properties: etree._Element | None) -> set[str]:
    """Whether the end of a paragraph was added or removed by a recorded change."""
    marks = properties.find(f"{W}rPr") if properties is not None else None
    return {str(mark.tag) for mark in marks if mark.tag in ADDED | REMOVED} if marks is not None else set()

"""Bytes of a DOCX go in, the XML parts that hold its text come out. Bombs and foreign archives are refused."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from lxml import etree

from ..diagnostics import NotUnderstood
from ..messages import _
from ..textfile import refusal
from .xmlfile import read_xml

MEMBERS = 5_000
"""The most files that a DOCX may contain."""
UNPACKED = 200_000_000
"""The most bytes that all files in it may have when unpacked."""
PART = 30_000_000
"""The most bytes that one XML part may have."""

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@dataclass(frozen=True, slots=True)
class Package:
    """The parts of a DOCX that are read; None for those that it does not have."""

    document: etree._Element
    styles: etree._Element | None
    numbering: etree._Element | None
    footnotes: etree._Element | None
    endnotes: etree._Element | None
    comments: etree._Element | None


def read_package(label: str, data: bytes) -> Package:
    """The parts of a DOCX.

    Raises NotUnderstood for archives that are damaged, too large, protected or no DOCX.
    """
    try:
        with ZipFile(BytesIO(data)) as archive:
            _check(label, archive)
            document = _part(label, archive, "document")
            if document is None:
                problem = _("This is not a DOCX file, although it begins like one (ODT, XLSX or another archive?).")
                raise refusal(label, problem, _("Save it as DOCX in the program that made it, and import that."))
            others = [
                _part(label, archive, part) for part in ("styles", "numbering", "footnotes", "endnotes", "comments")
            ]
    except (BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError):
        raise damaged(label) from None
    return Package(document, *others)


def value_of(element: etree._Element | None, path: str) -> str:
    """The value of the element at this path („pPr/ind“) inside another, "" if there is none."""
    found = element.find("/".join(W + name for name in path.split("/"))) if element is not None else None
    return found.get(f"{W}val", "") if found is not None else ""


def damaged(label: str) -> NotUnderstood:
    """The refusal of a file whose parts cannot be read."""
    hint = _("Open it in a word processor, save it anew, and import that.")
    return refusal(label, _("This DOCX file is damaged."), hint)


def _check(label: str, archive: ZipFile) -> None:
    members = archive.infolist()
    if len(members) > MEMBERS or sum(member.file_size for member in members) > UNPACKED:
        raise _bomb(label)
    if any(member.flag_bits & 1 for member in members):
        hint = _("Save it without a password in the program that made it, and import that.")
        raise refusal(label, _("This DOCX file is protected by a password."), hint)


def _part(label: str, archive: ZipFile, part: str) -> etree._Element | None:
    """The root of a part, never unpacking more than is allowed, whatever the archive says of itself."""
    path = f"word/{part}.xml"
    if path not in archive.namelist():
        return None
    with archive.open(path) as file:
        data = file.read(PART + 1)
    if len(data) > PART:
        raise _bomb(label)
    return read_xml(label, data)


def _bomb(label: str) -> NotUnderstood:
    problem = _("This DOCX file is far larger unpacked than any rules are.")
    return refusal(label, problem, _("Copy its text into a new document, save that, and import it."))

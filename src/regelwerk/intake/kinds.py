"""The first bytes of a file go in, the kind of document that it is comes out; names of files may lie."""

from __future__ import annotations

import re
from enum import StrEnum


class DocumentKind(StrEnum):
    """A kind of document that can be read."""

    TEXT = "text"
    PDF = "pdf"
    DOCX = "docx"
    GII = "gesetze-im-internet"
    LEGALDOCML = "legaldocml"


_XML_KINDS = ((b"<dokumente", DocumentKind.GII), (b"akomaNtoso", DocumentKind.LEGALDOCML))


def kind_of(data: bytes) -> DocumentKind:
    """The kind of document that begins with these bytes. What is none of the others is text, or refused as such."""
    head = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    if b"%PDF-" in data[:1024]:
        return DocumentKind.PDF
    if head.startswith(b"PK\x03\x04"):
        return DocumentKind.DOCX
    if re.match(rb"<\?xml|<!DOCTYPE|<[A-Za-z:]+[ >]", head):
        return next((kind for mark, kind in _XML_KINDS if mark in head), DocumentKind.TEXT)
    return DocumentKind.TEXT

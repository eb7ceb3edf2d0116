"""What a user can choose for an output. The values are the words on the command line."""

from __future__ import annotations

from enum import Enum


class View(Enum):
    """What is shown of the texts."""

    CONSOLIDATED = "consolidated"
    REDLINE = "redline"
    SYNOPSIS = "synopsis"
    REGISTER = "register"
    """What was recorded of a rulebook: its Änderungsverzeichnis."""
    ACT = "act"
    """An act in its own words."""


class Format(Enum):
    """The form of a file. The value is the end of its name."""

    HTML = "html"
    PDF = "pdf"
    DOCX = "docx"
    XML = "xml"
    JSON = "json"
    TXT = "txt"

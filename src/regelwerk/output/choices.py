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


class Comparing(Enum):
    """The views of two texts."""

    REDLINE = "redline"
    SYNOPSIS = "synopsis"


class Exporting(Enum):
    """What is exported: a view of a version, the register, or all that a council decides on."""

    CONSOLIDATED = "consolidated"
    REDLINE = "redline"
    SYNOPSIS = "synopsis"
    REGISTER = "register"
    PACKAGE = "package"


class Format(Enum):
    """The form of an output: on the terminal, or a file with this end of its name."""

    TERMINAL = "terminal"
    HTML = "html"
    PDF = "pdf"
    DOCX = "docx"
    XML = "xml"
    JSON = "json"
    TXT = "txt"

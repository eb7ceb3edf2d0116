"""A provision in, its canonical text out, not indented; an address in, what people call it out."""

from __future__ import annotations

from textwrap import dedent

from ..citation import ITEMS, Citation, Level
from ..provision import Provision
from ..structure import format_document


def unit_text(unit: Provision) -> str:
    """The canonical text of one unit with all inside it."""
    return dedent(format_document(Provision(Level.DOCUMENT, children=(unit,)))).strip("\n")


def cited(place: Citation) -> str:
    """The address as lawyers write it: the words of a list item are no sentence to them."""
    above = place.parent() if place.steps else place
    words = place.steps and place.last.level is Level.SATZ and place.last.number == "1"
    return str(above if words and above.steps and above.last.level in ITEMS else place)

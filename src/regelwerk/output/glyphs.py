"""Text in, the characters out that no font of the PDF has. tools/glyphs.py makes the list."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from ..characters import name
from ..comparison import Row
from ..diagnostics import Diagnostic, DoesNotApply
from ..messages import _
from .frame import composition, subtitle
from .publication import Publication


def check(publication: Publication) -> None:
    """Raises DoesNotApply with every character that cannot be printed, and the place where it stands first."""
    lacking = missing(
        "".join(_around(publication)) + "".join(text for row in _rows(publication) for text in _texts(row))
    )
    if lacking:
        raise DoesNotApply(*(_diagnostic(char, publication) for char in lacking))


def missing(text: str) -> list[str]:
    """The characters of the text that no font has; white space needs none."""
    starts, ends = _ranges()
    chars = (char for char in dict.fromkeys(text) if not char.isspace())
    return [char for char in chars if ord(char) > ends[bisect_right(starts, ord(char)) - 1]]


@cache
def _ranges() -> tuple[list[int], list[int]]:
    lines = files(__package__).joinpath("glyphs.txt").read_text(encoding="ascii").split()
    pairs = [tuple(int(number, 16) for number in line.split("-")) for line in lines]
    return [0, *(start for start, _end in pairs)], [0, *(end for _start, end in pairs)]


def _around(publication: Publication) -> Iterator[str]:
    """What is printed around the text itself."""
    masthead = publication.masthead
    yield from (subtitle(publication), masthead.caution, masthead.check_code, *composition(masthead), *masthead.gaps)
    yield from (text for said in masthead.remarks.values() for text in said)
    yield from masthead.reasons.values()


def _rows(publication: Publication) -> Iterator[Row]:
    return (row for block, _note in publication.blocks for row in block.rows)


def _texts(row: Row) -> Iterator[str]:
    return (piece.text for pieces in (row.label, row.heading, row.text) for piece in pieces)


def _diagnostic(char: str, publication: Publication) -> Diagnostic:
    rows = (row for row in _rows(publication) if any(char in text for text in _texts(row)))
    place = next((str(row.side.citation) for row in rows), "")
    values = {"where": f"{place}: " if place else "", "char": char, "name": name(char)}
    problem = _("{where}„{char}“ ({name}) is in none of the fonts for PDF.").format(**values)
    return Diagnostic(problem, hint=_("Export as HTML or DOCX, or write the character another way."))

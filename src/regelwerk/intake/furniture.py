"""The rows of all pages go in; the same rows without headers, footers and page numbers come out, and what was left out.

A row at the top or foot of a page is furniture if it comes again on another page at the same height, a number in it
counting with the pages; or if it is nothing but the number of a page.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import takewhile

from ..messages import _
from ..structure.headings import read_heading
from ..structure.labels import read_label
from .columns import Line
from .proposal import Remark, quoted
from .rows import Row

_DEPTH = 4
"""How many rows from the top and from the foot of a page are looked at."""
_NUMBER = re.compile(r"[0-9]+")
_PAGE_NUMBER = re.compile(
    r"[-–—•|/\s]*(?:(?:Seite|Blatt|S\.)\s*)?(?P<n>[0-9]{1,4})(?:\s*(?:von|/|\|)\s*[0-9]{1,4})?[-–—•|/\s]*",
    re.IGNORECASE,
)


def without_furniture(pages: Sequence[Sequence[Row]]) -> tuple[list[list[Row]], list[Row]]:
    """The rows of each page that are text, and those that were left out."""
    candidates = [(row, edge) for rows in pages for edge in (1, -1) for row in rows[::edge][:_DEPTH]]
    repeated = _repeated(candidates)
    kept: list[list[Row]] = []
    dropped: list[Row] = []
    for rows in pages:
        first, last = 0, len(rows)
        while first < last and (rows[first] in repeated or _is_page_number(rows[first], len(pages))):
            first += 1
        while last > first and (rows[last - 1] in repeated or _is_page_number(rows[last - 1], len(pages))):
            last -= 1
        kept.append(list(rows[first:last]))
        dropped += [*rows[:first], *rows[last:]]
    return kept, dropped


def masthead(lines: Sequence[Line], furniture: Sequence[Row]) -> list[Row]:
    """The name of a gazette, above its columns on the first page, that the headers of further pages repeat."""
    headers = {row.text for row in furniture}
    above = takewhile(lambda line: line.row.page == 1 and line.column == (0, 1), lines)
    return [line.row for line in above if any(line.row.text in header for header in headers)]


def _repeated(candidates: Sequence[tuple[Row, int]]) -> set[Row]:
    """The rows that come again on another page, at the same edge and height."""
    groups: dict[tuple[int, str], list[Row]] = defaultdict(list)
    for row, edge in candidates:
        groups[edge, _NUMBER.sub("#", row.text)].append(row)
    return {row for rows in groups.values() for row in rows if any(_comes_again(row, other) for other in rows)}


def _comes_again(row: Row, other: Row) -> bool:
    """Whether both rows are the same piece of furniture. Labels of units count too, so they must be equal."""
    if row.page == other.page or abs(row.y - other.y) > 3:
        return False
    is_unit = read_heading(row.plain) or (read_label(row.plain) and row.text != other.text)
    if is_unit and not _PAGE_NUMBER.fullmatch(row.plain):
        return False
    pairs = zip(_NUMBER.findall(row.text), _NUMBER.findall(other.text), strict=True)
    return all(int(a) - int(b) in (0, row.page - other.page) for a, b in pairs)


def _is_page_number(row: Row, pages: int) -> bool:
    """Whether a row says on which page it stands, and nothing else."""
    found = _PAGE_NUMBER.fullmatch(row.text)
    return found is not None and int(found["n"]) == row.page and (pages > 1 or row.text != found["n"])


def remarks(dropped: Sequence[Row]) -> Iterator[Remark]:
    """What to say about the rows that were left out."""
    texts: dict[str, list[Row]] = defaultdict(list)
    for row in dropped:
        texts["" if _PAGE_NUMBER.fullmatch(row.text) else _NUMBER.sub("#", row.text)].append(row)
    for text, rows in texts.items():
        listed = ", ".join(str(page) for page in sorted({row.page for row in rows}))
        if text:
            message = _("Left out as header or footer of page {pages}: {text}.")
        else:
            message = _("Left out: the page numbers of page {pages}.")
        yield Remark(message.format(pages=listed, text=quoted(rows[0].text)))

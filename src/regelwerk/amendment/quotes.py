"""Where an act quotes: text goes in, its outermost quotations come out, with the marks that have no partner.

Inner quotations may use the same marks as the one around them; only the outermost counts. A mark opens where a word
begins after it and none ends before it; so apostrophes, inch marks and closing marks of either shape are told apart.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_CLOSING = {
    "„": ("“", "”", '"', "''"),
    "“": ("”", "“", '"'),
    "”": ("”",),
    '"': ('"', "“", "”"),
    ",,": ("''", "“", "”", '"'),
    "``": ("''", '"'),
    "»": ("«",),
    "«": ("»",),
    "‚": ("‘", "’", "'"),
    "'": ("'",),
}
"""Opening marks and what closes each. Office programs mix German, English and typewriter marks."""

_SINGLE = ("‚", "'")
"""Marks that are also apostrophes or commas; inside other quotations they need not be told apart."""

_MARK = re.compile(r",,|``|''|[„“”\"»«‚‘’']")
_BEFORE_WORD = re.compile(r"[\s(\[{/–—-]|^|[„“”\"»«‚,`:]")
_BEFORE_SINGLE = re.compile(r"[\s(\[]|^")
_APART = re.compile(r"(?:^|[^\s0-9]\s+|\n\s*)$")
"""Before an opening mark that the typesetting has parted from what is quoted: „die Angabe " § 9 Abs. 4"“."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """An outermost quotation. Offsets: of its marks (`start`, `end`), and of the words inside them."""

    start: int
    inner_start: int
    inner_end: int
    end: int


@dataclass(frozen=True, slots=True)
class Quotations:
    """All quotations of a text in their order, and the offsets of marks without a partner."""

    found: tuple[Quotation, ...]
    unclosed: tuple[int, ...]
    unopened: tuple[int, ...]


@dataclass(slots=True)
class _Open:
    mark: str
    start: int
    inside: list[Quotation] = field(default_factory=list)


def find_quotations(text: str) -> Quotations:
    """The outermost quotations of `text`. Never raises: an opening mark without a partner is in `unclosed`.

    What an unclosed quotation would have held is given back, so that the quotations after it are still found.
    """
    found: list[Quotation] = []
    unopened: list[int] = []
    stack: list[_Open] = []
    for match in _MARK.finditer(text):
        mark = match[0]
        if stack and stack[-1].mark not in _SINGLE and mark in "‚‘’'":
            continue
        if stack and _closes(text, match, stack[-1].mark):
            opened = stack.pop()
            begin = opened.start + len(opened.mark)
            begin += len(text[begin : match.start()]) - len(text[begin : match.start()].lstrip())
            quotation = Quotation(opened.start, begin, match.start(), match.end())
            (stack[-1].inside if stack else found).append(quotation)
        elif _opens(text, match) or (not stack and _opens_apart(text, match)):
            stack.append(_Open(mark, match.start()))
        elif not stack and mark in "“”":
            unopened.append(match.start())
    for unclosed in stack:
        found.extend(unclosed.inside)
    return Quotations(tuple(found), tuple(opened.start for opened in stack), tuple(unopened))


def _opens(text: str, match: re.Match[str]) -> bool:
    mark, before, after = match[0], text[max(0, match.start() - 1) : match.start()], text[match.end() : match.end() + 1]
    if mark not in _CLOSING:
        return False
    if mark == "„":
        return True
    if not after or after.isspace():
        return False
    if mark == "'":
        line = text[match.end() : (text.find("\n", match.end()) + 1 or len(text) + 1) - 1]
        return bool(_BEFORE_SINGLE.fullmatch(before)) and bool(re.search(r"\S'(?!\w)", line))
    return bool(_BEFORE_WORD.fullmatch(before))


def _opens_apart(text: str, match: re.Match[str]) -> bool:
    spaced = match[0] == '"' and text[match.end() : match.end() + 1].isspace()
    return spaced and bool(_APART.search(text, max(0, match.start() - 40), match.start()))


def _closes(text: str, match: re.Match[str], opened: str) -> bool:
    mark, before, after = match[0], text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    if mark not in _CLOSING[opened]:
        return False
    if opened in _SINGLE:
        return not after.isalnum()
    return not (_opens(text, match) and before.isspace() and not _ends_block(after))


def _ends_block(after: str) -> bool:
    return not after or after in ".,;:!?)\n"

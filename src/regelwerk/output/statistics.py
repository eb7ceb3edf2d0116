"""A comparison and its changes in, a table of them out: which unit, what happened, how many words, by which act."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..citation import Level
from ..comparison import Change, Comparison, Row
from ..comparison.changes import Alteration, Kind
from ..comparison.wordmarks import Mark, words_of
from ..messages import _
from ..provision import Path
from .terminal import Printable

ELSEWHERE = (Kind.MOVED, Kind.RENUMBERED, Kind.FORMED)
UNKNOWN = ""
"""In the place of the name of an act, where none is known."""


def table(comparison: Comparison, alterations: Sequence[Alteration], order: Sequence[str]) -> Iterator[Printable]:
    """One line for each change, below the act that made it if acts are known, and the sums at the end.

    `order`: the acts, in the order in which they are told.
    """
    sizes = _sizes(comparison, alterations)
    found_acts = _acts(alterations)
    acts = {act: found_acts[act] for act in (*order, *found_acts) if act in found_acts}
    width = max((len(str(found.place)) for found in alterations), default=0)
    for act, numbers in acts.items():
        if act != UNKNOWN or len(acts) > 1:
            yield (act or _("by no act that is known")) + "\n", "head"
        for number in numbers:
            found, (gone, come) = alterations[number], sizes[number]
            counts = [f"{sign}{words}" for sign, words in (("+", come), ("−", gone)) if words]
            yield f"  {found.place!s:{width}}  {' '.join([_what(found), *(counts or _no_words(found))])}\n"
    gone, come = (sum(size[side] for size in sizes) for side in (0, 1))
    touched = len({_section(found) for found in alterations})
    sums = _("Changes: {changes}, provisions touched: {touched}, words: +{come} −{gone}")
    yield sums.format(changes=len(alterations), touched=touched, come=come, gone=gone) + "\n"


def _acts(alterations: Sequence[Alteration]) -> dict[str, list[int]]:
    """The numbers of the changes of each act; a change that several acts made is told with each of them."""
    found: dict[str, list[int]] = {}
    for number, alteration in enumerate(alterations):
        for act in dict.fromkeys(reason.act for reason in alteration.reasons) or (UNKNOWN,):
            found.setdefault(act, []).append(number)
    return found


def _what(found: Alteration) -> str:
    what = _kind(found.kind)
    if found.kind is Kind.DISSOLVED:
        return what + _(", now {place}").format(place=found.new)
    if found.kind in ELSEWHERE or found.row.change is Change.MOVED_HERE:
        return what + _(", formerly {place}").format(place=found.old)
    return what


def _no_words(found: Alteration) -> list[str]:
    """What is said of a change of punctuation, which has no words to count."""
    return [_("(no words)")] if found.kind is Kind.CHANGED else []


def _kind(kind: Kind) -> str:
    return {
        Kind.CHANGED: _("changed"),
        Kind.REPLACED: _("recast as a whole"),
        Kind.INSERTED: _("inserted"),
        Kind.REPEALED: _("repealed"),
        Kind.MOVED: _("moved"),
        Kind.RENUMBERED: _("renumbered"),
        Kind.FORMED: _("set off anew"),
        Kind.DISSOLVED: _("joined with others"),
    }[kind]


def _section(found: Alteration) -> str:
    """The § or larger unit in which the change is."""
    steps = (found.new or found.old or found.row.side.citation).steps
    end = next((n for n, step in enumerate(steps, 1) if step.level is Level.PARAGRAF), 1)
    return str(steps[:end])


def _sizes(comparison: Comparison, alterations: Sequence[Alteration]) -> list[tuple[int, int]]:
    """For each change, how many words went and came, those of the units inside included."""
    owners = {key: number for number, found in enumerate(alterations) for key in _places(found.row)}
    sizes = {mark: [0] * len(alterations) for mark in Mark}
    for row in comparison.rows:
        in_new, path = row.in_new, row.side.path
        owner = next((owners[key] for n in range(len(path), -1, -1) if (key := (in_new, path[:n])) in owners), None)
        if owner is not None:
            for piece in (*row.heading, *row.text):
                sizes[piece.mark][owner] += len(words_of(piece.text))
    return list(zip(sizes[Mark.OLD], sizes[Mark.NEW], strict=True))


def _places(row: Row) -> Iterator[tuple[bool, Path]]:
    """Where the unit is in the new text (True) and where it was in the old one."""
    if row.new:
        yield True, row.new.path
    if row.old:
        yield False, row.old.path

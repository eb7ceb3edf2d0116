"""What several acts say about their own order: amendments with their sources in, diagnostics out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from ..amendment import Amendment
from ..days import shown
from ..diagnostics import Diagnostic, Source, Span
from ..messages import _

Given = tuple[Source, Amendment]


def check_order(acts: Sequence[Given]) -> tuple[Diagnostic, ...]:
    """What in the acts themselves speaks against applying them one after the other, as given.

    Refused are the same act twice, and an act whose number or day of decision is not after that of the last act before
    it that says one.
    """
    twice = tuple(_twice(acts))
    return twice or tuple(found for index, act in enumerate(acts) for found in _out_of_order(acts[:index], act))


def missing_between(acts: Sequence[Given]) -> tuple[Diagnostic, ...]:
    """What is to be noticed in acts that are in order: numbers left out between two of them.

    Acts without a number may be those; nothing is said unless more are missing.
    """
    found: list[Diagnostic] = []
    earlier, unnumbered = 0, 0
    for source, act in acts:
        if not act.number:
            unnumbered += 1
            continue
        missing = range(earlier + 1, int(act.number))
        if earlier and len(missing) > unnumbered:
            numbers = ", ".join(map(str, missing))
            message = _("This is amendment number {number}; the acts given leave out: {missing}.")
            hint = _("Give what is missing too; without it the text may not be the one that applies.")
            found.append(Diagnostic(message.format(number=act.number, missing=numbers), _head(source), hint))
        earlier, unnumbered = int(act.number), 0
    return tuple(found)


def _twice(acts: Sequence[Given]) -> Iterator[Diagnostic]:
    for (first, _first), (second, _second) in combinations(acts, 2):
        if first.text.split() == second.text.split():
            message = _("This act is the same as {file}.").format(file=first.name)
            yield Diagnostic(message, _head(second), _("Give each act once."))


def _out_of_order(before: Sequence[Given], act: Given) -> Iterator[Diagnostic]:
    source, later = act
    numbered = next(((file, other.number) for file, other in reversed(before) if other.number), None)
    dated = next(((file, day) for file, other in reversed(before) if (day := other.adopted)), None)
    hint = _("Give the acts in the order in which they were adopted.")
    if numbered and later.number and int(later.number) <= int(numbered[1]):
        message = _("This is amendment number {later}, but {file} before it is number {earlier}.")
        found = message.format(later=later.number, file=numbered[0].name, earlier=numbered[1])
        yield Diagnostic(found, _head(source), hint)
    elif dated and later.adopted and later.adopted < dated[1]:
        message = _("This act was adopted on {later}, but {file} before it on {earlier}.")
        found = message.format(later=shown(later.adopted), file=dated[0].name, earlier=shown(dated[1]))
        yield Diagnostic(found, _head(source), hint)


def _head(source: Source) -> Span:
    """The first line of the act that says anything."""
    start = len(source.text) - len(source.text.lstrip())
    return source.span(start, start + len(source.text[start:].split("\n")[0]))

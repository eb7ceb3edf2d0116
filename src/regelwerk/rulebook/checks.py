"""What several acts say about their own order: amendments with their sources in, diagnostics out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from ..amendment import Amendment
from ..days import shown
from ..diagnostics import Diagnostic, Source, Span
from ..messages import _


def check_order(acts: Sequence[tuple[Source, Amendment]]) -> tuple[Diagnostic, ...]:
    """What in the acts themselves speaks against applying them one after the other, as given.

    Refused are the same act twice, and an act whose number or day of decision is not after that of the act before it.
    """
    twice = tuple(_twice(acts))
    return twice or tuple(diagnostic for before, act in pairwise(acts) for diagnostic in _out_of_order(before, act))


def _twice(acts: Sequence[tuple[Source, Amendment]]) -> Iterator[Diagnostic]:
    for (first, _first), (second, _second) in combinations(acts, 2):
        if first.text.split() == second.text.split():
            message = _("This act is the same as {file}.").format(file=first.name)
            yield Diagnostic(message, _head(second), _("Give each act once."))


def _out_of_order(before: tuple[Source, Amendment], act: tuple[Source, Amendment]) -> Iterator[Diagnostic]:
    (first, earlier), (second, later) = before, act
    hint = _("Give the acts in the order in which they were adopted.")
    if earlier.number and later.number and int(later.number) <= int(earlier.number):
        message = _("This is amendment number {later}, but {file} before it is number {earlier}.")
        found = message.format(later=later.number, file=first.name, earlier=earlier.number)
        yield Diagnostic(found, _head(second), hint)
    elif earlier.adopted and later.adopted and later.adopted < earlier.adopted:
        message = _("This act was adopted on {later}, but {file} before it on {earlier}.")
        found = message.format(later=shown(later.adopted), file=first.name, earlier=shown(earlier.adopted))
        yield Diagnostic(found, _head(second), hint)


def _head(source: Source) -> Span:
    """The first line of the act that says anything."""
    start = len(source.text) - len(source.text.lstrip())
    return source.span(start, start + len(source.text[start:].split("\n")[0]))

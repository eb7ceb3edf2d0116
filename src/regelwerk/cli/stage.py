"""One stage of the work for several files: all results out, or one refusal with the diagnostics of all."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from ..diagnostics import RegelwerkError

Item = TypeVar("Item")
Result = TypeVar("Result")


def each(work: Callable[[Item], Result], items: Iterable[Item]) -> list[Result]:
    """`work` done on every item. Raises the first refusal, with the diagnostics of all that were refused."""
    results: list[Result] = []
    errors: list[RegelwerkError] = []
    for item in items:
        try:
            results.append(work(item))
        except RegelwerkError as error:
            errors.append(error)
    if errors:
        raise type(errors[0])(*(diagnostic for error in errors for diagnostic in error.diagnostics))
    return results

"""A rulebook in; every step at which its text does not follow from its base text and its acts out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ..diagnostics import Diagnostic
from ..messages import _
from ..structure import format_document
from .history import Rulebook
from .measures import measures_of, standing
from .register import Register, repealed_on
from .seal import seal_text
from .timeline import last_texts


def underived(rulebook: Rulebook) -> tuple[Diagnostic, ...]:
    """The steps whose recorded result is not what is computed again from the sources.

    Raises NotUnderstood or DoesNotApply where it cannot be computed at all.
    """
    register = rulebook.register
    measures = measures_of(register, rulebook.files)
    steps = list(_steps(register))
    texts = last_texts((standing(step, measures), repealed_on(step)) for step in steps)
    message = _("The text recorded with number {number} does not follow from the base text and the acts.")
    return tuple(
        Diagnostic(message.format(number=step.last.number))
        for step, text in zip(steps, texts, strict=True)
        if seal_text(format_document(text)) != step.last.result
    )


def _steps(register: Register) -> Iterator[Register]:
    """The register as it was after each of its entries."""
    for size in range(1, len(register.entries) + 1):
        yield replace(register, entries=register.entries[:size])

"""A rulebook in; every step at which its text does not follow from its base text and its acts out."""

from __future__ import annotations

from ..diagnostics import Diagnostic
from ..messages import _
from ..structure import format_document
from .history import Rulebook
from .measures import measures_of, standing
from .register import repealed_on
from .seal import seal_text
from .timeline import last_texts


def underived(rulebook: Rulebook) -> tuple[Diagnostic, ...]:
    """The steps whose recorded result is not what is computed again from the sources.

    Raises NotUnderstood or DoesNotApply where it cannot be computed at all.
    """
    register = rulebook.register
    measures = measures_of(register, rulebook.files)
    steps = register.steps
    texts = last_texts((standing(step, measures), repealed_on(step)) for step in steps)
    message = _("The text recorded with number {number} does not follow from the base text and the acts.")
    return tuple(
        Diagnostic(message.format(number=step.last.number))
        for step, text in zip(steps, texts, strict=True)
        if seal_text(format_document(text)) != step.last.result
    )

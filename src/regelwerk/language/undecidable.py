"""What no tool may decide: phrases of a sentence that leave it to people, and what the act has to say instead."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..diagnostics import Diagnostic, Span
from ..messages import _

_DAY = r"[0-9]{1,2}\.\s?(?:[A-ZÄ][a-zä]+\.?|[0-9]{1,2}\.)\s?[0-9]{4}"
EFFECTIVE = re.compile(
    rf"(?:\b[Mm]it\s(?:Wirkung\s(?:vom|zum|ab(?:\sdem)?)|Ablauf\sdes)|\b[Aa]b(?:\sdem)?|\b[Zz]um|\b[Rr]ückwirkend\s(?:zum|ab(?:\sdem)?))"
    rf"\s{_DAY}(?:\san(?=\s[a-zäöüß]+(?:t|en)\b))?"
)
"""„mit Wirkung vom 1. Januar 2027“, „mit Ablauf des 31. Dezember 2026“: the day of a single change. It is decided."""

_CASES = (
    (
        r"dahingehend|dahin gehend|mit der Maßgabe",
        _("This says what is wanted, not what the text will be."),
        _("Give the new wording: „§ 3 Absatz 2 wird wie folgt gefasst: …“"),
    ),
    (
        r"in der (?:jeweils |jeweiligen )?(?:jeweils )?(?:grammati\w+|entsprechenden|zutreffenden|richtigen|gebeugten)"
        r"(?: \w+)* (?:Form|Beugung|Schreibweise)",
        _("Which forms of the word are meant is for people to decide."),
        _("Write one pair for each form: das Wort „Rat“ durch das Wort „Beirat“, das Wort „Rates“ durch …"),
    ),
    (
        r"redaktionell\w*(?: \w+)?",
        _("Editorial changes are for people to decide."),
        _("Write each of them as a command with its place and words."),
    ),
    (
        r"sinngemäß\w*|dem Sinne? nach",
        _("What has the same sense is for people to decide."),
        _("Quote the words that stand in the text, and those that replace them."),
    ),
    (
        r"u\. ?ä\.|o\. ?ä\.|und ähnliche\w*|oder ähnliche\w*|usw\.|etc\.|und so weiter",
        _("What else is meant is not said."),
        _("Name every place and every word."),
    ),
    (
        r"mit Ausnahme|außer(?! Kraft)|ausgenommen|soweit|sofern|falls|gegebenenfalls|ggf\.|nur|teilweise",
        _("This makes the command depend on something."),
        _("Name the places and words that are meant, without exceptions."),
    ),
    (
        r"nicht",
        _("This says what is not to be done."),
        _("Leave the sentence out, or write what is to be done instead."),
    ),
    (
        r"alternativ\w*|hilfsweise|wahlweise|Variante [A-Z0-9]|entweder",
        _("Here are several proposals; which one was adopted is for people to decide."),
        _("Keep only the adopted one in the act."),
    ),
    (
        r"[Mm]it (?:\w+ )?Wirkung|[Mm]it Ablauf|rückwirkend|(?:tritt|treten)\b[^:;]* (?:in|außer) Kraft",
        _("It is not said on which day this takes effect."),
        _("Write „mit Wirkung vom 1. Januar 2027“, or say it in a point of its own: „Nummer 3 tritt am … in Kraft.“"),
    ),
)


def _as_words(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{pattern})(?!\w)")


_PATTERNS = tuple((_as_words(pattern), message, hint) for pattern, message, hint in _CASES)
_ANY = _as_words("|".join(pattern for pattern, _message, _hint in _CASES))


def undecidable(text: str, span: Span) -> Iterator[Diagnostic]:
    """A diagnostic for each such phrase in `text`, which is the passage `span` with its quotations blanked out.

    What stands in brackets orders nothing; it is read with the command or refused there. So is the day of a change.
    """
    text = EFFECTIVE.sub(lambda day: " " * len(day[0]), text)
    text = re.sub(r"\([^()]*\)", lambda bracket: " " * len(bracket[0]), text)
    for pattern, message, hint in _PATTERNS if _ANY.search(text) else ():
        for found in pattern.finditer(text):
            yield Diagnostic(
                _(message), span.source.span(span.start + found.start(), span.start + found.end()), _(hint)
            )


def new_or_beside(span: Span) -> Diagnostic:
    """For „§ 4 Absatz 2 neu: …“: an Absatz 2 that is there may be meant to go, or to become Absatz 3."""
    return Diagnostic(
        _("It is not clear whether this replaces what is there or comes in beside it."),
        span,
        _("Write „… wird wie folgt gefasst: …“ if it replaces, „Nach … wird … eingefügt: …“ if it comes in."),
    )

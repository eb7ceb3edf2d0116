"""What one German sentence of an act means: an instruction and its frame go in, commands or a frame come out.

The way of a sentence: `tokens` (its pieces) → `naming` (names among them) → `splitting` and `parts` (its clauses) →
`joining` (those that are one) → `verbs`, where each gets its meaning. Every word must be understood; what is not is
refused, never skipped.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from ..citation import Citation
from ..commands import Command, Instruction, Reading
from ..diagnostics import Diagnostic, NotUnderstood, Span
from ..messages import _
from .clauses import Clause, hull
from .framing import leading, reject_elsewhere, without_change, without_verb
from .joining import as_replacement, leads_on, with_text_handed_back
from .lexicon import Kind
from .meaning import Meaning
from .naming import with_names
from .phrasebook import nearest
from .splitting import read_clauses
from .tokens import Token, blanked, read_tokens
from .undecidable import undecidable
from .verbs import meaning_of

_NUMBER = re.compile(r"[0-9]+[a-z]?")
_BELOW = re.compile(r"\s+(?:Abs\.|Absatz\b|Satz\b)")
_CHOICE = re.compile(r"\b(?:oder|bzw\.|beziehungsweise)\s")


def read_instruction(instruction: Instruction, frame: tuple[Citation, ...]) -> Reading:
    """The commands of a sentence, its places completed by `frame`; or the frame that it opens for the points below.

    Several sentences that go on from each other („… wird aufgehoben. Absatz 3 wird Absatz 2.“) may come as one. Raises
    NotUnderstood, with a span at each passage that is not understood and a hint what fits there.
    """
    text = blanked(instruction)
    if found := tuple(undecidable(text, instruction.span)):
        raise NotUnderstood(*found)
    tokens = with_names(read_tokens(instruction, text))
    _reject_unknown(tokens)
    _reject_doubled(tokens)
    _reject_choices(tokens)
    commands: list[Command] = []
    meaning = Meaning((), frame or (Citation(),), subject=tuple(place for place in frame if place.steps))
    if not (clauses := read_clauses(tokens)):
        raise without_verb(instruction.span)
    clauses = with_text_handed_back(clauses)
    for index, clause in enumerate(clauses):
        if index == 0 and clause.marked(Kind.PRONOUN):
            meaning = replace(meaning, subject=())
        following = clauses[index + 1] if index + 1 < len(clauses) else None
        if following and (both := as_replacement(clause, following)):
            clauses[index + 1] = both
            continue
        if following and leads_on(clause, following):
            meaning = leading(clause, meaning.onward)
            continue
        address, meaning = meaning.frame or (), meaning_of(clause, meaning)
        if address:
            reject_elsewhere(clause, meaning.commands, address)
        if meaning.frame is not None and following:
            _reject_joined_frame(clause, following)
        commands += meaning.commands
    return Reading(tuple(replace(command, point=instruction.point) for command in commands), meaning.frame)


def _reject_unknown(tokens: Sequence[Token]) -> None:
    """Refuse words that are in no table and belong to no name: the first of them, with those next to it."""
    for unknown, run in groupby(tokens, _is_unknown):
        if unknown:
            raise NotUnderstood(_unknown(hull(*(token.span for token in run))))


def _reject_doubled(tokens: Sequence[Token]) -> None:
    """Refuse „Satz 2 und 2“: one of the two numbers is a slip."""
    for token in tokens:
        if doubled := next((place for place in token.citations if token.citations.count(place) > 1), None):
            raise NotUnderstood.of(
                _("{place} is named twice.").format(place=doubled),
                token.span,
                _("Perhaps one of the numbers is a slip: name each place once."),
            )


def _reject_choices(tokens: Sequence[Token]) -> None:
    """Refuse „§ 3 oder § 4 wird aufgehoben“: one of them, or both."""
    for token in tokens:
        if token.citations and _CHOICE.search(str(token)):
            raise NotUnderstood.of(
                _("It is not clear whether all of these places are meant."),
                token.span,
                _("Join them with „und“, or name only the one that is meant."),
            )


def _reject_joined_frame(frame: Clause, following: Clause) -> None:
    """Refuse „Absatz 3 wird geändert und ein Absatz 4 eingefügt“: the text after it cannot be parted between them."""
    between = frame.span.source.text[frame.span.end : following.span.start]
    if not set(between) & set(":;.„"):
        raise without_change(frame)


def _is_unknown(token: Token) -> bool:
    return token.symbol in (Kind.UNKNOWN, Kind.CITATION_CLAUSE)


_PICTURES = re.compile(
    "Abbildung(en)?|Bild(er)?|Grafik(en)?|Karten?|Lagepl[aä]ne?|Fotos?|Zeichnung(en)?|Skizzen?|Wappen|Logos?"
)


def _unknown(span: Span) -> Diagnostic:
    words = " ".join(span.text.split())
    if _PICTURES.fullmatch(words):
        return Diagnostic(
            _("„{words}“: pictures are no words, and cannot be changed here.").format(words=words),
            span,
            _("Take this change out of the file of the act, and replace the picture where it is kept."),
        )
    if _NUMBER.fullmatch(words) and _BELOW.match(span.source.text, span.end):
        hint = _("Perhaps „§ {number}“? A sign may have been lost.").format(number=words)
    elif near := nearest(words):
        hint = _("Perhaps „{word}“?").format(word=near)
    else:
        hint = _("A command is made of places, words in quotation marks, and a verb such as „ersetzt“ or „eingefügt“.")
    return Diagnostic(_("„{words}“ is not understood here.").format(words=words), span, hint)

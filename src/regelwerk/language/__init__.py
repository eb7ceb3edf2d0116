"""What one German sentence of an act means: an instruction and its frame go in, commands or a frame come out.

The way of a sentence: `tokens` (its pieces) → `naming` (names among them) → `splitting` and `parts` (its clauses) → here,
where each clause gets its meaning by its verb. Every word must be understood; what is not is refused, never skipped.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from ..citation import Citation, Level, Step
from ..commands import Command, Instruction, Reading, Words
from ..diagnostics import Diagnostic, NotUnderstood, Span
from ..messages import _
from .adding import adding
from .clauses import Clause, Here, Thing, Units, hull, refuse
from .lexicon import Kind, Operation, Role, nearest
from .meaning import WHERE, Meaning, Places, expectations, reject_marks, reject_roles, units_of, words_of
from .naming import with_names
from .numbering import relabelling, renumbering, shifting
from .restructuring import recasting, repealing, targets
from .rewording import inserting, replacing, striking
from .splitting import read_clauses
from .tokens import Token, blanked, read_tokens
from .undecidable import undecidable

_ABOUT_A_UNIT = (
    Operation.RECAST,
    Operation.READ,
    Operation.RECEIVE,
    Operation.CHANGE,
    Operation.STRIKE,
    Operation.REPLACE,
)
_NEVER_ABOUT_WORDS = (
    Operation.RECAST,
    Operation.READ,
    Operation.RECEIVE,
    Operation.RENUMBER,
    Operation.SHIFT,
    Operation.NONE,
)
_ADDING = (Operation.INSERT, Operation.APPEND, Operation.PREPEND, Operation.EXTEND)
_OLD_WORDS = (Role.THEME, Role.FROM, Role.INSTEAD, Role.AROUND)
_BESIDE = (Role.AFTER, Role.BEFORE)


def read_instruction(instruction: Instruction, frame: tuple[Citation, ...]) -> Reading:
    """The commands of a sentence, its places completed by `frame`; or the frame that it opens for the points below.

    Several sentences that go on from each other („… wird aufgehoben. Absatz 3 wird Absatz 2.“) may come as one. Raises
    NotUnderstood, with a span at each passage that is not understood and a hint what fits there.
    """
    if found := tuple(undecidable(blanked(instruction), instruction.span)):
        raise NotUnderstood(*found)
    tokens = with_names(read_tokens(instruction))
    _reject_unknown(tokens)
    commands: list[Command] = []
    meaning = Meaning((), frame or (Citation(),), subject=tuple(place for place in frame if place.steps))
    for index, clause in enumerate(read_clauses(tokens)):
        if index == 0 and clause.marked(Kind.PRONOUN):
            meaning = replace(meaning, subject=())
        meaning = _meaning(clause, meaning)
        commands += meaning.commands
    return Reading(tuple(replace(command, point=instruction.point) for command in commands), meaning.frame)


def _reject_unknown(tokens: Sequence[Token]) -> None:
    """Refuse words that are in no table and belong to no name; those next to each other as one passage."""
    runs = [hull(*(token.span for token in run)) for unknown, run in groupby(tokens, _is_unknown) if unknown]
    if runs:
        raise NotUnderstood(*map(_unknown, runs))


def _is_unknown(token: Token) -> bool:
    return token.symbol in (Kind.UNKNOWN, Kind.CITATION_CLAUSE)


def _unknown(span: Span) -> Diagnostic:
    words = " ".join(span.text.split())
    if near := nearest(words):
        hint = _("Perhaps „{word}“?").format(word=near)
    else:
        hint = _("A command is made of places, words in quotation marks, and a verb such as „ersetzt“ or „eingefügt“.")
    return Diagnostic(_("„{words}“ is not understood here.").format(words=words), span, hint)


def _meaning(clause: Clause, before: Meaning) -> Meaning:
    """What the clause means, by its verb and by whether it is about words or units."""
    clause = _with_quoted_sentences(clause)
    if clause.operation is not Operation.READ:
        reject_marks(clause, Kind.HYPOTHETICAL)
    if _is_about_words(clause):
        return _of_words(clause, before.onward)
    around = before.onward
    if clause.operation in _ABOUT_A_UNIT and not _names_unit(clause):
        around = before.subject
    if not around:
        raise refuse(_("It is not said which unit this is about."), clause.span, _("Name it: „§ 3 Absatz 2 wird …“."))
    if clause.operation not in _ADDING:
        reject_marks(clause, Kind.START, Kind.END, Kind.OCCURRENCE)
    match clause.operation:
        case Operation.STRIKE:
            return repealing(clause, around)
        case Operation.INSERT | Operation.APPEND | Operation.PREPEND | Operation.EXTEND:
            return adding(clause, around)
        case Operation.RENUMBER:
            return renumbering(clause, around)
        case Operation.SHIFT if units_of(clause.parts, Role.TO):
            return renumbering(clause, around)
        case Operation.SHIFT | Operation.SHIFT_UP | Operation.SHIFT_DOWN:
            return shifting(clause, around)
        case Operation.CHANGE | Operation.NONE:
            return _changing(clause, around)
        case Operation.RECEIVE if _gets_number(clause):
            return renumbering(clause, around)
        case Operation.RECEIVE if _gets_unit(clause):
            return adding(replace(clause, operation=Operation.EXTEND), around)
        case Operation.REPLACE if any(unit.label for unit in units_of(clause.parts, Role.THEME)):
            return relabelling(clause, around)
        case Operation.REPLACE | Operation.RECAST | Operation.READ | Operation.RECEIVE:
            return recasting(clause, around)


def _of_words(clause: Clause, around: Places) -> Meaning:
    if clause.operation is Operation.STRIKE:
        return striking(clause, around)
    if clause.operation in _ADDING and not words_of(clause.parts, Role.INSTEAD):
        return inserting(clause, around)
    return replacing(clause, around)


def _is_about_words(clause: Clause) -> bool:
    """Whether words inside the text are changed, and not units as a whole."""
    if clause.operation in _NEVER_ABOUT_WORDS:
        return False
    if clause.operation in (Operation.SHIFT_UP, Operation.SHIFT_DOWN):
        return bool(words_of(clause.parts, Role.ONTO))  # „von „9“ auf „7“ verringert“
    if clause.operation in _ADDING:
        if units_of(clause.parts, *_BESIDE):
            return False
        if words_of(clause.parts, *_BESIDE) or _is_half_sentence(clause):
            return True
    return bool(words_of(clause.parts, *_OLD_WORDS))


def _is_half_sentence(clause: Clause) -> bool:
    new = units_of(clause.parts, Role.THEME, Role.AROUND)
    return any(citation == Citation((Step(Level.HALBSATZ),)) for unit in new for citation in unit.citations)


def _names_unit(clause: Clause) -> bool:
    return any(not unit.fresh for unit in units_of(clause.parts, *WHERE, Role.THEME))


def _gets_number(clause: Clause) -> bool:
    """„§ 15 erhält die Nummer 16“: two places, and no new text."""
    old_and_new = [unit for unit in units_of(clause.parts, Role.THEME) if unit.citations[-1].last.number]
    return len(old_and_new) == 2 and clause.new is None


def _gets_unit(clause: Clause) -> bool:
    """„§ 7 erhält folgenden Absatz 3“; a heading takes the place of the old one."""
    new = [unit for unit in units_of(clause.parts, Role.THEME)[1:] if unit.fresh or unit.citations[-1].last.new]
    return any(citation.last.level is not Level.UEBERSCHRIFT for unit in new for citation in unit.citations)


def _with_quoted_sentences(clause: Clause) -> Clause:
    """A sentence cited by its words („der Satz „…“ wird gestrichen“) is treated as these words."""
    if clause.operation in _ADDING:
        return clause
    parts = tuple(replace(part, things=tuple(_as_words(thing) for thing in part.things)) for part in clause.parts)
    return replace(clause, parts=parts)


def _as_words(thing: Thing) -> Thing:
    if isinstance(thing, Units) and thing.text and not thing.fresh:
        if thing.citations[-1].last.level in (Level.SATZ, Level.HALBSATZ) and not thing.citations[-1].last.number:
            return Words(thing.text.text, thing.text.span)
    return thing


def _is_address(clause: Clause) -> bool:
    """„In § 3 Absatz 2:“: only a place, for the points below."""
    places = units_of(clause.parts, *WHERE, Role.THEME)
    only = len(places) == sum(len(part.things) for part in clause.parts) and not any(unit.text for unit in places)
    return len(clause.parts) == 1 and only and not clause.marked(Kind.AUXILIARY)


def _changing(clause: Clause, around: Places) -> Meaning:
    """„wird wie folgt geändert“: a frame for the points below, or with new text after it, a new wording."""
    if clause.new and clause.operation is Operation.NONE:
        raise refuse(
            _("It is not said what is done with this text."),
            clause.new.span,
            _("Say for example: „… wird wie folgt gefasst:“."),
        )
    if clause.new or words_of(clause.parts, Role.IN, Role.TO, Role.ONTO):
        return recasting(clause, around)
    here = [thing for part in clause.parts for thing in part.things if isinstance(thing, Here) and not thing.annex]
    opens = bool(here) or clause.marked(Kind.COLON)
    if clause.operation is Operation.NONE and not _is_address(clause):
        raise refuse(
            _("The verb of this command is missing."),
            clause.span,
            _("Say what is done: „ersetzt“, „gestrichen“, „eingefügt“."),
        )
    reject_roles(clause, *WHERE, Role.THEME)
    places = targets(clause, around)
    if not opens and clause.operation is Operation.CHANGE:
        raise refuse(
            _("This says that something changes, but not how."),
            clause.span,
            _("Write the new text: „… wird wie folgt gefasst: „…““, or the words: „das Wort „…“ durch das Wort „…““."),
        )
    checks = expectations(units_of(clause.parts, *WHERE, Role.THEME), around, clause.span)
    return Meaning(checks, places, subject=places, frame=places)

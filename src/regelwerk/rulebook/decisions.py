"""What people decided where an act does not fit the text: a TOML file in, commands in place of those of the act out.

The act itself stays as it was adopted. A decision names a passage of it word for word, and says which wording at which
place of the text is replaced by which other, why, and who decided it:

- `old` and `new`: words, or a whole unit where both are given with its number as printed („(2) Der Rat tagt …“);
- `old` alone: it goes; `new` alone: a whole unit, with its number as printed, that comes in where its number belongs;
- neither of them, and no place: what the passage says has no effect.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from ..amendment import Amendment
from ..citation import Citation, Level, Step
from ..citations import parse_citation
from ..commands import AddUnits, Command, Expect, NewText, Recast, Repeal, ReplaceWords, StrikeWords, Words
from ..diagnostics import Diagnostic, NotUnderstood, Source, Span
from ..messages import _
from ..toml import Key, TableReader, parse_toml


@dataclass(frozen=True, slots=True)
class _Table:
    """The keys of a decision in its file."""

    passage: str
    reason: str
    by: str
    on: date
    place: str = ""
    old: str = ""
    new: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """At `place`, `new` stands for `old`, instead of what the act says in `passage`; without a place nothing is done.

    `commands` carry that out. `span`: where its file says so; all commands point there.
    """

    passage: str
    place: Citation | None
    old: str
    new: str
    commands: tuple[Command, ...]
    reason: str
    by: str
    on: date
    span: Span


def read_decisions(source: Source) -> tuple[Decision, ...]:
    """The decisions in a file. Raises NotUnderstood with everything that is missing or cannot be read in it."""
    reader = TableReader(source, {})
    table = parse_toml(source)
    rows = table.get("decision", [])
    reader.known(table, (), ("decision",))
    if not rows or not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        reader.complain((), _("Decisions are written as [[decision]], one table for each."))
        reader.finish()
    found = [_decision(reader, row, ("decision", number)) for number, row in enumerate(rows)]
    reader.finish()
    return tuple(decision for decision in found if decision)


def decided(amendment: Amendment, act: Source, decisions: Iterable[Decision]) -> Amendment:
    """The amendment with the decisions in place of the commands, and of the diagnostics, in the passages they name.

    Raises NotUnderstood for a passage that does not stand in the act exactly once, or that is no command of it.
    """
    said = [command.span for command in amendment.commands] + [d.span for d in amendment.diagnostics if d.span]
    problems: list[Diagnostic] = []
    passages: list[tuple[Span, Decision]] = []
    for decision in decisions:
        found = places_in(act, decision)
        if len(found) != 1:
            message = _("This passage stands {count} times in the act; it must stand there exactly once.")
            hint = _("Copy it from the act word for word.")
            problems.append(Diagnostic(message.format(count=len(found)), decision.span, hint))
        elif not any(_meet(span, found[0]) for span in said):
            message, hint = _("This passage of the act commands nothing."), _("Copy the sentence that does not fit.")
            problems.append(Diagnostic(message, decision.span, hint))
        else:
            passages.append((found[0], decision))
    if problems:
        raise NotUnderstood(*problems)
    return _with(amendment, passages)


def places_in(act: Source, decision: Decision) -> list[Span]:
    """Where the passage of the decision stands in the act."""
    passage = r"\s+".join(map(re.escape, decision.passage.split()))
    return [act.span(*found.span()) for found in re.finditer(passage, act.text)]


def _with(amendment: Amendment, passages: Sequence[tuple[Span, Decision]]) -> Amendment:
    """The commands of each decision where the first that they replace was, or would be."""
    commands = amendment.commands
    decided = [any(_meet(command.span, passage) for passage, _decision in passages) for command in commands]
    placed = [(index, True, command) for index, command in enumerate(commands) if not decided[index]]
    for passage, decision in passages:
        there = [n for n, c in enumerate(commands) if _meet(c.span, passage) or c.span.start >= passage.end]
        index = min(there, default=len(commands))
        point = commands[index].point if there and decided[index] else ""
        placed += [(index, False, replace(command, point=point)) for command in decision.commands]
    left = [d for d in amendment.diagnostics if not any(d.span and _meet(d.span, passage) for passage, _d in passages)]
    placed.sort(key=lambda place: place[:2])
    return replace(amendment, commands=tuple(command for _n, _kept, command in placed), diagnostics=tuple(left))


def _meet(span: Span, passage: Span) -> bool:
    return span.start < passage.end and passage.start < max(span.end, span.start + 1)


def _decision(reader: TableReader, row: dict[str, Any], key: Key) -> Decision | None:
    if not any(value for name, value in row.items() if name != "passage"):
        hint = _("Fill in what is known; delete the lines in which nothing is to be said.")
        reader.complain(key, _("Nothing has been decided here yet."), hint)
        return None
    table = reader.record(_Table, row, key)
    if table is None:
        return None
    place = _place(reader, table, key)
    span = reader.span((*key, "old" if table.old else "new" if table.new else "passage"))
    commands = _commands(reader, place, table, key, span) if place else ()
    return Decision(table.passage, place, table.old, table.new, commands, table.reason, table.by, table.on, span)


def _place(reader: TableReader, table: _Table, key: Key) -> Citation | None:
    """The place that is named; None, and a complaint, if it cannot be read or there is none though there are words."""
    if table.place:
        try:
            return parse_citation(table.place)
        except NotUnderstood as error:
            reader.complain((*key, "place"), error.diagnostics[0].message, error.diagnostics[0].hint)
    elif table.old or table.new:
        reader.complain(key, _("„{key}“ is missing here.").format(key="place"), _("Say in which unit the words stand."))
    return None


def _commands(reader: TableReader, place: Citation, table: _Table, key: Key, span: Span) -> tuple[Command, ...]:
    """What carries a decision out. Old wording is always checked: it must stand there, exactly once."""
    places, words = (place,), Words(table.old, span)
    old, new = NewText(table.old, span), NewText(table.new, span)
    match _is_unit(table.old, place.last), _is_unit(table.new, place.last):
        case True, True:
            return Expect(places=places, span=span, text=old), Recast(places=places, span=span, new=new)
        case True, _ if not table.new:
            return (Repeal(places=places, span=span, expected=old),)
        case _, True if not table.old:
            return (AddUnits(places=(place.parent(),), span=span, new=new, announced=places),)
        case False, False if table.old and table.new:
            return (ReplaceWords(places=places, span=span, pairs=((words, table.new),)),)
        case False, False if table.old:
            return (StrikeWords(places=places, span=span, words=(words,)),)
    message = _("It is not certain what is to be done here.")
    hint = _(
        "Give old and new words; or a whole unit, old and new both with its number as printed; or a new unit with its "
        "number and no old words. What has no effect has neither place nor words."
    )
    reader.complain((*key, "new" if table.new else "place"), message, hint)
    return ()


_PRINTED = {Level.PARAGRAF: r"(?:§|Artikel|Art\.)\s*{}\b", Level.ANLAGE: r"(?:Anlage|Anhang)\s*{}\b"}
"""How a unit begins that is printed with its number."""


def _is_unit(text: str, step: Step) -> bool:
    """Whether the text is a whole unit, printed with the number that the step names."""
    printed = _PRINTED.get(step.level, r"\(?{}[.)]\s")
    return bool(step.number) and re.match(printed.format(re.escape(step.number)), text.lstrip()) is not None


def template(amendment: Amendment, refused: Iterable[Diagnostic]) -> str:
    """A file of decisions to be filled in: a table for each refusal, with the sentence of the act and what is known."""
    head = _(
        "Decisions on what does not fit: what is done instead of the passage.\n"
        "The act itself stays as it is. Keys that say nothing are deleted.\n"
        "\n"
        "place: where in the text. old: the words that stand there, exactly so.\n"
        "new: the words that replace them; without new, the old words go.\n"
        "Words are put in by giving the words beside them in old and in new.\n"
        "A whole unit is given with its number as printed, in old and in new;\n"
        "a unit to come in, in new alone. If the passage has no effect, say because\n"
        "it is carried out already, place, old and new are all left out.\n"
        "reason: why. by: who decided it.\n"
        "on: the day, as 2024-05-31 without quotation marks."
    )
    return _comment(head) + "".join(_offered(amendment, refusal, refusal.span) for refusal in refused if refusal.span)


def _offered(amendment: Amendment, refusal: Diagnostic, span: Span) -> str:
    why = _comment(refusal.message) + (_comment(refusal.hint) if refusal.hint else "")
    keys = "".join(f'{name} = ""\n' for name in ("place", "old", "new", "reason", "by", "on"))
    passage = json.dumps(_passage(amendment, span), ensure_ascii=False)
    return f"\n{why}[[decision]]\npassage = {passage}\n{keys}"


def _passage(amendment: Amendment, span: Span) -> str:
    """The sentence of the act around the span, the line where it is if no command was understood there."""
    around = (c.span.text for c in amendment.commands if c.span.start <= span.start and span.end <= c.span.end)
    return " ".join(next(around, span.source.line(span.line)).split())


def _comment(text: str) -> str:
    return "".join(f"# {line}".rstrip() + "\n" for line in text.split("\n"))

"""What people decided where an act does not fit the text: a TOML file in, commands in place of those of the act out.

The act itself stays as it was adopted. A decision names a passage of it word for word, and says which words stand in
the text and which are to stand there instead, why, and who decided it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from ..amendment import Amendment
from ..citation import Citation
from ..citations import parse_citation
from ..commands import Command, ReplaceWords, StrikeWords, Words
from ..comparison.tables import Key, TableReader, parse_toml
from ..diagnostics import Diagnostic, NotUnderstood, Source, Span
from ..messages import _

_PATTERNS = {name: re.compile(r"(?s).*\S.*") for name in ("passage", "place", "old", "reason", "by")}


@dataclass(frozen=True, slots=True)
class _Table:
    """The keys of a decision in its file."""

    passage: str
    place: str
    old: str
    reason: str
    by: str
    on: date
    new: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """At `place`, `new` stands for `old`, instead of what the act says in `passage`. `span`: where its file says so."""

    passage: str
    place: Citation
    old: str
    new: str
    reason: str
    by: str
    on: date
    span: Span


def read_decisions(source: Source) -> tuple[Decision, ...]:
    """The decisions in a file. Raises NotUnderstood with everything that is missing or cannot be read in it."""
    reader = TableReader(source, _PATTERNS)
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

    Raises NotUnderstood for a passage that does not stand in the act exactly once.
    """
    problems: list[Diagnostic] = []
    for decision in decisions:
        found = list(re.finditer(r"\s+".join(map(re.escape, decision.passage.split())), act.text))
        if len(found) == 1:
            amendment = _with(amendment, decision, *found[0].span())
        else:
            message = _("This passage stands {count} times in the act, and not once.").format(count=len(found))
            problems.append(Diagnostic(message, decision.span, _("Copy it from the act word for word.")))
    if problems:
        raise NotUnderstood(*problems)
    return amendment


def _with(amendment: Amendment, decision: Decision, start: int, end: int) -> Amendment:
    def inside(span: Span | None) -> bool:
        return span is not None and span.start < end and start < max(span.end, span.start + 1)

    commands = list(amendment.commands)
    replaced = [command for command in commands if inside(command.span)]
    later = (n for n, command in enumerate(commands) if inside(command.span) or command.span.start >= end)
    commands.insert(next(later, len(commands)), _command(decision, replaced[0].point if replaced else ""))
    return replace(
        amendment,
        commands=tuple(command for command in commands if command not in replaced),
        diagnostics=tuple(found for found in amendment.diagnostics if not inside(found.span)),
    )


def _command(decision: Decision, point: str) -> Command:
    places, old = (decision.place,), Words(decision.old, decision.span)
    if decision.new:
        return ReplaceWords(places=places, span=decision.span, point=point, pairs=((old, decision.new),))
    return StrikeWords(places=places, span=decision.span, point=point, words=(old,))


def _decision(reader: TableReader, row: dict[str, Any], key: Key) -> Decision | None:
    table = reader.record(_Table, row, key)
    if table is None:
        return None
    try:
        place = parse_citation(table.place)
    except NotUnderstood as error:
        reader.complain((*key, "place"), error.diagnostics[0].message, error.diagnostics[0].hint)
        return None
    span = reader.span((*key, "old"))
    return Decision(table.passage, place, table.old, table.new, table.reason, table.by, table.on, span)


def template(amendment: Amendment, refused: Iterable[Diagnostic]) -> str:
    """A file of decisions to be filled in: a table for each refusal, with the sentence of the act and what is known."""
    head = _(
        "Decisions on what does not fit. Fill in every key: the place, which words stand there, which words are to\n"
        "stand there instead (leave „new“ out if none), why, who decided it and on which day. The act stays as it is."
    )
    return _comment(head) + "".join(_offered(amendment, refusal) for refusal in refused)


def _offered(amendment: Amendment, refusal: Diagnostic) -> str:
    why = _comment(refusal.message) + (_comment(refusal.hint) if refusal.hint else "")
    keys = "".join(f'{name} = ""\n' for name in ("place", "old", "new", "reason", "by", "on"))
    return f"\n{why}[[decision]]\npassage = {json.dumps(_passage(amendment, refusal.span), ensure_ascii=False)}\n{keys}"


def _passage(amendment: Amendment, span: Span | None) -> str:
    """The sentence of the act around the span, the line where it is if no command was understood there."""
    if span is None:
        return ""
    around = (c.span.text for c in amendment.commands if c.span.start <= span.start and span.end <= c.span.end)
    return " ".join(next(around, span.source.line(span.line)).split())


def _comment(text: str) -> str:
    return "".join(f"# {line}\n" for line in text.split("\n"))

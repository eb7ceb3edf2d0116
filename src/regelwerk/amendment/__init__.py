"""Amending acts: the text of an act goes in; for each text it amends, its commands and the data about the act come out.

The way: `marks` and `quotes` prepare the text, `passages` takes it apart, `reader` says what is command, new text and
prose, `understanding` has each sentence read with its place.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from types import MappingProxyType

from ..diagnostics import Diagnostic, Source
from ..messages import _
from .acttext import ActText, prepare
from .inforce import InForce, read_in_force
from .items import ActReading, Portion
from .metadata import adopted_on, last_change_of, named_in_title, number_of_act, title_of
from .model import Amendment
from .passages import Passage, read_passages
from .phrases import commands_anything, end_of_basis
from .points import Path, cite
from .prose import Kind
from .reader import read_items
from .titles import choose, name_of
from .understanding import understand

__all__ = ["Act", "Amendment", "InForce", "parse_act"]


@dataclass(frozen=True, slots=True)
class Act:
    """An act: one amendment for each text that it amends, and findings that do not hinder its application.

    `gaps`: what it does not say about itself, which matters to its register, not to the text.
    """

    amendments: tuple[Amendment, ...]
    source: Source
    findings: tuple[Diagnostic, ...] = ()
    gaps: tuple[Diagnostic, ...] = ()

    def for_text(self, title: str, article: str | None = None) -> Amendment:
        """The amendment of the text with this title, or in this article of the act.

        Raises NotUnderstood, naming the candidates, if there is none or more than one.
        """
        return choose(self.amendments, self.source, title, article)


def parse_act(source: Source) -> Act:
    """Read an act. Never raises on its content: what is not understood is in the diagnostics of its amendments."""
    act = prepare(source)
    reading = read_items(act, read_passages(act))
    parts = [part for part in reading.parts if part.says_something()] or reading.parts[:1]
    amendments = tuple(_amendment(act, reading, part, len(parts) > 1) for part in parts)
    return Act(amendments, source, _findings(amendments, source), _gaps(amendments[0], source))


_MAY_TITLE = (Kind.HEADING, Kind.TEXT, Kind.ARTICLE, Kind.MOTION)


def _amendment(act: ActText, reading: ActReading, part: Portion, one_of_several: bool) -> Amendment:
    titles = (p for p in reading.preamble if p.kind in _MAY_TITLE and p.start < p.end)
    preamble = [act.plain.text[passage.whole_start : passage.end] for passage in titles]
    decisions = [act.masked[passage.start : passage.end] for passage in reading.decisions]
    title = title_of(preamble)
    clause = part.clause.text if part.clause else ""
    named = end_of_basis(clause)
    lines = [line for line in preamble if len(line) < 200 and not line.endswith(".")]
    several_articles = len({path[0] for path in (item.path for item in part.items) if path}) > 1

    def point(path: Path) -> str:
        return cite(path, one_of_several or several_articles)

    understood = understand(act, part.items, point)
    commands = understood.commands
    found = sorted((*part.diagnostics, *understood.diagnostics), key=lambda d: d.span.start if d.span else 0)
    return Amendment(
        title=title,
        number=number_of_act((title, *decisions)),
        adopted=adopted_on((*decisions, clause[:named], *lines)),
        in_force=read_in_force(
            (act.words(passage.start, passage.end) for passage in reading.in_force), understood.days
        ),
        target=part.name or next(filter(None, map(named_in_title, (title, *decisions))), ""),
        last_change=last_change_of(clause[named:]),
        commands=commands,
        annexes=MappingProxyType(reading.annexes),
        diagnostics=tuple(found) or (() if commands else (_without_commands(act, reading.preamble),)),
        article=part.article,
    )


def _without_commands(act: ActText, preamble: Iterable[Passage]) -> Diagnostic:
    if not act.source.text.strip():
        return Diagnostic(_("The act is empty."), act.span(0, 0))
    for passage in preamble:
        if passage.kind is Kind.TEXT and commands_anything(act.masked[passage.start : passage.end]):
            hint = _("Write it as a sentence („§ 2 Absatz 3 wird gestrichen.“), or the number of a point before it.")
            return Diagnostic(_("This can be a heading or a command."), act.span(passage.start, passage.end), hint)
    hint = _("A command names a place and says what becomes of it: „In § 3 wird das Wort „vier“ gestrichen.“")
    return Diagnostic(_("No command was found in this act."), act.span(0, 0), hint)


def _findings(amendments: tuple[Amendment, ...], source: Source) -> tuple[Diagnostic, ...]:
    """That an act is about more than one text."""
    texts = _("The act amends several texts: {names}.").format(names="; ".join(map(name_of, amendments)))
    return (Diagnostic(texts, source.span(0, 0)),) if len(amendments) > 1 else ()


def _gaps(amendment: Amendment, source: Source) -> tuple[Diagnostic, ...]:
    """What an act should say about itself and does not."""
    found = (
        (not amendment.title, _("The act has no title.")),
        (amendment.number is None, _("The act has no number.")),
    )
    return tuple(Diagnostic(message, source.span(0, 0)) for applies, message in found if applies)

"""A rulebook, an act and what people know of it in; the entry for the register and all that would follow from it out.

Nothing is written here. What a person may overrule with a reason is an objection; everything else is refused.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from types import MappingProxyType

from ..amendment import Amendment, parse_act
from ..amendment.titles import fits
from ..commands import RepealText
from ..diagnostics import Diagnostic, DoesNotApply, Source
from ..messages import _
from ..structure import format_document
from .chain import sealed
from .entry_into_force import Known, LeftOpen, days_of
from .filing import Paper, filed, folder_of, free_name, path_of, two_digits
from .history import Rulebook
from .measures import with_decisions
from .objections import (
    missing_before,
    objections,
    other_texts,
    overruled,
    refuse_days,
    refuse_other_order,
    refuse_repetition,
)
from .register import NUMBER, Act, ActKind, Entry, Gap, Order, Register, Retraction, highest_number
from .seal import canonical_bytes
from .timeline import Version


@dataclass(frozen=True, slots=True)
class Told:
    """What people say of an act beside what it says itself. `corrects`: the number of the act that it corrects.

    `reason`: why objections do not hold.
    """

    known: Known = field(default_factory=Known)
    number: str = ""
    corrects: str = ""
    title: str = ""
    article: str = ""
    order: Order | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Papers:
    """The files of an act: its text, the decisions on it, and the document that its text was read from."""

    act: Source
    decisions: Source | None = None
    source: Paper | None = None

    @property
    def texts(self) -> dict[str, Source]:
        """The texts, by the keys of an entry."""
        return {"file": self.act} | ({"decisions": self.decisions} if self.decisions is not None else {})

    @property
    def kept(self) -> dict[str, Paper]:
        """All that is kept of them, by the keys of an entry."""
        texts = {key: (_ENDINGS[key], canonical_bytes(text.text)) for key, text in self.texts.items()}
        if self.source is None:
            return texts
        ending, data = self.source
        return texts | {"source": (f"-source{ending}" if ending == _ENDINGS["file"] else ending, data)}


_ENDINGS = {"file": ".txt", "decisions": "-decisions.toml"}


@dataclass(frozen=True, slots=True)
class Proposal:
    """An entry that could be recorded. `rulebook`: as it would be; `text`: its last version; `files`: the new ones."""

    entry: Entry
    files: Mapping[str, bytes]
    rulebook: Rulebook
    objections: tuple[Diagnostic, ...] = ()

    @property
    def text(self) -> str:
        return format_document(self.rulebook.last.document)

    @property
    def versions(self) -> tuple[Version, ...]:
        """The versions that the entry makes."""
        return tuple(version for version in self.rulebook.versions if version.entry is self.entry)


def propose_act(rulebook: Rulebook, papers: Papers, told: Told, recorded: datetime) -> Proposal:
    """What recording the act would mean.

    Raises NotUnderstood if the act is not understood, LeftOpen if its days are not known, DoesNotApply if it does not
    fit the text or the register, or if there are objections and no reason is given against them.
    """
    register, title, head = rulebook.register, rulebook.last.document.heading, papers.act.span(0, 0)
    act = parse_act(papers.act)
    amendment = with_decisions(act.for_text(title, told.article or None), papers.act, papers.decisions)
    days = days_of(amendment, _known(register, told), head)
    number = told.corrects or told.number or number_for(register, amendment.number)
    kind = ActKind.CORRIGENDUM if told.corrects else ActKind.AMENDMENT
    stem = free_name(register, two_digits(number) + ("-corrigendum" if told.corrects else ""))
    named, files = filed(folder_of(register.id, Act), stem, papers.kept)
    entry = Act(
        kind=ActKind.REPEAL if _repeals(amendment, title) else kind,
        number=number,
        title=told.title or amendment.title,
        adopted=told.known.adopted or amendment.adopted,
        promulgated=told.known.promulgated,
        in_force=days.in_force,
        until=days.until,
        part=days.part,
        article=(amendment.article or "") if len(act.amendments) > 1 else "",
        order=told.order or Order.IN_FORCE,
        reason=told.reason,
        recorded=recorded,
        result="",
        **named,
    )
    refuse_repetition(register, entry, head)
    against = overruled(objections(register, entry, amendment, head), told.reason)
    names = {path_of(register, entry, named[key]): text.name for key, text in papers.texts.items()}
    proposal = extended(rulebook, entry, files, names)
    against += overruled(_other_texts(rulebook, proposal), told.reason)
    if told.order is None:
        refuse_other_order(proposal.rulebook, entry, head)
    return replace(proposal, objections=against)


def propose_draft(rulebook: Rulebook, act: Source, in_force: date | None) -> Proposal:
    """The act as a proposal, sealed as if it had been recorded with the last entry: one draft has one check code.

    Raises what `propose_act` raises, except for objections.
    """
    told = Told(Known(in_force=in_force), reason="draft")
    try:
        proposal = propose_act(rulebook, Papers(act), told, rulebook.register.last.recorded)
    except LeftOpen as error:
        hint = _("Say with --in-force from which day the draft is to count.")
        raise LeftOpen(*(replace(found, hint=hint) for found in error.diagnostics)) from error
    register = sealed(rulebook.register, replace(proposal.entry, reason=""), proposal.text)
    return replace(proposal, entry=register.last, rulebook=replace(proposal.rulebook, register=register))


def _other_texts(before: Rulebook, proposal: Proposal) -> Iterator[Diagnostic]:
    """Where the act does not lead to the full text recorded without it.

    Raises DoesNotApply, with the amendments that are missing before it, if it does not fit the text.
    """
    try:
        yield from other_texts(before, proposal.rulebook)
    except DoesNotApply as error:
        missing = missing_before(before.register, proposal.entry.number)
        raise DoesNotApply(*error.diagnostics, *([missing] if missing else [])) from error


def propose_gap(rulebook: Rulebook, number: str, reason: str, recorded: datetime) -> Proposal:
    """An amendment that is known to exist, and not what it says. Raises DoesNotApply if it is recorded already."""
    if any(entry.number == number for entry in rulebook.register.standing):
        message = _("There is an amendment number {number} already.").format(number=number)
        raise DoesNotApply.of(message)
    return extended(rulebook, Gap(number=number, reason=reason, recorded=recorded, result=""), {})


def propose_retraction(rulebook: Rulebook, number: str, reason: str, recorded: datetime) -> Proposal:
    """The last entry that counts taken back. Raises DoesNotApply if it has another number, or is the base text."""
    kept = rulebook.register.kept
    last = kept[-1]
    if len(kept) == 1:
        message = _("The base text cannot be taken back; nothing would be left.")
        hint = _("Put the right one in its place: regelwerk import --replace-base.")
        raise DoesNotApply.of(message, hint=hint)
    if last.number != number:
        message = _("Only the last step can be taken back: number {last}.").format(last=last.number)
        raise DoesNotApply.of(message, hint=_("Take back what was recorded later first."))
    return extended(rulebook, Retraction(number=number, reason=reason, recorded=recorded, result=""), {})


def extended(
    rulebook: Rulebook, entry: Entry, files: Mapping[str, bytes], names: Mapping[str, str] = MappingProxyType({})
) -> Proposal:
    """The rulebook with one more entry and its files; `names`: how people know them until they are recorded.

    Raises DoesNotApply where anything then no longer fits.
    """

    def read(path: str) -> Source:
        return Source(names.get(path, path), files[path].decode()) if path in files else rulebook.files(path)

    register = replace(rulebook.register, entries=(*rulebook.register.entries, entry))
    refuse_days(register)
    return Proposal(entry, files, Rulebook(register, read))


def number_for(register: Register, said: str | None) -> str:
    """The number that an act says it has, or the next one there is none for."""
    if said and NUMBER.fullmatch(said):
        return said
    return str(highest_number(register) + 1)


def _known(register: Register, told: Told) -> Known:
    """What is known of the days. A correction counts from the day of what it corrects, if nothing else is said."""
    corrected = [entry for entry in register.standing if isinstance(entry, Act) and entry.number == told.corrects]
    if corrected and told.known.in_force is None:
        return replace(told.known, in_force=corrected[0].in_force)
    return told.known


def _repeals(amendment: Amendment, title: str) -> bool:
    """Whether all that the amendment does is to repeal the text with this title."""
    titles = [command.title for command in amendment.commands if isinstance(command, RepealText)]
    return len(titles) == len(amendment.commands) > 0 and all(fits(repealed, title) for repealed in titles)

"""A rulebook, an act and what people know of it in; the entry for the register and all that would follow from it out.

Nothing is written here. What a person may overrule with a reason is an objection; everything else is refused.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from types import MappingProxyType
from typing import Any

from ..amendment import Amendment, parse_act
from ..amendment.titles import fits
from ..commands import RepealText
from ..consolidation import Effect
from ..diagnostics import Diagnostic, DoesNotApply, Source
from ..messages import _
from ..structure import format_document
from .entry_into_force import Days, Known, days_of
from .filing import free_name, path_of, two_digits
from .history import Rulebook
from .measures import with_decisions
from .objections import (
    Objected,
    missing_before,
    objections,
    other_texts,
    refuse_days,
    refuse_other_order,
    refuse_repetition,
)
from .register import NUMBER, Act, ActKind, Entry, Gap, Order, Register, Repeal, Retraction, highest_number
from .seal import canonical_bytes, seal
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
    """The files of an act: its text, the decisions on it, and the file that its text was read from."""

    act: Source
    decisions: Source | None = None
    source: tuple[str, bytes] | None = None
    """The ending of its name („.pdf“), and its bytes."""


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

    @property
    def effects(self) -> tuple[Effect, ...]:
        """All that its commands do."""
        return tuple(effect for version in self.versions if not version.expired for effect in version.effects)


def propose_act(rulebook: Rulebook, papers: Papers, told: Told, recorded: datetime) -> Proposal:
    """What recording the act would mean.

    Raises NotUnderstood if the act is not understood, LeftOpen if its days are not known, DoesNotApply if it does not
    fit the text or the register, or if there are objections and no reason is given against them.
    """
    register = rulebook.register
    act = parse_act(papers.act)
    amendment = act.for_text(rulebook.last.document.heading, told.article or None)
    amendment = with_decisions(amendment, papers.act, papers.decisions)
    days = days_of(amendment, _known(register, told), papers.act.span(0, 0))
    number = told.corrects or told.number or number_for(register, amendment.number)
    if _repeals(amendment, rulebook.last.document.heading):
        entry: Act | Repeal = _repeal(amendment, number, days, told, recorded)
    else:
        entry = _act(amendment, number, days, told, recorded)
        entry = replace(entry, article=entry.article if len(act.amendments) > 1 else "")
    entry, files = _with_files(register, entry, papers)
    head = papers.act.span(0, 0)
    refuse_repetition(register, entry, head)
    unlike = tuple(objections(register, entry, amendment, head))
    if unlike and not told.reason:
        raise Objected(*unlike)
    proposal = with_entry(rulebook, entry, files, _names(register, entry, papers))
    found = (*unlike, *_other_texts(rulebook, proposal))
    if found and not told.reason:
        raise Objected(*found)
    if isinstance(entry, Act) and told.order is None:
        refuse_other_order(proposal.rulebook, entry, head)
    return replace(proposal, objections=found)


def _other_texts(before: Rulebook, proposal: Proposal) -> tuple[Diagnostic, ...]:
    """Where the act does not lead to the full text recorded without it.

    Raises DoesNotApply, with the amendments that are missing before it, if it does not fit the text.
    """
    try:
        return tuple(other_texts(before, proposal.rulebook))
    except DoesNotApply as error:
        missing = missing_before(before.register, proposal.entry.number)
        raise DoesNotApply(*error.diagnostics, *([missing] if missing else [])) from error


def propose_gap(rulebook: Rulebook, number: str, reason: str, recorded: datetime) -> Proposal:
    """An amendment that is known to exist, and not what it says. Raises DoesNotApply if it is recorded already."""
    if any(entry.number == number for entry in rulebook.register.standing):
        message = _("There is an amendment number {number} already.").format(number=number)
        raise DoesNotApply.of(message)
    return with_entry(rulebook, Gap(number=number, reason=reason, recorded=recorded, result=""), {})


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
    return with_entry(rulebook, Retraction(number=number, reason=reason, recorded=recorded, result=""), {})


def with_entry(
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


def _act(amendment: Amendment, number: str, days: Days, told: Told, recorded: datetime) -> Act:
    return Act(
        kind=ActKind.CORRIGENDUM if told.corrects else ActKind.AMENDMENT,
        number=number,
        title=told.title or amendment.title,
        adopted=told.known.adopted or amendment.adopted,
        promulgated=told.known.promulgated,
        in_force=days.in_force,
        until=days.until,
        part=days.part,
        article=amendment.article or "",
        order=told.order or Order.IN_FORCE,
        reason=told.reason,
        recorded=recorded,
        result="",
        file="",
        sha256="",
    )


def _repeal(amendment: Amendment, number: str, days: Days, told: Told, recorded: datetime) -> Repeal:
    return Repeal(
        number=number,
        title=told.title or amendment.title,
        adopted=told.known.adopted or amendment.adopted,
        promulgated=told.known.promulgated,
        in_force=days.in_force,
        reason=told.reason,
        recorded=recorded,
        result="",
    )


def _with_files(register: Register, entry: Act | Repeal, papers: Papers) -> tuple[Act | Repeal, dict[str, bytes]]:
    """The entry with the names and seals of its files, and their bytes by path."""
    endings: list[tuple[str, str, bytes]] = [("file", ".txt", canonical_bytes(papers.act.text))]
    if papers.decisions is not None and isinstance(entry, Act):
        endings.append(("decisions", "-decisions.toml", canonical_bytes(papers.decisions.text)))
    if papers.source is not None:
        endings.append(("source", *papers.source))
    stem = free_name(register, _file_name(entry))
    named: dict[str, Any] = {}
    for key, ending, data in endings:
        named |= {key: f"{stem}{ending}", "sha256" if key == "file" else f"{key}_sha256": seal(data)}
    files = {path_of(register, entry, f"{stem}{ending}"): data for _key, ending, data in endings}
    return replace(entry, **named), files


def _names(register: Register, entry: Act | Repeal, papers: Papers) -> dict[str, str]:
    """How people know the files until they are recorded."""
    names = {path_of(register, entry, entry.file): papers.act.name}
    if papers.decisions is not None and isinstance(entry, Act):
        names[path_of(register, entry, entry.decisions)] = papers.decisions.name
    return names


def _file_name(entry: Act | Repeal) -> str:
    """How the files of an entry are called, without their endings: „02“."""
    corrects = isinstance(entry, Act) and entry.kind is ActKind.CORRIGENDUM
    return two_digits(entry.number) + ("-corrigendum" if corrects else "")

"""A whole text and what people know of it in; the entry for the register, and all that would follow from it, out.

The base text of a new rulebook, the full text published after an amendment, a Neufassung.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from ..diagnostics import Diagnostic, DoesNotApply, NotUnderstood, Source
from ..messages import _
from ..provision import Provision
from ..structure import format_document, parse
from .entry_into_force import LeftOpen
from .filing import DOCUMENTS, free_name
from .history import Rulebook
from .objections import Objected, other_texts, text_objections
from .register import BASE, Register, Text, TextKind, order
from .registration import Proposal, with_entry
from .seal import canonical_bytes, seal


@dataclass(frozen=True, slots=True)
class Edition:
    """A whole text: the document as read, and what people know of it. `source`: the ending of the file, its bytes."""

    document: Provision
    title: str = ""
    adopted: date | None = None
    promulgated: date | None = None
    in_force: date | None = None
    reason: str = ""
    source: tuple[str, bytes] | None = None


def first_entry(id: str, body: str, edition: Edition, recorded: datetime) -> tuple[Register, dict[str, bytes]]:
    """The register of a new rulebook, and its files by path.

    A base text whose day of entry into force nobody knows counts from the day of its adoption. Raises LeftOpen if that
    is not known either.
    """
    entry = _entry(edition, TextKind.BASE, BASE, recorded)
    entry, files = _with_files(id, entry, edition, "base")
    return Register(id, edition.title or edition.document.heading, (entry,), body), files


def propose_text(rulebook: Rulebook, edition: Edition, kind: TextKind, number: str, recorded: datetime) -> Proposal:
    """What recording a whole text as the version of this number would mean.

    Raises LeftOpen if its day is not known, DoesNotApply if there is one of this number, or if there are objections,
    such as another text by the acts, and no reason is given against them.
    """
    register = rulebook.register
    for entry in register.standing:
        if entry.number == number != BASE and (isinstance(entry, Text) or kind is TextKind.RECAST):
            message = _("There is a version {number} already.").format(number=number)
            hint = _("One recorded by mistake is taken back by „regelwerk retract“.")
            raise DoesNotApply(Diagnostic(message, hint=hint))
    digits, letter = order(number)
    stem = "base" if kind is TextKind.BASE else f"version-{digits:02}{letter}"
    free = free_name(register, stem)
    entry, files = _with_files(register.id, _entry(edition, kind, number, recorded), edition, free)
    proposal = with_entry(rulebook, entry, files)
    found = (*text_objections(register, entry), *other_texts(rulebook, proposal.rulebook))
    if found and not edition.reason:
        raise Objected(*found)
    return replace(proposal, objections=found)


def first_day(in_force: date | None, adopted: date | None) -> date:
    """The day from which on a text counts: that of its adoption, if nothing else is known. Raises LeftOpen."""
    day = in_force or adopted
    if day is None:
        message = _("It is not known from which day on this text counts.")
        hint = _("Say when it was adopted (--adopted 2024-01-31), or the first day on which it counts (--in-force).")
        raise LeftOpen(Diagnostic(message, hint=hint))
    return day


def _entry(edition: Edition, kind: TextKind, number: str, recorded: datetime) -> Text:
    return Text(
        kind=kind,
        number=number,
        title=edition.title,
        adopted=edition.adopted,
        promulgated=edition.promulgated,
        in_force=first_day(edition.in_force, edition.adopted),
        reason=edition.reason,
        recorded=recorded,
        result="",
        file="",
        sha256="",
    )


def _with_files(id: str, entry: Text, edition: Edition, stem: str) -> tuple[Text, dict[str, bytes]]:
    text = format_document(edition.document)
    if format_document(parse(Source(stem, text)).document) != text:
        message = _("This text would not read the same once it is stored.")
        raise NotUnderstood(Diagnostic(message, hint=_("Correct it by hand: --output FILE writes it down.")))
    data = canonical_bytes(text)
    files = {f"{DOCUMENTS}/{id}/{stem}.txt": data}
    entry = replace(entry, file=f"{stem}.txt", sha256=seal(data))
    if edition.source is not None:
        ending, original = edition.source
        name = f"{stem}-source{ending}"
        files[f"{DOCUMENTS}/{id}/{name}"] = original
        entry = replace(entry, source=name, source_sha256=seal(original))
    return entry, files

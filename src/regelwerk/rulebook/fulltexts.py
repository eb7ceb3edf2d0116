"""A whole text and what people know of it in; the entry for the register, and all that would follow from it, out.

The base text of a new rulebook, the full text published after an amendment, a Neufassung.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, datetime

from ..amendment.inforce import Moment, OnDate, OnOccasion, read_in_force
from ..citation import Level
from ..diagnostics import Diagnostic, DoesNotApply, NotUnderstood, Source
from ..messages import _
from ..provision import Provision
from ..structure import format_document, parse
from .entry_into_force import LeftOpen, ask_for, first_day
from .filing import Paper, filed, folder_of, free_name, two_digits
from .history import Rulebook
from .objections import other_texts, overruled, text_objections
from .register import BASE, Text, TextKind
from .registration import Proposal, extended
from .seal import canonical_bytes


@dataclass(frozen=True, slots=True)
class Edition:
    """A whole text: the document as read, and what people know of it. `source`: the file that was read."""

    document: Provision
    title: str = ""
    adopted: date | None = None
    promulgated: date | None = None
    in_force: date | None = None
    reason: str = ""
    source: Paper | None = None


def titled(edition: Edition, last: str = "") -> Edition:
    """The edition, its text with a title: its own, or as people say, or the `last` one that the rulebook had.

    Raises LeftOpen if there is none, since nothing could be printed without.
    """
    title = edition.document.heading or edition.title or last
    if not title:
        hint = _("Write it into the first line, or say it: --title „Geschäftsordnung des Rates“.")
        raise LeftOpen(Diagnostic(_("The text has no title."), hint=hint))
    return replace(edition, document=replace(edition.document, heading=title))


def propose_first(rulebook: Rulebook, edition: Edition, recorded: datetime) -> Proposal:
    """What recording the base text of a new rulebook would mean. `rulebook`: its head, without entries.

    Raises LeftOpen if it is not known from which day on the text counts.
    """
    entry, files = _entry(rulebook.register.id, edition, TextKind.BASE, BASE, "base", recorded)
    return extended(rulebook, entry, files)


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
            raise DoesNotApply.of(message, hint=hint)
    stem = free_name(register, "base" if kind is TextKind.BASE else f"version-{two_digits(number)}")
    new, files = _entry(register.id, edition, kind, number, stem, recorded)
    proposal = extended(rulebook, new, files)
    against = (*text_objections(register, new), *other_texts(rulebook, proposal.rulebook))
    return replace(proposal, objections=overruled(against, edition.reason))


def _first_day(edition: Edition, kind: TextKind) -> date:
    """The day from which on the text counts: as people say, else as the text itself says, else that of its adoption.

    What a text published later says of its entry into force was said of the base text. Raises LeftOpen.
    """
    if edition.in_force:
        return edition.in_force
    said = None if kind is TextKind.FULL_TEXT else _own_words(edition.document)
    hint = _("Say the first day on which it counts: --in-force 2024-01-31.")
    if said is not None:
        sentence, moment = said
        day = first_day(moment, edition.adopted, edition.promulgated)
        retroactive = isinstance(moment, OnDate) and moment.retroactive
        if day is not None and (retroactive or edition.adopted is None or day >= edition.adopted):
            return day
        if day is None and isinstance(moment, OnOccasion):
            hint = ask_for(moment.occasion)
        message = _("The text says of itself: „{sentence}“ From which day on it counts does not follow from that.")
        raise LeftOpen.of(message.format(sentence=sentence), hint=hint)
    if edition.adopted is None:
        message = _("It is not known from which day on this text counts.")
        hint = _("Say when it was adopted (--adopted 2024-01-31), or the first day on which it counts (--in-force).")
        raise LeftOpen.of(message, hint=hint)
    return edition.adopted


_THIS_TEXT = re.compile(r"|Diese[rs]?\s+\w+")
"""What a text calls itself where it says from which day on it counts."""


def _own_words(document: Provision) -> tuple[str, Moment] | None:
    """The sentence that says when the text as a whole comes into force, and what it says.

    It stands in a § that is called so, else in the last one.
    """
    sections = [unit for unit in document.units() if unit.level is Level.PARAGRAF]
    called_so = [unit for unit in sections if "kraft" in unit.heading.casefold()]
    for unit in (found for section in called_so or sections[-1:] for found in section.units()):
        said = read_in_force([unit.text]) if "Kraft" in unit.text else None
        for rule in said.rules if said else ():
            if _THIS_TEXT.fullmatch(rule.of) and not rule.ends:
                return unit.text, rule.moment
    return None


def _entry(
    id: str, edition: Edition, kind: TextKind, number: str, stem: str, recorded: datetime
) -> tuple[Text, dict[str, bytes]]:
    """The entry of a text whose files are called `stem`, and their bytes by path.

    Raises LeftOpen, or NotUnderstood if the stored text would not read the same.
    """
    text = format_document(edition.document)
    if format_document(parse(Source(stem, text)).document) != text:
        message = _("This text would not read the same once it is stored.")
        raise NotUnderstood.of(message, hint=_("Correct it by hand: --output FILE writes it down."))
    papers = {"file": (".txt", canonical_bytes(text))}
    if edition.source is not None:
        ending, original = edition.source
        papers["source"] = (f"-source{ending}", original)
    named, files = filed(folder_of(id, Text), stem, papers)
    entry = Text(
        kind=kind,
        number=number,
        title=edition.title,
        adopted=edition.adopted,
        promulgated=edition.promulgated,
        in_force=_first_day(edition, kind),
        reason=edition.reason,
        recorded=recorded,
        result="",
        **named,
    )
    return entry, files

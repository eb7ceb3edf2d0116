"""A PDF in hand and the rulebooks here in; of which version it is, or how it differs from what was exported, out."""

from __future__ import annotations

import io
import json
import logging
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import pypdf

from ..diagnostics import IntegrityBroken, NotUnderstood, RegelwerkError, Source
from ..messages import _
from ..rulebook.filing import sealed_files
from ..rulebook.history import Rulebook
from ..rulebook.register import Act, Register
from ..rulebook.registration import Proposal, propose_draft
from ..rulebook.seal import seal
from . import data, pdf
from .choices import View
from .frame import REGISTER
from .names import name
from .publication import Publication, shortened
from .reasons import ATTACHED as REASONS
from .reasons import with_reasons
from .registered import act_of, as_draft, change_between, register_of, text_of_version

ATTACHED = "version.json"
FIXED = ("title", "text", "act")
"""What the register alone decides of the attached data, whichever release of the program wrote them."""


@dataclass(frozen=True, slots=True)
class Print:
    """What a PDF says of itself, the words of its pages without white space, and the texts attached to it, by name.

    `data`: what of the attached data is fixed. `draft_of`: of a draft, the check code of the register it builds on.
    """

    code: str
    view: View
    old: str
    as_of: date | None
    draft_of: str
    words: str
    data: Mapping[str, Any]
    texts: Mapping[str, str]


_UNSAID = logging.NullHandler()
"""What pypdf tells of a damaged file stays unprinted: what is wrong with it is said in our words."""

Candidate = tuple[str, Publication]
"""What may have been exported, and what it is called."""


def read_print(label: str, content: bytes) -> Print:
    """What the PDF says. Raises NotUnderstood if it is none that was exported here or in another workspace."""
    logging.getLogger("pypdf").addHandler(_UNSAID)
    try:
        reader = pypdf.PdfReader(io.BytesIO(content))
        texts = {name: found[0].decode() for name, found in reader.attachments.items()}
        attached = json.loads(texts.pop(ATTACHED))
        version = attached["version"]
        code, old, as_of = version["check_code"], version["old"], version["as_of"]
        day = date.fromisoformat(as_of) if as_of else None
        draft_of = version.get("draft_of", "")
        return Print(code, View(attached["view"]), old, day, draft_of, _words(reader), _fixed(attached), texts)
    except Exception as error:  # what a damaged or hostile file raises in the reader is not to be foreseen
        message = _("{file} is no PDF that regelwerk exported: it carries no data of a version.").format(file=label)
        raise NotUnderstood.of(message) from error


def identified(label: str, content: bytes, rulebooks: Iterable[Rulebook], today: date) -> str:
    """Of which version the PDF is, and whether it is the very file that was exported, in one line.

    Raises NotUnderstood as `read_print`, IntegrityBroken if its check code is not known, or its words or the data
    attached to it are others.
    """
    found = read_print(label, content)
    for rulebook in rulebooks:
        known = _as_recorded(rulebook, found.draft_of or found.code)
        if known is not None:
            values = {"file": label, "id": rulebook.register.id}
            if found.draft_of:
                return _of_draft(values, content, found, known, rulebook.register)
            return _of_record(values, content, found, known, today)
    message = _("The check code „{code}“ of {file} belongs to no rulebook here.").format(code=found.code, file=label)
    raise IntegrityBroken.of(message, hint=_("The print may be of another office, or not be genuine."))


def _as_recorded(rulebook: Rulebook, code: str) -> Rulebook | None:
    """The rulebook as it was when its check code was this."""
    steps = (step for step in rulebook.register.steps if step.check_code == code)
    return next((replace(rulebook, register=step) for step in steps), None)


def _of_record(values: Mapping[str, str], content: bytes, found: Print, rulebook: Rulebook, today: date) -> str:
    match _recognised(values, content, found, _candidates(found, rulebook, today)):
        case (what, True):
            message = _("{file} is, byte for byte, what is exported of „{id}“: {version}.")
        case (what, False):
            message = _("{file} has the words of „{id}“: {version}. The file itself was made otherwise.")
        case None:
            message = _("{file} is not as it was exported of „{id}“: its words are others.")
            raise IntegrityBroken.of(message.format(**values))
    return message.format(**values, version=what)


def _of_draft(values: Mapping[str, str], content: bytes, found: Print, before: Rulebook, register: Register) -> str:
    """The same of a draft: it is made again on the register as it was then. `register`: as it is now."""
    draft = _drafted(found, before)
    candidates = _candidates(found, draft.rulebook, date.min) if draft else ()
    drafts = ((what, as_draft(publication, before.register)) for what, publication in candidates)
    match _recognised(values, content, found, drafts):
        case (what, True):
            message = _("{file} is a draft, byte for byte as it is exported of „{id}“: {version}.")
        case (what, False):
            message = _("{file} is a draft with the words of „{id}“: {version}. The file itself was made otherwise.")
        case None:
            message = _("{file} is a draft of „{id}“, but not as it was exported: its words are others.")
            raise IntegrityBroken.of(message.format(**values))
    return f"{message.format(**values, version=what)} {_since(draft, register) if draft else ''}"


def _since(draft: Proposal, register: Register) -> str:
    """What became of the act of a draft."""
    seals = {seal(data) for data in draft.files.values()}
    numbers = [entry.number for entry in register.standing if isinstance(entry, Act) and entry.sha256 in seals]
    if numbers:
        return _("Its act is recorded by now, as number {number}.").format(number=numbers[0])
    return _("Its act is not recorded.")


def _drafted(found: Print, before: Rulebook) -> Proposal | None:
    """The draft with this check code; None if the act and the day in the print do not lead to it."""
    recorded = {path.rpartition("/")[2] for path in sealed_files(before.register)}
    acts = [Source(name, text) for name, text in found.texts.items() if name not in {*recorded, REASONS}]
    for act in acts:
        for day in (None, found.as_of):
            with suppress(RegelwerkError):
                draft = propose_draft(before, act, day)
                if draft.rulebook.register.check_code == found.code:
                    return draft
    return None


def _recognised(
    values: Mapping[str, str], content: bytes, found: Print, candidates: Iterable[Candidate]
) -> tuple[str, bool] | None:
    """What the print is called among the candidates, and whether it is the very file; None if none has its words.

    Raises IntegrityBroken if those that have its words have other data.
    """
    alike = None
    for what, publication in candidates:
        exported = pdf.render(publication)
        if exported == content:
            return what, True
        if _words(pypdf.PdfReader(io.BytesIO(exported))) == found.words:
            sources = all(found.texts.get(name) == text for name, text in publication.masthead.sources)
            if sources and _fixed(json.loads(data.render(publication))) == found.data:
                return what, False
            alike = what
    if alike is None:
        return None
    message = _("{file} has the words of „{id}“: {version}. But the data attached to it are others.")
    raise IntegrityBroken.of(message.format(**values, version=alike))


def _fixed(attached: Mapping[str, Any]) -> dict[str, Any]:
    return {key: attached[key] for key in FIXED if key in attached}


def _candidates(found: Print, rulebook: Rulebook, today: date) -> Iterator[Candidate]:
    """What may have been exported."""
    match found.view:
        case View.REGISTER:
            yield REGISTER, register_of(rulebook)
        case View.ACT:
            acts = (version for version in rulebook.versions if isinstance(version.entry, Act))
            yield from ((name(version), act_of(rulebook, version)) for version in acts)
        case _:
            yield from _of_versions(found, rulebook, today)


def _of_versions(found: Print, rulebook: Rulebook, today: date) -> Iterator[Candidate]:
    """Texts and comparisons: before and after the days on which the version counts its pages say so."""
    for version in rulebook.versions:
        if version.in_force != found.as_of:
            continue
        for day in dict.fromkeys((today, version.in_force, version.until or today, date.min)):
            if found.view is View.CONSOLIDATED:
                yield name(version), text_of_version(rulebook, version, day)
            for old in rulebook.versions:
                if found.view is not View.CONSOLIDATED and name(old) == found.old:
                    change = change_between(rulebook, found.view, old, version, day)
                    whole = _reasoned(change, found.texts.get(REASONS, ""))
                    yield from ((name(version), publication) for publication in (whole, shortened(whole)))


def _reasoned(change: Publication, reasons: str) -> Publication:
    """The change with the reasons that came with the print; without them if they are none that were ever accepted."""
    try:
        return with_reasons(change, Source(REASONS, reasons)) if reasons else change
    except RegelwerkError:
        return change


def _words(reader: pypdf.PdfReader) -> str:
    return "".join("".join(page.extract_text().split()) for page in reader.pages)

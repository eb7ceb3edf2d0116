"""A PDF in hand and the rulebooks here in; of which version it is, or how it differs from what was exported, out."""

from __future__ import annotations

import io
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

import pypdf

from ..diagnostics import Diagnostic, IntegrityBroken, NotUnderstood, RegelwerkError, Source
from ..messages import _
from ..rulebook.history import Rulebook
from ..rulebook.register import Act
from ..rulebook.seal import check_code
from . import pdf
from .choices import View
from .frame import REGISTER
from .names import name
from .publication import Publication
from .reasons import ATTACHED as REASONS
from .reasons import with_reasons
from .registered import act_of, change_between, register_of, text_of_version

ATTACHED = "version.json"


@dataclass(frozen=True, slots=True)
class Print:
    """What a PDF says of itself, the words of its pages without white space, and the reasons that it was given."""

    code: str
    view: View
    old: str
    as_of: str
    words: str
    reasons: str


def read_print(label: str, content: bytes) -> Print:
    """What the PDF says. Raises NotUnderstood if it is none that was exported here or in another workspace."""
    try:
        reader = pypdf.PdfReader(io.BytesIO(content))
        attached = json.loads(reader.attachments[ATTACHED][0])
        version = attached["version"]
        code, old, as_of = version["check_code"], version["old"], version["as_of"]
        reasons = reader.attachments.get(REASONS, [b""])[0].decode()
        return Print(code, View(attached["view"]), old, as_of, _words(reader), reasons)
    except Exception as error:  # what a damaged or hostile file raises in the reader is not to be foreseen
        message = _("{file} is no PDF that regelwerk exported: it carries no data of a version.").format(file=label)
        raise NotUnderstood(Diagnostic(message)) from error


def identified(label: str, content: bytes, rulebooks: Iterable[Rulebook], today: date) -> str:
    """Of which version the PDF is, and whether it is the very file that was exported, in one line.

    Raises NotUnderstood as `read_print`, IntegrityBroken if its check code is not known, or its words are others.
    """
    found = read_print(label, content)
    for rulebook in rulebooks:
        known = _as_recorded(rulebook, found.code)
        if known is not None:
            return _compared(label, content, found, known, today)
    message = _("The check code „{code}“ of {file} belongs to no rulebook here.").format(code=found.code, file=label)
    hint = _("The print may be of a draft, of another office, or not be genuine.")
    raise IntegrityBroken(Diagnostic(message, hint=hint))


def _as_recorded(rulebook: Rulebook, code: str) -> Rulebook | None:
    """The rulebook as it was when its check code was this."""
    entries = rulebook.register.entries
    for count, entry in enumerate(entries, 1):
        if check_code(entry.chain) == code:
            return replace(rulebook, register=replace(rulebook.register, entries=entries[:count]))
    return None


def _compared(label: str, content: bytes, found: Print, rulebook: Rulebook, today: date) -> str:
    for publication in _candidates(found, rulebook, today):
        exported = pdf.render(publication)
        what = publication.masthead.new or found.as_of or REGISTER
        values = {"file": label, "id": rulebook.register.id, "version": what}
        if exported == content:
            return _("{file} is, byte for byte, what is exported of „{id}“: {version}.").format(**values)
        if _words(pypdf.PdfReader(io.BytesIO(exported))) == found.words:
            return _("{file} has the words of „{id}“: {version}. The file itself was made otherwise.").format(**values)
    message = _("{file} is not as it was exported of „{id}“: its words are others.")
    raise IntegrityBroken(Diagnostic(message.format(file=label, id=rulebook.register.id)))


def _candidates(found: Print, rulebook: Rulebook, today: date) -> Iterator[Publication]:
    """What may have been exported."""
    match found.view:
        case View.REGISTER:
            yield register_of(rulebook)
        case View.ACT:
            yield from (act_of(rulebook, version) for version in rulebook.versions if isinstance(version.entry, Act))
        case _:
            yield from _of_versions(found, rulebook, today)


def _of_versions(found: Print, rulebook: Rulebook, today: date) -> Iterator[Publication]:
    """Texts and comparisons: before and after the days on which the version counts its pages say so."""
    for version in rulebook.versions:
        if version.in_force.isoformat() != found.as_of:
            continue
        for day in dict.fromkeys((today, version.in_force, version.until or today, date.min)):
            if found.view is View.CONSOLIDATED:
                yield text_of_version(rulebook, version, day)
            for old in rulebook.versions:
                if found.view is not View.CONSOLIDATED and name(old) == found.old:
                    change = change_between(rulebook, found.view, old, version, day)
                    yield _reasoned(change, found.reasons)


def _reasoned(change: Publication, reasons: str) -> Publication:
    """The change with the reasons that came with the print; without them if they are none that were ever accepted."""
    try:
        return with_reasons(change, Source(REASONS, reasons)) if reasons else change
    except RegelwerkError:
        return change


def _words(reader: pypdf.PdfReader) -> str:
    return "".join("".join(page.extract_text().split()) for page in reader.pages)

"""A rulebook and its versions in, publications out: with what the register says around the text and at its units."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from ..citation import Level
from ..comparison import compare
from ..days import DAY
from ..diagnostics import DoesNotApply
from ..messages import _
from ..provision import Provision
from ..rulebook.history import Rulebook
from ..rulebook.register import BASE, Act, Dated, Entry, Register
from ..rulebook.state import State, state_on
from ..rulebook.timeline import Version
from . import json, notes
from .actpages import act_document
from .choices import View
from .frame import written
from .names import name, short
from .publication import ActEntry, Masthead, Publication, compared, consolidated
from .sheets import overview, register_sheets


def text_of_version(rulebook: Rulebook, version: Version, today: date) -> Publication:
    """The consolidated text, with a note at every unit that was changed since the base text."""
    state = _state_of(rulebook, version)
    base, *others = state.counting
    masthead = Masthead(
        as_of=version.in_force,
        base=_listed(base),
        acts=tuple(map(_listed, others)),
        caution=caution(version, today),
        check_code=rulebook.register.check_code,
        notes=notes.changes(rulebook, version),
        decisions=notes.decisions(rulebook, version),
        undocumented=notes.undocumented(rulebook, version),
        gaps=tuple(notes.gaps(state)),
        sources=tuple(_sources(rulebook)),
    )
    return consolidated(version.document, masthead, overview(masthead))


def register_of(rulebook: Rulebook) -> Publication:
    """The register with all its data."""
    document = Provision(Level.DOCUMENT, heading=rulebook.last.document.heading)
    masthead = Masthead(check_code=rulebook.register.check_code, sources=tuple(_sources(rulebook)))
    found = consolidated(document, masthead, tuple(register_sheets(rulebook)))
    return replace(found, view=View.REGISTER, record={"register": json.register(rulebook)})


def act_of(rulebook: Rulebook, version: Version) -> Publication:
    """The act that made the version, in its own words. Raises DoesNotApply if none did."""
    source = _attached(rulebook, version.entry) if isinstance(version.entry, Act) else None
    if source is None:
        message = _("No act made version {number}, so that there is none to print.").format(number=version.entry.number)
        raise DoesNotApply.of(message, hint=_("Choose the version of an amendment with --version."))
    masthead = Masthead(
        new=name(version),
        as_of=version.in_force,
        check_code=rulebook.register.check_code,
        sources=(source,),
    )
    _name, text = source
    return replace(consolidated(act_document(text), masthead), view=View.ACT, record={"act": text})


def change_between(rulebook: Rulebook, view: View, old: Version, new: Version, today: date) -> Publication:
    """Two versions compared, each change with the commands that made it."""
    made = notes.between(rulebook, old, new)
    masthead = Masthead(
        old=name(old),
        new=name(new),
        as_of=new.in_force,
        acts=tuple(ActEntry(short(version.entry), version.entry.adopted, version.in_force) for version in made),
        caution=caution(new, today),
        check_code=rulebook.register.check_code,
        sources=tuple(_sources(rulebook)),
    )
    return compared(view, compare(old.document, new.document), masthead, notes.reasons_of(made))


DRAFT = "Entwurf: noch nicht beschlossen"


def as_draft(publication: Publication, before: Register) -> Publication:
    """What is printed of an act that is not adopted, and of the text as it would be: every page says so.

    `before`: the register that the draft builds on.
    """
    code = before.check_code
    return replace(publication, masthead=replace(publication.masthead, caution=DRAFT, draft_of=code))


def caution(version: Version, today: date) -> str:
    """What stands on every page of a version that is not the one in force."""
    if version.in_force > today:
        return f"Noch nicht in Kraft: gilt ab {written(version.in_force)}"
    if version.until is not None and version.until <= today:
        return f"Nicht mehr in Kraft: galt bis {written(version.until - DAY)}"
    return ""


def _state_of(rulebook: Rulebook, version: Version) -> State:
    """What counts in a version: not what another one brings on the same day."""
    state = state_on(rulebook.register, version.in_force)
    made = {id(other.entry) for other in rulebook.until(version)}
    later = {id(other.entry) for other in rulebook.versions} - made
    return replace(state, counting=tuple(entry for entry in state.counting if id(entry) not in later))


def _listed(entry: Dated) -> ActEntry:
    number = "" if entry.number == BASE else entry.number
    return ActEntry(entry.title or short(entry), entry.adopted, entry.in_force, number)


def _sources(rulebook: Rulebook) -> Iterator[tuple[str, str]]:
    """Base text and acts as recorded."""
    for entry in rulebook.register.standing:
        attached = _attached(rulebook, entry)
        if attached is not None:
            yield attached


def _attached(rulebook: Rulebook, entry: Entry) -> tuple[str, str] | None:
    """The text of an entry under its name in the register; None if there is none."""
    source = rulebook.text_of(entry)
    return (getattr(entry, "file", ""), source.text) if source else None

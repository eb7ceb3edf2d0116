"""A rulebook and its versions in, publications out: with what the register says around the text and at its units."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from ..comparison import compare
from ..diagnostics import Source
from ..rulebook.filing import folder_of
from ..rulebook.history import Rulebook
from ..rulebook.register import BASE, Entry
from ..rulebook.seal import check_code
from ..rulebook.state import Dated, state_on
from ..rulebook.timeline import Version
from . import notes
from .choices import View
from .frame import written
from .names import name, short
from .publication import ActEntry, Masthead, Publication, compared, consolidated


def text_of_version(rulebook: Rulebook, version: Version, today: date) -> Publication:
    """The consolidated text, with a note at every unit that was changed since the base text."""
    state = state_on(rulebook.register, version.in_force)
    base, *others = state.counting
    masthead = Masthead(
        as_of=version.in_force,
        base=_listed(base),
        acts=tuple(map(_listed, others)),
        caution=caution(version, today),
        check_code=check_code(rulebook.register.entries[-1].chain),
        notes=notes.changes(rulebook, version),
        decisions=notes.decisions(rulebook, version),
        undocumented=notes.undocumented(rulebook, version),
        gaps=tuple(notes.gaps(state)),
        sources=tuple(_sources(rulebook)),
    )
    return consolidated(version.document, masthead)


def change_between(rulebook: Rulebook, view: View, old: Version, new: Version, today: date) -> Publication:
    """Two versions compared, each change with the commands that made it."""
    made = notes.between(rulebook, old, new)
    masthead = Masthead(
        old=name(old),
        new=name(new),
        as_of=new.in_force,
        acts=tuple(ActEntry(short(version.entry), version.entry.adopted, version.in_force) for version in made),
        caution=caution(new, today),
        check_code=check_code(rulebook.register.entries[-1].chain),
        sources=tuple(_sources(rulebook)),
    )
    return compared(view, compare(old.document, new.document), masthead, notes.reasons_of(made))


def caution(version: Version, today: date) -> str:
    """What stands on every page of a version that is not the one in force."""
    if version.in_force > today:
        return f"Noch nicht in Kraft: gilt ab {written(version.in_force)}"
    if version.until is not None and version.until <= today:
        return f"Nicht mehr in Kraft: galt bis {written(version.until - timedelta(days=1))}"
    return ""


def _listed(entry: Dated) -> ActEntry:
    return ActEntry(entry.title or short(entry), entry.adopted, entry.in_force, "" if entry.number == BASE else entry.number)


def _sources(rulebook: Rulebook) -> Iterator[tuple[str, str]]:
    """Base text and acts as recorded."""
    for entry in rulebook.register.standing:
        source = _source(rulebook, entry)
        if source is not None:
            yield source.name.rpartition("/")[2], source.text


def act_of(rulebook: Rulebook, version: Version) -> Source | None:
    """The text, as adopted, of what made the version."""
    return _source(rulebook, version.entry)


def _source(rulebook: Rulebook, entry: Entry) -> Source | None:
    file = getattr(entry, "file", "")
    return rulebook.files(f"{folder_of(rulebook.register, entry)}/{file}") if file else None

"""A rulebook in; its amendments, the stages of a place and the origin of its words out, in lines for people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import dropwhile

from ..citation import GROUPS, Citation, Level, Step
from ..commands import Recast, Repeal
from ..comparison import compare
from ..consolidation import Effect
from ..days import shown
from ..messages import _
from ..numbers import order
from ..provision import Path, Provision, citation_of
from ..rulebook.footnotes import decision_behind
from ..rulebook.history import Rulebook, Stage
from ..rulebook.history import stages as stages_of
from ..rulebook.provenance import Cause, Run, provenance
from ..rulebook.register import Entry, Gap, Retraction, missing_numbers
from ..rulebook.timeline import Version
from .blocks import blocks_of
from .entries import about, name
from .inline import redline
from .terminal import Printable
from .terms import noted
from .units import cited

_TOLD = (*GROUPS, Level.DOCUMENT, Level.PARAGRAF, Level.ABSATZ, Level.ANLAGE, Level.PRAEAMBEL)
"""How far down places are told in a list of amendments."""

Traced = Sequence[tuple[Citation, Sequence[Run]]]


def register(rulebook: Rulebook) -> Iterator[Printable]:
    """The Änderungsverzeichnis: every entry that counts, with what it touched; gaps; at last what was taken back."""
    missing = set(missing_numbers(rulebook.register))
    entries = [e for e in rulebook.register.standing if not isinstance(e, Gap) or e.number in missing]
    missing -= {entry.number for entry in entries}
    rows = [(order(entry.number), list(_entry(rulebook, entry))) for entry in entries]
    rows += [(order(number), [_gap(number)]) for number in missing]
    for _number, lines in sorted(rows, key=lambda row: row[0]):
        yield from lines
    for entry in rulebook.register.entries:
        if isinstance(entry, Retraction):
            yield from about(entry)


def stages_at(rulebook: Rulebook, paths: Sequence[Path]) -> list[Stage]:
    """What became of the units of the last version at these paths."""
    units = (rulebook.last.document.at(path) for path in paths)
    return [stage for unit in units if unit.origin for stage in stages_of(rulebook.versions, unit.origin)]


def stages(found: Sequence[Stage], width: int | None) -> Iterator[Printable]:
    """Each stage: the version, its commands, and the unit with what they changed marked in it."""
    for number, stage in enumerate(found):
        if number:
            yield "\n"
        moved = stage.before and stage.after and stage.before != stage.after
        place = f"{stage.before} → {stage.after}" if moved else str(stage.after or stage.before)
        yield f"{shown(stage.version.in_force)}  {name(stage.version.entry)}: {place}\n", "head"
        for command in dict.fromkeys(effect.command for effect in stage.effects):
            yield f"  {_command(Cause(stage.version, command))}\n", "note"
        comparison = compare(_alone(stage.old or stage.new), _alone(stage.new))
        yield from dropwhile(lambda part: part == "\n", redline(noted(blocks_of(comparison)), width))


def words_at(rulebook: Rulebook, paths: Sequence[Path]) -> Traced:
    """The words of the units at these paths of the last version, and of all inside them, each run with its cause."""
    document, found = rulebook.last.document, provenance(rulebook.versions)
    inside = ((below, unit) for path in paths for below, unit in document.at(path).walk(path))
    told = ((citation_of(document, below), found[unit.origin]) for below, unit in inside if unit.origin)
    return [(citation, (*words.heading, *words.text)) for citation, words in told if words.heading or words.text]


def words(found: Traced) -> Iterator[Printable]:
    """Each unit with its words, and behind each run where it comes from."""
    for citation, runs in found:
        yield f"{cited(citation)}\n", "head"
        for run in runs:
            yield f"  „{run.text}“\n"
            yield f"      {name(run.cause.version.entry)}, {_command(run.cause)}\n", "note"


def touched(version: Version) -> Iterator[str]:
    """What a version changed, a line for each kind of change: „changed: § 1 Absatz 2, § 3“."""
    kinds: dict[str, list[str]] = {}
    for effect in version.effects:
        kinds.setdefault(_became(effect), []).append(_told(effect))
    for kind, places in kinds.items():
        yield f"{kind}: {', '.join(dict.fromkeys(places))}"


def _entry(rulebook: Rulebook, entry: Entry) -> Iterator[Printable]:
    yield from about(entry)
    for version in rulebook.versions:
        if version.entry is entry and not version.expired:
            yield from (f"   {line}\n" for line in touched(version))


def _gap(number: str) -> str:
    return f"{number}  " + _("amendment {number}: not to be had").format(number=number) + "\n"


def _told(effect: Effect) -> str:
    """The place of an effect, no further down than a list of amendments tells."""
    place = effect.after or effect.before or Citation()
    while place.steps and place.last.level not in _TOLD:
        place = place.parent()
    cited = [found.last.level for found in effect.command.places]
    return str(place.child(Step(Level.UEBERSCHRIFT)) if cited == [Level.UEBERSCHRIFT] else place)


def _became(effect: Effect) -> str:
    """What became of the unit, as a list of amendments calls it."""
    inside = (effect.after or effect.before or Citation()).last.level not in _TOLD
    match effect:
        case Effect(command=Repeal()) if not inside:
            return _("repealed")
        case Effect(before=None) if not inside:
            return _("new")
        case Effect(after=None) if not inside:
            return _("gone")
        case Effect(before=before, after=after) if not inside and before != after:
            return _("renumbered")
        case Effect(command=Recast(places=places)) if Citation() not in places:
            return _("recast as a whole")
        case _:
            return _("changed")


def _command(cause: Cause) -> str:
    """Which command it was, in a line: the point of the act and its sentence."""
    if not cause.documented:
        return _("no act documents this")
    if cause.command is None:
        return _("adopted so")
    point = _("point {point}").format(point=cause.command.point) + ": " if cause.command.point else ""
    decision = decision_behind(cause.version.entry, cause.command)
    if decision is None:
        return point + " ".join(cause.command.span.text.split())
    told = _("(read so by decision of {by}, {day}: {reason})").format(
        by=decision.by, day=shown(decision.on), reason=decision.reason
    )
    return f"{point}{' '.join(decision.passage.split())} {told}"


def _alone(unit: Provision | None) -> Provision:
    """A text that is nothing but this unit."""
    return Provision(Level.DOCUMENT, children=(unit,) if unit else ())

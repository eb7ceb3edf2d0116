"""The units that the new text of a command consists of, checked against what the command says of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ..citation import ITEMS, Level, Step
from ..citations import scan_citations
from ..commands import NewUnits, Recast
from ..diagnostics import DoesNotApply
from ..lookup import first_cell
from ..messages import _
from ..numbers import order
from ..provision import Path, Provision
from ..structure import parse_fragment
from ..wording import adopted
from .draft import Draft
from .marks import expanded
from .numbering import relabelled


def announced_numbers(command: NewUnits) -> list[str]:
    """The numbers of the units that the command says its new text has; "" for each that it gives none."""
    return [number for citation in command.announced for number in expanded(citation.last)]


def fragment(command: NewUnits, level: Level) -> tuple[Provision, ...]:
    """The command's new text as units of the level."""
    return parse_fragment(adopted(command.new.text), level, command.new.span)


def new_units(
    draft: Draft,
    command: NewUnits,
    parent_path: Path,
    level: Level,
    olds: tuple[Provision, ...] = (),
) -> tuple[Provision, ...]:
    """The units of the command's new text, checked against what the command announces.

    The label of the unit around them is not new text when it is printed before some of its parts.
    """
    text = adopted(command.new.text)
    if level in (Level.ABSATZ, Level.SATZ, *ITEMS):
        for depth in range(len(parent_path), 0, -1):
            if own := own_label(around := draft.at(parent_path[:depth]), text):
                text = _without_label(around, text, own, level, command)
                break
    announced = announced_numbers(command)
    if level is Level.PARAGRAF:
        single = Provision(level, label=f"§ {announced[0]}") if len(announced) == 1 else None
        for unit in olds or ((single,) if single else ()):
            text = _on_lines(unit, text, command)
    units = parse_fragment(text, level, command.new.span)
    parent = draft.at(parent_path)
    _reject_other_cells(command, units, parent.children)
    if parent.level is Level.INHALTSUEBERSICHT:
        _reject_text(command, units)
    if not units[0].label:
        _reject_own_citation(text, command)
    if level is Level.SATZ or not any(announced):
        return units
    if len(units) == len(announced) == 1 and not units[0].label and parent.level is not Level.INHALTSUEBERSICHT:
        siblings = (*olds, *parent.children)
        like = next((unit for unit in siblings if unit.level is level), None)
        return (replace(units[0], label=relabelled(like, announced[0], level)),)
    reject_others(command, units)
    return units


def _reject_other_cells(command: NewUnits, new: Sequence[Provision], beside: Sequence[Provision]) -> None:
    """Refuse rows that have more or fewer cells than all others of their table."""
    there = {row.text.count("|") + 1 for row in beside if row.level is Level.ZEILE}
    found = {row.text.count("|") + 1 for row in new if row.level is Level.ZEILE}
    if len(there) == 1 and not found <= there:
        raise DoesNotApply.of(
            _("The rows of the table have {there} cells, the new text has {found}.").format(
                there=max(there), found=", ".join(map(str, sorted(found)))
            ),
            command.new.span,
            _("Write a cell for each column, with „|“ between them."),
        )


_POINTER = re.compile(r"(?:§|[A-ZÄÖÜ][a-zäöü]+|[IVX]+)\s*[0-9IVX]+[a-z]?\b")
_TEXT = re.compile(r"\(\s*[0-9]|.*\w{3,}[.:;]$", re.DOTALL)


def _reject_text(command: NewUnits, units: Sequence[Provision]) -> None:
    """Refuse lines for the table of contents that are no entries: the text of the unit was meant for another place."""
    if any(_TEXT.match(unit.text) and not _POINTER.match(unit.text) for unit in units):
        raise DoesNotApply.of(
            _("This is no entry of a table of contents."),
            command.new.span,
            _("Put the entry and the text of the unit into commands of their own."),
        )


def _reject_own_citation(text: str, command: NewUnits) -> None:
    if _says_again(text, command):
        raise DoesNotApply.of(
            _("The new text begins with the citation of its own place."),
            command.new.span,
            _("Put the citation before the quotation marks if it is no part of the text."),
        )


def _says_again(text: str, command: NewUnits) -> bool:
    """„Absatz 2: Der Rat …“, „2 Der Rat …“ for Absatz 2: the number of the new text, not as a label.

    So is „Abs. 1 Der Rat …“ for a §: the numbers of what is in it.
    """
    targets = command.announced or (command.places if isinstance(command, Recast) else ())
    cited = scan_citations(text, 0)
    spelled = (
        cited and text[0].isalpha() and re.match(r"\s*:|\s+[A-ZÄÖÜ]", text[cited.end :]) and cited.citations[-1].last
    )
    if spelled and (spelled.level, spelled.number) in ((Level.ABSATZ, "1"), (Level.SATZ, "1")):
        return True
    for step in (place.last for place in targets if place.steps and place.last.number):
        again = cited and cited.citations[-1].steps and cited.citations[-1].last
        if again and (again.level, again.number) == (step.level, step.number):
            return True
        bare = step.level in (Level.ABSATZ, Level.SATZ, *ITEMS)
        if bare and re.match(rf"{re.escape(step.number)}\s+[A-ZÄÖÜ]", text):
            return True
    return False


def _on_lines(unit: Provision, text: str, command: NewUnits) -> str:
    """„§ 3 Vorstand (1) Er tagt.“ on one line, with the heading apart if it is the unit's or ends before „(1)“."""
    own = own_label(unit, text)
    if not own or parse_fragment(text, unit.level, command.new.span)[0].label:
        return text
    rest = text[len(own) :].lstrip()
    if not (heading := _heading_of(unit, rest)):
        raise DoesNotApply.of(
            _("It is not clear where the heading ends and the text begins."),
            command.new.span,
            _("Put the heading on a line of its own."),
        )
    return f"{own} {heading}\n{rest[len(heading) :].lstrip()}"


def _heading_of(unit: Provision, text: str) -> str:
    if unit.heading and text.startswith(f"{unit.heading} "):
        return unit.heading
    before, absatz, _behind = text.partition(" (1) ")
    return before if absatz and not re.search(r"[.:;]\s", before) else ""


def _without_label(unit: Provision, text: str, own: str, level: Level, command: NewUnits) -> str:
    """What follows the label of the unit around; its heading, printed there too, is not new text either."""
    rest = text[len(own) :].lstrip(" \n–—-:")
    if rest.startswith(unit.heading) and (unit.heading or level is not Level.ABSATZ or rest.startswith("(")):
        return rest[len(unit.heading) :]
    if level is Level.ABSATZ:
        return text
    raise DoesNotApply.of(
        _("The new text prints the number of a whole unit, but is only for a part of it."),
        command.new.span,
        _("Give only the new wording of that part, or name the whole unit in the command."),
    )


def reject_others(command: NewUnits, units: tuple[Provision, ...]) -> None:
    """Refuse new units that do not bear the numbers that the command announces, if it announces any."""
    announced = announced_numbers(command)
    found = [first_cell(unit) if unit.level is Level.ZEILE else unit.number for unit in units]
    if command.announced and command.announced[0].last.level is Level.ANGABE:
        found = [pointer[0] if (pointer := _POINTER.match(unit.text)) else "" for unit in units]
    if any(announced) and [order(number) for number in found] != [order(number) for number in announced]:
        level = command.announced[0].last.level
        raise DoesNotApply.of(
            _("The act announces {announced}, the new text brings {found}.").format(
                announced=_listed(level, announced), found=_listed(level, found)
            ),
            command.new.span,
            _("The numbers in the command and in the new text must be the same."),
        )


def _listed(level: Level, numbers: list[str]) -> str:
    return f"{Step(level)} {', '.join(number or '?' for number in numbers)}"


def foreign_label(unit: Provision, text: str) -> bool:
    """Whether the text begins with a label like the unit's own, but with another number."""
    if not unit.number:
        return False
    before, number, behind = unit.label.partition(unit.number)
    like = rf"{re.escape(before.strip())}\s*(?:[0-9]+[a-z]?|[IVXLC]+[a-z]?){re.escape(behind)}(?!\w)"
    if not number:  # „Zweiter Abschnitt“
        like = rf"\w+\s+{re.escape(unit.label.partition(' ')[2])}(?!\w)"
    return bool(re.match(like, text)) and not own_label(unit, text)


def own_label(unit: Provision, text: str) -> str:
    """The unit's own label as it is printed at the beginning of a text, or ""."""
    if not unit.label or not text.lstrip().startswith(unit.label[0]):
        return ""
    loose = r"\s*".join(re.escape(part) for part in re.findall(r"§+|[^\s§]+", unit.label))
    found = re.match(rf"\s*{loose}(?!\w)", text)
    return found[0] if found else ""

"""New text quoted in an act goes in, with the level of unit it is for; the units it consists of come out."""

from __future__ import annotations

import re
from dataclasses import replace

from ..characters import BULLETS
from ..citation import GROUPS, ITEMS, Level
from ..diagnostics import NotUnderstood, Source, Span
from ..messages import _
from ..provision import Provision
from ..smallwords import OTHER_WORD, SMALL_WORDS
from .assembly import is_row, sentence, with_printed_number
from .body import read_body
from .headings import is_title
from .lines import Line, join, read_lines, wrap_width
from .nesting import nest
from .outline import read_outline
from .sections import read_section

_LABELLED = re.compile(r"\(\s?[0-9]+[a-z]?\s?\)|[0-9]+[a-z]?[.)]\s")
_LISTED = re.compile(rf"(?:[0-9]+[a-z]?[.)]|[a-z]\)|[{BULLETS}–-])\s+(?:[a-zäöü]|.*(?:[,;]|\bund|\boder)$)")
"""An item of a list in a sentence, so that the line before it begins this sentence and is no heading."""
_LABEL_INSIDE = re.compile(r"(?<!\bAbs)(?<!\bNr)(?<!\bZiff)(?<!\bArt)[.:;!?]\s+(\([0-9]+[a-z]?\))\s+[A-ZÄÖÜ]")
"""The label of a further Absatz on the line of the one before, not that of a citation („Abs. (2) Satz 1“)."""


def parse_fragment(text: str, level: Level, span: Span) -> tuple[Provision, ...]:
    """The units of `level` that new text consists of. Text without a label gives one unit with the label "".

    Raises NotUnderstood, pointing at `span`, if there is no text or it is no such unit.
    """
    lines = read_lines(Source(span.source.name, text))
    if not lines:
        raise NotUnderstood.of(_("There is no new text here."), span, _("Write the new text in quotation marks."))
    width = wrap_width(lines)
    match level:
        case Level.ZEILE | Level.ANGABE | Level.TABELLE:
            rows = tuple(Provision(Level.ZEILE, text=line.text) for line in lines)
            return (Provision(Level.TABELLE, children=rows),) if level is Level.TABELLE else rows
        case Level.SATZTEIL | Level.HALBSATZ | Level.UEBERSCHRIFT:
            return (Provision(level, text=_one_line(lines)),)
        case Level.SATZ:
            return _sentences(lines, width, span)
        case Level.ABSATZ:
            return _absaetze(lines, width, span)
        case Level.EINGANGSFORMEL | Level.SCHLUSSFORMEL:
            return (Provision(level, children=tuple(sentence(line.text) for line in lines)),)
        case level if level in ITEMS:
            return _items(lines, width, level, span)
        case _:
            return _sections(lines, width, level, span)


def _one_line(lines: tuple[Line, ...]) -> str:
    whole = ""
    for line in lines:
        whole = join(whole, line.text)
    return whole


def _sentences(lines: tuple[Line, ...], width: int | None, span: Span) -> tuple[Provision, ...]:
    units = read_body(lines, width).units
    found = [part for unit in units for part in ((unit,) if unit.level is Level.SATZ else unit.children)]
    if label := next((unit.label for unit in units if unit.label and unit.level is not Level.SATZ), ""):
        raise NotUnderstood.of(
            _("New sentences are announced, but the text has the label „{label}“.").format(label=label),
            span,
            _("Say which unit the text is, or leave the label out."),
        )
    return tuple(with_printed_number(part) for part in found)


def _absaetze(lines: tuple[Line, ...], width: int | None, span: Span) -> tuple[Provision, ...]:
    """Absätze; sentences and items without one make up one."""
    units = read_body(lines, width).units
    are_absaetze = all(unit.label and unit.level is not Level.SATZ for unit in units) or units[0].level is Level.ABSATZ
    inside = [] if are_absaetze else [unit.label for unit in units if unit.level is Level.ABSATZ]
    inside += [found[1] for unit in units for part in unit.units() if (found := _LABEL_INSIDE.search(part.text))]
    if inside:
        raise NotUnderstood.of(
            _("The new text is for an Absatz, but has the label „{label}“ inside.").format(label=inside[0]),
            span,
            _("Give each new Absatz its label, or leave the label out."),
        )
    return units if are_absaetze else (Provision(Level.ABSATZ, children=units),)


def _items(lines: tuple[Line, ...], width: int | None, level: Level, span: Span) -> tuple[Provision, ...]:
    """List items. Their label need not begin its list: „7a. …“, „b) …“."""
    units = read_body(lines, width).units
    if units and units[0].level is Level.SATZ and not units[0].text:
        units = units[0].children + units[1:]
    if not units[0].label or units[0].level is Level.SATZ:
        inner = next((child for unit in units for child in unit.children if child.level is level and child.label), None)
        if inner:
            raise NotUnderstood.of(
                _("The new text is for one unit, but has the label „{label}“ inside.").format(label=inner.label),
                span,
                _("Give each new unit its label."),
            )
        return (Provision(level, children=units),)
    if not all(unit.label for unit in units):
        raise NotUnderstood.of(
            _("Not all of the new text belongs to a list item."), span, _("Give each new unit its label.")
        )
    return tuple(replace(unit, level=level) for unit in units)


_GOES_ON = re.compile(rf"(?:\b(?:{SMALL_WORDS})|[,–-])$")
_OTHER_WORD = re.compile(OTHER_WORD)


def _is_titled(lines: tuple[Line, ...], span: Span) -> bool:
    """Whether new text for a § that does not print its number begins with its heading, on a line of its own.

    Raises NotUnderstood if the line may be the beginning of the text as well.
    """
    first, *rest = lines
    if not rest or not is_title(first.text) or is_row(first.text) or first.text[-1] in ".:!?":
        return False
    if _LABELLED.match(first.text) or _LISTED.match(rest[0].text):
        return False
    if rest[0].text[0].islower() or _GOES_ON.search(first.text):
        return False
    if _OTHER_WORD.search(first.text):
        raise NotUnderstood.of(
            _("It is not clear whether „{line}“ is a heading or the beginning of the text.").format(line=first.text),
            span,
            _("Print the number of the § before its heading, or put the sentence on one line."),
        )
    return True


def _sections(lines: tuple[Line, ...], width: int | None, level: Level, span: Span) -> tuple[Provision, ...]:
    """§§ and groups, with their headings."""
    sections = read_outline(lines, width).sections
    if sections[0].heading is None:
        titled = _is_titled(lines, span)
        body = read_body(lines[1:] if titled else lines, width).units
        return (Provision(level, heading=lines[0].text if titled else "", children=body),)
    units = nest(unit for section in sections for unit in read_section(section, width).units)
    if any(unit.level is not level and not (level in GROUPS and unit.level in GROUPS) for unit in units):
        raise NotUnderstood.of(_("The new text is not what the act announces."), span, _("Say which unit the text is."))
    return units

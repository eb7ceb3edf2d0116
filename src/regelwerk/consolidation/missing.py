"""For a place that is not in the text: how far it is there, what is there instead, and where the quoted words stand."""

from __future__ import annotations

from collections.abc import Iterator

from ..citation import STANDING_ALONE, Citation, Level, Step
from ..commands import Command, InsertWords, ReplaceWords, StrikeWords
from ..diagnostics import DoesNotApply
from ..lookup import Numbers, locate
from ..messages import _
from ..provision import Path, Provision, citation_of
from ..wording import plain, spans


def missing(document: Provision, former: Numbers, command: Command, place: Citation) -> DoesNotApply:
    """The error for a command whose place is not in the text."""
    in_full = _("Name the place in full, with its §: neither this sentence nor the points above it do.")
    message, instead = not_there(document, former, place, in_full)
    hints = [instead, *_words(document, command)]
    return DoesNotApply.of(message, command.span, " ".join(hint for hint in hints if hint) or None)


def not_there(document: Provision, former: Numbers, place: Citation, in_full: str) -> tuple[str, str]:
    """That a place is not in the text, and a hint what is there instead; `in_full` if its § is not named."""
    above = place
    while above.steps and not locate(document, above, former):
        above = above.parent()
    first = Citation(place.steps[: len(above.steps) + 1])
    found = [path for target in locate(document, above, former) for path in target.paths]
    message = _("{place} does not exist in this version.").format(place=first)
    if not above.steps and first.last.level not in STANDING_ALONE:
        return message, in_full
    return message, _instead(document, found[0] if found else (), above, first.last.level)


def _instead(document: Provision, path: Path, above: Citation, level: Level) -> str:
    """What stands in the last place that is there."""
    where = str(above) if above.steps else _("The text")
    like = [citation_of(document, p) for p, unit in document.at(path).walk(path) if unit.level is level]
    numbers = [citation.last.number for citation in like]
    if like and len(set(numbers)) == len(like):
        return _("{where} has {level} {numbers}.").format(where=where, level=Step(level), numbers=_shortlist(numbers))
    if like:
        inside = [str(Citation(citation.steps[len(above.steps) :])) for citation in like]
        return _("{where} has {units}.").format(where=where, units=_shortlist(inside))
    children = document.at(path).children
    cited = [citation_of(document, (*path, i)) for i, unit in enumerate(children) if unit.level is not Level.SATZTEIL]
    there = _shortlist([str(citation.last) for citation in cited])
    return _("{where} has {units}.").format(where=where, units=there) if there else ""


def _words(document: Provision, command: Command) -> Iterator[str]:
    """Where the words that the command quotes stand, if that is in few places."""
    match command:
        case ReplaceWords(pairs=pairs):
            quoted = [words.text for words, _new in pairs]
        case InsertWords(anchor=anchor):
            quoted = [anchor.text]
        case StrikeWords(words=struck):
            quoted = [words.text for words in struck]
        case _:
            quoted = []
    yield from (standing(document, text) for text in quoted)


def standing(document: Provision, words: str) -> str:
    """A hint where the words stand, if that is in one place or a few."""
    places = [str(citation_of(document, path)) for path, unit in document.walk() if spans(unit.text, words)]
    if not 0 < len(places) <= 3:
        return ""
    return _("„{words}“ stands in {places}.").format(words=plain(words), places=", ".join(places))


def _shortlist(names: list[str]) -> str:
    return ", ".join(names if len(names) <= 12 else [*names[:6], "…", *names[-3:]])

"""What stands before a command and may bear on it: a command goes in, refusals of what would be lost come out."""

from __future__ import annotations

import re

from ..messages import _
from .metadata import named_in_title
from .passages import Passage
from .phrases import ORDER_NOUN, PLACE
from .points import precedes
from .prose import Kind
from .scope import places_in
from .state import State
from .strays import refuse_stray

_MAY_ORDER = re.compile(
    rf"„|\b(?:wird|werden|ist|sind|soll|sollen|bitte|(?:ent)?fällt|(?:ent)?fallen)\b|^{PLACE}[^:]*:\s*\S|^neu\b"
    rf"|^(?:{ORDER_NOUN}|Erweiterung|\w+en)\b.*[.:]\s*$",
    re.IGNORECASE | re.DOTALL,
)
_EXCHANGES = re.compile(r"„x*“[^„]*„x*“|„x*“\W*\.\W*$")
_ABOUT = re.compile(
    rf"\b(?:\w*[Ää]nderung(?:en)?\s+(?:de[rs]|von|in|zu)|[Zz]u|[Ii]n)\s+(?:de[rnms]\s+)?(?P<place>{PLACE}\s*[0-9(][^:,]{{0,40}}?)"
    r"(?=\s+(?!Abs|Satz|Nr|Nummer|Ziff|Buchst)[A-Za-zäöü]|\s*:|\s*$)"
)
"""„Der Rat beschließt die folgende Änderung von § 5 Absatz 2:“ leads to commands about this place."""


def before_commands(state: State, command: Passage) -> bool:
    """Whether nothing before the command makes it doubtful. What would be lost is refused."""
    if not state.begun:
        _refuse_unread(state, command)
    before = state.passages[max(0, state.at - 2)]
    leading = [before] if state.begun else state.reading.preamble
    heads = [passage for passage in leading if passage.kind in (Kind.DECISION, Kind.ARTICLE, Kind.HEADING)]
    heads += [passage for passage in leading[:-1] if passage.kind is Kind.TEXT]
    about = next(filter(None, (_ABOUT.search(state.masked(passage)) for passage in heads)), None)
    if about is None or places_in(state.masked(command)):
        return True
    message = _("It is not clear whether this is about „{place}“, which is named before.")
    place = " ".join(about["place"].split())
    state.refuse(command, message.format(place=place), _("Name the place in the sentence: „In Absatz 3 wird …“"))
    return False


def _refuse_unread(state: State, first: Passage) -> None:
    """Points before the first that reads like a command are no preamble; nor is talk of places that may order.

    What stands right before the first command may be one in unusual words („§ 5 fällt.“), or may say its place.
    """
    for passage in state.reading.preamble:
        text = state.act.masked[passage.whole_start : passage.end]
        last = passage is state.reading.preamble[-1]
        sentence = text.endswith(".") and not named_in_title(text)  # „… der Satzung des Vereins Muster e. V.“ is none
        says = last and (sentence or not places_in(state.masked(first)))
        may_order = ((says or _MAY_ORDER.search(text)) and places_in(text)) or (last and _EXCHANGES.search(text))
        unread = passage.kind in (Kind.TEXT, Kind.ADDRESS)
        missed = unread and (may_order or precedes(passage.labels, first.labels))
        if missed or passage.kind is Kind.QUOTE:
            refuse_stray(state, passage)

"""For words that are not where an act says: what stands there that is most like them."""

from __future__ import annotations

import difflib
from dataclasses import replace

from ..citation import Level
from ..lookup import Target
from ..messages import _
from ..wording import spans
from .draft import Draft
from .missing import standing

_CLOSE = 0.7
"""How much alike a passage must be to be shown."""

_SHOWN = 160
"""How many characters of a place are shown at most."""


def nearest(draft: Draft, target: Target, wanted: str) -> str:
    """A hint where the wanted words stand, or with the passage most like them: in the place itself, then anywhere.

    If nothing is like them, the hint is what stands in the place.
    """
    if elsewhere := standing(draft.document, wanted):
        return elsewhere
    count = len(wanted.split())
    best = (0.0, "", "")
    for paths in (target.paths, ((),)):
        for path in paths:
            for below, unit in draft.at(path).walk(path):
                tokens = [] if spans(unit.text, wanted) else unit.text.split()
                for i in range(max(1, len(tokens) - count + 1) if tokens else 0):
                    candidate = " ".join(tokens[i : i + count])
                    if candidate == wanted:  # in a larger whole, else it would have been found
                        candidate = " ".join(tokens[i : i + count + 1])
                    if (likeness := _likeness(candidate, wanted, best[0])) > best[0]:
                        best = (likeness, candidate, draft.cite(below))
        if best[0] >= _CLOSE:
            return _("Nearest: „{passage}“ in {place}.").format(passage=_marked(best[1], wanted), place=best[2])
    if target.paths[0] == ():
        return _("Nothing like it stands in this text. Perhaps the act is for another version.")
    unit = draft.at(target.paths[0])
    heading = target.part is not None and target.part.level is Level.UEBERSCHRIFT
    text = "" if heading else replace(unit, heading="").words()
    text = text or unit.heading
    shown = text if len(text) <= _SHOWN else f"{text[:_SHOWN].rsplit(' ', 1)[0]} …"
    return _("{place} reads: „{text}“").format(place=draft.cite(target.paths[0]), text=shown)


def _likeness(passage: str, wanted: str, least: float) -> float:
    """How much alike they are, from 0 to 1; 0 if that is surely not more than `least`. A part of a word is close."""
    close = _CLOSE if wanted in passage else 0.0
    matcher = difflib.SequenceMatcher(None, passage, wanted, autojunk=False)
    if matcher.real_quick_ratio() > least and matcher.quick_ratio() > least:
        return max(close, matcher.ratio())
    return close


def _marked(passage: str, wanted: str) -> str:
    """The passage with the characters that differ from the wanted words in square brackets."""
    shown = ""
    for tag, i, j, _k, _l in difflib.SequenceMatcher(None, passage, wanted, autojunk=False).get_opcodes():
        shown += passage[i:j] if tag == "equal" or i == j else f"[{passage[i:j]}]"
    return shown

"""For words that are not where an act says: what stands there that is most like them."""

from __future__ import annotations

import difflib

from ..lookup import Target
from ..messages import _
from .draft import Draft
from .missing import standing


def nearest(draft: Draft, target: Target, wanted: str) -> str | None:
    """A hint where the wanted words stand, or with the passage most like them: in the place itself, then anywhere."""
    if elsewhere := standing(draft.document, wanted):
        return elsewhere
    count = len(wanted.split())
    best: tuple[float, int, str, str] = (0.0, 0, "", "")
    for rank, paths in ((1, target.paths), (0, ((),))):
        for path in paths:
            for below, unit in draft.document.at(path).walk(path):
                tokens = unit.text.split()
                for i in range(max(1, len(tokens) - count + 1) if tokens else 0):
                    candidate = " ".join(tokens[i : i + count])
                    if candidate == wanted:  # in a larger whole, else it would have been found
                        candidate = " ".join(tokens[i : i + count + 1])
                    matcher = difflib.SequenceMatcher(None, candidate, wanted, autojunk=False)
                    if matcher.real_quick_ratio() > best[0] and matcher.quick_ratio() > best[0]:
                        best = max(best, (matcher.ratio(), rank, candidate, draft.cite(below)))
        if best[0] > 0.7:
            return _("Nearest: „{passage}“ in {place}.").format(passage=_marked(best[2], wanted), place=best[3])
    return None


def _marked(passage: str, wanted: str) -> str:
    """The passage with the characters that differ from the wanted words in square brackets."""
    shown = ""
    for tag, i, j, _k, _l in difflib.SequenceMatcher(None, passage, wanted, autojunk=False).get_opcodes():
        shown += passage[i:j] if tag == "equal" or i == j else f"[{passage[i:j]}]"
    return shown

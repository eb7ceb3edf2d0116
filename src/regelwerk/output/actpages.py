"""The text of an act in; the tree out by which it is printed: line by line as adopted, the points of lists indented."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ..citation import ITEMS, Level
from ..provision import Provision

_POINT = re.compile(r"(?P<label>[0-9]{1,3}[a-z]?[.)]|[a-z]{1,3}\)|–|-)\s+(?P<words>\S.*)")


@dataclass(slots=True)
class _Open:
    """A point that lines below it may still belong to. `indent`: where its label stands."""

    indent: int
    label: str
    children: list[Provision | _Open] = field(default_factory=list)


def act_document(text: str) -> Provision:
    """The act as a text of its own: its first line is the title, each further one a paragraph or a point."""
    first, *lines = [line for line in text.expandtabs().splitlines() if line.strip()] or [""]
    around = [_Open(-1, "")]
    for line in lines:
        indent = len(line) - len(line.lstrip())
        while indent <= around[-1].indent:
            around.pop()
        point = _POINT.fullmatch(line.strip())
        if point:
            opened = _Open(indent, point["label"], [_words(point["words"])])
            around[-1].children.append(opened)
            around.append(opened)
        else:
            around[-1].children.append(Provision(Level.ABSATZ, children=(_words(line.strip()),)))
    return Provision(Level.DOCUMENT, heading=first.strip(), children=_closed(around[0], 0))


def _words(words: str) -> Provision:
    return Provision(Level.SATZ, text=words)


def _closed(point: _Open, depth: int) -> tuple[Provision, ...]:
    level = ITEMS[min(depth, len(ITEMS) - 1)]
    return tuple(
        Provision(level, child.label, children=_closed(child, depth + 1)) if isinstance(child, _Open) else child
        for child in point.children
    )

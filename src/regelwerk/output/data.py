"""A publication in, JSON out: one object on one line. docs/json.md describes the keys."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from ..comparison.changes import Alteration
from ..comparison.wordmarks import Pieces
from ..provision import Path, Provision, citation_of
from .choices import View
from .json import dump, plain
from .publication import Masthead, Publication
from .terms import Noted

SCHEMA = "regelwerk/1"
"""Changes whenever a key goes or gets another meaning; new keys may come."""


@lru_cache(maxsize=1)
def render(publication: Publication) -> bytes:
    """The text or the comparison. Kept until the next one: a PDF holds it too."""
    value: dict[str, Any] = {
        "schema": SCHEMA,
        "view": publication.view.value,
        "title": publication.comparison.new.heading,
        "version": version(publication.masthead),
    }
    value |= publication.record
    if publication.view is View.CONSOLIDATED:
        value["text"] = unit(publication.comparison.new)
        value |= dict(_said(publication))
    elif publication.compares:
        value["equal"] = not publication.alterations
        value["changes"] = [change(found) for found in publication.alterations]
        value["blocks"] = [block(found) for found in publication.blocks]
        value["reasons"] = list(_reasons(publication))
    return dump(value).encode()


def _said(publication: Publication) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """What is said of units: notes, decisions, words that no act documents; each where the unit is."""
    masthead, document = publication.masthead, publication.comparison.new
    told = {*masthead.notes, *masthead.decisions, *masthead.undocumented}
    places = {found.origin: citation_of(document, path) for path, found in document.walk() if found.origin in told}
    for name, said in (("notes", masthead.notes), ("decisions", masthead.decisions)):
        yield name, [{"citation": str(places[at]), "text": text} for at, texts in said.items() for text in texts]
    marked = ((origin, [*heading, *text]) for origin, (heading, text) in masthead.undocumented.items())
    yield "undocumented", [{"citation": str(places[at]), "words": list(_pieces(tuple(parts)))} for at, parts in marked]


def _reasons(publication: Publication) -> Iterator[dict[str, str]]:
    """The reasons, with the address in the new text, or in the old one of what is gone."""
    texts = {True: publication.comparison.new, False: publication.comparison.old}
    for (in_new, path), text in publication.masthead.reasons.items():
        yield {"citation": str(citation_of(texts[in_new], path)), "text": text}


def version(masthead: Masthead) -> dict[str, Any]:
    """What the register says."""
    return {
        "old": masthead.old,
        "new": masthead.new,
        "as_of": plain(masthead.as_of),
        "base": plain(masthead.base),
        "acts": plain(masthead.acts),
        "gaps": list(masthead.gaps),
        "check_code": masthead.check_code,
        "caution": masthead.caution,
        "draft_of": masthead.draft_of,
    }


def unit(document: Provision, path: Path = ()) -> dict[str, Any]:
    """The unit of a text at `path`, with all units inside it. What has a label or a heading has an address."""
    found = document.at(path)
    citation = citation_of(document, path) if found.label or found.heading else None
    return {
        "level": found.level.value,
        "citation": str(citation) if citation else None,
        "anchor": citation.anchor if citation else None,
        "label": found.label,
        "heading": found.heading,
        "text": found.text,
        "children": [unit(document, (*path, index)) for index in range(len(found.children))],
    }


def change(found: Alteration) -> dict[str, Any]:
    """One change, with the commands that made it."""
    return {
        "kind": found.kind.value,
        "old": plain(found.old),
        "new": plain(found.new),
        "commands": [
            {"act": reason.act, "point": reason.command.point, "kind": reason.command.kind} for reason in found.reasons
        ],
    }


def block(found: Noted) -> dict[str, Any]:
    """One printed paragraph with its marks."""
    printed, note = found
    row = printed.first
    return {
        "form": printed.form.value,
        "edge": printed.edge.value,
        "depth": printed.depth,
        "old": plain(row.old.citation if row.old else None),
        "new": plain(row.new.citation if row.new else None),
        "label": list(_pieces(printed.label)),
        "text": list(_pieces(printed.text)),
        "note": note,
    }


def _pieces(pieces: Pieces) -> Iterator[list[str]]:
    yield from ([piece.mark.value, piece.text] for piece in pieces)

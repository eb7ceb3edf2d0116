"""What is known of all rulebooks in; an Atom feed of their changes out, the youngest first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from ..output.frame import written
from .addresses import FEED, START
from .elements import Markup, element
from .settings import Settings

LENGTH = 100
"""The changes that a feed holds; older ones are on the pages of the rulebooks."""


def feed(records: Iterable[Mapping[str, Any]], settings: Settings) -> bytes:
    """The feed. Everything in it is as recorded; the day of building plays no part."""
    changes = [(change, record) for record in records for change in (*record["versions"], record["repeal"]) if change]
    changes.sort(key=_age, reverse=True)
    latest = changes[0][0]["recorded"] if changes else "2000-01-01T00:00:00+00:00"
    content = element(
        "feed",
        element("id", _name(settings.address or "regelwerk", FEED)),
        element("title", settings.title),
        element("updated", latest),
        element("author", element("name", settings.body or settings.title)),
        _link(settings.address + START, "alternate"),
        _link(settings.address + FEED, "self"),
        [_entry(version, record, settings) for version, record in changes[:LENGTH]],
        xmlns="http://www.w3.org/2005/Atom",
        xml_lang="de",
    )
    return f'<?xml version="1.0" encoding="utf-8"?>\n{content}\n'.replace(" xml-lang=", " xml:lang=").encode()


def _age(change: tuple[Mapping[str, Any], Mapping[str, Any]]) -> tuple[datetime, str, str]:
    """By when it was recorded; what was recorded at once, by the rulebook and by the day on which it counts."""
    made, record = change
    return datetime.fromisoformat(made["recorded"]), record["id"], made["in_force"]


def _entry(change: Mapping[str, Any], record: Mapping[str, Any], settings: Settings) -> Markup:
    """`change`: a version, or the repeal of the rulebook."""
    page = f"{record['id']}/{change['page']}"
    day = written(date.fromisoformat(change["in_force"]))
    adopted = f", beschlossen am {written(date.fromisoformat(change['adopted']))}" if change["adopted"] else ""
    force = "außer Kraft" if change is record["repeal"] or change["expired"] else "in Kraft"
    return element(
        "entry",
        element("id", _name(settings.address or "regelwerk", page)),
        element("title", f"{record['title']}: {change['name']}, ab {day}"),
        element("updated", change["recorded"]),
        _link(settings.address + page, "alternate"),
        element("summary", f"{change['title'] or change['name']}{adopted}, {force} ab {day}."),
    )


def _link(address: str, kind: str) -> Markup:
    return Markup(str(element("link", href=address, rel=kind)).removesuffix(">") + "/>")


def _name(*parts: str) -> str:
    """A name that stays the same for the same thing."""
    return uuid5(NAMESPACE_URL, "/".join(parts)).urn

"""Names, attributes and words in, HTML out. Words are never taken for markup; only `Markup` goes in as it is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ..output.html_blocks import text


class Markup(str):
    """HTML that is well made, to be put into other HTML as it is."""

    __slots__ = ()

    def join(self, parts: Iterable[str]) -> Markup:
        """The parts with this between them."""
        return Markup(super().join(_written(part) for part in parts))


Content = str | Iterable[str] | None
"""Words, markup, or several of them; None is nothing."""

NOTHING = Markup()
_VOID = ("meta", "link", "input", "br")


def element(tag: str, /, *content: Content, **attributes: Any) -> Markup:
    """An element. `class_` is written class, `aria_label` aria-label; True has no value, None is left out."""
    given = "".join(_attribute(key, value) for key, value in attributes.items() if value is not None)
    if tag in _VOID:
        return Markup(f"<{tag}{given}>")
    return Markup(f"<{tag}{given}>{joined(*content)}</{tag}>")


def joined(*content: Content) -> Markup:
    """The contents one after the other."""
    return Markup("".join(_written(part) for part in content))


def link(address: str, *content: Content, **attributes: Any) -> Markup:
    """A link."""
    return element("a", *content, href=address, **attributes)


def items(found: Iterable[Content], **attributes: Any) -> Markup:
    """A list, nothing if there is nothing to list."""
    listed = [element("li", content) for content in found]
    return element("ul", listed, **attributes) if listed else NOTHING


def _written(part: Content) -> str:
    match part:
        case None:
            return ""
        case Markup():
            return part
        case str():
            return text(part)
        case _:
            return "".join(_written(inner) for inner in part)


def _attribute(key: str, value: object) -> str:
    name = key.rstrip("_").replace("_", "-")
    return f" {name}" if value is True else f' {name}="{text(str(value))}"'

"""The styles of a DOCX go in; which properties a paragraph or its letters have by their style comes out."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from .docx_package import W, value_of


class Styles:
    """Looks up properties along the chain of styles that are based on one another."""

    def __init__(self, root: etree._Element | None) -> None:
        found = root.iterfind(f"{W}style") if root is not None else ()
        self._styles = {style.get(f"{W}styleId", ""): style for style in found}
        defaults = (
            key
            for key, style in self._styles.items()
            if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in ("1", "true")
        )
        self._default = next(defaults, "")

    def along(self, properties: etree._Element | None, name: str) -> Iterator[tuple[etree._Element, str]]:
        """The elements that set the property `name` of a paragraph, nearest first, each with its style ("": none)."""
        own = properties.find(f"{W}{name}") if properties is not None else None
        if own is not None:
            yield own, ""
        for key, style in self._chain(value_of(properties, "pStyle") or self._default):
            found = style.find(f"{W}pPr/{W}{name}")
            if found is not None:
                yield found, key

    def name(self, properties: etree._Element | None) -> str:
        """The name of the style of a paragraph, in small letters: „toc 1“."""
        return value_of(self._styles.get(value_of(properties, "pStyle")), "name").lower()

    def has(self, run: etree._Element | None, paragraph: etree._Element | None, name: str) -> bool:
        """Whether letters have the property `name` (e.g. „vanish“): by themselves or by a style."""
        own = run.find(f"{W}{name}") if run is not None else None
        if own is not None:
            return is_on(own)
        for key in (value_of(run, "rStyle"), value_of(paragraph, "pStyle") or self._default):
            for _key, style in self._chain(key):
                found = style.find(f"{W}rPr/{W}{name}")
                if found is not None:
                    return is_on(found)
        return False

    def numbering_of(self, style: str) -> str:
        """The numbering that a numbering style stands for, "" if it stands for none."""
        return value_of(self._styles.get(style), "pPr/numPr/numId")

    def _chain(self, key: str) -> Iterator[tuple[str, etree._Element]]:
        seen: set[str] = set()
        while key in self._styles and key not in seen:
            seen.add(key)
            yield key, self._styles[key]
            key = value_of(self._styles[key], "basedOn")


def is_on(element: etree._Element) -> bool:
    """Whether an element that turns something on does so."""
    return element.get(f"{W}val", "true") not in ("0", "false", "off")

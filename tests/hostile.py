"""Texts made of what other languages take for markup, as far as a stored text may hold it."""

from __future__ import annotations

from hypothesis import strategies as st

from regelwerk.citation import Level
from regelwerk.provision import Provision

MARKUP = (
    *"<>&\"'`#$%@\\{}[]()*_~^|:;=+/-– „“§€äß ",
    "<script>alert(1)</script>",
    "<!--",
    "]]>",
    "&amp;",
    "&#60;",
    '" onload="',
    "#eval(read())",
    "[bold]",
    ":smile:",
    "\\n",
    "${x}",
    "{{x}}",
    "[aufgehoben]",
    "http://example.org/",
    "<w:del>",
    "*/",
    "//",
    "= ",
    "- ",
    "§ 3 ",
)
WORDS = st.lists(st.sampled_from(MARKUP) | st.sampled_from(["Rat", "der", "4a"]), min_size=1, max_size=8)
TEXTS = WORDS.map(lambda parts: " ".join("".join(parts).split())).filter(bool)


@st.composite
def documents(draw: st.DrawFn) -> Provision:
    """A text with a title, a §, an Absatz, a list and a table, each with such words."""
    items = tuple(Provision(Level.NUMMER, f"{n}.", children=(sentence(draw),)) for n in (1, 2))
    rows = tuple(Provision(Level.ZEILE, text=f"{draw(TEXTS)} | {draw(TEXTS)}") for _ in (1, 2))
    first = Provision(Level.ABSATZ, "(1)", children=(sentence(draw), sentence(draw, *items)))
    second = Provision(Level.ABSATZ, "(2)", children=(sentence(draw, Provision(Level.TABELLE, children=rows)),))
    section = Provision(Level.PARAGRAF, "§ 1", draw(TEXTS), children=(first, second))
    return Provision(Level.DOCUMENT, heading=draw(TEXTS), children=(section,))


def sentence(draw: st.DrawFn, *children: Provision) -> Provision:
    """A sentence of such words, with what stands inside it."""
    return Provision(Level.SATZ, text=draw(TEXTS), children=children)


def squeezed(text: str) -> str:
    """The text without white space, for comparing what survives a layout."""
    return "".join(text.split())


def all_words(document: Provision) -> str:
    """Everything that is printed of a text, without white space and the bars between cells."""
    shown = (unit.text.replace(" | ", " ") if unit.level is Level.ZEILE else unit.text for _, unit in document.walk())
    parts = ((unit.label, unit.heading) for _, unit in document.walk())
    return squeezed("".join("".join((*part, text)) for part, text in zip(parts, shown, strict=True)))

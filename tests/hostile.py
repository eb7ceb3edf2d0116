"""Texts made of what other languages take for markup, as far as a stored text may hold it."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from random import Random

from hypothesis import strategies as st

from regelwerk.characters import visible
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


def as_shown(document: Provision) -> Provision:
    """The text with a sign for every character that does not show."""
    return replace(
        document,
        heading=visible(document.heading),
        text=visible(document.text),
        children=tuple(map(as_shown, document.children)),
    )


def squeezed(text: str) -> str:
    """The text without white space, for comparing what survives a layout."""
    return "".join(text.split())


def all_words(document: Provision) -> str:
    """Everything that is printed of a text, without white space and the bars between cells."""
    shown = (unit.text.replace(" | ", " ") if unit.level is Level.ZEILE else unit.text for _, unit in document.walk())
    parts = ((unit.label, unit.heading) for _, unit in document.walk())
    return squeezed("".join("".join((*part, text)) for part, text in zip(parts, shown, strict=True)))


PRINTABLE = "".join(chr(code) for code in range(0x21, 0x2FFFF) if unicodedata.category(chr(code))[0] in "LNPS")
UNPRINTABLE = "\x00\x07\x08\x0b\x1b\x7f\x85\x9b\u00ad\u200b\u200d\u2028\u202e\u2066\ufeff\ufffe\uffff\U000e0041"
"""What no stored text may hold, and what every print but PDF shows as a sign all the same: PDF refuses it."""


def many(random: Random, count: int, chars: str) -> Provision:
    """A text of so many §§, each with such words and with some of the characters."""

    def words() -> str:
        some = "".join(random.choices(chars, k=3))
        return "Rat" + "".join(random.choices((*MARKUP, "Rat", some), k=random.randint(1, 8))).rstrip(" ")

    def section(number: int) -> Provision:
        item = Provision(Level.NUMMER, "1.", children=(Provision(Level.SATZ, text=words()),))
        sentences = Provision(Level.SATZ, text=words()), Provision(Level.SATZ, text=words(), children=(item,))
        absatz = Provision(Level.ABSATZ, "(1)", children=sentences)
        return Provision(Level.PARAGRAF, f"§ {number}", words(), children=(absatz,))

    return Provision(Level.DOCUMENT, heading=words(), children=tuple(section(number + 1) for number in range(count)))

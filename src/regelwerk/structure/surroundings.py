"""What stands before and after a number says whether it is a label: „nach Absatz / (2)“ and „der / 1. Vorsitzende“ are
none. Text goes in, a yes or no comes out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..characters import BULLETS_ANYWHERE
from ..sentences import split_sentences
from ..smallwords import ARTICLES, CONJUNCTIONS, PREPOSITIONS
from .labels import Label, comes_after, read_label

_CITES = re.compile(
    r"(?:\b(?:Abs|Nrn?|Ziff|Art|Buchst|lit|S|Rn)\.|\b(?:Abs(?:atz|ätzen?)|S[aä]tz(?:en?)?|Nummern?|Ziffern?|Buchstaben?"
    r"|Artikeln?|Punkt|Anlage|Teil|Abschnitt|F[aä]lle?n?)|§§?|§\s?[0-9]+\s?[a-z]?)$"
)
_COORDINATED = re.compile(r"(?:[0-9][.)]+\s?|\b[a-z]{1,2}[.)]+(?:\s?|,\s))(?:und|oder|bis|sowie)$|\b[a-z][.)]+,$")
"""The end of a text that goes on to the second of two numbers: „Buchstabe a) und“, „der 1. und“."""
_ARTICLE = re.compile(rf"\b(?:{ARTICLES})$", re.IGNORECASE)
_RELATIVE = re.compile(r",\sd(?:ie|er|as|en|em)$")
_PREPOSITION = re.compile(rf"\b(?:{PREPOSITIONS}|sich|nicht)$")
_AND = re.compile(rf"\b(?:{CONJUNCTIONS})$")
_LETTER = re.compile(r"(?:^|[\s(])[a-zA-Z]\.$")
_STOPS = tuple('.:;!?)“”"»')
_NEAR = 30
"""How many characters before a number are looked at."""
_COUNTED = re.compile(
    r"\s(?:Halbs|Alternative|Alt\.|Vorsitzend|Vize|[Ss]tellv|Lesung|Wahlgang|Lebensjahr|Halbjahr|Quartal|Instanz|Stufe)"
)
_INLINE = re.compile(
    rf"\s(?=[{BULLETS_ANYWHERE}]|\([0-9]{{1,3}}[a-z]?\)(?:\s|(?=[A-ZÄÖÜ]))|[0-9]{{1,3}}[.)]\s|[a-z]{{1,2}}\)\s)"
)


def leaves_citation_open(before: str) -> bool:
    """Whether a text ends in a citation that a number would complete: „nach § 5 Abs.“."""
    return _CITES.search(before[-_NEAR:]) is not None


def ends_in_article(before: str) -> bool:
    """Whether a text ends so that a number after it counts a noun: „der“."""
    return _ARTICLE.search(before[-_NEAR:]) is not None


def begins_relative_clause(before: str) -> bool:
    """Whether a text ends in a comma and a pronoun to which a list can lead: „Vereine, die“."""
    return _RELATIVE.search(before[-_NEAR:]) is not None


def leans_on(before: str) -> bool:
    """Whether a text ends in a word that needs the next: „für“, „der“."""
    return ends_in_article(before) or _PREPOSITION.search(before[-_NEAR:]) is not None


def ends_in_and(before: str) -> bool:
    """Whether a text ends in „und“, „oder“ or „sowie“."""
    return _AND.search(before[-_NEAR:]) is not None


def ends_in_letter(before: str) -> bool:
    """Whether a text ends in an abbreviation of one letter, so that a letter after it belongs to it: „z.“, „i. V.“."""
    return _LETTER.search(before[-_NEAR:]) is not None


def ends_sentence(before: str) -> bool:
    """Whether a text ends in a full stop that is not that of an abbreviation."""
    return before.endswith(".") and split_sentences(before[-_NEAR:] + " Die")[-1] == "Die"


def parts_sentences(before: str, after: str) -> bool:
    """Whether one sentence ends and another begins between the two texts."""
    before, found = before[-_NEAR:].lstrip(), 0
    for part in split_sentences(f"{before} {after[:_NEAR]}"):
        found += len(part) + 1
        if found > len(before):
            return found == len(before) + 1
    return False


def ends_phrase(before: str) -> bool:
    """Whether a text ends in punctuation that lets nothing of it follow: a full stop, a colon, a quotation mark."""
    return before.endswith(_STOPS)


def ends_in_stop(before: str) -> bool:
    """Whether a text ends in punctuation, a comma too."""
    return ends_phrase(before) or before.endswith(",")


def counts_noun(label: Label, rest: str) -> bool:
    """Whether a label only counts the noun after it: „1. Vorsitzende“. `rest`: the text from the label on."""
    return _COUNTED.match(rest, len(label.printed)) is not None


def inline_labels(text: str) -> Iterator[tuple[int, Label]]:
    """What may be labels inside a text, each with the offset of the white space before it."""
    for gap in _INLINE.finditer(text):
        if label := read_label(text[gap.end() : gap.end() + _NEAR * 2]):
            yield gap.start(), label


def may_stand_inline(before: str, label: Label, rest: str) -> bool:
    """Whether what is around a label inside a line allows it to be one. `rest`: the text from the label on."""
    coordinated = _COORDINATED.search(before[-_NEAR:])
    return not (coordinated or counts_noun(label, rest) or leaves_citation_open(before))


def begins_inline_list(before: str, label: Label, rest: str) -> bool:
    """Whether a list begins inside a line: with „a)“, or after a colon, and its next label comes later in the line."""
    if not label.starts or label.style.name == "(1)" or not (before.endswith(":") or label.style.numerals == "a"):
        return False
    return any(
        comes_after(later, label)
        and (ends_in_stop(rest[:start]) or ends_in_and(rest[:start]))
        and not _COORDINATED.search(rest[max(0, start - _NEAR) : start])
        for start, later in inline_labels(rest)
    )

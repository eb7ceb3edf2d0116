"""What stands at a place of a sentence: text and an offset go in, the longest phrase of the lexicon there comes out.

Words that are not in it may still be formed like an ordinal number, a noun before quoted words or the name of a law.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from ..numbers import CARDINALS, ordinal
from .lexicon import LABELS, MARKS, ROWS, Kind, Symbol


@dataclass(frozen=True, slots=True)
class Entry:
    """What a phrase is, and what it stands for where that is not itself: „Strichpunkt“ for ";"."""

    symbol: Symbol
    value: str = ""


_NOUN_ENDINGS = ("bezeichnung", "angabe", "wort", "begriff", "zusatz")
_OCCURRENCES = ("an der {}en Stelle", "an {}er Stelle", "beim {}en Mal")
_ORDINAL_STEMS = ("erst", "zweit", "dritt", "viert", "fünft", "sechst")

_LAW_NOUN = re.compile(
    r"(?!(?:tages|sitz|rang|zu|ein|ab|unter|über|neu|nach)ordnung)"
    r"[\w*/-]*(?:(?:gesetz(?:buch)?|statut|vertrag|beschlu(?:ss|ß))(?:e?s)?|statuten|kodex"
    r"|ordnung|satzung|verfassung|vereinbarung|richtlinien?|grundsätzen?)",
    re.IGNORECASE,
)
_LAW_SHORT = re.compile(r"(?=(?:[\w/-]*[A-ZÄÖÜ]){2})\w[\w/-]+")


def _spelled(forms: str) -> Iterator[str]:
    """All forms that a row's notation stands for: „Wort(|es)“ → „Wort“, „Wortes“."""
    for form in re.split(r",\s*(?![^(]*\))", forms):
        choices = [part.strip("()").split("|") for part in re.findall(r"\([^)]*\)|[^()]+", form)]
        yield from ("".join(chosen).lower() for chosen in product(*choices))


def _phrases() -> dict[str, Entry]:
    found: dict[str, Entry] = {}
    for symbol, forms in ROWS:
        found |= dict.fromkeys(_spelled(forms), Entry(symbol))
    for mark, forms in MARKS.items():
        found |= dict.fromkeys(_spelled(forms), Entry(Kind.MARK, mark))
    for level, forms in LABELS.items():
        found |= dict.fromkeys(_spelled(forms), Entry(Kind.LABEL, level.value))
    for number, stem in enumerate(_ORDINAL_STEMS, start=1):
        found |= {form.format(stem).lower(): Entry(Kind.OCCURRENCE, str(number)) for form in _OCCURRENCES}
    return found


_PHRASES = _phrases()
_LENGTHS = {words[0]: len(words) for words in sorted((phrase.split() for phrase in _PHRASES), key=len)}
"""How many words the longest phrase has that begins with a word."""
_WORD = re.compile(r"[^\W0-9_]+")
_NEXT_WORD = re.compile(r"\s+[^\W0-9_]+")
_PUNCTUATION = {",": Kind.COMMA, ";": Kind.STOP, ".": Kind.STOP, "!": Kind.STOP, ":": Kind.COLON}


def phrase_at(text: str, start: int) -> tuple[Entry, int] | None:
    """The longest phrase that begins exactly at `start`, and the offset after it."""
    if text[start] in _PUNCTUATION:
        return Entry(_PUNCTUATION[text[start]]), start + 1
    word = _WORD.match(text, start)
    if word is None:
        return None
    ends = [word.end()]
    longest = _LENGTHS.get(word[0].lower(), 1)
    while len(ends) < longest and (another := _NEXT_WORD.match(text, ends[-1])):
        ends.append(another.end())
    for end in reversed(ends):
        if entry := _PHRASES.get(" ".join(text[start:end].split()).lower()):
            return entry, end
    return _formed(word[0], word.end())


def _formed(word: str, end: int) -> tuple[Entry, int] | None:
    """„zweite“ as which one, „zwei“ as how many, „Ortsbezeichnung“ as a noun before quoted words."""
    if number := ordinal(word):
        return Entry(Kind.NTH, number), end
    if number := CARDINALS.get(word.lower(), ""):
        return Entry(Kind.NUMBER, number), end
    return (Entry(Kind.NOUN), end) if word.endswith(_NOUN_ENDINGS) else None


def names_law(word: str) -> bool:
    """Whether the word can name a text: „Geschäftsordnung“, „Strafgesetzbuchs“."""
    return bool(_LAW_NOUN.fullmatch(word))


def abbreviates_law(word: str) -> bool:
    """Whether the word can be short for a text: „BGB“, „GeschO“."""
    return bool(_LAW_SHORT.fullmatch(word))


def nearest(word: str) -> str:
    """The known word that looks most like an unknown one, "" if none does."""
    from difflib import get_close_matches  # only a refusal needs it

    return next(iter(get_close_matches(word.lower(), _SINGLE, 1, 0.8)), "")


_SINGLE = tuple(phrase for phrase in _PHRASES if " " not in phrase and len(phrase) > 3)

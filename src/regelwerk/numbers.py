"""German numbers as labels and citations write them: „Dritter“, „zwei“, „IV“ go in, "3", "2", 4 come out, or back."""

from __future__ import annotations

import re

_ONES = ("ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun")
_TEENS = ("zehn", "elf", "zwölf", *(f"{one}zehn" for one in ("drei", "vier", "fünf", "sech", "sieb", "acht", "neun")))
_TENS = ("zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig")
_IRREGULAR = {"eint": "erst", "dreit": "dritt", "achtt": "acht"}

_ROMAN = {
    "M": 1000, "CM": 900, "D": 500, "CD": 400, "C": 100, "XC": 90, "L": 50, "XL": 40, "X": 10, "IX": 9, "V": 5, "IV": 4,
    "I": 1,
}  # fmt: skip


def _cardinals() -> dict[str, str]:
    above = [word for ten in _TENS for word in (ten, *(f"{one}und{ten}" for one in _ONES))]
    words = {word: str(number) for number, word in enumerate((*_ONES, *_TEENS, *above), start=1)}
    return words | {"eins": "1"}


def _ordinals() -> dict[str, str]:
    """Stems without their ending: "dritt"."""
    stems = {word + ("t" if int(number) < 20 else "st"): number for word, number in CARDINALS.items() if word != "eins"}
    return {_IRREGULAR.get(stem, stem): number for stem, number in stems.items()} | {"siebt": "7"}


CARDINALS = _cardinals()
"""„zwei“ → "2", up to 99."""

ORDINALS = _ordinals()
"""„dritt“ → "3", up to 99."""

_STEMS = {number: stem for stem, number in ORDINALS.items()}
_ENDINGS = ("er", "en", "em", "es", "e")


def ordinal(word: str) -> str:
    """The number of an ordinal in any form: „Dritter“, „dritten“ → "3"; "" if it is none."""
    stem = word.lower()
    for ending in _ENDINGS:
        if stem.endswith(ending):
            return ORDINALS.get(stem.removesuffix(ending), "")
    return ""


def ordinal_like(word: str, number: str) -> str:
    """The ordinal of the number in the form of another one: "3" like „Zweiter“ → „Dritter“; "" if there is none."""
    ending = next((ending for ending in _ENDINGS if word.lower().endswith(ending)), "")
    if number not in _STEMS or not ordinal(word):
        return ""
    made = _STEMS[number] + ending
    return made.upper() if word.isupper() else made.capitalize() if word[0].isupper() else made


def is_roman(number: str) -> bool:
    """Whether a number is Roman: „IV“. „C“ and „L“ alone are letters of a list."""
    return re.fullmatch("[IVX]|[IVXLC]{2,}", number) is not None


def roman(numeral: str) -> int:
    """„IV“ → 4."""
    values = [_ROMAN[letter] for letter in numeral]
    return sum(-value if value < below else value for value, below in zip(values, [*values[1:], 0], strict=True))


def to_roman(number: int) -> str:
    """4 → „IV“."""
    shown = ""
    for sign, value in _ROMAN.items():
        shown += sign * (number // value)
        number %= value
    return shown


Key = tuple[tuple[int, str], ...]


def order(number: str) -> Key:
    """A key that sorts numbers as laws count: 2 < 2a < 2b < 3, I < II < IV, 1.9 < 1.10, a < b < aa within its kind."""
    if is_roman(number):
        return ((roman(number), ""),)
    parts = re.findall(r"([0-9]+)([a-z]*)|([A-Za-z]+)", number)
    return tuple((int(n), letters) if n else (len(word), word) for n, letters, word in parts)


RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
"""The digits of the numbers that are printed before sentences: „³Der Rat tagt.“."""

_TO_RAISED = str.maketrans("0123456789", RAISED)
_FROM_RAISED = str.maketrans(RAISED, "0123456789")


def raised(text: str) -> str:
    """The text with its digits raised: „12“ → „¹²“."""
    return text.translate(_TO_RAISED)


def lowered(text: str) -> str:
    """The text with raised digits as plain ones: „¹²“ → „12“."""
    return text.translate(_FROM_RAISED)

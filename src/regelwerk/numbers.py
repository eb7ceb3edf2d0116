"""German numbers as labels and citations write them: in goes „Dritter“, „zwei“, „IV“, out comes "3", "2", 4."""

from __future__ import annotations

_ONES = ("ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun")
_TEENS = ("zehn", "elf", "zwölf", *(f"{one}zehn" for one in ("drei", "vier", "fünf", "sech", "sieb", "acht", "neun")))
_TENS = ("zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig")
_IRREGULAR = {"eint": "erst", "dreit": "dritt", "siebent": "siebt", "achtt": "acht"}

_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}


def _cardinals() -> dict[str, str]:
    above = [word for ten in _TENS for word in (ten, *(f"{one}und{ten}" for one in _ONES))]
    words = {word: str(number) for number, word in enumerate((*_ONES, *_TEENS, *above), start=1)}
    return words | {"eins": "1"}


def _ordinals() -> dict[str, str]:
    """Stems without their ending: "dritt"."""
    stems = {word + ("t" if int(number) < 20 else "st"): number for word, number in CARDINALS.items() if word != "eins"}
    return stems | {_IRREGULAR[stem]: stems[stem] for stem in _IRREGULAR}


CARDINALS = _cardinals()
"""„zwei“ → "2", up to 99."""

_ORDINALS = _ordinals()
_STEMS = {number: stem for stem, number in _ORDINALS.items()}
_ENDINGS = ("er", "en", "em", "es", "e")


def ordinal(word: str) -> str:
    """The number of an ordinal in any form: „Dritter“, „dritten“ → "3"; "" if it is none."""
    stem = word.lower()
    for ending in _ENDINGS:
        if stem.endswith(ending):
            return _ORDINALS.get(stem.removesuffix(ending), "")
    return ""


def ordinal_like(word: str, number: str) -> str:
    """The ordinal of the number in the form of another one: "3" like „Zweiter“ → „Dritter“; "" if there is none."""
    ending = next((ending for ending in _ENDINGS if word.lower().endswith(ending)), "")
    if number not in _STEMS or not ordinal(word):
        return ""
    made = _STEMS[number] + ending
    return made.upper() if word.isupper() else made.capitalize() if word[0].isupper() else made


def roman(numeral: str) -> int:
    """„IV“ → 4."""
    values = [_ROMAN[letter] for letter in numeral]
    return sum(-value if value < max(values[i:]) else value for i, value in enumerate(values))

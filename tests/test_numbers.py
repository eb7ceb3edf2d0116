"""German numbers as words and Roman numerals."""

from __future__ import annotations

import pytest

from regelwerk.numbers import CARDINALS, ordinal, roman


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("Erster", "1"),
        ("dritten", "3"),
        ("Siebte", "7"),
        ("siebenter", "7"),
        ("achtes", "8"),
        ("elftem", "11"),
        ("Siebzehnte", "17"),
        ("zwanzigste", "20"),
        ("Einundzwanzigste", "21"),
        ("heute", ""),
        ("dritt", ""),
    ],
)
def test_ordinal(word: str, number: str) -> None:
    assert ordinal(word) == number


def test_cardinals() -> None:
    assert [CARDINALS[word] for word in ("eins", "zwei", "zwölf", "sechzehn", "dreiundneunzig")] == [
        "1",
        "2",
        "12",
        "16",
        "93",
    ]


def test_roman() -> None:
    assert [roman(numeral) for numeral in ("I", "IV", "XIV", "XLIX", "MCMXC")] == [1, 4, 14, 49, 1990]

"""German numbers as words and Roman numerals."""

from __future__ import annotations

from itertools import pairwise

import pytest

from regelwerk.numbers import CARDINALS, order, ordinal, roman, to_roman


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


ROMAN = {"I": 1, "IV": 4, "XIV": 14, "XLIX": 49, "MCMXC": 1990}


def test_roman() -> None:
    assert {numeral: roman(numeral) for numeral in ROMAN} == ROMAN
    assert [to_roman(number) for number in ROMAN.values()] == list(ROMAN)


@pytest.mark.parametrize(
    "numbers",
    [
        ["1", "2", "2a", "2b", "3", "10", "249b", "249e"],
        ["1", "1.9", "1.10", "2"],
        ["I", "II", "IV", "IX", "XL", "XLI"],
        ["a", "b", "z", "aa", "bb"],
        ["A", "B", "C", "D", "L", "M"],
    ],
)
def test_numbers_are_put_in_order_as_laws_count(numbers: list[str]) -> None:
    assert all(order(number) < order(following) for number, following in pairwise(numbers))

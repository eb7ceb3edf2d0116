"""Every kind of command, and every argument it can have, has a name for people."""

from __future__ import annotations

from dataclasses import fields
from typing import get_args

import pytest

from regelwerk.commands import Command, Position, Words
from regelwerk.diagnostics import Source
from regelwerk.output.kinds import argument, kind_of, passage

SPAN = Source("act", "").span()


@pytest.mark.parametrize("kind", get_args(Command), ids=lambda kind: kind.__name__)
def test_each_kind_has_names(kind: type):
    own = [field.name for field in fields(kind) if field.name not in ("places", "span", "point")]
    assert kind_of(kind(places=(), span=SPAN, **dict.fromkeys(own))) != ""
    assert "" not in map(argument, own)


@pytest.mark.parametrize(
    ("words", "printed"),
    [
        (Words("vier", SPAN), "„vier“"),
        (Words("und", SPAN, position=Position.END), "„und“ am Ende"),
        (Words("sofern", SPAN, to="Frist"), "„sofern“ bis „Frist“"),
        (Words("Mitglied", SPAN, nth=2), "„Mitglied“ (2. Stelle)"),
        (Words(",", SPAN, after="Sitzung"), "„,“ nach „Sitzung“"),
    ],
)
def test_words_are_printed_as_acts_name_them(words: Words, printed: str):
    assert passage(words) == printed

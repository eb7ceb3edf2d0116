"""Markdown, Textile, wiki and LaTeX marks in acts are read, not text; every offset stays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regelwerk.amendment.marks import without_marks, words
from regelwerk.diagnostics import Source


def read(text: str) -> str:
    """The words of a whole text."""
    source = Source("act", text)
    return words(source, without_marks(source), 0, len(text)).strip()


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("## Antrag 3", "Antrag 3"),
        ("h1. Antrag", "Antrag"),
        ("bq. Der Rat tagt.", "Der Rat tagt."),
        ("> Der Rat tagt.", "Der Rat tagt."),
        ("=Alter Text=", "Alter Text"),
        ("**++Neuer Text++**", "Neuer Text"),
        ("'''Begründung'''", "Begründung"),
        ("Er tagt **zwei**, höchstens __drei__ Mal.", "Er tagt zwei, höchstens drei Mal."),
        ("Er tagt *monatlich*.", "Er tagt monatlich."),
        ("1\\. § 3 wird gestrichen.", "1. § 3 wird gestrichen."),
        ("\\textbf{Der Rat} tagt.\\\\", "Der Rat tagt."),
        ("\\section{Antrag} Er sagt \\glqq Ja\\grqq{} zu 50\\%.", "Antrag Er sagt „Ja“ zu 50%."),
        ("Die Schüler*innen und Lehrer*innen, § 23* (2)", "Die Schüler*innen und Lehrer*innen, § 23* (2)"),
    ],
)
def test_marks_are_no_words(text: str, plain: str) -> None:
    assert read(text) == plain


def test_a_text_without_marks_is_the_same_source() -> None:
    source = Source("act", "In § 3 wird das Wort „Rat“ gestrichen.")
    assert without_marks(source) is source


@given(st.text(alphabet="#*_=+>\\{}%~'h1bq. \nabsection"))
def test_offsets_and_lines_stay(text: str) -> None:
    plain = without_marks(Source("act", text)).text
    assert len(plain) == len(text)
    assert [i for i, c in enumerate(plain) if c == "\n"] == [i for i, c in enumerate(text) if c == "\n"]

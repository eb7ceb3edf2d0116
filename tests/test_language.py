"""What sentences of acts mean: the case files of tests/commands, and rules that hold for every sentence."""

from __future__ import annotations

import re
from pathlib import Path
from random import Random

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from sentences_of_acts import Case, cases, citations, instruction, meaning

from regelwerk.citation import Citation, Level, Step
from regelwerk.commands import AppendWords, Instruction, NewText, Recast, Renumber, ReplaceWords
from regelwerk.diagnostics import NotUnderstood, Source
from regelwerk.language import read_instruction

FILES = sorted((Path(__file__).parent / "commands").glob("*.txt"))
CASES = [
    pytest.param(case, id=f"{file.stem}: {case.sentence[:70]}")
    for file in FILES
    for case in cases(file.read_text(encoding="utf-8"))
]

SENTENCES = [re.findall(r"„[^“]*“|\S+", case.values[0].sentence) for case in CASES]
PIECES = sorted({piece for sentence in SENTENCES for piece in sentence})


@st.composite
def slips(draw: st.DrawFn) -> str:
    """A sentence of an act with up to three of its pieces missing, doubled or changed."""
    pieces = list(draw(st.sampled_from(SENTENCES)))
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(pieces)))
        pieces[at : at + draw(st.integers(0, 1))] = draw(st.lists(st.sampled_from(PIECES), max_size=1))
    return " ".join(pieces) or "wird"


@pytest.mark.parametrize("case", CASES)
def test_sentence(case: Case) -> None:
    assert meaning(case) == case.meaning


@given(slips())
@example("„A“")
@example(": „A“")
@example("um Punkt ergänzt")
@example("wird Absatz 2 Absatz 3")
def test_no_sentence_crashes(sentence: str) -> None:
    read = instruction(sentence)
    try:
        reading = read_instruction(read, citations("§ 1 Absatz 1"))
    except NotUnderstood as refused:
        assert refused.diagnostics
        for diagnostic in refused.diagnostics:
            assert diagnostic.hint
            assert diagnostic.span is not None
            assert 0 <= diagnostic.span.start < diagnostic.span.end <= len(sentence)
    else:
        for command in reading.commands:
            assert 0 <= command.span.start < command.span.end <= len(sentence)


@given(st.sampled_from([case.values[0] for case in CASES]), st.randoms(use_true_random=False))
def test_line_breaks_are_spaces(case: Case, random: Random) -> None:
    outside = case.sentence.split("„")[0]
    broken = "".join(random.choice(" \n\t") if char == " " else char for char in outside)
    if "✗" not in case.meaning:
        assert meaning(Case(case.frame, broken + case.sentence[len(outside) :], "")) == case.meaning


def test_new_text_is_given_with_the_instruction() -> None:
    source = Source("act", "§ 4 wird wie folgt gefasst:\n§ 4 Gäste\nGäste sind willkommen.")
    new = NewText("§ 4 Gäste\nGäste sind willkommen.", source.span(28))
    (command,) = read_instruction(Instruction(source.span(0, 27), payload=new, point="2 b"), ()).commands
    assert command == Recast(
        places=(Citation((Step(Level.PARAGRAF, "4"),)),), span=source.span(0, 27), point="2 b", new=new
    )


def test_promised_words_are_the_text_after_the_sentence() -> None:
    source = Source("act", "Dem Satz 2 wird folgender Halbsatz angefügt:\ndas gilt stets.")
    new = NewText("das gilt stets.", source.span(45))
    (command,) = read_instruction(Instruction(source.span(0, 44), payload=new), citations("§ 3")).commands
    assert command == AppendWords(places=citations("§ 3 Satz 2"), span=source.span(0, 44), words="das gilt stets.")


def test_every_command_bears_the_point_of_the_act() -> None:
    read = instruction(
        "Die bisherigen Absätze 3 und 4 werden die Absätze 4 und 5; in Absatz 1 wird „A“ durch „B“ ersetzt."
    )
    commands = read_instruction(Instruction(read.span, read.quotes, point="4 a"), citations("§ 9")).commands
    assert [(type(command), command.point) for command in commands] == [(Renumber, "4 a"), (ReplaceWords, "4 a")]


def test_spans_point_into_the_act() -> None:
    text = "1. In § 3 wird das Wort „A“\n   durch das Wort „B“ ersetzt und das Wort „C“ gestrichen."
    source = Source("act", text)
    quotes = tuple(quote for quote in instruction(text).quotes)
    shifted = Instruction(source.span(3), tuple(type(q)(q.text, source.span(q.span.start, q.span.end)) for q in quotes))
    replaced, struck = read_instruction(shifted, ()).commands
    assert replaced.span.text == "In § 3 wird das Wort „A“\n   durch das Wort „B“ ersetzt"
    assert struck.span.text == "das Wort „C“ gestrichen."
    assert isinstance(replaced, ReplaceWords)
    assert replaced.pairs[0][0].span.text == "„A“"

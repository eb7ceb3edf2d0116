"""An act with one mutated quote, number or place is refused, or gives the text that its mutated letter demands.

The acts are German sentences, alone or several as points and in frames; what they demand is worked out by an oracle
that knows nothing of the engine (`letter_of_acts.py`).
"""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from letter_of_acts import Change, demanded, executed, lines_of, readings
from strategies import documents

from regelwerk.provision import Provision

unhurried = settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
"""Drawing whole documents takes its time on a busy machine."""

WORDS = ["replaced", "struck", "inserted"]
UNITS = ["repealed", "recast", "followed", "ended"]


@st.composite
def changes(draw: st.DrawFn, document: Provision, verbs: list[str]) -> Change:
    """A change that fits the document."""
    cited = [line for line in lines_of(document) if line.now and line.now[-1][0] == "Satz"]
    assume(cited)
    line = draw(st.sampled_from(cited))
    verb = draw(st.sampled_from(verbs))
    if verb in WORDS:
        words = [word for word in line.text.split() if word.isalpha() and line.text.split().count(word) == 1]
        assume(words)
        return Change(verb, line.now, draw(st.sampled_from(words)))
    place = line.now[:-1] if verb == "ended" else line.now
    if verb == "repealed":
        place = place[: draw(st.integers(1, len(place)))]
    return Change(verb, place, new="Ein neuer Satz gilt.")


@st.composite
def mutants(draw: st.DrawFn, change: Change) -> Change:
    """The change with one number or one letter other than it should be, or a step of its place gone."""
    kind = draw(st.sampled_from(["number", "letter", "new", "wider"]))
    quote = change.new if kind == "new" else change.word
    if kind in ("letter", "new") and quote:
        at = draw(st.integers(0, len(quote) - 1))
        letter = draw(st.sampled_from(["", "e", "n", quote[at].swapcase()]))
        mutated = quote[:at] + letter + quote[at + 1 :] or "x"
        return replace(change, new=mutated) if kind == "new" else replace(change, word=mutated)
    if kind == "wider" and len(change.place) > 1:
        return replace(change, place=change.place[: draw(st.integers(1, len(change.place) - 1))])
    at = draw(st.integers(0, len(change.place) - 1))
    name, _number = change.place[at]
    number = draw(st.sampled_from("abcd" if "uchstabe" in name else "1234")) * (2 if name.startswith("Doppel") else 1)
    return replace(change, place=(*change.place[:at], (name, number), *change.place[at + 1 :]))


def act_of(several: list[Change], framed: bool) -> str:
    """The changes as points; those in one § in a frame, if their places go on inside it."""
    points: list[str] = []
    for _paragraf, group in groupby(several, key=lambda change: change.place[0]):
        inside = list(group)
        if framed and all(len(change.place) > 1 for change in inside):
            head = f"§ {inside[0].place[0][1]} wird wie folgt geändert:"
            points.append(
                "\n".join([head, *(f"   {'abcd'[n]}) {change.sentence(1)}" for n, change in enumerate(inside))])
            )
        else:
            points += [change.sentence() for change in inside]
    return "\n".join(f"{n}. {point}" for n, point in enumerate(points, 1))


@unhurried
@given(documents(), st.data())
def test_a_change_gives_the_text_that_it_demands(document: Provision, data: st.DataObject) -> None:
    change = data.draw(changes(document, WORDS + UNITS))
    found = executed(document, change.sentence())
    wanted = demanded(lines_of(document), change)
    if change.verb == "repealed" and found is None:
        assume(False)  # the only sentence of its unit cannot go alone
    assert found == (None if wanted is None else [line.text for line in wanted]), change.sentence()


@unhurried
@given(documents(), st.data())
def test_a_mutant_is_refused_or_gives_the_text_that_it_demands(document: Provision, data: st.DataObject) -> None:
    change = data.draw(mutants(data.draw(changes(document, WORDS + UNITS))))
    found = executed(document, change.sentence())
    if found is not None:
        assert found in readings(lines_of(document), [change]), change.sentence()


@unhurried
@given(documents(), st.data(), st.booleans())
def test_changes_of_several_paragraphs_give_the_text_that_they_demand(
    document: Provision, data: st.DataObject, framed: bool
) -> None:
    drawn = [data.draw(changes(document, WORDS + UNITS)) for _ in range(4)]
    several = list({change.place[0]: change for change in drawn}.values())
    act = act_of(several, framed)
    found = executed(document, act)
    if found is None:
        assert any(executed(document, change.sentence()) is None for change in several), act
    else:
        assert found in readings(lines_of(document), several), act


@unhurried
@given(documents(), st.data(), st.booleans())
def test_an_act_with_one_mutant_is_refused_or_gives_the_text_that_it_demands(
    document: Provision, data: st.DataObject, framed: bool
) -> None:
    """Also where several changes meet in one §, so that its sentences may count by the text before the act or after."""
    several = [data.draw(changes(document, WORDS + UNITS)) for _ in range(3)]
    at = data.draw(st.integers(0, 2))
    several[at] = data.draw(mutants(several[at]))
    act = act_of(several, framed)
    found = executed(document, act)
    if found is not None:
        assert found in readings(lines_of(document), several), act

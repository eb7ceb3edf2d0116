"""Properties of consolidation, each headed by the rule it proves (DESIGN: tenets 2 and 5, docs/meaning.md)."""

from __future__ import annotations

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from strategies import documents

from regelwerk.citation import ITEMS, Citation, Level, Step
from regelwerk.commands import (
    AppendUnits,
    Command,
    InsertUnits,
    NewText,
    Recast,
    Renumber,
    Repeal,
    ReplaceWords,
    StrikeWords,
    Words,
)
from regelwerk.consolidation import consolidate
from regelwerk.consolidation.marks import after
from regelwerk.diagnostics import DoesNotApply, Source
from regelwerk.lookup import all_numbers, locate
from regelwerk.provision import Path, Provision, citation_of
from regelwerk.structure import format_document, parse
from regelwerk.wording import spans

SPAN = Source("act", "").span()

unhurried = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
"""Drawing whole documents takes its time on a busy machine."""


def sentences(document: Provision) -> list[tuple[Path, Provision]]:
    return [(path, unit) for path, unit in document.walk() if unit.level is Level.SATZ and unit.text]


@st.composite
def word_changes(draw: st.DrawFn) -> tuple[Provision, Path, Command]:
    """A document, the path of one of its sentences, and a command that replaces or strikes one word there."""
    document = draw(documents())
    assume(sentences(document))
    path, unit = draw(st.sampled_from(sentences(document)))
    word = draw(st.sampled_from([w for w in unit.text.split() if w.isalpha()] or [unit.text]))
    assume(len(spans(unit.text, word)) == 1)
    place = citation_of(document, path)
    words = Words(word, SPAN)
    if draw(st.booleans()):
        return document, path, StrikeWords(places=(place,), span=SPAN, words=(words,))
    return document, path, ReplaceWords(places=(place,), span=SPAN, pairs=((words, "Ersatzwort"),))


@unhurried
@given(documents())
def test_every_citation_that_the_tree_gives_leads_back_to_its_unit(document: Provision) -> None:
    """A place is unambiguous when it is cited in full."""
    numbers = all_numbers(document)
    for path, unit in document.walk():
        if unit.level in (Level.DOCUMENT, Level.SATZTEIL, Level.ZEILE, Level.TABELLE):
            continue
        found = [target.paths[0] for target in locate(document, citation_of(document, path), numbers)]
        assert path in found, str(citation_of(document, path))


@unhurried
@given(word_changes())
def test_nothing_outside_the_addressed_place_changes(drawn: tuple[Provision, Path, Command]) -> None:
    """Nothing outside the addressed place may change (DESIGN, section 6)."""
    document, path, command = drawn
    try:
        changed = consolidate(document, [command]).document
    except DoesNotApply:
        return
    before = [(p, u.label, u.heading, u.text) for p, u in document.walk() if p[: len(path)] != path]
    after = [(p, u.label, u.heading, u.text) for p, u in changed.walk() if p[: len(path)] != path]
    assert before == after


@unhurried
@given(word_changes())
def test_effects_tell_every_change_and_no_other(drawn: tuple[Provision, Path, Command]) -> None:
    """Every word comes from the base text or from a named command: putting the old units back gives the old text."""
    document, _path, command = drawn
    try:
        result = consolidate(document, [command])
    except DoesNotApply:
        return
    assert result.effects
    touched = {effect.origin for effect in result.effects}
    old = {unit.origin: unit for _p, unit in document.walk()}
    for _p, unit in result.document.walk():
        if unit.origin not in touched:
            was = old[unit.origin]
            assert (was.label, was.heading, was.text) == (unit.label, unit.heading, unit.text)


@unhurried
@given(documents(), st.data())
def test_replacing_there_and_back_is_the_identity(document: Provision, data: st.DataObject) -> None:
    """Apply, then revert: the old text."""
    assume(sentences(document))
    path, unit = data.draw(st.sampled_from(sentences(document)))
    word = data.draw(st.sampled_from([w for w in unit.text.split() if w.isalpha()] or [unit.text]))
    assume(len(spans(unit.text, word)) == 1)
    place = (citation_of(document, path),)
    there = ReplaceWords(places=place, span=SPAN, pairs=((Words(word, SPAN), "Ersatzwort"),))
    back = ReplaceWords(places=place, span=SPAN, pairs=((Words("Ersatzwort", SPAN), word),))
    try:
        changed = consolidate(document, [there]).document
    except DoesNotApply:
        return
    assert consolidate(changed, [back], 2).document == document


@unhurried
@given(documents(), st.data())
def test_a_sentence_put_in_and_repealed_is_the_identity(document: Provision, data: st.DataObject) -> None:
    """Apply, then revert: the old text."""
    assume(sentences(document))
    path, _unit = data.draw(st.sampled_from(sentences(document)))
    place = citation_of(document, path)
    new = NewText("Ein neuer Satz gilt.", SPAN)
    there = InsertUnits(places=(place,), span=SPAN, new=new, announced=(place.parent().child(Step(Level.SATZ)),))
    try:
        changed = consolidate(document, [there]).document
    except DoesNotApply:
        return
    (made,) = [path for path, unit in changed.walk() if unit.text == new.text]
    assert consolidate(changed, [Repeal(places=(citation_of(changed, made),), span=SPAN)], 2).document == document


@unhurried
@given(documents(), st.data())
def test_numbers_moved_there_and_back_are_the_identity(document: Provision, data: st.DataObject) -> None:
    """Apply, then revert: the old text. All units of one kind in one place move by one, at once."""
    units = [(path, unit) for path, unit in document.walk() if unit.level in (Level.ABSATZ, *ITEMS) and unit.number]
    assume(units)
    path, unit = data.draw(st.sampled_from(units))
    like = [child for child in document.at(path[:-1]).children if child.level is unit.level]
    around = citation_of(document, path[:-1])
    numbers = [child.number for child in like]
    assume(len(like) == len(document.at(path[:-1]).children))
    old = tuple(around.child(Step(unit.level, number)) for number in numbers)
    new = tuple(around.child(Step(unit.level, number)) for number in [*numbers[1:], after(numbers[-1])])
    try:
        changed = consolidate(document, [Renumber(places=old, span=SPAN, to=new)]).document
    except DoesNotApply:
        return
    assert [child.number for child in changed.at(path[:-1]).children] == [*numbers[1:], after(numbers[-1])]
    assert consolidate(changed, [Renumber(places=new, span=SPAN, to=old)], 2).document == document


@unhurried
@given(documents(), st.data())
def test_what_is_consolidated_prints_and_reads_back(document: Provision, data: st.DataObject) -> None:
    """What is parsed can be printed back identically, also after units came and went (DESIGN, tenet 5)."""
    units = [(p, u) for p, u in document.walk() if u.level in (Level.ABSATZ, Level.PARAGRAF, *ITEMS) and u.number]
    assume(units)
    path, _unit = data.draw(st.sampled_from(units))
    place = (citation_of(document, path),)
    new = NewText("Ein neuer Satz. Noch ein neuer Satz.", SPAN)
    commands: list[Command] = [
        Repeal(places=place, span=SPAN),
        Recast(places=place, span=SPAN, new=new),
        AppendUnits(places=place, span=SPAN, new=new, announced=(Citation((Step(Level.SATZ),)),)),
        InsertUnits(places=(citation_of(document, path).child(Step(Level.SATZ, "1")),), span=SPAN, new=new),
    ]
    command = data.draw(st.sampled_from(commands))
    try:
        changed = consolidate(document, [command]).document
    except DoesNotApply:
        return
    printed = format_document(changed)
    assert parse(Source("text", printed)).document == changed

"""Versions: the text of every day is the base text after what is in force on it, in its order."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from regelwerk.citations import parse_citation
from regelwerk.commands import InsertWords, ReplaceWords, Words
from regelwerk.consolidation import consolidate
from regelwerk.diagnostics import DoesNotApply, Source
from regelwerk.provision import Origin, Provision
from regelwerk.rulebook.register import Act, ActKind, Order, Text, TextKind
from regelwerk.rulebook.timeline import Commands, Measure, Version, Whole, other_by_adoption, sequence, versions
from regelwerk.structure import format_document, parse

BASE = """\
Ordnung

§ 1 Rat
    Der Rat tagt jährlich.

§ 2 Vorsitz
    Der Vorsitz dauert ein Jahr.
"""
START = date(2010, 1, 1)
RECORDED = datetime(2026, 1, 1, tzinfo=UTC)
SEAL = "0" * 64


def whole(text: str, kind: TextKind = TextKind.BASE, number: str = "0", day: date = START, act: int = 0) -> Whole:
    source = Source(f"{number}.txt", text)
    entry = Text(kind=kind, number=number, file=source.name, sha256=SEAL, recorded=RECORDED, result=SEAL, in_force=day)
    return Whole(entry, act, day, None, parse(source).document, source)


def act(
    number: int,
    day: date,
    *commands: ReplaceWords | InsertWords,
    until: date | None = None,
    adopted: date | None = None,
    kind: ActKind = ActKind.AMENDMENT,
    order: Order = Order.IN_FORCE,
    measure: int | None = None,
) -> Commands:
    entry = Act(
        kind=kind,
        number=str(number),
        file=f"{number}.txt",
        sha256=SEAL,
        recorded=RECORDED,
        result=SEAL,
        in_force=day,
        adopted=adopted,
        order=order,
    )
    return Commands(entry, number if measure is None else measure, day, until, commands)


def replace(place: str, old: str, new: str) -> ReplaceWords:
    span = Source("act", f"{old} {new}").span()
    return ReplaceWords(places=(parse_citation(place),), span=span, pairs=((Words(old, span), new),))


def insert(place: str, anchor: str, new: str) -> InsertWords:
    span = Source("act", f"{anchor} {new}").span()
    return InsertWords(places=(parse_citation(place),), span=span, anchor=Words(anchor, span), words=new)


def words(document: Provision, paragraf: int) -> str:
    return document.children[paragraf - 1].children[0].text


def told(found: tuple[Version, ...], paragraf: int = 1) -> list[tuple[str, str, str, str]]:
    return [
        (v.entry.number, v.in_force.isoformat(), v.until.isoformat() if v.until else "", words(v.document, paragraf))
        for v in found
    ]


def test_each_measure_makes_a_version_until_the_next():
    found = versions(
        [
            whole(BASE),
            act(1, date(2015, 5, 1), replace("§ 1", "jährlich", "monatlich")),
            act(2, date(2020, 5, 1), replace("§ 1", "monatlich", "wöchentlich")),
        ]
    )
    assert told(found) == [
        ("0", "2010-01-01", "2015-05-01", "Der Rat tagt jährlich."),
        ("1", "2015-05-01", "2020-05-01", "Der Rat tagt monatlich."),
        ("2", "2020-05-01", "", "Der Rat tagt wöchentlich."),
    ]
    assert [[effect.command.kind for effect in version.effects] for version in found] == [
        [],
        ["replace-words"],
        ["replace-words"],
    ]


def test_on_one_day_by_number_and_the_first_of_them_counts_on_no_day():
    day = date(2015, 5, 1)
    later, earlier = act(10, day, insert("§ 1", "Rat", "zehn")), act(2, day, insert("§ 1", "Rat", "zwei"))
    found = versions([whole(BASE), later, earlier])
    assert told(found)[1:] == [
        ("2", "2015-05-01", "2015-05-01", "Der Rat zwei tagt jährlich."),
        ("10", "2015-05-01", "", "Der Rat zehn zwei tagt jährlich."),
    ]
    assert [version.entry.number for version in found if version.counts_on(day)] == ["10"]


def test_what_ends_leaves_no_trace_and_the_version_says_whose_end_made_it():
    temporary = act(1, date(2015, 1, 1), replace("§ 1", "jährlich", "monatlich"), until=date(2015, 12, 31))
    found = versions([whole(BASE), temporary, act(2, date(2015, 6, 1), replace("§ 2", "ein Jahr", "zwei Jahre"))])
    assert told(found) == [
        ("0", "2010-01-01", "2015-01-01", "Der Rat tagt jährlich."),
        ("1", "2015-01-01", "2015-06-01", "Der Rat tagt monatlich."),
        ("2", "2015-06-01", "2016-01-01", "Der Rat tagt monatlich."),
        ("1", "2016-01-01", "", "Der Rat tagt jährlich."),
    ]
    assert [version.expired for version in found] == [False, False, False, True]
    assert words(found[-1].document, 2) == "Der Vorsitz dauert zwei Jahre."
    assert [str(effect.after) for effect in found[-1].effects] == ["§ 1 Satz 1"]


def test_a_correction_follows_what_it_corrects_though_it_was_recorded_later():
    found = versions(
        [
            whole(BASE),
            act(1, date(2015, 1, 1), replace("§ 1", "jährlich", "monatlih")),
            act(2, date(2016, 1, 1), replace("§ 1", "monatlich", "wöchentlich")),
            act(1, date(2015, 1, 1), replace("§ 1", "monatlih", "monatlich"), kind=ActKind.CORRIGENDUM, measure=3),
        ]
    )
    assert told(found)[1:] == [
        ("1", "2015-01-01", "2015-01-01", "Der Rat tagt monatlih."),
        ("1", "2015-01-01", "2016-01-01", "Der Rat tagt monatlich."),
        ("2", "2016-01-01", "", "Der Rat tagt wöchentlich."),
    ]


def test_a_full_text_keeps_the_identity_of_what_it_holds():
    published = BASE.replace("jährlich", "monatlich") + "\n§ 3 Kasse\n    Die Kasse führt das Amt.\n"
    base = whole(BASE)
    found = versions([base, whole(published, TextKind.FULL_TEXT, "2", date(2015, 1, 1), act=1)])
    text = found[1].document
    assert format_document(text) == published
    assert [unit.origin for unit in text.children[:2]] == [unit.origin for unit in base.document.children]
    assert text.children[2].origin == Origin(1, 1)
    assert [(str(e.after), e.command.kind) for e in found[1].effects] == [
        ("§ 1 Satz 1", "recast"),
        ("§ 3", "recast"),
    ]


def test_by_decision_an_act_comes_after_all_that_were_adopted_before_it():
    first = act(1, date(2020, 1, 1), insert("§ 1", "Rat", "eins"), adopted=date(2014, 1, 1))
    second = act(2, date(2015, 1, 1), insert("§ 1", "Rat", "zwei"), adopted=date(2014, 6, 1), order=Order.ADOPTION)
    measures = [whole(BASE), first, second]
    assert [m.entry.number for m in sequence(measures, date(2021, 1, 1))] == ["0", "1", "2"]
    assert told(versions(measures)) == [
        ("0", "2010-01-01", "2015-01-01", "Der Rat tagt jährlich."),
        ("2", "2015-01-01", "2020-01-01", "Der Rat zwei tagt jährlich."),
        ("1", "2020-01-01", "", "Der Rat zwei eins tagt jährlich."),
    ]


def test_acts_adopted_on_one_day_have_no_other_order():
    day = date(2014, 1, 1)
    first = act(1, date(2015, 1, 1), insert("§ 1", "Rat", "eins"), adopted=day)
    second = act(2, date(2015, 1, 1), insert("§ 1", "Rat", "zwei"), adopted=day)
    measures = [whole(BASE), first, second]
    assert [other_by_adoption(measures, measure.entry) for measure in (first, second)] == [None, None]


def test_the_first_day_on_which_the_order_of_adoption_gives_another_text_is_found():
    first = act(1, date(2020, 1, 1), insert("§ 1", "Rat", "eins"), adopted=date(2014, 1, 1))
    second = act(2, date(2015, 1, 1), insert("§ 1", "Rat", "zwei"), adopted=date(2014, 6, 1))
    assert other_by_adoption([whole(BASE), first, second], second.entry) == date(2020, 1, 1)
    elsewhere = act(2, date(2015, 1, 1), insert("§ 2", "Vorsitz", "zwei"), adopted=date(2014, 6, 1))
    assert other_by_adoption([whole(BASE), first, elsewhere], elsewhere.entry) is None


def test_a_repeal_ends_the_last_version_and_what_would_come_after_it_never_counts():
    late = act(1, date(2030, 1, 1), replace("§ 1", "jährlich", "monatlich"))
    assert told(versions([whole(BASE), late], repealed=date(2025, 7, 1))) == [
        ("0", "2010-01-01", "2025-07-01", "Der Rat tagt jährlich.")
    ]


def test_a_command_that_does_not_fit_on_its_day_is_refused():
    with pytest.raises(DoesNotApply) as error:
        versions([whole(BASE), act(1, date(2015, 1, 1), replace("§ 1", "täglich", "monatlich"))])
    assert str(error.value) == (
        "act:1:1: „täglich“ does not stand in § 1.\n  |\n1 | täglich monatlich\n  | ^^^^^^^^^^^^^^^^^\n"
        "  = hint: § 1 reads: „Der Rat tagt jährlich.“"
    )


ACTS = st.lists(
    st.tuples(
        st.integers(0, 15),  # day of entry into force
        st.none() | st.integers(0, 15),  # days it counts
        st.integers(1, 2),  # §
    ),
    max_size=5,
)


@settings(max_examples=100, deadline=None)
@given(ACTS)
def test_the_text_of_every_day_is_what_a_naive_computation_gives(acts: list[tuple[int, int | None, int]]):
    base = whole(BASE)
    made: list[Measure] = [
        act(
            number,
            START + timedelta(days=start),
            insert(f"§ {paragraf}", "Der", f"nr{number}"),
            until=None if length is None else START + timedelta(days=start + length),
        )
        for number, (start, length, paragraf) in enumerate(acts, 1)
    ]
    found = versions([base, *reversed(made)])
    for offset in range(34):
        day = START + timedelta(days=offset)
        (version,) = [version for version in found if version.counts_on(day)]
        text = base.document
        for measure in sorted(made, key=lambda m: (m.in_force, int(m.entry.number))):
            if measure.in_force <= day and (measure.until is None or day <= measure.until):
                text = consolidate(text, measure.commands, measure.act).document
        assert format_document(version.document) == format_document(text)

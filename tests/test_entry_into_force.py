"""When an act counts: what it says itself, what people know besides, and what must still be said."""

from __future__ import annotations

from datetime import date

import pytest

from regelwerk.amendment import parse_act
from regelwerk.diagnostics import Source
from regelwerk.rulebook.entry_into_force import Days, Known, LeftOpen, days_of
from regelwerk.rulebook.register import DatedPoints

ACT = """\
1. Änderung der Ordnung des Rates

Der Rat hat am 31. Januar 2024 beschlossen:

1. § 1 wird aufgehoben.
2. § 2 wird wie folgt geändert:
   a) Absatz 1 wird aufgehoben.
   b) Absatz 2 wird aufgehoben.
3. § 3 wird aufgehoben.

{clause}
"""
PUBLISHED = Known(promulgated=date(2024, 2, 10))


def days(clause: str, known: Known = PUBLISHED) -> Days:
    source = Source("akte.txt", ACT.format(clause=clause))
    (amendment,) = parse_act(source).amendments
    return days_of(amendment, known, source.span(0, 0))


def whole(year: int, month: int, day: int) -> Days:
    return Days(date(year, month, day), None, ())


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("Diese Änderung tritt am 1. März 2024 in Kraft.", whole(2024, 3, 1)),
        ("Diese Änderung tritt rückwirkend zum 1. Januar 2023 in Kraft.", whole(2023, 1, 1)),
        ("4. Diese Satzungsänderung tritt am 1. März 2024 in Kraft.", whole(2024, 3, 1)),
        ("Diese Änderung tritt mit der Beschlussfassung in Kraft.", whole(2024, 1, 31)),
        ("Diese Änderung tritt am Tag nach der Beschlussfassung in Kraft.", whole(2024, 2, 1)),
        ("Diese Änderung tritt am Tag der Bekanntmachung in Kraft.", whole(2024, 2, 10)),
        ("Diese Änderung tritt am Tag nach der Bekanntmachung in Kraft.", whole(2024, 2, 11)),
        ("Diese Änderung tritt am Ersten des auf die Bekanntmachung folgenden Monats in Kraft.", whole(2024, 3, 1)),
    ],
)
def test_what_the_act_says(clause: str, expected: Days):
    assert days(clause) == expected


def test_the_end_of_the_year_is_no_obstacle():
    clause = "Diese Änderung tritt am Ersten des auf die Bekanntmachung folgenden Monats in Kraft."
    assert days(clause, Known(promulgated=date(2024, 12, 31))) == whole(2025, 1, 1)


@pytest.mark.parametrize(
    ("named", "points"),
    [
        ("Nummer 3", ("3",)),
        ("Nummer 2 Buchstabe b", ("2 b",)),
        ("Die Nummern 1 und 3", ("1", "3")),
        ("Nummern 1 bis 3", ("1", "2", "3")),
    ],
)
def test_points_with_days_of_their_own(named: str, points: tuple[str, ...]):
    verb = "tritt" if len(points) == 1 else "treten"
    clause = f"{named} {verb} am 1. Juli 2025 in Kraft, im Übrigen tritt die Änderung am 1. März 2024 in Kraft."
    assert days(clause) == Days(date(2024, 3, 1), None, (DatedPoints(points, date(2025, 7, 1)),))


@pytest.mark.parametrize("named", ["Nummer 3", "die Nummern 1 und 3"])
def test_points_with_a_day_of_their_own_after_the_verb(named: str):
    verb = "tritt" if named == "Nummer 3" else "treten"
    clause = f"Diese Änderung tritt am 1. März 2024 in Kraft. Abweichend davon {verb} {named} am 1. Juli 2025 in Kraft."
    points = ("3",) if named == "Nummer 3" else ("1", "3")
    assert days(clause) == Days(date(2024, 3, 1), None, (DatedPoints(points, date(2025, 7, 1)),))


@pytest.mark.parametrize(
    ("end", "last"),
    [
        ("mit Ablauf des 31. Dezember 2027", date(2027, 12, 31)),
        ("am 31. Dezember 2027", date(2027, 12, 30)),
        ("mit Wirkung vom 1. Januar 2028", date(2027, 12, 31)),
    ],
)
def test_the_last_day_of_an_act_that_ends(end: str, last: date):
    clause = f"Diese Änderung tritt am 1. März 2024 in Kraft und {end} außer Kraft."
    assert days(clause) == Days(date(2024, 3, 1), last, ())


def test_points_that_end():
    clause = (
        "Diese Änderung tritt am 1. März 2024 in Kraft. Nummer 3 tritt am 1. Juli 2025 in Kraft. "
        "Die Nummern 1 und 3 treten mit Ablauf des 31. Dezember 2027 außer Kraft."
    )
    last = date(2027, 12, 31)
    parts = (DatedPoints(("3",), date(2025, 7, 1), last), DatedPoints(("1",), date(2024, 3, 1), last))
    assert days(clause) == Days(date(2024, 3, 1), None, parts)


TEMPORARY = """\
1. Änderung der Ordnung des Rates

1. Nach § 6 wird folgender § 6a eingefügt:
   „§ 6a Videositzungen
   Der Rat darf per Video tagen.“
2. In § 7 wird folgender Absatz 3 eingefügt:
   „(3) Gäste werden eingeladen.“
3. In § 8 wird das Wort „vier“ durch das Wort „fünf“ ersetzt. {more}

Diese Änderung tritt am 1. März 2024 in Kraft. {clause}
"""


def days_of_temporary(clause: str, more: str = "") -> Days:
    source = Source("akte.txt", TEMPORARY.format(clause=clause, more=more))
    (amendment,) = parse_act(source).amendments
    return days_of(amendment, PUBLISHED, source.span(0, 0))


@pytest.mark.parametrize(
    ("clause", "part"),
    [
        (
            "§ 6a tritt am 1. Januar 2027 außer Kraft.",
            DatedPoints(("1",), date(2024, 3, 1), date(2026, 12, 31)),
        ),
        (
            "§ 6a tritt am 1. Juli 2024 in Kraft und mit Ablauf des 31. Dezember 2027 außer Kraft.",
            DatedPoints(("1",), date(2024, 7, 1), date(2027, 12, 31)),
        ),
        (
            "§ 7 Absatz 3 tritt mit Ablauf des 31. Dezember 2027 außer Kraft.",
            DatedPoints(("2",), date(2024, 3, 1), date(2027, 12, 31)),
        ),
    ],
)
def test_a_new_unit_with_days_of_its_own(clause: str, part: DatedPoints):
    assert days_of_temporary(clause) == Days(date(2024, 3, 1), None, (part,))


@pytest.mark.parametrize(
    ("unit", "more"),
    [
        ("§ 7", ""),
        ("§ 6a Absatz 1", ""),
        ("§ 8", ""),
        ("§ 6a", "\n4. In § 6a wird das Wort „Video“ durch das Wort „Bild“ ersetzt."),
    ],
    ids=["more than is new", "less than is new", "nothing new", "changed again"],
)
def test_a_unit_that_is_no_single_point_is_left_open(unit: str, more: str):
    with pytest.raises(LeftOpen) as error:
        days_of_temporary(f"{unit} tritt am 1. Januar 2027 außer Kraft.", more)
    assert str(error.value).splitlines()[0] == (
        f"akte.txt:1:1: It is not clear which points „{unit}“ means, which end on a day of their own."
    )


def test_what_people_know_goes_before_what_the_act_says():
    known = Known(in_force=date(2024, 5, 1), until=date(2024, 12, 31), part=(DatedPoints(("3",), date(2024, 6, 1)),))
    clause = "Diese Änderung tritt am 1. März 2024 in Kraft und mit Ablauf des 31. Dezember 2024 außer Kraft."
    assert days(clause, known) == Days(date(2024, 5, 1), date(2024, 12, 31), known.part)


@pytest.mark.parametrize(
    ("clause", "known", "told"),
    [
        (
            "",
            PUBLISHED,
            "The act does not say when it comes into force.\n"
            "  |\n1 | 1. Änderung der Ordnung des Rates\n  | ^\n"
            "  = hint: Say the first day on which it counts: --in-force 2024-01-31.",
        ),
        (
            "Diese Änderung tritt am Tag nach der Bekanntmachung in Kraft.",
            Known(),
            "The act comes into force with its promulgation, but does not say when that was.\n"
            "  |\n1 | 1. Änderung der Ordnung des Rates\n  | ^\n"
            "  = hint: Say the day: --promulgated 2024-01-31.",
        ),
        (
            "Diese Änderung tritt mit der Genehmigung durch die Aufsicht in Kraft.",
            PUBLISHED,
            "The day on which the act comes into force depends: „mit der Genehmigung durch die Aufsicht“.\n"
            "  |\n1 | 1. Änderung der Ordnung des Rates\n  | ^\n"
            "  = hint: When it is known, say the first day: --in-force 2024-01-31.",
        ),
        (
            "Nummer 7 tritt am 1. Juli 2025 in Kraft, im Übrigen tritt die Änderung am 1. März 2024 in Kraft.",
            PUBLISHED,
            "It is not clear which points „Nummer 7“ means, which come into force on another day.\n"
            "  |\n1 | 1. Änderung der Ordnung des Rates\n  | ^\n"
            '  = hint: Say them: --part "3=2024-01-31".',
        ),
        (
            "Diese Änderung tritt am 1. März 2024 in Kraft und zum 31. Dezember 2024 außer Kraft.",
            PUBLISHED,
            "The act says of its end: „zum 31. Dezember 2024“; that is no certain day.\n"
            "  |\n1 | 1. Änderung der Ordnung des Rates\n  | ^\n"
            "  = hint: Say the last day on which it counts: --until 2025-12-31.",
        ),
        (
            "Diese Änderung tritt am 1. März 2024 in Kraft. § 6a tritt mit Ablauf des 31. Dezember 2024 außer Kraft.",
            PUBLISHED,
            "It is not clear which points „§ 6a“ means, which end on a day of their own.\n"
            "  |\n1 | 1. Änderung der Ordnung des Rates\n  | ^\n"
            '  = hint: Say them: --part "3=2024-01-01..2025-12-31".',
        ),
        (
            "Diese Änderung tritt am 1. März 2024 in Kraft. Nummer 3 tritt zum 31. Dezember 2024 außer Kraft.",
            PUBLISHED,
            "The act says of the end of Nummer 3: „zum 31. Dezember 2024“; that is no certain day.\n"
            "  |\n1 | 1. Änderung der Ordnung des Rates\n  | ^\n"
            '  = hint: Say the last day: --part "3=2024-01-01..2025-12-31".',
        ),
        (
            "Diese Änderung tritt am 1. März 2024 in Kraft. Nummer 2 tritt am 1. April 2024 in Kraft. "
            "Nummer 2 Buchstabe b tritt mit Ablauf des 31. Dezember 2024 außer Kraft.",
            PUBLISHED,
            "Point 2 b is part of another one that has days of its own.\n"
            "  |\n1 | 1. Änderung der Ordnung des Rates\n  | ^\n"
            '  = hint: Say the days of all of them: --part "3=2024-01-31".',
        ),
    ],
)
def test_what_is_left_open_must_be_said(clause: str, known: Known, told: str):
    with pytest.raises(LeftOpen) as error:
        days(clause, known)
    assert str(error.value) == f"akte.txt:1:1: {told}"


@pytest.mark.parametrize(
    ("named", "part"),
    [("Artikel 1 Nummer 2", (DatedPoints(("2",), date(2025, 7, 1)),)), ("Artikel 1", ())],
)
def test_the_only_article_with_commands_need_not_be_named_in_its_points(named: str, part: tuple[DatedPoints, ...]):
    source = Source(
        "akte.txt",
        f"""\
1. Änderung der Ordnung des Rates

Artikel 1
1. § 1 wird aufgehoben.
2. § 2 wird aufgehoben.

Artikel 2
Inkrafttreten
{"Diese Änderung tritt am 1. März 2024 in Kraft. " if part else ""}{named} tritt am 1. Juli 2025 in Kraft.
""",
    )
    (amendment,) = parse_act(source).amendments
    first = date(2024, 3, 1) if part else date(2025, 7, 1)
    assert days_of(amendment, Known(), source.span(0, 0)) == Days(first, None, part)


TWO_ARTICLES = """\
1. Änderung der Ordnung des Rates

Artikel 1
1. § 1 wird aufgehoben.
2. § 2 wird aufgehoben.

Artikel 2
1. § 7 wird aufgehoben.

Artikel 3
Inkrafttreten
Diese Änderung tritt am 1. März 2024 in Kraft. {clause}
"""


@pytest.mark.parametrize(
    ("clause", "part"),
    [
        ("Artikel 2 tritt am 1. Juli 2025 in Kraft.", (DatedPoints(("Artikel 2",), date(2025, 7, 1)),)),
        ("Artikel 1 Nummer 2 tritt am 1. Juli 2025 in Kraft.", (DatedPoints(("Artikel 1 2",), date(2025, 7, 1)),)),
        ("Artikel 3 tritt am 1. Juli 2025 in Kraft.", ()),
    ],
)
def test_articles_about_one_text_have_days_of_their_own(clause: str, part: tuple[DatedPoints, ...]):
    source = Source("akte.txt", TWO_ARTICLES.format(clause=clause))
    (amendment,) = parse_act(source).amendments
    assert days_of(amendment, Known(), source.span(0, 0)) == Days(date(2024, 3, 1), None, part)


@pytest.mark.parametrize("named", ["§ 2", "§ 7", "Artikel 7", "Artikel 2 und 3"])
def test_a_place_of_the_text_is_no_article_of_the_act(named: str):
    source = Source("akte.txt", TWO_ARTICLES.format(clause=f"{named} tritt am 1. Juli 2025 in Kraft."))
    (amendment,) = parse_act(source).amendments
    with pytest.raises(LeftOpen, match="It is not clear which points"):
        days_of(amendment, Known(), source.span(0, 0))


def test_in_an_act_for_several_texts_only_the_own_article_counts():
    source = Source(
        "akte.txt",
        """\
Beschluss zur Änderung zweier Ordnungen

Artikel 1
Änderung der Ordnung des Rates
1. § 1 wird aufgehoben.

Artikel 2
Änderung der Satzung des Vereins
1. § 2 wird aufgehoben.

Artikel 3
Inkrafttreten
Artikel 2 tritt am 1. Juli 2025 in Kraft. Im Übrigen tritt dieser Beschluss am 1. März 2024 in Kraft.
""",
    )
    act = parse_act(source)
    found = [days_of(amendment, Known(), source.span(0, 0)) for amendment in act.amendments[:1]]
    assert found == [whole(2024, 3, 1)]

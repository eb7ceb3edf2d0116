"""Data about an act: title, number, decision, last change, entry into force, dates."""

from __future__ import annotations

from datetime import date

import pytest

from regelwerk.amendment import parse_act
from regelwerk.amendment.dates import find_dates
from regelwerk.amendment.inforce import InForce, Occasion, OnCondition, OnDate, OnOccasion, Rule, read_in_force
from regelwerk.amendment.metadata import adopted_on, last_change_of, named_in_title, number_of_act, title_of
from regelwerk.diagnostics import Source


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("am 3. Mai 2020", date(2020, 5, 3)),
        ("vom 03.05.2020", date(2020, 5, 3)),
        ("vom 8. 5. 2000", date(2000, 5, 8)),
        ("am 1. Sept. 1999", date(1999, 9, 1)),
        ("am 1. Jänner 2001", date(2001, 1, 1)),
    ],
)
def test_dates(text: str, day: date) -> None:
    assert find_dates(text) == (day,)


def test_a_day_that_does_not_exist_is_no_date() -> None:
    assert find_dates("am 31. Februar 2020") == ()


@pytest.mark.parametrize(
    ("title", "number"),
    [
        ("Zweite Änderung der Geschäftsordnung", "2"),
        ("DRITTE SATZUNG ZUR ÄNDERUNG DER ORDNUNG", "3"),
        ("2. Änderungssatzung", "2"),
        ("4. Satzung zur Änderung der Hauptsatzung", "4"),
        ("II. Nachtrag zur Hauptsatzung", "2"),
        ("IX. Nachtragssatzung", "9"),
        ("Siebzehnte Änderung der Ordnung", "17"),
        ("Änderung Nr. 12 der Ordnung", "12"),
        ("Änderung der Geschäftsordnung", None),
    ],
)
def test_number_of_an_act(title: str, number: str | None) -> None:
    assert number_of_act((title,)) == number


def test_the_title_is_the_line_that_speaks_of_a_change() -> None:
    assert (
        title_of(["Amtsblatt Moorau", "Antragstext:", "Dritte Änderung\nder Hausordnung"])
        == "Dritte Änderung der Hausordnung"
    )
    assert title_of(["Mehr Ruhe", "Vom Rat"]) == "Mehr Ruhe"


def test_a_title_goes_on_in_a_line_in_lower_case() -> None:
    lines = ["Änderung der Satzung über die Erhebung einer Steuer", "in der Stadt Moorau", "vom Rat: beschlossen"]
    assert title_of(lines) == "Änderung der Satzung über die Erhebung einer Steuer in der Stadt Moorau"


def test_without_lines_there_is_no_title() -> None:
    assert title_of([]) == ""


def test_a_title_may_name_the_text() -> None:
    assert (
        named_in_title("1. Änderung der Geschäftsordnung des Beirats vom 3. Mai 2010") == "Geschäftsordnung des Beirats"
    )
    assert named_in_title("Mehr Ruhe") == ""


@pytest.mark.parametrize(
    "text",
    [
        "Der Rat hat in seiner Sitzung am 5. Mai 2021 beschlossen:",
        "Aufgrund des § 5 der Ordnung vom 1. März 2005, zuletzt geändert am 2. April 2006, hat der Rat am 5. Mai 2021 "
        "folgende Satzung beschlossen:",
        "Beschluss der 3. Tagung vom 5. Mai 2021",
        "Beschlossen durch die Versammlung am 05.05.2021",
    ],
)
def test_day_of_the_decision(text: str) -> None:
    assert adopted_on((text,)) == date(2021, 5, 5)


def test_dates_of_laws_are_no_decisions() -> None:
    assert adopted_on(("Aufgrund des § 5 der Gemeindeordnung vom 1. März 2005 wird bekannt gemacht:",)) is None


@pytest.mark.parametrize(
    ("clause", "change"),
    [
        (
            "Die Ordnung vom 1. Mai 2010, zuletzt geändert durch Satzung vom 3. Mai 2020 (ABl.), wird geändert:",
            "durch Satzung vom 3. Mai 2020",
        ),
        (
            "Das Gesetz vom 1. Mai 2010, das zuletzt durch Artikel 2 des Gesetzes vom 3. Mai 2020 (BGBl. I S. 3) "
            "geändert worden ist, wird wie folgt geändert:",
            "durch Artikel 2 des Gesetzes vom 3. Mai 2020",
        ),
        (
            "Die Ordnung vom 1. Mai 2010, die durch Beschluss vom 3. Mai 2020 geändert worden ist, wird geändert:",
            "durch Beschluss vom 3. Mai 2020",
        ),
        ("Die Ordnung (zuletzt geändert am 3. Mai 2020) wird wie folgt geändert:", "am 3. Mai 2020"),
        ("Die Ordnung vom 1. Mai 2010 wird wie folgt geändert:", ""),
    ],
)
def test_last_change_in_a_citation_clause(clause: str, change: str) -> None:
    assert last_change_of(clause) == change


@pytest.mark.parametrize(
    ("sentence", "rules"),
    [
        ("Diese Änderung tritt am 1. Juli 2023 in Kraft.", (Rule(OnDate(date(2023, 7, 1))),)),
        ("Sie tritt rückwirkend zum 1. Januar 2022 in Kraft.", (Rule(OnDate(date(2022, 1, 1), retroactive=True)),)),
        (
            "Diese Satzung tritt am Tag nach ihrer Bekanntmachung in Kraft.",
            (Rule(OnOccasion(Occasion.DAY_AFTER_PROMULGATION)),),
        ),
        ("Sie tritt mit dem Tage der Veröffentlichung in Kraft.", (Rule(OnOccasion(Occasion.PROMULGATION)),)),
        ("Sie tritt am Tag nach der Beschlussfassung in Kraft.", (Rule(OnOccasion(Occasion.DAY_AFTER_ADOPTION)),)),
        ("Diese Änderung tritt sofort in Kraft.", (Rule(OnOccasion(Occasion.ADOPTION)),)),
        (
            "Sie tritt am ersten Tag des auf die Bekanntmachung folgenden Monats in Kraft.",
            (Rule(OnOccasion(Occasion.FIRST_OF_NEXT_MONTH)),),
        ),
        (
            "Sie tritt mit der Genehmigung durch den Kreis in Kraft.",
            (Rule(OnCondition("mit der Genehmigung durch den Kreis")),),
        ),
        (
            "Nummer 3 tritt am 1. Juli 2025, im Übrigen tritt diese Änderung sofort in Kraft.",
            (Rule(OnDate(date(2025, 7, 1)), "Nummer 3"), Rule(OnOccasion(Occasion.ADOPTION))),
        ),
        (
            "§ 6a tritt mit Ablauf des 31. Dezember 2026 außer Kraft.",
            (Rule(OnDate(date(2027, 1, 1)), "§ 6a", ends=True),),
        ),
        (
            "Sie tritt mit Wirkung vom 1. Januar 2020 in Kraft und mit Ablauf des 31. Dezember 2025 außer Kraft.",
            (Rule(OnDate(date(2020, 1, 1))), Rule(OnDate(date(2026, 1, 1)), ends=True)),
        ),
        (
            "Sie tritt am 1. Januar 2020 in Kraft und am 31. Dezember 2025 wieder außer Kraft.",
            (Rule(OnDate(date(2020, 1, 1))), Rule(OnDate(date(2025, 12, 31)), ends=True)),
        ),
        (
            "Sie tritt zum 1. Januar 2020 in Kraft und zum 31. Dezember 2025 außer Kraft.",
            (Rule(OnDate(date(2020, 1, 1))), Rule(OnCondition("zum 31. Dezember 2025"), ends=True)),
        ),
        (
            "Diese Änderung tritt am 1. Januar 2020 in Kraft und gilt bis zum 31. Dezember 2025.",
            (Rule(OnDate(date(2020, 1, 1))), Rule(OnDate(date(2026, 1, 1)), ends=True)),
        ),
        (
            "Sie tritt am 1. Januar 2020 in Kraft und verliert zwei Jahre danach ihre Gültigkeit.",
            (
                Rule(OnDate(date(2020, 1, 1))),
                Rule(OnCondition("verliert zwei Jahre danach ihre Gültigkeit"), ends=True),
            ),
        ),
        (
            "Sie tritt am 1. Januar 2020 in Kraft und gilt bis zur Wahl des neuen Rates.",
            (Rule(OnDate(date(2020, 1, 1))), Rule(OnCondition("gilt bis zur Wahl des neuen Rates"), ends=True)),
        ),
        (
            "Sie tritt am 1. Januar 2020 in Kraft und gilt für alle laufenden Verfahren.",
            (Rule(OnDate(date(2020, 1, 1))),),
        ),
        ("Sie tritt mit Ablauf des 31. Dezember 2019 in Kraft.", (Rule(OnDate(date(2020, 1, 1))),)),
        (
            "Mit Inkrafttreten dieser Ordnung tritt die Ordnung vom 2. Mai 2010 außer Kraft.",
            (Rule(OnCondition("Mit Inkrafttreten dieser Ordnung"), "die Ordnung vom 2. Mai 2010", ends=True),),
        ),
        (
            "Die Nummern 3 und 4 treten eine Woche nach der Bekanntmachung in Kraft.",
            (Rule(OnCondition("eine Woche nach der Bekanntmachung"), "Die Nummern 3 und 4"),),
        ),
        (
            "Die 2. Änderungssatzung tritt am ersten Tag des zweiten auf die Bekanntmachung folgenden Monats in Kraft.",
            (Rule(OnCondition("am ersten Tag des zweiten auf die Bekanntmachung folgenden Monats")),),
        ),
        ("Diese Änderung gilt ab sofort.", (Rule(OnOccasion(Occasion.ADOPTION)),)),
        ("Sie tritt an einem Tag in Kraft, den der Vorstand bestimmt.", (Rule(OnCondition("an einem Tag")),)),
    ],
)
def test_entry_into_force(sentence: str, rules: tuple[Rule, ...]) -> None:
    assert read_in_force((sentence,)) == InForce(rules)


def test_an_act_may_say_nothing_of_its_time() -> None:
    assert read_in_force(()) is None


@pytest.mark.parametrize(
    "after",
    [
        "Die Gartenordnung wird wie folgt geändert:\n\n1. ",
        "Beschlossen am 20. März 2021\n\n",
        "Der Verein beschließt:\n",
    ],
)
def test_the_abbreviation_of_an_association_ends_its_title(after: str) -> None:
    act = parse_act(
        Source("act", f"Dritte Änderung der Gartenordnung des Vereins Moor e. V.\n\n{after}§ 3 entfällt.\n")
    )
    assert act.amendments[0].title == "Dritte Änderung der Gartenordnung des Vereins Moor e. V."
    assert [command.kind for command in act.amendments[0].commands] == ["repeal"]

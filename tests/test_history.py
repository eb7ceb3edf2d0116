"""The rulebook: the text of any day, what was known on a day, and what became of one place and of each word."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from regelwerk.citations import parse_citation
from regelwerk.consolidation import Effect
from regelwerk.diagnostics import DoesNotApply, NotUnderstood, Source
from regelwerk.provision import Provision, citation_of
from regelwerk.rulebook.footnotes import Undocumented, footnotes
from regelwerk.rulebook.history import Rulebook, find, stages
from regelwerk.rulebook.provenance import Runs, provenance
from regelwerk.rulebook.register import Act, ActKind, DatedPoints, Entry, Register, Retraction, Text, TextKind

SEAL = "0" * 64
BASE = """\
Ordnung des Beirats

§ 1 Sitzungen
(1) Der Beirat tagt zweimal im Jahr.
(2) Er tagt öffentlich.

§ 2 Vorsitz
    Der Vorsitz dauert ein Jahr.
"""
FIRST = """\
1. Änderung der Ordnung des Beirats

1. § 1 wird wie folgt geändert:
   a) In Absatz 1 wird das Wort „zweimal“ durch das Wort „dreimal“ ersetzt.
   b) Nach Absatz 1 wird folgender Absatz 2 eingefügt:
      „(2) Die Einladung ergeht schriftlich.“
   c) Der bisherige Absatz 2 wird Absatz 3.
2. In § 2 werden die Wörter „ein Jahr“ durch die Wörter „zwei Jahre“ ersetzt.
"""
SECOND = """\
2. Änderung der Ordnung des Beirats

1. In § 1 Absatz 3 wird das Wort „öffentlich“ durch das Wort „vertraulich“ ersetzt.
2. In § 1 Absatz 1 werden nach dem Wort „Beirat“ die Wörter „des Amtes“ eingefügt.
"""
PUBLISHED = """\
Ordnung des Beirats

§ 1 Sitzungen
(1) Der Beirat tagt fünfmal im Jahr.
(2) Er tagt öffentlich.

§ 2 Vorsitz
    Der Vorsitz dauert ein Jahr.
"""
FILES = {
    "documents/ordnung/base.txt": BASE,
    "documents/ordnung/published.txt": PUBLISHED,
    "amendments/ordnung/01.txt": FIRST,
    "amendments/ordnung/02.txt": SECOND,
}


def recorded(day: int) -> datetime:
    return datetime(2026, 3, day, 9, 30, tzinfo=UTC)


def text(kind: TextKind, number: str, file: str, day: date, known: int = 1) -> Text:
    return Text(kind=kind, number=number, file=file, sha256=SEAL, result=SEAL, recorded=recorded(known), in_force=day)


def act(number: str, day: date, known: int = 1, part: tuple[DatedPoints, ...] = ()) -> Act:
    return Act(
        kind=ActKind.AMENDMENT,
        number=number,
        file=f"0{number}.txt",
        sha256=SEAL,
        result=SEAL,
        recorded=recorded(known),
        in_force=day,
        part=part,
    )


def rulebook(*entries: Entry) -> Rulebook:
    base = text(TextKind.BASE, "0", "base.txt", date(2010, 1, 1))
    return Rulebook(
        Register("ordnung", "Ordnung des Beirats", (base, *entries)), lambda path: Source(path, FILES[path])
    )


AMENDED = rulebook(act("1", date(2015, 1, 1), known=2), act("2", date(2020, 1, 1), known=3))


def unit(document: Provision, place: str) -> Provision:
    (path,) = find(document, parse_citation(place))
    return document.at(path)


def words(document: Provision, place: str) -> str:
    return unit(document, place).words()


def refusal(error: pytest.ExceptionInfo[DoesNotApply]) -> str:
    return str(error.value)


def test_the_text_of_a_day_is_that_of_the_version_in_force():
    told = [words(AMENDED.on(day).document, "§ 1 Absatz 1") for day in (date(2014, 12, 31), date(2015, 1, 1))]
    assert told == ["Der Beirat tagt zweimal im Jahr.", "Der Beirat tagt dreimal im Jahr."]
    assert words(AMENDED.last.document, "§ 1 Absatz 1") == "Der Beirat des Amtes tagt dreimal im Jahr."


def test_a_version_has_the_number_of_what_made_it():
    assert words(AMENDED.numbered("0").document, "§ 1 Absatz 2") == "Er tagt öffentlich."
    assert words(AMENDED.numbered("1").document, "§ 1 Absatz 2") == "Die Einladung ergeht schriftlich."
    with pytest.raises(DoesNotApply) as error:
        AMENDED.numbered("3")
    assert refusal(error) == "There is no version 3.\n  = hint: There are: 0, 1, 2."


def test_points_may_come_into_force_on_days_of_their_own():
    book = rulebook(act("1", date(2015, 1, 1), part=(DatedPoints(("1 b", "1 c"), date(2016, 1, 1)),)))
    assert [(version.in_force.year, words(version.document, "§ 1 Absatz 2")) for version in book.versions] == [
        (2010, "Er tagt öffentlich."),
        (2015, "Er tagt öffentlich."),
        (2016, "Die Einladung ergeht schriftlich."),
    ]
    assert book.numbered("1") == book.versions[-1]


def test_before_the_first_text_there_is_none():
    with pytest.raises(DoesNotApply) as error:
        AMENDED.on(date(2009, 12, 31))
    assert refusal(error) == "There was no text on 2009-12-31; the first counts from 2010-01-01."


def test_after_a_repeal_there_is_none():
    repeal = replace(act("3", date(2022, 7, 1)), kind=ActKind.REPEAL)
    book = rulebook(act("1", date(2015, 1, 1)), repeal)
    assert book.on(date(2022, 6, 30)).entry.number == "1"
    with pytest.raises(DoesNotApply) as error:
        book.on(date(2022, 7, 1))
    assert refusal(error) == ("There is no text on 2022-07-01; the rulebook was repealed with effect from 2022-07-01.")


def test_what_was_known_on_a_day_is_another_question_than_what_counted():
    assert AMENDED.known_on(date(2026, 3, 2)).on(date(2026, 3, 2)).entry.number == "1"
    assert AMENDED.on(date(2026, 3, 2)).entry.number == "2"
    with pytest.raises(DoesNotApply) as error:
        AMENDED.known_on(date(2026, 2, 28))
    assert refusal(error) == "Nothing was recorded on 2026-02-28; the base text was on 2026-03-01."


def test_what_was_taken_back_made_no_version():
    back = Retraction(number="2", result=SEAL, recorded=recorded(4), reason="verfrüht")
    book = rulebook(act("1", date(2015, 1, 1)), act("2", date(2020, 1, 1)), back)
    assert [version.entry.number for version in book.versions] == ["0", "1"]


def test_an_act_that_is_not_understood_is_refused(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(FILES, "amendments/ordnung/01.txt", "1. Änderung\n\n1. In § 1 wird das Wort „ein“ ersetzt.\n")
    with pytest.raises(NotUnderstood) as error:
        rulebook(act("1", date(2015, 1, 1))).versions  # noqa: B018
    assert str(error.value).startswith("amendments/ordnung/01.txt:3:")


def test_an_unknown_place_is_refused_with_the_nearest():
    with pytest.raises(DoesNotApply) as error:
        find(AMENDED.last.document, parse_citation("§ 1 Absatz 7"))
    assert refusal(error) == "§ 1 Absatz 7 does not exist in this version.\n  = hint: § 1 has Absatz 1, 2, 3."


def said(effect: Effect) -> str:
    return f"{effect.command.point} {effect.command.kind}"


def told(book: Rulebook, place: str) -> list[tuple[str, str, str, list[str]]]:
    origin = unit(book.last.document, place).origin
    assert origin
    return [
        (
            s.version.entry.number,
            str(s.before),
            str(s.after),
            [f"{e.command.point} {e.command.kind}" for e in s.effects],
        )
        for s in stages(book.versions, origin)
    ]


def test_a_place_is_followed_through_its_numbers():
    assert told(AMENDED, "§ 1 Absatz 3") == [
        ("0", "None", "§ 1 Absatz 2", []),
        ("1", "§ 1 Absatz 2", "§ 1 Absatz 3", ["1 c renumber"]),
        ("2", "§ 1 Absatz 3", "§ 1 Absatz 3", ["1 replace-words"]),
    ]


def test_a_place_begins_with_the_command_that_inserted_it_or_what_it_is_in():
    assert told(AMENDED, "§ 1 Absatz 2") == [("1", "None", "§ 1 Absatz 2", ["1 b insert-units"])]
    assert told(AMENDED, "§ 1 Absatz 2 Satz 1") == [("1", "None", "§ 1 Absatz 2 Satz 1", ["1 b insert-units"])]


def test_a_unit_that_holds_others_tells_of_them():
    assert [(number, effects) for number, _before, _after, effects in told(AMENDED, "§ 1")] == [
        ("0", []),
        ("1", ["1 a replace-words", "1 b insert-units", "1 c renumber"]),
        ("2", ["1 replace-words", "2 insert-words"]),
    ]


def runs(found: Runs) -> list[tuple[str, str, str]]:
    return [
        (run.text, run.cause.version.entry.number, run.cause.command.point if run.cause.command else "")
        for run in found.text
    ]


def test_each_word_has_the_command_that_brought_it():
    found = provenance(AMENDED.versions)
    sentence = unit(AMENDED.last.document, "§ 1 Absatz 1 Satz 1").origin
    assert sentence
    assert runs(found[sentence]) == [
        ("Der Beirat ", "0", ""),
        ("des Amtes ", "2", "2"),
        ("tagt ", "0", ""),
        ("dreimal", "1", "1 a"),
        (" im Jahr.", "0", ""),
    ]
    assert footnotes(AMENDED, AMENDED.last) == ()


def test_words_of_a_published_text_are_not_documented_until_its_acts_turn_up():
    book = rulebook(text(TextKind.FULL_TEXT, "2", "published.txt", date(2020, 1, 1)))
    (found,) = footnotes(book, book.last)
    assert isinstance(found, Undocumented)
    assert str(citation_of(book.last.document, found.path)) == "§ 1 Absatz 1 Satz 1"
    assert [run.text for run in found.runs] == ["fünfmal"]
    assert footnotes(book, book.versions[0]) == ()

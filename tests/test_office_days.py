"""Acts and points with days of their own: later, for a time, in another order, the end of all."""

from __future__ import annotations

from offices import FIRST, Office


def test_points_with_days_of_their_own_and_what_is_still_to_come(founded: Office):
    act = FIRST.replace(
        "Diese Änderung tritt am 1. Juni 2015 in Kraft.",
        "Nummer 2 tritt am 1. Januar 2030, im Übrigen tritt die Änderung am 1. Juni 2015 in Kraft.",
    ).replace("ersetzt.\n", "ersetzt.\n2. In § 2 werden die Wörter „ein Jahr“ durch die Wörter „zwei Jahre“ ersetzt.\n")
    founded.prints("apply", founded.paper("1.txt", act), "--yes")
    assert founded.lines("history")[2:6] == [
        "1  1. Änderung der Geschäftsordnung des Beirats",
        "   adopted 2015-05-03, in force 2015-06-01",
        "   point 2: in force 2030-01-01",
        "   changed: § 1 Absatz 1",
    ]
    assert founded.lines("show", "§ 2")[1:3] == [
        "Last changed by: 1. Änderung der Geschäftsordnung des Beirats, adopted 2015-05-03, in force 2015-06-01",
        "Adopted, not yet in force: 1. Änderung der Geschäftsordnung des Beirats; point 2: in force 2030-01-01",
    ]
    assert founded.lines("show", "§ 2")[-1].strip() == "Der Vorsitz dauert ein Jahr."
    assert founded.lines("show", "§ 2", "--on", "2030-01-01")[-1].strip() == "Der Vorsitz dauert zwei Jahre."


def test_a_temporary_act_ends(founded: Office):
    act = FIRST.replace("in Kraft.", "in Kraft und mit Ablauf des 31. Dezember 2016 außer Kraft.")
    code, err = founded.says("apply", founded.paper("1.txt", act), "--until", "2017-12-31", "--yes")
    assert code == 4
    assert err.splitlines()[0] == "../1.txt:1:1: The act itself says that its last day is 2016-12-31."
    founded.prints("apply", "../1.txt", "--yes")
    assert [founded.lines("show", "§ 1 Abs. 1", "--on", day)[-1] for day in ("2016-12-31", "2017-01-01")] == [
        "(1) Der Beirat tagt dreimal im Jahr.",
        "(1) Der Beirat tagt zweimal im Jahr.",
    ]


def test_once_a_temporary_act_has_ended_nothing_is_said_of_it(founded: Office):
    ending = "in Kraft und mit Ablauf des 31. Dezember 2016 außer Kraft."
    act = FIRST.replace("„zweimal“", "„zwei mal“").replace("in Kraft.", ending)
    founded.paper(
        "entscheidungen.toml",
        '[[decision]]\npassage = "In § 1 Absatz 1 wird das Wort „zwei mal“ durch das Wort „dreimal“ ersetzt."\n'
        'place = "§ 1 Absatz 1"\nold = "zweimal"\nnew = "dreimal"\nreason = "Tippfehler"\n'
        'by = "Vorsitz"\non = 2015-05-10\n',
    )
    founded.prints("apply", founded.paper("1.txt", act), "--decisions", "../entscheidungen.toml", "--yes")
    assert "read so by decision of Vorsitz" in founded.prints("show", "--on", "2016-12-31")
    assert "decision" not in founded.prints("show", "--on", "2017-01-01")
    assert founded.lines("history", "§ 1 Abs. 1", "--words")[1:] == [
        "  „Der Beirat tagt zweimal im Jahr.“",
        "      base text, adopted so",
    ]


def test_where_the_order_of_adoption_would_give_another_text_people_decide(founded: Office):
    def inserting(number: int, word: str, adopted: str, in_force: str) -> str:
        return (
            f"{number}. Änderung der Geschäftsordnung des Beirats\n\nDer Beirat hat am {adopted} beschlossen:\n\n"
            f"1. In § 1 Absatz 1 wird nach dem Wort „Beirat“ das Wort „{word}“ eingefügt.\n\n"
            f"Diese Änderung tritt am {in_force} in Kraft.\n"
        )

    founded.prints("apply", founded.paper("1.txt", inserting(1, "eins", "1. Mai 2015", "1. Juni 2020")), "--yes")
    second = founded.paper("2.txt", inserting(2, "zwei", "1. Juni 2015", "1. Juli 2015"))
    code, err = founded.says("apply", second, "--yes")
    assert (code, err) == (
        4,
        "../2.txt:1:1: In the order of adoption, the text of 2020-06-01 would be another than in the order of entry "
        "into force.\n  |\n1 | 2. Änderung der Geschäftsordnung des Beirats\n  | ^\n"
        "  = hint: Decide which order holds for this act, and say why: --order in-force (or adoption) --reason „…“.\n",
    )
    founded.prints("apply", second, "--order", "adoption", "--reason", "Beschluss vom 1. Juni 2015", "--yes")
    assert founded.lines("show", "§ 1 Abs. 1")[-1] == "(1) Der Beirat zwei eins tagt zweimal im Jahr."


def test_a_correction_counts_from_the_day_of_what_it_corrects(amended: Office):
    act = (
        FIRST.replace("1. Änderung der", "Berichtigung der 1. Änderung der")
        .replace("zweimal", "dreimal", 1)
        .replace("„dreimal“ ersetzt", "„viermal“ ersetzt")
    )
    amended.prints("apply", amended.paper("b.txt", act), "--corrects", "1", "--yes")
    assert amended.lines("show", "§ 1 Abs. 1", "--on", "2015-06-01")[-1] == "(1) Der Beirat tagt viermal im Jahr."


def test_a_rulebook_is_repealed_as_a_whole(amended: Office):
    act = """\
Beschluss zur Aufhebung der Geschäftsordnung des Beirats

Der Beirat hat am 3. Mai 2022 beschlossen:

1. Die Geschäftsordnung des Beirats wird aufgehoben.

Dieser Beschluss tritt am 1. Juli 2022 in Kraft.
"""
    told = [
        "3  Beschluss zur Aufhebung der Geschäftsordnung des Beirats",
        "   adopted 2022-05-03, in force 2022-07-01",
        "   repeals the whole text from 2022-07-01",
    ]
    assert amended.lines("apply", amended.paper("aufhebung.txt", act), "--yes") == told
    assert amended.lines("history")[-3:] == told
    assert amended.lines("show", "--on", "2022-06-30")[2] == (
        "Adopted, not yet in force: Beschluss zur Aufhebung der Geschäftsordnung des Beirats, "
        "adopted 2022-05-03, in force 2022-07-01"
    )
    assert amended.says("show") == (
        4,
        "There is no text on 2026-03-01; the rulebook was repealed with effect from 2022-07-01.\n",
    )
    assert "  Repealed from 2022-07-01" in amended.lines("status")


def test_what_builds_on_something_temporary_ends_with_it(founded: Office):
    temporary = (
        "1. Änderung der Geschäftsordnung des Beirats\n\nDer Beirat hat am 3. Mai 2015 beschlossen:\n\n"
        "1. Nach § 1 wird folgender § 1a eingefügt:\n„§ 1a Video\nDer Beirat kann per Video tagen.“\n\n"
        "Diese Änderung tritt am 1. Juni 2015 in Kraft. § 1a tritt mit Ablauf des 31. Dezember 2029 außer Kraft.\n"
    )
    later = (
        "2. Änderung der Geschäftsordnung des Beirats\n\nDer Beirat hat am 3. Mai 2018 beschlossen:\n\n"
        "1. In § 1a wird das Wort „Video“ durch das Wort „Telefon“ ersetzt.\n\n"
        "Diese Änderung tritt am 1. Juni 2018 in Kraft.\n"
    )
    founded.prints("apply", founded.paper("1.txt", temporary), "--yes")
    act = founded.paper("2.txt", later)
    code, err = founded.says("apply", act, "--yes")
    assert code == 4
    assert err.splitlines()[0] == "../2.txt:5:4: § 1a does not exist in this version."
    assert err.splitlines()[-4:-2] == [
        "That is so from 2030-01-01 on, when number 1 does not count any more, or not all of it.",
        "  = hint: If what builds on it is to end with it, say so: --until 2029-12-31, or --part for a single point.",
    ]
    founded.prints("apply", act, "--until", "2029-12-31", "--yes")
    assert founded.lines("show", "§ 1a")[-1].strip() == "Der Beirat kann per Telefon tagen."
    assert founded.says("show", "§ 1a", "--on", "2030-01-01") == (
        4,
        "§ 1a does not exist in this version.\n  = hint: The text has § 1, 2.\n",
    )

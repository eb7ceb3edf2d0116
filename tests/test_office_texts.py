"""Whole texts that the office records: published without their acts, adopted anew, recorded wrongly."""

from __future__ import annotations

import pytest
from offices import BASE, FIRST, PUBLISHED, SECOND, Office


@pytest.fixture
def incomplete(founded: Office) -> Office:
    """An office that has its base text, and the full text published after the 2nd amendment, and no act."""
    file = founded.paper("geschaeftsordnung-2-aenderung.txt", PUBLISHED)
    founded.prints("import", file, "--id", "ordnung", "--as-version", "2", "--in-force", "2018-06-01", "--yes")
    return founded


def test_a_published_text_without_acts_is_recorded_and_its_gap_said(incomplete: Office):
    assert incomplete.lines("status")[:-1] == [
        "ordnung: Geschäftsordnung des Beirats",
        "  Last changed by: full text after amendment 2, in force 2018-06-01",
        "  Not to be had: amendment 1. No act documents what it changed.",
        "  As published, without its act: full text after amendment 2, in force 2018-06-01",
    ]
    assert incomplete.lines("show")[-5::2] == [
        "* § 1 Absatz 1 Satz 1: no act documents „dreimal“",
        "* § 1 Absatz 2 Satz 1: no act documents „Die Einladung ergeht schriftlich.“",
        "* § 2 Satz 1: no act documents „zwei Jahre“",
    ]
    assert incomplete.lines("history")[2:] == [
        "1  amendment 1: not to be had",
        "2  full text after amendment 2",
        "   in force 2018-06-01",
        "   changed: § 1 Absatz 1, § 2",
        "   new: § 1 Absatz 2",
        "   renumbered: § 1 Absatz 3",
    ]
    assert incomplete.lines("history", "§ 2 Satz 1", "--words")[1:] == [
        "  „Der Vorsitz dauert “",
        "      base text, adopted so",
        "  „zwei Jahre“",
        "      full text after amendment 2, no act documents this",
        "  „.“",
        "      base text, adopted so",
    ]


def test_acts_that_turn_up_later_must_lead_to_the_published_text(incomplete: Office):
    second = incomplete.paper("2.txt", SECOND)
    code, err = incomplete.says("apply", second, "--promulgated", "2018-05-31", "--yes")
    assert (code, err) == (
        4,
        "§ 1 Absatz 1 Satz 1: by the acts this reads „Der Beirat tagt zweimal im Jahr.“, "
        "in the full text of number 2 „Der Beirat tagt dreimal im Jahr.“.\n"
        "The acts do not lead to the full text of number 2; amendment 1 is missing.\n"
        "  = hint: If it is right as it is, say why: --reason „…“. The reason is recorded.\n",
    )
    incomplete.prints("apply", incomplete.paper("1.txt", FIRST), "--yes")
    assert incomplete.lines("show")[-3::2] == [
        "* § 1 Absatz 2 Satz 1: no act documents „Die Einladung ergeht schriftlich.“",
        "* § 2 Satz 1: no act documents „zwei Jahre“",
    ]
    incomplete.prints("apply", second, "--promulgated", "2018-05-31", "--yes")
    assert incomplete.lines("status")[1:-1] == [
        "  Last changed by: 2. Änderung der Geschäftsordnung des Beirats, adopted 2018-05-03, in force 2018-06-01",
    ]
    assert "no act documents this" not in incomplete.prints("history", "§ 1", "--words")


def test_a_full_text_is_held_against_the_acts_unit_by_unit(amended: Office):
    arguments = ("--id", "ordnung", "--as-version", "2", "--in-force", "2018-06-01", "--yes")
    code, err = amended.says("import", amended.paper("2-alt.txt", BASE), *arguments)
    assert code == 4
    assert err.splitlines()[4:-2] == [
        "§ 1 Absatz 1 Satz 1: by the acts this reads „Der Beirat tagt dreimal im Jahr.“, "
        "in the full text of number 2 „Der Beirat tagt zweimal im Jahr.“.",
        "§ 1 Absatz 3: by the acts this has that number, in the full text of number 2 it is § 1 Absatz 2.",
        "§ 2 Satz 1: by the acts this reads „Der Vorsitz dauert zwei Jahre.“, "
        "in the full text of number 2 „Der Vorsitz dauert ein Jahr.“.",
        "§ 1 Absatz 2: by the acts this reads „Die Einladung ergeht schriftlich.“; the full text of number 2 lacks it.",
    ]
    more = amended.paper("2-neu.txt", PUBLISHED + "\n§ 3 Kasse\n    Die Kasse führt das Amt.\n")
    code, err = amended.says("import", more, *arguments)
    assert code == 4
    assert err.splitlines()[5:-2] == [
        "§ 3: by the acts nothing stands there, in the full text of number 2 „Kasse Die Kasse führt das Amt.“."
    ]


def test_an_act_before_which_others_are_missing_is_recorded_with_a_reason(incomplete: Office):
    second = incomplete.paper("2.txt", SECOND)
    because = ("--reason", "1. Änderung verschollen")
    incomplete.prints("apply", second, "--promulgated", "2018-05-31", *because, "--yes")
    assert incomplete.lines("show")[-1] == "* § 1 Absatz 1 Satz 1: no act documents „dreimal“"
    wrong = incomplete.paper("1.txt", FIRST.replace("„dreimal“", "„viermal“"))
    code, err = incomplete.says("apply", wrong, "--yes")
    assert (code, err) == (
        4,
        "§ 1 Absatz 1 Satz 1: by the acts this reads „Der Beirat tagt viermal im Jahr.“, "
        "in the full text of number 2 „Der Beirat tagt dreimal im Jahr.“.\n"
        "The acts do not lead to the full text of number 2.\n"
        "  = hint: If it is right as it is, say why: --reason „…“. The reason is recorded.\n",
    )
    incomplete.prints("apply", incomplete.paper("1.txt", FIRST), "--yes")
    assert "no act documents" not in incomplete.prints("show")
    assert (
        incomplete.prints("verify").splitlines()[2] == "  4 steps: each text follows from the base text and the acts."
    )


def test_an_act_made_for_a_text_that_nobody_knows_does_not_fit(incomplete: Office):
    act = SECOND.replace("„ein Jahr“", "„anderthalb Jahre“")
    code, err = incomplete.says("apply", incomplete.paper("2.txt", act), "--promulgated", "2018-05-31", "--yes")
    assert code == 4
    assert err.splitlines()[0] == "../2.txt:9:29: „anderthalb Jahre“ does not stand in § 2."
    assert err.splitlines()[-4:] == [
        "It was made for a text that is not known: amendment 1 before it is not to be had.",
        "  = hint: Record that one first if it turns up; or decide what does not fit: --decisions FILE.",
        "What does not fit can be decided by people.",
        "  = hint: --decisions FILE writes down what is to be filled in.",
    ]


def test_one_of_several_missing_acts_is_put_into_its_place(founded: Office):
    third = PUBLISHED.replace("zwei Jahre", "drei Jahre")
    file = founded.paper("fassung-3.txt", third)
    founded.prints("import", file, "--id", "ordnung", "--as-version", "3", "--in-force", "2020-06-01", "--yes")
    assert "  Not to be had: amendments 1, 2. No act documents what they changed." in founded.lines("status")
    founded.prints("apply", founded.paper("1.txt", FIRST), "--yes")
    assert "  Not to be had: amendment 2. No act documents what it changed." in founded.lines("status")
    assert [line for line in founded.lines("history") if line[0] in "0123"] == [
        "0  base text",
        "1  1. Änderung der Geschäftsordnung des Beirats",
        "2  amendment 2: not to be had",
        "3  full text after amendment 3",
    ]
    assert founded.lines("show", "§ 1 Abs. 1", "--on", "2017-01-01")[-1] == "(1) Der Beirat tagt dreimal im Jahr."
    assert "    Der Vorsitz dauert [?drei Jahre?]." in founded.lines("show")
    founded.prints("apply", founded.paper("2.txt", SECOND), "--promulgated", "2018-05-31", "--yes")
    assert founded.lines("show")[-1] == "* § 2 Satz 1: no act documents „drei“"
    assert founded.prints("verify").splitlines()[2] == "  4 steps: each text follows from the base text and the acts."


def test_the_days_of_an_act_and_of_the_full_text_after_it_must_fit(incomplete: Office):
    second = incomplete.paper("2.txt", SECOND)
    code, err = incomplete.says("apply", second, "--promulgated", "2018-07-31", "--yes")
    assert code == 4
    assert err.splitlines()[0] == (
        "../2.txt:1:1: Amendment 2 is in force from 2018-08-01, the full text of number 2 from 2018-06-01."
    )


def test_a_new_wording_of_the_whole_goes_on_from_there(amended: Office):
    text = PUBLISHED.replace("schriftlich", "in Textform")
    file = amended.paper("neu.txt", text)
    amended.prints("import", file, "--id", "ordnung", "--recast", "--adopted", "2020-01-01", "--yes")
    assert amended.prints("show").split("\n\n", 1)[1] == text
    assert amended.lines("history")[-3:] == [
        "3  recast (Neufassung)",
        "   adopted 2020-01-01, in force 2020-01-01",
        "   changed: § 1 Absatz 2",
    ]


def test_a_base_text_recorded_wrongly_is_mended_and_all_acts_applied_again(amended: Office):
    file = amended.paper("richtig.txt", BASE.replace("öffentlich", "nichtöffentlich"))
    assert amended.says("retract", "ordnung", "0", "--reason", "x", "--yes")[0] == 4
    out = amended.prints("import", file, "--id", "ordnung", "--replace-base", "--reason", "Lesefehler", "--yes")
    assert out.splitlines()[-1] == "│ (3) Er tagt [-öffentlich-]{+nichtöffentlich+}."
    assert amended.lines("show", "§ 1 Abs. 3")[-1] == "(3) Er tagt nichtöffentlich."
    assert amended.lines("show", "§ 1 Abs. 2", "--version", "0")[-1] == "(2) Er tagt nichtöffentlich."
    assert amended.lines("history")[:3] == [
        "0  base text",
        "   adopted 2012-03-20, in force 2012-03-20",
        "   reason: Lesefehler",
    ]
    assert amended.lines("verify")[2] == "  4 steps: each text follows from the base text and the acts."
    amended.prints("retract", "ordnung", "0", "--reason", "doch richtig", "--yes")
    assert amended.lines("show", "§ 1 Abs. 3")[-1] == "(3) Er tagt öffentlich."


def test_a_base_text_on_which_the_acts_do_not_fit_is_refused(amended: Office):
    file = amended.paper("falsch.txt", BASE.replace("zweimal", "zehnmal"))
    code, _out, err = amended.does("import", file, "--id", "ordnung", "--replace-base", "--reason", "x", "--yes")
    assert code == 4
    refusal = err.splitlines()[4]
    assert refusal.startswith("amendments/ordnung/01.txt:5:")
    assert refusal.endswith(": „zweimal“ does not stand in § 1 Absatz 1.")


def test_a_text_without_a_title_gets_one_from_people_or_is_refused(office: Office):
    file = office.paper("text.txt", BASE.partition("\n")[2].lstrip())
    said = ("import", file, "--id", "ordnung", "--adopted", "2012-03-20", "--yes")
    code, _out, err = office.does(*said)
    assert code == 2
    assert err.endswith(
        "The text has no title.\n"
        "  = hint: Write it into the first line, or say it: --title „Geschäftsordnung des Rates“.\n"
    )
    office.prints(*said, "--title", "Geschäftsordnung des Beirats")
    assert office.prints("show", "ordnung").endswith(BASE)
    office.prints("import", file, "--id", "ordnung", "--recast", "--adopted", "2020-01-01", "--reason", "x", "--yes")
    assert office.prints("show", "ordnung").endswith(BASE)

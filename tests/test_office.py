"""The work of the office on the command line: from the first text to the text of any day."""

from __future__ import annotations

import json
from pathlib import Path

import intake_documents as documents
import pytest
from offices import BASE, FIRST, PUBLISHED, SECOND, Office


@pytest.mark.parametrize(
    ("words", "days", "first"),
    [
        ("Diese Ordnung tritt am 1. April 2012 in Kraft.", ("--adopted", "20.03.2012"), "2012-04-01"),
        ("Diese Richtlinie tritt am 1. April 2012 in Kraft.", (), "2012-04-01"),
        ("Diese Ordnung tritt am 1. April 2012 in Kraft.", ("--in-force", "03.04.2012"), "2012-04-03"),
        ("Diese Ordnung tritt rückwirkend zum 1. März 2012 in Kraft.", ("--adopted", "20.03.2012"), "2012-03-01"),
        ("Sie tritt am Tag nach der Beschlussfassung in Kraft.", ("--adopted", "20.03.2012"), "2012-03-21"),
        ("Sie tritt mit der Bekanntmachung in Kraft.", ("--promulgated", "02.04.2012"), "2012-04-02"),
        ("Beschlüsse treten am 1. Mai 2012 in Kraft.", ("--adopted", "20.03.2012"), "2012-03-20"),
        ("Die alte Ordnung tritt am 1. Mai 2012 außer Kraft.", ("--adopted", "20.03.2012"), "2012-03-20"),
    ],
)
def test_a_base_text_counts_from_the_day_that_it_names(office: Office, words: str, days: tuple[str, ...], first: str):
    file = office.paper("base.txt", f"{BASE}\n§ 9 Inkrafttreten\n    {words}\n")
    code, said = office.says("import", file, "--id", "ordnung", *days, "--yes")
    assert code == 0
    assert f"in force {first}\n" in said


@pytest.mark.parametrize(
    ("words", "adopted", "hint"),
    [
        (
            "Diese Ordnung tritt mit der Bekanntmachung in Kraft.",
            "20.03.2012",
            "Say the day: --promulgated 2024-01-31.",
        ),
        (
            "Diese Satzung tritt mit der Eintragung in das Vereinsregister in Kraft.",
            "20.03.2012",
            "Say the first day on which it counts: --in-force 2024-01-31.",
        ),
        (
            "Diese Ordnung tritt am 1. April 2012 in Kraft.",
            "20.03.2020",
            "Say the first day on which it counts: --in-force 2024-01-31.",
        ),
    ],
)
def test_a_base_text_whose_day_does_not_follow_from_it_is_refused(office: Office, words: str, adopted: str, hint: str):
    file = office.paper("base.txt", f"{BASE}\n§ 9 Inkrafttreten\n    {words}\n")
    code, said = office.says("import", file, "--id", "ordnung", "--adopted", adopted, "--yes")
    assert code == 2
    assert said.endswith(
        f"The text says of itself: „{words}“ From which day on it counts does not follow from that.\n  = hint: {hint}\n"
    )


def test_the_register_says_what_each_amendment_touched(amended: Office):
    assert amended.lines("history", "ordnung") == [
        "0  base text",
        "   adopted 2012-03-20, in force 2012-03-20",
        "1  1. Änderung der Geschäftsordnung des Beirats",
        "   adopted 2015-05-03, in force 2015-06-01",
        "   changed: § 1 Absatz 1",
        "2  2. Änderung der Geschäftsordnung des Beirats",
        "   adopted 2018-05-03, published 2018-05-31, in force 2018-06-01",
        "   new: § 1 Absatz 2",
        "   renumbered: § 1 Absatz 3",
        "   changed: § 2",
    ]


def test_the_text_of_today_stands_below_its_state_of_amendment(amended: Office):
    head, text = amended.prints("show").split("\n\n", 1)
    assert head.splitlines()[:2] == [
        "Unofficial consolidated text, as of 2026-03-01",
        "Last changed by: 2. Änderung der Geschäftsordnung des Beirats, adopted 2018-05-03, in force 2018-06-01",
    ]
    assert head.splitlines()[2].startswith("Check code: ")
    assert text == PUBLISHED


def test_a_place_on_any_day(amended: Office):
    assert (
        amended.lines("show", "ordnung", "§ 1 Abs. 1", "--on", "2015-05-31")[-1]
        == "(1) Der Beirat tagt zweimal im Jahr."
    )
    assert (
        amended.lines("show", "ordnung", "§ 1 Abs. 1", "--on", "1.6.2015")[-1] == "(1) Der Beirat tagt dreimal im Jahr."
    )
    assert amended.lines("show", "§ 1 Abs. 3", "--version", "2")[-1] == "(3) Er tagt öffentlich."


def test_what_was_not_in_force_yet_is_said(amended: Office):
    assert amended.lines("show", "--on", "2018-05-15")[2] == (
        "Adopted, not yet in force: 2. Änderung der Geschäftsordnung des Beirats, "
        "adopted 2018-05-03, in force 2018-06-01"
    )
    assert not any("2. Änderung" in line for line in amended.lines("show", "--on", "2018-05-01"))


def test_a_place_is_followed_with_the_commands_that_made_it(amended: Office):
    assert amended.lines("history", "§ 1 Abs. 3") == [
        "2012-03-20  base text: § 1 Absatz 2",
        "  (2) Er tagt öffentlich.",
        "",
        "2018-06-01  2. Änderung der Geschäftsordnung des Beirats: § 1 Absatz 2 → § 1 Absatz 3",
        "  point 1 b: Der bisherige Absatz 2 wird Absatz 3.",
        "│ [-(2)-]{+(3)+} Er tagt öffentlich. (bisher Absatz 2)",
    ]


def test_a_word_is_followed_to_the_command_that_brought_it(amended: Office):
    assert amended.lines("history", "ordnung", "§ 1 Abs. 1", "--words") == [
        "§ 1 Absatz 1 Satz 1",
        "  „Der Beirat tagt “",
        "      base text, adopted so",
        "  „dreimal“",
        "      1. Änderung der Geschäftsordnung des Beirats, point 1: "
        "In § 1 Absatz 1 wird das Wort „zweimal“ durch das Wort „dreimal“ ersetzt.",
        "  „ im Jahr.“",
        "      base text, adopted so",
    ]


def test_looking_records_nothing(founded: Office):
    before = {path: path.read_bytes() for path in Path().rglob("*") if path.is_file()}
    code, out, err = founded.does("apply", founded.paper("1.txt", FIRST), "--dry-run")
    assert (code, err) == (0, "Nothing was recorded.\n")
    assert out.splitlines() == [
        "1  1. Änderung der Geschäftsordnung des Beirats",
        "   adopted 2015-05-03, in force 2015-06-01",
        "in force from 2015-06-01",
        "point 1: replace words",
        "  § 1 Absatz 1 Satz 1",
        "  - Der Beirat tagt zweimal im Jahr.",
        "  + Der Beirat tagt dreimal im Jahr.",
        "",
        "  § 1 Sitzungen",
        "│ (1) Der Beirat tagt [-zweimal-]{+dreimal+} im Jahr.",
    ]
    assert {path: path.read_bytes() for path in Path().rglob("*") if path.is_file()} == before


def test_nobody_to_ask_is_no_yes(founded: Office):
    code, _out, err = founded.does("apply", founded.paper("1.txt", FIRST))
    assert (code, err) == (
        2,
        "Nothing was recorded, for nobody could be asked.\n  = hint: --yes agrees beforehand.\n",
    )


def test_the_day_of_publication_must_be_said_if_the_act_depends_on_it(founded: Office):
    founded.prints("apply", founded.paper("1.txt", FIRST), "--yes")
    assert founded.says("apply", founded.paper("2.txt", SECOND), "--yes") == (
        2,
        "../2.txt:1:1: The act comes into force with its promulgation, but does not say when that was.\n"
        "  |\n1 | 2. Änderung der Geschäftsordnung des Beirats\n  | ^\n"
        "  = hint: Say the day: --promulgated 2024-01-31.\n",
    )


def test_of_several_rulebooks_the_one_is_amended_whose_title_the_act_names(founded: Office):
    other = founded.paper("verein.txt", BASE.replace("des Beirats", "des Sportvereins"))
    founded.prints("import", other, "--id", "verein", "--adopted", "20.03.2012", "--yes")
    assert founded.says(
        "apply", founded.paper("kurz.txt", FIRST.replace("ordnung des Beirats", "ordnung")), "--yes"
    ) == (
        2,
        "It is not certain which rulebook the act amends.\n  = hint: Name it: --id ordnung or verein.\n",
    )
    founded.prints("apply", founded.paper("1.txt", FIRST), "--yes")
    assert "1  1. Änderung der Geschäftsordnung des Beirats" in founded.lines("history", "ordnung")


def test_an_act_is_recorded_once(amended: Office):
    code, err = amended.says("apply", "../1.txt", "--yes")
    assert code == 4
    assert err.startswith("../1.txt:1:1: This act is recorded already, as number 1.\n")


def test_a_document_is_kept_beside_its_text_though_its_name_ends_like_one(founded: Office, tmp_path: Path):
    document = documents.act_pdf(FIRST)
    (tmp_path / "1.txt").write_bytes(document)
    founded.prints("apply", str(tmp_path / "1.txt"), "--reason", "Am Schriftstück geprüft", "--yes")
    kept = {path.name: path.read_bytes() for path in Path("amendments/ordnung").iterdir()}
    assert kept.keys() == {"01.txt", "01-source.txt"}
    assert kept["01-source.txt"] == document
    assert kept["01.txt"].decode().split() == FIRST.split()
    assert founded.lines("status")[0].startswith("ordnung: ")


def test_objections_are_overruled_with_a_reason_that_is_recorded(founded: Office):
    third = founded.paper("3.txt", FIRST.replace("1. Änderung", "3. Änderung"))
    assert founded.says("apply", third, "--yes") == (
        4,
        "../3.txt:1:1: This is amendment number 3; before it the register lacks: 1, 2.\n"
        "  |\n1 | 3. Änderung der Geschäftsordnung des Beirats\n  | ^\n"
        "  = hint: Record that first; or that it is not to be had: regelwerk gap. "
        "If it is right as it is, say why: --reason „…“. The reason is recorded.\n",
    )
    founded.prints("apply", third, "--yes", "--reason", "1. und 2. Änderung sind verschollen")
    assert founded.lines("history")[2:] == [
        "1  amendment 1: not to be had",
        "2  amendment 2: not to be had",
        "3  3. Änderung der Geschäftsordnung des Beirats",
        "   adopted 2015-05-03, in force 2015-06-01",
        "   reason: 1. und 2. Änderung sind verschollen",
        "   changed: § 1 Absatz 1",
    ]


def test_the_last_step_is_taken_back_and_can_be_done_again(amended: Office):
    assert amended.says("retract", "ordnung", "1", "--reason", "falsch", "--yes") == (
        4,
        "Only the last step can be taken back: number 2.\n  = hint: Take back what was recorded later first.\n",
    )
    amended.prints("retract", "ordnung", "2", "--reason", "nicht bekannt gemacht", "--yes")
    assert amended.lines("history")[-2:] == ["2  number 2 taken back", "   reason: nicht bekannt gemacht"]
    assert amended.lines("show", "§ 2")[-1].strip() == "Der Vorsitz dauert ein Jahr."
    amended.prints("apply", "../2.txt", "--promulgated", "2018-06-30", "--yes")
    assert sorted(path.name for path in Path("amendments/ordnung").iterdir()) == ["01.txt", "02-2.txt", "02.txt"]
    assert amended.prints("verify").splitlines()[2] == ("  5 steps: each text follows from the base text and the acts.")


def test_what_the_register_said_on_a_day_is_another_question(amended: Office):
    code, err = amended.says("show", "--known-on", "2026-02-28")
    assert (code, err) == (4, "Nothing was recorded on 2026-02-28; the base text was on 2026-03-01.\n")
    assert amended.lines("show", "§ 2", "--known-on", "2026-03-01")[-1].strip() == "Der Vorsitz dauert zwei Jahre."


def test_everything_is_data_too(amended: Office):
    assert json.loads(amended.prints("show", "§ 2 Satz 1", "--json"))["text"] == "Der Vorsitz dauert zwei Jahre.\n"
    assert json.loads(amended.prints("status", "--json"))["missing"] == []
    history = json.loads(amended.prints("history", "--json"))
    assert [entry["kind"] for entry in history["entries"]] == ["base", "amendment", "amendment"]
    stages = json.loads(amended.prints("history", "§ 1 Abs. 3", "--json"))
    assert [stage["citation_before"] for stage in stages] == [None, "§ 1 Absatz 2"]
    words = json.loads(amended.prints("history", "§ 2", "--words", "--json"))
    assert [run["number"] for run in words[-1]["words"]] == ["0", "2", "0"]
    third = amended.paper(
        "3.txt", FIRST.replace("1. Ä", "3. Ä").replace("zweimal", "dreimal").replace("„dreimal“ e", "„viermal“ e")
    )
    proposed = json.loads(amended.prints("apply", third, "--dry-run", "--json", "--reason", "Probe"))
    assert proposed["entry"]["number"] == "3"


def test_a_workspace_with_the_example_in_it(office: Office, monkeypatch: pytest.MonkeyPatch):
    office.prints("init", "../beispiel", "--example")
    monkeypatch.chdir("../beispiel")
    assert [entry["number"] for entry in json.loads(office.prints("history", "--json"))["entries"]] == ["0", "1", "2"]
    assert office.lines("verify")[2] == "  3 steps: each text follows from the base text and the acts."

"""The work of the office on the command line: from the first text to the text of any day, and what goes wrong."""

from __future__ import annotations

import json
import os
import subprocess
from datetime import datetime, timedelta, timezone
from pathlib import Path

import intake_documents as documents
import pytest

from regelwerk.archive import has_git
from regelwerk.cli import run, workplace

BASE = """\
Geschäftsordnung des Beirats

§ 1 Sitzungen
(1) Der Beirat tagt zweimal im Jahr.
(2) Er tagt öffentlich.

§ 2 Vorsitz
    Der Vorsitz dauert ein Jahr.
"""
PUBLISHED = """\
Geschäftsordnung des Beirats

§ 1 Sitzungen
(1) Der Beirat tagt dreimal im Jahr.
(2) Die Einladung ergeht schriftlich.
(3) Er tagt öffentlich.

§ 2 Vorsitz
    Der Vorsitz dauert zwei Jahre.
"""
FIRST = """\
1. Änderung der Geschäftsordnung des Beirats

Der Beirat hat am 3. Mai 2015 beschlossen:

1. In § 1 Absatz 1 wird das Wort „zweimal“ durch das Wort „dreimal“ ersetzt.

Diese Änderung tritt am 1. Juni 2015 in Kraft.
"""
SECOND = """\
2. Änderung der Geschäftsordnung des Beirats

Der Beirat hat am 3. Mai 2018 beschlossen:

1. § 1 wird wie folgt geändert:
   a) Nach Absatz 1 wird folgender Absatz 2 eingefügt:
      „(2) Die Einladung ergeht schriftlich.“
   b) Der bisherige Absatz 2 wird Absatz 3.
2. In § 2 werden die Wörter „ein Jahr“ durch die Wörter „zwei Jahre“ ersetzt.

Diese Änderung tritt am Tag nach der Bekanntmachung in Kraft.
"""


class Office:
    """A folder with the papers of the office, and a workspace in it."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self.capsys = capsys

    def paper(self, name: str, text: str) -> str:
        (self.folder / name).write_text(text, encoding="utf-8")
        return f"../{name}"

    def does(self, *arguments: str) -> tuple[int, str, str]:
        """A command as typed: its exit code, what it prints, what it says."""
        self.capsys.readouterr()
        code = run(arguments)
        return code, *self.capsys.readouterr()

    def prints(self, *arguments: str) -> str:
        code, out, err = self.does(*arguments)
        assert code == 0, err
        return out

    def says(self, *arguments: str) -> tuple[int, str]:
        """The exit code and the message of a command that prints nothing."""
        code, out, err = self.does(*arguments)
        assert out == ""
        return code, err

    def lines(self, *arguments: str) -> list[str]:
        return self.prints(*arguments).splitlines()


@pytest.fixture
def with_git() -> None:
    """For tests that need git; the others work without it, and faster."""
    if not has_git():
        pytest.skip("git is not installed")


@pytest.fixture
def office(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], request: pytest.FixtureRequest
) -> Office:
    class Clock(datetime):
        @classmethod
        def now(cls, tz: object = None) -> datetime:  # type: ignore[override]
            return datetime(2026, 3, 1, 9, 30, tzinfo=timezone(timedelta(hours=1)))

    monkeypatch.setattr(workplace, "datetime", Clock)
    if "with_git" not in request.fixturenames:
        monkeypatch.setenv("PATH", "")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.chdir(tmp_path)
    made = Office(tmp_path, capsys)
    made.prints("init", "beirat")
    monkeypatch.chdir(tmp_path / "beirat")
    return made


@pytest.fixture
def founded(office: Office) -> Office:
    """An office that has recorded its base text."""
    file = office.paper("base.txt", BASE)
    office.prints("import", file, "--id", "ordnung", "--adopted", "20.03.2012", "--yes")
    return office


@pytest.fixture
def amended(founded: Office) -> Office:
    """An office that has recorded two amendments too."""
    founded.prints("apply", founded.paper("1.txt", FIRST), "--yes")
    founded.prints("apply", founded.paper("2.txt", SECOND), "--promulgated", "2018-05-31", "--yes")
    return founded


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
    ("words", "adopted"),
    [
        ("Diese Ordnung tritt mit der Bekanntmachung in Kraft.", "20.03.2012"),
        ("Diese Satzung tritt mit der Eintragung in das Vereinsregister in Kraft.", "20.03.2012"),
        ("Diese Ordnung tritt am 1. April 2012 in Kraft.", "20.03.2020"),
    ],
)
def test_a_base_text_whose_day_does_not_follow_from_it_is_refused(office: Office, words: str, adopted: str):
    file = office.paper("base.txt", f"{BASE}\n§ 9 Inkrafttreten\n    {words}\n")
    code, said = office.says("import", file, "--id", "ordnung", "--adopted", adopted, "--yes")
    assert code == 2
    assert said.endswith(
        f"The text says of itself: „{words}“ From which day on it counts does not follow from that.\n"
        "  = hint: Say the first day on which it counts: --in-force 2024-01-31.\n"
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
        "Nothing was recorded, for nobody could be asked.\n  = hint: --yes agrees beforehand, --dry-run only looks.\n",
    )


def test_the_day_of_publication_must_be_said_if_the_act_depends_on_it(founded: Office):
    founded.prints("apply", founded.paper("1.txt", FIRST), "--yes")
    assert founded.says("apply", founded.paper("2.txt", SECOND), "--yes") == (
        2,
        "../2.txt:1:1: The act comes into force with its promulgation, but does not say when that was.\n"
        "  |\n1 | 2. Änderung der Geschäftsordnung des Beirats\n  | ^\n"
        "  = hint: Say the day: --promulgated 2024-01-31.\n",
    )


def test_an_act_is_recorded_once(amended: Office):
    code, err = amended.says("apply", "../1.txt", "--yes")
    assert code == 4
    assert err.startswith("../1.txt:1:1: This act is recorded already, as number 1.\n")


def test_objections_are_overruled_with_a_reason_that_is_recorded(founded: Office):
    third = founded.paper("3.txt", FIRST.replace("1. Änderung", "3. Änderung"))
    assert founded.says("apply", third, "--yes") == (
        4,
        "../3.txt:1:1: This is amendment number 3, but the last one in the register is number 0.\n"
        "  |\n1 | 3. Änderung der Geschäftsordnung des Beirats\n  | ^\n"
        "  = hint: If it is right as it is, say why: --reason „…“. The reason is recorded.\n",
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


def test_what_is_doubtful_in_a_command_is_not_recorded_unseen(founded: Office):
    act = FIRST.replace("„dreimal“", "„dreimal, auf Wunsch der Geschäfts\u00adführung viermal“")
    (founded.folder / "1.pdf").write_bytes(documents.act_pdf(act))
    code, _out, err = founded.does("apply", "../1.pdf", "--yes")
    assert code == 4
    assert err.splitlines()[-5:] == [
        "../1.pdf:5:84: Page 1: a word broken at the end of a line was put together: „Geschäftsführung“.",
        "  |",
        "5 | … wird das Wort „zweimal“ durch das Wort „dreimal, auf Wunsch der Geschäftsführung viermal“ ersetzt.",
        "  |                                                                   ^^^^^^^^^^^^^^^^",
        "  = hint: Look whether it is written with a hyphen. "
        "If it is right as it is, say why: --reason „…“. The reason is recorded.",
    ]
    assert len(founded.lines("history", "ordnung")) == 2
    founded.prints("apply", "../1.pdf", "--dry-run")
    founded.prints("apply", "../1.pdf", "--yes", "--reason", "Im Druck geprüft")
    assert founded.lines("show", "§ 1 Abs. 1")[-1] == (
        "(1) Der Beirat tagt dreimal, auf Wunsch der Geschäftsführung viermal im Jahr."
    )


def test_what_is_doubtful_beside_the_commands_hinders_nothing(founded: Office):
    act = FIRST.replace("beschlossen", f"{'nach langer Beratung ' * 3}ein\u00advernehmlich beschlossen")
    (founded.folder / "1.pdf").write_bytes(documents.act_pdf(act))
    _code, _out, err = founded.does("apply", "../1.pdf", "--yes")
    assert err.splitlines()[1:] == [
        "note: Words broken at the end of a line were put together: einvernehmlich.",
        "  = hint: Look whether one of them is written with a hyphen.",
        "Number 1 of „ordnung“ is recorded.",
    ]


def test_a_command_that_does_not_fit_is_decided_by_people_and_the_act_stays(founded: Office):
    slip = FIRST.replace("„zweimal“", "„zwei mal“")
    act = founded.paper("1.txt", slip)
    code, out, err = founded.does("apply", act, "--decisions", "../entscheidungen.toml", "--yes")
    assert (code, out) == (4, "")
    assert "„zwei mal“ does not stand in § 1 Absatz 1" in err
    assert err.endswith("../entscheidungen.toml says what is to be decided; fill it in and try again.\n")
    file = founded.folder / "entscheidungen.toml"
    told = file.read_text()
    assert 'passage = "In § 1 Absatz 1 wird das Wort „zwei mal“ durch das Wort „dreimal“ ersetzt."' in told
    code, out, err = founded.does("apply", act, "--decisions", "../entscheidungen.toml", "--yes")
    assert code == 3
    assert [line.split(": ")[1] for line in err.splitlines() if line.startswith("../")] == [
        "„reason“ is empty.",
        "„by“ is empty.",
        "„on“ is empty.",
        "„place“ is empty.",
        "„old“ is empty.",
        "„new“ is empty.",
    ]
    for key, value in {
        "place": '"§ 1 Absatz 1 Satz 1"',
        "old": '"zweimal"',
        "new": '"dreimal"',
        "reason": '"Schreibfehler im Beschluss"',
        "by": '"Vorsitz"',
        "on": "2015-05-10",
    }.items():
        told = told.replace(f'{key} = ""', f"{key} = {value}")
    file.write_text(told)
    founded.prints("apply", act, "--decisions", "../entscheidungen.toml", "--yes")
    assert founded.lines("show", "§ 1 Abs. 1")[-3:] == [
        "(1) Der Beirat tagt dreimal im Jahr.",
        "",
        "* § 1 Absatz 1 Satz 1: read so by decision of Vorsitz, 2015-05-10; 1. Änderung der Geschäftsordnung des "
        "Beirats does not fit here. Reason: Schreibfehler im Beschluss",
    ]
    assert Path("amendments/ordnung/01.txt").read_text() == slip
    assert Path("amendments/ordnung/01-decisions.toml").read_text() == told
    assert founded.prints("verify").splitlines()[1] == "  4 files are as they were recorded."


def test_an_act_without_effect_by_decision_is_a_version_with_a_footnote(founded: Office):
    act = founded.paper(
        "1.txt", FIRST.replace("„zweimal“ durch das Wort „dreimal“", "„einmal“ durch das Wort „zweimal“")
    )
    founded.paper(
        "entscheidungen.toml",
        '[[decision]]\npassage = "In § 1 Absatz 1 wird das Wort „einmal“ durch das Wort „zweimal“ ersetzt."\n'
        'reason = "Schon in der Stammfassung berücksichtigt"\nby = "Vorsitz"\non = 2015-05-10\n',
    )
    founded.prints("apply", act, "--decisions", "../entscheidungen.toml", "--yes")
    footnote = (
        "* „In § 1 Absatz 1 wird das Wort „einmal“ durch das Wort „zweimal“ ersetzt.“ in 1. Änderung der "
        "Geschäftsordnung des Beirats has no effect by decision of Vorsitz, 2015-05-10. Reason: Schon in der "
        "Stammfassung berücksichtigt"
    )
    shown = founded.lines("show")
    assert "(1) Der Beirat tagt zweimal im Jahr." in shown
    assert shown[-1] == footnote
    assert founded.lines("show", "--version", "1")[-1] == footnote
    assert footnote not in founded.lines("show", "--version", "0")
    assert "keine Wirkung. Grund: Schon in der Stammfassung" in founded.prints("export", "--format", "html")
    assert founded.prints("verify").splitlines()[1] == "  4 files are as they were recorded."


def test_a_decision_about_words_that_are_not_there_is_refused(founded: Office):
    founded.paper(
        "entscheidungen.toml",
        '[[decision]]\npassage = "In § 1 Absatz 1 wird das Wort „zweimal“ durch das Wort „dreimal“ ersetzt."\n'
        'place = "§ 1 Absatz 1"\nold = "viermal"\nnew = "dreimal"\nreason = "Irrtum"\n'
        'by = "Vorsitz"\non = 2015-05-10\n',
    )
    code, err = founded.says("apply", founded.paper("1.txt", FIRST), "--decisions", "../entscheidungen.toml", "--yes")
    assert code == 4
    assert err.startswith("../entscheidungen.toml:4:1: „viermal“ does not stand in § 1 Absatz 1")


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
    amended.prints("apply", amended.paper("aufhebung.txt", act), "--yes")
    assert amended.lines("show", "--on", "2022-06-30")[2] == (
        "Adopted, not yet in force: Beschluss zur Aufhebung der Geschäftsordnung des Beirats, "
        "adopted 2022-05-03, in force 2022-07-01"
    )
    assert amended.says("show") == (
        4,
        "There is no text on 2026-03-01; the rulebook was repealed with effect from 2022-07-01.\n",
    )
    assert "  Repealed from 2022-07-01" in amended.lines("status")


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


OUTLINE = """\
Geschäftsordnung des Beirats
  § 1 Sitzungen  (2 Absätze, 2 sentences)
  § 2 Vorsitz  (1 sentence)
2 §§, 2 Absätze, 3 sentences
"""
"""What `import` says of the text before it refuses to record it."""


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (
            ("show", ".."),
            "„..“ cannot be the id of a rulebook.\n"
            "  = hint: An id has small letters and digits, joined by hyphens, at most 64: „geschaeftsordnung“.\n",
        ),
        (
            ("show", "ordnung", "§ 9"),
            "§ 9 does not exist in this version.\n  = hint: There is: § 2, § 1.\n",
        ),
        (
            ("show", "--on", "2019-02-30"),
            "„2019-02-30“ is no day.\n  = hint: Write it as 2024-01-31 or 31.01.2024.\n",
        ),
        (
            ("show", "--on", "2019-02-03", "--version", "1"),
            "A version is chosen by its day or by its number, not by both.\n",
        ),
        (
            ("show", "--version", "7"),
            "There is no version 7.\n  = hint: There are: 0, 1, 2.\n",
        ),
        (
            ("apply", "../fehlt.txt"),
            "../fehlt.txt: there is no such file.\n",
        ),
        (
            ("import", "../base.txt", "--id", "ordnung", "--adopted", "2012-03-20", "--yes"),
            "There is a rulebook „ordnung“ here already.\n"
            "  = hint: Choose another id, or record a version of it (--as-version).\n",
        ),
        (
            ("import", "../base.txt", "--id", "neu", "--yes"),
            "It is not known from which day on this text counts.\n"
            "  = hint: Say when it was adopted (--adopted 2024-01-31), or the first day on which it counts "
            "(--in-force).\n",
        ),
        (
            ("import", "../base.txt", "--source", "../fehlt.pdf", "--id", "neu", "--adopted", "2012-03-20", "--yes"),
            "../fehlt.pdf: there is no such file.\n",
        ),
        (
            ("import", "../base.txt", "--as-version", "x", "--in-force", "2020-01-01"),
            "„x“ is no number of an amendment.\n  = hint: Write it as 2 or 2a.\n",
        ),
        (
            ("import", "../base.txt", "--as-version", "3", "--in-force", "1999-01-01"),
            "Number 3 would count from 1999-01-01, but the base text from 2012-03-20 only.\n",
        ),
        (
            ("apply", "../3.txt", "--number", "drei"),
            "„drei“ is no number of an amendment.\n  = hint: Write it as 2 or 2a.\n",
        ),
        (
            ("apply", "../3.txt", "--part", "7=2030-01-01"),
            "../3.txt:1:1: There is no point 7 in the act.\n"
            "  |\n"
            "1 | 3. Änderung der Geschäftsordnung des Beirats\n"
            "  | ^\n"
            "  = hint: There are: 1.\n",
        ),
        (
            ("apply", "../3.txt", "--until", "2015-05-31"),
            "Number 3 would end on 2015-05-31, before it begins.\n",
        ),
        (
            ("apply", "../3.txt", "--in-force", "2012-01-01", "--reason", "x"),
            "Number 3 would count from 2012-01-01, but the base text from 2012-03-20 only.\n",
        ),
        (
            ("apply", "../3.txt", "--order", "egal"),
            "„egal“ is no order.\n  = hint: It is in-force or adoption.\n",
        ),
        (
            ("gap", "ordnung", "0", "--reason", "x"),
            "„0“ is no number of an amendment.\n  = hint: Write it as 2 or 2a.\n",
        ),
        (
            ("retract", "ordnung", "0", "--reason", "x"),
            "Only the last step can be taken back: number 2.\n  = hint: Take back what was recorded later first.\n",
        ),
    ],
)
def test_bad_input_is_refused_and_nothing_written(amended: Office, arguments: tuple[str, ...], told: str):
    amended.paper("3.txt", FIRST.replace("1. Änderung", "3. Änderung").replace("zweimal", "dreimal"))
    before = {path: path.read_bytes() for path in Path().rglob("*") if path.is_file()}
    code, out, err = amended.does(*arguments)
    assert code in (2, 4)
    assert out == ""
    assert err.removeprefix(OUTLINE) == told
    assert {path: path.read_bytes() for path in Path().rglob("*") if path.is_file()} == before


def test_a_changed_file_is_named_and_the_generated_one_written_again(amended: Office):
    file = Path("documents/ordnung/consolidated.txt")
    right = file.read_text()
    file.write_text("anders")
    code, err = amended.says("show")
    assert (code, err.splitlines()[0]) == (5, f"{file}:1:1: The file is not as it was recorded.")
    code, _out, err = amended.does("verify", "--restore")
    assert (code, err) == (0, f"{file} is written again.\n")
    assert file.read_text() == right


def test_no_other_folder_is_a_workspace(office: Office, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(office.folder)
    code, err = office.says("status")
    assert (code, err.splitlines()[0]) == (2, f"{office.folder} is in no workspace.")
    assert office.says("-C", "beirat", "status") == (
        0,
        "There is no rulebook here yet: „regelwerk import FILE --id ID“ records one.\n",
    )


def test_a_workspace_with_the_example_in_it(office: Office, monkeypatch: pytest.MonkeyPatch):
    office.prints("init", "../beispiel", "--example")
    monkeypatch.chdir("../beispiel")
    assert [entry["number"] for entry in json.loads(office.prints("history", "--json"))["entries"]] == ["0", "1", "2"]
    assert office.lines("verify")[2] == "  3 steps: each text follows from the base text and the acts."


def test_without_git_nothing_is_kept_in_git(amended: Office):
    assert amended.lines("verify")[1:3] == [
        "  4 files are as they were recorded.",
        "  3 steps: each text follows from the base text and the acts.",
    ]
    assert not Path(".git").exists()


def test_every_step_is_kept_in_git(with_git: None, amended: Office):
    assert amended.lines("verify")[3] == "  3 steps are kept in git, with the same texts."


def test_a_repository_that_is_there_already_is_used_and_its_other_files_are_left_alone(
    with_git: None, office: Office, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(office.folder)
    Path("akten").mkdir()
    Path("akten/notiz.txt").write_text("von Hand")
    assert git("init", "akten") == 0
    _code, _out, err = office.does("init", "akten")
    assert "Every step will be kept in git, too." in err
    listed = subprocess.run(["git", "-C", "akten", "ls-files"], capture_output=True, text=True).stdout
    assert listed.split() == [".gitattributes", ".gitignore", "README.md", "regelwerk.toml"]


def test_in_the_repository_of_somebody_else_nothing_is_written(
    with_git: None, founded: Office, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    before = {path: path.read_bytes() for path in Path().rglob("*") if path.is_file()}
    code, _out, err = founded.does("apply", founded.paper("1.txt", FIRST), "--yes")
    assert (code, err.splitlines()[0]) == (2, "The git repository belongs to another user; git does not trust it.")
    assert {path: path.read_bytes() for path in Path().rglob("*") if path.is_file()} == before


def test_a_step_that_git_missed_is_kept_with_the_next(with_git: None, founded: Office, monkeypatch: pytest.MonkeyPatch):
    with monkeypatch.context() as without:
        without.setenv("PATH", "")
        founded.prints("apply", founded.paper("1.txt", FIRST), "--yes")
    founded.prints("apply", founded.paper("2.txt", SECOND), "--promulgated", "2018-05-31", "--yes")
    assert founded.lines("verify")[3] == "  3 steps are kept in git, with the same texts."


def git(*command: str) -> int:
    return subprocess.run(["git", *command], capture_output=True).returncode


def test_two_colleagues_share_over_a_remote_and_the_second_is_told(
    with_git: None, founded: Office, monkeypatch: pytest.MonkeyPatch
):
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{role}_NAME", "Büro")
        monkeypatch.setenv(f"GIT_{role}_EMAIL", "buero@example.org")
    second = FIRST.replace("dreimal", "viermal")
    git("clone", "--bare", ".", "../server.git")
    git("remote", "add", "origin", "../server.git")
    git("fetch", "origin")
    git("branch", "--set-upstream-to", "origin/main")
    git("clone", "../server.git", "../kollegin")
    founded.prints("apply", founded.paper("1.txt", FIRST), "--yes")
    assert git("push", "--follow-tags") == 0
    monkeypatch.chdir("../kollegin")
    founded.prints("apply", founded.paper("andere.txt", second), "--yes")
    assert git("pull", "--no-rebase") != 0
    code, err = founded.says("status")
    assert code == 3
    assert "Two people have added to this register, and git could not join it." in err
    assert git("merge", "--abort") == 0
    assert git("reset", "--keep", "@{u}") == 0
    code, err = founded.says("apply", "../andere.txt", "--yes")
    assert (code, err.splitlines()[0]) == (
        4,
        "../andere.txt:1:1: There is an amendment number 1 already: 1. Änderung der Geschäftsordnung des Beirats.",
    )
    again = founded.paper("andere.txt", second.replace("1. Änderung", "2. Änderung").replace("zweimal", "dreimal"))
    founded.prints("apply", again, "--yes")
    assert founded.lines("verify")[3] == "  3 steps are kept in git, with the same texts."
    assert git("push", "--follow-tags") == 0

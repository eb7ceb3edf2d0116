"""What only people can decide: doubts of reading, and commands that do not fit."""

from __future__ import annotations

from pathlib import Path

import intake_documents as documents
from offices import FIRST, Office


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
        "Nothing has been decided here yet."
    ]
    file.write_text(told.replace('reason = ""', 'reason = "Schreibfehler"'))
    code, out, err = founded.does("apply", act, "--decisions", "../entscheidungen.toml", "--yes")
    assert code == 3
    assert [line.split(": ")[1] for line in err.splitlines() if line.startswith("../")] == [
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

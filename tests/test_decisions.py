"""What people decide where an act does not fit: which commands it becomes, and what of it cannot be meant."""

from __future__ import annotations

import pytest

from regelwerk.amendment import parse_act
from regelwerk.consolidation import consolidate
from regelwerk.diagnostics import DoesNotApply, NotUnderstood, Source
from regelwerk.rulebook.decisions import decided, read_decisions
from regelwerk.structure import format_document, parse

BASE = """\
Ordnung des Rates

§ 1 Sitzungen
(1) Der Rat tagt zweimal im Jahr.
(2) Er tagt öffentlich.

§ 2 Vorsitz
    Der Vorsitz dauert ein Jahr.
"""
ACT = """\
1. Änderung der Ordnung des Rates

1. In § 1 Absatz 1 wird das Wort „dreimal“ durch das Wort „viermal“ ersetzt.
2. In § 2 werden die Wörter „ein Jahr“ durch die Wörter „zwei Jahre“ ersetzt.
3. § 7 wird aufgehoben.

Diese Änderung tritt am 1. Juni 2015 in Kraft.
"""
FIRST = "In § 1 Absatz 1 wird das Wort „dreimal“ durch das Wort „viermal“ ersetzt."
LAST = "§ 7 wird aufgehoben."


def decision(passage: str, keys: str = "") -> str:
    return f"[[decision]]\npassage = '{passage}'\n{keys}reason = 'Irrtum'\nby = 'Vorsitz'\non = 2015-05-10\n"


def text_after(*decisions: str) -> str:
    """The text after the act with these decisions."""
    act = Source("akte.txt", ACT)
    (amendment,) = parse_act(act).amendments
    file = Source("entscheidungen.toml", "\n".join(decisions))
    commands = decided(amendment, act, read_decisions(file)).commands
    return format_document(consolidate(parse(Source("base.txt", BASE)).document, commands).document)


WITHOUT_EFFECT = decision(LAST)
AFTER_SECOND = BASE.replace("ein Jahr", "zwei Jahre")


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("", AFTER_SECOND),
        ("place = '§ 1 Absatz 1'\nold = 'zweimal'\nnew = 'viermal'\n", AFTER_SECOND.replace("zweimal", "viermal")),
        (
            "place = '§ 1 Absatz 2'\nold = 'tagt'\nnew = 'tagt immer'\n",
            AFTER_SECOND.replace("Er tagt", "Er tagt immer"),
        ),
        ("place = '§ 1 Absatz 1'\nold = 'im Jahr'\n", AFTER_SECOND.replace("zweimal im Jahr", "zweimal")),
        (
            "place = '§ 1 Absatz 1'\nold = '(1) Der Rat tagt zweimal im Jahr.'\n"
            "new = '(1) Der Rat tagt viermal im Jahr. Er tagt am Abend.'\n",
            AFTER_SECOND.replace("zweimal im Jahr.", "viermal im Jahr.\n    Er tagt am Abend."),
        ),
        (
            "place = '§ 1 Absatz 2'\nold = '(2) Er tagt öffentlich.'\n",
            AFTER_SECOND.replace("(2) Er tagt öffentlich.", "(2) (weggefallen)"),
        ),
        (
            "place = '§ 1 Absatz 3'\nnew = '(3) Er tagt viermal im Jahr.'\n",
            AFTER_SECOND.replace("öffentlich.\n", "öffentlich.\n(3) Er tagt viermal im Jahr.\n"),
        ),
        (
            "place = '§ 1a'\nnew = '''\n§ 1a Ort\nDer Rat tagt im Rathaus.'''\n",
            AFTER_SECOND.replace("§ 2 Vorsitz", "§ 1a Ort\n    Der Rat tagt im Rathaus.\n\n§ 2 Vorsitz"),
        ),
    ],
    ids=[
        "no effect",
        "words replaced",
        "words put in",
        "words struck",
        "unit recast",
        "unit repealed",
        "unit put in",
        "paragraf put in",
    ],
)
def test_what_is_done_instead_of_the_passage(keys: str, expected: str) -> None:
    assert text_after(decision(FIRST, keys), WITHOUT_EFFECT) == expected


def test_several_decisions_on_one_passage_and_in_any_order() -> None:
    words = decision(FIRST, "place = '§ 1 Absatz 1'\nold = 'zweimal'\nnew = 'viermal'\n")
    more = decision(FIRST, "place = '§ 1 Absatz 2'\nold = 'Er'\nnew = 'Der Rat'\n")
    expected = AFTER_SECOND.replace("zweimal", "viermal").replace("Er tagt", "Der Rat tagt")
    assert text_after(WITHOUT_EFFECT, more, words) == expected


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        (
            "place = '§ 1 Absatz 1'\nold = '(1) Der Rat tagt fünfmal im Jahr.'\nnew = '(1) Der Rat tagt nie.'\n",
            "entscheidungen.toml:4:1: The text reprinted here is not what stands in § 1 Absatz 1.",
        ),
        (
            "place = '§ 1 Absatz 1'\nold = 'fünfmal'\nnew = 'viermal'\n",
            "entscheidungen.toml:4:1: „fünfmal“ does not stand in § 1 Absatz 1.",
        ),
        (
            "place = '§ 1 Absatz 2'\nnew = '(2) Er tagt nie.'\n",
            "entscheidungen.toml:4:1: § 1 Absatz 2 is there twice after this act.",
        ),
    ],
)
def test_old_wording_and_place_are_checked(keys: str, told: str) -> None:
    with pytest.raises(DoesNotApply) as refused:
        text_after(decision(FIRST, keys), WITHOUT_EFFECT)
    assert str(refused.value.diagnostics[0]).splitlines()[0] == told


UNCERTAIN = (
    "It is not certain what is to be done here.\n"
    "  |\n{line}\n"
    "  = hint: Give old and new words; or a whole unit, old and new both with its number as printed; or a new unit "
    "with its number and no old words. What has no effect has neither place nor words."
)


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        (
            "place = '§ 1 Absatz 1'\n",
            "3:1: " + UNCERTAIN.format(line="3 | place = '§ 1 Absatz 1'\n  | ^^^^^^^^^^^^^^^^^^^^^^"),
        ),
        (
            "place = '§ 1 Absatz 1'\nnew = 'viermal'\n",
            "4:1: " + UNCERTAIN.format(line="4 | new = 'viermal'\n  | ^^^^^^^^^^^^^^^"),
        ),
        (
            "place = '§ 1 Absatz 1'\nold = 'zweimal'\nnew = '(1) Der Rat tagt nie.'\n",
            "5:1: " + UNCERTAIN.format(line="5 | new = '(1) Der Rat tagt nie.'\n  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^"),
        ),
        (
            "old = 'zweimal'\nnew = 'viermal'\n",
            "1:1: „place“ is missing here.\n  |\n1 | [[decision]]\n  | ^^^^^^^^^^^^\n"
            "  = hint: Say in which unit the words stand.",
        ),
        (
            "place = '§ 1 Absatz 1'\nold = ''\nnew = 'viermal'\n",
            "4:1: „old“ is empty.\n  |\n4 | old = ''\n  | ^^^^^^^^\n"
            "  = hint: Fill it in, or delete the line if nothing is to be said here.",
        ),
    ],
)
def test_what_cannot_be_meant(keys: str, told: str) -> None:
    with pytest.raises(NotUnderstood) as refused:
        read_decisions(Source("entscheidungen.toml", decision(FIRST, keys)))
    assert str(refused.value) == f"entscheidungen.toml:{told}"


def test_what_must_be_said_cannot_be_left_empty() -> None:
    unsigned = decision(LAST).replace("'Vorsitz'", "''").replace("2015-05-10", '""')
    with pytest.raises(NotUnderstood) as refused:
        read_decisions(Source("entscheidungen.toml", unsigned))
    assert str(refused.value) == (
        "entscheidungen.toml:4:1: „by“ is empty.\n  |\n4 | by = ''\n  | ^^^^^^^\n"
        "  = hint: It is a text in quotation marks.\n"
        'entscheidungen.toml:5:1: „on“ is empty.\n  |\n5 | on = ""\n  | ^^^^^^^\n'
        "  = hint: It is a date such as 2024-05-31 without quotation marks."
    )


@pytest.mark.parametrize(
    ("passage", "told"),
    [
        (
            "Diese Änderung tritt am 1. Juni 2015 in Kraft.",
            "This passage of the act commands nothing.\n"
            "  |\n2 | passage = 'Diese Änderung tritt am 1. Juni 2015 in Kraft.'\n"
            "  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n"
            "  = hint: Copy the sentence that does not fit.",
        ),
        (
            "§ 8 wird aufgehoben.",
            "This passage stands 0 times in the act; it must stand there exactly once.\n"
            "  |\n2 | passage = '§ 8 wird aufgehoben.'\n"
            "  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n"
            "  = hint: Copy it from the act word for word.",
        ),
    ],
)
def test_a_passage_is_a_command_of_the_act(passage: str, told: str) -> None:
    with pytest.raises(NotUnderstood) as refused:
        text_after(decision(passage))
    assert str(refused.value) == f"entscheidungen.toml:2:1: {told}"

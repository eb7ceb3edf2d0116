"""The register: read, written, chained, known on a day; every mistake in it named with its line and key."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from regelwerk.diagnostics import NotUnderstood, Source
from regelwerk.rulebook.chain import chained, facts
from regelwerk.rulebook.register import (
    Act,
    ActKind,
    DatedPoints,
    Entry,
    Gap,
    Order,
    Register,
    Retraction,
    Text,
    TextKind,
    missing_numbers,
)
from regelwerk.rulebook.registerfile import read_register
from regelwerk.rulebook.registerwriter import new_register, with_entry
from regelwerk.rulebook.seal import START, link

SEAL = "0123456789abcdef" * 4
RECORDED = datetime(2026, 3, 1, 9, 30, tzinfo=timezone(timedelta(hours=1)))

BASE = Text(
    kind=TextKind.BASE,
    number="0",
    file="base.txt",
    sha256=SEAL,
    adopted=date(2012, 3, 20),
    in_force=date(2012, 3, 21),
    recorded=RECORDED,
    result=SEAL,
    chain=SEAL,
)
FIRST = Act(
    kind=ActKind.AMENDMENT,
    number="1",
    title="1. Änderung der „Ordnung“",
    file="01.txt",
    sha256=SEAL,
    adopted=date(2019, 5, 14),
    in_force=date(2019, 6, 1),
    part=(DatedPoints(("3", "4 b"), date(2020, 1, 1)), DatedPoints(("5",), date(2020, 1, 1), date(2021, 12, 31))),
    order=Order.ADOPTION,
    reason="Beschluss vom 1. Juni 2019",
    recorded=RECORDED,
    result=SEAL,
    chain=SEAL,
)
GAP = Gap(number="2", recorded=RECORDED, result=SEAL, chain=SEAL, reason="Akte verloren")
BACK = Retraction(number="2", recorded=RECORDED, result=SEAL, chain=SEAL, reason="Akte gefunden")

PRINTED = f"""\
# The register of this rulebook: its base text and all that happened to it since, in the order of recording.
# regelwerk writes it. Comments may be added; other changes are noticed.

id = "ordnung"
title = "Ordnung"
body = "Rat"

[base]
kind = "base"
number = "0"
adopted = 2012-03-20
in_force = 2012-03-21
file = "base.txt"
sha256 = "{SEAL}"
recorded = 2026-03-01T09:30:00+01:00
result = "{SEAL}"
chain = "{SEAL}"

[[amendment]]
kind = "amendment"
number = "1"
title = "1. Änderung der „Ordnung“"
adopted = 2019-05-14
in_force = 2019-06-01
file = "01.txt"
sha256 = "{SEAL}"
order = "adoption"
reason = "Beschluss vom 1. Juni 2019"
recorded = 2026-03-01T09:30:00+01:00
result = "{SEAL}"
chain = "{SEAL}"

[[amendment.part]]
points = ["3", "4 b"]
in_force = 2020-01-01

[[amendment.part]]
points = ["5"]
in_force = 2020-01-01
until = 2021-12-31
"""


def register(*entries: Entry) -> Register:
    return Register("ordnung", "Ordnung", (BASE, *entries), "Rat")


def read(text: str) -> Register:
    return read_register(Source("rulebook.toml", text))


def refusal(text: str) -> str:
    with pytest.raises(NotUnderstood) as error:
        read(text)
    return str(error.value)


def test_a_register_is_printed_for_people():
    assert with_entry(new_register(register()), FIRST) == PRINTED


def test_what_is_written_is_read_again():
    text = new_register(register())
    for entry in (FIRST, GAP, BACK):
        text = with_entry(text, entry)
    assert read(text) == register(FIRST, GAP, BACK)


def test_a_new_entry_leaves_all_else_as_it_stands():
    edited = PRINTED.replace("[base]", "# von Hand\n[base]").replace('number = "1"', 'number="1" # erste')
    assert with_entry(edited, GAP).startswith(edited)
    assert read(with_entry(edited, GAP)) == register(FIRST, GAP)


def test_an_entry_that_was_taken_back_does_not_count():
    assert register(FIRST, GAP, BACK).standing == (BASE, FIRST)


def test_what_was_known_on_a_day_is_what_had_been_recorded_by_its_end():
    late = replace(GAP, recorded=datetime(2026, 3, 2, tzinfo=UTC))
    whole = register(FIRST, late)
    assert whole.known_on(date(2026, 2, 28)) is None
    assert whole.known_on(date(2026, 3, 1)) == register(FIRST)
    assert whole.known_on(date(2026, 3, 2)) == whole


def test_numbers_that_nobody_has_recorded_are_missing_until_they_turn_up():
    published = replace(BASE, kind=TextKind.FULL_TEXT, number="3")
    assert missing_numbers(register()) == ()
    assert missing_numbers(register(published)) == ("1", "2")
    assert missing_numbers(register(published, FIRST)) == ("2",)
    assert missing_numbers(register(FIRST, GAP)) == ("2",)
    assert missing_numbers(register(FIRST, GAP, BACK)) == ()


def test_the_chain_seals_every_fact_and_the_head():
    whole = register(FIRST)
    head = {"id": "ordnung", "title": "Ordnung", "body": "Rat"}
    base = {name: value for name, value in facts(BASE).items() if name != "chain"}
    assert chained(whole, 0) == link(START, {**head, "base": base})
    said = {name: value for name, value in facts(FIRST).items() if name != "chain"}
    assert chained(whole, 1) == link(SEAL, said)
    assert said["part"] == [
        {"points": ["3", "4 b"], "in_force": date(2020, 1, 1)},
        {"points": ["5"], "in_force": date(2020, 1, 1), "until": date(2021, 12, 31)},
    ]


def test_a_repeal_says_its_kind():
    assert facts(replace(FIRST, kind=ActKind.REPEAL))["kind"] == "repeal"


def test_mistakes_are_named_with_line_and_key_all_at_once():
    broken = (
        PRINTED.replace("in_force = 2019-06-01", 'inforce = "Juni"')
        .replace('number = "1"', 'number = "eins"')
        .replace("until = 2021-12-31", 'until = "2021"')
    )
    assert (
        refusal(broken)
        == """\
rulebook.toml:24:1: There is no key „inforce“ here.
   |
24 | inforce = "Juni"
   | ^^^^^^^^^^^^^^^^
  = hint: Is „in_force“ meant?
rulebook.toml:21:1: „number“ has not the form of such a value.
   |
21 | number = "eins"
   | ^^^^^^^^^^^^^^^
rulebook.toml:19:1: „in_force“ is missing here.
   |
19 | [[amendment]]
   | ^^^^^^^^^^^^^
  = hint: It is a date such as 2024-05-31 without quotation marks.
rulebook.toml:40:1: „until“ must be a date such as 2024-05-31 without quotation marks.
   |
40 | until = "2021"
   | ^^^^^^^^^^^^^^"""
    )


def test_a_line_that_is_no_toml_is_named():
    assert (
        refusal(PRINTED.replace("adopted = 2019-05-14", "adopted = 14. Mai"))
        == """\
rulebook.toml:23:1: This line cannot be read.
   |
23 | adopted = 14. Mai
   | ^^^^^^^^^^^^^^^^^
  = hint: Texts stand in quotation marks, dates as 2024-05-31, each key on a line of its own."""
    )


def test_a_date_that_does_not_exist_is_named():
    assert refusal(PRINTED.replace("2019-05-14", "2019-02-30")).startswith(
        "rulebook.toml:23:1: This line cannot be read.\n"
    )


def test_an_unknown_kind_is_named_with_all_there_are():
    assert (
        refusal(PRINTED.replace('kind = "amendment"', 'kind = "Änderung"'))
        == """\
rulebook.toml:20:1: „kind“ must be one of: base, full-text, recast, amendment, corrigendum, repeal, gap, retraction.
   |
20 | kind = "Änderung"
   | ^^^^^^^^^^^^^^^^^"""
    )


def test_a_register_needs_a_base_text():
    assert (
        refusal('id = "ordnung"\ntitle = "Ordnung"\n')
        == """\
rulebook.toml:1:1: A register has one table [base] and tables [[amendment]] after it.
  |
1 | id = "ordnung"
  | ^^^^^^^^^^^^^^"""
    )


def test_only_the_last_entry_that_counts_can_be_taken_back():
    text = with_entry(PRINTED, replace(BACK, number="3"))
    assert refusal(text).startswith(
        "rulebook.toml:44:1: This takes back number 3, but the last entry that counts is number 1.\n"
    )


def test_a_text_that_is_there_says_something():
    assert (
        refusal(PRINTED.replace('reason = "Beschluss vom 1. Juni 2019"', 'reason = ""'))
        == """\
rulebook.toml:28:1: „reason“ is empty.
   |
28 | reason = ""
   | ^^^^^^^^^^^
  = hint: Fill it in, or delete the line if nothing is to be said here."""
    )


def test_a_list_of_points_holds_texts():
    assert refusal(PRINTED.replace('points = ["3", "4 b"]', "points = [{}]")).startswith(
        "rulebook.toml:34:1: „points“ must be a list.\n"
    )


def test_files_have_names_and_no_ways():
    assert refusal(PRINTED.replace('file = "01.txt"', 'file = "../01.txt"')).startswith(
        "rulebook.toml:25:1: „file“ has not the form of such a value.\n"
    )


def test_a_register_that_git_could_not_join_is_explained():
    assert (
        refusal(PRINTED + "\n<<<<<<< HEAD\n[[amendment]]\n=======\n>>>>>>> origin/main\n")
        == """\
rulebook.toml:42:1: Two people have added to this register, and git could not join it.
   |
42 | <<<<<<< HEAD
   | ^^^^^^^^^^^^
  = hint: Take the state of the others (git merge --abort; git reset --keep @{u}) and record your step again."""
    )

"""Seals: the same for the same text on every machine, another for any other text, entry or order."""

from __future__ import annotations

from datetime import UTC, date, datetime
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regelwerk.rulebook.seal import START, canonical_bytes, check_code, link, seal, seal_text

FACTS = {"number": "1", "title": "1. Änderung", "in_force": date(2019, 6, 1)}


def test_a_seal_is_what_sha256sum_prints():
    assert seal(b"abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert seal_text("§ 1") == sha256("§ 1".encode()).hexdigest()


def test_line_ends_of_other_systems_do_not_count():
    assert canonical_bytes("§ 1\r\nRat\rEnde\n") == "§ 1\nRat\nEnde\n".encode()


def test_a_link_is_the_seal_of_the_chain_and_the_facts():
    written = '{"in_force":"2019-06-01","number":"1","title":"1. Änderung"}'
    assert link(START, FACTS) == sha256(("0" * 64 + written).encode()).hexdigest()


def test_times_and_nested_facts_are_written_in_iso():
    facts = {"recorded": datetime(2026, 1, 2, 3, 4, tzinfo=UTC), "part": [{"in_force": date(2026, 2, 1)}]}
    written = '{"part":[{"in_force":"2026-02-01"}],"recorded":"2026-01-02T03:04:00+00:00"}'
    assert link(START, facts) == sha256(("0" * 64 + written).encode()).hexdigest()


def test_a_fact_of_another_kind_is_no_fact():
    with pytest.raises(TypeError, match="no fact of a register"):
        link(START, {"size": object()})


def test_a_check_code_is_short_enough_for_a_footer():
    assert check_code("91c422ab6e07d3f8" + "0" * 48) == "91c4 22ab 6e07 d3f8"


@given(st.text(), st.text())
def test_other_texts_have_other_seals(one: str, other: str):
    same = canonical_bytes(one) == canonical_bytes(other)
    assert (seal_text(one) == seal_text(other)) is same


@given(st.dictionaries(st.text(), st.text(), min_size=1), st.data())
def test_the_order_of_keys_does_not_count_but_every_value_does(facts: dict[str, str], data: st.DataObject):
    key = data.draw(st.sampled_from(sorted(facts)))
    assert link(START, dict(reversed(facts.items()))) == link(START, facts)
    assert link(START, facts | {key: facts[key] + "x"}) != link(START, facts)
    assert link(link(START, facts), facts) != link(START, facts)

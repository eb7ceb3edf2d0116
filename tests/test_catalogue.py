"""The German catalogue: every message of the sources is in it, translated, with the same values, and compiled."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

import regelwerk

PACKAGE = Path(regelwerk.__file__).parent
CATALOGUE = PACKAGE / "locale" / "de" / "LC_MESSAGES" / "regelwerk.po"


@pytest.fixture(scope="module")
def german() -> Catalog:
    with CATALOGUE.open("rb") as file:
        return read_po(file)


def in_sources() -> set[str | tuple[str, str]]:
    return {message for _file, _line, message, _comments, _context in extract_from_dir(PACKAGE)}


def forms(message: str | tuple[str, ...]) -> tuple[str, ...]:
    return (message,) if isinstance(message, str) else tuple(message)


def values(text: str) -> list[str]:
    return sorted(re.findall(r"\{(\w+)[^}]*\}", text))


def test_the_catalogue_holds_the_messages_of_the_sources_and_no_others(german: Catalog):
    catalogue, sources = {message.id for message in german if message.id}, in_sources()
    assert (sources - catalogue, catalogue - sources) == (set(), set()), "run: make messages"


def test_every_message_is_translated(german: Catalog):
    assert [m.id for m in german if m.id and (m.fuzzy or not all(forms(m.string)))] == []


def test_translations_keep_the_values(german: Catalog):
    for message in german:
        if message.id:
            for translation in forms(message.string):
                assert values(translation) == values(forms(message.id)[-1]), message.id


def test_the_catalogue_is_compiled(german: Catalog):
    compiled = BytesIO()
    write_mo(compiled, german)
    assert CATALOGUE.with_suffix(".mo").read_bytes() == compiled.getvalue(), "run: make messages"

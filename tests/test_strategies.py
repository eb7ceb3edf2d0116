"""Generated rule texts are printed and read back as they are; the generator itself keeps its promises."""

from __future__ import annotations

from hypothesis import example, given
from strategies import documents

from regelwerk.citation import Level
from regelwerk.diagnostics import Source
from regelwerk.provision import Provision
from regelwerk.sentences import split_sentences
from regelwerk.structure import format_document, parse


def read(text: str) -> Provision:
    return parse(Source("ordnung.txt", text)).document


REPEALED = Provision(Level.PARAGRAF, "§ 1", "(weggefallen)")
NOTHING_INDENTED = Provision(Level.DOCUMENT, heading="Satzung des Muster e. V.", children=(REPEALED,))


@given(documents())
@example(NOTHING_INDENTED)
def test_what_is_printed_reads_back(document: Provision) -> None:
    text = format_document(document)
    assert read(text) == document
    assert format_document(read(text)) == text


@given(documents())
def test_every_unit_has_an_origin_of_its_own_and_one_sentence(document: Provision) -> None:
    units = [unit for _, unit in document.walk()]
    assert len({unit.origin for unit in units}) == len(units)
    assert [unit.text for unit in units if unit.text and split_sentences(unit.text) != (unit.text,)] == []

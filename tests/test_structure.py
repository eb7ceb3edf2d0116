"""The tree that a text becomes, and what makes a text canonical (docs/text-format.md)."""

from __future__ import annotations

from pathlib import Path

from regelwerk.citation import Level
from regelwerk.diagnostics import Source
from regelwerk.provision import Provision
from regelwerk.structure import format_document, parse

SAMPLE = """\
Geschäftsordnung des Musterrates

    Der Rat hat am 3. Mai 2030 beschlossen:

Präambel
    Der Rat will Frieden.

Abschnitt I Allgemeines

§ 1 Name und Sitz
(1) Der Rat heißt Musterrat.
    Er tagt, sobald
    1. die Schule beginnt,
    2. Vorhaben anstehen, insbesondere
       a) in Vereinen,
       b) am Ort, und
    3. er will,
      in Neustadt.
    Er berichtet jährlich.
"""


def read(text: str) -> Provision:
    return parse(Source("ordnung.txt", text)).document


def formatted(text: str) -> str:
    return format_document(read(text))


def satz(text: str, *children: Provision) -> Provision:
    return Provision(Level.SATZ, text=text, children=children)


def unit(level: Level, label: str, *children: Provision, heading: str = "") -> Provision:
    return Provision(level, label, heading, children=children)


def section(*lines: str) -> tuple[Provision, ...]:
    """What stands in a § with these lines."""
    document = read("\n".join(("Muster-Ordnung", "§ 1 Muster", *lines)))
    return document.children[0].children


def test_the_tree_of_the_sample() -> None:
    list_ = (
        unit(Level.NUMMER, "1.", satz("die Schule beginnt,")),
        unit(
            Level.NUMMER,
            "2.",
            satz(
                "Vorhaben anstehen, insbesondere",
                unit(Level.BUCHSTABE, "a)", satz("in Vereinen,")),
                unit(Level.BUCHSTABE, "b)", satz("am Ort, und")),
            ),
        ),
        unit(Level.NUMMER, "3.", satz("er will,")),
        Provision(Level.SATZTEIL, text="in Neustadt."),
    )
    absatz = unit(
        Level.ABSATZ,
        "(1)",
        satz("Der Rat heißt Musterrat."),
        satz("Er tagt, sobald", *list_),
        satz("Er berichtet jährlich."),
    )
    paragraf = unit(Level.PARAGRAF, "§ 1", absatz, heading="Name und Sitz")
    assert read(SAMPLE) == Provision(
        Level.DOCUMENT,
        heading="Geschäftsordnung des Musterrates",
        children=(
            unit(Level.EINGANGSFORMEL, "", satz("Der Rat hat am 3. Mai 2030 beschlossen:")),
            unit(Level.PRAEAMBEL, "", satz("Der Rat will Frieden."), heading="Präambel"),
            unit(Level.ABSCHNITT, "Abschnitt I", paragraf, heading="Allgemeines"),
        ),
    )
    assert formatted(SAMPLE) == SAMPLE


def test_origins_are_unique_and_in_the_order_of_the_text() -> None:
    origins = [unit.origin for _, unit in read(SAMPLE).walk()]
    assert [(origin.act, origin.serial) for origin in origins if origin] == [(0, i) for i in range(len(origins))]


def test_an_item_without_words_holds_its_list_in_a_sentence_without_words() -> None:
    (nummer,) = section("1.", "a) eins,", "b) zwei.")
    first, second = (unit(Level.BUCHSTABE, label, satz(text)) for label, text in (("a)", "eins,"), ("b)", "zwei.")))
    assert nummer == unit(Level.NUMMER, "1.", satz("", first, second))


def test_absaetze_without_number_are_absaetze_if_there_are_several() -> None:
    assert section("Der Rat tagt. Er berät.") == (satz("Der Rat tagt."), satz("Er berät."))
    assert section("Der Rat tagt.", "Er berät.") == (
        unit(Level.ABSATZ, "", satz("Der Rat tagt.")),
        unit(Level.ABSATZ, "", satz("Er berät.")),
    )


def test_table_rows_belong_to_the_sentence_before() -> None:
    rows = tuple(Provision(Level.ZEILE, text=text) for text in ("Zelt | 5 Euro", "Topf | 1 Euro"))
    assert section("Es kosten:", "Zelt | 5 Euro", "Topf | 1 Euro") == (
        satz("Es kosten:", Provision(Level.TABELLE, children=rows)),
    )


def test_a_range_of_repealed_units_is_one_unit() -> None:
    labels = [unit.label for unit in section("(1) Eins.", "(2) und (3) (weggefallen)", "(4) Vier.")]
    assert labels == ["(1)", "(2) und (3)", "(4)"]


def test_i_is_a_letter_after_h_and_a_numeral_at_the_beginning() -> None:
    (letters,) = section("Ämter:", "h) acht,", "i) neun.")
    assert [item.level for item in letters.children] == [Level.BUCHSTABE, Level.BUCHSTABE]
    (numerals,) = section("Ämter:", "i) eins,", "ii) zwei.")
    assert [item.level for item in numerals.children] == [Level.NUMMER, Level.NUMMER]


def test_canonical_text_is_never_split_again() -> None:
    text = SAMPLE.replace("heißt Musterrat.", "heißt Musterrat. So ist es.")
    assert formatted(text) == text


def test_blank_lines_and_white_space_at_line_ends_do_not_matter_in_canonical_text() -> None:
    loose = SAMPLE.replace("heißt Musterrat.", "heißt Musterrat. So ist es.  ").replace(
        "\n\nPräambel", "\n\n\n\nPräambel"
    )
    assert formatted(loose) == loose.replace(".  ", ".").replace("\n\n\n\n", "\n\n")


def test_wrapped_text_with_hanging_indentation_is_not_taken_for_canonical() -> None:
    found = """\
Ordnung des Musterrates

§ 1 Name
(1) Der Rat heißt Musterrat und berät die Gemeinden in
    allen Fragen des Friedens und der Ordnung im Ort so,
    wie er es für richtig hält. Er tagt öffentlich.
"""
    assert formatted(found).splitlines()[3:] == [
        "(1) Der Rat heißt Musterrat und berät die Gemeinden in allen Fragen des Friedens und der Ordnung im Ort so, "
        "wie er es für richtig hält.",
        "    Er tagt öffentlich.",
    ]


def test_two_sentences_on_a_line_show_that_a_text_is_not_canonical() -> None:
    found = "Muster-Ordnung\n\n§ 1 Name\n(1) Der Rat tagt. Er berät.\n"
    assert formatted(found) == "Muster-Ordnung\n\n§ 1 Name\n(1) Der Rat tagt.\n    Er berät.\n"


def test_the_sample_of_the_documentation_is_canonical() -> None:
    page = (Path(__file__).parents[1] / "docs" / "text-format.md").read_text("utf-8")
    sample = page.split("```\n")[1]
    assert formatted(sample) == sample


def test_a_text_without_anything_is_a_document_without_anything() -> None:
    assert read("") == Provision(Level.DOCUMENT)
    assert read("\n \n") == Provision(Level.DOCUMENT)

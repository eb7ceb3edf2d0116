"""Comparison: which unit is which, where it went, and that both texts can be read off the rows again."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from strategies import documents
from test_wordmarks import shown

from regelwerk.citation import Citation, Level, Step
from regelwerk.commands import Renumber
from regelwerk.comparison import Comparison, compare, compare_texts
from regelwerk.comparison.changes import Reason, alterations
from regelwerk.comparison.wordmarks import new_text, old_text
from regelwerk.diagnostics import Source
from regelwerk.provision import Origin, Provision
from regelwerk.structure import parse

CORPUS = Path(__file__).parents[2] / "shared" / "corpus" / "pairs"

BASE = """Ordnung des Rates

§ 1 Name
(1) Der Rat führt den Namen „Rat im Kreis“.
    Er hat seinen Sitz in Musterstadt am Fluss.
    Er arbeitet überall im Kreisgebiet.
(2) Er berät die Gemeinden in allen Fragen.

§ 2 Geld
Das Geld kommt vom Kreis und von Spendern.

§ 3 Ende
Alles endet einmal am letzten Tag des Jahres.
"""


def read(text: str) -> Provision:
    return parse(Source("text", text)).document


def texts(old: str, new: str) -> Comparison:
    return compare_texts(read(old), read(new))


def changes(comparison: Comparison) -> list[str]:
    """Each change as „kind: old → new“."""
    return [f"{found.kind.value}: {found.old or '—'} → {found.new or '—'}" for found in alterations(comparison)]


def words(comparison: Comparison) -> list[str]:
    """The marked words of all units that have changed."""
    rows = ((shown(row.label), shown(row.heading), shown(row.text)) for row in comparison.rows)
    return [part for row in rows for part in row if "-]" in part or "+}" in part]


def test_equal_texts_have_no_changes():
    assert changes(texts(BASE, BASE)) == []


def test_changed_words():
    found = texts(BASE, BASE.replace("in allen Fragen", "in vielen Fragen"))
    assert changes(found) == ["changed: § 1 Absatz 2 → § 1 Absatz 2"]
    assert words(found) == ["Er berät die Gemeinden in [-allen-]{+vielen+} Fragen."]


def test_an_inserted_unit_renumbers_those_after_it():
    new = BASE.replace("(2) Er", "(2) Er ist politisch neutral.\n(3) Er")
    assert changes(texts(BASE, new)) == [
        "inserted: — → § 1 Absatz 2",
        "renumbered: § 1 Absatz 2 → § 1 Absatz 3",
    ]


def test_a_repealed_unit_and_its_placeholder():
    gone = BASE.replace("(2) Er berät die Gemeinden in allen Fragen.\n", "")
    kept = BASE.replace("(2) Er berät die Gemeinden in allen Fragen.\n", "(2) (weggefallen)\n")
    assert changes(texts(BASE, gone)) == ["repealed: § 1 Absatz 2 → —"]
    assert changes(texts(BASE, kept)) == ["repealed: § 1 Absatz 2 → § 1 Absatz 2"]


def test_a_moved_unit_is_one_change():
    geld = "§ 2 Geld\nDas Geld kommt vom Kreis und von Spendern.\n\n"
    new = BASE.replace(geld, "").replace("§ 3 Ende", "§ 2 Ende") + "\n" + geld.replace("§ 2", "§ 3")
    assert changes(texts(BASE, new)) == ["renumbered: § 3 → § 2", "moved: § 2 → § 3"]


def test_words_changed_in_a_moved_unit_are_marked_against_where_they_stood():
    geld = "§ 2 Geld\nDas Geld kommt vom Kreis und von Spendern.\n\n"
    moved = geld.replace("§ 2", "\n§ 3").replace("von Spendern", "vom Land")
    new = BASE.replace(geld, "").replace("§ 3 Ende", "§ 2 Ende") + moved.rstrip() + "\n"
    found = texts(BASE, new)
    assert changes(found) == ["renumbered: § 3 → § 2", "moved: § 2 → § 3", "changed: § 2 → § 3"]
    assert words(found) == [
        "[-§ 2-]",
        "[<Das Geld kommt vom Kreis und <][-von Spendern-][<.<]",
        "[-§ 3-]{+§ 2+}",
        "{+§ 3+}",
        "{>Das Geld kommt vom Kreis und >}{+vom Land+}{>.>}",
    ]


def test_a_split_unit():
    new = BASE.replace("    Er hat", "(2) Er hat").replace("(2) Er berät", "(3) Er berät")
    assert changes(texts(BASE, new)) == [
        "formed: § 1 Absatz 1 Satz 2 → § 1 Absatz 2",
        "renumbered: § 1 Absatz 2 → § 1 Absatz 3",
    ]


def test_joined_units():
    new = BASE.replace("(2) Er berät", "    Er berät")
    assert changes(texts(BASE, new)) == ["dissolved: § 1 Absatz 2 → § 1 Absatz 1 Satz 4"]


def test_a_wording_that_becomes_an_absatz():
    new = BASE.replace("Das Geld kommt", "(1) Das Geld kommt").replace("Spendern.", "Spendern.\n(2) Es reicht immer.")
    assert changes(texts(BASE, new)) == ["formed: § 2 → § 2 Absatz 1", "inserted: — → § 2 Absatz 2"]


def test_a_sentence_is_the_same_by_what_stands_before_its_list():
    lead = "Der Rat fördert im ganzen Kreisgebiet auf Antrag der Gemeinden jedes Jahr"
    old = f"{BASE}\n§ 4 Förderung\n{lead}\n1. Schulen und\n2. Vereine.\n"
    new = (
        f"{BASE}\n§ 4 Förderung\n(1) {lead}\n1. Vorhaben, die das Zusammenleben in den Dörfern stärken,\n"
        "2. Wege zu Bahnhöfen, Friedhöfen, Badestellen und\n3. Feste mit mehr als hundert Gästen aus drei Orten.\n"
        "(2) Die Mittel dafür kommen zur Hälfte vom Land.\n"
    )
    assert changes(texts(old, new))[0] == "formed: § 4 → § 4 Absatz 1"


def test_replaced_words():
    new = BASE.replace("Alles endet einmal am letzten Tag des Jahres.", "Diese Ordnung gilt unbefristet.")
    found = texts(BASE, new)
    assert changes(found) == ["replaced: § 3 → § 3"]
    assert words(found) == ["[-Alles endet einmal am letzten Tag des Jahres.-]{+Diese Ordnung gilt unbefristet.+}"]


def test_a_heading_and_a_title():
    new = BASE.replace("§ 2 Geld", "§ 2 Geld und Spenden").replace("Ordnung des Rates", "Ordnung des Beirates")
    assert words(texts(BASE, new)) == ["Ordnung des [-Rates-]{+Beirates+}", "Geld{+ und Spenden+}"]


def test_units_of_one_origin_are_the_same_whatever_they_say():
    def text(number: str, words: str, act: int) -> Provision:
        sentence = Provision(Level.SATZ, text=words, origin=Origin(act, 2))
        unit = Provision(Level.PARAGRAF, number, children=(sentence,), origin=Origin(0, 1))
        return Provision(Level.DOCUMENT, children=(unit,), origin=Origin(0, 0))

    old, new = text("§ 1", "Der Rat tagt.", 0), text("§ 2", "Alle kommen zusammen.", 1)
    assert changes(compare(old, new)) == ["renumbered: § 1 → § 2", "replaced: § 1 → § 2"]
    assert changes(compare_texts(old, new)) == ["repealed: § 1 → —", "inserted: — → § 2"]


def test_the_commands_that_made_a_change():
    old = Provision(Level.DOCUMENT, children=(Provision(Level.PARAGRAF, "§ 1", "Name", origin=Origin(0, 1)),))
    new = Provision(Level.DOCUMENT, children=(Provision(Level.PARAGRAF, "§ 2", "Name", origin=Origin(0, 1)),))
    act = Source("act", "§ 1 wird § 2.")
    step, to = (Citation((Step(Level.PARAGRAF, number),)) for number in "12")
    reason = Reason("1. Änderung", Renumber(places=(step,), to=(to,), span=act.span()))
    other = Reason("2. Änderung", Renumber(places=(to,), to=(step,), span=act.span()))
    reasons = {Origin(0, 1): (reason,), Origin(0, 2): (other,)}
    (found,) = alterations(compare(old, new), reasons)
    assert found.reasons == (reason,)


def units(document: Provision) -> list[tuple[str, str, str]]:
    return [(unit.label, unit.heading, unit.text) for _, unit in document.walk()]


def assert_reversible(comparison: Comparison) -> None:
    old, new = (
        [tuple(read(part) for part in (row.label, row.heading, row.text)) for row in comparison.rows if is_there(row)]
        for read, is_there in ((old_text, lambda row: row.in_old), (new_text, lambda row: row.in_new))
    )
    assert (old, new) == (units(comparison.old), units(comparison.new))


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(documents(), documents())
def test_both_texts_can_be_read_off_the_rows(old, new):
    assert_reversible(compare(old, new))
    assert_reversible(compare_texts(old, new))


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(documents())
def test_a_text_is_equal_to_itself(document):
    assert changes(compare_texts(document, document)) == []


@pytest.mark.skipif(not CORPUS.exists(), reason="needs the corpus beside the repository")
def test_real_laws_can_be_read_off_the_rows():
    for folder in sorted(CORPUS.iterdir()):
        assert_reversible(texts(*((folder / name).read_text(encoding="utf-8") for name in ("old.txt", "new.txt"))))

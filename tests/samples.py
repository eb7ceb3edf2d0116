"""Two made-up texts with every kind of change between them, and what is published of them in the tests."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from regelwerk.comparison import Comparison, compare_texts
from regelwerk.diagnostics import Source
from regelwerk.output.choices import View
from regelwerk.output.publication import ActEntry, Masthead, Publication, compared, consolidated
from regelwerk.output.sheets import overview
from regelwerk.provision import Provision
from regelwerk.structure import parse

OLD = """Ordnung des Rates

Abschnitt I Grundlagen

§ 1 Name
(1) Der Rat führt den Namen „Rat im Kreis“.
    Er hat seinen Sitz in Musterstadt am Fluss.
    Er arbeitet überall im Kreis.
(2) Er berät die Gemeinden in allen Fragen.
(3) Für jedes Mitglied wird eine Vertretung benannt.

§ 2 Geld
    Das Geld kommt vom Kreis und von Spendern.

§ 3 Ende
    Alles endet einmal am letzten Tag des Jahres.
"""
NEW = """Ordnung des Rates

Abschnitt I Grundlagen

§ 1 Name
(1) Der Rat führt den Namen „Beirat im Kreis“.
(2) Er hat seinen Sitz in Musterstadt am Fluss.
    Er arbeitet überall im Kreis.
(3) Er berät die Gemeinden in vielen Fragen.

§ 2 Ende
(1) Alles endet einmal am letzten Tag des Jahres.
(2) Das gilt
    1. immer [überall], bei R&D und < 3 Fällen,
    2. für alle.

§ 3 Geld
    Das Geld kommt vom Kreis und von Spendern.
"""

REGISTER = Masthead(
    as_of=date(2024, 1, 1),
    base=ActEntry("Ordnung des Rates", date(2012, 3, 20), date(2012, 3, 21)),
    acts=(ActEntry("1. Änderung", date(2019, 5, 14), date(2019, 6, 1)), ActEntry("2. Änderung", date(2023, 11, 7))),
    check_code="0123456789abcdef",
)


def read(text: str) -> Provision:
    """The tree of a canonical text."""
    return parse(Source("text", text)).document


def comparison(old: str = OLD, new: str = NEW) -> Comparison:
    """The two texts compared as plain files."""
    return compare_texts(read(old), read(new))


def publication(view: View) -> Publication:
    """The sample, in one of the views."""
    if view not in (View.REDLINE, View.SYNOPSIS):
        return replace(consolidated(read(NEW), REGISTER, overview(REGISTER)), view=view)
    return compared(view, comparison(), Masthead(old="Fassung 2012", new="Fassung 2024"))

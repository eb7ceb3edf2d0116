"""Comparisons on the terminal and as text: whole prints."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import NEW, OLD, comparison, publication

from regelwerk.cli import run
from regelwerk.comparison.changes import alterations
from regelwerk.output.choices import View
from regelwerk.output.columns import side_by_side
from regelwerk.output.inline import redline
from regelwerk.output.publication import shortened
from regelwerk.output.statistics import table
from regelwerk.output.terminal import Printable, text_of
from regelwerk.output.wrapping import columns, wrapped

REDLINE = """
  Ordnung des Rates

  Abschnitt I Grundlagen

  § 1 Name
│ (1) Der Rat führt den Namen „[-Rat-]{+Beirat+} im Kreis“.
│ {+(2)+} Er hat seinen Sitz in Musterstadt am Fluss. Er
│     arbeitet überall im Kreis. (bisher Absatz 1 Satz 2)
│ [-(2)-]{+(3)+} Er berät die Gemeinden in
│     [-allen-]{+vielen+} Fragen. (bisher Absatz 2)
│ [-(3) Für jedes Mitglied wird eine Vertretung benannt.-]

│ [-§ 2-] [<Geld<] (verschoben nach § 3)
│ [<Das Geld kommt vom Kreis und von Spendern.<]

│ [-§ 3-]{+§ 2+} Ende (bisher § 3)
│ {+(1)+} Alles endet einmal am letzten Tag des Jahres.
│ {+(2) Das gilt+}
│     {+1. immer [überall], bei R&D und < 3 Fällen,+}
│     {+2. für alle.+}

│ {+§ 3+} {>Geld>} (verschoben, bisher § 2)
│ {>Das Geld kommt vom Kreis und von Spendern.>}
"""

SIDE_BY_SIDE = """
Ordnung des Rates                                │ Ordnung des Rates

Abschnitt I Grundlagen                           │ Abschnitt I Grundlagen

§ 1 Name                                         │ § 1 Name
(1) Der Rat führt den Namen „[-Rat-] im Kreis“.  │ (1) Der Rat führt den Namen „{+Beirat+} im
                                                 │     Kreis“.
Er hat seinen Sitz in Musterstadt am Fluss. Er   │ {+(2)+} Er hat seinen Sitz in Musterstadt am
arbeitet überall im Kreis.                       │     Fluss. Er arbeitet überall im Kreis. (bisher
                                                 │     Absatz 1 Satz 2)
[-(2)-] Er berät die Gemeinden in [-allen-]      │ {+(3)+} Er berät die Gemeinden in {+vielen+}
    Fragen.                                      │     Fragen. (bisher Absatz 2)
[-(3) Für jedes Mitglied wird eine Vertretung    │
    benannt.-]                                   │

[-§ 2-] [<Geld<]                                 │
[<Das Geld kommt vom Kreis und von Spendern.<]   │

[-§ 3-] Ende                                     │ {+§ 2+} Ende (bisher § 3)
Alles endet einmal am letzten Tag des Jahres.    │ {+(1)+} Alles endet einmal am letzten Tag des
                                                 │     Jahres.
                                                 │ {+(2) Das gilt+}
                                                 │     {+1. immer [überall], bei R&D und < 3
                                                 │         Fällen,+}
                                                 │     {+2. für alle.+}

                                                 │ {+§ 3+} {>Geld>} (verschoben, bisher § 2)
                                                 │ {>Das Geld kommt vom Kreis und von Spendern.>}
"""

TABLE = """\
  § 1 Absatz 1  changed +1 −1
  § 1 Absatz 2  set off anew, formerly § 1 Absatz 1 Satz 2
  § 1 Absatz 3  renumbered, formerly § 1 Absatz 2
  § 1 Absatz 3  changed +1 −1
  § 1 Absatz 3  repealed −7
  § 2           renumbered, formerly § 3
  § 2 Absatz 1  set off anew, formerly § 3
  § 2 Absatz 2  inserted +12
  § 3           moved, formerly § 2
Changes: 9, provisions touched: 3, words: +14 −9
"""


def printed(parts: Iterable[Printable]) -> str:
    return "".join(map(text_of, parts))


def test_redline_in_60_columns():
    assert printed(redline(publication(View.REDLINE).blocks, 60)) == REDLINE


def test_side_by_side_in_100_columns():
    assert printed(side_by_side(publication(View.SYNOPSIS).blocks, 100)) == SIDE_BY_SIDE


def test_only_what_changed_with_the_headings_above_it():
    unchanged_title, rest = REDLINE.split("\n\n", 1)
    assert unchanged_title == "\n  Ordnung des Rates"
    assert printed(redline(shortened(publication(View.REDLINE)).blocks, 60)) == "\n" + rest


def test_table_of_changes():
    found = comparison()
    assert printed(table(found, alterations(found), ())) == TABLE


@given(st.lists(st.text("ab 1[§\u0301漢-", max_size=30), max_size=4), st.integers(8, 30))
def test_lines_fit_the_width_and_no_word_is_lost(texts, width):
    lines = ["".join(text for text, _ in line) for line in wrapped([(text, "") for text in texts], width, 2, 4)]
    assert all(columns([(line, "")]) <= max(width, 12) for line in lines)
    assert "".join(lines).replace(" ", "") == "".join(texts).replace(" ", "")


@pytest.fixture
def files(tmp_path):
    for name, text in (("old.txt", OLD), ("new.txt", NEW)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return str(tmp_path / "old.txt"), str(tmp_path / "new.txt")


def test_a_change_of_punctuation_has_no_words_to_count():
    found = comparison(OLD, OLD.replace("Fluss.", "Fluss;"))
    assert printed(table(found, alterations(found), ())) == (
        "  § 1 Absatz 1 Satz 2  changed (no words)\nChanges: 1, provisions touched: 1, words: +0 −0\n"
    )


def test_the_exit_code_says_whether_texts_differ(files, capsys):
    old, new = files
    assert run(["compare", old, new, "--stat"]) == 1
    assert capsys.readouterr().out == TABLE
    assert run(["compare", old, old, "--stat"]) == 0
    assert capsys.readouterr() == (
        "Changes: 0, provisions touched: 0, words: +0 −0\n",
        "The texts do not differ.\n",
    )


def test_an_existing_file_is_not_replaced(files, capsys):
    old, new = files
    assert run(["compare", old, new, "--format", "html", "-o", new]) == 2
    assert capsys.readouterr().err == f"{new} exists already.\n  = hint: --force replaces it.\n"
    assert run(["compare", old, old, "--format", "txt", "-o", new, "--force"]) == 0


def test_a_file_that_cannot_be_written(files, capsys):
    old, new = files
    assert run(["compare", old, new, "--format", "html", "-o", f"{new}/page.html"]) == 2
    assert capsys.readouterr().err == f"{new}/page.html cannot be written: a file is where a folder should be.\n"


def test_options_that_do_not_go_together(files, capsys):
    assert run(["compare", *files, "--format", "html", "--stat"]) == 2
    assert "--stat is for the terminal only." in capsys.readouterr().err
    assert run(["compare", *files, "-o", "page"]) == 2
    assert capsys.readouterr().err == (
        "It is not said in which form page is to be written.\n"
        "  = hint: Say it with --format, or by its ending: „changes.pdf“.\n"
    )


def test_the_ending_of_a_file_says_its_form(files, capsys, tmp_path):
    for name, begin in {"page.html": b"<!DOCTYPE html>", "page.PDF": b"%PDF-1.7"}.items():
        assert run(["compare", *files, "-o", str(tmp_path / name)]) == 1
        assert (tmp_path / name).read_bytes().startswith(begin)

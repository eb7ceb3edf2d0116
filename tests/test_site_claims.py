"""What the pages of a website say of a text is so: who made which words, what holds today, what has ended."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest
from lxml import etree
from offices import Office

BASE = """\
Ordnung des Beirats

§ 1 Sitzungen
(1) Der Beirat tagt zweimal im Jahr.
(2) Er tagt öffentlich.
    Er lädt Gäste ein; sie haben Rederecht.
(3) Er wählt
    1. einen Vorsitz,
    2. eine Vertretung.

§ 2 Vorsitz
    Der Vorsitz dauert ein Jahr.

§ 3 Gebühren
    Gebühren werden nach der Anlage erhoben.
"""


def act(number: int, day: str, words: str, *points: str, end: str = "") -> str:
    """An act that was adopted on the day before it comes into force. `words`: that day as the decision says it."""
    numbered = "\n".join(f"{n}. {point}" for n, point in enumerate(points, 1))
    return (
        f"{number}. Änderung der Ordnung des Beirats\n\nDer Beirat hat am {words} beschlossen:\n\n{numbered}\n\n"
        f"Diese Änderung tritt am {day} in Kraft{end}.\n"
    )


@pytest.fixture
def beirat(office: Office) -> Office:
    """An office with the ordinance of 2012."""
    office.prints("import", office.paper("base.txt", BASE), "--id", "ordnung", "--adopted", "2012-03-20", "--yes")
    return office


def apply(office: Office, text: str) -> None:
    office.prints("apply", office.paper("act.txt", text), "--yes")


def built(office: Office, day: str = "2026-11-22") -> Path:
    """The folder with the pages."""
    assert office.does("site", "out", "--text-only", "--on", day)[0] == 0
    return Path("out")


def words(markup: str) -> str:
    return " ".join(html.unescape(re.sub("<[^>]*>", "", markup)).split())


def notes(page: Path) -> list[str]:
    """What stands below the units of a text."""
    return [words(found) for found in re.findall(r'<p class="note[^>]*>(.*?)</p>', page.read_text("utf-8"))]


def targets(page: Path) -> list[str]:
    """What stands behind the commands of an act."""
    return [words(found) for found in re.findall(r'<span class="places">(.*?)</span>', page.read_text("utf-8"))]


@pytest.mark.parametrize(
    ("point", "note", "target"),
    [
        (
            "§ 1 Absatz 2 wird wie folgt gefasst:\n   „(2) Er tagt offen. Er lädt alle ein. Sie reden mit.“",
            "§ 1 Abs. 2 neu gefasst",
            "→ § 1 Absatz 2 neu gefasst",
        ),
        (
            "§ 2 wird wie folgt gefasst:\n   „§ 2 Leitung\n   (1) Sie dauert ein Jahr.\n   (2) Sie ruht nie.“",
            "§ 2 neu gefasst",
            "→ § 2 neu gefasst",
        ),
        ("Die Überschrift des § 2 wird wie folgt gefasst:\n   „§ 2 Leitung“", "§ 2 Überschrift neu gefasst", None),
        ("In der Überschrift des § 2 wird das Wort „Vorsitz“ durch das Wort „Leitung“ ersetzt.",
         "§ 2 Überschrift geändert", None),
        ("§ 1 Absatz 3 Nummer 2 wird wie folgt gefasst:\n   „2. eine Vertretung für die Dauer eines Jahres.“",
         "§ 1 Abs. 3 Nr. 2 neu gefasst", None),
        ("In § 1 Absatz 2 Satz 2 wird der zweite Halbsatz gestrichen.", "§ 1 Abs. 2 S. 2 geändert", None),
        ("§ 1 Absatz 2 Satz 1 wird aufgehoben.", "§ 1 Abs. 2 S. 1 aufgehoben", None),
        ("In § 1 Absatz 2 wird Satz 2 durch die folgenden Sätze 2 und 3 ersetzt: „Er lädt ein. Alle kommen.“",
         "§ 1 Abs. 2 S. 2 neu gefasst, S. 3 eingefügt",
         "→ § 1 Absatz 2 Satz 2 neu gefasst, § 1 Absatz 2 Satz 3 eingefügt"),
    ],
)  # fmt: skip
def test_a_note_says_what_the_command_did_and_no_more(beirat: Office, point: str, note: str, target: str | None):
    apply(beirat, act(1, "1. Juni 2015", "31. Mai 2015", point))
    out = built(beirat)
    assert notes(out / "ordnung/index.html") == [
        f"{note} durch 1. Änderung (Nr. 1) vom 31. Mai 2015, in Kraft seit 1. Juni 2015"
    ]
    assert targets(out / "ordnung/akt-1.html") == [target or f"→ {long(note)}"]


def long(note: str) -> str:
    for short, name in (("Abs.", "Absatz"), ("S.", "Satz"), ("Nr.", "Nummer")):
        note = note.replace(short, name)
    return note


def test_what_is_gone_is_cited_by_the_number_that_its_absatz_bears_now(beirat: Office):
    apply(beirat, act(1, "1. Juni 2015", "31. Mai 2015", "In § 1 Absatz 2 wird Satz 2 gestrichen."))
    moved = "Nach § 1 Absatz 1 wird folgender Absatz 2 eingefügt:\n   „(2) Er ruht im Sommer.“"
    apply(beirat, act(2, "1. Juni 2016", "31. Mai 2016", moved, "Der bisherige § 1 Absatz 2 wird Absatz 3.",
                      "Der bisherige § 1 Absatz 3 wird Absatz 4."))  # fmt: skip
    assert notes(built(beirat) / "ordnung/index.html")[1] == (
        "§ 1 Abs. 3 S. 2 aufgehoben durch 1. Änderung (Nr. 1) vom 31. Mai 2015, in Kraft seit 1. Juni 2015; "
        "neu nummeriert durch 2. Änderung (Nr. 2) vom 31. Mai 2016, in Kraft seit 1. Juni 2016"
    )


def test_several_commands_of_one_act_share_its_day(beirat: Office):
    first = "In § 1 Absatz 3 Nummer 1 wird das Wort „einen“ durch das Wort „den“ ersetzt."
    second = "In § 1 Absatz 3 Nummer 2 wird das Wort „eine“ durch das Wort „die“ ersetzt."
    apply(beirat, act(1, "1. Juni 2015", "31. Mai 2015", first, second))
    assert notes(built(beirat) / "ordnung/index.html") == [
        "§ 1 Abs. 3 Nr. 1 geändert durch 1. Änderung (Nr. 1), Nr. 2 geändert durch 1. Änderung (Nr. 2) "
        "vom 31. Mai 2015, in Kraft seit 1. Juni 2015"
    ]


ENDING = act(
    1, "1. Juni 2015", "31. Mai 2015",
    "In § 1 Absatz 1 wird das Wort „zweimal“ durch das Wort „einmal“ ersetzt.",
    "In § 2 werden die Wörter „ein Jahr“ durch die Wörter „zwei Jahre“ ersetzt.",
    end=" und mit Ablauf des 31. Dezember 2018 außer Kraft",
)  # fmt: skip


def test_what_ends_is_not_called_a_change_by_the_act(beirat: Office):
    apply(beirat, ENDING)
    out = built(beirat)
    assert notes(out / "ordnung/index.html")[1] == (
        "§ 2 geändert durch 1. Änderung (Nr. 2) vom 31. Mai 2015, in Kraft seit 1. Juni 2015; "
        "geändert, weil die 1. Änderung (Nr. 2) vom 31. Mai 2015 seit 1. Januar 2019 nicht mehr gilt"
    )
    change = words((out / "ordnung/fassung-2019-01-01-1-ende-aenderungen.html").read_text("utf-8"))
    assert "1. Änderung, ab 1. Juni 2015 → Ende der 1. Änderung, ab 1. Januar 2019" in change
    assert "Ende der 1. Änderung, ab 1. Januar 2019" in words((out / "ordnung/par-2.html").read_text("utf-8"))
    assert targets(out / "ordnung/akt-1.html") == ["→ § 1 Absatz 1 geändert", "→ § 2 geändert"]


def test_each_act_is_named_for_what_it_did_where_one_ends_as_another_begins(beirat: Office):
    apply(beirat, ENDING)
    apply(beirat, act(2, "1. Januar 2019", "31. Mai 2018",
                      "In § 2 werden die Wörter „ein Jahr“ durch die Wörter „drei Jahre“ ersetzt."))  # fmt: skip
    out = built(beirat)
    assert notes(out / "ordnung/fassung-2019-01-01-2-aenderungen.html") == [
        "§ 1 Abs. 1 geändert, weil die 1. Änderung (Nr. 1) vom 31. Mai 2015 seit 1. Januar 2019 nicht mehr gilt",
        "§ 2 geändert durch 2. Änderung (Nr. 1) vom 31. Mai 2018, in Kraft seit 1. Januar 2019",
    ]
    assert targets(out / "ordnung/akt-2.html") == ["→ § 2 geändert"]


REPEALED = """\
Beschluss zur Aufhebung der Ordnung des Beirats

Der Beirat hat am 3. Mai 2022 beschlossen:

1. Die Ordnung des Beirats wird aufgehoben.

Dieser Beschluss tritt am 1. Juli 2022 in Kraft.
"""


def test_a_repeal_is_told_wherever_the_text_is(beirat: Office):
    beirat.prints("apply", beirat.paper("act.txt", REPEALED), "--id", "ordnung", "--yes")
    title = "Beschluss zur Aufhebung der Ordnung des Beirats"
    before = built(beirat, "2022-06-30")
    assert f"Am 1. Juli 2022 tritt das Regelwerk außer Kraft: {title}." in said(before, "ordnung/index.html")
    assert f"Gilt nur noch bis 30. Juni 2022: {title}" in said(before, "index.html")
    after = built(beirat, "2022-07-01")
    over = "Außer Kraft seit 1. Juli 2022: Diese Fassung galt vom 20. März 2012 bis 30. Juni 2022."
    for page in ("index", "fassung-2012-03-20-0"):
        assert f"{over} Das Regelwerk ist aufgehoben durch: {title}." in said(after, f"ordnung/{page}.html")
    assert f"Außer Kraft seit 1. Juli 2022: {title}" in said(after, "index.html")
    assert f"Zuletzt {over} Der Vorsitz dauert ein Jahr." in said(after, "ordnung/par-2.html")
    assert "Ordnung des Beirats (außer Kraft)" in said(after, "suche.html")
    feed = etree.fromstring((after / "aenderungen.atom").read_bytes())
    told = [summary.text for summary in feed.iter("{http://www.w3.org/2005/Atom}summary")]
    assert told[0].replace("\xa0", " ") == f"{title}, beschlossen am 3. Mai 2022, außer Kraft ab 1. Juli 2022."


def said(out: Path, page: str) -> str:
    """All words of a page; those of one paragraph are apart from those of the next."""
    return words(re.sub(r"(?=</?(?:p|h\d|li|div)\b)", " ", (out / page).read_text("utf-8")))


def test_a_paragraf_that_is_gone_names_the_version_that_still_had_it(beirat: Office):
    apply(beirat, act(1, "1. Juni 2015", "31. Mai 2015", "§ 2 wird aufgehoben.", "§ 3 wird § 2."))
    told = "Dieser Paragraf steht nicht in der Fassung, die heute gilt, zuletzt in der Fassung ab 20. März 2012."
    assert told in said(built(beirat), "ordnung/par-2.html")


def test_a_text_that_was_adopted_after_its_first_day_says_so(beirat: Office):
    late = act(1, "1. Juni 2015", "3. Mai 2016", "§ 3 wird aufgehoben.").replace("tritt am", "tritt rückwirkend zum")
    apply(beirat, late)
    out = built(beirat)
    told = "Diese Fassung gilt rückwirkend: Beschlossen wurde sie am 3. Mai 2016."
    assert told in said(out, "ordnung/fassung-2015-06-01-1.html")
    assert "rückwirkend" not in said(out, "ordnung/fassung-2012-03-20-0.html")


def test_of_two_paragrafen_with_one_number_that_of_today_is_told_first(beirat: Office):
    new = "Nach § 2 wird folgender § 3 eingefügt:\n   „§ 3 Gäste\n   Gäste haben Rederecht.“"
    apply(beirat, act(1, "1. Januar 2030", "3. Februar 2026", new, "Der bisherige § 3 wird § 4."))
    page = said(built(beirat), "ordnung/par-3.html")
    assert re.findall("§ 3 (Gebühren|Gäste) (Heute|Dieser Paragraf steht noch nicht)", page) == [
        ("Gebühren", "Heute"),
        ("Gäste", "Dieser Paragraf steht noch nicht"),
    ]


def test_the_feed_says_of_an_end_that_it_is_one(beirat: Office):
    apply(beirat, ENDING)
    feed = etree.fromstring((built(beirat) / "aenderungen.atom").read_bytes())
    told = [summary.text for summary in feed.iter("{http://www.w3.org/2005/Atom}summary")]
    title = "1. Änderung der Ordnung des Beirats, beschlossen am 31. Mai 2015"
    assert told[:2] == [f"{title}, außer Kraft ab 1. Januar 2019.", f"{title}, in Kraft ab 1. Juni 2015."]


def test_nobody_is_said_to_have_adopted_what_is_not_known_to_be_adopted_by_him(beirat: Office):
    Path("site.toml").write_text('body = "Landkreis"\n', encoding="utf-8")
    assert "legislationPassedBy" not in (built(beirat) / "ordnung/index.html").read_text("utf-8")

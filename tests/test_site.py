"""The website of a workspace: its links, its lasting anchors, its bytes, what it writes again, and what it refuses."""

from __future__ import annotations

import errno
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from posixpath import dirname, join, normpath

import hostile
import pytest
from lxml import etree

from regelwerk.cli import run
from regelwerk.diagnostics import Source
from regelwerk.website.settings import Settings, read_settings

BASE = """Ordnung des Rates

§ 1 Name
(1) Der Rat heißt Rat im Kreis.
(2) Er tagt jährlich.
    Er lädt Gäste ein.

§ 2 Aufgaben
    Der Rat
    1. berät die Gemeinden und
    2. berichtet.

§ 3 Ende
    Diese Ordnung gilt ab sofort.
"""
FIRST = """1. Änderung der Ordnung des Rates

Der Rat hat am 3. Mai 2015 beschlossen:

1. In § 1 Absatz 2 Satz 1 wird das Wort „jährlich“ durch das Wort „monatlich“ ersetzt.
2. In § 2 wird der Nummer 2 das Wort „jährlich“ vorangestellt.
3. § 3 wird aufgehoben.

Diese Änderung tritt am 1. Juni 2015 in Kraft.
"""
SECOND = """2. Änderung der Ordnung des Rates

Der Rat hat am 3. Mai 2018 beschlossen:

1. Nach § 1 wird folgender § 1a eingefügt:
„§ 1a Sitz
Der Rat hat seinen Sitz am Fluss.“
2. § 1 Absatz 1 wird wie folgt gefasst:
„(1) Der Rat heißt Beirat.“

Diese Änderung tritt am 1. Juni 2030 in Kraft.
"""
THIRD = """3. Änderung der Ordnung des Rates

Der Rat hat am 3. Mai 2019 beschlossen:

1. In § 2 Nummer 1 wird das Wort „Gemeinden“ durch das Wort „Dörfer“ ersetzt.

Diese Änderung tritt am 1. Juni 2020 in Kraft.
"""
TAKING_AWAY = """3. Änderung der Ordnung des Rates

Der Rat hat am 3. Mai 2013 beschlossen:

1. § 1 Absatz 2 Satz 2 wird gestrichen.
2. Nach § 1 wird folgender § 2 eingefügt:
„§ 2 Sitz
Der Rat hat seinen Sitz am Fluss.“
3. Der bisherige § 2 wird § 2a.

Diese Änderung tritt am 1. Juni 2020 in Kraft.
"""
PARTLY = """3. Änderung der Ordnung des Rates

Der Rat hat am 3. Mai 2019 beschlossen:

1. In § 2 Nummer 1 wird das Wort „Gemeinden“ durch das Wort „Dörfer“ ersetzt.
2. § 3 wird § 2a.

Diese Änderung tritt am 1. Juni 2020 in Kraft. Nummer 2 tritt am 1. Juni 2030 in Kraft.
"""
VOID = ("meta", "link", "input", "br")
DAY = ("--on", "2026-11-22")


@dataclass
class Page(HTMLParser):
    """What is in a page. One that is not well made fails."""

    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    attributes: set[str] = field(default_factory=set)
    scripts: list[tuple[str, str]] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    open: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag, attributes):
        found = dict(attributes)
        self.attributes |= found.keys()
        self.ids += [found["id"]] if "id" in found else []
        self.links += [found["href"]] if "href" in found else []
        if tag == "script":
            self.scripts.append((found.get("type", ""), ""))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if self.open and self.open[-1] == "script":
            self.scripts[-1] = (self.scripts[-1][0], data)
        else:
            self.words.append(data)

    def text(self) -> str:
        return " ".join("".join(self.words).split())


def pages(out: Path) -> dict[str, Page]:
    """All pages of a site, read."""
    found = {}
    for file in sorted(out.rglob("*.html")):
        page = Page()
        page.feed(file.read_text(encoding="utf-8"))
        page.close()
        assert page.open == []
        found[file.relative_to(out).as_posix()] = page
    return found


def contents(out: Path) -> dict[str, bytes]:
    return {file.relative_to(out).as_posix(): file.read_bytes() for file in out.rglob("*") if file.is_file()}


@pytest.fixture
def office(tmp_path, monkeypatch, capsys) -> Path:
    """A workspace with a rulebook of two amendments, one of them still to come."""
    monkeypatch.chdir(tmp_path)
    assert run(["init", "office"]) == 0
    monkeypatch.chdir(tmp_path / "office")
    record("ordnung", BASE, FIRST, SECOND)
    capsys.readouterr()
    return tmp_path / "office"


def record(id: str, base: str, *acts: str) -> None:
    Path("text.txt").write_text(base, encoding="utf-8")
    assert run(["import", "text.txt", "--id", id, "--adopted", "2012-03-20", "--yes"]) == 0
    for act in acts:
        apply(id, act)


def apply(id: str, act: str) -> None:
    Path("act.txt").write_text(act, encoding="utf-8")
    assert run(["apply", "act.txt", "--id", id, "--yes"]) == 0


def site(capsys, *arguments: str, code: int = 0) -> str:
    """What building says."""
    capsys.readouterr()
    assert run(["site", *arguments]) == code
    printed = capsys.readouterr()
    assert printed.out == ""
    return printed.err


def test_every_link_leads_to_a_file_and_an_anchor_of_the_site(office, capsys):
    site(capsys, "out", *DAY)
    found = pages(Path("out"))
    files = contents(Path("out"))
    for path, page in found.items():
        assert len(page.ids) == len(set(page.ids)), path
        for link in page.links:
            place, _sign, anchor = link.partition("#")
            target = normpath(join(dirname(path), place)) if place else path
            assert target in files, (path, link)
            assert not anchor or anchor in found[target].ids, (path, link)


def test_the_pages_of_a_rulebook(office, capsys):
    assert site(capsys, "out", *DAY) == "out: 1 rulebooks, 43 files, 43 of them written now, 0 removed.\n"
    assert sorted(pages(Path("out"))) == [
        "impressum.html",
        "index.html",
        "ordnung/akt-0.html",
        "ordnung/akt-1.html",
        "ordnung/akt-2.html",
        "ordnung/fassung-2012-03-20-0.html",
        "ordnung/fassung-2015-06-01-1-aenderungen.html",
        "ordnung/fassung-2015-06-01-1-synopse.html",
        "ordnung/fassung-2015-06-01-1.html",
        "ordnung/fassung-2030-06-01-2-aenderungen.html",
        "ordnung/fassung-2030-06-01-2-synopse.html",
        "ordnung/fassung-2030-06-01-2.html",
        "ordnung/index.html",
        "ordnung/par-1.html",
        "ordnung/par-1a.html",
        "ordnung/par-2.html",
        "ordnung/par-3.html",
        "ordnung/quellen.html",
        "suche.html",
    ]


def test_each_text_says_whether_it_is_in_force(office, capsys):
    site(capsys, "out", *DAY)
    found = {path: page.text() for path, page in pages(Path("out", "ordnung")).items()}
    assert (
        "Außer Kraft seit 1. Juni 2015: Diese Fassung galt vom 20. März 2012 bis 31. Mai 2015. "
        "Heute gilt die Fassung ab 1. Juni 2015." in found["fassung-2012-03-20-0.html"]
    )
    assert "Kraft seit 1. Juni 2030" not in found["fassung-2015-06-01-1.html"]
    assert (
        "Noch nicht in Kraft: Diese Fassung tritt am 1. Juni 2030 in Kraft. Heute gilt die Fassung ab 1. Juni 2015."
        in found["fassung-2030-06-01-2.html"]
    )
    assert "Am 1. Juni 2030 tritt die 2. Änderung in Kraft." in found["index.html"]


def test_an_act_that_is_partly_in_force(office, capsys):
    record("zweite", BASE, PARTLY.replace("3. Änderung", "1. Änderung"))
    site(capsys, "out", *DAY)
    found = {path: page.text() for path, page in pages(Path("out")).items()}
    assert "Am 1. Juni 2030 tritt Nr. 2 der 1. Änderung in Kraft." in found["zweite/index.html"]
    assert "1. Änderung der Ordnung des Rates (Nr. 2)" in found["zweite/index.html"]
    assert "Nächste Änderung am 1. Juni 2030: 1. Änderung der Ordnung des Rates (Nr. 2)" in found["index.html"]
    days = "1. Änderung: beschlossen am 3. Mai 2019, in Kraft ab 1. Juni 2020, Nr. 2 ab 1. Juni 2030"
    assert days in found["zweite/akt-1.html"]


def test_a_paragraf_that_will_bear_another_number(office, capsys):
    record("zweite", BASE, PARTLY.replace("3. Änderung", "1. Änderung"))
    site(capsys, "out", *DAY)
    found = {path: page.text() for path, page in pages(Path("out", "zweite")).items()}
    assert "Heute: § 3 Ende" in found["par-2a.html"]
    assert "1. Änderung, ab 1. Juni 2030 (noch nicht in Kraft), beschlossen am 3. Mai 2019" in found["par-3.html"]
    assert (
        "§ 2a neu nummeriert durch 1. Änderung (Nr. 2) vom 3. Mai 2019, in Kraft ab 1. Juni 2030" in found["par-3.html"]
    )
    assert (
        "Dieser Paragraf steht noch nicht in der Fassung, die heute gilt, sondern erst in der Fassung ab 1. Juni 2030."
        in pages(Path("out"))["ordnung/par-1a.html"].text()
    )


def test_a_changed_sentence_leads_to_the_command_and_the_command_to_the_sentence(office, capsys):
    site(capsys, "out", *DAY)
    found = pages(Path("out", "ordnung"))
    text, act = found["fassung-2015-06-01-1.html"], found["akt-1.html"]
    assert (
        "§ 1 Abs. 2 S. 1 geändert durch 1. Änderung (Nr. 1) vom 3. Mai 2015, in Kraft seit 1. Juni 2015" in text.text()
    )
    assert {"akt-1.html#nr-1", "akt-1.html#nr-2", "akt-1.html#nr-3"} <= set(text.links)
    assert {
        "fassung-2015-06-01-1.html#par-1-abs-2-satz-1",
        "fassung-2015-06-01-1.html#par-2-nr-2",
        "fassung-2015-06-01-1.html#par-3",
    } <= set(act.links)
    assert (
        " ".join(FIRST.split())
        == re.sub(r" → .*? (geändert|aufgehoben)", "", act.text().partition("Textdatei")[2])[
            : len(" ".join(FIRST.split()))
        ]
    )


@pytest.mark.parametrize(
    "act",
    [THIRD, TAKING_AWAY, f"{TAKING_AWAY.partition('2. Nach')[0]}Diese Änderung tritt am 1. Juni 2014 in Kraft.\n"],
)
def test_anchors_of_a_build_are_in_the_next_one_too(office, capsys, act):
    site(capsys, "out", *DAY)
    before = {path: page.ids for path, page in pages(Path("out")).items()}
    apply("ordnung", act)
    site(capsys, "out", *DAY)
    after = {path: page.ids for path, page in pages(Path("out")).items()}
    moved = {(path, name) for path, ids in before.items() for name in ids if name not in after.get(path, [])}
    assert moved == set()


def test_an_address_that_a_text_has_lost_says_where_its_words_are(office, capsys):
    apply("ordnung", TAKING_AWAY)
    site(capsys, "out", *DAY)
    said = pages(Path("out"))["ordnung/index.html"].text()
    last = "gibt es in dieser Fassung nicht, zuletzt in der Fassung ab 1. Juni 2015."
    assert f"§ 1 Absatz 2 Satz 2 {last}" in said
    assert f"§ 2 Nummer 1 {last} Was dort stand, ist in ihr § 2a Nummer 1." in said


def test_only_what_changed_is_written_again(office, capsys):
    record("zweite", BASE.replace("Rates", "Beirats"))
    site(capsys, "out", *DAY)
    assert site(capsys, "out", *DAY) == "out: 2 rulebooks, 60 files, 0 of them written now, 0 removed.\n"
    times = {path: os.stat(Path("out", path)).st_mtime_ns for path in contents(Path("out"))}
    apply("zweite", FIRST.replace("Rates", "Beirats"))
    site(capsys, "out", *DAY)
    touched = {path for path, time in times.items() if os.stat(Path("out", path)).st_mtime_ns != time}
    assert {path.split("/")[0] for path in touched} == {
        *("zweite", "index.html", "suche.html", "aenderungen.atom", "regelwerk-site.json")
    }
    assert "zweite/akt-0.html" not in touched


def test_what_is_taken_back_is_removed_and_what_is_lost_is_written_again(office, capsys):
    site(capsys, "out", *DAY)
    assert run(["retract", "ordnung", "2", "--reason", "Versehen", "--yes"]) == 0
    Path("out", "ordnung", "par-2.html").unlink()
    site(capsys, "out", *DAY)
    there = contents(Path("out"))
    assert "ordnung/par-2.html" in there
    assert [path for path in there if "2030" in path or "1a" in path] == []


def test_another_day_makes_other_bands_and_the_same_addresses(office, capsys):
    site(capsys, "out", *DAY)
    before = set(contents(Path("out")))
    site(capsys, "out", "--on", "2031-01-01")
    assert set(contents(Path("out"))) == before
    assert "Noch nicht in Kraft" not in pages(Path("out"))["ordnung/fassung-2030-06-01-2.html"].text()


def test_the_same_bytes_anywhere(office, tmp_path):
    apply("ordnung", TAKING_AWAY)
    program = Path(sys.executable).with_name("regelwerk")
    made = []
    for zone, locale, seed in (("UTC", "C.UTF-8", "1"), ("Pacific/Kiritimati", "de_DE.UTF-8", "77")):
        out = tmp_path / seed
        surroundings = {**os.environ, "TZ": zone, "LANG": locale, "LC_ALL": locale, "PYTHONHASHSEED": seed}
        subprocess.run([program, "site", out, *DAY], check=True, env=surroundings, capture_output=True)
        made.append(contents(out))
    assert made[0] == made[1]


def test_hostile_text_is_shown_and_never_run(office, capsys):
    words = "".join(hostile.MARKUP[-16:-5]).replace("§ 3 ", "")
    base = f"Ordnung {words}\n\n§ 1 Kopf {words}\n    Gezeigt wird {words} und vier.\n"
    act = FIRST.split("1. In")[0] + "1. In § 1 wird das Wort „vier“ durch das Wort „fünf“ ersetzt.\n" + FIRST[-47:]
    record("zeichen", base)
    Path("act.txt").write_text(act, encoding="utf-8")
    assert run(["apply", "act.txt", "--id", "zeichen", "--title", words, "--yes"]) == 0
    Path("site.toml").write_text(f"body = '''{words}'''\nimprint = '''{words}'''\n", encoding="utf-8")
    site(capsys, "out", *DAY)
    found = pages(Path("out"))
    shown = hostile.squeezed(words)
    assert shown in hostile.squeezed(found["zeichen/index.html"].text())
    assert shown in hostile.squeezed(found["index.html"].text())
    for path, page in found.items():
        assert not [name for name in page.attributes if name.startswith("on") or name in ("src", "style")], path
        assert [
            kind for kind, _code in page.scripts if kind not in ("", "application/json", "application/ld+json")
        ] == []
        for kind, code in page.scripts:
            assert "alert" not in code or kind
            assert not kind or json.loads(code)


def test_settings_may_say_what_holds_anyway():
    text = 'title = "Regelwerke"\nbody = ""\ncontact = ""\nimprint = ""\naddress = ""\naccent = "#0b4a8f"\n'
    assert read_settings(Source("site.toml", text)) == Settings()


def test_settings_in_another_encoding_are_read_and_reported(office, capsys):
    Path("site.toml").write_bytes('title = "Kreisrecht Münster"\n'.encode("cp1252"))
    said = site(capsys, "out", *DAY).splitlines()
    assert said[0] == ("site.toml:1:22: The file is not UTF-8; it was read as Windows-1252 (Latin-1).")
    assert "Kreisrecht Münster" in pages(Path("out"))["index.html"].text()


def test_the_feed_and_the_data_for_machines(office, capsys):
    Path("site.toml").write_text('title = "Satzungen"\naddress = "https://rat.example/recht/"\n', encoding="utf-8")
    site(capsys, "out", *DAY)
    feed = etree.fromstring(Path("out", "aenderungen.atom").read_bytes())
    atom = "{http://www.w3.org/2005/Atom}"
    assert [title.text for title in feed.iter(f"{atom}title")] == [
        "Satzungen",
        "Ordnung des Rates: 2. Änderung, ab 1. Juni 2030",
        "Ordnung des Rates: 1. Änderung, ab 1. Juni 2015",
        "Ordnung des Rates: Stammfassung, ab 20. März 2012",
    ]
    page = Path("out", "ordnung", "fassung-2015-06-01-1.html").read_text(encoding="utf-8")
    address = "https://rat.example/recht/ordnung/fassung-2015-06-01-1.html"
    assert f'<link rel="canonical" href="{address}">' in page
    data = json.loads(re.findall(r"ld\+json\">(.*?)</script>", page)[0])
    assert (data["@id"], data["legislationIdentifier"]) == (address, "eli/ordnung/2015-06-01-1/deu")
    assert (data["legislationDateVersion"], data["temporalCoverage"]) == ("2015-06-01", "2015-06-01/2030-05-31")
    assert data["legislationLegalForce"] == "https://schema.org/InForce"


def test_every_version_lies_there_in_all_forms(office, capsys):
    site(capsys, "out", *DAY)
    for version in ("2012-03-20-0", "2015-06-01-1", "2030-06-01-2"):
        for ending in ("txt", "json", "xml", "docx", "pdf"):
            assert Path("out", "ordnung", f"fassung-{version}.{ending}").stat().st_size > 0
    assert "fassung-2015-06-01-1.pdf" in pages(Path("out"))["ordnung/fassung-2015-06-01-1.html"].links
    site(capsys, "out", "--text-only", *DAY)
    endings = {path.suffix for path in Path("out", "ordnung").glob("fassung-*")}
    assert endings == {".html", ".txt"}
    assert "fassung-2015-06-01-1.pdf" not in pages(Path("out"))["ordnung/fassung-2015-06-01-1.html"].links


def test_an_amendment_leaves_the_files_of_older_versions_as_they_were(office, capsys):
    site(capsys, "out", *DAY)
    before = contents(Path("out"))
    apply("ordnung", THIRD.replace("1. Juni 2020", "1. Juni 2031"))
    site(capsys, "out", *DAY)
    after = contents(Path("out"))
    site(capsys, "fresh", *DAY)
    assert contents(Path("fresh")) == after
    files = {path for path in before if path.endswith((".pdf", ".docx", ".xml", ".json")) and "fassung" in path}
    assert len(files) == 12
    assert {path for path in files if before[path] != after[path]} == {
        f"ordnung/fassung-2030-06-01-2.{ending}" for ending in ("pdf", "docx", "json")
    }


def test_each_pdf_is_proven_whatever_has_been_recorded_since(office, capsys):
    apply("ordnung", THIRD.replace("Dörfer", "Städte"))
    assert run(["retract", "ordnung", "3", "--reason", "Versehen", "--yes"]) == 0
    apply("ordnung", THIRD)
    assert run(["gap", "ordnung", "4", "--reason", "Amtsblatt", "--yes"]) == 0
    fifth = THIRD.replace("3. Änderung", "5. Änderung").replace("2020", "2032")
    apply("ordnung", fifth.replace("„Dörfer“", "„Städte“").replace("„Gemeinden“", "„Dörfer“"))
    site(capsys, "out", *DAY)
    prints = sorted(map(str, Path("out", "ordnung").glob("*.pdf")))
    assert run(["verify", *prints]) == 0
    told = capsys.readouterr().out.splitlines()
    assert [line.partition(" is, byte for byte, what is exported of „ordnung“: ")[0] for line in told] == prints
    records = [json.loads(path.read_bytes()) for path in Path("out", "ordnung").glob("fassung-*.json")]
    assert len({record["version"]["check_code"] for record in records}) == 2


def test_sources_lie_beside_their_seals(office, capsys):
    site(capsys, "out", *DAY)
    listed = pages(Path("out"))["ordnung/quellen.html"].text()
    from hashlib import sha256

    for name in ("base.txt", "01.txt", "02.txt", "consolidated.txt", "rulebook.toml"):
        data = Path("out", "ordnung", "quellen", name).read_bytes()
        assert f"{name}" in listed and sha256(data).hexdigest() in listed
    assert Path("out", "ordnung", "quellen", "01.txt").read_text(encoding="utf-8") == FIRST


def test_the_list_of_seals_is_one_that_sha256sum_checks(office, capsys):
    site(capsys, "out", *DAY)
    folder = Path("out", "ordnung", "quellen")
    subprocess.run(["sha256sum", "--check", "--strict", "SHA256SUMS"], cwd=folder, check=True, capture_output=True)
    lines = (folder / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    assert {line.split("  ")[1] for line in lines} == {path.name for path in folder.iterdir()} - {"SHA256SUMS"}


def test_a_broken_rulebook_does_not_keep_the_others_away(office, capsys):
    record("zweite", BASE.replace("Rates", "Beirats"))
    site(capsys, "out", *DAY)
    before = Path("out", "ordnung", "index.html").read_bytes()
    Path("amendments", "ordnung", "01.txt").write_text("anders\n", encoding="utf-8")
    apply("zweite", FIRST.replace("Rates", "Beirats"))
    assert site(capsys, "out", *DAY, code=1).splitlines()[1:] == [
        "„ordnung“ could not be shown as it is now:",
        "amendments/ordnung/01.txt: The file is not as it was recorded.",
        "  = hint: Put it back as it was, from git or from a backup. A mistake in it is mended by a new act.",
    ]
    assert Path("out", "ordnung", "index.html").read_bytes() == before
    assert "konnten zuletzt nicht erneuert werden" in pages(Path("out"))["index.html"].text()
    assert Path("out", "zweite", "akt-1.html").exists()
    shutil.rmtree("out")
    site(capsys, "out", *DAY, code=1)
    assert "„ordnung“ ist zurzeit nicht verfügbar." in pages(Path("out"))["index.html"].text()


def test_a_fault_that_nobody_foresaw_does_not_keep_the_other_rulebooks_away(office, capsys, monkeypatch):
    from regelwerk.website import building

    record("zweite", BASE.replace("Rates", "Beirats"))
    files_of = building.files_of

    def faulty(book, stored):
        if book.id == "ordnung":
            raise KeyError("abs")
        return files_of(book, stored)

    monkeypatch.setattr(building, "files_of", faulty)
    monkeypatch.setattr(os, "cpu_count", lambda: 1)
    said = site(capsys, "out", *DAY, code=1).splitlines()
    assert said[1] == "„ordnung“ could not be shown as it is now:"
    assert said[2:] == [
        "This rulebook cannot be shown because of a fault in regelwerk itself.",
        "  = hint: Send its folder to whoever looks after regelwerk: there the fault can be found.",
    ]
    assert Path("out", "zweite", "index.html").exists()


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (
            lambda: Path("out").mkdir() or Path("out", "brief.txt").write_text("x"),
            "{out} is not empty, and holds no site of regelwerk.\n  = hint: Name a new folder, or an empty one.\n",
        ),
        (lambda: Path("out").write_text("x"), "{out} is no folder.\n"),
        (
            lambda: Path("out").mkdir() or Path("out", "regelwerk-site.json").write_text("[]"),
            "{out}/regelwerk-site.json: this is no list of files that regelwerk can read.\n"
            "  = hint: Remove the folder, or name a new one.\n",
        ),
        (
            lambda: Path("site.toml").write_text('acent = "#000000"\n'),
            'site.toml:1:1: There is no key „acent“ here.\n  |\n1 | acent = "#000000"\n  | ^^^^^^^^^^^^^^^^^\n'
            "  = hint: Is „accent“ meant?\n",
        ),
        (
            lambda: Path("site.toml").write_text('address = "rat.example"\naccent = "blau"\n'),
            "site.toml:1:1: „address“ has not the form of such a value.\n"
            '  |\n1 | address = "rat.example"\n  | ^^^^^^^^^^^^^^^^^^^^^^^\n'
            "  = hint: Write it in full, with a slash at its end: „https://regeln.example.org/“.\n"
            "site.toml:2:1: „accent“ has not the form of such a value.\n"
            '  |\n2 | accent = "blau"\n  | ^^^^^^^^^^^^^^^\n'
            "  = hint: Write a colour as # and six signs from 0 to 9 and a to f: „#7a1f3d“.\n",
        ),
        (
            lambda: Path("site.toml").write_text('accent = "#aaaaaa"\n'),
            "site.toml:1:1: „accent“ can hardly be read on #ffffff: the contrast is 2.3, and must be 4.5.\n"
            '  |\n1 | accent = "#aaaaaa"\n  | ^^^^^^^^^^^^^^^^^^\n'
            "  = hint: Take a darker colour for „accent“, a lighter one for „accent_dark“.\n",
        ),
    ],
)
def test_what_is_refused(office, capsys, make: Callable[[], object], message: str):
    make()
    before = contents(office)
    assert run(["site", "out", *DAY]) in (2, 3)
    assert capsys.readouterr().err == message.format(out=office / "out")
    assert contents(office) == before


def test_a_file_of_somebody_else_among_the_pages_is_refused(office, capsys):
    site(capsys, "out", *DAY)
    stranger = Path("out", "ordnung", "notiz.html")
    stranger.write_text("eigenes", encoding="utf-8")
    assert site(capsys, "out", *DAY, code=2) == (
        f"{office / stranger}: regelwerk has not made this file.\n  = hint: Move it away, then try again.\n"
    )
    assert stranger.read_text(encoding="utf-8") == "eigenes"


def test_a_full_disk_is_named_and_the_next_build_goes_on(office, capsys, monkeypatch):
    write = Path.write_bytes

    def full(path, data):
        if path.name.startswith("par-2.html"):
            raise OSError(errno.ENOSPC, "No space left on device")
        return write(path, data)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "write_bytes", full)
        said = site(capsys, "out", "--text-only", *DAY, code=1)
    assert said.splitlines()[1:] == [
        "„ordnung“ could not be shown as it is now:",
        f"{office}/out/ordnung/par-2.html: this cannot be written (the disk is full). The website is not complete.",
        "  = hint: Build it again when that is mended; what is missing is made then.",
    ]
    site(capsys, "out", "--text-only", *DAY)
    site(capsys, "fresh", "--text-only", *DAY)
    assert contents(Path("out")) == contents(Path("fresh"))


def test_a_gap_is_named_until_the_act_is_found(office, capsys):
    assert run(["gap", "ordnung", "3", "--reason", "Amtsblatt", "--yes"]) == 0
    site(capsys, "out", *DAY)
    assert "3. Änderung: liegt nicht vor" in pages(Path("out"))["ordnung/index.html"].text()
    apply("ordnung", THIRD)
    site(capsys, "out", *DAY)
    assert "liegt nicht vor" not in pages(Path("out"))["ordnung/index.html"].text()


def test_a_build_that_was_broken_off_is_taken_up(office, capsys):
    site(capsys, "out", *DAY)
    manifest = Path("out", "regelwerk-site.json")
    said = json.loads(manifest.read_text(encoding="utf-8"))
    said["unfinished"], said["parts"] = ["ordnung"], {}
    manifest.write_text(json.dumps(said), encoding="utf-8")
    assert site(capsys, "out", *DAY) == "out: 1 rulebooks, 43 files, 43 of them written now, 0 removed.\n"


def test_no_rulebook_and_no_folder(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert run(["init", "."]) == 0
    assert site(capsys, "out", code=2) == (
        "There is no rulebook here.\n  = hint: „regelwerk import FILE --id ID“ records one.\n"
    )
    assert "Name the folder to write into, or --serve." in site(capsys, code=2)
    assert not Path("out").exists()


def test_a_port_in_use_is_named_before_anything_is_built(office, capsys):
    import socket

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        said = site(capsys, "out", *DAY, "--serve", "--port", str(port), code=2)
    assert not Path("out").exists()
    assert said.splitlines() == [
        f"Port {port} cannot be used: another program is using it.",
        "  = hint: Choose another one with --port.",
    ]


@pytest.mark.parametrize("port", ["70000", "0", "web"])
def test_what_is_no_port_is_refused(office, capsys, port: str):
    said = site(capsys, "out", "--serve", "--port", port, code=2)
    assert said == f"„{port}“ is no port.\n  = hint: It is a number from 1 to 65535.\n"

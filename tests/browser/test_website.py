"""The website as people use it: with the keyboard alone, without script, on a phone, in the dark, far enlarged."""

from __future__ import annotations

import re
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Page
from rulebooks import HOSTILE, make, regelwerk
from screen import SCHEMES, WIDTHS, Screen

SHOWN = (
    "index.html",
    "suche.html",
    "impressum.html",
    "geschaeftsordnung/index.html",
    "geschaeftsordnung/fassung-2019-06-01-1.html",
    "geschaeftsordnung/fassung-2024-01-01-2-aenderungen.html",
    "geschaeftsordnung/fassung-2024-01-01-2-synopse.html",
    "geschaeftsordnung/akt-2.html",
    "geschaeftsordnung/par-3.html",
    "geschaeftsordnung/quellen.html",
    "entschaedigung/index.html",
    "entschaedigung/fassung-2020-01-01-2-volltext.html",
    "entschaedigung/fassung-2027-01-01-3.html",
    "gebuehren/index.html",
    "gebuehren/fassung-2024-08-01-1-synopse.html",
    "gebuehren/akt-1.html",
    "gebuehren/par-2a.html",
    "hausordnung/index.html",
    "hausordnung/akt-1-aufhebung.html",
    "zeichen/par-1.html",
)
"""Pages of every kind, and of every state that a rulebook can be in."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The website of the made-up rulebooks, as on a day before the last of them changes."""
    folder = tmp_path_factory.mktemp("website")
    regelwerk(make(folder), "site", folder / "site", "--on", "2025-06-01")
    return folder / "site"


def pages(site: Path) -> list[Path]:
    return sorted(site.rglob("*.html"))


def kind(name: str) -> str:
    """A page without what tells it from others of its kind."""
    return re.sub(r"(fassung|akt|par)-[0-9]+[a-z]?(?:-[0-9]+)*", r"\1", name.rpartition("/")[2])


def test_every_kind_of_page_is_looked_at(site: Path):
    assert {kind(file.name) for file in pages(site)} == {kind(name) for name in SHOWN} | {
        "fassung.html",
        "fassung-volltext-aenderungen.html",
        "fassung-volltext-synopse.html",
        "akt-volltext.html",
    }


@pytest.mark.parametrize("name", SHOWN)
@WIDTHS
@SCHEMES
def test_no_barriers(site: Path, screen: Screen, name: str, width: int, scheme: str):
    screen.open(site / name)
    assert screen.barriers() == []


@pytest.mark.parametrize("width", [320, 640, 1280])
def test_nothing_is_scrolled_sideways(site: Path, screen: Screen, width: int):
    """A window of 320 is one of 1280 at 400 %, a window of 640 one at 200 %."""
    wide = {}
    for file in pages(site):
        screen.open(file)
        wide[file.name] = screen.overflow()
    assert {name: found for name, found in wide.items() if found} == {}


def test_no_request_leaves_the_folder_and_nothing_is_run(site: Path, screen: Screen):
    for file in pages(site):
        screen.open(file)
    assert {url for url in screen.requests if not url.startswith(f"{site.as_uri()}/")} == set()
    assert screen.trouble == []


def test_a_web_server_is_asked_for_nothing_but_the_site(site: Path, screen: Screen):
    handler = partial(SimpleHTTPRequestHandler, directory=str(site))
    handler.log_message = lambda *_arguments: None
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://localhost:{server.server_port}/"
        for name in SHOWN:
            screen.page.goto(address + name)
        server.shutdown()
    assert {url for url in screen.requests if not url.startswith(address)} == set()
    assert screen.trouble == []


def test_what_looks_like_markup_is_shown(site: Path, screen: Screen):
    for file in [site / "index.html", *sorted((site / "zeichen").glob("*.html"))]:
        page = screen.open(file)
        assert HOSTILE in page.locator("body").inner_text(), file.name
    assert screen.trouble == []


def focused(page: Page) -> str:
    """The words of what the keyboard is at. It can be seen that it is there."""
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
    words: str = page.evaluate("document.activeElement.innerText || document.activeElement.id")
    return " ".join(words.split())


def words_of(page: Page, selector: str) -> str:
    """What is to be read there, with no more than spaces between the words."""
    return " ".join(page.locator(selector).inner_text().split())


def tab_to(page: Page, words: str) -> None:
    """Press the tabulator until the element with these words is reached."""
    passed = []
    for _ in range(80):
        page.keyboard.press("Tab")
        passed.append(focused(page))
        if passed[-1] == words:
            return
    pytest.fail(f"„{words}“ is not among {passed}")


def follow(page: Page, words: str) -> None:
    """Go to the link with the tabulator and open it."""
    tab_to(page, words)
    with page.expect_navigation():
        page.keyboard.press("Enter")


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_with_the_keyboard_to_a_day_a_section_and_the_reason(site: Path, screen: Screen, script: bool):
    page = screen.open(site / "index.html")
    follow(page, "Geschäftsordnung des Präventionsrates des Landkreises Musterland")
    follow(page, "Alle Fassungen")
    if script:
        tab_to(page, "tag")
        page.keyboard.type("06012019")
        with page.expect_navigation():
            page.keyboard.press("Enter")
    else:
        follow(page, "1. Juni 2019 bis 31. Dezember 2023")
    assert page.url == (site / "geschaeftsordnung/fassung-2019-06-01-1.html").as_uri()
    assert "Diese Fassung galt vom 1. Juni 2019 bis 31. Dezember 2023." in words_of(page, ".band")
    follow(page, "§ 3 Mitglieder")
    assert page.url.endswith("fassung-2019-06-01-1.html#par-3")
    follow(page, "1. Änderung (Nr. 3 b)")
    assert page.url == (site / "geschaeftsordnung/akt-1.html#nr-3-b").as_uri().replace("%23", "#")
    assert page.locator(":target").inner_text().startswith("In Absatz 2 Satz 1 wird das Wort „vier“")
    assert "beschlossen am 14. Mai 2019, in Kraft ab 1. Juni 2019" in words_of(page, "header")


def test_from_a_command_that_does_not_fit_to_what_people_decided(site: Path, screen: Screen):
    page = screen.open(site / "gebuehren/akt-1.html")
    page.get_by_role("link", name="Entscheidung").click()
    told = words_of(page, ":target")
    assert "§ 1 Absatz 2: statt „monatlich“ steht „wöchentlich“. → § 1 Absatz 2 geändert" in told
    assert "Entscheidung: Kreistagsbüro, 13. Mai 2024. Grund: Gemeint ist das Wort, das dort steht." in told


def test_a_link_to_a_place_that_is_gone_is_answered_in_words(site: Path, screen: Screen):
    page = screen.open(site / "gebuehren/fassung-2027-01-01-1.html")
    assert page.locator("#par-3").is_hidden()
    page.goto(f"{page.url}#par-3")
    assert words_of(page, "#par-3") == (
        "§ 3 gibt es in dieser Fassung nicht, zuletzt in der Fassung ab 1. August 2024. "
        "Was dort stand, ist in ihr § 2a."
    )


def test_the_first_tab_leads_past_the_head_of_the_page(site: Path, screen: Screen):
    page = screen.open(site / "geschaeftsordnung/index.html")
    follow(page, "Zum Inhalt")
    assert page.evaluate("document.activeElement.id") == "inhalt"


def test_words_are_found(site: Path, screen: Screen):
    page = screen.open(site / "suche.html")
    page.get_by_role("searchbox").fill("videokonferenz sitzungen")
    page.get_by_role("link", name="§ 6a Videositzungen").click()
    assert page.url == (site / "geschaeftsordnung/index.html").as_uri() + "#par-6a"


def test_searching_for_markup_runs_nothing(site: Path, screen: Screen):
    page = screen.open(site / "suche.html")
    page.get_by_role("searchbox").fill("<img src=x onerror=alert(2)>")
    assert page.get_by_role("status").inner_text() == "1 Stelle gefunden."
    assert screen.trouble == []


def test_a_day_before_the_first_text_is_answered_in_words(site: Path, screen: Screen):
    page = screen.open(site / "geschaeftsordnung/index.html")
    page.get_by_label("Welche Fassung galt am").fill("2012-03-19")
    page.get_by_role("button", name="Zeigen").click()
    assert page.get_by_role("status").inner_text() == "Am 19.3.2012 galt kein Text."


def test_a_page_that_was_made_before_a_change_says_so(site: Path, screen: Screen):
    screen.page.clock.set_fixed_time("2026-12-31T12:00:00")
    page = screen.open(site / "entschaedigung/index.html")
    assert page.locator("#veraltet").is_hidden()
    screen.page.clock.set_fixed_time("2027-01-01T12:00:00")
    page.reload()
    assert page.locator("#veraltet").inner_text() == (
        "Seit diese Seite erstellt wurde, hat sich geändert, was gilt. Zur Fassung, die heute gilt"
    )
    page.get_by_role("link", name="Zur Fassung, die heute gilt").click()
    assert page.url == (site / "entschaedigung/fassung-2027-01-01-3.html").as_uri()

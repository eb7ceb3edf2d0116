"""HTML: the text and its marks as they are, nothing taken for markup, nothing loaded, every identifier once."""

from __future__ import annotations

import re
from base64 import b64encode
from dataclasses import dataclass, field
from hashlib import sha256
from html.parser import HTMLParser

import hostile
import pytest
from hypothesis import HealthCheck, given, settings
from samples import NEW, REGISTER, comparison, publication, read

from regelwerk.comparison import compare_texts
from regelwerk.output.choices import View
from regelwerk.output.html import render
from regelwerk.output.publication import Masthead, compared, consolidated

VOID = ("meta",)


@dataclass
class Page(HTMLParser):
    """What is in a page: words by the elements around them, identifiers, links. A page that is not well made fails."""

    words: list[tuple[tuple[str, ...], str]] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    tags: set[str] = field(default_factory=set)
    attributes: set[tuple[str, str | None]] = field(default_factory=set)
    open: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag, attributes):
        found = dict(attributes)
        self.tags.add(tag)
        self.attributes |= set(attributes)
        self.ids += [found["id"]] if "id" in found else []
        self.links += [found["href"]] if "href" in found else []
        if tag not in VOID:
            self.open.append(f"{tag}.{found['class']}" if "class" in found else tag)

    def handle_endtag(self, tag):
        assert self.open.pop().split(".")[0] == tag

    def handle_data(self, data):
        self.words.append((tuple(self.open), data))

    def text(self, *without: str) -> str:
        """The words of heading and main part, without those in the elements named."""
        shown = (
            data
            for around, data in self.words
            if ("main" in around or "h1" in around) and not any(name in part for part in around for name in without)
        )
        return hostile.squeezed("".join(shown))


def page(html: bytes) -> Page:
    found = Page()
    found.feed(html.decode())
    found.close()
    assert found.open == []
    return found


@pytest.mark.parametrize("view", View)
def test_pages_are_well_made_and_load_nothing(view):
    html = render(publication(view)).decode()
    found = page(html.encode())
    assert len(found.ids) == len(set(found.ids))
    assert {link.removeprefix("#") for link in found.links} <= set(found.ids)
    assert not found.tags & {"script", "img", "link", "iframe", "object", "svg", "form", "input"}
    style = html.partition("<style>")[2].partition("</style>")[0]
    digest = b64encode(sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; base-uri 'none'; form-action 'none'; style-src 'sha256-{digest}'"
    assert f'<meta http-equiv="Content-Security-Policy" content="{policy}">' in html
    assert "style=" not in html
    assert "url(" not in style
    assert '<html lang="de">' in html


def test_anchors_are_the_addresses():
    found = page(render(publication(View.REDLINE)))
    assert found.ids == [
        "abschnitt-I",
        "par-1",
        "par-1-abs-1",
        "par-1-abs-2",
        "par-1-abs-3",
        "alt-par-1-abs-3",
        "alt-par-2",
        "alt-par-2-satz-1",
        "par-2",
        "par-2-abs-1",
        "par-2-abs-2",
        "par-2-abs-2-nr-1",
        "par-2-abs-2-nr-2",
        "par-3",
        "par-3-satz-1",
    ]


def test_a_list_in_a_redline():
    html = render(publication(View.REDLINE)).decode()
    assert (
        '<p id="par-2-abs-2" class="labelled changed"><span class="label"><ins>(2)</ins></span> '
        '<ins>Das gilt</ins></p><ul role="list" class="in1">'
        '<li id="par-2-abs-2-nr-1" class="labelled changed"><span class="label"><ins>1.</ins></span> '
        "<ins>immer [überall], bei R&amp;D und &lt; 3 Fällen,</ins></li>"
        '<li id="par-2-abs-2-nr-2" class="labelled changed"><span class="label"><ins>2.</ins></span> '
        "<ins>für alle.</ins></li></ul>"
    ) in html


def test_a_synopsis_says_what_did_not_change():
    old = NEW.replace("(2) Das gilt", "(2) Dies gilt")
    html = render(compared(View.SYNOPSIS, comparison(old, NEW), Masthead())).decode()
    assert (
        '<tr id="par-2-abs-1"><td><p class="labelled"><span class="label">(1)</span> Alles endet einmal am '
        'letzten Tag des Jahres.</p></td><td><p class="labelled"><span class="label">(1)</span> '
        '<span class="remark">unverändert</span></p></td></tr>'
    ) in html


def test_the_head_of_a_consolidated_text():
    html = render(consolidated(read(NEW), REGISTER)).decode()
    assert html.partition("<header>\n")[2].partition("</header>")[0] == (
        "<h1>Ordnung des Rates</h1>\n"
        "<p>Nichtamtliche Lesefassung (Stand 1. Januar 2024)</p>\n"
        "<p>Diese Lesefassung umfasst:</p>\n"
        "<ul><li>Ordnung des Rates, beschlossen am 20. März 2012, in Kraft ab 21. März 2012</li>"
        "<li>1. Änderung, beschlossen am 14. Mai 2019, in Kraft ab 1. Juni 2019</li>"
        "<li>2. Änderung, beschlossen am 7. November 2023</li></ul>\n"
    )
    assert "<footer>Prüfzeichen 0123456789abcdef</footer>" in html


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(hostile.documents(), hostile.documents())
def test_both_texts_can_be_read_off_a_page(old, new):
    assert page(render(consolidated(new, Masthead()))).text() == hostile.all_words(new)
    redline = page(render(compared(View.REDLINE, compare_texts(old, new), Masthead())))
    assert redline.text("note", "del") == hostile.all_words(new)
    assert redline.text("note", "ins") == hostile.all_words(old)


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("Ordnung\n\n§ 1 Name\n    Etwas.\n\n§ 2 Ende\n    Schluss.\n", ["h1", "h2", "h2"]),
        ("Ordnung\n\nAbschnitt I Anfang\n\n§ 1 Name\n    Etwas.\n", ["h1", "h2", "h3"]),
        ("Ordnung\n\n§ 1 Name\n    Etwas.\n\nAbschnitt I Rest\n\n§ 2 Ende\n    Schluss.\n", ["h1", "h2", "h2", "h3"]),
    ],
)
def test_no_level_of_headings_is_left_out(text, tags):
    html = render(consolidated(read(text), Masthead())).decode()
    assert re.findall("<(h[1-6])", html) == tags

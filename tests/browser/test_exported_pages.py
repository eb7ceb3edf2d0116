"""Exported HTML as people open it: no barrier that axe-core knows, no sideways scrolling; nothing loaded or run."""

from __future__ import annotations

from pathlib import Path

import hostile
import pytest
from rulebooks import regelwerk
from samples import NEW, read
from screen import SCHEMES, WIDTHS, Screen

from regelwerk.citation import Level
from regelwerk.comparison import compare_texts
from regelwerk.output.choices import View
from regelwerk.output.html import render
from regelwerk.output.publication import Masthead, compared, consolidated
from regelwerk.provision import Provision

NAMES = ("consolidated", "redline", "synopsis", "register")
EXPORTS = pytest.mark.parametrize("name", NAMES)


@pytest.fixture(scope="module")
def exports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sample in every form of page."""
    folder = tmp_path_factory.mktemp("exports")
    workspace = folder / "workspace"
    regelwerk(folder, "init", workspace, "--example")
    for name in NAMES:
        regelwerk(workspace, "export", "--as", name, "--format", "html", "-o", folder / f"{name}.html")
    return folder


@EXPORTS
@WIDTHS
@SCHEMES
def test_no_barriers(exports: Path, screen: Screen, name: str, width: int, scheme: str):
    screen.open(exports / f"{name}.html")
    assert screen.barriers() == []


@EXPORTS
@pytest.mark.parametrize("width", [320, 360, 640, 1280])
def test_nothing_is_cut_off_or_scrolled_sideways(exports: Path, screen: Screen, name: str, width: int):
    screen.open(exports / f"{name}.html")
    assert screen.overflow() == []


@EXPORTS
def test_a_page_asks_for_nothing(exports: Path, screen: Screen, name: str):
    file = exports / f"{name}.html"
    screen.open(file)
    assert screen.requests == [file.as_uri()]
    assert screen.trouble == []


@pytest.mark.parametrize("view", View)
def test_what_looks_like_markup_is_shown_and_never_run(tmp_path: Path, screen: Screen, view: View):
    words = " ".join(hostile.MARKUP).split()
    text = " ".join(words)
    sentence = Provision(Level.SATZ, text=text)
    section = Provision(Level.PARAGRAF, "§ 1", text, children=(sentence,))
    document = Provision(Level.DOCUMENT, heading=text, children=(section,))
    if view is View.CONSOLIDATED:
        found = consolidated(document, Masthead(caution=text))
    else:
        found = compared(view, compare_texts(read(NEW), document), Masthead(old=text, new=text))
    file = tmp_path / "page.html"
    file.write_bytes(render(found))
    page = screen.open(file)
    shown = hostile.squeezed(page.locator("body").inner_text())
    assert shown.count(hostile.squeezed(text)) >= 3
    assert screen.requests == [file.as_uri()]
    assert screen.trouble == []

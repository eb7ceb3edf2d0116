"""What is taken for markup elsewhere is text here: every print gives the text back, and nothing in it is executed."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import unicodedata
import zipfile
from collections.abc import Callable
from random import Random

import hostile
import pytest
from lxml import etree
from test_docx import words as words_of_docx
from test_html import page
from test_pdf import opened
from test_terminal import Terminal

from regelwerk.output import docx, html, legaldocml, pdf
from regelwerk.output.glyphs import missing
from regelwerk.output.inline import redline
from regelwerk.output.publication import Masthead, consolidated
from regelwerk.output.terminal import write
from regelwerk.provision import Provision

SUBTITLE = hostile.squeezed("Nichtamtliche Lesefassung")
HTML = {
    *("html", "head", "meta", "title", "style", "body", "header", "main", "nav", "section"),
    *("h1", "h2", "h3", "h4", "p", "ol", "ul", "li", "a", "span", "strong"),
}
ATTRIBUTES = {"lang", "charset", "name", "content", "http-equiv", "id", "class", "href", "role", "aria-label"}
"""Elements and attributes of a page of text: none of them loads or runs anything."""
ACTIVE = ("/JS", "/JavaScript", "/AA", "/OpenAction", "/Launch", "/URI", "/RichMedia", "/GoToR")


def on_terminal(document: Provision) -> str:
    screen = Terminal()
    write(screen, *redline(consolidated(document, Masthead()).blocks, 80))
    text = re.sub(r"\x1b\[[0-9;]*m", "", screen.getvalue())
    assert not [char for char in text if char != "\n" and unicodedata.category(char) in ("Cc", "Cf", "Cs", "Zl", "Zp")]
    return hostile.squeezed(text)


def in_html(document: Provision) -> str:
    made = html.render(consolidated(document, Masthead()))
    found = page(made)
    assert found.tags <= HTML
    assert {name for name, _ in found.attributes} <= ATTRIBUTES
    assert all(link.startswith("#") for link in found.links)
    assert not re.search(rb"[\x00-\x09\x0b-\x1f\x7f]", made)
    return found.text()


def in_pdf(document: Provision) -> str:
    made = pdf.render(consolidated(document, Masthead()))
    assert not [name for name in ACTIVE if name in str(opened(made).trailer["/Root"])]
    assert not [name for name in ACTIVE for found in opened(made).pages if name in found]
    done = subprocess.run(["pdftotext", "-raw", "-", "-"], input=made, check=True, capture_output=True, timeout=60)
    pages = done.stdout.decode().replace("\u00ad", "").removesuffix("\f").split("\f")
    foot = [f"\nSeite {number} von {len(pages)}\n" for number in range(1, len(pages) + 1)]
    assert all(text.endswith(line) for text, line in zip(pages, foot, strict=True))
    words = "".join(text.removesuffix(line) for text, line in zip(pages, foot, strict=True))
    return hostile.squeezed(words).replace(SUBTITLE, "", 1)


def in_docx(document: Provision) -> str:
    made = docx.render(consolidated(document, Masthead()))
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    assert not [name for name, part in parts.items() if re.search(rb"[\x00-\x08\x0b-\x1f\x7f]", part)]
    fields = etree.fromstring(parts["word/document.xml"]).iter("{*}instrText", "{*}fldSimple", "{*}hyperlink")
    assert [*fields] == []
    return words_of_docx(made, "del")


def in_xml(document: Provision) -> str:
    made = legaldocml.render(consolidated(document, Masthead()))
    assert not re.search(rb"[\x00-\x09\x0b-\x1f\x7f]", made)
    act = etree.fromstring(made)[0]
    return hostile.squeezed("".join(text for part in act[1:] for text in part.itertext()))


PRINTED = "".join(
    char for char in hostile.PRINTABLE if not missing(char) and unicodedata.bidirectional(char) not in ("R", "AL", "AN")
)
"""What a PDF prints; it prints words of right-to-left scripts from the right, so they are read off it otherwise."""
EVERYTHING = hostile.PRINTABLE + hostile.UNPRINTABLE * 1000
FORMATS: dict[str, tuple[Callable[[Provision], str], str]] = {
    "terminal": (on_terminal, EVERYTHING),
    "html": (in_html, EVERYTHING),
    "pdf": (in_pdf, PRINTED),
    "docx": (in_docx, EVERYTHING),
    "xml": (in_xml, EVERYTHING),
}


def is_given_back(name: str, document: Provision) -> bool:
    """Whether the format shows the words of the text."""
    shown, _ = FORMATS[name]
    return shown(document) == hostile.all_words(hostile.as_shown(document))


@pytest.mark.parametrize("name", FORMATS)
def test_the_text_is_given_back(name):
    if name == "pdf" and not shutil.which("pdftotext"):
        pytest.skip("needs poppler's programs")  # pypdf shows two signs where a letter is drawn with two
    _, chars = FORMATS[name]
    assert all(is_given_back(name, hostile.many(Random(seed), 20, chars)) for seed in range(3))

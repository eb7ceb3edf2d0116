"""A publication in, one HTML file out: self-contained, without script, for screen and print, light and dark."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from importlib.resources import files

from .blocks import Block, Form, plain_words
from .choices import View
from .frame import CHECK_CODE, CONTENTS, UNDOCUMENTED, composed, composition, heads, subtitle
from .html_blocks import Anchors, Manner, flow, inline, sheet, synopsis, text
from .publication import Publication
from .synopsis import tables

POLICY = "default-src 'none'; base-uri 'none'; form-action 'none';"
"""The page may load and run nothing."""
CONTENTS_FROM = 5
"""With fewer headings than this a text needs no list of them."""


def render(publication: Publication) -> bytes:
    """The whole page."""
    style = files(__package__).joinpath("page.css").read_text(encoding="utf-8")
    digest = b64encode(sha256(style.encode()).digest()).decode()
    body = "".join(_body(publication))
    return f"""<!DOCTYPE html>
<html lang="de">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{POLICY} style-src 'sha256-{digest}'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="regelwerk">
<title>{text(publication.title)}</title>
<style>{style}</style>
</head>
<body class="{publication.view.value}">
{body}</body>
</html>
""".encode()


def _body(publication: Publication) -> Iterator[str]:
    masthead = publication.masthead
    yield f"<header>\n<h1>{inline(publication.marked_title)}</h1>\n"
    yield f"<p>{text(subtitle(publication))}</p>\n"
    if masthead.caution:
        yield f'<p class="caution">{text(masthead.caution)}</p>\n'
    if lines := composition(masthead):
        yield f"<p>{composed(publication)}</p>\n<ul>" + "".join(f"<li>{text(line)}</li>" for line in lines) + "</ul>\n"
    yield from (f'<p class="gap">{text(line)}</p>\n' for line in masthead.gaps)
    if publication.compares:
        yield f'<p class="legend">{LEGEND}</p>\n'
    elif masthead.undocumented:
        yield f'<p class="legend">Legende: <span class="undocumented">{UNDOCUMENTED}</span></p>\n'
    yield "</header>\n"
    yield from _main(publication)
    if masthead.check_code:
        yield f"<footer>{CHECK_CODE} {text(masthead.check_code)}</footer>\n"


LEGEND = """Legende: <del>gestrichen</del>, <ins>eingefügt</ins>, <del class="moved">von hier</del> oder
<ins class="moved">hierher verschoben</ins>"""


def _main(publication: Publication) -> Iterator[str]:
    anchors, masthead = Anchors(), publication.masthead
    if publication.view is View.SYNOPSIS:
        content = [
            part
            for table in tables(publication.body, masthead.reasons)
            for part in synopsis(table, heads(masthead), anchors)
        ]
    else:
        content = list(flow(publication.body, Manner(anchors), masthead.remarks))
    yield from _contents(anchors.headings)
    yield "<main>\n"
    yield from content
    yield from (part for found in publication.sheets for part in sheet(found))
    yield "\n</main>\n"


def _contents(headings: list[tuple[Block, str]]) -> Iterator[str]:
    """Links to the headings."""
    if len(headings) < CONTENTS_FROM:
        return
    yield f'<nav aria-label="{CONTENTS}"><h2>{CONTENTS}</h2><ul>'
    for block, identity in headings:
        inner = ' class="inner"' if block.form is Form.SECTION else ""
        yield f'<li{inner}><a href="#{identity}">{text(plain_words(block))}</a></li>'
    yield "</ul></nav>\n"

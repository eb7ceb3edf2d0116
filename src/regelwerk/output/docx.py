"""A publication in, a DOCX out: the text with styles and typed labels, a redline as real tracked changes.

The same bytes for the same publication on any day. What stands around the text is in head and foot of the pages.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from xml.sax.saxutils import escape

from ..characters import visible
from .blocks import Block
from .choices import View
from .docx_body import UNDOCUMENTED, Tracker, run, tracked
from .docx_footnotes import Footnotes
from .docx_synopsis import registered, side_by_side
from .frame import CHECK_CODE, NEW_TEXT, UNDATED, composed, composition, subtitle
from .frame import UNDOCUMENTED as UNDOCUMENTED_WORDS
from .publication import Publication

MAIN = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time that the packing can hold."""


def render(publication: Publication) -> bytes:
    """The file."""
    footnotes = Footnotes(publication.masthead.remarks)
    body = _body(publication, footnotes)
    parts = dict(_fixed(files(__package__).joinpath("docx_parts"), "")) | {
        "docProps/core.xml": _core(publication),
        "word/document.xml": f"{XML}<w:document {MAIN}><w:body>{body}</w:body></w:document>",
        "word/footnotes.xml": f"{XML}<w:footnotes {MAIN}>{footnotes.content()}</w:footnotes>",
        "word/header1.xml": f"{XML}<w:hdr {MAIN}>{_header(publication)}</w:hdr>",
        "word/header2.xml": f"{XML}<w:hdr {MAIN}>{_first_header(publication)}</w:hdr>",
        "word/footer1.xml": f"{XML}<w:ftr {MAIN}>{_footer(publication)}</w:ftr>",
    }
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in sorted(parts.items()):
            archive.writestr(zipfile.ZipInfo(name, EPOCH), content.encode(), zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def _fixed(folder: Traversable, path: str) -> Iterator[tuple[str, str]]:
    """The parts that are the same in every file."""
    for entry in folder.iterdir():
        name = f"{path}{entry.name}"
        if entry.is_dir():
            yield from _fixed(entry, f"{name}/")
        else:
            yield name, entry.read_text(encoding="utf-8")


def _body(publication: Publication, footnotes: Footnotes) -> str:
    if publication.view is View.SYNOPSIS:
        return "".join(side_by_side(publication)) + _page(16838, 11906, "landscape")
    if publication.view is View.REGISTER:
        return "".join(registered(publication)) + _page(16838, 11906, "landscape")
    tracker = Tracker(publication.masthead.new or NEW_TEXT, _day(publication))
    blocks = [block for block, _note in publication.blocks]
    text = tracked(blocks, tracker, _signer(publication, tracker), footnotes.references)
    return "".join(text) + _page(11906, 16838, "portrait")


def _signer(publication: Publication, tracker: Tracker) -> Callable[[Block], None]:
    """Signs the changes in a block with the act that made them, if it is known."""
    acts = {id(found.row): found.reasons[-1].act for found in publication.alterations if found.reasons}
    days = {act.title: act.in_force.isoformat() for act in publication.masthead.acts if act.in_force}
    unknown = tracker.author, tracker.day

    def sign(block: Block) -> None:
        act = next((acts[id(row)] for row in block.rows if id(row) in acts), None)
        tracker.author, tracker.day = (act, days.get(act, unknown[1])) if act else unknown

    return sign


def _day(publication: Publication) -> str:
    return (publication.masthead.as_of or UNDATED).isoformat()


def _page(width: int, height: int, direction: str) -> str:
    return (
        '<w:sectPr><w:headerReference w:type="default" r:id="rIdHeader"/>'
        '<w:headerReference w:type="first" r:id="rIdFirstHeader"/>'
        '<w:footerReference w:type="default" r:id="rIdFooter"/><w:footerReference w:type="first" r:id="rIdFooter"/>'
        f'<w:pgSz w:w="{width}" w:h="{height}" w:orient="{direction}"/>'
        '<w:pgMar w:top="1418" w:right="1361" w:bottom="1361" w:left="1588" w:header="624" w:footer="624" '
        'w:gutter="0"/><w:titlePg/></w:sectPr>'
    )


def _header(publication: Publication) -> str:
    lines = (publication.masthead.caution, f"{publication.title}: {subtitle(publication)}")
    return "".join(_head_line(run(line)) for line in lines if line)


def _first_header(publication: Publication) -> str:
    """What all other formats print above the text: here it would be read back as a part of it."""
    masthead = publication.masthead
    made_of = composition(masthead)
    lines = [masthead.caution, subtitle(publication), composed(publication) if made_of else "", *made_of]
    legend = [run(UNDOCUMENTED_WORDS, properties=UNDOCUMENTED)] if masthead.undocumented else []
    *above, last = [*(run(line) for line in (*lines, *masthead.gaps) if line), *legend]
    return "".join(map(_head_line, above)) + _head_line(last, '<w:spacing w:after="240"/>')


def _head_line(content: str, space: str = "") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="Header"/>{space}</w:pPr>{content}</w:p>'


def _footer(publication: Publication) -> str:
    code = publication.masthead.check_code
    fields = '{}<w:fldSimple w:instr=" PAGE ">{}</w:fldSimple>{}<w:fldSimple w:instr=" NUMPAGES ">{}</w:fldSimple>'
    pages = fields.format(run("Seite "), run("1"), run(" von "), run("1"))
    check = run(f"{CHECK_CODE} {code} · ") if code else ""
    return f'<w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>{check}{pages}</w:p>'


def _core(publication: Publication) -> str:
    day = f"{_day(publication)}T00:00:00Z"
    return (
        f'{XML}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(visible(publication.title))}</dc:title><dc:language>de-DE</dc:language>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{day}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{day}</dcterms:modified></cp:coreProperties>'
    )

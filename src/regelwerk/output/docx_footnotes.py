"""What is to be said of units in, real footnotes of a DOCX out: whoever reads the text back can tell them from it."""

from __future__ import annotations

from dataclasses import dataclass, field

from .blocks import Block
from .docx_body import run
from .remarks import Remarks, said_of

SEPARATORS = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
)
"""The lines above footnotes: no file may be without them."""
RAISED = '<w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'


@dataclass(slots=True)
class Footnotes:
    """Numbers the footnotes in the order in which they are referred to."""

    remarks: Remarks
    texts: list[str] = field(default_factory=list)

    def references(self, block: Block) -> str:
        """The signs of the footnotes of a block, to stand behind its words."""
        before = len(self.texts)
        self.texts += said_of(block, self.remarks)
        numbers = range(before + 1, len(self.texts) + 1)
        return "".join(f'<w:r>{RAISED}<w:footnoteReference w:id="{number}"/></w:r>' for number in numbers)

    def content(self) -> str:
        """All footnotes."""
        return SEPARATORS + "".join(_footnote(number, text) for number, text in enumerate(self.texts, 1))


def _footnote(number: int, text: str) -> str:
    sign = f"<w:r>{RAISED}<w:footnoteRef/></w:r>"
    style = '<w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>'
    return f'<w:footnote w:id="{number}"><w:p>{style}{sign}{run(f" {text}")}</w:p></w:footnote>'

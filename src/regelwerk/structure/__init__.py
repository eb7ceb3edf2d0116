"""Text ⇄ tree: any rule text as found goes in, the tree of its provisions comes out, and canonical text from a tree.

`lines` reads the text, `outline` finds its headings, `body` what stands under each, `nesting` makes the tree; `layout`
prints it as canonical text, `canonical` reads that back. `fragments` reads the new text of an act.
"""

from .assembly import printed_number, with_printed_number
from .document import Parsed, parse, with_origins
from .fragments import parse_fragment
from .layout import format_document

__all__ = [
    "Parsed",
    "format_document",
    "parse",
    "parse_fragment",
    "printed_number",
    "with_origins",
    "with_printed_number",
]

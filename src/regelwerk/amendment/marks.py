"""Markdown, Textile, wiki and LaTeX marks around the words of an act: a source goes in, one without marks comes out.

Both have the same length: a mark becomes blanks, a spelled quotation mark becomes one sign and blanks. So every offset
holds in both, and `words` tells blanks of the text from blanks that were marks.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from ..diagnostics import Source

_LATEX = re.compile(r"\\(?:(?:sub)*section|begin|textbf|textit|emph|paragraph|glqq|item)\b|\\\\(?=\s|$)")

_LATEX_QUOTES = {"glqq": "„", "grqq": "“", "frqq": "»", "flqq": "«"}
_LATEX_NAMES = re.compile(
    r"(?:sub)*section|paragraph|text(?:bf|it|sc|tt|rm)|emph|underline|quot(?:e|ation)|einruecken|begin|end|par|url"
    r"|noindent|newline|linebreak|label|footnote|vspace|hspace|bigskip|medskip|smallskip"
)


def _blank(match: re.Match[str]) -> str:
    """Blanks as long as the match; line breaks stay."""
    return re.sub(r"[^\n]", " ", match[0])


def _keep(match: re.Match[str]) -> str:
    """The named part `kept` at its place, blanks around it."""
    start, end = match.start("kept") - match.start(), match.end("kept") - match.start()
    return " " * start + match["kept"] + " " * (len(match[0]) - end)


def _latex_quote(match: re.Match[str]) -> str:
    sign = _LATEX_QUOTES[match["name"]]
    opens = match["name"] in ("glqq", "frqq")
    return sign.rjust(len(match[0])) if opens else sign.ljust(len(match[0]))


def _latex_command(match: re.Match[str]) -> str:
    if match["name"] == "item":
        return "-".ljust(len(match[0]))
    if _LATEX_NAMES.fullmatch(match["name"]):
        return _blank(match)
    return f" {match['name']}" + ":" * match[0].endswith("{")


_ROW = re.compile(r"(?m)^[ \t]*\|(?:[^|\n]*\|)+[ \t]*$")
_ROWS = re.compile(r"(?m)(?:^[ \t]*\|[^\n]*(?:\n|$))+")
_LABEL = re.compile(r"\s*(?:[0-9]{1,3}[a-z]?[.)]|[0-9]{1,2}(?:\.[0-9]{1,2})+\.?|\(?[a-z]{1,3}\)|\([0-9]+[a-z]?\))\s*")


def _without_layout(match: re.Match[str]) -> str:
    """Rows without their bars if they are only a list that was typeset as a table: a label, and one cell of text."""
    rows = [row[0].strip().strip("|").split("|") for row in _ROW.finditer(match[0])]
    filled = [[cell for cell in row if cell.strip()] for row in rows]
    labelled = [len(row) == 2 and bool(_LABEL.fullmatch(row[0])) for row in filled]
    is_list = all(label or len(row) < 2 for label, row in zip(labelled, filled, strict=True))
    return match[0].replace("|", " ") if is_list and any(labelled) else match[0]


_Rule = tuple[re.Pattern[str], Callable[[re.Match[str]], str]]

_LATEX_RULES: tuple[_Rule, ...] = (
    (re.compile(r"\\begin\{[a-z*]+\}|\\end\{[a-z*]+\}|\\\\|(?m:^%[ ]?)"), _blank),
    (re.compile(r"\{?\\(?P<name>glqq|grqq|frqq|flqq)\b(?:\\?\s|\{\})?\}?"), _latex_quote),
    (re.compile(r"\\(?P<kept>[%&_#$])"), _keep),
    (re.compile(r"\\(?P<name>[a-zA-Z]+)\{?"), _latex_command),
    (re.compile(r"[{}]|~"), _blank),
)
_LIGHT_RULES: tuple[_Rule, ...] = (
    (_ROWS, _without_layout),
    (re.compile(r"(?m)^[ \t]*(?:#{1,6}[ \t]+|h[1-6]\.[ \t]|bq\.[ \t]|(?:>[ \t]?)+)"), _blank),
    (re.compile(r"(?m)^[ \t]*={1,5}[ \t]*(?P<kept>[^=\n]+?)[ \t]*={1,5}[ \t]*$"), _keep),
    (re.compile(r"'{3}|\*{2,3}|\+{2}"), _blank),
    (re.compile(r"(?<![_\w])__(?P<kept>[^\s_](?:[^\n]*?[^\s_])?)__(?![_\w])"), _keep),
    (re.compile(r"(?<![\w*])\*(?P<kept>[^\s*](?:[^*\n]*[^\s*])?)\*(?![\w*])"), _keep),
    (re.compile(r"(?<![\w_])_(?P<kept>[^\s_](?:[^_\n]*[^\s_])?)_(?![\w_])"), _keep),
    (re.compile(r"\\(?P<kept>[.()\[\]*_#>-])"), _keep),
)


_SIGNS = ("\\", "*", "_", "#", "=", ">", "|", "++", "'''", "h1.", "h2.", "h3.", "h4.", "h5.", "h6.", "bq.")
"""What all of these have in them, looked for first: most acts have none."""


def without_marks(source: Source) -> Source:
    """The source with blanks in place of its marks; the same source if it has none."""
    text = source.text
    if not any(sign in text for sign in _SIGNS):
        return source
    for pattern, replacement in (*_LATEX_RULES, *_LIGHT_RULES) if _LATEX.search(text) else _LIGHT_RULES:
        text = pattern.sub(replacement, text)
    return source if text == source.text else Source(source.name, text)


def words(marked: Source, plain: Source, start: int, end: int) -> str:
    """The text of a passage without its marks, and without the blanks that took their places."""
    with_marks, without = marked.text[start:end], plain.text[start:end]
    if with_marks == without:
        return without
    pairs = zip(with_marks, without, strict=True)
    return "".join(char for original, char in pairs if char == original or char != " ")

"""Word marks on two large laws: their words against rapidfuzz's shortest script, their time against lxml's htmldiff.

And word marks of a ten-page pair against diff-match-patch on the whole document. Needs `pip install rapidfuzz
lxml_html_clean` and the corpus beside the repository.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from html import escape
from pathlib import Path
from typing import TypeVar

from diff_match_patch import diff_match_patch
from lxml.html.diff import htmldiff
from rapidfuzz.distance import Indel

from regelwerk.comparison import Comparison, compare_texts
from regelwerk.comparison.wordmarks import Mark, words_of
from regelwerk.diagnostics import Source
from regelwerk.provision import Provision
from regelwerk.structure import parse

PAIRS = Path(__file__).parents[2] / "shared" / "corpus" / "pairs"
LARGE = ("gkg_2004", "stvo_2013")
TEN_PAGES = "schwbav_1988"
"""A tenth of it changed. Where next to nothing changed, both take some hundredths of a second."""

Result = TypeVar("Result")


def timed(work: Callable[[], Result], times: int = 3) -> tuple[float, Result]:
    """The shortest time of several, and what came out."""
    spent = []
    for _ in range(times):
        start = time.perf_counter()
        result = work()
        spent.append(time.perf_counter() - start)
    return min(spent), result


def texts(name: str) -> tuple[str, str]:
    """Old and new text of a pair."""
    old, new = ((PAIRS / name / file).read_text(encoding="utf-8") for file in ("old.txt", "new.txt"))
    return old, new


def tree(text: str) -> Provision:
    """The text as it is read."""
    return parse(Source("text", text)).document


def all_words(document: Provision) -> list[str]:
    """Every word of a text, labels included."""
    parts = (part for _, unit in document.walk() for part in (unit.label, unit.heading, unit.text))
    return [word for part in parts for word in words_of(part)]


def marked_words(comparison: Comparison) -> int:
    """How many words are marked, moved ones included."""
    pieces = (piece for row in comparison.rows for part in (row.label, row.heading, row.text) for piece in part)
    return sum(len(words_of(piece.text)) for piece in pieces if piece.mark is not Mark.SAME)


def page(text: str) -> str:
    """The text as the simplest HTML."""
    return "".join(f"<p>{escape(line)}</p>" for line in text.splitlines())


def large(name: str) -> None:
    """Prints the figures of one large law."""
    old, new = texts(name)
    before, after = tree(old), tree(new)
    ours, comparison = timed(lambda: compare_texts(before, after))
    theirs, _ = timed(lambda: htmldiff(page(old), page(new)))
    shortest = Indel.distance(all_words(before), all_words(after))
    marks = marked_words(comparison)
    print(f"{name}: {marks} words marked, shortest script {shortest}, ratio {marks / shortest:.2f} (at most 1.2)")
    print(f"{name}: {ours:.2f} s, htmldiff {theirs:.2f} s, ratio {ours / theirs:.2f} (at most 1)")


def ten_pages() -> None:
    """Prints the figures of the ten-page pair."""
    old, new = texts(TEN_PAGES)
    before, after = tree(old), tree(new)
    whole = diff_match_patch()
    whole.Diff_Timeout = 0
    ours, _ = timed(lambda: compare_texts(before, after))
    theirs, _ = timed(lambda: whole.diff_main(old, new))
    print(f"{TEN_PAGES}: {ours:.3f} s, whole-document diff {theirs:.3f} s, ratio {ours / theirs:.2f} (at most 0.5)")


def main() -> None:
    for name in LARGE:
        large(name)
    ten_pages()


if __name__ == "__main__":
    main()

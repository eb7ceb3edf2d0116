"""Which characters the fonts inside the typst package have, written to the list that PDFs are checked against.

Run it when the bound on typst in pyproject.toml is raised.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

import typst
from fontTools.ttLib import TTFont, TTLibError  # type: ignore[import-untyped]

LIST = Path(__file__).parents[1] / "src" / "regelwerk" / "output" / "glyphs.txt"
FACES = (
    (("Libertinus Serif", "Regular"), ("Libertinus Serif", "Bold")),
    (("DejaVu Sans Mono", "Book"), ("DejaVu Sans Mono", "Bold")),
)
"""A character is there if all faces of one family have it: the same words stand in headings and in text."""
LARGEST = 4_000_000
_FONT = re.compile(rb"OTTO\x00|\x00\x01\x00\x00\x00[\x08-\x20]")


def main() -> None:
    LIST.write_text("".join(f"{line}\n" for line in ranges(covered())), encoding="ascii")


def covered() -> set[int]:
    """The characters that can be printed."""
    faces = dict(fonts())
    return {char for family in FACES for char in set.intersection(*(faces[face] for face in family)) if char > 0x20}


def fonts() -> Iterator[tuple[tuple[str, str], set[int]]]:
    """Each font inside typst's library: its family and style, and its characters."""
    library = next(Path(typst.__file__).parent.glob("_typst*")).read_bytes()
    for start in _FONT.finditer(library):
        try:
            font = TTFont(io.BytesIO(library[start.start() : start.start() + LARGEST]), lazy=True)
            yield (font["name"].getDebugName(1), font["name"].getDebugName(2)), set(font.getBestCmap())
        except (TTLibError, KeyError, TypeError, ValueError, AssertionError):
            continue  # bytes that only look like the beginning of a font


def ranges(chars: Iterable[int]) -> Iterator[str]:
    """Neighbouring characters as one line: „41-5a“."""
    ordered = sorted(chars)
    starts = [ordered[0], *(b for a, b in pairwise(ordered) if b > a + 1)]
    ends = [*(a for a, b in pairwise(ordered) if b > a + 1), ordered[-1]]
    yield from (f"{start:x}-{end:x}" for start, end in zip(starts, ends, strict=True))


if __name__ == "__main__":
    main()

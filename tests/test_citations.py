"""Citations as people write them, and what they address."""

from __future__ import annotations

import pytest

from regelwerk.citations import scan_citations


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("§ 3 Absatz 2 Satz 1 Nummer 4 Buchstabe a", ("§ 3 Absatz 2 Satz 1 Nummer 4 Buchstabe a",)),
        ("§ 3 Abs. 2 S. 1 Nr. 4 lit. a", ("§ 3 Absatz 2 Satz 1 Nummer 4 Buchstabe a",)),
        ("§§ 5, 7 und 9", ("§ 5", "§ 7", "§ 9")),
    ],
)
def test_scan(text: str, cited: tuple[str, ...]) -> None:
    scan = scan_citations(text)
    assert scan is not None
    assert tuple(map(str, scan.citations)) == cited
    assert scan.end == len(text)

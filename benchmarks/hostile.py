"""10,000 generated texts of hostile characters in every format: each gives them back, and nothing in them is executed.

The tests do the same with a few. Needs poppler's programs for PDF.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

import hostile
from test_hostile import FORMATS, is_given_back

TEXTS = 10_000
TOGETHER = 20
"""So many §§ make a file; each is one text. From 30 on a PDF begins with a table of contents."""


def main() -> None:
    for name, (_, chars) in FORMATS.items():
        start = time.perf_counter()
        for seed in range(TEXTS // TOGETHER):
            if not is_given_back(name, hostile.many(Random(seed), TOGETHER, chars)):
                raise SystemExit(f"{name}: the text of seed {seed} is not given back")
        print(f"{name}: {TEXTS} texts given back in {time.perf_counter() - start:.0f} s", flush=True)


if __name__ == "__main__":
    main()

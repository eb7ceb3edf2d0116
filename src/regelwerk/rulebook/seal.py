"""Texts and register entries in; SHA-256 seals out, such that anyone can compute them again without this program.

docs/register.md shows how, with nothing but a hash function.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from hashlib import sha256

START = "0" * 64
"""What stands for the chain before the first entry."""


def canonical_bytes(text: str) -> bytes:
    """The bytes that are sealed, and stored: UTF-8, lines ended by a line feed. The words stay as they are."""
    return text.replace("\r\n", "\n").replace("\r", "\n").encode()


def seal(data: bytes) -> str:
    """The SHA-256 of `data` in 64 hexadecimal digits, as `sha256sum` prints it."""
    return sha256(data).hexdigest()


def seal_text(text: str) -> str:
    """The seal of a text: that of its canonical bytes, which are those of its file."""
    return seal(canonical_bytes(text))


def link(previous: str, facts: Mapping[str, object]) -> str:
    """The chain after an entry: the seal over the chain before it and all its facts, in a fixed order.

    What is hashed is `previous` followed by the facts as JSON: keys sorted, no white space, letters as they are, dates
    in ISO 8601. Whoever changes, leaves out or reorders an entry changes every link after it.
    """
    written = json.dumps(facts, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=_iso)
    return seal(canonical_bytes(previous + written))


def check_code(chain: str) -> str:
    """The short form of a chain for paper: its first 16 digits in groups of four, „91c4 22ab 6e07 d3f8“."""
    return " ".join(chain[start : start + 4] for start in range(0, 16, 4))


def _iso(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"no fact of a register: {value!r}")

"""Characters that do not show, or that look like others: found in a text, named, and made visible.

Text in; matches, names and visible text out.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

FONT_BULLETS = "\uf0b7\uf0a7\uf0d8\uf0a8\uf076"
"""What the signs before the items of a list become outside of a word processor's font of signs."""

BULLETS_ANYWHERE = "•●▪◦‣⁃■□➢➤⦁○▸►▶◆❖" + FONT_BULLETS
"""Signs before the items of a list."""

BULLETS = BULLETS_ANYWHERE + "·∙"
"""All of them; inside a line, the dots multiply."""

_CONTROL = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"
_DIRECTION = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_INVISIBLE = (
    "\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200d\u2060-\u2065\u206a-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb"
    "\ufffe\uffff\U000e0000-\U000e0fff"
)

CONTROL = re.compile(f"[{_CONTROL}]")
"""Characters that command a device and print nothing; the tab and the ends of lines are none of them."""

DIRECTION = re.compile(f"[{_DIRECTION}]")
"""Characters that turn the direction of writing, so that a text reads other than it is stored."""

INVISIBLE = re.compile(f"[{_INVISIBLE}]")
"""Characters without width: two words look the same and are not."""

MISLEADING = re.compile(f"[{_CONTROL}{_DIRECTION}{_INVISIBLE}]")
"""All of them."""

_HIDDEN = re.compile(f"[{_CONTROL}{_DIRECTION}{_INVISIBLE}\u00ad\u2028\u2029\ud800-\udfff]")

_FOREIGN = re.compile(r"[\u0370-\u03ff\u0400-\u052f]")
_FOREIGN_WORD = re.compile(r"[^\W\d_]*[\u0370-\u03ff\u0400-\u052f][^\W\d_]*")
_LOOKALIKES = {  # Latin letter: Cyrillic and Greek letters drawn like it
    "A": "\u0410\u0391",
    "B": "\u0412\u0392",
    "C": "\u0421\u03f9",
    "E": "\u0415\u0395",
    "H": "\u041d\u0397",
    "I": "\u0406\u0399",
    "J": "\u0408\u037f",
    "K": "\u041a\u039a",
    "M": "\u041c\u039c",
    "N": "\u039d",
    "O": "\u041e\u039f",
    "P": "\u0420\u03a1",
    "S": "\u0405",
    "T": "\u0422\u03a4",
    "X": "\u0425\u03a7",
    "Y": "\u0423\u03a5",
    "Z": "\u0396",
    "a": "\u0430\u03b1",
    "c": "\u0441\u03f2",
    "d": "\u0501",
    "e": "\u0435",
    "h": "\u04bb",
    "i": "\u0456\u03b9",
    "j": "\u0458\u03f3",
    "k": "\u03ba",
    "n": "\u03b7",
    "o": "\u043e\u03bf",
    "p": "\u0440\u03c1",
    "s": "\u0455",
    "v": "\u03bd",
    "x": "\u0445\u03c7",
    "y": "\u0443\u03b3",
}
_LATIN_FOR = {foreign: latin for latin, letters in _LOOKALIKES.items() for foreign in letters}


def lookalikes(text: str) -> Iterator[tuple[int, str]]:
    """Letters of other scripts in the place of Latin ones: the offset of each, and the Latin letter it looks like.

    Such a letter counts if all other letters of its word are Latin or look so. A word that is plainly Greek or
    Cyrillic, and a unit such as „μg“, are none.
    """
    if not _FOREIGN.search(text):  # words are looked for letter by letter, which takes long on a long text
        return
    for word in _FOREIGN_WORD.finditer(text):
        if all(letter in _LATIN_FOR or letter < "\u0370" or letter > "\u052f" for letter in word[0]):
            for offset, letter in enumerate(word[0], word.start()):
                if letter in _LATIN_FOR:
                    yield offset, _LATIN_FOR[letter]


def name(char: str) -> str:
    """What a character is called: "U+200B ZERO WIDTH SPACE"."""
    return f"U+{ord(char):04X} {unicodedata.name(char, '')}".rstrip()


def visible(text: str) -> str:
    """The text with one visible sign for each character that does not show; tabs and ends of lines stay."""
    return _HIDDEN.sub(lambda match: _sign(match[0]), text)


def _sign(char: str) -> str:
    if char < " ":
        return chr(0x2400 + ord(char))
    return "\u2421" if char == "\x7f" else "\ufffd"

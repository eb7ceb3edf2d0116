"""Words inside one run of text: find them as an act quotes them, put others in their place, keep the joints clean.

Text in, text or offsets out; nothing here knows units or commands' places. The rules are those of docs/meaning.md:
whole words only, white space and the kind of quotation marks do not count, punctuation attaches without a space.
"""

from __future__ import annotations

import re
from functools import lru_cache

from .commands import Position, Words

_QUOTES = '„“”"»«‚‘‹›'
_UNQUOTED = re.compile(rf"[^\s{_QUOTES}]+")
_ATTACHES = re.compile(r"[,.;:!?)\]…]")
_WORD_FOLLOWS = re.compile(r"[\w(\[„»§%€]")
_OPEN_END = re.compile(r"[\s(\[„»/–-]$")
_PARAGRAF = re.compile(r"(?:§|Art(?:ikel|\.))\s*[0-9]+$")
_DASH = "–"
_FINAL = (".", ",", ";", "!", "?")
_DOUBLED = re.compile(
    r"[,;:]\s*[,;:.](?![.\w])|(?<![.\w])\.\s*\.(?!\.)|(?<=\w\w\w)\.\.(?!\.)|\(\s*\)|„\s*[“”]|[–—]\s[–—](?!\S)"
)
"""Punctuation doubled, or around nothing."""
_SENTENCE_DOT = re.compile(r"\.(?=[“«”\")]*$)")


def plain(text: str) -> str:
    """The text with every run of white space as one space, none at the ends."""
    return " ".join(text.split())


def adopted(text: str) -> str:
    """New wording as it stands in the amended text: quotations in it, which an act prints in half marks, get full ones.

    Handbuch der Rechtsförmlichkeit: inside quoted new text, „…“ is printed as ‚…‘.
    """
    return re.sub(r"‚([^‚‘„“]*)‘", r"„\1“", text)


def find(text: str, words: Words) -> list[tuple[int, int]]:
    """Every occurrence of `words` in `text`, as offsets from-to, in order.

    Whole words only: „Rat“ is not in „Ratssitzung“, „Land-Rat“, „Rat- und Kreishaus“, „Rat/Rätin“ or „Rat(sfrau)“,
    „5“ is not in „2,5“ or „§ 5a“, „§ 5“ is not in „§ 5 a“, a comma is not the one in „2,5“. A lone full stop means the
    one that ends the text. `position`, `after` and `before` narrow the hits, „am Ende“ also to what the final mark
    follows; `nth` is left to the caller, who counts over the whole place.
    """
    if words.text == ".":
        hits = [found.span() for found in _SENTENCE_DOT.finditer(text.rstrip())]
    else:
        hits = spans(text, words.text)
    if words.to:
        ends = [end for _, end in spans(text, words.to)]
        hits = [(start, end) for start, stop in hits for end in ends if end > stop]
    if words.after:
        ends = [end for _, end in spans(text, words.after)]
        hits = [hit for hit in hits if any(end <= hit[0] and not text[end : hit[0]].strip() for end in ends)]
    if words.before:
        starts = [start for start, _ in spans(text, words.before)]
        hits = [hit for hit in hits if any(hit[1] <= start and not text[hit[1] : start].strip() for start in starts)]
    match words.position:
        case Position.START:
            return [hit for hit in hits if not text[: hit[0]].strip()]
        case Position.END:
            last = [hit for hit in hits if not text[hit[1] :].strip()]
            return last or [hit for hit in hits if text[hit[1] :].strip() in _FINAL]
        case Position.ANYWHERE:
            return hits


def spans(text: str, words: str) -> list[tuple[int, int]]:
    """Every occurrence of the bare words in the text, whole words only."""
    if not all(part in text for part in _UNQUOTED.findall(words)):  # most new words: they need no pattern
        return []
    return [found.span() for found in _pattern(words).finditer(text)]


def beside_slashes(text: str, words: str) -> int:
    """How often the words stand in the text if „der/die“ counts as two words, which a reader may do."""
    alone = re.sub(r"(?<=\w)/(?=\w)", " / ", text)
    return len(spans(alone, words)) if alone != text else 0


def splice(text: str, start: int, end: int, new: str) -> str:
    """The text with the words from `start` to `end` replaced by `new` ("" strikes them), and clean joints.

    A gap left by a strike closes to one space, or none before punctuation. New words get a space where they meet
    words; new text that begins with punctuation gets none.
    """
    left, right = text[:start], text[end:]
    new = plain(new)
    if not new:
        return _closed(left, right)
    if new == _DASH:
        return f"{left.rstrip()} {new} {right.lstrip()}".strip()
    if _ATTACHES.match(new):
        left = left.rstrip()
    elif left and _WORD_FOLLOWS.match(new) and not _OPEN_END.search(left) and not _attached(text, start):
        left += " "
    if right and _WORD_FOLLOWS.match(right) and not _OPEN_END.search(new) and not _attached(text, end):
        right = " " + right
    return left + new + right


def doubled_punctuation(before: str, after: str) -> str:
    """Punctuation that an edit has left doubled („,,“ „;.“) or empty („()“), "" if it was so before."""
    found = _DOUBLED.findall(after)
    seen = _DOUBLED.findall(before) if found else []
    return next((pair for pair in found if found.count(pair) > seen.count(pair)), "")


def _closed(left: str, right: str) -> str:
    if not left.strip():
        return right.lstrip()
    if not right.strip() or _ATTACHES.match(right.lstrip()):
        return left.rstrip() + right.lstrip()
    if left[-1].isspace() and right[0].isspace():
        return left + right.lstrip()
    return left + right


def _attached(text: str, offset: int) -> bool:
    """Whether characters of one word or number meet at this offset, so that no space may be put between them."""
    around = text[max(0, offset - 1) : offset + 1]
    return len(around) == 2 and bool(re.fullmatch(r"[\w/][\w/]", around))


@lru_cache(maxsize=4096)
def _pattern(words: str) -> re.Pattern[str]:
    body = r"\s+".join(re.escape(word) for word in words.split())
    body = re.sub(rf"[{_QUOTES}]", lambda _: f"[{_QUOTES}]", body)
    before = after = ""
    if words[:1].isalnum():
        before = r"(?<![\w-])(?<!\w[/:*_])"
        before += r"(?<![0-9][.,])" if words[0].isdigit() else ""
    if words[-1:].isalnum():
        after = r"(?![\w-])(?![/:*_]\w)(?!\([a-zäöü])"
        after += r"(?![.,][0-9])" if words[-1].isdigit() else ""
        after += r"(?!\s[a-z](?![\w.)]))" if _PARAGRAF.search(words) else ""
    elif words[-1:] in (",", "."):
        after = r"(?![0-9])"
    return re.compile(before + body + after)

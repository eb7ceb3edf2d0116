"""One level of a citation as written: in goes „Absätzen 2 bis 4“ or „der dritte Satz“, out come its steps."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from .citation import ITEMS, LAST, Level, Step
from .levels import BY_LEVEL, ITEM_BY_LETTERS, SATZTEIL, Kind, Word, word_at
from .numbers import CARDINALS, ordinal, roman


@dataclass(frozen=True, slots=True)
class Part:
    """A step of a citation, the word that names it there, and the kind of its number."""

    word: Word
    step: Step
    kind: Kind | None = None


@dataclass(frozen=True, slots=True)
class Segment:
    """What a text says about one level, up to the offset `end`: one part for each number or range."""

    parts: tuple[Part, ...]
    end: int

    @property
    def word(self) -> Word:
        return self.parts[0].word


@dataclass(frozen=True, slots=True)
class Number:
    """A number or a range of numbers, up to the offset `end`."""

    kind: Kind
    number: str
    to: str
    end: int


_ARTICLES = re.compile(r"(?:(?:[Dd](?:er|ie|as|em|en|es))\s+){0,2}")
_ADJECTIVE = re.compile(r"(?:(bisherig|alt|jetzig|derzeitig)|(neu))(?:e[nrsm]?)\s+", re.IGNORECASE)
_NUMBER = re.compile(
    rf"""\s*(?P<open>\(\s*)?(?:
        (?P<arabic>[0-9]+(?:\.[0-9]+)*[a-z]{{0,2}}|(?:{"|".join(set(CARDINALS) - {"ein"})})(?!\s+[A-ZÄÖÜ]))
        |(?P<capital>[IVXLC]+[a-z]?|[A-Z])
        |(?P<letter>(?P<first>[a-z])(?P=first){{0,2}})
    )(?!\w)(?(open)\s*\))""",
    re.VERBOSE,
)
_TO = re.compile(r"\s*(?:bis\b(?:\s+zu[mr]?\b)?|[-–—])\s*")
_SPACED_LETTER = re.compile(r"\s([a-z])(?![\w)])")
_ORDINAL = re.compile(r"(?:([0-9]+|[IVXLC]+[a-z]?)\.\s*|([^\W\d_]{3,}e[nrsm]?)\s+)")
_ORDINAL_JOINT = re.compile(r"(?:,|und|sowie|oder|bis)\s+")
_FULL_STOP = re.compile(r"\.(?=\s*,|\s+[a-zäöüß])")
_FOOTNOTE_MARK = re.compile(r"\s?\*\)?")
_TITLE = re.compile(r"\s+[-–—]\s+[A-ZÄÖÜ][^-–—\n„\"»§0-9]{1,80}?\s+[-–—](?=\s)")
_CONTENTS = re.compile(r"\s+\((?:zu\s+)?§[^()]*\)")
_COLUMN_NAME = re.compile(r"/[^\W\d_]\w*")
_STATUS = re.compile(r"\s+\((?:(alt)|(neu))\)")
_PART_OF_SENTENCE = re.compile(
    r"(?:Satzteils?|Teilsatz(?:es)?|Halbsatz(?:es)?|Textteils?|Text(?:es)?|Angabe)\s+(vor|nach)\s+(?:de[rmn]\s+)?"
)
_BEFORE_LIST = re.compile(
    r"(?:Eingangssatz(?:es)?|Einleitungssatz(?:es)?|[Ee]inleitende[rn]\s+Satz(?:teil)?(?:es|s)?)\b"
)
_LIST = "der Aufzählung"


def skip_articles(text: str, start: int) -> int:
    """The offset after „der“, „den die“ or nothing."""
    found = _ARTICLES.match(text, start)
    return found.end() if found else start


def read_segment(text: str, start: int) -> Segment | None:
    """The level that begins exactly at `start` (after articles), or None."""
    marked = _ADJECTIVE.match(text, start)
    begin = marked.end() if marked else start
    segment = (
        _part_of_sentence(text, begin) or _by_ordinals(text, begin) or _by_word(text, begin) or _bracketed(text, begin)
    )
    if segment is None or not marked:
        return segment
    return _mark(segment, former=bool(marked[1]), new=bool(marked[2]))


def _mark(segment: Segment, *, former: bool, new: bool) -> Segment:
    parts = tuple(replace(part, step=replace(part.step, former=former, new=new)) for part in segment.parts)
    return replace(segment, parts=parts)


def _by_word(text: str, start: int) -> Segment | None:
    """„Absatz 2“, „§§ 3 bis 5“, „Überschrift“."""
    if not (found := word_at(text, start)):
        return None
    word, after = found
    if number := read_number(text, after, word):
        return numbered(text, word, number)
    if word.bare and (not word.plural or not word.kinds):
        return Segment((Part(word, Step(word.level)),), _after_number(text, after, word))
    return None


def _bracketed(text: str, start: int) -> Segment | None:
    """„(2)“ for an Absatz."""
    word = BY_LEVEL[Level.ABSATZ]
    number = read_number(text, start, word) if text.startswith("(", start) else None
    return numbered(text, word, number) if number else None


def numbered(text: str, word: Word, number: Number) -> Segment:
    """The word with its number, and what may be printed after it: a full stop, a bracket, a remark."""
    part = _level_by_number(word, number)
    segment = Segment((part,), _after_number(text, number.end, part.word))
    if status := _STATUS.match(text, segment.end):
        segment = _mark(replace(segment, end=status.end()), former=bool(status[1]), new=bool(status[2]))
    return segment


def _level_by_number(word: Word, number: Number) -> Part:
    """Letters and Roman numerals tell the level where the word does not: „Punkt a“, „Ziffer III“, „Buchstabe bb“."""
    level = word.level
    if number.kind is Kind.LETTER and level in (Level.BUCHSTABE, Level.NUMMER):
        level = ITEM_BY_LETTERS[len(number.number) - 1]
    elif number.kind is Kind.LETTER and level is Level.UNTERABSCHNITT:
        level = Level.DOPPELBUCHSTABE
    elif number.kind is Kind.CAPITAL and level is Level.NUMMER:
        level = Level.GLIEDERUNG
    word = word if level is word.level else replace(BY_LEVEL[level], plural=word.plural)
    return Part(word, Step(level, number.number, number.to), number.kind)


def _after_number(text: str, end: int, word: Word) -> int:
    """The offset after a bracket, a full stop, or a remark that explains the number: „§ 14 - Höhe -“."""
    if text.startswith(")", end) and text.rfind("(", 0, end) <= text.rfind(")", 0, end):
        end += 1
    if stop := _FULL_STOP.match(text, end):
        end = stop.end()
    remarks = [_FOOTNOTE_MARK, _TITLE]
    if word.group or word.level is Level.ANLAGE:
        remarks.append(_CONTENTS)
    if word.level is Level.SPALTE:
        remarks.append(_COLUMN_NAME)
    for remark in remarks:
        if found := remark.match(text, end):
            end = found.end()
    return end


def read_number(text: str, start: int, word: Word) -> Number | None:
    """The number or range at `start`, of a kind that the word can bear."""
    first = _one_number(text, start, word)
    if first is None or not (joint := _TO.match(text, first.end)):
        return first
    after = skip_articles(text, joint.end())
    again = word_at(text, after)
    if again and again[0].level is word.level:
        after = again[1]
    last = _one_number(text, after, word) or read_relative(text, after, first.number)
    if last is None or sort_key(last.number) <= sort_key(first.number):
        return first
    return replace(first, to=last.number, end=last.end)


def _one_number(text: str, start: int, word: Word) -> Number | None:
    found = _NUMBER.match(text, start)
    if not found:
        return None
    kind, number, end = Kind[str(_kind(found)).upper()], found[str(_kind(found))], found.end()
    if kind not in word.kinds:
        return None
    if word.level is Level.PARAGRAF and number.isdecimal() and (letter := _SPACED_LETTER.match(text, end)):
        number, end = number + letter[1], letter.end()
    return Number(kind, CARDINALS.get(number, number), "", end)


def _kind(found: re.Match[str]) -> str:
    return next(name for name in ("arabic", "capital", "letter") if found[name])


def read_relative(text: str, start: int, to: str) -> Number | None:
    """A letter that goes on from the number `to`: „e“ after „249b bis“ is "249e"."""
    stem = to.rstrip("abcdefghijklmnopqrstuvwxyz")
    found = re.compile(r"\s*([a-z])(?!\w)").match(text, start)
    if not found or stem in ("", to):
        return None
    return Number(Kind.ARABIC, stem + found[1], "", found.end())


def sort_key(number: str) -> tuple[int, ...]:
    """By this, numbers sort as they follow each other in a text: "2" < "2a" < "10"; "IX" < "X"; "b" < "bb"."""
    if re.fullmatch(r"[IVXLC]+", number):
        return (roman(number),)
    digits = re.findall(r"[0-9]+|[^\W\d_]+", number)
    return tuple(int(part) if part[0] in "0123456789" else ord(part[0]) + 1000 * len(part) for part in digits)


def _by_ordinals(text: str, start: int) -> Segment | None:
    """„der dritte Satz“, „den zweiten und den dritten Satz“, „erster bis dritter Spiegelstrich“."""
    numbers: list[tuple[str, str]] = []
    end, joint = start, ""
    while True:
        found = _ORDINAL.match(text, end)
        if not found:
            return None
        number = found[1] or (LAST if found[2].lower().startswith("letzte") else ordinal(found[2]))
        if not number:
            return None
        if joint == "bis":
            numbers[-1] = (numbers[-1][0], number)
        else:
            numbers.append((number, ""))
        end = found.end()
        if not (another := _ORDINAL_JOINT.match(text, end)):
            break
        joint, end = another[0].strip(), skip_articles(text, another.end())
    return _ordinal_word(text, end, numbers)


def _ordinal_word(text: str, start: int, numbers: list[tuple[str, str]]) -> Segment | None:
    found = word_at(text, start)
    if not found:
        return None
    word, end = found
    if Kind.ARABIC not in word.kinds or word.level is Level.PARAGRAF or read_number(text, end, word):
        return None
    return Segment(
        tuple(Part(word, Step(word.level, number, to)) for number, to in numbers), _after_number(text, end, word)
    )


def _part_of_sentence(text: str, start: int) -> Segment | None:
    """„Satzteil vor Nummer 1“, „Eingangssatz“."""
    if found := _BEFORE_LIST.match(text, start):
        return Segment((Part(SATZTEIL, Step(Level.SATZTEIL, f"vor {_LIST}")),), found.end())
    if not (found := _PART_OF_SENTENCE.match(text, start)):
        return None
    if text.startswith("Aufzählung", found.end()):
        end = found.end() + len("Aufzählung")
        return Segment((Part(SATZTEIL, Step(Level.SATZTEIL, f"{found[1]} {_LIST}")),), end)
    item = read_segment(text, found.end())
    if item is None or item.word.level not in ITEMS or len(item.parts) > 1:
        return None
    return Segment((Part(SATZTEIL, Step(Level.SATZTEIL, f"{found[1]} {item.parts[0].step}")),), item.end)


_ROMAN_ABSATZ = re.compile(r"\s+([IVX]+)(?![\w.])")
_ROMAN_SATZ = re.compile(r"\s+([0-9]+)(?![\w.)])")
_LETTER_ITEM = re.compile(r"\s*\(?(([a-z])\2{0,2})\)")
ROMAN_ABSATZ = replace(BY_LEVEL[Level.ABSATZ], forms="")


def read_implied(text: str, start: int, last: Word) -> Segment | None:
    """The level that follows one named by `last` without a word of its own: „§ 15 IV 2“, „Nummer 3 a)“."""
    if last.level is Level.PARAGRAF and (found := _ROMAN_ABSATZ.match(text, start)):
        return Segment((Part(ROMAN_ABSATZ, Step(Level.ABSATZ, str(roman(found[1])))),), found.end())
    if last == ROMAN_ABSATZ and (found := _ROMAN_SATZ.match(text, start)):
        return Segment((Part(BY_LEVEL[Level.SATZ], Step(Level.SATZ, found[1])),), found.end())
    if last.kinds and (found := _LETTER_ITEM.match(text, start)):
        level = ITEM_BY_LETTERS[len(found[1]) - 1]
        return Segment((Part(BY_LEVEL[level], Step(level, found[1])),), found.end())
    return None

"""One level of a citation as written: in goes „Absätzen 2 bis 4“ or „der dritte Satz“, out come its steps."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ..citation import FROM_THE_END, ITEMS, Level, Step
from ..numbers import ordinal
from .levels import BY_LEVEL, ITEM_BY_LETTERS, SATZTEIL, Numeral, Word, word_at
from .numerals import Number, read_number, skip_articles


@dataclass(frozen=True, slots=True)
class NamedStep:
    """A step of a citation, the word that names it there, and the kind of its number."""

    word: Word
    step: Step
    kind: Numeral | None = None


@dataclass(frozen=True, slots=True)
class Segment:
    """What a text says about one level, up to the offset `end`: one step for each number or range."""

    steps: tuple[NamedStep, ...]
    end: int

    @property
    def word(self) -> Word:
        return self.steps[0].word


_ADJECTIVE = re.compile(r"(?:(bisherig|alt|jetzig|derzeitig|ursprünglich)|(neu))(?:e[nrsm]?)\s+", re.IGNORECASE)
_RUNNING = re.compile(r"(?:[Ll]aufende[nr]?|[Ll]fd\.)\s+(?=N(?:ummer|r\.))")
_ORDINAL = re.compile(r"(?:([0-9]+|[IVXLC]+[a-h]?)\.\s*|([^\W\d_]{3,}e[nrsm]?)(?:\s+|(?=,)))")
_ORDINAL_JOINT = re.compile(r"(?:,|und|sowie|oder|bis)\s+")
_FULL_STOP = re.compile(r"\.(?=\s*,|\s+(?!u\.|[a-z]{1,3}\))[a-zäöüß])")
_FOOTNOTE_MARK = re.compile(r"\s?\*\)?")
_TITLE = re.compile(r"\s+[-–—]\s?(?!\s)[A-ZÄÖÜ][^-–—\n„\"»§0-9]{1,80}?\s?[-–—](?=\s)")
_CONTENTS = re.compile(r"\s+\((?:zu\s+)?§[^()]*\)")
_OF_PARAGRAF = re.compile(
    r"\s+zu\s+(?:§|Art(?:ikel|\.))\s*[0-9]+[a-z]?(?:\s+Abs(?:atz|\.)\s*[0-9]+[a-z]?)?(?:\s+Satz\s[0-9]+)?(?![\w,])(?!\sNummer)"
)
"""„Anlage zu § 4 Absatz 1“: what a text with one annex calls it."""
_COLUMN_NAME = re.compile(r"/[^\W\d_]\w*")
_STATUS = re.compile(r"\s+(?:\((alt|neu)\)|(alt(?=\s+w[ei]rd)|neu(?=\s*(?:[.;,]|$))))")
_BEFORE_LIST = (
    r"(?:(?:Eingangs|Einleitungs)(?:satz(?:es)?|worten?|wörtern?)|[Ee]inleitende[rn]\s+Worten?"
    r"|[Ee]inleitende[rn]\s+(?:Satz|Satzteil|Halbsatz|Teil)(?:es|s)?)\b"
)
_AFTER_LIST = r"(?:Schlussteil(?:es|s)?|[Aa]bschließende[rn]\s+(?:Satzteil|Halbsatz|Teil)(?:es|s)?)\b"
_AT_ITEM = (
    r"(?:Satzteils?|Wörtern?|Worten?|Teilsatz(?:es)?|Halbsatz(?:es)?|Textteils?|Text(?:es)?|Angabe)"
    r"\s+(?P<side>vor|nach)\s+(?:de[rmn]\s+(?:neuen\s+)?)?(?P<list>Aufzählung)?"
)
_HEAD_ROW = r"(?:Kopfzeile|Tabellenkopf(?:es)?)\b"
_PHRASE = re.compile(rf"(?P<head>{_HEAD_ROW})|(?P<before>{_BEFORE_LIST})|(?P<after>{_AFTER_LIST})|{_AT_ITEM}")
_HEADING_BEFORE = re.compile(
    r"(?:Ü|(?:Zwischen|(?:Unter)?[Aa]bschnitts|Kapitel|Titel|Gruppen)ü)berschrift\s+vor\s+(?:dem\s+)?"
)


def read_segment(text: str, start: int) -> Segment | None:
    """The level that begins exactly at `start` (after articles), or None."""
    marked = _ADJECTIVE.match(text, start)
    begin = marked.end() if marked else start
    if running := _RUNNING.match(text, begin):
        begin = running.end()
    segment = (
        _heading_before(text, begin)
        or _by_word(text, begin)
        or _bracketed(text, begin)
        or _by_ordinals(text, begin)
        or _by_phrase(text, begin)
    )
    if segment is None or not marked:
        return segment
    return _mark(segment, former=bool(marked[1]), new=bool(marked[2]))


def _mark(segment: Segment, *, former: bool, new: bool) -> Segment:
    steps = tuple(replace(named, step=replace(named.step, former=former, new=new)) for named in segment.steps)
    return replace(segment, steps=steps)


def _by_word(text: str, start: int) -> Segment | None:
    """„Absatz 2“, „§§ 3 bis 5“, „Überschrift“."""
    if not (found := word_at(text, start)):
        return None
    word, after = found
    if number := read_number(text, after, word):
        return numbered(text, word, number)
    if word.bare and (not word.plural or not word.kinds):
        return Segment((NamedStep(word, Step(word.level)),), _after_number(text, after, word))
    return None


def _bracketed(text: str, start: int) -> Segment | None:
    """„(2)“ for an Absatz."""
    word = BY_LEVEL[Level.ABSATZ]
    number = read_number(text, start, word) if text.startswith("(", start) else None
    return numbered(text, word, number) if number else None


def numbered(text: str, word: Word, number: Number) -> Segment:
    """The word with its number, and what may be printed after it: a full stop, a bracket, a remark."""
    named = _level_by_number(word, number)
    segment = Segment((named,), _after_number(text, number.end, named.word))
    if status := _STATUS.match(text, segment.end):
        said = status[1] or status[2]
        segment = _mark(replace(segment, end=status.end()), former=said == "alt", new=said == "neu")
    return segment


def _level_by_number(word: Word, number: Number) -> NamedStep:
    """Letters and Roman numerals tell the level where the word does not: „Punkt a“, „Ziffer III“, „Buchstabe bb“."""
    level = word.level
    if number.kind is Numeral.LETTER and level in (Level.BUCHSTABE, Level.NUMMER):
        level = ITEM_BY_LETTERS[len(number.number) - 1]
    elif number.kind is Numeral.LETTER and level is Level.UNTERABSCHNITT:
        level = Level.DOPPELBUCHSTABE
    elif number.kind is Numeral.CAPITAL and level is Level.NUMMER:
        level = Level.GLIEDERUNG
    word = word if level is word.level else replace(BY_LEVEL[level], plural=word.plural)
    return NamedStep(word, Step(level, number.number, number.to), number.kind)


def _after_number(text: str, end: int, word: Word) -> int:
    """The offset after a bracket, a full stop, or a remark that explains the number: „§ 14 - Höhe -“."""
    if text.startswith(")", end) and text.rfind("(", 0, end) <= text.rfind(")", 0, end):
        end += 1
    if stop := _FULL_STOP.match(text, end):
        end = stop.end()
    remarks = [_FOOTNOTE_MARK, _TITLE]
    if word.group or word.level is Level.ANLAGE:
        remarks.append(_CONTENTS)
    if word.level is Level.ANLAGE:
        remarks.append(_OF_PARAGRAF)
    if word.level is Level.SPALTE:
        remarks.append(_COLUMN_NAME)
    for remark in remarks:
        if found := remark.match(text, end):
            end = found.end()
    return end


def _by_ordinals(text: str, start: int) -> Segment | None:
    """„der dritte Satz“, „den zweiten und den dritten Satz“, „erster bis dritter Spiegelstrich“."""
    numbers: list[tuple[str, str]] = []
    end, joint = start, ""
    while True:
        found = _ORDINAL.match(text, end)
        if not found:
            return None
        number = found[1] or _from_the_end(found[2]) or ordinal(found[2])
        if not number:
            return None
        if joint == "bis":
            first, to = numbers.pop()
            if to or {first, number} & set(FROM_THE_END):
                return None
            numbers.append((first, number))
        else:
            numbers.append((number, ""))
        end = found.end()
        if not (another := _ORDINAL_JOINT.match(text, end)):
            break
        joint, end = another[0].strip(), skip_articles(text, another.end())
    return _ordinal_word(text, end, numbers)


def _from_the_end(word: str) -> str:
    """„letzten“ → "letzter", „vorletzte“ → "vorletzter"."""
    return next((number for number in FROM_THE_END if word.lower().startswith(number[:-1])), "")


def _ordinal_word(text: str, start: int, numbers: list[tuple[str, str]]) -> Segment | None:
    found = word_at(text, start)
    if not found:
        return None
    word, end = found
    if Numeral.ARABIC not in word.kinds or word.level is Level.PARAGRAF:
        return None
    if read_number(text, end, word) and not _ordinal_follows(text, end):
        return None
    steps = tuple(NamedStep(word, Step(word.level, number, to), Numeral.ARABIC) for number, to in numbers)
    return Segment(steps, _after_number(text, end, word))


def _ordinal_follows(text: str, start: int) -> bool:
    """Whether the number at `start` belongs to the next word: „erste Spalte 13. Zeile“."""
    found = _ORDINAL.match(text, start + 1)
    return bool(found and word_at(text, found.end()))


def _heading_before(text: str, start: int) -> Segment | None:
    """„Überschrift vor § 20“: that of the group which begins there."""
    if not (found := _HEADING_BEFORE.match(text, start)):
        return None
    paragraf = _by_word(text, found.end())
    if paragraf is None or paragraf.word.level is not Level.PARAGRAF or len(paragraf.steps) > 1:
        return None
    step = Step(Level.UEBERSCHRIFT, f"vor {paragraf.steps[0].step}")
    return Segment((NamedStep(BY_LEVEL[Level.UEBERSCHRIFT], step),), paragraf.end)


def _by_phrase(text: str, start: int) -> Segment | None:
    """„Satzteil vor Nummer 1“, „Eingangssatz“, „Kopfzeile der Tabelle“."""
    found = _PHRASE.match(text, start)
    if found is None:
        return None
    if found["head"]:
        return Segment((NamedStep(BY_LEVEL[Level.ZEILE], Step(Level.ZEILE, "1")),), found.end())
    said, end = "vor" if found["before"] else "nach" if found["after"] else found["side"], found.end()
    if found["side"] and not found["list"]:
        item = _by_ordinals(text, end) or _by_word(text, end)
        if item is None or item.word.level not in ITEMS or len(item.steps) > 1:
            return None
        said, end = f"{said} {item.steps[0].step}", item.end
    return Segment((NamedStep(SATZTEIL, Step(Level.SATZTEIL, said)),), end)


_ROMAN = re.compile(r"[^\S\n]+[IVX]+(?![\w.])")
_ARABIC = re.compile(r"[^\S\n]+[0-9]+(?![\w.)])")
_LETTER = re.compile(r"[^\S\n]*\(?(([a-z])\2{0,2})\)")


def read_implied(text: str, start: int, last: NamedStep) -> Segment | None:
    """The level that follows `last` without a word of its own: „§ 15 IV 2“, „Nummer 3 a)“."""
    level = None
    if last.word.level is Level.PARAGRAF and _ROMAN.match(text, start):
        level = Level.ABSATZ
    elif last.word.level is Level.ABSATZ and last.kind is Numeral.CAPITAL and _ARABIC.match(text, start):
        level = Level.SATZ
    elif last.kind and (found := _LETTER.match(text, start)):
        level = ITEM_BY_LETTERS[len(found[1]) - 1]
    number = read_number(text, start, BY_LEVEL[level]) if level else None
    return numbered(text, BY_LEVEL[level], number) if level and number else None

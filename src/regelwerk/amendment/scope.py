"""Which place and which text a sentence of an act is about: masked text goes in, citations and names come out."""

from __future__ import annotations

import re

from ..citation import Citation, Level
from ..citations import scan_citations
from .phrases import ACT, NAME, NOUN, PLACE

_BEGINS = re.compile(rf"(?:[Dd](?:er|ie|as|en|em)\s+(?:(?:bisherig|neu)\w*\s+)?)?(?={PLACE}|\()|{PLACE}")


def places_in(text: str) -> tuple[Citation, ...]:
    """The first citation expression in the text; a heading printed after the § is skipped: „§ 2 Zweck Nummer 1“."""
    found: tuple[Citation, ...] = ()
    at = 0
    while match := _BEGINS.search(text, at):
        scan = scan_citations(text, match.start())
        if scan is None:
            at = match.start() + max(1, len(match[0]))
            continue
        if not found:
            found = scan.citations
        elif len(found) == 1 and _below(found[0], scan.citations):
            return tuple(found[0].child(*citation.steps) for citation in scan.citations)
        at = max(scan.end, match.start() + 1)
        heading = _HEADING_BETWEEN.match(text, at)
        if not heading or _NO_HEADING.search(heading[0]):
            break
    return found


def address_in(line: str) -> tuple[Citation, ...]:
    """The places that a line is as a whole; () if it says more than places and the printed heading of a §."""
    places = places_in(line)
    begins = _BEGINS.search(line)
    scan = scan_citations(line, begins.start()) if begins else None
    if scan is None or places != scan.citations:
        return places
    rest = line[scan.end :].strip(" :,/–-")
    headed = places[-1].last.level is Level.PARAGRAF and _HEADING.fullmatch(rest)
    return places if not rest or headed or named_text(line) else ()


_HEADING = re.compile(r"[A-ZÄÖÜ][^0-9]*")
_HEADING_BETWEEN = re.compile(rf"\s+[A-ZÄÖÜ][^.:;„]{{0,80}}?(?=\s*,?\s*(?:\(|{PLACE}))")
_NO_HEADING = re.compile(r"\b(?:wird|werden|der|des|soll|ist|sind)\b")


def _below(above: Citation, members: tuple[Citation, ...]) -> bool:
    return all(m.steps and m.steps[0].level not in (Level.PARAGRAF, above.last.level) for m in members)


_RANK = {
    level: rank
    for rank, levels in enumerate(
        (
            (Level.PARAGRAF, Level.ANLAGE, Level.PRAEAMBEL, Level.INHALTSUEBERSICHT),
            (Level.ABSATZ,),
            (Level.SATZ, Level.HALBSATZ, Level.SATZTEIL),
            (Level.NUMMER, Level.SPIEGELSTRICH, Level.TABELLE),
            (Level.BUCHSTABE, Level.ZEILE),
            (Level.DOPPELBUCHSTABE,),
            (Level.DREIFACHBUCHSTABE,),
        )
    )
    for level in levels
}


def around(place: Citation, sentence: str) -> Citation | None:
    """What of `place`, where the sentence before acted, holds what this sentence names; None if it names its own §.

    „In § 6 Absatz 2 wird Satz 3 gestrichen. Satz 4 wird Satz 3.“: § 6 Absatz 2.
    """
    named = places_in(sentence)
    if not named or not named[0].steps:
        return place
    level = named[0].steps[0].level
    if _RANK.get(level, 0) == 0:
        return None
    same = [index for index, step in enumerate(place.steps) if step.level is level]
    lower = [index for index, step in enumerate(place.steps) if _RANK.get(step.level, 0) >= _RANK[level]]
    cut = (same or lower or [len(place.steps)])[0]
    return Citation(place.steps[:cut])


def common(places: tuple[Citation, ...]) -> Citation:
    """The unit around all the places; the place itself if there is one."""
    first, *others = places
    steps = first.steps
    for other in others:
        differing = (i for i, (a, b) in enumerate(zip(steps, other.steps, strict=False)) if a != b)
        steps = steps[: next(differing, min(len(steps), len(other.steps)))]
    return Citation(steps)


_ACT = re.compile(rf"(?:[Dd](?:ie|er|es)\s+)?(?:{ACT}|\w*[Ää]nderungs\w+|Nachtrags\w+)")
_ARTICLE = r"(?:[Dd](?:er|ie|as|es|em|en)|zur|zum|[Ii]m|(?:[Ii]n|[Aa]n)\s+de[rm])"
_SHORT = re.compile(r"(?=(?:[\w/-]*[A-ZÄÖÜ]){2})(?![IVXL]+\b)[A-ZÄÖÜa-zäöü][\w/-]*")
"""„BGB“, „GeschO“, as an act calls a text."""
_MAY_NAME = re.compile(rf"{NOUN}|[Ää]nderung|Nachtrag|\b{_SHORT.pattern}")
"""What every name of a text has in it."""
_AFTER_PLACE = re.compile(
    rf"\s*(?:\([^()]*\)\s*)?(?P<article>{_ARTICLE}\s+)?"
    rf"(?:(?=(?:[A-ZÄÖÜ]\w+[ -])?{NAME}|{ACT})|(?P<short>)(?={_SHORT.pattern}(?:\s*,|\s+(?:[a-zäöü]|{PLACE}))))"
)
_BEFORE_PLACE = re.compile(
    rf"\s*{_ARTICLE}\s+(?:von\s[^„]*?\s)?(?={NAME}|(?<=der\s){_SHORT.pattern}\s+(?:in\s+|w[ie]rd|m[öü]ge|soll|{PLACE}))"
)
_NAME_WORD = re.compile(
    r"\s*(?:(?P<noun>(?!Fassung\b)[A-ZÄÖÜ0-9–-][\w./–-]*)|(?:der|des|dem|den|zur|zum|für|über|von|und|in|am|im)(?=\s))"
)


def named_text(sentence: str) -> str | None:
    """The text that a command names beside its place („§ 4 Absatz 2 der Satzung des Beirats wird …“), None if none."""
    at = _start_of_name(sentence) if _MAY_NAME.search(sentence) else None
    return None if at is None else name_at(sentence, at)


def name_at(text: str, at: int) -> str:
    """The name of a text that begins at an offset, as far as it goes: „Satzung des Beirats für Ortsentwicklung“."""
    start = end = at
    while (word := _NAME_WORD.match(text, at)) and not re.match(PLACE, word[0].strip()):
        at = word.end()
        end = at if word["noun"] else end
    return " ".join(text[start:end].split()).rstrip(".–- ")


def _start_of_name(sentence: str) -> int | None:
    begins = _BEGINS.search(sentence)
    scan = scan_citations(sentence, begins.start()) if begins else None
    match = _AFTER_PLACE.match(sentence, scan.end) if scan else None
    heads = match and not match["article"] and match["short"] is None
    if scan and heads and scan.citations[-1].last.level is Level.PARAGRAF:
        match = None  # „§ 2 Ordnung der Sitzung wird …“: the heading of the §
    match = match or _BEFORE_PLACE.match(sentence)
    return match.end() if match else None


def nouns(name: str) -> tuple[str, ...]:
    """The nouns in a title by which texts are called, in lower case and without case endings."""
    return tuple(re.sub(r"(?:es|s)$", "", match[0].lower()) for match in re.finditer(NAME, name))


def same_name(first: str, second: str) -> bool:
    """Whether two names can be of one text: „Landessatzung“ and „Satzung des Landesverbandes“. Unnamed fits all."""
    if first and second and is_act(first) is not is_act(second):
        return False
    if not may_abbreviate(first, second) or not may_abbreviate(second, first):
        return False
    ours, theirs = nouns(first)[:1], nouns(second)[:1]
    return not ours or not theirs or same_noun(ours[0], theirs[0])


def may_abbreviate(short: str, name: str) -> bool:
    """Whether a name is no abbreviation, or can be one of the other: „GeschO“ of „Geschäftsordnung“, never „GemO“."""
    word, *_rest = short.split() or [""]
    if not name or nouns(short) or not _SHORT.fullmatch(word) or short == name:
        return True
    letters = re.findall(r"[^\W\d_]", word.lower())
    return bool(re.search(r"\b" + ".*?".join(letters), name.lower(), re.DOTALL))


def differ(first: str, second: str) -> bool:
    """Whether each of two names has words that the other lacks: „Hauptsatzung“ and „Satzung über die Entschädigung“."""
    ours, theirs = ({word.rstrip("esn") for word in re.findall(r"\w{4,}", name.lower())} for name in (first, second))
    return bool(ours - theirs and theirs - ours)


def is_act(name: str) -> bool:
    """Whether a name is that of an act, which may be amended itself: „2. Änderung der Geschäftsordnung“."""
    return bool(_ACT.match(name))


def same_noun(first: str, second: str) -> bool:
    """Whether one noun is the other, its last part, or short for it: „orgstatut“ and „organisationsstatut“."""
    if first.endswith(second) or second.endswith(first):
        return True
    kinds = _KIND_OF_TEXT.search(first), _KIND_OF_TEXT.search(second)
    if not kinds[0] or not kinds[1] or kinds[0][0] != kinds[1][0]:
        return False
    heads = first[: kinds[0].start()], second[: kinds[1].start()]
    return heads[0].startswith(heads[1]) or heads[1].startswith(heads[0])


_KIND_OF_TEXT = re.compile(f"{NOUN}$", re.IGNORECASE)

"""One noun phrase of a clause: a cursor before it goes in, the thing it names comes out, with its preposition.

A noun phrase is an article, qualities („folgender“, „zweite“) and a head: quoted words with or without a noun, a place
with or without the name of its law, or „folgende Fassung“.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..citation import GROUPS, Citation, Level, Step, number_of
from ..citations import scan_citations
from ..commands import NewText, Position, Words
from ..diagnostics import NotUnderstood
from ..messages import _
from .clauses import Here, Thing, Units, hull
from .cursor import Cursor
from .lexicon import Kind, Role
from .places import as_former, complete
from .tokens import Token

DATIVE = (Role.IN, Role.AT, Role.BESIDE, Role.AFTER, Role.BEFORE, Role.TO)
"""Prepositions before the dative."""

_PREPOSITIONS = tuple(Role)
_ARTICLES = ("der", "die", "das", "dem", "den", "des", "ein", "eine", "einen", "einem", "einer")
_OF = ("der", "des", "dieser", "dieses", "ihrer", "ihres", "seiner", "seines", "unserer", "unseres", "zu", "zum", "zur")
_QUALITIES = (Kind.ARTICLE, Kind.ENTIRE, Kind.FRESH, Kind.NTH, Kind.LAST, Kind.FORMERLY)


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """What a noun phrase names. `role`: given by its preposition, None without one. `article`: its first word.

    `entire`: „in der gesamten Satzung“, at every occurrence in it.
    """

    thing: Thing
    role: Role | None
    article: str
    entire: bool = False


@dataclass(frozen=True, slots=True)
class _Before:
    """What stands before the head."""

    role: Role | None
    qualities: Sequence[Token]

    def has(self, kind: Kind) -> bool:
        return any(token.symbol is kind for token in self.qualities)

    @property
    def counted(self) -> Token | None:
        """„zweite“, „letzte“: which of several occurrences is meant."""
        return next((token for token in self.qualities if token.symbol in (Kind.NTH, Kind.LAST)), None)

    @property
    def article(self) -> str:
        return next((token.text.lower() for token in self.qualities if token.symbol is Kind.ARTICLE), "")

    @property
    def fresh(self) -> bool:
        """„folgender“, „ein“, „um …“: the thing is not in the text yet."""
        return self.has(Kind.FRESH) or self.role is Role.AROUND or self.article.startswith("ein")


def read_phrase(cursor: Cursor) -> NounPhrase:
    """The noun phrase at the cursor. Raises NotUnderstood if none begins there."""
    at_end = cursor.last.symbol is Kind.END
    preposition = cursor.take(*_PREPOSITIONS)
    role = preposition.symbol if preposition and isinstance(preposition.symbol, Role) else None
    before = _Before(role, cursor.take_all(*_QUALITIES))
    thing = _words(cursor, before) or _here(cursor) or _units(cursor, before)
    if thing is None and preposition and not before.qualities and (cursor.sees(Kind.COLON) or cursor.sees(Kind.BLOCK)):
        thing = Here(preposition.span)  # „… ersetzen durch: „…““
    if thing is None:
        raise cursor.misfit()
    if preposition and str(preposition).lower() == "zwischen":
        thing = _first_of_two(cursor, thing)
    if isinstance(thing, Words):
        return NounPhrase(thing, role, before.article)
    if before.counted:  # „die zweite Überschrift“
        raise cursor.misfit(before.counted)
    if isinstance(thing, Here):
        return NounPhrase(thing, role, before.article)
    article = _article(thing.span.text).lower()
    if article and (before.qualities or (role in DATIVE and article == "des")):
        raise cursor.misfit(cursor.last)
    article = article or before.article
    if role is Role.FROM or (role is None and (article == "des" or (at_end and article == "der"))):
        role = Role.IN  # „am Ende von § 2“, „am Ende der Nummer 2“, „die Wörter „X“ des Satzes 2“
    return NounPhrase(thing, role, article, role is Role.IN and before.has(Kind.ENTIRE))


def _first_of_two(cursor: Cursor, thing: Thing) -> Thing:
    """„zwischen Absatz 2 und 3“ is after Absatz 2."""
    if not isinstance(thing, Units) or len(thing.citations) != 2:
        raise cursor.misfit(cursor.last)
    return replace(thing, citations=thing.citations[:1])


def skip_bracket(cursor: Cursor) -> bool:
    """Take a bracket that only says again what is cited: „Abschnitt III (§§ 7 bis 9)“."""
    bracket = cursor.peek()
    if bracket is None or bracket.symbol is not Kind.BRACKET:
        return False
    inside = _SAYS_AGAIN.sub("", str(bracket).strip("()")).strip()
    scan = scan_citations(inside)
    return scan is not None and scan.end == len(inside) and cursor.take(Kind.BRACKET) is not None


_SAYS_AGAIN = re.compile(r"^\s*(?:zu|künftig|zukünftig|dann)\s+")


def _words(cursor: Cursor, before: _Before) -> Words | None:
    """„das zweite Wort „X“ am Ende“, „die Wörter von „X“ bis „Y““, „ein Komma“, „der Hinweis auf § 4“."""
    noun = cursor.take(Kind.NOUN)
    if noun and cursor.sees(Role.FROM, Kind.QUOTE, Kind.UP_TO):
        cursor.take(Role.FROM)
    item = before.role is Role.AROUND or before.has(Kind.FRESH)  # „um einen Punkt ergänzt“
    if (head := cursor.take(Kind.QUOTE)) or (not item and (head := cursor.take(Kind.MARK))):
        return _narrowed(cursor, Words(head.text, head.span), before)
    counted = noun or before.role in (Role.FROM, Role.ONTO, Role.AROUND, Role.BY)
    if counted and (number := cursor.take(Kind.NUMBER)):
        return _narrowed(cursor, Words(" ".join(str(number).split()), number.span), before)
    if noun and (place := cursor.take(Kind.PLACE)):
        cited = " ".join(str(place).split())
        return _narrowed(cursor, Words(cited.removeprefix(_article(cited)).lstrip(), place.span), before)
    if noun and before.counted:
        raise cursor.misfit(before.counted)
    return _promised(cursor, noun) if noun else None


def _promised(cursor: Cursor, noun: Token) -> Words:
    """„folgende Wörter“: they are the new text after the sentence."""
    if cursor.new is None:
        raise NotUnderstood.of(
            _("It is not said which words are meant by „{noun}“.").format(noun=noun),
            noun.span,
            _("Put them in quotation marks: das Wort „…“."),
        )
    return Words(cursor.new.text, cursor.new.span)


def _narrowed(cursor: Cursor, words: Words, before: _Before) -> Words:
    """Which occurrence is meant, as what stands around the quotation says."""
    if cursor.take(Kind.UP_TO):
        if not (until := cursor.take(Kind.QUOTE)):
            raise cursor.misfit()
        words = replace(words, to=until.text, span=hull(words.span, until.span))
    nths = [token for token in before.qualities if token.symbol is Kind.NTH] + cursor.take_all(Kind.OCCURRENCE)
    if nths:
        words = replace(words, nth=int(nths[-1].text))
    if cursor.take(Kind.END) or before.has(Kind.LAST):
        return replace(words, position=Position.END)
    return replace(words, position=Position.START) if cursor.take(Kind.START) else words


def _here(cursor: Cursor) -> Here | None:
    if annex := cursor.take(Kind.ANNEX):
        cursor.take(Kind.PLACE)
        return Here(annex.span, annex.text)
    here = cursor.take(Kind.HERE)
    return Here(here.span) if here else None


def _units(cursor: Cursor, before: _Before) -> Units | None:
    """A label, a whole text, or places."""
    if label := cursor.take(Kind.LABEL):
        return _label(cursor, label)
    if law := cursor.take(Kind.LAW):
        return Units((Citation(),), law.span, title=law.text)
    if mark := cursor.take(Kind.MARK):
        return Units((Citation(),), mark.span, before.fresh)  # „um einen Punkt ergänzt“: its label says which
    whole = cursor.take(Kind.WHOLE)
    if whole and not (cursor.sees(Kind.PLACE) and _article(cursor.word) == "des"):
        return Units((Citation(),), whole.span, before.fresh, wording=True)
    units = _places(cursor, before)
    return replace(units, span=hull(whole.span, units.span), wording=True) if units and whole else units


def _label(cursor: Cursor, label: Token) -> Units:
    """„die Absatzbezeichnung „(1)““"""
    quote = cursor.take(Kind.QUOTE)
    if not quote or not number_of(quote.text):
        raise cursor.misfit(label)
    step = Step(Level(label.text), number_of(quote.text))
    return Units((Citation((step,)),), hull(label.span, quote.span), label=True)


def _places(cursor: Cursor, before: _Before) -> Units | None:
    """Places, with all that may stand after them: their law, a heading, their text in quotation marks."""
    place = cursor.take(Kind.PLACE)
    if place and _said_again(place, cursor.peek()):
        place = cursor.take(Kind.PLACE)
    if place is None:
        return None
    citations, heading = place.citations, _names(cursor) or _title_within(place)
    if cursor.last is not place and (deeper := cursor.take(Kind.PLACE)):  # „§ 3 der Satzung Absatz 2“
        citations = tuple(complete(citations[-1], citation) for citation in deeper.citations)
    if before.has(Kind.FORMERLY):
        citations = tuple(as_former(citation) for citation in citations)
    text = None
    if (before.fresh or not citations[-1].last.number) and before.role in (None, Role.BY, Role.AROUND):
        text = cursor.take(Kind.QUOTE)
    if text and cursor.new and not heading and citations[-1].last.level in (*GROUPS, Level.PARAGRAF):
        heading, text = text, None  # „ein neuer § 6a „Videositzung“ … eingefügt: „…““
    return Units(citations, place.span, before.fresh, _as_text(text), _as_text(heading))


def _said_again(place: Token, following: Token | None) -> bool:
    """Whether a level without number only stands before the place itself: „Abschnitt § 11“, „der Paragraf § 9“."""
    level, number = place.citations[0].last.level, place.citations[0].last.number
    if number or following is None or following.symbol is not Kind.PLACE:
        return False
    return level in GROUPS or (level is Level.PARAGRAF is following.citations[0].steps[0].level)


def _names(cursor: Cursor) -> Token | None:
    """Take what only names the place: its law, a bracket, and a heading, which is given back."""
    heading = None
    while True:
        if any(cursor.sees(of, Kind.LAW) for of in (Role.TO, Kind.ARTICLE, Kind.PRONOUN)) and cursor.word in _OF:
            cursor.take(Role.TO, Kind.ARTICLE, Kind.PRONOUN)
        if cursor.take(Kind.LAW) or skip_bracket(cursor):
            continue
        if heading or not (heading := cursor.take(Kind.HEADING)):
            return heading


_TITLED = re.compile(r"§\s*[0-9]+[a-z]?\s+[-–—]\s+(?P<title>[^-–—]+?)\s+[-–—]")


def _title_within(place: Token) -> Token | None:
    """The heading of „§ 33 – Übergangsbestimmungen – Absatz 2“."""
    found = _TITLED.search(str(place))
    if found is None or len({citation.steps[0] for citation in place.citations}) > 1:
        return None
    start = place.span.start
    span = place.span.source.span(start + found.start("title"), start + found.end("title"))
    return Token(Kind.HEADING, span, " ".join(span.text.split()))


def _as_text(token: Token | None) -> NewText | None:
    return NewText(token.text, token.span) if token else None


def _article(text: str) -> str:
    """The article that the text begins with."""
    first = text.split(maxsplit=1)[0]
    return first if first.lower() in _ARTICLES else ""

"""The parts of one clause: its tokens go in, a `Clause` comes out.

A part is one or more noun phrases under a preposition. A noun phrase is an article, qualities („folgender“, „zweite“)
and a head: quoted words with or without a noun, a place with or without the name of its law, or „folgende Fassung“.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..citation import GROUPS, Citation, Level, Step, number_of
from ..citations import scan_citations
from ..commands import NewText, Position, Words
from ..diagnostics import NotUnderstood
from ..messages import _
from .clauses import Clause, Here, Part, Thing, Units, hull, refuse
from .lexicon import Kind, Operation, Role, Symbol
from .places import as_former, complete
from .tokens import Token

_ARTICLES = ("der", "die", "das", "dem", "den", "des", "ein", "eine", "einen", "einem", "einer")
_DATIVE = (Role.IN, Role.AT, Role.BESIDE, Role.AFTER, Role.BEFORE, Role.TO)
_QUALITIES = (Kind.ARTICLE, Kind.FRESH, Kind.NTH, Kind.LAST, Kind.FORMERLY)
_LAST_WORD = (
    Operation.REPLACE, Operation.STRIKE, Operation.INSERT, Operation.APPEND, Operation.PREPEND, Operation.EXTEND,
    Operation.RECAST, Operation.CHANGE,
)  # fmt: skip
"""Verbs that end their clause, if they do not begin it: nothing can be joined after them."""
_SHIFTS = (Operation.SHIFT, Operation.SHIFT_UP, Operation.SHIFT_DOWN)
_SILENT = (Kind.FILLER, Kind.BLOCK, Kind.STOP)
_MARKS = (
    Kind.START, Kind.END, Kind.OCCURRENCE, Kind.FORMERLY, Kind.HENCEFORTH, Kind.HYPOTHETICAL, Kind.PRONOUN,
    Kind.COLON,
    Kind.ANEW,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A noun phrase. `joined`: „und“ stands before it; `verb`: and a verb after that, „und werden die Wörter“.

    `each` and `each_after`: „jeweils“ stands before or behind it.
    """

    thing: Thing
    role: Role | None
    article: str
    joined: bool
    verb: bool
    each: bool
    each_after: bool = False


def read_clause(tokens: Sequence[Token]) -> Clause:
    """The clause that the tokens make up. Raises NotUnderstood at the first token that fits nowhere."""
    reader = _Reader(tokens)
    phrases, marks = reader.read()
    parts = _parts(phrases)
    verbs = [(token.symbol, token) for token in tokens if isinstance(token.symbol, Operation)]
    for _operation, second in verbs[1:]:
        raise _misfit(second)
    operation = verbs[0][0] if verbs else _unsaid(parts, marks)
    span = hull(*(token.span for token in tokens if token.symbol is not Kind.BLOCK))
    return Clause(operation, span, tuple(parts), reader.new, tuple(marks))


def _unsaid(parts: Sequence[Part], marks: Sequence[Token]) -> Operation:
    """What is ordered without a verb of its own: „§ 6 Abs. 2 neu:“, „In § 6 wird Absatz 2 zu Absatz 3“."""
    if any(mark.symbol is Kind.ANEW for mark in marks):
        return Operation.RECAST
    units = [part for part in parts if part.role in (Role.THEME, Role.TO) and isinstance(part.things[0], Units)]
    becomes = len(units) == 2 and any(mark.symbol is Kind.AUXILIARY for mark in marks)
    return Operation.RENUMBER if becomes else Operation.NONE


def _parts(phrases: Sequence[_Phrase]) -> list[Part]:
    """The phrases as parts: „und“ leads on under the same preposition where case and sense allow it."""
    parts: list[Part] = []
    for index, phrase in enumerate(phrases):
        later = [other.role for other in phrases[index + 1 :]]
        if parts and _continues(phrase, parts[-1], later):
            each = parts[-1].each or phrase.each_after
            parts[-1] = replace(parts[-1], things=(*parts[-1].things, phrase.thing), each=each)
        else:
            role = phrase.role or Role.THEME
            each = phrase.each or phrase.each_after
            parts.append(Part(role, (phrase.thing,), phrase.joined, each, phrase.article))
    return parts


def _continues(phrase: _Phrase, before: Part, later: Sequence[Role | None]) -> bool:
    role, last = before.role, before.things[-1]
    if not phrase.joined or phrase.role or phrase.verb or phrase.each:
        return False
    words = isinstance(phrase.thing, Words)
    if role in (Role.BY, Role.ONTO) or (role is Role.IN and words):
        return role not in later
    if role in _DATIVE:
        nominative = phrase.article in ("das", "die", "ein", "eine") or (phrase.article == "der" and words)
        return not nominative and not _is_fresh(phrase.thing)
    return _is_fresh(last) or not _is_fresh(phrase.thing)


def _is_fresh(thing: Thing) -> bool:
    return isinstance(thing, Units) and thing.fresh


class _Reader:
    """Reads the tokens of a clause from left to right."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self.at = 0
        self._shifts = any(token.symbol in _SHIFTS for token in tokens)
        self.new = next((NewText(token.text, token.span) for token in tokens if token.symbol is Kind.BLOCK), None)

    def read(self) -> tuple[list[_Phrase], list[Token]]:
        """The noun phrases, and the marks of the clause around them."""
        phrases: list[_Phrase] = []
        marks: list[Token] = []
        joint: Token | None = None
        verb = each = False
        closed = False
        while self.at < len(self.tokens):
            if found := self._accept(Kind.AND, Kind.COMMA):
                if verb:
                    raise _misfit(found)
                joint = found
            elif found := self._accept(Kind.AUXILIARY, *Operation):
                if joint and joint.symbol is Kind.AND and all(phrase.role for phrase in phrases):
                    raise _misfit(joint)
                joint, verb = (None if joint and joint.symbol is Kind.COMMA else joint), found.symbol is Kind.AUXILIARY
                marks += [found] if found.symbol is Kind.AUXILIARY else []
                closed = closed or (found.symbol in _LAST_WORD and bool(phrases))
            elif (found := self._accept(Kind.EACH)) and any(phrase.role is None for phrase in phrases):
                each = bool(joint) or phrases[-1].role is not None
                phrases[-1] = phrases[-1] if each else replace(phrases[-1], each_after=True)
            elif (found := found or self._accept(*_MARKS)) or (self._shifts and (found := self._accept(Kind.BRACKET))):
                marks.append(found)
            elif not self._accept(*_SILENT) and not self._skip_bracket():
                if joint and closed:
                    raise _misfit(self.tokens[min(self.at, len(self.tokens) - 1)])
                phrases.append(self._phrase(joint is not None, verb, each))
                joint, verb, each = None, False, False
        return phrases, marks

    def _peek(self, ahead: int = 0) -> Symbol | None:
        return self.tokens[self.at + ahead].symbol if self.at + ahead < len(self.tokens) else None

    def _accept(self, *symbols: Symbol) -> Token | None:
        """The next token, taken, if it is one of these."""
        if self._peek() not in symbols:
            return None
        self.at += 1
        return self.tokens[self.at - 1]

    def _phrase(self, joined: bool, verb: bool, each: bool) -> _Phrase:
        preposition = self._accept(*Role)
        role = preposition.symbol if preposition and isinstance(preposition.symbol, Role) else None
        begin = self.at
        while self._accept(*_QUALITIES):
            pass
        qualities = list(self.tokens[begin : self.at])
        article = next((token.text.lower() for token in qualities if token.symbol is Kind.ARTICLE), "")
        thing = self._words(role, qualities) or self._here() or self._units(role, qualities)
        if thing is None and preposition and self.new and self._peek() in (None, Kind.COLON, Kind.BLOCK):
            thing = Here(preposition.span)
        if thing is None:
            raise _misfit(self.tokens[min(begin, len(self.tokens) - 1)])
        if isinstance(thing, Units):
            own = _first_word(thing)
            if own and (article or (role in _DATIVE and own == "des")):
                raise _misfit(self.tokens[begin])
            article = article or own
            role = Role.IN if role is Role.FROM or (role is None and article == "des") else role
        return _Phrase(thing, role, article, joined, verb, each)

    def _words(self, role: Role | None, qualities: Sequence[Token]) -> Words | None:
        """„das zweite Wort „X“ am Ende“, „die Wörter von „X“ bis „Y““, „ein Komma“, „der Hinweis auf § 4“."""
        noun = self._accept(Kind.NOUN)
        if noun and self._peek() is Role.FROM and self._peek(2) is Kind.UP_TO:
            self._accept(Role.FROM)
        item = self._peek() is Kind.MARK and (role is Role.AROUND or any(q.symbol is Kind.FRESH for q in qualities))
        heads = [Kind.QUOTE, *([] if item else [Kind.MARK])]
        heads += [Kind.NUMBER] if noun or role in (Role.FROM, Role.ONTO, Role.AROUND) else []
        head = self._accept(*heads)
        if noun and not head and self._peek() is Kind.PLACE:
            head = self._accept(Kind.PLACE)
            return Words(_without_article(str(head)), head.span) if head else None
        if noun and not head:
            return self._promised(noun)
        if not head:
            return None
        text = str(head) if head.symbol is Kind.NUMBER else head.text
        return self._narrowed(Words(text, head.span), qualities)

    def _promised(self, noun: Token) -> Words:
        """„folgende Wörter“: they are the new text after the sentence."""
        if self.new is None:
            raise refuse(
                _("It is not said which words are meant by „{noun}“.").format(noun=noun),
                noun.span,
                _("Put them in quotation marks: das Wort „…“."),
            )
        return Words(self.new.text, self.new.span)

    def _narrowed(self, words: Words, qualities: Sequence[Token]) -> Words:
        """Which occurrence is meant, as the words around the quotation say."""
        if self._accept(Kind.UP_TO):
            if not (until := self._accept(Kind.QUOTE)):
                raise _misfit(self.tokens[min(self.at - 1, len(self.tokens) - 1)])
            words = replace(words, to=until.text, span=hull(words.span, until.span))
        nth = next((token.text for token in qualities if token.symbol is Kind.NTH), "0")
        if occurrence := self._accept(Kind.OCCURRENCE):
            nth = occurrence.text
        position = Position.END if any(token.symbol is Kind.LAST for token in qualities) else Position.ANYWHERE
        if self._accept(Kind.END):
            position = Position.END
        elif self._accept(Kind.START):
            position = Position.START
        return replace(words, nth=int(nth), position=position)

    def _here(self) -> Here | None:
        if annex := self._accept(Kind.ANNEX):
            self._accept(Kind.PLACE)
            return Here(annex.span, annex.text)
        here = self._accept(Kind.HERE)
        return Here(here.span) if here else None

    def _units(self, role: Role | None, qualities: Sequence[Token]) -> Units | None:
        """Places, with all that may stand after them: their law, a heading, their text in quotation marks."""
        fresh = role is Role.AROUND or any(_promises(token) for token in qualities)
        if label := self._accept(Kind.LABEL):
            return self._label(label)
        if law := self._accept(Kind.LAW):
            return Units((Citation(),), law.span, title=law.text)
        if mark := self._accept(Kind.MARK):
            return Units((), mark.span, fresh)
        whole = self._accept(Kind.WHOLE)
        if whole and not (self._peek() is Kind.PLACE and _article(self.tokens[self.at]) == "des"):
            return Units((Citation(),), whole.span, fresh)
        if self._peek() is Kind.PLACE and self._peek(1) is Kind.PLACE and _is_bare_group(self.tokens[self.at]):
            self._accept(Kind.PLACE)
        if not (place := self._accept(Kind.PLACE)):
            return None
        self._skip_names()
        heading = self._accept(Kind.HEADING)
        self._skip_names()
        citations = place.citations
        if self.tokens[self.at - 1] is not place and (deeper := self._accept(Kind.PLACE)):  # „§ 3 der Satzung Absatz 2“
            citations = tuple(complete(citations[-1], citation) for citation in deeper.citations)
        if any(token.symbol is Kind.FORMERLY for token in qualities):
            citations = tuple(as_former(citation) for citation in citations)
        wanted = fresh or not citations[-1].last.number
        text = self._accept(Kind.QUOTE) if wanted and role in (None, Role.BY, Role.AROUND) else None
        if text and self.new and not heading and citations[-1].last.level in (*GROUPS, Level.PARAGRAF):
            heading, text = text, None  # „ein neuer § 6a „Videositzung“ …: „…““
        return Units(
            citations,
            hull(whole.span, place.span) if whole else place.span,
            fresh,
            NewText(text.text, text.span) if text else None,
            NewText(heading.text, heading.span) if heading else None,
        )

    def _label(self, label: Token) -> Units:
        """„die Absatzbezeichnung „(1)““"""
        quote = self._accept(Kind.QUOTE)
        if not quote or not number_of(quote.text):
            raise _misfit(self.tokens[min(self.at - 1, len(self.tokens) - 1)])
        step = Step(Level(label.text), number_of(quote.text))
        return Units((Citation((step,)),), hull(label.span, quote.span), label=True)

    def _skip_names(self) -> None:
        """The law that a place belongs to, and a bracket that only explains: „§ 3 der Satzung (Wahlen)“."""
        of = self._peek() is Role.TO or (self._peek() is Kind.ARTICLE and str(self.tokens[self.at]) in ("der", "des"))
        if self._peek(of) is Kind.LAW:
            self.at += of + 1
        self._skip_bracket()

    def _skip_bracket(self) -> bool:
        """A bracket that only says again what is cited: „Abschnitt III (§§ 7 bis 9)“."""
        if self._peek() is not Kind.BRACKET or not _only_cites(str(self.tokens[self.at])):
            return False
        self.at += 1
        return True


def _misfit(token: Token) -> NotUnderstood:
    return refuse(
        _("„{words}“ does not fit here.").format(words=token),
        token.span,
        _("Say one change per sentence: place, words in quotation marks, verb."),
    )


def _promises(token: Token) -> bool:
    """„folgender“ or „ein“: what comes is not in the text yet."""
    return token.symbol is Kind.FRESH or (token.symbol is Kind.ARTICLE and token.text.lower().startswith("ein"))


def _article(token: Token) -> str:
    first = str(token).split(maxsplit=1)[0].lower()
    return first if first in _ARTICLES else ""


def _first_word(units: Units) -> str:
    first = units.span.text.split(maxsplit=1)[0].lower()
    return first if first in _ARTICLES else ""


def _without_article(text: str) -> str:
    first, _space, rest = text.partition(" ")
    return rest if first.lower() in _ARTICLES else text


def _is_bare_group(token: Token) -> bool:
    """„Abschnitt“ before „§ 11“: a word too many."""
    return token.citations[0].last.level in GROUPS and not token.citations[0].last.number


def _only_cites(bracket: str) -> bool:
    inside = bracket.strip("()").removeprefix("zu ").strip()
    scan = scan_citations(inside)
    return bool(scan) and scan is not None and scan.end == len(inside)

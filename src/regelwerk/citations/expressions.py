"""A citation expression, read from left to right: levels inside each other, lists, ranges, „Satz 2 des § 3“."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ..citation import Level, Step
from .levels import ANGABE, ARTIKEL, SATZTEIL, Word, word_at
from .numerals import read_number, read_relative, skip_articles
from .paths import Option, Path, Uncertain, contains, deepest, inherited, owner, position
from .segments import NamedStep, Segment, numbered, read_implied, read_segment

_JOINT = re.compile(r"\s*(?P<comma>,)?\s*(?P<and>\b(?:und|u\.|sowie|oder|bzw\.|beziehungsweise|wie auch|als auch)\s+)?")
_PREPOSITION = re.compile(r"\b([Ii][mn]|[Nn]ach|[Vv]or|[Hh]inter|[Aa][mn])\s+(?:d(?:en|em|er|ie|as)\s+)?$")
_SPACE = re.compile(r"\s*")
_COMMA = re.compile(r"\s*,\s*")
_INTO = re.compile(r"\s+i[mn]\s+(?:de[mnr]\s+)?")
_OF = re.compile(r"\s+(?:(?P<of>d(?:es|er)|von)|(?P<to>zu[mr]?)|i[mn])\s+")
_NAMED = re.compile(r"\s+des\s+(?:[^\W\d_]+en\s+)?")
_ENTRIES = re.compile(r"(?:Angabe|Zeile|Eintrag|Einträge)(?P<many>n?)\s+zu[mr]?\s+")
LOOKBACK = 40
"""How many characters before a citation are looked at."""
_POINTED = (Level.PARAGRAF, Level.ANLAGE, Level.PRAEAMBEL, Level.INHALTSUEBERSICHT)


@dataclass(frozen=True, slots=True)
class Member:
    """One place of the expression: the steps written out for it, after those it takes from the member before."""

    taken: Path
    own: Path

    @property
    def path(self) -> Path:
        return self.taken + self.own


class Expression:
    """A citation expression while it is read: its members so far, and the offset after them."""

    def __init__(self, text: str, start: int) -> None:
        self.text = text
        self.start = self.end = start
        self.members: list[Member] = []
        self._before_last = (start, 0)
        self._doubtful = False

    @property
    def paths(self) -> list[Path]:
        return [member.path for member in self.members]

    @property
    def path(self) -> Path:
        return self.members[-1].path

    def read(self) -> bool:
        """Read all that is there; False if no citation begins here."""
        if not self.begin():
            return False
        while self.deeper() or self.parent() or self.number() or self.another():
            pass
        return True

    def segment(self, start: int) -> Segment | None:
        """One level that begins exactly at `start`."""
        return read_segment(self.text, start) or _entries(self.text, start)

    def begin(self) -> bool:
        segment = self.segment(skip_articles(self.text, self.end))
        return segment is not None and self._list(segment)

    def _list(self, segment: Segment) -> bool:
        for named in segment.steps:
            taken = inherited(self.path, named.word, self.end) if self.members else ()
            self.members.append(Member(taken or (), (named,)))
        self.end = segment.end
        return True

    def deeper(self) -> bool:
        return self.directly() or self._after_comma() or self._into()

    def _enter(self, segment: Segment) -> bool:
        if self.path[-1].step.to:
            raise Uncertain(self.end)
        around = self.members.pop()
        self.members += [Member(around.taken, (*around.own, named)) for named in segment.steps]
        self.end = segment.end
        return True

    def directly(self) -> bool:
        """A level inside the one before it: „Absatz 2 Satz 1“, „§ 5 (2)“, „§ 15 IV“."""
        implied = read_implied(self.text, self.end, self.path[-1])
        segment = implied if implied and self._can_enter(implied.word) else self._inside(_SPACE)
        return segment is not None and self._enter(segment)

    def _after_comma(self) -> bool:
        """„§ 7, Abs. 3“. In doubt whether the comma lists two places, an „und“ further on is not understood."""
        segment = self._inside(_COMMA)
        if segment is None:
            return False
        last, word = self.path[-1].word, segment.word
        if word.rank < last.rank and word.level is not Level.ABSATZ:
            return False
        self._doubtful |= word.rank <= last.rank or word.level is Level.PARAGRAF
        return self._enter(segment)

    def _into(self) -> bool:
        """„§ 5 in Absatz 2“."""
        segment = self._inside(_INTO)
        if segment is None or (segment.word.rank <= self.path[-1].word.rank and segment.word != SATZTEIL):
            return False
        return self._enter(segment)

    def _inside(self, between: re.Pattern[str]) -> Segment | None:
        found = between.match(self.text, self.end)
        segment = self.segment(found.end()) if found else None
        return segment if segment and self._can_enter(segment.word) else None

    def _can_enter(self, word: Word) -> bool:
        repeated = word.level is not Level.SATZ and position(self.path, word) is not None
        return contains(self.path[-1].word, word) and not repeated

    def parent(self) -> bool:
        """A level around the members before it: „Satz 2 der Präambel“, „die Überschriften der §§ 5 und 6“."""
        found = _OF.match(self.text, self.end)
        if not found:
            return False
        around = Expression(self.text, found.end())
        child = self.members[-1].own[0].word
        if not around.begin():
            self._refuse_unread_level()
            return False
        if not _is_around(around.path[0].word, child, found):
            return False
        while around.directly():
            pass
        while around.number():
            if not around.path[-1].word.plural:
                raise Uncertain(self.end)
        if any(path[-1].step.to or not contains(path[-1].word, child) for path in around.paths):
            raise Uncertain(self.end)
        self._put_into(around.paths)
        self.end = around.end
        return True

    def _refuse_unread_level(self) -> None:
        """„Kapitel 1 des Besonderen Teils“ is another place than „Kapitel 1“."""
        named = _NAMED.match(self.text, self.end)
        if named and word_at(self.text, named.end()):
            raise Uncertain(named.end())

    def _put_into(self, parents: list[Path]) -> None:
        outer, child = parents[0][0].word, self.members[-1].own[0].word
        first = len(self.members)
        while first and _stands_in(outer, self.members[first - 1].own[0].word, child):
            if first < len(self.members) and self._is_placed(self.members[first - 1], outer, child):
                break
            first -= 1
        inside = self.members[first:]
        children = [inside[0].own, *(member.path[len(inside[0].taken) :] for member in inside[1:])]
        del self.members[first:]
        for parent in parents:
            taken = inherited(self.path, outer, self.end) if self.members else ()
            self.members += [Member(taken or (), parent + child) for child in children]

    def _is_placed(self, member: Member, outer: Word, child: Word) -> bool:
        """Whether in „§ 5 Absatz 1 und Absatz 2 sowie die Überschrift des § 6“ the member belongs to a § before it."""
        placed = any(named.word.level is outer.level for named in member.taken)
        return placed and member.own[0].word.level is not child.level

    def number(self) -> bool:
        """A further number of a level named before: „Absätze 2, 3 und 5“, „§ 3 Absatz 1 und 2 Satz 3“."""
        joint = _joint(self.text, self.end)
        if not joint or self.segment(skip_articles(self.text, joint.end())):
            return False
        options = list(self._further_numbers(joint.end()))
        if not options:
            return False
        inner = self._inner(options[-1][1].end)
        named, number = owner(options, inner, self.end) if inner else deepest(options, self.end)
        segment = numbered(self.text, named.word, number)
        if segment.word.level is not named.word.level:
            return False
        step = replace(segment.steps[0].step, former=named.step.former, new=named.step.new)
        return self._list(replace(segment, steps=(replace(named, step=step),)))

    def _further_numbers(self, start: int) -> Iterator[Option]:
        """The number at `start` as read for each level that bears numbers of its kind."""
        for named in self.path:
            number = read_number(self.text, start, named.word)
            if number and number.kind is named.kind:
                yield named, number
        last = self.path[-1]
        if number := read_relative(self.text, start, last.step.to or last.step.number):
            yield last, number

    def _inner(self, end: int) -> Word | None:
        space = _SPACE.match(self.text, end)
        segment = self.segment(space.end()) if space else None
        return segment.word if segment else None

    def another(self) -> bool:
        """A further member that names its level: „§ 6 Abs. 1, §§ 17 und 20, in § 22“."""
        joint = _joint(self.text, self.end)
        if not joint:
            return False
        again = re.compile(self._preposition()).match(self.text, joint.end())
        segment = self.segment(skip_articles(self.text, again.end() if again else joint.end()))
        if segment is None or inherited(self.path, segment.word, self.end) is None:
            return False
        if self._doubtful and joint["and"]:
            raise Uncertain(self.end)
        self._before_last = self.end, len(self.members)
        return self._list(segment)

    def _preposition(self) -> str:
        """A pattern for what may stand before each further member, as it does before the first."""
        found = _PREPOSITION.search(self.text[max(0, self.start - LOOKBACK) : self.start])
        if not found:
            return ""
        word = found[1].lower()
        return rf"{word[0]}[mn]\s+" if len(word) == 2 else rf"{word}\s+"

    def leave_subject_of_next_verb(self) -> None:
        """In „Absatz 4 wird Absatz 3, Absatz 5 wird Absatz 4“, end after „Absatz 3“."""
        end, count = self._before_last
        if count:
            self.end = end
            del self.members[count:]


class _Pointed(Expression):
    """What entries of a table of contents point to: whole §§, Anlagen, groups."""

    def segment(self, start: int) -> Segment | None:
        segment = read_segment(self.text, start)
        return segment if segment and (segment.word.group or segment.word.level in _POINTED) else None

    def _preposition(self) -> str:
        return r"zu[mr]?\s+"


def _entries(text: str, start: int) -> Segment | None:
    """Entries of a table of contents: „Angabe zu § 16“, „Angaben zu den §§ 34 bis 45“."""
    found = _ENTRIES.match(text, start)
    if not found:
        return None
    pointed = _Pointed(text, found.end())
    if not pointed.begin():
        return None
    while pointed.directly() or pointed.number() or (found["many"] and pointed.another()):
        pass
    return Segment(tuple(entry(path) for path in pointed.paths), pointed.end)


def entry(path: Path) -> NamedStep:
    """The entry of the table of contents that points to `path`."""
    *outer, last = path
    first = replace(last, step=replace(last.step, to=""))
    number = " ".join(_as_printed(named.word, named.step) for named in (*outer, first))
    to = _as_printed(last.word, Step(last.step.level, last.step.to)) if last.step.to else ""
    return NamedStep(ANGABE, Step(Level.ANGABE, number, to))


def _as_printed(word: Word, step: Step) -> str:
    return f"Artikel {step.number}" if word.rank == ARTIKEL.rank else str(step)


def _joint(text: str, start: int) -> re.Match[str] | None:
    found = _JOINT.match(text, start)
    return found if found and (found["comma"] or found["and"]) else None


def _is_around(outer: Word, inner: Word, joint: re.Match[str]) -> bool:
    """Whether „inner des/zu/in outer“ names `inner` in `outer`."""
    if joint["to"] and inner.level not in (Level.UEBERSCHRIFT, Level.PRAEAMBEL):
        return False
    if joint["of"] == "der" and not (outer.feminine or outer.plural):
        return False
    return contains(outer, inner)


def _stands_in(outer: Word, word: Word, child: Word) -> bool:
    """Whether in „word … und child des outer“ `word` is in `outer` too."""
    return contains(outer, word) and (word.level is child.level or word.rank >= child.rank >= ANGABE.rank)

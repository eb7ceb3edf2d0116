"""A citation expression, read from left to right: levels inside each other, lists, ranges, „Satz 2 des § 3“."""

from __future__ import annotations

import re
from dataclasses import replace

from .citation import Level, Step
from .citation_paths import Ambiguous, Path, complete, contains, deepest, inherited, owner, position
from .levels import ANGABE, Word
from .segments import (
    Number,
    Part,
    Segment,
    numbered,
    read_implied,
    read_number,
    read_relative,
    read_segment,
    skip_articles,
)

_JOINT = re.compile(r"\s*(?P<comma>,)?\s*(?P<and>\b(?:und|sowie|oder|bzw\.|beziehungsweise|wie auch|als auch)\s+)?")
_SPACE = re.compile(r"\s*")
_COMMA = re.compile(r"\s*,\s*")
_INTO = re.compile(r"\s+i[mn]\s+")
_OF = re.compile(r"\s+(?:(?P<of>d(?:es|er))|(?P<to>von|zu[mr]?)|i[mn])\s+")
_ENTRIES = re.compile(r"(?:Angabe|Zeile|Eintrag|Einträge)(?P<many>n?)\s+zu[mr]?\s+")
_POINTED = (Level.PARAGRAF, Level.ANLAGE, Level.PRAEAMBEL, Level.INHALTSUEBERSICHT)


class Expression:
    """A citation expression while it is read: its members, each as far as written out, and how far it goes."""

    def __init__(self, text: str, start: int, preposition: str = "") -> None:
        self.text = text
        self.end = start
        self.members: list[Path] = []
        self._preposition = re.compile(f"(?:{preposition})?")
        self._joints: list[tuple[int, int]] = []
        self._doubtful = False

    def read(self) -> bool:
        """Read all that is there; False if no citation begins here."""
        if not self.begin():
            return False
        while self.deeper() or self.parent() or self.number() or self.another():
            pass
        return True

    @property
    def path(self) -> Path:
        """The last member, with what it takes from those before it."""
        return complete(self.members)[-1]

    def begin(self) -> bool:
        segment = _segment(self.text, skip_articles(self.text, self.end))
        if segment:
            self._take(segment, ())
        return segment is not None

    def _take(self, segment: Segment, outer: Path) -> None:
        if outer and outer[-1].step.to:
            raise Ambiguous(self.end)
        self.members += [(*outer, part) for part in segment.parts]
        self.end = segment.end

    def deeper(self) -> bool:
        return self.directly() or self._after_comma() or self._into()

    def directly(self) -> bool:
        """A level inside the one before it: „Absatz 2 Satz 1“, „§ 5 (2)“, „§ 15 IV“."""
        path = self.path
        segment = read_implied(self.text, self.end, path[-1].word) or self._inside(path, _SPACE)
        if segment:
            self._take(segment, self.members.pop())
        return segment is not None

    def _after_comma(self) -> bool:
        """„§ 7, Abs. 3“. In doubt whether the comma lists two places, an „und“ further on is not understood."""
        path = self.path
        segment = self._inside(path, _COMMA)
        if segment is None or (segment.word.rank < path[-1].word.rank and segment.word.level is not Level.ABSATZ):
            return False
        self._doubtful |= segment.word.rank <= path[-1].word.rank or segment.word.level is Level.PARAGRAF
        self._take(segment, self.members.pop())
        return True

    def _into(self) -> bool:
        """„§ 5 in Absatz 2“."""
        path = self.path
        segment = self._inside(path, _INTO)
        if segment is None or segment.word.rank <= path[-1].word.rank:
            return False
        self._take(segment, self.members.pop())
        return True

    def _inside(self, path: Path, between: re.Pattern[str]) -> Segment | None:
        found = between.match(self.text, self.end)
        if not found:
            return None
        segment = _segment(self.text, found.end())
        if segment is None or not contains(path[-1].word, segment.word):
            return None
        if self.text.startswith("(", found.end()) and path[-1].word.level is not Level.PARAGRAF:
            return None
        repeated = segment.word.level is not Level.SATZ and position(path, segment.word) is not None
        return None if repeated else segment

    def parent(self) -> bool:
        """A level around the members before it: „Satz 2 der Präambel“, „die Überschriften der §§ 5 und 6“."""
        found = _OF.match(self.text, self.end)
        if not found:
            return False
        around = Expression(self.text, found.end())
        child = self.members[-1][0].word
        if not around.begin() or not _is_around(around.path[0].word, child, found):
            return False
        while around.directly():
            pass
        while around.number():
            if not around.members[0][-1].word.plural:
                raise Ambiguous(self.end)
        parents = complete(around.members)
        if any(path[-1].step.to or not contains(path[-1].word, child) for path in parents):
            raise Ambiguous(self.end)
        self._put_into(parents)
        self.end = around.end
        return True

    def _put_into(self, parents: list[Path]) -> None:
        outer = parents[0][0].word
        first = len(self.members)
        child = self.members[-1][0].word
        while first and _stands_in(outer, self.members[first - 1][0].word, child):
            first -= 1
        children = complete(self.members[first:])
        self.members[first:] = [parent + child for parent in parents for child in children]

    def number(self) -> bool:
        """A further number of a level named before: „Absätze 2, 3 und 5“, „§ 3 Absatz 1 und 2 Satz 3“."""
        joint = _joint(self.text, self.end)
        if not joint or _segment(self.text, skip_articles(self.text, joint.end())):
            return False
        options = [(part, number) for part in self.path if (number := _further_number(self.text, joint.end(), part))]
        if not options:
            return False
        space = _SPACE.match(self.text, options[-1][1].end)
        inner = _segment(self.text, space.end() if space else 0)
        part, number = owner(options, inner.word, self.end) if inner else deepest(options, self.end)
        segment = numbered(self.text, part.word, number)
        if segment.word.level is not part.word.level:
            return False
        step = replace(segment.parts[0].step, former=part.step.former, new=part.step.new)
        self._take(replace(segment, parts=(replace(part, step=step),)), ())
        return True

    def another(self) -> bool:
        """A further member that names its level: „§ 6 Abs. 1, §§ 17 und 20, in § 22“."""
        joint = _joint(self.text, self.end)
        if not joint:
            return False
        again = self._preposition.match(self.text, joint.end())
        segment = _segment(self.text, skip_articles(self.text, again.end() if again else joint.end()))
        if segment is None or inherited(self.path, segment.word, self.end) is None:
            return False
        if self._doubtful and joint["and"]:
            raise Ambiguous(self.end)
        self._joints.append((self.end, len(self.members)))
        self._take(segment, ())
        return True

    def leave_subject_of_next_verb(self) -> None:
        """In „Absatz 4 wird Absatz 3, Absatz 5 wird Absatz 4“, end after „Absatz 3“."""
        if self._joints:
            self.end, count = self._joints[-1]
            del self.members[count:]


def _joint(text: str, start: int) -> re.Match[str] | None:
    found = _JOINT.match(text, start)
    return found if found and (found["comma"] or found["and"]) else None


def _further_number(text: str, start: int, part: Part) -> Number | None:
    """A number that could continue those of `part`: of the same kind, or a letter after „249b“."""
    number = read_number(text, start, part.word)
    if number and number.kind is part.kind:
        return number
    return read_relative(text, start, part.step.to or part.step.number)


def _is_around(outer: Word, inner: Word, joint: re.Match[str]) -> bool:
    """Whether „inner des/zu/in outer“ names `inner` in `outer`."""
    if joint["to"] and inner.level not in (Level.UEBERSCHRIFT, Level.PRAEAMBEL):
        return False
    return contains(outer, inner) and (bool(joint["of"] or joint["to"]) or outer.rank < inner.rank)


def _stands_in(outer: Word, word: Word, child: Word) -> bool:
    """Whether in „word … und child des outer“ `word` is in `outer` too."""
    return contains(outer, word) and (word.level is child.level or word.rank >= child.rank >= ANGABE.rank)


def _segment(text: str, start: int) -> Segment | None:
    return _entries(text, start) or read_segment(text, start)


def _entries(text: str, start: int) -> Segment | None:
    """Entries of a table of contents: „Angabe zu § 16“, „Angaben zu den §§ 34 bis 45“."""
    found = _ENTRIES.match(text, start)
    if not found:
        return None
    pointed = Expression(text, found.end(), r"zu[mr]?\s+")
    if not pointed.begin():
        return None
    while pointed.directly() or pointed.number() or (found["many"] and pointed.another()):
        pass
    paths = complete(pointed.members)
    if not all(part.word.group or part.word.level in _POINTED for path in paths for part in path):
        return None
    return Segment(tuple(entry(path) for path in paths), pointed.end)


def entry(path: Path) -> Part:
    """The entry of the table of contents that points to `path`."""
    steps = [_as_printed(part) for part in path]
    last = path[-1].step
    steps[-1] = _as_printed(replace(path[-1], step=replace(last, to="")))
    to = _as_printed(replace(path[-1], step=replace(last, number=last.to, to=""))) if last.to else ""
    return Part(ANGABE, Step(Level.ANGABE, " ".join(steps), to))


def _as_printed(part: Part) -> str:
    name = "Artikel " if part.word.forms.startswith("Artikel") else ""
    return name + part.step.number if name else str(part.step)

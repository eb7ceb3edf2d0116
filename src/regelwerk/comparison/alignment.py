"""Two trees of provisions in, the pairs out: which unit of the new text is which unit of the old one.

First by origin, where both trees come from one history; then by number and by words, where nothing else tells.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
from functools import cache

from ..citation import GROUPS, Level
from ..lookup import numbers
from ..provision import Path, Provision
from .sequences import aligned, longest_rise
from .wordmarks import words_of

ALIKE = 0.5
"""Two units with less of their words in common are not the same by their words alone."""
MOVED = 0.6
"""The same for units that stand in quite different places."""
FEW = 4
"""Units with fewer words than this may be alike by chance, and are not looked for in other places."""
MANY = 10
"""The words before a list, if there are so many, tell what it is about, whatever has become of the list."""
SAME_NUMBER = 0.2
"""What the same number is worth against common words."""
RARE = 3
"""By so many of its rarest words a unit is looked for in other places."""
COUNTED = (Level.SATZ, Level.ZEILE, Level.SPIEGELSTRICH)
"""Their number is only their place among their like, and says little."""

Score = Callable[[Path, Path], float]


def pairs_of(old: Provision, new: Provision) -> dict[Path, Path]:
    """For each unit of the old tree that is in the new one too: its path there. Both roots are a pair."""
    if old == new:
        return {path: path for path, _unit in old.walk()}
    alignment = _Alignment(old, new)
    alignment.by_origin()
    alignment.pair((), ())
    alignment.inside((), alignment.alike_in_place)
    alignment.elsewhere()
    alignment.loosen_labels()
    alignment.inside((), alignment.same_number)
    return alignment.pairs


def stayed(pairs: dict[Path, Path], old: Iterable[Path], new: Iterable[Path]) -> dict[Path, Path]:
    """The pairs that stand in the same order in both texts, as many as there can be; the others have moved.

    `old` and `new`: all paths of the texts, in order.
    """
    places = {path: index for index, path in enumerate(new)}
    paired = [path for path in old if path in pairs]
    rising = longest_rise([places[pairs[path]] for path in paired])
    return {path: pairs[path] for index, path in enumerate(paired) if index in rising}


def without_origins(document: Provision) -> Provision:
    """The tree without its origins, for comparing it with one of another history."""
    children = tuple(map(without_origins, document.children))
    return Provision(document.level, document.label, document.heading, document.text, children)


class _Alignment:
    """The pairs as they are found."""

    def __init__(self, old: Provision, new: Provision) -> None:
        self.old, self.new = _Tree(old), _Tree(new)
        self.pairs: dict[Path, Path] = {}
        self.taken: set[Path] = set()

    def pair(self, old: Path, new: Path) -> None:
        self.pairs[old] = new
        self.taken.add(new)

    def by_origin(self) -> None:
        """Pair what has the same origin."""
        places = {unit.origin: path for path, unit in self.new.units.items() if unit.origin}
        for path, unit in self.old.units.items():
            if unit.origin in places:
                self.pair(path, places[unit.origin])

    def inside(self, root: Path, score: Score) -> None:
        """Pair what is inside units that are pairs, level by level and in the order of the text, from `root` down."""
        if root in self.pairs:
            if self.old.units[root] == self.new.units[self.pairs[root]]:
                self._identical(root, self.pairs[root])
                return
            self._inside(root, self.pairs[root], score)
        for index in range(len(self.old.units[root].children)):
            self.inside((*root, index), score)

    def _identical(self, old: Path, new: Path) -> None:
        for below, _unit in self.old.units[old].walk():
            if (*old, *below) not in self.pairs and (*new, *below) not in self.taken:
                self.pair((*old, *below), (*new, *below))

    def _inside(self, old: Path, new: Path, score: Score) -> None:
        before, after = _by_level(self.old, old), _by_level(self.new, new)
        for level in before.keys() & after.keys():
            self._in_order(before[level], after[level], score)

    def _in_order(self, old: list[Path], new: list[Path], score: Score) -> None:
        if all(path in self.pairs for path in old) or all(path in self.taken for path in new):
            return
        keys = [self._old_key(path) for path in old], [self._new_key(path) for path in new]
        for i, j in aligned(*keys, lambda i, j: score(old[i], new[j])):
            if old[i] not in self.pairs and new[j] not in self.taken:
                self.pair(old[i], new[j])

    def _old_key(self, path: Path) -> Hashable:
        return self.pairs.get(path) or self.old.units[path]

    def _new_key(self, path: Path) -> Hashable:
        return path if path in self.taken else self.new.units[path]

    def alike_in_place(self, old: Path, new: Path) -> float:
        """What it is worth to take two units for the same that may be; 0 if they have too little in common."""
        if old in self.pairs or new in self.taken:
            return 0
        alike = self._alike(old, new)
        if self.old.units[old].level not in COUNTED:
            alike += self.same_number(old, new)
        return alike if alike >= ALIKE else 0

    def same_number(self, old: Path, new: Path) -> float:
        """The same by their number alone."""
        if old in self.pairs or new in self.taken:
            return 0
        return SAME_NUMBER if self.old.number(old) == self.new.number(new) else 0

    def _alike(self, old: Path, new: Path) -> float:
        """The share of words that two units have in common."""
        return _share(self.old.words(old), self.new.words(new))

    def _alike_at_all(self, old: Path, new: Path) -> float:
        """The same, or that of the words before their lists if these are many: a list may have become another."""
        before, after = (Counter(words_of(unit.text)) for unit in (self.old.units[old], self.new.units[new]))
        lead = _share(before, after) if min(before.total(), after.total()) >= MANY else 0
        return max(self._alike(old, new), lead)

    def elsewhere(self) -> None:
        """Pair what is left with what is much alike in other places, the largest units first."""
        by_word: dict[tuple[Level, str], list[Path]] = defaultdict(list)
        for path, unit in self.new.units.items():
            if path not in self.taken:
                for word in self.new.words(path):
                    by_word[unit.level, word].append(path)
        left = [path for path in self.old.units if path not in self.pairs]
        for path in sorted(left, key=lambda path: (-self.old.words(path).total(), path)):
            if path not in self.pairs and self.old.words(path).total() >= FEW:
                level = self.old.units[path].level
                self._find(path, {word: by_word.get((level, word), []) for word in self.old.words(path)})

    def _find(self, old: Path, having: dict[str, list[Path]]) -> None:
        rarest = sorted((word for word in having if having[word]), key=lambda word: (len(having[word]), word))
        found = {path for word in rarest[:RARE] for path in having[word] if path not in self.taken}
        best = max(found, key=lambda path: (self._alike_at_all(old, path), [-i for i in path]), default=None)
        if best is not None and self._alike_at_all(old, best) >= MOVED:
            self.pair(old, best)
            self.inside(old, self.alike_in_place)

    def loosen_labels(self) -> None:
        """Part bare labels that have moved while what stands below them stayed: an Absatz was split or joined."""
        fixed = stayed(self.pairs, self.old.units, self.new.units)
        for old, new in list(self.pairs.items()):
            unit = self.old.units[old]
            bare = not (unit.heading or unit.text or unit.origin)
            if bare and old not in fixed and any((*old, index) in fixed for index in range(len(unit.children))):
                del self.pairs[old]
                self.taken.discard(new)


def _share(before: Counter[str], after: Counter[str]) -> float:
    """The share of words that two texts have in common."""
    size = before.total() + after.total()
    return 2 * sum(min(count, after[word]) for word, count in before.items()) / size if size else 0


class _Tree:
    """A tree with what is asked of it again and again: units by path, their numbers, their words counted."""

    def __init__(self, document: Provision) -> None:
        self.units = dict(document.walk())
        self.words = cache(self._words)
        self._numbers = cache(lambda path: numbers(self.units[path].children))

    def number(self, path: Path) -> str:
        return self._numbers(path[:-1])[path[-1]]

    def _words(self, path: Path) -> Counter[str]:
        unit = self.units[path]
        found = Counter(words_of(unit.heading) + words_of(unit.text))
        for index in range(len(unit.children)):
            found.update(self.words((*path, index)))
        return found


def _by_level(tree: _Tree, path: Path) -> dict[Level, list[Path]]:
    """What is directly inside a unit, by its level. What groups hold is inside what holds the groups."""
    found: dict[Level, list[Path]] = {}
    for inner in _direct(tree, path):
        found.setdefault(tree.units[inner].level, []).append(inner)
    return found


def _direct(tree: _Tree, path: Path) -> Iterator[Path]:
    for index, child in enumerate(tree.units[path].children):
        yield (*path, index)
        if child.level in GROUPS:
            yield from _direct(tree, (*path, index))

"""Two sequences in, the pairs of places out that belong together, in order: for units of texts as for anything."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence
from itertools import pairwise

Pair = tuple[int, int]

LARGEST = 10_000
"""More pairs than this are not looked at together: longer sequences are halved, so that the time grows with them."""


def aligned(old: Sequence[Hashable], new: Sequence[Hashable], score: Callable[[int, int], float]) -> Iterator[Pair]:
    """The pairs of indexes that belong together and do not cross.

    Fixed are items that are equal and the only ones of their kind; between two of them, items that are equal at either
    end; between those, the pairs with the highest sum of scores. A score of 0 is no pair.
    """
    fixed = [(-1, -1), *_unique(old, new), (len(old), len(new))]
    for (i, j), (to_i, to_j) in pairwise(fixed):
        if i >= 0:
            yield i, j
        yield from _between(old, new, (i + 1, j + 1), (to_i, to_j), score)


def _unique(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Pair]:
    counts, others = Counter(old), Counter(new)
    places = {item: j for j, item in enumerate(new) if others[item] == 1}
    pairs = [(i, places[item]) for i, item in enumerate(old) if counts[item] == 1 and item in places]
    rising = longest_rise([j for _, j in pairs])
    return [pair for index, pair in enumerate(pairs) if index in rising]


def _between(
    old: Sequence[Hashable], new: Sequence[Hashable], start: Pair, stop: Pair, score: Callable[[int, int], float]
) -> Iterator[Pair]:
    (i, j), (to_i, to_j) = start, stop
    while i < to_i and j < to_j and old[i] == new[j]:
        yield i, j
        i, j = i + 1, j + 1
    ends: list[Pair] = []
    while i < to_i and j < to_j and old[to_i - 1] == new[to_j - 1]:
        to_i, to_j = to_i - 1, to_j - 1
        ends.append((to_i, to_j))
    if (to_i - i) * (to_j - j) > LARGEST:
        middle = (i + to_i) // 2, (j + to_j) // 2
        yield from _between(old, new, (i, j), middle, score)
        yield from _between(old, new, middle, (to_i, to_j), score)
    else:
        scores = [[score(a, b) for b in range(j, to_j)] for a in range(i, to_i)]
        yield from ((i + a, j + b) for a, b in best(scores))
    yield from reversed(ends)


def best(scores: list[list[float]]) -> list[Pair]:
    """The way through a table of scores, down and right, with the highest sum."""
    width = len(scores[0]) if scores else 0
    sums = [[0.0] * (width + 1)]
    for row in scores:
        above, line = sums[-1], [0.0]
        for j, score in enumerate(row):
            line.append(max(above[j + 1], line[j], above[j] + score))
        sums.append(line)
    found: list[Pair] = []
    i, j = len(scores), width
    while i and j:
        if sums[i][j] == sums[i - 1][j]:
            i -= 1
        elif sums[i][j] == sums[i][j - 1]:
            j -= 1
        else:
            i, j = i - 1, j - 1
            found.append((i, j))
    return found[::-1]


def longest_rise(numbers: Sequence[int]) -> set[int]:
    """The indexes of a longest rising subsequence: of moved things, those that can be said to have stayed."""
    tops: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for index, number in enumerate(numbers):
        place = bisect_left(tops, number)
        before.append(ends[place - 1] if place else -1)
        tops[place : place + 1] = [number]
        ends[place : place + 1] = [index]
    found: set[int] = set()
    index = ends[-1] if ends else -1
    while index >= 0:
        found.add(index)
        index = before[index]
    return found

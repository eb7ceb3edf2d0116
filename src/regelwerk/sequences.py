"""Two sequences in, the pairs of places out that belong together, in order: for units of texts as for anything."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

Item = TypeVar("Item")
Pair = tuple[int, int]


def aligned(
    old: Sequence[Item],
    new: Sequence[Item],
    same: Callable[[Item, Item], bool],
    score: Callable[[Item, Item], float],
) -> Iterator[Pair]:
    """The pairs of indexes with the highest sum of scores that do not cross. A score of 0 is no pair.

    What is the same at both ends is paired without asking for the score.
    """
    start, stop = 0, min(len(old), len(new))
    while start < stop and same(old[start], new[start]):
        start += 1
    end = 0
    while end < stop - start and same(old[-1 - end], new[-1 - end]):
        end += 1
    yield from ((i, i) for i in range(start))
    middle = best(
        [[score(a, b) for b in new[start : len(new) - end]] for a in old[start : len(old) - end]],
    )
    yield from ((start + i, start + j) for i, j in middle)
    yield from ((len(old) - end + i, len(new) - end + i) for i in range(end))


def best(scores: list[list[float]]) -> list[Pair]:
    """The way through a table of scores, down and right, with the highest sum."""
    width = len(scores[0]) if scores else 0
    sums = [[0.0] * (width + 1)]
    for row in scores:
        above, line = sums[-1], [0.0]
        for j, score in enumerate(row):
            line.append(max(above[j + 1], line[j], above[j] + score if score else 0.0))
        sums.append(line)
    return _way_back(scores, sums)


def _way_back(scores: list[list[float]], sums: list[list[float]]) -> list[Pair]:
    found: list[Pair] = []
    i, j = len(scores), len(sums[0]) - 1
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
